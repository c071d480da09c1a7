"""The change that a key would decide is framed in the grid."""

from __future__ import annotations

from hypothesis import given
from PySide6.QtCore import Qt

from tests.ui.test_review_by_keys import FROM_TO, change, sit_down
from tests.ui.test_review_by_keys import review as review
from tests.ui.test_review_painter import PIECES, _segment
from translator_desk.model.redline import Redline
from translator_desk.review.grouping import hunks, words_of
from translator_desk.ui.authors import Authors, tag
from translator_desk.ui.grid.redline_painter import Showing, place_of_hunk, shown_target
from translator_desk.ui.grid.segment_model import Column
from translator_desk.ui.panels.changes import ChangesPanel


@given(PIECES)
def test_every_change_is_found_in_the_drawn_text(pieces):
    redline = Redline.joined(pieces)
    drawn = shown_target(_segment(redline), Showing.MARKUP).text
    for number, hunk in enumerate(hunks(redline), 1):
        assert place_of_hunk(redline, number).of(drawn) == "".join(piece.text for piece in words_of(hunk))
    assert place_of_hunk(redline, len(hunks(redline)) + 1) is None


@given(PIECES)
def test_letters_of_several_people_stand_behind_their_changes(pieces):
    redline, authors = Redline.joined(pieces), Authors()
    drawn = shown_target(_segment(redline), Showing.MARKUP, authors)
    found = hunks(redline)
    if len(redline.authors) < 2:
        assert drawn.tags == ()
        return
    assert [span.of(drawn.text) for span, _ in drawn.tags] == [tag(hunk.authors, authors) for hunk in found]
    for number, (hunk, (span, who)) in enumerate(zip(found, drawn.tags, strict=True), 1):
        place = place_of_hunk(redline, number, Showing.MARKUP, authors)
        assert place.of(drawn.text) == "".join(piece.text for piece in words_of(hunk))
        assert place.end == span.start
        assert who in hunk.authors
    assert [drawn.text[shown : shown + length] for _, shown, length in drawn.runs] == [
        redline.target[at : at + length] for at, _, length in drawn.runs
    ]


def test_people_are_told_by_colour_and_letters_in_grid_margin_and_list(review):
    hand = review
    sit_down(hand, "Chen Yu", "translator")
    assert change(hand, "meeting,", "session,") == hand.changed[1]
    hand.context.review.go_to(hand.context.review.queue.of(hand.changed[1])[0])
    authors = hand.context.review.authors
    assert authors.colour("Li Wei") != authors.colour("Chen Yu")
    row = hand.grid.rows.row_of(hand.changed[1])
    laid = hand.grid._layouts.row(hand.grid.rows.segment(row))
    assert "meetingsessionCY, eightnineLW special" in laid.target_text
    panel = hand.window.findChild(ChangesPanel)
    cards = lambda: [card.lines[-1].runs for card in panel._list.rows.cards]  # noqa: E731
    hand.wait(
        lambda: any(run.text == "CY " and run.colour == authors.colour("Chen Yu") for one in cards() for run in one)
    )
    cell = hand.grid.visualRect(hand.grid.rows.index(row, Column.NUMBER))
    image = hand.grid.viewport().grab(cell).toImage()
    ink = hand.context.themes.current.colour(authors.colour("Li Wei")).rgb()
    assert any(image.pixel(x, y) == ink for x in range(image.width()) for y in range(image.height()))


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
