"""What a command is: a wish as a frozen value, turned into one change of the project."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from translator_desk.app.state import ProjectState, Step
from translator_desk.errors import RefusedError
from translator_desk.model.ids import SegmentId
from translator_desk.model.project import Person
from translator_desk.model.segment import Segment
from translator_desk.model.workflow import Stage
from translator_desk.review.tracked import edited, rewritten
from translator_desk.text.span import Span
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


def refuse_final(state: ProjectState, segment: Segment) -> None:
    """Refuse to change the words of a document that was declared final.

    Raises:
        RefusedError: It was.
    """
    if state.handling(segment).stage is Stage.FINAL:
        raise RefusedError(
            say(
                "“{title}” is final and locked. Reopen its review to change it.",
                "“{title}”已定稿并锁定。如需修改，请重新打开审校。",
                title=state.documents[segment.document].title,
            )
        )


def with_words(
    state: ProjectState, segment: Segment, span: Span, words: str, doing: Doing, *, pending: bool = False
) -> Segment:
    """Return the segment with words written over a span of its target.

    They are pending where the document is tracked, or where ``pending`` says so.

    Raises:
        RefusedError: The document is final.
    """
    refuse_final(state, segment)
    return edited(segment, span, words, doing.person.name, tracked=pending or state.handling(segment).tracks)


def with_target(state: ProjectState, segment: Segment, target: str, doing: Doing) -> Segment:
    """Return the segment with a whole new target, pending where its document is tracked.

    Raises:
        RefusedError: The document is final.
    """
    refuse_final(state, segment)
    return rewritten(segment, target, doing.person.name, tracked=state.handling(segment).tracks)
