from __future__ import annotations

import pytest

from translator_desk.errors import InputError
from translator_desk.formats.registry import all_handlers, handler_by_id, handler_for, readable_extensions


def test_the_kinds_that_are_readable():
    assert [handler.id for handler in all_handlers()] == ["csv-table", "html", "plain-text"]
    assert handler_by_id("html").title.en == "Web page"
    assert {".txt", ".html", ".csv", ".tsv"} <= set(readable_extensions())


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xlf", b"<xliff/>", "XLIFF is not readable yet"),
        ("a.sdlxliff", b"<xliff/>", "XLIFF is not readable yet"),
        ("a.docx", b"PK\x03\x04", "Word documents are not readable yet"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        ("a.pdf", b"%PDF-1.4", "PDF"),
        ("a.tmx", b"<tmx/>", "TMX"),
        ("a.tbx", b"<tbx/>", "TBX holds terms, not a text"),
        ("a.sdltb", b"\0\1", "export it there as TBX"),
        ("a.xlsx", b"PK\x03\x04", "Excel"),
        ("a.zip", b"PK\x03\x04", "archives"),
        ("a.txt", b"PK\x03\x04", "archives"),
        ("a.txt", b"%PDF-1.4", "PDF"),
        ("a.txt", b"SQLite format 3\0", "project"),
        ("a.png", b"\x89PNG\r\n", "pictures"),
        ("a.yaml", b"version: 2", "glossary"),
        ("a.desk", b"", "project"),
        ("a", b"\0\1\2", "binary"),
        ("a.qqq", b"text", "does not know this kind"),
    ],
)
def test_other_kinds_are_refused_with_a_remedy(name: str, data: bytes, words: str):
    with pytest.raises(InputError) as caught:
        handler_for(name, data)
    assert words in str(caught.value)
    assert caught.value.file == name
    assert caught.value.render("zh") != caught.value.render("en")


def test_a_page_without_an_ending_is_known_by_its_start():
    assert handler_for("page", b"  <!-- x --><!DOCTYPE html><p>a").id == "html"
