"""The page of the preferences with the words that are no slips of spelling."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from translator_desk.app.own_checks import project_words, read_words, write_words
from translator_desk.errors import InputError
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label


class OwnWords(QWidget):
    """The person's words and, where a project can be changed, the project's; one a line."""

    def __init__(self, context: DeskContext, dialog: DeskDialog) -> None:
        super().__init__(dialog)
        self._context = context
        self._fields: list[tuple[Path, QPlainTextEdit, frozenset[str]]] = []
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add(dialog, form, self.tr("&My words"), context.desk.paths.own_words)
        if context.is_open and context.writable:
            self._add(dialog, form, self.tr("Words of this pro&ject"), project_words(context.project.path))
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Words that are no slips of spelling, one a line."), self, muted=True))
        column.addLayout(form, 1)

    def keep(self) -> None:
        """Write what was changed and check anew.

        Raises:
            DeskError: A line holds several words, or a file cannot be written.
        """
        gone: set[str] = set()
        come: set[str] = set()
        for file, field, before in self._fields:
            now = write_words(file, field.toPlainText(), before)
            gone |= before - now
            come |= now - before
        if self._context.is_open and (gone or come):
            checking = self._context.project.checking
            checking.use_own(replace(checking.own, words=(checking.own.words - gone) | come))

    def _add(self, dialog: DeskDialog, form: QFormLayout, title: str, file: Path) -> None:
        field = QPlainTextEdit(self)
        field.setTabChangesFocus(True)
        try:
            words = read_words(file)
        except InputError:
            words = frozenset()  # said when the project was opened; the file is left alone
            field.setEnabled(False)
        else:
            field.setPlainText("\n".join(sorted(words)))
            self._fields.append((file, field, words))
        dialog.row(form, title, field)
