"""Words by class in the phrases of rule packs, and the part of a phrase that is found."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.checks.phrase import PhraseError, phrase, refuse_template
from translator_desk.checks.phrase_words import CHANGES, NAMES, finds, plural, singular, words_of


@pytest.mark.parametrize("name", NAMES)
def test_the_expression_finds_each_word_and_no_beginning_of_one(name):
    pattern = re.compile(finds(name))
    words = words_of(name)
    assert len(words) > 15
    assert all(pattern.fullmatch(word) and pattern.fullmatch(word.upper()) for word in words)
    assert not any(pattern.fullmatch(word[:-1]) for word in words if word[:-1] not in words)


@given(st.sampled_from(words_of("THING")))
def test_a_noun_comes_back_from_its_plural(word):
    assert plural(word) != word
    assert plural(word) in words_of("THINGS")
    assert singular(plural(word)) == word


@given(st.sampled_from(words_of("VERB")), st.sampled_from(("third", "past", "participle", "gerund")))
def test_a_verb_comes_back_from_each_of_its_forms(word, change):
    assert CHANGES["plain"](CHANGES[change](word)) == word


@pytest.mark.parametrize(
    ("change", "word", "right"),
    [
        ("participle", "overcame", "overcome"),
        ("participle", "write", "written"),
        ("past", "put", "put"),
        ("gerund", "promoted", "promoting"),
        ("plain", "occurred", "occur"),
        ("third", "carried", "carries"),
        ("plural", "city", "cities"),
        ("singular", "billions", "billion"),
        ("singular", "children", "child"),
    ],
)
def test_forms_that_are_easily_wrong(change, word, right):
    assert CHANGES[change](word) == right


def test_only_the_marked_part_is_found_and_rewritten():
    one = phrase("<SMALL> «<COUNT> <THING>» <STOP>")
    text = "We built 23 reservoir in the county."
    match = one.pattern.search(text)
    assert one.span(match).of(text) == "23 reservoir"
    assert one.rewritten(match, "$2 <plural $3>") == "23 reservoirs"
    assert not one.pattern.search("We built 23 reservoir dams.")


def test_where_the_sentence_begins():
    one = phrase("<START> [At] the (meeting|forum)")
    assert [
        one.pattern.search(text) is not None for text in ("The meeting", "He left. At the forum", "he is at the forum")
    ] == [
        True,
        True,
        False,
    ]


def test_a_gap_stays_within_the_sentence():
    one = phrase("although <GAP> «, but»")
    assert one.pattern.search("Although it rained a lot, but they came.")
    assert not one.pattern.search("Although it rained. They left, but we came.")


@pytest.mark.parametrize("text", ["«a» thing «b»", "«a thing", "a» thing", "<THINK> about"])
def test_a_broken_phrase_is_refused(text):
    with pytest.raises(PhraseError):
        phrase(text)


def test_a_form_that_is_none_is_refused():
    with pytest.raises(PhraseError, match="participle"):
        refuse_template("<plurall $1>", [phrase("other <THING>")])


def test_the_past_of_an_irregular_verb_leads_to_its_other_forms():
    changed = {word: CHANGES["participle"](word) for word in ("went", "saw", "took", "flew", "underwent", "withdrew")}
    assert changed == {
        "went": "gone",
        "saw": "seen",
        "took": "taken",
        "flew": "flown",
        "underwent": "undergone",
        "withdrew": "withdrawn",
    }
    assert CHANGES["past"]("gone") == "went"
    assert CHANGES["participle"]("found") == "found"
