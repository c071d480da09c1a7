"""Who shall work on a document next, and until when."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QCompleter, QDateEdit, QHBoxLayout, QLineEdit
from shiboken6 import isValid

from translator_desk.app.commands.workflow import AssignDocument
from translator_desk.errors import DeskError
from translator_desk.model.ids import DocumentId
from translator_desk.model.project import Person
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog

_DAYS = 2
"""So many days are offered where none was set."""


class AssignDialog(DeskDialog):
    """A name, and a day if there is one; an empty name takes the assignment back."""

    def __init__(self, context: DeskContext, document: DocumentId) -> None:
        super().__init__(context)
        found = context.session.state.documents[document]
        self.entitle(self.tr("Assign “%1”").replace("%1", found.title), self.tr("Assign"))
        self._document = document
        self._name = QLineEdit(found.handling.assignee or context.session.person.name, self)
        self._until = QCheckBox(self.tr("&Until"), self)
        self._until.setChecked(found.handling.due is not None)
        day = found.handling.due or dt.date.today() + dt.timedelta(days=_DAYS)
        self._day = QDateEdit(QDate(day.year, day.month, day.day), self)
        self._day.setDisplayFormat("yyyy-MM-dd")
        self._day.setCalendarPopup(True)
        self._day.setAccessibleName(self.tr("Day"))
        self._day.setEnabled(self._until.isChecked())
        self._until.toggled.connect(self._day.setEnabled)
        form = self.form()
        self.row(form, self.tr("&To"), self._name)
        due = QHBoxLayout()
        due.addWidget(self._until)
        due.addWidget(self._day, 1)
        form.addRow(due)
        self.setMinimumWidth(360)
        self._name.selectAll()
        self._name.setFocus()
        context.desk.people(context.project, self._offer, self.refuse)

    def _offer(self, people: tuple[Person, ...]) -> None:
        """Offer the names of those who have worked on the project while one is written."""
        if isValid(self):
            completer = QCompleter([one.name for one in people], self._name)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            self._name.setCompleter(completer)

    def accept(self) -> None:
        """Assign; what the rules say against it is said here."""
        chosen = self._day.date()
        due = dt.date(chosen.year(), chosen.month(), chosen.day()) if self._until.isChecked() else None
        try:
            self.context.session.execute(AssignDocument(self._document, self._name.text(), due), self.context.actions)
        except DeskError as error:
            self.refuse(error)
            return
        super().accept()
