"""The list of flags by keys: found, filtered, gone to, mended, ignored with a reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton

from tests.ui.conftest import Alt, Ctrl, copy_of_sample
from tests.ui.settled import settle
from translator_desk.model.severity import Level
from translator_desk.ui.dialogs.ignore_reason import IgnoreReason
from translator_desk.ui.dialogs.replace_all import ReplaceAll
from translator_desk.ui.panels.flag_model import Column, FlagFilter
from translator_desk.ui.panels.problems import ProblemsPanel


@pytest.fixture
def three(hand, tmp_path):
    hand.open_texts(copy_of_sample(tmp_path / "texts", "s1", "s2", "s3"))
    settle(hand)
    hand.wait(lambda: tuple(panel(hand).flags.rows) == all_issues(hand))
    return hand


def panel(hand):
    return hand.window.findChild(ProblemsPanel)


def all_issues(hand):
    return hand.context.project.checking.all_issues()


def enter(hand):
    """Put the keyboard into the list of flags by its own key."""
    hand.press(Qt.Key.Key_J, Ctrl)
    hand.wait(panel(hand).table.hasFocus)


def box(hand, name):
    return next(one for one in panel(hand).findChildren(QComboBox) if one.accessibleName() == name)


def choose(combo, data):
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def row_with(hand, words):
    flags = panel(hand).flags
    return next(row for row, issue in enumerate(flags.rows) if flags.words(issue) == words)


def go_to_row(hand, row):
    table = panel(hand).table
    chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().setCurrentIndex(panel(hand).flags.index(row, Column.MESSAGE), chosen)


def test_every_flag_stands_in_the_list_in_reading_order(three):
    rows = panel(three).flags.rows
    order = {key: number for number, key in enumerate(three.order)}
    assert rows
    assert [order[one.segment] for one in rows] == sorted(order[one.segment] for one in rows)


def test_moving_in_the_list_shows_the_place_and_keeps_the_keyboard(three):
    hand = three
    hand.go(1)
    enter(hand)
    assert hand.context.focus.segment == hand.order[0]
    hand.press(Qt.Key.Key_Down)
    issue = panel(hand).flags.rows[1]
    assert hand.context.focus.segment == issue.segment
    assert hand.context.focus.issue == issue
    assert panel(hand).table.hasFocus()


def test_enter_edits_at_the_words(three):
    hand = three
    enter(hand)
    go_to_row(hand, row_with(hand, "Deng Qunze"))
    hand.press(Qt.Key.Key_Return)
    hand.wait(lambda: hand.grid.editing)
    assert hand.grid.selected_words() == "Deng Qunze"


def test_words_level_check_and_document_filter_the_list(three, qtbot):
    hand = three
    total = len(all_issues(hand))
    line = panel(hand).findChild(QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "qunze")
    hand.wait(lambda: 0 < len(panel(hand).flags.rows) < total)
    assert all("qunze" in panel(hand).flags._searchable(one) for one in panel(hand).flags.rows)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert len(panel(hand).flags.rows) == total
    choose(box(hand, "Level"), "errors")
    assert {one.level for one in panel(hand).flags.rows} == {Level.ERROR}
    choose(box(hand, "Level"), "all")
    choose(box(hand, "Check"), "number-mismatch")
    assert {one.check for one in panel(hand).flags.rows} == {"number-mismatch"}
    choose(box(hand, "Check"), "")
    hand.go(len(hand.order))
    choose(box(hand, "Document"), "here")
    assert {one.document for one in panel(hand).flags.rows} == {hand.state.document_order[-1]}


def test_columns_sort_the_list_and_give_the_order_back(three):
    hand = three
    header = panel(hand).table.horizontalHeader()
    header.sectionClicked.emit(Column.LEVEL)
    ranks = [one.level.rank for one in panel(hand).flags.rows]
    assert ranks == sorted(ranks, reverse=True)
    header.sectionClicked.emit(Column.LEVEL)
    assert [one.level.rank for one in panel(hand).flags.rows] == sorted(ranks)
    header.sectionClicked.emit(Column.LEVEL)
    assert tuple(panel(hand).flags.rows) == all_issues(hand)
    for column in (Column.MESSAGE, Column.FIX, Column.CHECK, Column.DOCUMENT):
        header.sectionClicked.emit(column)
        said = [panel(hand).flags.index(row, column).data() for row in range(panel(hand).flags.rowCount())]
        if column is Column.DOCUMENT:
            titles = [hand.state.documents[key].title for key in hand.state.document_order]
            assert [one for at, one in enumerate(said) if at == 0 or one != said[at - 1]] == titles
        elif column is Column.CHECK:
            assert said == sorted(said)
        else:
            assert said == sorted(said, key=str.casefold)


def test_alt_1_mends_the_flag_chosen_in_the_list(three):
    hand = three
    enter(hand)
    go_to_row(hand, row_with(hand, "Deng Qunze"))
    hand.press(Qt.Key.Key_1, Alt)
    assert not any(panel(hand).flags.words(one) == "Deng Qunze" for one in all_issues(hand)[:6])
    hand.wait(lambda: tuple(panel(hand).flags.rows) == all_issues(hand))


def test_the_list_follows_f8(three):
    hand = three
    hand.press(Qt.Key.Key_F8)
    hand.press(Qt.Key.Key_F8)
    assert panel(hand).table.chosen == hand.context.focus.issue


def test_a_flag_is_ignored_with_a_reason_and_never_without(three, qtbot):
    hand = three
    enter(hand)
    row = row_with(hand, "Deng Qunze")
    issue = panel(hand).flags.rows[row]
    go_to_row(hand, row)
    hand.press(Qt.Key.Key_4, Alt)
    dialog = hand.window.findChild(IgnoreReason)
    hand.wait(dialog.isVisible)
    line = dialog.findChild(QLineEdit)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not hand.state.waivers
    qtbot.keyClicks(line, "quotation")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [one.reason for one in hand.state.waivers] == ["quotation"]
    hand.wait(lambda: issue not in panel(hand).flags.rows)
    hand.wait(hand.window.isActiveWindow)
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert not hand.state.waivers
    hand.wait(lambda: issue in panel(hand).flags.rows)


def test_alt_2_mends_everywhere_what_is_ticked(three, qtbot):
    hand = three
    enter(hand)
    row = row_with(hand, "Deng Qunze")
    go_to_row(hand, row)
    before = {key: one.target for key, one in hand.state.segments.items()}
    hand.press(Qt.Key.Key_2, Alt)
    dialog = hand.window.findChild(ReplaceAll)
    hand.wait(dialog.isVisible)
    places = dialog.places.shown
    assert places
    assert all(one.old == "Deng Qunze" and one.words == "Deng Qunce" for one in places)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert len(dialog.places.chosen) == len(places) - 1
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    dialog.accept()
    assert not any("Deng Qunze" in one.target for one in hand.state.segments.values())
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert {key: one.target for key, one in hand.state.segments.items()} == before


def test_the_details_name_the_evidence_and_write_the_fix(three):
    hand = three
    enter(hand)
    row = row_with(hand, "Deng Qunze")
    issue = panel(hand).flags.rows[row]
    go_to_row(hand, row)
    cards = panel(hand).details.rows
    said = [cards.index(number).data() for number in range(cards.rowCount())]
    assert hand.context.render(issue.message) in said[0]
    assert all(hand.context.render(one) in said[0] for one in issue.evidence)
    assert "Deng Qunce" in said[1]
    panel(hand).details.chosen.emit(("fix", 0))
    assert issue not in all_issues(hand)


def test_a_check_is_switched_off_from_its_flag_and_on_again_by_ctrl_z(three):
    hand = three
    enter(hand)
    go_to_row(hand, row_with(hand, "Deng Qunze"))
    check = panel(hand).table.chosen.check
    hand.context.actions["issue.check-off"].trigger()
    hand.wait(lambda: check not in {one.check for one in all_issues(hand)})
    assert hand.window.sentences
    hand.press(Qt.Key.Key_Z, Ctrl)
    hand.wait(lambda: check in {one.check for one in all_issues(hand)})


def test_what_could_not_run_is_listed_with_its_reason(hand, tmp_path):
    folder = copy_of_sample(tmp_path / "texts", "s1")
    (folder / "s1.zh.txt").unlink()
    hand.open_texts(folder)
    hand.wait(lambda: any(one.isVisible() for one in panel(hand).findChildren(QToolButton) if one.isCheckable()))
    button = next(one for one in panel(hand).findChildren(QToolButton) if one.isCheckable())
    button.click()
    cards = panel(hand)._silent.rows
    said = "\n".join(cards.index(number).data() for number in range(cards.rowCount()))
    for one in hand.context.project.checking.not_run(hand.state.document_order[0]):
        assert panel(hand).flags.check_name(one.check) in said
        assert hand.context.render(one.reason) in said


def test_few_changes_are_put_in_place_as_reading_anew_would(three):
    hand = three
    flags = panel(hand).flags
    for number in (3, 5, 9, 14, 20):
        hand.go(number, edit=True)
        hand.wait(lambda: hand.grid.editing)
        hand.type("the the 2 3 ")
        hand.wait(lambda: tuple(flags.rows) == all_issues(hand))
    flags.show(FlagFilter(levels=frozenset({Level.WARNING})))
    hand.go(7, edit=True)
    hand.type("of of ")
    wanted = [one for one in all_issues(hand) if one.level is Level.WARNING]
    hand.wait(lambda: flags.rows == wanted)


def test_a_filter_right_after_an_edit_lists_what_is_there_now(three):
    hand = three
    line = panel(hand).findChild(QLineEdit)
    line.setText("stands here twice")
    line.setFocus()
    hand.press(Qt.Key.Key_Return)  # not after a quiet moment, but now
    before = tuple(panel(hand).flags.rows)
    assert before
    hand.go(7, edit=True)
    hand.wait(lambda: hand.grid.editing)
    hand.type("of of ")
    hand.wait(lambda: any(one.segment == hand.order[6] and one.check == "repeated-word" for one in all_issues(hand)))
    line.setText("stands here")
    line.setFocus()
    hand.press(Qt.Key.Key_Return)
    rows = panel(hand).flags.rows
    assert rows == [one for one in all_issues(hand) if "stands here" in hand.context.render(one.message)]
    assert len(rows) == len(before) + 1


def test_in_a_small_window_columns_give_way_to_what_is_wrong(three):
    table = panel(three).table
    columns = (Column.FIX, Column.CHECK, Column.DOCUMENT)
    three.window.resize(1600, 860)
    three.wait(lambda: not any(table.isColumnHidden(column) for column in columns))
    three.window.resize(1024, 700)
    three.wait(lambda: table.isColumnHidden(Column.DOCUMENT))
    assert table.columnWidth(Column.MESSAGE) >= 30 * table.fontMetrics().averageCharWidth()
    three.window.resize(1600, 860)
    three.wait(lambda: not any(table.isColumnHidden(column) for column in columns))
