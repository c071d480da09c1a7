"""What every part of the window is given: the open project, the two ways news travels, the one way things change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from translator_desk.app.changes import Changes, UndoStatus
from translator_desk.app.commands.base import Command
from translator_desk.app.session import Session
from translator_desk.errors import DeskError, RefusedError
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.ui.bridge import Bridge
from translator_desk.ui.focus import Focus
from translator_desk.ui.grid.redline_painter import Showing
from translator_desk.ui.messages import Language
from translator_desk.ui.review_desk import ReviewDesk
from translator_desk.ui.term_hits import TermHit, TermHits
from translator_desk.ui.theme import Themes
from translator_desk.wording import Message

if TYPE_CHECKING:
    from translator_desk.app.desk import Desk, OpenProject


class Grid(Protocol):
    """What commands may ask of the grid and its editor."""

    @property
    def editing(self) -> bool:
        """Whether the editor is open."""

    def selected_words(self) -> str:
        """Return the words selected in the editor or in a text of the grid, or ""."""

    def read_source(self) -> None:
        """Lay the source of the current segment open for selecting."""

    def caret(self) -> tuple[int, int] | None:
        """Return selection start and end in the target while editing (code points), else None."""

    def start_editing(self, span: Span | None = None) -> None:
        """Open the editor on the current segment, the words of ``span`` selected."""

    def leave(self) -> None:
        """Close the editor; what was typed stays."""

    def insert(self, words: str) -> None:
        """Write words at the caret; opens the editor where it is closed."""

    def selected_segments(self) -> tuple[SegmentId, ...]:
        """Return the chosen rows' segments in order; the current one where nothing else is chosen."""

    def neighbour(self, step: int) -> SegmentId | None:
        """Return the segment ``step`` rows on among those shown, or None at the end."""

    def shown_segments(self) -> list[SegmentId]:
        """Return the segments shown, in order."""

    def show_card(self) -> None:
        """Show what there is to say of the words at the caret."""

    def spot(self) -> QPoint:
        """Return where a menu about the current words belongs, on the screen."""

    def set_zoom(self, percent: int) -> None:
        """Show letters in another size."""

    @property
    def showing(self) -> Showing:
        """Which side of pending changes is in sight."""

    def show_changes(self, showing: Showing) -> None:
        """Show pending changes with their markup, as they would be, or the text as it was."""


class Said(Protocol):
    """A sentence that can be read in either language: a ``Message`` or a ``DeskError``."""

    def render(self, language: str = "en") -> str:
        """Return the sentence."""


class Shell(Protocol):
    """What commands may ask of the window."""

    def tell(
        self, said: Said, action: tuple[Said, Callable[[], None]] | None = None, *, level: Level = Level.INFO
    ) -> None:
        """Show a sentence in the bar on top, with one thing to do about it."""

    def retract(self, said: Said) -> None:
        """Take a sentence of the bar back: it is no longer true."""

    def whisper(self, text: str) -> None:
        """Show a sentence in the status bar for a few seconds."""

    def next_pane(self, step: int) -> None:
        """Put the keyboard into the next pane in sight."""

    def begin_filter(self) -> None:
        """Put the keyboard into the filter above the grid."""


class NamedCommand(Protocol):
    """What is known of a command beside its ``QAction``."""

    @property
    def id(self) -> str:
        """Stable name, "area.verb"."""

    @property
    def text(self) -> str:
        """Name as it is marked for translation."""


class Commands(Protocol):
    """What may be asked of the commands of the window."""

    def __getitem__(self, action_id: str) -> QAction:
        """Return a command by its id."""

    def __iter__(self) -> Iterator[tuple[NamedCommand, QAction]]:
        """Go through all commands."""

    def owns(self, event: QKeyEvent) -> bool:
        """Return whether a key belongs to a command that can be done now."""

    def refresh_soon(self, _: object = None) -> None:
        """Ask every command whether it can be done, once the present event is over."""


class Surroundings(QObject):
    """One window's surroundings.

    Signals:
        project_changed(): A project was opened or closed.
        perspective_changed(str): Another arrangement of panels is wanted; its id.

    Attributes:
        desk: Use cases: open, import, close, settings.
        window: Parent of dialogs.
        shell: Bars of the window.
        bridge: ``bridge.changed`` carries every ``Changes``.
        focus: Where the person is, and the way to send them elsewhere.
        grid: The grid and its editor.
        actions: Every command as a ``QAction``, by id.
        undo_status: What undo and redo would do now.
        perspective: Id of the arrangement of panels in force.
        language: Language of the window.
        themes: Colours.
    """

    project_changed = Signal()
    perspective_changed = Signal(str)

    def __init__(
        self, desk: Desk, window: QMainWindow, shell: Shell, language: Language, themes: Themes, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.window = window
        self.shell = shell
        self.language = language
        self.themes = themes
        self.bridge = Bridge(self)
        self.focus = Focus(self)
        self.grid: Grid
        self.actions: Commands
        self.undo_status = UndoStatus()
        self.perspective = desk.settings.window.get("perspective", "translate")
        self._refused: RefusedError | None = None
        self._project: OpenProject | None = None
        self._terms: TermHits | None = None
        self._review: ReviewDesk | None = None
        self.bridge.changed.connect(self._note)

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self._project is not None

    @property
    def project(self) -> OpenProject:
        """The open project.

        Raises:
            RuntimeError: None is open; ask ``is_open`` first.
        """
        if self._project is None:
            raise RuntimeError("no project is open")
        return self._project

    @property
    def session(self) -> Session:
        """The open project's session."""
        return self.project.session

    @property
    def review(self) -> ReviewDesk:
        """The open project's review.

        Raises:
            RuntimeError: No project is open; ask ``is_open`` first.
        """
        if self._review is None:
            raise RuntimeError("no project is open")
        return self._review

    @property
    def writable(self) -> bool:
        """Whether a project is open and may be changed."""
        return self._project is not None and self._project.session.read_only is None

    def use(self, project: OpenProject | None) -> None:
        """Make this the open project; the window's call."""
        self.focus.clear()
        self._project = project
        self._terms = None
        if self._review is not None:
            self._review.deleteLater()
            self._review = None
        self.undo_status = UndoStatus()
        if project is None:
            self.bridge.detach()
        else:
            self._terms = TermHits(project.session, project.checking)
            self.bridge.attach(project.session)
            self._review = ReviewDesk(project.session, project.checking, self.bridge, self.focus)
        self.project_changed.emit()

    def show_perspective(self, perspective: str) -> None:
        """Put panels and keys in order for another kind of work."""
        self.perspective = perspective
        self.perspective_changed.emit(perspective)

    def execute(self, command: Command, initiator: object | None = None) -> Changes | None:
        """Carry out a command; where the rules refuse it, say so in the bar and return None."""
        try:
            return self.session.execute(command, initiator)
        except DeskError as error:
            self.tell_error(error)
            return None

    def tell_error(self, error: BaseException) -> None:
        """Show what went wrong in the bar on top; a bug goes to the exception hook instead."""
        if not isinstance(error, DeskError):
            raise error
        self.shell.tell(error, level=Level.ERROR)
        if isinstance(error, RefusedError):
            self._forget_refusal(error)

    def require_segment(self) -> SegmentId:
        """Return the current segment.

        Raises:
            RuntimeError: There is none; ``focus.segment`` says so.
        """
        if self.focus.segment is None:
            raise RuntimeError("no segment is current")
        return self.focus.segment

    @property
    def document_here(self) -> DocumentId | None:
        """The document that the grid shows, or the one of the current segment, or the only one; None where none is."""
        if not self.is_open or self.focus.document is not None:
            return self.focus.document
        state = self.session.state
        segment = state.segments.get(self.focus.segment) if self.focus.segment is not None else None
        if segment is not None:
            return segment.document
        return state.document_order[0] if len(state.document_order) == 1 else None

    def render(self, message: Message) -> str:
        """Return a sentence of the floors below in the window's language."""
        return self.language.render(message)

    def term_hits(self, segment: SegmentId) -> tuple[TermHit, ...]:
        """Return the entries found in a segment's source, in reading order."""
        return self._terms.of(segment) if self._terms is not None else ()

    def issues_here(self) -> tuple[Issue, ...]:
        """Return the open flags of the current segment."""
        if self.focus.segment is None or not self.is_open:
            return ()
        return self.project.checking.issues(self.focus.segment)

    def announce(self, text: str) -> None:
        """Have a screen reader say a sentence."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.window, text))

    def _forget_refusal(self, now: RefusedError | None = None) -> None:
        """Take back the last refusal: something was done since, or another wish refused."""
        before, self._refused = self._refused, now
        if before is not None and (now is None or now.render("en") != before.render("en")):
            self.shell.retract(before)

    def _note(self, changes: Changes) -> None:
        if changes.undo is not None:
            self.undo_status = changes.undo
            self._forget_refusal()
