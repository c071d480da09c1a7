"""The persons of a term base by the letters of their names, whatever stands between them and whichever part is first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from translator_desk.checks.source_persons import squeezed
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.pinyin import is_pinyin, split_syllables

_SHORTEST = len("Ying")
"""Letters of a given name that needs one more to be told from other words."""
_MOST_PIECES = 3
_MOST_REMEMBERED = 50_000
_PIECE = re.compile(r"[A-Za-zü]+")

Misprint = tuple[int, int, Entry]
"""Start and end of the name of a person, within the words it was looked for in."""

T = TypeVar("T")


class _Persons(NamedTuple):
    """Each person by the letters of the name, of several with the same letters the first, and the several by themselves."""

    first: dict[str, Entry]
    several: dict[str, tuple[Entry, ...]]


class PersonLetters:
    """Finds persons by their letters; for ``TermBase.index``.

    Attributes:
        persons: Each person by the small letters of surname and given name, and of given name and surname; of several
            with the same letters the first of the term base.
        firsts: The words in small letters with which any form of a name may begin, with the number of names.
    """

    __slots__ = ("_misprints", "_several", "_starts", "firsts", "persons")

    def __init__(self, term_base: TermBase, parts: tuple[_Persons, dict[str, int]] | None = None) -> None:
        if parts is None:
            found: dict[str, Entry] = {}
            several: dict[str, tuple[Entry, ...]] = {}
            for entry in term_base.of_kind(Kind.PERSON):
                for letters in _letters(entry):
                    if found.setdefault(letters, entry) is not entry:
                        several[letters] = (*several.get(letters, (found[letters],)), entry)
            firsts = Counter(first for letters, entry in found.items() for first in _firsts(letters, entry))
            parts = _Persons(found, several), firsts
        (self.persons, self._several), self.firsts = parts
        self._starts: dict[str, int] = {}
        self._misprints: dict[str, tuple[Misprint, ...]] = {}

    def start_in(self, run: str) -> int:
        """Return where in a run of capitalised words the form of a name may begin first, -1 for nowhere."""
        start = self._starts.get(run)
        if start is None:
            at = 0
            for word in run.lower().split(" "):
                if word in self.firsts:
                    break
                at += len(word) + 1
            else:
                at = -1
            start = _remembered(self._starts, run, at)
        return start

    def misprints(self, words: str) -> tuple[Misprint, ...]:
        """Return the persons among up to three words that stand there in no form the term base has."""
        found = self._misprints.get(words)
        if found is None:
            found = _remembered(self._misprints, words, tuple(self._misprinted(words)))
        return found

    def _misprinted(self, words: str) -> Iterator[Misprint]:
        pieces = [(piece.start(), piece.end(), piece[0].lower()) for piece in _PIECE.finditer(words)]
        for size in range(min(_MOST_PIECES, len(pieces)), 0, -1):
            for first in range(len(pieces) - size + 1):
                several = pieces[first : first + size]
                entry = self.persons.get("".join([letters for _, _, letters in several]))
                if entry is not None:
                    start, end = several[0][0], several[-1][1]
                    name = words[start:end]
                    if name.replace("’", "'") not in entry.accepted and name[0].isupper():
                        yield start, end, entry

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> PersonLetters:
        """Return the persons of the term base made by one change."""
        changed = {letters for entry in (before, now) if entry is not None for letters in _letters(entry)}
        if not changed:
            return self
        persons, several, firsts = self.persons.copy(), self._several.copy(), dict(self.firsts)
        ids = {entry.id for entry in (before, now) if entry is not None}
        new = _letters(now) if now is not None else ()
        for letters in changed:
            first = persons.pop(letters, None)
            known = several.pop(letters, (first,) if first is not None else ())
            if first is not None:
                _count(firsts, _firsts(letters, first), -1)
            others = [one for one in known if one.id not in ids]
            them = term_base.in_order([*others, now] if now is not None and letters in new else others)
            if them:
                persons[letters] = them[0]
                _count(firsts, _firsts(letters, them[0]), 1)
            if len(them) > 1:
                several[letters] = them
        return PersonLetters(term_base, (_Persons(persons, several), firsts))


def _count(numbers: dict[str, int], words: Iterable[str], by: int) -> None:
    """Count words up or down; those of which none is left are no more there."""
    for word in words:
        number = numbers.get(word, 0) + by
        if number:
            numbers[word] = number
        else:
            del numbers[word]


def _remembered(memo: dict[str, T], words: str, found: T) -> T:
    if len(memo) >= _MOST_REMEMBERED:
        memo.clear()
    memo[words] = found
    return found


def _letters(entry: Entry) -> tuple[str, ...]:
    """Return the letters of a name in either order, nothing for what is no Chinese name of two words."""
    if entry.kind is not Kind.PERSON:
        return ()
    surname, _, given = entry.en.partition(" ")
    if len(given) <= _SHORTEST or " " in given or not is_pinyin(surname) or not is_pinyin(given):
        return ()
    surname, given = squeezed(surname), squeezed(given)
    return surname + given, given + surname


def _firsts(letters: str, entry: Entry) -> Iterator[str]:
    surname, _, given = entry.en.partition(" ")
    yield letters
    yield squeezed(surname)
    yield squeezed(given)
    for split in split_syllables(given.lower()):
        yield squeezed(split[0])
