"""English words in both spellings, proper nouns, and the words a slip may have come from."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text.dictionary import capitalised_form, is_english, near_words


@pytest.mark.parametrize(
    "word",
    ["family", "colour", "color", "organisation", "organization", "theatre", "travelled", "modelling", "defence",
     "netizen", "denuclearization", "microspheres", "frictionless"],
)  # fmt: skip
def test_words_in_both_spellings_are_known(word):
    assert is_english(word)


@pytest.mark.parametrize("word", ["familly", "temperment", "theyalso", "goverment", "zhongxinhua"])
def test_slips_are_not_known(word):
    assert not is_english(word)


@pytest.mark.parametrize(("word", "right"), [("saturday", "Saturday"), ("taiwan", "Taiwan"), ("american", "American")])
def test_what_is_known_with_a_capital_only(word, right):
    assert capitalised_form(word) == right


@pytest.mark.parametrize("word", ["china", "march", "river", "internet", "zhihong", "watt"])
def test_what_has_no_capital_for_sure(word):
    assert capitalised_form(word) == ""


def test_the_likeliest_words_come_first():
    assert near_words("familly")[0] == "family"
    assert near_words("beteen") == ("between",)
    assert near_words("theyalso") == ("they also",)
    assert near_words("przewalskii") == ()


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_near_words_are_words_and_others(word):
    for near in near_words(word):
        assert near != word
        assert all(is_english(part) for part in near.split())


def test_reading_the_dictionary_leaves_no_file_open():
    from translator_desk.text import dictionary

    dictionary._dictionary.cache_clear()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert is_english("table")
        assert dictionary._dictionary().lookup("chairs")


@pytest.mark.parametrize("word", ["foldable", "tradable", "swimmable", "walkable", "scalable", "pilotage", "karst"])
def test_verbs_with_able_and_rarer_nouns_are_english(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize(
    "word", ["accessable", "convertable", "relyable", "controlable", "noticable", "managable", "villagage"]
)
def test_an_ending_spelt_amiss_is_a_slip(word: str) -> None:
    assert not is_english(word)
