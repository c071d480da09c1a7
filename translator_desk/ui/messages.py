"""The language of the window, switched while it is open, and sentences of the floors below rendered in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from translator_desk.resources import resource_path
from translator_desk.wording import Message, Wording


class Language(QObject):
    """The language in force; widgets hear of a change through ``QEvent.LanguageChange``, others through ``changed``.

    Signals:
        changed(): Another language is in force.

    Attributes:
        code: "en" or "zh".
        locale: How dates and numbers are written.
    """

    changed = Signal()

    def __init__(self, application: QApplication, wish: str = "system") -> None:
        super().__init__(application)
        self.code = "en"
        self.locale = QLocale(QLocale.Language.English)
        self._application = application
        self._translators: list[QTranslator] = []
        self._words: list[bytes] = []
        self.apply(wish)

    def apply(self, wish: str) -> None:
        """Put "en", "zh" or what the system speaks ("system") in force."""
        if wish not in ("en", "zh"):
            wish = "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"
        self.code = wish
        name = "zh_CN" if wish == "zh" else "en"
        self.locale = QLocale("zh_CN" if wish == "zh" else "en_GB")
        QLocale.setDefault(self.locale)
        self.release()
        # English has plurals to be told, and no more.
        self._install(resource_path("i18n") / f"translator_desk_{name}.qm")
        # Qt's own dialogs and standard buttons speak as well.
        self._install(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{name}.qm")
        self.changed.emit()

    def release(self) -> None:
        """Speak English again, as Qt does by itself."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []

    def render(self, message: Message | Wording) -> str:
        """Return a sentence of the floors below in this language."""
        return message.render(self.code) if isinstance(message, Message) else message.of(self.code)

    def number(self, value: int) -> str:
        """Return a count as this language writes it, its digits in groups: 100,000.

        Counts in plural sentences come out alike: the translations name them ``%Ln``.
        """
        return str(self.locale.toString(value))

    def _install(self, file: Path) -> None:
        """Put a translation in force, where there is one.

        It is read into memory: Qt maps a file it loads itself, and an update of the program that writes the file
        anew would end the running one with a bus error.
        """
        if not file.is_file():
            return
        words = file.read_bytes()
        translator = QTranslator(self)
        if translator.load(words):
            self._words.append(words)  # Qt does not copy them
            self._application.installTranslator(translator)
            self._translators.append(translator)
