"""What is wrong with entries is listed while the files are edited, and leads to the entry."""

from __future__ import annotations

from PySide6.QtCore import Qt

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


def test_a_problem_is_listed_once_it_is_written_and_enter_shows_its_entry(open_desk):
    hand = open_desk
    hand.wait(lambda: hand.context.glossary.ready)
    hand.context.show_perspective("glossary")
    hand.wait(lambda: hand.window.findChild(GlossaryPanel) is not None)
    hand.context.actions["panel.glossary-problems"].trigger()
    hand.wait(lambda: hand.window.findChild(GlossaryProblemsPanel) is not None)
    panel = hand.window.findChild(GlossaryProblemsPanel)

    def rows():
        return [panel.list.item(row).text() for row in range(panel.list.count())]

    own = hand.context.project.path.with_suffix(".glossary.yaml")
    own.write_text(WRONG, "utf-8")
    hand.wait(lambda: any("x-club" in one for one in rows()))
    row = next(number for number, one in enumerate(rows()) if "x-club" in one)
    assert f"{own.name}:3" in rows()[row]
    panel.list.setFocus()
    panel.list.setCurrentRow(row)
    hand.press(Qt.Key.Key_Return)
    glossary = hand.window.findChild(GlossaryPanel)
    hand.wait(lambda: glossary.form.zh.text() == "暗访督查" and glossary.isVisible())
    own.write_text(WRONG.replace("  - undercover", "  - clandestine"), "utf-8")
    hand.context.actions["panel.glossary-problems"].trigger()
    hand.wait(lambda: not any("x-club" in one for one in rows()))
