"""English figures by value: in figures and in words, dates in parts, firm or only implied."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text import numbers_en
from translator_desk.text.numbers_en import english_quantities
from translator_desk.text.quantity import Kind, english_figure


def read(text):
    return [(one.low, one.kind) for one in english_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("4,517 households moved", 4517, Kind.CARDINAL),
        ("a loan of 2.4 billion yuan", 2_400_000_000, Kind.CARDINAL),
        ("over 38.6 million trees", 38_600_000, Kind.CARDINAL),
        ("grew by 7.25%", Decimal("7.25"), Kind.PERCENT),
        ("grew by 9 percent", 9, Kind.PERCENT),
        ("up 3 percentage points", 3, Kind.POINT),
        ("nine working groups", 9, Kind.CARDINAL),
        ("twenty-seven villages", 27, Kind.CARDINAL),
        ("three hundred and five boats", 305, Kind.CARDINAL),
        ("the 19th session", 19, Kind.ORDINAL),
        ("built in 2016", 2016, Kind.YEAR),
        ("in the 1980s", 1980, Kind.DECADE),
        ("two thirds of the land", Fraction(2, 3), Kind.FRACTION),
        ("at 9:40", 9, Kind.TIME),
    ],
)
def test_one_figure(text, value, kind):
    assert (value, kind) in read(text)


@pytest.mark.parametrize(
    "text", ["On June 12, 2019, he came.", "On 12 June 2019 he came.", "On June 12th, 2019, he came."]
)
def test_dates_come_as_their_parts(text):
    assert sorted((kind, value) for value, kind in read(text)) == [(Kind.DAY, 12), (Kind.MONTH, 6), (Kind.YEAR, 2019)]


def test_the_verb_and_the_modal_are_no_months():
    assert read("They may march on.") == []
    assert read("May the best team win.") == []


def test_the_first_end_of_a_range_reads_with_the_magnitude_of_the_second():
    first, second = english_quantities("3 to 5 million visitors")
    assert first.may_be(3_000_000)
    assert second.low == 5_000_000


def test_words_that_only_imply_a_number_are_not_firm():
    assert all(not one.firm for one in english_quantities("Both sides met once and one of them left."))


@pytest.mark.parametrize("text", ["", "No figures stand here.", "The often heavy rain weighed a ton."])
def test_no_firm_figure(text):
    assert [one for one in english_quantities(text) if one.firm] == []


@given(st.integers(min_value=0, max_value=10**15).filter(lambda value: not 1000 <= value < 2200))
def test_what_the_desk_prints_it_reads_again(value):
    """The figure a fix puts in must be the figure the next check reads."""
    found = english_quantities(f"a total of {english_figure(value)} yuan")
    assert [one.low for one in found] == [value]


@given(st.text(alphabet=st.sampled_from("0123456789,.%:/ -thousandmilionbJuneMay½st$′'"), max_size=50))
def test_any_text_is_read_and_figures_stand_in_order(text):
    found = english_quantities(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= following.start for one, following in pairwise(found))


_WORDS = ["two", "Twenty", "-one", "May", "may", "half", "a", "An", "third", "million", "of", "and", "XIV", "Mon.", "3", "½", "2019",
          "12th", "6:30", "p.m.", "12,345.6", "COVID-19", "’", "é", "%", "seconds", "Sept.", "twofold", "hat-trick"]  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS)), st.sampled_from(["", " ", "-", ", "]))
def test_nothing_is_lost_by_looking_only_where_a_figure_may_begin(words, joint):
    text = joint.join(["one", *words])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbers_en, "_word_starts", lambda text, letters, words: range(len(text)))
        everywhere = english_quantities(text)
    assert english_quantities(text) == everywhere


def test_no_month_begins_a_longer_word():
    assert read("Chart 1 Market rates in March 2016") == [(1, Kind.CARDINAL), (3, Kind.MONTH), (2016, Kind.YEAR)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the fourth quarter of 2020", [(4, Kind.QUARTER), (2020, Kind.YEAR)]),
        ("third-quarter profit", [(3, Kind.QUARTER)]),
        ("the 1st quarter", [(1, Kind.QUARTER)]),
        ("Q3 revenue", [(3, Kind.QUARTER)]),
        ("the second half of the year", [(2, Kind.HALF_YEAR)]),
        ("H1 2020", [(1, Kind.HALF_YEAR), (2020, Kind.YEAR)]),
        ("in late October", [(3, Kind.THIRD_OF_MONTH), (10, Kind.MONTH)]),
        ("in mid-June", [(2, Kind.THIRD_OF_MONTH), (6, Kind.MONTH)]),
        ("early in May", [(1, Kind.THIRD_OF_MONTH), (5, Kind.MONTH)]),
        ("he left on the 15th.", [(15, Kind.DAY)]),
        ("on the 15th floor", [(15, Kind.ORDINAL)]),
        ("from the 3rd to the 5th of this month", [(3, Kind.DAY), (5, Kind.DAY)]),
    ],
)
def test_parts_of_a_year_and_of_a_month(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("text", ["the first half of the match", "a quarter of them", "the H1N1 virus", "the GQ4 lens"])
def test_what_is_no_part_of_a_year(text):
    kinds = {kind for _, kind in read(text)}
    assert kinds.isdisjoint({Kind.QUARTER, Kind.HALF_YEAR})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("averaging RMB863.6 billion daily", [(863_600_000_000, Kind.CARDINAL)]),
        ("HKD5bn", [(5 * 10**9, Kind.CARDINAL)]),
        (
            "from 1.75% in 2017 to 2.75%",
            [(Decimal("1.75"), Kind.PERCENT), (2017, Kind.YEAR), (Decimal("2.75"), Kind.PERCENT)],
        ),
    ],
)
def test_figures_glued_to_a_currency_and_years_before_a_share(text, expected):
    assert read(text) == expected
