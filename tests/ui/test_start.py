"""The start page and what leads from it: open, drop, paste, recent, sample; who sits at the desk."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton

from tests.ui.conftest import Ctrl, Shift, copy_of_sample
from translator_desk.ui.person_strip import PersonStrip
from translator_desk.ui.start_page import StartPage


def button(hand, words):
    page = hand.window.findChild(StartPage)
    return next(one for one in page.findChildren(QPushButton) if words in one.text())


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *arguments)
    QApplication.sendEvent(window, enter)
    dropped = QDropEvent(QPointF(5, 5), *arguments)
    QApplication.sendEvent(window, dropped)
    return enter.isAccepted()


def test_the_sample_is_one_button_away_and_is_a_copy(hand):
    hand.qtbot.mouseClick(button(hand, "sample"), Qt.MouseButton.LeftButton)
    hand.wait(lambda: hand.context.is_open and bool(hand.state.segments))
    folder = hand.application.desk.paths.documents / "sample"
    assert hand.context.project.path.parent == folder
    assert len(hand.state.document_order) == len(list(folder.glob("*.en.txt")))
    assert not hand.window.sentences


def test_texts_are_chosen_and_become_a_project(hand, texts, monkeypatch):
    chosen = [str(one) for one in sorted(texts.iterdir())]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    hand.press(Qt.Key.Key_O, Ctrl | Shift)
    hand.wait(lambda: hand.context.is_open and bool(hand.state.segments))
    assert hand.context.project.path == hand.application.desk.paths.documents / "s1.desk"


def test_a_project_is_chosen_and_opened_at_its_place(open_desk, new_desk, monkeypatch):
    path = open_desk.context.project.path
    open_desk.close()
    again = new_desk()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    again.press(Qt.Key.Key_O, Ctrl)
    again.wait(lambda: again.context.is_open and bool(again.state.segments))
    assert again.context.project.path == path


def test_dropped_texts_are_opened_and_more_are_added_to_the_open_project(hand, tmp_path):
    first = copy_of_sample(tmp_path / "a", "s1")
    assert drop(hand.window, *first.iterdir())
    hand.wait(lambda: hand.context.is_open and bool(hand.state.segments))
    count = len(hand.order)
    second = copy_of_sample(tmp_path / "b", "s2")
    drop(hand.window, *second.iterdir())
    hand.wait(lambda: len(hand.state.document_order) == 2)
    assert hand.context.focus.segment == hand.order[count]


def test_what_is_no_file_cannot_be_dropped(hand):
    data = QMimeData()
    data.setText("words")
    arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event = QDragEnterEvent(QPoint(5, 5), *arguments)
    event.ignore()
    QApplication.sendEvent(hand.window, event)
    assert not event.isAccepted()


def test_the_recent_project_opens_with_enter(open_desk, new_desk):
    path = open_desk.context.project.path
    open_desk.close()
    again = new_desk()
    recent = again.window.findChild(StartPage).findChild(QListWidget)
    assert recent.count() == 1
    again.wait(lambda: again.window.focusWidget() is recent)
    again.press(Qt.Key.Key_Return)
    again.wait(lambda: again.context.is_open and bool(again.state.segments))
    assert again.context.project.path == path


def test_a_recent_project_that_is_gone_is_said_and_the_page_stays(open_desk, new_desk):
    path = open_desk.context.project.path
    open_desk.close()
    for one in path.parent.glob(f"{path.name}*"):
        one.unlink()
    again = new_desk()
    again.window.projects.open(path)
    again.wait(lambda: bool(again.window.sentences))
    assert path.name in again.window.sentences[0]
    assert not again.context.is_open


def test_name_and_role_are_asked_once_and_shown(hand, new_desk):
    strip = hand.window.findChild(PersonStrip)
    assert strip.isVisible()
    strip.findChild(QComboBox).setCurrentIndex(1)
    name = strip.findChild(QLineEdit)
    hand.qtbot.keyClicks(name, "Chen Yu")
    hand.qtbot.keyClick(name, Qt.Key.Key_Return)
    assert not strip.isVisible()
    settings = hand.application.desk.settings
    assert (settings.person, settings.role) == ("Chen Yu", "reviewer")
    assert "Chen Yu · reviewer" in hand.window.statusBar().person
    hand.close()
    assert not new_desk().window.findChild(PersonStrip).isVisible()


def test_the_question_can_be_put_aside_for_good(hand, new_desk):
    strip = hand.window.findChild(PersonStrip)
    hand.qtbot.keyClick(strip.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert not strip.isVisible()
    hand.close()
    assert not new_desk().window.findChild(PersonStrip).isVisible()


def test_a_name_given_while_a_project_is_open_stands_beside_the_next_change(open_desk):
    strip = open_desk.window.findChild(PersonStrip)
    name = strip.findChild(QLineEdit)
    open_desk.qtbot.keyClicks(name, "Li Wei")
    open_desk.qtbot.keyClick(name, Qt.Key.Key_Return)
    assert open_desk.context.session.person.name == "Li Wei"


def second_start(hand, home, *files, program=("-m", "translator_desk")):
    """Start the program once more and wait for its end; return how it ended, and whether the first was called."""
    called = []
    hand.window.projects._instance.called.connect(called.append)
    folders = {one: str(home) for one in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    second = subprocess.Popen(
        [sys.executable, *program, *files],
        env={**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        hand.qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    finally:
        second.kill()
        second.communicate()
    return second.returncode, bool(called)


def test_a_second_start_raises_the_window_that_has_the_project(open_desk, tmp_path):
    assert second_start(open_desk, tmp_path / "other", str(open_desk.context.project.path)) == (0, True)
    assert open_desk.context.is_open
    assert open_desk.window.isVisible()


def test_a_second_start_of_the_sample_raises_the_window_that_has_it(hand, tmp_path):
    hand.window.projects.sample()
    hand.wait(lambda: hand.context.is_open and bool(hand.state.segments))
    beside = tmp_path / "other" / "Documents"
    beside.mkdir(parents=True)
    (beside / "translator_desk").symlink_to(hand.application.desk.paths.documents)
    program = ["-c", "import sys; from translator_desk.ui.application import run; sys.exit(run(['--sample']))"]
    assert second_start(hand, tmp_path / "other", program=program) == (0, True)


def test_texts_taken_out_by_undoing_are_brought_back_as_the_page_says(open_desk):
    hand = open_desk
    hand.grid.setFocus()
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert not hand.state.document_order
    hand.wait(lambda: any("Ctrl+Y brings them back" in one.text() for one in hand.window.findChildren(QLabel)))
    hand.press(Qt.Key.Key_Y, Ctrl)
    assert hand.state.document_order
    hand.wait(lambda: hand.grid.isVisible())


@pytest.fixture
def slow(desk, monkeypatch):
    """Let a project open only when it is told to."""
    waiting = []
    real = desk.desk.open_project
    monkeypatch.setattr(desk.desk, "open_project", lambda *arguments: waiting.append(partial(real, *arguments)))
    return waiting


def said_on_start_page(hand):
    return [one.text() for one in hand.window.findChild(StartPage).findChildren(QLabel) if one.isVisible()]


def test_while_a_project_is_being_opened_the_page_says_so_and_no_other_is_opened(open_desk, slow, texts):
    hand = open_desk
    path = hand.context.project.path
    hand.press(Qt.Key.Key_W, Ctrl)
    hand.wait(lambda: not hand.context.is_open)
    recent = hand.window.findChild(StartPage).findChild(QListWidget)
    hand.wait(recent.hasFocus)
    hand.press(Qt.Key.Key_Return)
    doing = f"Opening “{path.stem}”…"
    hand.wait(lambda: doing in said_on_start_page(hand))
    assert hand.window.statusBar().whispered == doing
    hand.window.projects.take([texts / "s1.en.txt"])
    assert "still being opened" in hand.window.statusBar().whispered
    assert len(slow) == 1
    slow.pop()()
    hand.wait(lambda: hand.context.is_open)
    assert hand.context.project.path == path
    hand.press(Qt.Key.Key_W, Ctrl)
    hand.wait(lambda: not hand.context.is_open)
    assert doing not in said_on_start_page(hand)
    assert hand.window.statusBar().whispered == ""


def test_what_was_said_of_a_project_goes_with_it(open_desk):
    open_desk.window.whisper("Ignored.")
    open_desk.press(Qt.Key.Key_W, Ctrl)
    open_desk.wait(lambda: not open_desk.context.is_open)
    assert open_desk.window.statusBar().whispered == ""


def test_after_a_project_that_cannot_be_opened_another_one_can(open_desk, tmp_path):
    hand = open_desk
    path = hand.context.project.path
    lost = tmp_path / "lost.desk"
    lost.write_bytes(b"")
    hand.window.projects.open(lost)
    hand.wait(lambda: any("0 bytes" in one for one in hand.window.sentences))
    assert not hand.context.is_open
    hand.window.projects.open(path)
    hand.wait(lambda: hand.context.is_open)
    assert hand.context.project.path == path
