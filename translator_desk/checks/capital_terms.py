"""Names that stand in a text without their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.matcher import Search, overlapping_searches
from translator_desk.glossary.term_base import TermBase
from translator_desk.resources import data_rows
from translator_desk.text.grammar_words import grammar_words
from translator_desk.text.inflection import PLACE
from translator_desk.text.normalize import lowered
from translator_desk.text.pinyin import proper_splits
from translator_desk.text.tokens import letters_only

_WORD = re.compile(r"[^\W\d_]+")
_KINDS = (Kind.EVENT, Kind.PLACE, Kind.PERSON)


class _Names(NamedTuple):
    """Names as they are written, their numbers by their small letters, and the search for these.

    Attributes:
        telling: Words one of which stands in small letters where a name lacks a capital.
        several: Names that several claim, in small letters.
    """

    forms: tuple[str, ...]
    numbers: Mapping[str, int]
    search: Search
    telling: frozenset[str]
    several: frozenset[str]


class CapitalTerms:
    """Finds names of several words that lack a capital; made by ``capital_terms``.

    The names are those of events, places and persons of the term base, and some that everybody knows. Only names all
    of whose words have capitals count, and a place needs one word that is no plain English ("Autonomous Region").
    """

    __slots__ = ("_beside", "_gone", "_names")

    def __init__(
        self, made: _Names, gone: frozenset[int] = frozenset(), beside: Mapping[str, str] | None = None
    ) -> None:
        self._names = made
        # After a change: the numbers of what is no name any more, and the names looked for one by one.
        self._gone = gone
        self._beside = beside or {}

    def find(self, target: str, low: str, words: Iterable[str]) -> Iterable[tuple[int, int, str]]:
        """Return start and end of the words that lack a capital, and the words as they should be.

        Args:
            target: The text.
            low: The text made by ``normalize.lowered``.
            words: Its words as ``letters_only`` parts them.
        """
        forms, _, search, telling, _ = self._names
        found = []
        if any(_stands(word, target) for word in telling.intersection(words)):
            found = [
                (start, end, forms[number])
                for start, end, number in search(low)
                if target[start:end] != forms[number] and number not in self._gone
            ]
        for small, form in self._beside.items():
            start = low.find(small)
            while start >= 0:
                found.append((start, start + len(form), form))
                start = low.find(small, start + 1)
        return _small_names(found, target, low) if found else ()

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> CapitalTerms:
        """Return the index of the term base made by one change."""
        old, new = (_names(entry) if entry is not None else {} for entry in (before, now))
        changed = {low for low in old.keys() | new.keys() if old.get(low) != new.get(low)}
        if not changed:
            return self
        if any(low in self._names.several or (low not in old and self._is_claimed(low)) for low in changed):
            return capital_terms(term_base)  # who of several says how the name is written, all must tell
        beside = {low: form for low, form in self._beside.items() if low not in changed}
        gone = set(self._gone)
        for low in changed:
            number = self._names.numbers.get(low)
            if number is not None:
                gone.add(number)
            if low in new and number is not None and self._names.forms[number] == new[low]:
                gone.discard(number)
            elif low in new:
                beside[low] = new[low]
        return CapitalTerms(self._names, frozenset(gone), beside)

    def _is_claimed(self, low: str) -> bool:
        number = self._names.numbers.get(low)
        return low in self._beside or (number is not None and number not in self._gone)


def capital_terms(term_base: TermBase) -> CapitalTerms:
    """Return the names of a term base; for ``TermBase.index``."""
    names = {lowered(form): form for form in _everybodys()}
    several: set[str] = set()
    for kind in _KINDS:
        for entry in term_base.of_kind(kind):
            of_entry = _names(entry)
            several.update(names.keys() & of_entry)
            names.update(of_entry)
    numbers = {low: number for number, low in enumerate(names)}
    telling = {
        word
        for form in names.values()
        for one in _WORD.findall(form)
        if one[0].isupper() and one.lower() not in _generic()
        for word in letters_only(one).split()
    }
    search = overlapping_searches(tuple(names))[0]
    return CapitalTerms(_Names(tuple(names.values()), numbers, search, frozenset(telling), frozenset(several)))


def _stands(word: str, target: str) -> bool:
    """Whether a word stands in a text as it is written, by itself."""
    at = target.find(word)
    while at >= 0:
        end = at + len(word)
        if not any(beside.isalpha() and beside.isascii() for beside in (target[at - 1 : at], target[end : end + 1])):
            return True
        at = target.find(word, end)
    return False


def _small_names(found: list[tuple[int, int, str]], target: str, low: str) -> Iterator[tuple[int, int, str]]:
    last = 0
    for start, end, form in sorted(found, key=lambda one: (one[0], -one[1])):
        if start < last or low[start - 1 : start].isalnum() or low[end : end + 1].isalnum():
            continue
        last = end
        small = [
            (word.start(), word.end())
            for word in _WORD.finditer(form)
            if word[0][0].isupper() and target[start + word.start() : start + word.end()].islower()
        ]
        words = [form[a:b].lower() for a, b in small]
        if small and not _generic().issuperset(words) and "-" not in target[start:end]:
            yield start + small[0][0], start + small[-1][1], form[small[0][0] : small[-1][1]]


@cache
def _everybodys() -> tuple[str, ...]:
    """Return the names that everybody knows."""
    return tuple(row[0] for row in data_rows("capital_names.tsv"))


@cache
def _generic() -> frozenset[str]:
    return next(frozenset(row[1].split()) for row in data_rows("capital_heads.tsv") if row[0] == "generic")


def _names(entry: Entry) -> dict[str, str]:
    """Return the accepted forms of an entry that are names of several words, all with capitals, by their small letters."""
    if entry.kind not in _KINDS:
        return {}
    return {lowered(form): form for form in entry.accepted if " " in form and _is_name(form, entry.kind)}


def _is_name(form: str, kind: Kind) -> bool:
    if PLACE in form:
        return False
    words = [word for word in form.split() if word not in grammar_words("joint")]
    if len(words) < 2:
        return False
    for word in words:
        if not (word[0].isupper() and word.isalpha()):
            return False
    return kind is not Kind.PLACE or any(len(word) > 3 and proper_splits(word.lower()) for word in words)
