"""Words replaced in many places: every place is shown before and after, and chosen by a tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QLabel

from translator_desk.app.commands.edit import ReplaceMany, Replacement
from translator_desk.model.ids import DocumentId
from translator_desk.model.state import SegmentState
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.panels.cards import Run
from translator_desk.ui.panels.run_lines import RUNS, RunDelegate, in_context
from translator_desk.ui.row_table import RowTable
from translator_desk.ui.ticked_rows import TICK, Role, TickedRows, tick_buttons

_SETTLED = (SegmentState.REVIEWED, SegmentState.FINAL)


_DOCUMENT, _SEGMENT, _WORDS = 1, 2, 3


class _Places(TickedRows[Replacement]):
    """The places by row; what a reviewer has settled is left alone unless the person says otherwise."""

    def __init__(self, context: DeskContext, places: Sequence[Replacement], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.put(places, lambda place: not self._settled(place))

    @property
    def chosen(self) -> tuple[Replacement, ...]:
        """The places shown that are ticked: those of other documents are out of reach."""
        return tuple(self._all[at] for at in self._at if at in self._chosen)

    def narrow(self, document: DocumentId | None) -> None:
        """Show the places of one document, or of all."""
        segments = self._context.session.state.segments
        self.show_only(lambda place: document in (None, segments[place.segment].document))

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

    def _settled(self, place: Replacement) -> bool:
        return self._context.session.state.segments[place.segment].state in _SETTLED


class ReplaceAll(DeskDialog):
    """Shows the places and replaces the words in those that are ticked, as one step to undo."""

    def __init__(self, context: DeskContext, places: Sequence[Replacement]) -> None:
        super().__init__(context)
        self.entitle(self.tr("Replace everywhere"))
        self.places = _Places(context, places, self)
        self._scope = QComboBox(self)
        self._scope.addItem(self.tr("In the whole project"), None)
        here = context.focus.segment
        if here is not None and len(context.session.state.documents) > 1:
            self._scope.addItem(self.tr("In this document"), context.session.state.segments[here].document)
        self._scope.setAccessibleName(self.tr("Where"))
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        top = QHBoxLayout()
        top.addWidget(self._scope)
        top.addWidget(self._count, 1)
        for button in tick_buttons(self.places, self):
            top.addWidget(button)
        self.column.addLayout(top)
        self.table = RowTable(self)
        self._prepare_table()
        self.column.addWidget(self.table, 1)
        self.column.addWidget(
            label(self.tr("Space sets and takes away a tick. All is one step to undo."), self, muted=True)
        )
        self._scope.currentIndexChanged.connect(self._narrow)
        self.places.ticked.connect(self._tell)
        self.resize(860, 460)
        self._tell()
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
        self.places.narrow(self._scope.currentData())
        self._tell()

    def _tell(self) -> None:
        chosen = len(self.places.chosen)
        total = len(self.places.shown)
        number = self.context.language.number
        self._count.setText(self.tr("%1 of %2 places").replace("%1", number(chosen)).replace("%2", number(total)))
        button = self.buttons.button(self.buttons.StandardButton.Ok)
        button.setText(self.tr("Replace in %n place(s)", "", chosen))
        button.setEnabled(chosen > 0)
