"""What another program's file cannot hold, or says beyond what an entry can: listed, and kept as a text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from translator_desk.app.glossary_exchange import loss_report
from translator_desk.errors import DeskError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.formats.terms.base import Fault, Loss
from translator_desk.ui.context import DeskContext

_LINES = 4


class LossList(QWidget):
    """What is lost, a line each, and a button that writes all of them to a file."""

    def __init__(self, context: DeskContext, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._name = name
        self._losses: tuple[Loss, ...] = ()
        self._faults: tuple[Fault, ...] = ()
        self.words = QPlainTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("What is lost"))
        self.words.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 12)
        self.save_button = QPushButton(self.tr("Save this &report…"), self)
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self._ask_and_save)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addLayout(row)
        self.tell((), ())

    def tell(self, losses: Sequence[Loss], faults: Sequence[Fault] = ()) -> None:
        """Show these."""
        self._losses, self._faults = tuple(losses), tuple(faults)
        lines = [self._context.render(one.message) for one in losses]
        if faults:
            first = f"{faults[0].line or '?'}: {self._context.render(faults[0].message)}"
            rules = self.tr("%n place(s) break the rules of the format; the first is line %1", "", len(faults))
            lines.append(rules.replace("%1", first))
        self.words.setPlainText("\n".join(lines) or self.tr("Nothing is lost."))
        self.save_button.setVisible(bool(losses or faults))

    def save(self, path: Path) -> None:
        """Write the whole report."""
        report = loss_report(self._name, self._losses, self._faults, self._context.language.code)
        try:
            atomic_write(path, report.encode())
        except DeskError as error:
            self._context.tell_error(error)
        else:
            self._context.shell.whisper(self.tr("Report saved: %1").replace("%1", str(path)))

    def _ask_and_save(self) -> None:
        name = f"{Path(self._name).stem}-report.txt"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), name, self.tr("Text") + " (*.txt)")
        if chosen:
            self.save(Path(chosen))
