"""Time as something handed in: the window uses Qt's timers, the command line none, tests push a hand by themselves."""

from __future__ import annotations

import datetime as dt
import heapq
import itertools
import time
from collections.abc import Callable
from typing import Protocol


class Timer(Protocol):
    """A call that will be made later."""

    def cancel(self) -> None:
        """Forget the call; harmless after it was made."""


class Clock(Protocol):
    """Tells the time and makes calls later, in the thread that owns the session."""

    def now(self) -> dt.datetime:
        """Return the time of day, UTC."""

    def monotonic(self) -> float:
        """Return seconds that never run backwards."""

    def call_later(self, seconds: float, call: Callable[[], None]) -> Timer:
        """Make ``call`` once after ``seconds``."""


class _ManualTimer:
    def __init__(self, call: Callable[[], None]) -> None:
        self.call: Callable[[], None] | None = call

    def cancel(self) -> None:
        self.call = None


class _Calls:
    """Calls for later, in the order in which they fall due."""

    def __init__(self) -> None:
        self._queue: list[tuple[float, int, _ManualTimer]] = []
        self._serial = itertools.count()

    def add(self, due: float, call: Callable[[], None]) -> Timer:
        timer = _ManualTimer(call)
        heapq.heappush(self._queue, (due, next(self._serial), timer))
        return timer

    def take(self, until: float) -> tuple[float, Callable[[], None]] | None:
        """Return the next call that is due, with its time."""
        while self._queue and self._queue[0][0] <= until:
            due, _, timer = heapq.heappop(self._queue)
            call, timer.call = timer.call, None
            if call is not None:
                return due, call
        return None


class ManualClock:
    """A clock that stands still until ``advance`` is called: for tests and for runs without a window."""

    def __init__(self, start: dt.datetime = dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC)) -> None:
        self._start = start
        self._seconds = 0.0
        self._calls = _Calls()

    def now(self) -> dt.datetime:
        """Return the start plus what was advanced."""
        return self._start + dt.timedelta(seconds=self._seconds)

    def monotonic(self) -> float:
        """Return the seconds advanced so far."""
        return self._seconds

    def call_later(self, seconds: float, call: Callable[[], None]) -> Timer:
        """Queue ``call``; it is made inside ``advance``."""
        return self._calls.add(self._seconds + seconds, call)

    def advance(self, seconds: float) -> None:
        """Let time pass and make the calls that fall due, in their order."""
        until = self._seconds + seconds
        while (taken := self._calls.take(until)) is not None:
            due, call = taken
            self._seconds = max(self._seconds, due)
            call()
        self._seconds = until


class SystemClock:
    """The real time for runs without an event loop; calls that fell due are made by ``run_due``."""

    def __init__(self) -> None:
        self._calls = _Calls()

    def now(self) -> dt.datetime:
        """Return the time of day, UTC."""
        return dt.datetime.now(dt.UTC)

    def monotonic(self) -> float:
        """Return the system's monotonic seconds."""
        return time.monotonic()

    def call_later(self, seconds: float, call: Callable[[], None]) -> Timer:
        """Queue ``call``."""
        return self._calls.add(self.monotonic() + seconds, call)

    def run_due(self) -> None:
        """Make the calls that fell due, in their order."""
        while (taken := self._calls.take(self.monotonic())) is not None:
            taken[1]()
