"""Whole copies of a project, on the disk before they get their name."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import uuid
from pathlib import Path

from translator_desk.errors import StoreError
from translator_desk.store import faults
from translator_desk.wording import say

TEMPORARY = ".desk-"
"""How the names of files begin that are not finished."""


def temporary_beside(path: Path) -> Path:
    """Make an empty file in the folder of ``path`` and return it; its name is short, so that it fits everywhere.

    Raises:
        OSError: Nothing can be made there; SQLite would not say why.
    """
    temporary = path.with_name(TEMPORARY + uuid.uuid4().hex[:8])
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o644))
    return temporary


def remove_unfinished(temporary: Path) -> None:
    """Remove a file that never got its name, with what SQLite put beside it."""
    for name in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            temporary.with_name(temporary.name + name).unlink()


def write_copy(source: sqlite3.Connection, to: Path) -> None:
    """Copy an open project to a new file, and look the copy over before it gets its name.

    Raises:
        StoreError: It cannot be written there, something stands there, or the copy is not sound.
    """
    try:
        temporary = temporary_beside(to)
    except OSError as error:
        raise faults.not_written(to, error) from error
    try:
        with contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE").fetchall()
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()
        if found != ("ok",):
            raise StoreError(
                say(
                    "The copy {file} was not kept: the project is damaged ({found}). Restore an earlier backup.",
                    "未保留副本 {file}：项目已损坏（{found}）。请恢复更早的备份。",
                    file=to,
                    found=found[0],
                )
            )
        put_in_place(temporary, to)
    except (sqlite3.Error, OSError) as error:
        raise faults.not_written(to, error) from error
    finally:
        remove_unfinished(temporary)


def put_in_place(temporary: Path, path: Path) -> None:
    """Give a finished file its name, if nothing has that name, and see both on the disk.

    Raises:
        StoreError: Something stands there.
        OSError: The system refuses.
    """
    descriptor = os.open(temporary, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    try:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:
            # No hard links there (FAT, some shares): the gap between looking and renaming is what is left.
            if path.exists():
                raise FileExistsError from None
            temporary.replace(path)
        else:
            temporary.unlink()
    except FileExistsError as error:
        raise StoreError(
            say(
                "{file} is there already and was left as it is. Choose another name, or open it.",
                "{file} 已存在，未作任何改动。请选择其他名称，或打开它。",
                file=path,
            )
        ) from error
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """See a changed name on the disk; systems that cannot do it for a folder do it by themselves."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
