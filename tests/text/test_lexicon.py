"""Common words: found longest first, and looked for by their beginnings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text.lexicon import known_words, lexicon_rows, sought_beginnings, words_of


def found(text):
    return [text[one.start : one.end] for one in known_words(text)]


def stands_in(word, text):
    return any(beginning in words_of(text) for beginning in word.beginnings)


def test_the_longest_word_is_taken():
    assert found("新华社记者在医院采访") == ["新华社", "记者", "医院", "采访"]
    assert found("，。") == []


def test_a_rendering_is_found_in_any_inflection():
    (word,) = known_words("医院")
    assert stands_in(word, "Two hospitals' doctors met.")
    assert stands_in(word, "“Hospital-based care”")
    assert not stands_in(word, "The school opened.")


def test_a_short_rendering_must_be_the_whole_word():
    (word,) = known_words("美国")
    assert stands_in(word, "the US market")
    assert not stands_in(word, "it was used")


def test_the_table_is_in_order():
    rows = lexicon_rows()
    assert len({word for word, _, _ in rows}) == len(rows) > 2000
    assert all(beginnings and all(one == one.lower() for one in beginnings) for _, beginnings, _ in rows)
    assert all(one.startswith(" ") for one in sought_beginnings())


@given(st.text(alphabet="会议开始新华社记者在医院，。 a1", max_size=40))
def test_words_lie_side_by_side(text):
    at = 0
    for one in known_words(text):
        assert at <= one.start < one.end <= len(text)
        at = one.end
