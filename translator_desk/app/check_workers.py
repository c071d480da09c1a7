"""Processes that look at segments while the window's process shows and judges what they see.

Threads of one process take turns: a background check in one of them is felt under the typist's hands. A process of its
own is not, and several check several times as much. They start when the first task comes, and end after some idle
seconds, when they are closed, and when this program ends in whatever way.
"""

from __future__ import annotations

import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from translator_desk.app.check_worker import (
    message_of_segments,
    messages_of_context,
    messages_of_document,
    read_message,
    write_message,
)
from translator_desk.checks.base import CheckContext
from translator_desk.checks.elsewhere import AT_A_TIME, Task
from translator_desk.model.document import Document
from translator_desk.model.ids import CheckId, DocumentId, SegmentId

MOST = 4
"""More would wait for the one process that takes their answers over."""
AHEAD = 2
"""Tasks a worker has at a time, so that it need not wait for the next."""
IDLE_SECONDS = 20.0
PATIENCE_SECONDS = 60.0
"""A worker that has not answered for so long is ended; starting it takes two."""
WORKER_THREAD = "check worker"
"""Name of the threads that speak with the workers, each of which lives until its process has ended."""

_START = (
    "import os, sys; sys.path[:] = sys.argv.pop(1).split(os.pathsep); "
    "from translator_desk.app.check_worker import main; main()"
)

logger = logging.getLogger(__name__)


def worker_count(*, gently: bool = False) -> int:
    """Return how many workers this machine is good for: one a processor, none where there is but one.

    Args:
        gently: Leave one processor to the person at the desk.
    """
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(processors - gently, MOST) if processors > 1 else 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of a task.

    Attributes:
        task: The task.
        data: One of the answers to it, for ``unpack``; None where no more will come.
        lost: The segments of which none will come.
    """

    task: Task
    data: bytes | None
    lost: tuple[SegmentId, ...] = ()


class CheckWorkers:
    """Worker processes; all calls but ``close`` and ``wake`` come from one thread at a time."""

    def __init__(self, count: int | None = None, *, gently: bool = True) -> None:
        """Prepare; no process is started before there is a task.

        Args:
            count: How many processes there may be; as many as the machine is good for by default.
            gently: Let all other programs go first, and leave a processor to them.
        """
        self._most = worker_count(gently=gently) if count is None else count
        self._gently = gently
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._arrivals: queue.SimpleQueue[Arrival | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        """Holds all that follows."""
        self._running: list[_Running] = []
        self._out = 0
        self._closed = False
        self._told = False
        self._woken = False

    @property
    def room(self) -> int:
        """How many more tasks may be handed out; 0 for good where no process can be started."""
        return max(0, self._most * AHEAD - self._out)

    @property
    def processes(self) -> tuple[int, ...]:
        """The numbers of the processes that live."""
        with self._lock:
            return tuple(one.pid for one in self._running if one.pid)

    def hand_out(self, task: Task) -> None:
        """Have a task done by the next worker that is free."""
        with self._lock:
            if self._closed or not self._most:
                self._arrivals.put(Arrival(task, None, tuple(one.id for one in task.segments)))
                return
            self._out += 1
            self._tasks.put(task)
            if len(self._running) < self._most:
                self._running.append(_Running(self, gently=self._gently))

    def collect(self, seconds: float) -> Sequence[Arrival]:
        """Return what has come, after at most so many seconds; nothing where ``wake`` is called."""
        overdue = time.monotonic() - PATIENCE_SECONDS
        with self._lock:
            for one in self._running:
                if one.busy_since < overdue:
                    one.kill()
        found: list[Arrival] = []
        try:
            arrival = self._arrivals.get(timeout=seconds) if seconds > 0 else self._arrivals.get_nowait()
            while arrival is not None:
                found.append(arrival)
                arrival = self._arrivals.get_nowait()
            self._woken = False
        except queue.Empty:
            pass
        return found

    def wake(self) -> None:
        """Let ``collect`` return at once; from any thread."""
        if not self._woken:
            self._woken = True
            self._arrivals.put(None)

    def close(self) -> None:
        """End the processes; what they still do is let go. From any thread; nobody waits."""
        with self._lock:
            self._closed = True
            for one in self._running:
                one.kill()
                self._tasks.put(None)

    # For the threads that speak with the processes

    def next_task(self, *, idle: bool) -> Task | None:
        """Return a task; None where there is none, by an idle one after some time."""
        try:
            return self._tasks.get(timeout=IDLE_SECONDS) if idle else self._tasks.get_nowait()
        except queue.Empty:
            return None

    def answered(self, task: Task, data: bytes, *, last: bool) -> None:
        """Take an answer, the last one to its task perhaps."""
        if last:
            with self._lock:
                self._out -= 1
        self._arrivals.put(Arrival(task, data))

    def may_end(self, one: _Running) -> bool:
        """Return whether an idle one may end: a task may have come this moment."""
        with self._lock:
            if not self._tasks.empty() and not self._closed:
                return False
            self._running.remove(one)
            return True

    def died(self, one: _Running, left: Sequence[tuple[Task, int]], error: Exception | None) -> None:
        """Give back what a worker did not do; it is not replaced."""
        with self._lock:
            if one in self._running:
                self._running.remove(one)
            self._most -= 1
            tasks = list(left)
            while not self._running and not self._tasks.empty():
                task = self._tasks.get_nowait()
                if task is not None:
                    tasks.append((task, 0))
            self._out -= len(tasks)
            if not self._closed and not self._told:
                self._told = True
                logger.warning("a check worker ended (%s); its segments are checked in this process", error or "EOF")
        for task, answered in tasks:
            lost = tuple(segment.id for segment in task.segments[answered * AT_A_TIME :])
            self._arrivals.put(Arrival(task, None, lost))


class _Running:
    """One process, and the thread that speaks with it."""

    def __init__(self, workers: CheckWorkers, *, gently: bool) -> None:
        self._workers = workers
        self._gently = gently
        self._process: subprocess.Popen[bytes] | None = None
        self._killed = False
        self._context: CheckContext | None = None
        self._checks: frozenset[CheckId] = frozenset()
        self._documents: dict[DocumentId, Document] = {}
        self._waiting: deque[tuple[Task, int]] = deque()
        """Tasks sent, each with the number of answers that have come."""
        self.busy_since = float("inf")
        threading.Thread(target=self._serve, name=WORKER_THREAD, daemon=True).start()

    @property
    def pid(self) -> int:
        """The number of the process, 0 before it is started."""
        return self._process.pid if self._process is not None else 0

    def kill(self) -> None:
        """End the process: it keeps nothing, so it may end anywhere."""
        self._killed = True
        if self._process is not None:
            self._process.kill()

    def _serve(self) -> None:
        trouble: Exception | None = None
        try:
            self._process = process = _started(gently=self._gently)
            if self._killed:
                process.kill()
            with process:
                assert process.stdin is not None
                assert process.stdout is not None
                if self._work(process.stdin, process.stdout):
                    return
        except Exception as error:  # no process to be had, one that ended while it was spoken to, or a bug of ours
            trouble = error
        self._workers.died(self, self._waiting, trouble)

    def _work(self, to: IO[bytes], answers: IO[bytes]) -> bool:
        """Have tasks done; return True where there are none any more, False where the process has ended."""
        while True:
            while len(self._waiting) < AHEAD:
                task = self._workers.next_task(idle=not self._waiting)
                if task is not None:
                    self._waiting.append((task, 0))
                    self.busy_since = time.monotonic()
                    self._send(task, to)
                elif self._waiting:
                    break
                elif self._workers.may_end(self):
                    return True
            data = read_message(answers)
            if data is None:
                return False
            task, answered = self._waiting.popleft()
            last = (answered + 1) * AT_A_TIME >= len(task.rows)
            if not last:
                self._waiting.appendleft((task, answered + 1))
            self.busy_since = time.monotonic() if self._waiting else float("inf")
            self._workers.answered(task, data, last=last)

    def _send(self, task: Task, to: IO[bytes]) -> None:
        """Send a task, and before it what the process does not know."""
        if task.context is not self._context or task.running != self._checks:
            for message in messages_of_context(task):
                write_message(to, message)
            self._context, self._checks = task.context, task.running
            self._documents.clear()
        for document in task.documents:
            if self._documents.get(document.id) is not document:
                for message in messages_of_document(document):
                    write_message(to, message)
                self._documents[document.id] = document
        write_message(to, message_of_segments(task))
        to.flush()


def _started(*, gently: bool) -> subprocess.Popen[bytes]:
    """Start a process that waits for messages.

    Raises:
        OSError: The system does not let us, or the program is packed so that there is no interpreter to start.
    """
    if getattr(sys, "frozen", False) or not sys.executable:
        raise OSError("there is no interpreter to start")
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | (subprocess.BELOW_NORMAL_PRIORITY_CLASS if gently else 0)
    # Not by ``multiprocessing``: that reads the main module anew, Qt and all, in every process.
    return subprocess.Popen(
        [sys.executable, "-c", _START, os.pathsep.join(sys.path), *(["gently"] if gently else [])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if sys.stderr is None else None,  # a window of Windows has none
        creationflags=flags,
    )
