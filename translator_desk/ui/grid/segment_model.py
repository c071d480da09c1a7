"""The rows of the grid: segments of one document or of all, with a heading a document, some filtered out."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from translator_desk.app.changes import Changes
from translator_desk.app.commands.comments import open_threads
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.model.state import SegmentState
from translator_desk.ui.context import DeskContext
from translator_desk.ui.grid.filter_model import RowFilter
from translator_desk.ui.grid.margin import comment_hint
from translator_desk.ui.model_index import ROOT, Index, Role
from translator_desk.ui.plain import plain_tip

SMALL_CHANGE = 200
"""More rows coming or going at once are read anew, with estimated heights."""
MANY_TOUCHED = 500
"""More rows with other words are told as one range."""


class Column(IntEnum):
    """The columns."""

    NUMBER = 0
    SOURCE = 1
    BASELINE = 2
    TARGET = 3
    STATUS = 4


class SegmentModel(QAbstractTableModel):
    """Segments by row; a row is a segment or the heading of a document.

    Signals:
        reordered(): Rows came or went otherwise than one by one, or their columns did.
    """

    reordered = Signal()

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._context = context
        # A segment's id, or minus one minus the document's index for a heading.
        self._rows: list[int] = []
        self._row_of: dict[int, int] | None = None
        self._filter = RowFilter()
        self.document: DocumentId | None = None
        self._sides = False
        self._sourced = self.shows_source

    def show_sides(self, sides: bool) -> None:
        """Name the columns for the text as it was beside the text as it will be, or for the target alone."""
        if sides != self._sides:
            self._sides = sides
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.BASELINE, Column.TARGET)

    @property
    def row_filter(self) -> RowFilter:
        """What is shown of the document."""
        return self._filter

    @property
    def shows_source(self) -> bool:
        """Whether any document shown has Chinese at hand."""
        if not self._context.is_open:
            return True
        documents = self._context.session.state.documents
        return any(
            document.has_source for key, document in documents.items() if self.document is None or key == self.document
        )

    def show(self, document: DocumentId | None, row_filter: RowFilter | None = None) -> None:
        """Show one document, or all of them where None."""
        self.document = document
        if row_filter is not None:
            self._filter = row_filter
        self.reload()

    def set_filter(self, row_filter: RowFilter) -> None:
        """Show what passes a filter; asked again only by another call."""
        self._filter = row_filter
        self.reload()

    def reload(self) -> None:
        """Read the rows anew."""
        self.beginResetModel()
        self._rows = self._read_rows()
        self._row_of = None
        self._sourced = self.shows_source
        self.endResetModel()
        self.reordered.emit()

    def apply(self, changes: Changes) -> None:
        """Follow what happened in the project."""
        if changes.structure and self.shows_source != self._sourced:
            self.reload()  # the Chinese came or went: the columns are others, the rows the same
        elif changes.structure:
            self._follow(self._read_rows())
        if changes.segments and not changes.structure:
            self._touch(changes.segments)
        if changes.issues:
            self._touch(changes.issues)

    def segment(self, row: int) -> Segment | None:
        """Return the segment of a row, or None for a heading."""
        key = self._rows[row] if 0 <= row < len(self._rows) else -1
        return self._context.session.state.segments.get(SegmentId(key)) if key >= 0 else None

    def heading(self, row: int) -> Document | None:
        """Return the document a row is the heading of, or None."""
        key = self._rows[row] if 0 <= row < len(self._rows) else 0
        if key >= 0:
            return None
        state = self._context.session.state
        return state.documents[state.document_order[-key - 1]]

    def headings(self) -> Iterable[int]:
        """Return the rows that are headings."""
        return (row for row, key in enumerate(self._rows) if key < 0)

    def row_of(self, segment: SegmentId | None) -> int | None:
        """Return the row of a segment, or None where it is not shown."""
        if self._row_of is None:
            self._row_of = {key: row for row, key in enumerate(self._rows)}
        return None if segment is None else self._row_of.get(segment)

    def ids(self) -> list[int]:
        """Return what the rows hold, segment ids and negative headings; not to be changed."""
        return self._rows

    def issues(self, segment: SegmentId) -> tuple[Issue, ...]:
        """Return the open flags of a segment."""
        return self._context.project.checking.issues(segment)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return {
            Column.NUMBER: self.tr("#"),
            Column.SOURCE: self.tr("Source (Chinese)"),
            Column.BASELINE: self.tr("As it was"),
            Column.TARGET: self.tr("As it will be") if self._sides else self.tr("Translation (English)"),
            Column.STATUS: self.tr("Status"),
        }[Column(section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what a cell allows; a heading cannot be chosen."""
        if self._rows[index.row()] < 0:
            return Qt.ItemFlag.ItemIsEnabled
        allowed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.TARGET and self._context.writable:
            allowed |= Qt.ItemFlag.ItemIsEditable
        return allowed

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a cell's text, its wording for a screen reader, or its hint."""
        row, column = index.row(), Column(index.column())
        if role == Role.DisplayRole:
            return self._text(row, column)
        if role == Role.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Role.ToolTipRole and column is Column.STATUS:
            return plain_tip(self._status(row))
        if role == Role.ToolTipRole and column is Column.NUMBER and (segment := self.segment(row)) is not None:
            return plain_tip(comment_hint(self._context, segment)) or None
        return None

    def _text(self, row: int, column: Column) -> str | None:
        segment = self.segment(row)
        if segment is None:
            heading = self.heading(row)
            return heading.title if heading is not None and column is Column.NUMBER else None
        if column is Column.NUMBER:
            return str(self._context.session.state.position(segment.id) + 1)
        if column is Column.STATUS:
            return None
        if column is Column.BASELINE:
            return segment.baseline
        return segment.source if column is Column.SOURCE else segment.target

    def _spoken(self, row: int, column: Column) -> str:
        segment = self.segment(row)
        if segment is None:
            heading = self.heading(row)
            return self.tr("Document %1").replace("%1", heading.title) if heading else ""
        state = self._context.session.state
        place = (
            self.tr("segment %1 of %2")
            .replace("%1", self._context.language.number(state.position(segment.id) + 1))
            .replace("%2", self._context.language.number(len(state.order[segment.document])))
        )
        if column is Column.STATUS:
            return f"{place}, {self._status(row)}"
        side = {
            Column.SOURCE: self.tr("source"),
            Column.BASELINE: self.tr("as it was"),
        }.get(column, self.tr("translation"))
        words = self._text(row, column)
        empty = self.tr("empty")
        return f"{place}, {side}: {words or empty}, {self._status(row)}"

    def _status(self, row: int) -> str:
        segment = self.segment(row)
        if segment is None:
            return ""
        parts = [self.state_name(segment)]
        if talking := len(open_threads(self._context.session.state, segment.id)):
            parts.append(self.tr("%n open thread(s)", "", talking))
        issues = self.issues(segment.id)
        parts.extend(
            said
            for level, said in (
                (Level.ERROR, self.tr("%n error(s)", "", _count(issues, Level.ERROR))),
                (Level.WARNING, self.tr("%n warning(s)", "", _count(issues, Level.WARNING))),
                (Level.INFO, self.tr("%n hint(s)", "", _count(issues, Level.INFO))),
            )
            if _count(issues, level)
        )
        parts.extend(self._context.render(issue.message) for issue in issues[:3])
        return "\n".join(parts) if len(parts) > 1 else parts[0]

    def state_name(self, segment: Segment) -> str:
        """Return what the state of a segment is called."""
        if segment.asked_back:
            return self.tr("asked back")
        if segment.state is SegmentState.INITIAL:
            return self.tr("edited, not confirmed") if segment.edited else self.tr("not started")
        return {
            SegmentState.TRANSLATED: self.tr("confirmed"),
            SegmentState.REVIEWED: self.tr("reviewed"),
            SegmentState.FINAL: self.tr("final"),
        }[segment.state]

    def _read_rows(self) -> list[int]:
        if not self._context.is_open:
            return []
        state = self._context.session.state
        documents = [key for key in state.document_order if self.document in (None, key)]
        with_headings = len(documents) > 1
        passes = None if self._filter.empty else self._filter.test(self.issues)
        rows: list[int] = []
        for document in documents:
            keys: Iterable[int] = state.order[document]
            if passes is not None:
                keys = [key for key in state.order[document] if passes(state.segments[key])]
                if not keys:
                    continue
            if with_headings:
                rows.append(-1 - state.document_order.index(document))
            rows.extend(keys)
        return rows

    def _follow(self, rows: list[int]) -> None:
        """Take over new rows, telling Qt the least: what came and went between equal ends."""
        old = self._rows
        shortest = min(len(old), len(rows))
        head = 0
        while head < shortest and old[head] == rows[head]:
            head += 1
        tail = 0
        while tail < shortest - head and old[-1 - tail] == rows[-1 - tail]:
            tail += 1
        if max(len(old), len(rows)) - head - tail > SMALL_CHANGE or any(
            key < 0 for key in (*old[head : len(old) - tail], *rows[head : len(rows) - tail])
        ):
            self.reload()
            return
        if head < len(old) - tail:
            self.beginRemoveRows(ROOT, head, len(old) - tail - 1)
            self._rows = old[:head] + old[len(old) - tail :]
            self._row_of = None
            self.endRemoveRows()
        if head < len(rows) - tail:
            self.beginInsertRows(ROOT, head, len(rows) - tail - 1)
            self._rows = rows
            self._row_of = None
            self.endInsertRows()
        if self._rows:
            # Numbers after the change, and texts beside it, are others now.
            first = max(0, head - 1)
            self.dataChanged.emit(self.index(first, 0), self.index(len(self._rows) - 1, Column.STATUS))

    def _touch(self, segments: Iterable[SegmentId]) -> None:
        rows = sorted(row for key in segments if (row := self.row_of(key)) is not None)
        # Found all over the project: telling them one by one takes longer than painting once.
        if len(rows) > MANY_TOUCHED:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], Column.STATUS))
            return
        first = last = -1
        # Run by run: one range from first to last would repaint what lies between, which mostly is what is in sight.
        for row in (*rows, -1):
            if row != last + 1:
                if first >= 0:
                    self.dataChanged.emit(self.index(first, 0), self.index(last, Column.STATUS))
                first = row
            last = row


def _count(issues: tuple[Issue, ...], level: Level) -> int:
    return sum(issue.level is level for issue in issues)
