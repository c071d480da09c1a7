"""Some words of a change are decided by keys, the others wait."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Alt, Shift
from tests.ui.test_review_by_keys import change, sit_down
from tests.ui.test_review_by_keys import review as review
from translator_desk.model.revision import RevisionKind
from translator_desk.ui.dialogs.hunk_part import HunkPart
from translator_desk.ui.panels.changes import ChangesPanel


@pytest.fixture
def rewritten(review):
    """Li wrote three words over three others; Wang stands on them."""
    hand = review
    sit_down(hand, "Li Wei", "translator")
    hand.place = change(hand, "make sure to pass", "pass with all")
    sit_down(hand, "Wang Fang", "reviewer")
    hand.grid.setFocus()
    hand.context.review.go_to(hand.context.review.queue.of(hand.place)[0])
    hand.wait(hand.context.actions["review.part"].isEnabled)
    return hand


def open_parts(hand):
    hand.wait(hand.window.isActiveWindow)
    hand.press(Qt.Key.Key_W)
    dialog = next(one for one in hand.window.findChildren(HunkPart) if one.isVisible())
    hand.wait(dialog.isActiveWindow)
    return dialog


def redline(hand):
    return hand.state.segments[hand.place].redline


def test_words_chosen_with_shift_are_accepted_and_the_rest_waits(rewritten):
    hand = rewritten
    dialog = open_parts(hand)
    before = len(dialog._parts)
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Right, Shift)
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_A)
    assert redline(hand) is not None
    assert "make sure" not in redline(hand).baseline
    assert "pass with all" in redline(hand).target
    dialog = open_parts(hand)
    assert len(dialog._parts) == before - 2
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    hand.wait(hand.window.isActiveWindow)
    hand.press(Qt.Key.Key_U)
    assert "make sure" in redline(hand).baseline


def test_chosen_words_are_rejected_alone(rewritten):
    hand = rewritten
    dialog = open_parts(hand)
    last = len(dialog._parts) - 1
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_End)
    assert [index.row() for index in dialog._words.selectedIndexes()] == [last]
    gone = dialog._parts[last].new
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_R)
    assert gone not in redline(hand).target.split()
    assert redline(hand).pending
    records = []
    hand.context.desk.record(hand.context.project, records.append, hand.context.tell_error)
    hand.wait(lambda: bool(records))
    step = records[0].revisions[-1]
    assert step.kind is RevisionKind.REJECT
    assert gone in step.note


def test_a_change_of_one_word_has_no_parts(review):
    hand = review
    hand.context.review.go_to(hand.context.review.queue.of(hand.changed[1])[0])
    hand.wait(hand.context.actions["review.part"].isEnabled)
    hand.press(Qt.Key.Key_W)
    assert not any(one.isVisible() for one in hand.window.findChildren(HunkPart))
    assert "it has no parts" in hand.window._status.whispered


@pytest.fixture
def contested(review):
    """Li wrote other words, Chen others over Li's; Wang stands on them."""
    hand = review
    sit_down(hand, "Li Wei", "translator")
    hand.place = change(hand, "from time to time", "frequently")
    sit_down(hand, "Chen Yu", "translator")
    change(hand, "frequently", "repeatedly")
    sit_down(hand, "Wang Fang", "reviewer")
    hand.grid.setFocus()
    hand.context.review.go_to(hand.context.review.queue.of(hand.place)[0])
    hand.wait(hand.context.actions["review.part"].isEnabled)
    return hand


def test_words_struck_before_they_were_agreed_go_with_those_in_their_place(contested):
    dialog = open_parts(contested)
    assert [dialog._words.item(at).text() for at in range(dialog._words.count())] == [
        "from",
        "time",
        "to",
        "time",
        "repeatedly",
    ]


def test_each_wording_of_a_contested_change_can_be_read(contested):
    hand = contested
    row = hand.grid._layouts.row(hand.grid.rows.segment(hand.grid.rows.row_of(hand.place)))
    assert "from time to timefrequentlyrepeatedly" in row.target_text
    panel = hand.window.findChild(ChangesPanel)
    shown = lambda: {card.lines[0].text for card in panel._list.rows.cards}  # noqa: E731
    hand.wait(lambda: "from time to time frequently repeatedly" in shown())


@pytest.mark.parametrize(
    ("person", "key", "baseline", "target", "open_still"),
    [
        ("Chen Yu", Qt.Key.Key_R, "from time to time", "frequently", {"Li Wei"}),
        ("Li Wei", Qt.Key.Key_A, "frequently", "repeatedly", {"Chen Yu"}),
    ],
)
def test_what_one_of_several_people_did_is_decided_alone(contested, person, key, baseline, target, open_still):
    hand = contested
    dialog = open_parts(hand)
    hand.qtbot.keyClick(dialog, Qt.Key.Key_D, Alt)
    whose = dialog.focusWidget()
    while person not in whose.currentText():
        hand.qtbot.keyClick(whose, Qt.Key.Key_Down)
    hand.qtbot.keyClick(whose, key)
    assert baseline in redline(hand).baseline
    assert target in redline(hand).target
    assert redline(hand).authors == open_still
    hand.wait(hand.window.isActiveWindow)
    hand.press(Qt.Key.Key_U)
    assert redline(hand).authors == {"Li Wei", "Chen Yu"}
