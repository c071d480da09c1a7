"""Lists of names: whichever name is lost, added or moved is found; a right list is silent."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.registry import check_by_id
from translator_desk.glossary.term_base import TermBase

CONTEXT = CheckContext(TermBase.empty())
PEOPLE = {
    "廖健": "Liao Jian", "刘丽华": "Liu Lihua", "胡志文": "Hu Zhiwen", "周玉梅": "Zhou Yumei", "杨龙金": "Yang Longjin",
    "彭玉明": "Peng Yuming", "欧阳海": "Ouyang Hai", "曾乐平": "Zeng Leping", "段志刚": "Duan Zhigang",
}  # fmt: skip
LISTS = st.lists(st.sampled_from(list(PEOPLE)), min_size=4, max_size=8, unique=True)


def issues(check, source, target):
    facts = Facts(segment(1, target, source), document(), CONTEXT, source)
    return list(check_by_id(check).find(facts))


def chinese(names):
    return "市领导" + "、".join(names) + "出席会议。"


def english(names):
    printed = [PEOPLE.get(name, name) for name in names]
    return f"Leaders {', '.join(printed[:-1])} and {printed[-1]} attended the meeting."


@settings(max_examples=60, deadline=None)
@given(LISTS)
def test_a_right_list_is_silent(names):
    for check in ("name-list", "name-not-derivable", "name-form"):
        assert issues(check, chinese(names), english(names)) == []


@settings(max_examples=60, deadline=None)
@given(LISTS, st.data())
def test_a_lost_name_is_found_with_its_characters(names, data):
    lost = data.draw(st.sampled_from(names))
    source = chinese(names)
    found = issues("name-list", source, english([name for name in names if name != lost]))
    assert [one.source.of(source) for one in found] == [lost]


@settings(max_examples=60, deadline=None)
@given(LISTS, st.data())
def test_an_added_name_is_found(names, data):
    other = data.draw(st.sampled_from(sorted(set(PEOPLE) - set(names))))
    at = data.draw(st.integers(1, len(names) - 1))
    target = english([*names[:at], other, *names[at:]])
    found = issues("name-list", chinese(names), target)
    assert [one.target.of(target) for one in found] == [PEOPLE[other]]


@settings(max_examples=60, deadline=None)
@given(LISTS, st.data())
def test_two_names_exchanged_are_one_finding(names, data):
    at = data.draw(st.integers(0, len(names) - 2))
    moved = [*names[:at], names[at + 1], names[at], *names[at + 2 :]]
    assert len(issues("name-list", chinese(names), english(moved))) == 1
