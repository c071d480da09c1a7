"""Cells that show one line of words in several looks: a hit in its sentence, old words beside new ones."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from translator_desk.text.span import Span
from translator_desk.ui.model_index import Index
from translator_desk.ui.panels.cards import Run, flat, formats
from translator_desk.ui.theme import Themes

RUNS = Qt.ItemDataRole.UserRole + 1
"""Under this role a model gives a cell's runs."""
_MARGIN = 6


def in_context(text: str, span: Span, *middle: Run, before: int = 42, after: int = 160) -> tuple[Run, ...]:
    """Return ``middle`` between the words of ``text`` around ``span``, shortened at both ends."""
    start = max(0, span.start - before)
    end = min(len(text), span.end + after)
    left = ("…" if start else "") + text[start : span.start]
    right = text[span.end : end] + ("…" if end < len(text) else "")
    return (Run(left), *middle, Run(right))


class RunDelegate(QStyledItemDelegate):
    """Paints such cells; cells without runs as Qt does."""

    def __init__(self, parent: QWidget, themes: Themes, families: dict[int, QFont] | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._fonts = families or {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        runs: tuple[Run, ...] | None = index.data(RUNS)
        if runs is None:
            super().paint(painter, option, index)
            return
        theme = self._themes.current
        rect = option.rect
        painter.save()
        painter.setClipRect(rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selection"))
        layout = QTextLayout(flat("".join(run.text for run in runs)), self._fonts.get(index.column(), option.font))
        layout.setFormats(formats(runs, theme))
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(100_000)
        layout.endLayout()
        painter.setPen(theme.colour("text"))
        height = line.height() if line.isValid() else 0.0
        layout.draw(painter, QPointF(rect.left() + _MARGIN, rect.top() + (rect.height() - height) / 2))
        painter.restore()
