"""The bar on top: what is wrong or should be known, with one thing to do about it. Never a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from translator_desk.model.severity import Level
from translator_desk.ui.context import Said
from translator_desk.ui.icons import icon, pixmap
from translator_desk.ui.messages import Language
from translator_desk.ui.theme import Themes, dye

MOST = 3
Act = tuple[Said, Callable[[], None]]


class _Line(QFrame):
    """One sentence of the bar."""

    def __init__(self, said: Said, action: Act | None, level: Level, bar: ErrorBar) -> None:
        super().__init__(bar)
        self.said, self.level, self._action, self._bar = said, level, action, bar
        self._sign = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.clicked.connect(lambda: bar.remove(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        self._button: QPushButton | None = None
        if action is not None:
            self._button = QPushButton(self)
            self._button.clicked.connect(self._act)
            row.addWidget(self._button)
        row.addWidget(self._close)
        self.setAutoFillBackground(True)

    def show_in(self, language: Language, themes: Themes) -> None:
        """Take words and colours anew."""
        theme = themes.current
        self._words.setText(self.said.render(language.code))
        self._words.setAccessibleName(self._words.text())
        if self._button is not None and self._action is not None:
            self._button.setText(self._action[0].render(language.code))
        closing = QCoreApplication.translate("ErrorBar", "Close this message")
        self._close.setToolTip(closing)
        self._close.setAccessibleName(closing)
        self._close.setIcon(icon("close", theme.colour("muted")))
        colour = theme.colour(self.level.value if self.level is not Level.INFO else "accent").name()
        self._sign.setPixmap(pixmap(f"level-{self.level.value}", colour, 16, self.devicePixelRatioF()))
        dye(self, ground=theme.colour(f"bar_{self.level.value}"))

    def _act(self) -> None:
        self._bar.remove(self)
        if self._action is not None:
            self._action[1]()


class ErrorBar(QWidget):
    """Sentences, the newest on top; not shown while there are none."""

    def __init__(self, language: Language, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._themes = themes
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._lines: list[_Line] = []
        themes.changed.connect(self._refresh)
        self.hide()

    @property
    def sentences(self) -> list[str]:
        """What is said, newest first."""
        return [line.said.render(self._language.code) for line in self._lines]

    def tell(self, said: Said, action: Act | None = None, level: Level = Level.INFO) -> None:
        """Show a sentence; one that stands there already is not repeated."""
        self.retract(said)
        line = _Line(said, action, level, self)
        line.show_in(self._language, self._themes)
        self._lines.insert(0, line)
        self._column.insertWidget(0, line)
        for old in self._lines[MOST:]:
            self.remove(old)
        self.show()

    def retract(self, said: Said) -> None:
        """Take back a sentence that is no longer true."""
        words = said.render("en")
        for line in [one for one in self._lines if one.said.render("en") == words]:
            self.remove(line)

    def remove(self, line: _Line) -> None:
        """Take a sentence away."""
        if line in self._lines:
            self._lines.remove(line)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.setVisible(bool(self._lines))

    def clear(self) -> None:
        """Take all sentences away."""
        for line in tuple(self._lines):
            self.remove(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the newest sentence."""
        if event.key() == Qt.Key.Key_Escape and self._lines:
            self.remove(self._lines[0])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)

    def _refresh(self) -> None:
        for line in self._lines:
            line.show_in(self._language, self._themes)
