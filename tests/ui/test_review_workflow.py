"""The way of a document in the window: handed over, approved, refused by the gate, final for a reason, reopened."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from tests.ui.conftest import Ctrl
from tests.ui.settled import settle
from translator_desk.app.commands.comments import AskBack
from translator_desk.app.commands.workflow import AssignDocument
from translator_desk.app.exports import ExportKind
from translator_desk.model.revision import RevisionKind
from translator_desk.model.state import SegmentState
from translator_desk.model.workflow import Stage
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.dialogs.assign import AssignDialog
from translator_desk.ui.dialogs.export import ExportDialog
from translator_desk.ui.panels.documents import DocumentsPanel


def sit_down(hand, name, role):
    hand.context.desk.change_settings(person=name, role=role)
    hand.context.projects.person_changed()


def do(hand, action):
    """Choose a command of the menu that can be chosen."""
    hand.context.actions.refresh()
    assert hand.context.actions[action].isEnabled(), action
    hand.context.actions[action].trigger()


def handling(hand):
    return hand.state.documents[hand.state.document_order[0]].handling


def asked(hand, kind=AskedWords):
    hand.wait(lambda: any(one.isVisible() for one in hand.window.findChildren(kind)))
    return next(one for one in hand.window.findChildren(kind) if one.isVisible())


def way(hand):
    """Return what the list of documents says of the way of the first one."""
    cards = hand.window.findChild(DocumentsPanel)._list.rows.cards
    return cards[0].lines[2].text


def notes(hand):
    """Return what the record says of the way of documents, once it is written."""
    got = []
    project = hand.context.project
    project.autosave.flush(lambda: hand.context.desk.record(project, got.append, got.append))
    hand.wait(lambda: bool(got))
    return [one.note for one in got[0].revisions if one.kind is RevisionKind.WORKFLOW]


@pytest.fixture
def handed(open_desk):
    hand = open_desk
    settle(hand)
    sit_down(hand, "Li Wei", "translator")
    hand.go(1)
    do(hand, "workflow.hand-over")
    sit_down(hand, "Wang Fang", "reviewer")
    return hand


def test_a_document_goes_to_final_only_for_a_reason_that_is_signed(handed):
    hand = handed
    assert handling(hand).stage is Stage.REVIEW
    assert not hand.context.actions["workflow.finish"].isEnabled()
    do(hand, "workflow.approve")
    assert handling(hand).stage is Stage.REVIEWED
    do(hand, "workflow.finish")
    dialog = asked(hand)
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert handling(hand).stage is Stage.REVIEWED
    hand.qtbot.keyClicks(dialog.focusWidget(), "The mayor's office wants it now")
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert handling(hand).stage is Stage.FINAL
    assert {one.state for one in hand.state.segments.values()} == {SegmentState.FINAL}
    signed = notes(hand)[-1]
    assert "segments with errors" in signed
    assert signed.endswith("The mayor's office wants it now")
    do(hand, "workflow.reopen")
    dialog = asked(hand)
    hand.qtbot.keyClicks(dialog.focusWidget(), "a name is wrong")
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert handling(hand).stage is Stage.REVIEW
    assert notes(hand)[-1] == "reopen: a name is wrong"


def test_a_translator_may_not_approve_and_is_told(handed):
    hand = handed
    sit_down(hand, "Li Wei", "translator")
    hand.context.actions["workflow.approve"].trigger()
    assert handling(hand).stage is Stage.REVIEW
    assert hand.window.sentences
    do(hand, "workflow.take-back")
    assert handling(hand).stage is Stage.TRANSLATION


def test_what_keeps_a_document_from_approval_is_gone_to(handed):
    hand = handed
    hand.context.execute(AskBack(hand.order[4], "Which meeting?"))
    hand.go(1)
    do(hand, "workflow.approve")
    assert handling(hand).stage is Stage.REVIEW
    assert hand.context.focus.segment == hand.order[4]


def test_only_the_latest_news_of_a_document_stands_in_the_bar(handed):
    hand = handed
    assert any("from now on every edit is a change" in one for one in hand.window.sentences)
    do(hand, "workflow.approve")
    (said,) = hand.window.sentences
    assert said.endswith("is reviewed.")


def test_a_move_is_taken_back_by_undo(handed):
    hand = handed
    hand.grid.setFocus()
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert handling(hand).stage is Stage.TRANSLATION


def test_tracking_and_four_eyes_are_switches(open_desk):
    hand = open_desk
    hand.go(1)
    do(hand, "workflow.track")
    assert handling(hand).tracked
    hand.context.actions.refresh()
    assert hand.context.actions["workflow.track"].isChecked()
    assert hand.context.actions["workflow.four-eyes"].isChecked()
    do(hand, "workflow.four-eyes")
    assert not hand.state.options.four_eyes


def test_a_document_is_assigned_with_a_day(open_desk):
    hand = open_desk
    hand.go(1)
    do(hand, "workflow.assign")
    dialog = asked(hand, AssignDialog)
    hand.qtbot.keyClicks(dialog.focusWidget(), "Chen Jie")
    dialog.findChild(QCheckBox).setChecked(True)
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert handling(hand).assignee == "Chen Jie"
    assert handling(hand).due > dt.date.today()
    assert way(hand) == f"in translation · Chen Jie until {handling(hand).due}"
    hand.context.execute(AssignDocument(hand.state.document_order[0], "Chen Jie", dt.date(2020, 2, 3)))
    assert way(hand) == "in translation · Chen Jie, was due on 2020-02-03"


def test_who_has_worked_on_the_project_is_offered_for_the_assignment(handed):
    hand = handed
    do(hand, "workflow.assign")
    name = asked(hand, AssignDialog).focusWidget()
    hand.wait(lambda: name.completer() is not None)
    hand.qtbot.keyClicks(name, "Li")
    assert name.text() == "Li Wei"


def test_the_list_of_documents_tells_how_far_each_has_come(handed):
    hand = handed
    assert way(hand) == "in review"
    do(hand, "workflow.take-back")
    assert "in translation" not in way(hand)
    do(hand, "workflow.track")
    assert way(hand) == "in translation, changes tracked"


def test_a_clean_export_that_is_not_ready_asks_for_a_reason(handed, tmp_path):
    hand = handed
    hand.press(Qt.Key.Key_E, Ctrl)
    dialog = asked(hand, ExportDialog)
    dialog._folder.setText(str(tmp_path / "out"))
    for at in range(dialog._kind.count()):
        dialog._kind.setCurrentIndex(at)
        is_clean = dialog._kind.itemData(at) != ExportKind.WORKING
        assert ("segments with errors" in dialog._shut.text()) is is_clean
        assert dialog._reason.isVisible() is is_clean
        assert ("s1.en-working.tsv" in dialog._files.toPlainText()) is not is_clean
    dialog._kind.setCurrentIndex(0)
    dialog.accept()
    assert dialog.isVisible()
    assert not (tmp_path / "out").exists()
    hand.qtbot.keyClicks(dialog._reason, "proof for the printer")
    hand.qtbot.keyClick(dialog._reason, Qt.Key.Key_Return)
    assert (tmp_path / "out" / "s1.en-corrected.txt").exists()
    assert notes(hand)[-1].endswith(": proof for the printer")


def test_a_working_copy_needs_no_reason_and_leaves_no_line_in_the_record(handed, tmp_path):
    hand = handed
    before = notes(hand)
    hand.press(Qt.Key.Key_E, Ctrl)
    dialog = asked(hand, ExportDialog)
    dialog._folder.setText(str(tmp_path / "out"))
    dialog._kind.setCurrentIndex(dialog._kind.findData(ExportKind.WORKING))
    dialog.accept()
    assert not dialog.isVisible()
    assert (tmp_path / "out" / "s1.en-working.tsv").exists()
    assert notes(hand) == before
