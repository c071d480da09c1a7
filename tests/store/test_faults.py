"""The world goes wrong while the project is open: the old state stays, the message names file and cause."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store import values
from tests.store.contract import NEWS
from translator_desk.errors import StoreError
from translator_desk.store import faults
from translator_desk.store.base import ChangeBatch, SegmentWrite
from translator_desk.store.connect import create_project, open_project
from translator_desk.store.lock import InstanceLock

FIRST = values.segment(1)


@pytest.fixture
def store(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    opened = create_project(folder / "p.desk", "A project", "Li").store
    opened.save_documents((values.document(),), (FIRST,))
    yield opened
    opened.close()


def _edit(text: str = "Now.") -> ChangeBatch:
    now = values.edited(FIRST, text)
    return ChangeBatch(segments=(SegmentWrite(now, 0),), revisions=(values.revision(now),))


def test_a_deleted_file_is_noticed_and_the_project_can_be_saved_elsewhere(store, tmp_path):
    store.path.unlink()
    with pytest.raises(StoreError, match=r"p\.desk was moved or deleted") as caught:
        store.save_changes(_edit())
    assert "移动或删除" in caught.value.render("zh")
    with pytest.raises(StoreError, match="moved or deleted"):
        store.save_draft(FIRST.id, "x", 0, "Li")
    store.save_copy(tmp_path / "rescued.desk")
    rescued = open_project(tmp_path / "rescued.desk", who="Li").store
    assert rescued.load().segments[NEWS] == (FIRST,)
    rescued.save_changes(_edit())
    rescued.close()


def test_a_moved_file_is_noticed_and_works_again_when_it_is_back(store, tmp_path):
    store.path.rename(tmp_path / "elsewhere.desk")
    with pytest.raises(StoreError, match="moved or deleted"):
        store.save_changes(_edit())
    (tmp_path / "elsewhere.desk").rename(store.path)
    store.save_changes(_edit())
    assert store.load().segments[NEWS][0].target == "Now."


def test_another_file_in_its_place_is_left_alone(store):
    store.path.unlink()
    store.path.write_text("somebody else's", "utf-8")
    with pytest.raises(StoreError, match="moved or deleted"):
        store.save_changes(_edit())
    assert store.path.read_text("utf-8") == "somebody else's"


def test_a_folder_that_went_is_named(store):
    shutil.rmtree(store.path.parent)
    with pytest.raises(StoreError, match=r"folder/p\.desk was moved or deleted"):
        store.save_changes(_edit())


def test_another_program_that_holds_the_database_is_named(store):
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store._driver().execute("PRAGMA busy_timeout = 10")
    with pytest.raises(StoreError, match=r"p\.desk was not saved: another program is using it"):
        store.save_changes(_edit())
    other.execute("ROLLBACK")
    other.close()
    store.save_changes(_edit())


def _in_a_child(body: str, *arguments: object) -> str:
    """Run Python in a process of its own, for limits that last as long as a process."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom tests.store import values\n"
        "from translator_desk.errors import DeskError\nfrom translator_desk.store.base import *\n"
        "from translator_desk.store.connect import *\nfrom translator_desk.store import backup\n"
        "path = Path(sys.argv[1])\n" + body
    )
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


_FILL = """
store = open_project(path, who="Li").store
kept, number = 0, 0
try:
    for number in range(1, 400):
        one = values.segment(1, version=number, target=f"edit {number} " + "x" * 4000)
        store.save_changes(ChangeBatch(segments=(SegmentWrite(one, number - 1),), revisions=(values.revision(one),)))
        kept = number
except DeskError as error:
    print(error)
    print(error.render("zh"))
print(kept, store.load().segments["news"][0].version)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no RLIMIT_FSIZE")
def test_a_file_that_may_not_grow_keeps_what_was_saved(store):
    store.close()
    limit = store.path.stat().st_size + 200_000
    body = f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n" + _FILL
    en, zh, counts = _in_a_child(body, store.path).splitlines()
    assert en.startswith(f"{store.path} was not saved: the disk reports an error or takes no more")
    assert str(store.path) in zh
    kept, loaded = map(int, counts.split())
    assert 0 < kept < 399
    assert loaded == kept
    again = open_project(store.path, who="Li")
    assert again.read_only_reason is None
    assert again.store.load().segments[NEWS][0].version == kept
    again.store.close()


@pytest.fixture
def small_disk(tmp_path):
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("a small disk can be mounted by root on Linux only")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=False)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_keeps_what_was_saved(small_disk):
    path = small_disk / "p.desk"
    made = create_project(path, "A project", "Li").store
    made.save_documents((values.document(),), (FIRST,))
    made.close()
    en, _, counts = _in_a_child(_FILL, path).splitlines()
    assert en.startswith(f"{path} was not saved: the disk is full: make room")
    kept, loaded = map(int, counts.split())
    assert kept == loaded > 0
    with pytest.raises(StoreError, match="disk is full"):
        create_project(small_disk / "second.desk", "Second", "Li")
    again = open_project(path, who="Li")
    assert again.store.check(thorough=True) == ()
    assert again.store.load().segments[NEWS][0].version == kept
    again.store.close()
    assert not (small_disk / "second.desk").exists()
    assert not list(small_disk.glob(".desk-*"))


def _make_read_only(folder: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let the system refuse every change in the folder with this error, also to root, whom no mode stops."""
    may, opens = os.access, os.open

    def access(path, mode, **how):
        return may(path, mode, **how) and not (mode & os.W_OK and Path(path).is_relative_to(folder))

    def refuse(path, flags, *rest, **how):
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and Path(os.fsdecode(path)).is_relative_to(folder):
            raise OSError(number, os.strerror(number), path)
        return opens(path, flags, *rest, **how)

    monkeypatch.setattr(os, "access", access)
    monkeypatch.setattr(os, "open", refuse)
    for one in folder.iterdir():
        one.chmod(0o444)
    folder.chmod(0o555)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "read-only"
    made.mkdir()
    yield made
    made.chmod(0o755)


def _read(path: Path) -> tuple[str, object]:
    opened = open_project(path, who="Li")
    assert opened.store.read_only
    target = opened.store.load().segments[NEWS][0].target
    opened.store.close()
    return target, opened.read_only_reason


def test_a_read_only_disk_opens_for_reading_and_says_so(folder, monkeypatch):
    path = folder / "p.desk"
    made = create_project(path, "A project", "Li").store
    made.save_documents((values.document(),), (FIRST,))
    made.close()
    _make_read_only(folder, monkeypatch, errno.EROFS)
    target, reason = _read(path)
    assert target == FIRST.target
    assert "read-only" in reason.render("en")
    assert "只读" in reason.render("zh")
    with pytest.raises(StoreError, match=r"new\.desk was not saved: the file or its folder is read-only"):
        create_project(folder / "new.desk", "New", "Li")
    assert [one.name for one in folder.iterdir()] == ["p.desk"]


def test_a_disk_mounted_read_only_opens_for_reading_and_says_so(small_disk):
    path = small_disk / "p.desk"
    made = create_project(path, "A project", "Li").store
    made.save_documents((values.document(),), (FIRST,))
    made.close()
    if subprocess.run(["mount", "-o", "remount,ro", small_disk], check=False).returncode:
        pytest.skip("a disk cannot be mounted again for reading only here")
    target, reason = _read(path)
    assert target == FIRST.target
    assert "read-only" in reason.render("en")
    with pytest.raises(StoreError, match=r"new\.desk was not saved: the file or its folder is read-only"):
        create_project(small_disk / "new.desk", "New", "Li")


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such mode on this system")
def test_a_read_only_folder_opens_for_reading_also_after_a_crash(store, folder, monkeypatch):
    """The log beside the project holds the last edit; it must be read though nothing may be written."""
    store.save_changes(_edit())
    path = folder / "p.desk"
    for ending in ("", "-wal"):
        shutil.copyfile(f"{store.path}{ending}", f"{path}{ending}")
    _make_read_only(folder, monkeypatch, errno.EACCES)
    target, reason = _read(path)
    assert target == "Now."
    assert "read-only for you" in reason.render("en")
    assert sorted(one.name for one in folder.iterdir()) == ["p.desk", "p.desk-wal"]


def test_a_lock_that_cannot_be_made_is_the_disks_word(store, monkeypatch):
    """A share may say that writing is allowed and refuse the first file."""
    store.close()
    monkeypatch.setattr(InstanceLock, "take", _raise(OSError(errno.EROFS, "Read-only file system")))
    opened = open_project(store.path, who="Li")
    assert opened.store.read_only
    assert "the file or its folder is read-only" in opened.read_only_reason.render("en")
    opened.store.close()


def _raise(error: Exception):
    def call(*_, **__):
        raise error

    return call


@pytest.mark.parametrize("number", [errno.ENOENT, errno.ENOTDIR])
def test_a_folder_that_is_not_there_is_said_so(tmp_path, number):
    (tmp_path / "file").write_text("x", "utf-8")
    place = tmp_path / ("nowhere" if number == errno.ENOENT else "file") / "p.desk"
    with pytest.raises(StoreError, match="see whether its folder is still there"):
        create_project(place, "A project", "Li")


def test_an_odd_error_is_given_in_the_systems_words():
    problem = faults.not_written(Path("p.desk"), OSError(errno.EMFILE, "Too many open files"))
    assert "the system says: Too many open files" in problem.render("en")


@pytest.mark.parametrize("number", [0, 5, 12])
def test_every_cause_is_a_sentence_in_both_languages(number):
    error = sqlite3.OperationalError("odd {braces}")
    error.sqlite_errorcode = number
    problem = faults.not_written(Path("/tmp/{x}.desk"), error)
    assert "/tmp/{x}.desk" in problem.render("en")
    assert "/tmp/{x}.desk" in problem.render("zh")
    if number == 12:
        assert "odd {braces}" in problem.render("en")
