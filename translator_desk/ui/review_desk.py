"""The review of the open project as the window sees it: its queue, the change being decided, the next one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from translator_desk.app.changes import Changes
from translator_desk.app.checking import Checking
from translator_desk.app.review_queue import Change, QueueFilter, ReviewQueue
from translator_desk.app.session import Session
from translator_desk.model.ids import SegmentId
from translator_desk.model.redline import Outcome
from translator_desk.ui.authors import Authors
from translator_desk.ui.bridge import Bridge
from translator_desk.ui.focus import DecisionAsked, Focus
from translator_desk.ui.later import later

PORTION = 5
"""Segments that the checks look at both ways between two events of the window."""

PAINTED_MS = 100
"""The queue is painted before the checks begin to speak of it."""


class ReviewDesk(QObject):
    """The queue with a place in it.

    Signals:
        changed(): The queue is another, or the checks have spoken of some of it.
        current_changed(): Another change is the current one.

    Attributes:
        queue: The queue.
        wanted: The filter that panel and keys share.
        authors: Colours and initials of the people whose changes are shown.
    """

    changed = Signal()
    current_changed = Signal()

    def __init__(self, session: Session, checking: Checking, bridge: Bridge, focus: Focus) -> None:
        super().__init__(bridge)
        self._session = session
        self._focus = focus
        self.queue = ReviewQueue(session, checking.issues, checking.try_out)
        self.wanted = QueueFilter()
        self.authors = Authors()
        self._place: tuple[SegmentId, int] | None = None
        self._refining = QTimer(self)
        self._refining.setInterval(0)
        self._refining.timeout.connect(self._refine)
        self._soon = later(self, PAINTED_MS, self._refining.start)
        bridge.changed.connect(self._take)
        focus.segment_changed.connect(self._moved)
        self.changed.connect(self._frame)
        self.current_changed.connect(self._frame)

    @property
    def current(self) -> Change | None:
        """The change being decided: the one gone to, else the first of the current segment."""
        here = self._focus.segment
        if here is None or here not in self._session.state.segments:
            return None
        found = self.queue.of(here)
        number = self._place[1] if self._place is not None and self._place[0] == here else 1
        return next((one for one in found if one.number == number), found[-1] if found else None)

    def changes(self) -> tuple[Change, ...]:
        """Return the changes that pass the filter, in the order to work through them."""
        return self.queue.changes(self.wanted)

    def narrow(self, wanted: QueueFilter) -> None:
        """Use another filter."""
        self.wanted = wanted
        self.changed.emit()

    def ask_checks(self) -> None:
        """Let the checks say what the changes are about, between other events."""
        if not self._refining.isActive() and not self._soon.isActive():
            self._soon.start()

    def go_to(self, change: Change) -> None:
        """Make a change current and bring it into sight."""
        self._place = _place(change)
        self._focus.go_to(change.segment)
        self.current_changed.emit()

    def step(self, *, back: bool = False) -> Change | None:
        """Go to the next change that passes the filter, or the one before; None where there is none."""
        current = self.current
        here = self._focus.segment
        place = _place(current) if current is not None else (here, 0) if here is not None else None
        return self._go_from(place, back=back)

    def step_after(self, decided: Change) -> Change | None:
        """Go on after a decision: the hunk is gone, those behind it in its segment count one less."""
        return self._go_from((decided.segment, decided.number - 1))

    def confirmed(self, change: Change, outcome: Outcome) -> bool:
        """Return whether a decision may be carried out: it brings no flag, or the same was asked for twice.

        Else the flags are shown under the segment, and the decision waits.
        """
        asked = self._focus.decision
        if asked is not None and (asked.segment, asked.number, asked.outcome) == (*_place(change), outcome):
            self._focus.set_decision(None)
            return True
        brought = self.queue.brings(change, outcome)
        worst_first = tuple(sorted(brought, key=lambda issue: -issue.level.rank))
        self._focus.set_decision(DecisionAsked(*_place(change), outcome, worst_first) if brought else None)
        return not brought

    def return_to(self, number: int) -> None:
        """Make the change of that number in the current segment the current one, where there is one."""
        if self._focus.segment is not None:
            self._place = (self._focus.segment, number)
            self.current_changed.emit()

    def _go_from(self, place: tuple[SegmentId, int] | None, *, back: bool = False) -> Change | None:
        change = self.queue.next(place, self.wanted, back=back)
        if change is not None:
            self.go_to(change)
        return change

    def _take(self, changes: Changes) -> None:
        self.queue.take(changes)
        asked = self._focus.decision
        if asked is not None and (asked.segment in changes.segments or changes.structure):
            self._focus.set_decision(None)
        if changes.segments or changes.structure or changes.comments or changes.issues or changes.options:
            self.changed.emit()

    def _frame(self) -> None:
        current = self.current
        framed = current is not None and current.hunk is not None
        self._focus.set_hunk(_place(current) if current is not None and framed else None)

    def _moved(self, _: object) -> None:
        self.current_changed.emit()

    def _refine(self) -> None:
        if not self.queue.refine(PORTION):
            self._refining.stop()
            return
        self.changed.emit()


def _place(change: Change) -> tuple[SegmentId, int]:
    return change.segment, change.number
