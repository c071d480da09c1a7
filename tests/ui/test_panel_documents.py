"""The list of documents by keys: shown, renamed, moved, taken out and brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLineEdit

from tests.ui.conftest import Ctrl, Shift, copy_of_sample
from tests.ui.settled import settle
from translator_desk.app.counts import Counts
from translator_desk.model.severity import Level
from translator_desk.ui.dialogs.document_details import DocumentDetails
from translator_desk.ui.panels.cards import CardView
from translator_desk.ui.panels.documents import DocumentsPanel


@pytest.fixture
def three(hand, tmp_path):
    hand.open_texts(copy_of_sample(tmp_path / "texts", "s1", "s2", "s3"))
    settle(hand)
    return hand


def panel(hand):
    return hand.window.findChild(DocumentsPanel)


def cards(hand):
    return panel(hand).findChild(CardView)


def words(hand, row):
    return cards(hand).rows.index(row).data()


def enter_list(hand):
    hand.press(Qt.Key.Key_D, Ctrl | Shift)
    hand.wait(lambda: cards(hand).hasFocus())


def test_each_document_says_what_it_holds(three):
    hand = three
    checking = hand.context.project.checking
    assert cards(hand).rows.rowCount() == 4
    for row, key in enumerate((None, *hand.state.document_order)):
        segments = [one for one in hand.state.segments.values() if key in (None, one.document)]
        hand.wait(lambda row=row, segments=segments: f"{len(segments)} segment" in words(hand, row))
        assert f"{sum(len(one.target.split()) for one in segments)} word" in words(hand, row)
        errors = checking.counts(key)[Level.ERROR]
        hand.wait(lambda row=row, errors=errors: f", {errors}" in words(hand, row))


def test_enter_shows_a_document_and_goes_there(three):
    hand = three
    enter_list(hand)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    second = hand.state.document_order[1]
    assert hand.context.focus.document == second
    assert hand.state.segments[hand.context.focus.segment].document == second
    hand.press(Qt.Key.Key_Home, Ctrl)
    hand.press(Qt.Key.Key_Return)
    assert hand.context.focus.document is None


def test_f2_names_a_document_anew(three, qtbot):
    hand = three
    enter_list(hand)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_F2)
    dialog = hand.window.findChild(DocumentDetails)
    hand.wait(dialog.isVisible)
    name = next(one for one in dialog.findChildren(QLineEdit) if not one.isReadOnly())
    name.clear()
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert dialog.isVisible()  # a blank name is refused inside the dialog
    qtbot.keyClicks(name, "Hygiene meeting")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert hand.state.documents[hand.state.document_order[0]].title == "Hygiene meeting"
    hand.wait(lambda: words(hand, 1).startswith("Hygiene meeting"))
    hand.press(Qt.Key.Key_Z, Ctrl)
    hand.wait(lambda: not words(hand, 1).startswith("Hygiene meeting"))


def test_ctrl_shift_down_moves_a_document(three):
    hand = three
    before = hand.state.document_order
    enter_list(hand)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Down, Ctrl | Shift)
    assert hand.state.document_order == (before[1], before[0], before[2])
    assert cards(hand).current == before[0]


def test_delete_takes_a_document_out_and_the_bar_brings_it_back(three, qtbot):
    hand = three
    before = hand.state.document_order
    enter_list(hand)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Delete)
    assert hand.state.document_order == before[1:]
    assert hand.window.sentences
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert hand.state.document_order == before


def test_the_figures_follow_the_typing(three):
    hand = three
    hand.wait(lambda: "segment" in words(hand, 1) and "word" in words(hand, 1))
    first = hand.state.document_order[0]
    hand.go(1, edit=True)
    hand.wait(lambda: hand.grid.editing)
    hand.type("one two three ")
    total = sum(len(one.target.split()) for one in hand.state.document_segments(first))
    hand.wait(lambda: f"{total} word" in words(hand, 1))


FEW = Counts(36, 0, 1_011, 713, {Level.ERROR: 13, Level.WARNING: 19, Level.INFO: 0})
MANY = Counts(100_000, 1, 3_740_805, 2_161_815, {Level.ERROR: 2_287, Level.WARNING: 11_539, Level.INFO: 431})


@pytest.mark.parametrize(
    ("wide", "counts", "figures"),
    [
        (200, FEW, [["0/36", "13", "19"]]),
        (400, MANY, [["1/100,000", "2,287", "11,539", "431"]]),
        (230, MANY, [["1/100,000"], ["2,287", "11,539", "431"]]),
    ],
)
def test_the_figures_of_a_large_project_are_not_cut_off(three, monkeypatch, wide, counts, figures):
    def lines():
        return [line for line in cards(three).rows.cards[0].lines if line.badges]

    monkeypatch.setattr(panel(three)._counts, "of", lambda document=None: counts)
    three.window.resize(1600, 900)
    dock = three.window.findChild(QDockWidget, "panel.documents")
    # Wherever it stood before, the figures are laid out anew.
    for width in (600 - wide, wide):
        three.window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
        three.wait(lambda width=width: abs(dock.width() - width) < 10)
    three.wait(lambda: [[one.text for one in line.badges] for line in lines()] == figures)
    assert all(map(cards(three).fits, lines()))
    assert f"{three.context.language.number(counts.segments)} segments" in cards(three).rows.cards[0].lines[1].text


def test_without_any_document_nobody_is_anywhere_and_undo_brings_all_back(three):
    hand = three
    targets = [hand.target(number) for number in range(1, len(hand.order) + 1)]
    hand.go(3)
    hand.press(Qt.Key.Key_F8)
    for _ in range(3):
        hand.context.actions["document.remove"].trigger()
    assert not hand.order
    assert (hand.context.focus.segment, hand.context.focus.issue) == (None, None)
    hand.wait(lambda: not hand.context.actions["segment.confirm"].isEnabled())
    for action_id in ("go.next-flag", "go.next-segment", "edit.copy-segment", "segment.confirm"):
        hand.context.actions[action_id].trigger()
    for _ in range(3):
        hand.press(Qt.Key.Key_Z, Ctrl)
    assert [hand.target(number) for number in range(1, len(hand.order) + 1)] == targets
    assert hand.context.focus.segment in hand.state.segments


def test_taking_the_document_shown_out_shows_the_others(three):
    hand = three
    first, *others = hand.state.document_order
    hand.context.focus.set_document(first)
    hand.go(2)
    hand.context.actions["document.remove"].trigger()
    assert hand.context.focus.document is None
    assert hand.grid.shown_segments() == [key for one in others for key in hand.state.order[one]]
    assert hand.context.focus.segment in hand.state.segments
