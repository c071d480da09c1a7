"""The documents in which places stand, each with a tick for all of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt

from translator_desk.model.ids import DocumentId
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.replace_all import Places
from translator_desk.ui.model_index import ROOT, Index, Role
from translator_desk.ui.ticked_rows import TICK

_DOCUMENT, _COUNT = 1, 2


class PlacesByDocument(QAbstractTableModel):
    """All documents in the first row, then each of them: its tick, its title, how many of its places are ticked."""

    def __init__(self, context: DeskContext, places: Places) -> None:
        super().__init__(places)
        self._context = context
        self._places = places
        self._rows: list[DocumentId | None] = [None]
        self._counts: dict[DocumentId | None, tuple[int, int]] = {}
        self.count()
        places.ticked.connect(self.count)

    @property
    def several(self) -> bool:
        """Whether the places stand in more than one document."""
        return len(self._rows) > 2

    def document(self, row: int) -> DocumentId | None:
        """Return the document of a row, None for all."""
        return self._rows[row]

    def count(self) -> None:
        """Count the places anew; documents come, none goes."""
        counts = self._places.by_document()
        new = [one for one in counts if one not in self._counts]
        ticked, every = zip((0, 0), *counts.values(), strict=True)
        self._counts = {None: (sum(ticked), sum(every))}
        for document, count in counts.items():
            self._counts[document] = count
        if new:
            self.beginInsertRows(ROOT, len(self._rows), len(self._rows) + len(new) - 1)
            self._rows += new
            self.endInsertRows()
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, _COUNT))

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of documents, and one for all."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else _COUNT + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return ("", self.tr("Document"), self.tr("Places"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what a cell allows."""
        allowed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return allowed | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else allowed

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Tick all places of a document, or take their ticks away."""
        if role != Role.CheckStateRole:
            return False
        self._places.tick_document(self._rows[index.row()], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a cell's tick or words."""
        document = self._rows[index.row()]
        ticked, every = self._counts[document]
        if index.column() == TICK:
            if role == Role.CheckStateRole:
                some = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
                return Qt.CheckState.Checked if ticked == every else some
            return self._said(ticked, every) if role == Role.AccessibleTextRole else None
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        if index.column() == _COUNT:
            return self._said(ticked, every)
        if document is None:
            return self.tr("All documents")
        return self._context.session.state.documents[document].title

    def _said(self, ticked: int, every: int) -> str:
        number = self._context.language.number
        return self.tr("%1 of %2").replace("%1", number(ticked)).replace("%2", number(every))
