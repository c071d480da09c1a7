"""A document's name and date, and where it came from."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QLineEdit
from shiboken6 import isValid

from translator_desk.app.commands.document_list import RenameDocument
from translator_desk.app.commands.documents import SetDocumentDate
from translator_desk.model.ids import DocumentId
from translator_desk.review.scores import Score
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, fixed_line, label
from translator_desk.ui.plain import plain_tip


class DocumentDetails(DeskDialog):
    """Changes what the project calls a document and when that was published."""

    def __init__(self, context: DeskContext, document: DocumentId) -> None:
        super().__init__(context)
        self.entitle(self.tr("Name and date of the document"), self.tr("Change"))
        self._document = context.session.state.documents[document]
        self._name = QLineEdit(self._document.title, self)
        self._known = QCheckBox(self.tr("known"), self)
        self._date = QDateEdit(self)
        self._date.setCalendarPopup(True)
        self._date.setDisplayFormat("yyyy-MM-dd")
        date = self._document.date
        self._known.setChecked(date is not None)
        self._date.setDate(QDate(date.year, date.month, date.day) if date else QDate.currentDate())
        self._date.setEnabled(date is not None)
        self._known.toggled.connect(self._date.setEnabled)
        form = self.form()
        self.row(form, self.tr("&Name"), self._name)
        row = QHBoxLayout()
        row.addWidget(self._known)
        row.addWidget(self._date, 1)
        self.row(form, self.tr("&Published"), row, self._known)
        self._known.setAccessibleName(self.tr("Date of publication is known"))
        self._date.setAccessibleName(self.tr("Date of publication"))
        nothing = self.tr("none")
        self.row(form, self.tr("English file"), fixed_line(self._document.target_path or nothing, self))
        self.row(form, self.tr("Chinese file"), fixed_line(self._document.source_path or nothing, self))
        if self._document.byline.line:
            self.row(form, self.tr("Byline"), fixed_line(self._document.byline.line, self))
        was_handed = self._document.handling.handed_time is not None
        self._amount = fixed_line(self.tr("being counted…"), self)
        about = self.tr("Changed in review") if was_handed else self.tr("Changed since the import")
        self.row(form, about, self._amount)
        why = self.tr("Offices, names and forms that were right at one time are judged by the date of publication.")
        self.column.addWidget(label(why, self, muted=True))
        self.setMinimumWidth(520)
        self._name.setFocus()
        self._name.setCursorPosition(0)
        context.desk.amount_changed(context.project, document, self._say_amount, self._say_nothing)

    def _say_amount(self, found: tuple[Score, ...]) -> None:
        """Say how much was changed, unless the dialog was closed before it was counted."""
        if not isValid(self):
            return
        words = ", ".join(f"{one.name} {one.value:.1f}" for one in found)
        self._amount.setText(words or self.tr("no words yet"))
        about = self.tr("TER: words in a hundred that were edited. chrF2: letters that stayed, in a hundred.")
        self._amount.setToolTip(plain_tip("\n".join((about, *(one.signature for one in found)))))

    def _say_nothing(self, error: BaseException) -> None:
        if isValid(self):
            self._amount.setText(self.tr("unknown: the record cannot be read"))
        self.context.tell_error(error)

    def accept(self) -> None:
        """Change what was changed, each as a step to undo."""
        name = self._name.text()
        if not name.strip():
            self.complain(self.tr("Give the document a name."))
            self._name.setFocus()
            return
        if name != self._document.title:
            self.context.execute(RenameDocument(self._document.id, name))
        chosen = self._date.date()
        date = dt.date(chosen.year(), chosen.month(), chosen.day()) if self._known.isChecked() else None
        if date != self._document.date:
            self.context.execute(SetDocumentDate(self._document.id, date))
        super().accept()
