"""One entry as a form: what is typed stays until it is saved or given up."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind
from translator_desk.ui.glossary.names import kind_name
from translator_desk.ui.palette import plain_name

WHY = " | "
"""Between a form to avoid and its reason."""
_LINES = 2


def fields_of(entry: Entry) -> dict[str, str]:
    """Return what a form shows of an entry, by the names of its fields."""
    return {
        "zh": "、".join(entry.zh),
        "en": entry.en,
        "kind": entry.kind.value,
        "also": "\n".join(one.en for one in entry.also),
        "avoid": "\n".join(f"{one.en}{WHY}{one.why}" if one.why else one.en for one in entry.avoid),
        "note": entry.note,
    }


def entry_of(base: Entry, fields: dict[str, str]) -> Entry:
    """Return the entry with what the fields say; what no field shows stays as it is, dates and levels of forms too."""
    also = {one.en: one for one in base.also}
    avoid = {one.en: one for one in base.avoid}
    split = [line.partition(WHY) for line in _lines(fields["avoid"])]
    return replace(
        base,
        zh=tuple(one.strip() for one in fields["zh"].replace("，", "、").replace(",", "、").split("、") if one.strip()),
        en=fields["en"].strip(),
        kind=Kind(fields["kind"]),
        also=tuple(also.get(one, Form(one)) for one in _lines(fields["also"])),
        avoid=tuple(
            replace(avoid.get(en.strip(), AvoidForm(en.strip())), why=why.strip()) for en, _, why in split if en.strip()
        ),
        note=fields["note"].strip(),
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class EntryForm(QWidget):
    """The fields of an entry.

    Signals:
        edited(): The person changed a field.
    """

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.zh = QLineEdit(self)
        self.en = QLineEdit(self)
        self.kind = QComboBox(self)
        self.also = QPlainTextEdit(self)
        self.avoid = QPlainTextEdit(self)
        self.note = QPlainTextEdit(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self._names: list[QLabel] = []
        for field, row, column, rows in (
            (self.zh, 0, 0, 1),
            (self.en, 1, 0, 1),
            (self.kind, 2, 0, 1),
            (self.note, 3, 0, 1),
            (self.also, 0, 2, 2),
            (self.avoid, 2, 2, 2),
        ):
            name = QLabel(self)
            name.setBuddy(field)
            self._names.append(name)
            grid.addWidget(name, row, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, column + 1, rows, 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for one, other in ((self.zh, self.en), (self.en, self.kind), (self.kind, self.also), (self.also, self.avoid)):
            QWidget.setTabOrder(one, other)
        QWidget.setTabOrder(self.avoid, self.note)
        for kind in Kind:
            self.kind.addItem("", kind.value)
        for text in (self.also, self.avoid, self.note):
            text.setTabChangesFocus(True)
            text.setMinimumHeight(text.fontMetrics().lineSpacing() * _LINES + 8)
            text.textChanged.connect(self._edited)
        self.zh.textEdited.connect(self._edited)
        self.en.textEdited.connect(self._edited)
        self.kind.activated.connect(self._edited)
        self._filling = False
        self.retranslate()

    @property
    def fields(self) -> dict[str, str]:
        """What stands in the fields."""
        return {
            "zh": self.zh.text(),
            "en": self.en.text(),
            "kind": self.kind.currentData(),
            "also": self.also.toPlainText(),
            "avoid": self.avoid.toPlainText(),
            "note": self.note.toPlainText(),
        }

    def fill(self, fields: dict[str, str]) -> None:
        """Write into the fields."""
        self._filling = True
        self.zh.setText(fields["zh"])
        self.en.setText(fields["en"])
        self.kind.setCurrentIndex(self.kind.findData(fields["kind"]))
        for text, name in ((self.also, "also"), (self.avoid, "avoid"), (self.note, "note")):
            text.setPlainText(fields[name])
        for line in (self.zh, self.en):
            line.setCursorPosition(0)
        self._filling = False

    def allow(self, writable: bool) -> None:
        """Let the person change the fields, or only read them."""
        for line in (self.zh, self.en, self.also, self.avoid, self.note):
            line.setReadOnly(not writable)
        self.kind.setEnabled(writable)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        names = (
            self.tr("Chinese"),
            self.tr("English"),
            self.tr("Kind"),
            self.tr("Note"),
            self.tr("Also right"),
            self.tr("To avoid"),
        )
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            buddy = label.buddy()
            if buddy is not None:
                buddy.setAccessibleName(plain_name(name))
        self.zh.setToolTip(self.tr("Several forms are divided by “、”; the first is the usual one."))
        self.also.setPlaceholderText(self.tr("one form a line"))
        self.avoid.setPlaceholderText(self.tr("one form a line, reason after “ | ”"))
        for number, kind in enumerate(Kind):
            self.kind.setItemText(number, kind_name(kind))

    def _edited(self) -> None:
        if not self._filling:
            self.edited.emit()
