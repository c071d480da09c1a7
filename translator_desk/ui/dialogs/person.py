"""Who sits at the desk: the name that stands beside every change, and the role."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit

from translator_desk.errors import DeskError
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.role_names import ROLES, role_name


class PersonDialog(DeskDialog):
    """Changes name and role; the record keeps what was signed before."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.entitle(self.tr("Name and role"), self.tr("Keep"))
        settings = context.desk.settings
        self._name = QLineEdit(settings.person, self)
        self._role = QComboBox(self)
        for role in ROLES:
            self._role.addItem(role_name(role), role)
        self._role.setCurrentIndex(max(self._role.findData(settings.role), 0))
        form = self.form()
        self.row(form, self.tr("&Name"), self._name)
        self.row(form, self.tr("&Role"), self._role)
        why = self.tr("The name stands beside every change from now on; what is in the record already keeps its name.")
        self.column.addWidget(label(why, self, muted=True))
        self.setMinimumWidth(420)

    def accept(self) -> None:
        """Keep name and role."""
        name = " ".join(self._name.text().split())
        if not name:
            self.complain(self.tr("Type a name."))
            self._name.setFocus()
            return
        try:
            self.context.desk.change_settings(person=name, role=str(self._role.currentData()))
        except DeskError as error:
            self.refuse(error)
            return
        self.context.projects.person_changed()
        super().accept()
