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


def unpaired(*targets, sources=None):
    run = CheckRun(TermBase.empty(), checks=[check_by_id("quotes-unpaired")])
    run.open_document(document(has_source=sources is not None))
    for number, target in enumerate(targets):
        source = sources[number] if sources else ""
        run.check(segment(number + 1, target, source, paragraph=number), (0, number))
    run.settle()
    return [one.target.of(targets[one.segment - 1]) for one in run.all_issues()]


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


@given(words, words, st.sampled_from(["“”", '""']), st.integers(0, 4))
def test_a_quotation_over_paragraphs_is_silent_where_the_chinese_has_it_too_or_no_chinese_tells(
    one, two, marks, between
):
    middle = ["and so on."] * between
    targets = [f"He said: {marks[0]}{one}.", *middle, f"{two}.{marks[1]}"]
    assert unpaired(*targets, sources=["他说：“一。", *("等等。" for _ in middle), "二。”"]) == []
    assert unpaired(*targets, sources=["他说：“一。”", *("等等。" for _ in middle), "二。"]) == [*marks]
    assert unpaired(*targets) == []
    assert unpaired(*targets[:-1]) == [marks[0]]
    assert unpaired(*targets[1:]) == [marks[1]]


def test_part_of_a_quotation_is_silent_where_the_chinese_is_the_same_part_of_it():
    assert unpaired("He said: “We shall come.", sources=["他说：“我们会来。"]) == []
    assert unpaired('It is time," he said.', sources=["是时候了，”他说。"]) == []
    assert (
        unpaired('We were right."', sources=["我们是对的。“"]) == unpaired('We were right."', sources=['对。"']) == []
    )
    assert unpaired("He said: “We shall come.", sources=["是时候了，”他说。"]) == ["“"]
    assert unpaired("a “negative campaign for gain.", sources=["“消极运动”。"]) == ["“"]
    assert unpaired("“We came.", "We saw.", sources=["“我们来了。", "我们看见了。”"]) == ["“"]
    assert unpaired("“We came.”", "We saw.”", sources=["“我们来了。", "我们看见了。”"]) == ["”"]
    assert unpaired("“We came.", "“We saw.", "We won.”", sources=["“我们来了。", "我们看见了。", "我们胜利了。”"]) == []


def test_each_paragraph_of_a_quotation_may_open_anew():
    assert unpaired("He said: “We came.", "“We saw.", "“We won.”") == []
    assert unpaired("He said: “We came.", "We saw.", *["It is so."] * 6, "We won.”") == ["“", "”"]
    assert unpaired("the “Year of Works campaign", "the Year of Ships” campaign") == ["“", "”"]


@given(st.integers(0, 60), st.booleans())
def test_a_quotation_over_paragraphs_is_seen_wherever_it_stands(before, ended):
    text = [*["It rained."] * before, "He said: “We came.", "“We saw.", "We won.”" if ended else "We won."]
    assert unpaired(*text) == ([] if ended else ["“"])


@given(words, words)
def test_a_mark_turned_the_wrong_way_is_said_once(one, two):
    assert unpaired(f"“{one}, {two}. “") == ["“"]
    assert unpaired(f"{one} ”{two}” ”{one}”") == ["”", "”"]


@given(words, words)
def test_a_pair_in_two_styles_is_a_pair(one, two):
    assert unpaired(f'{one} "{two}” {one} “{two}" {one}') == []
    assert unpaired(f'{one} "{two} “{one}” {two}" {one}') == []
