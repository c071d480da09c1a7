"""Draws the window into a picture, without a display."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from translator_desk.app.paths import Paths
from translator_desk.ui.application import Application

_LONGEST_MS = 20_000


def wait_until(fact: Callable[[], bool]) -> None:
    """Let events run until ``fact`` is true; at most twenty seconds."""
    loop = QEventLoop()
    poll = QTimer()
    poll.timeout.connect(lambda: loop.quit() if fact() else None)
    poll.start(20)
    QTimer.singleShot(_LONGEST_MS, loop.quit)
    loop.exec()


def draw_sample(folder: Path, picture: Path | None = None, *, theme: str = "light", language: str = "en") -> Path:
    """Return the picture of the window with the texts of ``folder`` open, every flag found."""
    application = Application(Paths.of_user())
    window = application.window
    window.use_theme(theme)
    window.use_language(language)
    window.show()
    window.open_paths([folder], aligned=True)
    wait_until(lambda: window.view is not None and bool(window.view.session.state.segments))
    wait_until(lambda: window.view is not None and window.view.project.checking.progress.finished)
    if window.view is not None:
        window.view.next_issue(1)
    wait_until(lambda: window.view is not None and bool(window.view.issues.model.shown))
    target = picture or folder / "window.png"
    window.grab().save(str(target))
    window.close()
    wait_until(lambda: not window.isVisible())
    application.close()
    return target
