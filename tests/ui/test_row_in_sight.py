"""The row that somebody works on stays in sight when a message takes room from the grid."""

from __future__ import annotations

from translator_desk.model.severity import Level
from translator_desk.wording import say


def in_sight(hand):
    row = hand.grid.visualRect(hand.grid.currentIndex())
    return row.top() >= 0 and row.bottom() < hand.grid.viewport().height()


def lowest_in_sight(hand):
    """Go to the last row that the grid shows whole; return its number."""
    number = max(
        number
        for number, key in enumerate(hand.order, start=1)
        if hand.grid.visualRect(hand.grid.rows.index(hand.grid.rows.row_of(key), 0)).bottom()
        < hand.grid.viewport().height()
    )
    hand.go(number)
    return number


def test_a_message_does_not_push_the_row_out_of_sight(open_desk):
    hand = open_desk
    hand.window.resize(1024, 560)
    hand.wait(lambda: hand.window.height() == 560)
    hand.go(1)
    number = lowest_in_sight(hand)
    assert number < len(hand.order)
    assert in_sight(hand)
    height = hand.grid.viewport().height()
    for count in (1, 2):
        hand.context.shell.tell(
            say("Something is wrong here ({count}).", "有误（{count}）。", count=count), level=Level.ERROR
        )
    hand.wait(lambda: hand.grid.viewport().height() < height - 20)
    hand.wait(lambda: in_sight(hand))
    assert hand.context.focus.segment == hand.order[number - 1]


def test_a_row_scrolled_away_is_left_alone(open_desk):
    hand = open_desk
    hand.window.resize(1024, 560)
    hand.wait(lambda: hand.window.height() == 560)
    hand.go(1)
    bar = hand.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    hand.window.resize(1024, 620)
    hand.window.resize(1024, 560)
    hand.wait(lambda: hand.window.height() == 560)
    assert before - bar.value() < 80
    assert not in_sight(hand)
