"""Which phrases of the rule packs may stand in a text, told by its words and their neighbours.

Reading a text for one phrase after the other costs a microsecond each or more; looking each word of the text up in a
table, and its neighbours in a set, costs a tenth of that for all phrases together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from translator_desk.checks.texts import plain_words

FIGURE = "#"
"""Stands for every word that begins with a figure."""

Words = frozenset[str]
WordPairs = frozenset[tuple[str, str]]


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


def word_pairs(words: Sequence[str]) -> WordPairs:
    """Return what stands side by side among words made by ``text_words``."""
    return frozenset(pairwise(words))


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


def _share(clue: Clue) -> float:
    """Return roughly at how many places of a text a clue stands."""
    found = 1.0
    for words in (clue.words, clue.before, clue.after, clue.beyond):
        if words is not None:
            found *= sum(_SHARES[0 if word in _COMMONEST else 1 if len(word) < _LONG else 2] for word in words)
    return found


class PhraseIndex:
    """Finds the phrases whose clues a text shows."""

    __slots__ = ("_alone", "_alone_words", "_always", "_between", "_leaps", "_others", "_pairs")

    def __init__(self, clues: Iterable[Clue]) -> None:
        self._always: tuple[int, ...] = ()
        self._alone: dict[str, tuple[int, ...]] = {}
        self._pairs: dict[tuple[str, str], tuple[int, ...]] = {}
        self._leaps: dict[tuple[str, str], tuple[int, ...]] = {}
        self._others: list[tuple[Words, ...]] = []
        self._between: dict[int, tuple[Words, Words, Words, WordPairs]] = {}
        alone = self._alone
        for number, (words, before, after, beyond, others) in enumerate(clues):
            self._others.append(others)
            if before is not None and after is not None:
                self._between[number] = before, words, after, frozenset(product(words, after))
            if before is not None:
                _add(self._pairs, product(before, words), number)
            elif after is not None:
                _add(self._pairs, product(words, after), number)
            elif beyond is not None:
                _add(self._leaps, product(beyond, words), number)
            else:
                for word in words:
                    alone[word] = (*alone.get(word, ()), number)
        self._always = alone.pop("", ())
        self._alone_words = frozenset(alone)

    def find(self, words: Sequence[str], pairs: WordPairs) -> list[int]:
        """Return the numbers of the clues that the words, made by ``text_words``, and their ``word_pairs`` show; in order."""
        alone, of_pairs, leaps, others_of, between = self._alone, self._pairs, self._leaps, self._others, self._between
        found = set(self._always)
        if not self._alone_words.isdisjoint(words):
            for word in alone.keys() & words:
                found.update(alone[word])
        for pair in pairs:
            if pair in of_pairs:
                found.update(of_pairs[pair])
        if leaps:
            for pair in leaps.keys() & zip(words, words[2:], strict=False):
                found.update(leaps[pair])
        if not found:
            return []
        shown: list[int] = []
        there = set(words)
        for number in found:
            for others in others_of[number]:
                if there.isdisjoint(others):
                    break
            else:
                if number not in between or _stand(between[number], words, pairs):
                    shown.append(number)
        shown.sort()
        return shown


def _add(table: dict[tuple[str, str], tuple[int, ...]], pairs: Iterable[tuple[str, str]], number: int) -> None:
    one = (number,)
    for pair in pairs:
        table[pair] = table[pair] + one if pair in table else one


def _stand(three: tuple[Words, Words, Words, WordPairs], words: Sequence[str], pairs: WordPairs) -> bool:
    """Return whether a word of each of three sets stand side by side."""
    before, here, after, last_two = three
    return not last_two.isdisjoint(pairs) and any(
        word in here and words[at - 1] in before and words[at + 1] in after for at, word in enumerate(words[:-1])
    )
