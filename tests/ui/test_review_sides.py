"""F7: the text as it was stands beside the text as it will be, changed words marked in both."""

from __future__ import annotations

from hypothesis import given
from PySide6.QtCore import Qt

from tests.ui.conftest import Ctrl
from tests.ui.test_review_by_keys import FROM_TO
from tests.ui.test_review_by_keys import review as review
from tests.ui.test_review_painter import PIECES, _segment
from translator_desk.model.redline import Redline
from translator_desk.review.grouping import hunks
from translator_desk.ui.grid.redline_painter import Showing, place_of_hunk, shown_baseline, shown_target
from translator_desk.ui.grid.segment_model import Column


@given(PIECES)
def test_both_sides_are_the_two_texts_with_every_change_marked(pieces):
    redline = Redline.joined(pieces)
    segment = _segment(redline)
    old, new = shown_baseline(segment), shown_target(segment, Showing.SIDES)
    assert (old.text, new.text) == (redline.baseline, redline.target)
    for side in (old, new):
        assert all(span.of(side.text) == piece.text for span, piece in side.changed)
    for number, hunk in enumerate(hunks(redline), 1):
        assert place_of_hunk(redline, number, Showing.ORIGINAL).of(old.text) == hunk.old
        assert place_of_hunk(redline, number, Showing.SIDES).of(new.text) == hunk.new


def test_f7_sets_the_two_texts_side_by_side_and_back(review):
    hand = review
    hand.press(Qt.Key.Key_N)
    hand.press(Qt.Key.Key_N)
    grid, row = hand.grid, hand.grid.rows.row_of(hand.changed[1])
    assert grid.isColumnHidden(Column.BASELINE)
    hand.press(Qt.Key.Key_F7)
    assert hand.grid.showing is Showing.SIDES
    assert hand.context.actions["review.side-by-side"].isChecked()
    assert not grid.isColumnHidden(Column.BASELINE)
    assert abs(grid.columnWidth(Column.BASELINE) - grid.columnWidth(Column.TARGET)) <= 1
    laid = grid._layouts.row(grid.rows.segment(row))
    assert FROM_TO[1][0] in laid.baseline_text
    assert FROM_TO[1][1] in laid.target_text
    assert FROM_TO[1][0] not in laid.target_text
    assert grid.rows.headerData(Column.TARGET, Qt.Orientation.Horizontal) == "As it will be"
    framed = grid.viewport().grab(grid.visualRect(grid.rows.index(row, Column.BASELINE))).toImage()
    hand.context.focus.set_hunk(None)
    assert grid.viewport().grab(grid.visualRect(grid.rows.index(row, Column.BASELINE))).toImage() != framed
    hand.press(Qt.Key.Key_F7)
    assert hand.grid.showing is Showing.MARKUP
    assert grid.isColumnHidden(Column.BASELINE)


def test_words_are_written_into_the_right_side(review):
    hand = review
    hand.press(Qt.Key.Key_F7)
    hand.press(Qt.Key.Key_N)
    hand.press(Qt.Key.Key_F2)
    hand.wait(lambda: hand.grid.editing)
    cell = hand.grid.visualRect(hand.grid.rows.index(hand.grid.rows.row_of(hand.changed[0]), Column.TARGET))
    assert hand.editor.geometry().left() >= cell.left() - 2
    hand.press(Qt.Key.Key_End, Ctrl)
    hand.type("!")
    assert hand.state.segments[hand.changed[0]].target.endswith("!")
