"""kill -9 in the midst of a review: what was called saved is there, and the history holds.

``DESK_REVIEW_KILLS=100`` kills more often, ``DESK_KILL_SEED`` repeats a run.
"""

from __future__ import annotations

import json
import os
import random
import sys

import pytest

from tests.app.hand import Hand
from tests.killed import lines_until_killed, needs_sigkill
from translator_desk.model.revision import RevisionKind
from translator_desk.store import audit

KILLS = int(os.environ.get("DESK_REVIEW_KILLS", "30"))
SEED = int(os.environ.get("DESK_KILL_SEED", "0")) or random.SystemRandom().getrandbits(31)

DECISIONS = {RevisionKind.ACCEPT, RevisionKind.REJECT, RevisionKind.AMEND}

pytestmark = needs_sigkill


def review_until_killed(path, home, seed, seconds):
    """Return what the child said after each saved step."""
    first, *steps = lines_until_killed("tests.app.kill.reviewing", path, home, seed, seconds=seconds)
    assert first == "open"
    return [json.loads(line) for line in steps]


@pytest.mark.timeout(max(120, KILLS * 10))
def test_no_saved_step_of_a_review_is_lost(tmp_path, capsys):
    with capsys.disabled():
        sys.stdout.write(f"[{KILLS} kills, seed {SEED}] ")
    chance = random.Random(SEED)
    hand = Hand(tmp_path / "home")
    (tmp_path / "news.txt").write_text("The mayor spoke. He left.\n\nAll went home. It rained. So it ended.\n", "utf-8")
    path = tmp_path / "news.desk"
    hand.close(hand.make(path, tmp_path / "news.txt"))
    steps = 0
    decisions: set[str] = set()
    for number in range(KILLS):
        seed = chance.getrandbits(30)
        where = f"seed {SEED}, kill {number}, child {seed}"
        said = review_until_killed(path, tmp_path / "home", seed, chance.uniform(0.05, 0.4))
        steps += len(said)
        decisions.update(line[4] for line in said if line[4])
        head = said[-1][0] if said else None
        assert audit.verify(path, head) is None, where
        project = hand.open(path)
        store = project.store
        segments = [one for group in store.load().segments.values() for one in group]
        assert all(one.redline is None or one.redline.target == one.target for one in segments), where
        if said and store.head().hash == head:
            # Else one more step was written whose line the kill cut off.
            assert [[one.id, one.target, one.baseline] for one in segments] == said[-1][1], where
            assert len(store.comments()) == said[-1][2], where
            assert [one.handling.stage for one in store.load().documents] == said[-1][3], where
        kept = {revision.id: revision.kind for revision in store.revisions()}
        assert decisions <= kept.keys(), where
        assert {kept[one] for one in decisions} <= DECISIONS, where
        last = {revision.segment: revision for revision in store.revisions()}
        for one in segments:
            assert (last[one.id].target, last[one.id].redline, last[one.id].state) == (
                one.target,
                one.redline,
                one.state,
            ), where
        hand.close(project)
    assert steps > KILLS
    assert len(decisions) > KILLS / 2
