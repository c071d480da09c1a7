"""What a command is: a wish as a frozen value, turned into one change of the project."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Protocol

from translator_desk.app.state import ProjectState, Step
from translator_desk.errors import RefusedError
from translator_desk.model.ids import SegmentId
from translator_desk.model.project import Person
from translator_desk.model.segment import Segment
from translator_desk.model.state import SegmentState
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does it and when."""

    person: Person
    time: dt.datetime


class Command(Protocol):
    """A wish. ``run`` reads the state and returns what shall change; it changes nothing itself."""

    @property
    def label(self) -> Message:
        """What it is called in the undo menu."""

    @property
    def focus(self) -> SegmentId | None:
        """Where to go when it is undone."""

    @property
    def typing(self) -> bool:
        """Whether it is a part of typing: merged with its neighbours and kept as a draft first."""

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the change.

        Raises:
            RefusedError: The rules do not allow it now.
        """


def segment_of(state: ProjectState, segment_id: SegmentId) -> Segment:
    """Return the segment.

    Raises:
        RefusedError: It is no longer there.
    """
    try:
        return state.segments[segment_id]
    except KeyError:
        raise RefusedError(say("This segment is no longer in the project.", "该句段已不在项目中。")) from None


def with_target(segment: Segment, target: str) -> Segment:
    """Return the segment with a new target; a reviewed or final one goes back to translated."""
    state = segment.state
    if state in (SegmentState.REVIEWED, SegmentState.FINAL):
        state = SegmentState.TRANSLATED
    return replace(segment, target=target, version=segment.version + 1, state=state)
