"""The grid: rows measured when they come into view, an editor over the target, every change a command."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from translator_desk.app.changes import Changes
from translator_desk.app.checking import Checking
from translator_desk.app.commands.edit import EditTarget
from translator_desk.app.session import Session
from translator_desk.errors import RefusedError
from translator_desk.model.ids import SegmentId
from translator_desk.text.span import Span
from translator_desk.ui.grid.segment_delegate import PADDING, SegmentDelegate
from translator_desk.ui.grid.segment_model import NUMBER, SOURCE, STATE, TARGET, SegmentModel
from translator_desk.ui.grid.target_editor import TargetEditor
from translator_desk.ui.theme import Theme

_SMALL_COLUMNS = {NUMBER: 48, STATE: 60}


class SegmentView(QTableView):
    """Source and target side by side."""

    segment_changed = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        session: Session,
        checking: Checking,
        theme: Theme,
        language: str,
        font: QFont,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._checking = checking
        self._model = SegmentModel(session, checking, language, self)
        self._editor: TargetEditor | None = None
        self._editing: SegmentId | None = None
        self._measured: set[tuple[int, int]] = set()
        self.setModel(self._model)
        self._delegate = SegmentDelegate(self._model, theme, font, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().valueChanged.connect(self._measure_visible)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self._model.modelReset.connect(self._estimate)
        self.setAccessibleName("segments")

    @property
    def segments(self) -> SegmentModel:
        """The rows."""
        return self._model

    @property
    def delegate(self) -> SegmentDelegate:
        """What paints the rows."""
        return self._delegate

    @property
    def editor(self) -> TargetEditor | None:
        """The open editor, None where none is open."""
        return self._editor

    def current_segment(self) -> SegmentId | None:
        """Return the segment of the current row."""
        row = self.currentIndex().row()
        return self._model.segment(row).id if 0 <= row < self._model.rowCount() else None

    def go_to(self, segment: SegmentId, span: Span | None = None) -> None:
        """Show a segment; with ``span`` open its editor with those words selected."""
        row = self._model.row_of(segment)
        if row is None:
            return
        self.setCurrentIndex(self._model.index(row, TARGET))
        self.scrollTo(self._model.index(row, TARGET), QAbstractItemView.ScrollHint.EnsureVisible)
        if span is not None and self._session.read_only is None:
            self.edit(self._model.index(row, TARGET))
            if self._editor is not None:
                self._editor.select(span)

    def take(self, changes: Changes) -> None:
        """Follow what happened."""
        if changes.structure:
            self._close_editor()
        self._model.take(changes)
        for key in changes.segments:
            row = self._model.row_of(key)
            if row is not None:
                self._measure(row)
        if self._editor is not None and self._editing in changes.segments and changes.initiator is not self:
            self._editor.show_text(self._session.state.segments[self._editing].target)
        if changes.focus is not None:
            self.go_to(changes.focus)
        self.viewport().update()

    def editor_opened(self, editor: TargetEditor, segment: SegmentId) -> None:
        """Take over a new editor."""
        self._editor = editor
        self._editing = segment
        editor.show_text(self._session.state.segments[segment].target)
        editor.words_changed.connect(self._typed)
        editor.left.connect(self._close_editor)
        editor.destroyed.connect(lambda: self._editor_gone(editor))

    def _editor_gone(self, editor: TargetEditor) -> None:
        if self._editor is editor:
            self._editor = None

    def _typed(self, span: Span, words: str) -> None:
        if self._editing is None:
            return
        try:
            self._session.execute(EditTarget(self._editing, span, words), initiator=self)
        except RefusedError as error:
            self.refused.emit(error)
            if self._editor is not None:
                self._editor.show_text(self._session.state.segments[self._editing].target)

    def _close_editor(self) -> None:
        """Leave the text, which is kept: every key of it was a command."""
        if self._editor is not None:
            self.closeEditor(self._editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.setFocus()
        self._leave_row()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Follow Qt where it closes the editor by itself."""
        if editor is self._editor:
            self._editor = None
        super().closeEditor(editor, hint)
        self._leave_row()

    def commitData(self, editor: QWidget) -> None:
        """Nothing is left to commit."""

    def _leave_row(self) -> None:
        if self._editing is not None:
            self._session.leave_row(self._editing)
            self._editing = None

    def _row_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._editing is not None and now.isValid() and self._model.segment(now.row()).id != self._editing:
            self._close_editor()
        if now.isValid():
            self.segment_changed.emit(self._model.segment(now.row()).id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between source and target."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        for column, width in _SMALL_COLUMNS.items():
            self.setColumnWidth(column, width)
        left = max(200, self.viewport().width() - sum(_SMALL_COLUMNS.values()))
        self.setColumnWidth(SOURCE, left * 4 // 10)
        self.setColumnWidth(TARGET, left - left * 4 // 10)
        self._estimate()

    def restyle(self) -> None:
        """Measure again after another font or theme."""
        self._estimate()
        self.viewport().update()

    def _estimate(self) -> None:
        """Give every row a height guessed from its length; those in view are measured."""
        self._measured.clear()
        metrics = self.fontMetrics()
        wide, narrow = max(6, metrics.averageCharWidth()), max(40, self.columnWidth(TARGET) - 2 * PADDING)
        header = self.verticalHeader()
        header.blockSignals(True)
        self.setUpdatesEnabled(False)
        line = metrics.lineSpacing()
        for row in range(self._model.rowCount()):
            segment = self._model.segment(row)
            lines = 1 + max(len(segment.target), 3 * len(segment.source)) * wide // narrow
            header.resizeSection(row, lines * line + 2 * PADDING)
        self.setUpdatesEnabled(True)
        header.blockSignals(False)
        self.updateGeometries()
        QTimer.singleShot(0, self._measure_visible)

    def _measure_visible(self) -> None:
        if not self._model.rowCount():
            return
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height())
        last = self._model.rowCount() - 1 if last < 0 else last
        shown = []
        for row in range(first, last + 1):
            segment = self._model.segment(row)
            shown.append(segment.id)
            if (row, segment.version) not in self._measured:
                self._measured.add((row, segment.version))
                self._measure(row)
        self._checking.prioritise(shown)

    def _measure(self, row: int) -> None:
        height = self._delegate.height(row, self.columnWidth(SOURCE), self.columnWidth(TARGET))
        if height != self.rowHeight(row):
            self.setRowHeight(row, height)
