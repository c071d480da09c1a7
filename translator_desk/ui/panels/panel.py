"""What the panels share: language, catching up when they come into sight, where the keyboard is led, an empty list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from translator_desk.ui.translated import Translated

_AROUND = 16
"""Pixels that stay free around the sentence of an empty list."""


class Panel(Translated, QWidget):
    """A panel's widget. It can hold the keyboard itself while its list is empty and hidden."""

    def __init__(self) -> None:
        super().__init__()
        self._main: QWidget | None = None
        # Not by Tab: going backwards out of the main part would lead into it again.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def lead_to(self, main: QWidget) -> None:
        """Lead the keyboard to ``main``."""
        self._main = main

    def catch_up(self) -> None:
        """Show what happened while nobody saw the panel; for those who put that off."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.catch_up()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on."""
        super().focusInEvent(event)
        if self._main is not None and self._main.isVisibleTo(self):
            self._main.setFocus(event.reason())


def list_or_words(parent: QWidget, shown: QWidget, nothing: QLabel) -> QStackedWidget:
    """Return the pages of a list (0) and of the sentence in its place while it is empty (1)."""
    pages = QStackedWidget(parent)
    pages.addWidget(shown)
    pages.addWidget(nothing)
    return pages


def bar_layout(spacing: int = 8) -> QHBoxLayout:
    """Return the row above a list, for its fields and buttons."""
    bar = QHBoxLayout()
    bar.setContentsMargins(8, 5, 8, 5)
    bar.setSpacing(spacing)
    return bar


def column_layout(parent: QWidget) -> QVBoxLayout:
    """Return the layout of a panel whose parts fill it from edge to edge, one below the other."""
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def empty_label(parent: QWidget) -> QLabel:
    """Return the label that stands in the place of a list while it has nothing to show."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setWordWrap(True)
    made.setMargin(_AROUND)
    return made
