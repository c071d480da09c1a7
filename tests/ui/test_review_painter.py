"""A target with pending changes as it is drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.redline import Piece, Redline
from translator_desk.model.segment import Segment
from translator_desk.text.span import Span
from translator_desk.ui.grid.redline_painter import Showing, shown_target

PIECES = st.lists(
    st.builds(
        Piece,
        st.text("ab 甲𠮷", min_size=1, max_size=5),
        st.sampled_from([None, "Li"]),
        st.sampled_from([None, "Wang"]),
    ),
    max_size=6,
)


def _segment(redline):
    return Segment(SegmentId(1), DocumentId("d"), 0, "", redline.target, redline=redline)


@pytest.mark.parametrize(
    ("showing", "text"),
    [
        (Showing.MARKUP, "the the old new mayor"),
        (Showing.FINAL, "the new mayor"),
        (Showing.ORIGINAL, "the the old mayor"),
    ],
)
def test_three_sides_of_a_change(showing, text):
    pieces = (Piece("the "), Piece("the old ", None, "Li"), Piece("new ", "Li"), Piece("mayor"))
    assert shown_target(_segment(Redline(pieces)), showing).text == text


@given(PIECES)
def test_every_word_of_the_target_is_found_where_it_is_drawn(pieces):
    redline = Redline.joined(pieces)
    segment = _segment(redline)
    for showing in (Showing.MARKUP, Showing.FINAL):
        drawn = shown_target(segment, showing)
        for place in range(len(redline.target)):
            span = drawn.to_shown(Span(place, place + 1))
            assert span.of(drawn.text) == redline.target[place]
            assert drawn.to_target(span.start) == place


@given(PIECES)
def test_the_whole_target_stands_inside_what_is_drawn(pieces):
    redline = Redline.joined(pieces)
    drawn = shown_target(_segment(redline), Showing.MARKUP)
    span = drawn.to_shown(Span(0, len(redline.target)))
    assert 0 <= span.start <= span.end <= len(drawn.text)
    if redline.target:
        shown = span.of(drawn.text)
        assert (shown[0], shown[-1]) == (redline.target[0], redline.target[-1])
