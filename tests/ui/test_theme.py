"""Colours: both themes complete, readable, and switched while the window is open."""

from __future__ import annotations

import json

import pytest

from translator_desk.resources import resource_path
from translator_desk.ui.commands.view import choose_theme
from translator_desk.ui.icons import pixmap
from translator_desk.ui.theme import THEMES, theme_named

TEXTS = ("text", "muted", "error", "warning", "info", "term", "accent")


def luminance(colour):
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_both_themes_name_the_same_colours():
    files = [json.loads(resource_path("themes", f"{name}.json").read_text("utf-8")) for name in THEMES]
    assert set(files[0]) == set(files[1])


@pytest.mark.parametrize("name", THEMES)
def test_letters_can_be_read_on_every_ground(name):
    theme = theme_named(name)
    for letters in TEXTS:
        assert contrast(theme.colour(letters), theme.colour("base")) >= 4.5, letters
    for ground in ("window", "current_row", "header_row", "bar_error", "bar_warning", "bar_info"):
        assert contrast(theme.colour("text"), theme.colour(ground)) >= 7, ground
    assert contrast(theme.colour("text"), theme.colour("selection")) >= 4.5


def test_a_theme_is_put_on_while_the_window_is_open(open_desk):
    def ground():
        return open_desk.grid.viewport().grab().toImage().pixelColor(40, 40)

    choose_theme(open_desk.context, "dark")
    dark = ground()
    assert open_desk.context.themes.current.dark
    choose_theme(open_desk.context, "light")
    assert luminance(ground()) > luminance(dark)
    assert open_desk.application.desk.settings.theme == "light"


@pytest.mark.parametrize("icon", sorted(one.stem for one in resource_path("icons").glob("*.svg")))
def test_every_icon_draws_something(qapp, icon):
    image = pixmap(icon, "#123456", 32).toImage()
    assert any(image.pixelColor(x, y).alpha() > 0 for x in range(32) for y in range(32))
