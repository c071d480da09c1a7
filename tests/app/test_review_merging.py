"""A copy that comes back edited is merged word by word; nothing is overwritten."""

from __future__ import annotations

import shutil

import pytest

from tests.app.hand import Hand
from translator_desk.app.commands.comments import AddComment, AnswerComment, AskBack, CloseThread, open_threads
from translator_desk.app.commands.edit import EditTarget, SetTarget
from translator_desk.app.commands.review import DecideHunk, open_hunks
from translator_desk.app.commands.structure import JoinWithNext, SplitSegment
from translator_desk.app.commands.workflow import ApproveSegments, MoveDocument
from translator_desk.errors import RefusedError
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import Person
from translator_desk.model.redline import Outcome
from translator_desk.model.revision import RevisionKind
from translator_desk.model.state import Role
from translator_desk.model.workflow import Move
from translator_desk.review.four_eyes import answering
from translator_desk.review.merge import Conflict
from translator_desk.review.versions import likely_texts
from translator_desk.text.span import Span
from translator_desk.wording import say

ENGLISH = "The mayor spoke first. He thanked the guests.\n\nThe meeting ended at noon.\n"
FIRST, SECOND, THIRD = SegmentId(1), SegmentId(2), SegmentId(3)
NEWS = DocumentId("news")


class Office:
    """Our project, and a copy of it at a colleague's."""

    def __init__(self, folder):
        self.folder = folder
        self.hand = Hand(folder / "home")
        (folder / "news.txt").write_text(ENGLISH, "utf-8")
        self.project = self.hand.make(folder / "news.desk", folder / "news.txt")

    def write(self, segment, text, project=None):
        project = project or self.project
        project.session.execute(SetTarget(segment, text, say("x", "x")))
        self.hand.clock.advance(5)

    def copied(self, change):
        """Return a copy of the project in which a colleague did ``change``."""
        there = self.folder / "there"
        there.mkdir()
        self.hand.close(self.project)
        shutil.copy(self.project.path, there / "copy.desk")
        self.project = self.hand.open(self.project.path)
        other = Hand(self.folder / "colleague", "Wang")
        copy = other.open(there / "copy.desk")
        change(copy)
        other.close(copy)
        return there / "copy.desk"

    def merge(self, path, document=None):
        found = []
        self.hand.desk.merge_version(
            self.project, path, "Wang", found.append, self.hand.problems.append, document=document
        )
        if self.hand.problems:
            raise self.hand.problems.pop()
        return found[0]

    def segment(self, key):
        return self.project.session.state.segments[key]


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    yield made
    made.hand.close(made.project)


def test_a_copy_of_the_project_comes_back(office):
    office.write(FIRST, "The mayor spoke at first.")

    def theirs(copy):
        office.write(FIRST, "The vice mayor spoke at first.", copy)
        office.write(SECOND, "He thanked all visitors.", copy)
        copy.session.execute(AddComment(THIRD, "At noon sharp?"))

    path = office.copied(theirs)
    office.write(SECOND, "He thanked the many guests.")
    report = office.merge(path)
    assert report.taken == (FIRST,)
    assert report.conflicts == ((SECOND, Conflict("the guests", "the many guests", "all visitors")),)
    assert "both wordings side by side: 1. New remarks: 1;" in report.sentence().render("en")
    assert office.segment(FIRST).target == "The vice mayor spoke at first."
    assert office.segment(FIRST).baseline == "The mayor spoke at first."
    (hunk,) = open_hunks(office.segment(SECOND))
    assert hunk.authors == {"Li Wei", "⇄ Wang, copy.desk"}
    assert office.segment(THIRD).redline is None
    (remark,) = office.project.session.state.remarks(THIRD)
    assert (remark.text, remark.author) == ("At noon sharp?", "⇄ Wang, copy.desk")
    kept = office.project.store.revisions()
    assert [(one.segment, one.kind) for one in kept[-3:]] == [(n, RevisionKind.MERGE) for n in (1, 2, 0)]
    office.project.session.undo()
    assert office.segment(SECOND).target == "He thanked the many guests."
    assert office.project.session.state.remarks(THIRD) == ()


def test_threads_closed_and_questions_answered_in_the_copy_are_taken_over(office):
    ours = office.project.session
    ours.person = Person("Zhao", Role.REVIEWER)
    for command in (AddComment(FIRST, "Who?"), AskBack(SECOND, "Which?"), AddComment(THIRD, "When?")):
        ours.execute(command)
    kept, asked, both = (ours.state.remarks(key)[0] for key in (FIRST, SECOND, THIRD))
    ours.execute(CloseThread(both.id))

    def theirs(copy):
        copy.session.execute(CloseThread(kept.id))
        copy.session.execute(AnswerComment(asked.id, "The second."))
        copy.session.execute(CloseThread(asked.id))

    path = office.copied(theirs)
    ours = office.project.session
    ours.execute(CloseThread(both.id, resolved=False))
    report = office.merge(path)
    assert (report.remarks, report.turned) == (1, 2)
    assert "New remarks: 1; threads closed or opened again there: 2." in report.sentence().render("en")
    state = office.project.session.state
    assert state.comments[kept.id].resolved_by == "⇄ Wang, copy.desk"
    assert not office.segment(SECOND).asked_back
    assert open_threads(state, SECOND) == ()
    # What we did to a thread since then is not undone by a copy that knows nothing of it.
    assert len(open_threads(state, THIRD)) == 1
    ours.undo()
    assert office.segment(SECOND).asked_back
    assert not state.comments[kept.id].resolved


def test_what_we_did_to_a_thread_stays(office):
    office.project.session.execute(AddComment(FIRST, "Who?"))
    (thread,) = office.project.session.state.remarks(FIRST)
    path = office.copied(lambda copy: copy.session.execute(CloseThread(thread.id)))
    office.project.session.execute(CloseThread(thread.id))
    office.project.session.execute(CloseThread(thread.id, resolved=False))
    assert office.merge(path).turned == 0
    assert len(open_threads(office.project.session.state, FIRST)) == 1


def test_a_segment_asked_back_in_the_copy_is_asked_back_here(office):
    def theirs(copy):
        copy.session.person = Person("Wang", Role.REVIEWER)
        copy.session.execute(AskBack(FIRST, "Which mayor?"))

    path = office.copied(theirs)
    office.merge(path)
    assert office.segment(FIRST).asked_back
    assert [one.text for one in open_threads(office.project.session.state, FIRST)] == ["Which mayor?"]


def test_what_a_file_brought_is_answered_for_by_people_of_this_desk_only(office):
    session = office.project.session
    path = office.copied(lambda copy: office.write(FIRST, "The vice mayor spoke first.", copy))
    session = office.project.session
    session.execute(MoveDocument(NEWS, Move.HAND_OVER))
    office.merge(path)
    session.person = Person("Chen", "reviewer")
    session.execute(DecideHunk(FIRST, open_hunks(office.segment(FIRST))[0], Outcome.ACCEPT))
    with pytest.raises(RefusedError, match="Nobody but you"):
        session.execute(ApproveSegments((FIRST,)))
    session.person = Person("Li Wei", "reviewer")
    session.execute(ApproveSegments((FIRST,)))
    assert answering(office.segment(FIRST), session.state.documents[NEWS].handling) == {"Chen", "Li Wei"}


def test_a_copy_of_the_text_made_from_an_export_comes_back(office):
    office.write(FIRST, "The mayor spoke at first.")
    office.write(THIRD, "The meeting ended at noon sharp.")
    out = office.folder / "out.txt"
    office.hand.write(office.project, NEWS, out)
    office.write(SECOND, "He thanked the many guests.")
    text = out.read_text("utf-8").replace("at first", "last").replace("guests.", "guests. All left.")
    out.write_text(text, "utf-8")
    report = office.merge(out, NEWS)
    assert (report.taken, report.conflicts) == ((FIRST, SECOND), ())
    assert office.segment(FIRST).target == "The mayor spoke last."
    assert office.segment(SECOND).target == "He thanked the many guests. All left."
    assert office.segment(SECOND).baseline == "He thanked the many guests."
    assert office.segment(THIRD).redline is None


def test_a_sentence_that_is_gone_from_the_copy_is_struck_and_stays_to_be_seen(office):
    (office.folder / "news.txt").write_text(ENGLISH.replace(" He thanked the guests.", ""), "utf-8")
    office.merge(office.folder / "news.txt", NEWS)
    assert (office.segment(SECOND).target, office.segment(SECOND).baseline) == ("", "He thanked the guests.")


def test_a_copy_that_split_a_segment_brings_its_words_back(office):
    def theirs(copy):
        copy.session.execute(SplitSegment(FIRST, len("The mayor"), 0))
        copy.session.execute(EditTarget(FIRST, Span(4, 4), "vice ", typing=False))

    office.merge(office.copied(theirs))
    assert office.segment(FIRST).target == "The vice mayor spoke first."


def test_nothing_new_changes_nothing(office):
    before = office.project.store.head()
    report = office.merge(office.copied(lambda copy: None))
    assert (report.taken, report.conflicts) == ((), ())
    assert office.project.store.head() == before


def test_a_text_without_its_document_is_refused(office):
    with pytest.raises(RefusedError, match="Choose the document"):
        office.merge(office.folder / "news.txt")


def test_the_moment_a_copy_was_made_is_the_one_most_like_it(office):
    office.write(FIRST, "One.")
    office.write(SECOND, "Two.")
    office.write(FIRST, "Uno.")
    history = office.project.store.revisions()
    begun = {FIRST: "", SECOND: ""}
    assert likely_texts(history, begun, {FIRST: "One.", SECOND: "Zwei."})[FIRST] == "One."
    assert likely_texts(history, begun, {FIRST: "Uno.", SECOND: "Two."}) == {FIRST: "Uno.", SECOND: "Two."}
    assert likely_texts([], begun, {FIRST: "x", SECOND: "y"}) == begun


def test_what_either_side_has_split_or_joined_is_merged_where_the_words_are(office):
    def theirs(copy):
        copy.session.execute(JoinWithNext(FIRST))
        office.write(FIRST, "The mayor spoke first. He thanked all visitors.", copy)
        copy.session.execute(AddComment(FIRST, "All of them?", Span(34, 46)))
        copy.session.execute(SplitSegment(THIRD, 12, 0))

    path = office.copied(theirs)
    office.project.session.execute(SplitSegment(THIRD, 18, 0))
    report = office.merge(path)
    assert (report.taken, report.conflicts) == ((SECOND,), ())
    state = office.project.session.state
    assert [one.target for one in state.document_segments(NEWS)] == [
        "The mayor spoke first.",
        "He thanked all visitors.",
        "The meeting ended",
        "at noon.",
    ]
    (remark,) = state.remarks(SECOND)
    assert remark.text == "All of them?"
