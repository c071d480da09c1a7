"""A document's name and date, and where it came from."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QLineEdit

from translator_desk.app.commands.document_list import RenameDocument
from translator_desk.app.commands.documents import SetDocumentDate
from translator_desk.model.ids import DocumentId
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, fixed_line, label


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
        why = self.tr("Offices, names and forms that were right at one time are judged by the date of publication.")
        self.column.addWidget(label(why, self, muted=True))
        self.setMinimumWidth(520)
        self._name.setFocus()
        self._name.setCursorPosition(0)

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
