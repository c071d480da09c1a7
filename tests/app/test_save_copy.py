"""A copy of the project holds all work, also what its own file could not take."""

from __future__ import annotations

import pytest

from tests.app.hand import Hand
from translator_desk.app.changes import Saving
from translator_desk.app.commands.comments import AddComment
from translator_desk.app.commands.edit import EditTarget, SetTarget
from translator_desk.errors import StoreError
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.store import audit
from translator_desk.text.span import Span
from translator_desk.wording import say

NEWS, FIRST, SECOND = DocumentId("news"), SegmentId(1), SegmentId(2)


@pytest.fixture
def hand(tmp_path):
    return Hand(tmp_path / "home")


@pytest.fixture
def project(hand, tmp_path):
    (tmp_path / "news.txt").write_text("The mayor spoke. He left.\n", "utf-8")
    return hand.make(tmp_path / "news.desk", tmp_path / "news.txt")


def save_copy(hand, project, to):
    found = []
    hand.desk.save_copy(project, to, found.append, hand.problems.append)
    if hand.problems:
        raise hand.problems.pop()
    assert found == [to]


def held(hand, path):
    copy = hand.open(path)
    state = copy.session.state
    try:
        return [one.target for one in state.document_segments(NEWS)], [one.text for one in state.comments.values()]
    finally:
        hand.close(copy)


def test_what_is_being_typed_is_in_the_copy(hand, project, tmp_path):
    project.session.execute(EditTarget(FIRST, Span(0, 3), "A"))
    save_copy(hand, project, tmp_path / "copy.desk")
    assert held(hand, tmp_path / "copy.desk")[0] == ["A mayor spoke.", "He left."]
    assert project.autosave.saving is Saving.SAVED
    hand.close(project)


def test_work_that_the_lost_file_could_not_take_is_in_the_copy(hand, project, tmp_path):
    project.session.execute(SetTarget(FIRST, "Saved.", say("x", "x")))
    project.path.unlink()
    project.session.execute(SetTarget(FIRST, "Not saved.", say("x", "x")))
    project.session.execute(AddComment(SECOND, "Not saved either"))
    project.session.execute(EditTarget(SECOND, Span(0, 2), "She"))
    assert project.autosave.saving is Saving.FAILED
    save_copy(hand, project, tmp_path / "rescued.desk")
    assert held(hand, tmp_path / "rescued.desk") == (["Not saved.", "She left."], ["Not saved either"])
    assert audit.verify(tmp_path / "rescued.desk") is None
    hand.desk.abandon_project(project, lambda: None)


def test_a_file_that_stands_there_is_never_replaced(hand, project, tmp_path):
    (tmp_path / "other.desk").write_text("something else")
    with pytest.raises(StoreError, match="is there already"):
        save_copy(hand, project, tmp_path / "other.desk")
    assert (tmp_path / "other.desk").read_text() == "something else"
    hand.close(project)
