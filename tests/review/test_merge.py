"""Two versions from one: both kept, conflicts under both names, nothing overwritten."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.histories import REDLINES, TEXT
from translator_desk.model.redline import Outcome, Redline
from translator_desk.review.grouping import hunks
from translator_desk.review.merge import Conflict, merge
from translator_desk.text.span import Span

WORDS = st.lists(st.sampled_from(["the ", "mayor ", "of ", "Hengyang ", "met ", "them "]), max_size=8).map("".join)


def merged(base, ours, theirs):
    return merge(base, Redline.of(ours), theirs, our_name="Li", their_name="Chen")


def test_what_only_they_changed_is_pending_under_their_name():
    found = merged("the mayor met them today", "the mayor met them yesterday", "the deputy mayor met them today")
    assert found.redline.target == "the deputy mayor met them yesterday"
    assert found.redline.baseline == "the mayor met them yesterday"
    assert found.redline.authors == {"Chen"}
    assert (found.taken, found.conflicts) == (1, ())


def test_what_both_changed_stands_side_by_side_under_both_names():
    found = merged("the old plan", "the new plan", "the fresh plan")
    assert found.conflicts == (Conflict("old", "new", "fresh"),)
    (hunk,) = hunks(found.redline)
    assert hunk.authors == {"Li", "Chen"}
    assert [piece.text for piece in hunk.pieces] == ["old", "new", "fresh"]
    ours = found.redline.settle_of("Chen", hunk.display, Outcome.REJECT)
    assert ours.target == "the new plan"
    assert found.redline.target == "the fresh plan"


def test_the_same_change_on_both_sides_is_none():
    assert merged("a b c", "a x c", "a x c").redline == Redline.of("a x c")


@settings(max_examples=500)
@given(WORDS, WORDS, WORDS)
def test_laws_of_three_versions(base, ours, theirs):
    assert merged(base, ours, base).redline == Redline.of(ours)
    assert merged(base, base, theirs).redline.target == theirs
    assert merged(base, ours, ours).redline == Redline.of(ours)
    found = merged(base, ours, theirs)
    for conflict in found.conflicts:
        shown = "".join(piece.text for piece in found.redline.pieces)
        assert conflict.ours in shown
        assert conflict.theirs in shown
    if not found.conflicts:
        assert found.redline.baseline == ours
        assert merged(base, theirs, ours).redline.target == found.redline.target


@settings(max_examples=400)
@given(TEXT, REDLINES, TEXT)
def test_our_pending_changes_stay_to_be_seen(base, ours, theirs):
    found = merge(base, ours, theirs, our_name="Li", their_name="Zhou")
    shown = "".join(piece.text for piece in found.redline.pieces)
    for piece in ours.pieces:
        if piece.stands and piece.inserted_by is not None:
            assert all(letter in shown for letter in piece.text)
    without = found.redline.settle_of("Zhou", Span(0, len(shown)), Outcome.REJECT)
    assert without.target == ours.target
