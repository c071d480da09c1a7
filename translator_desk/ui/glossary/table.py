"""The entries as rows: filtered by words, kind and layer, sorted by any column, edited in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from translator_desk.app.glossary_drafts import Fields, FormDraft
from translator_desk.app.glossary_state import GlossaryState
from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.ui.glossary.names import kind_name, layer_name
from translator_desk.ui.theme import Themes

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
BETWEEN = " | "
"""Between the Chinese forms of a cell that is edited; no form holds it."""


class Column(IntEnum):
    """The columns, from left to right."""

    ZH = 0
    EN = 1
    KIND = 2
    LAYER = 3


_KEYS = {Column.ZH: "zh", Column.EN: "en", Column.KIND: "kind"}


class EntryTable(QAbstractTableModel):
    """Entries that pass the filter, with what is typed about them and not saved.

    Signals:
        cell_edited(str, str, str): The person wrote into a cell: id of the entry, key of the field, value.
    """

    cell_edited = Signal(str, str, str)

    def __init__(self, themes: Themes, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        self._entries: tuple[Entry, ...] = ()
        self._state = GlossaryState()
        self._drafts: dict[str, Fields] = {}
        self._writable = False
        self._words: dict[str, tuple[Entry, str]] = {}
        self._wish: tuple[str, Kind | None, Layer | None] = ("", None, None)
        self._sorted: tuple[int, bool] | None = None
        self.rows: list[Entry] = []

    def put(self, entries: Iterable[Entry], state: GlossaryState, *, writable: bool) -> None:
        """Show other entries; those that are switched off stand behind the others."""
        self._entries, self._state, self._writable = (*entries, *state.off), state, writable
        self._renew()

    def mark(self, drafts: Mapping[str, FormDraft]) -> None:
        """Show what is typed and not saved, by id of the entry."""
        before, self._drafts = self._drafts, {key: draft.fields for key, draft in drafts.items()}
        for key in {**before, **self._drafts}:
            row = self.row_of(key) if before.get(key) != self._drafts.get(key) else None
            if row is not None:  # this row alone: painting all of them at every key is felt
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

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

    def _cell(self, entry: Entry, column: int, between: str = "、") -> str:
        draft = self._drafts.get(entry.id)
        if column == Column.ZH:
            forms = str(draft["zh"]).splitlines() if draft else entry.zh
            return between.join(forms)
        if column == Column.EN:
            return str(draft["en"]) if draft else entry.en
        if column == Column.KIND:
            return kind_name(Kind(str(draft["kind"])) if draft else entry.kind)
        layer = layer_name(entry.layer)
        if self._state.is_off(entry.id):
            return self.tr("%1, switched off").replace("%1", layer)
        return self.tr("%1, overrides").replace("%1", layer) if entry.id in self._state.overrides else layer

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

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a cell can be edited."""
        flags = super().flags(index)
        if not index.isValid() or not self._writable or index.column() not in _KEYS:
            return flags
        off = self._state.is_off(self.rows[index.row()].id)
        return flags if off else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        entry = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            text = self._cell(entry, index.column())
            return f"{text} *" if index.column() == Column.ZH and entry.id in self._drafts else text
        if role == Qt.ItemDataRole.EditRole:
            if index.column() == Column.KIND:
                draft = self._drafts.get(entry.id)
                return str(draft["kind"]) if draft else entry.kind.value
            return self._cell(entry, index.column(), BETWEEN)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._cell(entry, index.column())}\n{entry.id} · {entry.origin}"
        if role == Qt.ItemDataRole.ForegroundRole and self._state.is_off(entry.id):
            return self._themes.current.colour("ignored")
        return None

    def setData(self, index: Index, value: str, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what the person wrote into a cell; it is saved with the entry."""
        if role != Qt.ItemDataRole.EditRole or value == self.data(index, role):
            return False
        column = Column(index.column())
        said = "\n".join(one.strip() for one in value.split(BETWEEN.strip())) if column is Column.ZH else value
        self.cell_edited.emit(self.rows[index.row()].id, _KEYS[column], said)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the files."""
        self._sorted = None if column < 0 else (column, order is Qt.SortOrder.DescendingOrder)
        self._renew()


class KindCells(QStyledItemDelegate):
    """Edits the kind of an entry by choosing one."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a box of all kinds."""
        box = QComboBox(parent)
        for kind in Kind:
            box.addItem(kind_name(kind), kind.value)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the kind there is."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write the kind chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
