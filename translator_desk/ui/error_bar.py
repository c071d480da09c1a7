"""The bar on top: what is wrong or should be known, with one thing to do about it. Never a dialog.

A few sentences are in sight at once; older ones wait behind them until one is closed, and none is thrown away.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from translator_desk.model.severity import Level
from translator_desk.ui.icons import icon, pixmap
from translator_desk.ui.messages import Language
from translator_desk.ui.surroundings import Said
from translator_desk.ui.theme import Themes, dye

MOST = 3
"""Sentences in sight at once: more would leave too little of the grid."""
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

    def take_keyboard(self) -> None:
        """Put the keyboard on what can be done about it, else on closing it."""
        (self._button or self._close).setFocus(Qt.FocusReason.TabFocusReason)

    def _act(self) -> None:
        self._bar.remove(self)
        if self._action is not None:
            self._action[1]()


class ErrorBar(QWidget):
    """Sentences, the newest on top; not shown while there are none.

    Signals:
        emptied(): The keyboard was here and the last sentence is closed.
    """

    emptied = Signal()

    def __init__(self, language: Language, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._themes = themes
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._lines: list[_Line] = []
        self._waiting = QFrame(self)
        self._waiting.setAutoFillBackground(True)
        self._count = QLabel(self._waiting)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._close_all = QPushButton(self._waiting)
        self._close_all.clicked.connect(self.clear)
        row = QHBoxLayout(self._waiting)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self._count, 1)
        row.addWidget(self._close_all)
        self._column.addWidget(self._waiting)
        themes.changed.connect(self._refresh)
        self._refresh()

    @property
    def sentences(self) -> list[str]:
        """What is said, newest first; what waits behind it included."""
        return [line.said.render(self._language.code) for line in self._lines]

    def tell(self, said: Said, action: Act | None = None, level: Level = Level.INFO) -> None:
        """Show a sentence on top; one that stands there already is not repeated."""
        self.retract(said)
        line = _Line(said, action, level, self)
        line.show_in(self._language, self._themes)
        self._lines.insert(0, line)
        self._column.insertWidget(0, line)
        self._share_room()

    def take_keyboard(self) -> None:
        """Put the keyboard on the newest sentence."""
        if self._lines:
            self._lines[0].take_keyboard()

    def retract(self, said: Said) -> None:
        """Take back a sentence that is no longer true."""
        words = said.render("en")
        for line in [one for one in self._lines if one.said.render("en") == words]:
            self.remove(line)

    def remove(self, line: _Line) -> None:
        """Take a sentence away."""
        if line not in self._lines:
            return
        had_keyboard = self.isAncestorOf(self.window().focusWidget() or self.window())
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._share_room()
        if had_keyboard:
            self.take_keyboard()
            if not self._lines:
                self.emptied.emit()

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
        self._close_all.setText(self.tr("Close all"))
        dye(self._waiting, ground=self._themes.current.colour("alternate"))
        dye(self._count, letters=self._themes.current.colour("muted"))
        self._share_room()

    def _share_room(self) -> None:
        """Show the newest sentences and say how many wait behind them."""
        for number, line in enumerate(self._lines):
            line.setVisible(number < MOST)
        said = self.tr("%1 of %2 messages are in sight; closing one shows the next.")
        said = said.replace("%1", self._language.number(MOST))
        self._count.setText(said.replace("%2", self._language.number(len(self._lines))))
        self._waiting.setVisible(len(self._lines) > MOST)
        self.setVisible(bool(self._lines))
