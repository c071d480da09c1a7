"""The office register says what the dates say, and no more."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import terms
from translator_desk.glossary.coarse_date import CoarseDate
from translator_desk.glossary.entry import Office
from translator_desk.glossary.office_register import Holding, office_register

BASE = terms(
    """
- {id: t, kind: title, zh: [市长], en: Mayor, single_holder: true}
- {id: a, kind: person, zh: [甲乙], en: Jia Yi, offices: [{post: t, place: h, from: "2018", to: "2020-02"}]}
- {id: b, kind: person, zh: [丙丁], en: Bing Ding, offices: [{post: t, place: h, from: "2020-02-11", to: present}]}
- {id: c, kind: person, zh: [戊己], en: Wu Ji, offices: [{post: t, place: h, seen: ["2016", "2017-03"]}]}
"""
)
REGISTER = office_register(BASE)
DAYS = st.dates(dt.date(2010, 1, 1), dt.date(2030, 12, 31))
COARSE = st.sampled_from(["2015", "2018", "2018-02", "2019-07-01", "2020-02", "2022"]).map(CoarseDate.parse)


def names(day):
    return {one.person.en for one in REGISTER.holders("t", "h", dt.date.fromisoformat(day))}


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2019-06-01", {"Jia Yi"}),
        ("2018-06-01", set()),  # "2018" may begin in December
        ("2020-02-05", set()),
        ("2024-01-01", {"Bing Ding"}),
        ("2017-02-01", {"Wu Ji"}),
    ],
)
def test_only_certain_holders_are_named(day, holders):
    assert names(day) == holders


@pytest.mark.parametrize(
    ("person", "day", "contradicted"),
    [("a", "2021-01-01", True), ("a", "2018-01-01", False), ("b", "2020-01-01", True), ("c", "2030-01-01", False)],
)
def test_what_the_dates_exclude_is_contradicted(person, day, contradicted):
    assert REGISTER.contradicted(person, "t", "h", dt.date.fromisoformat(day)) is contradicted


def test_a_person_without_the_post_is_not_contradicted():
    assert not REGISTER.contradicted("a", "other", None, dt.date(2019, 1, 1))
    assert REGISTER.is_single("t")
    assert REGISTER.of_person("nobody") == ()


@given(st.none() | COARSE, st.none() | COARSE, st.lists(COARSE, max_size=2), DAYS)
def test_what_is_certain_is_possible(start, end, seen, day):
    if start and end and start.latest > end.earliest:
        return
    inside = tuple(
        one for one in seen if (not start or one.earliest >= start.latest) and (not end or one.latest <= end.earliest)
    )
    holding = Holding(BASE.entry("a"), Office("t", start=start, end=end, seen=inside))
    assert not holding.certainly_on(day) or holding.possibly_on(day)
