"""Two entries made one: chosen in the table, previewed, undone in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Shift
from tests.ui.test_glossary_lists import glossary  # noqa: F401
from translator_desk.ui.dialogs.merge_entries import MergeEntries
from translator_desk.ui.panels.glossary import GlossaryPanel

OWN = """version: 2
entries:
# the first one
- {id: x-one, kind: other, zh: [量子纠缠态], en: undercover inspection, also: [secret inspection]}
- {id: x-two, kind: other, zh: [量子纠缠], en: unannounced visit, avoid: [dark visit]}
- {id: p-li, kind: person, zh: [李默], en: Li Mo, offices: [{post: x-two, from: "2018"}]}
"""


@pytest.fixture
def two(glossary):  # noqa: F811
    """A hand that has marked both entries in the table, the first one current."""
    hand = glossary
    own = hand.context.project.path.with_suffix(".glossary.yaml")
    own.write_text(OWN, "utf-8")
    hand.wait(lambda: hand.context.project.checking.term_base.entry("x-two") is not None)
    panel = hand.window.findChild(GlossaryPanel)
    hand.wait(lambda: panel.entries.row_of("x-two") is not None)
    panel.words.setFocus()
    panel.words.insert("量子")  # as an input method writes it
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Up, Shift)
    assert set(hand.context.glossary.chosen) == {"x-one", "x-two"}
    hand.own = own
    return hand


def dialog(hand):
    hand.context.actions["glossary.merge"].trigger()
    found = hand.window.findChild(MergeEntries)
    hand.wait(lambda: QApplication.activeWindow() is found)
    return found


def entry(hand, key):
    return hand.context.project.checking.term_base.entry(key)


def test_two_entries_are_one_after_enter_references_follow_and_one_undo_takes_it_back(two):
    hand = two
    made = dialog(hand)
    shown = "\n".join(line.text for card in made.preview.rows.cards for line in card.lines)
    assert "unannounced visit" in shown
    assert "dark visit" in shown
    hand.wait(lambda: "flags in" in made.consequences.text() and "1 reference" in made.consequences.text())
    hand.qtbot.keyClick(made.kept, Qt.Key.Key_Return)
    hand.wait(lambda: entry(hand, "x-two") is None and entry(hand, "x-one").zh == ("量子纠缠态", "量子纠缠"))
    assert entry(hand, "x-one").accepted == ("undercover inspection", "secret inspection", "unannounced visit")
    hand.wait(lambda: entry(hand, "p-li").offices[0].post == "x-one")
    hand.wait(lambda: hand.window.findChild(MergeEntries) is None)
    hand.context.actions["edit.undo"].trigger()
    hand.wait(lambda: entry(hand, "x-two") is not None)
    assert hand.own.read_text("utf-8") == OWN


def test_the_other_one_is_kept_after_a_swap(two):
    hand = two
    made = dialog(hand)
    made.swap()
    made.accept()
    hand.wait(lambda: entry(hand, "x-one") is None)
    assert entry(hand, "x-two").en == "unannounced visit"


def test_one_entry_cannot_be_merged_with_itself(two):
    hand = two
    made = dialog(hand)
    made.other.setCurrentIndex(made.kept.currentIndex())
    made.accept()
    assert made.isVisible()
    assert "two different" in made._complaint.text()
    made.reject()
    assert hand.own.read_text("utf-8") == OWN


def test_a_dialog_closed_while_the_answer_is_on_its_way_misses_nothing(two):
    hand = two
    made = dialog(hand)
    made.accept()
    made.reject()
    hand.wait(lambda: hand.window.findChild(MergeEntries) is None)
    hand.wait(lambda: sum(entry(hand, key) is not None for key in ("x-one", "x-two")) == 1)
