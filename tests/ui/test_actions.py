"""Commands: one registry for menus, palette and keys; nothing clashes in either language."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu

from tests.ui.conftest import Ctrl, Shift
from translator_desk.ui.actions import Menu, Where, all_actions
from translator_desk.ui.mnemonics import distinct, letter, plain_name
from translator_desk.ui.palette import Palette

IDS = {
    "edit.copy-document", "edit.copy-segment", "edit.insert-source", "edit.join", "edit.redo",
    "edit.source-over-target", "edit.split", "edit.undo", "go.next-document", "go.next-flag", "go.next-pane",
    "go.next-segment", "go.next-unconfirmed", "go.previous-document", "go.previous-flag", "go.previous-pane",
    "go.previous-segment", "go.previous-unconfirmed", "go.segment", "issue.card", "issue.fix", "issue.menu",
    "project.add", "project.close", "project.open", "project.paste", "project.recent", "project.sample",
    "segment.confirm", "segment.confirm-stay", "segment.next-rule", *(f"term.insert-{n}" for n in range(1, 10)),
    "view.all-documents", "view.filter", "view.full-screen", "view.language", "view.palette", "view.theme",
    "view.zoom-in", "view.zoom-out", "view.zoom-reset", "window.quit",
}  # fmt: skip
OWNED_BY_INPUT_METHODS = {
    "Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+;", "Ctrl+Shift+F", "Ctrl+Shift+U", "Ctrl+Shift+Space",
}  # fmt: skip
TYPING = {"Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Home", "End", "Del", "Backspace", "Tab", "Left", "Right"}


@pytest.fixture(params=["en", "zh"])
def in_language(request, hand):
    hand.context.language.apply(request.param)
    yield hand
    hand.context.language.apply("en")


def keys_of(action):
    return [one.toString() for one in action.shortcuts()]


def test_these_commands_and_perhaps_more_are_there(hand):
    assert {spec.id for spec, _ in hand.context.actions} >= IDS


def test_no_two_commands_share_a_key(in_language):
    count = Counter(keys for _, action in in_language.context.actions for keys in keys_of(action))
    assert [keys for keys, times in count.items() if times > 1] == []


def test_no_command_takes_a_key_that_input_methods_or_typing_own(in_language):
    taken = {keys for _, action in in_language.context.actions for keys in keys_of(action)}
    assert not taken & OWNED_BY_INPUT_METHODS
    assert not taken & TYPING
    assert not [keys for keys in taken if keys.startswith("Ctrl+Alt+") and len(keys) == len("Ctrl+Alt+X")]


@pytest.mark.parametrize("perspective", ["translate", "review", "glossary"])
def test_no_key_of_a_panel_is_one_that_input_methods_own(open_desk, perspective):
    open_desk.context.show_perspective(perspective)
    taken = {one.key().toString() for one in open_desk.window.findChildren(QShortcut)}
    assert not taken & OWNED_BY_INPUT_METHODS


def test_single_letters_count_in_the_grid_alone(hand):
    for spec, action in hand.context.actions:
        for keys in action.shortcuts():
            bare = keys[0].keyboardModifiers() in (Qt.KeyboardModifier.NoModifier, Shift)
            if bare and keys[0].key() < Qt.Key.Key_Escape:
                assert spec.where is Where.GRID, spec.id


def mnemonics(texts):
    return [one for text in texts if (one := letter(text))]


@given(st.lists(st.sampled_from(["&Open", "打开(&O)", "O&pen", "R&&D &go", "Go &on", "无", "(&O)", "o&o"]), max_size=9))
def test_entries_of_a_menu_get_letters_that_differ(texts):
    made = distinct(texts)
    letters = mnemonics(made)
    assert len(letters) == len(set(letters))
    assert [plain_name(one) for one in made] == [plain_name(one) for one in texts]
    assert all(made[at] == text for at, text in enumerate(texts) if letter(text) not in mnemonics(made[:at]))


def test_mnemonics_differ_within_the_bar_and_within_each_menu(in_language):
    bar = in_language.window.menuBar()
    titles = [action.text() for action in bar.actions()]
    letters = mnemonics(titles)
    assert len(letters) == len(titles)
    assert [one for one, times in Counter(letters).items() if times > 1] == []
    # Alt with these edits or decides while one types.
    assert not {"A", "R"} & set(letters)
    assert not [one for one in letters if one.isdigit()]
    for entry in bar.actions():
        shown = entry.menu()
        assert isinstance(shown, QMenu)
        shown.aboutToShow.emit()
        letters = mnemonics([one.text() for one in shown.actions() if not one.isSeparator()])
        assert [one for one, times in Counter(letters).items() if times > 1] == [], entry.text()


def test_menus_stand_in_their_order_and_hold_every_command_meant_for_them(hand):
    shown = [entry.text() for entry in hand.window.menuBar().actions()]
    with_commands = [menu.value for menu in Menu if any(spec.menu is menu for spec, _ in hand.context.actions)]
    assert shown == with_commands
    held = {action.objectName() for entry in hand.window.menuBar().actions() for action in entry.menu().actions()}
    assert held >= {spec.id for spec in all_actions() if spec.menu is not None}


def test_without_a_project_only_what_works_is_offered(hand):
    actions = hand.context.actions
    actions.refresh()
    for action_id in ("edit.undo", "go.next-flag", "segment.confirm", "issue.fix", "project.close", "view.filter"):
        assert not actions[action_id].isEnabled(), action_id
    for action_id in ("project.open", "project.add", "project.sample", "view.palette", "window.quit"):
        assert actions[action_id].isEnabled(), action_id


def test_undo_is_named_after_what_it_undoes(open_desk):
    actions = open_desk.context.actions
    assert "adding documents" in actions["edit.undo"].text()
    open_desk.go(2)
    open_desk.press(Qt.Key.Key_Return, Ctrl)
    assert actions["edit.undo"].isEnabled()
    assert "confirmation" in actions["edit.undo"].text()


def test_the_palette_finds_a_command_by_letters_and_runs_it(open_desk):
    open_desk.press(Qt.Key.Key_K, Ctrl)
    palette = open_desk.window.findChild(Palette)
    open_desk.wait(palette.isVisible)
    words = palette.findChild(QLineEdit)
    open_desk.qtbot.keyClicks(words, "next flag")
    open_desk.qtbot.keyClick(words, Qt.Key.Key_Return)
    open_desk.wait(lambda: open_desk.context.focus.issue is not None)


def test_the_palette_lists_nothing_that_cannot_be_done(hand):
    palette = Palette(hand.context)
    offered = palette.names()
    assert plain_name(hand.context.actions["project.sample"].text()) in offered
    assert plain_name(hand.context.actions["go.next-flag"].text()) not in offered
    assert isinstance(palette, QDialog)
    palette.deleteLater()


def test_panes_follow_one_another_with_f6_and_come_back(open_desk):
    grid = open_desk.grid
    seen = [open_desk.window.focusWidget()]
    for _ in range(12):
        open_desk.press(Qt.Key.Key_F6)
        seen.append(open_desk.window.focusWidget())
        if grid is seen[-1]:
            break
    assert seen[0] is grid
    assert seen[-1] is grid
    assert len(seen) > 2
    open_desk.press(Qt.Key.Key_F6, Shift)
    assert open_desk.window.focusWidget() is seen[-2]


def test_what_can_be_done_about_a_flag_is_offered_in_a_menu(open_desk):
    open_desk.go_to_words("Deng Qunze")
    from translator_desk.ui.commands.flag import fix_menu

    menu = fix_menu(open_desk.context, open_desk.context.focus.issue)
    first = menu.actions()[0]
    assert "Deng Qunce" in first.text()
    assert menu.activeAction() is first
    first.trigger()
    assert "Deng Qunce, Deputy" in open_desk.target(5)
    menu.deleteLater()


def test_names_lose_their_mnemonics_where_they_are_listed():
    assert plain_name("&Open…") == "Open…"
    assert plain_name("打开(&O)…") == "打开…"
    assert plain_name("R&&D") == "R&D"


def test_keys_are_written_as_the_system_writes_them(hand):
    for spec, action in hand.context.actions:
        for keys, shown in zip(spec.keys, action.shortcuts(), strict=True):
            assert shown == QKeySequence(keys)
            assert not shown.isEmpty(), spec.id


def test_the_keys_are_the_windows_again_after_the_palette(hand, monkeypatch):
    woken = []
    monkeypatch.setattr(hand.window, "activateWindow", lambda: woken.append(True))
    Palette(hand.context).reject()
    assert woken


def test_no_command_clings_to_a_segment_that_undo_took_away(open_desk):
    actions = open_desk.context.actions
    assert actions["segment.confirm"].isEnabled()
    actions["edit.undo"].trigger()
    actions.refresh()
    assert open_desk.state.segments == {}
    assert not actions["segment.confirm"].isEnabled()
    actions["edit.redo"].trigger()
    open_desk.wait(lambda: actions["segment.confirm"].isEnabled())
