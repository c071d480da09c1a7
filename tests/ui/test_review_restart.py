"""The queue and the place in it survive a restart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar

from tests.ui.test_review_by_keys import change
from tests.ui.test_review_by_keys import review as review
from translator_desk.app.review_queue import QueueFilter
from translator_desk.review.kinds import ChangeKind
from translator_desk.ui.panels.changes import KINDS, ChangesPanel


def test_perspective_filter_and_place_are_found_again(review, new_desk):
    hand = review
    panel = hand.window.findChild(ChangesPanel)
    panel._kinds.setCurrentIndex(1 + list(KINDS).index(ChangeKind.NUMBER))
    panel._kinds.activated.emit(panel._kinds.currentIndex())
    author = next(at for at in range(panel._authors.count()) if panel._authors.itemData(at) == "Li Wei")
    panel._authors.setCurrentIndex(author)
    panel._authors.activated.emit(author)
    hand.grid.setFocus()
    hand.press(Qt.Key.Key_N)
    here, path = hand.context.focus.segment, hand.context.project.path
    wanted = hand.context.review.wanted
    assert wanted == QueueFilter(hand.context.focus.document, "Li Wei", ChangeKind.NUMBER)
    hand.close()
    again = new_desk()
    again.open_project(path)
    again.wait(lambda: again.context.review.wanted == wanted)
    assert again.context.perspective == "review"
    assert again.context.focus.segment == here
    panel = again.window.findChild(ChangesPanel)
    again.wait(lambda: panel._kinds.currentData() == ChangeKind.NUMBER and panel._authors.currentData() == "Li Wei")


def test_the_second_change_of_a_segment_is_the_one_to_decide_again(review, new_desk):
    hand = review
    words = hand.state.segments[hand.changed[0]].target.split(" ")
    assert change(hand, words[-1], "Otherwise.") == hand.changed[0]
    hand.context.review.go_to(hand.context.review.queue.of(hand.changed[0])[1])
    path = hand.context.project.path
    hand.close()
    again = new_desk()
    again.open_project(path)
    again.wait(lambda: again.context.focus.hunk == (hand.changed[0], 2))


def test_every_panel_has_one_tab_after_going_to_and_fro(review, new_desk):
    hand = review
    path = hand.context.project.path
    hand.close()
    hand = new_desk()
    hand.open_project(path)
    hand.wait(lambda: hand.context.perspective == "review")
    for perspective in ("translate", "review", "translate", "review"):
        hand.context.show_perspective(perspective)
        QApplication.processEvents()
    below, beside = ["Changes", "Problems", "Ignored"], ["Comments", "History", "Terms"]
    assert sorted(tabs(hand)) == [below, beside]
    hand.context.actions["panel.digest"].trigger()
    QApplication.processEvents()
    assert sorted(tabs(hand)) == [[*below, "Done by others"], beside]


def tabs(hand):
    """Return the names on each row of tabs that can be seen."""
    bars = [one for one in hand.window.findChildren(QTabBar) if one.isVisible()]
    return [[one.tabText(at) for at in range(one.count())] for one in bars if one.count()]
