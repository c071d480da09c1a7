"""What changed: the one value that grid, panels, checking and autosave read after anything happened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from translator_desk.app.term_change import TermFileChange
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.wording import Message


class Saving(StrEnum):
    """How safe the person's work is right now."""

    SAVED = "saved"
    PENDING = "pending"
    FAILED = "failed"
    READ_ONLY = "read-only"


@dataclass(frozen=True, slots=True)
class UndoStatus:
    """What Ctrl+Z and Ctrl+Y would do now; None where there is nothing."""

    undo: Message | None = None
    redo: Message | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the background check has come.

    Attributes:
        checked: Segments that are judged.
        total: All segments.
        comparing: Whether it is still being found out which of them changed terms touch.
    """

    checked: int
    total: int
    comparing: bool = False

    @property
    def finished(self) -> bool:
        """Whether every segment and group has been judged."""
        return self.checked >= self.total and not self.comparing


@dataclass(frozen=True, slots=True)
class Changes:
    """One happening, as told to everyone.

    Attributes:
        segments: Segments whose text, state or marks of editing changed.
        structure: Documents whose list of segments changed, or that came or went.
        issues: Segments whose issues changed.
        handling: Documents that were handed over, approved, assigned, or whose tracking changed.
        comments: Segments whose remarks changed.
        waivers: Whether the list of dismissed issues changed.
        terms: Whether the term base in force changed.
        term_files: Term files as they shall be now: undone or done again, to be written by whoever keeps them.
        options: Whether levels, profile or name decisions changed.
        undo: What undo and redo would do now, where that changed.
        saving: How safe the work is, where that changed.
        saving_problem: Why it is not saved.
        conflicts: Segments that somebody else changed in the file meanwhile; their text is kept as a draft.
        notice: What the person should be told now, beside the state of saving.
        progress: How far the background check is, where that changed.
        focus: Segment to go to (undo scrolls to what it undid).
        initiator: Who asked for it; it skips its own echo.
    """

    segments: frozenset[SegmentId] = frozenset()
    structure: frozenset[DocumentId] = frozenset()
    issues: frozenset[SegmentId] = frozenset()
    handling: frozenset[DocumentId] = frozenset()
    comments: frozenset[SegmentId] = frozenset()
    waivers: bool = False
    terms: bool = False
    term_files: tuple[TermFileChange, ...] = ()
    options: bool = False
    undo: UndoStatus | None = None
    saving: Saving | None = None
    saving_problem: Message | None = None
    conflicts: frozenset[SegmentId] = frozenset()
    notice: Message | None = None
    progress: Progress | None = None
    focus: SegmentId | None = None
    initiator: object | None = None
