"""What the change being typed would do to the flags of the project, worked out while typing goes on."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from translator_desk.app.glossary_impact import Impact
from translator_desk.glossary.term_base import TermBase

if TYPE_CHECKING:
    from translator_desk.app.checking import Checking
    from translator_desk.ui.glossary.lanes import Lanes
    from translator_desk.ui.surroundings import Surroundings


class Effect(QObject):
    """The answer to the last question; an older one that is still being worked out is given up.

    Signals:
        changed(): There is another answer, none, or one is being worked out.

    Attributes:
        impact: The answer, or what is known of it so far; None where nothing is asked or nothing is known yet.
        working: Whether it is still being worked out.
        asker: Who asked; each view tells the answers to its own questions alone, the list tells all.
    """

    changed = Signal()

    def __init__(self, context: Surroundings, glossary: Lanes) -> None:
        super().__init__(context)
        self._context = context
        self._glossary = glossary
        self._asked = 0
        self.impact: Impact | None = None
        self.working = False
        self.asker: object | None = None
        self._prepared: weakref.ref[Checking] | None = None
        glossary.current_changed.connect(self._prepare)

    def ask(self, would_be: TermBase | Callable[[], TermBase], asker: object | None = None) -> None:
        """Work out what putting other terms in force would do; a call that makes them is made beside the window."""
        self._asked += 1
        self.asker = asker
        asked, checking = self._asked, self._context.project.checking
        self.working = True
        self.changed.emit()

        def work() -> Impact | None:
            if asked != self._asked:
                return None
            terms = would_be if isinstance(would_be, TermBase) else would_be()
            return checking.impact_of(terms, overtaken, now_and_then)

        def overtaken() -> bool:
            self._glossary.let_window_go_first()
            return asked != self._asked

        def tell(impact: Impact | None) -> None:
            if asked == self._asked:
                self.impact, self.working = impact, impact is not None and not impact.whole
                self.changed.emit()

        now_and_then = self._glossary.now_and_then(tell)
        self._glossary.think(work, tell)

    def _prepare(self) -> None:
        """Have the texts joined while an entry is only looked at: in a large project that takes seconds."""
        if not self._context.is_open or not self._glossary.current:
            return
        checking = self._context.project.checking
        if not checking.progress.finished or (self._prepared is not None and self._prepared() is checking):
            return
        self._prepared = weakref.ref(checking)
        self._glossary.think(lambda: checking.may_hold((), ()), lambda _: None)

    def stop(self, asker: object | None = None) -> None:
        """Ask nothing; what is being worked out is given up. With ``asker`` only where that is who asked."""
        if asker is not None and self.asker is not asker:
            return
        self._asked += 1
        if self.impact is not None or self.working:
            self.impact, self.working = None, False
            self.changed.emit()
