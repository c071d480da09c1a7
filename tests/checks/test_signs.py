"""Signs are looked for once for all checks, and hide nothing that a check would find or note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import document, segment
from tests.checks.pieces import ENTRIES, PIECES
from tests.checks.test_engine import run_over
from translator_desk.checks.base import CheckContext, Facts, SegmentCheck, target_words
from translator_desk.checks.registry import all_checks
from translator_desk.checks.signs import Lookout, Signs
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.text.scripts import simplify
from translator_desk.text.tokens import letters_only

TERMS = TermBase.build(
    [
        parse_term_file(
            ("version: 2\nlanguage: {source: zh, target: en}\nentries:\n" + "\n".join(ENTRIES)).encode(), "terms.yaml"
        )
    ]
)
WITH_SIGNS = [check for check in all_checks() if check.signs is not None]
EXAMPLES = [(example.source, example.target) for check in all_checks() for example in check.examples]
WORDS = st.sampled_from(sorted({word for _, target in EXAMPLES for word in target.split(" ")}))
TEXTS = st.one_of(
    st.sampled_from([target for _, target in EXAMPLES]),
    st.lists(WORDS, max_size=12).map(" ".join),
    st.text(alphabet="aA 8.,;:!?“”\"'()[]（）&-/Yy月前", max_size=20),
)
SOURCES = st.one_of(st.just(""), st.sampled_from([source for source, _ in EXAMPLES]), PIECES.map(lambda one: one[0]))


def facts_of(source, target):
    one = segment(1, target, source)
    return Facts(one, document(), CheckContext(TERMS), simplify(source))


def shows(signs, facts):
    """Whether one segment shows a sign, told in the plainest way."""
    words = signs.words() if callable(signs.words) else signs.words
    return (
        not set(words).isdisjoint(letters_only(facts.target).split())
        or any(one in facts.target for one in signs.target)
        or any(one in facts.source for one in signs.source)
    )


def seen_by(check, facts):
    look = check.find if isinstance(check, SegmentCheck) else check.observe
    return tuple(look(facts))


@pytest.mark.parametrize("check", WITH_SIGNS, ids=lambda check: check.id)
def test_what_a_check_finds_in_any_example_shows_a_sign(check):
    for source, target in EXAMPLES:
        for zh in {source, ""}:
            facts = facts_of(zh, target)
            assert shows(check.signs, facts) or not seen_by(check, facts), target


@given(SOURCES, TEXTS)
def test_no_check_finds_anything_without_a_sign(source, target):
    facts = facts_of(source, target)
    for check in WITH_SIGNS:
        if not shows(check.signs, facts):
            assert not seen_by(check, facts), check.id


@given(st.lists(st.tuples(SOURCES, TEXTS), max_size=6))
def test_several_segments_are_told_apart_as_each_by_itself(pairs):
    several = tuple(check.signs for check in WITH_SIGNS)
    facts = [facts_of(*pair) for pair in pairs]
    shown = Lookout(several).showing(
        [one.of(target_words) for one in facts], [one.target for one in facts], [one.source for one in facts]
    )
    for signs, numbers in zip(several, shown, strict=True):
        assert numbers == [number for number, one in enumerate(facts) if shows(signs, one)]


def test_a_piece_that_runs_over_two_segments_is_none():
    assert Lookout([Signs(target=("a\nb", "b"))]).showing([["a"], ["b"]], ["a", "b"], ["", ""]) == [[1]]
    assert Lookout([Signs(target=("a\nb",))]).showing([["a"], ["b"]], ["a", "b"], ["", ""]) == [[]]


@given(st.lists(st.tuples(SOURCES, TEXTS), min_size=1, max_size=5))
def test_a_run_that_asks_every_check_about_every_segment_finds_the_same(pairs):
    segments = [segment(number, target, source) for number, (source, target) in enumerate(pairs, 1)]
    asked = [check for check in all_checks() if check.signs is not None]
    plainly = [type(type(check).__name__, (type(check),), {"signs": None})() for check in asked]
    with_signs, without = (run_over(*segments, term_base=TERMS, checks=some) for some in (asked, plainly))
    assert with_signs.all_issues() == without.all_issues()


def test_what_a_segment_shows_no_longer_is_forgotten():
    check = next(check for check in all_checks() if check.id == "brackets-unpaired")
    run = run_over(segment(1, "the (first"), checks=(check,))
    assert run.all_issues()
    run.check(segment(1, "the first"), (0, 0))
    run.settle()
    assert not run.all_issues()
