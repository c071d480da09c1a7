"""How much was changed in review stands in the details of a document."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from tests.ui.settled import settle
from translator_desk.app.commands.edit import EditTarget
from translator_desk.app.commands.workflow import MoveDocument
from translator_desk.model.workflow import Move
from translator_desk.text.span import Span
from translator_desk.ui.dialogs.document_details import DocumentDetails


def details(hand):
    """Open the details of the first document; return the line of that name once it is counted."""
    dialog = DocumentDetails(hand.context, hand.state.document_order[0])
    dialog.open()
    lines = {one.accessibleName(): one for one in dialog.findChildren(QLineEdit)}
    name = next(one for one in lines if one.startswith("Changed"))
    hand.wait(lambda: lines[name].text().startswith("TER "))
    said = lines[name].text(), lines[name].toolTip()
    dialog.reject()
    return name, *said


def test_it_is_counted_since_the_import_and_since_the_hand_over(open_desk):
    hand = open_desk
    settle(hand)
    hand.go(1)
    assert details(hand)[:2] == ("Changed since the import", "TER 0.0, chrF2 100.0")
    hand.context.execute(EditTarget(hand.order[1], Span(0, 0), "So: "))
    name, said, more = details(hand)
    assert (name, said.startswith("TER 0.0")) == ("Changed since the import", False)
    assert "chrF2|nrefs:1|" in more
    hand.context.execute(MoveDocument(hand.state.document_order[0], Move.HAND_OVER))
    assert details(hand)[:2] == ("Changed in review", "TER 0.0, chrF2 100.0")


def test_closing_before_it_is_counted_is_no_matter(open_desk):
    hand = open_desk
    settle(hand)
    hand.go(1)
    dialog = DocumentDetails(hand.context, hand.state.document_order[0])
    dialog.open()
    dialog.reject()
    seen = []
    hand.context.desk.amount_changed(hand.context.project, hand.state.document_order[0], seen.append, seen.append)
    hand.wait(lambda: bool(seen))
    assert seen[0][0].name == "TER"
