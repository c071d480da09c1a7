"""A public body named in place of another."""

from __future__ import annotations

import re

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.rules.wrong_body import WrongBody, kinds_told
from translator_desk.glossary.term_base import TermBase
from translator_desk.resources import data_rows

CHECK = WrongBody()
NO_TERMS = CheckContext(TermBase.empty())
OFFICES = [
    (re.sub(r"\W", "", row[1].split("|")[0]), re.sub(r"\(\?:([^|)]*)[^)]*\)\??", r"\1", row[3]).split("|")[0], row)
    for row in data_rows("bodies.tsv")
    if row[0] == "office"
]


def found(zh, en):
    facts = Facts(segment(1, en, zh), document(), NO_TERMS, zh)
    return [one.target.of(en) for one in CHECK.find(facts)] if kinds_told(facts) else []


@pytest.mark.parametrize(("zh", "field", "row"), OFFICES, ids=lambda one: one if isinstance(one, str) else "")
def test_an_office_named_rightly_is_left_alone_and_one_in_its_place_is_found(zh, field, row):
    source = f"市{zh}局局长王伟介绍情况。"
    assert found(source, f"Wang Wei, Director of the Municipal Bureau of {field}, reported.") == []
    other = "Audit" if row[5] != "Audit" else "Justice"
    assert found(source, f"Wang Wei, Director of the Municipal Bureau of {other}, reported.") == [f"Bureau of {other}"]


@pytest.mark.parametrize(
    ("zh", "en", "words"),
    [
        (
            "市政协主席王伟主持会议。",
            "Wang Wei, Director of the Municipal People's Congress, presided.",
            ["People's Congress"],
        ),
        ("市政协主席王伟主持会议。", "Wang Wei, Chairperson of the CPPCC Municipal Committee, presided.", []),
        (
            "市纪委书记王伟主持会议。",
            "Wang Wei, Secretary of the CPC Municipal Committee, presided.",
            ["CPC Municipal Committee"],
        ),
        (
            "市中级人民法院院长王伟作报告。",
            "Wang Wei, President of the People's Procuratorate, reported.",
            ["Procuratorate"],
        ),
        ("市委决定开展活动。", "The Municipal Government decided on a campaign.", ["Municipal Government"]),
        ("市委、市政府决定开展活动。", "The Municipal Government decided on a campaign.", []),
        ("政协湖南省委员会", "the CPPCC Hunan Provincial Committee", []),
        ("有关部门要加强工作。", "The Finance Bureau should work harder.", []),
    ],
)
def test_organs(zh, en, words):
    assert found(zh, en) == words
