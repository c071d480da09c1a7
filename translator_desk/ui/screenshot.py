"""Draws the window into a picture, without a display."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from translator_desk.app.paths import Paths
from translator_desk.ui.application import Application
from translator_desk.ui.window_state import USUAL_SIZE

LONGEST_MS = 20_000
QUIET_LOOKS = 10
SETTLED_MS = 500


def wait_until(fact: Callable[[], bool]) -> None:
    """Let events run until ``fact`` is true.

    Raises:
        TimeoutError: It was not within twenty seconds.
    """
    loop = QEventLoop()
    poll = QTimer()
    poll.timeout.connect(lambda: loop.quit() if fact() else None)
    poll.start(20)
    QTimer.singleShot(LONGEST_MS, loop.quit)
    loop.exec()
    if not fact():
        raise TimeoutError("the window did not come so far")


def wait_for_flags(application: Application) -> None:
    """Wait until the open project is read and every segment is checked."""
    context = application.window.context
    wait_until(
        lambda: (
            context.is_open
            and bool(context.session.state.segments)
            and context.project.checking.progress.finished
            and bool(context.project.checking.all_issues())
        )
    )
    # What concerns several segments is judged after the last of them.
    seen: list[object] = []

    def is_quiet() -> bool:
        seen.append(context.project.checking.all_issues())
        return len(seen) > QUIET_LOOKS and all(one == seen[-1] for one in seen[-QUIET_LOOKS:])

    wait_until(is_quiet)


def _without_small_talk(kind: QtMsgType, where: QMessageLogContext, said: str) -> None:
    """Leave out what the platform says at every window that is drawn nowhere."""
    if "propagateSizeHints" not in said:
        sys.stderr.write(f"{said}\n")


def draw_sample(picture: Path | None = None) -> Path:
    """Return the picture of the window with the sample project open and its first flag chosen."""
    before = qInstallMessageHandler(_without_small_talk)
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(qt, QApplication)
    application = Application(qt, Paths.of_user())
    window, settled = application.window, QEventLoop()
    # Nothing bounds a window that is drawn nowhere, and what it notes of its size is good for a screen.
    window.resize(USUAL_SIZE)
    window.show()
    window.projects.sample()
    wait_for_flags(application)
    window.context.actions["go.next-flag"].trigger()
    # Panels follow the segment a moment later.
    QTimer.singleShot(SETTLED_MS, settled.quit)
    settled.exec()
    target = picture or application.desk.paths.documents / "sample" / "window.png"
    window.grab().save(str(target))
    window.close()
    wait_until(lambda: not window.isVisible())
    application.close()
    qInstallMessageHandler(before)
    return target
