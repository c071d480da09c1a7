"""A translator who sits down is told of the questions that wait, and led to the first of them."""

from __future__ import annotations

import pytest

from tests.ui.settled import settle
from tests.ui.test_review_by_keys import sit_down
from translator_desk.app.commands.comments import AnswerComment, AskBack
from translator_desk.app.commands.workflow import MoveDocument
from translator_desk.app.questions import questions_for
from translator_desk.model.workflow import Move
from translator_desk.ui.panels.cards import CardView
from translator_desk.ui.panels.comments import CommentsPanel
from translator_desk.ui.panels.history import HistoryPanel

TOLD = "A question of the review waits for your answer."


@pytest.fixture
def asked(open_desk):
    """Li hands over, Wang asks about the fifth segment."""
    hand = open_desk
    settle(hand)
    sit_down(hand, "Li Wei", "translator")
    hand.context.execute(MoveDocument(hand.state.document_order[0], Move.HAND_OVER))
    sit_down(hand, "Wang Fang", "reviewer")
    hand.context.execute(AskBack(hand.order[4], "Which meeting?"))
    return hand


def told(hand):
    return [one for one in hand.window.sentences if "waits for your answer" in one]


def test_who_handed_the_text_over_is_told_and_led_there(asked):
    hand = asked
    assert told(hand) == []
    sit_down(hand, "Li Wei", "translator")
    assert told(hand) == [TOLD]
    hand.window._questions._go()
    assert hand.context.focus.segment == hand.order[4]
    hand.wait(lambda: hand.window.findChild(CommentsPanel) is not None)
    (question,) = hand.state.remarks(hand.order[4])
    hand.context.execute(AnswerComment(question.id, "The one on 6 June."))
    sit_down(hand, "Li Wei", "translator")
    assert told(hand) == []


def test_nobody_else_is_bothered(asked):
    hand = asked
    assert questions_for(hand.state, "Wang Fang") == ()
    assert questions_for(hand.state, "Zhao Min") == ()
    assert questions_for(hand.state, "Li Wei") == (hand.order[4],)


def test_the_history_calls_a_question_by_its_name(asked):
    hand = asked
    hand.go(5)
    hand.context.actions["panel.history"].trigger()
    hand.wait(lambda: hand.window.findChild(HistoryPanel) is not None)
    cards = hand.window.findChild(HistoryPanel).findChild(CardView)
    hand.wait(lambda: any("Asked back" in text for text in said(cards)))
    (asked_back,) = [text for text in said(cards) if "Asked back" in text]
    assert "Which meeting?" in asked_back
    assert "asked back:" not in asked_back


def said(cards):
    """Return what each card says, as it is spoken."""
    model = cards.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]
