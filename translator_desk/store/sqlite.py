"""The project file: one SQLite database, opened so that what was acknowledged survives a power cut."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from translator_desk.errors import StoreError
from translator_desk.store import faults, schema
from translator_desk.store.audit import GENESIS
from translator_desk.store.copying import put_in_place, remove_unfinished, temporary_beside, write_copy
from translator_desk.store.foreign import refuse_foreign
from translator_desk.store.sql_store import SqlStore
from translator_desk.store.writing import set_meta
from translator_desk.wording import Message

_PRAGMAS = (
    "busy_timeout = 3000",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "journal_mode = WAL",
    # NORMAL loses acknowledged edits in a power cut, FULL does not; typing never feels the difference.
    "synchronous = FULL",
    # An import touches pages all over the index of ids; with room for them each is written once. In KiB.
    "cache_size = -65536",
    *(("fullfsync = ON", "checkpoint_fullfsync = ON") if sys.platform == "darwin" else ()),
)
_READING_PRAGMAS = ("busy_timeout = 3000", "trusted_schema = OFF", "cell_size_check = ON", "query_only = ON")


class SqliteStore(SqlStore):
    """A project file.

    Attributes:
        on_close: Called last of all: lets go of the lock, or removes the copy that was read.
    """

    def __init__(
        self,
        path: Path,
        *,
        uri: str | None = None,
        on_close: Callable[[], None] = lambda: None,
        damaged: Callable[[str], Message] | None = None,
    ) -> None:
        """Open the project at ``path`` for writing, or what ``uri`` names for reading only.

        ``damaged`` words what is said of damage met later; it is given what the database found.
        """
        reading = uri is not None
        engine = sqlite_engine(uri or f"{path.absolute().as_uri()}?mode=rw", read_only=reading)
        super().__init__(engine, path, read_only=reading)
        try:
            refuse_foreign(self._driver(), path)
        except BaseException:
            super().close()
            raise
        self.on_close = on_close
        self._damaged = damaged
        self._status = None if reading else path.stat()

    def save_copy(self, to: Path) -> None:
        """Write the project as it stands to a new file, also when the file itself is gone."""
        write_copy(self._driver(), to)

    def check(self, *, thorough: bool) -> tuple[str, ...]:
        """Let SQLite look the file over; return what it finds wrong.

        Args:
            thorough: Compare indexes with tables as well; slower.
        """
        return look_over(self._driver(), thorough=thorough)

    def upgrade(self) -> None:
        """Bring the tables to the newest schema, in one transaction."""
        upgrade(self._own())

    def close(self) -> None:
        """Bring everything into the one file and let go of it."""
        if self._connection is None:
            return
        try:
            if not self._read_only:
                with contextlib.suppress(sqlite3.Error):
                    self._driver().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            super().close()
        finally:
            self.on_close()

    def _driver(self) -> sqlite3.Connection:
        return _driver_of(self._own())

    def _not_read(self, error: BaseException | None) -> StoreError:
        if self._damaged is not None and faults.is_damage(error):
            return StoreError(self._damaged(str(error)))
        return super()._not_read(error)

    def _not_understood(self, error: BaseException) -> StoreError:
        if self._damaged is not None:
            return StoreError(self._damaged(f"{type(error).__name__}: {error}"))
        return super()._not_understood(error)

    def _check_place(self) -> None:
        if self._status is None:
            return
        try:
            there = os.path.samestat(self._path.stat(), self._status)
        except OSError:
            there = False
        if not there:
            raise faults.gone(self._path)


def _driver_of(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def look_over(driver: sqlite3.Connection, *, thorough: bool) -> tuple[str, ...]:
    """Return what SQLite finds wrong with a database, () where nothing is."""
    pragma = "integrity_check" if thorough else "quick_check"
    try:
        found = [str(row[0]) for row in driver.execute(f"PRAGMA {pragma}(20)")]
    except sqlite3.DatabaseError as error:
        if not faults.is_damage(error):
            raise
        found = [str(error)]
    return tuple(one for one in found if one != "ok")


def sqlite_engine(uri: str, *, read_only: bool = False) -> Engine:
    """Return an engine for a database file named by a ``file:`` URI."""
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(uri, uri=True, isolation_level=None), poolclass=NullPool
    )

    @event.listens_for(engine, "connect")
    def _set_up(driver: Any, _: object) -> None:
        for pragma in _READING_PRAGMAS if read_only else _PRAGMAS:
            driver.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def make_file(path: Path, title: str) -> None:
    """Make a new project file at ``path``, where nothing stands; whole, or not at all.

    Raises:
        StoreError: It cannot be written there, or something stands there.
    """
    try:
        temporary = temporary_beside(path)
    except OSError as error:
        raise faults.not_written(path, error) from error
    try:
        engine = sqlite_engine(f"{temporary.absolute().as_uri()}?mode=rw")
        with contextlib.closing(engine.connect()) as connection:
            upgrade(connection)
            with connection.begin():
                connection.execute(insert(schema.chain).values(one=1, length=0, hash=GENESIS))
                set_meta(connection, {"title": title, "project": uuid.uuid4().hex})
        engine.dispose()
        put_in_place(temporary, path)
    except DBAPIError as error:
        raise faults.not_written(path, error.orig) from error
    except OSError as error:
        raise faults.not_written(path, error) from error
    finally:
        remove_unfinished(temporary)


def upgrade_copy(uri: str, path: Path) -> None:
    """Bring a copy of the project at ``path`` to the newest schema, so that an older project can be read."""
    engine = sqlite_engine(uri)
    with contextlib.closing(engine.connect()) as connection:
        refuse_foreign(_driver_of(connection), path)
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        connection.rollback()
        if version < schema.SCHEMA_VERSION:
            upgrade(connection)
    engine.dispose()


def upgrade(connection: Connection, *, steps: tuple[Path, ...] = ()) -> None:
    """Bring the tables to the newest schema, in one transaction.

    Args:
        connection: Of the file, outside a transaction.
        steps: Folders with further schema steps.
    """
    # Alembic is needed when a file is made or is of an older schema, which is seldom; it takes 0.1 s to import.
    from alembic import command
    from alembic.config import Config

    here = Path(__file__).parent / "migrations"
    config = Config()
    config.set_main_option("script_location", str(here).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(str, (here / "versions", *steps))).replace("%", "%%"))
    config.attributes["connection"] = connection
    with connection.begin():
        command.upgrade(config, "head")
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
        connection.exec_driver_sql(f"PRAGMA user_version = {int(version)}")
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
