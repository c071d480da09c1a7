"""What the words beside a figure say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.rules.figure_sense import FigureSense
from translator_desk.glossary.term_base import TermBase

CHECK = FigureSense()
NO_TERMS = CheckContext(TermBase.empty())


def found(zh, en):
    facts = Facts(segment(1, en, zh), document(), NO_TERMS, zh)
    return [one.target.of(en) for one in CHECK.find(facts)]


@pytest.mark.parametrize(
    ("zh", "en", "words"),
    [
        (
            "出口增长8%，进口下降5%。",
            "Exports fell by 8 percent and imports rose by 5 percent.",
            ["fell by 8", "rose by 5"],
        ),
        ("出口增长8%，进口下降5%。", "Exports rose by 8 percent and imports fell by 5 percent.", []),
        ("产量下降12万吨。", "There was a 120,000-ton increase.", ["120,000-ton increase"]),
        ("产量下降12.5%。", "There was a 12.5 percent increase in output.", ["12.5 percent increase"]),
        ("降幅扩大5%。", "The decline widened by 5 percent.", []),
        ("比例提高到75%。", "The rate was raised by 75 percent.", ["by 75"]),
        ("比例提高到75%。", "The rate was raised to 75 percent.", []),
        ("比例提高了5个百分点。", "The rate rose from 70 percent to 75, up 5 points.", []),
        ("时间由9天缩短至3天。", "The time was cut from nine days to 3 days.", []),
        ("近300人参加。", "More than 300 people took part.", ["More than 300"]),
        ("不少于300人参加。", "No less than 300 people took part.", []),
        ("不少于300人参加。", "Less than 300 people took part.", ["Less than 300"]),
        ("附近300米有一所学校。", "There is a school more than 300 meters away.", []),
        ("300多人参加。", "Nearly 300 people took part.", ["Nearly 300"]),
        ("不能超过300人。", "Less than 300 people are allowed.", []),
    ],
)
def test_words_beside_a_figure(zh, en, words):
    assert found(zh, en) == words


@given(hour=st.integers(1, 11), minute=st.integers(0, 59), later=st.booleans(), told_later=st.booleans())
def test_a_time_of_day_is_found_exactly_where_its_half_is_changed(hour, minute, later, told_later):
    zh = f"会议于{'下午' if later else '上午'}{hour}时{minute:02}分开始。"
    en = f"The meeting began at {hour}:{minute:02} {'p.m.' if told_later else 'a.m.'}"
    assert bool(found(zh, en)) is (later is not told_later)


@given(hour=st.integers(13, 23))
def test_a_time_counted_to_24_agrees_with_its_afternoon(hour):
    assert found(f"截至6月14日{hour}时", f"as of {hour - 12} p.m. on June 14") == []
    assert found(f"截至6月14日{hour}时", f"as of {hour - 12} a.m. on June 14") == [f"{hour - 12} a.m."]


@given(value=st.integers(2, 999), reached=st.booleans(), told_reached=st.booleans())
def test_by_and_to_are_told_apart(value, reached, told_reached):
    zh = f"补助标准提高{'到' if reached else ''}{value}元。"
    en = f"The subsidy was raised {'to' if told_reached else 'by'} {value} yuan."
    assert bool(found(zh, en)) is (reached is not told_reached)
