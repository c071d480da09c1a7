"""What people type reaches the file: soon, in order, and *saved* is said only when it is there."""

from __future__ import annotations

import ast
import os
import random
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app import builders
from tests.app.hand import Hand
from tests.killed import lines_until_killed, needs_sigkill
from translator_desk.app.autosave import LATEST_SECONDS, QUIET_SECONDS, RETRY_SECONDS, Autosave
from translator_desk.app.changes import Saving
from translator_desk.app.commands.edit import EditTarget, SetTarget
from translator_desk.app.commands.structure import JoinWithNext
from translator_desk.app.jobs import InlineLane
from translator_desk.errors import StoreError
from translator_desk.model.ids import SegmentId
from translator_desk.store.base import ChangeBatch
from translator_desk.text.span import Span
from translator_desk.wording import say

KILLS = int(os.environ.get("DESK_TYPING_KILLS", "4"))
SEED = int(os.environ.get("DESK_KILL_SEED", "0")) or random.SystemRandom().getrandbits(31)
# What the disk and a busy machine take beside the two seconds.
SLACK_SECONDS = 1.0
FIRST, SECOND = SegmentId(1), SegmentId(2)
PAIRS = [("一。", "One, two."), ("二。", "Three."), ("三。", "Four five.")]


class MemoryStore:
    """Keeps what it is given, and fails when it is told to."""

    def __init__(self) -> None:
        self.drafts: dict[int, str] = {}
        self.batches: list[ChangeBatch] = []
        self.asked = 0
        self.broken: StoreError | None = None

    def save_draft(self, segment, text, base_version, author):
        self._ask()
        self.drafts[segment] = text

    def save_changes(self, batch):
        self._ask()
        self.batches.append(batch)
        for key in batch.cleared_drafts:
            self.drafts.pop(key, None)

    def _ask(self):
        self.asked += 1
        if self.broken is not None:
            raise self.broken

    def text(self, segment, before):
        """Return what a desk opened now would show."""
        if segment in self.drafts:
            return self.drafts[segment]
        written = [one.segment.target for batch in self.batches for one in batch.segments if one.segment.id == segment]
        return written[-1] if written else before


@pytest.fixture
def desk():
    opened, clock = builders.session(("a", PAIRS))
    store = MemoryStore()
    return opened, clock, store, Autosave(opened, store, InlineLane(), clock)


def press(opened, letter="x", segment=FIRST):
    at = len(opened.state.segments[segment].target)
    opened.execute(EditTarget(segment, Span(at, at), letter))


def test_a_draft_is_written_after_a_quiet_second_and_a_revision_when_the_row_is_left(desk):
    opened, clock, store, autosave = desk
    press(opened)
    assert autosave.saving is Saving.PENDING
    clock.advance(QUIET_SECONDS - 0.01)
    assert store.asked == 0
    clock.advance(0.01)
    assert store.drafts == {1: "One, two.x"}
    assert autosave.saving is Saving.SAVED
    assert not autosave.idle, "a draft is no revision yet"
    opened.leave_row(FIRST)
    (batch,) = store.batches
    assert [(one.target, one.author) for one in batch.revisions] == [("One, two.x", "Li Wei")]
    assert store.drafts == {}
    assert autosave.idle


def test_a_step_in_another_row_writes_both(desk):
    opened, _, store, _ = desk
    press(opened)
    opened.execute(JoinWithNext(FIRST))
    (batch,) = store.batches
    assert [one.kind for one in batch.revisions] == ["edit", "join"]
    assert batch.revisions[0].target == "One, two.x"


@settings(max_examples=200)
@given(st.lists(st.floats(0.0, 1.5), min_size=1, max_size=60), st.floats(0.0, 3.0))
def test_no_more_than_two_seconds_of_typing_are_ever_at_stake(pauses, rest):
    opened, clock = builders.session(("a", PAIRS))
    store = MemoryStore()
    autosave = Autosave(opened, store, InlineLane(), clock)
    typed = [(0.0, "One, two.")]

    def look():
        safe = store.text(FIRST, "One, two.")
        must = [text for at, text in typed if at <= clock.monotonic() - LATEST_SECONDS - 1e-6]
        assert not must or safe.startswith(must[-1])
        if autosave.saving is Saving.SAVED:
            assert safe == typed[-1][1]

    for pause in pauses:
        clock.advance(pause)
        look()
        press(opened)
        typed.append((clock.monotonic(), opened.state.segments[FIRST].target))
        look()
    clock.advance(rest)
    look()
    clock.advance(LATEST_SECONDS)
    assert autosave.saving is Saving.SAVED
    look()


def test_a_failing_disk_is_said_and_nothing_overtakes(desk):
    opened, clock, store, autosave = desk
    told = []
    opened.subscribe(told.append)
    store.broken = StoreError(say("p.desk: the disk is full", "p.desk：磁盘已满"))
    opened.execute(SetTarget(FIRST, "First.", say("x", "x")))
    opened.execute(SetTarget(SECOND, "Second.", say("x", "x")))
    assert autosave.saving is Saving.FAILED
    assert "the disk is full" in str(next(one.saving_problem for one in told if one.saving_problem))
    tries = store.asked
    clock.advance(RETRY_SECONDS)
    assert store.asked == tries + 1
    done = []
    autosave.flush(lambda: done.append(True))
    assert not done
    store.broken = None
    autosave.retry_now()
    assert [batch.segments[0].segment.target for batch in store.batches] == ["First.", "Second."]
    assert (autosave.saving, done) == (Saving.SAVED, [True])


def test_a_batch_tried_again_is_the_same_batch(desk):
    opened, _, store, autosave = desk
    seen = []
    keep = store.save_changes

    def lost_answer(batch):
        seen.append(batch)
        raise StoreError(say("written, but the answer was lost", "已写入，但未收到答复"))

    store.save_changes = lost_answer
    opened.execute(SetTarget(FIRST, "First.", say("x", "x")))
    store.save_changes = lambda batch: (seen.append(batch), keep(batch))
    autosave.retry_now()
    assert len(seen) == 2
    assert seen[0] == seen[1], "the store knows the revisions again by their ids"


def test_a_bug_is_said_and_not_swallowed(desk):
    opened, _, store, autosave = desk
    store.save_changes = lambda _: 1 // 0
    with pytest.raises(ZeroDivisionError):
        opened.execute(SetTarget(FIRST, "First.", say("x", "x")))
    assert autosave.saving is Saving.FAILED


def _type_until_killed(home, path, seed, seconds):
    """Return what the child said, a list of words a line."""
    first, *lines = lines_until_killed("tests.app.kill.typing", home, path, seed, seconds=seconds)
    assert first == "open"
    return [line.split(" ", 1) for line in lines]


@needs_sigkill
@pytest.mark.timeout(max(120, KILLS * 20))
def test_typing_survives_kills(tmp_path, capsys):
    """What was called saved is there; of the rest no more than the last two seconds are gone."""
    with capsys.disabled():
        sys.stdout.write(f"[{KILLS} kills, seed {SEED}] ")
    chance = random.Random(SEED)
    hand = Hand(tmp_path / "home")
    (tmp_path / "news.txt").write_text("One. Two.\n\nThree.\n", "utf-8")
    path = tmp_path / "news.desk"
    hand.close(hand.make(path, tmp_path / "news.txt"))
    for number in range(KILLS):
        seed = chance.getrandbits(30)
        where = f"seed {SEED}, kill {number}, child {seed}"
        typed, must = [], {}
        for kind, words in _type_until_killed(tmp_path / "home", path, seed, chance.uniform(0.5, 4.0)):
            if kind == "saved":
                key, text = words.split(" ", 1)
                must[int(key)] = ast.literal_eval(text)
            elif kind == "typed":
                at, key, text = words.split(" ", 2)
                typed.append((float(at), int(key), ast.literal_eval(text)))
        for at, key, text in typed:
            if at <= typed[-1][0] - LATEST_SECONDS - SLACK_SECONDS and len(text) > len(must.get(key, "")):
                must[key] = text
        project = hand.open(path)
        assert project.session.read_only is None, where
        assert project.conflicts == (), where
        for key, text in must.items():
            assert project.session.state.segments[SegmentId(key)].target.startswith(text), where
        hand.close(project)
