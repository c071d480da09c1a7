"""Places spelt by a reading of their characters that is not theirs."""

from __future__ import annotations

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.registry import check_by_id
from translator_desk.checks.rules.place_reading import places_read_in_several_ways
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.names import county_table, place_table


def found(zh, en):
    facts = Facts(segment(1, en, zh), document(), CheckContext(TermBase.empty()), zh)
    if not places_read_in_several_ways(facts):
        return []
    return [(one.target.of(en), one.expected[0]) for one in check_by_id("place-reading").find(facts)]


@pytest.mark.parametrize(
    ("characters", "wrong", "right"),
    [
        ("洪洞", "Hongdong", "Hongtong"),
        ("六安", "Liu'an", "Lu'an"),
        ("六安", "Liu’an", "Lu'an"),
        ("大城", "Dacheng", "Daicheng"),
        ("朝阳", "Zhaoyang", "Chaoyang"),
        ("闵行", "Minxing", "Minhang"),
        ("筠连", "Yunlian", "Junlian"),
        ("番禺", "Fanyu", "Panyu"),
    ],
)
def test_a_place_by_another_reading_is_found_and_mended(characters, wrong, right):
    assert found(f"他在{characters}工作。", f"He works in {wrong}, a busy place.") == [(wrong, right)]
    assert found(f"他在{characters}工作。", f"He works in {right}, a busy place.") == []
    assert found("他在那里工作。", f"He works in {wrong}, a busy place.") == []


def test_no_place_of_the_tables_is_found_in_its_own_spellings():
    for characters, forms in (county_table() | place_table()).items():
        for form in forms:
            assert found(f"他在{characters}工作。", f"He works in {form}, a busy place.") == [], characters


def test_where_the_right_name_stands_too_the_other_may_be_another_place():
    assert found("洪洞县一所学校", "a school of Hongtong County, like that of Hongdong Road") == []
