"""A new entry of the glossary from words of the text: both sides filled in, kind guessed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit

from translator_desk.app.glossary_edits import SaveOutcome
from translator_desk.glossary.entry import AvoidForm, Entry, Kind, Layer
from translator_desk.glossary.new_entry import new_term, similar_entries, with_avoid
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.dialogs.propose_box import propose_box
from translator_desk.ui.glossary.names import kind_name, layer_name
from translator_desk.ui.glossary.proposing import Wish
from translator_desk.wording import say


class NewTerm(DeskDialog):
    """Asks for what cannot be guessed; the entry goes into the project's term file, or the house's, and says where from."""

    def __init__(self, context: DeskContext, zh: str, en: str, provenance: str, avoid: str = "") -> None:
        super().__init__(context)
        self.entitle(self.tr("New term"), self.tr("Save the term"))
        self._provenance = provenance
        guess = self._entry(zh, en)
        self._zh = QLineEdit(guess.zh[0], self)
        self._en = QLineEdit(guess.en, self)
        self._kind = QComboBox(self)
        for kind in Kind:
            self._kind.addItem(kind_name(kind), kind.value)
        self._kind.activated.connect(self._chosen)
        self._kind_chosen = False
        self._avoid = QLineEdit(avoid, self)
        self._avoid.setPlaceholderText(self.tr("wrong English that is to be flagged, or nothing"))
        self._note = QLineEdit(self)
        self._layer = QComboBox(self)
        for layer in (Layer.PROJECT, Layer.HOUSE):
            self._layer.addItem(layer_name(layer), layer.value)
        form = self.form()
        self.row(form, self.tr("&Chinese"), self._zh)
        self.row(form, self.tr("&English"), self._en)
        self.row(form, self.tr("&Kind"), self._kind)
        self.row(form, self.tr("To &avoid"), self._avoid)
        self.row(form, self.tr("N&ote"), self._note)
        self.row(form, self.tr("Save &in"), self._layer)
        self._alike = label("", self)
        self.column.addWidget(self._alike)
        self.column.addWidget(label(provenance, self, muted=True))
        self._propose = propose_box(context, self)
        self.column.addWidget(self._propose)
        self._propose.toggled.connect(self._layer.setDisabled)  # where a proposal goes, its editor decides
        self._layer.setDisabled(self._propose.isChecked() or context.glossary.proposing.obliged)
        for line in (self._zh, self._en):
            line.textChanged.connect(self._guess)
        self._guess()
        self.setMinimumWidth(480)
        (self._en if guess.zh[0] else self._zh).setFocus()

    def accept(self) -> None:
        """Save the entry; the dialog stays open where that is refused."""
        if not self._zh.text().strip() or not self._en.text().strip():
            self.complain(self.tr("Give the term in Chinese and in English."))
            return
        entry = self._entry(self._zh.text(), self._en.text())
        kind = Kind(self._kind.currentData())
        entry = replace(entry, kind=kind, required=kind.required_by_default, note=self._note.text().strip())
        if wrong := " ".join(self._avoid.text().split()):
            try:
                entry = with_avoid(entry, AvoidForm(wrong, with_source=True))
            except ValueError:
                self.complain(self.tr("The preferred form cannot be avoided."))
                return
        label = say("new term “{zh}”", "新建术语“{zh}”", zh=entry.zh[0])
        wish = Wish(entry, None, self._provenance, label, Layer(self._layer.currentData()))
        saved = self.while_open(partial(self._saved, entry))
        self.context.glossary.proposing.put(wish, saved, self.refuse, propose=self._propose.isChecked())

    def _saved(self, entry: Entry, outcome: SaveOutcome) -> None:
        super().accept()
        if outcome.entry is None:
            return  # proposed; that is said already
        said = self.tr("Saved in %1: %2").replace("%1", outcome.path.name)
        self.context.shell.whisper(said.replace("%2", f"{entry.zh[0]} – {entry.en}"))

    def _entry(self, zh: str, en: str) -> Entry:
        return new_term(zh, en, self.context.project.checking.term_base, self._provenance)

    def _chosen(self) -> None:
        self._kind_chosen = True

    def _guess(self) -> None:
        """Guess the kind until the person chose one, and name entries that may be the same thing."""
        zh, en = self._zh.text().strip(), self._en.text().strip()
        if not self._kind_chosen:
            self._kind.setCurrentIndex(self._kind.findData(self._entry(zh, en).kind.value))
        found = similar_entries(zh, en, self.context.project.checking.term_base) if zh or en else ()
        names = "; ".join(f"{one.zh[0]} – {one.plain_en}" for one in found[:3])
        self._alike.setText(self.tr("There is an entry already: %1").replace("%1", names) if names else "")
        self._alike.setVisible(bool(names))
