"""Lists of rows of which some are chosen by a tick: what to take in, where to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QPushButton, QWidget

from translator_desk.ui.model_index import ROOT, Index, Role

TICK = 0
"""The column of the ticks."""
_Row = TypeVar("_Row")


class TickedRows(QAbstractTableModel, Generic[_Row]):
    """Rows with a tick each in the first column; which of them are shown may be narrowed.

    A subclass names the columns and says what stands in the others.

    Signals:
        ticked(): A tick was set or taken away.
    """

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[_Row, ...] = ()
        self._at: list[int] = []
        self._chosen: set[int] = set()

    @property
    def shown(self) -> tuple[_Row, ...]:
        """The rows to be seen, in their order."""
        return tuple(self._all[at] for at in self._at)

    @property
    def known(self) -> int:
        """The number of rows, shown or not."""
        return len(self._all)

    @property
    def chosen(self) -> tuple[_Row, ...]:
        """The rows that are ticked, shown or not."""
        return tuple(self._all[at] for at in sorted(self._chosen))

    def put(self, rows: Sequence[_Row], wanted: Callable[[_Row], bool]) -> None:
        """Show these rows, ticked where they are wanted."""
        self._all = tuple(rows)
        self._chosen = {at for at, row in enumerate(self._all) if wanted(row)}
        self.show_only(lambda _: True)

    def add(self, rows: Sequence[_Row], wanted: Callable[[_Row], bool], belongs: Callable[[_Row], bool]) -> None:
        """Show more rows behind the others, those that belong among them, ticked where they are wanted."""
        first = len(self._all)
        self._all += tuple(rows)
        self._chosen.update(at for at, row in enumerate(rows, first) if wanted(row))
        shown = [at for at, row in enumerate(rows, first) if belongs(row)]
        if shown:
            self.beginInsertRows(ROOT, len(self._at), len(self._at) + len(shown) - 1)
            self._at += shown
            self.endInsertRows()

    def show_only(self, belongs: Callable[[_Row], bool]) -> None:
        """Narrow the list to some of its rows; ticks stay."""
        self.beginResetModel()
        self._at = [at for at, row in enumerate(self._all) if belongs(row)]
        self.endResetModel()

    def may_tick(self, row: _Row) -> bool:
        """Return whether a row can be chosen at all."""
        return True

    def tick(self, rows: Sequence[int], *, on: bool) -> None:
        """Tick rows, by their numbers in the list, or take the ticks away."""
        places = {self._at[row] for row in rows if self.may_tick(self._all[self._at[row]])}
        self._chosen = self._chosen | places if on else self._chosen - places
        if rows:
            self.dataChanged.emit(self.index(min(rows), TICK), self.index(max(rows), TICK))
        self.ticked.emit()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._at)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else 1 + len(self.titles())

    def titles(self) -> Sequence[str]:
        """Return the titles of the columns behind the tick."""
        return ()

    def words(self, row: _Row, column: int, role: int) -> Any:
        """Return what a cell behind the tick shows, by role."""
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return ("", *self.titles())[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what a cell allows."""
        allowed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        tickable = index.column() == TICK and self.may_tick(self._row(index))
        return allowed | Qt.ItemFlag.ItemIsUserCheckable if tickable else allowed

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Take a tick set by a click or a key."""
        if role != Role.CheckStateRole:
            return False
        self.tick([index.row()], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a cell's tick or words."""
        row = self._row(index)
        if index.column() != TICK:
            return self.words(row, index.column(), role)
        chosen = self._at[index.row()] in self._chosen
        if role == Role.CheckStateRole and self.may_tick(row):
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            if chosen:
                return QCoreApplication.translate("TickedRows", "chosen")
            return QCoreApplication.translate("TickedRows", "not chosen")
        return None

    def _row(self, index: Index) -> _Row:
        return self._all[self._at[index.row()]]


def tick_buttons(rows: TickedRows[Any], parent: QWidget) -> tuple[QPushButton, QPushButton]:
    """Return the buttons that tick all rows shown and none of them."""
    every = QPushButton(QCoreApplication.translate("TickedRows", "&All"), parent)
    none = QPushButton(QCoreApplication.translate("TickedRows", "&None"), parent)
    for button, on in ((every, True), (none, False)):
        button.setAutoDefault(False)
        button.clicked.connect(partial(_tick_shown, rows, on))
    return every, none


def _tick_shown(rows: TickedRows[Any], on: bool, _: bool = False) -> None:
    rows.tick(range(rows.rowCount()), on=on)
