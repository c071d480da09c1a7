"""What spares the check of drifting terms most phrases hides none that it would count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator_desk.checks.rules import term_drift
from translator_desk.glossary.mining_text import english_norms, english_words

WORDS = ["the", "comprehensive", "bonded", "zones", "zone", "of", "city's", "Zone,", "and", "U.S.", "well-known", "12.5",
         "policies", "(new", "new"]  # fmt: skip
TEXT = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
NORMS = sorted({word.norm for word in english_words(" ".join(WORDS))})


@given(TEXT, st.sets(st.sampled_from(NORMS)))
def test_phrases_of_common_words_are_all_phrases_of_these_words(text, common):
    keys = [key for key in term_drift._keys(text) if " " in key]
    assert list(term_drift._phrases_of(common, text)) == [key for key in keys if common.issuperset(key.split())]


@given(TEXT)
def test_the_words_of_a_text_hold_those_of_all_its_phrases(text):
    assert english_norms(text).issuperset(word.norm for word in english_words(text))
    assert all(term_drift._holds(text, key) for key in term_drift._keys(text))


@given(TEXT, st.lists(st.sampled_from(NORMS), min_size=1, max_size=3).map(" ".join))
def test_a_phrase_that_does_not_stand_in_a_text_is_not_found(text, key):
    assert term_drift._holds(text, key) == (f" {key} " in term_drift._plain(text))
    assert term_drift._standing(key, text) == term_drift._keys(text).get(key)


def test_a_rendering_that_each_place_shares_but_one_is_the_usual_one():
    texts = ["The bonded zone grew.", "A bonded zone opened.", "He saw the bonded zone.", "The insurance zone is new."]
    said = [term_drift._Said((), text) for text in texts]
    assert term_drift._usual(dict.fromkeys(range(4), 0), said) == "bonded zone"
    assert term_drift._usual(dict.fromkeys(range(3), 0), said) is None
