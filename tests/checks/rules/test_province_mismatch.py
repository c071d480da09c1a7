"""Provinces by their names and letters, each taken for each other one."""

from __future__ import annotations

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.registry import check_by_id
from translator_desk.checks.rules.province_mismatch import named_provinces, provinces
from translator_desk.glossary.term_base import TermBase


def found(source, target):
    facts = Facts(segment(1, target, source), document(), CheckContext(TermBase.empty()), source)
    return [(one.target.of(target), one.expected[0]) for one in check_by_id("province-mismatch").find(facts)]


def test_there_are_thirty_four_with_letters_of_their_own():
    assert len(provinces()) == 34
    letters = [letter for one in provinces() for letter in one.letters]
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize("right", provinces(), ids=lambda one: one.forms[0])
def test_any_province_taken_for_another_is_found_and_the_right_one_passes(right):
    for other in provinces():
        if other is right or any(hint in right.zh for hint in other.hints):
            continue
        target = f"It was shown in {other.forms[0]} for a month."
        assert found(f"在{right.zh}展出一个月。", target) == [(other.forms[0], right.forms[0])]
        assert found(f"在{other.zh}展出一个月。", target) == []


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("京津冀协同", ["京", "津", "冀"]),
        ("湘赣边界", ["湘", "赣"]),
        ("云贵高原", []),
        ("辽宁吉林", ["辽宁", "吉林"]),
        ("长江西岸和洞庭湖南部", []),
        ("江西西部", ["江西"]),
        ("山东路", []),
    ],
)
def test_what_names_a_province(source, named):
    assert [span.of(source) for _, span in named_provinces(source)] == named


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("从江西来到深圳", "from Nanchang to Shenzhen, Guangdong"),
        ("江西与粤方会谈", "They met in Guangdong."),
        ("江西、福建、湖南", "Hubei, Henan and Hunan"),
        ("江西代表团", "the JIANGXI delegation and Fujian's"),
    ],
)
def test_doubt_is_silence(source, target):
    assert found(source, target) == []
