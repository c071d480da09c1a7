"""From the list of problems: a flag's words accepted or avoided, two names decided; the flag goes, undo brings it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import copy_of_sample
from tests.ui.test_glossary_from_text import dialog, press
from tests.ui.test_glossary_lists import shown
from translator_desk.ui.commands.flag import fix_menu
from translator_desk.ui.dialogs.avoid_form import AvoidFormDialog
from translator_desk.ui.panels.problems import ProblemsPanel


@pytest.fixture
def ready(open_desk):
    open_desk.wait(lambda: open_desk.context.glossary.ready)
    return open_desk


def issues(hand):
    return hand.context.project.checking.all_issues()


def at_flag(hand, wanted):
    """Go to a flag in the list of problems, as one does by keys."""
    issue = next(one for one in issues(hand) if wanted(one))
    panel = shown(hand, ProblemsPanel, "problems")
    hand.wait(lambda: issue in panel.flags.rows)
    panel.table.setFocus()
    panel.table.choose(panel.flags.rows.index(issue))
    hand.press(Qt.Key.Key_Return)
    hand.wait(lambda: hand.context.focus.issue == issue)
    hand.context.actions.refresh()
    return issue


def offered(hand, issue):
    menu = fix_menu(hand.context, issue)
    found = {action.objectName() for action in menu.actions() if action.isEnabled()}
    menu.deleteLater()
    return found


def test_a_variant_accepted_takes_its_flag_away_and_undo_brings_it_back(ready):
    hand = ready
    issue = at_flag(hand, lambda one: one.entry and one.target)
    assert {"issue.accept-variant", "term.avoid", "term.new"} <= offered(hand, issue)
    hand.context.actions["issue.accept-variant"].trigger()
    hand.wait(lambda: issue not in issues(hand))
    hand.wait(hand.context.actions["edit.undo"].isEnabled)
    hand.context.actions["edit.undo"].trigger()
    hand.wait(lambda: issue in issues(hand))
    hand.context.actions["edit.redo"].trigger()
    hand.wait(lambda: issue not in issues(hand))


def test_words_of_a_flag_are_avoided_from_now_on_and_undo_takes_that_back(ready):
    hand = ready
    issue = at_flag(hand, lambda one: one.entry and one.target)
    words = issue.target.of(hand.state.segments[issue.segment].target)
    hand.context.actions["term.avoid"].trigger()
    made = dialog(hand, AvoidFormDialog)
    assert made._words.text() == words
    hand.qtbot.keyClicks(QApplication.focusWidget(), "never so")
    press(hand, Qt.Key.Key_Return)
    said = lambda: any("never so" in str(one.evidence) + str(one.message) for one in issues(hand))  # noqa: E731
    hand.wait(said)
    hand.context.actions["edit.undo"].trigger()
    hand.wait(lambda: not said())


@pytest.mark.parametrize("decision", ["issue.same-person", "issue.different-people"])
def test_who_is_who_is_decided_and_undone(hand, tmp_path, decision):
    folder = copy_of_sample(tmp_path / "texts")
    for number, name in enumerate(("Deng Qunze", "Deng Qunce", "Deng Qunce"), 1):
        (folder / f"x{number}.en.txt").write_text(f"Mayor {name} visited the school.\n", "utf-8")
    for one in folder.glob("s1*"):
        one.unlink()
    hand.open_texts(folder)
    hand.wait(lambda: hand.context.glossary.ready)
    issue = at_flag(hand, lambda one: one.check == "name-cluster")
    assert decision in offered(hand, issue)
    hand.context.actions[decision].trigger()
    same = decision == "issue.same-person"
    assert [one.same for one in hand.state.options.name_decisions] == [same]
    if not same:
        hand.wait(lambda: issue not in issues(hand))
    hand.context.actions["edit.undo"].trigger()
    assert hand.state.options.name_decisions == ()
    hand.wait(lambda: any(one.check == "name-cluster" for one in issues(hand)))
