"""A place for which the name of another one stands: told by elimination, and never where the right one stands."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.place_pairs import other_places
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.names import county_table
from translator_desk.text.pinyin import is_pinyin, readings
from translator_desk.text.sounds import nearly_heard

COUNTIES = sorted(zh for zh, forms in county_table().items() if len(zh) == 2 and is_pinyin(forms[0]))


def found(source, target):
    facts = Facts(segment(1, target, source), document(), CheckContext(TermBase.empty()), source)
    return [(one.words.of(target), one.characters.of(source), one.right, one.known) for one in other_places(facts)]


@given(st.sampled_from(COUNTIES), st.sampled_from(COUNTIES))
def test_one_county_for_another_is_found(right, wrong):
    spelt, stands = county_table()[right][0], county_table()[wrong][0]
    assume(not set(readings(right[0])) & set(readings(wrong[0])))
    assume(not nearly_heard(right, [one[0] for one in map(readings, wrong)]))
    target = f"A fire broke out in {stands} County."
    assert found(f"{right}县发生火灾。", target) == [(f"{stands} County", f"{right}县", f"{spelt} County", True)]


@given(st.sampled_from(COUNTIES), st.sampled_from(["County", "District", "City", "Town"]))
def test_the_right_name_is_silent_whatever_its_generic_part(right, generic):
    assert found(f"{right}县发生火灾。", f"A fire broke out in {county_table()[right][0]} {generic}.") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("他去了该县。", "He went to Gutian County."),
        ("石门县、汉寿县和澧县受灾。", "Taoyuan County and Tongdao County were hit."),
        ("莱克县发生火灾。", "A fire broke out in Kane County."),
        ("他在古镇住了三天。", "He spent three days in Heishan Town."),
        ("平江县发生火灾。", "A fire broke out in the county of Pingjiang near Liling City."),
    ],
    ids=["none in the Chinese", "two", "foreign", "a common word", "another level"],
)
def test_what_cannot_be_told_is_left_alone(source, target):
    assert found(source, target) == []


def test_a_place_that_is_on_no_map_is_told_by_what_stands_before_it():
    assert found("他到云溪镇调研。", "He visited Gutian Town.")[0][:3] == ("Gutian Town", "云溪镇", "Yunxi Town")
    assert found("他喜欢小县城。", "He likes Gutian County.") == []
