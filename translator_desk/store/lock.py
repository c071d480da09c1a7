"""One instance a project: an operating system lock on a side file.

The system lets go of the lock when its process dies, however it dies, so nobody is ever asked whether a lock is
stale. What stands in the file is a label for people and never decides anything.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import hashlib
import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from translator_desk.store.base import Holder

_TRIES = 4
_PAUSE_SECONDS = 0.05


def lock_path(project: Path) -> Path:
    """Return the side file of a project."""
    return project.with_name(project.name + ".lock")


def channel_of(project: Path) -> str:
    """Return a name for the project, the same for every way to spell its path on this machine."""
    return "translator-desk-" + hashlib.sha256(os.fsencode(os.path.realpath(project))).hexdigest()[:16]


class InstanceLock:
    """The lock of one project, held from ``take`` to ``release`` or to the end of the process.

    Attributes:
        left_behind: Whether the file of an earlier process stood there: that one did not end properly.
    """

    def __init__(self, project: Path) -> None:
        self.left_behind = False
        self._project = project
        self._path = lock_path(project)
        self._descriptor: int | None = None

    def take(self, who: str) -> bool:
        """Lock the project for this process and label the lock.

        Returns:
            False where another one holds it.

        Raises:
            OSError: The side file cannot be made or written.
        """
        for attempt in range(_TRIES):
            if attempt:
                # Somebody may only be looking whether it is held, or be just letting go.
                time.sleep(_PAUSE_SECONDS)
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
            if _lock(descriptor) and _names(self._path, descriptor):
                self._descriptor = descriptor
                self.left_behind = os.fstat(descriptor).st_size > 0
                self._label(who)
                return True
            os.close(descriptor)
        return False

    def release(self) -> None:
        """Take the label and the side file away and let go; releasing twice is allowed."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, 0)
            if _names(self._path, descriptor) and sys.platform != "win32":
                self._path.unlink()
        _unlock(descriptor)
        os.close(descriptor)
        if sys.platform == "win32":
            # An open file cannot be unlinked there; if another process opened it meanwhile, this fails as it should.
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _label(self, who: str) -> None:
        assert self._descriptor is not None
        label = {
            "who": who,
            "user": _user(),
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "since": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        }
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, json.dumps(label, ensure_ascii=False).encode())
        os.fsync(self._descriptor)


def is_held(project: Path) -> bool:
    """Return whether a running process holds the project, without changing anything on the disk."""
    with _looking(lock_path(project)) as descriptor:
        return descriptor is not None and not _lock(descriptor, shared=True)


def left_behind(project: Path) -> bool:
    """Return whether a process that is no more left its label: it did not close the project."""
    with _looking(lock_path(project)) as descriptor:
        return descriptor is not None and os.fstat(descriptor).st_size > 0 and _lock(descriptor, shared=True)


def holder_of(project: Path) -> Holder:
    """Return who holds the project, as far as the label tells."""
    try:
        label = json.loads(lock_path(project).read_text("utf-8"))
        since = dt.datetime.fromisoformat(label["since"])
        return Holder(
            str(label["who"]),
            str(label["user"]),
            str(label["host"]),
            int(label["pid"]),
            since,
            channel_of(project),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Holder("?", "?", "?", 0, None, channel_of(project))


def is_own(holder: Holder) -> bool:
    """Return whether the holder is this account on this machine."""
    return holder.user == _user() and holder.host == socket.gethostname()


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # An account without a name, as containers have.
        return str(os.getuid()) if hasattr(os, "getuid") else "?"


@contextlib.contextmanager
def _looking(path: Path) -> Iterator[int | None]:
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        yield None
        return
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _names(path: Path, descriptor: int) -> bool:
    """Return whether the path still leads to the open file: it may have been unlinked between opening and locking."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """The locked byte lies beyond the label, which must stay readable."""

    def _lock(descriptor: int, *, shared: bool = False) -> bool:
        del shared
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        with contextlib.suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int, *, shared: bool = False) -> bool:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
