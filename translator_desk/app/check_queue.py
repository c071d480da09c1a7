"""The segments that wait to be checked: those on the screen first."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable

from translator_desk.model.ids import SegmentId

_AT_ONCE = 1000
"""So many segments are queued before others get at the queue."""


class CheckQueue:
    """Segments, each once; the owner's thread and the lane use it together, and wait for one another for moments only."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: set[SegmentId] = set()
        self._first: deque[SegmentId] = deque()
        self._others: deque[SegmentId] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def pressing(self) -> bool:
        """Whether segments wait that somebody looks at."""
        return bool(self._first)

    def add(self, segments: Iterable[SegmentId], *, first: bool = False) -> None:
        """Let segments wait, before all others where somebody looks at them."""
        queue = self._first if first else self._others
        several = tuple(segments)
        for start in range(0, len(several), _AT_ONCE):
            with self._lock:
                for key in several[start : start + _AT_ONCE]:
                    if first or key not in self._waiting:
                        self._waiting.add(key)
                        queue.append(key)

    def prioritise(self, segments: Iterable[SegmentId]) -> None:
        """Put those of these first that wait."""
        with self._lock:
            self._first.extend(one for one in segments if one in self._waiting)

    def drop(self, segments: Iterable[SegmentId]) -> None:
        """Let these wait no longer."""
        with self._lock:
            self._waiting.difference_update(segments)

    def clear(self) -> None:
        """Let nothing wait."""
        with self._lock:
            self._waiting.clear()
            self._first.clear()
            self._others.clear()

    def take(self) -> SegmentId | None:
        """Take out the segment that comes next; None where none waits."""
        with self._lock:
            key = self._taken(self._first)
            return key if key is not None else self._taken(self._others)

    def take_some(self, most: int) -> list[SegmentId]:
        """Take out segments that nobody looks at, those that come next."""
        found: list[SegmentId] = []
        with self._lock:
            while len(found) < most and (key := self._taken(self._others)) is not None:
                found.append(key)
        return found

    def _taken(self, queue: deque[SegmentId]) -> SegmentId | None:
        while queue:
            key = queue.popleft()
            if key in self._waiting:
                self._waiting.discard(key)
                return key
        return None
