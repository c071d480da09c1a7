"""Shares whose sign stands nowhere, and those that share one."""

from __future__ import annotations

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.registry import check_by_id
from translator_desk.glossary.term_base import TermBase


def found(source, target):
    facts = Facts(segment(1, target, source), document(), CheckContext(TermBase.empty()), source)
    return [(one.target.of(target), one.fixes[0].replacement) for one in check_by_id("percent-lost").find(facts)]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("合格率为99.3%。", "The pass rate was 99.3.", [("99.3", "99.3 percent")]),
        ("税率由百分之十五降为10%。", "The rate fell from 15 last year, that is by 5%, to 10%.", [("15", "15%")]),
        ("合格率为99.3%，提高2%。", "The pass rate was 99.3, up 2 percent.", [("99.3", "99.3 percent")]),
    ],
)
def test_a_bare_share_is_found(source, target, expected):
    assert found(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("分别增长5%、6%和7%。", "They rose by 5, 6, and 7 percent."),
        ("分别增长5%和7%。", "They rose by 5 and about 7 per cent."),
        ("由5%升至7%。", "It rose from 5 in the first year to 7%."),
        ("占15%。", "The share in percent: 15."),
        ("占15%。", "It is 15 out of a hundred."),
        ("15%的工人休假。", "15 workers were on leave."),
        ("增长15%。", "It rose by 15."[:-1] + "％."),
    ],
)
def test_a_shared_sign_or_another_word_is_enough(source, target):
    assert found(source, target) == []
