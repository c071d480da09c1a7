"""The desk: projects opened and closed, typing of an earlier day, the person's place, backups."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.hand import Hand
from translator_desk.app.changes import Saving
from translator_desk.app.commands.edit import EditTarget, ReplaceMany, Replacement, SetTarget
from translator_desk.app.commands.structure import JoinWithNext, SplitSegment
from translator_desk.app.desk import OpenProject
from translator_desk.app.place import WorkPlace, place_of, place_text
from translator_desk.app.safekeeping import MINUTES, backup_folder
from translator_desk.errors import RefusedError, StoreError
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import Person
from translator_desk.model.revision import RevisionKind
from translator_desk.store import audit
from translator_desk.store.base import ChangeBatch, SegmentWrite
from translator_desk.store.connect import open_project
from translator_desk.store.sqlite import SqliteStore
from translator_desk.text.span import Span
from translator_desk.wording import say

ENGLISH = "The mayor spoke first. He thanked the guests.\n\nThe meeting ended at noon.\n"
FIRST, SECOND, THIRD = SegmentId(1), SegmentId(2), SegmentId(3)
DOCUMENT = DocumentId("news")


@pytest.fixture
def hand(tmp_path):
    return Hand(tmp_path / "home")


@pytest.fixture
def project(hand, tmp_path):
    (tmp_path / "news.txt").write_text(ENGLISH, "utf-8")
    made = hand.make(tmp_path / "news.desk", tmp_path / "news.txt")
    yield made
    hand.desk.abandon_project(made, lambda: None)


def target(project: OpenProject, segment: SegmentId = FIRST) -> str:
    return project.session.state.segments[segment].target


def type_words(hand: Hand, project: OpenProject, words: str, segment: SegmentId = FIRST) -> None:
    for index, letter in enumerate(words):
        hand.clock.advance(0.1)
        project.session.execute(EditTarget(segment, Span(index, index), letter))


def crash(project: OpenProject, tmp_path: Path) -> Path:
    """Return a project as a killed process would have left it."""
    folder = tmp_path / "crashed"
    folder.mkdir()
    for ending in ("", "-wal", ".lock"):
        if Path(f"{project.path}{ending}").exists():
            shutil.copyfile(f"{project.path}{ending}", folder / f"news.desk{ending}")
    return folder / "news.desk"


# Typing of an earlier day


def test_typing_comes_back_after_a_crash_as_a_revision_of_who_typed_it(hand, project, tmp_path):
    type_words(hand, project, "Then ")
    hand.clock.advance(2)
    path = crash(project, tmp_path)
    other = Hand(tmp_path / "other", "Wang Fang")
    again = other.open(path)
    assert target(again) == "Then The mayor spoke first."
    assert any("was brought back" in str(one) for one in again.warnings)
    assert again.conflicts == ()
    last = again.store.revisions(FIRST)[-1]
    assert (last.author, last.kind, last.target) == ("Li Wei", RevisionKind.EDIT, target(again))
    assert again.store.drafts() == ()
    # It is edited on as any other text.
    again.session.execute(SetTarget(FIRST, "Now.", say("x", "x")))
    assert again.autosave.saving is Saving.SAVED
    other.close(again)
    third = other.open(path)
    assert (target(third), third.warnings) == ("Now.", ())
    other.close(third)
    assert audit.verify(path) is None


def test_typing_over_a_version_that_is_gone_is_set_beside_the_text_that_stands(hand, project, tmp_path):
    type_words(hand, project, "Then ")
    hand.clock.advance(2)
    path = crash(project, tmp_path)
    # Somebody who has no such draft changed the segment before this desk opened it again.
    opened = open_project(path, who="Wang Fang")
    now = replace(project.session.state.segments[FIRST], target="Newer text.", version=40)
    opened.store.save_changes(
        ChangeBatch(segments=(SegmentWrite(now, opened.store.load().segments[DOCUMENT][0].version),))
    )
    opened.store.close()
    again = hand.open(path)
    assert target(again) == "Newer text."
    (conflict,) = again.conflicts
    assert (conflict.text, conflict.standing, conflict.author) == (
        "Then The mayor spoke first.",
        "Newer text.",
        "Li Wei",
    )
    for language in ("en", "zh"):
        assert any(conflict.text in one.render(language) for one in again.warnings)
    typed, standing = again.store.revisions(FIRST)[-2:]
    assert (typed.target, typed.kind) == (conflict.text, RevisionKind.EDIT)
    assert (standing.target, standing.kind) == ("Newer text.", RevisionKind.MERGE)
    assert again.store.drafts() == ()
    again.session.execute(SetTarget(FIRST, conflict.text, say("typing taken over", "采用输入")))
    hand.close(again)
    third = hand.open(path)
    assert target(third) == conflict.text
    assert third.conflicts == ()
    hand.close(third)


def test_typing_in_a_segment_that_is_gone_is_told_and_kept_in_the_history(hand, project, tmp_path):
    type_words(hand, project, "Then ", SECOND)
    hand.clock.advance(2)
    path = crash(project, tmp_path)
    opened = open_project(path, who="Wang Fang")
    first, _, third = opened.store.load().segments[DOCUMENT]
    opened.store.save_changes(ChangeBatch(removed=(SECOND,), order={DOCUMENT: (first.id, third.id)}))
    opened.store.close()
    again = hand.open(path)
    (conflict,) = again.conflicts
    assert conflict.standing is None
    assert any("Then He thanked the guests." in str(one) for one in again.warnings)
    assert again.store.revisions(SECOND)[-1].target == "Then He thanked the guests."
    hand.close(again)


def test_drafts_stay_where_they_cannot_be_written(hand, project, tmp_path, monkeypatch):
    type_words(hand, project, "Then ")
    hand.clock.advance(2)
    path = crash(project, tmp_path)

    def full(*_):
        raise StoreError(say("the disk is full", "磁盘已满"))

    with monkeypatch.context() as patch:
        patch.setattr(SqliteStore, "save_changes", full)
        patch.setattr(SqliteStore, "save_person", lambda *_: None)
        again = hand.open(path)
    assert [one.text for one in again.conflicts] == ["Then The mayor spoke first."]
    assert len(again.store.drafts()) == 1
    hand.close(again)


def test_what_another_person_is_typing_now_is_not_shown(hand, project, tmp_path, monkeypatch):
    type_words(hand, project, "Then ")
    hand.clock.advance(2)
    monkeypatch.setattr("translator_desk.store.connect.is_own", lambda _: False)
    other = Hand(tmp_path / "other", "Wang Fang")
    reading = other.open(project.path)
    assert "is open at" in str(reading.warnings[0])
    assert target(reading) == "The mayor spoke first."
    assert reading.conflicts == ()
    with pytest.raises(RefusedError, match="Li Wei"):
        reading.session.execute(SetTarget(FIRST, "x", say("x", "x")))
    other.close(reading)


# Somebody else writes into the open project


def write_behind(project: OpenProject, segment: SegmentId, text: str) -> None:
    store = SqliteStore(project.path)
    now = next(one for group in store.load().segments.values() for one in group if one.id == segment)
    store.save_changes(
        ChangeBatch(segments=(SegmentWrite(replace(now, target=text, version=now.version + 1), now.version),))
    )
    store.close()


def test_a_segment_changed_behind_the_desk_keeps_both_texts(hand, project, tmp_path):
    told = []
    project.session.subscribe(told.append)
    write_behind(project, FIRST, "Theirs.")
    project.session.execute(SetTarget(FIRST, "Ours.", say("x", "x")))
    assert target(project) == "Ours."
    assert project.autosave.saving is Saving.FAILED
    (problem,) = {one.saving_problem for one in told if one.conflicts}
    assert "segment 1" in str(problem)
    assert "第 1 句段" in problem.render("zh")
    # Nothing is tried for ever: everything else goes on being written.
    project.session.execute(SetTarget(SECOND, "Fine.", say("x", "x")))
    project.session.execute(SetTarget(FIRST, "Ours again.", say("x", "x")))
    assert project.autosave.idle
    hand.close(project)
    again = hand.open(project.path)
    assert (target(again), target(again, SECOND)) == ("Theirs.", "Fine.")
    assert [one.text for one in again.conflicts] == ["Ours again."]
    hand.close(again)


def test_of_many_places_replaced_only_the_stale_one_is_left_out(hand, project):
    write_behind(project, SECOND, "Theirs.")
    places = [Replacement(key, Span(0, 2), target(project, key)[:2], "**") for key in (FIRST, SECOND, THIRD)]
    project.session.execute(ReplaceMany(tuple(places)))
    assert project.autosave.conflicts == {SECOND}
    hand.close(project)
    again = hand.open(project.path)
    assert [target(again, key) for key in (FIRST, SECOND, THIRD)] == [
        "**e mayor spoke first.",
        "Theirs.",
        "**e meeting ended at noon.",
    ]
    assert [one.text for one in again.conflicts] == ["** thanked the guests."]
    hand.close(again)


def test_a_join_on_stale_segments_writes_nothing_and_loses_nothing(hand, project):
    write_behind(project, FIRST, "Theirs.")
    project.session.execute(JoinWithNext(FIRST))
    joined = target(project)
    with pytest.raises(RefusedError, match="Somebody else changed the project file"):
        project.session.execute(SetTarget(THIRD, "x", say("x", "x")))
    hand.close(project)
    again = hand.open(project.path)
    assert [one.target for one in again.session.state.document_segments(DOCUMENT)][:2] == [
        "Theirs.",
        "He thanked the guests.",
    ]
    assert [one.text for one in again.conflicts] == [joined]
    hand.close(again)


def test_ids_of_removed_segments_are_not_used_again(hand, project):
    project.session.execute(SplitSegment(THIRD, 4, 0))
    highest = max(one.segment for one in project.store.revisions())
    project.session.undo()
    hand.close(project)
    again = hand.open(project.path)
    assert again.session.state.next_segment_id == highest + 1 > max(again.session.state.segments) + 1
    hand.close(again)


# The person and the place


def test_the_place_is_there_again(hand, project):
    place = WorkPlace(DOCUMENT, SECOND, (3, 5), "市", "flagged")
    hand.desk.keep_place(project, place)
    hand.close(project)
    again = hand.open(project.path)
    assert again.place == place
    hand.close(again)
    assert Hand(hand.desk.paths.data, "Wang Fang").open(project.path).place == WorkPlace()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"segment": "x", "caret": [2, 1], "text": 3}', '{"caret": [1]}'])
def test_a_place_that_cannot_be_read_is_none(text):
    assert place_of(text) == WorkPlace()
    assert place_of(place_text(WorkPlace())) == WorkPlace()


def test_who_worked_on_it_is_kept(hand, project):
    hand.desk.change_settings(person="Wang Fang", role="reviewer")
    hand.desk.use_person(project)
    assert project.store.people() == (Person("Li Wei", "translator"), Person("Wang Fang", "reviewer"))
    project.session.execute(SetTarget(FIRST, "Now.", say("x", "x")))
    steps = []
    hand.desk.history(project, FIRST, steps.append, hand.problems.append)
    assert steps[0][-1].author == "Wang Fang"


# Backups


def test_a_backup_is_made_at_opening_and_after_half_an_hour_of_work(hand, project):
    folder = backup_folder(hand.desk.paths, project.path)

    def taken() -> int:
        """Return how many backups came; away with them."""
        kept = list(folder.iterdir()) if folder.exists() else []
        for one in kept:
            one.unlink()
        return len(kept)

    assert taken() == 0, "a new project is empty"
    hand.clock.advance(60 * MINUTES)
    assert taken() == 1, "taking files in is work"
    hand.clock.advance(60 * MINUTES)
    assert taken() == 0, "nothing was done"
    project.session.execute(SetTarget(FIRST, "Now.", say("x", "x")))
    hand.clock.advance(60 * MINUTES)
    assert taken() == 1
    hand.close(project)
    again = hand.open(project.path)
    assert taken() == 1
    hand.close(again)


def test_a_backup_brings_the_project_back(hand, project):
    project.session.execute(SetTarget(FIRST, "Worth keeping.", say("x", "x")))
    hand.clock.advance(60 * MINUTES)
    hand.close(project)
    project.path.unlink()
    found = []
    hand.desk.backups(project.path, found.extend, hand.problems.append)
    hand.desk.restore_backup(project.path, found[0].path, found.append, hand.problems.append)
    again = found[-1]
    assert target(again) == "Worth keeping."
    hand.close(again)


def test_a_backup_that_fails_is_told_and_the_work_goes_on(hand, project):
    folder = backup_folder(hand.desk.paths, project.path)
    folder.parent.parent.mkdir(exist_ok=True)
    folder.parent.write_text("in the way", "utf-8")
    told = []
    project.session.subscribe(told.append)
    project.session.execute(SetTarget(FIRST, "Now.", say("x", "x")))
    hand.clock.advance(60 * MINUTES)
    notices = [one.notice for one in told if one.notice is not None]
    assert len(notices) == 1
    assert str(folder) in str(notices[0])
    assert project.autosave.saving is Saving.SAVED


def test_a_damaged_project_names_the_backup_that_the_desk_made(hand, project):
    hand.clock.advance(60 * MINUTES)
    hand.close(project)
    data = bytearray(project.path.read_bytes())
    data[4096:] = b"\x7f" * (len(data) - 4096)
    project.path.write_bytes(data)
    with pytest.raises(StoreError, match=str(hand.desk.paths.data / "backups")):
        hand.open(project.path)


# Opening and closing


def test_a_project_that_cannot_be_loaded_is_let_go(hand, project, monkeypatch):
    hand.close(project)
    with monkeypatch.context() as patch:
        patch.setattr(SqliteStore, "people", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            hand.open(project.path)
    again = hand.open(project.path)
    assert again.session.read_only is None
    hand.close(again)


def test_what_cannot_be_written_can_be_abandoned(hand, project):
    project.path.unlink()
    project.session.execute(SetTarget(FIRST, "Now.", say("x", "x")))
    assert project.autosave.saving is Saving.FAILED
    closed = []
    hand.desk.close_project(project, lambda: closed.append("clean"))
    assert closed == []
    hand.desk.abandon_project(project, lambda: closed.append("abandoned"))
    assert closed == ["abandoned"]
    hand.clock.advance(100)


def test_a_file_that_is_there_is_never_made_anew(hand, project):
    hand.close(project)
    with pytest.raises(StoreError, match="is there already"):
        hand.make(project.path)


def test_a_home_that_cannot_be_written_keeps_no_project_shut(hand, project):
    hand.close(project)
    config = hand.desk.paths.config
    shutil.rmtree(config)
    config.write_text("in the way", "utf-8")
    again = hand.open(project.path)
    assert again.session.read_only is None
    with pytest.raises(StoreError, match="settings"):
        hand.desk.change_settings(theme="dark")
    assert hand.desk.settings.theme == "dark"
    hand.close(again)


def test_a_project_in_a_folder_that_cannot_be_made_is_named(hand, tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(StoreError, match=r"p\.desk was not saved"):
        hand.make(tmp_path / "file" / "sub" / "p.desk")
