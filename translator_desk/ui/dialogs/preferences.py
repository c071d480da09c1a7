"""The person's settings, and what the open project decided about its checks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QTabWidget, QVBoxLayout, QWidget

from translator_desk.app.commands.options import SetOptions
from translator_desk.errors import DeskError
from translator_desk.ui.commands.view import choose_language, choose_theme
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.dialogs.check_levels import CheckLevels
from translator_desk.ui.dialogs.own_words import OwnWords
from translator_desk.ui.noop import QT_TRANSLATE_NOOP

_CHOICES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "language": (
        QT_TRANSLATE_NOOP("Preferences", "&Language"),
        # A language is named in itself, so that whoever lands in the wrong one finds the way back.
        {"system": QT_TRANSLATE_NOOP("Preferences", "As the system"), "en": "English", "zh": "简体中文"},
    ),
    "theme": (
        QT_TRANSLATE_NOOP("Preferences", "&Colours"),
        {
            "system": QT_TRANSLATE_NOOP("Preferences", "As the system"),
            "light": QT_TRANSLATE_NOOP("Preferences", "Light"),
            "dark": QT_TRANSLATE_NOOP("Preferences", "Dark"),
        },
    ),
    "next_rule": (
        QT_TRANSLATE_NOOP("Preferences", "Confirming goes &to"),
        {
            "unconfirmed": QT_TRANSLATE_NOOP("Preferences", "the next unconfirmed segment"),
            "flagged": QT_TRANSLATE_NOOP("Preferences", "the next segment with a flag"),
            "next": QT_TRANSLATE_NOOP("Preferences", "the next segment"),
        },
    ),
}
"""Settings chosen from a list: the setting's name, what it is called, and its values with their names."""


class Preferences(DeskDialog):
    """Pages of settings; OK keeps them all."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.entitle(self.tr("Preferences"), self.tr("Keep"))
        self._boxes: dict[str, QComboBox] = {}
        self._shipped = QCheckBox(self.tr("&Shipped term bases count as well"), self)
        self._levels: CheckLevels | None = None
        pages = QTabWidget(self)
        pages.addTab(self._general(), self.tr("General"))
        if context.is_open:
            self._levels = CheckLevels(context, self)
            self._levels.setEnabled(context.writable)
            pages.addTab(self._levels, self.tr("Checks of this project"))
        self._words = OwnWords(context, self)
        pages.addTab(self._words, self.tr("Dictionary"))
        self.column.addWidget(pages, 1)
        self.resize(600, 520)

    def accept(self) -> None:
        """Put everything that differs in force."""
        settings = self.context.desk.settings
        chosen = {name: str(box.currentData()) for name, box in self._boxes.items()}
        try:
            self._words.keep()
            self.context.desk.change_settings(next_rule=chosen["next_rule"], shipped_terms=self._shipped.isChecked())
        except DeskError as error:
            self.refuse(error)
            return
        if self._levels is not None and self.context.writable:
            options = self._levels.options()
            if options != self.context.session.state.options:
                self.context.execute(SetOptions(options))
        super().accept()
        # Last: both repaint the whole window, this dialog included.
        if chosen["theme"] != settings.theme:
            choose_theme(self.context, chosen["theme"])
        if chosen["language"] != settings.language:
            choose_language(self.context, chosen["language"])

    def _general(self) -> QWidget:
        page = QWidget(self)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        settings = self.context.desk.settings
        for name, (title, values) in _CHOICES.items():
            box = self._boxes[name] = QComboBox(page)
            for value, said in values.items():
                box.addItem(QCoreApplication.translate("Preferences", said), value)
            box.setCurrentIndex(max(box.findData(getattr(settings, name)), 0))
            self.row(form, QCoreApplication.translate("Preferences", title), box)
        self._shipped.setChecked(settings.shipped_terms)
        column = QVBoxLayout(page)
        column.addLayout(form)
        column.addWidget(self._shipped)
        said = self.tr("Term bases are read when a project is opened.")
        column.addWidget(label(said, page, muted=True))
        column.addStretch(1)
        return page
