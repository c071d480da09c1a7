"""The grid: rows and headings, filter, heights, ways to go, what a screen reader hears, cards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import Alt, Ctrl, Shift, copy_of_sample
from translator_desk.app.commands.edit import SetTarget
from translator_desk.text.span import Span
from translator_desk.ui.dialogs.segment_number import SegmentNumber
from translator_desk.ui.grid.filter_model import Kind, RowFilter
from translator_desk.ui.grid.issue_marks import Mark, MarkKind, flattened, visible_span
from translator_desk.ui.grid.segment_model import Column
from translator_desk.wording import say


@pytest.fixture
def three(hand, tmp_path):
    """A hand on a desk with three documents open."""
    hand.open_texts(copy_of_sample(tmp_path / "texts", "s1", "s2", "s3"))
    return hand


def here(hand):
    return hand.order.index(hand.context.focus.segment) + 1


def test_a_project_opens_at_its_first_segment(open_desk):
    assert here(open_desk) == 1
    assert open_desk.grid.currentIndex().row() == open_desk.grid.rows.row_of(open_desk.order[0])
    assert open_desk.window.focusWidget() is open_desk.grid


def test_each_document_has_a_heading_that_cannot_be_chosen(three):
    rows = three.grid.rows
    headings = list(rows.headings())
    assert len(headings) == 3
    assert rows.rowCount() == len(three.order) + 3
    for row in headings:
        assert rows.segment(row) is None
        assert not rows.flags(rows.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable
    last = len(three.state.order[three.state.document_order[0]])
    three.go(last)
    three.press(Qt.Key.Key_Down, Alt)
    assert here(three) == last + 1
    three.press(Qt.Key.Key_Up, Alt)
    assert here(three) == last


def test_arrows_pass_over_a_heading(three):
    last = len(three.state.order[three.state.document_order[0]])
    three.go(last)
    three.press(Qt.Key.Key_Down)
    assert here(three) == last + 1
    three.press(Qt.Key.Key_Up)
    assert here(three) == last


def test_one_document_alone_has_no_heading(three):
    second = three.state.document_order[1]
    three.context.focus.set_document(second)
    assert three.grid.shown_segments() == list(three.state.order[second])
    assert not list(three.grid.rows.headings())
    assert three.state.segments[three.context.focus.segment].document == second


def test_going_to_a_segment_that_is_not_shown_shows_it(three):
    three.context.focus.set_document(three.state.document_order[0])
    three.grid.rows.set_filter(RowFilter("no such words"))
    three.go(len(three.order))
    assert here(three) == len(three.order)
    assert three.grid.rows.row_of(three.order[-1]) is not None


def test_next_flag_goes_through_the_project_and_round_its_end(three):
    issues = three.context.project.checking.all_issues()
    seen = []
    for _ in issues:
        three.press(Qt.Key.Key_F8)
        seen.append(three.context.focus.issue)
    assert seen == list(issues)
    three.press(Qt.Key.Key_F8)
    assert three.context.focus.issue == issues[0]
    assert "beginning again" in three.window.statusBar().whispered
    three.press(Qt.Key.Key_F8, Shift)
    assert three.context.focus.issue == issues[-1]


def test_from_any_row_f8_leads_to_the_flag_that_follows_and_shift_f8_to_the_one_before(three):
    places = [three.order.index(issue.segment) + 1 for issue in three.context.project.checking.all_issues()]
    for number in range(1, len(three.order) + 1, 5):
        for modifiers, following in (
            (Qt.KeyboardModifier.NoModifier, [one for one in places if one >= number] or places),
            (Shift, [one for one in places if one < number][::-1] or places[::-1]),
        ):
            three.context.focus.set_issue(None)
            three.go(number)
            three.press(Qt.Key.Key_F8, modifiers)
            assert here(three) == following[0]


def test_the_current_flag_is_said_under_the_grid(open_desk):
    open_desk.go_to_words("Deng Qunze")
    said = [label.text() for label in open_desk.window.findChildren(QLabel) if label.isVisible()]
    message = open_desk.context.render(open_desk.context.focus.issue.message)
    assert message in said
    open_desk.press(Qt.Key.Key_1, Alt)
    assert open_desk.context.focus.issue is None


def test_confirming_leads_by_the_rule_chosen(open_desk):
    flagged = [
        number for number, key in enumerate(open_desk.order, 1) if open_desk.context.project.checking.issues(key)
    ]
    open_desk.application.desk.change_settings(next_rule="flagged")
    open_desk.go(flagged[0])
    open_desk.press(Qt.Key.Key_Return, Ctrl)
    assert here(open_desk) == flagged[1]
    open_desk.application.desk.change_settings(next_rule="unconfirmed")
    open_desk.go(flagged[0] - 1)
    open_desk.press(Qt.Key.Key_Return, Ctrl)
    assert here(open_desk) == flagged[0] + 1
    open_desk.application.desk.change_settings(next_rule="next")
    open_desk.go(flagged[0] - 1)
    open_desk.press(Qt.Key.Key_Return, Ctrl)
    assert here(open_desk) == flagged[0]


def test_control_and_arrows_lead_to_what_is_not_confirmed(open_desk):
    open_desk.go(2)
    open_desk.press(Qt.Key.Key_Return, Ctrl | Shift)
    open_desk.go(1)
    open_desk.press(Qt.Key.Key_Down, Ctrl)
    assert here(open_desk) == 3
    open_desk.press(Qt.Key.Key_Up, Ctrl)
    assert here(open_desk) == 1


def test_go_to_a_segment_by_its_number(open_desk):
    open_desk.press(Qt.Key.Key_G, Ctrl)
    asked = open_desk.window.findChild(SegmentNumber)
    open_desk.wait(asked.isVisible)
    number = asked.focusWidget()
    assert (number.value(), number.minimum(), number.maximum()) == (1, 1, len(open_desk.order))
    open_desk.qtbot.keyClicks(number, "9")
    open_desk.qtbot.keyClick(number, Qt.Key.Key_Return)
    assert here(open_desk) == 9


def test_words_filter_both_sides_and_capitals_do_not_count(open_desk):
    rows = open_desk.grid.rows
    open_desk.press(Qt.Key.Key_L, Ctrl)
    open_desk.type("deng QUNCE")
    open_desk.press(Qt.Key.Key_Return)
    shown = open_desk.grid.shown_segments()
    assert shown
    assert all("Deng Qunce" in open_desk.state.segments[key].target for key in shown)
    assert open_desk.window.focusWidget() is open_desk.grid
    rows.set_filter(RowFilter("鄧群策"))
    assert all("邓群策" in open_desk.state.segments[key].source for key in open_desk.grid.shown_segments())
    open_desk.press(Qt.Key.Key_L, Ctrl)
    open_desk.press(Qt.Key.Key_Escape)
    assert open_desk.grid.shown_segments() == open_desk.order


def test_a_filter_that_nothing_passes_says_so(open_desk):
    open_desk.grid.rows.set_filter(RowFilter("no such words"))
    said = [label.text() for label in open_desk.window.findChildren(QLabel) if label.isVisible()]
    assert any("No segment passes the filter" in one for one in said)
    open_desk.grid.rows.set_filter(RowFilter())
    assert open_desk.grid.isVisible()


def test_kinds_of_segments_can_be_shown_alone(open_desk):
    open_desk.go(3)
    open_desk.press(Qt.Key.Key_Return, Ctrl | Shift)
    open_desk.context.execute(SetTarget(open_desk.order[6], "Other words.", say("test", "测试")))
    show = open_desk.grid.rows.set_filter
    show(RowFilter(kind=Kind.UNCONFIRMED))
    assert open_desk.order[2] not in open_desk.grid.shown_segments()
    show(RowFilter(kind=Kind.EDITED))
    assert open_desk.grid.shown_segments() == [open_desk.order[6]]
    show(RowFilter(kind=Kind.FLAGGED))
    issues = open_desk.context.project.checking.issues
    assert open_desk.grid.shown_segments() == [key for key in open_desk.order if issues(key)]


def test_every_row_in_sight_has_the_height_its_text_needs(three):
    view = three.grid
    for number in (1, 20, len(three.order)):
        three.go(number)
        rect = view.visualRect(view.currentIndex())
        assert view.viewport().rect().contains(rect.center())
        for row in view._heights.visible_rows():
            segment = view.rows.segment(row)
            if segment is not None:
                assert view.rowHeight(row) == view._layouts.row(segment).height


def test_scrolling_up_over_rows_never_seen_does_not_jump(three):
    view = three.grid
    three.go(len(three.order))
    bar = view.verticalScrollBar()
    for _ in range(10):
        row = view.rowAt(view.viewport().height() // 2)
        before = view.rowViewportPosition(row)
        bar.setValue(bar.value() - 20)
        moved = view.rowViewportPosition(row) - before
        assert abs(moved - 20) <= 1 or bar.value() == 0


def test_zoom_changes_the_letters_of_the_grid_alone(open_desk):
    view = open_desk.grid
    before, menu = view.rowHeight(1), open_desk.window.menuBar().font().pointSizeF()
    for _ in range(4):
        open_desk.press(Qt.Key.Key_Equal, Ctrl)
    assert view.zoom == open_desk.application.desk.settings.zoom == 140
    assert view.rowHeight(1) > before
    assert open_desk.window.menuBar().font().pointSizeF() == menu
    open_desk.press(Qt.Key.Key_0, Ctrl)
    assert view.rowHeight(1) == before


def test_a_screen_reader_hears_place_side_words_and_flags(open_desk):
    rows = open_desk.grid.rows
    row = rows.row_of(open_desk.order[4])
    spoken = rows.index(row, Column.TARGET).data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"segment 5 of {len(open_desk.order)}, translation: Zheng Jianxin" in spoken
    assert "1 error" in spoken
    # Header row and header column count among the children.
    cell = QAccessible.queryAccessibleInterface(open_desk.grid).child((row + 1) * (len(Column) + 1) + 1 + Column.TARGET)
    assert cell.text(QAccessible.Text.Name) == spoken


def test_the_card_explains_flag_and_term_as_plain_text(open_desk):
    open_desk.context.execute(SetTarget(open_desk.order[5], "<b>Zheng  Jianxin</b> spoke spoke.", say("test", "测试")))
    open_desk.go(6)
    open_desk.press(Qt.Key.Key_I, Ctrl)
    card = open_desk.grid._card
    open_desk.wait(card.isVisible)
    labels = card.findChildren(QLabel)
    assert any("郑建新" in label.text() for label in labels)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    open_desk.press(Qt.Key.Key_Down)
    open_desk.wait(lambda: not card.isVisible())


def test_hints_show_markup_as_it_is_written(open_desk):
    open_desk.context.execute(SetTarget(open_desk.order[5], "<b>the the</b>", say("test", "测试")))
    rows = open_desk.grid.rows
    tip = rows.index(rows.row_of(open_desk.order[5]), Column.STATUS).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>")
    assert "<b>" not in tip


def test_a_double_click_edits_where_it_fell(open_desk):
    view = open_desk.grid
    open_desk.go(4)
    rect = view.visualRect(view.currentIndex())
    spot = QPoint(rect.left() + 60, rect.center().y())
    open_desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    open_desk.qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.editing
    assert 0 < open_desk.editor.caret() < len(open_desk.target(4))


def test_source_over_target_and_source_inserted(open_desk):
    source = open_desk.state.segments[open_desk.order[3]].source
    before = open_desk.target(4)
    open_desk.go(4)
    open_desk.press(Qt.Key.Key_R, Ctrl | Shift)
    assert open_desk.target(4) == source
    open_desk.press(Qt.Key.Key_Z, Ctrl)
    open_desk.press(Qt.Key.Key_I, Ctrl | Shift)
    assert open_desk.target(4) == before + source


def test_a_term_is_inserted_by_its_number(open_desk):
    open_desk.go(5, edit=True)
    hits = open_desk.context.term_hits(open_desk.order[4])
    open_desk.type(" ")
    open_desk.press(Qt.Key.Key_2, Ctrl)
    assert open_desk.target(5).endswith(hits[1].entry.plain_en)


@pytest.mark.parametrize(
    ("text", "span", "shown"),
    [("one two", Span(4, 4), Span(4, 7)), ("one two", Span(7, 7), Span(4, 7)), ("。", Span(0, 0), Span(0, 1))],
)
def test_a_place_without_words_is_shown_on_the_word_beside_it(text, span, shown):
    assert visible_span(text, span) == shown


def test_where_marks_overlap_the_worst_is_drawn():
    marks = [Mark(Span(0, 10), MarkKind.TERM), Mark(Span(4, 6), MarkKind.ERROR), Mark(Span(5, 8), MarkKind.WARNING)]
    assert flattened(marks, 9) == (
        Mark(Span(0, 4), MarkKind.TERM),
        Mark(Span(4, 6), MarkKind.ERROR),
        Mark(Span(6, 8), MarkKind.WARNING),
        Mark(Span(8, 9), MarkKind.TERM),
    )


def test_the_keys_are_the_windows_again_after_going_to_a_number(open_desk, monkeypatch):
    window, woken = open_desk.window, []
    monkeypatch.setattr(window, "activateWindow", lambda: woken.append(True))
    open_desk.press(Qt.Key.Key_G, Ctrl)
    open_desk.qtbot.keyClick(window.findChild(SegmentNumber).focusWidget(), Qt.Key.Key_Escape)
    assert woken
    assert here(open_desk) == 1
