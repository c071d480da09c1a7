"""Decisions: any subset in any order, in part, amended; the other hunks keep their wording."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.histories import REDLINES
from translator_desk.errors import RefusedError
from translator_desk.model.redline import Outcome, Redline
from translator_desk.review.decisions import amend, decide, decide_author, decide_many, pending
from translator_desk.review.grouping import hunks
from translator_desk.text.span import Span


def woven(redline, found, wordings):
    """Return the text in which each hunk reads as given and everything between stands as it was."""
    out, end = [], 0
    for hunk, words in zip(found, wordings, strict=True):
        out += [redline.target[end : hunk.target.start], words]
        end = hunk.target.end
    return "".join([*out, redline.target[end:]])


@settings(max_examples=800)
@given(REDLINES)
def test_accepting_all_gives_the_target_and_rejecting_all_the_baseline(redline):
    for outcome, text in ((Outcome.ACCEPT, redline.target), (Outcome.REJECT, redline.baseline)):
        settled = decide_many(redline, dict.fromkeys(hunks(redline), outcome))
        assert settled == Redline.of(text)


@settings(max_examples=1500)
@given(REDLINES, st.data())
def test_any_subset_leaves_the_other_hunks_their_wording(redline, data):
    found = hunks(redline)
    fates = [data.draw(st.sampled_from([Outcome.ACCEPT, Outcome.REJECT, None])) for _ in found]
    settled = decide_many(redline, {hunk: fate for hunk, fate in zip(found, fates, strict=True) if fate})
    new = [hunk.old if fate is Outcome.REJECT else hunk.new for hunk, fate in zip(found, fates, strict=True)]
    old = [hunk.new if fate is Outcome.ACCEPT else hunk.old for hunk, fate in zip(found, fates, strict=True)]
    assert settled.target == woven(redline, found, new)
    assert settled.baseline == woven(redline, found, old)
    open_pieces = [hunk.pieces for hunk, fate in zip(found, fates, strict=True) if fate is None]
    assert [piece for piece in settled.pieces if not piece.settled] == [
        piece for pieces in open_pieces for piece in pieces if not piece.settled
    ]


@settings(max_examples=800)
@given(REDLINES, st.data())
def test_any_order_ends_in_the_same_text(redline, data):
    found = hunks(redline)
    fates = [data.draw(st.sampled_from(Outcome)) for _ in found]
    wordings = [hunk.new if fate is Outcome.ACCEPT else hunk.old for hunk, fate in zip(found, fates, strict=True)]
    settled, grown = redline, [0] * len(found)
    for at in data.draw(st.permutations(range(len(found)))):
        span = found[at].display.shifted(sum(grown[:at]))
        now = next(one for one in hunks(settled) if one.display.contains(span))
        assert [one for one in now.pieces if not one.settled] == [one for one in found[at].pieces if not one.settled]
        settled = decide(settled, now, fates[at], part=span)
        grown[at] = len(wordings[at]) - len(span)
    assert settled == Redline.of(woven(redline, found, wordings))


@settings(max_examples=500)
@given(REDLINES, st.data())
def test_in_part_and_amended_the_others_stay(redline, data):
    found = hunks(redline)
    if not found:
        assert pending(redline) is None
        return
    at = data.draw(st.integers(0, len(found) - 1))
    hunk = found[at]
    start = data.draw(st.integers(hunk.display.start, hunk.display.end))
    part = Span(start, data.draw(st.integers(start, hunk.display.end)))
    amended = amend(redline, hunk, "WORDS")
    assert amended.target == woven(redline, found, [one.new if one is not hunk else "WORDS" for one in found])
    assert amended.baseline == redline.baseline[: hunk.baseline.start] + "WORDS" + redline.baseline[hunk.baseline.end :]
    for settled in (
        decide(redline, hunk, data.draw(st.sampled_from(Outcome)), part=part),
        decide_author(redline, hunk, data.draw(st.sampled_from(sorted(hunk.authors))), Outcome.REJECT),
    ):
        length = sum(len(piece.text) for piece in settled.pieces)
        redline_length = sum(len(piece.text) for piece in redline.pieces)
        tail = redline_length - hunk.display.end
        assert settled.shown(Span(length - tail, length)) == redline.shown(Span(hunk.display.end, redline_length))
        assert settled.shown(Span(0, hunk.display.start)) == redline.shown(Span(0, hunk.display.start))


def test_a_hunk_that_moved_on_is_refused():
    redline = Redline.of("a b c").write(Span(2, 3), "x", "Li")
    (hunk,) = hunks(redline)
    moved = redline.write(Span(3, 3), "y", "Li")
    for call in (
        lambda: decide(moved, hunk, Outcome.ACCEPT),
        lambda: decide_many(moved, {hunk: Outcome.REJECT}),
        lambda: amend(moved, hunk, "z"),
        lambda: decide_author(moved, hunk, "Li", Outcome.ACCEPT),
        lambda: decide(redline, hunk, Outcome.ACCEPT, part=Span(0, 5)),
    ):
        with pytest.raises(RefusedError):
            call()


def test_removal_and_insertion_of_a_hunk_can_be_decided_apart():
    redline = Redline.of("the old plan").write(Span(4, 7), "new", "Li")
    (hunk,) = hunks(redline)
    settled = decide(redline, hunk, Outcome.ACCEPT, part=Span(4, 7))
    assert (settled.baseline, settled.target) == ("the  plan", "the new plan")


@pytest.mark.parametrize(
    ("author", "outcome", "baseline", "target"),
    [
        ("Chen", Outcome.REJECT, "the old plan", "the new plan"),
        ("Chen", Outcome.ACCEPT, "the fresh plan", "the fresh plan"),
        ("Li", Outcome.ACCEPT, "the new plan", "the fresh plan"),
        ("Li", Outcome.REJECT, "the old plan", "the old plan"),
    ],
)
def test_of_two_wordings_one_over_the_other_each_is_decided_for_itself(author, outcome, baseline, target):
    redline = Redline.of("the old plan").write(Span(4, 7), "new", "Li").write(Span(4, 7), "fresh", "Chen")
    (hunk,) = hunks(redline)
    settled = decide_author(redline, hunk, author, outcome)
    assert (settled.baseline, settled.target) == (baseline, target)
