"""One phrase with the endings of another."""

from __future__ import annotations

import pytest

from translator_desk.text.reinflect import like_inflected


@pytest.mark.parametrize(
    ("phrase", "plain", "inflected", "expected"),
    [
        ("make a visit", "investigate", "investigated", "made a visit"),
        ("make and sign a plan", "plan", "plans", "make and sign a plans"),
        ("streamline and delegate", "simplify it", "simplifies it", "streamlines and delegates"),
        ("town", "village", "villages", "towns"),
        ("town and township", "village and town", "villages and towns", "towns and townships"),
        ("towns and townships", "village and town", "villages and towns", "towns and townships"),
        ("subdistrict office", "street and office", "streets and offices", "subdistrict offices"),
        ("inspection tour", "investigate", "investigated", ""),
        ("town", "village", "village", "town"),
    ],
)
def test_endings_go_where_they_belong(phrase, plain, inflected, expected):
    assert like_inflected(phrase, plain, inflected) == expected
