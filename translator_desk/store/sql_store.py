"""The store on any database SQLAlchemy speaks to; what only one database does is left to its own store."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import json
import threading
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Text, delete, func, insert, or_, select, update
from sqlalchemy.exc import DBAPIError

from translator_desk.errors import StoreError
from translator_desk.model.comment import Comment
from translator_desk.model.document import Document
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.language_pair import LanguagePair
from translator_desk.model.project import Person, Project
from translator_desk.model.revision import Revision
from translator_desk.model.segment import Segment
from translator_desk.store import faults, records, schema
from translator_desk.store.audit import link
from translator_desk.store.base import ChainHead, ChangeBatch, Draft, SegmentWrite
from translator_desk.store.positions import counted, positions

_Order = Mapping[DocumentId, Sequence[SegmentId]]


class SqlStore:
    """A ``Store`` over one connection, which stays with the thread that made the store."""

    mark = "?"
    """How the driver writes the place of a value in a statement."""

    def __init__(self, engine: Engine, path: Path, *, read_only: bool = False) -> None:
        self._thread = threading.get_ident()
        self._path = path
        self._read_only = read_only
        self._engine = engine
        self._connection: Connection | None = engine.connect()
        self._driver_error: type[Exception] = engine.dialect.loaded_dbapi.Error

    @property
    def path(self) -> Path:
        """The project file."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Whether writing is refused."""
        return self._read_only

    # Reading

    def load(self) -> Project:
        """Return the whole project."""
        with self._understood():
            return self._project()

    def _project(self) -> Project:
        with self._reading() as connection:
            _require_texts(connection)
            meta = dict(connection.execute(select(schema.meta.c.key, schema.meta.c.value)).all())
            documents = connection.exec_driver_sql(f"SELECT {records.DOCUMENT_COLUMNS} FROM document ORDER BY position")
            listed = tuple(records.document_of_row(row) for row in documents)
            places: dict[str, list[tuple[int, Segment]]] = {document.id: [] for document in listed}
            # Past SQLAlchemy's rows, and sorted here: SQLite would copy every text to sort them.
            cursor = connection.connection.cursor()
            cursor.execute(f"SELECT {records.SEGMENT_COLUMNS} FROM segment ORDER BY id")
            with _no_collection():
                for row in cursor:  # type: ignore[attr-defined]
                    places[row[1]].append((row[2], records.segment_of_row(row)))
            cursor.close()
            waivers = connection.execute(select(schema.waiver.c.record).order_by(schema.waiver.c.position)).scalars()
            waived = tuple(records.waiver_of_record(record) for record in waivers)
        comments = self.comments()
        segments: dict[DocumentId, tuple[Segment, ...]] = {}
        for document in listed:
            placed = places[document.id]
            placed.sort(key=lambda one: one[0])
            segments[document.id] = tuple(segment for _, segment in placed)
        return Project(
            title=meta.get("title", ""),
            languages=LanguagePair(meta.get("source_language", "zh"), meta.get("target_language", "en")),
            documents=listed,
            segments=segments,
            waivers=waived,
            name_decisions=records.decisions_of_json(meta.get("name_decisions")),
            check_levels={CheckId(key): level for key, level in json.loads(meta.get("check_levels", "{}")).items()},
            profile=meta.get("profile", "standard"),
            term_bases=tuple(json.loads(meta.get("term_bases", "[]"))),
            comments=comments,
            four_eyes=meta.get("four_eyes", "1") == "1",
        )

    def comments(self) -> tuple[Comment, ...]:
        """Return all comments, oldest first."""
        table = schema.comment
        with self._reading() as connection:
            rows = connection.execute(select(table.c.record).order_by(table.c.time, table.c.id)).scalars().all()
        with self._understood():
            return tuple(records.comment_of_record(record) for record in rows)

    def revisions(self, segment: SegmentId | None = None) -> tuple[Revision, ...]:
        """Return the history of a segment, or of the whole project."""
        table = schema.revision
        wanted = select(table.c.record).order_by(table.c.number)
        if segment is not None:
            wanted = wanted.where(table.c.segment == segment)
        with self._reading() as connection:
            rows = connection.execute(wanted).scalars().all()
        with self._understood():
            return tuple(records.revision_of_record(record) for record in rows)

    def head(self) -> ChainHead:
        """Return where the history ends now."""
        with self._reading() as connection:
            return _head(connection)

    def next_segment_id(self) -> SegmentId:
        """Return an id that no segment ever had here."""
        with self._reading() as connection:
            last = [
                connection.execute(select(func.max(column))).scalar_one() or 0
                for column in (schema.segment.c.id, schema.revision.c.segment)
            ]
        return SegmentId(1 + max(last))

    def drafts(self) -> tuple[Draft, ...]:
        """Return all drafts, oldest first."""
        table = schema.draft
        columns = (table.c.segment, table.c.text, table.c.base_version, table.c.author, table.c.time)
        with self._reading() as connection:
            rows = connection.execute(select(*columns).order_by(table.c.time, table.c.segment)).all()
        return tuple(map(_draft_of_row, rows))

    def unsaved_drafts(self) -> tuple[Draft, ...]:
        """Return the drafts whose words are not in their segment, oldest first."""
        table, segment = schema.draft, schema.segment
        columns = (table.c.segment, table.c.text, table.c.base_version, table.c.author, table.c.time)
        wanted = (
            select(*columns)
            .select_from(table.outerjoin(segment, segment.c.id == table.c.segment))
            .where(or_(segment.c.target.is_(None), segment.c.target != table.c.text))
            .order_by(table.c.time, table.c.segment)
        )
        with self._reading() as connection:
            return tuple(map(_draft_of_row, connection.execute(wanted).all()))

    def people(self) -> tuple[Person, ...]:
        """Return who has worked on the project."""
        table = schema.person
        with self._reading() as connection:
            rows = connection.execute(select(table.c.name, table.c.role).order_by(table.c.name)).all()
        return tuple(Person(name, role) for name, role in rows)

    def session_state(self, who: str) -> str:
        """Return what the desk noted for this person, or ""."""
        table = schema.session_state
        with self._reading() as connection:
            return connection.execute(select(table.c.state).where(table.c.who == who)).scalar_one_or_none() or ""

    # Writing

    def save_documents(
        self, documents: Sequence[Document], segments: Sequence[Segment], revisions: Sequence[Revision] = ()
    ) -> None:
        """Write an import: all of it or nothing."""
        with self._writing() as connection:
            if revisions and self._is_written(connection, revisions[0]):
                return
            self._write_documents(connection, ChangeBatch(documents=tuple(documents)))
            self._insert_segments(connection, segments, counted(segments))
            self._append(connection, revisions)

    def save_changes(self, batch: ChangeBatch) -> None:
        """Write one step of work: all of it or nothing."""
        with self._writing() as connection:
            if batch.revisions and self._is_written(connection, batch.revisions[0]):
                return
            self._write_documents(connection, batch)
            self._write_segments(connection, batch)
            self._append(connection, batch.revisions)
            self._write_decisions(connection, batch)
            self._clear(connection, batch)

    def save_draft(self, segment: SegmentId, text: str, base_version: int, author: str) -> None:
        """Keep what is being typed."""
        with self._writing() as connection:
            connection.execute(_draft_of(segment, author))
            connection.execute(
                insert(schema.draft).values(
                    segment=segment,
                    author=author,
                    text=text,
                    base_version=base_version,
                    time=dt.datetime.now(dt.UTC).isoformat(),
                )
            )

    def clear_draft(self, segment: SegmentId, author: str) -> None:
        """Forget the author's draft of that segment."""
        with self._writing() as connection:
            connection.execute(_draft_of(segment, author))

    def save_person(self, person: Person) -> None:
        """Note who works on the project."""
        table = schema.person
        with self._writing() as connection:
            connection.execute(delete(table).where(table.c.name == person.name))
            connection.execute(insert(table).values(name=person.name, role=person.role))

    def save_session_state(self, who: str, state: str) -> None:
        """Keep JSON text for this person."""
        table = schema.session_state
        with self._writing() as connection:
            connection.execute(delete(table).where(table.c.who == who))
            connection.execute(insert(table).values(who=who, state=state))

    def close(self) -> None:
        """Let go of the connection; closing twice is allowed."""
        if self._connection is not None:
            connection, self._connection = self._own(), None
            connection.close()
            self._engine.dispose()

    # Parts of a batch

    def _is_written(self, connection: Connection, revision: Revision) -> bool:
        """Return whether the batch is in the store: one transaction wrote all of its revisions or none."""
        table = schema.revision
        record = connection.execute(select(table.c.record).where(table.c.id == revision.id)).scalar_one_or_none()
        if record is not None and record != records.revision_record(revision):
            raise ValueError(f"two different revisions have the id {revision.id}")
        return record is not None

    def _write_documents(self, connection: Connection, batch: ChangeBatch) -> None:
        table = schema.document
        for key in batch.removed_documents:
            connection.execute(delete(schema.segment).where(schema.segment.c.document == key))
            connection.execute(delete(table).where(table.c.id == key))
        if batch.documents:
            known = dict(connection.execute(select(table.c.id, table.c.position)).all())
            last = max(known.values(), default=-1)
            rows = []
            for document in batch.documents:
                position = known.get(document.id)
                if position is None:
                    position = last = last + 1
                else:
                    connection.execute(delete(table).where(table.c.id == document.id))
                rows.append(records.document_row(document, position))
            self._insert_rows(connection, "document", records.DOCUMENT_COLUMNS, rows)
        for position, key in enumerate(batch.document_order or ()):
            connection.execute(update(table).where(table.c.id == key).values(position=position))

    def _write_segments(self, connection: Connection, batch: ChangeBatch) -> None:
        self._many(connection, "DELETE FROM segment WHERE id = ?", [(key,) for key in batch.removed])
        new = [write.segment for write in batch.segments if write.expected_version is None]
        changed = [write for write in batch.segments if write.expected_version is not None]
        placed = self._new_positions(connection, batch.order, {segment.id for segment in new})
        self._insert_segments(connection, new, (placed.pop(segment.id) for segment in new))
        names = [name for name in records.SEGMENT_COLUMNS.split(", ") if name not in ("id", "position")]
        written = self._many(
            connection,
            f"UPDATE segment SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ? AND version = ?",
            [_update_row(write) for write in changed],
        )
        if written != len(changed):
            raise faults.stale(self._path, self._not_taken(connection, changed))
        self._many(
            connection,
            "UPDATE segment SET position = ? WHERE id = ?",
            [(position, key) for key, position in placed.items()],
        )

    def _insert_segments(self, connection: Connection, segments: Sequence[Segment], places: Iterable[int]) -> None:
        try:
            rows = map(records.segment_row, segments, places)
            self._insert_rows(connection, "segment", records.SEGMENT_COLUMNS, rows)
        except self._driver_error as error:
            if faults.is_taken(error):
                raise faults.stale(self._path, [segment.id for segment in segments]) from error
            raise

    def _not_taken(self, connection: Connection, changed: Sequence[SegmentWrite]) -> list[SegmentId]:
        """Return the segments whose update found another version than it expected."""
        wanted = select(schema.segment.c.version, schema.segment.c.target)
        now = {
            write.segment.id: connection.execute(wanted.where(schema.segment.c.id == write.segment.id)).one_or_none()
            for write in changed
        }
        return [
            write.segment.id
            for write in changed
            if now[write.segment.id] != (write.segment.version, write.segment.target)
        ]

    def _new_positions(self, connection: Connection, order: _Order, new: set[SegmentId]) -> dict[SegmentId, int]:
        """Return the position of every new segment, and of every other one that must move."""
        if not order:
            if new:
                raise ValueError("a new segment needs its place in the order of its document")
            return {}
        rows = connection.exec_driver_sql("SELECT id, position FROM segment").all()
        known = {SegmentId(key): position for key, position in rows if key not in new}
        moved: dict[SegmentId, int] = {}
        for ids in order.values():
            moved |= positions(ids, known)
        return moved

    def _append(self, connection: Connection, revisions: Sequence[Revision]) -> None:
        if not revisions:
            return
        head = _head(connection)
        end = [head.length, head.hash]

        def rows() -> Iterator[tuple[Any, ...]]:
            number, hash_ = head.length, head.hash
            for revision in revisions:
                number += 1
                record = records.revision_record(revision)
                hash_ = link(hash_, number, record)
                yield number, revision.id, revision.segment, record, hash_
            end[:] = number, hash_

        self._insert_rows(connection, "revision", "number, id, segment, record, hash", rows())
        connection.execute(update(schema.chain).values(length=end[0], hash=end[1]))

    def _write_decisions(self, connection: Connection, batch: ChangeBatch) -> None:
        if batch.waivers is not None:
            connection.execute(delete(schema.waiver))
            kept = [(place, records.waiver_record(waiver)) for place, waiver in enumerate(batch.waivers)]
            self._insert_rows(connection, "waiver", "position, record", kept)
        meta = {
            "title": batch.title,
            "four_eyes": None if batch.four_eyes is None else str(int(batch.four_eyes)),
            "profile": batch.profile,
            "check_levels": None if batch.check_levels is None else records.to_json(dict(batch.check_levels)),
            "term_bases": None if batch.term_bases is None else records.to_json(batch.term_bases),
            "name_decisions": None if batch.name_decisions is None else records.decisions_json(batch.name_decisions),
        }
        set_meta(connection, {key: value for key, value in meta.items() if value is not None})
        gone = [*batch.removed_comments, *(comment.id for comment in batch.comments)]
        self._many(connection, "DELETE FROM comment WHERE id = ?", [(key,) for key in gone])
        said = [(one.id, one.segment, one.time.isoformat(), records.comment_record(one)) for one in batch.comments]
        self._insert_rows(connection, "comment", "id, segment, time, record", said)

    def _clear(self, connection: Connection, batch: ChangeBatch) -> None:
        authors = sorted({revision.author for revision in batch.revisions})
        self._many(
            connection,
            "DELETE FROM draft WHERE segment = ? AND author = ?",
            [(key, author) for key in batch.cleared_drafts for author in authors],
        )

    # The connection

    def _insert_rows(self, connection: Connection, table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" for _ in columns.split(", "))
        self._many(connection, f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)

    def _many(self, connection: Connection, statement: str, rows: Iterable[tuple[Any, ...]]) -> int:
        """Run a statement for each row, past SQLAlchemy, which would want a list of them; return the rows touched."""
        cursor = connection.connection.cursor()
        try:
            # SQLAlchemy asks for a sequence; the drivers take rows as they come, and memory stays free.
            cursor.executemany(statement.replace("?", self.mark), rows)  # type: ignore[arg-type]
            return max(0, cursor.rowcount)
        finally:
            cursor.close()

    def _own(self) -> Connection:
        if threading.get_ident() != self._thread:
            raise RuntimeError("a store belongs to the thread that opened it")
        if self._connection is None:
            raise RuntimeError("the store is closed")
        return self._connection

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        connection = self._own()
        try:
            with connection.begin():
                yield connection
        except DBAPIError as error:
            raise self._not_read(error.orig) from error
        except self._driver_error as error:
            raise self._not_read(error) from error

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        connection = self._own()
        if self._read_only:
            raise faults.read_only(self._path)
        self._check_place()
        try:
            with connection.begin():
                yield connection
        except UnicodeEncodeError as error:
            raise faults.half_character(self._path) from error
        except DBAPIError as error:
            self._check_place()
            raise faults.not_written(self._path, error.orig) from error
        except self._driver_error as error:
            self._check_place()
            raise faults.not_written(self._path, error) from error
        self._check_place()

    @contextlib.contextmanager
    def _understood(self) -> Iterator[None]:
        """Say of rows that were read and make no sense what is said of a damaged file."""
        try:
            yield
        except (
            ArithmeticError,
            AttributeError,
            LookupError,
            RecursionError,
            TypeError,
            ValueError,
            zlib.error,
        ) as error:
            raise self._not_understood(error) from error

    def _not_understood(self, error: BaseException) -> StoreError:
        return faults.not_understood(self._path, error)

    def _not_read(self, error: BaseException | None) -> StoreError:
        """Return what is said where the database cannot be read."""
        return faults.not_read(self._path, error)

    def _check_place(self) -> None:
        """Raise ``StoreError`` where what was written would not be found under the project's name."""


def _require_texts(connection: Connection) -> None:
    """Raise ``ValueError`` where a text is none: databases keep anything in any column, and texts are trusted later."""
    for table in (schema.segment, schema.document):
        texts = [column.name for column in table.columns if isinstance(column.type, Text)]
        wrong = " OR ".join(f"typeof({name}) NOT IN ('text', 'null')" for name in texts)
        if connection.exec_driver_sql(f"SELECT 1 FROM {table.name} WHERE {wrong} LIMIT 1").first() is not None:
            raise ValueError(f"{table.name}: a text that is no text")


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Keep Python's collector from walking a growing project again and again; nothing of it is garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _head(connection: Connection) -> ChainHead:
    length, hash_ = connection.execute(select(schema.chain.c.length, schema.chain.c.hash)).one()
    return ChainHead(length, hash_)


def _draft_of_row(row: Sequence[Any]) -> Draft:
    segment, text, version, author, time = row
    return Draft(SegmentId(segment), text, version, author, dt.datetime.fromisoformat(time))


def _draft_of(segment: SegmentId, author: str) -> Any:
    table = schema.draft
    return delete(table).where(table.c.segment == segment, table.c.author == author)


def _update_row(write: SegmentWrite) -> tuple[Any, ...]:
    row = records.segment_row(write.segment, 0)
    return (row[1], *row[3:], row[0], write.expected_version)


def set_meta(connection: Connection, values: Mapping[str, str]) -> None:
    """Put facts about the project in place of those of the same names."""
    table = schema.meta
    for key, value in values.items():
        connection.execute(delete(table).where(table.c.key == key))
        connection.execute(insert(table).values(key=key, value=value))
