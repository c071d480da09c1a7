"""What is told of an entry while it is typed: its offices drawn, what is wrong with it, what saving it would do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

from translator_desk.glossary.entry import Entry
from translator_desk.glossary.lint import lint_entry
from translator_desk.glossary.lint_base import Problem
from translator_desk.glossary.office_timeline import of_person
from translator_desk.ui.charts.office_timeline import OfficeTimeline
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import label
from translator_desk.ui.glossary.lint_strip import LintStrip
from translator_desk.ui.glossary.office_words import dates_of, post_of, whole_of
from translator_desk.ui.later import later

_PAUSE_MS = 250
"""How long nothing is typed before an entry is looked at."""


@dataclass(frozen=True, slots=True)
class Typed:
    """An entry as it is being written.

    Attributes:
        entry: What the fields say.
        changed: Whether that is other than what is in force.
    """

    entry: Entry
    changed: bool


class EntryWatch(QObject):
    """Looks at the entry whenever typing pauses, in the lane for thinking, while the pane is in sight.

    Args:
        context: What the window knows.
        typed: Says what is being written, None where there is nothing to look at.
        pane: The pane it stands in.

    Attributes:
        timeline: The offices of a person.
        lint: What is wrong.
        effect: What saving would do.
    """

    def __init__(self, context: DeskContext, typed: Callable[[], Typed | None], pane: QWidget) -> None:
        super().__init__(pane)
        self._context = context
        self._glossary = context.glossary
        self._typed = typed
        self._pane = pane
        self._asked: Entry | None = None
        self.timeline = OfficeTimeline(context.themes, self._today, pane)
        self.lint = LintStrip(context, pane)
        self.effect: QLabel = label("", pane)
        self.effect.hide()
        self._pause = later(self, _PAUSE_MS, self._look)
        self._glossary.effect.changed.connect(self.tell_effect)

    def soon(self) -> None:
        """Look once typing pauses."""
        self._pause.start()

    def begin(self, entry: Entry | None) -> None:
        """Forget what was told of the entry before."""
        self.lint.tell(())
        self._stop()
        self._asked = None
        if entry is not None:
            self._draw(entry)
            self.soon()

    def looked_at(self, entry: Entry) -> bool:
        """Return whether what is told speaks of the entry as it is."""
        return entry == self._asked

    def _stop(self) -> None:
        self._glossary.effect.stop(self)

    def _look(self) -> None:
        if not self._pane.isVisible() or not self._context.is_open:
            return
        typed = self._typed()
        if typed is None:
            self._stop()
            return
        entry = self._asked = typed.entry
        self._draw(entry)
        if not entry.zh or not entry.en:
            self._stop()
            self.lint.tell(())
            return
        term_base = self._context.project.checking.term_base
        # Made once, where it is asked for first: the indexes of a large term base take too long for the window.
        would_be = cache(partial(term_base.with_entry, entry) if typed.changed else lambda: term_base)

        def look() -> tuple[Entry, tuple[Problem, ...]]:
            return entry, lint_entry(entry, would_be()) if entry is self._asked else ()

        self._glossary.think(look, self._tell_lint)
        if typed.changed:  # behind the other: of a common word it takes a while
            self._glossary.effect.ask(would_be, self)
        else:
            self._stop()

    def _tell_lint(self, found: tuple[Entry, tuple[Problem, ...]]) -> None:
        entry, problems = found
        if entry is self._asked:
            self.lint.tell(problems)

    def tell_effect(self) -> None:
        """Say what saving would do, in the language in force."""
        effect = self._glossary.effect
        impact = effect.impact if effect.asker is self else None
        self.effect.setText(self._context.render(impact.message) if impact is not None else "")
        self.effect.setVisible(impact is not None)

    def _draw(self, entry: Entry) -> None:
        term_base = self._context.project.checking.term_base
        self.timeline.setVisible(bool(entry.offices))
        self.timeline.show_terms(
            of_person(entry),
            lambda term: f"{post_of(term.office, term_base)}  {dates_of(term.office)}",
            lambda term: whole_of(term, term_base),
        )

    def _today(self) -> dt.date:
        return self._context.desk.clock.now().date()
