"""Which checks run in the open project, and how loud each of them is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from translator_desk.app.state import Options
from translator_desk.checks.base import CheckOptions
from translator_desk.checks.options import OFF, PROFILES, levels_in_force
from translator_desk.checks.registry import all_checks
from translator_desk.model.ids import CheckId
from translator_desk.model.severity import Level
from translator_desk.text.scripts import simplify
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import label
from translator_desk.ui.noop import QT_TRANSLATE_NOOP

_PROFILES = {
    "standard": QT_TRANSLATE_NOOP("Profiles", "Standard"),
    "strict": QT_TRANSLATE_NOOP("Profiles", "Strict: checks that are often wrong as well"),
    "names-and-figures": QT_TRANSLATE_NOOP("Profiles", "Names and figures only"),
}
_LEVELS = {
    Level.ERROR.value: QT_TRANSLATE_NOOP("Levels", "error"),
    Level.WARNING.value: QT_TRANSLATE_NOOP("Levels", "warning"),
    Level.INFO.value: QT_TRANSLATE_NOOP("Levels", "hint"),
    OFF: QT_TRANSLATE_NOOP("Levels", "off"),
}
_USUAL = ""


class CheckLevels(QWidget):
    """A page of the preferences; ``options`` gives what was chosen."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._checks = all_checks()
        self._before = context.session.state.options
        self._profile = QComboBox(self)
        for profile in sorted(PROFILES, key=list(_PROFILES).index):
            self._profile.addItem(QCoreApplication.translate("Profiles", _PROFILES[profile]), profile)
        self._profile.setCurrentIndex(max(self._profile.findData(self._before.profile), 0))
        self._profile.setAccessibleName(self.tr("Profile"))
        self._words = QLineEdit(self)
        self._words.setClearButtonEnabled(True)
        self._words.setPlaceholderText(self.tr("Find a check"))
        self._words.setAccessibleName(self.tr("Find a check"))
        self._table = QTableWidget(len(self._checks), 2, self)
        self._why = label("", self, muted=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._why.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self._choices: dict[CheckId, QComboBox] = {}
        self._fill()
        form = QFormLayout()
        heading = QLabel(self.tr("&Profile"), self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setBuddy(self._profile)
        form.addRow(heading, self._profile)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._words)
        column.addWidget(self._table, 1)
        column.addWidget(self._why)
        self._profile.currentIndexChanged.connect(self._tell_usual)
        self._words.textChanged.connect(self._filter)
        self._table.currentCellChanged.connect(lambda row, *_: self._explain(row))
        self._tell_usual()
        self._table.setCurrentCell(0, 0)

    def options(self) -> Options:
        """Return the project's options as they were chosen; name decisions and term bases are as they were."""
        levels = {check: str(box.currentData()) for check, box in self._choices.items() if box.currentData() != _USUAL}
        # What was set for a check that this desk does not know is kept for the desk that does.
        known = {check.id for check in self._checks}
        unknown = {check: level for check, level in self._before.levels.items() if check not in known}
        return Options(
            str(self._profile.currentData()),
            {**unknown, **levels},
            self._before.name_decisions,
            self._before.term_bases,
        )

    def _fill(self) -> None:
        table = self._table
        table.setHorizontalHeaderLabels([self.tr("Check"), self.tr("Level")])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setAccessibleName(self.tr("Checks"))
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, self.fontMetrics().averageCharWidth() * 26)
        for row, check in enumerate(self._checks):
            name = self._context.language.render(check.title)
            table.setItem(row, 0, QTableWidgetItem(name))
            box = QComboBox(table)
            box.addItem("", _USUAL)
            for level, said in _LEVELS.items():
                box.addItem(QCoreApplication.translate("Levels", said), level)
            box.setCurrentIndex(max(box.findData(str(self._before.levels.get(check.id, _USUAL))), 0))
            box.setAccessibleName(name)
            table.setCellWidget(row, 1, box)
            table.setRowHeight(row, box.sizeHint().height() + 2)
            self._choices[check.id] = box

    def _tell_usual(self) -> None:
        """Say what each check does where the project says nothing: that depends on the profile."""
        usual: Mapping[CheckId, Level | None] = levels_in_force(
            self._checks, CheckOptions(profile=str(self._profile.currentData()))
        )
        for check, box in self._choices.items():
            level = usual[check]
            name = QCoreApplication.translate("Levels", _LEVELS[level.value if level is not None else OFF])
            box.setItemText(0, self.tr("as usual: %1").replace("%1", name))

    def _filter(self, text: str) -> None:
        wanted = simplify(text.strip().casefold())
        for row, check in enumerate(self._checks):
            words = simplify(f"{self._context.language.render(check.title)}\n{check.id}".casefold())
            self._table.setRowHidden(row, wanted not in words)

    def _explain(self, row: int) -> None:
        if 0 <= row < len(self._checks):
            self._why.setText(self._context.language.render(self._checks[row].explanation))
