"""A proposal accepted in other words than it was made."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from translator_desk.app.glossary_edits import SaveOutcome
from translator_desk.app.glossary_proposals import Proposal
from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.glossary.names import kind_name

_BEFORE_WHY = " | "
_LINES = 3


class EditProposal(DeskDialog):
    """The fields of the entry proposed; what no field shows stays as it was proposed."""

    def __init__(self, context: DeskContext, proposal: Proposal, entry: Entry) -> None:
        super().__init__(context)
        self.entitle(self.tr("Accept the proposal changed"), self.tr("Accept"))
        self._proposal = proposal
        self._entry = entry
        self.zh = QLineEdit("、".join(entry.zh), self)
        self.en = QLineEdit(entry.en, self)
        self.kind = QComboBox(self)
        for kind in Kind:
            self.kind.addItem(kind_name(kind), kind.value)
        self.kind.setCurrentIndex(self.kind.findData(entry.kind.value))
        self.also = self._lines([one.en for one in entry.also], self.tr("one form a line"))
        avoid = [f"{one.en}{_BEFORE_WHY}{one.why}" if one.why else one.en for one in entry.avoid]
        self.avoid = self._lines(avoid, self.tr("one form a line, reason after “ | ”"))
        self.note = QLineEdit(entry.note, self)
        self.reason = QLineEdit(self)
        form = self.form()
        self.row(form, self.tr("&Chinese"), self.zh)
        self.row(form, self.tr("&English"), self.en)
        self.row(form, self.tr("&Kind"), self.kind)
        self.row(form, self.tr("&Also right"), self.also)
        self.row(form, self.tr("To a&void"), self.avoid)
        self.row(form, self.tr("N&ote"), self.note)
        self.row(form, self.tr("&Reason for the record"), self.reason)
        if proposal.why:
            self.column.addWidget(label(f"{proposal.author}: {proposal.why}", self, muted=True))
        self.setMinimumWidth(520)
        self.en.setFocus()
        self.en.selectAll()

    @property
    def entry(self) -> Entry:
        """The entry as the fields say it."""
        entry = self._entry
        also, avoid = {one.en: one for one in entry.also}, {one.en: one for one in entry.avoid}
        split = [line.partition(_BEFORE_WHY) for line in self._of(self.avoid)]
        return replace(
            entry,
            zh=tuple(one.strip() for one in self.zh.text().replace("，", "、").split("、") if one.strip()),
            en=self.en.text().strip(),
            kind=Kind(self.kind.currentData()),
            also=tuple(also.get(line, Form(line)) for line in self._of(self.also)),
            avoid=tuple(replace(avoid.get(en.strip(), AvoidForm(en.strip())), why=why.strip()) for en, _, why in split),
            note=self.note.text().strip(),
        )

    def accept(self) -> None:
        """Accept the entry; the dialog stays open where that is refused."""
        if not self.zh.text().strip() or not self.en.text().strip():
            self.complain(self.tr("Give the term in Chinese and in English."))
            return
        reason, saved = self.reason.text().strip(), self.while_open(self._saved)
        self.context.glossary.proposing.accept(self._proposal.number, self.entry, reason, saved, self.refuse)

    def _saved(self, outcome: SaveOutcome) -> None:
        if outcome.saved:
            super().accept()
        else:
            self.complain(self.tr("Somebody else changed this entry meanwhile; look at it again in the glossary."))

    def _lines(self, lines: list[str], placeholder: str) -> QPlainTextEdit:
        made = QPlainTextEdit("\n".join(lines), self)
        made.setTabChangesFocus(True)
        made.setPlaceholderText(placeholder)
        made.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 12)
        return made

    @staticmethod
    def _of(text: QPlainTextEdit) -> list[str]:
        return [line.strip() for line in text.toPlainText().splitlines() if line.strip()]
