"""A redline: the pieces of a text, each knowing who put it in and who struck it out.

The pieces are the truth; the target (what stands if all is accepted) and the baseline (what was last agreed) are
read off them. A decision settles pieces and never compares the two texts again: doing so changed the wording of
another hunk in 23 of 100 trials.

Three ways of counting meet here. Spans of the *target* count what stands, spans of the *baseline* what was agreed;
spans of the *display* count all pieces one after the other, struck words included, as a redline is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from translator_desk.text.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one fate.

    Attributes:
        text: The words; never empty inside a redline.
        inserted_by: Who inserted them; None for words of the baseline.
        removed_by: Who struck them out; None while they stand.
    """

    text: str
    inserted_by: str | None = None
    removed_by: str | None = None

    @property
    def stands(self) -> bool:
        """Whether the words are part of the target."""
        return self.removed_by is None

    @property
    def agreed(self) -> bool:
        """Whether the words are part of the baseline."""
        return self.inserted_by is None

    @property
    def settled(self) -> bool:
        """Whether the words are in baseline and target alike."""
        return self.inserted_by is None and self.removed_by is None

    @property
    def authors(self) -> frozenset[str]:
        """Who inserted or struck them."""
        return frozenset(name for name in (self.inserted_by, self.removed_by) if name is not None)


class Outcome(StrEnum):
    """What a decision does with pending pieces."""

    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True)
class Redline:
    """The pieces of one target text, in reading order; neighbours of one fate are one piece."""

    pieces: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, text: str) -> Redline:
        """Return the redline of a text in which nothing is pending."""
        return cls((Piece(text),) if text else ())

    @classmethod
    def joined(cls, pieces: Iterable[Piece]) -> Redline:
        """Return the redline of pieces in reading order; empty ones are dropped, alike neighbours become one."""
        out: list[Piece] = []
        for piece in pieces:
            if not piece.text:
                continue
            last = out[-1] if out else None
            if last and last.inserted_by == piece.inserted_by and last.removed_by == piece.removed_by:
                out[-1] = replace(last, text=last.text + piece.text)
            else:
                out.append(piece)
        return cls(tuple(out))

    @cached_property
    def target(self) -> str:
        """The text as it stands with every pending change in it."""
        return "".join(piece.text for piece in self.pieces if piece.stands)

    @cached_property
    def baseline(self) -> str:
        """The text as last agreed: without pending insertions, with pending removals."""
        return "".join(piece.text for piece in self.pieces if piece.agreed)

    @cached_property
    def _hash(self) -> int:
        return hash(self.pieces)

    def __hash__(self) -> int:
        # What is read off a redline is kept by it; going through the pieces each time took longer than reading.
        return self._hash

    @property
    def pending(self) -> bool:
        """Whether any piece waits for a decision."""
        return any(not piece.settled for piece in self.pieces)

    @property
    def authors(self) -> frozenset[str]:
        """Everybody who has a change pending here."""
        return frozenset[str]().union(*(piece.authors for piece in self.pieces))

    def write(self, span: Span, words: str, author: str | None) -> Redline:
        """Return the redline after ``author`` wrote ``words`` over ``span`` of the target.

        Words of the baseline are struck, the author's own pending ones vanish, those of another author are struck and
        stay to be seen. New words stand after the struck ones. Where the author thereby takes back all that he or
        she had changed, nothing stays pending. With None for the author nothing is pending: the words are agreed at
        once, and those they replace are gone.

        Raises:
            ValueError: The span reaches beyond the target, or the author has no name.
        """
        if author == "":
            raise ValueError("a pending change needs the name of its author")
        if span.end > len(self.target):
            raise ValueError(f"{span} reaches beyond a target of {len(self.target)}")
        before, rest = _cut(self.pieces, span.start, standing=True)
        within, after = _cut(rest, len(span), standing=True)
        # Struck pieces at the very place stand before what is written there, not after it.
        at_place = 0
        while at_place < len(after) and not after[at_place].stands:
            at_place += 1
        if author is None:
            struck: Iterable[Piece] = (piece for piece in within if not piece.stands)
        else:
            struck = (piece for one in within for piece in _struck(one, author))
        written = (*before, *struck, *after[:at_place], Piece(words, author), *after[at_place:])
        redline = Redline.joined(written)
        return redline if author is None else redline.tidied(author)

    def tidied(self, author: str) -> Redline:
        """Return the redline without changes of ``author`` alone that change nothing (struck and typed again)."""
        out: list[Piece] = []
        run: list[Piece] = []
        for piece in self.pieces:
            if piece.settled:
                out.extend(_without_vain_changes(run, author))
                run = []
                out.append(piece)
            else:
                run.append(piece)
        out.extend(_without_vain_changes(run, author))
        return Redline.joined(out)

    def settle(self, display: Span, outcome: Outcome) -> Redline:
        """Return the redline with the pending pieces inside ``display`` decided; all else keeps its wording.

        Accept: inserted words are kept and struck ones vanish. Reject: the opposite. Words that one author inserted
        and another struck are in neither text and vanish both ways.
        """
        before, rest = _cut(self.pieces, display.start, standing=False)
        within, after = _cut(rest, len(display), standing=False)
        accept = outcome is Outcome.ACCEPT
        kept = (Piece(one.text) for one in within if (one.stands if accept else one.agreed))
        return Redline.joined((*before, *kept, *after))

    def settle_of(self, author: str, display: Span, outcome: Outcome) -> Redline:
        """Return the redline with only what ``author`` did inside ``display`` decided.

        Of words that ``author`` struck and another had inserted, accepting the strike lets them vanish, rejecting it
        leaves them the pending insertion that they were. Of words that ``author`` inserted and another struck,
        accepting leaves the strike alone pending, rejecting lets them vanish.
        """
        before, rest = _cut(self.pieces, display.start, standing=False)
        within, after = _cut(rest, len(display), standing=False)
        settled = (piece for one in within for piece in _settled_of(one, author, outcome))
        return Redline.joined((*before, *settled, *after))

    def amend(self, display: Span, words: str) -> Redline:
        """Return the redline with everything inside ``display`` settled as ``words``."""
        before, rest = _cut(self.pieces, display.start, standing=False)
        _, after = _cut(rest, len(display), standing=False)
        return Redline.joined((*before, Piece(words), *after))

    def stretches(self, displays: Iterable[Span]) -> list[tuple[Piece, ...]]:
        """Return the pieces inside each of some spans of the display, which follow one another, cut at their ends."""
        found: list[tuple[Piece, ...]] = []
        rest, at = self.pieces, 0
        for display in displays:
            _, rest = _cut(rest, display.start - at, standing=False)
            within, rest = _cut(rest, len(display), standing=False)
            found.append(within)
            at = display.end
        return found

    def shown(self, display: Span) -> tuple[Piece, ...]:
        """Return the pieces inside ``display``, cut at its ends."""
        _, rest = _cut(self.pieces, display.start, standing=False)
        return _cut(rest, len(display), standing=False)[0]

    def cut(self, at: int) -> tuple[Redline, Redline]:
        """Return the parts before and after ``at`` of the target; every piece is in one of them, or cut in two."""
        first, second = _cut(self.pieces, at, standing=True)
        return Redline(first), Redline(second)

    def __add__(self, other: Redline) -> Redline:
        return Redline.joined((*self.pieces, *other.pieces))


def _cut(pieces: Iterable[Piece], at: int, *, standing: bool) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the pieces before and after ``at``, counted in the target or (not ``standing``) in the display.

    Struck pieces at the very place of a cut of the target go to the second part.
    """
    first: list[Piece] = []
    left = at
    rest = iter(pieces)
    for piece in rest:
        if left == 0:
            return tuple(first), (piece, *rest)
        if standing and not piece.stands:
            first.append(piece)
        elif len(piece.text) <= left:
            left -= len(piece.text)
            first.append(piece)
        else:
            first.append(replace(piece, text=piece.text[:left]))
            return tuple(first), (replace(piece, text=piece.text[left:]), *rest)
    return tuple(first), ()


def _struck(piece: Piece, author: str) -> Iterator[Piece]:
    if not piece.stands:
        yield piece
    elif piece.inserted_by != author:
        yield replace(piece, removed_by=author)


def _settled_of(piece: Piece, author: str, outcome: Outcome) -> Iterator[Piece]:
    accept = outcome is Outcome.ACCEPT
    if piece.removed_by == author:
        if not accept:
            yield replace(piece, removed_by=None)
    elif piece.inserted_by == author:
        if accept:
            yield replace(piece, inserted_by=None)
    else:
        yield piece


def _without_vain_changes(run: list[Piece], author: str) -> Iterator[Piece]:
    """Yield a run of pending pieces; if it is one author's, what is struck and typed again at its ends is kept.

    Only whole words are: letters that an old word and a new one happen to share belong to both of them.
    """
    if not run or any(piece.authors != {author} for piece in run):
        yield from run
        return
    old = "".join(piece.text for piece in run if piece.agreed)
    new = "".join(piece.text for piece in run if not piece.agreed)
    if old == new:
        yield Piece(old)
        return
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    while head and (_in_word(old, head) or _in_word(new, head)):
        head -= 1
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    while tail and (_in_word(old, len(old) - tail) or _in_word(new, len(new) - tail)):
        tail -= 1
    yield Piece(old[:head])
    yield Piece(old[head : len(old) - tail], None, author)
    yield Piece(new[head : len(new) - tail], author)
    yield Piece(old[len(old) - tail :])


def _in_word(text: str, at: int) -> bool:
    """Return whether a place lies between two letters or figures of one word; Han characters are words each."""
    return 0 < at < len(text) and all(sign.isalnum() and sign < "\u2e80" for sign in text[at - 1 : at + 1])
