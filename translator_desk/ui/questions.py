"""Who opens a project, or sits down at it, is told of the questions that wait for an answer."""

from __future__ import annotations

from PySide6.QtCore import QObject

from translator_desk.app.questions import questions_for, told
from translator_desk.ui.context import DeskContext
from translator_desk.wording import Message, say


class Questions(QObject):
    """Tells once when a person comes; the bar leads to the first question."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._context = context
        self._told: Message | None = None
        context.projects.opened.connect(self._look)
        context.projects.person_known.connect(self._look)

    def _look(self) -> None:
        if self._told is not None:
            self._context.shell.retract(self._told)
            self._told = None
        if not self._context.is_open:
            return
        session = self._context.session
        waiting = questions_for(session.state, session.person.name)
        if waiting:
            self._told = told(waiting)
            self._context.shell.tell(self._told, (say("Go to it", "前往"), self._go))

    def _go(self) -> None:
        # Looked for anew: some may have been answered since.
        session = self._context.session
        waiting = questions_for(session.state, session.person.name)
        if waiting:
            self._context.focus.go_to(waiting[0])
            self._context.actions["panel.comments"].trigger()
