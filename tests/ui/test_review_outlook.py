"""A decision that would bring flags says which, under the segment, and waits for the same key again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Alt, Shift
from tests.ui.test_review_by_keys import change, decide, sit_down
from tests.ui.test_review_by_keys import review as review
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.grid.segment_model import Column


@pytest.fixture
def mended(review):
    """Li mended a name and spoilt a figure besides; Wang stands on the mended name."""
    hand = review
    sit_down(hand, "Li Wei", "translator")
    hand.name = change(hand, "Deng Qunze", "Deng Qunce")
    hand.figure = change(hand, "June 12th", "June 21st")
    sit_down(hand, "Wang Fang", "reviewer")
    hand.grid.setFocus()
    go(hand, hand.name)
    return hand


def go(hand, segment):
    hand.context.review.go_to(hand.context.review.queue.of(segment)[0])


def line(hand):
    return hand.grid.decision_line


def pending(hand, segment):
    return hand.state.segments[segment].redline is not None


def test_rejecting_what_mends_a_flag_waits_for_the_second_r(mended):
    hand = mended
    decide(hand, Qt.Key.Key_R)
    assert pending(hand, hand.name)
    assert line(hand).isVisible()
    assert "Deng Qunze" in line(hand).words
    assert "R again rejects" in line(hand).words
    row = hand.grid.visualRect(hand.grid.rows.index(hand.grid.rows.row_of(hand.name), Column.TARGET))
    room = hand.grid.viewport().height()
    assert line(hand).y() in (row.bottom() + 1, room - line(hand).height())
    decide(hand, Qt.Key.Key_R)
    assert not pending(hand, hand.name)
    assert not line(hand).isVisible()


def test_accepting_what_brings_a_flag_waits_for_the_second_a(mended):
    hand = mended
    go(hand, hand.figure)
    decide(hand, Qt.Key.Key_A)
    assert pending(hand, hand.figure)
    assert "Accepting brings" in line(hand).words
    assert "21" in line(hand).words
    decide(hand, Qt.Key.Key_A)
    assert not pending(hand, hand.figure)


def test_esc_takes_the_decision_back_and_so_does_going_on(mended):
    hand = mended
    decide(hand, Qt.Key.Key_R)
    hand.press(Qt.Key.Key_Escape)
    assert not line(hand).isVisible()
    assert pending(hand, hand.name)
    decide(hand, Qt.Key.Key_R)
    assert line(hand).isVisible()
    hand.press(Qt.Key.Key_N)
    assert not line(hand).isVisible()
    hand.press(Qt.Key.Key_P)
    decide(hand, Qt.Key.Key_R)
    assert pending(hand, hand.name)


def test_the_other_decision_is_carried_out_at_once(mended):
    hand = mended
    decide(hand, Qt.Key.Key_R)
    assert line(hand).isVisible()
    decide(hand, Qt.Key.Key_A)
    assert not pending(hand, hand.name)
    assert hand.state.segments[hand.name].target.count("Deng Qunce")


def test_while_editing_the_key_named_is_the_one_that_works(mended):
    hand = mended
    hand.press(Qt.Key.Key_F2)
    hand.wait(lambda: hand.grid.editing)
    decide(hand, Qt.Key.Key_R, Alt)
    assert "+R again" in line(hand).words
    hand.press(Qt.Key.Key_Escape)
    assert not line(hand).isVisible()
    assert hand.grid.editing
    hand.press(Qt.Key.Key_Escape)


def test_a_reason_is_asked_for_with_the_flags_in_sight(mended):
    hand = mended
    hand.press(Qt.Key.Key_R, Alt | Shift)
    dialog = next(one for one in hand.window.findChildren(AskedWords) if one.isVisible())
    assert "Deng Qunze" in dialog.warning
    hand.qtbot.keyClicks(dialog.focusWidget(), "as in the list of 2018")
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not pending(hand, hand.name)


def test_words_that_would_bring_a_flag_say_so_while_they_are_written(mended):
    hand = mended
    hand.press(Qt.Key.Key_E)
    dialog = next(one for one in hand.window.findChildren(AskedWords) if one.isVisible())
    assert dialog.warning == ""
    hand.qtbot.keyClicks(dialog.focusWidget(), "Qunze")
    dialog._words.setPlainText("Qunxe")
    assert "Qunxe" in dialog.warning
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert pending(hand, hand.name)


def test_what_was_said_of_an_empty_queue_goes_when_there_is_one_again(review):
    hand = review
    hand.press(Qt.Key.Key_N)
    for _ in range(3):
        decide(hand, Qt.Key.Key_A)
    assert "No change waits" in hand.window._status.whispered
    hand.press(Qt.Key.Key_U)
    assert "No change waits" not in hand.window._status.whispered
