"""A phrase tried only where it may begin is found wherever its expression finds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.test_phrase_index import NOTATIONS, TEXT
from translator_desk.checks.phrase import phrase
from translator_desk.checks.rule_pack import shipped_rules

MORE = [
    "[very] (good|<THING>) people", "people's [broad] masses", ", which (is|was)", "[the] <NUMBER> masses", "<DAY> of May",
    "R&D people", "(<WORD>|the) masses", "«<THINGS>» <be>", "[the] [a] work", "a project[s]", "<report> (on|of)",
]  # fmt: skip
PHRASES = [phrase(one) for one in (*NOTATIONS, *MORE) if not one.startswith("<START>")]
EXAMPLES = [example.text for pack in shipped_rules().packs for rule in pack.rules for example in rule.examples]
OF_RULES = [
    one
    for pack in shipped_rules().packs
    for rule in pack.rules
    for several in (rule.phrases, rule.before, rule.after, rule.unless, rule.absent)
    for one in several
]


def agrees(one, text):
    found = [match.span() for match in one.matches(text)]
    return one.from_sentence_starts or found == [match.span() for match in one.pattern.finditer(text)]


@given(TEXT)
def test_it_is_found_wherever_its_expression_finds_it(text):
    for one in PHRASES:
        assert agrees(one, text)


@given(st.sampled_from(OF_RULES), st.lists(st.sampled_from(EXAMPLES), max_size=3).map(" ".join), st.booleans())
def test_so_are_those_of_the_rules(one, text, upper):
    assert agrees(one, text.upper() if upper else text)


@pytest.mark.parametrize("pack", shipped_rules().packs, ids=lambda pack: pack.check)
def test_so_are_those_of_the_rules_in_their_examples(pack):
    for rule in pack.rules:
        for example in rule.examples:
            assert all(agrees(one, example.text) for one in rule.phrases), (rule.id, example.text)
