"""A person at the desk while the disk gives trouble: the text stays on the screen, the bar names file and cause."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from contextlib import contextmanager, suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.store.test_faults import small_disk  # noqa: F401
from tests.ui.conftest import Ctrl
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.store.lock import lock_path
from translator_desk.ui.commands.copies import save_copy
from translator_desk.ui.dialogs.export import ExportDialog
from translator_desk.ui.error_bar import ErrorBar

HOLD = """
import sys
from pathlib import Path
from translator_desk.store.connect import open_project
opened = open_project(Path(sys.argv[1]), who="王芳")
print("open", flush=True)
sys.stdin.read()
opened.store.close()
"""
LONG = "More work on rural roads and clean water will follow next year. " * 100


@pytest.fixture
def project_on_small_disk(open_desk, new_desk, small_disk):  # noqa: F811
    """A hand on a project that lies alone on a disk of one megabyte."""
    made = open_desk.context.project.path
    open_desk.close()
    path = shutil.copy(made, small_disk / "p.desk")
    hand = new_desk()
    hand.open_project(path)
    yield hand
    hand.close()


def fill(folder):
    """Leave no room on the disk of a folder; return the file that takes it."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12):
            with suppress(OSError):
                while True:
                    file.write(bytes(size))
    assert shutil.disk_usage(folder).free == 0
    return ballast


def said(hand):
    return " ".join(hand.window.sentences)


def button(hand, words):
    return next(one for one in hand.window.findChild(ErrorBar).findChildren(QPushButton) if words in one.text())


def test_typing_on_a_full_disk_stays_on_the_screen_and_is_saved_once_there_is_room(project_on_small_disk, new_desk):
    hand = project_on_small_disk
    path = hand.context.project.path
    before = hand.target(2)
    hand.go(2, edit=True)
    ballast = fill(path.parent)
    hand.editor.write(LONG)
    hand.press(Qt.Key.Key_Return, Ctrl)
    hand.wait(lambda: "disk is full" in said(hand))
    assert str(path) in said(hand)
    assert "Not saved" in hand.window.statusBar().saving
    assert hand.target(2) == before + LONG
    hand.type("x")
    assert hand.target(3).endswith("x")
    ballast.unlink()
    hand.qtbot.mouseClick(button(hand, "Try again"), Qt.MouseButton.LeftButton)
    hand.wait(lambda: hand.window.statusBar().saving.startswith("Saved"))
    assert hand.window.sentences == []
    hand.close()
    again = new_desk()
    again.open_project(path)
    assert again.target(2) == before + LONG
    assert again.target(3).endswith("x")
    again.close()


def test_an_export_to_a_full_disk_is_refused_and_the_file_there_stays(open_desk, small_disk):  # noqa: F811
    hand = open_desk
    atomic_write(small_disk / "s1.en-corrected.txt", b"what was written before")
    fill(small_disk)
    dialog = ExportDialog(hand.context, hand.state.document_order[0])
    dialog.open()
    dialog._folder.setText(str(small_disk))
    dialog._reason.setText("A trial.")
    dialog.accept()
    assert dialog.isVisible()
    complaint = " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())
    assert f"{small_disk}/s1.en-corrected.txt" in complaint
    assert "full" in complaint
    assert (small_disk / "s1.en-corrected.txt").read_bytes() == b"what was written before"
    assert sorted(one.name for one in small_disk.iterdir()) == ["ballast", "s1.en-corrected.txt"]
    dialog.reject()


@contextmanager
def held_elsewhere(path):
    """Another program holds the project."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert child.stdout.readline() == "open\n"
        yield
    finally:
        child.communicate(timeout=20)


@pytest.mark.parametrize("code", ["en", "zh"])
def test_a_project_that_somebody_has_open_on_another_machine_is_shown_and_says_who(open_desk, new_desk, code):
    path = open_desk.context.project.path
    text = open_desk.target(2)
    open_desk.close()
    with held_elsewhere(path):
        label = json.loads(lock_path(path).read_text("utf-8"))
        lock_path(path).write_text(json.dumps({**label, "host": "city-office-7"}), "utf-8")
        hand = new_desk()
        hand.application.language.apply(code)
        hand.open_project(path)
        assert "王芳" in said(hand)
        assert "city-office-7" in said(hand)
        assert hand.window.windowTitle().count("read-only" if code == "en" else "只读") == 1
        hand.go(2)
        hand.type("x")
        hand.press(Qt.Key.Key_Return, Ctrl)
        assert hand.target(2) == text
        hand.application.language.apply("en")
        hand.close()


def test_a_project_held_by_a_program_of_ones_own_can_be_read_meanwhile(open_desk, new_desk):
    path = open_desk.context.project.path
    text = open_desk.target(2)
    open_desk.close()
    with held_elsewhere(path):
        hand = new_desk()
        hand.window.projects.open(path)
        hand.wait(lambda: "can be read here" in said(hand))
        button(hand, "Open it for reading").click()
        hand.wait(lambda: hand.context.is_open and bool(hand.state.segments))
        assert not hand.context.writable
        assert hand.target(2) == text
        hand.close()


def test_a_project_file_taken_away_while_open_is_named_and_the_text_can_be_saved_elsewhere(
    open_desk, new_desk, tmp_path
):
    hand = open_desk
    path = hand.context.project.path
    for one in path.parent.glob(f"{path.name}*"):
        one.unlink()
    hand.go(2, edit=True)
    hand.type(" Kept.")
    typed = hand.target(2)
    hand.press(Qt.Key.Key_Escape)
    hand.wait(lambda: str(path) in said(hand))
    assert typed.endswith(" Kept.")
    assert hand.target(2) == typed
    copy = tmp_path / "copy.desk"
    save_copy(hand.context, copy)
    hand.wait(copy.exists)
    hand.wait(lambda: "copy.desk" in said(hand))
    again = new_desk()
    again.open_project(copy)
    assert again.target(2) == typed
    again.close()
    hand.window.close()
    hand.wait(lambda: "stays open" in said(hand))
    hand.qtbot.mouseClick(button(hand, "Close without saving"), Qt.MouseButton.LeftButton)
    hand.wait(lambda: not hand.window.isVisible())


def test_a_disk_mounted_for_reading_only_shows_the_project_and_says_why(
    project_on_small_disk,
    new_desk,
    small_disk,  # noqa: F811
):
    hand = project_on_small_disk
    path, text = hand.context.project.path, hand.target(2)
    hand.close()
    if subprocess.run(["mount", "-o", "remount,ro", small_disk], check=False).returncode:
        pytest.skip("a disk cannot be mounted again for reading only here")
    again = new_desk()
    again.open_project(path)
    assert "read-only" in said(again)
    assert str(path) in said(again) or path.name in said(again)
    assert "read-only" in again.window.windowTitle()
    again.go(2)
    again.type("x")
    assert again.target(2) == text
    again.close()
