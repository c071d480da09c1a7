"""Which phrases of the rule packs may stand in a text, told by its words and their neighbours.

Reading a text for one phrase after the other costs a microsecond each or more; looking up each word of the text, and each
with the next, costs as much for all phrases together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise, product
from math import prod
from operator import or_
from typing import NamedTuple, TypeVar

from translator_desk.checks.texts import plain_words

FIGURE = "#"
"""Stands for every word that begins with a figure."""

Words = frozenset[str]


class Ends(NamedTuple):
    """What a part of a phrase may begin and end with.

    Attributes:
        first: The words it may begin with, None where nobody can say.
        last: The words it may end with.
        one: The words that it is, where it is always one of them; else None.
        silent: Whether it holds no word at all.
        optional: Whether it may be missing.
        lone: Whether it is always one word, of which nobody can say more.
    """

    first: Words | None = None
    last: Words | None = None
    one: Words | None = None
    silent: bool = False
    optional: bool = False
    lone: bool = False


UNKNOWN = Ends()
LONE = Ends(lone=True)
SILENT = Ends(silent=True)


class Clue(NamedTuple):
    """What the words of a text must show for a phrase to stand in it.

    Attributes:
        words: One of these is there;
        before: right before it one of these, unless None;
        after: right after it one of these, unless None;
        beyond: before any one word before it one of these, unless None.
        others: Of each of these sets one word is there as well.
    """

    words: Words
    before: Words | None = None
    after: Words | None = None
    beyond: Words | None = None
    others: tuple[Words, ...] = ()


def text_words(low: str) -> list[str]:
    """Return the words of a text made by ``lowered``, as clues have them, between two empty ones."""
    return ["", *[word if word[0] > "9" else FIGURE for word in plain_words(low)], ""]


def ends_of(words: Iterable[str]) -> Ends:
    """Return the ends of a part that is one of these words, made by ``lowered``; each may be several plain words."""
    rows = [[word] if word == FIGURE else text_words(word)[1:-1] for word in words]
    if not rows or not all(rows):
        return SILENT if rows and not any(rows) else UNKNOWN
    first, last = frozenset(row[0] for row in rows), frozenset(row[-1] for row in rows)
    # A figure may be several words: 2,000.
    one = first if all(len(row) == 1 for row in rows) and FIGURE not in first else None
    return Ends(first, last, one)


def ends_in_turn(parts: Sequence[Ends]) -> Ends:
    """Return the ends of parts that follow one another."""
    if all(part.silent for part in parts):
        return SILENT
    speaking = [part for part in parts if not part.silent]
    one = speaking[0].one if len(speaking) == 1 and not speaking[0].optional else None
    return Ends(_next([part._replace(last=part.first) for part in parts]), _next(parts[::-1]), one)


def either_end(ways: Sequence[Ends]) -> Ends:
    """Return the ends of a part that is one of several."""
    if any(way.silent for way in ways):
        return UNKNOWN
    return Ends(
        _union([way.first for way in ways]), _union([way.last for way in ways]), _union([way.one for way in ways])
    )


def _union(several: Sequence[Words | None]) -> Words | None:
    return None if None in several else frozenset().union(*(one for one in several if one is not None))


def _next(parts: Iterable[Ends]) -> Words | None:
    """Return the words that may stand at the near end of parts, the nearest first; None where nobody can say."""
    found: set[str] = set()
    for part in parts:
        if part.silent:
            continue
        if part.last is None:
            return None
        found |= part.last
        if not part.optional:
            return frozenset(found)
    return None


def clue_of(parts: Sequence[Ends], anchors: Iterable[str]) -> Clue:
    """Return by which words a phrase is found.

    Args:
        parts: Its parts in turn.
        anchors: Words made by ``lowered`` of which one stands in every text that holds it.
    """
    clues = []
    for at, part in enumerate(parts):
        if part.one is not None and not part.optional:
            ahead = [other for other in parts[:at][::-1] if not other.silent]
            before = _next(ahead)
            after = _next([other._replace(last=other.first) for other in parts[at + 1 :]])
            leaps = before is None and ahead[:1] != [] and ahead[0].lone and not ahead[0].optional
            clues.append((at, Clue(part.one, before, after, _next(ahead[1:]) if leaps else None)))
    if not clues:
        return Clue(frozenset(max(text_words(word), key=len) for word in anchors))
    at, best = min(clues, key=lambda row: _share(row[1]))
    rest = (part.first for number, part in enumerate(parts) if number != at and not part.optional)
    return best._replace(others=tuple(words for words in rest if words is not None))


_LONG = 5
_COMMONEST = frozenset({FIGURE, "a", "and", "in", "of", "the", "to"})
_SHARES = 0.05, 0.005, 0.0005
"""Roughly how often one of the commonest words, another short word or a long one stands in news."""


def _often(words: Words) -> float:
    """Return roughly how often one of some words stands at a place of a text."""
    return sum(_SHARES[0 if word in _COMMONEST else 1 if len(word) < _LONG else 2] for word in words)


def _share(clue: Clue) -> float:
    """Return roughly at how many places of a text a clue stands."""
    return prod(_often(words) for words in clue[:4] if words is not None)


class PhraseIndex:
    """Finds the phrases whose clues a text shows.

    A clue is looked up by its rarest word or two words side by side. Nearly all that come up so lack another of their
    words, which one number tells: each set of words that any clue wants is a bit, and the bits of a text are those of
    which it has a word. Where the words stand is looked at last.
    """

    __slots__ = ("_alone", "_always", "_bits", "_clues", "_pairs", "_wanted")

    def __init__(self, clues: Iterable[Clue]) -> None:
        self._clues = tuple(clues)
        self._always: tuple[int, ...] = ()
        self._alone: dict[str, tuple[int, ...]] = {}
        self._pairs: dict[tuple[str, str], tuple[int, ...]] = {}
        self._bits: dict[str, int] = {}
        self._wanted: list[int] = []
        bit_of: dict[Words, int] = {}
        for number, clue in enumerate(self._clues):
            words, before, after, beyond, others = clue
            wanted = [one for one in (words, before, after, beyond, *others) if one is not None and "" not in one]
            for one in wanted:
                if one not in bit_of:
                    bit_of[one] = 1 << len(bit_of)
                    for word in one:
                        self._bits[word] = self._bits.get(word, 0) | bit_of[one]
            self._wanted.append(reduce(or_, (bit_of[one] for one in wanted), 0))
            if after is not None and (before is None or _often(after) < _often(before)):
                _add(self._pairs, product(words, after), number)
            elif before is not None:
                _add(self._pairs, product(before, words), number)
            else:
                _add(self._alone, beyond if beyond is not None and _often(beyond) < _often(words) else words, number)
        self._always = self._alone.pop("", ())

    def find(self, words: Sequence[str]) -> list[int]:
        """Return the numbers of the clues that the words, made by ``text_words``, show; in order."""
        alone, of_pairs, bits, wanted, clues = self._alone, self._pairs, self._bits, self._wanted, self._clues
        found = set(self._always)
        for word in alone.keys() & words:
            found.update(alone[word])
        for pair in of_pairs.keys() & pairwise(words):
            found.update(of_pairs[pair])
        if not found:
            return []
        there, bits_of = 0, bits.get
        for word in words:
            there |= bits_of(word, 0)
        lacking = ~there
        return sorted([one for one in found if not wanted[one] & lacking and _stands(clues[one], words)])


Key = TypeVar("Key", str, tuple[str, str])


def _add(table: dict[Key, tuple[int, ...]], keys: Iterable[Key], number: int) -> None:
    one = (number,)
    for key in keys:
        table[key] = table[key] + one if key in table else one


def _stands(clue: Clue, words: Sequence[str]) -> bool:
    """Return whether words of a text stand to each other as a clue wants; each of its sets has a word in the text."""
    here, before, after, beyond, _ = clue
    if beyond is None and (before is None or after is None):
        return True
    places = [at for at, word in enumerate(words) if word in here]
    if before is not None and after is not None:
        return any(words[at - 1] in before and words[at + 1] in after for at in places)
    return beyond is None or any(words[at - 2] in beyond for at in places if at > 1)
