"""Above the list of flags: words, level, check and document to be shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from translator_desk.model.ids import CheckId, DocumentId
from translator_desk.model.severity import Level
from translator_desk.ui.later import later
from translator_desk.ui.panels.flag_model import FlagFilter

QUIET_MS = 120
_ALL, _HERE = "", "here"
_LEVELS = {
    "all": frozenset[Level](),
    "errors": frozenset({Level.ERROR}),
    "worse": frozenset({Level.ERROR, Level.WARNING}),
    "hints": frozenset({Level.INFO}),
}


class FlagFilterBar(QWidget):
    """Chooses which flags are listed; ``number`` writes counts in the language in force.

    Signals:
        changed(): Another wish is to be granted; typing waits for a quiet moment.
        left(): The keyboard is to go into the list.
        begun(): The keyboard came into the words.

    Attributes:
        not_run: The button that shows the checks that did not run.
    """

    changed = Signal()
    left = Signal()
    begun = Signal()

    def __init__(self, number: Callable[[int], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._words = QLineEdit(self)
        self._words.setClearButtonEnabled(True)
        self._words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        self._words.installEventFilter(self)
        self._level, self._check, self._document = (QComboBox(self) for _ in range(3))
        for name in _LEVELS:
            self._level.addItem("", name)
        for where in (_ALL, _HERE):
            self._document.addItem("", where)
        for box, letters in ((self._level, 9), (self._check, 12), (self._document, 9)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(letters)
            box.activated.connect(self._change)
        self._found = QLabel(self)
        self._found.setTextFormat(Qt.TextFormat.PlainText)
        self.not_run = QToolButton(self)
        self.not_run.setCheckable(True)
        self.not_run.setAutoRaise(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for widget in (self._level, self._check, self._document, self._found, self.not_run):
            row.addWidget(widget)
        self._quiet = later(self, QUIET_MS, self._change)
        self._words.textChanged.connect(lambda: self._quiet.start())

    @property
    def bound_to_document(self) -> bool:
        """Whether only the flags of the document at hand are wanted."""
        return bool(self._document.currentData() == _HERE)

    def wish(self, here: DocumentId | None) -> FlagFilter:
        """Return what is wanted; ``here`` is the document at hand."""
        return FlagFilter(
            self._words.text(),
            _LEVELS[str(self._level.currentData())],
            str(self._check.currentData() or ""),
            here if self.bound_to_document else None,
        )

    def clear(self) -> None:
        """Want all flags."""
        self._words.clear()
        for box in (self._level, self._check, self._document):
            box.setCurrentIndex(0)
        self._change()

    def list_checks(self, counts: Mapping[CheckId, int], name_of: Callable[[CheckId], str]) -> None:
        """Offer the checks that have flags, with their number; the one chosen stays when its last flag goes."""
        chosen = CheckId(str(self._check.currentData() or ""))
        wanted = {*counts, *filter(None, (chosen,))}
        self._check.blockSignals(True)
        self._check.clear()
        self._check.addItem(self.tr("All checks"), "")
        for name, check in sorted((name_of(one), one) for one in wanted):
            self._check.addItem(f"{name} ({self._number(counts.get(check, 0))})", check)
        self._check.setCurrentIndex(max(self._check.findData(chosen), 0))
        self._check.blockSignals(False)

    def tell(self, shown: int, total: int | None) -> None:
        """Say how many flags are shown, of how many where not all are."""
        if total is None:
            self._found.setText(self.tr("%n flag(s)", "", shown))
        else:
            self._found.setText(
                self.tr("%1 of %2").replace("%1", self._number(shown)).replace("%2", self._number(total))
            )

    def tell_not_run(self, checks: int) -> None:
        """Say how many checks did not run; the button goes where all did."""
        self.not_run.setText(self.tr("Not run: %1").replace("%1", str(checks)))
        self.not_run.setVisible(checks > 0)
        if not checks:
            self.not_run.setChecked(False)

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self._words.setPlaceholderText(self.tr("Find among the flags"))
        self._words.setAccessibleName(self.tr("Words to find among the flags"))
        self._level.setAccessibleName(self.tr("Level"))
        self._check.setAccessibleName(self.tr("Check"))
        self._document.setAccessibleName(self.tr("Document"))
        names = {
            "all": self.tr("All levels"),
            "errors": self.tr("Errors"),
            "worse": self.tr("Errors and warnings"),
            "hints": self.tr("Hints"),
        }
        for number in range(self._level.count()):
            self._level.setItemText(number, names[str(self._level.itemData(number))])
        self._document.setItemText(0, self.tr("All documents"))
        self._document.setItemText(1, self.tr("This document"))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Lead from the words into the list; Esc wants all flags again."""
        if event.type() == QEvent.Type.FocusIn:
            self.begun.emit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self._change()
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _change(self) -> None:
        self._quiet.stop()
        self.changed.emit()
