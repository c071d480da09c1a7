"""Beside the queue: what the translator ignored and why, what was mended since the hand-over, what was asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.ui.settled import settle
from tests.ui.test_review_by_keys import change, sit_down
from tests.ui.test_review_by_keys import review as review
from translator_desk.app.commands.comments import AskBack
from translator_desk.app.commands.waivers import WaiveIssue
from translator_desk.app.review_queue import QueueFilter
from translator_desk.model.waiver import WaiverScope
from translator_desk.review.kinds import ChangeKind
from translator_desk.ui.panels import changes
from translator_desk.ui.panels.change_details import ChangeDetails
from translator_desk.ui.panels.changes import ChangesPanel


def details(hand):
    """Return what is said of the current segment, a text a card."""
    panel = hand.window.findChild(ChangeDetails)
    return ["\n".join(line.text for line in card.lines) for card in panel.cards]


def test_what_was_ignored_is_told_with_its_reason_and_name(review):
    hand = review
    settle(hand)
    sit_down(hand, "Li Wei", "translator")
    issue = next(one for one in hand.context.project.checking.all_issues() if one.check == "capitals")
    hand.context.execute(WaiveIssue(issue, WaiverScope.HERE, "printed so in the programme"))
    sit_down(hand, "Wang Fang", "reviewer")
    hand.context.focus.go_to(issue.segment)
    hand.wait(lambda: any("printed so in the programme" in one for one in details(hand)))
    (said,) = (one for one in details(hand) if "programme" in one)
    assert said.startswith("Ignored")
    assert "Li Wei" in said
    hand.go(1)
    hand.wait(lambda: not any("programme" in one for one in details(hand)))


def test_flags_mended_since_the_hand_over_are_told_when_their_change_was_decided(review):
    hand = review
    figure = hand.changed[1]
    hand.context.review.go_to(hand.context.review.queue.of(figure)[0])
    hand.wait(lambda: any(one.startswith("This change mends") for one in details(hand)))
    hand.wait(hand.context.actions["review.accept"].isEnabled)
    hand.press(Qt.Key.Key_A)
    hand.context.focus.go_to(figure)
    hand.wait(lambda: any(one.startswith("Mended since the hand-over") for one in details(hand)))
    assert len(details(hand)) == len(set(details(hand)))


def test_a_segment_without_anything_to_tell_says_so(review):
    hand = review
    hand.go(1)
    panel = hand.window.findChild(ChangeDetails)
    hand.wait(lambda: panel.currentWidget() is panel._nothing)
    assert "No flag of this segment" in panel._nothing.text()


def test_a_question_stands_on_top_of_the_translators_queue_with_its_words(review):
    hand = review
    last = hand.order[11]
    hand.context.execute(AskBack(last, "Which leaders exactly?"))
    sit_down(hand, "Li Wei", "translator")
    panel = hand.window.findChild(ChangesPanel)
    hand.wait(lambda: bool(panel._list.rows.cards))
    panel._show()
    first = panel._list.rows.cards[0]
    assert first.key == (int(last), 0)
    assert any("Wang Fang: Which leaders exactly?" in line.text for line in first.lines)
    hand.context.focus.go_to(last)
    hand.wait(lambda: any("Wang Fang asks\nWhich leaders exactly?" in one for one in details(hand)))


def test_what_stays_wrong_on_both_sides_is_told(review):
    hand = review
    sit_down(hand, "Li Wei", "translator")
    settle(hand)
    place = change(hand, "nine special", "seven special")
    sit_down(hand, "Wang Fang", "reviewer")
    hand.context.review.go_to(hand.context.review.queue.of(place)[0])
    hand.wait(lambda: any(one.startswith("Before and after this change") for one in details(hand)))


def test_a_long_queue_is_shown_around_the_current_change_and_leads_on(review, monkeypatch):
    hand = review
    monkeypatch.setattr(changes, "SHOWN", 1)
    panel = hand.window.findChild(ChangesPanel)
    hand.grid.setFocus()
    hand.press(Qt.Key.Key_N)
    panel._show()
    keys = lambda: [card.key for card in panel._list.rows.cards]  # noqa: E731
    assert keys() == [(int(hand.changed[0]), 1), changes._LATER]
    assert "2 changes after these" in panel._list.rows.cards[-1].lines[0].text
    hand.press(Qt.Key.Key_N)
    hand.wait(lambda: keys() == [changes._EARLIER, (int(hand.changed[1]), 1), changes._LATER])
    panel._list.setFocus()
    hand.press(Qt.Key.Key_End)
    hand.press(Qt.Key.Key_Return)
    assert hand.context.focus.segment == hand.changed[2]
    assert keys() == [changes._EARLIER, (int(hand.changed[2]), 1)]


def test_a_current_change_outside_the_filter_leaves_the_list_in_peace(review):
    hand = review
    panel = hand.window.findChild(ChangesPanel)
    hand.press(Qt.Key.Key_N)
    hand.context.review.narrow(QueueFilter(kind=ChangeKind.PUNCTUATION))
    hand.wait(lambda: len(panel._list.rows.cards) == 1)
    hand.context.review.go_to(hand.context.review.queue.of(hand.changed[1])[0])
    panel._later.stop()
    panel._show()
    assert not panel._later.isActive()


def test_no_card_and_no_button_stands_for_a_segment_without_a_change(review):
    hand = review
    panel = hand.window.findChild(ChangesPanel)
    buttons = panel._deeds.values()
    hand.press(Qt.Key.Key_N)
    hand.wait(lambda: panel._list.current is not None)
    assert all(one.isEnabled() for one in buttons)
    hand.go(1)
    assert panel._list.current is None
    assert not any(one.isEnabled() for one in buttons)
    panel._show()
    assert panel._list.current is None


def test_the_buttons_name_their_keys_where_there_is_room(review):
    panel = review.window.findChild(ChangesPanel)
    buttons = list(panel._deeds.values())
    panel.resize(2000, panel.height())
    enough = panel._bar.sizeHint().width()
    for width, words in ((enough, "Amend… (E)"), (enough - 1, "Amend…"), (enough, "Amend… (E)")):
        panel.resize(width, panel.height())
        assert buttons[-1].text() == words
        assert buttons[-1].toolTip() == "Amend… (E)"


def test_in_a_small_window_the_filters_are_not_cut(review):
    review.window.resize(1024, 700)
    panel = review.window.findChild(ChangesPanel)
    boxes = panel.findChildren(QComboBox)
    assert len(boxes) == 3
    review.wait(lambda: review.window.width() == 1024 and all(one.width() >= one.sizeHint().width() for one in boxes))
