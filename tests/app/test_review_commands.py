"""The commands of a review: who may, what they do, and that undo takes all of it back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.app.builders import session
from tests.app.test_session import an_issue
from translator_desk.app.commands.base import Doing
from translator_desk.app.commands.comments import AddComment, AnswerComment, AskBack, CloseThread, open_threads
from translator_desk.app.commands.edit import ApplyFix, EditSource, EditTarget, ReplaceMany, Replacement, SetTarget
from translator_desk.app.commands.review import (
    AmendHunk,
    Choice,
    DecideHunk,
    DecideMany,
    RestoreRevision,
    open_hunks,
)
from translator_desk.app.commands.state import SetState
from translator_desk.app.commands.structure import JoinWithNext, SplitSegment
from translator_desk.app.commands.waivers import WaiveIssue
from translator_desk.app.commands.workflow import (
    ApproveSegments,
    AssignDocument,
    MoveDocument,
    ReleaseExport,
    ReopenSegments,
    SeeWaivers,
    SetFourEyes,
    TrackChanges,
)
from translator_desk.app.gate import Findings, Hindrance, is_seen_by_one, obstacles
from translator_desk.errors import RefusedError
from translator_desk.model.ids import DocumentId, RevisionId, SegmentId
from translator_desk.model.issue import Fix
from translator_desk.model.project import Person
from translator_desk.model.redline import Outcome
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.state import SegmentState
from translator_desk.model.waiver import WaiverScope
from translator_desk.model.workflow import Handling, Move, Stage
from translator_desk.review.anchors import Anchor, Hold, locate
from translator_desk.review.parts import parts_of
from translator_desk.text.span import Span
from translator_desk.wording import say

PAIRS = [("一。", "One, two."), ("二。", "Three."), ("三。", "Four five.")]
FIRST, SECOND, THIRD = SegmentId(1), SegmentId(2), SegmentId(3)
A = DocumentId("a")
LI, CHEN, WU = Person("Li Wei", "translator"), Person("Chen", "reviewer"), Person("Wu", "editor")


class Record:
    """Keeps the steps instead of a project file."""

    def __init__(self):
        self.steps = []

    def keep(self, step, doing, *, typing):
        self.steps.append(step)

    def row_left(self, segment):
        pass


@pytest.fixture
def desk():
    opened, _ = session(("a", PAIRS))
    opened.record = Record()
    opened.keep_with(opened.record)
    return opened


@pytest.fixture
def review(desk):
    """A document in review in which Li has two changes pending and Chen one."""
    desk.execute(MoveDocument(A, Move.HAND_OVER))
    desk.execute(EditTarget(FIRST, Span(0, 3), "Eins"))
    desk.execute(ApplyFix(SECOND, Fix(Span(0, 5), "Drei"), "Three"))
    desk.person = CHEN
    desk.execute(SetTarget(THIRD, "Vier five.", say("x", "x")))
    return desk


def segment(opened, number=1):
    return opened.state.segments[SegmentId(number)]


def hunk(opened, number=1):
    (found,) = open_hunks(segment(opened, number))
    return found


def test_in_translation_edits_move_the_agreed_text_and_in_review_they_are_pending(desk):
    desk.execute(EditTarget(FIRST, Span(0, 3), "Un"))
    assert (segment(desk).redline, segment(desk).hands) == (None, ("Li Wei",))
    desk.execute(MoveDocument(A, Move.HAND_OVER))
    desk.execute(EditTarget(FIRST, Span(0, 2), "Eins"))
    desk.execute(
        ReplaceMany((Replacement(FIRST, Span(6, 9), "two", "zwei"), Replacement(THIRD, Span(0, 4), "Four", "4")))
    )
    assert (segment(desk).baseline, segment(desk).target) == ("Un, two.", "Eins, zwei.")
    assert segment(desk).redline.authors == {"Li Wei"}
    assert segment(desk, 3).baseline == "Four five."
    desk.execute(MoveDocument(A, Move.TAKE_BACK))
    assert desk.state.documents[A].handling == Handling()


@pytest.mark.parametrize("pending", [False, True])
@pytest.mark.parametrize("meanwhile", ["nothing", "edited", "handed over", "final"])
def test_words_replaced_beforehand_are_what_replacing_them_now_would_give(desk, pending, meanwhile):
    places = (Replacement(FIRST, Span(5, 8), "two", "zwei"), Replacement(THIRD, Span(0, 4), "Four", "4"))
    command = ReplaceMany(places, pending)
    made = command.worked_out(desk.state, Doing(desk.person, dt.datetime(2026, 1, 1, tzinfo=dt.UTC)))
    if meanwhile == "edited":
        desk.execute(EditTarget(FIRST, Span(0, 3), "Uno"))
    elif meanwhile != "nothing":
        desk.execute(MoveDocument(A, Move.HAND_OVER))
    if meanwhile == "final":
        desk.state.documents[A] = replace(
            desk.state.documents[A], handling=replace(desk.state.documents[A].handling, stage=Stage.FINAL)
        )
        with pytest.raises(RefusedError, match="final"):
            desk.execute(made)
        return
    doing = Doing(desk.person, dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    assert made.run(desk.state, doing) == command.run(desk.state, doing)
    desk.execute(made)
    assert segment(desk).target == ("Uno, zwei." if meanwhile == "edited" else "One, zwei.")


def test_tracking_may_begin_in_translation(desk):
    desk.execute(TrackChanges(A, True))
    desk.execute(EditTarget(FIRST, Span(0, 3), "Un"))
    desk.execute(TrackChanges(A, False))
    desk.execute(EditTarget(FIRST, Span(4, 7), "deux"))
    assert (segment(desk).baseline, segment(desk).target) == ("One, deux.", "Un, deux.")


def test_letters_typed_one_by_one_are_one_change_and_one_step_of_undo(desk):
    desk.execute(TrackChanges(A, True))
    for at, letter in enumerate("neu"):
        desk.execute(EditTarget(FIRST, Span(at, at), letter))
    assert (hunk(desk).old, hunk(desk).new) == ("One", "neuOne")
    desk.undo()
    assert segment(desk).redline is None


@pytest.mark.parametrize(
    ("outcome", "target", "hands"),
    [(Outcome.ACCEPT, "Eins, two.", ("Li Wei", "Chen")), (Outcome.REJECT, "One, two.", ("Chen",))],
)
def test_a_decision_settles_its_change_and_undo_brings_it_back(review, outcome, target, hands):
    before = segment(review)
    review.execute(DecideHunk(FIRST, hunk(review), outcome, "because"))
    assert (segment(review).target, segment(review).redline, segment(review).hands) == (target, None, hands)
    assert review.record.steps[-1].note == "One → Eins: because"
    review.undo()
    assert review.record.steps[-1].kind is RevisionKind.UNDO
    assert (segment(review).redline, segment(review).hands) == (before.redline, before.hands)


def test_own_wording_is_accepted_by_somebody_else_or_where_four_eyes_are_off(review):
    with pytest.raises(RefusedError, match="your own wording"):
        review.execute(DecideHunk(THIRD, hunk(review, 3), Outcome.ACCEPT))
    with pytest.raises(RefusedError, match="your own wording"):
        review.execute(AmendHunk(THIRD, hunk(review, 3), "Quattro"))
    with pytest.raises(RefusedError, match="your own wording"):
        review.execute(DecideMany((Choice(FIRST, hunk(review)), Choice(THIRD, hunk(review, 3))), Outcome.ACCEPT))
    assert segment(review).redline is not None
    review.execute(SetFourEyes(False))
    review.execute(DecideHunk(THIRD, hunk(review, 3), Outcome.ACCEPT))
    assert segment(review, 3).redline is None


def test_a_translator_may_accept_what_the_reviewer_began_and_anybody_withdraw_their_own(review):
    review.execute(DecideHunk(THIRD, hunk(review, 3), Outcome.REJECT))
    assert segment(review, 3).target == "Four five."
    review.undo()
    review.person = LI
    review.execute(DecideHunk(THIRD, hunk(review, 3), Outcome.ACCEPT))
    assert segment(review, 3).hands == ("Chen", "Li Wei")


def test_amending_is_an_outcome_of_its_own(review):
    review.execute(AmendHunk(FIRST, hunk(review), "Un", "French"))
    assert (segment(review).target, segment(review).redline) == ("Un, two.", None)
    step = review.record.steps[-1]
    assert (step.kind, step.note) == (RevisionKind.AMEND, "One → Eins → Un: French")
    with pytest.raises(RefusedError, match="the same as before"):
        review.execute(AmendHunk(SECOND, hunk(review, 2), "Drei"))


def test_one_author_of_a_change_may_be_refused_alone(review):
    review.execute(EditTarget(FIRST, Span(0, 4), "Uno"))
    review.execute(DecideHunk(FIRST, hunk(review), Outcome.REJECT, author="Chen"))
    assert segment(review).target == "Eins, two."
    assert segment(review).redline.authors == {"Li Wei"}


def test_part_of_a_change_may_be_decided(review):
    review.execute(EditTarget(FIRST, Span(0, 4), "Not one"))
    mine, *_ = parts_of(hunk(review))
    review.execute(DecideHunk(FIRST, hunk(review), Outcome.REJECT, part=mine))
    assert segment(review).redline is not None
    assert f"{mine.old} → {mine.new}" == review.record.steps[-1].note


def test_many_are_decided_at_one_stroke_with_one_undo(review):
    review.execute(
        DecideMany((Choice(FIRST, hunk(review)), Choice(SECOND, hunk(review, 2))), Outcome.ACCEPT, "all of Li")
    )
    assert [segment(review, n).redline for n in (1, 2)] == [None, None]
    assert review.record.steps[-1].note == "all of Li"
    review.undo()
    assert [segment(review, n).redline is None for n in (1, 2)] == [False, False]


def test_approval_needs_everything_decided_two_people_and_the_role(review):
    with pytest.raises(RefusedError, match="Segment 1 has undecided changes"):
        review.execute(ApproveSegments((FIRST,)))
    for number in (1, 2):
        review.execute(DecideHunk(SegmentId(number), hunk(review, number), Outcome.ACCEPT))
    review.execute(ApproveSegments((FIRST, SECOND)))
    assert segment(review).state is SegmentState.REVIEWED
    review.execute(DecideHunk(THIRD, hunk(review, 3), Outcome.REJECT))
    review.execute(MoveDocument(A, Move.APPROVE))
    assert review.state.documents[A].handling.stage is Stage.REVIEWED
    assert {segment(review, n).state for n in (1, 2, 3)} == {SegmentState.REVIEWED}
    review.person = LI
    with pytest.raises(RefusedError, match=r"role is translator; “declare final” is for: reviewer\."):
        review.execute(MoveDocument(A, Move.FINISH))


def test_one_person_alone_does_not_approve(desk):
    desk.person = CHEN
    desk.execute(MoveDocument(A, Move.HAND_OVER))
    with pytest.raises(RefusedError, match="Nobody but you answers for segment 1"):
        desk.execute(ApproveSegments((FIRST,)))
    desk.execute(SetFourEyes(False))
    desk.execute(ApproveSegments((FIRST,)))
    assert segment(desk).state is SegmentState.REVIEWED


def test_a_document_in_translation_is_not_approved(desk):
    desk.person = CHEN
    with pytest.raises(RefusedError, match="in translation"):
        desk.execute(ApproveSegments((FIRST,)))
    with pytest.raises(RefusedError, match="in translation"):
        desk.execute(MoveDocument(A, Move.FINISH))


def approved(review):
    for number in (1, 2):
        review.execute(DecideHunk(SegmentId(number), hunk(review, number), Outcome.ACCEPT))
    review.execute(DecideHunk(THIRD, hunk(review, 3), Outcome.REJECT))
    review.execute(MoveDocument(A, Move.APPROVE))
    return review


def test_the_gate_is_shut_for_errors_and_opens_for_a_signed_reason(review):
    approved(review)
    findings = Findings(errors={FIRST: 2}, warnings=7)
    with pytest.raises(RefusedError, match="segments with errors: 1"):
        review.execute(MoveDocument(A, Move.FINISH, findings=findings))
    with pytest.raises(RefusedError, match="segments with errors: 1"):
        review.execute(ReleaseExport(A, findings))
    review.execute(ReleaseExport(A, findings, "proofs", "a.txt"))
    assert review.record.steps[-1].entries[0].note == "export (over: segments with errors: 1): proofs"
    review.execute(MoveDocument(A, Move.FINISH, "printed today", findings))
    (entry,) = review.record.steps[-1].entries
    assert entry.note == "finish (over: segments with errors: 1): printed today"
    assert segment(review).state is SegmentState.FINAL


def test_warnings_alone_keep_nothing_shut(review):
    approved(review).execute(MoveDocument(A, Move.FINISH, findings=Findings(warnings=7, ignored=3)))
    assert review.state.documents[A].handling.stage is Stage.FINAL


def test_what_is_final_is_locked_until_it_is_reopened(review):
    approved(review).execute(MoveDocument(A, Move.FINISH))
    for command in (
        EditTarget(FIRST, Span(0, 1), "x"),
        EditSource(FIRST, "壹。"),
        SetTarget(FIRST, "x", say("x", "x")),
        JoinWithNext(FIRST),
        SplitSegment(THIRD, 4, 1),
        ApplyFix(FIRST, Fix(Span(0, 4), "Un"), "Eins"),
    ):
        with pytest.raises(RefusedError, match="final and locked"):
            review.execute(command)
    with pytest.raises(RefusedError, match="reopen the document"):
        review.execute(ReopenSegments((FIRST,)))
    review.execute(MoveDocument(A, Move.REOPEN, "a name was wrong"))
    assert segment(review).state is SegmentState.TRANSLATED
    review.execute(EditTarget(FIRST, Span(0, 4), "Un"))
    review.undo()
    review.undo()
    assert segment(review).state is SegmentState.FINAL


def test_an_approved_segment_is_reopened_or_falls_back_by_an_edit(review):
    approved(review).execute(ReopenSegments((FIRST,), "look again"))
    assert segment(review).state is SegmentState.TRANSLATED
    review.execute(EditTarget(SECOND, Span(0, 4), "Trois"))
    assert segment(review, 2).state is SegmentState.TRANSLATED
    review.execute(EditSource(THIRD, "叁。"))
    assert segment(review, 3).state is SegmentState.TRANSLATED
    review.undo()
    kinds = {
        one.kind: one.segments for one in obstacles(review.state, review.state.documents[A], Findings(), final=True)
    }
    assert kinds == {Hindrance.CHANGES: (SECOND,), Hindrance.UNAPPROVED: (FIRST, SECOND)}


def test_confirming_names_who_answers_and_never_lowers_an_approval(review):
    approved(review).execute(SetState((FIRST,), SegmentState.TRANSLATED))
    assert segment(review).state is SegmentState.REVIEWED
    with pytest.raises(ValueError, match="approved by ApproveSegments"):
        SetState((FIRST,), SegmentState.FINAL)


def test_asking_back_gives_the_segment_away_until_it_is_answered(review):
    review.execute(AskBack(FIRST, "Why German?", Span(0, 4)))
    (question,) = review.state.remarks(FIRST)
    assert (question.quote, question.after) == ("Eins", ", two.")
    assert segment(review).asked_back
    review.execute(DecideHunk(FIRST, hunk(review), Outcome.ACCEPT))
    with pytest.raises(RefusedError, match="not answered yet"):
        review.execute(ApproveSegments((FIRST,)))
    review.execute(AnswerComment(question.id, "I mean the number."))
    assert segment(review).asked_back
    review.person = LI
    review.execute(AnswerComment(question.id, "The brief says so."))
    assert not segment(review).asked_back
    assert [one.answers for one in review.state.remarks(FIRST)] == ["", question.id, question.id]
    review.undo()
    assert segment(review).asked_back
    assert len(review.state.remarks(FIRST)) == 2


def test_a_question_is_withdrawn_by_who_asked_it_and_passed_over_by_nobody(review):
    review.execute(AskBack(FIRST, "Why German?"))
    (question,) = review.state.remarks(FIRST)
    asker, review.person = review.person, LI
    with pytest.raises(RefusedError, match="waits for an answer"):
        review.execute(CloseThread(question.id))
    assert segment(review).asked_back
    review.person = asker
    review.execute(CloseThread(question.id))
    assert not segment(review).asked_back
    assert open_threads(review.state, FIRST) == ()
    assert review.record.steps[-1].note == "question withdrawn: Why German?"
    review.undo()
    assert segment(review).asked_back


def test_a_question_stays_while_another_thread_is_closed(review):
    review.execute(AddComment(FIRST, "A remark."))
    review.execute(AskBack(FIRST, "Why German?"))
    remark, _ = review.state.remarks(FIRST)
    review.execute(CloseThread(remark.id))
    assert segment(review).asked_back


def test_threads_close_and_open_again(review):
    heard = review.execute(AddComment(FIRST, " A remark. "))
    assert heard.comments == {FIRST}
    (thread,) = open_threads(review.state, FIRST)
    assert thread.text == "A remark."
    review.execute(CloseThread(thread.id))
    assert open_threads(review.state, FIRST) == ()
    assert review.execute(CloseThread(thread.id)).comments == frozenset()
    review.execute(CloseThread(thread.id, resolved=False))
    assert len(open_threads(review.state, FIRST)) == 1
    assert [step.entries[0].note.split(",")[0] for step in review.record.steps[-3:]] == [
        "comment",
        "resolved",
        "reopened",
    ]


@pytest.mark.parametrize(
    "command",
    [AddComment(FIRST, " "), AddComment(FIRST, "x", Span(3, 99)), AnswerComment("none", "x"), CloseThread("none")],
)
def test_empty_and_lost_remarks_are_refused(review, command):
    with pytest.raises(RefusedError):
        review.execute(command)


def test_roles_bound_what_a_person_may_do(review):
    review.person = LI
    with pytest.raises(RefusedError, match="ask back"):
        review.execute(AskBack(FIRST, "?"))
    review.person = WU
    review.execute(AskBack(FIRST, "Is this the term?"))
    with pytest.raises(RefusedError, match="approve"):
        review.execute(MoveDocument(A, Move.APPROVE))


def test_comments_follow_their_segment_through_join_and_split(review):
    review.execute(AddComment(SECOND, "on the number", Span(0, 4)))
    review.execute(JoinWithNext(FIRST))
    (remark,) = review.state.remarks(FIRST)
    assert segment(review).target == "Eins, two. Drei."
    assert locate(remark, segment(review).target) == Anchor(Hold.EXACT, Span(11, 15))
    assert segment(review).baseline == "One, two. Three."
    assert [(one.old, one.new) for one in open_hunks(segment(review))] == [("One", "Eins"), ("Three", "Drei")]
    review.execute(SplitSegment(FIRST, len("Eins, two."), 2))
    second = review.state.order[A][1]
    assert [one.span for one in review.state.remarks(second)] == [Span(0, 4)]
    assert [(one.old, one.new) for one in open_hunks(review.state.segments[second])] == [("Three", "Drei")]
    assert review.state.segments[second].baseline == "Three."
    review.undo()
    review.undo()
    assert [one.span for one in review.state.remarks(SECOND)] == [Span(0, 4)]


def test_an_older_text_is_restored_as_a_new_step(review):
    revision = _revision(review)
    review.execute(RestoreRevision(revision))
    assert (segment(review).target, segment(review).redline.authors) == ("An older text.", {"Li Wei", "Chen"})
    assert review.record.steps[-1].kind is RevisionKind.RESTORE
    assert review.execute(RestoreRevision(revision)).segments == frozenset()


def _revision(review):
    time = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    return Revision(
        RevisionId("r"),
        FIRST,
        RevisionKind.EDIT,
        "Li Wei",
        time,
        0,
        "一。",
        "An older text.",
        None,
        SegmentState.INITIAL,
    )


def test_an_ignored_error_needs_a_second_person(review):
    issue = an_issue()
    review.execute(WaiveIssue(issue, WaiverScope.HERE, "house style"))
    assert is_seen_by_one(issue, review.state.waivers)
    with pytest.raises(RefusedError, match="somebody else has to agree"):
        review.execute(SeeWaivers(review.state.waivers))
    review.person = WU
    review.execute(SeeWaivers(review.state.waivers))
    assert not is_seen_by_one(issue, review.state.waivers)
    assert review.state.waivers[0].seen_by == "Wu"
    assert not is_seen_by_one(issue, ())


def test_documents_are_assigned_with_a_day(desk):
    heard = desk.execute(AssignDocument(A, " Li  Wei ", dt.date(2026, 12, 1)))
    assert (heard.handling, heard.structure) == ({A}, frozenset())
    assert desk.state.documents[A].handling.assignee == "Li Wei"
    assert desk.record.steps[-1].entries[0].note == "assign: Li Wei, 2026-12-01"
    desk.undo()
    assert desk.state.documents[A].handling == Handling()
    assert desk.record.steps[-1].entries[0].kind is RevisionKind.UNDO
