"""Figures of Chinese text by value and kind."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text.numbers_zh import chinese_quantities
from translator_desk.text.quantity import Kind


def read(text):
    return [(one.low, one.kind) for one in chinese_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1亿2000万元", [(120_000_000, Kind.CARDINAL)]),
        ("三万五千亩", [(35_000, Kind.CARDINAL)]),
        ("1.2万亿", [(1_200_000_000_000, Kind.CARDINAL)]),
        ("增长三成五", [(35, Kind.PERCENT)]),
        ("约七成人民币支付", [(70, Kind.PERCENT)]),
        ("近四成本地企业", [(40, Kind.PERCENT)]),
        ("2020年四季度", [(2020, Kind.YEAR), (4, Kind.QUARTER)]),
        ("下半年", [(2, Kind.HALF_YEAR)]),
        ("10月下旬", [(10, Kind.MONTH), (3, Kind.THIRD_OF_MONTH)]),
        ("6月底", [(6, Kind.MONTH), (3, Kind.THIRD_OF_MONTH)]),
        ("媒体26日报道", [(26, Kind.DAY)]),
        ("机场25日均停飞", [(25, Kind.DAY)]),
        ("3日本报记者获悉", [(3, Kind.DAY)]),
    ],
)
def test_values_and_kinds(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("text", ["人民日报", "一带一路", "三亚", "十分满意", "四季如春"])
def test_numerals_that_are_no_figures(text):
    assert [one for one in chinese_quantities(text) if one.firm] == []


@given(
    st.text(
        alphabet=st.sampled_from("0123456789，.%三十百千万亿年月日季度上半旬底第届次周一成倍个点分之约多"), max_size=40
    )
)
def test_any_text_is_read_and_figures_stand_in_order(text):
    found = chinese_quantities(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= following.start for one, following in pairwise(found))


@given(st.integers(min_value=10, max_value=9_999))
def test_ten_thousands_count_as_they_are_written(value):
    assert read(f"{value}万元") == [(value * 10_000, Kind.CARDINAL)]
    assert read(f"{value}亿元") == [(value * 10**8, Kind.CARDINAL)]
