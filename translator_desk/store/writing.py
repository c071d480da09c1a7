"""Writes batches: all tables of one step of work, and the revisions that seal them, in the caller's transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from translator_desk.model.document import Document
from translator_desk.model.ids import WHOLE_PROJECT, DocumentId, SegmentId, new_revision_id
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.model.state import SegmentState
from translator_desk.store import faults, records, schema
from translator_desk.store.audit import link
from translator_desk.store.base import ChainHead, ChangeBatch, SegmentWrite
from translator_desk.store.positions import counted, positions
from translator_desk.store.seal import document_seal, list_seal, sealed, segment_seal

_Order = Mapping[DocumentId, Sequence[SegmentId]]


class BatchWriter:
    """Writes one batch into an open transaction.

    Args:
        connection: In a transaction; the caller ends it.
        path: The project, as errors name it.
        mark: How the driver writes the place of a value in a statement.
        driver_error: What the driver raises.
    """

    def __init__(self, connection: Connection, path: Path, mark: str, driver_error: type[Exception]) -> None:
        self._connection = connection
        self._path = path
        self._mark = mark
        self._driver_error = driver_error
        self._with_it: dict[str, Any] = {}

    def write_import(
        self, documents: Sequence[Document], segments: Sequence[Segment], revisions: Sequence[Revision]
    ) -> None:
        """Write new documents with all of their segments, which are given in reading order."""
        if revisions and self._is_written(revisions[0]):
            return
        self._documents(ChangeBatch(documents=tuple(documents)))
        self._insert_segments(segments, counted(segments))
        order: dict[DocumentId, list[SegmentId]] = {document.id: [] for document in documents}
        for segment in segments:
            order.setdefault(segment.document, []).append(segment.id)
        self._seal_orders(order)
        self._append(revisions, segments)

    def write(self, batch: ChangeBatch) -> None:
        """Write a batch, unless it is there already."""
        if batch.revisions and self._is_written(batch.revisions[0]):
            return
        self._documents(batch)
        self._segments(batch)
        self._decisions(batch)
        self._comments(batch)
        self._seal_orders(batch.order)
        self._append(batch.revisions, [write.segment for write in batch.segments])
        self._clear(batch)

    def _is_written(self, revision: Revision) -> bool:
        """Return whether the batch is in the store: one transaction wrote all of its revisions or none."""
        table = schema.revision
        kept = self._connection.execute(select(table.c.record).where(table.c.id == revision.id)).scalar_one_or_none()
        if kept is not None and records.revision_of_record(kept) != revision:
            raise ValueError(f"two different revisions have the id {revision.id}")
        return kept is not None

    # Documents and segments

    def _documents(self, batch: ChangeBatch) -> None:
        connection, table = self._connection, schema.document
        seals: dict[str, str | None] = {}
        for key in batch.removed_documents:
            self._drop_segments(key)
            connection.execute(delete(table).where(table.c.id == key))
            seals[key] = None
        known = dict(connection.execute(select(table.c.id, table.c.position)).all()) if batch.documents else {}
        last = max(known.values(), default=-1)
        rows = []
        for document in batch.documents:
            position = known.get(document.id)
            if position is None:
                position = last = last + 1
            else:
                connection.execute(delete(table).where(table.c.id == document.id))
            row = records.document_row(document, position)
            seals[document.id] = document_seal(row)
            rows.append(row)
        self._insert_rows("document", records.DOCUMENT_COLUMNS, rows)
        for position, key in enumerate(batch.document_order or ()):
            connection.execute(update(table).where(table.c.id == key).values(position=position))
        if seals:
            self._with_it["documents"] = seals
        if seals or batch.document_order is not None:
            listed = connection.execute(select(table.c.id).order_by(table.c.position)).scalars()
            self._with_it["listed"] = list_seal(listed)

    def _drop_segments(self, document: DocumentId) -> None:
        table = schema.segment
        of_document = self._connection.execute(select(table.c.id).where(table.c.document == document)).scalars()
        self._with_it.setdefault("segments", {}).update(dict.fromkeys(map(str, of_document)))
        self._with_it.setdefault("order", {})[document] = None
        self._connection.execute(delete(table).where(table.c.document == document))

    def _segments(self, batch: ChangeBatch) -> None:
        self._many("DELETE FROM segment WHERE id = ?", [(key,) for key in batch.removed])
        if batch.removed:
            self._with_it.setdefault("segments", {}).update(dict.fromkeys(map(str, batch.removed)))
        new = [write.segment for write in batch.segments if write.expected_version is None]
        changed = [write for write in batch.segments if write.expected_version is not None]
        placed = self._new_positions(batch.order, {segment.id for segment in new})
        self._insert_segments(new, (placed.pop(segment.id) for segment in new))
        names = [name for name in records.SEGMENT_COLUMNS.split(", ") if name not in ("id", "position")]
        written = self._many(
            f"UPDATE segment SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ? AND version = ?",
            [_update_row(write) for write in changed],
        )
        if written != len(changed):
            raise faults.stale(self._path, self._not_taken(changed))
        self._many(
            "UPDATE segment SET position = ? WHERE id = ?", [(position, key) for key, position in placed.items()]
        )

    def _insert_segments(self, segments: Sequence[Segment], places: Iterable[int]) -> None:
        try:
            self._insert_rows("segment", records.SEGMENT_COLUMNS, map(records.segment_row, segments, places))
        except self._driver_error as error:
            if faults.is_taken(error):
                raise faults.stale(self._path, [segment.id for segment in segments]) from error
            raise

    def _not_taken(self, changed: Sequence[SegmentWrite]) -> list[SegmentId]:
        """Return the segments whose update found another version than it expected."""
        table = schema.segment
        wanted = select(table.c.version, table.c.target)
        now = {
            write.segment.id: self._connection.execute(wanted.where(table.c.id == write.segment.id)).one_or_none()
            for write in changed
        }
        return [
            write.segment.id
            for write in changed
            if now[write.segment.id] != (write.segment.version, write.segment.target)
        ]

    def _new_positions(self, order: _Order, new: set[SegmentId]) -> dict[SegmentId, int]:
        """Return the position of every new segment, and of every other one that must move."""
        if not order:
            if new:
                raise ValueError("a new segment needs its place in the order of its document")
            return {}
        rows = self._connection.exec_driver_sql("SELECT id, position FROM segment").all()
        known = {SegmentId(key): position for key, position in rows if key not in new}
        moved: dict[SegmentId, int] = {}
        for ids in order.values():
            moved |= positions(ids, known)
        return moved

    def _seal_orders(self, order: _Order) -> None:
        if order:
            self._with_it.setdefault("order", {}).update({key: list_seal(ids) for key, ids in order.items()})

    # History

    def _append(self, revisions: Sequence[Revision], segments: Sequence[Segment]) -> None:
        """Append the revisions with the seals of all that was written; what nobody did in words is written too."""
        written = {segment.id: segment for segment in segments}
        last = {revision.segment: at for at, revision in enumerate(revisions)}
        silent = {str(key): _seal_of(one) for key, one in written.items() if key not in last}
        if silent:
            self._with_it["segments"] = silent | self._with_it.get("segments", {})
        if not revisions:
            if not self._with_it:
                return
            revisions = (_unsaid(),)
        at_end = len(revisions) - 1
        begin = head(self._connection)
        end = [begin.length, begin.hash]

        def rows() -> Iterator[tuple[Any, ...]]:
            number, hash_ = begin.length, begin.hash
            for at, revision in enumerate(revisions):
                number += 1
                left = written.get(revision.segment) if last.get(revision.segment) == at else None
                record = sealed(
                    records.revision_record(revision),
                    None if left is None else _seal_of(left),
                    self._with_it if at == at_end else None,
                )
                hash_ = link(hash_, number, record)
                yield number, revision.id, revision.segment, record, hash_
            end[:] = number, hash_

        self._insert_rows("revision", "number, id, segment, record, hash", rows())
        self._connection.execute(update(schema.chain).values(length=end[0], hash=end[1]))

    # Decisions, comments, drafts

    def _decisions(self, batch: ChangeBatch) -> None:
        if batch.waivers is not None:
            self._connection.execute(delete(schema.waiver))
            kept = [records.waiver_record(waiver) for waiver in batch.waivers]
            self._insert_rows("waiver", "position, record", enumerate(kept))
            self._with_it["waivers"] = list_seal(kept)
        meta = {
            "title": batch.title,
            "four_eyes": None if batch.four_eyes is None else str(int(batch.four_eyes)),
            "profile": batch.profile,
            "check_levels": None if batch.check_levels is None else records.to_json(dict(batch.check_levels)),
            "term_bases": None if batch.term_bases is None else records.to_json(batch.term_bases),
            "name_decisions": None if batch.name_decisions is None else records.decisions_json(batch.name_decisions),
        }
        facts = {key: value for key, value in meta.items() if value is not None}
        set_meta(self._connection, facts)
        if facts:
            self._with_it["meta"] = {key: list_seal([value]) for key, value in facts.items()}

    def _comments(self, batch: ChangeBatch) -> None:
        gone = [*batch.removed_comments, *(comment.id for comment in batch.comments)]
        self._many("DELETE FROM comment WHERE id = ?", [(key,) for key in gone])
        said = [(one.id, one.segment, one.time.isoformat(), records.comment_record(one)) for one in batch.comments]
        self._insert_rows("comment", "id, segment, time, record", said)
        if gone:
            self._with_it["comments"] = dict.fromkeys(gone) | {row[0]: list_seal(row) for row in said}

    def _clear(self, batch: ChangeBatch) -> None:
        authors = sorted({revision.author for revision in batch.revisions})
        self._many(
            "DELETE FROM draft WHERE segment = ? AND author = ?",
            [(key, author) for key in batch.cleared_drafts for author in authors],
        )

    # The connection

    def _insert_rows(self, table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" for _ in columns.split(", "))
        self._many(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)

    def _many(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> int:
        """Run a statement for each row, past SQLAlchemy, which would want a list of them; return the rows touched."""
        cursor = self._connection.connection.cursor()
        try:
            # SQLAlchemy asks for a sequence; the drivers take rows as they come, and memory stays free.
            cursor.executemany(statement.replace("?", self._mark), rows)  # type: ignore[arg-type]
            return max(0, cursor.rowcount)
        finally:
            cursor.close()


def head(connection: Connection) -> ChainHead:
    """Return where the history ends now."""
    length, hash_ = connection.execute(select(schema.chain.c.length, schema.chain.c.hash)).one()
    return ChainHead(length, hash_)


def set_meta(connection: Connection, values: Mapping[str, str]) -> None:
    """Put facts about the project in place of those of the same names."""
    table = schema.meta
    for key, value in values.items():
        connection.execute(delete(table).where(table.c.key == key))
        connection.execute(insert(table).values(key=key, value=value))


def _seal_of(segment: Segment) -> str:
    return segment_seal(records.segment_row(segment, 0))


def _update_row(write: SegmentWrite) -> tuple[Any, ...]:
    row = records.segment_row(write.segment, 0)
    return (row[1], *row[3:], row[0], write.expected_version)


def _unsaid() -> Revision:
    """Return the line of the record for a change that came without one."""
    now = dt.datetime.now(dt.UTC)
    return Revision(
        new_revision_id(), WHOLE_PROJECT, RevisionKind.STATE, "", now, 0, "", "", None, SegmentState.INITIAL
    )
