"""Lists of counties and cities: whichever is lost or changed is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import document, segment, terms
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.rules.place_list import PlaceList
from translator_desk.glossary.term_base import TermBase

CHECK = PlaceList()
NO_TERMS = CheckContext(TermBase.empty())
PLACES = {
    "瑞昌": "Ruichang", "彭泽": "Pengze", "湖口": "Hukou", "霍山": "Huoshan", "舒城": "Shucheng", "金寨": "Jinzhai",
    "青田": "Qingtian", "缙云": "Jinyun", "龙泉": "Longquan", "尉氏": "Weishi",
}  # fmt: skip
LISTS = st.lists(st.sampled_from(sorted(PLACES)), min_size=3, max_size=6, unique=True)


def issues(zh, en, context=NO_TERMS):
    return list(CHECK.find(Facts(segment(1, en, zh), document(), context, zh)))


def chinese(places):
    return f"工作组赴{'、'.join(places)}等地督导。"


def english(names):
    return f"Teams went to {', '.join(names[:-1])} and {names[-1]}."


@given(LISTS)
def test_a_right_list_is_silent(places):
    assert issues(chinese(places), english([PLACES[one] for one in places])) == []


@given(LISTS, st.data())
def test_a_lost_place_is_found_with_its_characters(places, data):
    lost = data.draw(st.sampled_from(places))
    source = chinese(places)
    found = issues(source, english([PLACES[one] for one in places if one != lost]))
    assert [one.source.of(source) for one in found] == [lost]


@pytest.mark.parametrize(
    ("zh", "en", "words"),
    [
        ("瑞昌、彭泽、湖口三县受灾。", "Ruichang, Pengze and Hekou counties were hit.", ["Hekou"]),
        ("瑞昌市、彭泽县和湖口县受灾。", "Ruichang, Pengze and Hukuo were hit.", ["Hukuo"]),
        ("他们到瑞昌、彭泽和古镇看望。", "They went to Ruichang and an old town.", []),
        ("贸易、瑞昌、彭泽等问题", "trade, Ruichang and others", []),
        ("霍山、舒城、金寨三县受灾。", "Three counties were hit.", []),
    ],
)
def test_what_was_written_for_a_place(zh, en, words):
    assert [one.target.of(en) for one in issues(zh, en)] == words


def test_a_place_with_an_entry_belongs_to_the_check_of_terms():
    context = CheckContext(terms("- {id: h, kind: place, zh: 湖口, en: Lake Mouth}\n"))
    assert issues("瑞昌、彭泽、湖口等地", "Ruichang, Pengze and Lake Mouth", context) == []
