"""How far a document has come, and who shall work on it until when, as a line of its card."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from translator_desk.model.workflow import STAGE_NAMES, Handling, Stage
from translator_desk.ui.context import DeskContext
from translator_desk.ui.panels.cards import Line, Run

_COLOURS = {
    Stage.TRANSLATION: "muted",
    Stage.REVIEW: "accent",
    Stage.REVIEWED: "state_reviewed",
    Stage.FINAL: "state_reviewed",
}


def way_line(context: DeskContext, handling: Handling) -> Line | None:
    """Return the line; None for a document that is being translated by nobody in particular."""
    runs = []
    if handling.tracks or handling.assignee:
        stage = context.render(STAGE_NAMES[handling.stage])
        if handling.stage is Stage.TRANSLATION and handling.tracked:
            stage = QCoreApplication.translate("DocumentWay", "%1, changes tracked").replace("%1", stage)
        runs.append(Run(stage, _COLOURS[handling.stage], bold=handling.stage is not Stage.TRANSLATION))
    if handling.assignee:
        runs += [Run(" · ", "muted"), _assigned(handling, context.desk.clock.now().astimezone().date())]
    return Line(tuple(runs), small=True) if runs else None


def _assigned(handling: Handling, today: dt.date) -> Run:
    if handling.due is None:
        return Run(handling.assignee)
    late = handling.due < today and handling.stage is not Stage.FINAL
    words = (
        QCoreApplication.translate("DocumentWay", "%1, was due on %2")
        if late
        else QCoreApplication.translate("DocumentWay", "%1 until %2")
    )
    said = words.replace("%1", handling.assignee).replace("%2", handling.due.isoformat())
    return Run(said, "error" if late else "text", bold=late)
