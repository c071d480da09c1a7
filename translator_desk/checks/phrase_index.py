"""Which phrases of the rule packs may stand in a text, told by its words and their neighbours.

Reading a text for one phrase after the other costs a microsecond each or more; looking each word of the text up in a
table, and its neighbours in a set, costs a tenth of that for all phrases together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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


class PhraseIndex:
    """Finds the phrases whose clues a text shows."""

    __slots__ = ("_always", "_by_word", "_words")

    def __init__(self, clues: Iterable[Clue]) -> None:
        by_word: defaultdict[str, list[tuple[int, Clue]]] = defaultdict(list)
        for number, clue in enumerate(clues):
            for word in clue.words:
                by_word[word].append((number, clue))
        self._always = [number for number, _ in by_word.pop("", ())]
        self._by_word = dict(by_word)
        self._words = frozenset(by_word)

    def find(self, words: Sequence[str]) -> list[int]:
        """Return the numbers of the clues that the words, made by ``text_words``, show; in order."""
        return sorted({*self._always, *self._shown(words)})

    def _shown(self, words: Sequence[str]) -> Iterator[int]:
        there = set(words)
        told = self._words & there
        if not told:
            return
        for at, word in enumerate(words):
            if word not in told:
                continue
            for number, (_, before, after, others) in self._by_word[word]:
                if (
                    (before is None or words[at - 1] in before)
                    and (after is None or words[at + 1] in after)
                    and not any(map(there.isdisjoint, others))
                ):
                    yield number
