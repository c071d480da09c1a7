"""Words of one's own: added at a flag by a key, taken back, listed in the preferences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from tests.ui.conftest import Alt, Shift
from translator_desk.app.own_checks import add_word, project_words, read_words
from translator_desk.ui.dialogs.preferences import Preferences


def spelling(hand):
    return [one for one in hand.context.project.checking.all_issues() if one.check == "spelling"]


def at_a_slip(new_desk, tmp_path):
    """Open a text with an unknown word, the keyboard at its flag."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.en.txt").write_text("The temperment of the mayor is good.\n", "utf-8")
    hand = new_desk()
    hand.open_texts(tmp_path / "texts")
    hand.wait(lambda: bool(spelling(hand)))
    hand.go(0)
    hand.context.focus.set_issue(spelling(hand)[0])
    hand.wait(lambda: hand.context.actions["issue.add-word"].isEnabled())
    return hand


def test_alt_d_adds_the_word_and_the_bar_takes_it_out_again(new_desk, tmp_path):
    hand = at_a_slip(new_desk, tmp_path)
    hand.press(Qt.Key.Key_D, Alt)
    hand.wait(lambda: not spelling(hand))
    file = hand.context.desk.paths.own_words
    assert read_words(file) == {"temperment"}
    undo = next(one for one in hand.window.findChildren(QPushButton) if one.text().replace("&", "") == "Undo")
    hand.qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    hand.wait(lambda: bool(spelling(hand)))
    assert read_words(file) == frozenset()


def test_the_word_may_be_the_projects_alone(new_desk, tmp_path):
    hand = at_a_slip(new_desk, tmp_path)
    hand.press(Qt.Key.Key_D, Alt | Shift)
    hand.wait(lambda: not spelling(hand))
    assert read_words(project_words(hand.context.project.path)) == {"temperment"}
    assert read_words(hand.context.desk.paths.own_words) == frozenset()


def test_the_preferences_list_the_words(new_desk, tmp_path):
    hand = at_a_slip(new_desk, tmp_path)
    file = hand.context.desk.paths.own_words
    add_word(file, "goral")
    hand.context.actions["window.preferences"].trigger()
    dialog = hand.window.findChild(Preferences)
    field = next(one for one in dialog.findChildren(QPlainTextEdit) if one.accessibleName() == "My words")
    assert field.toPlainText() == "goral"
    field.setPlainText("temperment\ntwo words")
    dialog.accept()
    assert dialog.isVisible()
    field.setPlainText("Temperment")
    dialog.accept()
    hand.wait(lambda: not spelling(hand))
    assert read_words(file) == {"temperment"}
