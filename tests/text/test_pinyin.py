"""Pinyin: readings, legal syllables, and which spellings are one likely slip apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.resources import data_rows
from translator_desk.text.pinyin import (
    MistypedIndex,
    characters_near,
    characters_reading,
    confusion_kinds,
    distance,
    fold,
    is_pinyin,
    is_syllable,
    join_syllables,
    mistyped_for,
    near_syllables,
    one_step,
    proper_splits,
    readings,
    same_syllable,
    split_syllables,
)

SYLLABLES = sorted({one for row in data_rows("pinyin.tsv") for one in row[1].split() if is_syllable(one)})
syllables = st.sampled_from(SYLLABLES)
words = st.lists(syllables, min_size=1, max_size=3).map("".join)


@pytest.mark.parametrize(
    ("character", "expected"), [("策", ("ce",)), ("吕", ("lv",)), ("曾", ("zeng", "ceng")), ("A", ()), ("", ())]
)
def test_readings(character, expected):
    assert readings(character) == expected


def test_a_reading_no_word_shows_is_not_admitted_but_one_that_names_bear_is():
    assert "jing" not in readings("青")
    assert "xi" in readings("茜")


def test_every_character_of_the_table_reads_as_a_legal_syllable():
    assert all(any(is_syllable(one) for one in row[1].split()) for row in data_rows("pinyin.tsv"))


@pytest.mark.parametrize("spelling", ["lyu", "lü", "lu", "lv"])
def test_every_spelling_of_ü_stands_for_the_character(spelling):
    assert "吕" in characters_reading(spelling)


def test_splits_are_all_the_legal_ones_and_the_apostrophe_parts():
    assert set(split_syllables("xian")) == {("xian",), ("xi", "an")}
    assert split_syllables("xi'an") == split_syllables("xi’an") == (("xi", "an"),)
    assert proper_splits("xian") == (("xian",),)
    assert split_syllables("bridge") == ()
    assert is_pinyin("Qunce")
    assert not is_pinyin("Bridge")


@given(words)
def test_splits_joined_are_the_word(word):
    assert split_syllables(word)
    assert all("".join(split) == word for split in split_syllables(word))


@given(st.lists(syllables, min_size=1, max_size=3))
def test_syllables_printed_are_read_again(parts):
    printed = join_syllables(parts).lower()
    assert any(
        len(split) == len(parts) and all(same_syllable(a, b) for a, b in zip(split, parts, strict=True))
        for split in proper_splits(printed)
    )


@pytest.mark.parametrize(
    ("found", "right", "kind"),
    [
        ("qunze", "qunce", "voicing"),
        ("jianxing", "jianxin", "nasal"),
        ("zen", "zhen", "retroflex"),
        ("niu", "liu", "n-l"),
        ("hupeng", "fupeng", "h-f"),
        ("shi", "xi", "palatal"),
        ("qunec", "qunce", "typing"),
        ("quence", "qunce", "typing"),
        ("shaoeng", "shaoneng", "typing"),
        ("yanqui", "yanqiu", "typing"),
        ("lon", "long", "typing"),
        ("jongwen", "zhongwen", "typing"),
        ("xengli", "shengli", "typing"),
    ],
)
def test_one_likely_step(found, right, kind):
    step = one_step(found, right)
    assert step is not None
    assert step.kind == kind
    assert not step.rare
    assert step.wording.en
    assert step.wording.zh


@pytest.mark.parametrize(
    ("one", "other"),
    [("jian", "jian"), ("jian", "yanqiu"), ("wenbo", "wenhai"), ("zhongzhi", "zongzi"), ("lyu", "lu"), ("lü", "lv")],
)
def test_no_step_between_names_that_differ_otherwise(one, other):
    assert one_step(one, other) is None


@given(words, words)
def test_a_step_goes_both_ways(one, other):
    there, back = one_step(one, other), one_step(other, one)
    assert (there is None) == (back is None)
    assert there is None or back is None or there.rare == back.rare


@given(syllables, syllables)
def test_syllables_a_step_apart_fold_alike(one, other):
    step = near_syllables(one).get(other)
    if step is not None and not step.rare:
        assert fold(one) == fold(other)


@given(syllables)
def test_a_character_that_reads_as_a_syllable_is_not_near_it(syllable):
    assert characters_reading(syllable).isdisjoint(characters_near(syllable))


@given(words, words)
def test_distance_stops_at_the_most_asked_for(one, other):
    assert 0 <= distance(one, other, 2) <= 3
    assert (distance(one, other, 2) == 0) == (one == other)


@given(st.text("abeghinouz", min_size=4, max_size=8))
def test_mistyped_words_are_one_letter_from_legal_ones(word):
    for meant in mistyped_for(word):
        assert one_step(word, meant) is not None
        assert is_pinyin(meant)
    if proper_splits(word):
        assert mistyped_for(word) == ()


@given(st.lists(words, max_size=6), words, st.data())
def test_the_index_finds_what_a_comparison_with_all_finds(listed, word, data):
    at = data.draw(st.integers(0, len(word)))
    word = word[:at] + data.draw(st.sampled_from("aegnz")) + word[at:]
    long = {one for one in listed if len(one) >= 4}
    expected = () if word in long or len(word) < 4 else tuple(sorted(o for o in long if distance(word, o, 1) == 1))
    assert MistypedIndex(listed).find(word) == expected


def test_every_kind_of_slip_has_a_name_in_both_languages():
    kinds = {row[3] for row in data_rows("confusions.tsv")} | {"typing", "reading"}
    assert kinds <= confusion_kinds().keys()
