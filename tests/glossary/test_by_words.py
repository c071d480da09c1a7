"""English forms that may stand in a text, told by its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator_desk.glossary.by_words import ByWords
from translator_desk.text.inflection import Rendering
from translator_desk.text.normalize import lowered
from translator_desk.text.tokens import letters_only

FORMS = ["eat and take", "People's City", "13-5 plan", "5", "the", "Ürümqi’s city", "one-stop city", "Chang'an", "city"]
WORDS = ["eat", "eating", "and", "took", "people", "peoples", "’s", "'", "city", "cities", "13", "5", "plans", "the",
         "Ürümqi", "one", "stop", "Chang'an", "CHANG’AN"]  # fmt: skip
TEXT = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", "", "-", ", "])), max_size=8).map(
    lambda parts: "".join(word + joint for word, joint in parts)
)


def words(text):
    return letters_only(text).split()


@given(TEXT)
def test_no_form_that_stands_in_a_text_is_missing(text):
    likely = ByWords([(Rendering(form), form) for form in FORMS]).in_text(words(text))
    assert len(likely) == len(set(likely))
    assert {form for form in FORMS if Rendering(form).find(lowered(text), text)} <= set(likely)


def test_all_words_of_a_form_are_needed_in_any_of_their_forms():
    forms = ByWords([(Rendering(form), form) for form in ("eat and take", "take a city", "take")])
    assert forms.in_text(words("It took the cities.")) == ["take a city", "take"]
    assert forms.in_text(words("They ate, and took more.")) == ["eat and take", "take"]
    assert forms.in_text([]) == []
