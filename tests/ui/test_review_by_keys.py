"""A review by keys in a real window: changes found, decided, amended, asked back, undone; many at one stroke."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import Alt, Ctrl
from tests.ui.settled import settle
from translator_desk.app.commands.edit import EditTarget
from translator_desk.app.commands.workflow import MoveDocument
from translator_desk.model.workflow import Move
from translator_desk.text.span import Span
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.dialogs.bulk_decision import BulkDecision
from translator_desk.ui.grid.redline_painter import Showing
from translator_desk.ui.panels.changes import ChangesPanel

FROM_TO = (("June 6", "6 June"), ("eight special", "nine special"), ("publicity,catering", "publicity, catering"))


def change(hand, old, new):
    """Write other words as the person at the desk."""
    for segment in hand.state.segments.values():
        at = segment.target.find(old)
        if at >= 0:
            hand.context.execute(EditTarget(segment.id, Span(at, at + len(old)), new))
            return segment.id
    raise AssertionError(old)


def sit_down(hand, name, role):
    hand.context.desk.change_settings(person=name, role=role)
    hand.context.projects.person_changed()


@pytest.fixture
def review(open_desk):
    """Li hands the text over, Li changes three places, Wang sits down to review."""
    hand = open_desk
    settle(hand)
    sit_down(hand, "Li Wei", "translator")
    document = hand.state.document_order[0]
    hand.context.execute(MoveDocument(document, Move.HAND_OVER))
    hand.changed = [change(hand, old, new) for old, new in FROM_TO]
    sit_down(hand, "Wang Fang", "reviewer")
    hand.press(Qt.Key.Key_F9)
    hand.wait(lambda: hand.window.findChild(ChangesPanel) is not None)
    hand.wait(lambda: len(hand.context.review.changes()) == len(FROM_TO))
    hand.grid.setFocus()
    hand.go(1)
    return hand


def decide(hand, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key that decides, once the desk has seen that there is something to decide."""
    hand.wait(hand.context.actions["review.accept"].isEnabled)
    hand.press(key, modifiers)


def segment(hand, number):
    return hand.state.segments[hand.changed[number]]


def test_changes_are_decided_by_single_letters(review):
    hand = review
    hand.press(Qt.Key.Key_N)
    assert hand.context.focus.segment == hand.changed[0]
    decide(hand, Qt.Key.Key_A)
    assert segment(hand, 0).redline is None
    assert FROM_TO[0][1] in segment(hand, 0).target
    assert hand.context.focus.segment == hand.changed[1]
    decide(hand, Qt.Key.Key_R)
    decide(hand, Qt.Key.Key_R)  # the figure would be wrong again: asked once more
    assert segment(hand, 1).redline is None
    assert FROM_TO[1][0] in segment(hand, 1).target
    hand.press(Qt.Key.Key_U)
    assert segment(hand, 1).redline is not None
    assert not hand.grid.editing


def test_words_are_amended_and_questions_asked(review):
    hand = review
    hand.press(Qt.Key.Key_N)
    decide(hand, Qt.Key.Key_E)
    dialog = hand.window.findChild(AskedWords)
    hand.wait(dialog.isVisible)
    hand.qtbot.keyClicks(dialog.focusWidget(), "June the 6th")
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert "June the 6th" in segment(hand, 0).target
    assert segment(hand, 0).redline is None
    hand.grid.setFocus()
    hand.press(Qt.Key.Key_Q)
    dialog = next(one for one in hand.window.findChildren(AskedWords) if one.isVisible())
    hand.qtbot.keyClicks(dialog.focusWidget(), "Which meeting is meant?")
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert segment(hand, 1).asked_back


def test_while_editing_letters_are_typed_and_alt_decides(review):
    hand = review
    hand.press(Qt.Key.Key_N)
    hand.press(Qt.Key.Key_F2)
    hand.wait(lambda: hand.grid.editing)
    before = segment(hand, 0).target
    decide(hand, Qt.Key.Key_A, Alt)
    assert segment(hand, 0).redline is None
    assert segment(hand, 0).target == before
    hand.type("a")
    assert segment(hand, 0).target != before
    hand.press(Qt.Key.Key_Escape)


def test_the_whole_list_is_accepted_at_one_stroke_and_taken_back(review):
    hand = review
    hand.context.actions["review.accept-all"].trigger()
    dialog = hand.window.findChild(BulkDecision)
    hand.wait(dialog.isVisible)
    decided = len(dialog._bulk.chosen)
    assert decided + len(dialog._bulk.skipped) == len(FROM_TO)
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    hand.wait(lambda: len(hand.context.review.changes()) == len(FROM_TO) - decided)
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert len(hand.context.review.changes()) == len(FROM_TO)


def test_three_sides_are_shown_in_turn(review):
    hand = review
    row = hand.grid.rows.row_of(hand.changed[1])

    def drawn():
        return hand.grid._layouts.row(hand.grid.rows.segment(row)).target_text

    assert "eightnine special" in drawn()
    hand.press(Qt.Key.Key_F7, Ctrl)
    assert hand.grid.showing is Showing.FINAL
    assert FROM_TO[1][0] not in drawn()
    hand.press(Qt.Key.Key_F7, Ctrl)
    assert hand.grid.showing is Showing.ORIGINAL
    assert FROM_TO[1][0] in drawn()


def test_letters_type_in_the_translators_perspective(review):
    hand = review
    while hand.context.perspective != "translate":
        hand.press(Qt.Key.Key_F9)
    hand.grid.setFocus()
    hand.go(1)
    hand.press(Qt.Key.Key_A)
    assert hand.grid.editing


def test_keys_pressed_in_one_breath_find_things_as_they_stand(review):
    hand = review
    while hand.context.perspective != "translate":
        hand.press(Qt.Key.Key_F9)
    hand.context.actions.refresh()
    hand.go(1)
    hand.grid.setFocus()
    hand.context.actions.refresh()
    keys = (Qt.Key.Key_F9, Qt.Key.Key_N, Qt.Key.Key_A)
    while hand.context.perspective != "review":
        hand.press(keys[0])
    for key in keys[1:]:
        QTest.keyClick(hand.grid, key)  # no event of the window comes between
    assert segment(hand, 0).redline is None
    assert not hand.grid.editing


def test_what_was_refused_is_forgotten_once_something_is_done(review):
    hand = review
    own = change(hand, "held a meeting", "met")
    hand.context.focus.go_to(own)
    while (here := hand.context.review.current).authors != {"Wang Fang"}:
        hand.press(Qt.Key.Key_N)
    assert here.segment == own
    hand.press(Qt.Key.Key_A)
    (told,) = refusals(hand)
    assert "your own wording" in told
    hand.context.actions["review.approve"].trigger()
    (told,) = refusals(hand)
    assert "undecided changes" in told
    hand.press(Qt.Key.Key_R)
    assert not refusals(hand)


def refusals(hand):
    return [one for one in hand.window.sentences if "is in review" not in one]
