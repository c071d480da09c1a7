"""Widgets that take their words anew when the window speaks another language."""

from __future__ import annotations

from PySide6.QtCore import QEvent


class Translated:
    """Stands before the Qt class among the bases of a widget."""

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]
