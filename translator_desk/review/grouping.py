"""Hunks: what a reviewer accepts or rejects at one stroke, read off the pieces of a redline.

Pieces are what was typed, letter by letter; a person decides about words. A hunk is a run of pending pieces, widened
over the kept letters beside it until it begins and ends between two words in both texts, and joined with a neighbour
from which only white space parts it. It depends on nothing but the pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from translator_desk.model.redline import Piece, Redline
from translator_desk.review.diff import begins_token
from translator_desk.text.span import Span


@dataclass(frozen=True)
class Hunk:
    """One change as a person sees it.

    Attributes:
        old: The agreed words; "" where something is only inserted.
        new: The words that stand; "" where something is only struck.
        display: Where it lies in the display (all pieces one after the other).
        baseline: Where ``old`` lies in the baseline.
        target: Where ``new`` lies in the target.
        pieces: Its pieces, kept letters of widened words included.
    """

    old: str
    new: str
    display: Span
    baseline: Span
    target: Span
    pieces: tuple[Piece, ...]

    @cached_property
    def authors(self) -> frozenset[str]:
        """Everybody who took part in it."""
        return frozenset[str]().union(*(piece.authors for piece in self.pieces))


def strokes(pieces: Iterable[Piece]) -> tuple[frozenset[str], ...]:
    """Return the authors of each run of pending pieces.

    A hunk has several where only white space or letters of one word part them. A run of one author alone was seen by
    nobody else.
    """
    return tuple(
        frozenset[str]().union(*(piece.authors for piece in run))
        for settled, run in groupby(pieces, key=lambda piece: piece.settled)
        if not settled
    )


def hunks(redline: Redline) -> tuple[Hunk, ...]:
    """Return the hunks of a redline in reading order; none where nothing is pending."""
    if not redline.pending:
        return ()
    runs = list(_runs(redline.pieces))
    for run in runs:
        run.widen(redline.baseline, redline.target)
    out: list[_Run] = []
    for run in runs:
        if out and _island(redline.baseline, out[-1], run):
            out[-1].join(run)
        else:
            out.append(run)
    within = redline.stretches([Span(*run.display) for run in out])
    return tuple(_hunk(redline, run, pieces) for run, pieces in zip(out, within, strict=True))


def words_of(hunk: Hunk) -> tuple[Piece, ...]:
    """Return a change as a reader takes it in: its old words, then its new ones.

    Where one person struck what another had pending, the other's words stand whole between them. What several people
    did side by side is given as its pieces.
    """
    first, last = _in_turn(hunk)
    if not last:
        return hunk.pieces
    between = ""
    if first != last:
        between = "".join(one.text for one in hunk.pieces if one.removed_by != first and one.inserted_by != last)
    old, new = Piece(hunk.old, None, first), Piece(hunk.new, last)
    told = (old, Piece(between, first, last), new) if between not in (hunk.old, hunk.new) else (old, new)
    return tuple(piece for piece in told if piece.text)


def _in_turn(hunk: Hunk) -> tuple[str, str]:
    """Return who changed the agreed words and who changed that person's; "" twice where it was not one after the other.

    A single person did both.
    """
    authors = hunk.authors
    if len(authors) == 1:
        (author,) = authors
        return author, author
    struck = {(one.inserted_by, one.removed_by) for one in hunk.pieces if one.inserted_by and one.removed_by}
    first, last = struck.pop() if len(authors) == 2 and len(struck) == 1 else (None, None)
    return (first, last) if first and last and first != last else ("", "")


@dataclass(slots=True)
class _Run:
    """A run of pending pieces on its way to a hunk: places in display, baseline and target, and the room beside it."""

    display: list[int]
    old: list[int]
    new: list[int]
    room: list[int]

    def widen(self, old: str, new: str) -> None:
        """Take in kept letters until both ends lie between two words in both texts."""
        for end, step in ((0, -1), (1, 1)):
            while self.room[end] and not (begins_token(old, self.old[end]) and begins_token(new, self.new[end])):
                self.room[end] -= 1
                for place in (self.display, self.old, self.new):
                    place[end] += step

    def join(self, other: _Run) -> None:
        """Take in the next run and what lies between."""
        for place, its in ((self.display, other.display), (self.old, other.old), (self.new, other.new)):
            place[1] = its[1]


def _runs(pieces: Sequence[Piece]) -> Iterator[_Run]:
    display = old = new = kept = 0
    run: _Run | None = None
    for piece in pieces:
        length = len(piece.text)
        if piece.settled:
            if run is not None:
                run.room[1] = length
                yield run
                run = None
            kept = length
        else:
            if run is None:
                run = _Run([display, display], [old, old], [new, new], [kept, 0])
                kept = 0
        display += length
        old += length if piece.agreed else 0
        new += length if piece.stands else 0
        if run is not None:
            run.display[1], run.old[1], run.new[1] = display, old, new
    if run is not None:
        yield run


def _island(baseline: str, first: _Run, second: _Run) -> bool:
    """Return whether nothing but white space parts two runs; between runs both texts are the same."""
    gap = baseline[first.old[1] : second.old[0]]
    return not gap or gap.isspace()


def _hunk(redline: Redline, run: _Run, pieces: tuple[Piece, ...]) -> Hunk:
    display, old, new = Span(*run.display), Span(*run.old), Span(*run.new)
    return Hunk(
        old.of(redline.baseline),
        new.of(redline.target),
        display,
        old,
        new,
        pieces,
    )
