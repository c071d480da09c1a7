"""The source of a segment laid open for selecting: words to copy, to look up in all sentences, to make a term of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTableView

from translator_desk.app.changes import Changes
from translator_desk.model.ids import SegmentId
from translator_desk.text.span import Span
from translator_desk.ui.context import DeskContext
from translator_desk.ui.grid.cell_layouts import PADDING, CellLayouts
from translator_desk.ui.grid.segment_model import Column, SegmentModel
from translator_desk.ui.grid.target_editor import BORDER
from translator_desk.ui.utf16 import UtfMap, shown


class SourceReader(QPlainTextEdit):
    """Lies over one source cell; nothing can be written in it."""

    def __init__(self, view: QTableView, model: SegmentModel, layouts: CellLayouts, context: DeskContext) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._model = model
        self._layouts = layouts
        self._context = context
        self._text = ""
        self.segment: SegmentId | None = None
        self.setReadOnly(True)
        # Read-only text takes no keyboard by itself; the caret must be seen to select by keys.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # As high as its cell, which holds the whole text.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(PADDING)
        self.hide()
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self._place)
        model.reordered.connect(self.close_reader)
        context.focus.segment_changed.connect(self._moved)
        context.bridge.changed.connect(self._apply)
        context.project_changed.connect(self.close_reader)

    def read(self, segment_id: SegmentId) -> bool:
        """Lay the source of a segment in sight open, the caret before its first sign.

        Returns:
            Whether there is a source to read.
        """
        segment = self._context.session.state.segments.get(segment_id)
        row = self._model.row_of(segment_id)
        if segment is None or row is None or not segment.source or self._view.isColumnHidden(Column.SOURCE):
            return False
        style = self._layouts.style
        self.segment, self._text = segment_id, segment.source
        self.setStyleSheet(f"SourceReader {{ border: {BORDER}px solid {style.theme.colour('accent').name()}; }}")
        self.setFont(style.source_font)
        self.setPlainText(shown(segment.source))
        number = self._context.session.state.position(segment_id) + 1
        self.setAccessibleName(self.tr("Source of segment %1").replace("%1", str(number)))
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def words(self) -> str:
        """Return the words selected, or ""."""
        if self.segment is None:
            return ""
        cursor, places = self.textCursor(), UtfMap(self._text)
        return Span(places.from_qt(cursor.selectionStart()), places.from_qt(cursor.selectionEnd())).of(self._text)

    def close_reader(self, _: object = None) -> None:
        """Give the cell back to the grid, and the keyboard, where it is here."""
        if self.segment is None:
            return
        self.segment = None
        if self.hasFocus():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the keyboard back to the grid; the rest selects and copies."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_reader()
            return
        super().keyPressEvent(event)
        if event.text().isprintable() and event.text():
            event.accept()  # passed on to the grid a letter would begin to edit the translation

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes to the translation, Shift+Tab back to the grid."""
        self.close_reader()
        if forward:
            self._context.grid.start_editing()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open where a source is clicked twice; close where anything else of the grid is clicked."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick:
            point = event.position().toPoint()
            index = self._view.indexAt(point)
            segment = self._model.segment(index.row()) if index.column() == Column.SOURCE else None
            if segment is not None and event.button() == Qt.MouseButton.LeftButton:
                if self.read(segment.id):
                    self._select_at(event)
                return True
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.close_reader()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _select_at(self, event: QMouseEvent) -> None:
        """Select the word under the mouse."""
        place = self.viewport().mapFromGlobal(event.globalPosition().toPoint())
        cursor = self.cursorForPosition(place)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.setTextCursor(cursor)

    def _place(self, _: object = None) -> None:
        row = self._model.row_of(self.segment)
        if self.segment is None or row is None:
            return
        rect = self._view.visualRect(self._model.index(row, Column.SOURCE))
        self.setGeometry(rect.adjusted(-BORDER, -BORDER, BORDER, BORDER))

    def _moved(self, segment: object = None) -> None:
        if segment != self.segment:
            self.close_reader()

    def _apply(self, changes: Changes) -> None:
        if self.segment is None:
            return
        now = self._context.session.state.segments.get(self.segment)
        if now is None or now.source != self._text:
            self.close_reader()
        else:
            self._place()
