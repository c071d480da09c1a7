"""An editor for term files: line numbers, colours, what can be typed, what is wrong underlined where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontDatabase,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QTextEdit, QWidget

from translator_desk.app.glossary_lint import Finding
from translator_desk.glossary.yaml_complete import Completion
from translator_desk.ui.glossary.yaml_colours import YamlColours
from translator_desk.ui.later import later
from translator_desk.ui.theme import Themes
from translator_desk.ui.utf16 import UtfMap, edit_between, shown

Completing = Callable[[str, int], Sequence[Completion]]
"""Given a text and an offset in it: what can be typed there."""
_WORD = re.compile(r"[^\s,\[\]{}]+")
_PAUSE_MS = 300
_COLOURED = 30_000
"""Lines up to which a file is coloured."""
_MOST_OFFERED = 10
_NEAR = 200
"""Lines above and below the caret that are read to tell what can be typed; no entry is longer."""
_OWN_KEYS = {Qt.Key.Key_F8, Qt.Key.Key_Escape}


class _Margin(QWidget):
    """The line numbers."""

    def __init__(self, editor: YamlEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.margin_width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_margin(self, event)


class YamlEditor(QPlainTextEdit):
    """Text in code points.

    Signals:
        paused(): Nothing was typed for a moment after something was.
        line_changed(int): The caret is in another line of the file.
        beyond(int): What is looked for stands in a line of the file that is not shown.

    Attributes:
        first_line: Line of the file that the first line shown is.
    """

    paused = Signal()
    line_changed = Signal(int)
    beyond = Signal(int)

    def __init__(self, themes: Themes, completing: Completing, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._completing = completing
        self._known = ""
        self.first_line = 1
        self._line = 1
        self._filling = False
        self._findings: tuple[Finding, ...] = ()
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.margin_width = 0
        self._margin = _Margin(self)
        self._colours = YamlColours(themes, self)
        self._offered = QListWidget(self)
        self._offered.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._offered.itemClicked.connect(self._take)
        self._offered.hide()
        self._completions: tuple[Completion, ...] = ()
        self._pause = later(self, _PAUSE_MS, self.paused)
        self.textChanged.connect(self._typed)
        self.cursorPositionChanged.connect(self._moved)
        self.blockCountChanged.connect(self._widen)
        self.updateRequest.connect(self._scroll_margin)
        themes.changed.connect(self._mark)
        self._widen()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is marked."""
        return self._findings

    @property
    def offered(self) -> list[str]:
        """What is offered to be typed, as long as the list is open."""
        return [one.text for one in self._completions] if self._offered.isVisible() else []

    @property
    def line(self) -> int:
        """The line of the file in which the caret is."""
        return self.textCursor().blockNumber() + self.first_line

    def text(self) -> str:
        """Return the text, with the signs that Qt cannot show as they were."""
        edit = edit_between(self._known, self.document().toRawText())
        if edit is not None:
            span, words = edit
            self._known = self._known[: span.start] + words + self._known[span.end :]
        return self._known

    def show_text(self, text: str, first_line: int = 1) -> None:
        """Show another text, whose first line has a number in its file; the caret stays in its line."""
        line, column = self.line, self.textCursor().positionInBlock()
        self._filling = True
        self._known, self.first_line = text, first_line
        coloured = self.document() if text.count("\n") <= _COLOURED else None
        if self._colours.document() is not coloured:  # it would colour the old text once more
            self._colours.setDocument(coloured)
        self.setPlainText(shown(text))
        self._widen()
        self._pause.stop()
        self.go_to(line, column + 1)
        self._filling = False

    def replace_text(self, text: str) -> None:
        """Write another text as one step that Ctrl+Z takes back; only what differs is written."""
        edit = edit_between(self.text(), shown(text))
        if edit is None:
            return
        span, words = edit
        places = UtfMap(self._known)
        cursor = self.textCursor()
        cursor.setPosition(places.to_qt(span.start))
        cursor.setPosition(places.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)

    def go_to(self, line: int, column: int = 1) -> None:
        """Put the caret into a line of the file and a column, from 1, and show the lines around it."""
        block = self.document().findBlockByNumber(min(max(line - self.first_line, 0), self.blockCount() - 1))
        cursor = QTextCursor(block)
        at = UtfMap(block.text()).to_qt(column - 1)
        cursor.setPosition(block.position() + min(at, len(block.text().encode("utf-16-le")) // 2))
        self.setTextCursor(cursor)
        self.centerCursor()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Underline what is wrong."""
        self._findings = tuple(findings)
        self._mark()

    def finding_here(self) -> Finding | None:
        """Return what is wrong in the line of the caret, the nearest to it."""
        here = [one for one in self._findings if one.line == self.line]
        column = self.textCursor().positionInBlock() + 1
        return min(here, key=lambda one: abs(one.column - column), default=None)

    def next_finding(self, step: int) -> Finding | None:
        """Go to the next thing that is wrong, or the one before; around the end to the beginning."""
        place = self.line, self.textCursor().positionInBlock() + 1
        found = sorted(self._findings, key=lambda one: (one.line, one.column))
        if not found:
            return None
        behind = [one for one in found if (one.line, one.column) > place]
        before = [one for one in found if (one.line, one.column) < place]
        there = (behind[0] if behind else found[0]) if step > 0 else (before[-1] if before else found[-1])
        if not self.first_line <= there.line < self.first_line + self.blockCount():
            self.beyond.emit(there.line)
        self.go_to(there.line, there.column)
        return there

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something here before the window's commands see them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose among what is offered; F8 goes to what is wrong; otherwise type."""
        key = Qt.Key(event.key())
        if self._offered.isVisible() and self._choose(key):
            return
        if key == Qt.Key.Key_F8:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.next_finding(-1 if shift else 1)
            return
        if _asks(event):
            self.offer(asked=True)
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            self._new_line()
            return
        super().keyPressEvent(event)
        if (event.text() and event.text().isprintable()) or key == Qt.Key.Key_Backspace:
            self.offer()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes what is offered; otherwise it leaves the editor."""
        if forward and self._offered.isVisible():
            self._take()
            return True
        return super().focusNextPrevChild(forward)

    def offer(self, *, asked: bool = False) -> None:
        """Offer what can be typed at the caret; unasked only where something of it stands there already."""
        if self.isReadOnly():
            return
        text, at = self._around()
        found = tuple(self._completing(text, at))
        if found and not asked and not text[found[0].span.start : found[0].span.end] and not text[:at].endswith(": "):
            found = ()
        self._completions = found
        self._offered.clear()
        for one in found:
            self._offered.addItem(QListWidgetItem(f"{one.text.strip()}   {one.hint}".rstrip()))
        self._offered.setVisible(bool(found))
        if found:
            self._offered.setCurrentRow(0)
            self._place_offered()

    def _around(self) -> tuple[str, int]:
        """Return the lines around the caret, and its offset in them: enough to tell what can be typed."""
        cursor = self.textCursor()
        here = cursor.blockNumber()
        first = max(here - _NEAR, 0)
        lines = []
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= here + _NEAR:
            lines.append(block.text())
            block = block.next()
        column = UtfMap(lines[here - first]).from_qt(cursor.positionInBlock())
        return "\n".join(lines), sum(len(line) + 1 for line in lines[: here - first]) + column

    def focusOutEvent(self, event: QEvent) -> None:
        """Offer nothing any more."""
        self._offered.hide()
        super().focusOutEvent(event)  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line numbers beside the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._margin.setGeometry(QRect(inside.left(), inside.top(), self.margin_width, inside.height()))

    def paint_margin(self, margin: QWidget, event: QPaintEvent) -> None:
        """Paint the line numbers; those of lines with something wrong in its colour."""
        painter = QPainter(margin)
        theme = self._themes.current
        painter.fillRect(event.rect(), theme.colour("header_row"))
        painter.setFont(self.font())
        wrong = {one.line: one.level.value for one in reversed(self._findings)}
        block: QTextBlock = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        height = self.fontMetrics().height()
        while block.isValid() and top <= event.rect().bottom():
            number = block.blockNumber() + self.first_line
            painter.setPen(theme.colour(wrong.get(number, "text" if number == self.line else "muted")))
            spot = QRect(0, round(top), self.margin_width - 6, height)
            painter.drawText(spot, Qt.AlignmentFlag.AlignRight, str(number))
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def _own(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            return self._offered.isVisible()
        return key in _OWN_KEYS or _asks(event)

    def _choose(self, key: Qt.Key) -> bool:
        row, count = self._offered.currentRow(), self._offered.count()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._offered.setCurrentRow((row + (1 if key == Qt.Key.Key_Down else -1)) % count)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self._offered.hide()
        else:
            return False
        return True

    def _take(self, _: object = None) -> None:
        """Write what is chosen among what is offered."""
        row = self._offered.currentRow()
        self._offered.hide()
        if not 0 <= row < len(self._completions):
            return
        chosen = self._completions[row]
        text, at = self._around()
        typed = text[chosen.span.start : at]  # what it takes the place of stands in the line of the caret
        cursor = self.textCursor()
        cursor.setPosition(cursor.position() - UtfMap(typed).to_qt(len(typed)), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(chosen.text)
        self.setTextCursor(cursor)

    def _new_line(self) -> None:
        """Begin a line as far in as the one before."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        margin = before[: len(before) - len(before.lstrip(" "))]
        if re.match(r" *- +\S", before):
            margin += "  "
        cursor.insertText("\n" + margin)
        self.setTextCursor(cursor)

    def _place_offered(self) -> None:
        spot = self.cursorRect()
        height = self._offered.sizeHintForRow(0) * min(self._offered.count(), _MOST_OFFERED) + 4
        width = min(self._offered.sizeHintForColumn(0) + 28, max(self.viewport().width() - 20, 120))
        corner = self.viewport().mapToParent(QPoint(spot.left(), spot.bottom() + 2))
        if corner.y() + height > self.height() and spot.top() > height:
            corner.setY(self.viewport().mapToParent(spot.topLeft()).y() - height - 2)
        corner.setX(max(0, min(corner.x(), self.width() - width - 16)))
        self._offered.setGeometry(QRect(corner, QSize(width, height)))
        self._offered.raise_()

    def _typed(self) -> None:
        if not self._filling:
            self._pause.start()

    def _moved(self) -> None:
        if self.line != self._line:
            self._line = self.line
            self._offered.hide()
            self._margin.update()
            if not self._filling:
                self.line_changed.emit(self._line)

    def _mark(self) -> None:
        marks = []
        theme = self._themes.current
        for finding in self._findings:
            block = self.document().findBlockByNumber(finding.line - self.first_line)
            if finding.line < self.first_line or not block.isValid():
                continue
            words = block.text()
            places = UtfMap(words)
            found = _WORD.search(words, min(max(finding.column - 1, 0), len(words)))
            start, end = found.span() if found else (0, len(words))
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + places.to_qt(start))
            cursor.setPosition(block.position() + places.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(theme.colour(finding.level.value))
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, look
            marks.append(selection)
        self.setExtraSelections(marks)
        self._margin.update()

    def _widen(self) -> None:
        digits = max(len(str(self.blockCount() + self.first_line)), 2)
        self.margin_width = self.fontMetrics().horizontalAdvance("9") * digits + 14
        self.setViewportMargins(self.margin_width, 0, 0, 0)

    def _scroll_margin(self, area: QRect, by: int) -> None:
        if by:
            self._margin.scroll(0, by)
        else:
            self._margin.update(0, area.y(), self._margin.width(), area.height())


def _asks(event: QKeyEvent) -> bool:
    """Return whether a key asks what can be typed: Ctrl+Space, or Alt+/ where an input method owns that."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return (control and event.key() == Qt.Key.Key_Space) or (alt and event.key() == Qt.Key.Key_Slash)
