"""Keeps an open project's terms up to date with their files, with no more help than a clock and a lane.

The window may nudge it when the system reports a change; without a nudge it looks twice a second.
"""

from __future__ import annotations

from collections.abc import Callable

from translator_desk.app.clock import Clock, Timer
from translator_desk.app.glossary_files import QUIET_SECONDS, GlossaryFiles, GlossaryNews
from translator_desk.app.jobs import Lane

EVERY_SECONDS = 0.5


class GlossaryWatch:
    """Looks at the term files again and again, and tells when something changed.

    Args:
        files: The term files; while the watch runs only its lane may use them.
        clock: Says when to look.
        lane: Where files are read.
        changed: Told in the owner's thread what changed: terms, or what is wrong.
        failed: Told what went wrong in looking itself, a bug of ours.
    """

    def __init__(
        self,
        files: GlossaryFiles,
        clock: Clock,
        lane: Lane,
        changed: Callable[[GlossaryNews], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._files = files
        self._clock = clock
        self._lane = lane
        self._changed = changed
        self._failed = failed
        self._timer: Timer | None = None
        self._looking = False
        self._nudged = False
        self._running = False
        self._told = _said(files)

    def start(self) -> None:
        """Begin to look."""
        self._running = True
        self._wait(EVERY_SECONDS)

    def stop(self) -> None:
        """Look no more; a look under way is let go."""
        self._running = False
        if self._timer is not None:
            self._timer.cancel()

    def nudge(self) -> None:
        """Look now: the system says that something changed."""
        # What changes while somebody looks may have come too late for that look.
        self._nudged = self._looking
        if not self._looking:
            self._look()

    def _wait(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._clock.call_later(seconds, self._look)

    def _look(self) -> None:
        if not self._running or self._looking:
            return
        self._looking = True
        now = self._clock.monotonic()
        self._lane.submit(lambda: self._files.look(now), self._arrived, self._broke)

    def _arrived(self, news: GlossaryNews) -> None:
        self._looking = False
        if not self._running:
            return
        said = _said(self._files)
        if news.changed or said != self._told:
            self._told = said
            self._changed(news)
        if self._nudged:
            self._nudged = False
            self._look()
        else:
            self._wait(QUIET_SECONDS if news.waiting else EVERY_SECONDS)

    def _broke(self, error: BaseException) -> None:
        self._looking = False
        if self._running:
            self._wait(EVERY_SECONDS)
        self._failed(error)


def _said(files: GlossaryFiles) -> tuple[str, ...]:
    return tuple(str(one.error) for one in files.problems)
