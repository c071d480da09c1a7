"""Renaming and moving documents, and what each of them holds."""

from __future__ import annotations

import pytest

from tests.app.builders import session
from translator_desk.app.commands.document_list import RenameDocument, ReorderDocument
from translator_desk.app.commands.documents import RemoveDocument
from translator_desk.app.commands.edit import SetTarget
from translator_desk.app.commands.state import SetState
from translator_desk.app.counts import DocumentCounts
from translator_desk.errors import RefusedError
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level, Severity
from translator_desk.model.state import SegmentState
from translator_desk.text.span import Span
from translator_desk.wording import say

A, B, C = DocumentId("a"), DocumentId("b"), DocumentId("c")


def three():
    return session(("a", [("一", "One.")]), ("b", [("二 二", "Two two.")]), ("c", [("三", "Three.")]))[0]


def test_a_document_is_renamed_and_undo_gives_its_name_back():
    one = three()
    changes = one.execute(RenameDocument(B, "  Second\n text "))
    assert one.state.documents[B].title == "Second text"
    assert changes.structure == {B}
    one.undo()
    assert one.state.documents[B].title == "b"


def test_a_blank_name_is_refused():
    one = three()
    with pytest.raises(RefusedError):
        one.execute(RenameDocument(B, " "))
    assert one.state.documents[B].title == "b"


@pytest.mark.parametrize(
    ("document", "by", "order"),
    [(A, 1, (B, A, C)), (C, -1, (A, C, B)), (C, -9, (C, A, B)), (A, 9, (B, C, A))],
)
def test_a_document_is_moved_and_undo_moves_it_back(document, by, order):
    one = three()
    changes = one.execute(ReorderDocument(document, by))
    assert one.state.document_order == order
    assert document in changes.structure
    one.undo()
    assert one.state.document_order == (A, B, C)


def test_moving_beyond_the_end_is_no_step():
    one = three()
    assert one.execute(ReorderDocument(A, -1)).undo is None


def test_a_document_that_is_gone_is_refused():
    one = three()
    one.execute(RemoveDocument(B))
    for command in (RenameDocument(B, "x"), ReorderDocument(B, 1)):
        with pytest.raises(RefusedError):
            one.execute(command)


def test_counts_follow_every_change():
    one = three()
    counts = DocumentCounts(one.state)
    counts.take_texts(one.state.segments)
    assert (counts.of(B).segments, counts.of(B).characters, counts.of(B).words) == (1, 2, 2)
    assert (counts.of().segments, counts.of().characters, counts.of().words) == (3, 4, 4)
    changes = one.execute(SetTarget(SegmentId(2), "Now four words here.", say("test", "测试")))
    counts.take_texts(changes.segments)
    assert counts.of(B).words == 4
    counts.take_texts(one.execute(SetState((SegmentId(1),), SegmentState.TRANSLATED)).segments)
    assert counts.of().confirmed == 1
    counts.take_texts(one.execute(RemoveDocument(B)).segments)
    assert (counts.of().segments, counts.of().characters, counts.of().words) == (2, 2, 2)


def test_flags_are_counted_a_document_and_a_level():
    one = three()
    counts = DocumentCounts(one.state)
    issue = Issue(
        CheckId("spacing"),
        Level.WARNING,
        Severity.MINOR,
        Mqm.WHITESPACE,
        B,
        SegmentId(2),
        Span(0, 1),
        None,
        say("a", "b"),
    )
    found = {SegmentId(2): (issue, issue)}
    counts.take_flags(one.state.segments, lambda key: found.get(key, ()))
    assert counts.of(B).flags == {Level.ERROR: 0, Level.WARNING: 2, Level.INFO: 0}
    assert counts.of(A).flags[Level.WARNING] == 0
    found.clear()
    counts.take_flags([SegmentId(2)], lambda key: found.get(key, ()))
    assert not any(counts.of().flags.values())
