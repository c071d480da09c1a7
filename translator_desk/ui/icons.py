"""Icons by name, drawn from SVG in the colour asked for."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from translator_desk.resources import resource_path


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon of ``resources/icons``.

    Args:
        name: File name without ``.svg``.
        colour: What ``currentColor`` stands for, "#rrggbb".
        size: Edge in device-independent pixels.
        ratio: Device pixels a device-independent one.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    edge = round(size * ratio)
    picture = QPixmap(QSize(edge, edge))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode())).render(
        painter, QRectF(0, 0, edge, edge)
    )
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: QColor) -> QIcon:
    """Return an icon at the sizes menus and buttons ask for."""
    made = QIcon()
    for size in (16, 24, 32):
        for ratio in (1.0, 2.0):
            made.addPixmap(pixmap(name, colour.name(), size, ratio))
    return made


def application_icon() -> QIcon:
    """Return the program's own icon."""
    made = QIcon()
    for size in (16, 32, 48, 128):
        made.addPixmap(pixmap("translator-desk", "#000000", size))
    return made


@cache
def _source(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text("utf-8")
