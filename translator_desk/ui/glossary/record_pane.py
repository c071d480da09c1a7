"""Who changed an entry, when and why, the latest change first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from translator_desk.app.glossary_history import OUTSIDE, EntryChange
from translator_desk.app.glossary_state import record_of
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import label
from translator_desk.ui.glossary.entry_lines import field_items
from translator_desk.ui.glossary.names import field_name
from translator_desk.ui.translated import Translated

_WHAT = 3


class RecordPane(Translated, QWidget):
    """One row a change; what came through another editor while the project was open has no author."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._glossary = context.glossary
        self._changes: tuple[EntryChange, ...] = ()
        self.table = QTableWidget(0, 4, self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(_WHAT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        header.setMaximumSectionSize(self.fontMetrics().averageCharWidth() * 40)
        self.nothing = label("", self, muted=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(6, 6, 6, 6)
        column_of_all.addWidget(self.table, 1)
        column_of_all.addWidget(self.nothing, 1)
        self.setFocusProxy(self.table)
        self._glossary.current_changed.connect(self._look)
        self._glossary.changed.connect(self._look)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Look now that somebody sees it."""
        super().showEvent(event)
        self._look()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self.table.setAccessibleName(self.tr("Changes of this entry"))
        self.table.setHorizontalHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("Why"), self.tr("What")])
        self.nothing.setText(self.tr("Nobody has changed this entry here. Changes made at the desk are recorded."))
        self._show(self._changes)

    def _look(self, _: object = None) -> None:
        entry_id = self._glossary.current
        if self.isVisible() and self._context.is_open and entry_id:
            self._glossary.ask(lambda files: record_of(files, entry_id), self._show)
        elif not entry_id:
            self._show(())

    def _show(self, changes: tuple[EntryChange, ...]) -> None:
        self._changes = changes
        self.table.setVisible(bool(changes))
        self.nothing.setVisible(not changes)
        self.table.setRowCount(len(changes))
        for row, change in enumerate(changes):
            when = change.at.astimezone().strftime("%Y-%m-%d %H:%M")
            for column, words in enumerate((when, change.author or "–", self._why(change.why), self._what(change))):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()

    def _why(self, why: str) -> str:
        names = {
            "undo": self.tr("undone"),
            "disabled": self.tr("switched off"),
            "enabled": self.tr("switched on"),
            OUTSIDE: self.tr("changed outside the desk"),
        }
        return names.get(why, why)

    def _what(self, change: EntryChange) -> str:
        if change.together:
            return self.tr("one of %n entries that another program wrote at once", "", change.together)
        if change.after is None:
            return self.tr("taken out of force")
        if change.before is None:
            return self.tr("first written here") if change.author else self.tr("added")
        lines = []
        for key in change.fields:
            was, now = (
                "; ".join(field_items(key, (side or {}).get(key))) or "–" for side in (change.before, change.after)
            )
            lines.append(f"{field_name(key)}: {was} → {now}")
        return "\n".join(lines)
