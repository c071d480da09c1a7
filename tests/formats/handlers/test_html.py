from __future__ import annotations

import time

import pytest

from tests.formats.handlers.contract import HandlerContract, layout_of, texts_of
from translator_desk.formats.furniture import set_aside
from translator_desk.formats.handlers.html import handler
from translator_desk.model.segment import Place

PAGE = """<!DOCTYPE html>
<html><head><title>Lake Town &amp; Hills</title>
<meta name="PubDate" content="2020-03-04 08:00"><meta name="ContentSource" content="Lake Town Daily">
<style>p { color: red }</style><script>var a = "<p>no text</p>";</script></head>
<body><div class="top-nav"><ul><li>Home</li><li>News</li></ul></div>
<article><header><h1>Old <b>Bridges</b> Repaired</h1></header>
<p>On March 3, Deng&nbsp;<em>Qunze</em>  visited
   two bridges &mdash; both old.<br>He said: &#8220;Haste!&#8221;</p>
<div>Works <!-- a remark --> cost 3 &lt; 4 million.<ul><li>One <a href="http://example.org/x">bridge</a></ul>
<p>Deng Qunze left.
</article><footer><p>Hosted by somebody</p></footer></body></html>
"""


class TestHtml(HandlerContract):
    handler = handler
    name = "a.html"
    files = (PAGE, "<p>Deng Qunze</p>", "Deng Qunze", "<p>a &amp b<br/>Deng Qunze<br>c</p")


def blocks(page: str) -> list[str]:
    return [block.text for block in handler.read(page.encode(), "a.html").blocks if not block.aside]


def test_blocks_are_what_a_reader_sees():
    assert blocks(PAGE) == [
        "Old Bridges Repaired",
        "On March 3, Deng\u00a0Qunze visited two bridges — both old.",
        "He said: “Haste!”",
        "Works cost 3 < 4 million.",
        "One bridge",
        "Deng Qunze left.",
    ]


def test_what_the_page_says_about_itself():
    page = set_aside(handler.read(PAGE.encode(), "a.html"))
    assert page.title == "Old Bridges Repaired"
    assert str(page.byline.published) == "2020-03-04"
    assert page.byline.source_line == "Lake Town Daily"
    assert page.furniture == ("Home", "News", "Hosted by somebody")
    assert page.places[1] == Place(7, 4)


def test_markup_stays_around_the_words_that_stay():
    layout = layout_of(handler.read(PAGE.encode(), "a.html"))
    texts = texts_of(layout)
    texts[1] = texts[1].replace("Qunze", "Qunce").replace("both old", "old & worn")
    written = handler.write(layout, texts).decode()
    expected = PAGE.replace("<em>Qunze", "<em>Qunce").replace("both old", "old &amp; worn")
    assert written == expected


def test_a_paragraph_that_goes_keeps_its_tags():
    layout = layout_of(handler.read(b"<p>a <b>bold</b> word</p>", "a.html"))
    assert handler.write(layout, [""]) == b"<p><b></b></p>"


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<nav>menu<p>Text.</p>", ["menu", "Text."]),
        ("<div class='menu'>Home</div><p>Text.</p>", ["Text."]),
        (f"<div class='share-box'><p>{'Long text. ' * 40}</p></div>", [("Long text. " * 40).strip()]),
        ("<header>Site</header><p>Text.</p>", ["Text."]),
        ("<main><header>Head</header><p>Text.</p></main>", ["Head", "Text."]),
        ("<p>1 < 2 and a<b>c</b></p>", ["1 < 2 and ac"]),
        ("<textarea><p>no</p></textarea><p>yes</p>", ["yes"]),
        ("<p>a<script>if (1<2) {}</script>b</p>", ["ab"]),
        ("<title>T</title>x", ["x"]),
        ("<!-- <p>no</p> --><p>yes", ["yes"]),
        ("<p title='a > b'>yes</p>", ["yes"]),
    ],
)
def test_odd_pages(page: str, shown: list[str]):
    assert blocks(page) == shown


def test_an_entity_cannot_bring_in_what_a_file_may_not_hold():
    assert blocks("<p>a&#0;b&#11;c&#xD800;d</p>") == ["a\ufffdbc\ufffdd"]


@pytest.mark.parametrize(
    "piece",
    ['<a "', "<a '\"", "<!--", "<!", "<", "&", "<script>", "</p", "<p ", "<nav>", "<div class=nav>", "<p>a", "<title>"],
)
def test_time_grows_with_the_size_only(piece: str):
    def took(count: int) -> float:
        data = (piece * count + "</div>" * (count // 2)).encode()
        runs = []
        # The best of some: Python's collector strikes when it likes.
        for _ in range(3):
            start = time.process_time()
            handler.read(data, "a.html")
            runs.append(time.process_time() - start)
        return min(runs)

    assert took(40_000) < 40 * max(took(4_000), 0.005)


def test_declared_gb2312_needs_no_guess():
    page = '<meta charset="gb2312"><p>é Deng 邓</p>'.encode("gb18030")
    file = handler.read(page, "a.html")
    assert file.encoding == "gb18030"
    assert file.blocks[-1].text == "é Deng 邓"
