"""Where the words are that a comment was made on, after the text has moved on.

Exact: they stand where they stood, between the same words. By context: they, or what was put in their place, are
found again by what stands around them. Else the comment hangs on the segment and says so: it is never lost, and it
never moves to other words that merely look alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from translator_desk.model.comment import CONTEXT, Comment
from translator_desk.text.span import Span

_ENOUGH = 6
"""So many code points of context must agree before a place counts as found by it."""


class Hold(StrEnum):
    """How a comment holds to its words."""

    SEGMENT = "segment"
    EXACT = "exact"
    CONTEXT = "context"
    CHANGED = "changed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a comment holds now.

    Attributes:
        hold: SEGMENT: it is about the whole segment. EXACT: the words stand where they stood. CONTEXT: the words were
            found elsewhere by what surrounds them. CHANGED: other words stand in their place now. LOST: they cannot
            be told any more.
        span: The words in the target, None for SEGMENT and LOST.
    """

    hold: Hold
    span: Span | None = None


def surroundings(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and after ``span``, as much as a comment keeps."""
    return text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]


def locate(comment: Comment, text: str) -> Anchor:
    """Return where the words of ``comment`` stand in ``text`` now."""
    quote, span = comment.quote, comment.span
    if not quote or span is None:
        return Anchor(Hold.SEGMENT)
    if span.end <= len(text) and span.of(text) == quote and surroundings(text, span) == (comment.before, comment.after):
        return Anchor(Hold.EXACT, span)
    scored = sorted(((_agreement(comment, text, place), place) for place in _places(text, quote)), reverse=True)
    if scored and (len(scored) == 1 or scored[0][0] > scored[1][0]):
        score, place = scored[0]
        if place == span and score:
            return Anchor(Hold.EXACT, place)
        if len(scored) == 1 and not comment.before and not comment.after:
            return Anchor(Hold.CONTEXT, place)
        if score >= min(_ENOUGH, len(comment.before) + len(comment.after)):
            return Anchor(Hold.CONTEXT, place)
    replaced = _between(comment, text)
    return Anchor(Hold.LOST) if scored or replaced is None else Anchor(Hold.CHANGED, replaced)


def _places(text: str, quote: str) -> Iterator[Span]:
    at = text.find(quote)
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1)


def _agreement(comment: Comment, text: str, place: Span) -> int:
    """Return how many code points on both sides read as they did, counted outwards."""
    return _alike(comment.before[::-1], text[: place.start][::-1]) + _alike(comment.after, text[place.end :])


def _alike(first: str, second: str) -> int:
    shorter = min(len(first), len(second))
    return next((at for at in range(shorter) if first[at] != second[at]), shorter)


def _between(comment: Comment, text: str) -> Span | None:
    """Return the one place between what stood before the words and what stood after them, where both still stand."""
    before, after = comment.before[-CONTEXT // 2 :], comment.after[: CONTEXT // 2]
    if len(before) + len(after) < _ENOUGH or any(text.count(side) != 1 for side in (before, after) if side):
        return None
    # An empty side is the end of the text that it was.
    start = text.find(before) + len(before) if before else 0
    end = text.find(after) if after else len(text)
    return Span(start, end) if start <= end else None
