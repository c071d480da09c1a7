"""Spaces and quotation marks: what is clean stays silent, every fix mends what it is offered for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.engine import CheckRun
from translator_desk.checks.registry import check_by_id
from translator_desk.glossary.term_base import TermBase

words = st.text("abcdefgh", min_size=2, max_size=6)
PAIRS = {"“": "”", '"': '"', "&ldquo;": "&rdquo;", "&quot;": "&quot;", "&#8220;": "&#8221;"}


def spacing(target):
    facts = Facts(segment(1, target, separator=" "), document(has_source=False), CheckContext(TermBase.empty()), "")
    return list(check_by_id("spacing").find(facts))


def unpaired(target):
    run = CheckRun(TermBase.empty(), checks=[check_by_id("quotes-unpaired")])
    run.open_document(document(has_source=False))
    run.check(segment(1, target), (0, 0))
    run.settle()
    return [one.target.of(target) for one in run.all_issues()]


@given(st.lists(words, min_size=2, max_size=6), st.sampled_from([" ", ", ", "; ", " (", ") ", " $", ": “"]))
def test_words_with_one_space_between_are_silent(parts, joint):
    assert spacing(joint.join(parts)) == []


@given(
    st.lists(words, min_size=2, max_size=5),
    st.sampled_from(["  ", " , ", " ;", "( ", "[ ", " ) ", "$ 1", "€ 2", "\t", " . "]),
)
def test_fixing_what_is_found_leaves_nothing_to_find(parts, joint):
    target = joint.join(parts)
    for _ in range(20):
        found = [one for one in spacing(target) if one.fixes]
        if not found:
            break
        fix = found[0].fixes[0]
        target = target[: fix.span.start] + fix.replacement + target[fix.span.end :]
    assert spacing(target) == []


@given(words, words, words, st.sampled_from(sorted(PAIRS)))
def test_a_pair_is_silent_and_half_of_it_is_found(one, two, three, mark):
    assert unpaired(f"{one} {mark}{two}{PAIRS[mark]} {three}") == []
    assert unpaired(f"{one} {mark}{two} {three}") == [mark]
    assert unpaired(f"{one} {two}{PAIRS[mark]} {three}") == [PAIRS[mark]]
