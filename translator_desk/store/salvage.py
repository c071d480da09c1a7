"""Reads what is left of a damaged project file: row by row, past the pages that SQLite cannot read."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from translator_desk.model.comment import Comment
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.segment import Segment
from translator_desk.store import faults
from translator_desk.store.reading import readable
from translator_desk.store.records import (
    DOCUMENT_COLUMNS,
    SEGMENT_COLUMNS,
    comment_of_record,
    document_of_row,
    revision_of_record,
    segment_of_row,
)

T = TypeVar("T")
Row = tuple[Any, ...]

_BEYOND = 4096
"""Where even the highest row number cannot be read: so many rows are looked for behind the last one found."""
_MOST_FAILURES = 20_000
_MISFITS = (ValueError, KeyError, TypeError, IndexError, AttributeError)
"""What making a value of a spoilt row may raise."""


@dataclass(frozen=True, slots=True)
class LeftDocument:
    """What is left of one document.

    Attributes:
        id: Its id.
        title: Its title; its id where that is lost.
        segments: In reading order.
        lost: Up to how many segments that stood between or before these cannot be read.
    """

    id: DocumentId
    title: str
    segments: tuple[Segment, ...]
    lost: int


@dataclass(frozen=True, slots=True)
class Remains:
    """What is left of a project.

    Attributes:
        documents: As listed in the project, as far as that can be told.
        from_history: Segments that stand as the history last had them; their own rows cannot be read.
        typed: Typing that was in no revision yet, by segment.
        comments: Remarks, oldest first.
        unread: Tables of which something cannot be read, by name, with the number of spoilt rows that were met;
            rows inside a page that is gone cannot be counted.
    """

    documents: tuple[LeftDocument, ...]
    from_history: frozenset[SegmentId]
    typed: Mapping[SegmentId, str]
    comments: tuple[Comment, ...]
    unread: Mapping[str, int]

    @property
    def empty(self) -> bool:
        """Whether no text is left."""
        return not any(one.segments for one in self.documents)


def remains_of(path: Path) -> Remains:
    """Return what can be read of a project file, be it damaged; the file itself is not touched.

    Raises:
        StoreError: It is not there, is empty, or is no project file.
    """
    with readable(path) as uri:
        try:
            connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        except sqlite3.Error as error:
            raise faults.not_read(path, error) from error
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        with contextlib.closing(connection):
            return _Reader(connection).remains()


class _Reader:
    """One damaged database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._unread: dict[str, int] = {}
        self._gone: dict[str, set[int]] = {}
        """Row numbers, by table, at which nothing can be read."""

    def remains(self) -> Remains:
        documents = self._values("document", DOCUMENT_COLUMNS, lambda row: (row[1], document_of_row(row)))
        rows = self._values("segment", SEGMENT_COLUMNS, lambda row: (row[2], _checked(segment_of_row(row))))
        at = {segment.id: (segment, position) for position, segment in rows}
        from_history = self._from_history(at) if "segment" in self._unread else {}
        places = {key: (one.document, float(position)) for key, (one, position) in at.items()}
        segments = {key: one for key, (one, _) in at.items()}
        known = sorted(at)
        for key, revived in from_history.items():
            before = _neighbour(key, known)
            document, position = places[before] if before is not None else (DocumentId("history"), 0.0)
            places[key] = (document, position + (key - (before or 0)) / 1e9)
            segments[key] = replace(revived, document=document, paragraph=at[before][0].paragraph if before else 0)
        # Behind the last segment found nobody can say whether there were more.
        gaps = [
            before
            for key in map(SegmentId, self._gone.get("segment", ()))
            if known and key < known[-1] and key not in segments and (before := _neighbour(key, known)) is not None
        ]
        titles = {one.id: one.title for _, one in sorted(documents, key=lambda pair: pair[0])}
        for document, _ in places.values():
            titles.setdefault(document, document)
        left = []
        for document, title in titles.items():
            here = sorted((key for key, (one, _) in places.items() if one == document), key=lambda key: places[key][1])
            lost = sum(places[before][0] == document for before in gaps)
            left.append(LeftDocument(document, title, tuple(segments[key] for key in here), lost))
        typed = dict(self._values("draft", "segment, text", lambda row: (SegmentId(int(row[0])), str(row[1]))))
        remarks = self._values("comment", "time, record", lambda row: (str(row[0]), comment_of_record(row[1])))
        comments = tuple(one for _, one in sorted(remarks, key=lambda pair: pair[0]))
        return Remains(tuple(left), frozenset(from_history), typed, comments, self._unread)

    def _from_history(self, at: Mapping[SegmentId, object]) -> dict[SegmentId, Segment]:
        """Return segments without a row of their own as their last revision has them."""
        latest: dict[SegmentId, Segment] = {}
        for one in self._values("revision", "record", lambda row: revision_of_record(row[0])):
            if one.segment not in at:
                latest[one.segment] = Segment(
                    one.segment, DocumentId(""), 0, one.source, one.target, " ", state=one.state, redline=one.redline
                )
        return latest

    def _values(self, table: str, columns: str, make: Callable[[Row], T]) -> list[T]:
        values = []
        for row in self._rows(table, columns):
            try:
                values.append(make(row))
            except _MISFITS:
                self._unread[table] = self._unread.get(table, 0) + 1
        return values

    def _rows(self, table: str, columns: str) -> Iterable[Row]:
        try:
            known = {row[1] for row in self._connection.execute(f"PRAGMA table_info({table})")}
        except sqlite3.DatabaseError:
            known = set()
        if not known:
            self._unread.setdefault(table, 0)
            return []
        # A file of an earlier version lacks some columns.
        chosen = ", ".join(one if one in known else "NULL" for one in columns.split(", "))
        found: dict[int, Row] = {}
        failures = 0
        query = f"SELECT rowid, {chosen} FROM {table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
        ranges = [(0, 2**62)]
        while ranges:
            low, high = ranges.pop()
            try:
                for number, *row in self._connection.execute(query, (low, high)):
                    found[number] = tuple(row)
                    low = number + 1
            except sqlite3.DatabaseError:
                self._unread.setdefault(table, 0)
                failures += 1
                if failures > _MOST_FAILURES:
                    break
                high = min(high, self._highest(table, low))
                if low == high:
                    self._gone.setdefault(table, set()).add(low)
                elif low < high:
                    middle = (low + high) // 2
                    ranges += [(middle + 1, high), (low, middle)]
        return [found[number] for number in sorted(found)]

    def _highest(self, table: str, low: int) -> int:
        try:
            return int(self._connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0])
        except (sqlite3.DatabaseError, TypeError):
            return low + _BEYOND


def _neighbour(key: SegmentId, known: Sequence[SegmentId]) -> SegmentId | None:
    """Return the segment of ``known`` (sorted) that most likely stood before one whose row is gone."""
    return known[max(0, bisect_left(known, key) - 1)] if known else None


def _checked(segment: Segment) -> Segment:
    """Return a segment that is one.

    Raises:
        ValueError: Its texts are no texts.
    """
    if not all(isinstance(one, str) for one in (segment.source, segment.target, segment.separator, segment.document)):
        raise ValueError(json.dumps(segment.id, default=str))
    return segment
