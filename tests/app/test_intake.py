"""Documents taken into an open project, given their Chinese, read anew, written out: one step each, to be undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.hand import Hand
from translator_desk.app.commands.comments import AddComment
from translator_desk.app.commands.documents import RemoveDocument
from translator_desk.app.commands.edit import SetTarget
from translator_desk.app.commands.state import SetState
from translator_desk.app.commands.waivers import WaiveIssue
from translator_desk.app.documents import InputOptions
from translator_desk.app.jobs import InlineLane
from translator_desk.errors import InputError, RefusedError
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.state import SegmentState
from translator_desk.model.waiver import WaiverScope
from translator_desk.wording import say

ENGLISH = "The 1st bridge is open. The the mayor came twice.\n\nWorkers got 300 yuan each.\n"
CHINESE = "第1座桥开放了。市长来了两次。\n\n工人每人得到300元。\n"
NEWS = DocumentId("news")


@pytest.fixture
def hand(tmp_path):
    return Hand(tmp_path / "home")


@pytest.fixture
def news(tmp_path) -> Path:
    (tmp_path / "news.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "chinese.txt").write_text(CHINESE, "utf-8")
    return tmp_path / "news.txt"


@pytest.fixture
def project(hand, news, tmp_path):
    made = hand.make(tmp_path / "p.desk", news)
    yield made
    hand.desk.abandon_project(made, lambda: None)


def shown(project, document=NEWS):
    return [(one.source, one.target) for one in project.session.state.document_segments(document)]


def kept(hand, project, tmp_path, document=NEWS):
    """Return what stands in the file, as another desk reads it."""
    assert project.autosave.idle
    project.store.save_copy(tmp_path / "copy.desk")
    other = Hand(tmp_path / "elsewhere")
    opened = other.open(tmp_path / "copy.desk")
    found = shown(opened, document)
    other.close(opened)
    (tmp_path / "copy.desk").unlink()
    return found


def ask(hand, use_case, *arguments, **more):
    told = []
    use_case(*arguments, **more, done=told.append, failed=hand.problems.append)
    if hand.problems:
        raise hand.problems.pop()
    return told[0]


def test_files_are_added_as_one_step_and_get_ids_of_their_own(hand, project, news, tmp_path):
    ask(hand, hand.desk.import_paths, project, InputOptions(inputs=(str(news),)))
    assert project.session.state.document_order == ("news", "news-2")
    assert [one.id for one in project.session.state.document_segments(DocumentId("news-2"))] == [4, 5, 6]
    project.session.undo()
    assert project.session.state.document_order == ("news",)
    project.session.redo()
    assert kept(hand, project, tmp_path, DocumentId("news-2")) == shown(project)


def test_a_file_that_cannot_be_read_is_the_caller_s_to_tell(hand, project, tmp_path):
    (tmp_path / "a.xlf").write_text("<xliff/>", "utf-8")
    with pytest.raises(InputError, match="XLIFF is not readable yet"):
        ask(hand, hand.desk.import_paths, project, InputOptions(inputs=(str(tmp_path / "a.xlf"),)))
    project.session.read_only = say("only for reading", "只读")
    with pytest.raises(RefusedError, match="only for reading"):
        ask(hand, hand.desk.import_paths, project, InputOptions(inputs=(str(tmp_path / "news.txt"),)))


def test_text_is_pasted_as_a_document(hand, project, tmp_path):
    ask(hand, hand.desk.paste, project, "The mayor came.")
    ask(hand, hand.desk.paste, project, "One.\nTwo.", "一。\n二。", aligned=True)
    ask(hand, hand.desk.paste, project, "市长\tMayor")
    assert project.session.state.document_order == ("news", "pasted", "pasted-2", "pasted-3")
    assert shown(project, DocumentId("pasted-2")) == [("一。", "One."), ("二。", "Two.")]
    assert kept(hand, project, tmp_path, DocumentId("pasted-3")) == [("市长", "Mayor")]
    with pytest.raises(InputError, match="no text"):
        ask(hand, hand.desk.paste, project, " ")
    with pytest.raises(RefusedError, match="was pasted"):
        ask(hand, hand.desk.reimport, project, DocumentId("pasted"), None)
    hand.write(project, DocumentId("pasted"), tmp_path / "pasted.txt")
    assert (tmp_path / "pasted.txt").read_text("utf-8") == "The mayor came."


def waive(project, segment):
    issue = project.checking.issues(segment)[0]
    project.session.execute(WaiveIssue(issue, WaiverScope.HERE, "as published"))
    return issue.check


def test_the_chinese_is_attached_and_edits_waivers_and_history_stay(hand, project, tmp_path):
    second = SegmentId(2)
    check = waive(project, second)
    project.session.execute(SetTarget(SegmentId(3), "Workers were paid 300 yuan each.", say("x", "x")))
    told = ask(hand, hand.desk.attach_source, project, NEWS, tmp_path / "chinese.txt")
    assert told == ()
    assert shown(project) == [
        ("第1座桥开放了。", "The 1st bridge is open."),
        ("市长来了两次。", "The the mayor came twice."),
        ("工人每人得到300元。", "Workers were paid 300 yuan each."),
    ]
    assert [one.check for one in project.checking.waived(second)] == [check]
    assert project.session.state.documents[NEWS].has_source
    assert kept(hand, project, tmp_path) == shown(project)
    assert len(project.store.revisions(SegmentId(3))) == 3
    project.session.undo()
    assert {source for source, _ in shown(project)} == {""}
    assert not project.session.state.documents[NEWS].has_source


def test_segments_that_were_remarked_on_are_not_joined(hand, tmp_path):
    long = "会议于6月6日召开，邓群策主持会议并讲话，要求各部门在6月12日前完成整改。"
    (tmp_path / "two.txt").write_text(
        "A meeting was held on June 6. Deng Qunce presided, and asked all departments to finish by June 12.\n", "utf-8"
    )
    (tmp_path / "long.txt").write_text(long, "utf-8")
    for remarked, left in ((False, 1), (True, 2)):
        project = hand.make(tmp_path / f"{left}.desk", tmp_path / "two.txt")
        if remarked:
            project.session.execute(AddComment(SegmentId(2), "Who?"))
        ask(hand, hand.desk.attach_source, project, DocumentId("two"), tmp_path / "long.txt")
        assert len(shown(project, DocumentId("two"))) == left
        assert shown(project, DocumentId("two"))[0][0] == long
        hand.close(project)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.tsv", "zh\ten\n一。\tOne.\n", "table of both languages"),
        ("a.txt", "No Han at all.", "no Chinese in this file"),
        ("a.docx", "PK", "Word documents are not readable yet"),
        ("gone.txt", None, "no such file"),
    ],
)
def test_what_is_no_chinese_text_is_not_attached(hand, project, tmp_path, name, content, words):
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    before = shown(project)
    with pytest.raises(InputError, match=words) as caught:
        ask(hand, hand.desk.attach_source, project, NEWS, tmp_path / name)
    assert caught.value.file == str(tmp_path / name)
    assert shown(project) == before


def test_a_changed_file_is_read_anew(hand, project, news, tmp_path):
    check = waive(project, SegmentId(2))
    project.session.execute(SetTarget(SegmentId(1), "The first bridge is open.", say("x", "x")))
    project.session.execute(SetState((SegmentId(1),), SegmentState.TRANSLATED))
    news.write_text(ENGLISH.replace("300", "400") + "\nAll went home.\n", "utf-8")
    found = ask(hand, hand.desk.reimport, project, NEWS, None)
    assert [target for _, target in shown(project)] == [
        "The first bridge is open.",
        "The the mayor came twice.",
        "Workers got 400 yuan each.",
        "All went home.",
    ]
    assert (found.kept, found.changed, found.added) == ((1, 2), (3,), (4,))
    assert project.session.state.segments[SegmentId(1)].state is SegmentState.TRANSLATED
    assert [one.check for one in project.checking.waived(SegmentId(2))] == [check]
    assert kept(hand, project, tmp_path) == shown(project)
    hand.write(project, NEWS, tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text("utf-8") == news.read_text("utf-8").replace("1st", "first")


def test_another_file_can_stand_in_its_place(hand, project, tmp_path):
    other = tmp_path / "moved.txt"
    other.write_text(ENGLISH, "utf-8")
    found = ask(hand, hand.desk.reimport, project, NEWS, other)
    assert found.changed == found.added == found.removed == ()
    assert project.session.state.documents[NEWS].target_path == str(other)


def test_a_pair_read_by_line_is_read_by_line_again(hand, tmp_path):
    (tmp_path / "a.zh.txt").write_text("一。二。\n三。\n", "utf-8")
    (tmp_path / "a.en.txt").write_text("One. Two.\nThree.\n", "utf-8")
    from translator_desk.app.documents import InputOptions

    project = hand.make(tmp_path / "q.desk")
    ask(hand, hand.desk.import_paths, project, InputOptions((str(tmp_path / "a.en.txt"),), aligned=True))
    (tmp_path / "a.en.txt").write_text("One and two. Both.\nThree.\n", "utf-8")
    ask(hand, hand.desk.reimport, project, DocumentId("a"), None)
    assert shown(project, DocumentId("a")) == [("一。二。", "One and two. Both."), ("三。", "Three.")]
    hand.close(project)


def test_a_pair_may_be_read_by_line_afterwards(hand, tmp_path):
    (tmp_path / "a.zh.txt").write_text("一。二。\n三。\n", "utf-8")
    (tmp_path / "a.en.txt").write_text("One. Two.\nThree.\n", "utf-8")
    project = hand.make(tmp_path / "q.desk", tmp_path / "a.en.txt")
    ask(hand, hand.desk.reimport, project, DocumentId("a"), None, by_line=True)
    assert shown(project, DocumentId("a")) == [("一。二。", "One. Two."), ("三。", "Three.")]
    hand.close(project)


class SlowLane(InlineLane):
    """Lets something happen while the work runs."""

    def __init__(self) -> None:
        self.meanwhile = lambda: None

    def submit(self, work, done, failed):
        def and_meanwhile():
            value = work()
            call, self.meanwhile = self.meanwhile, lambda: None
            call()
            return value

        super().submit(and_meanwhile, done, failed)


def test_typing_while_the_chinese_is_read_is_not_lost(hand, project, tmp_path):
    lane = hand.desk._compute_lane = SlowLane()
    lane.meanwhile = lambda: project.session.execute(SetTarget(SegmentId(1), "Typed meanwhile.", say("x", "x")))
    ask(hand, hand.desk.attach_source, project, NEWS, tmp_path / "chinese.txt")
    assert shown(project)[0][1] == "Typed meanwhile."
    assert all(source for source, _ in shown(project)) or shown(project)[-1][1]


def test_a_document_taken_out_meanwhile_is_said(hand, project, tmp_path):
    lane = hand.desk._compute_lane = SlowLane()
    lane.meanwhile = lambda: project.session.execute(RemoveDocument(NEWS))
    with pytest.raises(RefusedError, match="no longer in the project"):
        ask(hand, hand.desk.attach_source, project, NEWS, tmp_path / "chinese.txt")


def test_what_is_read_for_a_project_that_was_closed_meanwhile_comes_too_late(hand, project, news):
    lane = hand.desk._compute_lane = SlowLane()
    lane.meanwhile = lambda: hand.close(project)
    with pytest.raises(RefusedError, match="It was closed"):
        ask(hand, hand.desk.import_paths, project, InputOptions(inputs=(str(news),)))


def test_the_findings_are_written_as_a_table(hand, project, tmp_path):
    hand.desk.export_findings(project, tmp_path / "findings.csv", "zh")
    text = (tmp_path / "findings.csv").read_text("utf-8-sig")
    assert "repeated-word" in text
    assert text.count("\n") == 1 + len(project.checking.all_issues())
