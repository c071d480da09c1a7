"""Lanes: where work runs that must not hold up the window.

A lane runs one piece of work after the other. What comes back is handed to the thread that owns the session through
a poster; values travel frozen. Tests and the command line use ``InlineLane``: the same code, at once.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")
Poster = Callable[[Callable[[], None]], None]
"""Hands a call to the thread that owns the session."""


class Lane(Protocol):
    """One line of work."""

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None]) -> None:
        """Run ``work`` in the lane.

        Its value goes to ``done``, its exception to ``failed``, both in the owner's thread.
        """

    def post(self, call: Callable[[], None]) -> None:
        """Hand ``call`` to the owner's thread; for work that reports while it runs."""

    def close(self) -> None:
        """Finish what was submitted, then end; later submissions are refused."""


class InlineLane:
    """Runs everything at once in the caller's thread."""

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None]) -> None:
        """Run ``work`` now."""
        try:
            value = work()
        except Exception as error:
            failed(error)
        else:
            done(value)

    def post(self, call: Callable[[], None]) -> None:
        """Make the call now: the caller's thread is the owner's."""
        call()

    def close(self) -> None:
        """Nothing is left to do."""


class ThreadLane:
    """One thread, born with the lane and ended by ``close``."""

    def __init__(self, name: str, post: Poster) -> None:
        self._queue: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._post = post
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=False)
        self._thread.start()

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None]) -> None:
        """Queue ``work``."""
        if self._closed:
            raise RuntimeError("the lane is closed")

        def job() -> None:
            try:
                value = work()
            except Exception as error:
                self._post(lambda error=error: failed(error))  # type: ignore[misc]
            else:
                self._post(lambda: done(value))

        self._queue.put(job)

    def post(self, call: Callable[[], None]) -> None:
        """Hand ``call`` to the poster."""
        self._post(call)

    def close(self) -> None:
        """Finish what is queued and join the thread."""
        if not self._closed:
            self._closed = True
            self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            job()
