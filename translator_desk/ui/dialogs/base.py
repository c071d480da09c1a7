"""What the dialogs share: a title, lines to fill in, a sentence where something is missing, two buttons.

A dialog is opened only where the person asked for something. It is thrown away when it is closed, so it takes its
words once, in the language in force.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget

from translator_desk.errors import DeskError
from translator_desk.ui.context import DeskContext
from translator_desk.ui.palette import plain_name

P = ParamSpec("P")


class DeskDialog(QDialog):
    """A dialog over the window; ``open()`` shows it and returns at once.

    Attributes:
        context: What the window knows.
        column: Where the dialog puts its widgets, from top to bottom.
        buttons: OK and Cancel where it ``answers``, else Close alone.
        closed: Whether it was closed; its widgets are gone soon then.
    """

    def __init__(self, context: DeskContext, *, answers: bool = True) -> None:
        super().__init__(context.window)
        self.context = context
        self.closed = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout()
        self.column.setSpacing(10)
        self._complaint = label("", self)
        self._complaint.setVisible(False)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel if answers else standard.Close, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 12)
        outer.setSpacing(12)
        outer.addLayout(self.column, 1)
        outer.addWidget(self._complaint)
        outer.addWidget(self.buttons)

    def entitle(self, title: str, ok: str = "") -> None:
        """Say what the dialog is for, and what its first button does."""
        self.setWindowTitle(title)
        if ok:
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(ok)

    def form(self) -> QFormLayout:
        """Add a form to the column and return it."""
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        self.column.addLayout(form)
        return form

    def row(self, form: QFormLayout, name: str, field: QWidget | QLayout, focus: QWidget | None = None) -> None:
        """Add a line to a form: its name, what is filled in, and the widget that the name's letter leads to."""
        made = QLabel(name, self)
        made.setTextFormat(Qt.TextFormat.PlainText)
        keyboard = focus or (field if isinstance(field, QWidget) else None)
        if keyboard is not None:
            made.setBuddy(keyboard)
            keyboard.setAccessibleName(plain_name(name))
        form.addRow(made, field)

    def while_open(self, call: Callable[P, object]) -> Callable[P, None]:
        """Return a call that takes an answer which may come after the dialog was closed, and is let go then."""

        def take(*arguments: P.args, **named: P.kwargs) -> None:
            if not self.closed:
                call(*arguments, **named)

        return take

    def refuse(self, error: BaseException) -> None:
        """Say inside the dialog what went wrong in the world, in the bar where it is closed; a bug is raised."""
        if self.closed:
            self.context.tell_error(error)
            return
        if not isinstance(error, DeskError):
            raise error
        self.complain(error.render(self.context.language.code))

    def done(self, result: int) -> None:
        """Close, and leave the window active: not every platform sees to that."""
        self.closed = True
        super().done(result)
        self.context.window.activateWindow()

    def complain(self, sentence: str) -> None:
        """Say inside the dialog what is missing; the dialog stays open."""
        self._complaint.setText(sentence)
        self._complaint.setVisible(True)
        palette = self._complaint.palette()
        palette.setColor(self._complaint.foregroundRole(), self.context.themes.current.colour("error"))
        self._complaint.setPalette(palette)
        self.context.announce(sentence)


def label(text: str, parent: QWidget, *, muted: bool = False) -> QLabel:
    """Return a label that shows its text as it is, wrapped; files' words are never taken for markup."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if muted:
        made.setForegroundRole(made.palette().ColorRole.PlaceholderText)
    return made


def fixed_line(text: str, parent: QWidget) -> QLineEdit:
    """Return a line that cannot be changed but read to its end and copied: a path, a byline."""
    line = QLineEdit(text, parent)
    line.setReadOnly(True)
    line.setFrame(False)
    line.setCursorPosition(0)
    line.setStyleSheet("background: transparent")
    palette = line.palette()
    palette.setColor(palette.ColorRole.Text, palette.color(palette.ColorRole.PlaceholderText))
    line.setPalette(palette)
    return line
