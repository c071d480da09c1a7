"""Preferences, name and role, keys, about: kept, undone where the project is concerned, and plain text throughout."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QTableWidget

from tests.ui.conftest import Ctrl
from translator_desk.checks.registry import all_checks
from translator_desk.ui.dialogs.about import About
from translator_desk.ui.dialogs.keys import KeyList
from translator_desk.ui.dialogs.person import PersonDialog
from translator_desk.ui.dialogs.preferences import Preferences


def opened(hand, action, kind):
    hand.context.actions[action].trigger()
    dialog = hand.window.findChild(kind)
    hand.wait(dialog.isVisible)
    return dialog


def box(dialog, name):
    return next(one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name)


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))


def test_a_check_is_switched_off_for_the_project_and_ctrl_z_switches_it_on_again(open_desk):
    hand = open_desk
    checking = hand.context.project.checking
    check = checking.all_issues()[0].check
    title = next(one.title.en for one in all_checks() if one.id == check)
    dialog = opened(hand, "window.preferences", Preferences)
    choose(box(dialog, title), "off")
    dialog.accept()
    assert hand.state.options.levels == {check: "off"}
    hand.wait(lambda: not any(one.check == check for one in checking.all_issues()))
    hand.wait(hand.window.isActiveWindow)
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert hand.state.options.levels == {}
    hand.wait(lambda: any(one.check == check for one in checking.all_issues()))


def test_the_profile_says_what_is_usual(open_desk):
    hand = open_desk
    dialog = opened(hand, "window.preferences", Preferences)
    spacing = box(dialog, next(one.title.en for one in all_checks() if one.id == "spacing"))
    assert spacing.itemText(0) == "as usual: warning"
    choose(box(dialog, "Profile"), "names-and-figures")
    assert spacing.itemText(0) == "as usual: off"
    dialog.accept()
    assert hand.state.options.profile == "names-and-figures"


def test_settings_are_kept_and_put_in_force(open_desk):
    hand = open_desk
    dialog = opened(hand, "window.preferences", Preferences)
    choose(box(dialog, "Colours"), "dark")
    choose(box(dialog, "Confirming goes to"), "flagged")
    dialog.accept()
    settings = hand.application.desk.settings
    assert (settings.theme, settings.next_rule) == ("dark", "flagged")
    assert hand.context.themes.current.name == "dark"


def test_cancelled_preferences_change_nothing(open_desk):
    hand = open_desk
    before = hand.application.desk.settings
    dialog = opened(hand, "window.preferences", Preferences)
    choose(box(dialog, "Language"), "zh")
    choose(box(dialog, "Profile"), "strict")
    dialog.reject()
    assert hand.application.desk.settings == before
    assert hand.state.options.profile == "standard"


def test_preferences_without_a_project_have_no_page_for_its_checks(hand):
    dialog = opened(hand, "window.preferences", Preferences)
    assert dialog.findChild(QTableWidget) is None
    dialog.reject()


def test_the_name_signs_what_comes_after(open_desk, qtbot):
    hand = open_desk
    dialog = opened(hand, "person.change", PersonDialog)
    name = dialog.findChild(QLineEdit)
    name.clear()
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    name.setText(" 李  伟 ")
    choose(dialog.findChild(QComboBox), "reviewer")
    dialog.accept()
    assert hand.context.session.person.name == "李 伟"
    assert hand.application.desk.settings.role == "reviewer"


def test_f1_lists_every_shortcut_and_finds_one(open_desk, qtbot):
    hand = open_desk
    hand.press(Qt.Key.Key_F1)
    dialog = hand.window.findChild(KeyList)
    hand.wait(dialog.isVisible)
    table = dialog.findChild(QTableWidget)
    shown = "\n".join(table.item(row, 0).text() for row in range(table.rowCount()))
    for spec, action in hand.context.actions:
        if spec.keys and "Enter" not in spec.keys[0]:
            assert action.shortcut().toString() in shown, spec.id
    qtbot.keyClicks(dialog.findChild(QLineEdit), "ctrl+g")
    assert [row for row in range(table.rowCount()) if not table.isRowHidden(row)]
    assert sum(not table.isRowHidden(row) for row in range(table.rowCount())) < 4
    dialog.reject()


def test_about_can_be_copied_for_a_report(hand):
    dialog = opened(hand, "help.about", About)
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "&Copy").click()
    assert "Python: " in QApplication.clipboard().text()
    dialog.reject()


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("window.preferences", Preferences),
        ("person.change", PersonDialog),
        ("help.keys", KeyList),
        ("help.about", About),
    ],
)
def test_no_label_of_a_dialog_takes_its_words_for_markup(open_desk, action, kind):
    dialog = opened(open_desk, action, kind)
    for label in dialog.findChildren(QLabel):
        if label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    dialog.reject()
