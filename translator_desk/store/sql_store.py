"""The store on any database SQLAlchemy speaks to; what only one database does is left to its own store."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import threading
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Text, delete, func, insert, or_, select
from sqlalchemy.exc import DBAPIError

from translator_desk.collection import no_collection
from translator_desk.errors import StoreError
from translator_desk.model.comment import Comment
from translator_desk.model.document import Document
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.language_pair import LanguagePair
from translator_desk.model.project import Person, Project
from translator_desk.model.revision import Revision
from translator_desk.model.segment import Segment
from translator_desk.store import faults, records, schema
from translator_desk.store.base import ChainHead, ChangeBatch, Draft
from translator_desk.store.writing import BatchWriter, head


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
            with no_collection():
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
            return head(connection)

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
            self._writer(connection).write_import(documents, segments, revisions)

    def save_changes(self, batch: ChangeBatch) -> None:
        """Write one step of work: all of it or nothing."""
        with self._writing() as connection:
            self._writer(connection).write(batch)

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

    # The connection

    def _writer(self, connection: Connection) -> BatchWriter:
        return BatchWriter(connection, self._path, self.mark, self._driver_error)

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


def _draft_of_row(row: Sequence[Any]) -> Draft:
    segment, text, version, author, time = row
    return Draft(SegmentId(segment), text, version, author, dt.datetime.fromisoformat(time))


def _draft_of(segment: SegmentId, author: str) -> Any:
    table = schema.draft
    return delete(table).where(table.c.segment == segment, table.c.author == author)
