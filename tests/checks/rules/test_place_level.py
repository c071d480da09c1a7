"""街道 as a level of administration beside 乡镇, and as what one walks on."""

from __future__ import annotations

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.registry import check_by_id
from translator_desk.glossary.term_base import TermBase


def found(source, target):
    facts = Facts(segment(1, target, source), document(), CheckContext(TermBase.empty()), source)
    return [(one.target.of(target), one.fixes[0].replacement) for one in check_by_id("place-level").find(facts)]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("各镇（街道）要", "All towns (streets) should", [("streets", "subdistricts")]),
        ("各街道、乡镇要", "All streets and townships should", [("streets", "subdistricts")]),
        ("街道办负责", "The Street Office is in charge", [("Street", "Subdistrict")]),
        ("各乡镇、街道办", "towns and street offices", [("street", "subdistrict")]),
    ],
)
def test_a_street_among_levels_is_found(source, target, expected):
    assert found(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("城镇街道整洁", "Towns and streets are clean."),
        ("走进街道社区", "They went into streets, communities and homes."),
        ("乡镇（街道）清扫马路", "Towns and streets were swept."),
        ("各乡镇（街道）", "all towns, townships and subdistricts, and the street fair"),
    ],
)
def test_what_one_walks_on_stays(source, target):
    assert found(source, target) == []
