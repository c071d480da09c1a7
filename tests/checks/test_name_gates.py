"""Quick questions that keep name checks from looking hide nothing: with the question left out the answer is the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import terms
from translator_desk.checks.capital_terms import CapitalTerms, capital_terms
from translator_desk.checks.rules import capitals
from translator_desk.glossary.renderings import avoid_index
from translator_desk.text.normalize import lowered
from translator_desk.text.tokens import letters_only

TERMS = """
- {id: e, kind: event, zh: 国家卫生城市, en: National Hygienic City, avoid: [sanitary city, National Health City, sanitizing and taking]}
- {id: u, kind: place, zh: 乌鲁木齐县, en: Ürümqi County}
- {id: p, kind: person, zh: 袁年, en: Yuan Nian, avoid: [Yuan Year]}
- {id: b, kind: organisation, zh: 市教育局, en: "Bureau of Education of {place}", avoid: ["{place} Education Department",
   people's city, "5", a, 13-5 city, Ürümqi's south]}
"""
WORDS = ["national", "hygienic", "city", "ürümqi", "county", "yuan", "nian", "year", "the", "sanitary", "health",
         "education", "department", "south", "china", "sea", "5", "departments", "people", "peoples", "cities", "13", "took",
         "and", "sanitised"]  # fmt: skip
CASED = st.sampled_from(WORDS).flatmap(lambda word: st.sampled_from([word, word.capitalize(), word.upper()]))
TEXT = st.lists(st.tuples(CASED, st.sampled_from([" ", ", ", "-", "’s ", "("])), max_size=8).map(
    lambda parts: "".join(word + joint for word, joint in parts)
)


@given(TEXT)
def test_words_that_stand_small_hide_no_name_without_its_capitals(text):
    index, low, words = terms(TERMS).index(capital_terms), lowered(text), letters_only(text).split()
    open_gate = CapitalTerms(index._names._replace(telling=frozenset(words)))
    assert list(index.find(text, low, words)) == list(open_gate.find(text, low, words))


@given(TEXT)
def test_words_that_a_form_needs_hide_no_form_to_avoid(text):
    base, low = terms(TERMS), lowered(text)
    found = {one.form.en for one in avoid_index(base).candidates(letters_only(text).split())}
    for one, _ in avoid_index(base)._found.every:
        assert one.form.en in found or not one.rendering.find(low, text)


@given(TEXT)
def test_a_title_has_no_long_word_in_small_letters(text):
    words = capitals._LONG_WORD.findall(text)
    slow = len(words) >= capitals._LEAST_OF_TITLE and all(word[0].isupper() for word in words)
    assert capitals._is_title(text) == slow
