"""Ctrl+Z in a form in which nothing is typed and not saved is the desk's: it takes back what was saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class UndoThrough(QObject):
    """Lets the undo key of fields through unless something typed waits, and redo where a field has none of its own.

    Args:
        fields: What holds the fields.
        typed: Whether something was typed and not saved.
    """

    def __init__(self, fields: QWidget, typed: Callable[[], bool]) -> None:
        super().__init__(fields)
        self._typed = typed
        for kind in (QLineEdit, QPlainTextEdit):
            for field in fields.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass the keys on."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self._typed():
            undo, redo = (event.matches(one) for one in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
            if undo or (redo and not _can_redo(watched)):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _can_redo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isRedoAvailable()
