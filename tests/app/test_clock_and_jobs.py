"""Time handed in by hand; lanes that bring their values back to the owner."""

from __future__ import annotations

import queue
import threading

import pytest

from translator_desk.app.clock import ManualClock
from translator_desk.app.jobs import InlineLane, ThreadLane


def test_calls_fall_due_in_order_and_cancelled_ones_never():
    clock, made = ManualClock(), []
    clock.call_later(2, lambda: made.append("two"))
    clock.call_later(1, lambda: (made.append("one"), clock.call_later(0.5, lambda: made.append("one and a half"))))
    clock.call_later(1.2, lambda: made.append("never")).cancel()
    clock.advance(0.9)
    assert made == []
    clock.advance(1.1)
    assert made == ["one", "one and a half", "two"]
    assert clock.monotonic() == 2.0


def test_the_inline_lane_works_at_once():
    got = []
    InlineLane().submit(lambda: 6 * 7, got.append, lambda error: None)
    InlineLane().submit(lambda: 1 // 0, got.append, lambda error: got.append(type(error)))
    assert got == [42, ZeroDivisionError]


def test_the_thread_lane_works_elsewhere_in_order_and_reports_to_the_owner():
    posted: queue.Queue = queue.Queue()
    lane = ThreadLane("test", posted.put)
    threads, values, errors = set(), [], []
    for number in range(5):
        lane.submit(lambda n=number: (threads.add(threading.get_ident()), n)[1], values.append, errors.append)
    lane.submit(lambda: 1 // 0, values.append, errors.append)
    lane.close()
    while not posted.empty():
        posted.get()()
    assert values == [0, 1, 2, 3, 4]
    assert [type(error) for error in errors] == [ZeroDivisionError]
    assert threads
    assert threading.get_ident() not in threads
    with pytest.raises(RuntimeError):
        lane.submit(lambda: 0, values.append, errors.append)
