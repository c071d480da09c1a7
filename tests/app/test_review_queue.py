"""The queue of changes: what they are about, the way through them, many decided alike."""

from __future__ import annotations

import pytest

from tests.app.builders import session
from translator_desk.app.changes import Changes, Progress
from translator_desk.app.checking import Checking
from translator_desk.app.commands.comments import AddComment, AskBack
from translator_desk.app.commands.edit import ApplyFix, EditTarget, SetTarget
from translator_desk.app.commands.review import DecideHunk
from translator_desk.app.commands.waivers import WaiveIssue
from translator_desk.app.commands.workflow import MoveDocument, SetFourEyes, TrackChanges
from translator_desk.app.jobs import InlineLane
from translator_desk.app.review_findings import ignored_in, mended_since, outlook
from translator_desk.app.review_queue import QueueFilter, ReviewQueue, filter_of
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Fix
from translator_desk.model.project import Person
from translator_desk.model.redline import Outcome, Redline
from translator_desk.model.severity import Level
from translator_desk.model.waiver import WaiverScope
from translator_desk.model.workflow import Move
from translator_desk.review.grouping import hunks
from translator_desk.review.kinds import ChangeKind, kind_by_words
from translator_desk.text.span import Span
from translator_desk.wording import say

A, B = DocumentId("a"), DocumentId("b")
LI, CHEN = Person("Li Wei", "translator"), Person("Chen", "reviewer")
TEXTS = [
    ("会上，9个工作组汇报了工作。", "At the meeting, eight groups reported."),
    ("郑建新出席会议。", "Zhen Jianxin attended,the meeting."),
    ("市长讲话。", "The mayor spoke."),
]


class Desk:
    def __init__(self):
        self.session, self.clock = session(("a", TEXTS), ("b", TEXTS[2:]))
        self.checking = Checking(self.session, TermBase(()), InlineLane(), yields=False)
        self.checking.start()
        self.queue = ReviewQueue(self.session, self.checking.issues, self.checking.try_out)
        self.session.subscribe(self.queue.take)
        for document in (A, B):
            self.session.execute(TrackChanges(document, True))

    def write(self, number, old, new):
        target = self.segment(number).target
        at = target.index(old)
        self.session.execute(EditTarget(SegmentId(number), Span(at, at + len(old)), new, typing=False))

    def segment(self, number):
        return self.session.state.segments[SegmentId(number)]


@pytest.fixture
def desk():
    made = Desk()
    made.write(1, "eight", "nine")
    made.write(2, "Zhen", "Zheng")
    made.write(2, ",the", ", the")
    made.write(3, "spoke", "talked")
    made.session.person = CHEN
    made.session.execute(SetTarget(SegmentId(4), "The mayor talked.", say("x", "x")))
    return made


def places(changes):
    return [(one.segment, one.number) for one in changes]


def test_the_queue_goes_through_the_project_in_reading_order(desk):
    assert places(desk.queue.changes()) == [(1, 1), (2, 1), (2, 2), (3, 1), (4, 1)]
    assert places(desk.queue.changes(QueueFilter(document=B))) == [(4, 1)]
    assert places(desk.queue.changes(QueueFilter(author="Chen"))) == [(4, 1)]
    assert [one.of for one in desk.queue.of(SegmentId(2))] == [2, 2]


def test_what_a_change_is_about_is_told_by_its_words_then_by_the_checks(desk):
    by_words = [one.verdict.kind for one in desk.queue.changes()]
    assert by_words[0] is ChangeKind.NUMBER
    assert by_words[2:] == [ChangeKind.PUNCTUATION, ChangeKind.WORDING, ChangeKind.WORDING]
    assert desk.queue.refine(2) == {1, 2}
    assert desk.queue.refine(9) == {3, 4}
    assert desk.queue.refine(9) == frozenset()
    number, name, comma, wording, _ = desk.queue.changes()
    assert (name.verdict.kind, comma.verdict.kind) == (ChangeKind.NAME, ChangeKind.PUNCTUATION)
    assert [issue.check for issue in number.verdict.fixed] == ["number-mismatch"]
    assert (number.verdict.level, wording.verdict.level) == (Level.ERROR, None)
    assert places(desk.queue.changes(QueueFilter(kind=ChangeKind.NAME))) == [(2, 1)]
    assert places(desk.queue.changes(QueueFilter(level=Level.ERROR))) == [(1, 1), (2, 1)]


def test_trying_a_text_out_changes_nothing_that_is_shown(desk):
    before = desk.checking.all_issues()
    heard = []
    desk.session.subscribe(heard.append)
    desk.queue.refine(9)
    assert desk.checking.all_issues() == before
    assert not any(one.issues for one in heard)


def test_an_edit_is_told_anew(desk):
    desk.queue.refine(9)
    desk.write(1, "nine", "ten")
    assert not desk.queue.of(SegmentId(1))[0].told
    desk.queue.refine(9)
    (change,) = desk.queue.of(SegmentId(1))
    assert [issue.check for issue in change.verdict.standing] == ["number-mismatch"]


def test_the_next_change_and_the_one_before_go_round(desk):
    queue = desk.queue
    assert places([queue.next(None), queue.next(None, back=True)]) == [(1, 1), (4, 1)]
    assert places([queue.next((SegmentId(2), 1)), queue.next((SegmentId(2), 1), back=True)]) == [(2, 2), (1, 1)]
    assert places([queue.next((SegmentId(4), 1))]) == [(1, 1)]
    decided = queue.of(SegmentId(2))[0].hunk
    desk.session.execute(DecideHunk(SegmentId(2), decided, Outcome.ACCEPT))
    assert places([queue.next((SegmentId(2), 2))]) == [(3, 1)]
    assert places([queue.next((SegmentId(2), 0)), queue.next((SegmentId(3), 0), back=True)]) == [(2, 1), (2, 1)]
    assert queue.next(None, QueueFilter(author="nobody")) is None


def test_what_was_asked_back_comes_first_for_the_translator(desk):
    desk.session.execute(AskBack(SegmentId(3), "Why?"))
    assert places(desk.queue.changes())[0] == (1, 1)
    desk.session.person = LI
    assert places(desk.queue.changes())[0] == (3, 1)
    desk.session.execute(DecideHunk(SegmentId(3), desk.queue.of(SegmentId(3))[0].hunk, Outcome.REJECT))
    (question,) = (one for one in desk.queue.changes() if one.hunk is None)
    assert (question.segment, question.number) == (3, 0)


def test_identical_changes_are_found_to_be_decided_alike(desk):
    desk.session.person = LI
    desk.session.execute(SetTarget(SegmentId(4), "The mayor spoke.", say("x", "x")))
    desk.session.person = CHEN
    desk.session.execute(DecideHunk(SegmentId(4), desk.queue.of(SegmentId(4))[0].hunk, Outcome.REJECT))
    desk.session.person = LI
    desk.write(4, "spoke", "talked")
    (third,) = desk.queue.of(SegmentId(3))
    assert places(desk.queue.identical(third)) == [(4, 1)]


def test_a_bulk_decision_leaves_alone_what_must_be_looked_at(desk):
    desk.session.execute(AddComment(SegmentId(3), "Hm."))
    desk.write(1, "nine", "ten")
    bulk = desk.queue.bulk(desk.queue.changes(), Outcome.ACCEPT, "everything")
    assert places(bulk.chosen) == [(2, 1), (2, 2)]
    assert [(one.segment, reason.render("en")) for one, reason in bulk.skipped] == [
        (1, "the segment has an error"),
        (3, "the segment has an open thread"),
        (4, "your own wording"),
    ]
    told = desk.session.execute(bulk.command())
    assert told.segments == {2}
    assert desk.segment(2).redline is None
    desk.session.undo()
    assert places(desk.queue.of(SegmentId(2))) == [(2, 1), (2, 2)]
    desk.session.execute(SetFourEyes(False))
    all_of_it = desk.queue.bulk(desk.queue.changes(), Outcome.ACCEPT, with_trouble=True)
    assert len(all_of_it.chosen) == 5
    assert all_of_it.sample == all_of_it.chosen


def test_a_bulk_decision_right_behind_an_edit_asks_the_words_as_they_stand(desk):
    behind = {SegmentId(number): desk.checking.issues(SegmentId(number)) for number in (1, 2, 3)}
    queue = ReviewQueue(desk.session, lambda key: behind.get(key, ()), desk.checking.try_out)
    desk.session.subscribe(queue.take)
    queue.take(Changes(progress=Progress(4, 4)))
    desk.write(1, "nine", "ten")
    assert [one.segment for one, _ in queue.bulk(queue.changes(), Outcome.ACCEPT).skipped] == [1, 4]
    behind[SegmentId(1)] = desk.checking.issues(SegmentId(1))
    desk.write(1, "ten", "nine")
    assert [one.segment for one, _ in queue.bulk(queue.changes(), Outcome.ACCEPT).skipped] == [4]


def test_flags_that_a_decision_would_bring_are_shown_before_it_is_made(desk):
    segment = desk.segment(1)
    (hunk,) = hunks(segment.redline)
    rejected = segment.redline.settle(hunk.display, Outcome.REJECT)
    found = outlook(segment, rejected, desk.checking.issues(segment.id), desk.checking.try_out)
    assert found.text == "At the meeting, eight groups reported."
    assert [issue.check for issue in found.brought] == ["number-mismatch"]
    accepted = segment.redline.settle(hunk.display, Outcome.ACCEPT)
    assert outlook(segment, accepted, (), desk.checking.try_out).brought == ()


def test_flags_fixed_since_a_point_are_listed(desk):
    checking = desk.checking
    mended = {}
    for number in (1, 2, 3):
        segment = desk.segment(number)
        found = mended_since(segment, TEXTS[number - 1][1], checking.issues(segment.id), checking.try_out)
        mended[number] = {issue.check for issue in found}
    assert "number-mismatch" in mended[1]
    assert "spacing" in mended[2]
    assert mended[3] == set()


@pytest.mark.parametrize(
    "wanted", [QueueFilter(), QueueFilter(A, "Li Wei", ChangeKind.NAME, Level.ERROR), QueueFilter(author="王芳")]
)
def test_a_filter_survives_a_restart(wanted):
    assert filter_of(wanted.text()) == wanted


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"document": null, "author": "", "kind": "x", "level": null}'])
def test_a_filter_that_cannot_be_read_does_not_narrow(text):
    assert filter_of(text) == QueueFilter()


def test_what_was_ignored_is_listed_with_its_reason(desk):
    desk.write(1, "nine", "ten")
    (issue,) = desk.checking.issues(SegmentId(1))
    desk.session.execute(WaiveIssue(issue, WaiverScope.HERE, "the source is wrong"))
    waivers = desk.session.state.waivers
    ((found, waiver),) = ignored_in(desk.checking.waived(SegmentId(1)), waivers)
    assert (found.check, waiver.reason) == (issue.check, "the source is wrong")
    assert ignored_in(desk.checking.waived(SegmentId(2)), waivers) == ()


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("2.4%", "2.5%", ChangeKind.NUMBER),
        ("eight", "nine", ChangeKind.NUMBER),
        ("Deng Qunze", "Deng Qunce", ChangeKind.NAME),
        ("city,", "city;", ChangeKind.PUNCTUATION),
        ("national hygienic", "National Hygienic", ChangeKind.PUNCTUATION),
        ("presided over", "chaired", ChangeKind.WORDING),
    ],
)
def test_kinds_by_words_alone(old, new, kind):
    redline = Redline.of(old).write(Span(0, len(old)), new, "Li")
    (hunk,) = hunks(redline)
    assert kind_by_words(hunk) is kind


def test_a_fix_in_review_is_pending_until_the_other_person_agrees(desk):
    desk.session.execute(MoveDocument(A, Move.HAND_OVER))
    desk.session.execute(ApplyFix(SegmentId(3), Fix(Span(4, 9), "Mayor"), "mayor"))
    assert [one.authors for one in desk.queue.of(SegmentId(3))] == [{"Chen", "Li Wei"}]
