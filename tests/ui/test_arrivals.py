"""Chinese that comes without English is not taken for English: it begins a translation, or goes beside its English."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Ctrl, Shift

CHINESE = "会议于6月6日召开。\n市长出席并讲话。"
ENGLISH = "The meeting was held on June 6.\nThe mayor attended and spoke."


def pairs(hand):
    return [(one.source, one.target) for one in map(hand.state.segments.get, hand.order)]


def answer_the_bar(hand):
    """Do what the newest sentence of the bar offers."""
    hand.window.next_pane(-1)
    hand.press(Qt.Key.Key_Space)


def english_is_open(hand, folder):
    (folder / "meeting.txt").write_text(ENGLISH, encoding="utf-8")
    hand.window.projects.take([folder / "meeting.txt"])
    hand.wait(lambda: hand.context.is_open and len(hand.state.segments) == 2)


def test_chinese_pasted_on_the_start_page_begins_a_translation(hand):
    QApplication.clipboard().setText(CHINESE)
    hand.wait(lambda: hand.window.focusWidget() is not None)
    hand.press(Qt.Key.Key_V, Ctrl)
    hand.wait(lambda: hand.context.is_open and bool(hand.state.segments))
    assert pairs(hand) == [("会议于6月6日召开。", ""), ("市长出席并讲话。", "")]
    hand.wait(lambda: any("is Chinese" in one for one in hand.window.sentences))
    hand.press(Qt.Key.Key_Return)
    hand.type("The meeting was held.")
    hand.press(Qt.Key.Key_Return, Ctrl)
    assert hand.target(1) == "The meeting was held."


def test_what_was_begun_unasked_goes_again_from_the_bar(hand, tmp_path):
    english_is_open(hand, tmp_path)
    hand.context.focus.clear()
    (tmp_path / "a.txt").write_text(CHINESE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(CHINESE, encoding="utf-8")
    hand.window.projects.take([tmp_path / "a.txt", tmp_path / "b.txt"])
    hand.wait(lambda: len(hand.state.document_order) == 3)
    hand.wait(lambda: any("2 texts are Chinese" in one for one in hand.window.sentences))
    hand.window.projects.take([tmp_path / "a.txt"])
    hand.wait(lambda: len(hand.state.document_order) == 4)
    hand.wait(lambda: any("stands as source" in one for one in hand.window.sentences))
    answer_the_bar(hand)
    hand.wait(lambda: len(hand.state.document_order) == 3)


def test_chinese_pasted_beside_english_alone_is_offered_as_its_source(hand, tmp_path):
    english_is_open(hand, tmp_path)
    QApplication.clipboard().setText(CHINESE)
    hand.press(Qt.Key.Key_V, Ctrl | Shift)
    hand.wait(lambda: len(hand.state.document_order) == 2)
    hand.wait(lambda: any("Chinese of “meeting”" in one for one in hand.window.sentences))
    answer_the_bar(hand)
    hand.wait(lambda: len(hand.state.document_order) == 1)
    hand.wait(lambda: pairs(hand) == list(zip(CHINESE.split("\n"), ENGLISH.split("\n"), strict=True)))
    hand.wait(lambda: any("is beside the English" in one for one in hand.window.sentences))
    hand.context.actions["edit.undo"].trigger()
    assert len(hand.state.document_order) == 2
    assert [source for source, _ in pairs(hand)][:2] == ["", ""]


def test_two_files_whose_names_do_not_match_are_offered_as_a_pair(hand, tmp_path):
    english, chinese = tmp_path / "meeting.txt", tmp_path / "会议.txt"
    english.write_text(ENGLISH, encoding="utf-8")
    chinese.write_text(CHINESE, encoding="utf-8")
    hand.window.projects.take([english, chinese])
    hand.wait(lambda: hand.context.is_open and len(hand.state.document_order) == 2)
    hand.wait(lambda: any("It may also be the Chinese of" in one for one in hand.window.sentences))
    answer_the_bar(hand)
    hand.wait(lambda: len(hand.state.document_order) == 1)
    (document,) = hand.state.documents.values()
    assert (document.source_path, document.target_path) == (str(chinese), str(english))
    assert all(source and target for source, target in pairs(hand))
