"""The gate before print reads the checks: errors, ignored errors that nobody else has seen."""

from __future__ import annotations

import pytest

from tests.app.builders import session
from translator_desk.app.checking import Checking
from translator_desk.app.commands.comments import AddComment, AskBack
from translator_desk.app.commands.edit import EditTarget
from translator_desk.app.commands.waivers import WaiveIssue
from translator_desk.app.commands.workflow import MoveDocument, SeeWaivers, SetFourEyes
from translator_desk.app.gate import Findings, Hindrance, findings_of, listed, obstacles
from translator_desk.app.jobs import InlineLane
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import Person
from translator_desk.model.waiver import WaiverScope
from translator_desk.model.workflow import Move
from translator_desk.text.span import Span

A = DocumentId("a")
FIRST, SECOND = SegmentId(1), SegmentId(2)
CHEN = Person("Chen", "reviewer")


@pytest.fixture
def desk():
    opened, _ = session(
        ("a", [("会上，9个工作组汇报了工作。", "At the meeting, eight groups reported ."), ("二。", "Two.")])
    )
    opened.checking = Checking(opened, TermBase(()), InlineLane(), yields=False)
    opened.checking.start()
    return opened


def found(desk):
    return findings_of(desk.checking, desk.state, A)


def kinds(desk, *, final=False):
    return [one.kind for one in obstacles(desk.state, desk.state.documents[A], found(desk), final=final)]


@pytest.mark.parametrize("scope", WaiverScope)
def test_an_ignored_error_stays_in_the_way_until_a_second_person_agrees(desk, scope):
    assert found(desk) == Findings({FIRST: 1}, {}, 1, 0)
    (error,) = (one for one in desk.checking.issues(FIRST) if one.check == "number-mismatch")
    desk.execute(WaiveIssue(error, scope, "the source is wrong"))
    assert found(desk) == Findings({}, {FIRST: 1}, 1, 1)
    assert kinds(desk) == [Hindrance.UNSEEN]
    desk.person = CHEN
    desk.execute(SeeWaivers(desk.state.waivers))
    assert found(desk) == Findings({}, {}, 1, 1)
    assert kinds(desk) == []


def test_where_four_eyes_are_off_one_person_may_ignore_an_error(desk):
    (error,) = (one for one in desk.checking.issues(FIRST) if one.check == "number-mismatch")
    desk.execute(WaiveIssue(error, WaiverScope.HERE, "the source is wrong"))
    desk.execute(SetFourEyes(False))
    assert kinds(desk) == []
    assert kinds(desk, final=True) == [Hindrance.UNAPPROVED]


def test_everything_that_is_left_is_named_with_its_place(desk):
    desk.execute(MoveDocument(A, Move.HAND_OVER))
    desk.execute(EditTarget(SECOND, Span(0, 3), "Zwei"))
    desk.execute(AddComment(FIRST, "Look."))
    desk.person = CHEN
    desk.execute(AskBack(SECOND, "Why?"))
    left = obstacles(desk.state, desk.state.documents[A], found(desk), final=True)
    assert [(one.kind, one.segments) for one in left] == [
        (Hindrance.ERRORS, (FIRST,)),
        (Hindrance.CHANGES, (SECOND,)),
        (Hindrance.THREADS, (FIRST, SECOND)),
        (Hindrance.ASKED_BACK, (SECOND,)),
        (Hindrance.UNAPPROVED, (FIRST, SECOND)),
        (Hindrance.ONE_PERSON, (FIRST, SECOND)),
    ]
    en, zh = listed(left)
    assert en.startswith("segments with errors: 1; segments with undecided changes: 1; ")
    assert zh.count("；") == 5
