"""What is wrong with entries and their files is listed while they are edited, leads there, and is mended by a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Alt, Ctrl
from translator_desk.ui.panels.glossary import GlossaryPanel
from translator_desk.ui.panels.glossary_problems import GlossaryProblemsPanel

WRONG = """version: 2
entries:
- id: x-club
  kind: other
  zh: [暗访督查]
  en: undercover inspection
  avoid:
  - undercover inspection
"""


@pytest.fixture
def hand(open_desk):
    """A hand on the list of problems, its own term file with one that can be mended."""
    hand = open_desk
    hand.wait(lambda: hand.context.glossary.ready)
    hand.context.show_perspective("glossary")
    hand.wait(lambda: hand.window.findChild(GlossaryPanel) is not None)
    hand.context.actions["panel.glossary-problems"].trigger()
    hand.wait(lambda: hand.window.findChild(GlossaryProblemsPanel) is not None)
    own(hand).write_text(WRONG, "utf-8")
    hand.wait(lambda: any("x-club" in one for one in rows(hand)))
    panel(hand).list.setFocus()
    panel(hand).list.setCurrentRow(next(number for number, one in enumerate(rows(hand)) if "x-club" in one))
    return hand


def panel(hand):
    return hand.window.findChild(GlossaryProblemsPanel)


def rows(hand):
    return [panel(hand).list.item(row).text() for row in range(panel(hand).list.count())]


def own(hand):
    return hand.context.project.path.with_suffix(".glossary.yaml")


def test_a_problem_is_listed_once_it_is_written_and_enter_shows_its_entry(hand):
    assert f"{own(hand).name}:8:5" in panel(hand).list.currentItem().text()
    hand.press(Qt.Key.Key_Return)
    glossary = hand.window.findChild(GlossaryPanel)
    hand.wait(lambda: glossary.form.zh.text() == "暗访督查" and glossary.isVisible())
    own(hand).write_text(WRONG.replace("  - undercover", "  - clandestine"), "utf-8")
    hand.context.actions["panel.glossary-problems"].trigger()
    hand.wait(lambda: not any("x-club" in one for one in rows(hand)))


def test_one_key_mends_a_problem_and_one_takes_that_back(hand):
    assert panel(hand).fix_button.isVisible()
    hand.press(Qt.Key.Key_Period, Alt)
    hand.wait(lambda: not any("x-club" in one for one in rows(hand)))
    assert "avoid" not in own(hand).read_text("utf-8")
    panel(hand).list.setFocus()
    hand.press(Qt.Key.Key_Z, Ctrl)
    hand.wait(lambda: own(hand).read_text("utf-8") == WRONG)
    hand.wait(lambda: any("x-club" in one for one in rows(hand)))


def test_a_file_that_cannot_be_read_is_listed_first_and_enter_shows_its_line(hand):
    own(hand).write_text(WRONG.replace("kind: other", "kind: club"), "utf-8")
    hand.wait(lambda: any(":4:9" in one for one in rows(hand)))
    assert ":4:9" in rows(hand)[0]
    panel(hand).list.setFocus()
    panel(hand).list.setCurrentRow(0)
    assert not panel(hand).fix_button.isVisible()
    hand.press(Qt.Key.Key_Return)
    editor = hand.window.findChild(GlossaryPanel).yaml_pane.editor
    hand.wait(lambda: editor.textCursor().block().text() == "  kind: club")
