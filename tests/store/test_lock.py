"""One instance a project: the system's lock decides, the label only tells."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.store import values
from translator_desk.errors import StoreError
from translator_desk.store import lock
from translator_desk.store.base import ChangeBatch
from translator_desk.store.connect import ProjectOpenElsewhere, create_project, open_project

_HOLD = """
import sys
from pathlib import Path
from translator_desk.store.connect import open_project
opened = open_project(Path(sys.argv[1]), who="王芳")
print("open", opened.read_only_reason, flush=True)
sys.stdin.read()
opened.store.close()
"""


@pytest.fixture
def path(tmp_path):
    store = create_project(tmp_path / "p.desk", "A project", "Li").store
    store.save_documents((values.document(),), (values.segment(1),))
    store.close()
    return store.path


@pytest.fixture
def other(path):
    """Another process that has the project open."""
    child = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout.readline() == "open None\n"
    yield child
    child.kill()
    child.communicate()


def test_the_same_user_is_told_which_window_to_raise(path, other):
    with pytest.raises(ProjectOpenElsewhere) as caught:
        open_project(path, who="Li")
    holder = caught.value.holder
    assert (holder.who, holder.pid, holder.channel) == ("王芳", other.pid, lock.channel_of(path))
    assert isinstance(caught.value, StoreError)
    assert "王芳" in caught.value.render("zh")
    assert str(path) in caught.value.render("en")


def test_a_link_leads_to_the_same_lock(path, other, tmp_path):
    link = tmp_path / "link.desk"
    link.symlink_to(path)
    with pytest.raises(ProjectOpenElsewhere):
        open_project(link, who="Li")
    assert lock.channel_of(link) == lock.channel_of(path)


@pytest.mark.parametrize("field", ["user", "host"])
def test_another_user_or_machine_reads_and_is_told_who_and_since_when(path, other, field):
    label = json.loads(lock.lock_path(path).read_text("utf-8"))
    lock.lock_path(path).write_text(json.dumps({**label, field: "another"}), "utf-8")
    opened = open_project(path, who="Li")
    assert opened.store.read_only
    said = opened.read_only_reason.render("en")
    assert "王芳" in said
    assert "another" in said
    assert label["since"][:4] in said
    assert len(opened.store.load().documents) == 1
    opened.store.close()


def test_an_unreadable_label_is_no_obstacle(path, other):
    lock.lock_path(path).write_bytes(b"\xff{")
    opened = open_project(path, who="Li")
    assert opened.store.read_only
    opened.store.close()


def test_after_the_end_of_the_other_it_opens(path, other):
    other.communicate("")
    opened = open_project(path, who="Li")
    assert (opened.read_only_reason, opened.unclean) == (None, False)
    opened.store.close()


def test_after_a_kill_it_opens_without_a_question_twenty_times(path):
    for _ in range(20):
        child = subprocess.Popen(
            [sys.executable, "-c", _HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert child.stdout.readline() == "open None\n"
        child.kill()
        child.communicate()
    opened = open_project(path, who="Li")
    assert opened.read_only_reason is None
    assert opened.unclean
    opened.store.close()
    assert not lock.lock_path(path).exists()


def test_the_own_process_is_refused_as_well(path):
    first = open_project(path, who="Li").store
    with pytest.raises(ProjectOpenElsewhere) as caught:
        open_project(path, who="Li")
    assert caught.value.holder.pid == os.getpid()
    first.save_changes(ChangeBatch(title="still mine"))
    first.close()
    assert not lock.is_held(path)


def test_looking_makes_nothing(tmp_path):
    assert not lock.is_held(tmp_path / "none.desk")
    assert list(tmp_path.iterdir()) == []


def test_a_lock_file_taken_away_from_under_the_lock_is_made_anew(path):
    first = lock.InstanceLock(path)
    assert first.take("Li")
    lock.lock_path(path).unlink()
    second = lock.InstanceLock(path)
    assert second.take("Wang")
    # The first one holds a file without a name: it must not take the second one's name away.
    first.release()
    assert lock.is_held(path)
    second.release()
    assert not lock.lock_path(path).exists()
