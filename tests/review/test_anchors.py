"""A comment holds to its words, or says that it does not."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.histories import TEXT
from tests.store.values import comment
from translator_desk.review.anchors import Anchor, Hold, locate, surroundings
from translator_desk.text.span import Span

TEXT_NOW = "Deng Qunze, the mayor, met the mayor of Yongzhou."


def on(text, words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    span = Span(at, at + len(words))
    before, after = surroundings(text, span)
    return comment("c", quote=words, span=span, before=before, after=after)


def test_words_that_did_not_move_are_exact():
    assert locate(on(TEXT_NOW, "the mayor", 1), TEXT_NOW) == Anchor(Hold.EXACT, Span(27, 36))


def test_words_that_moved_are_found_by_what_surrounds_them():
    remark = on(TEXT_NOW, "the mayor", 1)
    assert locate(remark, "Yesterday " + TEXT_NOW) == Anchor(Hold.CONTEXT, Span(37, 46))
    without_first = TEXT_NOW.replace("the mayor, ", "")
    assert locate(remark, without_first) == Anchor(Hold.CONTEXT, Span(16, 25))


def test_a_comment_never_moves_silently_to_words_that_look_alike():
    remark = on(TEXT_NOW, "the mayor", 1)
    gone = "Deng Qunze, the mayor, went home."
    assert locate(remark, gone) == Anchor(Hold.LOST)


def test_words_put_in_their_place_are_told_as_changed():
    remark = on(TEXT_NOW, "Qunze")
    fixed = TEXT_NOW.replace("Qunze", "Qunce")
    anchor = locate(remark, fixed)
    assert (anchor.hold, anchor.span.of(fixed)) == (Hold.CHANGED, "Qunce")
    struck = TEXT_NOW.replace("Qunze", "")
    assert locate(remark, struck) == Anchor(Hold.CHANGED, Span(5, 5))


def test_a_comment_on_the_segment_holds_to_the_segment():
    assert locate(comment("c", quote="", span=None), "whatever") == Anchor(Hold.SEGMENT)


@pytest.mark.parametrize("text", ["", "Something else entirely."])
def test_what_cannot_be_told_is_lost_and_said_so(text):
    assert locate(on(TEXT_NOW, "Qunze"), text) == Anchor(Hold.LOST)


@settings(max_examples=400)
@given(TEXT, st.data(), TEXT, TEXT)
def test_the_same_text_is_exact_and_a_found_place_holds_the_words(text, data, more, other):
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    before, after = surroundings(text, span)
    remark = dataclasses.replace(comment("c"), quote=span.of(text), span=span, before=before, after=after)
    assert locate(remark, text) == Anchor(Hold.EXACT, span)
    for now in (more + text, text + more, other):
        anchor = locate(remark, now)
        if anchor.hold in (Hold.EXACT, Hold.CONTEXT):
            assert anchor.span.of(now) == remark.quote
        if anchor.span is not None:
            assert anchor.span.end <= len(now)
