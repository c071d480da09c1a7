"""Entries worth having: found in texts and history, made an entry with its provenance, or dismissed for good."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.test_glossary_from_text import dialog, press
from tests.ui.test_glossary_lists import shown, words
from translator_desk.app.commands.edit import EditTarget
from translator_desk.text.span import Span
from translator_desk.ui.dialogs.new_term import NewTerm
from translator_desk.ui.panels.glossary import GlossaryPanel
from translator_desk.ui.panels.mining import MiningPanel

ZH = ["高新梦工场建成。", "他们访问高新梦工场。", "高新梦工场很大。", "林硕讲话。", "林硕说。"]
EN = [
    "The dream shop was built.",
    "They visited the dream shop today.",
    "It is large.",
    "Lin Shuo spoke.",
    "Lin Shuo said.",
]


@pytest.fixture
def reviewed(hand, tmp_path):
    """A hand on texts in which two segments were changed alike, with the panel in sight."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.zh.txt").write_text("\n".join(ZH), "utf-8")
    (folder / "a.en.txt").write_text("\n".join(EN), "utf-8")
    hand.open_texts(folder, flags=False)
    hand.wait(lambda: hand.context.glossary.ready)
    for number in (1, 2):
        key = hand.order[number - 1]
        at = hand.target(number).index("dream shop")
        hand.context.execute(EditTarget(key, Span(at, at + 10), "dream works", typing=False))
    panel = shown(hand, MiningPanel, "mining")
    panel.look_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.wait(lambda: bool(words(panel)))
    return hand, panel


def entries(hand):
    return {one.zh[0]: one for one in hand.context.project.checking.term_base.entries}


def test_what_was_changed_twice_becomes_an_entry_that_warns_of_the_old_words(reviewed):
    hand, panel = reviewed
    first = words(panel)[0]
    assert first.startswith("高新梦工场  changed again and again")
    assert "dream shop → dream works  2 time" in first
    assert any(one.startswith("林硕  name") for one in words(panel))
    panel.list.setFocus()
    hand.press(Qt.Key.Key_Home)
    hand.press(Qt.Key.Key_Return)
    made = dialog(hand, NewTerm)
    assert (made._zh.text(), made._en.text(), made._avoid.text()) == ("高新梦工场", "dream works", "dream shop")
    press(hand, Qt.Key.Key_Return)
    hand.wait(lambda: "高新梦工场" in entries(hand))
    entry = entries(hand)["高新梦工场"]
    assert ([one.en for one in entry.avoid], entry.verified) == (["dream shop"], False)
    assert entry.source.endswith("(2 segments)")
    hand.wait(lambda: not any(one.startswith("高新梦工场") for one in words(panel)))


def test_a_change_of_a_term_that_has_an_entry_leads_to_the_entry(reviewed):
    hand, panel = reviewed
    own = hand.context.project.path.with_suffix(".glossary.yaml")
    own.write_text("version: 2\nentries:\n- {id: x-works, kind: other, zh: [高新梦工场], en: idea lab}\n", "utf-8")
    hand.wait(lambda: "高新梦工场" in entries(hand))
    panel.look()
    hand.wait(lambda: not panel._working and any("The entry says: idea lab" in one for one in words(panel)))
    panel.list.setFocus()
    hand.press(Qt.Key.Key_Home)
    assert panel.entry_button.text() == "Entry…"
    hand.press(Qt.Key.Key_Return)
    hand.wait(lambda: hand.window.findChild(GlossaryPanel) is not None)
    hand.wait(lambda: hand.context.glossary.current == "x-works")


def test_what_is_dismissed_is_not_found_again_until_it_is_brought_back(reviewed):
    hand, panel = reviewed
    before = len(words(panel))
    panel.list.setFocus()
    hand.press(Qt.Key.Key_Home)
    hand.press(Qt.Key.Key_Delete)
    hand.wait(lambda: len(words(panel)) == before - 1)
    panel.look()
    hand.wait(lambda: not panel._working)
    assert not any("changed again" in one for one in words(panel))
    panel.which.setCurrentIndex(1)
    assert words(panel) == ["高新梦工场 – dream shop"]
    panel.list.setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.wait(lambda: not words(panel))
    panel.which.setCurrentIndex(0)
    hand.wait(lambda: len(words(panel)) == before)


def test_the_places_of_a_find_are_gone_through_one_by_one(reviewed):
    hand, panel = reviewed
    panel.list.setFocus()
    hand.press(Qt.Key.Key_Home)
    for number in (1, 2, 1):
        panel.go_button.setFocus()
        hand.press(Qt.Key.Key_Space)
        hand.wait(lambda number=number: hand.context.focus.segment == hand.order[number - 1])
    assert QApplication.activeWindow() is hand.window


def test_a_search_is_stopped_by_the_same_button(reviewed):
    _, panel = reviewed
    panel.look()
    assert panel.look_button.text() == "Stop"
    panel.look()
    assert panel.look_button.text() != "Stop"
    assert words(panel)
