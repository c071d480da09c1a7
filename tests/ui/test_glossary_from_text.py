"""From the text to the glossary: new term, accepted variant, form to avoid."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Ctrl, Shift
from translator_desk.glossary.entry import Kind, Layer
from translator_desk.text.span import Span
from translator_desk.ui.dialogs.avoid_form import AvoidFormDialog
from translator_desk.ui.dialogs.new_term import NewTerm


@pytest.fixture
def ready(open_desk):
    open_desk.wait(lambda: open_desk.context.glossary.ready)
    return open_desk


def entries(hand):
    return hand.context.project.checking.term_base.entries


def dialog(hand, kind):
    found = hand.window.findChild(kind)
    assert found is not None
    hand.wait(lambda: QApplication.activeWindow() is found)
    return found


def press(hand, key):
    hand.qtbot.keyClick(QApplication.focusWidget(), key)


def select(hand, number, words):
    hand.go(number, edit=True)
    start = hand.target(number).index(words)
    hand.editor.select(Span(start, start + len(words)))


def test_a_new_term_from_the_selection_is_in_force_and_says_where_it_comes_from(ready):
    hand = ready
    select(hand, 8, "working groups")
    hand.press(Qt.Key.Key_N, Ctrl | Shift)
    made = dialog(hand, NewTerm)
    assert made._en.text() == "working groups"
    made._zh.setFocus()
    made._zh.insert("工作组")  # as an input method writes it
    press(hand, Qt.Key.Key_Return)
    hand.wait(lambda: any(one.zh == ("工作组",) and one.layer is Layer.PROJECT for one in entries(hand)))
    entry = next(one for one in entries(hand) if one.zh == ("工作组",) and one.layer is Layer.PROJECT)
    assert entry.en == "working groups"
    assert entry.kind in Kind
    assert not entry.verified
    assert entry.source.endswith(", 8")
    hand.wait(lambda: hand.window.findChild(NewTerm) is None)


def test_a_new_term_is_kept_in_the_house_glossary_where_that_is_chosen(ready):
    hand = ready
    select(hand, 8, "working groups")
    hand.press(Qt.Key.Key_N, Ctrl | Shift)
    made = dialog(hand, NewTerm)
    made._zh.setFocus()
    made._zh.insert("工作组")
    made._layer.setFocus()
    press(hand, Qt.Key.Key_Down)
    made._zh.setFocus()
    press(hand, Qt.Key.Key_Return)
    hand.wait(lambda: any(one.zh == ("工作组",) and one.layer is Layer.HOUSE for one in entries(hand)))
    assert not hand.context.project.path.with_suffix(".glossary.yaml").exists()
    hand.press(Qt.Key.Key_Z, Ctrl)
    hand.wait(lambda: not any(one.zh == ("工作组",) and one.layer is Layer.HOUSE for one in entries(hand)))


def test_a_term_without_chinese_is_asked_for_it_and_nothing_is_written(ready):
    hand = ready
    before = entries(hand)
    select(hand, 8, "working groups")
    hand.press(Qt.Key.Key_N, Ctrl | Shift)
    made = dialog(hand, NewTerm)
    press(hand, Qt.Key.Key_Return)
    assert "Give the term" in made._complaint.text()
    assert made.isVisible()
    press(hand, Qt.Key.Key_Escape)
    assert entries(hand) == before


def test_an_accepted_variant_is_flagged_no_more(ready):
    hand = ready
    issue = next(one for one in hand.context.project.checking.all_issues() if one.entry and one.target)
    words = issue.target.of(hand.state.segments[issue.segment].target)
    assert words
    hand.context.focus.go_to(issue.segment)
    hand.context.focus.set_issue(issue)
    hand.context.actions.refresh()
    assert hand.context.actions["issue.accept-variant"].isEnabled()
    hand.context.actions["issue.accept-variant"].trigger()
    hand.wait(lambda: any(one.id == issue.entry and one.layer is Layer.PROJECT for one in entries(hand)))
    entry = hand.context.project.checking.term_base.entry(issue.entry)
    assert words.casefold() in {one.casefold() for one in entry.accepted}
    hand.wait(lambda: issue not in hand.context.project.checking.all_issues())


def test_a_form_to_avoid_raises_a_flag_with_its_reason(ready):
    hand = ready
    select(hand, 7, "Deng Qunce")
    hand.type("Mr Qunce")
    hand.editor.select(Span(0, len("Mr Qunce")))
    hand.context.actions["term.avoid"].trigger()
    made = dialog(hand, AvoidFormDialog)
    assert made._words.text() == "Mr Qunce"
    names = [made._entry.itemText(row) for row in range(made._entry.count())]
    made._entry.setCurrentIndex(next(row for row, name in enumerate(names) if name.startswith("邓群策")))
    made._reason.setFocus()
    hand.qtbot.keyClicks(made._reason, "surname first")
    press(hand, Qt.Key.Key_Return)

    def said():
        issues = hand.context.project.checking.issues(hand.order[6])
        return any("surname first" in str(one.message) + str(one.evidence) for one in issues)

    hand.wait(said)


@pytest.mark.parametrize("closes", [True, False])
def test_a_new_term_is_saved_though_the_dialog_is_closed_before_the_answer(open_desk, closes):
    hand = open_desk
    hand.wait(lambda: hand.context.glossary.ready)
    hand.go(1)
    hand.wait(lambda: hand.context.actions["term.new"].isEnabled())
    hand.context.actions["term.new"].trigger()
    made = dialog(hand, NewTerm)
    made._zh.setText("量子纠缠")
    made._en.setText("quantum entanglement")
    made.accept()
    if closes:
        made.reject()
    hand.wait(lambda: hand.window.findChild(NewTerm) is None)
    terms = hand.context.project.checking
    hand.wait(lambda: any("量子纠缠" in one.zh for one in terms.term_base.entries))
    assert ("Saved in" in hand.window.statusBar().whispered) == (not closes)
