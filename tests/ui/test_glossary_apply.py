"""A new preferred form offered for all texts: previewed, chosen place by place, one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Ctrl, copy_of_sample
from tests.ui.test_glossary_lists import at_entry, glossary  # noqa: F401
from translator_desk.app.commands.edit import Replacement
from translator_desk.app.commands.workflow import MoveDocument
from translator_desk.model.workflow import Move
from translator_desk.text.span import Span
from translator_desk.ui.dialogs import apply_everywhere
from translator_desk.ui.dialogs.apply_everywhere import ApplyEverywhere
from translator_desk.ui.glossary.place_search import PlaceSearch

OFFER = "the form before stands in"


@pytest.fixture
def changed(glossary):  # noqa: F811
    """A hand that has saved another preferred form of a person's name."""
    hand = glossary
    hand.before = [hand.target(number) for number in range(1, len(hand.order) + 1)]
    at_entry(hand, "邓群策")
    hand.type("Deng Qun-ce")
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: any(OFFER in one for one in hand.window.sentences))
    return hand


def dialog(hand):
    hand.wait(lambda: hand.window.findChild(ApplyEverywhere) is not None)
    found = hand.window.findChild(ApplyEverywhere)
    hand.wait(lambda: QApplication.activeWindow() is found)
    return found


def offered(hand):
    """Follow the offer of the bar on top by its command."""
    hand.context.actions["glossary.apply-form"].trigger()
    return dialog(hand)


def test_it_is_written_where_it_is_ticked_as_changes_that_wait_and_undone_at_once(changed):
    hand = changed
    made = offered(hand)
    places = made.places.shown
    assert places
    assert {one.words for one in places} <= {"Deng Qun-ce", "DENG QUN-CE"}
    assert len(made.places.chosen) == len(places)
    assert made.pending.isChecked()
    hand.qtbot.keyClick(made.table, Qt.Key.Key_Return)
    hand.wait(lambda: hand.window.findChild(ApplyEverywhere) is None)
    texts = [hand.state.segments[one.segment] for one in places]
    assert all("Deng Qun-ce" in one.target and one.redline is not None for one in texts)
    assert not any(OFFER in one for one in hand.window.sentences)
    hand.context.actions["edit.undo"].trigger()
    assert [hand.target(number) for number in range(1, len(hand.order) + 1)] == hand.before


def test_a_place_without_a_tick_stays_and_without_waiting_the_words_are_agreed(changed):
    hand = changed
    made = offered(hand)
    made.pending.setFocus()
    hand.qtbot.keyClick(made.pending, Qt.Key.Key_Space)
    made.table.setFocus()
    hand.qtbot.keyClick(made.table, Qt.Key.Key_Space)
    first, *others = made.places.shown
    assert first not in made.places.chosen
    if not others:
        assert not made.buttons.button(made.buttons.StandardButton.Ok).isEnabled()
        hand.qtbot.keyClick(made.table, Qt.Key.Key_Space)
    hand.qtbot.keyClick(made.table, Qt.Key.Key_Return)
    hand.wait(lambda: hand.window.findChild(ApplyEverywhere) is None)
    texts = [hand.state.segments[one.segment] for one in (others or [first])]
    assert all("Deng Qun-ce" in one.target and one.redline is None for one in texts)


def test_in_a_document_in_review_the_new_form_is_a_change_to_decide(changed):
    hand = changed
    for key in hand.state.document_order:
        hand.context.execute(MoveDocument(key, Move.HAND_OVER))
    made = offered(hand)
    made.pending.setChecked(False)
    places = made.places.chosen
    made.accept()
    assert all(hand.state.segments[one.segment].redline is not None for one in places)


def test_where_no_old_form_stands_it_is_said(glossary):  # noqa: F811
    hand = glossary
    at_entry(hand, "邓群策")
    hand.context.actions["glossary.apply-form"].trigger()
    hand.wait(lambda: "No former preferred form" in hand.window.statusBar().whispered)
    assert hand.window.findChild(ApplyEverywhere) is None


def test_many_places_are_worked_out_beside_the_window_and_written_in_one_step(changed, monkeypatch):
    monkeypatch.setattr(apply_everywhere, "_AT_ONCE", 0)
    hand = changed
    made = offered(hand)
    places = made.places.chosen
    made.accept()
    assert "is being written" in hand.window.statusBar().whispered
    hand.wait(lambda: all("Deng Qun-ce" in hand.state.segments[one.segment].target for one in places))
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert [hand.target(number) for number in range(1, len(hand.order) + 1)] == hand.before


def test_the_first_places_are_looked_through_while_the_others_are_looked_for(glossary):  # noqa: F811
    hand = glossary
    entry = next(one for one in hand.context.glossary.term_base.entries if one.zh[0] == "邓群策")
    segments = [(key, hand.state.segments[key]) for key in hand.order[:3]]
    found = [Replacement(key, Span(0, 1), one.target[:1], "X") for key, one in segments]
    search = PlaceSearch(hand.context)
    tell = search.collector(lambda call: call)
    tell(found[0])
    made = ApplyEverywhere(hand.context, entry, search)
    made.open()
    button = made.buttons.button(made.buttons.StandardButton.Ok)
    assert made.places.shown == (found[0],)
    assert made.count.text() == "1 of 1 places so far…"
    assert not button.isEnabled()
    made.accept()
    assert made.isVisible()
    made.table.setFocus()
    hand.qtbot.keyClick(made.table, Qt.Key.Key_Space)
    tell(found[1])
    tell(found[2])
    assert made.places.shown == tuple(found)
    assert made.places.chosen == tuple(found[1:])
    search.end()
    assert made.count.text() == "2 of 3 places"
    assert button.isEnabled()
    made.reject()
    assert search.given_up


def test_the_places_are_ticked_by_document(hand, tmp_path):
    hand.open_texts(copy_of_sample(tmp_path / "texts", "s1", "s2"))
    hand.wait(lambda: hand.context.glossary.ready)
    entry = next(one for one in hand.context.glossary.term_base.entries if one.zh[0] == "邓群策")
    state = hand.state
    rows = [(document, key) for document in state.document_order for key in state.order[document][:2]]
    assert len({document for document, _ in rows}) > 1
    found = [Replacement(key, Span(0, 1), state.segments[key].target[:1], "X") for _, key in rows]
    search = PlaceSearch(hand.context)
    tell = search.collector(lambda call: call)
    for one in found:
        tell(one)
    search.end()
    made = ApplyEverywhere(hand.context, entry, search)
    made.open()
    documents = made.documents
    assert documents.isVisible()

    def ticks():
        return [documents.model().index(row, 0).data(Qt.ItemDataRole.CheckStateRole)
                for row in range(documents.model().rowCount())]  # fmt: skip

    assert set(ticks()) == {Qt.CheckState.Checked}
    documents.setFocus()
    documents.setCurrentIndex(documents.model().index(1, 0))
    first = rows[0][0]
    mine = tuple(one for one, (document, _) in zip(found, rows, strict=True) if document == first)
    assert made.places.shown == mine
    assert made.places.chosen == tuple(found)
    hand.qtbot.keyClick(documents, Qt.Key.Key_Space)
    assert made.places.chosen == tuple(one for one in found if one not in mine)
    assert ticks()[:2] == [Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked]
    assert documents.model().index(1, 2).data() == f"0 of {len(mine)}"
    documents.setCurrentIndex(documents.model().index(0, 0))
    assert made.places.shown == tuple(found)
    hand.qtbot.keyClick(documents, Qt.Key.Key_Space)
    assert made.places.chosen == tuple(found)
    hand.qtbot.keyClick(documents, Qt.Key.Key_Space)
    assert made.places.chosen == ()
    assert not made.buttons.button(made.buttons.StandardButton.Ok).isEnabled()
    made.reject()
