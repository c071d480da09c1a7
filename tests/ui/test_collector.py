"""The search for cycles: cycles go, what was made in bulk is left alone, Python's own search is put back."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QObject

from translator_desk.ui import collector as module
from translator_desk.ui.collector import FEWEST, MANY, Collector


class _Knot:
    def __init__(self):
        self.itself = self


@pytest.fixture
def collector(qapp):
    owner = QObject()
    gc.enable()  # the window of an earlier test may be open still
    gc.collect()
    made = Collector(owner)
    yield made
    made.release()


def _knots(count):
    return [weakref.ref(_Knot()) for _ in range(count)]


def test_python_looks_for_no_cycles_by_itself_meanwhile(collector):
    assert not gc.isenabled()
    collector.release()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_few_objects_are_not_worth_a_look(collector):
    knots = _knots(10)
    collector.look()
    assert all(knot() is not None for knot in knots)


def test_a_look_ends_cycles(collector):
    knots = _knots(FEWEST)
    collector.look()
    assert not any(knot() for knot in knots)


def test_a_cycle_that_outlived_a_look_goes_with_a_later_one(collector, monkeypatch):
    monkeypatch.setattr(module, "_LONG_SECONDS", 60.0)
    kept = [_Knot() for _ in range(FEWEST)]
    knots = [weakref.ref(one) for one in kept]
    collector.look()
    kept.clear()
    for _ in range(16):
        new = [[] for _ in range(FEWEST + 500)]
        collector.look()
        del new
    assert not any(knot() for knot in knots)


def test_what_was_made_in_bulk_is_gone_through_no_more(collector):
    before = gc.get_freeze_count()
    bulk = [[number] for number in range(MANY + FEWEST)]
    collector.look()
    assert gc.get_freeze_count() >= before + len(bulk)
    assert gc.get_count()[0] < FEWEST


def test_what_took_long_to_go_through_is_gone_through_no_more(collector, monkeypatch):
    monkeypatch.setattr(module, "_LONG_SECONDS", 0.0)
    kept = [[number] for number in range(FEWEST + 500)]
    before = gc.get_freeze_count()
    collector.look()
    assert gc.get_freeze_count() >= before + len(kept)


def test_a_reader_that_puts_pythons_own_search_on_again_does_not_prevail(collector):
    gc.enable()
    collector.look()
    assert not gc.isenabled()


def test_once_nothing_is_open_all_is_gone_through(collector, qtbot):
    knots = _knots(MANY + FEWEST)
    collector.look()  # taken for a part of the project
    assert all(knot() is not None for knot in knots)
    collector.project_changed(is_open=False)
    qtbot.waitUntil(lambda: not any(knot() for knot in knots), timeout=5000)


def test_nothing_is_gone_through_where_another_project_is_opened(collector):
    collector.project_changed(is_open=False)
    collector.project_changed(is_open=True)
    assert not collector._rest.isActive()


def test_the_window_has_it_while_it_is_there(desk):
    assert not gc.isenabled()
