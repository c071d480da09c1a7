"""kill -9 in the midst of work: nothing acknowledged is lost, nothing half done is found.

``DESK_KILLS=500`` kills more often, ``DESK_KILL_SEED`` repeats a run.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter

import pytest

from tests.killed import lines_until_killed, needs_sigkill
from tests.store import values
from tests.store.kill.editing import IMPORTED
from translator_desk.store import audit, backup
from translator_desk.store.connect import create_project, open_project

KILLS = int(os.environ.get("DESK_KILLS", "30"))
SEED = int(os.environ.get("DESK_KILL_SEED", "0")) or random.SystemRandom().getrandbits(31)

pytestmark = needs_sigkill


def _work_until_killed(path, seed: int, seconds: float) -> list[list[str]]:
    """Return what the child acknowledged before it was killed, one list of words a line."""
    lines = lines_until_killed("tests.store.kill.editing", path, seed, seconds=seconds)
    assert lines[0].startswith("open"), f"seed {seed}: the child did not open the project"
    return [line.split(" ", 4) for line in lines]


@pytest.mark.timeout(max(120, KILLS * 4))
def test_nothing_acknowledged_is_lost(tmp_path, capsys):
    chance = random.Random(SEED)
    with capsys.disabled():
        sys.stdout.write(f"[{KILLS} kills, seed {SEED}] ")
    path = tmp_path / "p.desk"
    store = create_project(path, "Killed", "Li").store
    store.save_documents((values.document(),), tuple(values.segment(number) for number in range(1, 41)))
    first = [one for listed in store.load().segments.values() for one in listed]
    store.close()
    edits: dict[int, tuple[int, str]] = {one.id: (one.version, one.target) for one in first}
    untouched = (values.segment(1).version, "")
    history: dict[str, str] = {}
    imported: set[str] = set()
    drafts: dict[int, str] = {}
    acknowledged = Counter()
    for number in range(KILLS):
        seed = chance.getrandbits(30)
        where = f"seed {SEED}, kill {number}, child {seed}"
        for kind, *words in _work_until_killed(path, seed, chance.uniform(0.0, 0.35)):
            acknowledged[kind] += 1
            if kind == "edit":
                key, version, revision, text = words
                edits[int(key)] = (int(version), text)
                history[revision] = text
                drafts.pop(int(key), None)
            elif kind == "imported":
                imported.add(words[0])
            elif kind == "draft":
                key, _, *text = words
                drafts[int(key)] = " ".join(text)
        started = time.monotonic()
        opened = open_project(path, who="Li")
        assert time.monotonic() - started < 3.0, where
        assert opened.read_only_reason is None, where
        assert opened.unclean, where
        store = opened.store
        assert store.check(thorough=True) == (), where
        project = store.load()
        found = {one.id: one for listed in project.segments.values() for one in listed}
        for key, (version, text) in edits.items():
            # One more may have been written whose acknowledgement the kill cut off.
            assert found[key].version >= version, where
            assert found[key].version > version or found[key].target == text, where
        kept = {revision.id: revision.target for revision in store.revisions()}
        assert history.items() <= kept.items(), where
        names = {document.id for document in project.documents}
        assert imported <= names, where
        for document in project.documents:
            if document.id.startswith("import"):
                assert len(project.segments[document.id]) >= IMPORTED, where
        typed = {draft.segment: draft.text for draft in store.drafts()}
        # One later draft or edit of the same segment may have been written without being acknowledged.
        later = {key for key, text in drafts.items() if typed.get(key) != text}
        assert all(key in typed or found[key].version > edits.get(key, untouched)[0] for key in later), where
        assert sum(key in typed for key in later) <= 1, where
        for key, one in found.items():
            edits[key] = (one.version, one.target)
        drafts = {key: typed[key] for key in drafts if key in typed}
        imported = {name for name in names if name.startswith("import")}
        store.close()
        assert audit.verify(path) is None, where
    assert acknowledged["edit"] > KILLS, "the child hardly got to work"
    assert acknowledged["draft"] > KILLS // 2
    for kept_copy in backup.backups(path):
        copy = open_project(kept_copy.path, who="Li", read_only=True)
        assert copy.store.check(thorough=True) == ()
        copy.store.close()
    backup.backup_now(path)
    assert len(backup.backups(path)) == sum(1 for _ in backup.folder_of(path).iterdir())
    leftovers = {one.name for one in tmp_path.iterdir()} - {"p.desk", "p.desk.backups"}
    assert leftovers == set()


def test_an_import_killed_at_every_stage_is_whole_or_absent(tmp_path):
    """The child is killed while its import is under way: after it said "importing", before "imported"."""
    halves = 0
    for number in range(6):
        path = tmp_path / f"{number}.desk"
        create_project(path, "Killed", "Li").store.close()
        # A later stage of the import each time; it says nothing on its way that one could wait for.
        first, *rest = lines_until_killed("tests.store.kill.importing", path, seconds=number * 0.02, may_end=True)
        assert first == "importing"
        opened = open_project(path, who="Li")
        assert opened.read_only_reason is None
        project = opened.store.load()
        counts = (
            len(project.documents),
            sum(map(len, project.segments.values())),
            len(opened.store.revisions()),
        )
        assert counts in ((0, 0, 0), (1, 5000, 5000)), f"import {number}"
        if rest:
            assert counts == (1, 5000, 5000)
        halves += not rest
        opened.store.close()
    assert halves, "no kill came before the end of an import"
