"""Words replaced in many places: every place is shown before and after, and chosen by a tick."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QLabel, QPushButton

from translator_desk.app.commands.edit import ReplaceMany, Replacement
from translator_desk.model.ids import DocumentId
from translator_desk.model.state import SegmentState
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.panels.cards import Run
from translator_desk.ui.panels.run_lines import RUNS, RunDelegate, in_context
from translator_desk.ui.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_SETTLED = (SegmentState.REVIEWED, SegmentState.FINAL)


class _Column(IntEnum):
    TICK = 0
    DOCUMENT = 1
    SEGMENT = 2
    WORDS = 3


class _Places(QAbstractTableModel):
    """The places by row, each with its tick.

    Signals:
        ticked(): A tick was set or taken away.
    """

    ticked = Signal()

    def __init__(self, context: DeskContext, places: Sequence[Replacement], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._all = tuple(places)
        self.shown = self._all
        # What a reviewer has settled is left alone unless the person says otherwise.
        self._chosen = {place for place in places if not self._settled(place)}

    @property
    def chosen(self) -> tuple[Replacement, ...]:
        """The places shown that are ticked."""
        return tuple(place for place in self.shown if place in self._chosen)

    def narrow(self, document: DocumentId | None) -> None:
        """Show the places of one document, or of all."""
        segments = self._context.session.state.segments
        self.beginResetModel()
        self.shown = tuple(one for one in self._all if document in (None, segments[one.segment].document))
        self.endResetModel()

    def tick(self, rows: Sequence[int], *, on: bool) -> None:
        """Tick these rows, or take the ticks away."""
        places = {self.shown[row] for row in rows}
        self._chosen = self._chosen | places if on else self._chosen - places
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))
        self.ticked.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return the number of places shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        return {
            _Column.TICK: "",
            _Column.DOCUMENT: self.tr("Document"),
            _Column.SEGMENT: self.tr("#"),
            _Column.WORDS: self.tr("Before and after"),
        }[_Column(section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what a cell allows; ticks stand in the first column."""
        allowed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return allowed | Qt.ItemFlag.ItemIsUserCheckable if index.column() == _Column.TICK else allowed

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Take a tick set by a click."""
        if role != _Role.CheckStateRole:
            return False
        self.tick([index.row()], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return a cell's words, tick or wording for a screen reader."""
        place, column = self.shown[index.row()], _Column(index.column())
        if column is _Column.TICK:
            if role == _Role.CheckStateRole:
                return Qt.CheckState.Checked if place in self._chosen else Qt.CheckState.Unchecked
            if role == _Role.AccessibleTextRole:
                return self.tr("chosen") if place in self._chosen else self.tr("not chosen")
            return None
        state = self._context.session.state
        segment = state.segments[place.segment]
        if role == RUNS and column is _Column.WORDS:
            runs = in_context(
                segment.target,
                place.span,
                Run(place.old, "deleted", ground="deleted_ground", struck=True),
                Run(place.words, "inserted", ground="inserted_ground", underlined=True),
            )
            reviewed = self.tr("reviewed")
            return (Run(f"[{reviewed}] ", "state_reviewed"), *runs) if self._settled(place) else runs
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            if column is _Column.DOCUMENT:
                return state.documents[segment.document].title
            if column is _Column.SEGMENT:
                return str(state.position(place.segment) + 1)
            return f"{place.old} → {place.words}"
        if role == _Role.ForegroundRole:
            return self._context.themes.current.colour("muted")
        return None

    def _settled(self, place: Replacement) -> bool:
        return self._context.session.state.segments[place.segment].state in _SETTLED


class ReplaceAll(DeskDialog):
    """Shows the places and replaces the words in those that are ticked, as one step to undo."""

    def __init__(self, context: DeskContext, places: Sequence[Replacement]) -> None:
        super().__init__(context)
        self.entitle(self.tr("Replace everywhere"))
        self.places = _Places(context, places, self)
        self._scope = QComboBox(self)
        self._scope.addItem(self.tr("In the whole project"), None)
        here = context.focus.segment
        if here is not None and len(context.session.state.documents) > 1:
            self._scope.addItem(self.tr("In this document"), context.session.state.segments[here].document)
        self._scope.setAccessibleName(self.tr("Where"))
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        every, none = QPushButton(self.tr("&All"), self), QPushButton(self.tr("&None"), self)
        every.setAutoDefault(False)
        none.setAutoDefault(False)
        every.clicked.connect(lambda: self.places.tick(range(len(self.places.shown)), on=True))
        none.clicked.connect(lambda: self.places.tick(range(len(self.places.shown)), on=False))
        top = QHBoxLayout()
        top.addWidget(self._scope)
        top.addWidget(self._count, 1)
        top.addWidget(every)
        top.addWidget(none)
        self.column.addLayout(top)
        self.table = RowTable(self)
        self._prepare_table()
        self.column.addWidget(self.table, 1)
        self.column.addWidget(
            label(self.tr("Space sets and takes away a tick. All is one step to undo."), self, muted=True)
        )
        self._scope.currentIndexChanged.connect(self._narrow)
        self.places.ticked.connect(self._tell)
        self.resize(860, 460)
        self._tell()
        self.table.setFocus()
        if self.places.shown:
            self.table.setCurrentIndex(self.places.index(0, _Column.TICK))

    def accept(self) -> None:
        """Replace what is ticked; where words have changed meanwhile the bar says so."""
        chosen = self.places.chosen
        super().accept()
        if self.context.execute(ReplaceMany(chosen), self.context.actions) is not None:
            self.context.shell.whisper(self.tr("%n place(s) replaced. Ctrl+Z takes it back.", "", len(chosen)))

    def _prepare_table(self) -> None:
        table = self.table
        table.setModel(self.places)
        table.setItemDelegateForColumn(_Column.WORDS, RunDelegate(table, self.context.themes))
        table.setAccessibleName(self.tr("Places"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(_Column.WORDS, QHeaderView.ResizeMode.Stretch)
        wide = self.fontMetrics().averageCharWidth()
        for column, letters in ((_Column.TICK, 5), (_Column.DOCUMENT, 22), (_Column.SEGMENT, 7)):
            header.resizeSection(column, letters * wide)

    def _narrow(self) -> None:
        self.places.narrow(self._scope.currentData())
        self._tell()

    def _tell(self) -> None:
        chosen = len(self.places.chosen)
        total = len(self.places.shown)
        number = self.context.language.number
        self._count.setText(self.tr("%1 of %2 places").replace("%1", number(chosen)).replace("%2", number(total)))
        button = self.buttons.button(self.buttons.StandardButton.Ok)
        button.setText(self.tr("Replace in %n place(s)", "", chosen))
        button.setEnabled(chosen > 0)
