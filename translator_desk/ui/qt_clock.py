"""Qt's timers and event loop as the clock and poster that the app floor asks for."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal


class QtTimer:
    """One call that will be made later."""

    def __init__(self, timer: QTimer) -> None:
        self._timer = timer

    def cancel(self) -> None:
        """Forget the call."""
        self._timer.stop()


class QtClock(QObject):
    """The system's time; calls are made by the event loop of the thread that owns the clock."""

    def now(self) -> dt.datetime:
        """Return the time of day, UTC."""
        return dt.datetime.now(dt.UTC)

    def monotonic(self) -> float:
        """Return seconds that never run backwards."""
        return time.monotonic()

    def call_later(self, seconds: float, call: Callable[[], None]) -> QtTimer:
        """Make ``call`` once after ``seconds``."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(call)
        timer.timeout.connect(timer.deleteLater)
        timer.start(round(seconds * 1000))
        return QtTimer(timer)


class Poster(QObject):
    """Brings calls from lanes to the thread that made the poster."""

    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._posted.connect(lambda call: call())

    def post(self, call: Callable[[], None]) -> None:
        """Make ``call`` in the owner's thread."""
        self._posted.emit(call)
