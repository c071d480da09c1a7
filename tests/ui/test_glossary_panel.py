"""Entries of the glossary found, changed, saved and reverted by keys."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.glossary.layouts import make_entry
from tests.ui.conftest import Ctrl, Shift
from translator_desk.app.glossary_state import GlossaryState
from translator_desk.errors import RefusedError
from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.ui.glossary.conflicts import ConflictDialog
from translator_desk.ui.glossary.fields import entry_of, fields_of
from translator_desk.ui.glossary.table import Column, EntryTable
from translator_desk.ui.panels.glossary import GlossaryPanel
from translator_desk.ui.theme import Themes


@given(st.integers(0, 100_000))
def test_a_form_that_nobody_touched_says_the_entry_itself(seed):
    entry = make_entry(random.Random(seed), 1)
    assert entry_of(entry, fields_of(entry)) == entry
    blank = Entry(entry.id, Kind.OTHER, ("甲",), "x", required=False)
    fields = fields_of(entry)
    if all("\n" not in one and one == one.strip() for one in (entry.note, *entry.short)):
        assert entry_of(blank, fields) == entry


def test_a_chinese_form_with_a_mark_of_enumeration_stays_one_form():
    entry = Entry("s-a", Kind.SLOGAN, ("不忘初心、牢记使命",), "stay true to our founding mission")
    fields = {**fields_of(entry), "en": "remain true to our founding mission"}
    assert entry_of(entry, fields).zh == entry.zh


@pytest.mark.parametrize(
    ("key", "rows", "said"),
    [
        ("also", [["a", "soon"]], "no date"),
        ("also", [["", "2018"]], "fill it in"),
        ("avoid", [["", "why", "warning", "", "", "", "", ""]], "fill it in"),
        ("offices", [["", "pl-a", "", "", "", ""]], "no post"),
        ("offices", [["mayor", "", "2018", "2018-13", "", ""]], "no date"),
    ],
)
def test_a_row_that_says_nothing_definite_is_refused_in_a_sentence(key, rows, said):
    entry = Entry("p-a", Kind.PERSON, ("甲乙",), "Jia Yi")
    with pytest.raises(RefusedError, match=said):
        entry_of(entry, {**fields_of(entry), key: rows})


@pytest.fixture
def glossary(open_desk):
    """A hand in the glossary perspective, its filter showing one shipped entry."""
    hand = open_desk
    hand.wait(lambda: hand.context.glossary.ready)
    hand.context.show_perspective("glossary")
    hand.wait(lambda: panel(hand) is not None and bool(panel(hand).entries.rows))
    hand.press(Qt.Key.Key_T, Ctrl | Shift)
    panel(hand).words.setFocus()
    panel(hand).words.insert("邓群策")  # as an input method writes it
    assert [one.zh[0] for one in panel(hand).entries.rows] == ["邓群策"]
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Return)
    assert panel(hand).form.en.hasFocus()
    return hand


def test_the_glossary_opens_with_the_keyboard_in_it_and_stays_open(open_desk):
    hand = open_desk
    hand.wait(lambda: hand.context.glossary.ready)
    for _ in range(2):
        hand.context.actions["glossary.open"].trigger()
        hand.wait(lambda: panel(hand) is not None and panel(hand).table.hasFocus())


def panel(hand):
    return hand.window.findChild(GlossaryPanel)


def entry(hand):
    return next(one for one in hand.context.project.checking.term_base.entries if "邓群策" in one.zh)


def own_file(hand):
    return hand.context.project.path.with_suffix(".glossary.yaml")


def test_a_change_of_a_shipped_entry_is_an_override_of_the_project_and_can_be_reverted(glossary):
    hand = glossary
    assert entry(hand).layer is Layer.SHIPPED
    hand.type("Deng Qunche")
    assert panel(hand).entry_pane.save_button.isEnabled()
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: entry(hand).en == "Deng Qunche")
    assert entry(hand).layer is Layer.PROJECT
    assert "Deng Qunche" in own_file(hand).read_text("utf-8")
    hand.wait(lambda: "overrides" in panel(hand).entries.index(0, 3).data())
    assert not panel(hand).entry_pane.save_button.isEnabled()
    assert panel(hand).entry_pane.revert_button.isEnabled()
    panel(hand).entry_pane.revert_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.wait(lambda: entry(hand).layer is Layer.SHIPPED)
    hand.wait(lambda: panel(hand).form.en.text() == "Deng Qunce")


def test_what_is_typed_is_kept_while_one_looks_at_other_entries_and_files_change(glossary):
    hand = glossary
    hand.type("Deng Qunche")
    draft = entry(hand).id
    panel(hand).words.setFocus()
    panel(hand).words.selectAll()
    panel(hand).words.insert("市委")
    assert panel(hand).form.en.text() != "Deng Qunche"
    text = "version: 2\nentries:\n- id: x-club\n  kind: other\n  zh: [暗访督查]\n  en: undercover inspection\n"
    own_file(hand).write_text(text, "utf-8")
    hand.wait(lambda: hand.context.project.checking.term_base.entry("x-club") is not None)
    panel(hand).show_entry(draft)
    assert panel(hand).form.en.text() == "Deng Qunche"
    assert entry(hand).en == "Deng Qunce"


def test_both_changes_of_an_entry_are_laid_together_and_a_contradiction_is_asked_about(glossary):
    hand = glossary
    hand.type("Deng Qunche")
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: entry(hand).en == "Deng Qunche")
    hand.wait(lambda: bool(hand.context.glossary.overrides))
    panel(hand).form.en.setFocus()
    panel(hand).form.en.selectAll()
    hand.type("Deng Qunzhe")
    text = own_file(hand).read_text("utf-8")
    own_file(hand).write_text(text.replace("en: Deng Qunche", "en: Deng Chunce"), "utf-8")
    hand.wait(lambda: entry(hand).en == "Deng Chunce")
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: isinstance(QApplication.activeWindow(), ConflictDialog))
    assert entry(hand).en == "Deng Chunce"
    assert panel(hand).form.en.text() == "Deng Qunzhe"
    dialog = QApplication.activeWindow()
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    hand.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)  # mine
    assert dialog.choices == {entry(hand).id: "mine"}
    hand.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    hand.wait(lambda: entry(hand).en == "Deng Qunzhe")


def test_the_effect_of_a_change_is_told_before_it_is_saved(glossary):
    hand = glossary
    before = hand.context.project.checking.all_issues()
    hand.type("Deng Qunze")
    hand.wait(lambda: "flags in 1 document" in panel(hand).entry_pane.effect.text())
    assert hand.context.project.checking.all_issues() == before


def test_the_table_is_narrowed_by_kind_and_layer_and_sorted(glossary):
    hand = glossary
    panel(hand).words.clear()
    panel(hand).kinds.setCurrentIndex(1 + list(Kind).index(Kind.PLACE))
    assert {one.kind for one in panel(hand).entries.rows} == {Kind.PLACE}
    panel(hand).layers.setCurrentIndex(1 + list(Layer).index(Layer.PROJECT))
    assert panel(hand).entries.rows == []
    assert not panel(hand).form.isEnabled()
    panel(hand).layers.setCurrentIndex(0)
    panel(hand).table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    shown = [one.en.casefold() for one in panel(hand).entries.rows]
    assert shown == sorted(shown, reverse=True)
    assert len(shown) > 10


def test_a_wrong_entry_is_refused_in_a_sentence_and_nothing_is_written(glossary):
    hand = glossary
    panel(hand).form.en.clear()
    hand.type(" ")
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: bool(panel(hand).entry_pane.complaint.text()))
    assert not own_file(hand).exists()
    assert panel(hand).entry_pane.save_button.isEnabled()


@given(st.lists(st.sampled_from([*"abc ", "", "ab", "b c"]), max_size=8), st.booleans())
def test_the_filter_finds_what_holds_all_words_however_they_were_typed(qapp, typed, many):
    entries = tuple(
        Entry(f"e-{number}", Kind.OTHER, ("甲",), "".join(letters))
        for number, letters in enumerate(itertools.product("abcd", repeat=3))
    )
    entries *= 1 if not many else 40
    entries = tuple(replace(one, id=f"{one.id}-{number}") for number, one in enumerate(entries))
    table = EntryTable(Themes(qapp), lambda work, done: done(work(lambda: None)), None)
    table.put(entries, GlossaryState(), writable=True)
    table.sort(Column.EN)
    words = ""
    for letters in typed:
        words = words + letters if letters else ""
        table.show(words, None, None)
        assert {one.id for one in table.rows} == {
            one.id for one in entries if all(word in f"{one.id}\n甲\n{one.en}" for word in words.split())
        }
        assert [one.en for one in table.rows] == sorted(one.en for one in table.rows)
        assert all(table.row_of(one.id) == row for row, one in list(enumerate(table.rows))[::97])
    assert table.row_of("nobody") is None
