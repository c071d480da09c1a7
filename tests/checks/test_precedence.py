"""One slip, one issue."""

from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import issue
from translator_desk.checks.base import Family
from translator_desk.checks.precedence import settle_overlaps
from translator_desk.model.issue import Fix, FixPart
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span

FAMILIES = {
    "name": Family.NAME, "figure": Family.FIGURE, "avoid": Family.TERM_AVOID, "missing": Family.TERM_MISSING,
    "lost": Family.COMPLETENESS, "spacing": Family.LAYOUT, "name-b": Family.NAME,
}  # fmt: skip


def settled(*issues):
    return settle_overlaps(issues, FAMILIES)


def test_the_most_specific_check_speaks_and_the_other_is_its_evidence():
    (one,) = settled(issue("avoid", (0, 20), message="avoid it"), issue("name", (5, 9)))
    assert one.check == "name"
    assert [str(message) for message in one.evidence] == ["avoid it"]


def test_words_that_only_touch_are_two_slips():
    assert len(settled(issue("name", (0, 5)), issue("avoid", (5, 9)))) == 2


def test_words_side_by_side_for_the_same_words_of_the_source_are_one_slip():
    for figure, missing in (((0, 4), (5, 20)), ((16, 20), (0, 15))):
        (one,) = settled(issue("figure", figure, (3, 6)), issue("missing", missing, (3, 6)))
        assert one.check == "figure"
    assert len(settled(issue("figure", (0, 4), (3, 6)), issue("missing", (5, 20), (7, 9)))) == 2
    assert len(settled(issue("figure", (0, 4), (3, 6)), issue("missing", (8, 20), (3, 6)))) == 2
    assert len(settled(issue("figure", (0, 4), (3, 6)), issue("avoid", (5, 20), (0, 9)))) == 2


def test_of_equals_the_worse_speaks_then_the_id():
    (one,) = settled(issue("name", (0, 5)), issue("name-b", (0, 5), level=Level.ERROR))
    assert one.check == "name-b"
    (one,) = settled(issue("name-b", (0, 5)), issue("name", (0, 5)))
    assert one.check == "name"


def test_a_slip_is_never_played_down():
    (one,) = settled(issue("name", (0, 5), level=Level.INFO), issue("avoid", (0, 5), level=Level.ERROR))
    assert (one.check, one.level) == ("name", Level.ERROR)


def test_a_fix_is_taken_over_only_where_there_is_none():
    (one,) = settled(issue("name", (0, 5)), issue("avoid", (0, 5), fixes=("right",)))
    assert [fix.replacement for fix in one.fixes] == ["right"]
    (one,) = settled(issue("name", (0, 5), fixes=("best",)), issue("avoid", (0, 5), fixes=("right",)))
    assert one.expected == ("best",)


def test_a_missing_thing_and_its_misspelling_meet_in_the_source():
    (one,) = settled(issue("missing", (3, 3), (0, 3)), issue("name", (10, 20), (0, 3)))
    assert one.check == "name"


def test_two_missing_terms_at_one_place_are_two_slips():
    assert len(settled(issue("missing", (3, 3), (0, 3)), issue("missing", (3, 3), (5, 8)))) == 2
    assert len(settled(issue("missing", (3, 3), (0, 3)), issue("missing", (3, 3), (2, 8)))) == 2


def test_a_lost_sentence_speaks_for_what_is_lost_with_it():
    lost = issue("lost", (9, 9), (0, 30))
    (one,) = settled(issue("name", (9, 9), (0, 3)), lost, issue("figure", (9, 9), (10, 13)))
    assert one.check == "lost"
    assert len(settled(lost, issue("name", (0, 5), (40, 43)))) == 2


def test_the_separator_is_another_place():
    assert len(settled(issue("spacing", (0, 0), part=FixPart.SEPARATOR), issue("name", (0, 4)))) == 2


issues = st.builds(
    lambda check, start, length, level: issue(check, (start, start + length), level=level),
    st.sampled_from(sorted(FAMILIES)),
    st.integers(0, 30),
    st.integers(1, 8),
    st.sampled_from(list(Level)),
)


@given(st.lists(issues, max_size=12), st.randoms(use_true_random=False))
def test_what_remains_never_overlaps_and_does_not_depend_on_the_order(found, random):
    remaining = settle_overlaps(found, FAMILIES)
    for at, one in enumerate(remaining):
        assert not any(one.target.overlaps(other.target) for other in remaining[at + 1 :])
    shuffled = found.copy()
    random.shuffle(shuffled)
    again = settle_overlaps(shuffled, FAMILIES)
    assert [(one.check, one.target, one.level) for one in again] == [(o.check, o.target, o.level) for o in remaining]
    worst = max((one.level.rank for one in found), default=0)
    assert max((one.level.rank for one in remaining), default=0) == worst
    assert all(any(one.target.overlaps(kept.target) for kept in remaining) for one in found)


def test_ten_thousand_issues_of_one_segment_settle_quickly():
    found = [issue("spacing", (at * 3, at * 3 + 2)) for at in range(10_000)]
    started = time.process_time()
    assert len(settle_overlaps(found, FAMILIES)) == len(found)
    assert time.process_time() - started < 2


def test_a_sentence_too_many_does_not_swallow_the_slips_inside_of_it():
    whole = replace(issue("lost", (0, 40)), mqm=Mqm.ADDITION)
    assert {one.check for one in settled(whole, issue("name", (5, 9)), issue("spacing", (20, 21)))} == {
        "lost", "name", "spacing",
    }  # fmt: skip


def test_what_a_missing_sentence_holds_is_no_fix_for_it():
    whole = replace(issue("lost", (0, 0), (0, 30)), mqm=Mqm.OMISSION)
    (one,) = settled(whole, issue("missing", (0, 0), (4, 8), fixes=("the Ministry",)))
    assert one.check == "lost"
    assert one.fixes == one.expected == ()


def test_a_lost_clause_does_not_swallow_the_wrong_words_that_stand_for_a_part_of_it():
    lost, avoid = issue("lost", (0, 0), (0, 30)), issue("avoid", (10, 23), (4, 8))
    assert [one.check for one in settled(lost, avoid)] == ["lost", "avoid"]


def test_wrong_words_in_what_seems_missing_are_a_slip_of_their_own():
    lost = issue("lost", (40, 40), (0, 20))
    for check in ("name", "figure", "avoid"):
        assert len(settled(lost, issue(check, (5, 9), (4, 8)))) == 2
        assert len(settled(lost, issue(check, (5, 5), (4, 8)))) == 1


def test_a_missing_space_beside_a_wrong_word_stays():
    space = replace(issue("spacing", (0, 19)), fixes=(Fix(Span(10, 10), " "),))
    word, mark = settled(space, issue("avoid", (0, 9)))
    assert (word.check, mark.check, mark.target) == ("avoid", "spacing", Span(9, 10))
    (whole,) = settled(space, issue("avoid", (0, 19), fixes=("both words, set right",)))
    assert whole.check == "avoid"
