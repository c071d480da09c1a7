"""Terms of another program taken in: each previewed as new, changed, known or a conflict, and chosen by a tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView

from translator_desk.app.glossary_edits import SaveOutcome
from translator_desk.app.glossary_exchange import Incoming, OnConflict, Standing, preview, read_terms, take_chosen
from translator_desk.formats.terms.base import Fault, TermsRead
from translator_desk.formats.terms.registry import term_format_for
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.dialogs.losses import LossList
from translator_desk.ui.glossary.names import layer_name
from translator_desk.ui.model_index import Role
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.row_table import RowTable
from translator_desk.ui.ticked_rows import TickedRows, tick_buttons
from translator_desk.wording import say

STANDINGS = {
    Standing.NEW: QT_TRANSLATE_NOOP("Standings", "new"),
    Standing.CHANGED: QT_TRANSLATE_NOOP("Standings", "changed"),
    Standing.SAME: QT_TRANSLATE_NOOP("Standings", "known already"),
    Standing.CONFLICT: QT_TRANSLATE_NOOP("Standings", "rendered otherwise"),
}
_COLOURS = {
    Standing.NEW: "inserted",
    Standing.CHANGED: "warning",
    Standing.SAME: "muted",
    Standing.CONFLICT: "error",
}


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file holds, and what taking it in would mean."""

    read: TermsRead
    faults: tuple[Fault, ...]
    incoming: tuple[Incoming, ...]


class IncomingModel(TickedRows[Incoming]):
    """The entries by row; what is known already cannot be ticked."""

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def take(self, incoming: Sequence[Incoming]) -> None:
        """Show these, the known ones last; what is new or changed is ticked, a conflict only when the person says so."""
        rows = sorted(incoming, key=lambda one: one.standing is Standing.SAME)
        self.put(rows, lambda one: one.standing in (Standing.NEW, Standing.CHANGED))

    def count(self, standing: Standing) -> int:
        """Return how many stand so, shown or not."""
        return sum(one.standing is standing for one in self._all)

    def may_tick(self, row: Incoming) -> bool:
        """Return whether an entry brings anything."""
        return row.standing is not Standing.SAME

    def titles(self) -> Sequence[str]:
        """Return the titles of the columns behind the tick."""
        return (self.tr("What"), self.tr("Chinese"), self.tr("English"), self.tr("As it is now"))

    def words(self, row: Incoming, column: int, role: int) -> Any:
        """Return how an entry stands, its two sides, and what the glossary says so far."""
        if role == Role.ForegroundRole and column in (1, 4):
            return self._context.themes.current.colour(_COLOURS[row.standing] if column == 1 else "muted")
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return None
        if column == 1:
            return QCoreApplication.translate("Standings", STANDINGS[row.standing])
        if column == 2:
            return "、".join(row.entry.zh)
        if column == 3:
            return "; ".join(row.entry.accepted)
        return "; ".join(row.before.accepted) if row.before is not None else ""


class ImportTerms(DeskDialog):
    """Shows what a file would bring, and saves what is ticked in one step to undo."""

    def __init__(self, context: DeskContext, path: Path) -> None:
        super().__init__(context)
        self.entitle(self.tr("Import terms from %1").replace("%1", path.name), self.tr("Import"))
        self._path = path
        self.summary = label(self.tr("Reading…"), self)
        self.column.addWidget(self.summary)
        self.which, self.conflicts, self.layer = QComboBox(self), QComboBox(self), QComboBox(self)
        self.which.addItem(self.tr("All entries"), None)
        for standing, name in STANDINGS.items():
            self.which.addItem(QCoreApplication.translate("Standings", name), standing.value)
        self.which.setAccessibleName(self.tr("Which entries"))
        self.incoming = IncomingModel(context, self)
        top = QHBoxLayout()
        top.addWidget(self.which)
        top.addStretch(1)
        for button in tick_buttons(self.incoming, self):
            top.addWidget(button)
        self.column.addLayout(top)
        self.table = RowTable(self)
        self._prepare_table()
        self.column.addWidget(self.table, 1)
        self.conflicts.addItem(self.tr("accept the other English as a variant"), OnConflict.VARIANT.value)
        self.conflicts.addItem(self.tr("prefer the other English"), OnConflict.PREFER.value)
        for layer in (Layer.PROJECT, Layer.HOUSE):
            self.layer.addItem(layer_name(layer), layer.value)
        form = self.form()
        self.row(form, self.tr("&Terms rendered otherwise, where ticked"), self.conflicts)
        self.row(form, self.tr("&Save in"), self.layer)
        self.losses = LossList(context, path.name, self)
        self.column.addWidget(self.losses)
        self.which.currentIndexChanged.connect(self._narrow)
        self.incoming.ticked.connect(self._tell)
        self.resize(860, 560)
        self.buttons.button(self.buttons.StandardButton.Ok).setEnabled(False)
        known = context.project.checking.term_base.entries
        context.glossary.ask(lambda _: _look(path, known), self._take, self._broke)

    def accept(self) -> None:
        """Save what is ticked; the dialog stays open where that is refused."""
        how, layer = OnConflict(self.conflicts.currentData()), Layer(self.layer.currentData())
        entries = [one.settled(how) for one in self.incoming.chosen]
        why = self._path.name
        named = say("import of {file}", "导入 {file}", file=self._path.name)
        self.context.glossary.edit(
            lambda edits: take_chosen(edits, entries, layer, why),
            self.while_open(partial(self._saved, len(entries))),
            self.refuse,
            label=named,
        )

    def _saved(self, count: int, outcome: SaveOutcome) -> None:
        if not outcome.saved:
            self.complain(self.tr("Somebody else changed one of them meanwhile; import the file again."))
            return
        super().accept()
        said = self.tr("%n entry(ies) saved in %1. Ctrl+Z takes it back.", "", count)
        self.context.shell.whisper(said.replace("%1", outcome.path.name))

    def _take(self, looked: Looked) -> None:
        if self.closed:
            return
        self.incoming.take(looked.incoming)
        self.losses.tell(looked.read.losses, looked.faults)
        self._tell()
        self.table.setFocus()
        if self.incoming.shown:
            self.table.setCurrentIndex(self.incoming.index(0, 0))

    def _broke(self, error: BaseException) -> None:
        if self.closed:
            return
        self.summary.setText("")
        self.refuse(error)

    def _prepare_table(self) -> None:
        table = self.table
        table.setModel(self.incoming)
        table.setAccessibleName(self.tr("Entries of the file"))
        header = table.horizontalHeader()
        wide = self.fontMetrics().averageCharWidth()
        for column, letters in ((0, 5), (1, 22), (2, 22)):
            header.resizeSection(column, letters * wide)
        for column in (3, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _narrow(self) -> None:
        wanted = self.which.currentData()
        self.incoming.show_only(lambda one: wanted in (None, one.standing.value))

    def _tell(self) -> None:
        parts = [
            f"{QCoreApplication.translate('Standings', name)}: {self.incoming.count(standing)}"
            for standing, name in STANDINGS.items()
        ]
        self.summary.setText(" · ".join(parts))
        chosen = len(self.incoming.chosen)
        button = self.buttons.button(self.buttons.StandardButton.Ok)
        button.setText(self.tr("Import %n entry(ies)", "", chosen))
        button.setEnabled(chosen > 0 and self.context.glossary.ready)


def _look(path: Path, known: Sequence[Entry]) -> Looked:
    made = term_format_for(str(path))
    read = read_terms(path, made)
    return Looked(read, made.faults(path.read_bytes(), str(path)), preview(read, known, known))
