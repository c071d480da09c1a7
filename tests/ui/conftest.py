"""A whole desk in a folder of its own: real widgets, real lanes, real project file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from translator_desk.app.documents import InputOptions
from translator_desk.app.paths import Paths
from translator_desk.ui.application import Application

LONGEST_MS = 30_000
"""On a busy machine the first project of a run takes a while; only a test that fails waits so long."""
SAMPLES = Path(__file__).parent.parent / "data" / "samples"
Ctrl, Alt, Shift = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Hand:
    """A person's hand on the window of a desk: opens, goes, types."""

    def __init__(self, application, qtbot):
        self.application = application
        self.qtbot = qtbot

    @property
    def window(self):
        return self.application.window

    @property
    def context(self):
        return self.window.context

    @property
    def state(self):
        return self.context.session.state

    @property
    def grid(self):
        return self.window.grid

    @property
    def editor(self):
        return self.grid.editing_in_place.editor

    @property
    def order(self):
        return list(self.state.reading_order())

    def wait(self, fact):
        self.qtbot.waitUntil(fact, timeout=LONGEST_MS)

    def open_texts(self, folder, *, flags=True):
        """Read the texts of a folder into a new project and wait for its check."""
        files = tuple(str(one) for one in sorted(folder.iterdir()))
        self.window.projects.add(InputOptions(files, aligned=True), folder.name)
        self._wait_for_check(flags)

    def open_project(self, path, *, flags=True):
        """Open a project file and wait for its check."""
        self.window.projects.open(path)
        self._wait_for_check(flags)

    def _wait_for_check(self, flags):
        self.wait(lambda: self.context.is_open and bool(self.state.segments))
        self.wait(lambda: self.context.project.checking.progress.finished)
        if flags:
            self.wait(lambda: bool(self.context.project.checking.all_issues()))

    def target(self, number):
        """Return the English of the segment of that number, counted through the project."""
        return self.state.segments[self.order[number - 1]].target

    def go(self, number, *, edit=False):
        self.context.focus.go_to(self.order[number - 1], edit=edit)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press a key where the keyboard is."""
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def type(self, text):
        self.qtbot.keyClicks(self.window.focusWidget(), text)

    def go_to_words(self, words):
        """Press F8 until the flag of these words of a target is the current one."""
        for _ in self.context.project.checking.all_issues():
            self.press(Qt.Key.Key_F8)
            issue = self.context.focus.issue
            target = self.state.segments[issue.segment].target
            if issue.target is not None and issue.target.of(target) == words:
                return issue
        raise AssertionError(f"F8 never came to {words}")

    def close(self):
        self.window.close()
        self.wait(lambda: not self.window.isVisible())


def copy_of_sample(folder, *names):
    """Copy sample pairs into a folder; all of the first where none is named."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or ("s1",):
        for side in ("zh", "en"):
            shutil.copy(SAMPLES / f"{name}.{side}.txt", folder)
    return folder


@pytest.fixture
def new_desk(qapp, qtbot, tmp_path):
    """Start one more desk of the same person; each is closed at the end."""
    started = []

    def start():
        application = Application(qapp, Paths.under(tmp_path / "home"))
        hand = Hand(application, qtbot)
        started.append(hand)
        application.window.show()
        qtbot.waitExposed(application.window)
        application.window.activateWindow()
        qtbot.waitUntil(application.window.isActiveWindow, timeout=10_000)
        return hand

    yield start
    for hand in started:
        hand.close()
        hand.application.close()


@pytest.fixture
def hand(new_desk):
    """A hand on a new desk that shows its start page."""
    return new_desk()


@pytest.fixture
def desk(hand):
    """The desk under the hand: its lanes, settings and window."""
    return hand.application


@pytest.fixture
def texts(tmp_path):
    """A folder with the first sample pair."""
    return copy_of_sample(tmp_path / "texts")


@pytest.fixture
def open_desk(hand, texts):
    """A hand on a desk with the first sample pair open and checked."""
    hand.open_texts(texts)
    return hand
