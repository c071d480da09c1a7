from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from translator_desk.errors import StoreError
from translator_desk.formats.atomic_write import atomic_write


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_bytes(b"old")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_new_files_and_old_ones(tmp_path: Path, file: Path):
    assert atomic_write(file, b"new") == file
    assert atomic_write(str(tmp_path / "other.txt"), b"") == tmp_path / "other.txt"
    assert file.read_bytes() == b"new"
    assert names(tmp_path) == ["other.txt", "text.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")
def test_the_mode_is_kept_and_a_new_file_gets_the_usual_one(tmp_path: Path, file: Path):
    file.chmod(0o640)
    atomic_write(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    (tmp_path / "plain").touch()
    atomic_write(tmp_path / "other", b"")
    assert (tmp_path / "other").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path, file: Path):
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    assert atomic_write(link, b"new") == file
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("call", ["open", "fsync", "replace", "fdopen"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT])
def test_after_any_failure_the_old_file_is_whole(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
):
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    if call == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    else:
        monkeypatch.setattr(os, call, fail)
    with pytest.raises(StoreError) as caught:
        atomic_write(file, b"new")
    monkeypatch.undo()
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["text.txt"]
    assert str(file) in str(caught.value)
    assert "untouched" in str(caught.value)
    assert "未受影响" in caught.value.render("zh")


def test_a_full_disk_is_named(file: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError, match="the disk is full"):
        atomic_write(file, b"new")


def test_places_that_cannot_be_written(tmp_path: Path, file: Path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="it is a folder"):
        atomic_write(tmp_path / "folder", b"")
    with pytest.raises(StoreError, match="does not exist"):
        atomic_write(tmp_path / "missing" / "a.txt", b"")
    with pytest.raises(StoreError, match="too long"):
        atomic_write(tmp_path / ("a" * 300), b"")
    with pytest.raises(StoreError, match="not a folder"):
        atomic_write(file / "a.txt", b"")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_write_protection_is_respected(file: Path):
    file.chmod(0o444)
    with pytest.raises(StoreError, match="no permission"):
        atomic_write(file, b"new")


def test_a_long_name_that_the_system_takes_can_be_written(tmp_path: Path):
    path = tmp_path / ("a" * 245)
    atomic_write(path, b"new")
    assert path.read_bytes() == b"new"
