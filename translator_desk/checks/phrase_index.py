"""Which phrases of the rule packs may stand in a text, told by its words and their neighbours.

Reading a text for one phrase after the other costs a microsecond each or more; looking each word of the text up in a
table, and its neighbours in a set, costs a tenth of that for all phrases together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

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
    """

    first: Words | None = None
    last: Words | None = None
    one: Words | None = None
    silent: bool = False
    optional: bool = False


UNKNOWN = Ends()
SILENT = Ends(silent=True)


class Clue(NamedTuple):
    """What the words of a text must show for a phrase to stand in it.

    Attributes:
        words: One of these is there;
        before: right before it one of these, unless None;
        after: right after it one of these, unless None.
        others: Of each of these sets one word is there as well.
    """

    words: Words
    before: Words | None = None
    after: Words | None = None
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
            before = _next(parts[:at][::-1])
            after = _next([other._replace(last=other.first) for other in parts[at + 1 :]])
            clues.append((at, Clue(part.one, before, after)))
    if not clues:
        return Clue(frozenset(max(text_words(word), key=len) for word in anchors))
    at, best = max(clues, key=lambda row: _worth(row[1]))
    rest = (part.first for number, part in enumerate(parts) if number != at and not part.optional)
    return best._replace(others=tuple(words for words in rest if words is not None))


def _worth(clue: Clue) -> tuple[bool, int, int, int]:
    """Return how few texts a clue lets pass: the more long words, few of them, and known neighbours."""
    shortest = min(map(len, clue.words))
    return shortest > 2, (clue.before is not None) + (clue.after is not None), min(shortest, 5), -len(clue.words)


_NONE: frozenset[int] = frozenset()


class _Side:
    """Clues that know a neighbour on one side: their numbers by their words, and by the neighbours."""

    __slots__ = ("beside", "told")

    def __init__(self, clues: Iterable[tuple[int, Words, Words]]) -> None:
        """Take number, words and neighbours of each clue."""
        told: defaultdict[str, set[int]] = defaultdict(set)
        beside: defaultdict[str, set[int]] = defaultdict(set)
        for number, words, neighbours in clues:
            for word in words:
                told[word].add(number)
            for word in neighbours:
                beside[word].add(number)
        self.told = {word: frozenset(numbers) for word, numbers in told.items()}
        self.beside = {word: frozenset(numbers) for word, numbers in beside.items()}


class PhraseIndex:
    """Finds the phrases whose clues a text shows."""

    __slots__ = ("_after", "_alone", "_always", "_before", "_clues", "_words")

    def __init__(self, clues: Iterable[Clue]) -> None:
        self._clues = tuple(clues)
        rows = tuple(enumerate(self._clues))
        self._before = _Side((number, one.words, one.before) for number, one in rows if one.before is not None)
        self._after = _Side(
            (number, one.words, one.after) for number, one in rows if one.before is None and one.after is not None
        )
        alone = _Side((number, one.words, frozenset()) for number, one in rows if one.before is None is one.after)
        self._always = alone.told.pop("", _NONE)
        self._alone = alone.told
        self._words = frozenset((*self._before.told, *self._after.told, *self._alone))

    def find(self, words: Sequence[str]) -> list[int]:
        """Return the numbers of the clues that the words, made by ``text_words``, show; in order."""
        there = set(words)
        told = self._words & there
        if not told:
            return sorted(self._always)
        before, after, clues = self._before, self._after, self._clues
        found = set(self._always)
        for at, word in enumerate(words):
            if word in told:
                found |= self._alone.get(word, _NONE)
                found |= after.told.get(word, _NONE) & after.beside.get(words[at + 1], _NONE)
                for number in before.told.get(word, _NONE) & before.beside.get(words[at - 1], _NONE):
                    behind = clues[number].after
                    if behind is None or words[at + 1] in behind:
                        found.add(number)
        return [number for number in sorted(found) if not any(map(there.isdisjoint, clues[number].others))]
