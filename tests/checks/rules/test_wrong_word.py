"""Words miswritten in ways that a dictionary alone cannot tell."""

from __future__ import annotations

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts, OwnFacts
from translator_desk.checks.rules.wrong_word import WrongWord, confused_words
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.dictionary import is_english

CHECK = WrongWord()


def found(text, own=()):
    context = CheckContext(TermBase.empty(), own=OwnFacts(words=frozenset(own)))
    facts = Facts(segment(1, text), document(has_source=False), context, "")
    return [(one.target.start, one.target.of(text), one.fixes[0].replacement) for one in CHECK.find(facts)]


def as_written(word, other):
    return word.capitalize() if other[0].isupper() else word


@pytest.mark.parametrize("pair", confused_words(), ids=lambda pair: f"{pair.wrong}-{pair.right}")
def test_a_confused_word_is_found_beside_its_words_and_its_right_form_is_left_alone(pair):
    before, wrong, after = pair.example.replace("»", "«").split("«")
    assert found(before + wrong + after) == [(len(before), wrong, as_written(pair.right, wrong))]
    assert found(before + as_written(pair.right, wrong) + after) == []


def test_every_confused_pair_is_of_two_words_and_given_once():
    pairs = [(one.wrong, one.right) for one in confused_words()]
    assert len(set(pairs)) == len(pairs) > 150
    assert all(wrong != right for wrong, right in pairs)
    assert all(is_english(right) for _, right in pairs)


def test_a_fix_keeps_the_capital_of_the_word():
    assert found("Whether forecast for the week") == [(0, "Whether", "Weather")]


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("the citys and the countys", [("citys", "cities"), ("countys", "counties")]),
        ("the childrens and the policemens", [("childrens", "children"), ("policemens", "policemen")]),
        ("the boys and the valleys of the Kennedys", []),
        ("a nwe year, and the frist", [("frist", "first")]),
        ("the Municipal Goverment and its Commitee", [("Goverment", "Government"), ("Commitee", "Committee")]),
        ("Mr Collins went to Comitan with Provenza", []),
        ("the Bureaus of Wangcheng District", []),
    ],
)
def test_slips_that_are_certain_in_any_length(text, slips):
    assert [(word, right) for _, word, right in found(text)] == slips


def test_a_word_of_ones_own_is_no_slip():
    assert found("the frist item", own=("frist",)) == []


def test_a_slip_seen_before_is_found_again():
    for _ in range(2):
        assert found("at Yangzhou Polytechnic Colledge") == [(24, "Colledge", "College")]
        assert found("the frist item") == [(4, "frist", "first")]
