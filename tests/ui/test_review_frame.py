"""The change that a key would decide is framed in the grid."""

from __future__ import annotations

from hypothesis import given
from PySide6.QtCore import Qt

from tests.ui.test_review_by_keys import FROM_TO
from tests.ui.test_review_by_keys import review as review
from tests.ui.test_review_painter import PIECES, _segment
from translator_desk.model.redline import Redline
from translator_desk.review.grouping import hunks
from translator_desk.ui.grid.redline_painter import Showing, place_of_hunk, shown_target, words_of


@given(PIECES)
def test_every_change_is_found_in_the_drawn_text(pieces):
    redline = Redline.joined(pieces)
    drawn = shown_target(_segment(redline), Showing.MARKUP).text
    for number, hunk in enumerate(hunks(redline), 1):
        assert place_of_hunk(redline, number).of(drawn) == "".join(piece.text for piece in words_of(hunk))
    assert place_of_hunk(redline, len(hunks(redline)) + 1) is None


def test_the_frame_follows_the_decisions(review):
    hand = review
    hand.press(Qt.Key.Key_N)
    assert hand.context.focus.hunk == (hand.changed[0], 1)
    bare = hand.grid.viewport().grab().toImage()
    hand.context.focus.set_hunk(None)
    assert hand.grid.viewport().grab().toImage() != bare
    hand.wait(hand.context.actions["review.accept"].isEnabled)
    hand.press(Qt.Key.Key_A)
    assert hand.context.focus.hunk == (hand.changed[1], 1)
    segment = hand.state.segments[hand.changed[1]]
    drawn = shown_target(segment, Showing.MARKUP).text
    assert set(FROM_TO[1][1].split()) & set(place_of_hunk(segment.redline, 1).of(drawn).replace("eight", " ").split())
    hand.window.projects.close()
    hand.wait(lambda: not hand.context.is_open)
    assert hand.context.focus.hunk is None
