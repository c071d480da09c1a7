"""Everybody has a colour and initials of their own, the same as long as the project is open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.test_theme import contrast
from translator_desk.ui.authors import COLOURS, Authors, initials
from translator_desk.ui.theme import THEMES, theme_named

NAMES = st.lists(st.text("Liu Wang王芳", min_size=1, max_size=6).map(str.strip).filter(bool), max_size=9, unique=True)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Li Wei", "LW"), ("Wang", "W"), ("王芳", "王芳"), ("欧阳小明", "小明"), ("J. R. Smith", "JS"), ("—", "?")],
)
def test_initials_are_what_people_would_write(name, letters):
    assert initials(name) == letters


def test_two_people_of_the_same_initials_are_told_apart():
    authors = Authors()
    authors.meet(("Li Wei", "Liu Wen"))
    assert {authors.initials("Li Wei"), authors.initials("Liu Wen")} == {"LW", "LW2"}


@given(NAMES, NAMES)
def test_nobody_changes_colour_because_somebody_comes(first, later):
    authors = Authors()
    authors.meet(first)
    before = {name: (authors.colour(name), authors.initials(name)) for name in first}
    authors.meet(later)
    assert all((authors.colour(name), authors.initials(name)) == kept for name, kept in before.items())
    everybody = {*first, *later}
    assert len({authors.initials(name) for name in everybody}) == len(everybody)
    if len(everybody) <= COLOURS:
        assert len({authors.colour(name) for name in everybody}) == len(everybody)


@pytest.mark.parametrize("name", THEMES)
def test_everybody_can_be_read_on_struck_and_on_new_ground(name):
    theme = theme_named(name)
    inks = [theme.colour(f"author_{slot}") for slot in range(1, COLOURS + 1)]
    assert len({ink.name() for ink in inks}) == COLOURS
    for ink in inks:
        for ground in ("deleted_ground", "inserted_ground", "base", "current_row"):
            assert contrast(ink, theme.colour(ground)) >= 4.5, (ink.name(), ground)
