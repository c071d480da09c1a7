"""Carries the session's news into Qt: one signal, whichever project is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from translator_desk.app.changes import Changes
from translator_desk.app.session import Session


class Bridge(QObject):
    """Tells the window what changed.

    Signals:
        changed(Changes): Something happened in the open project.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end: Callable[[], None] | None = None

    def attach(self, session: Session) -> None:
        """Listen to this session, and to no other."""
        self.detach()
        self._end = session.subscribe(self._tell)

    def detach(self) -> None:
        """Listen to nobody."""
        if self._end is not None:
            self._end()
            self._end = None

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
