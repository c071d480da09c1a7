"""Asks once who works at this desk: a strip on top of whatever is shown, never a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from translator_desk.errors import DeskError
from translator_desk.ui.context import DeskContext
from translator_desk.ui.projects import Projects
from translator_desk.ui.role_names import ROLES, role_name
from translator_desk.ui.theme import dye
from translator_desk.ui.translated import Translated

HINT = "person"
"""Name of this question among the hints that were seen."""


class PersonStrip(Translated, QFrame):
    """Shown until name and role are given or the question is put aside."""

    def __init__(self, context: DeskContext, projects: Projects, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._projects = projects
        self._asking, self._name_label, self._role_label = QLabel(self), QLabel(self), QLabel(self)
        for label in (self._asking, self._name_label, self._role_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._asking.setWordWrap(True)
        self._asking.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name, self._role = QLineEdit(self), QComboBox(self)
        self._name.setMinimumWidth(120)
        self._name_label.setBuddy(self._name)
        self._role_label.setBuddy(self._role)
        for role in ROLES:
            self._role.addItem("", role)
        self._keep, self._later = QPushButton(self), QPushButton(self)
        self._fields = QHBoxLayout()
        self._fields.setSpacing(8)
        for widget in (self._name_label, self._name, self._role_label, self._role, self._keep, self._later):
            self._fields.addWidget(widget)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self._asking, 1)
        self._row.addLayout(self._fields)
        self.setAutoFillBackground(True)
        self._name.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self._keep.clicked.connect(self._keep_person)
        self._later.clicked.connect(self._put_aside)
        context.themes.changed.connect(self._recolour)
        self._keep.setEnabled(False)
        self._recolour()
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show or hide: somebody may have given the name elsewhere."""
        settings = self._context.desk.settings
        self._role.setCurrentIndex(max(self._role.findData(settings.role), 0))
        self.setVisible(not settings.person and HINT not in settings.hints_seen)

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self._asking.setText(self.tr("Who works at this desk? The name stands beside every change."))
        self._name_label.setText(self.tr("Name"))
        self._role_label.setText(self.tr("Role"))
        self._name.setAccessibleName(self.tr("Name"))
        self._role.setAccessibleName(self.tr("Role"))
        self._name.setPlaceholderText(self.tr("for instance Li Wei"))
        self._keep.setText(self.tr("Keep"))
        self._later.setText(self.tr("Not now"))
        for number in range(self._role.count()):
            self._role.setItemText(number, role_name(str(self._role.itemData(number))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the question above the fields where one line has no room for both."""
        super().resizeEvent(event)
        needed = self._asking.fontMetrics().horizontalAdvance(self._asking.text()) + self._fields.sizeHint().width()
        margins = self._row.contentsMargins()
        fits = needed + self._row.spacing() + margins.left() + margins.right() <= self.width()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the name, Esc puts the question aside."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep_person()
        elif event.key() == Qt.Key.Key_Escape:
            self._put_aside()
        else:
            super().keyPressEvent(event)

    def _keep_person(self) -> None:
        if name := self._name.text().strip():
            self._change(person=name, role=str(self._role.currentData()))

    def _put_aside(self) -> None:
        self._change(hints_seen=(*self._context.desk.settings.hints_seen, HINT))

    def _change(self, **values: object) -> None:
        try:
            self._context.desk.change_settings(**values)
        except DeskError as error:
            self._context.tell_error(error)
        self._projects.person_changed()

    def _recolour(self) -> None:
        dye(self, ground=self._context.themes.current.colour("bar_info"))
