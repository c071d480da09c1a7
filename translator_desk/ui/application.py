"""Starts the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import PySide6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from translator_desk.app.desk import Desk
from translator_desk.app.jobs import ThreadLane
from translator_desk.app.paths import Paths
from translator_desk.ui.main_window import MainWindow
from translator_desk.ui.qt_clock import Poster, QtClock

SWITCH_SECONDS = 0.0005
"""How long a lane may hold the interpreter: the default of 5 ms makes typing wait several times a frame."""


def qt_is_usable(version: str = PySide6.__version__, python: tuple[int, ...] = sys.version_info[:3]) -> bool:
    """Return whether this Qt runs under this Python: 6.12 takes references from None and aborts Python 3.11."""
    return not (version.startswith("6.12") and python < (3, 12))


class Application:
    """Qt's application with the desk and its lanes; closed in the order they were made."""

    def __init__(self, paths: Paths, arguments: Sequence[str] = ()) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        self.qt = QApplication.instance() or QApplication(["translator-desk", *arguments])
        self.qt.setStyle("Fusion")  # type: ignore[attr-defined]
        self.poster = Poster()
        self.clock = QtClock()
        self.store_lane = ThreadLane("store", self.poster.post)
        self.compute_lane = ThreadLane("compute", self.poster.post)
        self.desk = Desk(paths, self.clock, self.store_lane, self.compute_lane)
        self.window = MainWindow(self.desk)

    def close(self) -> None:
        """End the lanes."""
        self.compute_lane.close()
        self.store_lane.close()


def run(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    if not qt_is_usable():
        sys.stderr.write(
            "translator-desk: PySide6 6.12 does not run under Python 3.11; install PySide6-Essentials<6.12\n"
        )
        return 2
    application = Application(Paths.of_user())
    application.window.show()
    files = [Path(one) for one in arguments if not one.startswith("-")]
    if files:
        QTimer.singleShot(0, lambda: application.window.open_paths(files))
    elif "--sample" in arguments:
        QTimer.singleShot(0, application.window.open_sample)
    code = application.qt.exec()
    application.close()
    return int(code)
