"""Segments looked at by other processes: the same findings, whatever becomes of the processes."""

from __future__ import annotations

import logging
import os
import queue
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.app.builders import session
from tests.app.test_checking import TERMS, flags, fresh, other_base, random_pairs
from tests.glossary.builders import term_base
from translator_desk.app import check_sharing, check_workers
from translator_desk.app import checking as checking_module
from translator_desk.app.check_queue import CheckQueue
from translator_desk.app.check_workers import Arrival, CheckWorkers
from translator_desk.app.checking import Checking
from translator_desk.app.commands.edit import SetTarget
from translator_desk.app.jobs import InlineLane
from translator_desk.checks.base import CheckContext
from translator_desk.checks.elsewhere import Onlooker, pack
from translator_desk.checks.engine import CheckRun
from translator_desk.checks.portable import packed, unpacked
from translator_desk.wording import say

WAIT = 60


@pytest.fixture
def shared(monkeypatch):
    """Every segment is one to share, a few at a time."""
    monkeypatch.setattr(check_sharing, "SHARED_FROM", 1)
    monkeypatch.setattr(check_sharing, "TOGETHER", 3)
    monkeypatch.setattr(check_sharing, "SILENCE_SECONDS", 1e6)
    monkeypatch.setattr(checking_module, "SHARED_AFTER_SECONDS", 0)


@pytest.fixture
def workers():
    """One process, started by the first task."""
    made = CheckWorkers(1, gently=False)
    yield made
    made.close()


def until(fact):
    over = time.monotonic() + WAIT
    while not fact():
        assert time.monotonic() < over
        time.sleep(0.01)


def lives(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def some_session(seed=1, count=14):
    dice = random.Random(seed)
    return session(("a", random_pairs(dice, count)), ("b", random_pairs(dice, count)))[0]


def task_of(made, base, *numbers):
    """Return a task with some segments, and the run it is from."""
    run = CheckRun(base)
    for document in made.state.documents.values():
        run.open_document(document)
    return run.hand_out(list(made.state.segments.values())[number] for number in numbers)


def all_arrivals(workers, count):
    found = []
    until(lambda: found.extend(workers.collect(0.01)) or len(found) >= count)
    return found


@pytest.mark.usefixtures("shared")
def test_what_a_process_sees_is_what_is_seen_here(workers):
    base, made = term_base(TERMS), some_session()
    checking = Checking(made, base, InlineLane(), yields=False, workers=workers)
    taken = []
    workers.answered = lambda *got, **more: taken.append(got) or CheckWorkers.answered(workers, *got, **more)
    checking.start()
    assert checking.progress.finished
    assert len(taken) == 9
    assert flags(checking) == fresh(made, base)
    (process,) = workers.processes
    assert lives(process)
    # Other terms, a date: the same process is told.
    now = base.without_entry("p-deng")
    checking.use_terms(now)
    assert flags(checking) == fresh(made, now)
    assert workers.processes == (process,)
    checking.close()
    until(lambda: not lives(process))


class Another:
    """Looks at segments as a process does, and answers whenever it likes, or dies."""

    def __init__(self, dice, meanwhile):
        self.dice, self.meanwhile = dice, meanwhile
        self.tasks = []
        self.processes = (0,)
        self.dead = False

    @property
    def room(self):
        return 0 if self.dead else max(0, 4 - len(self.tasks))

    def hand_out(self, task):
        base = CheckContext(*unpacked(packed((task.context.term_base, task.context.name_decisions))))
        onlooker = Onlooker(base, task.running)
        for document in unpacked(packed(task.documents)):
            onlooker.open_document(document)
        segments = unpacked(packed(task.segments))
        (data,) = map(pack, onlooker.answers(segments))
        self.tasks.append((task, data))

    def collect(self, _):
        self.meanwhile()
        self.dead = self.dead or self.dice.random() < 0.05
        found = []
        while self.tasks and (self.dead or self.dice.random() < 0.7):
            task, data = self.tasks.pop(self.dice.randrange(len(self.tasks)))
            if self.dead or self.dice.random() < 0.05:
                found.append(Arrival(task, None, tuple(one.id for one in task.segments)))
            else:
                found.append(Arrival(task, data))
        return found

    def wake(self):
        pass

    def close(self):
        pass


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("seed", range(25))
def test_whatever_happens_before_an_answer_comes_the_end_is_as_a_full_check_says(seed):
    dice = random.Random(seed)
    base, made = term_base(TERMS), some_session(seed)
    wanted, left = [base], [dice.randrange(6)]

    def meanwhile():
        if left[0] <= 0 or dice.random() < 0.6:
            return
        left[0] -= 1
        segment = dice.choice(list(made.state.segments.values()))
        if dice.randrange(3):
            made.execute(SetTarget(segment.id, random_pairs(dice, 1)[0][1], say("typed", "输入")))
        else:
            wanted.append(other_base(wanted[-1], dice))
            checking.use_terms(wanted[-1])

    checking = Checking(made, base, InlineLane(), yields=False, workers=Another(dice, meanwhile))
    checking.start()
    assert checking.progress.finished
    assert flags(checking) == fresh(made, wanted[-1])


@pytest.mark.usefixtures("shared")
def test_a_process_that_dies_gives_its_segments_back(workers, caplog):
    base, made = term_base(TERMS), some_session()
    first = task_of(made, base, 0, 1)
    workers.hand_out(first)
    (arrival,) = all_arrivals(workers, 1)
    assert arrival.data is not None
    (process,) = workers.processes
    os.kill(process, signal.SIGKILL)
    with caplog.at_level(logging.WARNING):
        workers.hand_out(task_of(made, base, 2, 3, 4))
        (arrival,) = all_arrivals(workers, 1)
    assert arrival.data is None
    assert len(arrival.lost) == 3
    assert workers.room == 0
    assert len(caplog.records) == 1
    # The check goes on here.
    checking = Checking(made, base, InlineLane(), yields=False, workers=workers)
    checking.start()
    assert checking.progress.finished
    assert flags(checking) == fresh(made, base)


@pytest.mark.usefixtures("shared")
def test_where_no_process_can_be_started_the_check_goes_on_here(workers, monkeypatch, caplog):
    def refused(*_, **__):
        raise PermissionError("not in this box")

    monkeypatch.setattr(check_workers.subprocess, "Popen", refused)
    base, made = term_base(TERMS), some_session()
    with caplog.at_level(logging.WARNING):
        checking = Checking(made, base, InlineLane(), yields=False, workers=workers)
        checking.start()
    assert checking.progress.finished
    assert flags(checking) == fresh(made, base)
    (record,) = caplog.records
    assert "not in this box" in record.getMessage()


def test_a_process_that_does_not_answer_is_ended(workers, monkeypatch):
    base, made = term_base(TERMS), some_session()
    workers.hand_out(task_of(made, base, 0, 1))
    until(lambda: workers.processes)
    (process,) = workers.processes
    monkeypatch.setattr(check_workers, "PATIENCE_SECONDS", -1)
    arrivals = all_arrivals(workers, 1)
    assert len(arrivals[-1].lost) == 2
    assert not lives(process)


def test_an_idle_process_ends_and_another_is_started(workers, monkeypatch):
    monkeypatch.setattr(check_workers, "IDLE_SECONDS", 0.01)
    base, made = term_base(TERMS), some_session()
    for _ in range(2):
        workers.hand_out(task_of(made, base, 0, 1))
        (arrival,) = all_arrivals(workers, 1)
        assert arrival.data is not None
        until(lambda: not workers.processes)


def test_what_cannot_be_told_to_a_process_is_checked_here(workers, monkeypatch, caplog):
    base, made = term_base(TERMS), some_session()
    task = task_of(made, base, 0, 1)
    monkeypatch.setattr(check_workers, "messages_of_context", lambda task: [packed(lambda: None)])
    with caplog.at_level(logging.WARNING):
        workers.hand_out(task)
        (arrival,) = all_arrivals(workers, 1)
    assert arrival.lost == tuple(one.id for one in task.segments)
    assert workers.room == 0


@pytest.mark.usefixtures("shared")
def test_segments_somebody_looks_at_are_checked_here(workers):
    base, made = term_base(TERMS), some_session()
    checking = Checking(made, base, InlineLane(), yields=False, workers=CheckWorkers(0))
    checking.start()
    taken = CheckQueue()
    taken.add(made.state.segments, first=True)
    sharing = check_sharing.Sharing(checking._run, checking._lock, taken, workers, None, None, None)
    assert not sharing.share()
    assert not workers.processes


@pytest.mark.usefixtures("shared")
def test_the_lane_rests_while_processes_start(workers, monkeypatch):
    base, made = term_base(TERMS), some_session()
    slept = []
    checking = Checking(made, base, InlineLane(), workers=workers)
    monkeypatch.setattr(check_sharing, "SILENCE_SECONDS", 0)
    monkeypatch.setattr(
        checking_module.time, "sleep", lambda seconds: slept.append((seconds, checking._sharing.starting))
    )
    checking.start()
    assert checking.progress.finished
    assert slept[0] == (checking_module.REST_SECONDS, True)
    assert not checking._sharing.starting
    assert flags(checking) == fresh(made, base)


def test_however_often_it_is_woken_it_wakes_once(workers):
    for _ in range(5):
        workers.wake()
    assert workers.collect(0) == []
    with pytest.raises(queue.Empty):
        workers._arrivals.get_nowait()
    workers.wake()
    assert workers.collect(WAIT) == []


def test_a_machine_with_one_processor_has_no_workers(monkeypatch):
    monkeypatch.setattr(check_workers.os, "sched_getaffinity", lambda _: {3}, raising=False)
    assert check_workers.worker_count() == check_workers.worker_count(gently=True) == 0
    monkeypatch.setattr(check_workers.os, "sched_getaffinity", lambda _: set(range(3)), raising=False)
    assert check_workers.worker_count() == 3
    assert check_workers.worker_count(gently=True) == 2
    monkeypatch.setattr(check_workers.os, "sched_getaffinity", lambda _: set(range(64)), raising=False)
    assert check_workers.worker_count() == check_workers.MOST


def test_a_process_imports_neither_window_nor_store_nor_formats():
    code = (
        "import sys, translator_desk.app.check_worker; from translator_desk.checks.registry import all_checks; "
        "all_checks(); print(*sys.modules)"
    )
    read = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "translator_desk.checks.engine" not in read
    for name in (
        "PySide6",
        "sqlalchemy",
        "lxml",
        "sacrebleu",
        "translator_desk.ui",
        "translator_desk.formats",
    ):
        assert name not in read


PARENT = """
import sys, time
from tests.app.test_check_workers import TERMS, some_session, task_of, term_base, until
from translator_desk.app.check_workers import CheckWorkers
workers = CheckWorkers(1, gently=False)
workers.hand_out(task_of(some_session(), term_base(TERMS), 0, 1))
until(lambda: workers.processes)
print(*workers.processes, flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing kills like that there")
def test_no_process_outlives_a_program_that_is_killed():
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True)
    with parent:
        process = int(parent.stdout.readline())
        assert lives(process)
        parent.kill()
    until(lambda: not lives(process))
