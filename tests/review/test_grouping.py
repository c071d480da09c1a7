"""Hunks: whole words, no islands of white space, nothing pending outside."""

from __future__ import annotations

from hypothesis import given, settings

from tests.review.histories import REDLINES
from translator_desk.model.redline import Redline
from translator_desk.review.diff import begins_token
from translator_desk.review.grouping import hunks, strokes
from translator_desk.text.span import Span


def change(baseline, *edits):
    redline = Redline.of(baseline)
    for old, new, author in edits:
        at = redline.target.index(old)
        redline = redline.write(Span(at, at + len(old)), new, author)
    return redline


def pairs(redline):
    return [(hunk.old, hunk.new) for hunk in hunks(redline)]


def test_letters_typed_in_a_word_are_a_hunk_of_the_whole_word():
    assert pairs(change("Deng Qunze’s speech", ("z", "c", "Li"))) == [("Qunze’s", "Qunce’s")]
    assert pairs(change("up 1,500 km", ("5", "6", "Li"))) == [("1,500", "1,600")]
    assert pairs(change("a well-known man", ("known", "paid", "Li"))) == [("well-known", "well-paid")]


def test_han_characters_are_changed_one_by_one():
    assert pairs(change("市长邓群泽讲话", ("泽", "策", "Li"))) == [("泽", "策")]


def test_changes_parted_by_a_space_are_one_and_keep_who_made_which():
    (hunk,) = hunks(
        change("comprehensive insurance zone", ("comprehensive", "free", "Li"), ("insurance", "port", "Chen"))
    )
    assert (hunk.old, hunk.new) == ("comprehensive insurance", "free port")
    assert hunk.authors == {"Li", "Chen"}
    assert strokes(hunk.pieces) == ({"Li"}, {"Chen"})


def test_an_amended_change_was_seen_by_two():
    (hunk,) = hunks(change("the free zone", ("free", "bond", "Li"), ("bond", "bonded", "Chen")))
    assert (hunk.old, hunk.new) == ("free", "bonded")
    assert strokes(hunk.pieces) == ({"Li", "Chen"},)


def test_words_apart_are_hunks_of_their_own():
    redline = change("Deng Qunze said it is 2.4%.", ("Qunze", "Qunce", "Li"), ("2.4", "2.5", "Li"))
    assert pairs(redline) == [("Qunze", "Qunce"), ("2.4", "2.5")]


def test_nothing_pending_has_no_hunk():
    assert hunks(Redline.of("text")) == ()


@settings(max_examples=1500)
@given(REDLINES)
def test_hunks_hold_all_that_is_pending_and_begin_between_words(redline):
    found = hunks(redline)
    end = old_end = new_end = 0
    for hunk in found:
        outside = redline.shown(Span(end, hunk.display.start))
        assert all(piece.settled for piece in outside)
        kept = "".join(piece.text for piece in outside)
        assert not end or kept.strip()
        assert redline.baseline[old_end : hunk.baseline.start] == kept == redline.target[new_end : hunk.target.start]
        for span, text in ((hunk.baseline, redline.baseline), (hunk.target, redline.target)):
            assert begins_token(text, span.start)
            assert begins_token(text, span.end)
        assert (hunk.old, hunk.new) == (hunk.baseline.of(redline.baseline), hunk.target.of(redline.target))
        assert any(not piece.settled for piece in hunk.pieces)
        assert all(strokes(hunk.pieces))
        end, old_end, new_end = hunk.display.end, hunk.baseline.end, hunk.target.end
    assert all(piece.settled for piece in redline.shown(Span(end, sum(len(one.text) for one in redline.pieces))))
