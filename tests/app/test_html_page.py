"""The frame of every page: nothing is fetched, nothing runs, braces and markup of a title are words."""

from __future__ import annotations

import re

import pytest

from translator_desk.app.html_page import html_page


@pytest.mark.parametrize(("language", "declared"), [("en", "en"), ("zh", "zh-CN")])
def test_a_page_needs_nothing_beside_it(language, declared):
    page = html_page("<b>{title}</b> & 标题", "<p>{body}</p>", language=language, style="td.x { width: 1%; }")
    assert page.startswith(f'<!doctype html>\n<html lang="{declared}">')
    assert "<title>&lt;b&gt;{title}&lt;/b&gt; &amp; 标题</title>" in page
    assert "<p>{body}</p>" in page
    assert "td.x { width: 1%; }\n</style>" in page
    assert not re.search(r"https?:|url\(|@import|<script|<link|<img", page)


def test_a_page_has_colours_for_the_dark_and_for_paper():
    page = html_page("a", "", language="en")
    light, dark, printed = (re.findall(r"--([a-z-]+): #", part) for part in re.split(r"@media", page))
    assert set(dark) == set(light)
    assert set(printed) <= set(light)
    assert page.count("{") == page.count("}")
