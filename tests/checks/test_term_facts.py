"""Whose body a name in the Chinese is: China's, another country's, or one that the sentence itself defines."""

from __future__ import annotations

import pytest

from tests.checks.builders import terms
from translator_desk.checks.term_facts import is_defined_otherwise, is_of_another_country
from translator_desk.resources import data_rows
from translator_desk.text.span import Span

COUNTRIES = [name for role, names in data_rows("countries.tsv") if role == "name" for name in names.split()]


def place_of(words, source):
    at = source.index(words)
    return Span(at, at + len(words))


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_ministry_behind_a_country_is_that_countrys(country):
    for between in ("", "联邦", "政府"):
        source = f"据{country}{between}财政部消息，财政部长说"
        assert is_of_another_country(source, place_of("财政部", source))


@pytest.mark.parametrize(
    "source", ["财政部消息", "中国财政部消息", "我国财政部", "国务院和财政部", "赴美，财政部长说", "优美财政部"]
)
def test_another_ministry_is_chinas(source):
    assert not is_of_another_country(source, place_of("财政部", source))


def test_a_country_may_stand_with_one_character():
    assert is_of_another_country("据美财政部消息", place_of("财政部", "据美财政部消息"))
    assert is_of_another_country("，日财政部消息", place_of("财政部", "，日财政部消息"))


@pytest.mark.parametrize(
    ("source", "otherwise"),
    [
        ("证券及期货事务监察委员会（证监会）同意", True),
        ("中国证券监督管理委员会（证监会）同意", False),
        ("中央党校（证监会）同意", False),
        ("证监会同意", False),
        ("（证监会）同意", False),
    ],
    ids=["another body", "the body itself", "no short form of it", "without brackets", "nothing before"],
)
def test_a_short_name_in_brackets_is_what_the_words_before_say(source, otherwise):
    entry = next(
        iter(
            terms("- {id: c, kind: organisation, zh: [证监会, 中国证券监督管理委员会], en: CSRC, source: s}\n").entries
        )
    )
    assert is_defined_otherwise(source, place_of("证监会", source), entry) is otherwise
