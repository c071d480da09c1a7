"""Python's search for cycles in the window: small, in the window's own thread, and never through a whole project.

By itself Python goes through everything there is, in whichever thread happens to make the next object. Over a large
project that holds up every thread for a second, and it may end Qt's objects in a thread that must not touch them.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

from translator_desk.ui.later import later

EVERY_MS = 250
FEWEST = 2_000
"""New objects that are worth a look."""
MANY = 10_000
"""New objects between two looks that were made in bulk, as the parts of a project or of an index are: these stay."""
_MOST = 60_000
"""Objects that a look goes through at the most; what is left by then stays."""
_LONG_SECONDS = 0.005
"""A look that took so long went through too much, and that stays as well."""
_TURNS = 16
"""Of so many looks one goes through what earlier ones left."""
_REST_MS = 1000
"""So long nothing is open before all is gone through."""


class Collector(QObject):
    """Looks for cycles a few times a second, a few milliseconds at most, from now until ``release``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        self._turn = self._left = 0
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._rest = later(self, _REST_MS, self._look_through_all)

    def look(self) -> None:
        """Go through what is new; what was made in bulk is left out for good."""
        gc.disable()  # a reader that put it off may have put it on again
        new = gc.get_count()[0]
        if new < FEWEST:
            return
        self._turn += 1
        self._left += new
        if new > MANY or self._left > _MOST:
            self._leave_all()
            return
        started = time.thread_time()
        gc.collect(0 if self._turn % _TURNS else 2)
        if time.thread_time() - started > _LONG_SECONDS:
            self._leave_all()  # much came while much went, so that the number of new objects was small

    def _leave_all(self) -> None:
        """Let what there is stay; it still goes where nothing names it any more."""
        gc.freeze()
        self._left = 0

    def project_changed(self, *, is_open: bool) -> None:
        """Once nothing is open for a moment, go through all: what a project left behind goes then."""
        if is_open:
            self._rest.stop()
        else:
            self._rest.start()

    def _look_through_all(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def release(self) -> None:
        """Leave it to Python again, as it was."""
        self._timer.stop()
        self._rest.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()
