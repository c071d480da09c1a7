"""Days that the calendar does not have, beside all that it has."""

from __future__ import annotations

import calendar

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.registry import check_by_id
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.numbers_en import MONTHS


def found(target):
    facts = Facts(segment(1, target), document(has_source=False), CheckContext(TermBase.empty()), "")
    return [one.target.of(target) for one in check_by_id("date-impossible").find(facts)]


def spellings(year, month, day):
    name = MONTHS[month - 1]
    dates = [f"{name} {day}, {year}", f"{day} {name} {year}", f"{name} {day},{year}"]
    return [(f"It opened on {date}, in the rain.", date) for date in dates]


@pytest.mark.parametrize("year", [1900, 2000, 2022, 2024])
def test_every_day_of_a_year_is_left_alone_and_every_other_day_found(year):
    for month in range(1, 13):
        last = calendar.monthrange(year, month)[1]
        for day in range(1, 32):
            for sentence, date in spellings(year, month, day):
                assert found(sentence) == ([date] if day > last else []), sentence


@pytest.mark.parametrize(
    "target",
    [
        "In June 31 people came.",
        "In February 30,000 people came.",
        "In September 31.5 tons were sold.",
        "They may 31 times ask.",
        "Prices of June 31.2 percent up",
    ],
)
def test_a_number_beside_a_month_is_no_day(target):
    assert found(target) == []
