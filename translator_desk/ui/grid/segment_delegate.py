"""Paints the cells: laid-out texts with their marks, number, state and worst flag."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.model.state import SegmentState
from translator_desk.ui.grid.cell_layouts import PADDING, CellLayouts
from translator_desk.ui.grid.segment_model import Column, SegmentModel
from translator_desk.ui.icons import pixmap

Index = QModelIndex | QPersistentModelIndex
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

    def __init__(self, view: QTableView, model: SegmentModel, layouts: CellLayouts) -> None:
        super().__init__(view)
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
        layout = laid.source if column == Column.SOURCE else laid.target
        if layout is None:
            return
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(self._layouts.style.theme.colour("text"))
        layout.draw(painter, QPointF(rect.left() + PADDING, rect.top() + PADDING))
        painter.restore()

    def _paint_number(self, painter: QPainter, rect: QRect, index: Index, current: bool) -> None:
        theme = self._layouts.style.theme
        if current:
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), theme.colour("accent"))
        painter.setFont(self._view.font())
        painter.setPen(theme.colour("text" if current else "muted"))
        place = rect.adjusted(_BAR, PADDING, -PADDING, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(index.data()))

    def _paint_status(self, painter: QPainter, rect: QRect, segment: Segment) -> None:
        theme = self._layouts.style.theme
        edge = self.icon_edge()
        ratio = self._view.devicePixelRatioF()
        top = rect.top() + PADDING
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


def level_colour(level: Level, colour: object) -> QColor:
    """Return the colour of a level, from a theme's ``colour``."""
    return colour(level.value)  # type: ignore[operator, no-any-return]
