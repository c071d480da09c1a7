"""The card shown where the mouse rests on marked words, or for the words at the caret."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QTableView, QVBoxLayout

from translator_desk.model.issue import Issue
from translator_desk.model.segment import Segment
from translator_desk.ui.context import DeskContext
from translator_desk.ui.grid.cell_layouts import PADDING, CellLayouts
from translator_desk.ui.grid.issue_marks import visible_span
from translator_desk.ui.grid.segment_model import Column, SegmentModel
from translator_desk.ui.later import later
from translator_desk.ui.theme import dye
from translator_desk.ui.utf16 import UtfMap

DELAY_MS = 300
WIDTH = 420


class HoverCard(QFrame):
    """Says what a mark means: flags with their evidence, terms with their renderings. All of it plain text."""

    def __init__(self, view: QTableView, rows: SegmentModel, context: DeskContext, layouts: CellLayouts) -> None:
        super().__init__(view, Qt.WindowType.ToolTip)
        self._view = view
        self._rows = rows
        self._context = context
        self._layouts = layouts
        self._spot: QPoint | None = None
        self._timer = later(self, DELAY_MS, self._show_at_mouse)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(10, 8, 10, 8)
        self._lines.setSpacing(4)

    def mouse(self, event: QEvent) -> None:
        """Follow the mouse over the grid."""
        self.hide()
        self._timer.stop()
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove and not event.buttons():
            self._spot = event.position().toPoint()
            self._timer.start()

    def place_at(self, index: QModelIndex | QPersistentModelIndex, spot: QPoint) -> int | None:
        """Return the code point under a spot of a text cell, or None where there is no text."""
        segment = self._rows.segment(index.row())
        if segment is None or index.column() not in (Column.SOURCE, Column.TARGET):
            return None
        laid = self._layouts.row(segment)
        layout, text = (
            (laid.source, laid.source_text) if index.column() == Column.SOURCE else (laid.target, laid.target_text)
        )
        if layout is None:
            return None
        rect = self._view.visualRect(index)
        drop = self._layouts.source_drop if index.column() == Column.SOURCE else self._layouts.target_drop
        inside = QPointF(spot.x() - rect.left() - PADDING, spot.y() - rect.top() - PADDING - drop)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if line.y() <= inside.y() < line.y() + line.height():
                place = UtfMap(text).from_qt(int(line.xToCursor(inside.x())))
                return place if index.column() == Column.SOURCE else laid.shown_target.to_target(place)
        return None

    def show_at_caret(self) -> None:
        """Show what there is to say of the words at the caret, else of the whole segment."""
        segment_id = self._context.focus.segment
        segment = self._context.session.state.segments.get(segment_id) if segment_id is not None else None
        if segment is None:
            return
        caret = self._context.grid.caret()
        lines = self._lines_of(segment, Column.TARGET, caret[1] if caret else None)
        row = self._rows.row_of(segment.id)
        if lines and row is not None:
            rect = self._view.visualRect(self._rows.index(row, Column.TARGET))
            self._show(lines, self._view.viewport().mapToGlobal(rect.bottomLeft()))

    def _show_at_mouse(self) -> None:
        if self._spot is None or not self._view.underMouse() or not self._context.is_open:
            return
        index = self._view.indexAt(self._spot)
        place = self.place_at(index, self._spot) if index.isValid() else None
        segment = self._rows.segment(index.row()) if index.isValid() else None
        if place is None or segment is None:
            return
        if lines := self._lines_of(segment, Column(index.column()), place):
            self._show(lines, self._view.viewport().mapToGlobal(self._spot + QPoint(12, 18)))

    def _lines_of(self, segment: Segment, column: Column, place: int | None) -> list[tuple[str, str]]:
        """Return (colour name, sentence) for what concerns a place of a text; None for all of it."""
        checking = self._context.project.checking
        lines: list[tuple[str, str]] = []
        for issue in checking.issues(segment.id):
            if place is None or _concerns(issue, segment, column, place):
                lines.append((issue.level.value, self._context.render(issue.message)))
                lines.extend(("muted", self._context.render(said)) for said in issue.evidence[:4])
        for hit in self._context.term_hits(segment.id):
            spans = (hit.source_span,) if column is Column.SOURCE else hit.target_spans
            if place is None or any(span.start <= place <= span.end for span in spans):
                entry = hit.entry
                lines.append(("term", f"{hit.source_span.of(segment.source)} → {' / '.join(entry.accepted)}"))
                if avoid := ", ".join(form.en for form in entry.avoid):
                    lines.append(("muted", self.tr("not: %1").replace("%1", avoid)))
                lines.append(("muted", str(entry.origin)))
        return lines

    def _show(self, lines: list[tuple[str, str]], spot: QPoint) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.deleteLater()
        theme = self._context.themes.current
        for colour, sentence in lines:
            label = QLabel(sentence, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMinimumWidth(min(WIDTH, label.fontMetrics().horizontalAdvance(sentence) + 4))
            label.setMaximumWidth(WIDTH)
            dye(label, letters=theme.colour(colour))
            self._lines.addWidget(label)
        self.adjustSize()
        room = self._view.screen().availableGeometry()
        self.move(
            max(room.left(), min(spot.x(), room.right() - self.width())),
            spot.y() if spot.y() + self.height() <= room.bottom() else spot.y() - self.height() - 36,
        )
        self.show()


def _concerns(issue: Issue, segment: Segment, column: Column, place: int) -> bool:
    span, text = (issue.source, segment.source) if column is Column.SOURCE else (issue.target, segment.target)
    if span is None:
        return False
    shown = visible_span(text, span)
    return shown.start <= place <= shown.end
