"""A whole review of the first sample, from the translator's fixes to the export, and the record it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.hand import Hand
from translator_desk.app.commands.comments import AnswerComment, AskBack, CloseThread
from translator_desk.app.commands.edit import ApplyFix
from translator_desk.app.commands.review import AmendHunk, DecideHunk, open_hunks
from translator_desk.app.commands.workflow import ApproveSegments, MoveDocument, ReleaseExport, TrackChanges
from translator_desk.app.documents import InputOptions
from translator_desk.app.gate import findings_of
from translator_desk.errors import RefusedError
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.redline import Outcome
from translator_desk.model.workflow import Move
from translator_desk.store import audit

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
S1 = DocumentId("s1")
LI, CHEN = ("Li Wei", "translator"), ("Chen Jing", "reviewer")


class Review:
    """One project, and whoever sits at the desk."""

    def __init__(self, folder):
        self.folder = folder
        self.hand = Hand(folder / "home")
        self.hand.desk.change_settings(shipped_terms=True)
        self.project = self.hand.make(folder / "s1.desk")
        options = InputOptions(source=str(SAMPLES / "s1.zh.txt"), target=str(SAMPLES / "s1.en.txt"), aligned=True)
        self.hand.desk.import_paths(self.project, options, lambda _: None, self.hand.problems.append)
        assert not self.hand.problems

    def sit_down(self, who):
        self.hand.desk.change_settings(person=who[0], role=who[1])
        self.hand.desk.use_person(self.project)

    def do(self, command):
        self.hand.clock.advance(60)
        return self.project.session.execute(command)

    @property
    def state(self):
        return self.project.session.state

    def fix(self, number):
        (issue,) = self.project.checking.issues(SegmentId(number))
        words = issue.target.of(self.state.segments[SegmentId(number)].target)
        self.do(ApplyFix(SegmentId(number), issue.fixes[0], words))

    def hunk(self, number):
        (hunk,) = open_hunks(self.state.segments[SegmentId(number)])
        return hunk

    def decide(self, number, outcome, reason=""):
        self.do(DecideHunk(SegmentId(number), self.hunk(number), outcome, reason))


@pytest.fixture(scope="module")
def review(tmp_path_factory):
    return Review(tmp_path_factory.mktemp("review"))


def test_the_story_and_every_row_of_its_record(review):
    fixed = (3, 4, 5, 8, 9, 12)
    review.sit_down(LI)
    review.do(TrackChanges(S1, True))
    for number in fixed:
        review.fix(number)
    review.do(MoveDocument(S1, Move.HAND_OVER))
    with pytest.raises(RefusedError, match="for: reviewer"):
        review.do(ApproveSegments((SegmentId(1),)))

    review.sit_down(CHEN)
    for number in (5, 8, 9):
        review.decide(number, Outcome.ACCEPT)
    review.do(AmendHunk(SegmentId(3), review.hunk(3), "checking", "the usual pair"))
    review.decide(12, Outcome.REJECT, "the participants came from several cities")
    review.do(AskBack(SegmentId(4), "Is the ordinal against the house style?"))
    with pytest.raises(RefusedError, match="Segment 4 has undecided changes"):
        review.do(MoveDocument(S1, Move.APPROVE))

    review.sit_down(LI)
    (question,) = review.state.remarks(SegmentId(4))
    review.do(AnswerComment(question.id, "Yes: June 12."))
    assert not review.state.segments[SegmentId(4)].asked_back

    review.sit_down(CHEN)
    review.decide(4, Outcome.ACCEPT)
    review.do(MoveDocument(S1, Move.APPROVE))
    with pytest.raises(RefusedError, match="segments with open threads: 1"):
        review.do(MoveDocument(S1, Move.FINISH, findings=findings_of(review.project.checking, review.state, S1)))
    review.do(CloseThread(question.id))
    findings = findings_of(review.project.checking, review.state, S1)
    assert not findings.errors
    review.do(MoveDocument(S1, Move.FINISH, findings=findings))
    review.do(ReleaseExport(S1, findings, file="out.txt"))
    review.hand.write(review.project, S1, review.folder / "out.txt")

    original = (SAMPLES / "s1.en.txt").read_text("utf-8")
    assert (review.folder / "out.txt").read_text("utf-8") == (
        original.replace("supervision and supervision", "checking and supervision")
        .replace("June 12th", "June 12")
        .replace("Deng Qunze", "Deng Qunce")
        .replace("eight special", "nine special")
        .replace("Zhen Jianxin", "Zheng Jianxin")
    )

    store = review.project.store
    proposed = "inspection and supervision"
    leaders = "Leaders of the participating cities → Municipal leaders present"
    rows = [
        *((number, "import", "Li Wei", "") for number in range(1, 13)),
        (0, "workflow", "Li Wei", "track changes"),
        (3, "fix", "Li Wei", proposed),
        (4, "fix", "Li Wei", "June 12"),
        (5, "fix", "Li Wei", "Deng Qunce"),
        (8, "fix", "Li Wei", "nine"),
        (9, "fix", "Li Wei", "Zheng Jianxin"),
        (12, "fix", "Li Wei", "Municipal leaders present"),
        (0, "workflow", "Li Wei", "hand-over"),
        (5, "accept", "Chen Jing", "Qunze → Qunce"),
        (8, "accept", "Chen Jing", "eight → nine"),
        (9, "accept", "Chen Jing", "Zhen → Zheng"),
        (3, "amend", "Chen Jing", "supervision → inspection → checking: the usual pair"),
        (12, "reject", "Chen Jing", f"{leaders}: the participants came from several cities"),
        (4, "comment", "Chen Jing", "asked back: Is the ordinal against the house style?"),
        (4, "comment", "Li Wei", "answer: Yes: June 12."),
        (4, "accept", "Chen Jing", "12th → 12"),
        *((number, "state", "Chen Jing", "approve") for number in range(1, 13)),
        (0, "workflow", "Chen Jing", "approve"),
        (0, "comment", "Chen Jing", "resolved, segment 4: Is the ordinal against the house style?"),
        *((number, "state", "Chen Jing", "finish") for number in range(1, 13)),
        (0, "workflow", "Chen Jing", "finish"),
        (0, "workflow", "Chen Jing", "export"),
    ]
    kept = store.revisions()
    assert [(one.segment, one.kind.value, one.author, one.note) for one in kept] == rows
    assert all(one.redline is None or one.redline.target == one.target for one in kept)
    assert [one.redline is not None for one in kept if one.kind.value == "fix"] == [True] * len(fixed)
    assert kept[-2].source == S1
    assert kept[-1].target == "out.txt"
    assert sorted(one.time for one in kept) == [one.time for one in kept]
    assert store.head().length == len(rows)
    for segment in store.load().segments[S1]:
        assert segment == review.state.segments[segment.id]
        assert segment.redline is None
        assert "Chen Jing" in segment.hands
    assert store.load().documents[0].handling == review.state.documents[S1].handling
    assert [one.resolved_by for one in store.comments()] == ["Chen Jing", ""]
    review.hand.close(review.project)
    assert audit.verify(review.folder / "s1.desk") is None
