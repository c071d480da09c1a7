"""Persons of a Chinese text: found where they are sure, with their readings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.source_persons import is_spelt_in, printed_names, source_persons, squeezed, surname_size
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.names import surname_table
from translator_desk.text.pinyin import readings

NO_TERMS = CheckContext(TermBase.empty())


def persons(source, target=""):
    facts = Facts(segment(1, target, source), document(), NO_TERMS, source)
    return [one.characters for one in source_persons(facts)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("市长邓群策主持会议。", ["邓群策"]),
        ("局长王明说，要抓好。", ["王明"]),
        ("记者尉迟海燕在现场", ["尉迟海燕"]),
        ("（记者 马祚波）在采访中 [责编:李絮枫]", ["马祚波", "李絮枫"]),
        ("总理安格拉·默克尔表示", []),
        ("郑建新强调，要抓好。", ["郑建新"]),
        ("主任委员和主席团、部长会议", []),
        ("区委要求解难，任务重", []),
        ("商务部指出，汇率问题", []),
        ("许多人表示", []),
        ("周三开会，万元户说", []),
    ],
)
def test_only_sure_places_count(source, found):
    assert persons(source) == found


def test_a_list_is_known_by_two_names_that_the_target_spells():
    source = "廖健、刘丽华、胡志文、周玉梅出席会议。"
    assert persons(source, "Liao Jian, Liu Lihua attended.") == ["廖健", "刘丽华", "胡志文", "周玉梅"]
    assert persons("高山、江河、湖泊、田野都美", "mountains and rivers") == []


def test_readings_of_surnames_and_compound_surnames():
    assert printed_names("曾乐平", 1)[0] == "Zeng Leping"
    assert "Zeng Yueping" in printed_names("曾乐平", 1)
    assert "Ceng Leping" not in printed_names("曾乐平", 1)
    assert printed_names("尉迟海燕", surname_size("尉迟海燕"))[0] == "Yuchi Haiyan"
    assert is_spelt_in("吕玲", 1, "lyuling")
    assert is_spelt_in("吕玲", 1, "lülingsaid")
    assert not is_spelt_in("查明德", 1, "chamingde")


SURNAMES = [one for one in surname_table() if len(one) == 1]


@given(st.sampled_from(SURNAMES), st.text(st.sampled_from("国强明丽华新平海燕乐长"), min_size=1, max_size=2))
def test_every_printed_form_is_a_spelling_of_the_name(surname, given_name):
    name = surname + given_name
    assert all(readings(ch) for ch in name)
    for printed in printed_names(name, 1):
        assert is_spelt_in(name, 1, squeezed(printed))
