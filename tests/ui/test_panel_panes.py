"""From pane to pane by F6: every panel in sight has its turn, those behind tabs have not."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.conftest import Shift
from translator_desk.app.commands.edit import SetTarget
from translator_desk.app.search import Query
from translator_desk.ui.panels.glossary import GlossaryPanel
from translator_desk.ui.panels.impact import ImpactPanel
from translator_desk.ui.panels.problems import ProblemsPanel
from translator_desk.ui.panels.searching import searching
from translator_desk.ui.panels.terms import TermsPanel
from translator_desk.ui.panels.where_used import WhereUsedPanel
from translator_desk.wording import say


def test_f6_goes_round_the_panes_in_sight_and_shift_f6_back(open_desk):
    hand = open_desk
    hand.wait(lambda: hand.window.findChild(TermsPanel)._list.isVisible())
    hand.wait(lambda: hand.window.findChild(ProblemsPanel).table.isVisible())
    hand.grid.setFocus()
    names = []
    for _ in range(5):
        hand.press(Qt.Key.Key_F6)
        names.append(hand.window.focusWidget().accessibleName())
    assert names[:4] == ["Documents", "Terms of this segment", "Flags", "Words to find"]
    assert hand.window.focusWidget() is hand.grid
    for name in reversed(names[:4]):
        hand.press(Qt.Key.Key_F6, Shift)
        assert hand.window.focusWidget().accessibleName() == name


def test_f6_comes_to_the_tab_that_was_brought_forward(open_desk):
    hand = open_desk
    hand.context.actions["panel.search"].trigger()
    hand.grid.setFocus()
    for _ in range(3):
        hand.press(Qt.Key.Key_F6)
    assert hand.window.focusWidget().accessibleName() == "Find"


def test_a_project_is_closed_while_every_panel_is_busy(open_desk):
    hand = open_desk
    for panel in ("documents", "terms", "comments", "problems", "ignored", "search"):
        hand.context.actions[f"panel.{panel}"].trigger()
    hand.window.findChild(ProblemsPanel).filter._words.setFocus()
    searching(hand.context).begin(Query("the"))
    hand.context.execute(SetTarget(hand.order[0], "the the Hengyang", say("test", "测试")))
    hand.window.projects.close()
    hand.wait(lambda: not hand.context.is_open)
    assert hand.window.findChild(ProblemsPanel) is None or not hand.window.findChild(ProblemsPanel).isVisible()


def test_panels_of_a_perspective_are_built_one_by_one_after_it_is_arranged(open_desk):
    hand = open_desk
    hand.context.show_perspective("glossary")
    assert hand.window.findChild(GlossaryPanel) is None
    hand.wait(lambda: hand.window.findChild(GlossaryPanel) is not None)
    # Terms, before it in the same place, is folded away: what lies behind it is seen.
    hand.wait(lambda: hand.window.findChild(WhereUsedPanel) is not None)
    assert hand.window.findChild(ImpactPanel) is None


def test_a_project_is_closed_before_the_panels_of_a_perspective_are_built(open_desk):
    hand = open_desk
    hand.context.show_perspective("glossary")
    hand.window.projects.close()
    hand.wait(lambda: not hand.context.is_open)
    hand.wait(lambda: hand.window.findChild(GlossaryPanel) is None)
