"""The rows of the grid: segments of one document or of all, as the session holds them now."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from translator_desk.app.changes import Changes
from translator_desk.app.checking import Checking
from translator_desk.app.session import Session
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.segment import Segment
from translator_desk.model.state import SegmentState
from translator_desk.ui.theme import LEVEL_SIGNS
from translator_desk.ui.words import word

NUMBER, SOURCE, TARGET, STATE = range(4)
_STATE_SIGNS = {SegmentState.TRANSLATED: "✓", SegmentState.REVIEWED: "✓✓", SegmentState.FINAL: "🔒"}
_Index = QModelIndex


class SegmentModel(QAbstractTableModel):
    """Number, source, target, state."""

    def __init__(self, session: Session, checking: Checking, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._checking = checking
        self._document: DocumentId | None = None
        self._rows: list[SegmentId] = []
        self._row_of: dict[SegmentId, int] = {}
        self.language = language
        self._read_rows()

    def show_document(self, document: DocumentId | None) -> None:
        """Show one document, or all."""
        self.beginResetModel()
        self._document = document
        self._read_rows()
        self.endResetModel()

    def _read_rows(self) -> None:
        state = self._session.state
        rows = state.reading_order() if self._document is None else state.order.get(self._document, ())
        self._rows = list(rows)
        self._row_of = {key: row for row, key in enumerate(self._rows)}

    def segment(self, row: int) -> Segment:
        """Return the segment of a row."""
        return self._session.state.segments[self._rows[row]]

    def issues(self, row: int) -> tuple[Any, ...]:
        """Return the open issues of a row's segment."""
        return self._checking.issues(self._rows[row])

    def row_of(self, segment: SegmentId) -> int | None:
        """Return the row of a segment, None where it is not shown."""
        return self._row_of.get(segment)

    def take(self, changes: Changes) -> None:
        """Follow what happened."""
        if changes.structure:
            self.beginResetModel()
            self._read_rows()
            self.endResetModel()
            return
        rows = sorted(row for key in changes.segments | changes.issues if (row := self._row_of.get(key)) is not None)
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], STATE))

    def retranslate(self, language: str) -> None:
        """Show headers in another language."""
        self.language = language
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, STATE)

    def rowCount(self, parent: QModelIndex = _Index()) -> int:  # noqa: B008 - Qt's name and default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = _Index()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else 4

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Let the target be edited while the project may be."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == TARGET and self._session.read_only is None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return word(("number", "source", "target", "state")[section], self.language)
        return None

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        """Return the text of a cell, or what a screen reader says of it."""
        segment = self.segment(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(segment, index.column(), index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            issues = "; ".join(one.message.render(self.language) for one in self.issues(index.row()))
            text = self._text(segment, index.column(), index.row())
            return f"{index.row() + 1}/{len(self._rows)}: {text}. {issues}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == STATE:
            return "\n".join(one.message.render(self.language) for one in self.issues(index.row())) or None
        return None

    def _text(self, segment: Segment, column: int, row: int) -> str:
        if column == NUMBER:
            return str(self._session.state.position(segment.id) + 1)
        if column == SOURCE:
            return segment.source
        if column == TARGET:
            return segment.target
        levels = [issue.level for issue in self.issues(row)]
        worst = LEVEL_SIGNS[max(levels, key=lambda level: level.rank)] if levels else ""
        state = _STATE_SIGNS.get(segment.state, "✎" if segment.edited else "○")
        return f"{state} {worst}".strip()
