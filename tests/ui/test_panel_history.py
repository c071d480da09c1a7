"""The history of a segment in its panel: steps with names, compared with now and with each other, restored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Ctrl
from tests.ui.settled import settle
from translator_desk.app.commands.edit import SetTarget
from translator_desk.app.commands.workflow import MoveDocument
from translator_desk.model.workflow import Move
from translator_desk.review.history import Since
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.panels.history import HistoryPanel, stamp
from translator_desk.wording import say


def panel(hand):
    return hand.window.findChild(HistoryPanel)


def cards(hand):
    return [card.lines for card in panel(hand)._list.rows.cards]


def words(hand, row):
    """Return what a card says, with struck words in brackets."""
    return "".join(f"[{run.text}]" if run.struck else run.text for line in cards(hand)[row] for run in line.runs)


def choose(hand, view):
    """Choose by keys what is compared."""
    box = panel(hand)._view
    box.setFocus()
    hand.press(Qt.Key.Key_Home)
    for _ in range(box.findData(view)):
        hand.press(Qt.Key.Key_Down)
    assert box.currentData() == view
    box.activated.emit(box.currentIndex())


@pytest.fixture
def written(open_desk):
    hand = open_desk
    settle(hand)
    hand.context.desk.change_settings(person="Li Wei", role="translator")
    hand.context.projects.person_changed()
    hand.go(2)
    hand.first = hand.target(2)
    hand.press(Qt.Key.Key_F9)
    hand.context.actions["panel.history"].trigger()
    hand.wait(lambda: panel(hand) is not None and panel(hand).isVisible())
    for text in ("One draft of it.", "Another draft of it."):
        hand.context.execute(SetTarget(hand.order[1], text, say("draft", "草稿")))
        hand.context.session.leave_row(hand.order[1])
    hand.wait(lambda: len(cards(hand)) == 3)
    return hand


def test_each_step_says_who_and_what(written):
    hand = written
    assert "Li Wei" in words(hand, 0)
    assert "[One]Another draft of it." in words(hand, 0)
    assert hand.first in words(hand, 2)


def test_steps_are_compared_with_now_and_with_each_other(written):
    hand = written
    choose(hand, "now")
    assert "[One]Another draft of it." in words(hand, 1)
    assert "draft" not in words(hand, 0)
    panel(hand)._list.set_current(panel(hand)._list.rows.cards[1].key)
    panel(hand)._mark.click()
    assert "[One]Another draft of it." in words(hand, 0)
    assert "[" not in words(hand, 1)
    assert "[One" in words(hand, 2)


def test_an_older_wording_is_restored_as_a_new_step(written):
    hand = written
    history = panel(hand)
    history._list.set_current(history._list.rows.cards[2].key)
    assert history._restore.isEnabled()
    history._restore.click()
    assert hand.target(2) == hand.first
    hand.wait(lambda: len(cards(hand)) == 4)
    assert words(hand, 0).endswith(stamp(history._steps[0]))
    hand.grid.setFocus()
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert hand.target(2) == "Another draft of it."
    hand.wait(lambda: len(cards(hand)) == 5)


def test_another_segment_shows_its_own_steps(written):
    hand = written
    hand.go(3)
    hand.wait(lambda: len(cards(hand)) == 1)
    assert hand.target(3) in words(hand, 0)


def test_what_became_of_the_document_since_a_point_is_shown_and_leads_there(written):
    hand = written
    document = hand.state.document_order[0]
    hand.context.execute(MoveDocument(document, Move.HAND_OVER))
    hand.context.execute(SetTarget(hand.order[4], "Quite another text.", say("draft", "草稿")))
    hand.context.session.leave_row(hand.order[4])
    choose(hand, Since.IMPORT)
    hand.wait(lambda: len(cards(hand)) == 2)
    assert "Another draft of it." in words(hand, 0)
    choose(hand, Since.HAND_OVER)
    hand.wait(lambda: len(cards(hand)) == 1)
    assert "Quite" in words(hand, 0)
    panel(hand)._list.setFocus()
    hand.press(Qt.Key.Key_Return)
    assert hand.context.focus.segment == hand.order[4]
    choose(hand, Since.DATE)
    dialog = next(one for one in hand.window.findChildren(AskedWords) if one.isVisible())
    dialog._words.setPlainText("2999-01-01")
    hand.qtbot.keyClick(dialog._words, Qt.Key.Key_Return)
    hand.wait(lambda: "Nothing in the document" in panel(hand)._nothing.text())
    assert panel(hand)._pages.currentIndex() == 1
