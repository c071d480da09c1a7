"""Every key and what it does, found by a few letters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem

from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.palette import plain_name
from translator_desk.ui.surroundings import NamedCommand

_BESIDE = (
    ("Return", QT_TRANSLATE_NOOP("Keys", "In the grid: edit the segment")),
    ("F2", QT_TRANSLATE_NOOP("Keys", "In the grid: edit the segment")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "While editing: leave, the text stays; once more: the text as it was before")),
    ("Tab", QT_TRANSLATE_NOOP("Keys", "While editing: to the next segment")),
    ("F2", QT_TRANSLATE_NOOP("Keys", "In the list of documents: name and date")),
    ("Ctrl+Shift+Up", QT_TRANSLATE_NOOP("Keys", "In the list of documents: move up")),
    ("Ctrl+Shift+Down", QT_TRANSLATE_NOOP("Keys", "In the list of documents: move down")),
    (
        "Del",
        QT_TRANSLATE_NOOP("Keys", "In the list of documents: remove; of flags: ignore; of ignored flags: show again"),
    ),
    ("Return", QT_TRANSLATE_NOOP("Keys", "In a list: go there, or write the term")),
)
"""Keys that are no commands: what lists and the editor do by themselves."""


class KeyList(DeskDialog):
    """Two columns: keys, and what they do."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, answers=False)
        self.entitle(self.tr("Keys"))
        self._words = QLineEdit(self)
        self._words.setClearButtonEnabled(True)
        self._words.setPlaceholderText(self.tr("Find a key or a command"))
        self._words.setAccessibleName(self.tr("Find a key or a command"))
        rows = [(self._keys_of(action.shortcuts()), _deed(spec, action)) for spec, action in context.actions]
        rows = [row for row in rows if row[0]]
        rows += [(_native(keys), QCoreApplication.translate("Keys", deed)) for keys, deed in _BESIDE]
        self._rows = rows
        self._table = QTableWidget(len(rows), 2, self)
        self._table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self._table.setItem(number, column, QTableWidgetItem(text))
        self._prepare()
        self.column.addWidget(self._words)
        self.column.addWidget(self._table, 1)
        self._words.textChanged.connect(self._filter)
        self.resize(600, 560)
        self._words.setFocus()

    def _prepare(self) -> None:
        table = self._table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setAccessibleName(self.tr("Keys"))
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for row, cells in enumerate(self._rows):
            self._table.setRowHidden(row, wanted not in "\n".join(cells).casefold())

    def _keys_of(self, shortcuts: list[QKeySequence]) -> str:
        # Enter of the number pad stands beside Return everywhere; naming it twice says nothing new.
        spelled = [one for one in shortcuts if "Enter" not in one.toString()]
        return "  ".join(one.toString(QKeySequence.SequenceFormat.NativeText) for one in spelled or shortcuts)


def _deed(spec: NamedCommand, action: QAction) -> str:
    """Return what a command is called, without what it would do just now ("Undo: typing")."""
    name = QCoreApplication.translate("Actions", spec.text)
    return plain_name(action.text() if "%1" in name else name)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
