"""What is said of a project just opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from translator_desk.app.commands.edit import SetTarget
from translator_desk.app.desk import OpenProject
from translator_desk.app.recovery import DraftConflict
from translator_desk.model.severity import Level
from translator_desk.ui.surroundings import Said, Surroundings
from translator_desk.wording import say


def tell_of(context: Surroundings, project: OpenProject) -> None:
    """Say what should be known of a project; typing that was not put back can be used, and what is only read be copied."""
    typed = {one.sentence().render(): one for one in project.conflicts if one.standing is not None}
    # What is told last stands on top of the bar: the first segment is to be read first.
    for warning in reversed(project.warnings):
        conflict = typed.get(warning.render())
        action: tuple[Said, Callable[[], None]] | None = None
        if conflict is not None and context.writable:
            action = (say("Use what was typed", "采用当时输入的文本"), partial(_use_typed, context, project, conflict))
        elif warning == project.session.read_only and not project.damaged:
            action = (say("Save a copy…", "保存副本…"), context.actions["project.save-copy"].trigger)
        context.shell.tell(warning, action, level=Level.WARNING)


def _use_typed(context: Surroundings, project: OpenProject, conflict: DraftConflict) -> None:
    if not (context.is_open and context.project is project):
        return
    context.grid.leave()
    label = say("typing found again", "找回的输入")
    if context.execute(SetTarget(conflict.segment, conflict.text, label)) is not None:
        context.focus.go_to(conflict.segment)
