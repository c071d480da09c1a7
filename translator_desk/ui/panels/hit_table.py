"""The hits of a search by row, each in its sentence with the other side beside it."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHeaderView, QWidget

from translator_desk.app.search import Side
from translator_desk.ui.context import DeskContext
from translator_desk.ui.grid.cell_layouts import fonts
from translator_desk.ui.model_index import ROOT, Index, Role
from translator_desk.ui.panels.cards import Run
from translator_desk.ui.panels.run_lines import RUNS, RunDelegate, in_context
from translator_desk.ui.panels.searching import Searching
from translator_desk.ui.row_table import RowTable

_BEGINNING = 220
_HAN_BEFORE = 14
"""Han characters before a hit; they are wider than letters."""


class Column(IntEnum):
    """The columns."""

    DOCUMENT = 0
    SEGMENT = 1
    SOURCE = 2
    TARGET = 3


class HitModel(QAbstractTableModel):
    """Follows a search while it finds."""

    def __init__(self, context: DeskContext, search: Searching, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._search = search
        self._rows = len(search.hits)
        search.began.connect(self._begin)
        search.found.connect(self._take)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of hits so far."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return {
            Column.DOCUMENT: self.tr("Document"),
            Column.SEGMENT: self.tr("#"),
            Column.SOURCE: self.tr("Chinese"),
            Column.TARGET: self.tr("English"),
        }[Column(section)]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a cell's words, plain or in runs."""
        if not index.isValid() or index.row() >= len(self._search.hits):
            return None
        hit, column = self._search.hits[index.row()], Column(index.column())
        state = self._context.session.state
        segment = state.segments.get(hit.segment)
        if segment is None:
            return None
        is_here = (hit.side is Side.SOURCE) == (column is Column.SOURCE)
        if column in (Column.SOURCE, Column.TARGET):
            text = segment.source if column is Column.SOURCE else segment.target
            if role == RUNS:
                if not is_here:
                    return (Run(text[:_BEGINNING], "muted"),)
                found = Run(hit.span.of(text), bold=True, ground="bar_warning")
                before = _HAN_BEFORE if column is Column.SOURCE else 42
                return in_context(text, hit.span, found, before=before)
            return text if role in (Role.DisplayRole, Role.AccessibleTextRole) else None
        if role == Role.ForegroundRole:
            return self._context.themes.current.colour("muted")
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            if column is Column.DOCUMENT:
                return state.documents[segment.document].title
            return str(state.position(segment.id) + 1)
        return None

    def retell(self) -> None:
        """Take the titles anew in the language in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def _begin(self) -> None:
        self.beginResetModel()
        self._rows = 0
        self.endResetModel()

    def _take(self, more: int) -> None:
        self.beginInsertRows(ROOT, self._rows, self._rows + more - 1)
        self._rows += more
        self.endInsertRows()


class HitTable(RowTable):
    """The hits."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setFrameShape(QFrame.Shape.NoFrame)

    def use(self, model: HitModel) -> None:
        """Show a model."""
        self.setModel(model)
        self._delegate = RunDelegate(self, self._context.themes, {Column.SOURCE: _han_font(self.font())})
        self.setItemDelegate(self._delegate)
        metrics = self.fontMetrics()
        header = self.horizontalHeader()
        header.resizeSection(Column.DOCUMENT, metrics.averageCharWidth() * 20)
        header.resizeSection(Column.SEGMENT, metrics.averageCharWidth() * 6)
        header.setSectionResizeMode(Column.SOURCE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.TARGET, QHeaderView.ResizeMode.Stretch)

    def show_columns(self) -> None:
        """Leave out what says nothing: documents where there is one, Chinese where there is none."""
        documents = self._context.session.state.documents
        self.setColumnHidden(Column.DOCUMENT, len(documents) < 2)
        self.setColumnHidden(Column.SOURCE, not any(one.has_source for one in documents.values()))


def _han_font(base: QFont) -> QFont:
    """Return the letters of the source column: a Chinese face first, so that quotes are wide."""
    font = QFont(base)
    font.setFamilies(fonts(100)[0].families())
    return font
