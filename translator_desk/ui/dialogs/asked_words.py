"""Asks for words: a reason, a question, other words than those proposed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.theme import dye

_LINES = 4


class AskedWords(DeskDialog):
    """One field; Enter gives the words, Shift+Enter begins a line.

    Words to begin with are ``selected`` unless they are only to be mended.
    """

    def __init__(
        self,
        context: DeskContext,
        *,
        title: str,
        about: str,
        ok: str,
        take: Callable[[str], object],
        words: str = "",
        needed: bool = True,
        selected: bool = True,
        warn: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__(context)
        self.entitle(title, ok)
        self._take = take
        self._needed = needed
        if about:
            self.column.addWidget(label(about, self))
        self._words = QPlainTextEdit(words, self)
        self._words.setTabChangesFocus(True)
        self._words.setAccessibleName(title)
        self._words.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 14)
        self._words.installEventFilter(self)
        self.column.addWidget(self._words)
        self.setMinimumWidth(480)
        self._warn = warn
        self._warning = label("", self)
        self.column.addWidget(self._warning)
        self._words.textChanged.connect(self._look)
        self._look()
        self._words.selectAll() if selected else self._words.moveCursor(QTextCursor.MoveOperation.End)
        self._words.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter gives the words."""
        if watched is self._words and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
                self.accept()
                return True
        return super().eventFilter(watched, event)

    @property
    def warning(self) -> str:
        """What the words would bring about, or ""."""
        return self._warning.text()

    def _look(self) -> None:
        said = self._warn(self._words.toPlainText())
        self._warning.setText(said)
        self._warning.setVisible(bool(said))
        dye(self._warning, letters=self.context.themes.current.colour("warning"))

    def accept(self) -> None:
        """Give the words."""
        words = self._words.toPlainText()
        if self._needed and not words.strip():
            self.complain(self.tr("Write something first."))
            self._words.setFocus()
            return
        super().accept()
        self._take(words)
