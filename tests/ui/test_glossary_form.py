"""Every field of an entry by keys: rows added and taken out, layers, switching off and on, cells, new entries."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from tests.ui.conftest import Alt, Ctrl
from tests.ui.test_glossary_panel import entry, glossary, own_file, panel  # noqa: F401
from translator_desk.glossary.coarse_date import CoarseDate
from translator_desk.glossary.entry import Kind, Layer
from translator_desk.model.severity import Level
from translator_desk.ui.glossary.conflicts import ConflictDialog

FORM, WHY, LEVEL, ALONE = range(4)


@pytest.fixture
def hand(glossary):  # noqa: F811
    return glossary


def write_cell(hand, rows, row, column, text):
    """Write into a cell by keys, as Enter, the words and Enter do."""
    rows.setFocus()
    rows.setCurrentCell(row, column)
    hand.qtbot.keyClick(rows, Qt.Key.Key_F2)
    editor = rows.viewport().findChild(QLineEdit)
    editor.setText(text)  # at once: what is offered while typing would grab the keyboard
    hand.qtbot.keyClick(editor, Qt.Key.Key_Return)
    hand.wait(lambda: rows.item(row, column).text() == text)
    hand.wait(lambda: rows.viewport().findChild(QLineEdit) is None)


def save(hand):
    hand.press(Qt.Key.Key_S, Ctrl)


def test_a_form_to_avoid_is_added_with_its_reason_and_level_and_taken_out_again(hand):
    avoid = panel(hand).form.avoid
    before = len(entry(hand).avoid)
    assert avoid.rowCount() == before + 1
    write_cell(hand, avoid, before, FORM, "Deng Chunzer")
    assert avoid.rowCount() == before + 2
    write_cell(hand, avoid, before, WHY, "misread")
    avoid.setCurrentCell(before, LEVEL)
    hand.qtbot.keyClick(avoid, Qt.Key.Key_F2)
    box = avoid.viewport().findChild(QComboBox)
    hand.qtbot.keyClick(box, Qt.Key.Key_Down)
    hand.qtbot.keyClick(box, Qt.Key.Key_Return)
    hand.wait(lambda: avoid.viewport().findChild(QComboBox) is None)
    avoid.setFocus()
    avoid.setCurrentCell(before, ALONE)
    hand.qtbot.keyClick(avoid, Qt.Key.Key_Space)
    save(hand)
    hand.wait(lambda: len(entry(hand).avoid) == before + 1)
    added = entry(hand).avoid[-1]
    assert (added.en, added.why, added.level, added.standalone) == ("Deng Chunzer", "misread", Level.ERROR, True)
    avoid.setFocus()
    avoid.setCurrentCell(before, FORM)
    hand.qtbot.keyClick(avoid, Qt.Key.Key_Delete, Ctrl)
    save(hand)
    hand.wait(lambda: len(entry(hand).avoid) == before)


def test_an_office_is_added_and_drawn_and_a_wrong_date_is_refused_with_nothing_lost(hand):
    offices = panel(hand).form.offices
    before = len(entry(hand).offices)
    write_cell(hand, offices, before, 0, "mayor of somewhere")
    write_cell(hand, offices, before, 2, "soon")
    save(hand)
    hand.wait(lambda: "no date" in panel(hand).entry_pane.complaint.text())
    assert offices.item(before, 2).text() == "soon"
    assert not own_file(hand).exists()
    write_cell(hand, offices, before, 2, "2019-02")
    write_cell(hand, offices, before, 3, "present")
    hand.wait(lambda: len(panel(hand).entry_pane.timeline.timeline.terms) == before + 1)
    save(hand)
    hand.wait(lambda: len(entry(hand).offices) == before + 1)
    added = entry(hand).offices[-1]
    assert (added.post, added.start, added.present) == ("mayor of somewhere", CoarseDate.parse("2019-02"), True)


def test_an_override_goes_into_the_layer_chosen_with_its_reason_on_record(hand):
    pane = panel(hand).entry_pane
    hand.type("Deng Qunche")
    pane.layer.setFocus()
    hand.press(Qt.Key.Key_Down)
    assert pane.layer.currentData() == Layer.HOUSE.value
    pane.reason.setFocus()
    hand.type("as he signs")
    save(hand)
    hand.wait(lambda: entry(hand).en == "Deng Qunche")
    assert entry(hand).layer is Layer.HOUSE
    assert not own_file(hand).exists()
    house = hand.context.desk.paths.house_glossary / "house.yaml"
    assert "Deng Qunche" in house.read_text("utf-8")
    assert "as he signs" in house.with_suffix(".history.jsonl").read_text("utf-8")


def test_an_entry_is_switched_off_stays_in_sight_and_is_switched_on_again(hand):
    pane = panel(hand).entry_pane
    key = entry(hand).id
    pane.off_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    base = hand.context.project.checking
    hand.wait(lambda: base.term_base.entry(key) is None)
    hand.wait(lambda: hand.context.glossary.state.is_off(key))
    assert pane.base.id == key
    row = panel(hand).entries.row_of(key)
    assert "switched off" in panel(hand).entries.index(row, 3).data()
    assert panel(hand).form.en.isReadOnly()
    pane.off_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.wait(lambda: base.term_base.entry(key) is not None)
    hand.wait(lambda: not panel(hand).form.en.isReadOnly())


def test_a_cell_is_edited_by_typing_and_saved_with_the_entry(hand):
    table = panel(hand).table
    table.setFocus()
    hand.press(Qt.Key.Key_Right)
    hand.press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    editor.selectAll()
    hand.qtbot.keyClicks(editor, "Deng Qunche")
    hand.qtbot.keyClick(editor, Qt.Key.Key_Return)
    hand.wait(lambda: panel(hand).form.en.text() == "Deng Qunche")
    assert panel(hand).entries.index(0, 1).data() == "Deng Qunche"
    assert panel(hand).entries.index(0, 0).data().endswith("*")
    assert entry(hand).en == "Deng Qunce"
    hand.wait(lambda: "flags" in panel(hand).entry_pane.effect.text())
    table.setFocus()
    save(hand)
    hand.wait(lambda: entry(hand).en == "Deng Qunche")


def test_the_chinese_of_a_cell_with_several_forms_keeps_them_apart(hand):
    table, entries = panel(hand).table, panel(hand).entries
    entries.setData(entries.index(0, 0), "邓群策 | 邓、群策")
    assert panel(hand).form.zh.text() == "邓群策\n邓、群策"
    table.setFocus()
    save(hand)
    hand.wait(lambda: entry(hand).zh == ("邓群策", "邓、群策"))


def test_a_new_entry_is_begun_by_a_key_and_gets_an_id_of_its_english(hand):
    panel(hand).new_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    form = panel(hand).form
    assert form.zh.hasFocus()
    form.zh.insertPlainText("暗访督查")  # as an input method writes it
    form.en.setFocus()
    hand.type("undercover inspection")
    save(hand)
    base = hand.context.project.checking
    hand.wait(lambda: base.term_base.entry("x-undercover-inspection") is not None)
    hand.wait(lambda: panel(hand).entry_pane.base.id == "x-undercover-inspection")
    made = base.term_base.entry("x-undercover-inspection")
    assert (made.zh, made.kind, made.layer) == (("暗访督查",), Kind.OTHER, Layer.PROJECT)
    panel(hand).entry_pane.delete_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.wait(lambda: base.term_base.entry("x-undercover-inspection") is None)


def test_an_id_is_changed_where_it_may_be_and_refused_in_a_sentence_where_not(hand):
    form, base = panel(hand).form, hand.context.project.checking
    form.entry_id.setFocus()
    form.entry_id.selectAll()
    hand.type("p-else")
    save(hand)
    hand.wait(lambda: "keeps its id" in panel(hand).entry_pane.complaint.text())
    panel(hand).revert()
    panel(hand).begin_new()
    form.zh.insertPlainText("暗访督查")  # as an input method writes it
    form.en.setFocus()
    hand.type("undercover inspection")
    save(hand)
    hand.wait(lambda: base.term_base.entry("x-undercover-inspection") is not None)
    hand.wait(lambda: panel(hand).entry_pane.base.id == "x-undercover-inspection")
    form.entry_id.setFocus()
    form.entry_id.selectAll()
    hand.type("x-visit")
    save(hand)
    hand.wait(lambda: base.term_base.entry("x-visit") is not None)
    assert base.term_base.entry("x-undercover-inspection") is None
    hand.wait(lambda: panel(hand).entry_pane.base.id == "x-visit")
    hand.wait(lambda: panel(hand).table.currentIndex().data() == "暗访督查")
    assert hand.context.glossary.drafts.forms == {}


def test_what_is_wrong_is_said_while_it_is_typed_and_one_key_mends_it(hand):
    strip = panel(hand).entry_pane.lint
    panel(hand).form.en.insert("Deng\u200b Qunce")  # as it is pasted
    panel(hand).form.edited.emit()
    hand.wait(lambda: any(one.code == "invisible" for one in strip.problems))
    assert strip.fix_button.isVisible()
    hand.press(Qt.Key.Key_Period, Alt)
    hand.wait(lambda: panel(hand).form.en.text() == "Deng Qunce")
    hand.wait(lambda: not any(one.code == "invisible" for one in strip.problems))


def test_fields_stand_in_two_columns_only_where_there_is_room(hand):
    form = panel(hand).form

    def beside():
        avoid, en = (one.mapTo(form, one.rect().topLeft()) for one in (form.avoid, form.en))
        return avoid.x() > en.x()

    hand.window.resize(1800, 900)
    hand.wait(beside)
    hand.window.resize(1024, 700)
    hand.wait(lambda: not beside())


def test_what_was_typed_is_still_there_when_the_project_is_opened_again(hand):
    hand.type("Deng Qunche")
    path = hand.context.project.path
    key = entry(hand).id
    panel(hand).new_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    panel(hand).form.zh.insertPlainText("暗访督查")  # as an input method writes it
    hand.context.actions["project.close"].trigger()
    hand.wait(lambda: not hand.context.is_open)
    hand.open_project(path, flags=False)
    hand.wait(lambda: hand.context.glossary.ready)
    hand.wait(lambda: any("邓群策, 暗访督查" in one for one in hand.window.sentences))
    hand.context.show_perspective("glossary")
    hand.context.glossary.show_entry(key)
    hand.wait(lambda: panel(hand) is not None and panel(hand).form.en.text() == "Deng Qunche")
    assert entry(hand).en == "Deng Qunce"
    hand.context.glossary.show_entry("")
    assert panel(hand).form.zh.text() == "暗访督查"
    panel(hand).revert()
    panel(hand).show_entry(key)
    panel(hand).form.en.setFocus()
    save(hand)
    hand.wait(lambda: entry(hand).en == "Deng Qunche")
    hand.context.actions["project.close"].trigger()
    hand.wait(lambda: not hand.context.is_open)
    assert list((hand.context.desk.paths.data / "glossary_drafts").iterdir()) == []


def test_a_draft_begun_before_somebody_elses_change_asks_whose_words_count(hand):
    hand.type("Deng Qunche")
    save(hand)
    hand.wait(lambda: entry(hand).en == "Deng Qunche")
    hand.wait(lambda: bool(hand.context.glossary.overrides))
    panel(hand).form.en.setFocus()
    panel(hand).form.en.selectAll()
    hand.type("Deng Qunzhe")
    key = entry(hand).id
    panel(hand).words.clear()
    panel(hand).table.selectRow(0)
    assert panel(hand).entry_pane.base.id != key
    text = own_file(hand).read_text("utf-8")
    own_file(hand).write_text(text.replace("Deng Qunche", "Deng Chunce"), "utf-8")
    hand.wait(lambda: entry(hand).en == "Deng Chunce")
    panel(hand).show_entry(key)
    assert panel(hand).form.en.text() == "Deng Qunzhe"
    panel(hand).form.en.setFocus()
    save(hand)
    hand.wait(lambda: isinstance(QApplication.activeWindow(), ConflictDialog))
    QApplication.activeWindow().reject()
    assert entry(hand).en == "Deng Chunce"
