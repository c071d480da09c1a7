"""The manual's catalogue says what the checks say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.builders import Rarer, Shout
from translator_desk.checks.base import Example, Family, Need
from translator_desk.checks.catalogue import FAMILIES, LEVELS, NEEDS, catalogue
from translator_desk.checks.registry import all_checks
from translator_desk.model.severity import Level

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize(("page", "language"), [("checks.md", "en"), ("zh/checks.md", "zh")])
def test_the_pages_are_those_of_the_checks(page, language):
    assert (DOCS / page).read_text("utf-8") == catalogue(all_checks(), language), "run: make catalogue"


def test_everything_a_check_can_declare_has_words():
    assert set(FAMILIES) == set(Family)
    assert set(LEVELS) == set(Level)
    assert set(NEEDS) == set(Need)


class Marked(Shout):
    """Has an example with the signs of Markdown."""

    examples = (
        Example("a `b` *c", "源*", found=("*c", ""), fixed=" a", before=(("", "x"),), date="2020-01-01", note="a_b"),
        Example("calm", elsewhere=("y",)),
    )


def test_an_example_is_shown_literally_with_its_surroundings():
    page = catalogue([Marked(), Rarer()], "en")
    assert page.index("shout") < page.index("rarer")
    (line,) = [line for line in page.splitlines() if line.startswith("- Found: ")]
    assert line == (
        r"- Found: 源* | `` a `b` *c `` → **\*c**, (something missing); corrected: `  a `; "
        r"earlier in the document: `x`; dated 2020-01-01; a\_b"
    )
    assert "- Silent: `calm`; elsewhere in the project: `y`" in page
    assert "不报告：`calm`" in catalogue([Marked()], "zh")
