"""What is put off for a moment, so that a burst of news is answered once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, SignalInstance


def later(parent: QObject, milliseconds: int, call: Callable[[], object] | SignalInstance) -> QTimer:
    """Return a timer that calls, or gives the signal, once, so long after it was last started; whoever asks again in between waits anew."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer
