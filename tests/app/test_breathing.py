"""A long search lets others in, and ends where it is not wanted any more."""

from __future__ import annotations

import itertools
import sys
import threading

import pytest

from translator_desk.app import breathing
from translator_desk.app.breathing import Breath, Courtesy, StoppedError, short_turns


@pytest.fixture
def lock(monkeypatch):
    """A lock that is held, and time that passes by half a millisecond whenever somebody looks at the clock."""
    ticks = itertools.count(step=0.0005)
    monkeypatch.setattr(breathing.time, "perf_counter", lambda: next(ticks))
    held = threading.Lock()
    held.acquire()
    return held


def test_others_have_the_run_now_and_then(lock, monkeypatch):
    free = []
    monkeypatch.setattr(breathing.time, "sleep", lambda _: free.append(not lock.locked()))
    done = []
    breath = Breath(lock, lambda: False, lambda: done.append(lock.locked()), yields=True)
    for _ in range(12):
        breath()
    assert 3 <= len(free) < 12
    assert all(free)
    assert done == [True] * len(free)
    assert lock.locked()


def test_nobody_else_has_it_where_there_is_one_thread(lock, monkeypatch):
    monkeypatch.setattr(breathing.time, "sleep", None)
    breath = Breath(lock, lambda: False, lambda: None, yields=False)
    for _ in range(12):
        breath()
    assert lock.locked()


def test_a_search_nobody_wants_ends(lock):
    breath = Breath(lock, lambda: True, lambda: None, yields=True)
    breath()
    with pytest.raises(StoppedError):
        breath()


def test_turns_are_shorter_for_a_while():
    usual = sys.getswitchinterval()
    with short_turns():
        assert sys.getswitchinterval() <= breathing.TURN_SECONDS * 1.01
    assert sys.getswitchinterval() == usual


def test_work_beside_the_window_waits_while_the_window_works_but_not_for_ever(monkeypatch):
    courtesy, done = Courtesy(), threading.Event()
    courtesy()
    monkeypatch.setattr(breathing, "PATIENCE_SECONDS", 30.0)
    courtesy.window_works()
    worker = threading.Thread(target=lambda: (courtesy(), done.set()))
    worker.start()
    assert not done.is_set()
    courtesy.window_rests()
    assert done.wait(10)
    worker.join()
    monkeypatch.setattr(breathing, "PATIENCE_SECONDS", 0.001)
    courtesy.window_works()
    courtesy()
