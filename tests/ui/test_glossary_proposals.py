"""Translators propose, the terminology editor decides: accepts, changes, rejects with a reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Ctrl, Shift
from tests.ui.test_glossary_from_flags import at_flag
from tests.ui.test_glossary_from_text import dialog, press, select
from tests.ui.test_glossary_lists import at_entry, shown, words
from translator_desk.app.glossary_proposals import ProposalState
from translator_desk.model.project import Person
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.dialogs.edit_proposal import EditProposal
from translator_desk.ui.dialogs.new_term import NewTerm
from translator_desk.ui.panels.glossary import GlossaryPanel
from translator_desk.ui.panels.proposals import ProposalsPanel


def be(hand, name, role):
    hand.context.desk.change_settings(person=name, role=role)
    hand.window.projects.person_changed()


def with_editor(hand):
    """Let a terminology editor work on the project, then seat a translator."""
    hand.wait(lambda: hand.context.glossary.ready)
    be(hand, "Li Na", "editor")
    hand.wait(lambda: hand.context.project.autosave.idle)
    be(hand, "Wang Fang", "translator")
    hand.wait(lambda: proposing(hand).obliged)
    return hand


@pytest.fixture
def team(open_desk):
    """A translator at a desk on whose project a terminology editor has worked."""
    return with_editor(open_desk)


def proposing(hand):
    return hand.context.glossary.proposing


def terms(hand):
    return {one.zh[0]: one for one in hand.context.project.checking.term_base.entries}


def propose(hand):
    """Propose 工作组 for the words of a segment, by keys."""
    select(hand, 8, "working groups")
    hand.press(Qt.Key.Key_N, Ctrl | Shift)
    made = dialog(hand, NewTerm)
    assert made._propose.isChecked()
    assert not made._propose.isEnabled()
    made._zh.setFocus()
    made._zh.insert("工作组")  # as an input method writes it
    press(hand, Qt.Key.Key_Return)
    hand.wait(lambda: hand.window.findChild(NewTerm) is None and bool(proposing(hand).waiting))


def test_a_translators_new_term_waits_and_is_in_force_once_it_is_accepted(team):
    hand = team
    propose(hand)
    assert "工作组" not in terms(hand)
    assert "waits for the terminology editor" in hand.window.statusBar().whispered
    (one,) = proposing(hand).waiting
    assert (one.author, one.entry.en, one.why.endswith(", 8")) == ("Wang Fang", "working groups", True)
    panel = shown(hand, ProposalsPanel, "proposals")
    assert not panel.accept_button.isEnabled()
    be(hand, "Li Na", "editor")
    hand.wait(lambda: any("1 proposals" in said for said in hand.window.sentences))
    hand.wait(panel.accept_button.isEnabled)
    panel.accept_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.wait(lambda: "工作组" in terms(hand))
    assert proposing(hand).rows[0].state is ProposalState.ACCEPTED
    hand.wait(lambda: not any("1 proposals" in said for said in hand.window.sentences))
    hand.context.actions["edit.undo"].trigger()
    hand.wait(lambda: "工作组" not in terms(hand))
    hand.wait(lambda: len(proposing(hand).waiting) == 1)


def test_the_editor_changes_a_proposal_before_accepting_it(team):
    hand = team
    propose(hand)
    be(hand, "Li Na", "editor")
    panel = shown(hand, ProposalsPanel, "proposals")
    hand.wait(panel.edit_button.isEnabled)
    panel.list.setFocus()
    hand.press(Qt.Key.Key_Return)
    made = dialog(hand, EditProposal)
    hand.qtbot.keyClicks(QApplication.focusWidget(), "task force")
    press(hand, Qt.Key.Key_Return)
    hand.wait(lambda: "工作组" in terms(hand) and terms(hand)["工作组"].en == "task force")
    hand.wait(lambda: hand.window.findChild(EditProposal) is None)
    assert made is not None


def test_a_rejected_proposal_tells_its_author_why(team):
    hand = team
    propose(hand)
    be(hand, "Li Na", "editor")
    panel = shown(hand, ProposalsPanel, "proposals")
    hand.wait(panel.reject_button.isEnabled)
    panel.list.setFocus()
    hand.press(Qt.Key.Key_Delete)
    asked = dialog(hand, AskedWords)
    press(hand, Qt.Key.Key_Return)
    assert asked.isVisible()  # a reason is needed
    hand.qtbot.keyClicks(QApplication.focusWidget(), "an ordinary word")
    press(hand, Qt.Key.Key_Return)
    hand.wait(lambda: not proposing(hand).waiting)
    be(hand, "Wang Fang", "translator")
    panel.which.setCurrentIndex(1)
    assert any("rejected: Li Na · an ordinary word" in one for one in words(panel))
    assert "工作组" not in terms(hand)


def test_a_translator_withdraws_a_proposal(team):
    hand = team
    propose(hand)
    panel = shown(hand, ProposalsPanel, "proposals")
    hand.wait(lambda: panel.reject_button.text() == "Withdraw")
    panel.reject_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.wait(lambda: not proposing(hand).waiting)
    assert proposing(hand).rows[0].state is ProposalState.WITHDRAWN


def test_accepting_a_variant_is_a_proposal_too_and_the_flag_stays_until_then(team):
    hand = team
    issue = next(one for one in hand.context.project.checking.all_issues() if one.entry and one.target)
    hand.context.focus.go_to(issue.segment)
    hand.context.focus.set_issue(issue)
    hand.context.actions.refresh()
    hand.context.actions["issue.accept-variant"].trigger()
    hand.wait(lambda: bool(proposing(hand).waiting))
    assert issue in hand.context.project.checking.all_issues()
    panel = shown(hand, ProposalsPanel, "proposals")
    assert any(
        one.startswith(f"{proposing(hand).waiting[0].entry.zh[0]} – ") and "Also right:" in one for one in words(panel)
    )


def test_a_change_in_the_form_is_proposed_and_what_only_editors_do_is_refused(team):
    hand = team
    hand.context.show_perspective("glossary")
    hand.wait(lambda: hand.window.findChild(GlossaryPanel) is not None)
    hand.press(Qt.Key.Key_T, Ctrl | Shift)
    panel = at_entry(hand, "邓群策")
    assert panel.entry_pane.save_button.text() == "Propose"
    assert not panel.entry_pane.off_button.isEnabled()
    hand.type("Deng Qun-ce")
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: bool(proposing(hand).waiting))
    assert panel.form.en.text() == "Deng Qunce"
    be(hand, "Li Na", "editor")
    hand.wait(lambda: panel.entry_pane.save_button.text() == "Save")
    shown(hand, ProposalsPanel, "proposals")
    hand.wait(lambda: hand.context.glossary.effect.impact is not None)
    assert not panel.entry_pane.effect.isVisible()  # the effect of the proposal is none of the form's
    be(hand, "Wang Fang", "translator")
    hand.wait(lambda: panel.entry_pane.save_button.text() == "Propose")
    (one,) = proposing(hand).waiting
    assert (one.base.en, one.entry.en) == ("Deng Qunce", "Deng Qun-ce")
    hand.context.glossary.edit(lambda edits: edits.switch_off(one.entry.id), lambda _: None)
    assert any("for the terminology editor" in said for said in hand.window.sentences)


def test_without_a_terminology_editor_nothing_waits(open_desk):
    hand = open_desk
    hand.wait(lambda: hand.context.glossary.ready)
    assert hand.context.session.person == Person(hand.context.session.person.name, "translator")
    assert not proposing(hand).obliged


@pytest.fixture
def two_names(hand, tmp_path):
    """A translator beside a terminology editor, on texts in which one name stands in two spellings."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, name in enumerate(("Deng Qunze", "Deng Qunce", "Deng Qunce"), 1):
        (folder / f"x{number}.en.txt").write_text(f"Mayor {name} visited the school.\n", "utf-8")
    hand.open_texts(folder)
    return with_editor(hand)


@pytest.mark.parametrize("decision", ["issue.same-person", "issue.different-people"])
def test_a_translator_proposes_who_is_who_and_the_editor_decides(two_names, decision):
    hand = two_names
    issue = at_flag(hand, lambda one: one.check == "name-cluster")
    hand.context.actions[decision].trigger()
    hand.wait(lambda: len(proposing(hand).waiting) == 1)
    same = decision == "issue.same-person"
    said = "one person" if same else "two people"
    assert f"{said}. It waits for the terminology editor" in hand.window.statusBar().whispered
    assert hand.state.options.name_decisions == ()
    hand.context.actions[decision].trigger()
    hand.wait(lambda: any("proposed already" in one for one in hand.window.sentences))
    be(hand, "Li Na", "editor")
    panel = shown(hand, ProposalsPanel, "proposals")
    hand.wait(panel.accept_button.isEnabled)
    assert not panel.edit_button.isEnabled()
    (card,) = words(panel)
    assert card.startswith("Deng Qunze – Deng Qunce")
    assert ", 1" in card
    panel.accept_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.wait(lambda: bool(hand.state.options.name_decisions))
    (made,) = hand.state.options.name_decisions
    assert ({made.first, made.second}, made.same, made.author) == ({"Deng Qunze", "Deng Qunce"}, same, "Li Na")
    if not same:
        hand.wait(lambda: issue not in hand.context.project.checking.all_issues())
    hand.wait(lambda: not proposing(hand).waiting)
    hand.context.actions["edit.undo"].trigger()
    assert hand.state.options.name_decisions == ()
    hand.wait(lambda: len(proposing(hand).waiting) == 1)


def test_who_is_who_is_rejected_with_a_reason(two_names):
    hand = two_names
    at_flag(hand, lambda one: one.check == "name-cluster")
    hand.context.actions["issue.different-people"].trigger()
    hand.wait(lambda: len(proposing(hand).waiting) == 1)
    be(hand, "Li Na", "editor")
    panel = shown(hand, ProposalsPanel, "proposals")
    hand.wait(panel.reject_button.isEnabled)
    panel.list.setFocus()
    hand.press(Qt.Key.Key_Delete)
    dialog(hand, AskedWords)
    hand.qtbot.keyClicks(QApplication.focusWidget(), "the mayor is one man")
    press(hand, Qt.Key.Key_Return)
    hand.wait(lambda: not proposing(hand).waiting)
    assert hand.state.options.name_decisions == ()
    assert proposing(hand).rows[0].reason == "the mayor is one man"
