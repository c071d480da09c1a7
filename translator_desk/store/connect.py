"""Opens and makes projects: looks before it touches, locks before it writes, says what a person should know."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sqlite3
from functools import partial
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from translator_desk.errors import StoreError
from translator_desk.store import backup, faults, network
from translator_desk.store.base import DamagedProject, Holder, OpenedProject, ProjectOpenElsewhere, Store
from translator_desk.store.lock import InstanceLock, holder_of, is_held, is_own
from translator_desk.store.reading import inspect, readable
from translator_desk.store.schema import SCHEMA_VERSION
from translator_desk.store.sqlite import SqliteStore, make_file, upgrade_copy
from translator_desk.wording import Message, say

__all__ = ["OpenedProject", "ProjectOpenElsewhere", "create_project", "open_project"]


def create_project(path: Path, title: str, who: str, *, backups: Path | None = None) -> OpenedProject:
    """Make a new, empty project file and open it.

    Args:
        path: Where it shall stand; nothing may stand there.
        title: Title of the project.
        who: Name of the person at the desk.
        backups: Folder of backups; beside the project if None.

    Raises:
        StoreError: Something stands there, or the place cannot be written. Nothing is left behind.
    """
    path = _resolved(path)
    if (reason := network.network_reason(path)) is not None:
        raise StoreError(reason)
    make_file(path, title)
    return open_project(path, who=who, backups=backups)


def open_project(path: Path, *, who: str, read_only: bool = False, backups: Path | None = None) -> OpenedProject:
    """Open a project file in this thread.

    Args:
        path: The project file.
        who: Name of the person at the desk, for the label others read.
        read_only: Open for reading although it could be written, whoever has it open.
        backups: Folder of backups, to name the one to restore; beside the project if None.

    Returns:
        The store, and why it is open for reading only if it is.

    Raises:
        ProjectOpenElsewhere: This user has it open already on this machine.
        StoreError: It cannot be opened; it was left as it is.
    """
    path = _resolved(path)
    warnings = tuple(filter(None, (network.cloud_warning(path), *network.conflicted_copies(path))))
    if read_only:
        return _open_for_reading(path, None, warnings, backups)
    if not is_held(path):
        inspect(path)
    reason = network.network_reason(path) or _not_writable(path)
    if reason is not None:
        return _open_for_reading(path, reason, warnings, backups)
    lock = InstanceLock(path)
    try:
        taken = lock.take(who)
    except OSError as error:
        return _open_for_reading(path, _folder_is_read_only(path, error), warnings, backups)
    if not taken:
        holder = holder_of(path)
        if is_own(holder):
            raise ProjectOpenElsewhere(_held_by(path, holder), holder)
        return _open_for_reading(path, _held_by(path, holder), warnings, backups)
    try:
        return _open_for_writing(path, lock, warnings, backups)
    except BaseException:
        lock.release()
        raise


def _open_for_writing(
    path: Path, lock: InstanceLock, warnings: tuple[Message, ...], backups: Path | None
) -> OpenedProject:
    # Looked at again under the lock: what was seen before may have been changed by the one who held it.
    facts = inspect(path)
    unclean = lock.left_behind or facts.unwritten
    found: tuple[str, ...]
    try:
        store = SqliteStore(path, on_close=lock.release, damaged=partial(_damaged, path, folder=backups))
    except DBAPIError as error:
        if not faults.is_damage(error.orig):
            raise faults.not_read(path, error.orig) from error
        found = (str(error.orig),)
    else:
        try:
            found = store.check(thorough=unclean)
            if not found:
                if facts.schema_version < SCHEMA_VERSION:
                    backup.backup_now(path, backups)
                    store.upgrade()
                return OpenedProject(store, None, warnings, store.unsaved_drafts(), unclean)
        except sqlite3.Error as error:
            store.close()
            raise faults.not_read(path, error) from error
        except BaseException:
            store.close()
            raise
        store.close()
    lock.release()
    return _open_damaged(path, found[0], warnings, backups)


def _open_for_reading(
    path: Path, reason: Message | None, warnings: tuple[Message, ...], backups: Path | None
) -> OpenedProject:
    """Open what can be opened without touching it."""
    reason = reason or say("{file} was opened for reading only.", "{file} 以只读方式打开。", file=path)
    # Held open by the store: the copy goes when the store closes.
    with contextlib.ExitStack() as stack:
        uri = stack.enter_context(readable(path))
        try:
            if uri.endswith("mode=rw"):
                upgrade_copy(uri, path)
            store = SqliteStore(path, uri=uri, damaged=partial(_damaged, path, folder=backups))
            stack.callback(store.close)
            found = store.check(thorough=False)
        except DBAPIError as error:
            if not faults.is_damage(error.orig):
                raise faults.not_read(path, error.orig) from error
            raise DamagedProject(_damaged(path, str(error.orig), backups)) from error
        store.on_close = stack.pop_all().close
    if found:
        reason = _damaged(path, found[0], backups)
        _must_load(store, reason)
    return OpenedProject(store, reason, warnings, store.unsaved_drafts() if not found else (), damaged=bool(found))


def _open_damaged(path: Path, found: str, warnings: tuple[Message, ...], backups: Path | None) -> OpenedProject:
    reason = _damaged(path, found, backups)
    opened = _open_for_reading(path, reason, warnings, backups)
    return OpenedProject(opened.store, reason, warnings, opened.recovered_drafts, unclean=True, damaged=True)


def _must_load(store: Store, reason: Message) -> None:
    """Raise where a damaged project cannot even be read."""
    try:
        store.load()
    except (StoreError, ValueError, KeyError, TypeError) as error:
        store.close()
        raise DamagedProject(reason) from error


def _resolved(path: Path) -> Path:
    # One project has one name here, so that two links to it meet at one lock.
    return Path(os.path.realpath(path))


def _not_writable(path: Path) -> Message | None:
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK):
        return None
    return _folder_is_read_only(path, None)


def _folder_is_read_only(path: Path, error: OSError | None) -> Message:
    if error is None or isinstance(error, PermissionError):
        return say(
            "{file} or its folder is read-only for you, so the project is open for reading only. Copy it to a folder "
            "of yours to work on it.",
            "您对 {file} 或其所在文件夹没有写入权限，因此项目以只读方式打开。如需修改，请将其复制到自己的文件夹。",
            file=path,
        )
    why = faults.cause_of(error)
    return say(
        f"{{file}} is open for reading only: {why.en}.",
        f"{{file}} 以只读方式打开：{why.zh}。",
        file=path,
        cause=error.strerror,
    )


def _held_by(path: Path, holder: Holder) -> Message:
    since = holder.since or dt.datetime.now(dt.UTC)
    return say(
        "{file} is open at {who}'s desk ({user} on {host}, since {since}). It can be read here; ask {who} to close it "
        "before you work on it.",
        "{file} 正由 {who} 打开（{host} 上的 {user}，始于 {since}）。此处只能查看；如需修改，请先请 {who} 关闭。",
        file=path,
        who=holder.who or holder.user,
        user=holder.user,
        host=holder.host,
        since=since.astimezone().strftime("%Y-%m-%d %H:%M"),
    )


def _damaged(path: Path, found: str, folder: Path | None) -> Message:
    kept = backup.backups(path, folder)
    if kept:
        return say(
            "{file} is damaged ({found}) and was left as it is. Restore the backup of {time}: {backup}.",
            "{file} 已损坏（{found}），未作任何改动。请恢复 {time} 的备份：{backup}。",
            file=path,
            found=found,
            time=kept[0].time.astimezone().strftime("%Y-%m-%d %H:%M"),
            backup=kept[0].path,
        )
    return say(
        "{file} is damaged ({found}) and was left as it is. There is no backup of it; export what can be read.",
        "{file} 已损坏（{found}），未作任何改动。没有它的备份；请导出仍可读取的内容。",
        file=path,
        found=found,
    )
