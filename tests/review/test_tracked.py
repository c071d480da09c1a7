"""What an edit does: agreed at once, or pending under its author's name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.histories import AUTHORS, TEXT, WORDS
from tests.store.values import segment
from translator_desk.model.state import SegmentState
from translator_desk.review.tracked import differences, edited, rewritten
from translator_desk.text.span import Span

STEPS = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 0.4), WORDS, st.sampled_from(AUTHORS), st.booleans(), st.booleans()),
    max_size=8,
)


@settings(max_examples=700)
@given(TEXT, STEPS)
def test_target_baseline_and_redline_agree_however_the_text_was_made(text, steps):
    one = segment(1, target=text)
    for where, much, words, author, tracked, whole in steps:
        start = int(where * len(text))
        end = min(len(text), start + int(much * len(text)))
        was = one
        text = text[:start] + words + text[end:]
        span = Span(start, end)
        if_whole, if_typed = (
            rewritten(one, text, author, tracked=tracked),
            edited(one, span, words, author, tracked=tracked),
        )
        one = if_whole if whole else if_typed
        assert one.target == text
        assert one.version == was.version + 1
        assert one.redline is None or (one.redline.target == text and one.redline.pending)
        if tracked:
            assert (one.baseline, one.hands) == (was.baseline, was.hands)
        if not tracked and was.redline is None:
            assert one.redline is None


def test_in_translation_the_author_alone_answers_for_the_new_wording():
    one = segment(1, hands=("Li", "Chen"))
    assert edited(one, Span(0, 8), "Word", "Wang", tracked=False).hands == ("Wang",)
    assert edited(one, Span(0, 8), "Word", "Wang", tracked=True).hands == ("Li", "Chen")


@pytest.mark.parametrize("state", [SegmentState.REVIEWED, SegmentState.FINAL])
def test_an_edit_takes_a_settled_segment_back_to_translated(state):
    assert edited(segment(1, state=state), Span(0, 0), "x", "Li", tracked=True).state is SegmentState.TRANSLATED


@given(TEXT, TEXT)
def test_differences_written_in_make_the_new_text(old, new):
    text = old
    for span, words in reversed(list(differences(old, new))):
        text = text[: span.start] + words + text[span.end :]
    assert text == new
