"""The one undo stack: typing, fixes, states, split and join, replace everywhere, dismissals.

It holds what was, not how to undo it. It is not kept over a restart; the history of revisions is.
"""

from __future__ import annotations

from dataclasses import dataclass

from translator_desk.app.changes import UndoStatus
from translator_desk.app.state import Delta
from translator_desk.model.ids import SegmentId
from translator_desk.wording import Message

LIMIT = 1000


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One thing that Ctrl+Z takes back.

    Attributes:
        label: What it was, for the menu ("typing in segment 3").
        delta: What it changed.
        focus: Where to go when it is undone, or None.
        merge_key: Steps with the same key that follow one another become one; None never merges.
        time: Monotonic seconds of its last part.
    """

    label: Message
    delta: Delta
    focus: SegmentId | None
    merge_key: object | None = None
    time: float = 0.0


class UndoStack:
    """Steps done and undone."""

    def __init__(self) -> None:
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        self._open = False

    def push(self, step: UndoStep, merge_within: float) -> None:
        """Add a step, joined to the last one where keys agree and no more than ``merge_within`` seconds lie between."""
        last = self._done[-1] if self._done else None
        if (
            self._open
            and last is not None
            and step.merge_key is not None
            and step.merge_key == last.merge_key
            and step.time - last.time <= merge_within
        ):
            self._done[-1] = UndoStep(last.label, last.delta.then(step.delta), last.focus, last.merge_key, step.time)
        else:
            self._done.append(step)
            del self._done[:-LIMIT]
        self._open = True
        self._undone.clear()

    def seal(self) -> None:
        """Let the next step start anew whatever its key (a space was typed, the row was left)."""
        self._open = False

    def undo(self) -> UndoStep | None:
        """Move the last step over and return it; its delta is to be applied backwards."""
        if not self._done:
            return None
        self._open = False
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> UndoStep | None:
        """Move the last undone step back and return it; its delta is to be applied forwards."""
        if not self._undone:
            return None
        self._open = False
        self._done.append(self._undone.pop())
        return self._done[-1]

    def replace_top(self, step: UndoStep, *, undone: bool) -> None:
        """Put the step as it was really applied in place of the one just moved."""
        (self._undone if undone else self._done)[-1] = step

    def status(self) -> UndoStatus:
        """Return the labels for the menu."""
        return UndoStatus(
            self._done[-1].label if self._done else None, self._undone[-1].label if self._undone else None
        )
