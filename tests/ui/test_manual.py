"""What the manuals name stands in the menus under that name, in both languages, and its keys are those."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translator_desk.ui.actions import all_actions
from translator_desk.ui.mnemonics import plain_name

ROOT = Path(__file__).parent.parent.parent
PAGES = {
    "en": ("README.md", "docs/manual.md", "docs/review.md", "docs/glossary.md"),
    "zh": ("docs/zh/manual.md", "docs/zh/review.md", "docs/zh/glossary.md"),
}
ENTRY = {
    "en": re.compile(r"\*([A-Z]\w+) [>›] ([^*›]+)\*"),
    "zh": re.compile(r"[“*](\w+) [>›] ([^”*›]+)[”*]"),
}
KEYS = re.compile(r"`((?:(?:Ctrl|Alt|Shift)\+)+[^`\s]+|F\d+)`")
OF_THE_EDITOR = {"F2", "Alt+↓", "Alt+↑", "Ctrl+Enter", "Alt+Enter"}
OF_THE_START_PAGE = {"Ctrl+V"}


@pytest.fixture(params=["en", "zh"])
def in_language(request, hand):
    hand.context.language.apply(request.param)
    yield hand, request.param
    hand.context.language.apply("en")


def test_menu_entries_of_the_manuals_are_in_the_menus(in_language):
    hand, language = in_language
    entries = {
        (plain_name(menu.title()), plain_name(action.text()).removesuffix("…"))
        for menu in (one.menu() for one in hand.window.menuBar().actions())
        for action in menu.actions()
    }
    named = {
        (menu, " ".join(entry.split()))
        for page in PAGES[language]
        for menu, entry in ENTRY[language].findall((ROOT / page).read_text("utf-8"))
    }
    assert len(named) > 5
    assert named - entries == set()


@pytest.mark.parametrize("page", [page for pages in PAGES.values() for page in pages])
def test_keys_of_the_manuals_are_keys_of_commands(page):
    there = {keys for spec in all_actions() for keys in spec.keys} | OF_THE_EDITOR | OF_THE_START_PAGE
    assert set(KEYS.findall((ROOT / page).read_text("utf-8"))) - there == set()
