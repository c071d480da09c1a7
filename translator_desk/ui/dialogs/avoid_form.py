"""A form that an entry of the glossary shall warn of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit

from translator_desk.app.glossary_edits import SaveOutcome
from translator_desk.glossary.entry import AvoidForm, Entry
from translator_desk.glossary.new_entry import with_avoid
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog
from translator_desk.ui.dialogs.propose_box import propose_box
from translator_desk.ui.glossary.proposing import Wish
from translator_desk.wording import say


class AvoidFormDialog(DeskDialog):
    """Asks which entry, which form and why; it warns where the Chinese of the entry stands beside it."""

    def __init__(self, context: DeskContext, entries: Sequence[Entry], form: str) -> None:
        super().__init__(context)
        self.entitle(self.tr("Form to avoid"), self.tr("Add"))
        self._entries = tuple(entries)
        self._entry = QComboBox(self)
        self._entry.addItems([f"{one.zh[0]} – {one.plain_en}" for one in entries])
        self._words = QLineEdit(form, self)
        self._reason = QLineEdit(self)
        fields = self.form()
        self.row(fields, self.tr("&Entry"), self._entry)
        self.row(fields, self.tr("&Form"), self._words)
        self.row(fields, self.tr("&Reason"), self._reason)
        self._propose = propose_box(context, self)
        self.column.addWidget(self._propose)
        self.setMinimumWidth(480)
        (self._reason if form else self._words).setFocus()

    def accept(self) -> None:
        """Save it; the dialog stays open where that is refused."""
        words = " ".join(self._words.text().split())
        if not words or not self._entries:
            self.complain(self.tr("Choose the entry and give the form."))
            return
        entry = self._entries[self._entry.currentIndex()]
        why = self._reason.text().strip()
        try:
            changed = with_avoid(entry, AvoidForm(words, why, with_source=True))
        except ValueError:
            self.complain(self.tr("The preferred form cannot be avoided."))
            return
        label = say("form to avoid “{words}”", "应避免的译法“{words}”", words=words)
        saved = self.while_open(partial(self._saved, entry, words))
        proposing = self.context.glossary.proposing
        proposing.put(Wish(changed, entry, why, label), saved, self.refuse, propose=self._propose.isChecked())

    def _saved(self, entry: Entry, words: str, outcome: SaveOutcome) -> None:
        if not outcome.saved:
            self.complain(self.tr("Somebody else changed this entry meanwhile; do it again."))
            return
        super().accept()
        if outcome.entry is None:
            return  # proposed; that is said already
        said = self.tr("Avoided from now on: “%1” for %2").replace("%1", words)
        self.context.shell.whisper(said.replace("%2", entry.zh[0]))
