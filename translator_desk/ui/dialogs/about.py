"""What the program is, its version and what it runs on."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import QSysInfo
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QHBoxLayout, QLabel

from translator_desk import __version__
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, fixed_line, label
from translator_desk.ui.icons import pixmap

_EDGE = 56


class About(DeskDialog):
    """A few lines, and a button that copies them for a report."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, answers=False)
        self.entitle(self.tr("About Translator Desk"))
        sign = QLabel(self)
        sign.setPixmap(pixmap("translator-desk", "#000000", _EDGE, self.devicePixelRatioF()))
        name = label(f"Translator Desk {__version__}", self)
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setBold(True)
        name.setFont(font)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(sign)
        top.addWidget(name, 1)
        self.column.addLayout(top)
        self.column.addWidget(
            label(self.tr("A desk for reviewing Chinese-English translations of government and news text."), self)
        )
        self.column.addWidget(label(self.tr("Free software under the GNU General Public License 3 or later."), self))
        form = self.form()
        self._facts = {
            "Python": platform.python_version(),
            "Qt for Python": PySide6.__version__,
            self.tr("System"): f"{QSysInfo.prettyProductName()} ({QSysInfo.currentCpuArchitecture()})",
            self.tr("Settings"): str(context.desk.paths.settings_file),
            self.tr("House term base"): str(context.desk.paths.house_glossary),
        }
        for what, fact in self._facts.items():
            self.row(form, what, fixed_line(fact, self))
        copy = self.buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        self.setMinimumWidth(540)

    def _copy(self) -> None:
        facts = (f"{what}: {fact}" for what, fact in self._facts.items())
        QApplication.clipboard().setText("\n".join((f"Translator Desk {__version__}", *facts)))
