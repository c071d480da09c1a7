"""What a word may be is told by the dictionary's endings and the table that corrects it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.resources import data_rows
from translator_desk.text.word_kinds import NO_KIND, Kind, adverb_of, kinds_of, noun_of


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("construction teacher economy development equipment", Kind.SINGULAR),
        ("roads children people cities projects buses", Kind.PLURAL),
        ("develop strengthen establish build promote", Kind.PLAIN),
        ("develops strengthens builds establishes carries", Kind.THIRD),
        ("went took wrote", Kind.PAST),
        ("gone taken written", Kind.PARTICIPLE),
        ("built planned carried taught developed", Kind.PAST | Kind.PARTICIPLE),
        ("rapidly steadily economically", Kind.ADVERB),
        ("economic larger important", Kind.ADJECTIVE),
        ("plan work report", Kind.SINGULAR | Kind.PLAIN),
        ("plans reports", Kind.PLURAL | Kind.THIRD),
        ("the is which qwertz", NO_KIND),
    ],
)
def test_what_a_word_may_be(words, kinds):
    assert {word: kinds_of(word) for word in words.split()} == dict.fromkeys(words.split(), kinds)


def test_a_word_stands_once_in_the_table():
    words = [word for row in data_rows("word_kinds.tsv") for word in row[1].split()]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize(
    ("verb", "noun"), [("develop", "development"), ("construct", "construction"), ("simplify", "simplification")]
)
def test_the_noun_of_a_verb(verb, noun):
    assert noun_of(verb) == noun


@pytest.mark.parametrize(
    ("adjective", "adverb"), [("rapid", "rapidly"), ("steady", "steadily"), ("economic", "economically")]
)
def test_the_adverb_of_an_adjective(adjective, adverb):
    assert adverb_of(adjective) == adverb


@given(st.text("abcdefghijklmnopqrstuvwxyz'-", max_size=20))
def test_any_letters_have_an_answer(word):
    assert isinstance(kinds_of(word), Kind)
