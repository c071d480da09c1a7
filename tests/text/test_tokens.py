from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text.tokens import english_words, letters_only


def test_apostrophes_and_hyphens_inside_a_word_belong_to_it():
    words = [word for _, _, word in english_words("The People’s well-known 5G 'Zone' of 衡阳Hengyang - Lü's")]
    assert words == ["The", "People’s", "well-known", "G", "Zone", "of", "Hengyang", "Lü's"]


@given(st.text())
def test_places_are_those_of_the_words(text):
    assert all(text[start:end] == word for start, end, word in english_words(text))


@given(st.text())
def test_letters_stand_where_they_stood(text):
    letters = letters_only(text)
    expected = "".join(ch.lower() if ch.isascii() and ch.isalpha() else " " for ch in text)
    assert letters == expected


def test_letters_part_words_at_all_else():
    assert letters_only("The People’s 5G-Zone, 衡阳Hengyang").split() == ["the", "people", "s", "g", "zone", "hengyang"]
