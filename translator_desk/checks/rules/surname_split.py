"""Surnames of two characters parted in the English: "Ou Yangzhenhua", "Mu Rongyan", "Zhu Ge Liang"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight, target_words
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.names import surname_table
from translator_desk.text.pinyin import join_syllables, proper_splits, readings, same_syllable
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_LONGEST_GIVEN = 2


@cache
def _first_syllables() -> frozenset[str]:
    return frozenset(_whole_surnames())


class SurnameSplit(SegmentCheck):
    """Finds a surname of two characters whose second syllable was taken for the given name."""

    id = CheckId("surname-split")
    title = Wording("Compound surname parted", "复姓被拆开")
    explanation = Wording(
        "A surname of two characters is one word: 欧阳振华 is Ouyang Zhenhua, not Ou Yangzhenhua or Ou Yang Zhenhua. Where "
        "the Chinese is not at hand, only a given name of three syllables or a surname in two words tells. The surnames "
        "that are never parted stand in resources/data/whole_surnames.tsv.",
        "复姓写成一个词：欧阳振华为 Ouyang Zhenhua，而不是 Ou Yangzhenhua 或 Ou Yang Zhenhua。没有原文时，仅凭三个音节的名字或"
        "分写的复姓判断。不可拆的复姓见 resources/data/whole_surnames.tsv。",
    )
    mqm = Mqm.WRONG_TERM
    level = Level.ERROR
    family = Family.NAME
    sight = Sight.TEXTS
    figures_and_names = True
    signs = Signs(words=_first_syllables)
    examples = (
        Example("Ou Yangzhenhua spoke.", found=("Ou Yangzhenhua",), fixed="Ouyang Zhenhua spoke."),
        Example("Mayor Mu Rongyan", "市长慕容岩", found=("Mu Rongyan",), fixed="Mayor Murong Yan"),
        Example("Zhu Ge Liang spoke.", found=("Zhu Ge Liang",), fixed="Zhuge Liang spoke."),
        Example("Mu Rongyan spoke.", note="Without the Chinese, 穆荣艳 may be meant."),
        Example("Ouyang Zhenhua and Ou Yangming", "欧阳振华、区阳明"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each name whose surname is parted."""
        first = _first_syllables().intersection(facts.of(target_words))
        if not first or not any(way in facts.target for one in first for way in _ways()[one]):
            return ()
        return self._in_two_words(facts)

    def _in_two_words(self, facts: Facts) -> Iterator[Issue]:
        for match in _parted().finditer(facts.target):
            for surname, characters in _surnames_of(match["first"].lower()):
                for span, given in _names(match, surname):
                    said = any(_is_said(facts.source, one, given) for one in characters)
                    if said or (not facts.source and _is_certain(span.of(facts.target), given)):
                        yield self._issue(facts, span, f"{surname.capitalize()} {join_syllables(given).capitalize()}")
                        break
                else:
                    continue
                break

    def _issue(self, facts: Facts, span: Span, right: str) -> Issue:
        message = say(
            "“{found}” parts a surname of two characters: {right}.",
            "“{found}”拆开了复姓，应为 {right}。",
            found=span.of(facts.target),
            right=right,
        )
        return self.issue(facts, span, message, expected=(right,))


def _names(match: re.Match[str], surname: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield the given names, with their place, that the words found give where they begin with ``surname``."""
    second = surname[len(match["first"]) :]
    word = match["second"].lower()
    if word == second:
        for given in proper_splits((match["third"] or "").lower()):
            if 0 < len(given) <= _LONGEST_GIVEN:
                yield Span(*match.span()), given
    elif word.startswith(second):
        rest = word[len(second) :].lstrip("'’")
        for given in proper_splits(rest):
            if 0 < len(given) <= _LONGEST_GIVEN:
                yield Span(match.start(), match.end("second")), given


def _is_certain(words: str, given: tuple[str, ...]) -> bool:
    """Whether the form alone shows that a surname is parted: no given name has three syllables."""
    return words.count(" ") > 1 or len(given) == _LONGEST_GIVEN


def _is_said(source: str, surname: str, given: tuple[str, ...]) -> bool:
    """Whether the source holds a person of this surname whose given name reads so."""
    at = source.find(surname)
    while at >= 0:
        after = source[at + len(surname) : at + len(surname) + len(given)]
        if len(after) == len(given) and all(
            any(same_syllable(syllable, one) for one in readings(ch)) for ch, syllable in zip(after, given, strict=True)
        ):
            return True
        at = source.find(surname, at + 1)
    return False


@cache
def _whole_surnames() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return the surnames that are never parted, spelling and characters, by their first syllable."""
    by_spelling: dict[str, list[str]] = {}
    for (row,) in data_rows("whole_surnames.tsv"):
        for characters in row.split():
            for reading in surname_table()[characters]:
                by_spelling.setdefault(reading, []).append(characters)
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for spelling, several in by_spelling.items():
        for split in proper_splits(spelling):
            if len(split) == len(several[0]):
                found.setdefault(split[0], []).append((spelling, tuple(several)))
    return {first: tuple(rows) for first, rows in found.items()}


def _surnames_of(first: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return _whole_surnames().get(first, ())


@cache
def _ways() -> dict[str, tuple[str, ...]]:
    """Return how the surnames begin where they are parted, "Ou Yang", by their first syllable."""
    return {
        first: tuple(f"{first.capitalize()} {spelling[len(first) :].capitalize()}" for spelling, _ in rows)
        for first, rows in _whole_surnames().items()
    }


@cache
def _parted() -> re.Pattern[str]:
    """Return the pattern of a first syllable that stands as a word before its second."""
    ways = sorted(way for several in _ways().values() for way in several)
    pairs = "|".join(rf"(?={re.escape(way)})" for way in ways)
    return re.compile(
        rf"(?<![\w'’-])(?:{pairs})(?P<first>[A-Z][a-z]+) (?P<second>[A-Z][a-z'’]*[a-z])(?: (?P<third>[A-Z][a-z]+))?(?![\w-])"
    )
