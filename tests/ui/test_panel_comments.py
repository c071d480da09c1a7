"""Comments by keys: on a segment, on selected words, answered, resolved, asked back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Ctrl, Shift
from translator_desk.ui.grid.margin import comment_sign
from translator_desk.ui.grid.segment_model import Column
from translator_desk.ui.panels.comments import CommentsPanel


def panel(hand):
    return hand.window.findChild(CommentsPanel)


def cards(hand):
    rows = panel(hand)._list.rows
    return [rows.index(row).data() for row in range(rows.rowCount())]


def comment(hand, words):
    hand.press(Qt.Key.Key_M, Ctrl)
    hand.wait(lambda: panel(hand) is not None and panel(hand)._words.hasFocus())
    hand.type(words)
    hand.press(Qt.Key.Key_Return)


@pytest.fixture
def signed(open_desk):
    open_desk.application.desk.change_settings(person="Li Wei", role="translator")
    open_desk.window.projects.person_changed()
    return open_desk


def test_a_comment_stands_with_its_segment_and_ctrl_z_takes_it_back(signed):
    hand = signed
    hand.go(3)
    comment(hand, "title per 2019 list?")
    assert [one.text for one in hand.state.remarks(hand.order[2])] == ["title per 2019 list?"]
    assert "Li Wei" in cards(hand)[0]
    assert "title per 2019 list?" in cards(hand)[0]
    hand.go(4)
    hand.wait(lambda: cards(hand) == [])
    hand.go(3)
    hand.wait(lambda: len(cards(hand)) == 1)
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert not hand.state.comments


def select_beginning(hand, number):
    """Edit a segment and select its first four letters."""
    hand.go(number, edit=True)
    hand.wait(lambda: hand.grid.editing)
    hand.press(Qt.Key.Key_Home, Ctrl)
    for _ in range(4):
        hand.press(Qt.Key.Key_Right, Shift)


def test_selected_words_are_what_the_comment_is_about(signed):
    hand = signed
    select_beginning(hand, 7)
    words = hand.grid.selected_words()
    comment(hand, "who?")
    assert [one.quote for one in hand.state.remarks(hand.order[6])] == [words]


def test_a_thread_is_answered_resolved_and_opened_again(signed):
    hand = signed
    hand.go(3)
    comment(hand, "really?")
    panel(hand)._words.setPlainText("yes, item 12")
    panel(hand)._answer.click()
    assert "yes, item 12" in cards(hand)[0]
    assert len(cards(hand)) == 1
    panel(hand)._close.click()
    assert "Resolved by Li Wei" in cards(hand)[0]
    panel(hand)._close.click()
    assert "Resolved" not in cards(hand)[0]


def test_open_threads_of_the_project_lead_to_their_segments(signed):
    hand = signed
    for number in (3, 9):
        hand.go(number)
        comment(hand, f"about {number}")
    panel(hand)._scope.setCurrentIndex(1)
    panel(hand)._scope.activated.emit(1)
    assert len(cards(hand)) == 2
    panel(hand)._list.chosen.emit(panel(hand)._list.rows.cards[0].key)
    assert hand.context.focus.segment == hand.order[2]


def test_only_a_role_that_may_is_offered_to_ask_back(signed):
    hand = signed
    hand.go(3)
    comment(hand, "x")
    assert not panel(hand)._ask.isVisible()
    hand.application.desk.change_settings(role="reviewer")
    hand.window.projects.person_changed()
    hand.wait(panel(hand)._ask.isVisible)
    panel(hand)._words.setPlainText("which meeting?")
    panel(hand)._ask.click()
    assert hand.state.segments[hand.order[2]].asked_back


def begin_a_comment(hand):
    hand.go(3)
    hand.press(Qt.Key.Key_M, Ctrl)
    hand.wait(lambda: panel(hand) is not None and panel(hand)._words.hasFocus())
    hand.type("half a thought")
    hand.press(Qt.Key.Key_Escape)


def test_what_was_written_stays_when_the_keyboard_leaves(signed):
    hand = signed
    begin_a_comment(hand)
    assert panel(hand)._words.toPlainText() == "half a thought"


def test_what_is_begun_waits_at_its_segment(signed):
    hand = signed
    begin_a_comment(hand)
    hand.go(5)
    assert panel(hand)._words.toPlainText() == ""
    hand.go(3)
    assert panel(hand)._words.toPlainText() == "half a thought"


def test_ctrl_enter_keeps_the_comment_and_does_not_confirm_the_segment(signed):
    hand = signed
    hand.go(3)
    before = hand.state.segments[hand.order[2]].state
    hand.press(Qt.Key.Key_M, Ctrl)
    hand.wait(lambda: panel(hand) is not None and panel(hand)._words.hasFocus())
    hand.type("which list?")
    hand.press(Qt.Key.Key_Return, Ctrl)
    assert [one.text for one in hand.state.remarks(hand.order[2])] == ["which list?"]
    assert hand.state.segments[hand.order[2]].state is before


def margin(hand, number):
    """Return the sign beside the number of a segment."""
    sign = comment_sign(hand.context, hand.state.segments[hand.order[number - 1]])
    return sign.icon if sign is not None else ""


def hint(hand, number):
    rows = hand.grid.rows
    return rows.index(rows.row_of(hand.order[number - 1]), Column.NUMBER).data(Qt.ItemDataRole.ToolTipRole)


def picture(hand, number):
    rows = hand.grid.rows
    cell = hand.grid.visualRect(rows.index(rows.row_of(hand.order[number - 1]), Column.NUMBER))
    return hand.grid.viewport().grab(cell).toImage()


def test_the_margin_shows_that_somebody_remarked_and_the_mouse_what(signed):
    hand = signed
    hand.go(3)
    before = picture(hand, 3)
    comment(hand, "title per 2019 list?")
    assert margin(hand, 3) == "comment"
    assert picture(hand, 3) != before
    assert "Li Wei: title per 2019 list?" in hint(hand, 3)
    assert hint(hand, 4) is None
    hand.press(Qt.Key.Key_M, Ctrl | Shift)
    assert margin(hand, 3) == "comment-resolved"
    assert hint(hand, 3) is None
    hand.press(Qt.Key.Key_M, Ctrl | Shift)
    assert margin(hand, 3) == "comment"


def test_d_resolves_and_reopens_while_reviewing(signed):
    hand = signed
    hand.go(3)
    comment(hand, "really?")
    hand.press(Qt.Key.Key_F9)
    hand.grid.setFocus()
    hand.wait(hand.context.actions["letter.turn"].isEnabled)
    hand.press(Qt.Key.Key_D)
    assert margin(hand, 3) == "comment-resolved"
    hand.press(Qt.Key.Key_D)
    assert margin(hand, 3) == "comment"
    hand.go(4)
    hand.press(Qt.Key.Key_D)
    assert "Nobody has remarked" in hand.window._status.whispered


def test_a_comment_whose_words_are_gone_says_so(signed):
    hand = signed
    select_beginning(hand, 7)
    words = hand.grid.selected_words()
    comment(hand, "who?")
    select_beginning(hand, 7)
    hand.type("Duan")
    assert margin(hand, 7) == "comment-loose"
    assert "Other words stand there now: “Duan”" in hint(hand, 7)
    assert f"“{words}”" in hint(hand, 7)
    hand.wait(lambda: any("Other words stand there now" in one for one in cards(hand)))
