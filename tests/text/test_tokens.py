from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text.tokens import english_words


def test_apostrophes_and_hyphens_inside_a_word_belong_to_it():
    words = [word for _, _, word in english_words("The People’s well-known 5G 'Zone' of 衡阳Hengyang - Lü's")]
    assert words == ["The", "People’s", "well-known", "G", "Zone", "of", "Hengyang", "Lü's"]


@given(st.text())
def test_places_are_those_of_the_words(text):
    assert all(text[start:end] == word for start, end, word in english_words(text))
