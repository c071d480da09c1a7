"""Reads a project file without leaving a trace beside it: the file is told from others before it is opened."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from translator_desk.errors import StoreError
from translator_desk.store import faults, lock
from translator_desk.store.base import DamagedProject
from translator_desk.store.foreign import refuse_foreign
from translator_desk.store.schema import APPLICATION_ID, SCHEMA_VERSION
from translator_desk.wording import say

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """What a project file says about itself.

    Attributes:
        schema_version: Version of its tables, at most ``SCHEMA_VERSION``.
        unwritten: Whether changes wait in the file beside it (``-wal``): it was not closed, or is open now.
    """

    schema_version: int
    unwritten: bool


def inspect(path: Path) -> Facts:
    """Look at a file that nobody has open; nothing is changed and nothing is made.

    Raises:
        StoreError: It is not there, is empty, belongs to another program, or to a newer version of this one.
    """
    wal = wal_of(path)
    try:
        if path.is_dir():
            raise StoreError(
                say("{file} is a folder, not a project file.", "{file} 是文件夹，不是项目文件。", file=path)
            )
        with path.open("rb") as file:
            header = file.read(_HEADER)
        unwritten = wal.exists() and wal.stat().st_size > 0
    except FileNotFoundError as error:
        raise StoreError(
            say(
                "There is no file {file}. See whether it was moved or renamed.",
                "文件 {file} 不存在。请检查它是否被移动或改名。",
                file=path,
            )
        ) from error
    except OSError as error:
        raise faults.not_read(path, error) from error
    version = _told_from_others(path, header)
    if unwritten and version <= SCHEMA_VERSION:
        # The changes that wait may be those of a newer program, killed before it could write them into the file.
        with (
            copied(path) as copy,
            contextlib.closing(sqlite3.connect(copy)) as connection,
            contextlib.suppress(sqlite3.DatabaseError),
        ):
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise StoreError(
            say(
                "{file} was written by a newer version of this program (project format {theirs}, this one knows "
                "{ours}). It was left as it is: update the program to open it.",
                "{file} 由本程序的更新版本写入（项目格式 {theirs}，本版本最高支持 {ours}）。文件未作任何改动："
                "请更新程序后再打开。",
                file=path,
                theirs=version,
                ours=SCHEMA_VERSION,
            )
        )
    return Facts(version, unwritten)


def _told_from_others(path: Path, header: bytes) -> int:
    """Return the schema version in the header of one of our files."""
    if not header:
        raise DamagedProject(
            say(
                "{file} is empty (0 bytes): its content was lost, most likely by a full disk or a synchronising "
                "program. Restore a backup of the project; the file was left as it is.",
                "{file} 是空文件（0 字节）：内容已丢失，多半由磁盘已满或同步程序造成。请恢复该项目的备份；"
                "此文件未作任何改动。",
                file=path,
            )
        )
    if not any(header):
        raise DamagedProject(
            say(
                "{file} holds nothing but zeros: its content was lost, most likely by a power cut. Restore a backup "
                "of the project; the file was left as it is.",
                "{file} 的内容全是零：内容已丢失，多半由断电造成。请恢复该项目的备份；此文件未作任何改动。",
                file=path,
            )
        )
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise StoreError(
            say(
                "{file} is not a project file. To review a text, open it as a document; a project file is one that "
                "this program saved.",
                "{file} 不是项目文件。若要审校文本，请将其作为文档打开；项目文件由本程序保存。",
                file=path,
            )
        )
    if int.from_bytes(header[_APPLICATION_ID], "big") != APPLICATION_ID:
        raise StoreError(
            say(
                "{file} is a database of another program, not a project file. It was left as it is.",
                "{file} 是其他程序的数据库，不是项目文件。文件未作任何改动。",
                file=path,
            )
        )
    return int.from_bytes(header[_USER_VERSION], "big")


def wal_of(path: Path) -> Path:
    """Return the file beside the project in which SQLite keeps changes until they are written into it."""
    return path.with_name(path.name + "-wal")


@contextlib.contextmanager
def copied(path: Path) -> Iterator[Path]:
    """Copy a project that nobody has open, with the changes that wait beside it, to a folder that is removed again.

    Raises:
        StoreError: It cannot be read, or keeps changing.
    """
    with tempfile.TemporaryDirectory(prefix="translator-desk-") as folder:
        copy = Path(folder, "copy.desk")
        for _ in range(_TRIES):
            before = _stamps(path)
            try:
                shutil.copyfile(path, copy)
                wal_of(copy).unlink(missing_ok=True)
                if before[1] is not None:
                    shutil.copyfile(wal_of(path), wal_of(copy))
            except OSError as error:
                raise faults.not_read(path, error) from error
            if _stamps(path) == before:
                break
        else:
            raise StoreError(
                say(
                    "{file} is being written by another program; try again in a moment.",
                    "另一个程序正在写入 {file}；请稍后再试。",
                    file=path,
                )
            )
        yield copy


def _stamps(path: Path) -> list[tuple[int, int] | None]:
    stamps: list[tuple[int, int] | None] = []
    for one in (path, wal_of(path)):
        try:
            status = one.stat()
        except OSError:
            stamps.append(None)
        else:
            stamps.append((status.st_size, status.st_mtime_ns))
    return stamps


@contextlib.contextmanager
def readable(path: Path) -> Iterator[str]:
    """Yield a URI under which SQLite may read the project, be it open elsewhere, in a read-only folder or damaged.

    Raises:
        StoreError: As ``inspect``.
    """
    if lock.is_held(path):
        # Its files are not touched but through SQLite: closing a file elsewhere in a process drops SQLite's locks.
        yield f"{path.absolute().as_uri()}?mode=ro"
        return
    inspect(path)
    with copied(path) as copy:
        yield f"{copy.as_uri()}?mode=rw"


@contextlib.contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a project for reading only, whoever has it open.

    Raises:
        StoreError: As ``inspect``.
    """
    with readable(path) as uri:
        try:
            connection = sqlite3.connect(uri, uri=True, isolation_level=None)
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA trusted_schema = OFF")
        except sqlite3.Error as error:
            raise faults.not_read(path, error) from error
        with contextlib.closing(connection):
            refuse_foreign(connection, path)
            yield connection
