"""Paints the cells of the grid: text with the marks of its issues, told apart by shape as well as by colour."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.severity import Level
from translator_desk.ui.grid.segment_model import NUMBER, SOURCE, STATE, TARGET, SegmentModel
from translator_desk.ui.grid.target_editor import TargetEditor
from translator_desk.ui.theme import Theme
from translator_desk.ui.utf16 import to_utf16
from translator_desk.ui.words import word

PADDING = 6
_CACHE = 400
_HAN_FONTS = ["Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC", "WenQuanYi Micro Hei"]
_UNDERLINES = {
    Level.ERROR: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Level.WARNING: QTextCharFormat.UnderlineStyle.DashUnderline,
    Level.INFO: QTextCharFormat.UnderlineStyle.DotLine,
}
Index = QModelIndex | QPersistentModelIndex


def mark_formats(text: str, issues: tuple[Issue, ...], theme: Theme) -> list[QTextLayout.FormatRange]:
    """Return the formats that mark the words of ``issues`` in ``text``; an empty place marks its neighbour."""
    ranges = []
    for issue in issues:
        if issue.target is None or issue.part is not FixPart.TARGET:
            continue
        start, end = issue.target.start, issue.target.end
        if start == end:
            start, end = max(0, start - 1), min(len(text), end + 1)
        one = QTextLayout.FormatRange()
        one.start = to_utf16(text, start)
        one.length = to_utf16(text, end) - one.start
        form = QTextCharFormat()
        form.setUnderlineStyle(_UNDERLINES[issue.level])
        colour = theme.colour(issue.level)
        form.setUnderlineColor(colour)
        if issue.level is Level.ERROR:
            tint = QColor(colour)
            tint.setAlpha(36)
            form.setBackground(tint)
        one.format = form
        ranges.append(one)
    return ranges


class SegmentDelegate(QStyledItemDelegate):
    """Keeps the laid-out text of the rows last painted."""

    def __init__(self, model: SegmentModel, theme: Theme, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._layouts: OrderedDict[tuple[object, ...], QTextLayout] = OrderedDict()
        self._fonts = {TARGET: font, SOURCE: font}
        self.theme = theme
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Use another size; the source is set in a Chinese face first."""
        han = QFont(font)
        han.setFamilies([*_HAN_FONTS, font.family()])
        self._fonts = {TARGET: font, SOURCE: han}
        self._layouts.clear()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.theme = theme
        self._layouts.clear()

    def _layout(self, row: int, column: int, width: int) -> QTextLayout:
        segment = self._model.segment(row)
        issues = self._model.issues(row) if column == TARGET else ()
        key = (segment.id, segment.version, column, width, issues)
        layout = self._layouts.get(key)
        if layout is not None:
            self._layouts.move_to_end(key)
            return layout
        text = segment.target if column == TARGET else segment.source
        layout = QTextLayout(text.replace("\n", "\u2028"), self._fonts[column])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(mark_formats(text, issues, self.theme))
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, width - 2 * PADDING))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        self._layouts[key] = layout
        if len(self._layouts) > _CACHE:
            self._layouts.popitem(last=False)
        return layout

    def height(self, row: int, source_width: int, target_width: int) -> int:
        """Return the height that a row needs."""
        tallest = max(
            self._layout(row, SOURCE, source_width).boundingRect().height(),
            self._layout(row, TARGET, target_width).boundingRect().height(),
        )
        return round(tallest) + 2 * PADDING

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        painter.save()
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = QColor(self.theme.base)
        if selected:
            ground = QColor(self.theme.accent)
            ground.setAlpha(34)
            painter.fillRect(rect, QColor(self.theme.base))
        painter.fillRect(rect, ground)
        painter.setPen(QColor(self.theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(self.theme.text))
        painter.setClipRect(rect)
        if index.column() in (SOURCE, TARGET):
            self._paint_text(painter, rect, index)
        else:
            self._paint_sign(painter, rect, index)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if index.column() == SOURCE and not self._model.segment(index.row()).source:
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(rect.adjusted(PADDING, PADDING, 0, 0), word("no_source", self._model.language))
            return
        layout = self._layout(index.row(), index.column(), rect.width())
        layout.draw(painter, QPointF(rect.x() + PADDING, rect.y() + PADDING))

    def _paint_sign(self, painter: QPainter, rect: QRect, index: Index) -> None:
        painter.setFont(self._fonts[TARGET])
        if index.column() == NUMBER:
            painter.setPen(QColor(self.theme.muted))
        elif index.column() == STATE:
            levels = [issue.level for issue in self._model.issues(index.row())]
            if levels:
                painter.setPen(self.theme.colour(max(levels, key=lambda level: level.rank)))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(rect.adjusted(0, PADDING, 0, 0), flags, str(index.data()))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a size; heights are set by the view, lazily."""
        return QSize(80, 40)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor over a target."""
        editor = TargetEditor(parent)
        editor.setFont(self._fonts[TARGET])
        editor.setAccessibleName(f"Translation of segment {index.row() + 1}")
        view = self.parent()
        view.editor_opened(editor, self._model.segment(index.row()).id)  # type: ignore[union-attr]
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the target as it stands; the view keeps it so."""

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Nothing is left to do: every key was a command."""

    def eventFilter(self, editor: object, event: object) -> bool:
        """Keep Enter and Tab from closing the editor; the editor knows its keys."""
        return False
