"""The office register by post and by person, by keys."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from tests.ui.test_glossary_panel import panel as glossary_panel
from translator_desk.ui.panels.offices import OfficesPanel

TERMS = """version: 2
entries:
- {id: t-warden, kind: title, zh: [看守长], en: warden, single_holder: true}
- {id: p-one, kind: person, zh: [甲乙丙], en: Jia Yibing, offices: [{post: t-warden, place: 岭上, from: "2010", to: 2013-02}]}
- {id: p-two, kind: person, zh: [丁戊己], en: Ding Wuji, offices: [{post: t-warden, place: 岭上, from: 2014-01-10, to: "2017"}]}
- {id: p-three, kind: person, zh: [庚辛壬], en: Geng Xinren, offices: [{post: t-warden, place: 岭上, from: "2016", to: present}]}
"""


@pytest.fixture
def hand(open_desk):
    hand = open_desk
    hand.wait(lambda: hand.context.glossary.ready)
    hand.context.project.path.with_suffix(".glossary.yaml").write_text(TERMS, "utf-8")
    hand.wait(lambda: hand.context.project.checking.term_base.entry("p-three") is not None)
    hand.context.actions["panel.offices"].trigger()
    hand.wait(lambda: hand.window.findChild(OfficesPanel) is not None)
    hand.wait(lambda: panel(hand).list.count() > 0)
    return hand


def panel(hand):
    return hand.window.findChild(OfficesPanel)


def rows(hand):
    return [panel(hand).list.item(row).text() for row in range(panel(hand).list.count())]


def test_a_post_shows_its_holders_with_the_gap_and_the_overlap(hand):
    assert len(rows(hand)) > 3
    panel(hand).words.setFocus()
    panel(hand).words.insert("看守长")  # as an input method writes it
    assert rows(hand) == ["岭上 看守长  (3)"]
    hand.press(Qt.Key.Key_Return)
    assert panel(hand).list.hasFocus()
    line = panel(hand).timeline
    assert [one.person.id for one in line.timeline.terms] == ["p-one", "p-two", "p-three"]
    assert "Nobody is known from 2013-03-01 to 2014-01-09." in panel(hand).facts.text()
    assert "Ding Wuji and 庚辛壬 Geng Xinren" in panel(hand).facts.text()
    assert "甲乙丙 Jia Yibing" in line.accessibleDescription()
    hand.press(Qt.Key.Key_Return)
    assert line.hasFocus()
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    hand.wait(lambda: glossary_panel(hand) is not None and glossary_panel(hand).entry_pane.base.id == "p-two")


def test_only_what_is_doubtful_is_listed_and_the_view_by_person_leads_to_the_entry(hand):
    every = len(rows(hand))
    panel(hand).doubtful.setFocus()
    hand.press(Qt.Key.Key_Space)
    assert 0 < len(rows(hand)) < every
    assert "岭上 看守长  (3)" in rows(hand)
    hand.press(Qt.Key.Key_Space)
    panel(hand).view.setFocus()
    hand.press(Qt.Key.Key_Down)
    panel(hand).words.setFocus()
    hand.type("wuji")
    assert rows(hand) == ["丁戊己 Ding Wuji  (1)"]
    panel(hand).list.setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.wait(lambda: glossary_panel(hand) is not None and glossary_panel(hand).entry_pane.base.id == "p-two")


def test_bars_lie_on_one_scale_and_what_is_certain_within_what_is_possible(hand):
    panel(hand).words.setText("看守长")
    line = panel(hand).timeline
    line.resize(800, line.sizeHint().height())
    first, last = line.span()
    assert first == dt.date(2010, 1, 1)
    assert last > dt.date.today()
    assert line.x_of(first) < line.x_of(dt.date(2015, 1, 1)) < line.x_of(last) <= line.width()
    for term in line.timeline.terms:
        possible, certain = line.bars(term)
        assert possible.left() <= certain.left() <= certain.right() <= possible.right() + 0.01
        assert certain.width() > 0
    assert not line.grab().isNull()
