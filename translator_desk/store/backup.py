"""Verified copies of a project, thinned out by day and week.

A copy counts only after it was opened again and found whole; while the project is damaged no copy is made, so no
good one is ever rotated out for a bad one.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from translator_desk.errors import StoreError
from translator_desk.store import faults, lock
from translator_desk.store.copying import TEMPORARY, write_copy
from translator_desk.store.reading import inspect, reading
from translator_desk.wording import say

DAYS = 7
"""So many days keep their last backup,"""
WEEKS = 4
"""and so many weeks."""

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"\.(\d{8}T\d{6}Z)\.desk$")
_COUNTED = ("document", "segment", "revision", "comment", "waiver", "draft")


@dataclass(frozen=True, slots=True)
class Backup:
    """One kept copy.

    Attributes:
        path: The file.
        time: When it was made (UTC).
        size: Bytes.
    """

    path: Path
    time: dt.datetime
    size: int


def folder_of(project: Path) -> Path:
    """Return the folder for a project's backups unless another one is named: beside the project."""
    return project.with_name(project.name + ".backups")


def backups(project: Path, folder: Path | None = None) -> tuple[Backup, ...]:
    """Return the backups of a project, newest first."""
    found = []
    with contextlib.suppress(OSError):
        for path in (folder or folder_of(project)).iterdir():
            if path.name.startswith(project.stem + ".") and (stamp := _NAME.fullmatch(path.name[len(project.stem) :])):
                time = dt.datetime.strptime(stamp[1], _STAMP).replace(tzinfo=dt.UTC)
                found.append(Backup(path, time, path.stat().st_size))
    return tuple(sorted(found, key=lambda one: one.time, reverse=True))


def backup_now(project: Path, folder: Path | None = None, *, now: dt.datetime | None = None) -> Backup:
    """Copy the project, which may be open, verify the copy, then remove backups nobody needs any more.

    Args:
        project: The project file.
        folder: Where backups are kept; beside the project if None.
        now: Time in the copy's name (UTC); the clock's if None.

    Raises:
        StoreError: The project is damaged or the copy cannot be written; all earlier backups stay.
    """
    folder = folder or folder_of(project)
    time = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).replace(microsecond=0)
    if kept := backups(project, folder):
        # Two in one second, or a clock set back: the later copy gets the later name, and is the one that stays.
        time = max(time, kept[0].time + dt.timedelta(seconds=1))
    path = folder / f"{project.stem}.{time.strftime(_STAMP)}.desk"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for unfinished in folder.glob(f"{TEMPORARY}*"):
            # Of a backup that was killed; nobody else writes in this folder.
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise faults.not_written(path, error) from error
    with reading(project) as source:
        source.execute("BEGIN")
        expected = _contents(source, project)
        write_copy(source, path)
    try:
        _verify(path, expected)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    for old in _superfluous(backups(project, folder)):
        with contextlib.suppress(OSError):
            old.path.unlink()
    return Backup(path, time, path.stat().st_size)


def restore(backup: Path, to: Path) -> None:
    """Put a backup in the place of a project that is not open; what stood there is kept beside it, renamed.

    Raises:
        StoreError: The backup is damaged, the project is open, or the place cannot be written.
    """
    inspect(backup)
    if lock.is_held(to):
        raise StoreError(
            say(
                "{file} is open. Close it, then restore the backup.",
                "{file} 正处于打开状态。请先关闭，再恢复备份。",
                file=to,
            )
        )
    aside = None
    try:
        if to.exists():
            aside = _free_name(to)
            for ending in ("-wal", ""):
                # The log goes first: without its file it is harmless, beside a restored file it would not be.
                old = to.with_name(to.name + ending)
                if old.exists():
                    old.rename(aside.with_name(aside.name + ending))
            to.with_name(to.name + "-shm").unlink(missing_ok=True)
        with reading(backup) as source:
            write_copy(source, to)
    except BaseException as error:
        if aside is not None and not to.exists():
            for ending in ("", "-wal"):
                with contextlib.suppress(OSError):
                    aside.with_name(aside.name + ending).rename(to.with_name(to.name + ending))
        if isinstance(error, OSError):
            raise faults.not_written(to, error) from error
        raise


def _contents(connection: sqlite3.Connection, path: Path) -> tuple[object, ...]:
    """Return what a copy must hold as well: how many rows of each kind, and where the history ends."""
    try:
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED]
        last = connection.execute("SELECT id, hash FROM revision ORDER BY number DESC LIMIT 1").fetchone()
        head = connection.execute("SELECT length, hash FROM chain").fetchone()
    except sqlite3.Error as error:
        raise faults.not_read(path, error) from error
    return (*counts, last, head)


def _verify(path: Path, expected: tuple[object, ...]) -> None:
    with reading(path) as copy:
        if _contents(copy, path) != expected:
            raise StoreError(
                say(
                    "The backup {file} does not hold what the project holds and was removed. Try again.",
                    "备份 {file} 与项目内容不一致，已删除。请重试。",
                    file=path,
                )
            )


def _superfluous(kept: Iterable[Backup]) -> list[Backup]:
    """Return the backups that are neither the last of one of the last days nor of one of the last weeks.

    Days and weeks are those that have a backup, so a month of holidays takes none away.
    """
    days: dict[dt.date, Backup] = {}
    weeks: dict[tuple[int, int], Backup] = {}
    newest_first = sorted(kept, key=lambda one: one.time, reverse=True)
    for one in newest_first:
        days.setdefault(one.time.date(), one)
        weeks.setdefault(one.time.isocalendar()[:2], one)
    needed = {one.path for one in [*list(days.values())[:DAYS], *list(weeks.values())[:WEEKS]]}
    return [one for one in newest_first if one.path not in needed]


def _free_name(path: Path) -> Path:
    stamp = dt.datetime.now(dt.UTC).strftime(_STAMP)
    for number in range(1, 1000):
        name = path.with_name(f"{path.stem}.before-restore-{stamp}{'' if number == 1 else f'-{number}'}{path.suffix}")
        if not name.exists():
            return name
    raise FileExistsError(path)
