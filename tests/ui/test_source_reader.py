"""Words of the Chinese are selected in their cell, by keys and by mouse, and nothing is written there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Ctrl, Shift
from translator_desk.ui.grid.segment_model import Column
from translator_desk.ui.grid.source_reader import SourceReader
from translator_desk.ui.panels.searching import searching


def reader(hand):
    return hand.grid.findChild(SourceReader)


def source(hand, number):
    return hand.state.segments[hand.order[number - 1]].source


def test_words_of_the_source_are_selected_and_copied_by_keys(open_desk):
    hand = open_desk
    hand.go(2)
    before = dict(hand.state.segments)
    hand.press(Qt.Key.Key_F2, Shift)
    assert reader(hand).isVisible()
    assert reader(hand).hasFocus()
    for _ in range(4):
        hand.press(Qt.Key.Key_Right, Shift)
    assert hand.grid.selected_words() == source(hand, 2)[:4]
    QApplication.clipboard().clear()
    hand.press(Qt.Key.Key_C, Ctrl)
    assert QApplication.clipboard().text() == source(hand, 2)[:4]
    hand.type("x")
    assert hand.state.segments == before
    hand.press(Qt.Key.Key_Escape)
    assert not reader(hand).isVisible()
    assert hand.grid.hasFocus()
    assert hand.grid.selected_words() == ""


def test_the_concordance_asks_for_the_selected_chinese(open_desk):
    hand = open_desk
    hand.go(5)
    hand.press(Qt.Key.Key_F2, Shift)
    for _ in range(3):
        hand.press(Qt.Key.Key_Right, Shift)
    words = hand.grid.selected_words()
    hand.press(Qt.Key.Key_F3, Ctrl)
    hand.wait(lambda: bool(searching(hand.context).hits))
    assert searching(hand.context).query.text == words


def test_two_clicks_on_a_source_select_the_word_there(open_desk):
    hand = open_desk
    hand.go(1)
    rect = hand.grid.visualRect(hand.grid.rows.index(hand.grid.rows.row_of(hand.order[1]), Column.SOURCE))
    at = QPoint(rect.left() + 30, rect.top() + 14)
    hand.qtbot.mouseClick(hand.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    hand.qtbot.mouseDClick(hand.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert reader(hand).segment == hand.order[1]
    assert hand.grid.selected_words() in source(hand, 2)
    assert hand.grid.selected_words()
    hand.go(3)
    assert not reader(hand).isVisible()


def test_tab_goes_on_to_the_translation_and_typing_is_kept(open_desk):
    hand = open_desk
    hand.go(1, edit=True)
    hand.type("ab")
    hand.press(Qt.Key.Key_F2, Shift)
    assert reader(hand).hasFocus()
    hand.press(Qt.Key.Key_Tab)
    assert hand.grid.editing
    assert hand.editor.hasFocus()
    hand.type("c")
    assert hand.target(1).endswith("abc")
