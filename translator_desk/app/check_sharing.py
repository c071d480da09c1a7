"""Has worker processes look at segments of a run where many wait, and takes over what they see."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from translator_desk.app.breathing import PAUSE_SECONDS
from translator_desk.app.check_queue import CheckQueue
from translator_desk.app.check_workers import Arrival, CheckWorkers
from translator_desk.checks.elsewhere import Unpacker
from translator_desk.checks.engine import CheckRun
from translator_desk.checks.groups import Order
from translator_desk.model.ids import SegmentId
from translator_desk.model.segment import Segment

SHARED_FROM = 20_000
"""Segments that must wait before processes are started, which read for two seconds of a processor before their first."""
TOGETHER = 200
"""Segments a worker is given at a time; more together do not gain."""
SILENCE_SECONDS = 0.25
"""Who has not heard of any worker for so long checks by himself: they start, or other programs go first."""
START_SECONDS = 5.0
"""So long workers are waited for with patience; on a computer with time they take two."""

Placed = tuple[Segment, Order]


class Sharing:
    """Shares the segments of a queue with workers; for the one lane that checks.

    Attributes:
        out: How many segments the workers have.
    """

    def __init__(
        self,
        run: CheckRun,
        lock: threading.Lock,
        queue: CheckQueue,
        workers: CheckWorkers,
        placed: Callable[[SegmentId], Placed | None],
        opened: Callable[[SegmentId], Placed | None],
        taken: Callable[[Sequence[Segment]], None],
    ) -> None:
        """Prepare; nothing is started.

        Args:
            run: The run that keeps the findings.
            lock: Is held while the run is used.
            queue: The segments that wait.
            workers: The processes.
            placed: Returns a segment as it is and its place in the reading order, None for one that is gone.
            opened: As ``placed``, and has its document open in the run; the lock is held.
            taken: Told what was taken over; the lock is held.
        """
        self.out = 0
        self._run = run
        self._lock = lock
        self._queue = queue
        self._workers = workers
        self._placed = placed
        self._opened = opened
        self._taken = taken
        self._unpacker = Unpacker()
        self._heard = self._began = 0.0

    @property
    def starting(self) -> bool:
        """Whether workers start, and have not taken uncommonly long to do so."""
        began = self._began
        return bool(self.out) and self._heard < began and time.monotonic() - began < START_SECONDS

    def share(self, *, yields: bool = True, patience: float | None = None) -> bool:
        """Give out what there is room for, and take over what comes.

        Args:
            yields: Let others in between two answers.
            patience: So many seconds without an answer are waited through while segments are left for the caller;
                ``SILENCE_SECONDS`` by default.

        Returns:
            Whether there is nothing better to do than to ask again; no where the caller should check some himself.
        """
        workers, queue = self._workers, self._queue
        if not self.out and len(queue) < (TOGETHER if workers.processes else SHARED_FROM):
            return False
        while workers.room and len(queue) >= TOGETHER and self._hand_out():
            pass
        if not self.out:
            return False
        patience = SILENCE_SECONDS if patience is None else patience
        silence = time.monotonic() - self._heard
        arrivals = workers.collect(max(0.0, patience - silence) if len(queue) else SILENCE_SECONDS)
        for number, arrival in enumerate(arrivals):
            if number and yields:
                time.sleep(PAUSE_SECONDS)
            self._take_over(arrival)
        if arrivals:
            self._heard = time.monotonic()
        return bool(arrivals or not len(queue))

    def _hand_out(self) -> bool:
        """Give out some segments; return whether there were any."""
        keys = self._queue.take_some(TOGETHER)
        with self._lock:
            segments = [segment for segment, _ in filter(None, map(self._opened, keys))]
            if segments:
                if not self.out and not self._workers.processes:
                    self._began = time.monotonic()
                self.out += len(segments)
                self._workers.hand_out(self._run.hand_out(segments))
        return bool(keys)

    def _take_over(self, arrival: Arrival) -> None:
        """Take over what a worker saw; what has changed meanwhile, or was lost, waits again."""
        if arrival.data is None:
            self._queue.add(arrival.lost)
            self.out -= len(arrival.lost)
            return
        answer = self._unpacker.unpack(arrival.data, arrival.task)
        rows = arrival.task.rows[answer.first : answer.first + len(answer.seen)]
        with self._lock:
            late = self._run.take_over(arrival.task, answer, self._placed)
            self._taken([segment for segment, _ in rows if segment.id not in late])
        self._queue.add(late)
        self.out -= len(rows)
