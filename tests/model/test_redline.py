"""The algebra of pieces: what stands, what was agreed, who did it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.histories import AUTHORS, HISTORIES, REDLINES, played
from translator_desk.model.redline import Outcome, Piece, Redline
from translator_desk.text.span import Span


@settings(max_examples=1500)
@given(HISTORIES)
def test_target_is_what_was_typed_and_baseline_what_was_agreed(made):
    baseline, steps, text = made
    redline = played(baseline, steps)
    assert redline.target == text
    assert redline.baseline == baseline


@settings(max_examples=500)
@given(REDLINES)
def test_pieces_are_normal(redline):
    fates = [(piece.inserted_by, piece.removed_by) for piece in redline.pieces]
    assert all(piece.text for piece in redline.pieces)
    assert all(first != second for first, second in pairwise(fates))
    assert all(piece.inserted_by != piece.removed_by or piece.settled for piece in redline.pieces)


@settings(max_examples=500)
@given(REDLINES, st.data())
def test_settling_a_part_leaves_the_rest_as_it_was(redline, data):
    length = sum(len(piece.text) for piece in redline.pieces)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    inside = redline.shown(Span(start, end))
    before, after = redline.shown(Span(0, start)), redline.shown(Span(end, length))
    for outcome, stays in ((Outcome.ACCEPT, "stands"), (Outcome.REJECT, "agreed")):
        kept = Redline.of("".join(piece.text for piece in inside if getattr(piece, stays)))
        assert redline.settle(Span(start, end), outcome) == Redline.joined((*before, *kept.pieces, *after))


def all_settled(redline, outcome):
    return Redline.of(redline.target if outcome is Outcome.ACCEPT else redline.baseline)


@settings(max_examples=500)
@given(REDLINES, st.permutations(AUTHORS), st.sampled_from(Outcome))
def test_settling_author_by_author_ends_where_settling_all_at_once_does(redline, order, outcome):
    whole = Span(0, sum(len(piece.text) for piece in redline.pieces))
    settled = redline
    for author in order:
        settled = settled.settle_of(author, whole, outcome)
    if any(piece.inserted_by and piece.removed_by for piece in redline.pieces):
        # Who struck what another had inserted and is refused first leaves the insertion to be decided.
        settled = all_settled(settled, outcome)
    assert settled == all_settled(redline, outcome)


@settings(max_examples=400)
@given(REDLINES, st.data())
def test_parts_of_a_cut_hold_everything_once(redline, data):
    at = data.draw(st.integers(0, len(redline.target)))
    first, second = redline.cut(at)
    assert (first.target, second.target) == (redline.target[:at], redline.target[at:])
    assert first + second == redline


def test_one_author_may_strike_what_another_has_pending():
    redline = Redline.of("the mayor").write(Span(4, 4), "acting ", "Li").write(Span(4, 11), "", "Chen")
    assert redline.pieces == (Piece("the "), Piece("acting ", "Li", "Chen"), Piece("mayor"))
    assert redline.target == redline.baseline == "the mayor"
    assert redline.settle_of("Chen", Span(0, 16), Outcome.REJECT).target == "the acting mayor"


def test_own_pending_words_vanish_and_new_ones_stand_after_the_struck():
    redline = Redline.of("Qunze").write(Span(3, 5), "", "Li").write(Span(3, 3), "ca", "Li").write(Span(4, 5), "e", "Li")
    assert redline.pieces == (Piece("Qun"), Piece("ze", None, "Li"), Piece("ce", "Li"))


def test_what_is_struck_and_typed_again_is_no_change():
    redline = Redline.of("Deng Qunce").write(Span(5, 10), "", "Li")
    for at, letter in enumerate("Qunce"):
        redline = redline.write(Span(5 + at, 5 + at), letter, "Li")
    assert redline == Redline.of("Deng Qunce")


def test_letters_that_two_words_share_belong_to_both():
    old, new = "from time to time", "frequently"
    redline = Redline.of(f"They met {old}.").write(Span(9, 9 + len(old)), "", "Li")
    for at, letter in enumerate(new, 9):
        redline = redline.write(Span(at, at), letter, "Li")
    assert redline.pieces == (Piece("They met "), Piece(old, None, "Li"), Piece(new, "Li"), Piece("."))


def test_words_typed_again_are_no_change_whatever_stands_beside_them():
    redline = Redline.of("on June 12th").write(Span(3, 12), "June 12", "Li")
    assert redline.pieces == (Piece("on June "), Piece("12th", None, "Li"), Piece("12", "Li"))


def test_amending_settles_as_the_words_given():
    redline = Redline.of("a b c").write(Span(2, 3), "x", "Li")
    assert redline.amend(Span(2, 4), "y") == Redline.of("a y c")


@pytest.mark.parametrize(("span", "author"), [(Span(0, 4), "Li"), (Span(0, 1), "")])
def test_writing_needs_a_place_and_a_name(span, author):
    with pytest.raises(ValueError):
        Redline.of("abc").write(span, "x", author)
