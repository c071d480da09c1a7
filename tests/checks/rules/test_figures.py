"""Figures and dates: whatever the shape, the same value is silent and another one is found with its fix."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.registry import check_by_id
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.numbers_en import MONTHS, WEEKDAYS

MAGNITUDES = {"万": 4, "亿": 8, "万亿": 12}
WORDS = {"million": 6, "billion": 9, "trillion": 12}


def found(check, source, target):
    facts = Facts(segment(1, target, source), document(), CheckContext(TermBase.empty()), source)
    return [(one.target.of(target), one.expected) for one in check_by_id(check).find(facts)]


def written(value, tens):
    return f"{(Decimal(value) / 10**tens).normalize():f}"


@st.composite
def amounts(draw):
    """Draw an amount with a shape of either language."""
    value = draw(st.integers(11, 9_999)) * 10 ** draw(st.integers(5, 9))
    zh = draw(st.sampled_from([one for one, tens in MAGNITUDES.items() if value >= 10**tens]))
    en = draw(st.sampled_from([one for one, tens in WORDS.items() if value >= 10**tens] or ["million"]))
    chinese = f"投资{written(value, MAGNITUDES[zh])}{zh}元。"
    return value, chinese, f"{written(value, WORDS[en])} {en}"


@given(amounts())
def test_an_amount_in_any_shape_is_silent(drawn):
    _, source, amount = drawn
    assert found("number-mismatch", source, f"Investment came to {amount} yuan.") == []


@given(amounts(), st.sampled_from([10, 100, 1000]))
def test_an_amount_of_another_magnitude_is_found_and_mended(drawn, factor):
    value, source, _ = drawn
    wrong = f"{value * factor:,}"
    ((words, expected),) = found("number-mismatch", source, f"Investment came to {wrong} yuan.")
    assert words == wrong
    assert found("number-mismatch", source, f"Investment came to {expected[0]} yuan.") == []


@given(st.integers(1, 12), st.integers(1, 28), st.integers(1, 12), st.integers(1, 28))
def test_a_date_is_silent_only_where_month_and_day_agree(month, day, other_month, other_day):
    source, target = f"会议于{month}月{day}日举行。", f"The meeting was held on {MONTHS[other_month - 1]} {other_day}."
    assert (found("date-mismatch", source, target) == []) == ((month, day) == (other_month, other_day))


@pytest.mark.parametrize("week", ["周", "星期", "礼拜"])
@given(st.integers(0, 6), st.integers(0, 6))
def test_a_weekday_is_silent_only_where_it_is_the_same(week, day, other):
    source, target = f"比赛将于{week}{'一二三四五六日'[day]}举行。", f"The match will be held on {WEEKDAYS[other]}."
    issues = found("date-mismatch", source, target)
    assert issues == ([] if day == other else [(WEEKDAYS[other], (WEEKDAYS[day],))])


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("2020年四季度增长。", "It grew in the third quarter of 2020.", [("third", ("fourth",))]),
        ("二季度增长。", "Q3 saw growth.", [("3", ("2",))]),
        ("今年上半年增长。", "It grew in the second half of the year.", [("second", ("first",))]),
        ("6月中旬开工。", "It began in late June.", [("late", ("mid",))]),
        ("6月上旬开工。", "It began in mid-June.", [("mid-", ("early ",))]),
        ("本报15日讯，项目4月启动。", "The project began in April, it was learned on the 16th.", [("16", ("15",))]),
        ("上半场比赛结束。", "The first half of the match ended.", []),
        ("四分之一的人来了，第二次。", "A quarter of them came a second time.", []),
    ],
)
def test_parts_of_years_and_months(source, target, expected):
    assert found("date-mismatch", source, target) == expected


@given(st.integers(1, 12), st.integers(1, 12), st.integers(10, 28))
def test_a_month_that_the_english_adds_is_near_those_the_text_is_about(said, added, day):
    source, target = (
        f"{said}月9日开幕，{day}日闭幕。",
        f"It opened on {MONTHS[said - 1]} 9 and closed on {MONTHS[added - 1]} {day}.",
    )
    near = (said - added) % 12 in (0, 1, 11)
    expected = [] if near else [(MONTHS[added - 1], (MONTHS[said - 1],))]
    assert found("date-mismatch", source, target) == expected
    assert found("date-mismatch", f"上月{day}日闭幕，{said}月9日开幕。", target) == []


@given(st.integers(2, 31))
def test_a_day_that_reads_as_a_number_is_found(day):
    ordinal = f"{day}{'th' if 10 <= day <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"
    ((words, (right,)),) = found("date-mismatch", f"据公众号{day}日消息", f"According to the public number {day} news")
    assert (words, right) == (str(day), f"the {ordinal}")
    for target in (
        f"on the {ordinal}",
        f"on July {day}",
        f"on {day} July",
        f"within {day} days",
        f"2023-07-{day:02} 10:30",
    ):
        assert found("date-mismatch", f"据公众号{day}日消息", target) == []
    assert found("date-mismatch", f"{day}日内完成", f"within {day} working days") == []


@given(st.integers(11, 30), st.integers(31, 60))
def test_a_session_counted_as_years_is_compared(held, other):
    ((words, expected),) = found("number-mismatch", f"已成功举办{held}届", f"It has been held for {other} years.")
    assert (words, expected) == (str(other), (str(held),))


def test_a_numeral_inside_a_word_is_no_percentage():
    assert found("number-mismatch", "美国占9%，排名与2021年一致", "The US had 1%, the same rank as in 2021.") == [
        ("1", ("9",))
    ]


@given(st.integers(2, 8), st.sampled_from([("十", 10), ("百", 100), ("千", 1000), ("万", 10_000)]))
def test_two_numerals_side_by_side_are_a_range(first, magnitude):
    numerals = "一二三四五六七八九"
    source = f"有{numerals[first - 1]}{numerals[first]}{magnitude[0]}人参加。"
    low, high = first * magnitude[1], (first + 1) * magnitude[1]
    assert found("number-mismatch", source, f"Some {low:,} to {high:,} people came.") == []
    together = f"{first}{first + 1}"
    for wrong in (f"{int(together) * magnitude[1]:,}", f"{int(together) * 1000:,}"):
        if not low <= int(wrong.replace(",", "")) <= high:
            assert found("number-mismatch", source, f"Some {wrong} people came.") == [
                (wrong, (f"{low:,} to {high:,}",))
            ]
