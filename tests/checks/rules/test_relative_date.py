"""Words of time that point from the day of writing: each for each other one, beside dates, and with a date of the text."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.registry import check_by_id
from translator_desk.checks.rules.relative_date import words
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.severity import Level

DAY = dt.date(2023, 3, 10)


def issues(source, target, date=None):
    facts = Facts(segment(1, target, source), document(date=date), CheckContext(TermBase.empty()), source)
    return list(check_by_id("relative-date").find(facts))


def found(source, target, date=None):
    return [(one.target.of(target), one.fixes[0].replacement) for one in issues(source, target, date)]


@pytest.mark.parametrize(
    ("said", "wrong", "right", "level"),
    [
        ("去年", "this year", "last year", Level.ERROR),
        ("今年", "next year", "this year", Level.ERROR),
        ("明年", "last year", "next year", Level.ERROR),
        ("前年", "last year", "the year before last", Level.ERROR),
        ("上个月", "this month", "last month", Level.ERROR),
        ("下月", "last month", "next month", Level.ERROR),
        ("上周", "next week", "last week", Level.WARNING),
        ("昨天", "tomorrow", "yesterday", Level.WARNING),
        ("次日", "that day", "the next day", Level.WARNING),
        ("当天", "the next day", "that day", Level.WARNING),
        ("同年", "the following year", "the same year", Level.WARNING),
    ],
)
def test_another_of_its_kind_is_found_and_itself_passes(said, wrong, right, level):
    target = f"It rained {wrong}."
    assert found(f"{said}下雨。", target) == [(wrong, right)]
    assert {one.level for one in issues(f"{said}下雨。", target)} == {level}
    assert found(f"{said}下雨。", f"It rained {right}.") == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (
            "去年10月开工，今年4月完工。",
            "It began in October this year and ends in April.",
            [("this year", "last year")],
        ),
        ("今年5月3日", "May 3 of last year", [("last year", "this year")]),
        ("去年上涨，去年又上涨。", "Last year it rose; this year it rose.", [("this year", "last year")]),
    ],
)
def test_each_word_is_held_against_its_own(source, target, expected):
    assert found(source, target) == expected


def test_a_year_is_completed_from_the_date_of_the_document():
    target = "On May 3, 2021, it opened."
    assert found("去年5月3日开放。", target, DAY) == [("2021", "2022")]
    assert found("去年5月3日开放。", target) == []
    assert found("去年5月3日开放。", "On May 3, 2022, it opened.", DAY) == []
    assert found("去年5月3日开放。", target, dt.date(2023, 1, 10)) == [], "perhaps written in December"
    assert found("去年5月3日（2021年）开放。", target, DAY) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("过去年代的文明年画", "It was so last year, and this year."),
        ("当今年轻人", "last year's young people"),
        ("今年产量同比增长。", "It grew over last year."),
        ("去年下雨。", "It rained."),
        ("去年下雨。", "In 2021, and not this year, it rained."),
        ("去年年底下雨，今年年底也下雨。", "It rained at the end of last year and this."),
        ("昨天下雨。", "It rained on Monday, not today."),
        ("第二天下雨。", "A day later it rained, and that day was over."),
    ],
)
def test_what_says_it_otherwise_passes(source, target):
    assert found(source, target, DAY) == []


def test_no_word_of_the_table_stands_for_two():
    named = [(one.kind, one.write) for one in words()]
    assert len(named) == len(set(named))
    for one in words():
        assert one.named.search(one.write), one.write
        assert not any(
            other.named.search(one.write) for other in words() if other.kind == one.kind and other is not one
        )
