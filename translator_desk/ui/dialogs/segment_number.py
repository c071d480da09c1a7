"""Asks for the number of a segment to go to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSpinBox

from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog


class SegmentNumber(DeskDialog):
    """One number, from 1 to the last of the document; ``take`` gets it."""

    def __init__(self, context: DeskContext, here: int, last: int, take: Callable[[int], object]) -> None:
        super().__init__(context)
        self._take = take
        self.entitle(self.tr("Go to segment"), self.tr("Go"))
        self._number = QSpinBox(self)
        self._number.setRange(1, last)
        self._number.setValue(here)
        self._number.selectAll()
        form = self.form()
        self.row(form, self.tr("Segment &number (1 to %1):").replace("%1", context.language.number(last)), self._number)
        self._number.setFocus()

    def accept(self) -> None:
        """Give the number."""
        number = self._number.value()
        super().accept()
        self._take(number)
