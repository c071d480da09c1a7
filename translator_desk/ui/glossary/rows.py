"""Rows of a form that people add and take away by keys: an empty one waits at the end, Ctrl+Delete takes one out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QFrame,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from translator_desk.app.glossary_drafts import Row
from translator_desk.ui.glossary.fields import YES
from translator_desk.ui.model_index import Index

_MOST_SHOWN = 7
_LEAST_WORDS = 16
"""Average letters of a column of words."""
_VALUE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class RowColumn:
    """One column of rows.

    Attributes:
        width: In average letters; 0 takes what is left, but never less than a few words need.
        choices: Values to choose from, the first is that of a new row; empty is free text.
        flag: Whether it is a box to tick.
        offers: What is offered while typing: texts with what they mean, or None.
    """

    width: int = 0
    choices: tuple[str, ...] = ()
    flag: bool = False
    offers: Callable[[], Sequence[tuple[str, str]]] | None = None


class _Cells(QStyledItemDelegate):
    """Edits a cell as its column wants."""

    def __init__(self, rows: RowsEditor) -> None:
        super().__init__(rows)
        self._rows = rows

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a box of choices, or a line that offers what may be meant."""
        column = self._rows.columns[index.column()]
        if column.choices:
            box = QComboBox(parent)
            for value in column.choices:
                box.addItem(self._rows.name_of(index.column(), value), value)
            return box
        line = QLineEdit(parent)
        line.setFrame(False)
        if column.offers is not None:
            said = [f"{text}  {hint}" if hint else text for text, hint in column.offers()]
            completer = QCompleter(said, line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell says."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(_VALUE))))
        elif isinstance(editor, QLineEdit):
            editor.setText(index.data())

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write into the cell; of what was offered, the text without what it means."""
        if isinstance(editor, QComboBox):
            value = editor.currentData()
            model.setData(index, value, _VALUE)
            model.setData(index, self._rows.name_of(index.column(), value))
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text().split("  ")[0].strip())


class RowsEditor(QTableWidget):
    """A small table of texts, choices and boxes.

    Signals:
        edited(): The person changed something.
    """

    edited = Signal()

    def __init__(self, columns: Sequence[RowColumn], parent: QWidget) -> None:
        super().__init__(0, len(columns), parent)
        self.columns = tuple(columns)
        self._names: dict[tuple[int, str], str] = {}
        self._writable = True
        self._filling = False
        self.setItemDelegate(_Cells(self))
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.AnyKeyPressed | trigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 8)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.itemChanged.connect(self._changed)
        self.fill([])

    @property
    def rows(self) -> list[Row]:
        """What the rows say; the empty one at the end is none."""
        said = [[self._said(row, column) for column in range(len(self.columns))] for row in range(self.rowCount())]
        empty = self._new_row()
        while said and said[-1] == empty:
            said.pop()
        return said

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these rows, and an empty one to add by."""
        if self.state() == QAbstractItemView.State.EditingState and rows == self.rows:
            return
        self._filling = True
        self.setRowCount(0)
        for row in rows:
            self._add(row)
        if self._writable:
            self._add(self._new_row())
        self._filling = False
        self.updateGeometry()

    def allow(self, writable: bool) -> None:
        """Let the person change the rows, or only read them."""
        if writable != self._writable:
            rows = self.rows
            self._writable = writable
            self.fill(rows)

    def entitle(self, titles: Sequence[str], hints: Sequence[str], names: dict[tuple[int, str], str]) -> None:
        """Name the columns, explain them, and name the choices, each by its column and value."""
        self._names = names
        self.setHorizontalHeaderLabels(list(titles))
        for number, hint in enumerate(hints):
            if (head := self.horizontalHeaderItem(number)) is not None:
                head.setToolTip(hint)
        self.fill(self.rows)

    def name_of(self, column: int, value: str) -> str:
        """Return what a choice is called."""
        return self._names.get((column, value), value)

    def sizeHint(self) -> QSize:
        """Return a size that shows all rows, up to a few."""
        shown = min(max(self.rowCount(), 1), _MOST_SHOWN)
        height = self.horizontalHeader().sizeHint().height() + shown * self.verticalHeader().defaultSectionSize()
        scroll = self.horizontalScrollBar()
        return QSize(200, height + 2 * self.frameWidth() + (scroll.sizeHint().height() if scroll.maximum() else 0))

    def minimumSizeHint(self) -> QSize:
        """Return the same height; columns scroll."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns of words."""
        letter = self.fontMetrics().averageCharWidth()
        fixed = sum(column.width * letter + 8 for column in self.columns if column.width)
        words = [number for number, column in enumerate(self.columns) if not column.width]
        each = max((self.viewport().width() - fixed) // max(len(words), 1), _LEAST_WORDS * letter)
        for number, column in enumerate(self.columns):
            self.setColumnWidth(number, column.width * letter + 8 if column.width else each)
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Delete takes the row out, Delete empties the cell."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Delete and self._writable and self.currentRow() >= 0:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.take_out()
            elif (item := self.currentItem()) is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
                item.setText("")
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._writable and self.currentIndex().isValid():
            self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the first cell."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.rowCount():
            self.setCurrentCell(0, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that letters of another size need."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 8)

    def take_out(self) -> None:
        """Take the current row out."""
        row, column = self.currentRow(), self.currentColumn()
        if 0 <= row < self.rowCount() - 1:
            self.removeRow(row)
            self.setCurrentCell(row, column)
            self.updateGeometry()
            self.edited.emit()

    def _new_row(self) -> Row:
        return [column.choices[0] if column.choices else "" for column in self.columns]

    def _add(self, row: Row) -> None:
        at = self.rowCount()
        self.insertRow(at)
        for number, (column, text) in enumerate(zip(self.columns, row, strict=True)):
            item = QTableWidgetItem()
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            if column.flag:
                item.setCheckState(Qt.CheckState.Checked if text == YES else Qt.CheckState.Unchecked)
                flags |= Qt.ItemFlag.ItemIsUserCheckable if self._writable else Qt.ItemFlag.NoItemFlags
            else:
                item.setText(self.name_of(number, text))
                item.setData(_VALUE, text)
                item.setToolTip(text)
                flags |= Qt.ItemFlag.ItemIsEditable if self._writable else Qt.ItemFlag.NoItemFlags
            item.setFlags(flags)
            self.setItem(at, number, item)

    def _said(self, row: int, number: int) -> str:
        item, column = self.item(row, number), self.columns[number]
        if item is None:
            return ""
        if column.flag:
            return YES if item.checkState() is Qt.CheckState.Checked else ""
        return str(item.data(_VALUE)) if column.choices else item.text()

    def _changed(self, item: QTableWidgetItem) -> None:
        if self._filling:
            return
        last = self.rowCount() - 1
        if [self._said(last, number) for number in range(len(self.columns))] != self._new_row():
            self._filling = True
            self._add(self._new_row())
            self._filling = False
            self.updateGeometry()
        self.edited.emit()
