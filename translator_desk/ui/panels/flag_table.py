"""The list of flags on the screen: columns, sorting, the row the person is at."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QWidget

from translator_desk.model.issue import Issue
from translator_desk.ui.panels.flag_model import Column, FlagModel
from translator_desk.ui.row_table import RowTable

_MESSAGE_LETTERS = 30
"""So much of what is wrong has to be readable; columns that repeat what stands elsewhere make room for it."""
_GIVING_WAY = (Column.DOCUMENT, Column.CHECK, Column.FIX)


class FlagTable(RowTable):
    """The flags, a row each.

    Signals:
        entered_blank(): The keyboard came and no row is current yet.

    Attributes:
        flags: Its model.
    """

    entered_blank = Signal()

    def __init__(self, flags: FlagModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.flags = flags
        self._wide: dict[int, int] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setModel(flags)
        self._size_columns()
        self.horizontalHeader().sectionClicked.connect(self._sort)

    @property
    def chosen(self) -> Issue | None:
        """The flag of the current row, or None."""
        row = self.currentIndex().row()
        return self.flags.rows[row] if 0 <= row < len(self.flags.rows) else None

    def choose(self, row: int, *, scroll: bool = True) -> None:
        """Make a row current."""
        index = self.flags.index(row, Column.MESSAGE)
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, chosen)
        if scroll:
            self.scrollTo(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the panel choose a row, or Qt takes the first one."""
        if not self.currentIndex().isValid():
            self.entered_blank.emit()
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as leave the message readable."""
        header = self.horizontalHeader()
        room = self.viewport().width() - sum(header.sectionSize(column) for column in (Column.LEVEL, Column.SEGMENT))
        needed = self.fontMetrics().averageCharWidth() * _MESSAGE_LETTERS
        for column in reversed(_GIVING_WAY):
            wide = header.sectionSize(column) or self._wide[column]
            shown = room - wide >= needed
            self.setColumnHidden(column, not shown)
            room = room - wide if shown else 0
        super().resizeEvent(event)

    def _size_columns(self) -> None:
        metrics = self.fontMetrics()
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(False)
        header.setMinimumSectionSize(metrics.height() + 10)
        header.setSectionResizeMode(Column.MESSAGE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.LEVEL, QHeaderView.ResizeMode.Fixed)
        wide = metrics.averageCharWidth()
        for column, letters in ((Column.FIX, 17), (Column.CHECK, 17), (Column.DOCUMENT, 15), (Column.SEGMENT, 7)):
            header.resizeSection(column, wide * letters)
            self._wide[column] = wide * letters
        header.resizeSection(Column.LEVEL, metrics.height() + 14)

    def _sort(self, section: int) -> None:
        """Sort by a column, the other way round, then back into reading order."""
        header = self.horizontalHeader()
        if not header.isSortIndicatorShown() or header.sortIndicatorSection() != section:
            order = Qt.SortOrder.AscendingOrder
        elif header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder:
            order = Qt.SortOrder.DescendingOrder
        else:
            header.setSortIndicatorShown(False)
            self.flags.sort(-1)
            return
        header.setSortIndicatorShown(True)
        header.setSortIndicator(section, order)
        self.flags.sort(section, order)
