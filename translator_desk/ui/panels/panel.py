"""What the panels share: language, catching up when they come into sight, and where the keyboard is led."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
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

    def retranslate(self) -> None:
        """Take all words anew in the language in force; for those who have words of their own."""

    def catch_up(self) -> None:
        """Show what happened while nobody saw the panel; for those who put that off."""

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.catch_up()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on."""
        super().focusInEvent(event)
        if self._main is not None and self._main.isVisibleTo(self):
            self._main.setFocus(event.reason())
