"""Brings what people do to the project file: typing as a draft soon, everything else at once.

Writes stand in one queue and reach the store lane one after the other, in the order they were made. A write that
fails stays first in the queue and is tried again; nothing behind it overtakes it, and the text stays on the screen.
*Saved* is said only when the store said so.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from translator_desk.app.changes import Changes, Saving
from translator_desk.app.clock import Clock, Timer
from translator_desk.app.commands.base import Doing
from translator_desk.app.jobs import Lane
from translator_desk.app.session import Session
from translator_desk.app.state import Delta, Step
from translator_desk.app.writes import BatchWrite, DraftWrite, Stepped, Write, author_of, revision_of, without
from translator_desk.errors import DeskError
from translator_desk.model.ids import SegmentId
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.store.base import ChangeBatch, SegmentWrite, StaleSegmentsError, Store
from translator_desk.wording import Message, say

QUIET_SECONDS = 1.0
"""A draft is written after so much quiet,"""
LATEST_SECONDS = 2.0
"""and at the latest so long after the first key that is not yet kept."""
RETRY_SECONDS = 3.0


@dataclass
class _Draft:
    """Typing in one segment that is not yet a revision.

    Attributes:
        first: The segment before it.
        doing: Who types, since when.
        since: When the first key was pressed that is not yet kept; None where all are.
        written: The text last kept as a draft.
    """

    first: Segment
    doing: Doing
    since: float | None = None
    written: str | None = None


class Autosave:
    """Keeps one session in its project file.

    Attributes:
        saving: How safe the work is now.
        conflicts: Segments that somebody else changed in the file; what was typed there is kept as drafts, which
            the next opening sets beside the other text. Until then saving stays "failed", and closing is safe.
    """

    def __init__(self, session: Session, store: Store, lane: Lane, clock: Clock) -> None:
        self.saving = Saving.READ_ONLY if session.read_only else Saving.SAVED
        self._session = session
        self._store = store
        self._lane = lane
        self._clock = clock
        self.conflicts: frozenset[SegmentId] = frozenset()
        self._waiting: deque[Write] = deque()
        self._under_way = False
        self._drafts: dict[SegmentId, _Draft] = {}
        self._stored = {key: segment.version for key, segment in session.state.segments.items()}
        self._ours: dict[SegmentId, int] = {}
        self._timer: Timer | None = None
        self._retry: Timer | None = None
        self._problem: Message | None = None
        self._when_done: list[Callable[[], None]] = []
        self._when_written: list[Callable[[], None]] = []
        session.keep_with(self)

    @property
    def idle(self) -> bool:
        """Whether everything done so far is in the file."""
        return not (self._waiting or self._under_way or self._drafts)

    def keep(self, step: Step, doing: Doing, *, typing: bool) -> None:
        """Take over one step of the session."""
        if typing:
            for key, (before, _) in step.delta.segments.items():
                if before is not None:
                    typing_here = self._drafts.setdefault(key, _Draft(before, doing))
                    if typing_here.since is None:
                        typing_here.since = self._clock.monotonic()
            self._say_pending()
            self._schedule()
            return
        if step.entries:
            # What was typed elsewhere before a document moved on stands before that in the record.
            self._leave_rows(self._drafts.keys() - step.delta.segments.keys())
        revisions: list[Revision] = []
        for key, (before, _) in step.delta.segments.items():
            draft = self._drafts.pop(key, None)
            if draft is not None and before is not None:
                revisions.append(revision_of(before, RevisionKind.EDIT, draft.doing, draft.first.version))
        self._put(self._batch(step, doing, tuple(revisions)))

    def row_left(self, segment: SegmentId) -> None:
        """Make what was typed in this row a revision, in one transaction with the segment itself."""
        draft = self._drafts.pop(segment, None)
        now = self._session.state.segments.get(segment)
        if draft is None or now is None:
            return
        step = Step(Delta(segments={segment: (draft.first, now)}), RevisionKind.EDIT)
        self._put(self._batch(step, draft.doing, ()))

    def flush(self, done: Callable[[], None] | None = None) -> None:
        """Write everything now; ``done`` is called when the file has it."""
        self._leave_rows(self._drafts)
        if done is not None:
            self._when_done.append(done)
        self._go()

    def when_written(self, done: Callable[[], None]) -> None:
        """Call ``done`` once the file has everything but rows that are still being typed in; nothing is hurried."""
        self._when_written.append(done)
        self._go()

    def typed(self) -> tuple[Revision, ...]:
        """Return the rows that are still being typed in as the revisions they would become if they were left now."""
        segments = self._session.state.segments
        return tuple(
            revision_of(segments[key], RevisionKind.EDIT, draft.doing, draft.first.version)
            for key, draft in self._drafts.items()
            if key in segments
        )

    def unwritten(self) -> tuple[Write, ...]:
        """Return what the file does not have yet, in its order, what is being typed included."""
        self._leave_rows(self._drafts)
        return tuple(self._waiting)

    def _leave_rows(self, keys: Iterable[SegmentId]) -> None:
        for key in tuple(keys):
            self.row_left(key)

    def _batch(self, step: Step, doing: Doing, earlier: tuple[Revision, ...]) -> BatchWrite:
        """Return the write of a step; what the file has now is noted, all else is put together in the lane."""
        expected: dict[SegmentId, int] = {}
        for key, (_, after) in step.delta.segments.items():
            # A segment in conflict goes on being refused, whatever number its version has in the file by now.
            known = self._ours.get(key, self._stored.pop(key, None))
            if known is not None:
                expected[key] = known
            if after is not None:
                self._stored[key] = after.version
        documents = frozenset(self._session.state.documents)
        return BatchWrite(Stepped(step, doing, expected, documents, earlier).batch)

    def _put(self, write: Write) -> None:
        self._waiting.append(write)
        self._say_pending()
        self._go()

    def _schedule(self) -> None:
        """Write drafts after one quiet second, never later than two after the first key."""
        now = self._clock.monotonic()
        oldest = min((draft.since for draft in self._drafts.values() if draft.since is not None), default=now)
        wait = max(0.0, min(QUIET_SECONDS, oldest + LATEST_SECONDS - now))
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._clock.call_later(wait, self._write_drafts)

    def _write_drafts(self) -> None:
        self._timer = None
        for key, draft in self._drafts.items():
            draft.since = None
            segment = self._session.state.segments.get(key)
            if segment is None or draft.written == segment.target:
                continue
            draft.written = segment.target
            base = self._ours.get(key, self._stored.get(key, 0))
            self._waiting.append(DraftWrite(key, segment.target, base, draft.doing.person.name))
        self._go()

    def _go(self) -> None:
        """Send the first waiting write, if none is under way."""
        if self._under_way or self._retry is not None:
            return
        if not self._waiting:
            self._all_written()
            return
        self._under_way = True
        write = self._waiting[0]
        self._lane.submit(lambda: write.run(self._store), self._written, self._failed)

    def _written(self, _: None) -> None:
        self._under_way = False
        self._waiting.popleft()
        self._go()

    def _failed(self, error: BaseException) -> None:
        self._under_way = False
        if not isinstance(error, DeskError):
            self._say(Saving.FAILED, _bug(error))
            raise error
        write = self._waiting[0]
        if isinstance(error, StaleSegmentsError) and isinstance(write, BatchWrite):
            self._give_way(write.batch, frozenset(error.segments))
            return
        self._say(Saving.FAILED, error.message)
        self._retry = self._clock.call_later(RETRY_SECONDS, self._again)

    def _give_way(self, batch: ChangeBatch, stale: frozenset[SegmentId]) -> None:
        """Keep the texts of segments that somebody else changed as drafts, and write the rest of the batch."""
        self._waiting.popleft()
        given_up = [batch]
        rest = without(batch, stale)
        if batch.order or batch.removed or batch.documents or batch.removed_documents:
            # What follows was made on a list of segments that the file does not have: none of it can be written.
            stale = frozenset(write.segment.id for write in batch.segments)
            given_up += [write.batch for write in self._waiting if isinstance(write, BatchWrite)]
            self._waiting.clear()
            self._session.read_only = _moved_on()
            rest = ChangeBatch()
        if rest != ChangeBatch():
            self._waiting.appendleft(BatchWrite(lambda: rest))
        drafts = [
            DraftWrite(write.segment.id, write.segment.target, self._base(write), author_of(one, write.segment.id))
            for one in given_up
            for write in one.segments
            if one is not batch or write.segment.id in stale
        ]
        self._waiting.extendleft(reversed(drafts))
        self.conflicts |= stale
        self._say(Saving.FAILED, self._in_conflict())
        self._go()

    def _base(self, write: SegmentWrite) -> int:
        """Return the version a text was typed over, as the file last had it from us."""
        key = write.segment.id
        return self._ours.setdefault(key, write.expected_version or 0)

    def _in_conflict(self) -> Message:
        state = self._session.state
        numbers = sorted(state.position(key) + 1 for key in self.conflicts if key in state.segments)
        return say(
            "Somebody else changed segment {numbers} in the project file meanwhile. Your text is still on the screen "
            "and kept as a draft: close the project and open it again to compare the two.",
            "项目文件中的第 {numbers} 句段已被他人修改。您的文本仍在屏幕上，并已存为草稿：请关闭项目后重新打开，"
            "以便比较两个文本。",
            numbers=", ".join(map(str, numbers)) or "?",
        )

    def _again(self) -> None:
        self._retry = None
        self._go()

    def let_go(self) -> None:
        """Give up what cannot be written: no timer calls any more. The store is still to be closed."""
        for timer in (self._timer, self._retry):
            if timer is not None:
                timer.cancel()
        self._waiting.clear()
        self._drafts.clear()

    def retry_now(self) -> None:
        """Try a failed write again at once."""
        if self._retry is not None:
            self._retry.cancel()
            self._again()

    def _all_written(self) -> None:
        unwritten = any(
            (segment := self._session.state.segments.get(key)) is not None and draft.written != segment.target
            for key, draft in self._drafts.items()
        )
        if not unwritten and self.conflicts:
            self._say(Saving.FAILED, self._in_conflict())
        elif not unwritten and not self._session.read_only:
            self._say(Saving.SAVED)
        calls, self._when_written = self._when_written, []
        if not self._drafts:
            calls, self._when_done = calls + self._when_done, []
        for call in calls:
            call()

    def _say_pending(self) -> None:
        # What failed has failed until it is tried again with success; more work does not make it less so.
        if self._retry is None:
            self._say(Saving.PENDING)

    def _say(self, saving: Saving, problem: Message | None = None) -> None:
        if saving is self.saving and problem == self._problem:
            return
        self.saving, self._problem = saving, problem
        self._session.publish(Changes(saving=saving, saving_problem=problem, conflicts=self.conflicts))


def _moved_on() -> Message:
    return say(
        "Somebody else changed the project file meanwhile. Close the project and open it again; what you typed is kept "
        "as drafts.",
        "项目文件已被他人修改。请关闭项目后重新打开；您输入的内容已存为草稿。",
    )


def _bug(error: BaseException) -> Message:
    return say(
        "An internal error stopped the saving ({name}); copy your text and restart the program.",
        "内部错误导致无法保存（{name}）；请复制文本并重新启动程序。",
        name=type(error).__name__,
    )
