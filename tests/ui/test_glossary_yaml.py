"""The term files as text beside table and form: typed, completed, marked, saved, never lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Alt, Ctrl, Shift
from tests.ui.test_glossary_panel import panel
from translator_desk.ui.glossary.conflicts import ConflictDialog
from translator_desk.ui.glossary.yaml_editor import YamlEditor
from translator_desk.ui.theme import Themes

TEXT = """version: 2
language: {source: zh, target: en}
entries:
# ours
- id: x-visit
  kind: other
  zh: [暗访督查]
  en: undercover inspection  # for now
  required: true

- id: x-list
  kind: other
  zh: [督办清单]
  en: supervision list
"""


@pytest.fixture
def hand(open_desk):
    """A hand in the YAML of the project's own term file, at its first entry."""
    hand = open_desk
    hand.wait(lambda: hand.context.glossary.ready)
    own(hand).write_text(TEXT, "utf-8")
    hand.wait(lambda: term(hand, "x-visit") is not None)
    hand.context.show_perspective("glossary")
    hand.wait(lambda: panel(hand) is not None and bool(panel(hand).entries.rows))
    hand.context.glossary.show_entry("x-visit")
    hand.wait(lambda: panel(hand).entry_pane.base.id == "x-visit")
    panel(hand).table.setFocus()
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    hand.wait(lambda: editor(hand).text() == TEXT)
    hand.wait(lambda: editor(hand).hasFocus())
    return hand


def own(hand):
    return hand.context.project.path.with_suffix(".glossary.yaml")


def term(hand, key):
    return hand.context.project.checking.term_base.entry(key)


def pane(hand):
    return panel(hand).yaml_pane


def editor(hand):
    return pane(hand).editor


def stand_behind(hand, words):
    """Put the caret behind words of the text."""
    cursor = editor(hand).document().find(words)
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionEnd())
    editor(hand).setTextCursor(cursor)


def rub_out(hand, letters):
    for _ in range(letters):
        hand.press(Qt.Key.Key_Backspace)


def test_table_form_and_lines_stand_at_the_same_entry(hand):
    assert editor(hand).line == 5
    for _ in range(6):
        hand.press(Qt.Key.Key_Down)
    hand.wait(lambda: panel(hand).entry_pane.base.id == "x-list")
    assert panel(hand).table.currentIndex().data() == "督办清单"
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    assert panel(hand).form.en.hasFocus()
    assert panel(hand).form.en.text() == "supervision list"
    panel(hand).table.setFocus()
    panel(hand).show_entry("x-visit")
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    hand.wait(lambda: editor(hand).line == 5)


def test_a_shipped_file_is_shown_and_only_read(hand):
    hand.context.glossary.show_entry("p-deng-qun-ce")
    hand.wait(lambda: "p-deng-qun-ce" in editor(hand).textCursor().block().text())
    assert editor(hand).isReadOnly()
    assert "only read" in pane(hand).state.text()
    assert not pane(hand).save_button.isEnabled()


def test_what_is_typed_is_saved_and_every_other_byte_stays(hand):
    stand_behind(hand, "undercover inspection")
    rub_out(hand, len("undercover inspection"))
    hand.type("unannounced inspection")
    hand.wait(lambda: own(hand) in hand.context.glossary.drafts.texts)
    assert term(hand, "x-visit").en == "undercover inspection"
    pane(hand).reason.setFocus()
    hand.type("usage")
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: term(hand, "x-visit").en == "unannounced inspection")
    assert own(hand).read_text("utf-8") == TEXT.replace("undercover", "unannounced")
    hand.wait(lambda: not hand.context.glossary.drafts.texts)
    hand.wait(lambda: not pane(hand).save_button.isEnabled())
    panel(hand).views.setCurrentWidget(panel(hand).record_pane)
    record = panel(hand).record_pane.table
    hand.wait(lambda: record.rowCount() == 2)  # and that the file came while the project was open
    assert record.item(0, 2).text() == "usage"
    assert "undercover inspection → unannounced inspection" in record.item(0, 3).text()
    panel(hand).table.setFocus()
    hand.press(Qt.Key.Key_Z, Ctrl)
    hand.wait(lambda: own(hand).read_text("utf-8") == TEXT)


def test_while_it_cannot_be_read_the_line_is_named_and_what_was_typed_is_kept(hand):
    stand_behind(hand, "kind: other")
    rub_out(hand, 1)
    hand.wait(lambda: ":6:9:" in pane(hand).banner.text())
    said = pane(hand).banner.text()
    assert own(hand).name in said
    assert "kind: othe" in said
    assert [(one.line, one.column) for one in editor(hand).findings] == [(6, 9)]
    assert len(editor(hand).extraSelections()) == 1
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: ":6:9:" in pane(hand).banner.text())
    assert own(hand).read_text("utf-8") == TEXT
    typed = editor(hand).text()
    hand.context.glossary.show_entry("p-deng-qun-ce")
    hand.wait(lambda: editor(hand).isReadOnly())
    own(hand).write_text(TEXT + "# more\n", "utf-8")
    hand.context.glossary.show_entry("x-visit")
    hand.wait(lambda: editor(hand).text() == typed)
    stand_behind(hand, "kind: othe")
    hand.type("r")
    hand.wait(lambda: not pane(hand).banner.text())
    hand.press(Qt.Key.Key_End)
    hand.type("  # odd")
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: own(hand).read_text("utf-8") == TEXT.replace("kind: other", "kind: other  # odd", 1) + "# more\n")


def test_keys_kinds_and_ids_are_offered_and_chosen_by_keys(hand):
    stand_behind(hand, "  required: true")
    hand.press(Qt.Key.Key_Return)
    hand.type("no")
    hand.wait(lambda: bool(editor(hand).offered))
    assert editor(hand).offered[:2] == ["not_inside: ", "note: "]
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    assert editor(hand).textCursor().block().text() == "  note: "
    assert editor(hand).offered == []
    stand_behind(hand, "kind: other")
    rub_out(hand, len("other"))
    hand.press(Qt.Key.Key_Space, Ctrl)
    assert "person" in editor(hand).offered
    hand.type("pe")
    assert editor(hand).offered == ["person"]
    hand.press(Qt.Key.Key_Tab)
    assert editor(hand).textCursor().block().text() == "  kind: person"
    hand.press(Qt.Key.Key_Escape)
    assert editor(hand).offered == []


def test_one_key_mends_what_is_wrong_in_a_line_and_one_takes_that_back(hand):
    stand_behind(hand, "supervision list")
    hand.press(Qt.Key.Key_Return)
    hand.type("avoid: [supervision list]")
    hand.wait(lambda: [one.code for one in editor(hand).findings] == ["accepted-and-avoided"])
    editor(hand).go_to(1)
    hand.press(Qt.Key.Key_F8)
    assert editor(hand).textCursor().block().text() == "  avoid: [supervision list]"
    assert "accepted and to be avoided" in pane(hand).hint.text()
    hand.press(Qt.Key.Key_Period, Alt)
    hand.wait(lambda: editor(hand).text() == TEXT)
    hand.press(Qt.Key.Key_Z, Ctrl)
    hand.wait(lambda: "avoid: [supervision list]" in editor(hand).text())


def test_what_was_typed_into_the_form_stands_in_the_text(hand):
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    hand.type("supervision and inspection")
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    hand.wait(lambda: editor(hand).text() == TEXT.replace("undercover inspection", "supervision and inspection"))
    assert "x-visit" not in hand.context.glossary.drafts.forms
    hand.wait(lambda: panel(hand).form.en.text() == "supervision and inspection")
    assert editor(hand).line == 5
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: term(hand, "x-visit").en == "supervision and inspection")


def test_two_changes_of_one_entry_are_asked_about_entry_by_entry(hand):
    stand_behind(hand, "undercover")
    rub_out(hand, len("undercover"))
    hand.type("unannounced")
    hand.wait(lambda: own(hand) in hand.context.glossary.drafts.texts)
    other = TEXT.replace("undercover", "surprise").replace("supervision list", "list of duties")
    own(hand).write_text(other, "utf-8")
    hand.wait(lambda: term(hand, "x-list").en == "list of duties")
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: isinstance(QApplication.activeWindow(), ConflictDialog))
    dialog = QApplication.activeWindow()
    assert list(dialog._groups) == ["x-visit"]
    hand.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    hand.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    hand.wait(lambda: term(hand, "x-visit").en == "unannounced inspection")
    assert term(hand, "x-list").en == "list of duties"


def test_the_bar_that_names_a_broken_file_leads_to_its_line(hand):
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    own(hand).write_text(TEXT.replace("  en: supervision list", "  en: a: b"), "utf-8")
    hand.wait(lambda: any("a: b" in one for one in hand.window.sentences))
    line = hand.window._errors._lines[0]
    line._button.click()
    hand.wait(lambda: editor(hand).textCursor().block().text() == "  en: a: b")
    hand.wait(lambda: ":14:" in pane(hand).banner.text())


def test_the_form_goes_on_from_what_the_text_says_and_one_save_is_for_both(hand):
    stand_behind(hand, "supervision")
    rub_out(hand, len("supervision"))
    hand.type("oversight")
    stand_behind(hand, "undercover")
    rub_out(hand, len("undercover"))
    hand.type("unannounced")
    hand.wait(lambda: panel(hand).form.en.text() == "unannounced inspection")
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    entry_pane = panel(hand).entry_pane
    assert "YAML" in entry_pane.state.text()
    assert not entry_pane.delete_button.isEnabled()
    hand.type("random check")
    hand.wait(lambda: entry_pane.save_button.isEnabled())
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: term(hand, "x-visit").en == "random check")
    both = TEXT.replace("undercover inspection", "random check").replace("supervision list", "oversight list")
    assert own(hand).read_text("utf-8") == both
    hand.wait(lambda: not hand.context.glossary.drafts.texts)
    assert not hand.context.glossary.drafts.forms
    hand.wait(lambda: "YAML" not in entry_pane.state.text())
    assert entry_pane.delete_button.isEnabled()
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    hand.wait(lambda: editor(hand).text() == both)
    assert not pane(hand).save_button.isEnabled()


def test_what_is_typed_in_text_then_form_then_text_is_one_text(hand):
    stand_behind(hand, "undercover")
    rub_out(hand, len("undercover"))
    hand.type("unannounced")
    hand.wait(lambda: panel(hand).form.en.text() == "unannounced inspection")
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    hand.type("random check")
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    hand.wait(lambda: editor(hand).text() == TEXT.replace("undercover inspection", "random check"))
    assert not hand.context.glossary.drafts.forms
    assert own(hand).read_text("utf-8") == TEXT
    pane(hand).discard()
    hand.wait(lambda: panel(hand).form.en.text() == "undercover inspection")


def test_the_text_is_saved_from_the_form_too(hand):
    stand_behind(hand, "undercover")
    hand.type("s")
    hand.wait(lambda: panel(hand).form.en.text() == "undercovers inspection")
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: term(hand, "x-visit").en == "undercovers inspection")
    assert own(hand).read_text("utf-8") == TEXT.replace("undercover", "undercovers")
    hand.wait(lambda: not panel(hand).entry_pane.save_button.isEnabled())
    assert not hand.context.glossary.drafts.texts


def test_while_the_text_cannot_be_read_the_form_waits(hand):
    stand_behind(hand, "kind: other")
    rub_out(hand, 1)
    hand.wait(lambda: "kind: othe" in pane(hand).banner.text())
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    hand.wait(lambda: panel(hand).form.en.isReadOnly())
    assert "only read" in panel(hand).entry_pane.state.text()
    pane(hand).discard()
    hand.wait(lambda: not panel(hand).form.en.isReadOnly())


def test_the_id_waits_until_the_text_is_saved(hand):
    stand_behind(hand, "undercover")
    hand.type("s")
    hand.wait(lambda: panel(hand).form.en.text() == "undercovers inspection")
    hand.press(Qt.Key.Key_Y, Ctrl | Shift)
    panel(hand).entry_pane.write("id", "x-visits")
    hand.press(Qt.Key.Key_S, Ctrl)
    assert "The id can be changed once" in panel(hand).entry_pane.complaint.text()
    assert own(hand).read_text("utf-8") == TEXT


def test_the_effect_of_what_is_typed_is_told_before_it_is_saved(hand):
    stand_behind(hand, "required: true")
    hand.press(Qt.Key.Key_Return)
    hand.type("also: [unannounced supervision and supervision]")
    hand.wait(lambda: "flags in 1 document" in pane(hand).state.text())
    assert term(hand, "x-visit").also == ()


def test_what_is_typed_on_while_it_is_saved_stays_and_is_saved_next(hand):
    stand_behind(hand, "en: supervision list")
    hand.type("s")
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.type(" of duties")
    hand.wait(lambda: term(hand, "x-list").en == "supervision lists")
    hand.wait(lambda: own(hand) in hand.context.glossary.drafts.texts)
    assert "en: supervision lists of duties" in editor(hand).text()
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: term(hand, "x-list").en == "supervision lists of duties")
    hand.wait(lambda: not hand.context.glossary.drafts.texts)


def test_of_a_large_file_the_lines_around_an_entry_are_shown_and_the_others_stay(hand):
    items = [
        f"- id: x-n{number}\n  kind: other\n  zh: [甲乙丙丁{number}]\n  en: thing {number}  # c\n"
        for number in range(5000)
    ]
    text = TEXT + "".join(items)
    own(hand).write_text(text, "utf-8")
    hand.wait(lambda: term(hand, "x-n4000") is not None)
    hand.wait(lambda: "thing 0 " in editor(hand).text())
    assert len(editor(hand).text()) < len(text) / 2
    hand.context.glossary.show_entry("x-n4000")
    hand.wait(lambda: "id: x-n4000" in editor(hand).textCursor().block().text())
    line = text[: text.index("id: x-n4000")].count("\n") + 1
    assert editor(hand).line == line
    assert str(editor(hand).first_line) in pane(hand).state.text()
    assert editor(hand).text().startswith("- id: ")
    editor(hand).setFocus()
    stand_behind(hand, "en: thing 4000")
    hand.type("th")
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: term(hand, "x-n4000").en == "thing 4000th")
    assert own(hand).read_text("utf-8") == text.replace("thing 4000 ", "thing 4000th ")
    stand_behind(hand, "kind: other")
    rub_out(hand, 1)
    hand.wait(lambda: "kind: othe" in pane(hand).banner.text())
    broken = editor(hand).line
    assert pane(hand).banner.text().split(":")[1] == str(broken)
    pane(hand).show_file(own(hand), 2)
    assert editor(hand).line == 2
    hand.wait(lambda: bool(editor(hand).findings))
    hand.press(Qt.Key.Key_F8)
    assert editor(hand).line == broken
    pane(hand).discard()
    hand.wait(lambda: not pane(hand).banner.text())


@given(st.text("ab\né𠮷甲\u00a0\t# :", max_size=30), st.text("xy\n𠮷 ", max_size=6), st.data())
def test_the_editor_gives_back_what_it_was_given_and_what_is_typed(qapp, text, words, data):
    made = YamlEditor(Themes(qapp), lambda *_: (), None)
    made.show_text(text)
    assert made.text() == text
    at = data.draw(st.integers(0, len(text)))
    cursor = made.textCursor()
    cursor.setPosition(len(text[:at].encode("utf-16-le")) // 2)
    cursor.insertText(words)
    assert made.text() == text[:at] + words + text[at:]
    made.replace_text(text)
    assert made.text() == text
    assert made.textCursor().position() <= made.document().characterCount()
    assert isinstance(made.textCursor(), QTextCursor)
    made.deleteLater()
