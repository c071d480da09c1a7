"""Long work in a lane that lets the window breathe."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator

SLICE_SECONDS = 0.001
"""So long a lane works before it yields: whoever types waits for no more than this and one step."""
PAUSE_SECONDS = 0.0002
TURN_SECONDS = 0.0001
PATIENCE_SECONDS = 0.02
"""So long whoever works beside a busy window waits before the next step: a window that is never at rest starves nobody."""


class StoppedError(Exception):
    """What a search was made for is not wanted any more."""


class Courtesy:
    """What is called between the steps of work beside the window, a few milliseconds each: the window goes first.

    A window asks for the interpreter a thousand times for one paint; each time it waits for whoever has it.
    """

    def __init__(self) -> None:
        self._rests = threading.Event()
        self._rests.set()

    def window_works(self) -> None:
        """The window has something to do."""
        self._rests.clear()

    def window_rests(self) -> None:
        """The window waits for the person."""
        self._rests.set()

    def __call__(self) -> None:
        """Wait while the window works."""
        self._rests.wait(PATIENCE_SECONDS)


class Breath:
    """What is called between the steps of a search over a run: every millisecond it lets go of the run."""

    def __init__(
        self, lock: threading.Lock, stopped: Callable[[], bool], meanwhile: Callable[[], None], *, yields: bool
    ) -> None:
        """Begin a search.

        Args:
            lock: Holds the run, and is held wherever this is called.
            stopped: Whether the search is not wanted any more.
            meanwhile: Does what cannot wait; the lock is held.
            yields: Whether others may have the lock then.
        """
        self._lock = lock
        self._stopped = stopped
        self._meanwhile = meanwhile
        self._yields = yields
        self._until = time.perf_counter() + SLICE_SECONDS

    def __call__(self) -> None:
        """Let others in, if it is time.

        Raises:
            StoppedError: The search is not wanted any more.
        """
        if time.perf_counter() < self._until:
            return
        if self._stopped():
            raise StoppedError
        self._meanwhile()
        if self._yields:
            self._lock.release()
            try:
                time.sleep(PAUSE_SECONDS)
            finally:
                self._lock.acquire()
        self._until = time.perf_counter() + SLICE_SECONDS


@contextlib.contextmanager
def short_turns() -> Iterator[None]:
    """Have threads take turns more often while one works for long without a pause: each paint asks for many turns."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(min(usual, TURN_SECONDS))
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
