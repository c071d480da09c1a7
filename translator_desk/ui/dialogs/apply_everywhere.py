"""A new preferred form written wherever the old one stands: each place shown and chosen, one step to undo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox

from translator_desk.app.commands.base import Doing
from translator_desk.app.commands.edit import ReplaceMany, Replacement
from translator_desk.glossary.entry import Entry
from translator_desk.model.workflow import Stage
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.dialogs.replace_all import ReplaceAll

_AT_ONCE = 200
"""Places; the texts of more are worked out beside the window."""


class ApplyEverywhere(ReplaceAll):
    """Shows the places before and after; what is ticked becomes changes that wait for a decision."""

    def __init__(self, context: DeskContext, entry: Entry, places: Sequence[Replacement]) -> None:
        super().__init__(context, places)
        self.setWindowTitle(self.tr("New form for %1").replace("%1", entry.zh[0]))
        self.pending = QCheckBox(self.tr("&Changes wait for a decision, in documents not handed to review too"), self)
        self.pending.setChecked(True)
        self.column.addWidget(self.pending)
        if any(one.handling.stage is Stage.FINAL for one in context.session.state.documents.values()):
            self.column.addWidget(label(self.tr("Final documents are left as they are."), self, muted=True))

    def _tell(self) -> None:
        super()._tell()
        button = self.buttons.button(self.buttons.StandardButton.Ok)
        button.setText(self.tr("Write it in %n place(s)", "", len(self.places.chosen)))

    def accept(self) -> None:
        """Write the form where it is ticked; where words have changed meanwhile the bar says so."""
        context, command = self.context, ReplaceMany(self.places.chosen, self.pending.isChecked())
        count = len(command.places)
        said = self.tr("The new form is written in %n place(s). Ctrl+Z takes it back.", "", count)
        working = self.tr("The new form is being written in %n place(s)…", "", count)
        DeskDialog.accept(self)

        def write(made: ReplaceMany) -> None:
            if context.execute(made, context.actions) is not None:
                context.shell.whisper(said)

        if count <= _AT_ONCE:
            write(command)
            return
        context.shell.whisper(working)
        state, doing = context.session.state, Doing(context.session.person, context.desk.clock.now())
        context.glossary.think(lambda: command.worked_out(state, doing), write)
