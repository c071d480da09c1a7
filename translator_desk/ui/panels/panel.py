"""What the panels share: the keyboard that comes to one is led to its main part, where that is in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class Panel(QWidget):
    """A panel's widget. It can hold the keyboard itself while its list is empty and hidden."""

    def __init__(self) -> None:
        super().__init__()
        self._main: QWidget | None = None
        # Not by Tab: going backwards out of the main part would lead into it again.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def lead_to(self, main: QWidget) -> None:
        """Lead the keyboard to ``main``."""
        self._main = main

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on."""
        super().focusInEvent(event)
        if self._main is not None and self._main.isVisibleTo(self):
            self._main.setFocus(event.reason())
