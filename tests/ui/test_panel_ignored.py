"""The list of ignored flags: who, why, and back again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.ui.settled import settle
from translator_desk.app.commands.waivers import WaiveIssue
from translator_desk.app.gate import findings_of
from translator_desk.model.severity import Level
from translator_desk.model.waiver import WaiverScope
from translator_desk.ui.panels.cards import CardView
from translator_desk.ui.panels.ignored import IgnoredPanel


def shown_panel(hand):
    hand.context.actions["panel.ignored"].trigger()
    hand.wait(lambda: hand.window.findChild(IgnoredPanel) is not None)
    panel = hand.window.findChild(IgnoredPanel)
    hand.wait(panel.isVisible)
    return panel, panel.findChild(CardView)


def words(view):
    return [view.rows.index(row).data() for row in range(view.rows.rowCount())]


def test_a_dismissal_is_listed_with_its_reason_and_taken_back_by_delete(open_desk):
    hand = open_desk
    first, second = hand.context.project.checking.all_issues()[:2]
    hand.context.execute(WaiveIssue(first, WaiverScope.HERE, "quotation"))
    hand.context.execute(WaiveIssue(second, WaiverScope.EVERYWHERE, "house style"))
    _, view = shown_panel(hand)
    assert [line.split(", ")[1] for line in words(view)] == ["house style", "quotation"]
    assert "everywhere" in words(view)[0]
    view.setFocus()
    view.set_current(hand.state.waivers[0])
    hand.qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert [one.reason for one in hand.state.waivers] == ["house style"]
    assert len(words(view)) == 1
    hand.wait(lambda: first in hand.context.project.checking.all_issues())


def test_enter_goes_to_the_place(open_desk):
    hand = open_desk
    issue = hand.context.project.checking.all_issues()[-1]
    hand.context.execute(WaiveIssue(issue, WaiverScope.HERE, "quotation"))
    hand.go(1)
    _, view = shown_panel(hand)
    hand.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert hand.context.focus.segment == issue.segment


def test_words_reasons_and_names_are_found(open_desk, qtbot):
    hand = open_desk
    first, second = hand.context.project.checking.all_issues()[:2]
    hand.context.execute(WaiveIssue(first, WaiverScope.HERE, "quotation"))
    hand.context.execute(WaiveIssue(second, WaiverScope.HERE, "历史译名"))
    panel, view = shown_panel(hand)
    line = panel.findChild(QLineEdit)
    qtbot.keyClicks(line, "QUOT")
    assert len(words(view)) == 1
    line.setText("歷史")
    assert "历史译名" in words(view)[0]


def test_a_second_person_agrees_that_an_error_is_ignored(open_desk, qtbot):
    hand = open_desk
    settle(hand)
    hand.context.desk.change_settings(person="Li Wei", role="translator")
    hand.context.projects.person_changed()
    error = next(one for one in hand.context.project.checking.all_issues() if one.level is Level.ERROR)
    hand.context.execute(WaiveIssue(error, WaiverScope.HERE, "quotation"))
    panel, view = shown_panel(hand)
    view.set_current(hand.state.waivers[0])
    agree = next(one for one in panel.findChildren(QPushButton) if one.text() == "Agree")
    qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    assert hand.state.waivers[0].seen_by == ""
    assert hand.window.sentences
    hand.context.desk.change_settings(person="Wang Fang", role="reviewer")
    hand.context.projects.person_changed()
    document = hand.state.document_order[0]
    hand.wait(lambda: bool(findings_of(hand.context.project.checking, hand.state, document).unseen))
    view.set_current(hand.state.waivers[0])
    agree.setFocus()
    qtbot.keyClick(agree, Qt.Key.Key_Space)
    assert hand.state.waivers[0].seen_by == "Wang Fang"
    assert "agreed by Wang Fang" in words(view)[0]
    assert not findings_of(hand.context.project.checking, hand.state, document).unseen
