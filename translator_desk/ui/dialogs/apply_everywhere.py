"""A new preferred form written wherever the old one stands: each place shown and chosen, one step to undo."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHeaderView

from translator_desk.app.commands.base import Doing
from translator_desk.app.commands.edit import ReplaceMany
from translator_desk.glossary.entry import Entry
from translator_desk.model.workflow import Stage
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.dialogs.places_by_document import PlacesByDocument
from translator_desk.ui.dialogs.replace_all import ReplaceAll
from translator_desk.ui.glossary.place_search import PlaceSearch
from translator_desk.ui.model_index import Index
from translator_desk.ui.row_table import RowTable
from translator_desk.ui.ticked_rows import TICK

_AT_ONCE = 200
"""Places; the texts of more are worked out beside the window."""


class ApplyEverywhere(ReplaceAll):
    """Shows the places before and after; what is ticked becomes changes that wait for a decision.

    The first places can be looked through while the others are still looked for.

    Attributes:
        documents: The documents of the places, each with a tick for all of them.
        pending: Whether the changes wait for a decision everywhere.
    """

    def __init__(self, context: DeskContext, entry: Entry, search: PlaceSearch) -> None:
        super().__init__(context, search.places)
        self._search = search
        self.setWindowTitle(self.tr("New form for %1").replace("%1", entry.zh[0]))
        self.scope.hide()  # documents are chosen in a list of their own
        self.places.out_of_reach = False
        self._by_document = PlacesByDocument(context, self.places)
        self.documents = RowTable(self)
        self.documents.setModel(self._by_document)
        self.documents.setAccessibleName(self.tr("Documents"))
        header, letter = self.documents.horizontalHeader(), self.fontMetrics().averageCharWidth()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(TICK, 5 * letter)
        header.resizeSection(2, 16 * letter)
        self.room.insertWidget(0, self.documents)
        self.room.setSizes([300, 700])
        self.pending = QCheckBox(self.tr("&Changes wait for a decision, in documents not handed to review too"), self)
        self.pending.setChecked(True)
        self.column.addWidget(self.pending)
        if any(one.handling.stage is Stage.FINAL for one in context.session.state.documents.values()):
            self.column.addWidget(label(self.tr("Final documents are left as they are."), self, muted=True))
        self.documents.selectionModel().currentRowChanged.connect(self._document_chosen)
        search.grown.connect(self._grown)
        self.resize(1000, 520)
        self._grown()

    def tell(self) -> None:
        """Say in how many places the form will be written."""
        super().tell()
        button = self.buttons.button(self.buttons.StandardButton.Ok)
        button.setText(self.tr("Write it in %n place(s)", "", len(self.places.chosen)))

    def done(self, result: int) -> None:
        """Close; nothing more is looked for."""
        self._search.give_up()
        super().done(result)

    def _grown(self) -> None:
        self.working = self._search.working
        self.places.extend(self._search.places[self.places.known :])
        self._by_document.count()
        self.documents.setVisible(self._by_document.several)
        self.tell()

    def _document_chosen(self, index: Index) -> None:
        self.places.narrow(self._by_document.document(index.row()))

    def accept(self) -> None:
        """Write the form where it is ticked; where words have changed meanwhile the bar says so."""
        if self.working:
            return
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
