"""Names of a document written in several ways: joined and parted, and a letter apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.engine import CheckRun
from translator_desk.checks.registry import check_by_id
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.names import county_forms

letters = st.text("bdgklmnprstvz", min_size=5, max_size=9)


def found(check, *targets):
    run = CheckRun(TermBase.empty(), checks=[check_by_id(check)])
    run.open_document(document(has_source=False))
    for number, target in enumerate(targets):
        run.check(segment(number + 1, target), (0, number))
    run.settle()
    return [one.target.of(targets[one.segment - 1]) for one in run.all_issues()]


@given(letters, letters)
def test_a_name_written_apart_once_is_found_and_one_always_written_alike_is_not(first, last):
    apart, whole = f"{first.capitalize()} {last.capitalize()}", (first + last).capitalize()
    told = f"They came to {whole} in May."
    assert found("name-parted", told, told, f"They left {apart} in June.") == [apart]
    assert found("name-parted", told, told) == []
    assert found("name-parted", *[f"They left {apart} in June."] * 3) == []


@given(letters, st.integers(3, 8), st.sampled_from("bdgklmprtvz"))
def test_a_name_with_one_other_letter_is_found(word, at, letter):
    name = "Kza" + word  # no English, no pinyin
    other = name[: min(at, len(name) - 1)] + letter + name[min(at, len(name) - 1) + 1 :]
    told = f"They came to {name} in May."
    assert found("name-near", told, told, f"They left {other} in June.") == ([other] if other != name else [])


@pytest.mark.parametrize("pair", [("Pakistan", "Pakistani"), ("Kazakh", "Kazakhs"), ("Changzhou", "Zhangzhou")])
def test_two_words_and_two_cities_are_left_alone(pair):
    assert found("name-near", *(f"They came to {one} in May." for one in pair)) == []


@pytest.mark.parametrize("generic", ["County", "District", "Subdistrict", "Township"])
def test_a_name_in_pieces_of_one_syllable_is_joined(generic):
    def fixes(target):
        facts = Facts(segment(1, target), document(has_source=False), CheckContext(TermBase.empty()), "")
        return [one.expected[0] for one in check_by_id("place-parted").find(facts)]

    assert fixes(f"He works in Zhu Liu {generic}.") == ["Zhuliu"]
    assert fixes(f"He works in Xi An {generic}.") == ["Xi'an"]
    assert fixes(f"He works in the New Central {generic}.") == []


def test_no_county_written_as_one_word_is_taken_for_pieces():
    for form in sorted(county_forms()):
        if " " not in form:
            target = f"He works in {form} County."
            facts = Facts(segment(1, target), document(has_source=False), CheckContext(TermBase.empty()), "")
            assert not list(check_by_id("place-parted").find(facts)), form
