"""The bilingual grid: rows of any number, scrolled by pixels, edited in place."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from translator_desk.app.changes import Changes
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.segment import Segment
from translator_desk.text.span import Span
from translator_desk.ui.context import DeskContext
from translator_desk.ui.focus import Destination
from translator_desk.ui.grid.cell_layouts import CellLayouts, Marks, Style, fonts
from translator_desk.ui.grid.column_widths import share_width, text_width
from translator_desk.ui.grid.decision_line import DecisionLine
from translator_desk.ui.grid.editing import Editing
from translator_desk.ui.grid.hover_card import HoverCard
from translator_desk.ui.grid.issue_marks import source_marks, target_marks
from translator_desk.ui.grid.margin import Margin
from translator_desk.ui.grid.redline_painter import Showing
from translator_desk.ui.grid.row_heights import RowHeights
from translator_desk.ui.grid.segment_delegate import SegmentDelegate
from translator_desk.ui.grid.segment_model import Column, SegmentModel
from translator_desk.ui.grid.source_reader import SourceReader
from translator_desk.ui.later import later
from translator_desk.ui.perspectives.registry import perspective_named

_MOVES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_UPWARDS = (
    QAbstractItemView.CursorAction.MoveUp,
    QAbstractItemView.CursorAction.MovePageUp,
    QAbstractItemView.CursorAction.MovePrevious,
)


class SegmentView(QTableView):
    """The grid and what ``context.grid`` promises.

    Attributes:
        rows: Its model.
        decision_line: What a decision would bring, under its segment.
        editing_in_place: The editor.
    """

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._zoom = context.desk.settings.zoom
        self._showing = Showing.MARKUP
        self._terms_shown = False
        self._stale = True
        self.rows = SegmentModel(context)
        self._layouts = CellLayouts(self._style(), self._marks)
        self._heights = RowHeights(self, self.rows, self._layouts)
        self._margin = Margin(self, context)
        self._delegate = SegmentDelegate(self, self.rows, self._layouts, context.focus, self._margin)
        self._card = HoverCard(self, self.rows, context, self._layouts)
        self._prepare()
        self.decision_line = DecisionLine(self, self.rows.row_of, context)
        self.editing_in_place = Editing(self, self.rows, self._layouts, self._heights, context)
        self._reader = SourceReader(self, self.rows, self._layouts, context)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        for widget in (self, self.editing_in_place.editor):
            self.decision_line.watch(widget)
        self.editing_in_place.moved_on.connect(self._edit_neighbour)
        self._telling = later(self, 60, self._tell_what_is_in_sight)
        self.rows.reordered.connect(self._reordered)
        self.rows.rowsInserted.connect(self._settle)
        self.rows.rowsRemoved.connect(self._settle)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        context.bridge.changed.connect(self._apply)
        context.project_changed.connect(self._project_changed)
        context.focus.wanted.connect(self._go)
        context.focus.document_changed.connect(self._show_document)
        context.focus.issue_changed.connect(self._show_ring)
        context.focus.hunk_changed.connect(self._show_ring)
        context.themes.changed.connect(self.restyle)

    @property
    def editing(self) -> bool:
        """Whether the editor is open."""
        return self.editing_in_place.open

    @property
    def zoom(self) -> int:
        """The size of the letters in percent."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show letters in another size."""
        self._zoom = percent
        self.restyle()

    @property
    def showing(self) -> Showing:
        """Which side of pending changes is in sight."""
        return self._showing

    def show_changes(self, showing: Showing) -> None:
        """Show pending changes with their markup, as they would be, as it was, or the two side by side."""
        self._showing = showing
        self.rows.show_sides(showing is Showing.SIDES)
        self.restyle()

    def selected_words(self) -> str:
        """Return the words selected in an open source or in the editor, or ""."""
        editor = self.editing_in_place.editor
        return self._reader.words() or (editor.selection().of(editor.target) if self.editing else "")

    def read_source(self) -> None:
        """Lay the source of the current segment open for selecting."""
        if (segment := self._context.focus.segment) is not None:
            self._bring_into_sight(segment)
            self._reader.read(segment)

    def caret(self) -> tuple[int, int] | None:
        """Return selection start and end in the target while editing (code points), else None."""
        if not self.editing:
            return None
        span = self.editing_in_place.editor.selection()
        return span.start, span.end

    def start_editing(self, span: Span | None = None) -> None:
        """Open the editor on the current segment, the words of ``span`` selected."""
        if (segment := self._context.focus.segment) is not None:
            self._bring_into_sight(segment)
            self.editing_in_place.start(segment, span)

    def leave(self) -> None:
        """Close the editor; what was typed stays."""
        self.editing_in_place.finish()

    def insert(self, words: str) -> None:
        """Write words at the caret; opens the editor where it is closed."""
        if not self.editing:
            self.start_editing()
        if self.editing:
            self.editing_in_place.editor.write(words)

    def selected_segments(self) -> tuple[SegmentId, ...]:
        """Return the chosen rows' segments in order; the current one where nothing else is chosen."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        chosen = tuple(segment.id for row in rows if (segment := self.rows.segment(row)) is not None)
        here = self._context.focus.segment
        return chosen if here in chosen else ((here,) if here is not None else ())

    def neighbour(self, step: int) -> SegmentId | None:
        """Return the segment ``step`` rows on among those shown, or None at the end."""
        row = self.rows.row_of(self._context.focus.segment)
        if row is None:
            return None
        row += step
        while 0 <= row < self.rows.rowCount():
            if (segment := self.rows.segment(row)) is not None:
                return segment.id
            row += 1 if step > 0 else -1
        return None

    def shown_segments(self) -> list[SegmentId]:
        """Return the segments shown, in order."""
        return cast("list[SegmentId]", [key for key in self.rows.ids() if key >= 0])

    def spot(self) -> QPoint:
        """Return where a menu about the current words belongs, on the screen."""
        if self.editing:
            editor = self.editing_in_place.editor
            return editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft())
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def restyle(self) -> None:
        """Lay everything out anew: zoom, colours or width have changed. While nobody sees it, that waits."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        centre = self._context.focus.segment
        share_width(
            self,
            margin=self._margin.width(self._delegate.icon_edge()),
            sign=self._delegate.icon_edge(),
            source=self.rows.shows_source,
            sides=self._showing is Showing.SIDES,
        )
        self._layouts.use(self._style())
        self._heights.estimate_all()
        self._settle()
        if centre is not None:
            self._bring_into_sight(centre)
        self.editing_in_place.restyle()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Keep the editor over its cell whatever moves."""
        super().updateGeometries()
        if hasattr(self, "editing_in_place"):
            self.editing_in_place.place()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell where the person is."""
        super().currentChanged(current, previous)
        self._card.hide()
        segment = self.rows.segment(current.row()) if current.isValid() else None
        if self.editing and (segment is None or segment.id != self.editing_in_place.segment):
            self.editing_in_place.finish()
        if segment is not None:
            self._context.focus.set_segment(segment.id)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the texts and measure what is in sight."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.restyle()
        else:
            self._settle()
            self._keep_current_in_sight(event.oldSize().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what changed while nobody saw it."""
        super().showEvent(event)
        if self._stale:
            self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or begin to edit where a letter is typed."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.editing_in_place.restore():
            return
        self.editing_in_place.forget_restorable()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.modifiers():
            self.start_editing()
        elif event.text().isprintable() and event.text() and not event.modifiers() & _MOVES:
            if perspective_named(self._context.perspective).letters or not self.editing_in_place.start_by(event):
                event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to edit where an input method begins to compose."""
        begins = bool(event.preeditString() or event.commitString())
        if perspective_named(self._context.perspective).letters:
            begins = False
        if not begins or not self.editing_in_place.start_by(event):
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters begin editing, they do not jump."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard back to the editor where it is open."""
        super().focusInEvent(event)
        if self.editing and self._reader.segment is None:
            self.editing_in_place.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit where the target was clicked."""
        index = self.indexAt(event.position().toPoint())
        if index.column() == Column.TARGET and (segment := self.rows.segment(index.row())) is not None:
            place = self._card.place_at(index, event.position().toPoint())
            self.editing_in_place.start(segment.id, None if place is None else Span(place, place))
        else:
            super().mouseDoubleClickEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; a heading cannot be chosen."""
        row = self.indexAt(event.position().toPoint()).row()
        if row < 0 or self.rows.segment(row) is not None:
            super().mousePressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex | QPersistentModelIndex:
        """Return where a key leads: past headings."""
        index = super().moveCursor(action, modifiers)
        step = -1 if action in _UPWARDS else 1
        row = index.row()
        while 0 <= row < self.rows.rowCount() and self.rows.segment(row) is None:
            row += step
        if row == index.row():
            return index
        return self.rows.index(row, index.column()) if 0 <= row < self.rows.rowCount() else self.currentIndex()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            name = "view.zoom-in" if event.angleDelta().y() > 0 else "view.zoom-out"
            self._context.actions[name].trigger()
            event.accept()
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the card of what the mouse rests on."""
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress):
            self._card.mouse(event)
        return super().viewportEvent(event)

    def show_card(self) -> None:
        """Show the card of the words at the caret, or of the segment's first flag."""
        self._card.show_at_caret()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Take the model and set up the columns, which exist only now."""
        super().setModel(model)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, or its coming changes the width and with it every height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.viewport().setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.verticalScrollBar().setSingleStep(24)

    def _style(self) -> Style:
        source, target = fonts(self._zoom)
        return Style(
            source,
            target,
            text_width(self, Column.SOURCE, shown=self.rows.shows_source),
            text_width(self, Column.TARGET),
            self._context.themes.current,
            self._showing,
            self._context.review.authors if self._context.is_open else None,
            text_width(self, Column.BASELINE, shown=self._showing is Showing.SIDES),
        )

    def _marks(self, segment: Segment) -> Marks:
        checking = self._context.project.checking
        issues = checking.issues(segment.id)
        hits = self._context.term_hits(segment.id)
        return (
            source_marks(segment.source, issues, (hit.source_span for hit in hits)),
            target_marks(segment.target, issues, (span for hit in hits for span in hit.target_spans)),
        )

    def _apply(self, changes: Changes) -> None:
        if changes.issues:
            self._layouts.forget(changes.issues)
        if changes.terms or (changes.progress is not None and not self._terms_shown):
            # The first report of the check says that terms can be looked up now.
            self._terms_shown = changes.progress is not None
            self._layouts.forget_all()
            self.viewport().update()
        if changes.segments and changes.initiator is not self.editing_in_place.editor:
            self._heights.forget(changes.segments)
        here = self.currentIndex().row()
        self.rows.apply(changes)
        self.editing_in_place.apply(changes)
        if changes.segments and changes.initiator is not self.editing_in_place.editor:
            self._settle()
        if changes.structure:
            self._stay_somewhere(max(here, 0))
        if changes.focus is not None and changes.focus in self._context.session.state.segments:
            self._go(Destination(changes.focus, edit=self.editing))

    def _stay_somewhere(self, row: int) -> None:
        """Be at the row where the person was, the next best one, or nowhere, after segments have gone."""
        if self.rows.segment(self.currentIndex().row()) is None and self.rows.rowCount():
            self._make_current(min(row, self.rows.rowCount() - 1))
        elif self._context.focus.segment not in self._context.session.state.segments:
            self._context.focus.set_segment(None)

    def _project_changed(self) -> None:
        self.editing_in_place.finish(focus_grid=False)
        self._terms_shown = False
        self._layouts.forget_all()
        self.rows.show(None)
        if self.rows.rowCount():
            self._make_current(0)

    def _show_document(self) -> None:
        document = self._context.focus.document
        if document == self.rows.document or not self._context.is_open:
            return
        self.editing_in_place.finish()
        self.rows.show(document)
        if self.rows.row_of(self._context.focus.segment) is None and self.rows.rowCount():
            self._make_current(0)

    def _reordered(self) -> None:
        self.clearSpans()
        for row in self.rows.headings():
            self.setSpan(row, 0, 1, len(Column))
        self.restyle()
        here = self.rows.row_of(self._context.focus.segment)
        if here is not None:
            self._make_current(here)

    def _show_ring(self) -> None:
        self.editing_in_place.show_ring()
        self.viewport().update()

    def _settle(self) -> None:
        self._heights.measure_visible()
        self.editing_in_place.place()
        self.decision_line.place()
        self._telling.start()

    def _scrolled(self) -> None:
        self._card.hide()
        self._settle()

    def _tell_what_is_in_sight(self) -> None:
        """Have what is in sight checked first."""
        if self._context.is_open:
            rows = self._heights.visible_rows()
            self._context.project.checking.prioritise(
                segment.id for row in rows if (segment := self.rows.segment(row)) is not None
            )

    def _go(self, wish: Destination) -> None:
        row = self.rows.row_of(wish.segment)
        segment = self._context.session.state.segments.get(wish.segment)
        if segment is None:
            return
        if row is None:
            self.rows.show(self._outside(segment), type(self.rows.row_filter)())
            row = self.rows.row_of(wish.segment)
            self._context.focus.set_document(self.rows.document)
        if row is None:
            return
        self._make_current(row)
        if wish.edit or (self.editing and wish.span is not None):
            self.start_editing(wish.span)

    def _outside(self, segment: Segment) -> DocumentId | None:
        """Return the document to show so that a segment is in sight: its own, where one alone is shown."""
        return segment.document if self.rows.document is not None else None

    def _make_current(self, row: int) -> None:
        if self.rows.segment(row) is None:
            row += 1
        segment = self.rows.segment(row)
        if segment is None:
            return
        index = self.rows.index(row, Column.TARGET)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        self._bring_into_sight(segment.id)

    def _bring_into_sight(self, segment: SegmentId) -> None:
        row = self.rows.row_of(segment)
        if row is None:
            return
        self._heights.measure(row)
        # Rows above get their true heights only now, which may push it out again: look twice.
        for _ in range(2):
            self.scrollTo(self.rows.index(row, Column.TARGET))
            self._heights.measure_visible()
        self.editing_in_place.place()

    def _keep_current_in_sight(self, height: int) -> None:
        """Scroll to the current row where the view, lower than the ``height`` it had, would cut it off."""
        row = self.visualRect(self.currentIndex())
        segment = self._context.focus.segment
        if segment is not None and 0 < row.top() < height and row.bottom() >= self.viewport().height():
            self._bring_into_sight(segment)

    def _edit_neighbour(self, step: int) -> None:
        segment = self.neighbour(step)
        if segment is not None:
            self._go(Destination(segment, edit=True))
