"""A fix fits into its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.builders import document
from translator_desk.checks.fix_place import fitted
from translator_desk.model.document import LayoutParagraph
from translator_desk.model.issue import Fix, FixPart
from translator_desk.text.span import Span


def fixed(target, span, words, paragraph=""):
    doc = document()
    if paragraph:
        doc = replace(doc, layout=replace(doc.layout, paragraphs=(LayoutParagraph("", paragraph, paragraph),)))
    (fix,) = fitted([Fix(Span(*span), words)], target, doc)
    return target[: fix.span.start] + fix.replacement + target[fix.span.end :]


@pytest.mark.parametrize(
    ("target", "paragraph", "result"),
    [
        ("the folk of the city’s park", "It's so.", "people’s of the city’s park"),
        ("the folk of the city's park", "It’s so.", "people's of the city's park"),
        ("the folk here", "It’s so.", "people’s here"),
        ("the folk here", "Nothing.", "people's here"),
    ],
)
def test_an_apostrophe_is_that_of_the_text(target, paragraph, result):
    assert fixed(target, (0, 8), "people's", paragraph) == result


def test_quotation_marks_are_those_of_the_text():
    assert fixed("the year, “so”", (0, 8), 'the "Year of A"') == "the “Year of A”, “so”"
    assert fixed('the year, "so"', (0, 8), "the “Year of A”") == 'the "Year of A", "so"'


def test_a_fix_of_marks_only_stays():
    assert fixed('“so"', (3, 4), "”") == "“so”"
    (fix,) = fitted([Fix(Span(0, 0), " ", FixPart.SEPARATOR)], "a", document())
    assert fix.replacement == " "


@pytest.mark.parametrize(
    ("target", "span", "words", "result"),
    [
        ("It is a key lever.", (8, 11), "important", "It is an important lever."),
        ("An odd lever", (3, 6), "key", "A key lever"),
        ("a big thing", (2, 5), "great", "a great thing"),
        ("It is a key.", (8, 11), "university", "It is a university."),
    ],
)
def test_the_article_follows_the_new_sound(target, span, words, result):
    assert fixed(target, span, words) == result
