"""Remarks in threads: written, answered, closed, opened again; a segment asked back and answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import uuid4

from translator_desk.app.commands.base import Doing, segment_of
from translator_desk.app.commands.roles import refuse_role
from translator_desk.app.state import Delta, Entry, ProjectState, Step
from translator_desk.errors import RefusedError
from translator_desk.model.comment import Comment
from translator_desk.model.ids import SegmentId
from translator_desk.model.revision import RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.model.workflow import Move
from translator_desk.review.anchors import surroundings
from translator_desk.text.span import Span
from translator_desk.wording import Message, say

RESOLVED, REOPENED, WITHDRAWN = "resolved", "reopened", "question withdrawn"
"""What the record says first of a thread that was closed, opened again, or closed with its question unanswered."""


@dataclass(frozen=True, slots=True)
class AddComment:
    """A new thread on a segment, or on words of its target."""

    segment: SegmentId
    text: str
    span: Span | None = None
    typing: bool = False

    @property
    def focus(self) -> SegmentId:
        """The segment remarked on."""
        return self.segment

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("comment", "批注")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the project with the thread.

        Raises:
            RefusedError: Nothing is said.
        """
        refuse_role(doing, Move.COMMENT)
        segment = segment_of(state, self.segment)
        comment = _new(segment, self.text, self.span, doing)
        return _remarked(state, None, comment, "comment")


@dataclass(frozen=True, slots=True)
class AnswerComment:
    """An answer in a thread; one to a question asked back puts the segment back into the reviewer's hands."""

    thread: str
    text: str
    typing: bool = False

    @property
    def focus(self) -> None:
        """Nowhere to go."""
        return

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("answer", "答复")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the project with the answer.

        Raises:
            RefusedError: Nothing is said, or the thread is gone.
        """
        refuse_role(doing, Move.ANSWER)
        first = _thread(state, self.thread)
        segment = segment_of(state, first.segment)
        answer = replace(_new(segment, self.text, None, doing), answers=first.id)
        if not segment.asked_back or doing.person.name == first.author:
            return _remarked(state, None, answer, "answer")
        answered = replace(segment, asked_back=False, version=segment.version + 1)
        delta = Delta(segments={segment.id: (segment, answered)}, comments={answer.id: (None, answer)})
        return Step(delta, RevisionKind.COMMENT, f"answer: {answer.text}")


@dataclass(frozen=True, slots=True)
class AskBack:
    """A segment given back to the translator with a question; it comes first in the translator's queue."""

    segment: SegmentId
    question: str
    span: Span | None = None
    typing: bool = False

    @property
    def focus(self) -> SegmentId:
        """The segment asked back."""
        return self.segment

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("question to the translator", "退回询问")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the segment asked back, with the thread.

        Raises:
            RefusedError: No question is asked, or the role may not ask back.
        """
        refuse_role(doing, Move.ASK_BACK)
        segment = segment_of(state, self.segment)
        comment = _new(segment, self.question, self.span, doing)
        asked = replace(segment, asked_back=True, version=segment.version + 1)
        delta = Delta(segments={segment.id: (segment, asked)}, comments={comment.id: (None, comment)})
        return Step(delta, RevisionKind.COMMENT, f"asked back: {comment.text}")


@dataclass(frozen=True, slots=True)
class CloseThread:
    """A thread resolved, or opened again; resolving one's own question withdraws it."""

    thread: str
    resolved: bool = True
    typing: bool = False

    @property
    def focus(self) -> None:
        """Nowhere to go."""
        return

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("resolving a thread", "关闭讨论") if self.resolved else say("reopening a thread", "重新打开讨论")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the thread closed or open.

        Raises:
            RefusedError: The thread is gone, or it is the unanswered question of somebody else.
        """
        refuse_role(doing, Move.COMMENT)
        first = _thread(state, self.thread)
        if first.resolved == self.resolved:
            return Step(Delta(), RevisionKind.COMMENT)
        by = doing.person.name if self.resolved else ""
        turned = replace(first, resolved=self.resolved, resolved_by=by)
        segment = state.segments.get(first.segment)
        if segment is None or not _ends_question(state, segment, first, self.resolved):
            return _remarked(state, first, turned, RESOLVED if self.resolved else REOPENED)
        if doing.person.name != first.author and not _is_answered(state, first):
            raise RefusedError(
                say(
                    "{author} waits for an answer: write one in the thread. Only {author} may withdraw the question.",
                    "{author}正等待答复：请在讨论中答复。只有{author}可以撤回该问题。",
                    author=first.author,
                )
            )
        freed = replace(segment, asked_back=False, version=segment.version + 1)
        delta = Delta(segments={segment.id: (segment, freed)}, comments={first.id: (first, turned)})
        return Step(delta, RevisionKind.COMMENT, f"{WITHDRAWN}: {first.text}")


def _ends_question(state: ProjectState, segment: Segment, thread: Comment, resolved: bool) -> bool:
    """Return whether with this thread the last one goes that may hold the question of a segment asked back."""
    return resolved and segment.asked_back and open_threads(state, segment.id) == (thread,)


def _is_answered(state: ProjectState, thread: Comment) -> bool:
    return any(one.answers == thread.id and one.author != thread.author for one in state.remarks(thread.segment))


def open_threads(state: ProjectState, segment: SegmentId) -> tuple[Comment, ...]:
    """Return the first comments of the threads on a segment that are not resolved."""
    return tuple(one for one in state.remarks(segment) if not one.answers and not one.resolved)


def turn_note(what: str, comment: Comment) -> str:
    """Return what the record says of a remark that was written, or of its thread being closed or opened again."""
    return f"{what}, segment {comment.segment}: {comment.text}"


def _new(segment: Segment, text: str, span: Span | None, doing: Doing) -> Comment:
    if not text.strip():
        raise RefusedError(say("Write what you want to say.", "请填写内容。"))
    if span is not None and (span.end > len(segment.target) or span.start == span.end):
        raise RefusedError(say("Select the words that you want to comment on.", "请选中要批注的文字。"))
    before, after = surroundings(segment.target, span) if span is not None else ("", "")
    return Comment(
        id=uuid4().hex,
        segment=segment.id,
        answers="",
        quote=span.of(segment.target) if span is not None else "",
        span=span,
        text=text.strip(),
        author=doing.person.name,
        time=doing.time,
        before=before,
        after=after,
    )


def _thread(state: ProjectState, key: str) -> Comment:
    comment = state.comments.get(key)
    if comment is not None and comment.answers:
        comment = state.comments.get(comment.answers)
    if comment is None:
        raise RefusedError(say("This thread is no longer there.", "该讨论已不存在。"))
    return comment


def _remarked(state: ProjectState, before: Comment | None, after: Comment, what: str) -> Step:
    segment = state.segments.get(after.segment)
    entry = Entry(
        RevisionKind.COMMENT,
        turn_note(what, after),
        segment.document if segment is not None else "",
        after.quote,
    )
    return Step(Delta(comments={after.id: (before, after)}), RevisionKind.COMMENT, what, (entry,))
