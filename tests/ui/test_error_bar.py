"""The bar on top: what is said there waits its turn, is reached by keys, and counts are written alike everywhere."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from translator_desk.model.severity import Level
from translator_desk.ui.error_bar import MOST, ErrorBar
from translator_desk.wording import say


def notice(number):
    return say(f"Draft {number} was set aside.", f"草稿 {number} 已另存。")


@pytest.fixture
def bar(open_desk):
    for number in range(1, MOST + 3):
        open_desk.window.tell(notice(number), level=Level.WARNING)
    return open_desk.window.findChild(ErrorBar)


def seen(bar):
    return [one.text() for one in bar.findChildren(QLabel) if one.isVisible() and "Draft" in one.text()]


def counted(bar):
    return [one.text() for one in bar.findChildren(QLabel) if one.isVisible() and "messages" in one.text()]


def test_no_sentence_is_pushed_out_by_newer_ones(open_desk, bar):
    assert len(open_desk.window.sentences) == MOST + 2
    assert len(seen(bar)) == MOST
    assert counted(bar) == [f"{MOST} of {MOST + 2} messages are in sight; closing one shows the next."]
    open_desk.window.retract(notice(MOST + 2))
    assert len(seen(bar)) == MOST
    open_desk.window.retract(notice(MOST + 1))
    assert "Draft 1 was set aside." in seen(bar)
    assert counted(bar) == []


def test_all_are_closed_at_once(open_desk, bar):
    button = next(one for one in bar.findChildren(QPushButton) if one.text() == "Close all")
    open_desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert open_desk.window.sentences == []
    assert not bar.isVisible()


def test_the_bar_is_reached_and_closed_by_keys(open_desk, bar):
    done = []
    open_desk.window.tell(say("Not read.", "未能读取。"), (say("Read again", "重新读取"), lambda: done.append(1)))
    open_desk.grid.setFocus()
    open_desk.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert bar.isAncestorOf(open_desk.window.focusWidget())
    open_desk.press(Qt.Key.Key_Space)
    assert done == [1]
    for left in range(MOST + 2, 0, -1):
        assert len(open_desk.window.sentences) == left
        open_desk.press(Qt.Key.Key_Escape)
    assert open_desk.window.sentences == []
    assert open_desk.window.focusWidget() is open_desk.grid


def test_counts_are_written_in_groups(open_desk):
    bar = open_desk.window.filter_bar
    assert bar.tr("%n segment(s)", "", 100_000) == "100,000 segments"
    assert open_desk.context.language.number(100_000) == "100,000"


def test_every_one_of_many_drafts_set_aside_can_be_used(open_desk):
    hand = open_desk
    segments, path = hand.order[: MOST + 2], hand.context.project.path
    hand.window.projects.close()
    hand.wait(lambda: not hand.context.is_open)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            "INSERT INTO draft (segment, author, text, base_version, time) VALUES (?, 'Li', ?, -1, "
            "'2020-01-01T00:00:00+00:00')",
            [(segment, f"Typed {segment}.") for segment in segments],
        )
    hand.open_project(path)
    bar = hand.window.findChild(ErrorBar)
    for segment in segments:
        shown = [one for one in bar.findChildren(QPushButton) if one.isVisible() and one.text() == "Use what was typed"]
        hand.qtbot.mouseClick(min(shown, key=lambda one: one.mapTo(bar, one.pos()).y()), Qt.MouseButton.LeftButton)
        assert hand.state.segments[segment].target == f"Typed {segment}."
    assert hand.window.sentences == []
