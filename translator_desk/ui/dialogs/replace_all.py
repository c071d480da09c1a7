"""Words replaced in many places: every place is shown before and after, and chosen by a tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QLabel, QSplitter

from translator_desk.app.commands.edit import ReplaceMany, Replacement
from translator_desk.model.ids import DocumentId
from translator_desk.model.state import SegmentState
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.model_index import Role
from translator_desk.ui.panels.cards import Run
from translator_desk.ui.panels.run_lines import RUNS, RunDelegate, in_context
from translator_desk.ui.row_table import RowTable
from translator_desk.ui.ticked_rows import TICK, TickedRows, tick_buttons

_SETTLED = (SegmentState.REVIEWED, SegmentState.FINAL)


_DOCUMENT, _SEGMENT, _WORDS = 1, 2, 3


class Places(TickedRows[Replacement]):
    """The places by row; what a reviewer has settled is left alone unless the person says otherwise.

    Attributes:
        out_of_reach: Whether places of documents that are not shown are left alone, ticked or not.
    """

    def __init__(self, context: DeskContext, places: Sequence[Replacement], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._document: DocumentId | None = None
        self.out_of_reach = True
        self.put(places, self._is_wanted)

    @property
    def chosen(self) -> tuple[Replacement, ...]:
        """The places that are ticked and within reach."""
        if self.out_of_reach:
            return tuple(self._all[at] for at in self._at if at in self._chosen)
        return super().chosen

    def narrow(self, document: DocumentId | None) -> None:
        """Show the places of one document, or of all."""
        self._document = document
        self.show_only(self._is_shown)

    def extend(self, places: Sequence[Replacement]) -> None:
        """Take in more places."""
        self.add(places, self._is_wanted, self._is_shown)

    def by_document(self) -> dict[DocumentId, tuple[int, int]]:
        """Return of each document how many of its places are ticked, and how many there are."""
        segments, chosen = self._context.session.state.segments, self._chosen
        counts: dict[DocumentId, tuple[int, int]] = {}
        for at, place in enumerate(self._all):
            document = segments[place.segment].document
            ticked, every = counts.get(document, (0, 0))
            counts[document] = ticked + (at in chosen), every + 1
        return counts

    def tick_document(self, document: DocumentId | None, *, on: bool) -> None:
        """Tick all places of a document, shown or not, or take their ticks away; None is all documents."""
        segments = self._context.session.state.segments
        of = {at for at, one in enumerate(self._all) if document in (None, segments[one.segment].document)}
        self._chosen = self._chosen | of if on else self._chosen - of
        if self._at:
            self.dataChanged.emit(self.index(0, TICK), self.index(len(self._at) - 1, TICK))
        self.ticked.emit()

    def titles(self) -> Sequence[str]:
        """Return the titles of the columns behind the tick."""
        return (self.tr("Document"), self.tr("#"), self.tr("Before and after"))

    def words(self, row: Replacement, column: int, role: int) -> Any:
        """Return where a place is, and the words around it before and after."""
        state = self._context.session.state
        segment = state.segments[row.segment]
        if role == RUNS and column == _WORDS:
            runs = in_context(
                segment.target,
                row.span,
                Run(row.old, "deleted", ground="deleted_ground", struck=True),
                Run(row.words, "inserted", ground="inserted_ground", underlined=True),
            )
            reviewed = self.tr("reviewed")
            return (Run(f"[{reviewed}] ", "state_reviewed"), *runs) if self._settled(row) else runs
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            if column == _DOCUMENT:
                return state.documents[segment.document].title
            if column == _SEGMENT:
                return str(state.position(row.segment) + 1)
            return f"{row.old} → {row.words}"
        if role == Role.ForegroundRole:
            return self._context.themes.current.colour("muted")
        return None

    def _is_wanted(self, place: Replacement) -> bool:
        return not self._settled(place)

    def _is_shown(self, place: Replacement) -> bool:
        return self._document in (None, self._context.session.state.segments[place.segment].document)

    def _settled(self, place: Replacement) -> bool:
        return self._context.session.state.segments[place.segment].state in _SETTLED


class ReplaceAll(DeskDialog):
    """Shows the places and replaces the words in those that are ticked, as one step to undo.

    Attributes:
        places: The places.
        scope: Where to replace: in the project or in the document at hand.
        count: How many of the places are ticked, in words.
        table: The list of the places.
        room: What holds the list, and may hold another beside it.
        working: Whether more places are looked for; nothing can be replaced before all are known.
    """

    def __init__(self, context: DeskContext, places: Sequence[Replacement]) -> None:
        super().__init__(context)
        self.entitle(self.tr("Replace everywhere"))
        self.working = False
        self.places = Places(context, places, self)
        self.scope = QComboBox(self)
        self.scope.addItem(self.tr("In the whole project"), None)
        here = context.focus.segment
        if here is not None and len(context.session.state.documents) > 1:
            self.scope.addItem(self.tr("In this document"), context.session.state.segments[here].document)
        self.scope.setAccessibleName(self.tr("Where"))
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        top = QHBoxLayout()
        top.addWidget(self.scope)
        top.addWidget(self.count, 1)
        for button in tick_buttons(self.places, self):
            top.addWidget(button)
        self.column.addLayout(top)
        self.table = RowTable(self)
        self._prepare_table()
        self.room = QSplitter(self)
        self.room.setChildrenCollapsible(False)
        self.room.addWidget(self.table)
        self.column.addWidget(self.room, 1)
        self.column.addWidget(
            label(self.tr("Space sets and takes away a tick. All is one step to undo."), self, muted=True)
        )
        self.scope.currentIndexChanged.connect(self._narrow)
        self.places.ticked.connect(self.tell)
        self.resize(860, 460)
        self.tell()
        self.table.setFocus()
        if self.places.shown:
            self.table.setCurrentIndex(self.places.index(0, TICK))

    def accept(self) -> None:
        """Replace what is ticked; where words have changed meanwhile the bar says so."""
        chosen = self.places.chosen
        super().accept()
        if self.context.execute(ReplaceMany(chosen), self.context.actions) is not None:
            self.context.shell.whisper(self.tr("%n place(s) replaced. Ctrl+Z takes it back.", "", len(chosen)))

    def _prepare_table(self) -> None:
        table = self.table
        table.setModel(self.places)
        table.setItemDelegateForColumn(_WORDS, RunDelegate(table, self.context.themes))
        table.setAccessibleName(self.tr("Places"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        wide = self.fontMetrics().averageCharWidth()
        for column, letters in ((TICK, 5), (_DOCUMENT, 22), (_SEGMENT, 7)):
            header.resizeSection(column, letters * wide)

    def _narrow(self) -> None:
        self.places.narrow(self.scope.currentData())
        self.tell()

    def tell(self) -> None:
        """Say how many places are ticked."""
        chosen = len(self.places.chosen)
        total = len(self.places.shown) if self.places.out_of_reach else self.places.known
        number = self.context.language.number
        said = self.tr("%1 of %2 places so far…") if self.working else self.tr("%1 of %2 places")
        self.count.setText(said.replace("%1", number(chosen)).replace("%2", number(total)))
        button = self.buttons.button(self.buttons.StandardButton.Ok)
        button.setText(self.tr("Replace in %n place(s)", "", chosen))
        button.setEnabled(chosen > 0 and not self.working)
