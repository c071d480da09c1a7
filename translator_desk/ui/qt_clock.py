"""The clock of the window: calls for later are made by Qt's event loop."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class _QtTimer:
    """One call to come."""

    def __init__(self, parent: QObject, seconds: float, call: Callable[[], None]) -> None:
        self._timer: QTimer | None = QTimer(parent)
        self._timer.setSingleShot(True)
        self._call = call
        self._timer.timeout.connect(self._fire)
        self._timer.start(max(0, round(seconds * 1000)))

    def cancel(self) -> None:
        """Forget the call."""
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None

    def _fire(self) -> None:
        self.cancel()
        self._call()


class QtClock(QObject):
    """A ``Clock`` (see ``app.clock``) over Qt's timers."""

    def now(self) -> dt.datetime:
        """Return the time of day, UTC."""
        return dt.datetime.now(dt.UTC)

    def monotonic(self) -> float:
        """Return the system's monotonic seconds."""
        return time.monotonic()

    def call_later(self, seconds: float, call: Callable[[], None]) -> _QtTimer:
        """Make ``call`` once after ``seconds``."""
        return _QtTimer(self, seconds, call)
