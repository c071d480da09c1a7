"""Questions that wait for a person's answer."""

from __future__ import annotations

from translator_desk.app.commands.comments import open_threads
from translator_desk.app.state import ProjectState
from translator_desk.model.document import Document
from translator_desk.model.ids import SegmentId
from translator_desk.wording import Message, say


def questions_for(state: ProjectState, person: str) -> tuple[SegmentId, ...]:
    """Return the segments asked back to a person, in reading order.

    They are those of documents that the person handed over or was given, or that nobody was; never what the person asked.
    """
    return tuple(
        segment.id
        for key in state.document_order
        if _is_of(state.documents[key], person)
        for segment in state.document_segments(key)
        if segment.asked_back and any(one.author != person for one in open_threads(state, segment.id))
    )


def told(waiting: tuple[SegmentId, ...]) -> Message:
    """Return what the person is told of waiting questions."""
    if len(waiting) == 1:
        return say("A question of the review waits for your answer.", "审校中有 1 处询问等待您答复。")
    return say(
        "{count} questions of the review wait for your answer.",
        "审校中有 {count} 处询问等待您答复。",
        count=len(waiting),
    )


def _is_of(document: Document, person: str) -> bool:
    concerned = {document.handling.handed_by, document.handling.assignee} - {""}
    return not concerned or person in concerned
