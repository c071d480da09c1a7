"""The session: one open project and the one door through which it changes.

``execute`` takes a frozen command and returns one ``Changes`` value, which every listener receives as well. Undo puts
back what stood before. What must be written is handed to the keeper (autosave) as the step that was made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from translator_desk.app.changes import Changes
from translator_desk.app.clock import Clock
from translator_desk.app.commands.base import Command, Doing
from translator_desk.app.state import Delta, Entry, ProjectState, Step
from translator_desk.app.undo import UndoStack, UndoStep
from translator_desk.errors import RefusedError
from translator_desk.model.document import Document
from translator_desk.model.ids import SegmentId
from translator_desk.model.project import Person, Project
from translator_desk.model.revision import RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.wording import Message, Wording

MERGE_SECONDS = 2.0
"""Typing within this many seconds is one step of undo."""

Listener = Callable[[Changes], None]


class Keeper(Protocol):
    """What brings steps to the project file."""

    def keep(self, step: Step, doing: Doing, *, typing: bool) -> None:
        """Write the step: typing as a draft soon, everything else at once."""

    def row_left(self, segment: SegmentId) -> None:
        """Turn the draft of a row that was left into a revision."""


class Session:
    """One open project.

    Attributes:
        state: The project in memory; read it, never change it.
        person: Who sits at the desk.
        read_only: Why nothing may be changed, or None.
    """

    def __init__(
        self, project: Project, person: Person, clock: Clock, *, read_only: Message | None = None, last_id: int = 0
    ) -> None:
        """Take over a project; ``last_id`` is the highest segment id its history knows."""
        self.state = ProjectState(project, last_id)
        self.person = person
        self.read_only = read_only
        self._clock = clock
        self._undo = UndoStack()
        self._listeners: list[Listener] = []
        self._keeper: Keeper | None = None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with every happening from now on; return the call that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def keep_with(self, keeper: Keeper) -> None:
        """Hand every step to ``keeper`` from now on."""
        self._keeper = keeper

    def execute(self, command: Command, initiator: object | None = None) -> Changes:
        """Carry out a command and tell everyone.

        Returns:
            What changed; an empty ``Changes`` where the command had nothing to do.

        Raises:
            RefusedError: The rules do not allow it now; nothing changed.
        """
        self._refuse_read_only()
        doing = Doing(self.person, self._clock.now())
        step = command.run(self.state, doing)
        if step.delta.empty:
            if step.entries:
                self._keep(step, doing, typing=False)
            return Changes(initiator=initiator)
        self.state.apply(step.delta)
        merge_key = (type(command), command.focus) if command.typing else None
        self._undo.push(
            UndoStep(command.label, step.delta, command.focus, merge_key, self._clock.monotonic()), MERGE_SECONDS
        )
        words = getattr(command, "words", "")
        if not command.typing or words.endswith((" ", "\n", "。", "，")) or len(words) > 1:
            self._undo.seal()
        self._keep(step, doing, typing=command.typing)
        return self._tell(step.delta, initiator, None)

    def undo(self, initiator: object | None = None) -> Changes:
        """Take back the last step and go to it; nothing to take back changes nothing."""
        return self._move(self._undo.undo, initiator, undone=True)

    def redo(self, initiator: object | None = None) -> Changes:
        """Do again what was taken back last."""
        return self._move(self._undo.redo, initiator, undone=False)

    def leave_row(self, segment: SegmentId) -> None:
        """Say that the person left a row: what was typed there becomes a revision."""
        self._undo.seal()
        if self._keeper is not None and self.read_only is None:
            self._keeper.row_left(segment)

    def publish(self, changes: Changes) -> None:
        """Tell everyone about something that is no command (issues found, work saved)."""
        for listener in tuple(self._listeners):
            listener(changes)

    def _move(self, take: Callable[[], UndoStep | None], initiator: object | None, *, undone: bool) -> Changes:
        self._refuse_read_only()
        taken = take()
        if taken is None:
            return Changes(initiator=initiator)
        delta = self._now(taken.delta.reversed() if undone else taken.delta)
        self.state.apply(delta)
        self._undo.replace_top(replace(taken, delta=delta.reversed() if undone else delta), undone=undone)
        doing = Doing(self.person, self._clock.now())
        note = taken.label.render("en")
        # What is no change of a segment leaves its trace in the record of the project.
        entries = () if delta.segments else (Entry(RevisionKind.UNDO, note),)
        self._keep(Step(delta, RevisionKind.UNDO, note, entries), doing, typing=False)
        return self._tell(delta, initiator, taken.focus)

    def _now(self, delta: Delta) -> Delta:
        """Return the delta starting from what stands now: versions go on rising, also backwards in the text."""
        segments: dict[SegmentId, tuple[Segment | None, Segment | None]] = {}
        for segment_id, (_, after) in delta.segments.items():
            now = self.state.segments.get(segment_id)
            version = (now.version if now else after.version if after else 0) + 1
            segments[segment_id] = (now, replace(after, version=version) if after else None)
        return replace(delta, segments=segments)

    def _keep(self, step: Step, doing: Doing, *, typing: bool) -> None:
        if self._keeper is not None:
            self._keeper.keep(step, doing, typing=typing)

    def _tell(self, delta: Delta, initiator: object | None, focus: SegmentId | None) -> Changes:
        handled = frozenset(key for key, (before, after) in delta.documents.items() if _only_handled(before, after))
        changes = Changes(
            segments=frozenset(delta.segments),
            structure=frozenset(delta.order) | (frozenset(delta.documents) - handled),
            handling=handled,
            comments=frozenset(one.segment for pair in delta.comments.values() for one in pair if one is not None),
            waivers=delta.waivers is not None,
            options=delta.options is not None,
            term_files=delta.terms,
            undo=self._undo.status(),
            focus=focus,
            initiator=initiator,
        )
        self.publish(changes)
        return changes

    def _refuse_read_only(self) -> None:
        if self.read_only is not None:
            raise RefusedError(_only_for_reading(self.read_only))


def _only_handled(before: Document | None, after: Document | None) -> bool:
    """Return whether nothing of a document changed but how it is handled."""
    if before is None or after is None or before.handling == after.handling:
        return False
    return replace(before, handling=after.handling) == after


def _only_for_reading(reason: Message) -> Message:
    wording = reason.wording
    return Message(
        Wording(
            "The project is open for reading only. " + wording.en,
            "项目以只读方式打开。" + wording.zh,
        ),
        reason.values,
    )
