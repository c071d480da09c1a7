"""The window: puts bars, grid and panels together and lists nothing; what there is declares itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from translator_desk.app.changes import Changes
from translator_desk.app.desk import Desk
from translator_desk.model.severity import Level
from translator_desk.ui.actions import Actions
from translator_desk.ui.arrivals import Arrivals
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.wanted import open_where_wanted
from translator_desk.ui.docks import Docks
from translator_desk.ui.drop import dropped_paths
from translator_desk.ui.error_bar import ErrorBar
from translator_desk.ui.filter_bar import FilterBar
from translator_desk.ui.flag_strip import FlagStrip
from translator_desk.ui.glossary.desk import GlossaryDesk
from translator_desk.ui.grid.segment_view import SegmentView
from translator_desk.ui.later import later
from translator_desk.ui.messages import Language
from translator_desk.ui.person_strip import PersonStrip
from translator_desk.ui.projects import Projects
from translator_desk.ui.questions import Questions
from translator_desk.ui.start_page import StartPage
from translator_desk.ui.status_bar import StatusBar
from translator_desk.ui.surroundings import Said
from translator_desk.ui.theme import Themes
from translator_desk.ui.window_state import WindowState
from translator_desk.wording import Message, say

DOING_MS = 200
"""What takes no longer than this is not worth a word."""


class MainWindow(QMainWindow):
    """The desk's window.

    Signals:
        painted(): The window has been shown for the first time; what may wait can begin.

    Attributes:
        context: What panels and commands are given.
        projects: Opening and closing.
        grid: The grid.
        filter_bar: What stands above it.
    """

    painted = Signal()

    def __init__(self, desk: Desk, language: Language, themes: Themes) -> None:
        super().__init__()
        self.context = DeskContext(desk, self, self, language, themes, self)
        self.projects = self.context.projects = Projects(self.context)
        self.context.glossary = GlossaryDesk(self.context, self.projects.person_known)
        self.grid = SegmentView(self.context)
        self.context.grid = self.grid
        self._errors = ErrorBar(language, themes, self)
        self.filter_bar = FilterBar(self.context, self.grid, self)
        self._flag = FlagStrip(self.context, self)
        self._start = StartPage(self.context, self.projects, self)
        self._person = PersonStrip(self.context, self.projects, self)
        self._nothing = QLabel(self)
        self._status = StatusBar(self.context, self)
        self._docks = Docks(self, self.context)
        self._state = WindowState(self, self.context, self.grid, self._docks)
        self._put_together()
        # Being put together, widgets lose the colours they gave themselves under a style sheet.
        themes.changed.emit()
        actions = self.context.actions = Actions(self.context, self.grid, self._docks.actions())
        actions.fill(self.menuBar())
        self._start.wire()
        self._flag.wire()
        self._state.restore_window()
        self._shown = False
        self._busy = False
        self._unsaved: Message | None = None
        self.context.project_changed.connect(self._project_changed)
        self.context.bridge.changed.connect(self._changed)
        self.grid.rows.reordered.connect(self._show_page)
        self._errors.emptied.connect(lambda: (self.grid if self.context.is_open else self._start).setFocus())
        self._doing = later(self, DOING_MS, self._show_doing)
        self.projects.working.connect(self._work)
        self.projects.before_close.connect(self._state.keep_place)
        self.projects.opened.connect(self._opened)
        self.projects.filled.connect(self._filled)
        self.projects.person_known.connect(self._person_known)
        self._questions = Questions(self.context)
        self._arrivals = Arrivals(self.context)
        open_where_wanted(self.context)
        self.setAcceptDrops(True)
        self._retitle()
        if desk.settings_problem is not None:
            self.tell(desk.settings_problem, level=Level.WARNING)

    def tell(
        self, said: Said, action: tuple[Said, Callable[[], None]] | None = None, *, level: Level = Level.INFO
    ) -> None:
        """Show a sentence in the bar on top, with one thing to do about it."""
        self._errors.tell(said, action, level)

    def retract(self, said: Said) -> None:
        """Take a sentence of the bar back: it is no longer true."""
        self._errors.retract(said)

    def whisper(self, text: str) -> None:
        """Show a sentence in the status bar for a few seconds."""
        self._status.whisper(text)

    def begin_filter(self) -> None:
        """Put the keyboard into the filter above the grid."""
        self.filter_bar.begin()

    @property
    def sentences(self) -> list[str]:
        """What the bar on top says, newest first."""
        return self._errors.sentences

    def next_pane(self, step: int) -> None:
        """Put the keyboard into the next pane in sight: grid, docks, filter, bar on top."""
        panes: list[QWidget] = [self.grid if self.context.is_open else self._start]
        panes += self._docks.panes()
        if self.context.is_open:
            panes.append(self.filter_bar)
        if self._errors.sentences:
            panes.append(self._errors)
        here = self.focusWidget()
        at = next((n for n, pane in enumerate(panes) if here is pane or (here and pane.isAncestorOf(here))), 0)
        pane = panes[(at + step) % len(panes)]
        if pane is self.filter_bar:
            self.filter_bar.begin()
            return
        if pane is self._errors:
            self._errors.take_keyboard()
            return
        pane.setFocus(Qt.FocusReason.TabFocusReason)
        if pane.focusPolicy() == Qt.FocusPolicy.NoFocus and (inside := pane.nextInFocusChain()) is not None:
            inside.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retitle()
            self._show_page()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the window was shown, after it was painted."""
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            QApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.LowEventPriority.value)

    def event(self, event: QEvent) -> bool:
        """Take what was put off until the first paint."""
        if event.type() == QEvent.Type.User:
            self.painted.emit()
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once everything is in the file."""
        if self.projects.busy:
            event.ignore()
            self.projects.leave(self._close_at_last)
            return
        self._state.keep_window()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or add what was dropped."""
        if paths := dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self.projects.take(paths)

    def _put_together(self) -> None:
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._rows = QStackedWidget(self)
        self._rows.addWidget(self.grid)
        self._rows.addWidget(self._nothing)
        work = QWidget(self)
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addWidget(self._rows, 1)
        column.addWidget(self._flag)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._start)
        self._pages.addWidget(work)
        central = QWidget(self)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._errors)
        column.addWidget(self._person)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(central)
        self.setStatusBar(self._status)
        self.setDockNestingEnabled(True)
        # Documents and terms keep their height; the list of flags lies under the grid between them.
        for corner, area in (
            (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
            (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            self.setCorner(corner, area)

    def _project_changed(self) -> None:
        self._unsaved = None
        self._errors.clear()
        if not self.context.is_open:
            # Before it is shown: the keyboard goes to the latest project.
            self._start.refresh()
        self._pages.setCurrentIndex(1 if self.context.is_open else 0)
        self._retitle()
        self._show_page()

    def _opened(self) -> None:
        self._state.restore_place()
        self._filled()

    def _filled(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_page()
        self.context.actions.refresh_soon()

    def _person_known(self) -> None:
        self._status.refresh()
        self._person.refresh()
        self.context.actions.refresh_soon()

    def _changed(self, changes: Changes) -> None:
        if changes.saving is not None:
            self._tell_saving(changes)
        if changes.notice is not None:
            self.tell(changes.notice, level=Level.WARNING)
        if changes.structure:
            self._show_page()

    def _tell_saving(self, changes: Changes) -> None:
        """Say that work is not in the file, and why, until it is."""
        if self._unsaved is not None:
            self._errors.retract(self._unsaved)
        self._unsaved = changes.saving_problem
        if self._unsaved is not None:
            retry = self.context.project.autosave.retry_now
            self.tell(self._unsaved, (say("Try again", "重试"), retry), level=Level.ERROR)

    def _show_page(self) -> None:
        """Show the grid, or say why there is nothing in it."""
        rows = self.grid.rows
        if not self.context.is_open or rows.rowCount():
            self._rows.setCurrentIndex(0)
            return
        self._rows.setCurrentIndex(1)
        if self._busy:
            self._nothing.setText(self.tr("Reading the texts…"))
        elif not self.context.session.state.document_order and self.context.undo_status.redo is not None:
            self._nothing.setText(self.tr("The texts were taken out by undoing. Ctrl+Y brings them back."))
        elif rows.row_filter.empty:
            self._nothing.setText(
                self.tr("This project holds no text yet. Open texts (Ctrl+Shift+O) or drop them here.")
            )
        else:
            self._nothing.setText(self.tr("No segment passes the filter. Esc in the filter shows everything."))

    def _work(self, busy: bool) -> None:
        self._busy = busy
        if busy:
            self.setCursor(Qt.CursorShape.BusyCursor)
            self._doing.start()
        else:
            self.unsetCursor()
            self._show_doing()
        self._show_page()

    def _show_doing(self) -> None:
        """Say what the person is waiting for; what takes a moment only is not said."""
        doing = self.projects.doing if self._busy else ""
        self._status.show_doing(doing)
        self._start.show_doing(doing)

    def _close_at_last(self) -> None:
        self.close()

    def _retitle(self) -> None:
        name = self.tr("Translator Desk")
        if self.context.is_open:
            project = self.context.project
            title = project.session.state.title or project.path.stem
            if project.session.read_only is not None:
                title = self.tr("%1 (read-only)").replace("%1", title)
            self.setWindowTitle(f"{title} – {name}")
        else:
            self.setWindowTitle(name)
