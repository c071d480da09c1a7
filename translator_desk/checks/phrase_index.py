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
        ways: The parts in turn of each of its ways, where it may be several words.
    """

    first: Words | None = None
    last: Words | None = None
    one: Words | None = None
    silent: bool = False
    optional: bool = False
    lone: bool = False
    ways: tuple[tuple[Ends, ...], ...] = ()


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
        ahead: The parts before them, the nearest first, as far as words can tell of them; ``first`` is the near end.
        behind: The parts after them, likewise.
    """

    words: Words
    before: Words | None = None
    after: Words | None = None
    beyond: Words | None = None
    others: tuple[Words, ...] = ()
    ahead: tuple[Ends, ...] = ()
    behind: tuple[Ends, ...] = ()


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
    single = speaking[0] if len(speaking) == 1 and not speaking[0].optional else UNKNOWN
    first, last = _next([part._replace(last=part.first) for part in parts]), _next(parts[::-1])
    ways = () if single.one is not None or single.lone else (tuple(parts),)
    return Ends(first, last, single.one, lone=single.lone, ways=ways)


def either_end(ways: Sequence[Ends]) -> Ends:
    """Return the ends of a part that is one of several."""
    if any(way.silent for way in ways):
        return UNKNOWN
    one = _union([way.one for way in ways])
    lone = one is None and all(way.lone or way.one is not None for way in ways)
    several = () if one is not None or lone else tuple(each for way in ways for each in way.ways or ((way,),))
    first, last = _union([way.first for way in ways]), _union([way.last for way in ways])
    return Ends(first, last, one, lone=lone, ways=several)


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
    return best._replace(
        others=tuple(words for words in rest if words is not None),
        ahead=_told(map(_mirrored, parts[:at][::-1])),
        behind=_told(parts[at + 1 :]),
    )


def _mirrored(part: Ends) -> Ends:
    """Return a part as it is read from its end."""
    ways = tuple(tuple(map(_mirrored, reversed(way))) for way in part.ways)
    return part._replace(first=part.last, last=part.first, ways=ways)


def _told(parts: Iterable[Ends]) -> tuple[Ends, ...]:
    """Return the parts of which words can tell whether they stand in a text, up to the first that may be anything."""
    told: list[Ends] = []
    for part in parts:
        if part.silent:
            continue
        single = part.one is not None or part.lone
        if not single and part.first is None and not part.ways:
            break
        told.append(part)
        if not single and not part.ways:
            break  # how many words it is nobody can say
    while told and told[-1].optional:
        told.pop()
    return tuple(told)


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

    __slots__ = ("_alone", "_always", "_bits", "_clues", "_pairs", "_placed", "_wanted")

    def __init__(self, clues: Iterable[Clue]) -> None:
        self._clues = tuple(clues)
        self._always: tuple[int, ...] = ()
        self._alone: dict[str, tuple[int, ...]] = {}
        self._pairs: dict[tuple[str, str], tuple[int, ...]] = {}
        self._bits: dict[str, int] = {}
        self._wanted: list[int] = []
        bit_of: dict[Words, int] = {}
        for number, clue in enumerate(self._clues):
            words, before, after, beyond, others = clue[:5]
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
        self._placed = frozenset(number for number, clue in enumerate(self._clues) if _tells_more(clue))

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
        near, placed = [one for one in found if not wanted[one] & lacking], self._placed
        return sorted([one for one in near if one not in placed or _stands(clues[one], words)])


Key = TypeVar("Key", str, tuple[str, str])


def _add(table: dict[Key, tuple[int, ...]], keys: Iterable[Key], number: int) -> None:
    one = (number,)
    for key in keys:
        table[key] = table[key] + one if key in table else one


def _tells_more(clue: Clue) -> bool:
    """Whether a clue says more of where its words stand than the one neighbour by which it is looked up."""
    parts = (*clue.ahead, *clue.behind)
    return len(parts) > 1 or any(part.ways for part in parts)


def _stands(clue: Clue, words: Sequence[str]) -> bool:
    """Return whether words of a text stand to each other as a clue wants; each of its sets has a word in the text."""
    here, before, after, _, _, ahead, behind = clue
    for at, word in enumerate(words):
        if (
            word in here
            and (before is None or words[at - 1] in before)
            and (after is None or words[at + 1] in after)
            and _follow(ahead, words, at - 1, -1)
            and _follow(behind, words, at + 1, 1)
        ):
            return True
    return False


def _follow(parts: Sequence[Ends], words: Sequence[str], at: int, step: int) -> bool:
    """Return whether parts may stand one after the other, the first at a word, in the direction of a step.

    No part is the empty word at the end of the words, so no step leads beyond it.
    """
    for number, part in enumerate(parts, 1):
        if part.silent:
            continue
        if part.optional and _follow(parts[number:], words, at, step):
            return True
        word = words[at]
        if part.one is not None:
            if word not in part.one:
                return False
        elif part.lone:
            if not word:
                return False
        elif part.first is not None and word not in part.first:
            return False
        else:
            return not part.ways or _one_follows(part.ways, parts[number:], words, at, step)
        at += step
    return True


def _one_follows(
    ways: Iterable[Sequence[Ends]], rest: Sequence[Ends], words: Sequence[str], at: int, step: int
) -> bool:
    """Return whether one of several ways, and the rest after it, may stand at a word."""
    word = words[at]
    for way in ways:
        first = way[0].first
        if (first is None or word in first or way[0].optional) and _follow((*way, *rest), words, at, step):
            return True
    return False
