"""Texts as signs and shapes over them; the rules that ship do what their examples say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.checks.registry import check_by_id
from translator_desk.checks.shape_check import shape_rules, written
from translator_desk.checks.word_shapes import ShapeError, ShapeGate, Shapes

RULES = shape_rules().rules
OF_RULES = [shape for rule in RULES for shape in rule.shapes]
GATE = ShapeGate(OF_RULES)
SHAPES = Shapes({"town": ["town", "city"]}, {"IN": "in/of"}, ["«is/of» may the a in"])


def found(shape, text):
    made, signs = SHAPES.shape(shape), SHAPES.signs(text)
    match = made.pattern.search(signs)
    if match is None:
        return None
    assert list(ShapeGate([made]).worth_a_look(signs)) == [0]
    places = SHAPES.places(text, signs)
    return text[places[match.start(1)].start : places[match.end(1) - 1].end]


@pytest.mark.parametrize(
    ("shape", "text", "words"),
    [
        ("the «PLAIN!» of", "Look at the develop of it.", "develop"),
        ("@town «is»", "In the city is a lake.", "is"),
        ("@town «is»", "In the lake is a city.", None),
        ("NAME «OWN»", "Dali’s lake", "’s"),
        ("«PINYIN» is", "Then Dali is big.", "Dali"),
        ("«PINYIN» is", "Then London is big.", None),
        ("«FIGURE» PLURAL", "They saw 1,200.5 roads.", "1,200.5"),
        ("YEAR «COMMA»", "In 2020, it rained.", ","),
        ("START «the»", "It ended. The lake rose.", "The"),
        ("of (the)? «PLURAL~@town»", "one of lakes", "lakes"),
        ("%IN «the»", "of the", "the"),
        ("(?<! of) the «SINGULAR»", "of the lake and the city", "city"),
    ],
)
def test_a_shape_is_found_in_a_text(shape, text, words):
    assert found(shape, text) == words


@pytest.mark.parametrize("shape", ["the of", "«the» @none", "«the» NOUN", "«the", "(«the»", "«the» %NONE", "«INNER»"])
def test_a_broken_shape_is_refused(shape):
    with pytest.raises(ShapeError):
        SHAPES.shape(shape)


@given(st.text(st.sampled_from("aA '’.,-19%of(\"“é中\u3000\n"), max_size=40))
def test_every_sign_has_its_place(text):
    places = SHAPES.places(text, SHAPES.signs(text))
    assert all(not text[place.start : place.end].isspace() and len(place) for place in places)
    assert places == sorted(places, key=lambda place: place.start)


@given(
    st.lists(
        st.sampled_from(["the", "town", "of", "city", "is", "Dali", "3", "roads", "develop", "in", "a", ",", "."]),
        max_size=12,
    )
)
def test_what_is_found_was_worth_a_look(words):
    text = " ".join(words)
    for shape in ("the «@town» of/is", "%IN (the|a)? «SINGULAR»", "START the? «PLURAL/NAME» (?=is/in)"):
        found(shape, text)


WORDS = sorted({word for rule in RULES for text in (*rule.found, *rule.silent) for word in text.strip("«»").split()})


@given(
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
    | st.sampled_from([one for rule in RULES for one in rule.found])
)
def test_no_shape_of_a_rule_is_passed_over(text):
    signs = shape_rules().shapes.signs(text.replace("«", "").replace("»", ""))
    standing = [number for number, shape in enumerate(OF_RULES) if shape.pattern.search(signs)]
    assert set(standing) <= set(GATE.worth_a_look(signs))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_does_what_its_examples_say(rule):
    assert len(rule.found) > 1
    assert rule.silent
    for example in rule.found:
        parts = example.replace("»", "«").split("«")
        hits = [span.of("".join(parts)) for one, span in shape_rules().find("".join(parts)) if one is rule]
        assert hits == parts[1::2], example
    for example in rule.silent:
        assert [(one.id, span.of(example)) for one, span in shape_rules().find(example)] == []


def test_every_rule_has_its_check_and_its_name():
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert check_by_id(rule.check)


@pytest.mark.parametrize(
    ("template", "words", "made"),
    [
        ("<plural>", "route", "routes"),
        ("<plural>", "Route", "Routes"),
        ("to <plain>", "for teach", "to teach"),
        ("a $0", "official car", "an official car"),
        ("the $0", "sports bureau", "the sports bureau"),
        ("<noun>", "develop", "development"),
        ("<adverb>", "rapid", "rapidly"),
        ("<noun>", "have", ""),
        ("", "have", ""),
    ],
)
def test_what_to_write(template, words, made):
    assert written(template, words) == made
