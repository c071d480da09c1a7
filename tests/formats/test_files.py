from __future__ import annotations

import os
from pathlib import Path

import pytest

from translator_desk.errors import InputError
from translator_desk.formats import files
from translator_desk.formats.files import read_bytes


def test_a_file_is_read_whole(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"a\r\nb")
    assert read_bytes(tmp_path / "a.txt") == b"a\r\nb"


def refusal(path: str | Path) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(path)
    return str(caught.value)


def test_what_is_no_file_of_a_person_is_refused(tmp_path: Path):
    (tmp_path / "empty.txt").touch()
    assert "no such file" in refusal(tmp_path / "missing.txt")
    assert "no such file" in refusal(tmp_path / "empty.txt" / "below.txt")
    assert "folder" in refusal(tmp_path)
    assert "empty" in refusal(tmp_path / "empty.txt")
    assert "too long" in refusal(tmp_path / ("a" * 300))
    assert "no file name" in refusal("a\0b.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_does_not_hang_the_desk(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "device" in refusal(tmp_path / "pipe.txt")


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "LARGEST", 10)
    (tmp_path / "large.txt").write_bytes(b"x" * 11)
    assert "split it" in refusal(tmp_path / "large.txt")
