"""Keeps the findings of an open project up to date while people work.

The segment being typed is checked at once, in the owner's thread: it costs microseconds. Everything else is checked
in the compute lane, in slices of at most a millisecond that let the window breathe; segments on the screen come
first. Where many wait, worker processes look at them, and the lane takes over what they saw. What is found travels back
as frozen values and is shown only where the segment is still the one checked.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from translator_desk.app.breathing import PAUSE_SECONDS, SLICE_SECONDS, Breath, StoppedError, short_turns
from translator_desk.app.changes import Changes, Progress
from translator_desk.app.check_queue import CheckQueue
from translator_desk.app.check_sharing import Placed, Sharing
from translator_desk.app.check_workers import CheckWorkers
from translator_desk.app.glossary_impact import Impact, impact_of
from translator_desk.app.jobs import Lane
from translator_desk.app.session import Session
from translator_desk.app.shown_issues import Found, ShownIssues
from translator_desk.checks.base import NOTHING_OF_ONES_OWN, CheckOptions, OwnFacts
from translator_desk.checks.engine import CheckRun
from translator_desk.glossary.renderings import renderings_of
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue, NotRun
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.text.inflection import Rendering

WAIT_SECONDS = 0.002
"""So long the owner's thread waits for the lane before it leaves a segment to it, and"""
AT_ONCE_SECONDS = 0.004
"""so long the check of a segment may take there; a dearer one goes to the lane as well."""
REPORT_SECONDS = 0.05
SHARED_AFTER_SECONDS = 0.5
"""So long the lane works alone, so that nothing holds up the flags of what is on the screen."""
REST_SECONDS = 0.003
"""So long the lane yields while processes start, which will soon do its work: the window has less to share till then."""
AT_ONCE = 20
"""Up to so many changed segments are checked in the owner's thread."""


class Checking:
    """The findings of one session.

    Attributes:
        progress: How many segments have been checked.
    """

    def __init__(
        self,
        session: Session,
        term_base: TermBase,
        lane: Lane,
        own: OwnFacts = NOTHING_OF_ONES_OWN,
        *,
        yields: bool = True,
        workers: CheckWorkers | None = None,
    ) -> None:
        self._own = own
        self.progress = Progress(0, len(session.state.segments))
        self._session = session
        self._lane = lane
        self._yields = yields
        # Whoever needs both takes the run first.
        self._lock = threading.Lock()
        """Holds the run."""
        self._turn = threading.Lock()
        """Holds what the lane is to do, for moments only: the owner's thread must not wait for a check to end."""
        self._at_once_cost = 0.0
        self._term_base = term_base
        self._wanted: TermBase | None = None
        """The term base to put in force next."""
        self._comparing = False
        self._run = CheckRun(
            term_base,
            self._options(),
            name_decisions=session.state.options.name_decisions,
            waivers=session.state.waivers,
        )
        self._shown = ShownIssues(session)
        self._queue = CheckQueue()
        self._workers = CheckWorkers() if workers is None else workers
        self._found: dict[SegmentId, tuple[int, tuple[Issue, ...]]] = {}
        """What the lane has found and not yet reported."""
        self._sharing = Sharing(
            self._run, self._lock, self._queue, self._workers, self._placed, self._opened_for, self._taken_over
        )
        self._working = False
        self._closed = False
        self._opened: set[DocumentId] = set()
        self._versions: dict[SegmentId, int] = {}
        self._end = session.subscribe(self._changed)

    @property
    def term_base(self) -> TermBase:
        """The term base in force; its search is built, so asking it holds up nobody."""
        return self._term_base

    @property
    def processes(self) -> tuple[int, ...]:
        """The numbers of the processes that help at present."""
        return self._workers.processes

    def start(self) -> None:
        """Check the whole project from the beginning, behind the person's back."""
        self._queue.add(self._session.state.reading_order())
        self._work_on()

    def close(self) -> None:
        """Stop; results still under way are let go."""
        self._closed = True
        self._end()
        self._queue.clear()
        self._workers.close()
        self._workers.wake()

    def prioritise(self, segments: Iterable[SegmentId]) -> None:
        """Check these first: they are on the screen."""
        self._queue.prioritise(segments)
        self._workers.wake()

    def issues(self, segment: SegmentId) -> tuple[Issue, ...]:
        """Return the open issues of a segment, in the order of their places."""
        return self._shown.of(segment)

    def all_issues(self) -> tuple[Issue, ...]:
        """Return the open issues of the project in reading order."""
        return self._shown.in_reading_order()

    def waived(self, segment: SegmentId) -> tuple[Issue, ...]:
        """Return the ignored issues of a segment."""
        if not self._session.state.waivers:
            return ()  # nobody need wait for a check to end
        with self._lock:
            return self._run.waived(segment)

    def try_out(self, segment: Segment) -> tuple[Issue, ...]:
        """Return the issues that a segment of the project would have with another text; what is shown stays.

        Checks that compare it with more than 200 other segments at a time are left out.
        """
        with self._lock:
            if segment.id not in self._versions:
                self._check_one(segment.id)
            return self._run.try_out(segment)

    def not_run(self, document: DocumentId) -> tuple[NotRun, ...]:
        """Return the checks that could not run on a document, with the reasons; none before it is checked."""
        return self._run.not_run(document)

    def counts(self, document: DocumentId | None = None) -> Mapping[Level, int]:
        """Return the number of open issues a level, of one document or of all."""
        return self._shown.counts(document)

    def use_terms(self, term_base: TermBase) -> None:
        """Put another term base in force and re-check what it touches; all of that in the lane.

        One given while an earlier one is still being compared takes its place.
        """
        with self._turn:
            if term_base is (self._wanted or self._term_base):
                return
            self._wanted, self._comparing = term_base, True
        self._workers.wake()
        self.progress = replace(self.progress, comparing=True)
        self._session.publish(Changes(progress=self.progress))
        self._work_on()

    def may_hold(self, source: Iterable[str], forms: Iterable[Rendering]) -> Collection[SegmentId] | None:
        """Return the segments that may hold one of these Chinese or English forms; not for the window's thread.

        Args:
            source: Chinese words, simplified.
            forms: English forms.

        Returns:
            None while not all segments have been looked at: any of them may.
        """
        if not self.progress.finished:
            return None
        between = self._letting_others_in()
        with self._lock:
            try:
                return self._run.may_hold(source, forms, between)
            except StoppedError:
                return None

    def impact_of(
        self,
        term_base: TermBase,
        stopped: Callable[[], bool] = lambda: False,
        told: Callable[[Impact], None] = lambda _: None,
    ) -> Impact | None:
        """Return which flags another term base would bring and take away; what is shown stays. Not for the window's thread.

        Args:
            term_base: The terms as they would be.
            stopped: Asked between segments; where it says yes, or other terms come into force, the answer is None.
            told: Told, where the change bears on many segments, what is known after some of them.
        """
        with self._lock:
            self._show(self._run.settle())
        between = self._letting_others_in()
        try:
            return impact_of(self._run, term_base, stopped=stopped, told=told, held=lambda: self._lock, between=between)
        except StoppedError:
            return None

    def _changed(self, changes: Changes) -> None:
        if self._closed:
            return
        if changes.waivers:
            with self._lock:
                self._show(self._run.set_waivers(self._session.state.waivers))
        if changes.options:
            self._set_options()
        if changes.structure or len(changes.segments) > AT_ONCE:
            self._restructure(changes)
        elif changes.segments:
            self._check_now(changes.segments)
        if changes.segments or changes.structure or changes.options:
            self._work_on()

    def use_own(self, own: OwnFacts) -> None:
        """Put other own words and rules in force, and re-check what they bear on."""
        self._own = own
        self._set_options()
        self._work_on()

    @property
    def own(self) -> OwnFacts:
        """The own words and rules in force."""
        return self._own

    def _options(self) -> CheckOptions:
        options = self._session.state.options
        return CheckOptions(profile=options.profile, levels=options.levels, own=self._own)

    def _set_options(self) -> None:
        with self._lock:
            touched = self._run.set_options(self._options(), name_decisions=self._session.state.options.name_decisions)
        self._queue.add(touched)

    def _check_now(self, segments: Iterable[SegmentId]) -> None:
        """Check what was just edited; groups that this touches are judged in the lane.

        A check that would hold up the window is left to the lane, before everything else.
        """
        if self._at_once_cost > AT_ONCE_SECONDS or not self._lock.acquire(timeout=WAIT_SECONDS):
            self._at_once_cost *= 0.9  # the next segment may be a cheap one
            self._queue.add(segments, first=True)
            self._workers.wake()
            return
        started = time.perf_counter()
        try:
            found: dict[SegmentId, tuple[int, tuple[Issue, ...]]] = {}
            for key in segments:
                self._check_one(key)
                found[key] = self._stamped(key)
        finally:
            self._lock.release()
        self._at_once_cost = time.perf_counter() - started
        self._shown.take(found)

    def _restructure(self, changes: Changes) -> None:
        """Forget what is gone and queue documents whose order changed: first mentions may have moved."""
        state = self._session.state
        gone = [key for key in changes.segments if key not in state.segments]
        with self._lock:
            for key in gone:
                self._run.forget(key)
            for document in changes.structure:
                self._opened.discard(document)
                if document not in state.documents:
                    self._run.close_document(document)
        self._queue.drop(gone)
        for key in gone:
            self._shown.drop(key)
        self._queue.add(key for key in changes.segments if key in state.segments)
        for document in changes.structure:
            self._queue.add(state.order.get(document, ()))
        # Told before the first look: texts that have just come are not "checked".
        self.progress = Progress(max(0, len(state.segments) - self._left), len(state.segments))

    @property
    def _left(self) -> int:
        """The number of segments that have not been checked."""
        return len(self._queue) + self._sharing.out

    def _work_on(self) -> None:
        with self._turn:
            if self._working or self._closed or not self._waits():
                return
            self._working = True
        self._lane.submit(self._work, lambda _: None, self._broke)

    def _broke(self, error: BaseException) -> None:
        # A bug of ours: the lane goes on, the error reaches the owner's exception hook.
        self._working = False
        raise error

    def _waits(self) -> bool:
        """Whether there is anything to do; the turn is held."""
        return bool(self._left or self._wanted is not None or self._run.dirty)

    def _work(self) -> None:
        """Check slice after slice until nothing waits; runs in the lane."""
        began = reported = time.monotonic()
        while True:
            if self._wanted is not None:
                self._put_in_force()
            with self._turn:
                if self._closed or not self._waits():
                    self._working = False
                    left = self._left
                    break
            pressing = self._queue.pressing
            if (
                pressing
                or time.monotonic() - began < SHARED_AFTER_SECONDS
                or not self._sharing.share(yields=self._yields)
            ):
                with self._lock:
                    self._do_slice(self._found)
                self._judge_some()
            if self._yields:
                time.sleep(REST_SECONDS if self._sharing.starting and not pressing else PAUSE_SECONDS)
            left = self._left
            pressing = pressing and not self._queue.pressing
            if pressing or time.monotonic() - reported >= REPORT_SECONDS:
                self._report(left)
                reported = time.monotonic()
        self._report(left)

    def _taken_over(self, segments: Sequence[Segment]) -> None:
        for segment in segments:
            self._versions[segment.id] = segment.version
            self._found[segment.id] = self._stamped(segment.id)

    def _put_in_force(self) -> None:
        """Take the terms that are wanted, tell about them, and queue what they touch; runs in the lane."""
        with self._turn:
            term_base, self._wanted = self._wanted, None
        if term_base is None:
            return
        # What the window asks of the terms is built here, not there.
        with short_turns():
            term_base.find_source("")
            renderings_of(term_base)
        self._lane.post(lambda: self._in_force(term_base))
        with self._lock:
            try:
                touched = tuple(self._run.set_term_base(term_base, self._letting_others_in()))
            except StoppedError:
                return
        self._queue.add(touched)
        with self._turn:
            self._comparing = self._wanted is not None

    def _letting_others_in(self) -> Breath:
        """Return what is to be called between the steps of a search: what was typed meanwhile is checked then."""
        return Breath(self._lock, self._is_outdated, self._check_pressing, yields=self._yields)

    def _is_outdated(self) -> bool:
        return self._closed or self._wanted is not None

    def _check_pressing(self) -> None:
        """Check what is too dear for the owner's thread and looked at; the lock is held."""
        if self._queue.pressing:
            found: dict[SegmentId, tuple[int, tuple[Issue, ...]]] = {}
            self._do_slice(found)
            self._lane.post(lambda: self._shown.take(found))

    def _in_force(self, term_base: TermBase) -> None:
        if not self._closed:
            self._term_base = term_base
            self._session.publish(Changes(terms=True))

    def _do_slice(self, found: dict[SegmentId, tuple[int, tuple[Issue, ...]]]) -> None:
        """Check for a moment, one segment at least; the lock is held."""
        until = time.perf_counter() + SLICE_SECONDS
        while (key := self._queue.take()) is not None:
            self._check_one(key)
            found[key] = self._stamped(key)
            if time.perf_counter() >= until:
                return

    def _judge_some(self) -> None:
        """Judge groups for a moment once no segment waits; others may use the run meanwhile."""
        until = time.perf_counter() + SLICE_SECONDS
        while not self._left and time.perf_counter() < until:
            with self._lock:
                waiting = self._run.next_group()
            if waiting is None:
                return
            found = self._run.judge(waiting)
            with self._lock:
                self._run.keep_judgement(waiting, found)
                for key in self._run.changed():
                    self._found[key] = self._stamped(key)

    def _check_one(self, key: SegmentId) -> None:
        placed = self._opened_for(key)
        if placed is not None:
            self._versions[key] = placed[0].version
            self._run.check(*placed)

    def _opened_for(self, key: SegmentId) -> Placed | None:
        """Return a segment and its place, its document open in the run; one that is gone is forgotten."""
        placed, state = self._placed(key), self._session.state
        if placed is None:
            self._run.forget(key)
            return None
        document = placed[0].document
        if document not in self._opened:
            self._run.open_document(state.documents[document])
            self._opened.add(document)
        return placed

    def _placed(self, key: SegmentId) -> Placed | None:
        """Return a segment of the project and its place in the reading order, None where there is none."""
        state = self._session.state
        segment = state.segments.get(key)
        if segment is None or segment.document not in state.documents:
            return None
        return segment, (state.document_order.index(segment.document), state.position(key))

    def _stamped(self, key: SegmentId) -> tuple[int, tuple[Issue, ...]]:
        return self._versions.get(key, -1), self._run.issues(key)

    def _report(self, left: int) -> None:
        found, self._found = self._found, {}
        self._lane.post(lambda: self._arrived(found, left))

    def _arrived(self, found: Found, left: int) -> None:
        if self._closed:
            return
        total = len(self._session.state.segments)
        progress = Progress(max(0, total - left), total, comparing=self._comparing)
        moved = progress != self.progress
        self.progress = progress
        self._shown.take(found, progress if moved or progress.finished else None)
        # An edit may have queued more between the lane's last look and now.
        self._work_on()

    def _show(self, segments: Iterable[SegmentId]) -> None:
        """Take over what the run says of these; the lock is held."""
        found = {key: self._stamped(key) for key in segments}
        self._lane.post(lambda: self._shown.take(found))
