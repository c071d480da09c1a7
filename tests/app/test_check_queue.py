"""Segments wait once, and those that somebody looks at come first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator_desk.app.check_queue import CheckQueue

KEYS = st.lists(st.integers(0, 5), max_size=4)
STEP = st.tuples(st.sampled_from(["add", "first", "prioritise", "drop", "take", "some"]), KEYS)


def test_those_looked_at_come_first():
    queue = CheckQueue()
    queue.add([3, 1, 0, 2])
    queue.prioritise([0, 7])
    assert queue.pressing
    assert [queue.take() for _ in range(5)] == [0, 3, 1, 2, None]
    assert not queue.pressing


def test_some_are_taken_of_those_nobody_looks_at():
    queue = CheckQueue()
    queue.add([1, 2, 3])
    queue.add([9], first=True)
    assert queue.take_some(2) == [1, 2]
    assert queue.take_some(9) == [3]
    assert queue.take_some(9) == []
    assert len(queue) == 1
    queue.clear()
    assert queue.take() is None


@given(st.lists(STEP, max_size=15))
def test_what_waits_is_taken_once(steps):
    queue, waiting = CheckQueue(), set()
    for what, keys in steps:
        if what in ("add", "first"):
            queue.add(keys, first=what == "first")
            waiting |= set(keys)
        elif what == "prioritise":
            queue.prioritise(keys)
        elif what == "drop":
            queue.drop(keys)
            waiting -= set(keys)
        elif what == "take":
            key = queue.take()
            assert (key is None) == (not waiting)
            waiting.discard(key)
        else:
            taken = queue.take_some(len(keys))
            assert set(taken) <= waiting
            assert len(taken) == len(set(taken)) <= len(keys)
            waiting -= set(taken)
        assert len(queue) == len(waiting)
    rest = [queue.take() for _ in waiting]
    assert set(rest) == waiting
    assert queue.take() is None
