"""One entry as a form with every field of the format: what is typed stays until it is saved or given up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from translator_desk.app.glossary_drafts import Fields, Row
from translator_desk.glossary.entry import Kind
from translator_desk.model.severity import Level
from translator_desk.ui.glossary.fields import PRESENT
from translator_desk.ui.glossary.names import kind_name, level_name
from translator_desk.ui.glossary.rows import RowColumn, RowsEditor
from translator_desk.ui.palette import plain_name
from translator_desk.ui.translated import Translated

Offers = Callable[[Kind], Sequence[tuple[str, str]]]
"""Ids of a kind, each with what it names."""
Value = str | bool | list[Row]
_LEVELS = (Level.WARNING.value, Level.ERROR.value, Level.INFO.value)
_TWO_COLUMNS = 78
"""Average letters from which the fields stand in two columns."""
_LEVEL_COLUMN = 2
_HAN = 1.2
"""How much higher a line of Han is than one of Latin letters."""


class Lines(QPlainTextEdit):
    """A text of several lines, as high as its lines, up to a few; Tab leaves it."""

    def __init__(self, parent: QWidget, most: int = 6) -> None:
        super().__init__(parent)
        self._most = most
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().blockCountChanged.connect(self.updateGeometry)
        self.document().setDocumentMargin(3)

    def text(self) -> str:
        """Return the lines."""
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        """Return a size for the lines there are."""
        lines = min(max(self.document().blockCount(), 1), self._most)
        return QSize(120, round(lines * self.fontMetrics().lineSpacing() * _HAN) + 10 + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(60, self.sizeHint().height())


class EntryForm(Translated, QWidget):
    """The fields of an entry, in two columns where there is room.

    Args:
        offers: Ids that an office may name, by kind.
        parent: The widget it stands in.

    Signals:
        edited(): The person changed a field.
    """

    edited = Signal()

    def __init__(self, offers: Offers, parent: QWidget) -> None:
        super().__init__(parent)
        self._filling = False
        self._names: dict[str, QLabel] = {}
        self._filled: dict[str, tuple[Value, Value]] = {}
        self.zh, self.short, self.not_inside, self.note = (Lines(self) for _ in range(4))
        self.en, self.source, self.entry_id = (QLineEdit(self) for _ in range(3))
        self.kind = QComboBox(self)
        self.required, self.word, self.single_holder, self.verified = (QCheckBox(self) for _ in range(4))
        until = RowColumn(10)
        self.also = RowsEditor((RowColumn(), until), self)
        self.avoid = RowsEditor(
            (RowColumn(), RowColumn(), RowColumn(8, choices=_LEVELS), *(RowColumn(6, flag=True),) * 4, until), self
        )
        self.offices = RowsEditor(
            (
                RowColumn(offers=lambda: offers(Kind.TITLE)),
                RowColumn(offers=lambda: offers(Kind.PLACE)),
                until,
                RowColumn(10, offers=lambda: ((PRESENT, ""),)),
                RowColumn(12),
                RowColumn(),
            ),
            self,
        )
        self.below_offices = QVBoxLayout()
        self._fields: dict[str, QLineEdit | Lines | QComboBox | QCheckBox | RowsEditor] = {
            "id": self.entry_id, "kind": self.kind, "zh": self.zh, "not_inside": self.not_inside, "en": self.en,
            "required": self.required, "also": self.also, "short": self.short, "avoid": self.avoid, "word": self.word,
            "offices": self.offices, "single_holder": self.single_holder, "note": self.note, "source": self.source,
            "verified": self.verified,
        }  # fmt: skip
        for kind in Kind:
            self.kind.addItem("", kind.value)
        self._put_together()
        self._wire()
        self.retranslate()

    def _put_together(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._wide: bool | None = None
        heads_part, rows_part, tails_part = (QWidget(self) for _ in range(3))
        self._parts = heads_part, rows_part, tails_part
        left, right, below = (QVBoxLayout(one) for one in self._parts)
        boxes = QHBoxLayout()
        boxes.setSpacing(12)
        for box in (self.required, self.word, self.single_holder, self.verified):
            boxes.addWidget(box)
        boxes.addStretch(1)
        heads = QGridLayout()
        heads.setHorizontalSpacing(10)
        for row, (key, widget) in enumerate((("zh", self.zh), ("en", self.en), ("kind", self.kind))):
            heads.addWidget(self._label(key, widget), row, 0, Qt.AlignmentFlag.AlignTop)
            heads.addWidget(widget, row, 1)
        heads.setColumnStretch(1, 1)
        left.addLayout(heads)
        left.addLayout(boxes)
        for key, widget in (("short", self.short), ("not_inside", self.not_inside), ("note", self.note)):
            below.addWidget(self._label(key, widget))
            below.addWidget(widget)
        tails = QGridLayout()
        tails.setHorizontalSpacing(10)
        for row, (key, line) in enumerate((("source", self.source), ("id", self.entry_id))):
            tails.addWidget(self._label(key, line), row, 0)
            tails.addWidget(line, row, 1)
        below.addLayout(tails)
        for key, rows in (("avoid", self.avoid), ("also", self.also), ("offices", self.offices)):
            right.addWidget(self._label(key, rows))
            right.addWidget(rows)
        right.addLayout(self.below_offices)
        for column in (left, right, below):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
        right.addStretch(1)
        self.suit_width(0)
        order = (self.zh, self.en, self.kind, self.required, self.word, self.single_holder, self.verified, self.avoid,
                 self.also, self.offices, self.short, self.not_inside, self.note, self.source, self.entry_id)  # fmt: skip
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _label(self, key: str, field: QWidget) -> QLabel:
        name = QLabel(self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setBuddy(field)
        self._names[key] = name
        return name

    def _wire(self) -> None:
        for field in self._fields.values():
            if isinstance(field, Lines):
                field.textChanged.connect(self._edited)
            elif isinstance(field, QLineEdit):
                field.textEdited.connect(self._edited)
            elif isinstance(field, QCheckBox):
                field.clicked.connect(self._edited)
            elif isinstance(field, RowsEditor):
                field.edited.connect(self._edited)
        self.kind.activated.connect(self._kind_chosen)

    @property
    def fields(self) -> Fields:
        """What stands in the fields."""
        return {key: self._said(key) for key in self._fields}

    def fill(self, fields: Fields) -> None:
        """Write into the fields; those that say so already keep their caret."""
        self._filling = True
        for key, field in self._fields.items():
            value = fields[key]
            if self._said(key) == value:
                continue
            if isinstance(field, QCheckBox):
                field.setChecked(bool(value))
            elif isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(value))
            elif isinstance(field, RowsEditor):
                field.fill(value if isinstance(value, list) else [])
            elif isinstance(field, QLineEdit):
                field.setText(str(value))
                field.setCursorPosition(0)
            else:
                field.setPlainText(str(value))
            self._filled[key] = value, _value(field)
        self._filling = False
        self._suit_kind()

    def allow(self, writable: bool) -> None:
        """Let the person change the fields, or only read them."""
        for field in self._fields.values():
            if isinstance(field, RowsEditor):
                field.allow(writable)
            elif isinstance(field, (QComboBox, QCheckBox)):
                field.setEnabled(writable)
            else:
                field.setReadOnly(not writable)

    def suit_width(self, width: int) -> None:
        """Set the fields in two columns where the place they stand in has room."""
        wide = width >= self.fontMetrics().averageCharWidth() * _TWO_COLUMNS
        if wide is self._wide:
            return
        self._wide = wide
        heads, rows, tails = self._parts
        for part in self._parts:
            self._grid.removeWidget(part)
        self._grid.addWidget(heads, 0, 0)
        self._grid.addWidget(rows, *((0, 1, 3, 1) if wide else (1, 0)))
        self._grid.addWidget(tails, 1 if wide else 2, 0)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if wide or not column else 0)
        self._grid.setRowStretch(2, 1 if wide else 0)

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        names = {
            "zh": self.tr("Chinese"),
            "en": self.tr("English"),
            "kind": self.tr("Kind"),
            "short": self.tr("Short forms, right after a full one"),
            "not_inside": self.tr("Not inside these strings"),
            "note": self.tr("Note"),
            "source": self.tr("Source"),
            "id": self.tr("Id"),
            "avoid": self.tr("To avoid"),
            "also": self.tr("Also right"),
            "offices": self.tr("Offices"),
        }
        for key, name in names.items():
            self._names[key].setText(name)
            self._fields[key].setAccessibleName(plain_name(name))
        for lines in (self.zh, self.short, self.not_inside):
            lines.setPlaceholderText(self.tr("one a line"))
        self.zh.setToolTip(self.tr("One form a line; the first is the usual one."))
        self.required.setText(self.tr("Asked for"))
        self.required.setToolTip(self.tr("A translation that lacks this term is flagged."))
        self.word.setText(self.tr("Ordinary word too"))
        self.word.setToolTip(self.tr("Asked for only with a title, a list of surnames or a place suffix beside it."))
        self.single_holder.setText(self.tr("One holder at a time"))
        self.verified.setText(self.tr("Verified"))
        self.verified.setToolTip(self.tr("What an entry says that is not verified is never above info."))
        until = self.tr("Until")
        until_hint = self.tr("Right until then: 2018, 2018-02 or 2018-02-11")
        self.also.entitle((self.tr("Form"), until), ("", until_hint), {})
        levels = {(_LEVEL_COLUMN, one): level_name(Level(one)) for one in _LEVELS}
        self.avoid.entitle(
            (
                self.tr("Form"), self.tr("Reason"), self.tr("Level"), self.tr("solo"), self.tr("zh"), self.tr("Aa"),
                self.tr("“ ”"), until,
            ),
            (
                "", "", "", self.tr("Wrong only where it is not part of a longer form that is right"),
                self.tr("Wrong only where the Chinese term stands in the segment"), self.tr("Wrong only in these capitals"),
                self.tr("Allowed inside quotation marks and titles of documents"), until_hint,
            ),
            levels,
        )  # fmt: skip
        dates = self.tr("2018, 2018-02 or 2018-02-11")
        self.offices.entitle(
            (
                self.tr("Post"), self.tr("Place"), self.tr("From"), self.tr("To"), self.tr("Seen"), self.tr("Source"),
            ),
            (
                self.tr("Id of a title, or words"), self.tr("Id of a place, or words"), dates,
                self.tr("A date, or “present”"), self.tr("Dates of reports, divided by commas"), "",
            ),
            {},
        )  # fmt: skip
        for number, kind in enumerate(Kind):
            self.kind.setItemText(number, kind_name(kind))
        rows_hint = self.tr("Enter or F2 edits, the empty row adds, Ctrl+Delete takes a row out")
        for rows in (self.also, self.avoid, self.offices):
            rows.setAccessibleDescription(rows_hint)

    def _kind_chosen(self) -> None:
        """What is asked for by default follows the kind."""
        self.required.setChecked(Kind(self.kind.currentData()).required_by_default)
        self._suit_kind()
        self._edited()

    def _suit_kind(self) -> None:
        """Show what a kind has, and what is filled in all the same."""
        kind = Kind(self.kind.currentData())
        self.word.setVisible(kind in (Kind.PERSON, Kind.PLACE) or self.word.isChecked())
        self.single_holder.setVisible(kind is Kind.TITLE or self.single_holder.isChecked())
        for widget in (self._names["offices"], self.offices):
            widget.setVisible(kind is Kind.PERSON or bool(self.offices.rows))

    def _said(self, key: str) -> Value:
        """Return what a field says: what it was filled with while nobody touched it, signs it cannot show included."""
        shown = _value(self._fields[key])
        value, then = self._filled.get(key, (shown, shown))
        return value if shown == then else shown

    def _edited(self) -> None:
        if not self._filling:
            self.edited.emit()


def _value(field: QLineEdit | Lines | QComboBox | QCheckBox | RowsEditor) -> Value:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QComboBox):
        return str(field.currentData())
    if isinstance(field, RowsEditor):
        return field.rows
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
