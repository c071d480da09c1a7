"""Laws of a review, whatever several people do in whatever order."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.builders import session
from tests.app.kill.reviewing import PEOPLE, step
from translator_desk.errors import RefusedError
from translator_desk.model.ids import DocumentId
from translator_desk.model.state import SegmentState
from translator_desk.review.four_eyes import answering

PAIRS = [("一。", "The mayor spoke."), ("二。", "He left."), ("三。", "邓群策 met them, too.")]
A = DocumentId("a")


def standing(opened):
    """Return all that is kept of a project, versions apart: they only rise."""
    state = opened.state
    segments = [
        (one.id, one.source, one.target, one.redline, one.state, one.asked_back, one.hands, one.separator)
        for one in state.document_segments(A)
    ]
    return segments, state.documents[A], dict(state.comments), state.options


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 1 << 30), st.integers(1, 40))
def test_texts_and_redlines_agree_and_undo_takes_everything_back(seed, count):
    chance = random.Random(seed)
    opened, clock = session(("a", PAIRS))
    start = standing(opened)
    for _ in range(count):
        clock.advance(5)
        opened.person = chance.choice(PEOPLE)
        before = standing(opened)
        try:
            opened.execute(step(opened, chance))
        except RefusedError:
            assert standing(opened) == before
        for one in opened.state.document_segments(A):
            assert one.redline is None or (one.redline.pending and one.redline.target == one.target)
            if one.state is SegmentState.REVIEWED:
                assert one.redline is None
                assert len(answering(one, opened.state.documents[A].handling)) >= 2
    end = standing(opened)
    while opened.undo().undo is not None:
        pass
    assert standing(opened) == start
    while opened.redo().undo is not None:
        pass
    assert standing(opened) == end
