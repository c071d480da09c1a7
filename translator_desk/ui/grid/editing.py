"""Editing in place: opens the editor over a row, sends what is typed to the session, brings back what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QTableView

from translator_desk.app.changes import Changes
from translator_desk.app.commands.edit import EditTarget, SetTarget
from translator_desk.errors import DeskError
from translator_desk.model.ids import SegmentId
from translator_desk.text.span import Span
from translator_desk.ui.context import DeskContext
from translator_desk.ui.grid.cell_layouts import CellLayouts
from translator_desk.ui.grid.issue_marks import issue_at
from translator_desk.ui.grid.row_heights import RowHeights
from translator_desk.ui.grid.segment_model import Column, SegmentModel
from translator_desk.ui.grid.target_editor import BORDER, TargetEditor
from translator_desk.ui.later import later
from translator_desk.wording import say

TYPING_MS = 500
"""Whoever types no letter for so long wants to hear of flags at the caret."""
LARGEST_SHARE = 0.6
"""The editor takes at most this share of the grid's height; beyond that it scrolls."""


class Editing(QObject):
    """The one editor of a grid.

    Signals:
        moved_on(int): The person wants to edit the next (1) or previous (-1) segment.
        ended(): The editor was closed.
    """

    moved_on = Signal(int)
    ended = Signal()

    def __init__(
        self, view: QTableView, model: SegmentModel, layouts: CellLayouts, heights: RowHeights, context: DeskContext
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._layouts = layouts
        self._heights = heights
        self._context = context
        self._before = ""
        self._restorable: tuple[SegmentId, str] | None = None
        self.segment: SegmentId | None = None
        self.editor = TargetEditor(view.viewport(), lambda event: context.actions.owns(event))
        self.editor.edited.connect(self._edited)
        self.editor.leave_wished.connect(self._escape)
        self.editor.moved_on.connect(self.moved_on)
        self.editor.break_refused.connect(self._refuse_break)
        self.editor.caret_moved.connect(self._caret_moved)
        self.editor.composed.connect(self._refresh_text)
        self.editor.installEventFilter(self)
        self._typing = later(self, TYPING_MS, self._typing_paused)

    @property
    def open(self) -> bool:
        """Whether a row is being edited."""
        return self.segment is not None

    def start(self, segment_id: SegmentId, span: Span | None = None) -> bool:
        """Open the editor on a segment that is in sight; the words of ``span`` selected, else the caret at the end."""
        if not self._context.writable or self._model.row_of(segment_id) is None:
            return False
        if self.segment != segment_id:
            self.finish(focus_grid=False)
            segment = self._context.session.state.segments[segment_id]
            self.segment = segment_id
            self._before = segment.target
            self.editor.use(self._layouts.style)
            self.editor.fill(segment.target)
            self.editor.select(Span(len(segment.target), len(segment.target)))
            number = self._context.session.state.position(segment_id) + 1
            self.editor.setAccessibleName(self.tr("Translation of segment %1").replace("%1", str(number)))
        self._restorable = None
        self.place()
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if span is not None:
            self.editor.select(span)
        self._show_marks()
        self._view.viewport().update()
        return True

    def finish(self, *, focus_grid: bool = True) -> None:
        """Close the editor; what was typed stays, unfinished letters of an input method are taken as they are."""
        if self.segment is None:
            return
        self.editor.finish_composing()
        left, self.segment = self.segment, None
        had_focus = self.editor.hasFocus()
        self.editor.hide()
        if self._context.is_open:
            self._context.session.leave_row(left)
        if focus_grid and had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit()

    def restore(self) -> bool:
        """Put back the text as it stood when editing began; one step that Ctrl+Z takes back."""
        if self._restorable is None:
            return False
        (segment, text), self._restorable = self._restorable, None
        done = self._context.execute(SetTarget(segment, text, say("restoring the text", "恢复原文本")))
        if done is not None:
            self._context.shell.whisper(
                self.tr("The text is as it was before editing. Ctrl+Z brings your typing back.")
            )
        return done is not None

    def forget_restorable(self) -> None:
        """Any other key after Esc: the second Esc means nothing any more."""
        self._restorable = None

    def place(self) -> None:
        """Lay the editor over its cell."""
        if self.segment is None:
            return
        row = self._model.row_of(self.segment)
        if row is None:
            self.finish()
            return
        rect = self._view.visualRect(self._model.index(row, Column.TARGET))
        rect.setTop(rect.top() + self._layouts.target_drop)
        most = max(self._layouts.smallest, int(self._view.viewport().height() * LARGEST_SHARE))
        scrolls = rect.height() > most
        policy = Qt.ScrollBarPolicy
        self.editor.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
        rect.setHeight(min(rect.height(), most))
        rect.adjust(-BORDER, -BORDER, BORDER, BORDER)
        if self.editor.geometry() != rect:
            self.editor.setGeometry(rect)
        if not scrolls:
            self.editor.verticalScrollBar().setValue(0)

    def apply(self, changes: Changes) -> None:
        """Follow what happened in the project."""
        if self.segment is None:
            return
        segment = self._context.session.state.segments.get(self.segment)
        if segment is None:
            self.finish()
            return
        if self.segment in changes.segments:
            if changes.initiator is not self.editor:
                self.editor.take(segment.target)
            self._refit()
        if self.segment in changes.issues or self.segment in changes.segments:
            self._show_marks()

    def restyle(self) -> None:
        """Take over other letters or colours."""
        if self.segment is not None:
            self.editor.use(self._layouts.style)
            self.place()

    def start_by(self, event: QKeyEvent | QInputMethodEvent) -> bool:
        """Open the editor on the current segment because typing began, and hand it the key."""
        segment = self._context.focus.segment
        if segment is None or not self.start(segment):
            return False
        QApplication.sendEvent(self.editor, event)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was typed when the keyboard goes elsewhere, unfinished letters included."""
        if event.type() == QEvent.Type.FocusOut and self.segment is not None and self._context.is_open:
            self.editor.finish_composing()
            self._context.session.leave_row(self.segment)
        return super().eventFilter(watched, event)

    def _edited(self, span: Span, words: str) -> None:
        if self.segment is None:
            return
        self._typing.start()
        try:
            self._context.session.execute(EditTarget(self.segment, span, words), self.editor)
        except DeskError as error:
            self._context.tell_error(error)
            self.editor.fill(self._context.session.state.segments[self.segment].target)

    def _refresh_text(self) -> None:
        """Take over what waited for the input method to finish."""
        if self.segment is not None and (segment := self._context.session.state.segments.get(self.segment)):
            self.editor.take(segment.target)
            self._show_marks()

    def _escape(self) -> None:
        segment, before = self.segment, self._before
        self.finish()
        if segment is None:
            return
        if self._context.session.state.segments[segment].target != before:
            self._restorable = (segment, before)
            self._context.shell.whisper(
                self.tr("Your text is kept. Esc again puts back the text as it was before editing.")
            )

    def _refuse_break(self) -> None:
        self._context.shell.whisper(
            self.tr(
                "Ctrl+Enter confirms and goes on. This translation is one line; Shift+Enter breaks lines only where it has breaks."
            )
        )

    def _refit(self) -> None:
        """Give the row the height its text needs now."""
        row = self._model.row_of(self.segment)
        if row is not None:
            self._heights.measure(row)
        self.place()

    def _show_marks(self) -> None:
        if self.segment is None or self.editor.composing:
            return
        segment = self._context.session.state.segments[self.segment]
        marks = self._layouts.row(segment).marks[1]
        if self._typing.isActive():
            # A word half typed is no slip yet.
            caret = self.editor.caret()
            marks = tuple(one for one in marks if not one.span.start <= caret <= one.span.end)
        self.editor.show_marks(marks)
        issue = self._context.focus.issue
        self.editor.show_ring(issue.target if issue is not None and issue.segment == self.segment else None)

    def show_ring(self) -> None:
        """Show which flag is the current one."""
        self._show_marks()

    def _typing_paused(self) -> None:
        self._show_marks()
        self._caret_moved()

    def _caret_moved(self) -> None:
        if self.segment is None or self._typing.isActive():
            return
        place = self.editor.caret()
        issue = issue_at(self._context.project.checking.issues(self.segment), self.editor.target, place)
        if issue is not None:
            self._context.focus.set_issue(issue)
