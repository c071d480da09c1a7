"""The entries as rows: filtered by words, kind and layer, sorted by any column, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
_AT_ONCE = 2_000
"""Entries whose words are put together at once; those of more, beside the window."""
Words = dict[str, tuple[Entry, str]]
"""By id: an entry, and everything it may be looked for by."""
Beside = Callable[[Callable[[], Words], Callable[[Words], None]], None]
"""Has something worked out beside the window, then tells it."""


class EntryTable(QAbstractTableModel):
    """Entries that pass the filter, with what is typed about them and not saved.

    Args:
        themes: The colours.
        beside: Has the words of many entries put together.
        parent: Its owner.

    Signals:
        cell_edited(str, str, str): The person wrote into a cell: id of the entry, key of the field, value.
    """

    cell_edited = Signal(str, str, str)

    def __init__(self, themes: Themes, beside: Beside, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        self._beside = beside
        self._entries: tuple[Entry, ...] = ()
        self._state = GlossaryState()
        self._drafts: dict[str, Fields] = {}
        self._writable = False
        self._words: Words = {}
        self._texts: list[str] | None = None
        self._order: list[int] | None = None
        self._wish: tuple[str, Kind | None, Layer | None] = ("", None, None)
        self._sorted: tuple[int, bool] | None = None
        self.rows: list[Entry] = []
        self._latest = 0
        self._narrowed: tuple[str, Sequence[int]] = "", ()

    def put(self, entries: tuple[Entry, ...], state: GlossaryState, *, writable: bool) -> None:
        """Show other entries; those that are switched off stand behind the others."""
        self._state, self._writable = state, writable
        self._entries = (*entries, *state.off)
        self._put_words_together()
        self._put_in_order()
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
        rows, row = self.rows, self._latest
        if not (row < len(rows) and rows[row].id == entry_id):  # asked for the same one at every key
            found = next((row for row, one in enumerate(rows) if one.id == entry_id), None)
            if found is None:
                return None
            self._latest = row = found
        return row

    def _renew(self) -> None:
        words, kind, layer = self._wish
        entries, texts, order = self._entries, self._texts, self._order
        rows: Sequence[Entry]
        if words and texts is not None:
            found = self._found_by(words, texts)
            if order is not None:
                wanted = set(found)
                found = [at for at in order if at in wanted]
            rows = [entries[at] for at in found]
        else:
            rows = entries if order is None else [entries[at] for at in order]
        if kind is not None or layer is not None:
            rows = [one for one in rows if kind in (None, one.kind) and layer in (None, one.layer)]
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def _found_by(self, words: str, texts: list[str]) -> Sequence[int]:
        """Return which entries hold all the words; what more letters are typed to is looked for in what was found."""
        before, found = self._narrowed
        if not before or not words.startswith(before):
            found = range(len(texts))
        for word in words.split():
            found = [at for at in found if word in texts[at]]
        self._narrowed = words, found
        return found

    def _put_words_together(self) -> None:
        """Have the texts at hand that the filter goes through at every key."""
        self._narrowed = "", ()
        known = self._words
        new = [one for one in self._entries if (before := known.get(one.id)) is None or before[0] is not one]
        if len(new) <= _AT_ONCE:
            known.update(_words_of(new))
            self._texts = [known[one.id][1] for one in self._entries]
            return
        entries, self._texts = self._entries, None

        def arrived(words: Words) -> None:
            if entries is self._entries:
                self._words = words
                self._texts = [words[one.id][1] for one in entries]
                if self._wish[0]:
                    self._renew()

        self._beside(lambda: _words_of(entries), arrived)

    def _put_in_order(self) -> None:
        """Sort the entries as wished; what is typed about one moves it only once it is saved."""
        if self._sorted is None:
            self._order = None
            return
        column, down = self._sorted
        names = {kind: kind_name(kind).casefold() for kind in Kind}
        keys: dict[int, Callable[[Entry], str]] = {
            Column.ZH: lambda one: "、".join(one.zh).casefold(),
            Column.EN: lambda one: one.en.casefold(),
            Column.KIND: lambda one: names[one.kind],
            Column.LAYER: lambda one: self._cell(one, Column.LAYER).casefold(),
        }
        words = [keys[column](one) for one in self._entries]
        self._order = sorted(range(len(words)), key=words.__getitem__, reverse=down)

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
        self._put_in_order()
        self._renew()


def _words_of(entries: Iterable[Entry]) -> Words:
    return {
        one.id: (
            one,
            "\n".join(
                (one.id, *one.zh, *one.accepted, *one.short, *(form.en for form in one.avoid), one.note)
            ).casefold(),
        )
        for one in entries
    }


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
