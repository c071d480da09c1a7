"""The flags of the project by row: filtered, sorted, and kept up to date without reading all of them at every key."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QIcon

from translator_desk.checks.registry import check_by_id
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.severity import Level
from translator_desk.text.scripts import simplify
from translator_desk.ui.context import DeskContext
from translator_desk.ui.fix_words import in_a_cell
from translator_desk.ui.icons import icon
from translator_desk.ui.model_index import ROOT, Index, Role

FEW = 40
"""Up to so many changed segments are put in place one by one; more are read anew with all the others."""


class Column(IntEnum):
    """The columns."""

    LEVEL = 0
    MESSAGE = 1
    FIX = 2
    CHECK = 3
    DOCUMENT = 4
    SEGMENT = 5


@dataclass(frozen=True, slots=True)
class FlagFilter:
    """A wish to see some flags only.

    Attributes:
        text: Words that must stand in the message, the words concerned, the fix or the document's name.
        levels: Which levels; empty for all.
        check: One check, or "" for all.
        document: One document, or None for all.
    """

    text: str = ""
    levels: frozenset[Level] = frozenset()
    check: str = ""
    document: DocumentId | None = None

    @property
    def empty(self) -> bool:
        """Whether everything is shown."""
        return self == FlagFilter(text=self.text) and not self.words

    @property
    def words(self) -> str:
        """The words as they are compared."""
        return simplify(self.text.strip().casefold())


class FlagModel(QAbstractTableModel):
    """Flags by row, in reading order or sorted by a column.

    Attributes:
        rows: The flags shown; not to be changed.
        by_check: How many flags each check had when all were read last.
    """

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: list[Issue] = []
        self.by_check: Counter[CheckId] = Counter()
        self._filter = FlagFilter()
        self._sorted_by: Column | None = None
        self._descending = False
        self._all: tuple[Issue, ...] | None = None
        self._side_by_side: list[str] | None = None
        self._words: dict[int, tuple[Issue, str]] = {}
        self._checks: dict[CheckId, str] = {}
        self._rank: dict[DocumentId, int] = {}
        self._icons: dict[tuple[str, Level], QIcon] = {}

    @property
    def flag_filter(self) -> FlagFilter:
        """What is shown."""
        return self._filter

    def show(self, flag_filter: FlagFilter, *, anew: bool = False) -> None:
        """Show the flags that pass a filter, of those read last or of all read ``anew``."""
        self._filter = flag_filter
        if anew:
            self._all = self._side_by_side = None
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by a negative one, put the flags back into reading order."""
        self._sorted_by = Column(column) if column >= 0 else None
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._arrange()

    def read(self) -> None:
        """Read all flags anew."""
        self._all = self._side_by_side = None
        self._arrange()

    def _arrange(self) -> None:
        """Filter and sort what was read."""
        if self._all is None:
            self._all = self._context.project.checking.all_issues()
            self.by_check = Counter(issue.check for issue in self._all)
            self._rank = {key: number for number, key in enumerate(self._context.session.state.document_order)}
            if len(self._words) > 2 * len(self._all) + FEW:
                self._words.clear()
        rows = self._passing(self._all, self._words_of_all() if self._filter.words else ())
        if self._sorted_by is not None:
            rows.sort(key=self._sort_key(self._sorted_by), reverse=self._descending)
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def put(self, segments: Iterable[SegmentId]) -> bool:
        """Exchange the rows of a few segments, leaving the others where they are.

        Returns:
            Whether that could be done; if not, ``read`` must be called.
        """
        segments = tuple(segments)
        if self._sorted_by is not None or len(segments) > FEW:
            return False
        if not all(map(self._is_there, segments)):
            return False
        self._all = self._side_by_side = None
        for key in segments:
            flags = self._context.project.checking.issues(key)
            words = [self._searchable(one) for one in flags] if self._filter.words else ()
            self._exchange(key, self._passing(flags, words))
        return True

    def row_of(self, issue: Issue) -> int | None:
        """Return the row of a flag, or of the one that took its place after an edit, or None."""
        if self._sorted_by is None and self._is_there(issue.segment):
            start, end = self._range(issue.segment)
        else:
            start, end = 0, len(self.rows)
        alike = None
        for row in range(start, end):
            one = self.rows[row]
            if one is issue or one == issue:
                return row
            if one.segment == issue.segment and one.check == issue.check and one.fingerprint == issue.fingerprint:
                alike = row
        return alike

    def row_at(self, segment: SegmentId | None) -> int:
        """Return the row of the first flag at or after a segment; the first row where there is none."""
        if segment is None or self._sorted_by is not None or not self._is_there(segment):
            return 0
        return min(self._range(segment)[0], max(len(self.rows) - 1, 0))

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of flags shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return {
            Column.LEVEL: "",
            Column.MESSAGE: self.tr("What is wrong"),
            Column.FIX: self.tr("Write instead"),
            Column.CHECK: self.tr("Check"),
            Column.DOCUMENT: self.tr("Document"),
            Column.SEGMENT: self.tr("#"),
        }[Column(section)]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a cell's text, icon, or wording for a screen reader."""
        if not index.isValid():
            return None
        issue, column = self.rows[index.row()], Column(index.column())
        if role == Role.DisplayRole:
            return self._text(issue, column)
        if role == Role.DecorationRole and column is Column.LEVEL:
            return self._icon(issue.level)
        if role == Role.ForegroundRole and column in (Column.CHECK, Column.DOCUMENT, Column.SEGMENT):
            return self._context.themes.current.colour("muted")
        if role == Role.AccessibleTextRole:
            return self.level_name(issue.level) if column is Column.LEVEL else self._text(issue, column)
        return None

    def level_name(self, level: Level) -> str:
        """Return what a level is called."""
        return {
            Level.ERROR: self.tr("error"),
            Level.WARNING: self.tr("warning"),
            Level.INFO: self.tr("hint"),
        }[level]

    def check_name(self, check: CheckId) -> str:
        """Return what a check is called."""
        known = self._checks.get(check)
        if known is None:
            try:
                known = self._context.language.render(check_by_id(check).title)
            except KeyError:
                known = check
            self._checks[check] = known
        return known

    def warm(self, flags: Iterable[Issue]) -> None:
        """Note the words by which these flags are found, so that filtering need not."""
        for issue in flags:
            self._searchable(issue)

    def retell(self) -> None:
        """Take all words anew in the language in force."""
        self._words.clear()
        self._side_by_side = None
        self._checks.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Column) - 1))

    def _text(self, issue: Issue, column: Column) -> str:
        state = self._context.session.state
        if column is Column.MESSAGE:
            return _flat(self._context.render(issue.message))
        if column is Column.CHECK:
            return self.check_name(issue.check)
        if column is Column.FIX:
            return in_a_cell(issue.fixes[0].replacement) if issue.fixes else ""
        if column is Column.DOCUMENT:
            document = state.documents.get(issue.document)
            return document.title if document is not None else ""
        if column is Column.SEGMENT and issue.segment in state.segments:
            return str(state.position(issue.segment) + 1)
        return ""

    def words(self, issue: Issue) -> str:
        """Return the words of the target that a flag points at, else those of the source."""
        segment = self._context.session.state.segments.get(issue.segment)
        if segment is None:
            return ""
        text = segment.target if issue.part is FixPart.TARGET else segment.separator
        words = issue.target.of(text) if issue.target is not None else ""
        return _flat(words or (issue.source.of(segment.source) if issue.source is not None else ""))

    def _icon(self, level: Level) -> QIcon:
        theme = self._context.themes.current
        known = self._icons.get((theme.name, level))
        if known is None:
            known = self._icons[theme.name, level] = icon(f"level-{level.value}", theme.colour(level.value))
        return known

    def _exchange(self, segment: SegmentId, now: list[Issue]) -> None:
        start, end = self._range(segment)
        if self.rows[start:end] == now:
            return
        same = min(end - start, len(now))
        if same:
            self.rows[start : start + same] = now[:same]
            self.dataChanged.emit(self.index(start, 0), self.index(start + same - 1, len(Column) - 1))
        if end - start > same:
            self.beginRemoveRows(ROOT, start + same, end - 1)
            del self.rows[start + same : end]
            self.endRemoveRows()
        if len(now) > same:
            self.beginInsertRows(ROOT, start + same, start + len(now) - 1)
            self.rows[start + same : start + same] = now[same:]
            self.endInsertRows()

    def _range(self, segment: SegmentId) -> tuple[int, int]:
        """Return where the rows of a segment begin and end, in reading order."""
        place = self._place(segment)
        start = end = bisect_left(self.rows, place, key=lambda issue: self._place(issue.segment))
        while end < len(self.rows) and self.rows[end].segment == segment:
            end += 1
        return start, end

    def _place(self, segment: SegmentId) -> tuple[int, int]:
        state = self._context.session.state
        return self._rank[state.segments[segment].document], state.position(segment)

    def _is_there(self, segment: SegmentId) -> bool:
        found = self._context.session.state.segments.get(segment)
        return found is not None and found.document in self._rank

    def _sort_key(self, column: Column) -> Callable[[Issue], Any]:
        if column is Column.LEVEL:
            return lambda issue: -issue.level.rank
        if column in (Column.SEGMENT, Column.DOCUMENT):
            return lambda issue: self._rank.get(issue.document, 0)
        if column is Column.MESSAGE:
            return self._searchable
        if column is Column.CHECK:
            return lambda issue: self.check_name(issue.check)
        return lambda issue: issue.fixes[0].replacement.casefold() if issue.fixes else ""

    def _passing(self, flags: Sequence[Issue], words: Sequence[str]) -> list[Issue]:
        """Return those that the filter lets through; ``words`` are those of each, where the filter asks for words."""
        wish = self._filter
        rows = list(flags)
        if text := wish.words:
            rows = [one for one, its in zip(flags, words, strict=True) if text in its]
        if wish.document is not None:
            rows = [one for one in rows if one.document == wish.document]
        if wish.check:
            rows = [one for one in rows if one.check == wish.check]
        if wish.levels:
            rows = [one for one in rows if one.level in wish.levels]
        return rows

    def _words_of_all(self) -> list[str]:
        """Return the words by which each flag is found; side by side they are looked through in a few milliseconds."""
        if self._side_by_side is None and self._all is not None:
            self._side_by_side = [self._searchable(one) for one in self._all]
        return self._side_by_side or []

    def _searchable(self, issue: Issue) -> str:
        known = self._words.get(id(issue))
        if known is None:
            document = self._context.session.state.documents.get(issue.document)
            words = "\n".join(
                (
                    self._context.render(issue.message),
                    issue.fixes[0].replacement if issue.fixes else "",
                    self.words(issue),
                    self.check_name(issue.check),
                    issue.check,
                    document.title if document is not None else "",
                )
            )
            # With the flag itself: its number is not another's as long as it is there.
            known = self._words[id(issue)] = issue, simplify(words.casefold())
        return known[1]


def _flat(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text
