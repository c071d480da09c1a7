"""Moving a segment along: confirmed, opened again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translator_desk.app.commands.base import Doing, segment_of
from translator_desk.app.state import Delta, ProjectState, Step
from translator_desk.model.ids import SegmentId
from translator_desk.model.revision import RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.model.state import SegmentState
from translator_desk.review.four_eyes import with_hands
from translator_desk.wording import Message, say

_APPROVED = (SegmentState.REVIEWED, SegmentState.FINAL)


@dataclass(frozen=True, slots=True)
class SetState:
    """Segments confirmed as translated, or opened again; approving and declaring final have moves of their own."""

    segments: tuple[SegmentId, ...]
    state: SegmentState
    typing: bool = False

    def __post_init__(self) -> None:
        if self.state in _APPROVED:
            raise ValueError("a segment is approved by ApproveSegments and made final with its document")

    @property
    def focus(self) -> SegmentId | None:
        """The first of them."""
        return self.segments[0] if self.segments else None

    @property
    def label(self) -> Message:
        """Name of the step."""
        if self.state is SegmentState.TRANSLATED:
            return say("confirmation", "确认")
        return say("change of state", "更改状态")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the segments with the state; those that have it already stay as they are."""
        pairs: dict[SegmentId, tuple[Segment | None, Segment | None]] = {}
        for segment_id in self.segments:
            segment = segment_of(state, segment_id)
            if segment.state is not self.state and segment.state not in _APPROVED:
                hands = segment.hands
                if self.state is SegmentState.TRANSLATED:
                    hands = with_hands(hands, doing.person.name)
                changed = replace(segment, state=self.state, version=segment.version + 1, hands=hands)
                pairs[segment_id] = (segment, changed)
        return Step(Delta(segments=pairs), RevisionKind.STATE, self.state.value)
