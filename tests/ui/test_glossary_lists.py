"""Beside the glossary: what a change would do, flag by flag, and where an entry is used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Ctrl, Shift
from translator_desk.ui.panels.glossary import GlossaryPanel
from translator_desk.ui.panels.impact import ImpactPanel
from translator_desk.ui.panels.where_used import WhereUsedPanel


def shown(hand, kind, panel):
    """Bring a panel into sight and return it."""
    if hand.window.findChild(kind) is None or not hand.window.findChild(kind).isVisible():
        hand.context.actions[f"panel.{panel}"].trigger()
    hand.wait(lambda: hand.window.findChild(kind) is not None and hand.window.findChild(kind).isVisible())
    return hand.window.findChild(kind)


def at_entry(hand, zh):
    """Go to the entry of these Chinese words by keys, its English selected."""
    panel = hand.window.findChild(GlossaryPanel)
    panel.words.setFocus()
    panel.words.selectAll()
    panel.words.insert(zh)  # as an input method writes it
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Return)
    assert panel.form.en.hasFocus()
    return panel


@pytest.fixture
def glossary(open_desk):
    hand = open_desk
    hand.wait(lambda: hand.context.glossary.ready)
    hand.context.show_perspective("glossary")
    hand.wait(lambda: hand.window.findChild(GlossaryPanel) is not None)
    hand.press(Qt.Key.Key_T, Ctrl | Shift)
    return hand


def words(listing):
    return ["\n".join(line.text for line in card.lines) for card in listing.list.rows.cards]


def test_each_flag_that_would_come_or_go_is_listed_while_one_types_and_enter_goes_there(glossary):
    hand = glossary
    impact = shown(hand, ImpactPanel, "impact")
    at_entry(hand, "邓群策")
    before = hand.context.project.checking.all_issues()
    hand.type("Deng Qunze")
    hand.wait(lambda: "flags in 1 document" in impact.summary.text())
    assert any(one.startswith("+ would appear") for one in words(impact))
    assert any("Deng Qunce" in one for one in words(impact))
    assert hand.context.project.checking.all_issues() == before
    found = hand.context.glossary.effect.impact
    assert len(words(impact)) == len(found.appears) + len(found.vanishes)
    impact.list.setFocus()
    hand.press(Qt.Key.Key_Return)
    wanted = (*found.appears, *found.vanishes)[0].segment
    hand.wait(lambda: hand.context.focus.segment == wanted)


def test_the_search_for_the_effect_is_stopped_by_its_button(glossary):
    hand = glossary
    impact = shown(hand, ImpactPanel, "impact")
    effect = hand.context.glossary.effect
    effect.ask(hand.context.project.checking.term_base)
    assert impact.stop_button.isVisible()
    impact.stop_button.click()
    assert (effect.working, effect.impact) == (False, None)
    assert not impact.stop_button.isVisible()


def test_the_list_is_empty_again_when_the_change_is_given_up(glossary):
    hand = glossary
    impact = shown(hand, ImpactPanel, "impact")
    panel = at_entry(hand, "邓群策")
    hand.type("Deng Qunze")
    hand.wait(lambda: bool(words(impact)))
    panel.revert()
    hand.wait(lambda: not words(impact) and impact.summary.text() == "")


def test_an_entry_shows_where_it_stands_and_where_it_is_broken(glossary):
    hand = glossary
    used = shown(hand, WhereUsedPanel, "where-used")
    at_entry(hand, "邓群策")
    hand.wait(lambda: used.summary.text().startswith("邓群策 – Deng Qunce · "))
    stands = [key for key in hand.order if "邓群策" in hand.state.segments[key].source]
    assert f"{len(stands)} segment" in used.summary.text()
    flags = [one for one in hand.context.project.checking.all_issues() if one.entry and one.segment in stands]
    assert len(words(used)) >= len(stands)
    used.list.setFocus()
    hand.press(Qt.Key.Key_End)
    hand.press(Qt.Key.Key_Return)
    hand.wait(lambda: hand.context.focus.segment == stands[-1])
    assert flags


def test_entries_of_the_project_that_are_never_met_are_told_and_enter_shows_one(glossary):
    hand = glossary
    own = hand.context.project.path.with_suffix(".glossary.yaml")
    own.write_text(
        "version: 2\nentries:\n- {id: x-club, kind: other, zh: [量子纠缠态], en: entangled state}\n", "utf-8"
    )
    hand.wait(lambda: hand.context.project.checking.term_base.entry("x-club") is not None)
    used = shown(hand, WhereUsedPanel, "where-used")
    used.unused_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.wait(lambda: any("x-club" in one for one in words(used)))
    assert used.summary.text().startswith("1 own ent")
    used.list.setFocus()
    hand.press(Qt.Key.Key_Return)
    panel = hand.window.findChild(GlossaryPanel)
    hand.wait(lambda: panel.form.zh.text() == "量子纠缠态")


def test_ctrl_z_in_the_form_takes_back_what_was_saved_once_nothing_typed_is_left(glossary):
    hand = glossary
    panel = at_entry(hand, "邓群策")
    entry = hand.context.glossary.current

    def english():
        return hand.context.project.checking.term_base.entry(entry).en

    hand.type("Deng Qunzhe")
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert panel.form.en.text() == "Deng Qunce"
    panel.form.en.selectAll()
    hand.type("Deng Qunzhe")
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: english() == "Deng Qunzhe")
    hand.wait(lambda: not panel.entry_pane.save_button.isEnabled())
    panel.form.en.setFocus()
    hand.wait(hand.context.actions["edit.undo"].isEnabled)
    hand.press(Qt.Key.Key_Z, Ctrl)
    hand.wait(lambda: english() == "Deng Qunce")
    hand.wait(lambda: panel.form.en.text() == "Deng Qunce")
    hand.press(Qt.Key.Key_Y, Ctrl)
    hand.wait(lambda: english() == "Deng Qunzhe")
