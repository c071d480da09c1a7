"""One name written as one word and as two in one document: Hulunbuir and Hulun Buir, Longmatan and Longma Tan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Observation, Sight
from translator_desk.checks.name_facts import capital_runs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue, RelatedPlace
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.dictionary import is_english
from translator_desk.text.names import county_forms, known_places, surname_readings
from translator_desk.text.pinyin import is_pinyin
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_SHORTEST = 5
"""Letters; shorter words agree by chance."""
_MOST_RELATED = 10


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
        return found

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the places of the rarer form."""
        counts = Counter(one.text for one in observations)
        joined = [form for form in counts if " " not in form]
        parted = [form for form in counts if " " in form]
        if not joined or not parted or any(_is_person(form, joined[0]) for form in parted):
            return
        usual = max(counts, key=lambda form: (counts[form], form in joined))
        related = tuple(
            RelatedPlace(one.document, one.segment, one.span, one.text) for one in observations if one.text == usual
        )
        for one in observations:
            if (" " in one.text) != (" " in usual):
                yield self.issue(
                    one,
                    one.span,
                    say(
                        "“{found}” is {usual} elsewhere in this document ({count}×); keep to one way.",
                        "“{found}”在本文件其他地方写作 {usual}（{count} 次），请统一。",
                        found=one.text,
                        usual=usual,
                        count=counts[usual],
                    ),
                    expected=(usual,),
                    related=related[:_MOST_RELATED],
                )


def _seen(facts: Facts, at: int, words: str) -> Observation:
    key = facts.document.id, words.replace(" ", "").lower()
    return Observation(key, facts.segment.id, facts.document.id, Span(at, at + len(words)), words)


@lru_cache(maxsize=50_000)
def _piece(word: str) -> _Piece:
    if not word.isalpha() or word.isupper():
        return _Piece.WORD
    if is_english(word.lower()) or is_english(word):
        return _Piece.EITHER if is_pinyin(word) else _Piece.WORD
    return _Piece.NAME


def _is_person(parted: str, joined: str) -> bool:
    """Whether the two words may be a person's name, and the one a place: Li Shui, Lishui."""
    return parted.partition(" ")[0].lower() in surname_readings() and (
        joined in known_places() or joined in county_forms()
    )
