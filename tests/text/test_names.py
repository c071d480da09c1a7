"""Names in English text: surname and given name in pinyin, without titles, first words of a sentence, possessives."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text.names import is_given_name, name_runs_en, odd_words, surname_readings, surnames_near


def names(text):
    return [(text[run.start : run.end], run.surname, run.given) for run in name_runs_en(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wei Shuming chaired the meeting.", ["Wei Shuming"]),
        ("Yesterday Mayor Gao Lanting spoke.", ["Gao Lanting"]),
        ("Province Feng Huashi", ["Feng Huashi"]),
        ("Ouyang Jing and Tang Bo attended.", ["Ouyang Jing", "Tang Bo"]),
        ("Gao Lanting's visit", ["Gao Lanting"]),
        ("Gao Lanting’s visit", ["Gao Lanting"]),
        ("Lyu Ming, Lü Fang and Lu Wen", ["Lyu Ming", "Lü Fang", "Lu Wen"]),
        ("Song Xi'an and Song Xi’an", ["Song Xi'an", "Song Xi’an"]),
        ("Liang Yu, Han Mei, Xu Ran", ["Liang Yu", "Han Mei", "Xu Ran"]),
    ],
)
def test_names_found(text, expected):
    assert [words for words, _, _ in names(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Party Committee met in the City Hall.",
        "Municipal Bridge Company",
        "wei shuming chaired the meeting",
        "John Smith and Mary Brown came.",
        "Wei, Shuming",
        "Wei\nShuming",
        "Gao Lantingxuemei spoke.",
    ],
)
def test_words_that_are_no_names(text):
    assert names(text) == []


@pytest.mark.parametrize(("word", "can_be"), [("Shuming", True), ("Bo", True), ("Xi'an", True), ("Bridge", False)])
def test_given_names(word, can_be):
    assert is_given_name(word) is can_be


def test_surnames_are_spelt_in_small_letters_in_every_way_ü_is_printed():
    table = surname_readings()
    assert {"wang", "ouyang", "lü", "lyu", "lu", "zeng", "zha"} <= table
    assert all(one == one.lower() and one.strip() for one in table)


@given(st.text(alphabet=st.sampled_from("WeiGaoShumnglt BoLü'’s-,.\n𠮷会"), max_size=60))
def test_places_are_the_words_and_stand_in_order(text):
    runs = name_runs_en(text)
    for run in runs:
        assert run.span.of(text) == f"{run.surname} {run.given}"
    assert all(one.end <= following.start for one, following in pairwise(runs))


@pytest.mark.parametrize(
    ("run", "odd"),
    [("Yunlon County", ["Yunlon"]), ("Jongshan and", ["Jongshan"]), ("Yunlong County", []), ("The Green Kitchen", [])],
)
def test_words_that_are_neither_english_nor_pinyin(run, odd):
    assert [word.word for word in odd_words(run)] == odd


@pytest.mark.parametrize(
    ("word", "surname"), [("kaang", "kang"), ("jong", "zhong"), ("xao", "shao"), ("sog", "song"), ("chn", "chen")]
)
def test_surnames_behind_a_mistyped_word(word, surname):
    assert surname in surnames_near(word)


@pytest.mark.parametrize("word", ["the", "for", "zzzz"])
def test_no_surname_behind_another_word(word):
    assert surnames_near(word) == ()
