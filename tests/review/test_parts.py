"""Parts of a hunk: no word is cut, everything pending is in one of them, the rest keeps its fate."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.histories import REDLINES
from translator_desk.errors import RefusedError
from translator_desk.model.redline import Outcome, Piece, Redline
from translator_desk.review.diff import tokens
from translator_desk.review.grouping import hunks
from translator_desk.review.parts import decide_part, parts_of, together
from translator_desk.text.span import Span


def only(*pieces):
    redline = Redline.joined(pieces)
    (hunk,) = hunks(redline)
    return redline, hunk


def said(hunk):
    return [(part.old, part.new) for part in parts_of(hunk)]


@pytest.mark.parametrize(
    ("pieces", "parts"),
    [
        # Struck and written as a whole: every word for itself.
        (
            (Piece("presided over a", None, "Li"), Piece("chaired the", "Li"), Piece(" meeting")),
            [("presided", ""), ("over", ""), ("a", ""), ("", "chaired"), ("", "the")],
        ),
        # Kept letters and kept spaces tell what belongs together.
        (
            (Piece("Qun"), Piece("z", None, "Li"), Piece("c", "Li"), Piece("e said")),
            [("Qunze", "Qunce")],
        ),
        (
            (Piece("a", None, "Li"), Piece("b", "Li"), Piece(" "), Piece("c", None, "Li"), Piece("d", "Li")),
            [("a", "b"), ("c", "d")],
        ),
        # What one wrote and another struck goes with the words in its place, and is a part where there are none.
        (
            (Piece("an old", None, "Li"), Piece("a newer", "Li", "Chen"), Piece("fresh", "Chen"), Piece(" plan")),
            [("an", ""), ("old", ""), ("", "fresh")],
        ),
        ((Piece("the "), Piece("acting ", "Li", "Chen"), Piece("mayor")), [("", "")]),
        # Han is decided by character.
        ((Piece("主持", None, "Li"), Piece("召开", "Li")), [("主", ""), ("持", ""), ("", "召"), ("", "开")]),
    ],
)
def test_a_change_falls_into_its_words(pieces, parts):
    assert said(only(*pieces)[1]) == parts


def test_some_words_are_accepted_and_the_others_wait():
    redline, hunk = only(Piece("presided over a", None, "Li"), Piece("chaired the", "Li"), Piece(" meeting"))
    parts = parts_of(hunk)
    settled = decide_part(redline, hunk, together((parts[2], parts[4])), Outcome.ACCEPT)
    assert settled.target == "chaired the meeting"
    assert settled.baseline == "presided over the meeting"
    assert together((parts[2], parts[4])).new == "the"


def test_a_part_of_what_was_seen_before_is_refused():
    redline, hunk = only(Piece("eight", None, "Li"), Piece("nine", "Li"))
    (first,) = parts_of(hunk)
    with pytest.raises(RefusedError):
        decide_part(redline.write(Span(0, 4), "ten", "Li"), hunk, first, Outcome.ACCEPT)


@settings(max_examples=800)
@given(REDLINES, st.data())
def test_parts_are_whole_disjoint_and_leave_the_rest_alone(redline, data):
    for hunk in hunks(redline):
        parts = parts_of(hunk)
        letters = [at for part in parts for span in part.spans for at in range(span.start, span.end)]
        assert len(letters) == len(set(letters))
        display = [piece for piece in redline.pieces for _ in piece.text]
        pending = [at for at in range(hunk.display.start, hunk.display.end) if not display[at].settled]
        assert sorted(letters) == pending
    if not hunks(redline):
        return
    hunk = data.draw(st.sampled_from(hunks(redline)))
    parts = parts_of(hunk)
    chosen = together(data.draw(st.lists(st.sampled_from(parts), min_size=1, unique=True)))
    outcome = data.draw(st.sampled_from(Outcome))
    settled = decide_part(redline, hunk, chosen, outcome)
    gone = {at for span in chosen.spans for at in range(span.start, span.end)}
    signs = [(sign, piece) for piece in redline.pieces for sign in piece.text]
    left = [(sign, piece.authors) for at, (sign, piece) in enumerate(signs) if at not in gone and not piece.settled]
    now = [(sign, piece.authors) for piece in settled.pieces if not piece.settled for sign in piece.text]
    assert now == left
    kept = settled.target if outcome is Outcome.ACCEPT else settled.baseline
    assert kept == (redline.target if outcome is Outcome.ACCEPT else redline.baseline)


@settings(max_examples=400)
@given(REDLINES)
def test_deciding_every_part_decides_the_change(redline):
    for hunk in hunks(redline)[:1]:
        for outcome in Outcome:
            assert decide_part(redline, hunk, together(parts_of(hunk)), outcome) == redline.settle(
                hunk.display, outcome
            )


@settings(max_examples=400)
@given(REDLINES)
def test_no_part_cuts_a_word(redline):
    for hunk in hunks(redline):
        owner = {
            at: number
            for number, part in enumerate(parts_of(hunk))
            for span in part.spans
            for at in range(span.start, span.end)
        }
        fates = [piece for piece in hunk.pieces for _ in piece.text]
        for text, side in ((hunk.old, "agreed"), (hunk.new, "stands")):
            places = [hunk.display.start + at for at, piece in enumerate(fates) if getattr(piece, side)]
            for token in tokens(text):
                here, places = places[: len(token)], places[len(token) :]
                assert len({owner[at] for at in here if at in owner}) <= 1
