"""The list of open problems, filtered by words, check or level."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from translator_desk.app.checking import Checking
from translator_desk.app.session import Session
from translator_desk.model.issue import Issue
from translator_desk.ui.theme import LEVEL_SIGNS, Theme
from translator_desk.ui.words import word

_Index = QModelIndex
_COLUMNS = ("level", "message", "words", "expected", "where")


class IssueModel(QAbstractTableModel):
    """The issues shown, one a row; the filter keeps a list of our own, proxies are too slow."""

    def __init__(self, session: Session, theme: Theme, language: str) -> None:
        super().__init__()
        self._session = session
        self.theme = theme
        self.language = language
        self._all: tuple[Issue, ...] = ()
        self.shown: list[Issue] = []
        self._filter = ""

    def set_issues(self, issues: tuple[Issue, ...]) -> None:
        """Take over the open issues."""
        self._all = issues
        self._apply()

    def set_filter(self, text: str) -> None:
        """Show only issues that hold these words."""
        self._filter = text.lower()
        self._apply()

    def _apply(self) -> None:
        self.beginResetModel()
        wanted = self._filter
        self.shown = [one for one in self._all if not wanted or wanted in " ".join(self._cells(one)).lower()]
        self.endResetModel()

    def _cells(self, issue: Issue) -> tuple[str, ...]:
        segment = self._session.state.segments.get(issue.segment)
        words = issue.target.of(segment.target) if segment and issue.target else ""
        number = self._session.state.position(issue.segment) + 1 if segment else 0
        return (
            f"{LEVEL_SIGNS[issue.level]} {issue.check}",
            issue.message.render(self.language),
            words,
            " / ".join(issue.expected),
            f"{issue.document} {number}",
        )

    def rowCount(self, parent: QModelIndex = _Index()) -> int:  # noqa: B008
        """Return the number of issues shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: QModelIndex = _Index()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return word(_COLUMNS[section], self.language)
        return None

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        """Return a cell; the tooltip says why."""
        issue = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(issue)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return QColor(self.theme.colour(issue.level))
        return None


class IssuesPanel(QWidget):
    """Filter and list; a row leads to its words."""

    chosen = Signal(object)

    def __init__(self, session: Session, checking: Checking, theme: Theme, language: str) -> None:
        super().__init__()
        self._checking = checking
        self.model = IssueModel(session, theme, language)
        self._filter = QLineEdit()
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self.model.set_filter)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        for column, width in enumerate((170, 460, 180, 220, 190)):
            header.resizeSection(column, width)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.clicked.connect(lambda index: self.chosen.emit(self.model.shown[index.row()]))
        self.table.activated.connect(lambda index: self.chosen.emit(self.model.shown[index.row()]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._filter)
        layout.addWidget(self.table)
        self.retranslate(language)

    def refresh(self) -> None:
        """Show the open issues as they are now."""
        self.model.set_issues(self._checking.all_issues())

    def retranslate(self, language: str) -> None:
        """Show everything in another language."""
        self.model.language = language
        self._filter.setPlaceholderText(word("filter", language))
        self.refresh()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_COLUMNS) - 1)
