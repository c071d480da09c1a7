"""Surnames of two characters parted in the English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.rules.surname_split import SurnameSplit
from translator_desk.glossary.term_base import TermBase
from translator_desk.resources import data_rows
from translator_desk.text.names import surname_table
from translator_desk.text.pinyin import proper_splits

CHECK = SurnameSplit()
NO_TERMS = CheckContext(TermBase.empty())
SURNAMES = [one for (row,) in data_rows("whole_surnames.tsv") for one in row.split()]
GIVEN = {"振华": "zhenhua", "岩": "yan", "丽": "li", "文杰": "wenjie", "建国": "jianguo", "冰": "bing"}


def found(en, zh=""):
    facts = Facts(segment(1, en, zh), document(has_source=bool(zh)), NO_TERMS, zh)
    return [(one.target.of(en), one.expected[0]) for one in CHECK.find(facts)]


@given(surname=st.sampled_from(SURNAMES), name=st.sampled_from(sorted(GIVEN)))
def test_a_parted_surname_is_found_and_a_whole_one_is_left_alone(surname, name):
    spelling = surname_table()[surname][0]
    first = next(split[0] for split in proper_splits(spelling) if len(split) == 2)
    rest, given_name = spelling[len(first) :], GIVEN[name]
    source = f"市长{surname}{name}讲话。"
    right = f"{spelling.capitalize()} {given_name.capitalize()}"
    wrong = (
        f"{first.capitalize()} {(rest + given_name).capitalize()}",
        f"{first.capitalize()} {rest.capitalize()} {given_name.capitalize()}",
    )
    assert found(f"Mayor {right} spoke.", source) == []
    for one in wrong:
        assert found(f"Mayor {one} spoke.", source) == [(one, right)]


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("Mu Rongyan spoke.", ""),
        ("Mu Rongyan spoke.", "穆荣艳讲话。"),
        ("Si Ma and Zhu Ge.", ""),
        ("Gong Sunwei spoke.", "龚孙伟讲话。"),
        ("Ouyang Zhenhua and Zhuge Liang spoke.", "欧阳振华、诸葛亮讲话。"),
    ],
)
def test_what_may_be_another_name_is_left_alone(en, zh):
    assert found(en, zh) == []
