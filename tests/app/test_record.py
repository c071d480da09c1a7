"""The record read back: changes since a point, the digest, typing of an unclean end under its author's name."""

from __future__ import annotations

import shutil

import pytest

from tests.app.hand import Hand
from tests.app.test_session import an_issue
from translator_desk.app.commands.documents import RemoveDocument
from translator_desk.app.commands.edit import EditTarget, SetTarget
from translator_desk.app.commands.review import DecideHunk, open_hunks
from translator_desk.app.commands.waivers import WaiveIssue, WithdrawWaivers
from translator_desk.app.commands.workflow import MoveDocument
from translator_desk.app.jobs import InlineLane
from translator_desk.app.record import changes_in, digest_in, point_name
from translator_desk.app.review_findings import texts_at_hand_over
from translator_desk.model.ids import WHOLE_PROJECT, DocumentId, SegmentId
from translator_desk.model.project import Person
from translator_desk.model.redline import Outcome
from translator_desk.model.revision import RevisionKind
from translator_desk.model.waiver import WaiverScope
from translator_desk.model.workflow import Move
from translator_desk.review.history import Since
from translator_desk.text.span import Span
from translator_desk.wording import say

NEWS = DocumentId("news")
FIRST, SECOND, THIRD = SegmentId(1), SegmentId(2), SegmentId(3)


@pytest.fixture
def hand(tmp_path):
    return Hand(tmp_path / "home")


@pytest.fixture
def project(hand, tmp_path):
    (tmp_path / "news.txt").write_text("The mayor spoke. He left.\n\nAll went home.\n", "utf-8")
    made = hand.make(tmp_path / "news.desk", tmp_path / "news.txt")
    yield made
    hand.desk.abandon_project(made, lambda: None)


def write(project, segment, text):
    project.session.execute(SetTarget(segment, text, say("x", "x")))


def read(hand, project):
    found = []
    hand.desk.record(project, found.append, hand.problems.append)
    assert not hand.problems
    return found[0]


class LaterLane(InlineLane):
    """Runs one piece of work at a time, when it is told to."""

    def __init__(self):
        self.waiting = []

    def submit(self, work, done, failed):
        self.waiting.append(lambda: InlineLane.submit(self, work, done, failed))

    def step(self):
        self.waiting.pop(0)()


def test_the_record_waits_for_all_that_is_still_to_be_written(hand, project):
    lane = hand.desk._store_lane = project.autosave._lane = LaterLane()
    for step in range(3):
        write(project, FIRST, f"Text {step}.")
        write(project, SECOND, f"Other text {step}.")
    project.session.execute(EditTarget(THIRD, Span(0, 0), "So "))
    found = []
    hand.desk.record(project, found.append, hand.problems.append)
    while lane.waiting:
        lane.step()
    assert not hand.problems
    (record,) = found
    assert [one.target for one in record.revisions if one.segment == FIRST][-3:] == ["Text 0.", "Text 1.", "Text 2."]
    assert record.revisions[-1].target == "So All went home."
    assert record.head == project.store.head().hash


def test_studying_the_history_leaves_the_row_that_is_typed_in_open(hand, project):
    session, kept = project.session, len(project.store.revisions())
    session.execute(EditTarget(THIRD, Span(0, 0), "So "))
    found = []
    hand.desk.study(project, lambda record: record.revisions, found.append, hand.problems.append)
    (revisions,) = found
    assert [(one.segment, one.target) for one in revisions[kept:]] == [(THIRD, "So All went home.")]
    assert len(project.store.revisions()) == kept
    session.execute(EditTarget(THIRD, Span(3, 3), "then "))
    session.leave_row(THIRD)
    assert [one.target for one in project.store.revisions()[kept:]] == ["So then All went home."]


def test_the_history_of_a_project_that_was_closed_meanwhile_is_wanted_by_nobody(hand, project):
    found = []
    hand.desk.close_project(project, lambda: None)
    hand.desk.study(project, lambda record: record.revisions, found.append, hand.problems.append)
    hand.desk.record(project, found.append, hand.problems.append)
    assert (found, hand.problems) == ([], [])


def test_of_a_document_taken_out_meanwhile_nothing_was_said_at_its_hand_over(hand, project):
    records = []
    hand.desk.record(project, records.append, hand.problems.append)
    assert len(texts_at_hand_over(project.session.state, records[0], NEWS)) == 3
    project.session.execute(RemoveDocument(NEWS))
    assert texts_at_hand_over(project.session.state, records[0], NEWS) == {}


def test_a_row_left_while_the_history_is_read_counts_once(hand, project):
    kept = len(project.store.revisions())
    lane = hand.desk._store_lane = LaterLane()
    project.session.execute(EditTarget(THIRD, Span(0, 0), "So "))
    found = []
    hand.desk.study(project, lambda record: record.revisions, found.append, hand.problems.append)
    project.session.leave_row(THIRD)
    lane.step()
    assert [one.target for one in found[0][kept:]] == ["So All went home."]


def test_what_was_typed_before_the_hand_over_stands_before_it(hand, project):
    project.session.execute(EditTarget(THIRD, Span(0, 0), "So "))
    project.session.execute(MoveDocument(NEWS, Move.HAND_OVER))
    record = read(hand, project)
    assert [one.target for one in record.revisions if one.segment == THIRD][-1] == "So All went home."
    assert changes_in(project.session.state, record, NEWS, Since.HAND_OVER) == ()


def test_changes_and_digest_come_from_the_file(hand, project):
    write(project, FIRST, "The mayor talked.")
    project.session.execute(MoveDocument(NEWS, Move.HAND_OVER))
    hand.clock.advance(24 * 3600)
    project.session.person = Person("Chen", "reviewer")
    write(project, SECOND, "He went.")
    project.session.person = Person("Wu", "editor")
    hunk = open_hunks(project.session.state.segments[SECOND])[0]
    project.session.execute(DecideHunk(SECOND, hunk, Outcome.ACCEPT, "shorter"))
    record, state = read(hand, project), project.session.state
    assert record.head == project.store.head().hash
    for since, changed in (
        (Since.IMPORT, [FIRST, SECOND]),
        (Since.HAND_OVER, [SECOND]),
        (Since.APPROVAL, [FIRST, SECOND]),
    ):
        assert [one.segment.id for one in changes_in(state, record, NEWS, since)] == changed
    day = record.revisions[-1].time.date()
    assert [one.segment.id for one in changes_in(state, record, NEWS, Since.DATE, day)] == [SECOND]
    told = digest_in(state, record, NEWS, "Li Wei")
    assert [(one.segment, one.revision.kind, one.revision.author) for one in told] == [
        (SECOND, RevisionKind.EDIT, "Chen"),
        (SECOND, RevisionKind.ACCEPT, "Wu"),
    ]
    assert told[-1].revision.note.endswith(": shorter")
    assert [one.revision.author for one in digest_in(state, record, NEWS, "Chen")] == ["Wu"]
    assert digest_in(state, record, NEWS, "Wu") == ()
    assert [one.segment for one in digest_in(state, record, NEWS, "Li Wei", Since.HAND_OVER)] == [SECOND, SECOND]


def test_what_was_typed_before_another_person_sat_down_stays_the_first_ones(hand, project):
    project.session.execute(MoveDocument(NEWS, Move.HAND_OVER))
    project.session.execute(EditTarget(SECOND, Span(0, 0), "A"))
    hand.desk.change_settings(person="Chen", role="reviewer")
    hand.desk.use_person(project)
    project.session.execute(EditTarget(SECOND, Span(3, 3), "B"))
    kept = [one for one in read(hand, project).revisions if one.segment == SECOND]
    assert [(one.kind, one.author, one.target) for one in kept[1:]] == [
        (RevisionKind.EDIT, "Li Wei", "AHe left."),
        (RevisionKind.EDIT, "Chen", "AHeB left."),
    ]
    assert [sorted(one.redline.authors) for one in kept[1:]] == [["Li Wei"], ["Chen", "Li Wei"]]


def test_points_have_names_in_both_languages():
    assert {point_name(one).render("en").split()[0] for one in Since} == {"since"}
    assert all("以来" in point_name(one).render("zh") for one in Since)


def test_what_is_ignored_and_taken_back_stands_in_the_record(hand, project):
    issue = an_issue()
    project.session.execute(WaiveIssue(issue, WaiverScope.HERE, "house style"))
    project.session.execute(WithdrawWaivers(project.session.state.waivers))
    project.session.undo()
    notes = [one.note for one in read(hand, project).revisions if one.segment == WHOLE_PROJECT]
    assert notes == [
        "ignored (spacing): house style",
        "no longer ignored (spacing)",
        "showing ignored issues again",
    ]


def test_typing_of_an_unclean_end_comes_back_as_a_pending_change_of_its_author(hand, project, tmp_path):
    project.session.execute(MoveDocument(NEWS, Move.HAND_OVER))
    for at, letter in enumerate("Then "):
        project.session.execute(EditTarget(SECOND, Span(at, at), letter))
    hand.clock.advance(3)
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for file in tmp_path.glob("news.desk*"):
        if file.suffix != ".lock" and file.is_file():
            shutil.copy(file, crashed / file.name)
    other = Hand(tmp_path / "other", "Chen")
    again = other.open(crashed / "news.desk")
    found = again.session.state.segments[SECOND]
    assert (found.target, found.baseline) == ("Then He left.", "He left.")
    assert found.redline.authors == {"Li Wei"}
    last = again.store.revisions(SECOND)[-1]
    assert (last.author, last.redline) == ("Li Wei", found.redline)
    other.close(again)


def test_how_much_was_changed_in_review(hand, project):
    found = []

    def measured():
        hand.desk.amount_changed(project, NEWS, found.append, hand.problems.append)
        assert not hand.problems
        return {one.name: one.value for one in found.pop()}

    assert measured() == {"TER": 0, "chrF2": 100}
    write(project, FIRST, "The mayor talked.")
    before_review = measured()
    # One word of eight (the full stop belongs to its word).
    assert before_review["TER"] == pytest.approx(12.5)
    project.session.execute(MoveDocument(NEWS, Move.HAND_OVER))
    assert measured() == {"TER": 0, "chrF2": 100}
    project.session.person = Person("Chen", "reviewer")
    write(project, SECOND, "He went.")
    write(project, THIRD, "All people went home.")
    in_review = measured()
    assert in_review["TER"] == pytest.approx(200 / 9)
    assert in_review["chrF2"] < 100
    for key in (FIRST, SECOND, THIRD):
        project.session.execute(SetTarget(key, "", say("x", "x")))
    hand.desk.amount_changed(project, NEWS, found.append, hand.problems.append)
    assert found == [()]


def test_while_work_cannot_be_saved_the_record_says_so_instead_of_leaving_it_out(hand, project):
    project.path.rename(project.path.with_name("elsewhere.desk"))
    write(project, FIRST, "Not saved.")
    found, problems = [], []
    hand.desk.record(project, found.append, problems.append)
    assert not found
    assert "could not be saved yet" in problems[0].render("en")
    looked = []
    hand.desk.study(project, lambda record: record.revisions[-1].target, looked.append, problems.append)
    assert not looked
    assert len(problems) == 1
    project.path.with_name("elsewhere.desk").rename(project.path)
    project.autosave.retry_now()
    assert looked == ["Not saved."]
    assert read(hand, project).revisions[-1].target == "Not saved."
