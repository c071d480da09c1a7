"""Backups of a season of work, and the drill: each of them is put back and holds what it held."""

from __future__ import annotations

import shutil
from itertools import pairwise

import pytest

from tests.app.hand import Hand
from translator_desk.app.commands.comments import AddComment
from translator_desk.app.commands.edit import SetTarget
from translator_desk.app.commands.workflow import MoveDocument
from translator_desk.app.safekeeping import MINUTES, backup_folder
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.workflow import Move
from translator_desk.store import audit
from translator_desk.store.backup import DAYS, WEEKS, backups
from translator_desk.store.connect import open_project
from translator_desk.wording import say

NEWS, FIRST = DocumentId("news"), SegmentId(1)
DAY = 24 * 3600


@pytest.fixture
def hand(tmp_path):
    return Hand(tmp_path / "home")


@pytest.fixture
def project(hand, tmp_path):
    (tmp_path / "news.txt").write_text("The mayor spoke. He left.\n", "utf-8")
    return hand.make(tmp_path / "news.desk", tmp_path / "news.txt")


def kept(hand, path):
    return backups(path, backup_folder(hand.desk.paths, path))


def write(project, text):
    project.session.execute(SetTarget(FIRST, text, say("x", "x")))


def text_of(path):
    opened = open_project(path, who="Li", read_only=True)
    try:
        return opened.store.load().segments[NEWS][0].target
    finally:
        opened.store.close()


def test_a_season_leaves_seven_days_and_four_weeks_each_of_which_can_be_put_back(hand, project, tmp_path):
    path, held = project.path, {}
    for day in range(60):
        for visit in range(2):
            words = f"Day {day}, visit {visit}."
            write(project, words)
            project.autosave.flush()
            hand.clock.advance(60 * MINUTES)
            held[kept(hand, path)[0].path.name] = words
        hand.clock.advance(DAY - 120 * MINUTES)
    found = kept(hand, path)
    days = sorted({one.time.date() for one in found}, reverse=True)
    assert len(found) == len(days)
    assert all((before - after).days == 1 for before, after in pairwise(days[:DAYS]))
    assert len({one.time.isocalendar()[:2] for one in found}) == WEEKS
    assert DAYS < len(found) <= DAYS + WEEKS
    # What is kept of a day is the last of it.
    assert all(held[one.path.name].endswith("visit 1.") for one in found)
    hand.close(project)
    for number, one in enumerate(found):
        restored = []
        place = tmp_path / f"drill-{number}.desk"
        shutil.copyfile(path, place)
        hand.desk.restore_backup(place, one.path, restored.append, hand.problems.append)
        assert not hand.problems
        assert restored[0].session.state.segments[FIRST].target == held[one.path.name]
        write(restored[0], "Work goes on.")
        hand.close(restored[0])
        assert audit.verify(place) is None
        # What stood there is kept beside it.
        (aside,) = tmp_path.glob(f"drill-{number}.before-restore-*.desk")
        assert text_of(aside) == "Day 59, visit 1."


@pytest.mark.parametrize("work", ["comment", "move"])
def test_comments_and_moves_are_work_to_be_backed_up_too(hand, project, work):
    before = len(kept(hand, project.path))
    command = AddComment(FIRST, "look") if work == "comment" else MoveDocument(NEWS, Move.HAND_OVER)
    project.session.execute(command)
    hand.clock.advance(60 * MINUTES)
    assert len(kept(hand, project.path)) >= max(before, 1)
    newest = open_project(kept(hand, project.path)[0].path, who="Li", read_only=True)
    loaded = newest.store.load()
    newest.store.close()
    assert loaded.comments if work == "comment" else loaded.documents[0].handling.handed_by
    hand.close(project)


def test_a_damaged_project_takes_no_good_backup_away(hand, project):
    for number in range(3):
        write(project, f"Text {number}.")
        hand.clock.advance(DAY)
    good = [one.path.read_bytes() for one in kept(hand, project.path)]
    hand.close(project)
    content = bytearray(project.path.read_bytes())
    content[4096 : len(content) - 4096] = b"\xff" * (len(content) - 8192)
    project.path.write_bytes(content)
    again = []
    hand.desk.open_project(project.path, again.append, hand.problems.append)
    hand.clock.advance(DAY)
    assert [one.path.read_bytes() for one in kept(hand, project.path)] == good
    for one in again:
        assert one.session.read_only is not None
        hand.close(one)
