"""Text broken into lines of one width."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout


def lay_lines(layout: QTextLayout, width: float) -> float:
    """Break the text of a layout into lines of a width in pixels, one below the other, and return their height."""
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height
