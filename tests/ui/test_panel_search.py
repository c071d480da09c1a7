"""Search by keys: find on both sides, go from hit to hit, replace one and all, concordance."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton

from tests.ui.conftest import Ctrl, Shift, copy_of_sample
from translator_desk.app.search import Query, Side, find
from translator_desk.ui.dialogs.replace_all import ReplaceAll
from translator_desk.ui.panels.hit_table import Column
from translator_desk.ui.panels.run_lines import RUNS
from translator_desk.ui.panels.search import SearchPanel
from translator_desk.ui.panels.searching import searching


@pytest.fixture
def three(hand, tmp_path):
    hand.open_texts(copy_of_sample(tmp_path / "texts", "s1", "s2", "s3"))
    return hand


def panel(hand):
    return hand.window.findChild(SearchPanel)


def line(hand, name):
    return next(one for one in panel(hand).findChildren(QLineEdit) if one.accessibleName() == name)


def begin(hand, words):
    """Press Ctrl+F and type what to look for."""
    hand.press(Qt.Key.Key_F, Ctrl)
    hand.wait(lambda: panel(hand) is not None and line(hand, "Find").hasFocus())
    line(hand, "Find").clear()
    if words.isascii():
        hand.type(words)
    else:
        line(hand, "Find").insert(words)  # as an input method does; key events of the test library are ASCII
    hand.wait(lambda: searching(hand.context).query is not None and searching(hand.context).query.text == words)
    hand.wait(lambda: not searching(hand.context).running)


def hits(hand):
    return searching(hand.context).hits


def expected(hand, text, **options):
    return list(find(hand.state, Query(text, **options)))


def test_both_sides_are_found_while_typing(three):
    hand = three
    begin(hand, "hengyang")
    assert hits(hand) == expected(hand, "hengyang")
    assert panel(hand).table.model().rowCount() == len(hits(hand))
    begin(hand, "邓群策")
    assert {one.side for one in hits(hand)} == {Side.SOURCE}
    runs = panel(hand).table.model().index(0, Column.SOURCE).data(RUNS)
    assert [run.text for run in runs if run.bold] == ["邓群策"]


def test_f3_goes_round_the_hits_and_selects_the_words(three):
    hand = three
    begin(hand, "Qunce")
    count = len(hits(hand))
    hand.press(Qt.Key.Key_Escape)
    hand.wait(lambda: not line(hand, "Find").hasFocus())
    seen = []
    for _ in range(count):
        hand.press(Qt.Key.Key_F3)
        hand.wait(lambda: hand.grid.editing)
        assert hand.grid.selected_words() == "Qunce"
        seen.append(searching(hand.context).at)
    assert sorted(seen) == list(range(count))
    hand.press(Qt.Key.Key_F3)
    assert searching(hand.context).at == seen[0]
    hand.press(Qt.Key.Key_F3, Shift)
    assert searching(hand.context).at == seen[-1]


def test_enter_in_the_line_shows_hit_after_hit_and_keeps_the_keyboard(three):
    hand = three
    begin(hand, "Hengyang")
    hand.press(Qt.Key.Key_Return)
    first = hand.context.focus.segment
    assert first == hits(hand)[0].segment
    for _ in range(3):
        hand.press(Qt.Key.Key_Return)
    assert searching(hand.context).at == 3
    assert line(hand, "Find").hasFocus()
    hand.press(Qt.Key.Key_Return, Shift)
    assert searching(hand.context).at == 2


def test_options_narrow_the_search(three):
    hand = three
    begin(hand, "the")
    case, whole, pattern = (
        next(one for one in panel(hand).findChildren(QToolButton) if one.accessibleName() == name)
        for name in ("Capitals count", "Whole words only", "Regular expression")
    )
    case.click()
    whole.click()
    hand.wait(lambda: not searching(hand.context).running)
    assert hits(hand) == expected(hand, "the", match_case=True, whole_words=True)
    pattern.click()
    begin(hand, "(un")
    assert searching(hand.context).refusal is not None
    assert not hits(hand)
    begin(hand, r"\bQun\w+")
    assert {one.side for one in hits(hand)} == {Side.TARGET}
    combo = next(one for one in panel(hand).findChildren(QComboBox) if one.accessibleName() == "Where")
    hand.go(1)
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    hand.wait(lambda: not searching(hand.context).running)
    assert {hand.state.segments[one.segment].document for one in hits(hand)} == {hand.state.document_order[0]}


def test_enter_in_replace_by_replaces_the_hit_and_goes_to_the_next(three):
    hand = three
    begin(hand, "Deng Qunze")
    before = len(hits(hand))
    hand.press(Qt.Key.Key_Tab)
    assert line(hand, "Replace by").hasFocus()
    hand.type("Deng Qunce")
    hand.press(Qt.Key.Key_Return)  # shows the first hit
    place = hits(hand)[searching(hand.context).at]
    hand.press(Qt.Key.Key_Return)  # replaces it
    target = hand.state.segments[place.segment].target
    assert target[place.span.start :].startswith("Deng Qunce")
    assert len(hits(hand)) == before - 1
    hand.press(Qt.Key.Key_Escape)  # from the line, which has an undo of its own, to the grid
    hand.press(Qt.Key.Key_Z, Ctrl)
    hand.wait(lambda: len(hits(hand)) == before)


def test_replace_all_shows_every_place_and_replaces_what_is_ticked(three, qtbot):
    hand = three
    begin(hand, "Hengyang")
    line(hand, "Replace by").setText("Hengshan")
    panel(hand)._all.click()
    dialog = hand.window.findChild(ReplaceAll)
    hand.wait(dialog.isVisible)
    places = dialog.places.shown
    assert len(places) == len(hits(hand))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    dialog.accept()
    left = expected(hand, "Hengyang")
    assert len(left) == 1
    assert (left[0].segment, left[0].span) == (places[0].segment, places[0].span)
    hand.press(Qt.Key.Key_Escape)  # from the line, which has an undo of its own, to the grid
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert len(expected(hand, "Hengyang")) == len(places)


def test_the_concordance_shows_the_selected_words_in_all_sentences(three):
    hand = three
    hand.go(7, edit=True)
    hand.wait(lambda: hand.grid.editing)
    target = hand.target(7)
    assert target.startswith("Deng Qunce")
    hand.press(Qt.Key.Key_Home, Ctrl)
    for _ in range(len("Deng Qunce")):
        hand.press(Qt.Key.Key_Right, Shift)
    hand.press(Qt.Key.Key_F3, Ctrl)
    hand.wait(lambda: panel(hand) is not None and hits(hand) == expected(hand, "Deng Qunce"))
    hand.wait(panel(hand).table.hasFocus)


def test_the_hits_follow_the_typing(three):
    hand = three
    begin(hand, "Qunce")
    count = len(hits(hand))
    hand.go(1, edit=True)
    hand.wait(lambda: hand.grid.editing)
    hand.type("Qunce ")
    hand.wait(lambda: len(hits(hand)) == count + 1)
    assert hits(hand) == expected(hand, "Qunce")


def test_looking_again_in_a_few_segments_is_as_good_as_searching_anew(three):
    hand = three
    search = searching(hand.context)
    search.begin(Query("the"))
    hand.wait(lambda: not search.running)
    for number in (1, 8, 20, len(hand.order)):
        hand.go(number, edit=True)
        hand.wait(lambda: hand.grid.editing)
        hand.type("the the ")
        hand.wait(lambda: search.hits == expected(hand, "the"))


def test_hits_of_a_project_go_with_it(three, tmp_path):
    hand = three
    begin(hand, "the")
    assert panel(hand).table.model().rowCount() == len(hits(hand)) > 0
    hand.window.projects.close()
    hand.wait(lambda: not hand.context.is_open)
    hand.open_texts(copy_of_sample(tmp_path / "more", "s2"))
    hand.press(Qt.Key.Key_F, Ctrl)
    hand.wait(lambda: panel(hand) is not None)
    assert panel(hand).table.model().rowCount() == 0
    begin(hand, "the ")
    assert panel(hand).table.model().rowCount() == len(expected(hand, "the "))


def test_a_hit_is_in_the_list_before_it_is_gone_to(three):
    hand = three
    begin(hand, "the")
    search, table = searching(hand.context), panel(hand).table
    search.begin(Query("Hengyang"))
    hand.press(Qt.Key.Key_F3)
    assert search.at == table.currentIndex().row() >= 0
    assert table.model().rowCount() == len(hits(hand))
