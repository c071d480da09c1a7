"""The effect of a change, told while it is worked out."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from tests.ui.test_glossary_lists import shown
from translator_desk.app.glossary_impact import Impact
from translator_desk.ui.panels.glossary import GlossaryPanel
from translator_desk.ui.panels.impact import ImpactPanel


@pytest.fixture
def slow(open_desk, monkeypatch):
    """A hand in the glossary; an effect there tells a part of it and waits to be let on."""
    hand = open_desk
    hand.wait(lambda: hand.context.glossary.ready)
    hand.context.show_perspective("glossary")
    shown(hand, ImpactPanel, "impact")
    checking, on = hand.context.project.checking, threading.Event()
    flags = checking.all_issues()[:2]

    def impact_of(terms, stopped, told):
        told(Impact(flags[:1], (), 10, 3))
        on.wait(10)
        return None if stopped() else Impact(flags, (), 10, 10)

    monkeypatch.setattr(checking, "impact_of", impact_of)
    hand.on = on
    yield hand
    on.set()


def ask(hand):
    effect, terms = hand.context.glossary.effect, hand.context.project.checking.term_base
    effect.ask(terms.with_entry(replace(terms.entries[0], en="other")))
    return effect


def test_what_is_known_so_far_is_told_and_then_all(slow):
    hand, panel = slow, slow.window.findChild(ImpactPanel)
    effect = ask(hand)
    hand.wait(lambda: "3 of 10 segments" in panel.summary.text())
    assert effect.working
    assert panel.stop_button.isVisibleTo(panel)
    hand.on.set()
    hand.wait(lambda: not effect.working)
    assert panel.summary.text() == "+2 / -0 flags in 1 document"
    hand.wait(lambda: len(panel.list.rows.cards) == 2)


def test_an_answer_that_is_stopped_leaves_nothing(slow):
    hand, panel = slow, slow.window.findChild(ImpactPanel)
    effect = ask(hand)
    hand.wait(lambda: "3 of 10 segments" in panel.summary.text())
    panel.stop_button.click()
    hand.on.set()
    done = []
    hand.context.glossary.think(lambda: None, done.append)  # behind it in the lane
    hand.wait(lambda: bool(done))
    assert effect.impact is None


def test_the_effect_is_told_in_the_language_of_the_window(open_desk):
    hand = open_desk
    hand.wait(lambda: hand.context.glossary.ready)
    hand.context.show_perspective("glossary")
    hand.wait(lambda: hand.window.findChild(GlossaryPanel) is not None)
    panel = hand.window.findChild(GlossaryPanel)
    panel.show_entry("p-deng-qun-ce")
    panel.form.en.setFocus()
    hand.type("x")
    hand.wait(lambda: "flags in" in panel.entry_pane.effect.text())
    hand.application.language.apply("zh")
    hand.wait(lambda: "个文档中" in panel.entry_pane.effect.text())
