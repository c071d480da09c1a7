"""The command palette: every command that can be done now, by a few letters of its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from translator_desk.ui.context import DeskContext
from translator_desk.ui.mnemonics import plain_name

__all__ = ["Palette", "plain_name"]

_IN_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QDialog):
    """Type, choose, Enter.

    Attributes:
        chosen: The command chosen, once the dialog is accepted.
    """

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context.window)
        self._window = context.window
        self.setWindowTitle(self.tr("Commands"))
        self.chosen: QAction | None = None
        self._words = QLineEdit(self)
        self._words.setPlaceholderText(self.tr("Type a few letters of a command"))
        self._words.setAccessibleName(self.tr("Command"))
        self._list = QTreeWidget(self)
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setStyleSheet("QTreeView::item { padding: 3px 4px; }")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addWidget(self._list)
        muted = context.themes.current.colour("muted")
        for _, action in context.actions:
            if action.isEnabled() and action.menu() is None:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QTreeWidgetItem(self._list, [plain_name(action.text()), keys])
                item.setData(0, Qt.ItemDataRole.UserRole, action)
                item.setForeground(1, muted)
        self._words.textChanged.connect(self._filter)
        self._words.installEventFilter(self)
        self._list.itemActivated.connect(self._choose)
        self.resize(560, 420)
        self._filter("")

    def names(self) -> list[str]:
        """Return the names of the commands in sight."""
        items = (self._list.topLevelItem(number) for number in range(self._list.topLevelItemCount()))
        return [item.text(0) for item in items if item is not None and not item.isHidden()]

    def run_chosen(self) -> None:
        """Do what was chosen."""
        if self.chosen is not None:
            self.chosen.trigger()

    def done(self, result: int) -> None:
        """Close, and leave the window active: not every platform sees to that."""
        super().done(result)
        self._window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the letters stay in the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _IN_LIST:
                self._list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self._list.currentItem()) is not None and not item.isHidden():
                    self._choose(item)
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        first: QTreeWidgetItem | None = None
        for number in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(number)
            if item is None:
                continue
            name = item.text(0).casefold()
            item.setHidden(not all(part in name for part in wanted))
            if first is None and not item.isHidden():
                first = item
        if first is not None:
            self._list.setCurrentItem(first)

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen = item.data(0, Qt.ItemDataRole.UserRole)
        self.accept()
