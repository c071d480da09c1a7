"""A pair pasted without a project makes one; the flag strip keeps the deeds that are asked for most."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from tests.ui.conftest import Ctrl
from translator_desk.ui.dialogs.paste_text import PasteText
from translator_desk.ui.flag_strip import WORDS_WIDTH, FlagStrip


def test_a_pair_pasted_on_the_start_page_makes_a_project(hand):
    QApplication.clipboard().setText("The meeting was held on June 6.")
    action = hand.context.actions["project.paste-both"]
    hand.context.actions.refresh()
    assert action.isEnabled()
    action.trigger()
    dialog = hand.window.findChild(PasteText)
    chinese, english = dialog.findChildren(QPlainTextEdit)
    assert english.toPlainText() == "The meeting was held on June 6."
    chinese.setPlainText("会议于6月6日召开。")
    dialog.accept()
    hand.wait(lambda: hand.context.is_open and bool(hand.state.segments))
    segment = hand.state.segments[hand.order[0]]
    assert (segment.source, segment.target) == ("会议于6月6日召开。", "The meeting was held on June 6.")
    assert hand.context.project.path.exists()
    hand.wait(lambda: hand.window.findChild(PasteText) is None)


def test_ctrl_v_on_the_start_page_begins_with_what_was_copied(hand):
    QApplication.clipboard().setText("The meeting was held on June 6.")
    hand.wait(lambda: hand.window.focusWidget() is not None)
    hand.press(Qt.Key.Key_V, Ctrl)
    hand.wait(lambda: hand.context.is_open and bool(hand.state.segments))
    assert hand.target(1) == "The meeting was held on June 6."


def test_a_folder_that_cannot_be_written_leaves_the_pasted_text_in_sight(hand):
    documents = hand.application.desk.paths.documents
    documents.parent.mkdir(parents=True, exist_ok=True)
    if documents.exists():
        documents.rmdir()
    documents.write_text("a file stands where the folder should be", encoding="utf-8")
    QApplication.clipboard().setText("A sentence.")
    hand.context.actions["project.paste-both"].trigger()
    dialog = hand.window.findChild(PasteText)
    dialog.accept()
    hand.wait(dialog.isEnabled)
    assert dialog.isVisible()
    assert dialog.findChildren(QPlainTextEdit)[1].toPlainText() == "A sentence."
    assert not hand.context.is_open
    dialog.reject()


@pytest.mark.parametrize("width", [1024, 1360])
def test_ignoring_is_offered_however_long_the_suggestion(open_desk, width):
    hand = open_desk
    hand.window.resize(width, 760)
    for _ in hand.context.project.checking.all_issues():
        hand.context.actions["go.next-flag"].trigger()
        strip = hand.window._flag
        shown = [one.text() for one in strip.findChildren(QPushButton) if one.isVisible()]
        assert any("Ignore" in one for one in shown), shown
        if hand.context.focus.issue.fixes:
            assert any("Alt+1" in one for one in shown), shown


def test_a_long_suggestion_is_shortened_rather_than_ignoring_left_out(open_desk):
    hand = open_desk
    hand.go(1, edit=True)
    hand.type("hello")
    hand.grid.leave()
    hand.wait(lambda: any(one.fixes for one in hand.context.issues_here()))
    issue = next(one for one in hand.context.issues_here() if one.fixes)
    hand.context.focus.set_issue(issue)
    assert issue.fixes[0].replacement == "National Hygienic City"
    strip = hand.window.findChild(FlagStrip)
    shown = lambda: [one.text() for one in strip.findChildren(QPushButton) if one.isVisible()]  # noqa: E731
    for width, words in ((WORDS_WIDTH + 340, "…”"), (WORDS_WIDTH + 700, "National Hygienic City”")):
        strip.setFixedWidth(width)
        hand.wait(lambda words=words: any(words in one for one in shown()))
        assert any(one.startswith("Write “National") for one in shown())
        assert any("Ignore" in one for one in shown())
