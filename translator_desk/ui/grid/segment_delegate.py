"""Paints the cells: laid-out texts with their marks, number, state and worst flag."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextLine
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from translator_desk.model.issue import FixPart
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.model.state import SegmentState
from translator_desk.text.span import Span
from translator_desk.ui.focus import Focus
from translator_desk.ui.grid.cell_layouts import PADDING, CellLayouts
from translator_desk.ui.grid.issue_marks import visible_span
from translator_desk.ui.grid.margin import Margin
from translator_desk.ui.grid.redline_painter import Showing, place_of_hunk
from translator_desk.ui.grid.segment_model import Column, SegmentModel
from translator_desk.ui.icons import pixmap
from translator_desk.ui.model_index import Index
from translator_desk.ui.utf16 import UtfMap

_RING = 1.6
"""Width of the frame around the words of the current flag."""
_BAR = 3
"""Width of the bar that shows the current row besides its ground."""


def state_icon(segment: Segment) -> str:
    """Return the icon of a segment's state; it is also the last part of its colour's name in the theme."""
    if segment.asked_back:
        return "state-asked"
    if segment.state is SegmentState.INITIAL:
        return "state-edited" if segment.edited else "state-initial"
    return f"state-{segment.state.value}"


class SegmentDelegate(QStyledItemDelegate):
    """Paints one cell after the other; nothing is laid out twice."""

    def __init__(
        self, view: QTableView, model: SegmentModel, layouts: CellLayouts, focus: Focus, margin: Margin
    ) -> None:
        super().__init__(view)
        self._margin = margin
        self._focus = focus
        self._view = view
        self._model = model
        self._layouts = layouts

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row, column = index.row(), index.column()
        rect: QRect = option.rect
        segment = self._model.segment(row)
        theme = self._layouts.style.theme
        if segment is None:
            self._paint_heading(painter, rect, row)
            return
        current = row == self._view.currentIndex().row()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected and not current:
            painter.fillRect(rect, theme.colour("selection"))
        elif current:
            painter.fillRect(rect, theme.colour("current_row"))
        if column == Column.NUMBER:
            self._paint_number(painter, rect, index, current)
            top = rect.top() + round(self._layouts.baseline - self._view.fontMetrics().ascent())
            self._margin.paint(painter, rect.left() + _BAR + 3, top, rect.bottom(), self.icon_edge(), segment)
        elif column == Column.STATUS:
            self._paint_status(painter, rect, segment)
        else:
            self._paint_text(painter, rect, segment, column)
        painter.setPen(theme.colour("header_row"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size the cell has; heights are kept by ``RowHeights``."""
        return QSize(self._view.columnWidth(index.column()), self._view.rowHeight(index.row()))

    def _paint_text(self, painter: QPainter, rect: QRect, segment: Segment, column: int) -> None:
        laid = self._layouts.row(segment)
        on_source = column == Column.SOURCE
        if column == Column.BASELINE:
            self._paint_baseline(painter, rect, segment)
            return
        layout = laid.source if on_source else laid.target
        if layout is None:
            return
        drop = self._layouts.source_drop if on_source else self._layouts.target_drop
        spot = QPointF(rect.left() + PADDING, rect.top() + PADDING + drop)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(self._layouts.style.theme.colour("text"))
        layout.draw(painter, spot)
        if not on_source:
            self._paint_hunk(painter, spot, layout, laid.target_text, segment, self._layouts.style.showing)
        issue = self._focus.issue
        if issue is not None and issue.segment == segment.id:
            span = issue.source if on_source else issue.target
            if span is not None and (on_source or issue.part is FixPart.TARGET):
                if on_source:
                    self._paint_ring(painter, spot, layout, laid.source_text, span)
                else:
                    words = laid.shown_target.to_shown(visible_span(segment.target, span))
                    self._paint_ring(painter, spot, layout, laid.target_text, words)
        painter.restore()

    def _paint_baseline(self, painter: QPainter, rect: QRect, segment: Segment) -> None:
        """Paint the text as last agreed; muted where nothing of it is about to change."""
        laid = self._layouts.row(segment)
        if laid.baseline is None:
            return
        spot = QPointF(rect.left() + PADDING, rect.top() + PADDING + self._layouts.target_drop)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(self._layouts.style.theme.colour("muted" if segment.redline is None else "text"))
        laid.baseline.draw(painter, spot)
        self._paint_hunk(painter, spot, laid.baseline, laid.baseline_text, segment, Showing.ORIGINAL)
        painter.restore()

    def _paint_hunk(
        self, painter: QPainter, spot: QPointF, layout: QTextLayout, text: str, segment: Segment, showing: Showing
    ) -> None:
        """Frame the change being decided, where it is one of this segment."""
        hunk = self._focus.hunk
        if hunk is None or hunk[0] != segment.id or segment.redline is None:
            return
        place = place_of_hunk(segment.redline, hunk[1], showing, self._layouts.style.authors)
        if place is not None:
            self._paint_ring(painter, spot, layout, text, place, Qt.PenStyle.DashLine)

    def _paint_ring(
        self,
        painter: QPainter,
        spot: QPointF,
        layout: QTextLayout,
        text: str,
        span: Span,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        """Frame the words of the flag being dealt with, or (dashed) of the change being decided."""
        start, length = UtfMap(text).range_to_qt(visible_span(text, span))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._layouts.style.theme.colour("ring"), _RING, style))
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if start < last and start + length > first:
                left = _x(line, max(start, first))
                right = _x(line, min(start + length, last))
                box = QRectF(spot.x() + left, spot.y() + line.y(), right - left, line.height())
                painter.drawRoundedRect(box.adjusted(-2, -0.5, 2, 0.5), 3, 3)

    def _paint_number(self, painter: QPainter, rect: QRect, index: Index, current: bool) -> None:
        theme = self._layouts.style.theme
        if current:
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), theme.colour("accent"))
        painter.setFont(self._view.font())
        painter.setPen(theme.colour("text" if current else "muted"))
        words = str(index.data())
        left = rect.right() - PADDING - painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(QPointF(left, rect.top() + self._layouts.baseline), words)

    def _paint_status(self, painter: QPainter, rect: QRect, segment: Segment) -> None:
        theme = self._layouts.style.theme
        edge = self.icon_edge()
        ratio = self._view.devicePixelRatioF()
        top = rect.top() + round(self._layouts.baseline - self._view.fontMetrics().ascent())
        left = rect.left() + PADDING
        name = state_icon(segment)
        painter.drawPixmap(left, top, pixmap(name, theme.colour(name.replace("-", "_")).name(), edge, ratio))
        issues = self._model.issues(segment.id)
        if not issues:
            return
        level = max((issue.level for issue in issues), key=lambda one: one.rank)
        count = sum(issue.level is level for issue in issues)
        left += edge + 5
        colour = level_colour(level, theme.colour)
        painter.drawPixmap(left, top, pixmap(f"level-{level.value}", colour.name(), edge, ratio))
        if count > 1:
            painter.setFont(self._view.font())
            painter.setPen(colour)
            place = QRect(left + edge + 2, top, rect.right() - left - edge - 2, edge)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(count))

    def _paint_heading(self, painter: QPainter, rect: QRect, row: int) -> None:
        theme = self._layouts.style.theme
        heading = self._model.heading(row)
        painter.fillRect(rect, theme.colour("header_row"))
        if heading is None:
            return
        font = self._layouts.style.target_font
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        place = rect.adjusted(PADDING * 2, 0, -PADDING, 0)
        words = painter.fontMetrics().elidedText(heading.title, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        font.setBold(False)

    def icon_edge(self) -> int:
        """Return the edge of the icons in the status column: they grow with the system's letters."""
        return max(14, self._view.fontMetrics().height())


def _x(line: QTextLine, position: int) -> float:
    # PySide returns the position with the place it was moved to.
    return float(line.cursorToX(position)[0])  # type: ignore[index]


def level_colour(level: Level, colour: object) -> QColor:
    """Return the colour of a level, from a theme's ``colour``."""
    return colour(level.value)  # type: ignore[operator, no-any-return]
