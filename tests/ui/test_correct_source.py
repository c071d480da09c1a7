"""A slip in the Chinese is corrected from the menu; the history keeps what stood there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from translator_desk.model.revision import RevisionKind
from translator_desk.ui.dialogs.asked_words import AskedWords


@pytest.fixture
def asked(open_desk):
    """A segment is current, its Chinese laid open to be corrected."""
    hand = open_desk
    hand.go(3)
    hand.before = hand.state.segments[hand.order[2]]
    hand.wait(hand.context.actions["edit.correct-source"].isEnabled)
    hand.context.actions["edit.correct-source"].trigger()
    hand.dialog = hand.window.findChild(AskedWords)
    hand.wait(hand.dialog.isVisible)
    hand.words = hand.dialog.findChild(QPlainTextEdit)
    return hand


def segment(hand):
    return hand.state.segments[hand.order[2]]


def test_a_figure_is_corrected_checked_anew_and_taken_back(asked):
    hand = asked
    assert not hand.words.textCursor().hasSelection()
    assert hand.words.toPlainText() == hand.before.source
    hand.words.setPlainText(hand.before.source.replace("6月6日", "6月7日"))
    hand.qtbot.keyClick(hand.words, Qt.Key.Key_Return)
    assert segment(hand).source.startswith("6月7日")
    assert segment(hand).target == hand.before.target
    hand.wait(lambda: any(one.check == "date-mismatch" for one in hand.context.project.checking.issues(hand.order[2])))
    kept = []
    hand.context.desk.history(hand.context.project, hand.order[2], kept.append, pytest.fail)
    hand.wait(lambda: bool(kept))
    assert (kept[0][-1].kind, kept[0][-1].note) == (RevisionKind.SOURCE, f"← {hand.before.source}")
    hand.context.actions["edit.undo"].trigger()
    assert segment(hand).source == hand.before.source


def test_the_same_words_are_no_step(asked):
    hand = asked
    hand.qtbot.keyClick(hand.words, Qt.Key.Key_Return)
    assert segment(hand) == hand.before
    assert hand.context.undo_status.undo.render("en") == "adding documents"


def test_a_source_is_never_emptied(asked):
    hand = asked
    hand.words.clear()
    hand.qtbot.keyClick(hand.words, Qt.Key.Key_Return)
    assert hand.dialog.isVisible()
    hand.qtbot.keyClick(hand.words, Qt.Key.Key_Escape)
    assert segment(hand) == hand.before
