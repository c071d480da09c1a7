"""Hands calls from other threads to the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class QtPoster(QObject):
    """Callable from any thread; the call is made in the thread this object was born in, in the order given."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def __call__(self, call: Callable[[], None]) -> None:
        """Make ``call`` soon."""
        self._posted.emit(call)

    def _call(self, call: Callable[[], None]) -> None:
        call()
