"""Text put in by hand: English alone, or Chinese beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from translator_desk.model.severity import Level
from translator_desk.text.scripts import is_chinese
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.palette import plain_name
from translator_desk.wording import Message


class PasteText(DeskDialog):
    """Takes two texts and adds them as one document, of the open project or of a new one."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.entitle(self.tr("Paste Chinese and English"), self.tr("Add"))
        self._chinese, self._english = QPlainTextEdit(self), QPlainTextEdit(self)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        for name, field in (
            (self.tr("&Chinese (may stay empty)"), self._chinese),
            (self.tr("&English"), self._english),
        ):
            field.setTabChangesFocus(True)
            side = QVBoxLayout()
            heading = label(name, self)
            heading.setBuddy(field)
            field.setAccessibleName(plain_name(name))
            side.addWidget(heading)
            side.addWidget(field, 1)
            sides.addLayout(side, 1)
        self.column.addLayout(sides, 1)
        self._lines = QCheckBox(self.tr("&Line by line: line n of the Chinese belongs to line n of the English"), self)
        self.column.addWidget(self._lines)
        self._take_clipboard()
        self.resize(760, 420)

    def accept(self) -> None:
        """Add the document; what cannot be taken is said here, and the dialog stays open."""
        english, chinese = self._english.toPlainText(), self._chinese.toPlainText()
        if not english.strip() and not chinese.strip():
            self.complain(self.tr("Paste a text first."))
            self._english.setFocus()
            return
        self.setEnabled(False)
        self.context.projects.paste_both(
            english, chinese, aligned=self._lines.isChecked(), done=self._done, failed=self._failed
        )

    def _done(self, warnings: tuple[Message, ...]) -> None:
        for warning in warnings:
            self.context.shell.tell(warning, level=Level.WARNING)
        if not self.closed:
            super().accept()

    def _failed(self, error: BaseException) -> None:
        if not self.closed:
            self.setEnabled(True)
        self.refuse(error)

    def _take_clipboard(self) -> None:
        """Put what the clipboard holds on the side it belongs to."""
        text = QApplication.clipboard().text()
        mine, other = self._english, self._chinese
        if is_chinese(text[:2000]):
            mine, other = other, mine
        mine.setPlainText(text)
        other.setFocus()
