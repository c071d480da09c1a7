"""The editor laid over the target of the current row.

It holds no truth: what is typed becomes an edit of the session at once, and what the session says comes back. Input
methods compose undisturbed: while they do, nothing is read, moved or marked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from translator_desk.text.span import Span
from translator_desk.ui.grid.cell_layouts import PADDING, Style
from translator_desk.ui.grid.issue_marks import Mark, MarkKind, char_format
from translator_desk.ui.utf16 import UtfMap, edit_between, shown

BORDER = 1
"""Width of the line around the editor, in device-independent pixels."""
_Key = Qt.Key
_Shift = Qt.KeyboardModifier.ShiftModifier


class _MarkHighlighter(QSyntaxHighlighter):
    """Draws ready marks; it computes nothing."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._ranges: list[tuple[int, int, QTextCharFormat]] = []

    def show_marks(self, ranges: list[tuple[int, int, QTextCharFormat]]) -> None:
        if ranges != self._ranges:
            self._ranges = ranges
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        first, length = block.position(), block.length() - 1
        for start, end, drawn in self._ranges:
            if start < first + length and end > first:
                self.setFormat(max(start - first, 0), min(end - first, length) - max(start - first, 0), drawn)


class TargetEditor(QPlainTextEdit):
    """A plain text editor that reports edits in code points.

    Signals:
        edited(Span, str): Words were written over a span of the text as it stood before.
        leave_wished(): Esc.
        moved_on(int): Tab (1) or Shift+Tab (-1).
        break_refused(): A line break was typed where the text has none.
        caret_moved(): The caret or the selection is elsewhere.
        composed(): An input method has finished.
    """

    edited = Signal(object, str)
    leave_wished = Signal()
    moved_on = Signal(int)
    break_refused = Signal()
    caret_moved = Signal()
    composed = Signal()

    def __init__(self, parent: QWidget, key_is_taken: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(parent)
        self._text = ""
        self._places = UtfMap("")
        self._filling = False
        self._key_is_taken = key_is_taken
        self._marks: tuple[Mark, ...] = ()
        self._theme_name = "light"
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(PADDING)
        self._highlighter = _MarkHighlighter(self.document())
        self.textChanged.connect(self._look)
        self.cursorPositionChanged.connect(self._caret)
        self.selectionChanged.connect(self._caret)
        self.hide()

    @property
    def composing(self) -> bool:
        """Whether an input method holds unfinished letters."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    @property
    def target(self) -> str:
        """The target as the editor last knew it."""
        return self._text

    def use(self, style: Style) -> None:
        """Take over letters and colours of the grid."""
        self.setStyleSheet(f"TargetEditor {{ border: {BORDER}px solid {style.theme.colour('accent').name()}; }}")
        self.setFont(style.target_font)  # after the sheet, which would put back the application's
        self._theme_name = style.theme.name
        self._highlighter.show_marks([])
        self.show_marks(self._marks)

    def fill(self, text: str) -> None:
        """Show a text; the caret keeps its place as far as the words before it are the same."""
        place = self.selection().end
        edit = edit_between(self._text, shown(text))
        if edit is not None and place > edit[0].start:
            place = max(edit[0].start, place + len(text) - len(self._text))
        self._filling = True
        self._know(text)
        self.setPlainText(shown(text))
        self._filling = False
        self.select(Span(min(place, len(text)), min(place, len(text))))

    def take(self, text: str) -> None:
        """Hear what the target is after an edit; refilled only where that is not what is shown."""
        raw = self.document().toRawText()
        if shown(text) == raw:
            self._know(text)
        else:
            self.fill(text)

    def selection(self) -> Span:
        """Return what is selected, in code points; empty at the caret."""
        cursor = self.textCursor()
        return Span(
            self._places.from_qt(cursor.selectionStart()),
            self._places.from_qt(cursor.selectionEnd()),
        )

    def caret(self) -> int:
        """Return the code point before which the caret stands."""
        return self._places.from_qt(self.textCursor().position())

    def select(self, span: Span) -> None:
        """Select words, or put the caret where the span is empty; not while an input method composes."""
        if self.composing:
            return
        cursor = self.textCursor()
        cursor.setPosition(self._places.to_qt(span.start))
        cursor.setPosition(self._places.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def finish_composing(self) -> None:
        """Take the unfinished letters of an input method as they are."""
        if self.composing:
            QGuiApplication.inputMethod().commit()
        if self.composing:
            # No input method answered: the letters are still only shown and would be lost.
            event = QInputMethodEvent()
            event.setCommitString(self.textCursor().block().layout().preeditAreaText())
            QGuiApplication.sendEvent(self, event)

    def write(self, words: str) -> None:
        """Write words over the selection, as typing does."""
        self.textCursor().insertText(shown(words))

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Underline flags and terms; waits while an input method composes."""
        self._marks = tuple(marks)
        if self.composing:
            return
        places = self._places
        self._highlighter.show_marks(
            [
                (places.to_qt(mark.span.start), places.to_qt(mark.span.end), char_format(mark.kind, self._theme_name))
                for mark in self._marks
            ]
        )

    def show_ring(self, span: Span | None) -> None:
        """Put a ground under the words of the current flag."""
        if span is None or span.start == span.end:
            self.setExtraSelections([])
            return
        ring = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places.to_qt(span.start))
        cursor.setPosition(self._places.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        ring.cursor = cursor
        ring.format = char_format(MarkKind.CURRENT, self._theme_name)
        self.setExtraSelections([ring])

    def event(self, event: QEvent) -> bool:
        """Let the keys of commands pass (undo, Ctrl+K, Ctrl+E...): this widget would swallow them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (self._key_is_taken(event) or _is_undo_or_redo(event))
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; Tab, Enter and Esc lead on."""
        key, shift = event.key(), bool(event.modifiers() & _Shift)
        if _is_undo_or_redo(event):
            event.ignore()
        elif key == _Key.Key_Escape:
            self.leave_wished.emit()
        elif key in (_Key.Key_Tab, _Key.Key_Backtab):
            self.moved_on.emit(-1 if key == _Key.Key_Backtab or shift else 1)
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            if shift and "\n" in self._text:
                self.write("\n")
            else:
                self.break_refused.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose; what is finished is read at once."""
        super().inputMethodEvent(event)
        if not self.composing:
            self._look()
            self.show_marks(self._marks)
            self.composed.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text: one paragraph where the target is one, without control characters."""
        if source.hasText():
            self.write(clean(source.text(), breaks="\n" in self._text))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Return whether there is text to paste or drop."""
        return source.hasText()

    def _know(self, text: str) -> None:
        self._text = text
        self._places = UtfMap(text)

    def _look(self) -> None:
        """Find out what was edited, by comparing: Qt's own counts and signals also come when nothing changed."""
        if self._filling or self.composing:
            return
        raw = self.document().toRawText()
        edit = edit_between(self._text, raw, UtfMap(raw).from_qt(self.textCursor().position()))
        if edit is None:
            return
        span, words = edit
        self._know(self._text[: span.start] + words + self._text[span.end :])
        self.edited.emit(span, words)

    def _caret(self) -> None:
        if not self._filling and not self.composing:
            self.caret_moved.emit()


def _is_undo_or_redo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def clean(text: str, *, breaks: bool) -> str:
    """Return pasted text as a target can hold it: line breaks only where ``breaks``, no control characters."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\u2028", "\n")
    text = lines if breaks else " ".join(line.strip() for line in lines.split("\n") if line.strip())
    return "".join(sign for sign in text if sign in "\n\t" or not _control(sign))


def _control(sign: str) -> bool:
    return sign < " " or "\x7f" <= sign <= "\x9f" or "\ufdd0" <= sign <= "\ufdef" or sign in "\ufeff\ufffc\ufffe\uffff"
