"""Terms given out to another program: which, in which format, with what that cannot hold told beforehand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog

from translator_desk.errors import DeskError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.formats.terms.base import TermFormat, TermsWritten
from translator_desk.formats.terms.registry import term_format, term_formats
from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.dialogs.losses import LossList
from translator_desk.ui.glossary.names import kind_name, layer_name


class ExportTerms(DeskDialog):
    """Asks for entries and format; the file is named in the next step."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.entitle(self.tr("Export terms"), self.tr("Export…"))
        self._asked = 0
        self._written: TermsWritten | None = None
        self.made, self.layers, self.kinds = QComboBox(self), QComboBox(self), QComboBox(self)
        for one in term_formats():
            title = context.language.render(one.title)
            self.made.addItem(f"{title} (*{one.extensions[0]})", one.id)
        self.layers.addItem(self.tr("all in force"), None)
        for layer in (Layer.PROJECT, Layer.HOUSE, Layer.SHIPPED):
            self.layers.addItem(layer_name(layer), layer.value)
        self.kinds.addItem(self.tr("all kinds"), None)
        for kind in Kind:
            self.kinds.addItem(kind_name(kind), kind.value)
        form = self.form()
        self.row(form, self.tr("&Format"), self.made)
        self.row(form, self.tr("&Entries"), self.layers)
        self.row(form, self.tr("&Kind"), self.kinds)
        self.summary = label("", self)
        self.column.addWidget(self.summary)
        self.losses = LossList(context, context.project.path.stem, self)
        self.column.addWidget(self.losses)
        self.setMinimumWidth(560)
        for box in (self.made, self.layers, self.kinds):
            box.currentIndexChanged.connect(self._look)
        self._look()
        self.made.setFocus()

    @property
    def format(self) -> TermFormat:
        """The format chosen."""
        return term_format(self.made.currentData())

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries chosen, in the order of their files."""
        layer, kind = self.layers.currentData(), self.kinds.currentData()
        return tuple(
            one
            for one in self.context.project.checking.term_base.entries
            if layer in (None, one.layer.value) and kind in (None, one.kind.value)
        )

    def accept(self) -> None:
        """Ask for the file and write it."""
        name = str(self.context.project.path.with_suffix(self.format.extensions[0]))
        kinds = " ".join(f"*{one}" for one in self.format.extensions)
        chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), name, f"({kinds})")
        if chosen:
            self.write(Path(chosen))

    def done(self, result: int) -> None:
        """Close; what is still being put together is wanted no more."""
        self._asked += 1
        super().done(result)

    def write(self, path: Path) -> None:
        """Write the file; the dialog stays open where that is refused."""
        if self._written is None:
            self.complain(self.tr("The terms are still being put together."))
            return
        try:
            atomic_write(path, self._written.data)
        except DeskError as error:
            self.refuse(error)
            return
        count = len(self.entries)
        super().accept()
        said = self.tr("%n entry(ies) written to %1", "", count)
        self.context.shell.whisper(said.replace("%1", path.name))

    def _look(self) -> None:
        """Put the file together, to tell what it cannot hold."""
        self._asked += 1
        asked, made, entries = self._asked, self.format, self.entries
        self._written = None
        self.summary.setText(self.tr("%n entry(ies)", "", len(entries)))
        self.buttons.button(self.buttons.StandardButton.Ok).setEnabled(bool(entries))

        def take(written: TermsWritten) -> None:
            if asked == self._asked:
                self._written = written
                self.losses.tell(written.losses)

        self.context.glossary.think(lambda: made.write(entries), take)
