"""A national body named for a local one."""

from __future__ import annotations

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.registry import check_by_id
from translator_desk.glossary.term_base import TermBase


def found(zh, en):
    facts = Facts(segment(1, en, zh), document(), CheckContext(TermBase.empty()), zh)
    return [one.target.of(en) for one in check_by_id("body-level").find(facts)]


@pytest.mark.parametrize(
    ("local", "national", "english"),
    [
        ("市人大", "全国人大", "National People's Congress"),
        ("区政协", "全国政协", "CPPCC National Committee"),
        ("县人民政府", "国务院", "State Council"),
        ("市中院", "最高人民法院", "Supreme People's Court"),
        ("省检察院", "最高检", "Supreme People's Procuratorate"),
        ("市委", "党中央", "CPC Central Committee"),
        ("市纪委", "中央纪委", "Central Commission for Discipline Inspection"),
        ("市财政局", "财政部", "Ministry of Finance"),
        ("省生态环境厅", "生态环境部", "Ministry of Ecology and Environment"),
    ],
)
def test_a_national_body_is_found_where_the_chinese_names_the_local_one_only(local, national, english):
    sentence = f"Officials of the {english} attended."
    assert found(f"{local}有关负责人参加。", sentence) == [english]
    assert found(f"{national}有关负责人参加。", sentence) == []
    assert found(f"{national}、{local}有关负责人参加。", sentence) == []
    assert found("有关负责人参加。", sentence) == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("市政协主席秦春雨", "Qin Chunyu, chairperson of the CPPCC Municipal Committee"),
        ("省政协副主席王伟", "Wang Wei, vice chairman of the CPPCC of Hunan Province"),
        ("国家税务总局市税务局", "the Municipal Office of the State Taxation Administration"),
        ("市委常委、市政府副市长", "Member of the Standing Committee of the CPC Municipal Committee"),
        ("学习党的二十大精神，市委召开会议", "the CPC Central Committee and the Municipal Committee"),
    ],
)
def test_a_local_body_named_as_such_is_left_alone(zh, en):
    assert found(zh, en) == []
