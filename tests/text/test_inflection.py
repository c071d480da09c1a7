from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text.inflection import Rendering, place_set
from translator_desk.text.normalize import lowered
from translator_desk.text.span import Span

PLACES = place_set(["Hengyang", "Hengyang City", "Xi'an", "Zhuhui"])


def found(form, text, **options):
    return [span.of(text) for span in Rendering(form, places=PLACES, **options).find(lowered(text), text)]


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        (
            "industrial park",
            "The park lies in Industrial Parks, an industrial park.",
            ["Industrial Parks", "industrial park"],
        ),
        ("Deputy Secretary", "two deputy secretaries", ["deputy secretaries"]),
        ("streamline administration", "by streamlining the administration", ["streamlining the administration"]),
        ("hold a meeting", "they held the meeting, holding meetings", ["held the meeting", "holding meetings"]),
        ("Municipal People's Congress", "the Municipal People’s Congress’s work", ["Municipal People’s Congress"]),
        ("high-tech zone", "a high tech zone and High-Tech\n Zones", ["high tech zone", "High-Tech\n Zones"]),
        ("plan", "planned, planning, plans; planes", ["planned", "planning", "plans"]),
        (
            "Secretary of the Municipal Committee",
            "Secretary of Municipal Committee",
            ["Secretary of Municipal Committee"],
        ),
        ("the 13th Five-Year Plan", "in the 13th Five-Year Plan", ["the 13th Five-Year Plan"]),
        ("the 13th Five-Year Plan", "13th five-year plan period", ["13th five-year plan"]),
        ("rural revitalization", "rural revitalisation", ["rural revitalisation"]),
        ("data center", "data centres", ["data centres"]),
        ("Huachen Co., Ltd.", "of Huachen Co., Ltd. in", ["Huachen Co., Ltd."]),
        (
            "stabilize employment",
            "stabilized employment; stabilizing employment",
            ["stabilized employment", "stabilizing employment"],
        ),
    ],
)
def test_a_term_is_found_in_the_form_the_sentence_needs(form, text, words):
    assert found(form, text) == words


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("park", "sparks and parkland"),
        ("mu", "music, 5mus"),
        ("Leiyang", "Laiyang"),
        ("can", "can't"),
        ("industrial park", "industrial and business park"),
        ("Municipal People's Congress", "Municipal Party Congress"),
        ("", "anything"),
    ],
)
def test_other_words_are_not_the_term(form, text):
    assert found(form, text) == []


def test_a_name_takes_a_possessive_and_no_other_ending():
    assert found("Liao Jian", "Liao Jian's speech; Liao Jianing, Liao Jians", name=True) == ["Liao Jian"]


def test_han_characters_beside_a_term_do_not_hide_it():
    assert found("Deng Qunce", "市长Deng Qunce说", name=True) == ["Deng Qunce"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Secretary of the CPC Hengyang Municipal Committee", ["Secretary of the CPC Hengyang Municipal Committee"]),
        (
            "Secretary of the CPC Hengyang City Municipal Committee",
            ["Secretary of the CPC Hengyang City Municipal Committee"],
        ),
        ("secretaries of CPC Municipal Committees", ["secretaries of CPC Municipal Committees"]),
        ("Secretary of the CPC Grand Old Municipal Committee", []),
        ("Secretary of the CPC Chongzuo Municipal Committee", ["Secretary of the CPC Chongzuo Municipal Committee"]),
        ("Secretary of the CPC Lu'an Municipal Committee", ["Secretary of the CPC Lu'an Municipal Committee"]),
        ("Secretary of the CPC Women Municipal Committee", []),
        ("Secretary of the CPC a Municipal Committee", ["Secretary of the CPC a Municipal Committee"]),
    ],
)
def test_a_place_inside_a_form_is_one_of_the_base_or_reads_as_pinyin_or_is_nothing(text, words):
    assert found("Secretary of the CPC {place} Municipal Committee", text) == words


def test_a_place_at_the_edge_of_a_form_belongs_to_the_words_found():
    assert found("{place} Municipal Committee", "the Hengyang Municipal Committee") == ["Hengyang Municipal Committee"]
    assert found("{place} Municipal Committee", "of Hengyang City's municipal committee") == [
        "Hengyang City's municipal committee"
    ]
    assert found("{place} Municipal Committee", "the Old Municipal Committee") == ["Municipal Committee"]
    assert found("Mayor of {place}", "the mayor of Hengyang City said") == ["mayor of Hengyang City"]
    assert found("Mayor of {place}", "the mayor of it") == ["mayor of"]


def test_case_counts_where_the_term_base_says_so():
    assert found("Party", "a party of the Party", case_sensitive=True) == ["Party"]
    assert found("Plenary Session", "plenary sessions, Plenary Sessions", case_sensitive=True) == ["Plenary Sessions"]


WORDS = st.lists(
    st.sampled_from(["plan", "city", "meeting", "build", "zone", "the", "of", "congress", "hold"]),
    min_size=1,
    max_size=5,
)


@given(WORDS, WORDS, WORDS)
def test_a_form_between_other_words_is_always_found(before, form, after):
    if not set(form) - {"the", "of"}:
        return
    text = " ".join([*before, *form, *after]).title()
    spans = Rendering(" ".join(form)).find(lowered(text), text)
    start = len(" ".join(before)) + 1
    own = Span(start, start + len(" ".join(form)))
    assert any(own.overlaps(span) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@given(st.text(alphabet="abc '-’.İ", max_size=8), st.text(alphabet="abc '-’.İ", max_size=30))
def test_spans_lie_inside_any_text(form, text):
    for span in Rendering(form).find(lowered(text), text):
        assert 0 <= span.start < span.end <= len(text)
