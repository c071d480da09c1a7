"""Ordinals that read as numbers, and numbers that stand where they should."""

from __future__ import annotations

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.figure_facts import unlike_figures
from translator_desk.checks.registry import check_by_id
from translator_desk.glossary.term_base import TermBase


def found(source, target):
    facts = Facts(segment(1, target, source), document(), CheckContext(TermBase.empty()), source)
    if not facts.of(unlike_figures):
        return []
    return [(one.target.of(target), one.fixes[0].replacement) for one in check_by_id("ordinal-lost").find(facts)]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("第22届冬奥会", "the 22 Winter Games", [("22", "22nd")]),
        ("第5次会议", "at their 5 meeting", [("5", "5th")]),
        ("第二季度", "in the 2 quarter", [("2", "2nd")]),
        ("第七次人口普查", "the seven census", [("seven", "seventh")]),
    ],
)
def test_an_ordinal_that_counts_is_found(source, target, expected):
    assert found(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("第3号洪水", "the No.3 Flood"),
        ("第3号洪水", "Flood 3 formed"),
        ("第三批", "the 3 batches"),
        ("第3个学校", "in 3 schools"),
        ("第3次见到3个人", "the 3 person team"),
        ("第5届长跑", "the 5 km race"),
        ("第二季度", "in Phase 2 Building works"),
    ],
)
def test_labels_and_plurals_stay(source, target):
    assert found(source, target) == []
