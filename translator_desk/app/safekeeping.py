"""Backups of an open project, made without being asked: when it was opened, and again after so much work."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from pathlib import Path

from translator_desk.app.changes import Changes
from translator_desk.app.clock import Clock, Timer
from translator_desk.app.jobs import Lane
from translator_desk.app.paths import Paths
from translator_desk.app.session import Session
from translator_desk.errors import DeskError
from translator_desk.wording import say

MINUTES = 30
"""After so many minutes with changes in them another backup is made."""


def backup_folder(paths: Paths, project: Path) -> Path:
    """Return where backups of a project are kept: apart from it, so that one lost folder does not lose both."""
    key = hashlib.sha256(os.fsencode(os.path.realpath(project))).hexdigest()[:8]
    return paths.data / "backups" / f"{project.stem}-{key}"


class Safekeeping:
    """Makes the backups of one project, in the store lane."""

    def __init__(self, path: Path, folder: Path, session: Session, lane: Lane, clock: Clock) -> None:
        self._path = path
        self._folder = folder
        self._session = session
        self._lane = lane
        self._clock = clock
        self._changed = False
        self._timer: Timer | None = None
        self._end = session.subscribe(self._listen)

    def start(self) -> None:
        """Make a backup of what was opened unless it is empty or the newest one holds it; go on by the clock."""
        if self._session.state.documents:
            self._submit(only_if_newer=True)
        self._wait()

    def close(self) -> None:
        """Make no more backups."""
        self._end()
        if self._timer is not None:
            self._timer.cancel()

    def _listen(self, changes: Changes) -> None:
        self._changed |= bool(
            changes.segments
            or changes.structure
            or changes.handling
            or changes.comments
            or changes.waivers
            or changes.options
        )

    def _wait(self) -> None:
        self._timer = self._clock.call_later(60 * MINUTES, self._due)

    def _due(self) -> None:
        if self._changed:
            self._changed = False
            self._submit(only_if_newer=False)
        self._wait()

    def _submit(self, *, only_if_newer: bool) -> None:
        now = self._clock.now()
        self._lane.submit(lambda: self._make(now, only_if_newer=only_if_newer), lambda _: None, self._failed)

    def _make(self, now: dt.datetime, *, only_if_newer: bool) -> None:
        from translator_desk.store import backup  # lazily: SQLAlchemy, after the first paint

        if only_if_newer:
            kept = backup.backups(self._path, self._folder)
            if kept and kept[0].time.timestamp() > self._path.stat().st_mtime:
                return
        backup.backup_now(self._path, self._folder, now=now)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, DeskError | OSError):
            raise error
        why = error.message if isinstance(error, DeskError) else say("{cause}", "{cause}", cause=error.strerror)
        self._session.publish(
            Changes(
                notice=say(
                    "No backup of the project could be made. " + why.wording.en,
                    "未能备份项目。" + why.wording.zh,
                    **dict(why.values),
                )
            )
        )
