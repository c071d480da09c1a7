"""Parts of a hunk: the least that can be decided of it without cutting a word.

A word is a part where it was struck or inserted as a whole; words that one person inserted and another struck, which
are in neither text, go with those that stand in their place. Words belong together where one stands in the place of
the other, or they share kept letters or the white space behind them: deciding one of them alone would leave half a
word, or two in one place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from translator_desk.model.redline import Outcome, Piece, Redline
from translator_desk.review.decisions import refuse_stale
from translator_desk.review.diff import tokens
from translator_desk.review.grouping import Hunk
from translator_desk.text.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a hunk.

    Attributes:
        old: Those that would go if it were accepted; "" for none.
        new: Those that would be agreed; "" for none.
        spans: Where its pending words lie in the display, in order.
    """

    old: str
    new: str
    spans: tuple[Span, ...]


def parts_of(hunk: Hunk) -> tuple[Part, ...]:
    """Return the parts of a hunk in reading order; every pending letter is in exactly one of them."""
    letters = list(_letters(hunk))
    words = [
        *_words([one for one in letters if one.piece.agreed]),
        *_words([one for one in letters if one.piece.stands]),
        *([one] for one in letters if not (one.piece.agreed or one.piece.stands)),
    ]
    groups = _Groups(len(words))
    owner: dict[int, int] = {}
    for number, word in enumerate(words):
        for letter in word:
            groups.join(number, owner.setdefault(letter.at, number))
    for settled, run in groupby(letters, key=lambda letter: letter.piece.settled):
        here = tuple(run)
        for gone, beside in _beside(here):
            groups.join(owner[gone.at], owner[beside.at])
        old = {owner[letter.at] for letter in here if letter.piece.agreed}
        new = {owner[letter.at] for letter in here if letter.piece.stands}
        if not settled and len(old) == len(new) == 1:
            groups.join(*old, *new)
    found: defaultdict[int, list[_Letter]] = defaultdict(list)
    for number, word in enumerate(words):
        found[groups.first(number)].extend(word)
    parts = (_part({letter.at: letter for letter in group}) for group in found.values())
    return tuple(sorted((part for part in parts if part.spans), key=lambda part: part.spans[0]))


def _beside(run: tuple[_Letter, ...]) -> Iterator[tuple[_Letter, _Letter]]:
    """Yield each letter of a run that is in neither text with one it goes with: of the words after it, else before."""
    read = [one for one in run if one.piece.agreed or one.piece.stands] or run[:1]
    for letter in run:
        if not (letter.piece.agreed or letter.piece.stands):
            yield letter, next((one for one in read if one.at > letter.at), read[-1])


def together(parts: Iterable[Part]) -> Part:
    """Return several parts as one."""
    parts = tuple(parts)
    old, new = (
        " ".join(word for word in words if word) for words in zip(*((p.old, p.new) for p in parts), strict=True)
    )
    return Part(old, new, tuple(sorted(span for part in parts for span in part.spans)))


def decide_part(redline: Redline, hunk: Hunk, part: Part, outcome: Outcome) -> Redline:
    """Return the redline with a part of ``hunk`` accepted or rejected; the rest of it stays pending as it is.

    Raises:
        RefusedError: The hunk is no longer as it was seen.
        ValueError: The part is none of this hunk.
    """
    refuse_stale(redline, hunk)
    if not all(hunk.display.contains(span) for span in part.spans):
        raise ValueError("a part of another change")
    # From the end, so that the spans before keep their places.
    for span in sorted(part.spans, reverse=True):
        redline = redline.settle(span, outcome)
    return redline


def pieces_of(redline: Redline, part: Part) -> tuple[Piece, ...]:
    """Return the pieces of a part."""
    return tuple(piece for span in part.spans for piece in redline.shown(span))


@dataclass(frozen=True, slots=True)
class _Letter:
    """One code point of the display, with its fate."""

    text: str
    at: int
    piece: Piece


class _Groups:
    """Numbers, some of which belong together."""

    def __init__(self, count: int) -> None:
        self._up = list(range(count))

    def first(self, number: int) -> int:
        """Return the number that stands for a group."""
        while self._up[number] != number:
            number = self._up[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make two groups one."""
        one, other = sorted((self.first(one), self.first(other)))
        self._up[other] = one


def _letters(hunk: Hunk) -> Iterator[_Letter]:
    at = hunk.display.start
    for piece in hunk.pieces:
        for text in piece.text:
            yield _Letter(text, at, piece)
            at += 1


def _words(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    """Yield the words of one of the two texts, each with the white space behind it."""
    word: list[_Letter] = []
    at = 0
    for token in tokens("".join(letter.text for letter in letters)):
        if word and not token.isspace() and not all(letter.text.isspace() for letter in word):
            yield word
            word = []
        word += letters[at : at + len(token)]
        at += len(token)
    if word:
        yield word


def _part(letters: dict[int, _Letter]) -> Part:
    ordered = [letters[at] for at in sorted(letters)]
    spans: list[Span] = []
    for letter in ordered:
        if letter.piece.settled:
            continue
        if spans and spans[-1].end == letter.at:
            spans[-1] = Span(spans[-1].start, letter.at + 1)
        else:
            spans.append(Span(letter.at, letter.at + 1))
    old = "".join(letter.text for letter in ordered if letter.piece.agreed)
    new = "".join(letter.text for letter in ordered if letter.piece.stands)
    return Part(old.strip() or old, new.strip() or new, tuple(spans))
