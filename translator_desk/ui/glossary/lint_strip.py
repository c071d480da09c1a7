"""What is wrong with the entry being written, while it is written; Alt+. mends what can be mended with certainty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from translator_desk.glossary.entry import Entry
from translator_desk.glossary.lint_base import Problem
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import label
from translator_desk.ui.icons import pixmap

FIX_KEY = "Alt+."
"""Not Ctrl+.: with that, input methods turn Chinese punctuation on and off."""
_MOST = 2


class LintStrip(QWidget):
    """The first problems of an entry, the one that can be mended first.

    Signals:
        mended(Entry): The person wants the entry as it would be mended.
    """

    mended = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._problems: tuple[Problem, ...] = ()
        self._signs = [QLabel(self) for _ in range(_MOST)]
        self._words = [label("", self) for _ in range(_MOST)]
        self.fix_button = QPushButton(self)
        self.fix_button.clicked.connect(self.fix)
        rows = QVBoxLayout()
        rows.setSpacing(2)
        for sign, words in zip(self._signs, self._words, strict=True):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row = QHBoxLayout()
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            rows.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(rows, 1)
        whole.addWidget(self.fix_button, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()
        self.tell(())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong."""
        return self._problems

    def tell(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong; nothing is shown where nothing is."""
        self._problems = tuple(sorted(problems, key=lambda one: one.fix is None))
        theme = self._context.themes.current
        for number, (sign, words) in enumerate(zip(self._signs, self._words, strict=True)):
            there = number < len(self._problems)
            sign.setVisible(there)
            words.setVisible(there)
            if there:
                problem = self._problems[number]
                colour = theme.colour(problem.level.value).name()
                sign.setPixmap(pixmap(f"level-{problem.level.value}", colour, 16, self.devicePixelRatioF()))
                words.setText(self._context.render(problem.message))
        self.fix_button.setVisible(bool(self._problems) and self._problems[0].fix is not None)
        self.setVisible(bool(self._problems))

    def fix(self) -> None:
        """Mend the first problem."""
        fix: Entry | None = self._problems[0].fix if self._problems else None
        if fix is not None:
            self.mended.emit(fix)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.tell(self._problems)
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self.fix_button.setText(self.tr("Fix"))
        self.fix_button.setToolTip(FIX_KEY)
