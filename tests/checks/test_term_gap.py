"""What stands in the place of a term: quick questions hide nothing, and the words found are those that agree most."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import document, segment, terms
from translator_desk.checks import term_gap
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.term_gap import words_instead
from translator_desk.text.span import Span

SOURCE = "市纪律检查委员会召开会议"
TERMS = terms("""
- {id: o, kind: organisation, zh: [市纪律检查委员会], en: "{place} Municipal Commission for Discipline Inspection",
   source: s, also: ["Commission for Discipline Inspection of {place}", The Discipline Commission of the City]}
- {id: m, kind: other, zh: [会议], en: meeting, source: s}
""")
WORDS = st.sampled_from(
    ["the", "Municipal", "Commission", "commissioner", "for", "of", "Discipline", "disciplinary", "Inspection", "Inspect",
     "City", "meeting", "held", "Committee", "and"]
)  # fmt: skip
TEXT = st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", " ", ", ", "-"])), max_size=14).map(
    lambda parts: "".join(word + joint for word, joint in parts)
)


def instead(target):
    facts = Facts(segment(1, target, SOURCE), document(), CheckContext(TERMS), SOURCE)
    return words_instead(facts, TERMS.entry("o"), Span(0, 8))


@given(TEXT)
def test_the_count_of_words_that_agree_hides_no_half_right_rendering(target):
    with patch.object(term_gap, "_may_agree", return_value=True):
        slow = instead(target)
    assert instead(target) == slow


def test_the_stretch_that_agrees_most_stands_for_the_term():
    target = "An inspection ended; the Municipal Commission for Inspection held a meeting."
    found = instead(target)
    assert (found.span.of(target), found.near) == ("Municipal Commission for Inspection", True)
    assert not instead("The Municipal Party Committee held a meeting.").near
