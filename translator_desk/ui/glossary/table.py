"""The entries in force as rows: filtered by words, kind and layer, sorted by any column."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.ui.glossary.names import kind_name, layer_name

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns, from left to right."""

    ZH = 0
    EN = 1
    KIND = 2
    LAYER = 3


class EntryTable(QAbstractTableModel):
    """Entries that pass the filter."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._overrides: frozenset[str] = frozenset()
        self._drafts: frozenset[str] = frozenset()
        self._words: dict[str, tuple[Entry, str]] = {}
        self._wish: tuple[str, Kind | None, Layer | None] = ("", None, None)
        self._sorted: tuple[int, bool] | None = None
        self.rows: list[Entry] = []

    def put(self, entries: Iterable[Entry], overrides: frozenset[str]) -> None:
        """Show other entries."""
        self._entries, self._overrides = tuple(entries), overrides
        self._renew()

    def mark(self, drafts: Iterable[str]) -> None:
        """Mark the entries with changes that are not saved, by id."""
        self._drafts = frozenset(drafts)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Column) - 1))

    def show(self, words: str, kind: Kind | None, layer: Layer | None) -> None:
        """Show those that hold all of ``words``, of one kind and layer."""
        self._wish = (words.casefold(), kind, layer)
        self._renew()

    def row_of(self, entry_id: str) -> int | None:
        """Return the row of an entry, None where it is not shown."""
        return next((row for row, one in enumerate(self.rows) if one.id == entry_id), None)

    def _renew(self) -> None:
        words, kind, layer = self._wish
        wanted = words.split()
        rows = [
            one
            for one in self._entries
            if (kind is None or one.kind is kind)
            and (layer is None or one.layer is layer)
            and (not wanted or all(word in self._text(one) for word in wanted))
        ]
        self.beginResetModel()
        self.rows = self._in_order(rows)
        self.endResetModel()

    def _text(self, entry: Entry) -> str:
        """Return everything an entry may be looked for by."""
        known = self._words.get(entry.id)
        if known is not None and known[0] is entry:
            return known[1]
        forms = (entry.id, *entry.zh, *entry.accepted, *entry.short, *(one.en for one in entry.avoid), entry.note)
        text = "\n".join(forms).casefold()
        self._words[entry.id] = entry, text
        return text

    def _in_order(self, rows: list[Entry]) -> list[Entry]:
        if self._sorted is None:
            return rows
        column, down = self._sorted
        return sorted(rows, key=lambda one: self._cell(one, column).casefold(), reverse=down)

    def _cell(self, entry: Entry, column: int) -> str:
        if column == Column.ZH:
            return "、".join(entry.zh)
        if column == Column.EN:
            return entry.en
        if column == Column.KIND:
            return kind_name(entry.kind)
        layer = layer_name(entry.layer)
        return self.tr("%1, overrides").replace("%1", layer) if entry.id in self._overrides else layer

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many entries are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Chinese"), self.tr("English"), self.tr("Kind"), self.tr("Layer"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        entry = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            text = self._cell(entry, index.column())
            return f"{text} *" if index.column() == Column.ZH and entry.id in self._drafts else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._cell(entry, index.column())}\n{entry.id} · {entry.origin}"
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the files."""
        self._sorted = None if column < 0 else (column, order is Qt.SortOrder.DescendingOrder)
        self._renew()
