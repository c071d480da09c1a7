"""The editor over one target. It only edits: what a key changed leaves it as a span and words in code points."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from translator_desk.text.span import Span
from translator_desk.ui.utf16 import from_utf16, to_utf16

_ROUTED = {Qt.Key.Key_Z, Qt.Key.Key_Y}


class TargetEditor(QPlainTextEdit):
    """A plain text field whose undo is the session's."""

    words_changed = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._known = ""
        self.textChanged.connect(self._compare)

    def text(self) -> str:
        """Return the text without what Qt makes of it: no-break spaces stay, paragraph marks are line breaks."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show the target as the session has it, the caret kept where it can be."""
        if text == self._known and text == self.text():
            return
        at = self.textCursor().position()
        self._known = text
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._known = self.text()
        cursor = self.textCursor()
        cursor.setPosition(min(at, to_utf16(self._known, len(self._known))))
        self.setTextCursor(cursor)

    def caret(self) -> int:
        """Return the caret's place in code points."""
        return from_utf16(self.text(), self.textCursor().position())

    def select(self, span: Span) -> None:
        """Select words."""
        text = self.text()
        cursor = self.textCursor()
        cursor.setPosition(to_utf16(text, span.start))
        cursor.setPosition(to_utf16(text, span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _compare(self) -> None:
        """Tell what changed; an input method that is still composing has changed nothing yet."""
        if self.textCursor().block().layout().preeditAreaText():
            return
        new, old = self.text(), self._known
        if new == old:
            return
        most = min(len(old), len(new))
        head = next((n for n in range(most) if old[n] != new[n]), most)
        tail = next((n for n in range(most - head) if old[-1 - n] != new[-1 - n]), most - head)
        self._known = new
        self.words_changed.emit(Span(head, len(old) - tail), new[head : len(new) - tail])

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in _ROUTED:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves and keeps the text; Enter makes no line break in a sentence."""
        if event.key() == Qt.Key.Key_Escape or (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        ):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only; line breaks become spaces."""
        if source.hasText():
            self.textCursor().insertText(" ".join(source.text().splitlines()))
