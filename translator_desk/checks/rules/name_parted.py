"""One name written as one word and as two in one document: Hulunbuir, Hulun Buir; Tuo Yulan, Tuo Yu-lan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Observation, Sight
from translator_desk.checks.name_facts import capital_runs
from translator_desk.checks.one_way import other_way, way_seen
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.dictionary import is_english
from translator_desk.text.names import county_forms, known_places, surname_readings
from translator_desk.text.pinyin import is_pinyin
from translator_desk.wording import Wording

_HYPHENED = re.compile(r"(?<![\w-])[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+(?![\w-])")
_SHORTEST = 5
"""Letters; shorter words agree by chance."""


class _Piece(Enum):
    """What a capitalised word may be: a word, a piece of a name, or either (Long, Er)."""

    WORD = 0
    NAME = 1
    EITHER = 2


class NameParted(GroupCheck):
    """Compares the capitalised words of a document that are no English words, one by one and in pairs."""

    id = CheckId("name-parted")
    title = Wording("One name as one word and as two", "同一名称分写与连写不一")
    explanation = Wording(
        "A name stands in one document as one word and as two: Hulunbuir and Hulun Buir, Erhai and Er Hai. Chinese "
        "places are written as one word, their generic part apart (GB/T 16159). The rarer form is shown; where both are "
        "equally frequent, the parted one.",
        "同一名称在同一文件中既连写又分写：Hulunbuir 与 Hulun Buir，Erhai 与 Er Hai。中国地名专名连写，通名分写"
        "（GB/T 16159）。报告较少见者；次数相同时报告分写者。",
    )
    mqm = Mqm.ENTITY
    level = Level.WARNING
    family = Family.CONSISTENCY
    sight = Sight.TEXTS
    figures_and_names = True
    smallest_group = 2
    judged_by = frozenset()
    gate = capital_runs
    examples = (
        Example(
            "The lake of Er Hai is clean.",
            before=(("", "We came to Erhai."),),
            found=("Er Hai",),
            fixed="The lake of Erhai is clean.",
        ),
        Example(
            "Hulunbuir is large.",
            before=(("", "Hulun Buir Daily"), ("", "In Hulun Buir it rained.")),
            found=("Hulunbuir",),
            fixed="Hulun Buir is large.",
        ),
        Example(
            "Tuo Yu-lan taught here.",
            before=(("", "Tuo Yulan came in 1980."), ("", "Tuo Yulan retired.")),
            found=("Tuo Yu-lan",),
            fixed="Tuo Yulan taught here.",
        ),
        Example("Li Shui came.", before=(("", "He lives in Lishui."),), note="A person and a place."),
        Example("Sun Flower Square", before=(("", "The Sunflower Hotel"),), note="English words."),
        Example("Er Hai is clean.", elsewhere=("We came to Erhai.",), note="Another document."),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Return words and pairs of words that are no English, by their letters."""
        found: list[Observation] = []
        for start, run in facts.of(capital_runs):
            at, last, last_at = start, _Piece.WORD, start
            before = ""
            for word in run.split(" "):
                piece = _piece(word)
                if piece is _Piece.NAME and len(word) >= _SHORTEST:
                    found.append(_seen(facts, at, word))
                if _Piece.NAME in (piece, last) and _Piece.WORD not in (piece, last):
                    found.append(_seen(facts, last_at, f"{before} {word}"))
                before, last, last_at = word, piece, at
                at += len(word) + 1
        if "-" in facts.target:
            for match in _HYPHENED.finditer(facts.target):
                if not all(is_english(piece.lower()) for piece in match[0].replace("-", " ").split()[1:]):
                    found.append(_seen(facts, match.start(), match[0]))
        return found

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the places of the rarer form."""
        counts = Counter(one.text for one in observations)
        if len({_joints(form) for form in counts}) < 2 or _are_person_and_place(counts):
            return
        usual = max(counts, key=lambda form: (counts[form], -_joints(form)))
        for one in observations:
            if _joints(one.text) != _joints(usual):
                yield other_way(self, one, usual, observations)


def _seen(facts: Facts, at: int, words: str) -> Observation:
    return way_seen(facts, words.replace(" ", "").replace("-", "").lower(), at, words)


@lru_cache(maxsize=50_000)
def _piece(word: str) -> _Piece:
    if not word.isalpha() or word.isupper():
        return _Piece.WORD
    if is_english(word.lower()) or is_english(word):
        return _Piece.EITHER if is_pinyin(word) else _Piece.WORD
    return _Piece.NAME


def _joints(form: str) -> int:
    """Return by how many marks a name is parted."""
    return form.count(" ") + form.count("-")


def _are_person_and_place(forms: Iterable[str]) -> bool:
    """Whether a form in two words may be a person's name, and one in one word a place: Li Shui, Lishui."""
    return any(form in known_places() or form in county_forms() for form in forms) and any(
        " " in form and form.partition(" ")[0].lower() in surname_readings() for form in forms
    )
