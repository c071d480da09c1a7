"""How a target with pending changes is shown: with its markup, as it would be, as it was, or both side by side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from translator_desk.model.redline import Piece, Redline
from translator_desk.model.segment import Segment
from translator_desk.review.grouping import Hunk, words_of
from translator_desk.review.grouping import hunks as read_hunks
from translator_desk.text.span import Span
from translator_desk.ui.authors import Authors, tag
from translator_desk.ui.theme import Theme, theme_named
from translator_desk.ui.utf16 import UtfMap


class Showing(StrEnum):
    """Which side of the pending changes is in sight."""

    MARKUP = "markup"
    """Struck words and new ones, one after the other."""
    FINAL = "final"
    """The text as it will be if everything is accepted."""
    ORIGINAL = "original"
    """The text as it was last agreed."""
    SIDES = "sides"
    """The text as it was beside the text as it will be, changed words marked in both."""


@dataclass(frozen=True, slots=True)
class ShownTarget:
    """A target as it is drawn.

    Attributes:
        text: What is drawn.
        changed: Pieces with a change and where they stand in ``text``; none where one side alone is shown.
        tags: Letters of those who made a change, behind it, with one of them; only where several people did.
        runs: Where words of the target stand: (place in the target, place in ``text``, length), in order.
    """

    text: str
    changed: tuple[tuple[Span, Piece], ...] = ()
    runs: tuple[tuple[int, int, int], ...] = ()
    tags: tuple[tuple[Span, str], ...] = ()

    def to_shown(self, span: Span) -> Span:
        """Return where words of the target stand in the drawn text; struck words between them are covered."""
        if not self.runs:
            return Span(0, 0) if not self.text else span
        at = max(bisect_right(self.runs, span.start, key=lambda run: run[0]) - 1, 0)
        target, shown, length = self.runs[at]
        start = shown + min(max(span.start - target, 0), length)
        if span.start >= target + length and span.end > span.start and at + 1 < len(self.runs):
            start = self.runs[at + 1][1]
        at = max(bisect_right(self.runs, span.end - 1, key=lambda run: run[0]) - 1, 0)
        target, shown, length = self.runs[at]
        return Span(start, max(start, shown + min(max(span.end - target, 0), length)))

    def to_target(self, place: int) -> int:
        """Return the place of the target that stands at a place of the drawn text, or next after it."""
        for target, shown, length in self.runs:
            if place < shown + length:
                return target + max(0, place - shown)
        return self.runs[-1][0] + self.runs[-1][2] if self.runs else place


@lru_cache(maxsize=64)
def hunks(redline: Redline) -> tuple[Hunk, ...]:
    """Return the hunks of a redline; what is drawn asks for them more than once."""
    return read_hunks(redline)


def shown_target(segment: Segment, showing: Showing, authors: Authors | None = None) -> ShownTarget:
    """Return how a segment's target is drawn; beside its baseline it stands as it would be.

    Args:
        segment: The segment.
        showing: Which side of its changes.
        authors: Gives the letters that tell who made a change, where several people did; None for none.
    """
    if segment.redline is None:
        return ShownTarget(segment.target, runs=((0, 0, len(segment.target)),))
    marked = showing in (Showing.MARKUP, Showing.SIDES)
    words: list[str] = []
    changed: list[tuple[Span, Piece]] = []
    runs: list[tuple[int, int, int]] = []
    tags: list[tuple[Span, str]] = []
    target = shown = 0
    tagged = _tagged(segment.redline, authors) if showing is Showing.MARKUP else {}
    for number, piece in _by_hunk(segment.redline):
        if piece is None:
            if letters := tagged.get(number):
                words.append(letters[0])
                tags.append((Span(shown, shown + len(letters[0])), letters[1]))
                shown += len(letters[0])
            continue
        length = len(piece.text)
        if showing is Showing.MARKUP or (piece.agreed if showing is Showing.ORIGINAL else piece.stands):
            words.append(piece.text)
            if piece.stands:
                runs.append((target, shown, length))
            if marked and not piece.settled:
                changed.append((Span(shown, shown + length), piece))
            shown += length
        if piece.stands:
            target += length
    return ShownTarget("".join(words), tuple(changed), tuple(runs), tuple(tags))


def shown_baseline(segment: Segment) -> ShownTarget:
    """Return how the text as last agreed is drawn beside the target: its struck words marked."""
    if segment.redline is None:
        return ShownTarget(segment.target)
    changed: list[tuple[Span, Piece]] = []
    at = 0
    for piece in whole_words(segment.redline):
        if piece.agreed:
            if not piece.stands:
                changed.append((Span(at, at + len(piece.text)), piece))
            at += len(piece.text)
    return ShownTarget(segment.redline.baseline, tuple(changed))


def whole_words(redline: Redline) -> tuple[Piece, ...]:
    """Return the pieces as a reader takes them in: every change of one person as its old words, then its new ones."""
    return tuple(piece for _, piece in _by_hunk(redline) if piece is not None)


def _by_hunk(redline: Redline) -> Iterator[tuple[int, Piece | None]]:
    """Yield the pieces as they are read with the number of the hunk that they are of or before; None ends a hunk."""
    at = number = 0
    for number, hunk in enumerate(hunks(redline), 1):
        if at < hunk.target.start:
            yield number, Piece(redline.target[at : hunk.target.start])
        yield from ((number, piece) for piece in words_of(hunk))
        yield number, None
        at = hunk.target.end
    if at < len(redline.target):
        yield number, Piece(redline.target[at:])


def _tagged(redline: Redline, authors: Authors | None) -> dict[int, tuple[str, str]]:
    """Return the letters behind each hunk, and one of its people; none where a single person changed the text."""
    if authors is None or len(redline.authors) < 2:
        return {}
    return {number: (tag(hunk.authors, authors), min(hunk.authors)) for number, hunk in enumerate(hunks(redline), 1)}


def place_of_hunk(
    redline: Redline, number: int, showing: Showing = Showing.MARKUP, authors: Authors | None = None
) -> Span | None:
    """Return where the change of that number (from 1) stands in the drawn text, None where it is gone."""
    tagged = _tagged(redline, authors)
    at = shown = 0
    for count, hunk in enumerate(hunks(redline), 1):
        if showing is not Showing.MARKUP:
            if count == number:
                return hunk.baseline if showing is Showing.ORIGINAL else hunk.target
            continue
        shown += hunk.display.start - at
        length = sum(len(piece.text) for piece in words_of(hunk))
        if count == number:
            return Span(shown, shown + length)
        shown += length + len(tagged.get(count, ("",))[0])
        at = hunk.display.end
    return None


@lru_cache(maxsize=64)
def _format(*, inserted: bool, struck: bool, ink: str, theme_name: str) -> QTextCharFormat:
    """Return how a changed piece is drawn: what was done by shape and ground, who did it by the letters' colour."""
    theme = theme_named(theme_name)
    made = QTextCharFormat()
    kind = "deleted" if struck else "inserted"
    made.setForeground(theme.colour(ink or kind))
    made.setBackground(theme.colour(f"{kind}_ground"))
    made.setFontStrikeOut(struck)
    if inserted:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(theme.colour(ink or "inserted"))
    if not struck:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made


@lru_cache(maxsize=16)
def _tag_format(ink: str, theme_name: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme_named(theme_name).colour(ink))
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    made.setFontWeight(QFont.Weight.Bold)
    return made


def change_ranges(
    text: str, drawn: ShownTarget, theme: Theme, authors: Authors | None = None
) -> list[QTextLayout.FormatRange]:
    """Return the changed pieces of a drawn text as Qt's layouts take them."""
    if not drawn.changed:
        return []
    places = UtfMap(text)
    ranges = []
    looks: list[tuple[Span, QTextCharFormat]] = []
    for span, piece in drawn.changed:
        who = piece.removed_by or piece.inserted_by or ""
        ink = authors.colour(who) if authors is not None else ""
        looks.append(
            (span, _format(inserted=not piece.agreed, struck=not piece.stands, ink=ink, theme_name=theme.name))
        )
    if authors is not None:
        looks.extend((span, _tag_format(authors.colour(who), theme.name)) for span, who in drawn.tags)
    for span, look in looks:
        one = QTextLayout.FormatRange()
        one.start, one.length = places.range_to_qt(span)
        one.format = look
        ranges.append(one)
    return ranges
