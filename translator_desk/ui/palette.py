"""The command palette: every command by a few letters of its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from translator_desk.ui.context import DeskContext


class Palette(QDialog):
    """Type, choose, Enter."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context.window)
        self.setWindowTitle(self.tr("Commands"))
        self._words = QLineEdit(self)
        self._words.setPlaceholderText(self.tr("Type a few letters of a command"))
        self._words.setAccessibleName(self.tr("Command"))
        self._list = QListWidget(self)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(self.tr("Commands"))
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addWidget(self._list)
        self._entries: list[tuple[str, QAction]] = []
        for _, action in context.actions:
            if action.isEnabled() and action.menu() is None:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                name = plain_name(action.text())
                self._entries.append((f"{name}    {keys}" if keys else name, action))
        self.chosen: QAction | None = None
        self._words.textChanged.connect(self._filter)
        self._words.installEventFilter(self)
        self._list.itemActivated.connect(self._choose)
        self.resize(520, 380)
        self._filter("")

    def run_chosen(self) -> None:
        """Do what was chosen."""
        if self.chosen is not None:
            self.chosen.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the letters stay in the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self._list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self._list.currentItem()) is not None:
                    self._choose(item)
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        self._list.clear()
        wanted = text.casefold().split()
        for name, action in self._entries:
            if all(part in name.casefold() for part in wanted):
                item = QListWidgetItem(name)
                item.setData(Qt.ItemDataRole.UserRole, action)
                self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen = item.data(Qt.ItemDataRole.UserRole)
        self.accept()


def plain_name(text: str) -> str:
    """Return a menu text without its mnemonic: "Open(&O)…" and "&Open…" alike."""
    at = text.find("(&")
    if at >= 0 and text[at + 3 : at + 4] == ")":
        return text[:at] + text[at + 4 :]
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
