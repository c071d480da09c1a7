"""Which segments the grid shows: words to be found, a kind of segment, or both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from translator_desk.model.ids import SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.segment import Segment
from translator_desk.model.state import SegmentState
from translator_desk.text.scripts import has_han, simplify


class Kind(StrEnum):
    """Which segments."""

    ALL = "all"
    UNCONFIRMED = "unconfirmed"
    FLAGGED = "flagged"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class RowFilter:
    """A wish to see some segments only.

    Attributes:
        text: Words that must stand in source or target, capitals or not; "" for any.
        kind: Which segments.
    """

    text: str = ""
    kind: Kind = Kind.ALL

    @property
    def empty(self) -> bool:
        """Whether everything is shown."""
        return not self.text.strip() and self.kind is Kind.ALL

    def test(self, issues: Callable[[SegmentId], tuple[Issue, ...]]) -> Callable[[Segment], bool]:
        """Return the question asked of every segment."""
        words = self.text.strip().casefold()
        han = has_han(words)
        words = simplify(words) if han else words

        def passes(segment: Segment) -> bool:
            if not _OF_KIND[self.kind](segment, issues):
                return False
            if not words or words in segment.target.casefold():
                return True
            return words in (simplify(segment.source) if han else segment.source.casefold())

        return passes


_OF_KIND: dict[Kind, Callable[[Segment, Callable[[SegmentId], tuple[Issue, ...]]], bool]] = {
    Kind.ALL: lambda segment, issues: True,
    Kind.UNCONFIRMED: lambda segment, issues: segment.state is SegmentState.INITIAL,
    Kind.FLAGGED: lambda segment, issues: bool(issues(segment.id)),
    Kind.EDITED: lambda segment, issues: segment.edited,
}
