"""Which figure of the English answers which of the Chinese."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text import figure_pairing
from translator_desk.text.figure_pairing import Pair, Slip, pair_figures
from translator_desk.text.numbers_en import english_quantities
from translator_desk.text.numbers_zh import chinese_quantities
from translator_desk.text.quantity import Hedge, Kind, Quantity

VALUES = st.sampled_from(
    [1, 2, 3, 12, 50, 2020, 35, Decimal("3.5"), Decimal("33.3"), Fraction(1, 2), Fraction(1, 3), Fraction(-1, 2)]
)
FIGURES = st.builds(
    lambda start, low, more, kind, hedge, firm, also: Quantity(
        start, start + 1, low, low + more, kind, hedge, firm, "", also
    ),
    st.integers(0, 90),
    VALUES,
    st.sampled_from([0, 0, 0, 5]),
    st.sampled_from(
        [Kind.CARDINAL, Kind.PERCENT, Kind.YEAR, Kind.MONTH, Kind.DAY, Kind.ORDINAL, Kind.FRACTION, Kind.MULTIPLE]
    ),
    st.sampled_from(Hedge),
    st.booleans(),
    st.sampled_from([(), (), (2,)]),
)
TEXTS = st.lists(FIGURES, max_size=4)


def paired(source, target):
    return pair_figures(chinese_quantities(source), english_quantities(target), (len(source), len(target)))


def test_equal_figures_in_another_order_agree():
    found = paired("6月12日投资35亿元，增长8.2%。", "Investment grew 8.2 percent to 3.5 billion yuan on June 12.")
    assert set(found.agreed) == {Pair(0, 2), Pair(1, 3), Pair(2, 1), Pair(3, 0)}
    assert (found.altered, found.lost, found.added) == ((), (), ())


def test_a_slip_a_loss_and_an_addition_are_told_apart():
    found = paired("投资35亿元，增长8.2%。", "Investment rose 8.3 percent to 3.5 billion yuan.")
    assert [(pair.source, pair.slip) for pair in found.altered] == [(1, Slip.DIGIT)]
    assert [one.low for one in paired("投资35亿元，建成6所学校。", "They invested 3.5 billion yuan.").lost] == [6]
    assert [one.low for one in paired("投资35亿元。", "They built 6 schools for 3.5 billion yuan.").added] == [6]


@given(TEXTS, TEXTS)
def test_figures_that_plainly_agree_are_paired_as_the_long_way_does(source, target):
    quick = pair_figures(source, target, (100, 100))
    plainly, figure_pairing._plainly_agreed = figure_pairing._plainly_agreed, lambda *_: None
    try:
        assert quick == pair_figures(source, target, (100, 100))
    finally:
        figure_pairing._plainly_agreed = plainly


@given(FIGURES, FIGURES)
def test_shares_are_asked_for_roughly_first_and_nothing_is_lost(zh, en):
    said = figure_pairing._same_share(zh, en)
    largest, figure_pairing._FLOAT_UP_TO = figure_pairing._FLOAT_UP_TO, 0
    try:
        assert said == figure_pairing._same_share(zh, en)
    finally:
        figure_pairing._FLOAT_UP_TO = largest
