"""Asks, entry by entry, whose version counts where two people changed the same words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QGridLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from translator_desk.glossary.entry import Entry
from translator_desk.glossary.splice_merge import EntryConflict, Side
from translator_desk.glossary.yaml_write import entry_data
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.glossary.entry_lines import field_items
from translator_desk.ui.glossary.names import field_name


class ConflictDialog(DeskDialog):
    """Two versions of each entry side by side; nothing is written before each is decided.

    Args:
        context: What the window knows.
        conflicts: What to decide.
        decided: Told whose version counts, by id.
    """

    def __init__(
        self,
        context: DeskContext,
        conflicts: Sequence[EntryConflict],
        decided: Callable[[Mapping[str, Side]], None],
    ) -> None:
        super().__init__(context)
        self.entitle(self.tr("Changed by two people"), self.tr("Save"))
        self._decided = decided
        self._groups: dict[str, QButtonGroup] = {}
        said = self.tr("Somebody else changed the same words in the file while you did. Whose version counts?")
        self.column.addWidget(label(said, self))
        inside = QWidget(self)
        rows = QVBoxLayout(inside)
        for conflict in conflicts:
            rows.addLayout(self._choice(conflict, inside))
        rows.addStretch(1)
        scrolled = QScrollArea(self)
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(inside)
        self.column.addWidget(scrolled, 1)
        self.setMinimumSize(560, 280)
        self._refresh()
        next(iter(self._groups.values())).buttons()[0].setFocus()

    @property
    def choices(self) -> dict[str, Side]:
        """Whose version counts, of the entries decided so far."""
        sides = (Side.MINE, Side.THEIRS)
        return {key: sides[group.checkedId()] for key, group in self._groups.items() if group.checkedId() >= 0}

    def accept(self) -> None:
        """Hand the decisions on."""
        super().accept()
        self._decided(self.choices)

    def _choice(self, conflict: EntryConflict, parent: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        known = conflict.mine or conflict.theirs
        name = f"{known.zh[0]}  ({conflict.entry_id})" if known is not None and known.zh else conflict.entry_id
        grid.addWidget(label(name, parent), 0, 0, 1, 2)
        group = QButtonGroup(parent)
        group.idToggled.connect(self._refresh)
        self._groups[conflict.entry_id] = group
        for number, (said, entry) in enumerate(
            ((self.tr("Mine"), conflict.mine), (self.tr("In the file"), conflict.theirs))
        ):
            button = QRadioButton(said, parent)
            words = self._words(entry, conflict.fields)
            button.setAccessibleName(f"{name}: {said}: {words}")
            group.addButton(button, number)
            grid.addWidget(button, number + 1, 0)
            grid.addWidget(label(words, parent), number + 1, 1)
        return grid

    def _words(self, entry: Entry | None, fields: Sequence[str]) -> str:
        if entry is None:
            return self.tr("deleted or switched off")
        said = entry_data(entry)
        wanted = [key for key in fields if key in said] or [key for key in ("zh", "en") if fields == ("entry",)]
        if not wanted:
            return self.tr("(nothing)")
        return "\n".join(f"{field_name(key)}: {'; '.join(field_items(key, said[key]))}" for key in wanted)

    def _refresh(self) -> None:
        ready = len(self.choices) == len(self._groups)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)
