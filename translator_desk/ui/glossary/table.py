"""The entries as rows: filtered by words, kind and layer, sorted by any column, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from translator_desk.app.glossary_drafts import Fields, FormDraft
from translator_desk.app.glossary_state import GlossaryState
from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.ui.glossary.entry_rows import EntryRows, Prepared, SortKey, Wish, prepare
from translator_desk.ui.glossary.names import kind_name, layer_name
from translator_desk.ui.model_index import ROOT, Index
from translator_desk.ui.theme import Themes

BETWEEN = " | "
"""Between the Chinese forms of a cell that is edited; no form holds it."""


class Column(IntEnum):
    """The columns, from left to right."""

    ZH = 0
    EN = 1
    KIND = 2
    LAYER = 3


_KEYS = {Column.ZH: "zh", Column.EN: "en", Column.KIND: "kind"}
_AT_ONCE = 10_000
"""Entries that are looked at at once; more of them, beside the window."""
_SCREENFUL = 60
_FIRST_STEPS = 5
"""Steps in which a screenful of rows is looked for before the window paints."""
Beside = Callable[[Callable[[Callable[[], None]], Prepared], Callable[[Prepared], None]], None]
"""Has something worked out beside the window, then tells it; the work is given what it is to call between its steps."""

_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
_TIP, _LETTERS = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.ForegroundRole)
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITTEN = _READ | Qt.ItemFlag.ItemIsEditable
_ROLES = frozenset({_DISPLAY, _EDIT, _TIP, _LETTERS})


class EntryTable(QAbstractTableModel):
    """Entries that pass the filter, with what is typed about them and not saved.

    Of tens of thousands those that fill the screen are found first; the others follow while the window goes on.

    Args:
        themes: The colours.
        beside: Has the words of many entries put together.
        parent: Its owner.

    Signals:
        cell_edited(str, str, str): The person wrote into a cell: id of the entry, key of the field, value.
        grown(): More rows were found, or that was all.
    """

    cell_edited = Signal(str, str, str)
    grown = Signal()

    def __init__(self, themes: Themes, beside: Beside, parent: QObject | None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._beside = beside
        self._all = EntryRows()
        self._state = GlossaryState()
        self._drafts: dict[str, Fields] = {}
        self._writable = False
        self._wish = Wish()
        self._sorted: tuple[int, bool] | None = None
        self._in_order: tuple[int, bool] | None = None
        self._shown: list[int] = []
        self._search: Iterator[Sequence[int]] | None = None
        self._go_on = QTimer(self)
        self._go_on.setInterval(0)
        self._go_on.timeout.connect(self._find_more)

    @property
    def rows(self) -> list[Entry]:
        """The entries shown, from top to bottom."""
        return [self.entry_at(row) for row in range(len(self._shown))]

    def entry_at(self, row: int) -> Entry:
        """Return the entry in a row."""
        return self._all.entries[self._shown[row]]

    def put(self, entries: tuple[Entry, ...], state: GlossaryState, *, writable: bool) -> None:
        """Show other entries; those that are switched off stand behind the others."""
        entries = (*entries, *state.off)
        layers_differ = (state.overrides, state.off) != (self._state.overrides, self._state.off)
        self._state, self._writable = state, writable
        parts = self._all.difference(entries)
        settled = self._in_order == self._sorted and not (layers_differ and self._by_layer)
        if self._all.texts is None or sum(len(part.fresh) for part in parts) > _AT_ONCE:
            self._all.wait(entries)
        elif not parts and settled:
            self._paint(range(len(self._shown)))
            return
        else:
            self._all.change(entries, parts, self._sort_key() if settled else None, down=self._down)
        self._renew()
        if not settled or self._all.texts is None:
            self._in_order = None
            self._prepare()

    def mark(self, drafts: Mapping[str, FormDraft]) -> None:
        """Show what is typed and not saved, by id of the entry."""
        before, self._drafts = self._drafts, {key: draft.fields for key, draft in drafts.items()}
        for key in {**before, **self._drafts}:
            row = self.row_of(key) if before.get(key) != self._drafts.get(key) else None
            if row is not None:  # this row alone: painting all of them at every key is felt
                self._paint((row,))

    def _paint(self, rows: Sequence[int]) -> None:
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], len(Column) - 1))

    def show(self, words: str, kind: Kind | None, layer: Layer | None) -> None:
        """Show those that hold all of ``words``, of one kind and layer."""
        self._wish = Wish(words.casefold(), kind, layer)
        self._renew()

    def row_of(self, entry_id: str) -> int | None:
        """Return the row of an entry, None where it is not shown, or not yet."""
        place = self._all.place(entry_id)
        try:
            return None if place is None else self._shown.index(place)
        except ValueError:
            return None

    @property
    def searching(self) -> bool:
        """Whether more rows may come."""
        return self._search is not None

    def comes(self, entry_id: str) -> bool:
        """Return whether an entry is shown, or will be once it is found."""
        place = self._all.place(entry_id)
        return place is not None and self._all.admits(place, self._wish)

    def _renew(self) -> None:
        """Look for the rows anew; the first of them at once."""
        self._search = self._all.found(self._wish)
        rows: list[int] = []
        for _ in range(_FIRST_STEPS):
            if self._search is not None and len(rows) < _SCREENFUL:
                rows += self._next()
        self.beginResetModel()
        self._shown = rows
        self.endResetModel()
        if self._search is not None:
            self._go_on.start()

    def _find_more(self) -> None:
        found = self._next()
        if found:
            count = len(self._shown)
            self.beginInsertRows(ROOT, count, count + len(found) - 1)
            self._shown += found
            self.endInsertRows()
        if self._search is None:
            self._go_on.stop()
        self.grown.emit()

    def _next(self) -> Sequence[int]:
        """Return what the next step finds."""
        found = next(self._search, None) if self._search is not None else None
        if found is None:
            self._search = None
        return found or ()

    def _prepare(self) -> None:
        """Have the texts put together that the filter goes through at every key, and the order; at once where few."""
        entries, wanted = self._all.entries, self._sorted
        work = partial(prepare, entries, self._sort_key(), down=self._down, texts=self._all.texts)

        def arrived(made: Prepared) -> None:
            if entries is self._all.entries and wanted == self._sorted:
                self._all.take(made)
                self._in_order = wanted
                self._renew()

        if len(entries) <= _AT_ONCE or (wanted is None and self._all.texts is not None):
            arrived(work())
        else:
            self._beside(lambda between: work(between=between), arrived)

    @property
    def _by_layer(self) -> bool:
        return self._sorted is not None and self._sorted[0] == Column.LAYER

    @property
    def _down(self) -> bool:
        return self._sorted is not None and self._sorted[1]

    def _sort_key(self) -> SortKey | None:
        """Return what the entries are sorted by; what is typed about one moves it only once it is saved."""
        if self._sorted is None:
            return None
        column = self._sorted[0]
        if column == Column.ZH:
            return lambda one: "、".join(one.zh).casefold()
        if column == Column.EN:
            return lambda one: one.en.casefold()
        if column == Column.KIND:
            kinds = {kind: kind_name(kind).casefold() for kind in Kind}
            return lambda one: kinds[one.kind]
        overrides, off = self._state.overrides, frozenset(one.id for one in self._state.off)
        layers = {
            (layer, is_off, is_over): self._layer_cell(layer, is_off=is_off, is_over=is_over).casefold()
            for layer in Layer
            for is_off in (False, True)
            for is_over in (False, True)
        }
        return lambda one: layers[one.layer, one.id in off, one.id in overrides]

    def _cell(self, entry: Entry, column: int, between: str = "、") -> str:
        draft = self._drafts.get(entry.id)
        if column == Column.ZH:
            forms = str(draft["zh"]).splitlines() if draft else entry.zh
            return between.join(forms)
        if column == Column.EN:
            return str(draft["en"]) if draft else entry.en
        if column == Column.KIND:
            return kind_name(Kind(str(draft["kind"])) if draft else entry.kind)
        is_over = entry.id in self._state.overrides
        return self._layer_cell(entry.layer, is_off=self._state.is_off(entry.id), is_over=is_over)

    def _layer_cell(self, layer: Layer, *, is_off: bool, is_over: bool) -> str:
        name = layer_name(layer)
        if is_off:
            return self.tr("%1, switched off").replace("%1", name)
        return self.tr("%1, overrides").replace("%1", name) if is_over else name

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many entries are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Chinese"), self.tr("English"), self.tr("Kind"), self.tr("Layer"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a cell can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self._writable or index.column() not in _KEYS or self._state.is_off(self.entry_at(index.row()).id):
            return _READ
        return _WRITTEN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if role not in _ROLES:
            return None  # asked six times for every cell that is painted
        entry = self.entry_at(index.row())
        if role == _DISPLAY:
            text = self._cell(entry, index.column())
            return f"{text} *" if index.column() == Column.ZH and entry.id in self._drafts else text
        if role == _EDIT:
            if index.column() == Column.KIND:
                draft = self._drafts.get(entry.id)
                return str(draft["kind"]) if draft else entry.kind.value
            return self._cell(entry, index.column(), BETWEEN)
        if role == _TIP:
            return f"{self._cell(entry, index.column())}\n{entry.id} · {entry.origin}"
        return self._themes.current.colour("ignored") if self._state.is_off(entry.id) else None

    def setData(self, index: Index, value: str, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what the person wrote into a cell; it is saved with the entry."""
        if role != Qt.ItemDataRole.EditRole or value == self.data(index, role):
            return False
        column = Column(index.column())
        said = "\n".join(one.strip() for one in value.split(BETWEEN.strip())) if column is Column.ZH else value
        self.cell_edited.emit(self.entry_at(index.row()).id, _KEYS[column], said)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the files."""
        self._sorted = None if column < 0 else (column, order is Qt.SortOrder.DescendingOrder)
        if self._sorted != self._in_order:
            self._prepare()


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
