"""Typing in the grid: by hand, by an input method, by pasting; what is left, what is taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Alt, Ctrl, Shift
from translator_desk.app.commands.edit import SetTarget
from translator_desk.app.commands.workflow import MoveDocument
from translator_desk.model.workflow import Move
from translator_desk.review.grouping import hunks
from translator_desk.text.span import Span
from translator_desk.ui.grid.target_editor import clean
from translator_desk.wording import say

HARD = "a\u00a0b\u202fc\u200bd\u2060e\u00ade 𠮷😀f"


@pytest.fixture
def editing(open_desk):
    """A hand in the editor of segment 4, the caret at its end."""
    open_desk.go(4)
    open_desk.press(Qt.Key.Key_F2)
    return open_desk


def write(hand, number, text):
    hand.context.execute(SetTarget(hand.order[number - 1], text, say("test", "测试")))


def compose(hand, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(hand.window.focusWidget(), event)


def test_what_is_typed_is_in_the_project_at_once(editing):
    before = editing.target(4)
    editing.type(" Indeed.")
    assert editing.target(4) == f"{before} Indeed."
    assert editing.editor.toPlainText() == editing.target(4)


def test_typing_in_the_grid_opens_the_editor_and_is_not_lost(open_desk):
    open_desk.go(4)
    before = open_desk.target(4)
    open_desk.type("x")
    assert open_desk.grid.editing
    assert open_desk.target(4) == f"{before}x"


def test_an_input_method_composes_undisturbed(editing):
    before = editing.target(4)
    for letters in ("n", "ni", "ni'h", "ni'hao"):
        compose(editing, letters)
        assert editing.target(4) == before
        assert editing.editor.composing
    compose(editing, "", "你好")
    assert editing.target(4) == f"{before}你好"
    assert not editing.editor.composing


def test_an_input_method_can_begin_in_the_grid(open_desk):
    open_desk.go(4)
    before = open_desk.target(4)
    compose(open_desk, "ni")
    assert open_desk.grid.editing
    assert open_desk.target(4) == before
    compose(open_desk, "", "你")
    assert open_desk.target(4) == f"{before}你"


def test_unfinished_letters_are_kept_when_the_row_is_left(editing):
    before = editing.target(4)
    compose(editing, "heng'yang")
    editing.go(6)
    assert editing.target(4) == f"{before}heng'yang"


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Ctrl),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_S, Ctrl),
        (Qt.Key.Key_F, Ctrl),
    ],
    ids=["Esc", "Ctrl+Enter", "Tab", "F8", "Ctrl+S", "Ctrl+F"],
)
def test_no_key_loses_what_an_input_method_has_not_finished(editing, key, modifiers):
    before = editing.target(4)
    compose(editing, "heng'yang")
    editing.press(key, modifiers)
    if editing.editor.composing:
        compose(editing, "", "heng'yang")
    assert editing.target(4) == f"{before}heng'yang"
    assert editing.state.segments[editing.order[3]].target == f"{before}heng'yang"


def test_what_an_input_method_gives_up_leaves_no_trace(editing):
    before = editing.target(4)
    compose(editing, "heng'yang")
    compose(editing, "")
    assert editing.target(4) == before == editing.editor.toPlainText()
    assert editing.grid.editing
    editing.type("!")
    assert editing.target(4) == f"{before}!"


def test_flags_that_arrive_while_composing_wait(editing):
    compose(editing, "ni")
    editing.editor.show_marks([])
    editing.editor.select(Span(0, 3))
    assert editing.editor.composing
    compose(editing, "", "你")
    assert editing.target(4).endswith("你")


def test_composed_text_is_one_step_of_undo(editing):
    before = editing.target(4)
    compose(editing, "ni'hao")
    compose(editing, "", "你好")
    editing.press(Qt.Key.Key_Z, Ctrl)
    assert editing.target(4) == before


def test_signs_that_an_editor_swallows_survive_an_edit_elsewhere(open_desk):
    write(open_desk, 4, HARD)
    open_desk.go(4, edit=True)
    open_desk.type("!")
    assert open_desk.target(4) == f"{HARD}!"
    open_desk.press(Qt.Key.Key_Home)
    open_desk.type("(")
    assert open_desk.target(4) == f"({HARD}!"


def test_a_character_of_two_units_is_deleted_whole(open_desk):
    write(open_desk, 4, "a𠮷b")
    open_desk.go(4, edit=True)
    open_desk.press(Qt.Key.Key_Left)
    open_desk.press(Qt.Key.Key_Backspace)
    assert open_desk.target(4) == "ab"


def test_words_behind_large_characters_are_selected_by_code_points(open_desk):
    write(open_desk, 4, "在𠮷林😀邓群策。")
    open_desk.context.focus.go_to(open_desk.order[3], Span(4, 7), edit=True)
    assert open_desk.editor.textCursor().selectedText() == "邓群策"
    assert open_desk.grid.selected_words() == "邓群策"


def test_esc_keeps_the_text_and_esc_again_restores_it_as_a_step_of_undo(editing):
    before = editing.target(4)
    editing.type("typed")
    editing.press(Qt.Key.Key_Escape)
    assert editing.target(4) == f"{before}typed"
    assert not editing.grid.editing
    editing.press(Qt.Key.Key_Escape)
    assert editing.target(4) == before
    editing.press(Qt.Key.Key_Z, Ctrl)
    assert editing.target(4) == f"{before}typed"


def test_a_second_esc_after_another_key_restores_nothing(editing):
    editing.type("typed")
    typed = editing.target(4)
    editing.press(Qt.Key.Key_Escape)
    editing.press(Qt.Key.Key_Down)
    editing.press(Qt.Key.Key_Escape)
    assert editing.target(4) == typed


def test_tab_leads_to_the_next_segment_and_back(editing):
    editing.press(Qt.Key.Key_Tab)
    assert editing.context.focus.segment == editing.order[4]
    assert editing.grid.editing
    editing.press(Qt.Key.Key_Backtab, Shift)
    assert editing.context.focus.segment == editing.order[3]
    assert editing.grid.editing


def test_enter_breaks_no_line_where_the_text_has_none(editing):
    before = editing.target(4)
    editing.press(Qt.Key.Key_Return)
    editing.press(Qt.Key.Key_Return, Shift)
    assert editing.target(4) == before


def test_shift_enter_breaks_a_line_where_the_text_has_breaks(open_desk):
    write(open_desk, 4, "one\ntwo")
    open_desk.go(4, edit=True)
    open_desk.press(Qt.Key.Key_Return, Shift)
    open_desk.type("x")
    assert open_desk.target(4) == "one\ntwo\nx"


def test_pasting_takes_the_words_and_nothing_of_their_dress(editing):
    before = editing.target(4)
    data = QMimeData()
    data.setHtml("<b>bold</b> words")
    data.setText("bold\r\nwords\x07")
    editing.editor.insertFromMimeData(data)
    assert editing.target(4) == f"{before}bold words"


@pytest.mark.parametrize(
    ("pasted", "breaks", "kept"),
    [
        ("a\nb", False, "a b"),
        ("a\r\nb", True, "a\nb"),
        ("  a  \n\n  b", False, "a b"),
        ("a\u2028b", True, "a\nb"),
        ("a\x00\ufeffb\ufffc", False, "ab"),
        ("a\u00a0b\tc", False, "a\u00a0b\tc"),
        ("a\ud83db", False, "a\ufffdb"),
    ],
)
def test_pasted_text_is_made_fit_for_a_target(pasted, breaks, kept):
    assert clean(pasted, breaks=breaks) == kept


def test_undo_of_another_s_edit_shows_in_the_open_editor(editing):
    before = editing.target(4)
    write(editing, 4, "Another text altogether.")
    assert editing.editor.target == "Another text altogether."
    editing.press(Qt.Key.Key_Z, Ctrl)
    assert editing.editor.target == before


def test_undo_goes_to_what_it_undid(editing):
    editing.type("x")
    editing.go(10)
    editing.press(Qt.Key.Key_Z, Ctrl)
    assert editing.context.focus.segment == editing.order[3]


def test_confirming_from_the_editor_goes_on_editing_the_next(editing):
    editing.press(Qt.Key.Key_Return, Ctrl)
    assert editing.state.segments[editing.order[3]].state.value == "translated"
    assert editing.context.focus.segment == editing.order[4]
    assert editing.grid.editing
    editing.press(Qt.Key.Key_Return, Ctrl | Shift)
    assert editing.state.segments[editing.order[4]].state.value == "translated"
    assert editing.context.focus.segment == editing.order[4]


def test_a_fix_by_key_leaves_the_editor_open_behind_the_new_words(open_desk):
    open_desk.go(5, edit=True)
    open_desk.go_to_words("Deng Qunze")
    assert open_desk.grid.editing
    open_desk.press(Qt.Key.Key_1, Alt)
    assert "Deng Qunce, Deputy" in open_desk.target(5)
    assert open_desk.grid.editing
    assert open_desk.target(5)[: open_desk.editor.caret()].endswith("Deng Qunce")


def test_keys_of_commands_pass_the_editor_by(editing):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    def passes(key, modifiers, text=""):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
        event.ignore()
        QApplication.sendEvent(editing.editor, event)
        return not event.isAccepted()

    assert passes(Qt.Key.Key_K, Ctrl)
    assert passes(Qt.Key.Key_Z, Ctrl)
    assert not passes(Qt.Key.Key_A, Ctrl)
    assert not passes(Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")


def test_the_row_grows_with_its_text_and_the_editor_with_the_row(editing):
    row = editing.grid.rows.row_of(editing.order[3])
    before = editing.grid.rowHeight(row)
    editing.type(" and more words" * 5)
    assert editing.grid.rowHeight(row) > before
    assert editing.editor.document().size().height() * editing.editor.fontMetrics().lineSpacing() <= (
        editing.editor.viewport().height() + 2
    )
    cursor = editing.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    assert editing.editor.cursorRect(cursor).top() >= 0


def test_split_at_the_caret_and_join_again(editing):
    whole, count = editing.target(4), len(editing.order)
    at = whole.index(" team")
    editing.editor.select(Span(at, at))
    editing.press(Qt.Key.Key_K, Ctrl | Shift)
    assert len(editing.order) == count + 1
    assert editing.target(4) == whole[:at]
    assert editing.target(5) == whole[at + 1 :]
    editing.go(4)
    editing.press(Qt.Key.Key_J, Ctrl | Shift)
    assert editing.target(4) == whole
    assert len(editing.order) == count


def test_words_typed_over_others_before_the_same_sign_stay_one_change(editing):
    hand = editing
    hand.context.execute(MoveDocument(hand.state.document_order[0], Move.HAND_OVER))
    hand.go(9, edit=True)
    old = "Zhen Jianxin"
    at = hand.target(9).index(old)
    hand.editor.select(Span(at, at + len(old)))
    hand.type("Zheng Jianxin")
    (change,) = hunks(hand.state.segments[hand.order[8]].redline)
    assert (change.old, change.new) == ("Zhen", "Zheng"), "the word that stayed is no part of it"
