"""A window whose check is shared with other processes shows the same flags, and leaves no process behind."""

from __future__ import annotations

import os

import pytest

from tests.ui.settled import settle
from translator_desk.app import check_sharing, check_workers, checking
from translator_desk.app.check_workers import CheckWorkers
from translator_desk.app.documents import InputOptions
from translator_desk.checks.base import CheckContext, CheckOptions
from translator_desk.checks.engine import check_all


def lives(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def answers(monkeypatch):
    """All is shared, two segments at a time, with one process; the answers that came from it."""
    came, answered, started = [], CheckWorkers.answered, check_workers._started
    monkeypatch.setattr(check_sharing, "SHARED_FROM", 1)
    monkeypatch.setattr(check_sharing, "TOGETHER", 2)
    monkeypatch.setattr(check_sharing, "SILENCE_SECONDS", 1e6)
    monkeypatch.setattr(checking, "SHARED_AFTER_SECONDS", 0)
    monkeypatch.setattr(check_workers, "worker_count", lambda **_: 1)
    monkeypatch.setattr(check_workers, "_started", lambda **_: started(gently=False))  # or others go first for long
    monkeypatch.setattr(CheckWorkers, "answered", lambda *got, **more: came.append(got) or answered(*got, **more))
    return came


def test_the_flags_are_those_of_a_check_in_one_process(answers, hand, texts):
    hand.window.projects.add(InputOptions(tuple(map(str, texts.iterdir())), aligned=True), "shared")
    hand.wait(lambda: hand.context.is_open and bool(hand.state.segments))
    hand.qtbot.waitUntil(lambda: hand.context.project.checking.progress.finished, timeout=90_000)
    settle(hand)
    assert answers
    here = hand.context.project.checking
    (process,) = here.processes
    project = hand.context.session.state.project()
    full = check_all(project, CheckContext(here.term_base), CheckOptions(own=here.own))
    assert here.all_issues() == full.all_issues()
    assert here.all_issues()
    hand.close()
    hand.wait(lambda: not lives(process))
