"""Many changes decided at one stroke by keys: those alike from one of them, those of the filter; one step to undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Ctrl, Shift
from tests.ui.test_review_by_keys import change, sit_down
from tests.ui.test_review_by_keys import review as review
from translator_desk.app.changes import Progress
from translator_desk.app.commands.edit import EditTarget
from translator_desk.text.span import Span
from translator_desk.ui.dialogs.bulk_decision import BulkDecision


@pytest.fixture
def alike(review):
    """Li wrote "our" for the first "the" of every sentence; Wang stands on the first."""
    hand = review
    sit_down(hand, "Li Wei", "translator")
    hand.places = []
    for segment in hand.state.segments.values():
        at = segment.target.find(" the ")
        if at >= 0 and segment.id not in hand.changed:
            hand.context.execute(EditTarget(segment.id, Span(at + 1, at + 4), "our"))
            hand.places.append(segment.id)
    sit_down(hand, "Wang Fang", "reviewer")
    hand.grid.setFocus()
    hand.context.review.go_to(hand.context.review.queue.of(hand.places[0])[0])
    hand.wait(hand.context.actions["letter.alike-accept"].isEnabled)
    return hand


def waiting(hand):
    return [key for key in hand.places if hand.state.segments[key].redline is not None]


def dialog_of(hand):
    dialog = next(one for one in hand.window.findChildren(BulkDecision) if one.isVisible())
    hand.wait(dialog.isActiveWindow)
    return dialog


@pytest.mark.parametrize(("modifiers", "word"), [(Qt.KeyboardModifier.NoModifier, " our "), (Shift, " the ")])
def test_all_identical_changes_are_decided_from_one_of_them(alike, modifiers, word):
    hand = alike
    assert len(hand.places) > 2
    hand.press(Qt.Key.Key_I, modifiers)
    dialog = dialog_of(hand)
    chosen = {one.segment for one in dialog._bulk.chosen}
    assert chosen <= set(hand.places)
    assert len(chosen) + len(dialog._bulk.skipped) == len(hand.places)
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    hand.wait(lambda: set(waiting(hand)) == set(hand.places) - chosen)
    assert all(word in hand.state.segments[key].target for key in chosen)
    hand.wait(hand.window.isActiveWindow)
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert waiting(hand) == hand.places


def test_what_the_filter_shows_is_accepted_after_a_look(alike):
    hand = alike
    hand.press(Qt.Key.Key_A, Ctrl | Shift)
    dialog = dialog_of(hand)
    assert {one.segment for one in dialog._bulk.chosen} <= {*hand.places, *hand.changed}
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    hand.wait(hand.window.isActiveWindow)
    assert waiting(hand) == hand.places


def test_a_name_mended_at_this_very_moment_is_accepted_with_the_others(review):
    hand = review
    sit_down(hand, "Li Wei", "translator")
    mended = change(hand, "Deng Qunze", "Deng Qunce")
    sit_down(hand, "Wang Fang", "reviewer")
    hand.press(Qt.Key.Key_A, Ctrl | Shift)
    dialog = next(one for one in hand.window.findChildren(BulkDecision) if one.isVisible())
    assert mended in {one.segment for one in dialog._bulk.chosen}


def test_nothing_is_decided_at_one_stroke_before_the_checks_have_seen_everything(review, monkeypatch):
    hand = review
    checking = hand.context.project.checking
    monkeypatch.setattr(checking, "progress", Progress(1, 100))
    hand.press(Qt.Key.Key_A, Ctrl | Shift)
    assert not [one for one in hand.window.findChildren(BulkDecision) if one.isVisible()]
    assert any("checks are not done" in one for one in hand.window.sentences)
