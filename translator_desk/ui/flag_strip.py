"""Under the grid: the flag being dealt with, in one sentence, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from translator_desk.app.changes import Changes
from translator_desk.model.issue import Issue
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import label
from translator_desk.ui.fix_words import offer
from translator_desk.ui.icons import pixmap
from translator_desk.ui.mnemonics import plain_name
from translator_desk.ui.theme import dye

DEEDS = ("issue.fix", "issue.fix-everywhere", "issue.accept-variant", "issue.ignore-here")
"""Commands offered, by id; those that are not there are left out."""
ROUND_WORDS = 56
"""Width of what stands beside the words: sign and margins."""
FIRST = ("issue.fix", "issue.ignore-here")
"""Deeds whose buttons are shown before the others."""
LONGEST, SHORTEST = 28, 8
"""Letters of a fix that its button shows: as many as there is room for between these."""
WORDS_WIDTH = 300
"""So much room is kept for what is said."""


class FlagStrip(QFrame):
    """Stands under the grid all the time: coming and going it would make the rows jump."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._sign = QLabel(self)
        self._words = label("", self)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 5, 8, 5)
        self._row.setSpacing(8)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words, 1)
        self._buttons: list[tuple[str, QPushButton]] = []
        self._message = ""
        self.setMinimumWidth(WORDS_WIDTH)
        self.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 10)
        self.setAutoFillBackground(True)
        context.focus.issue_changed.connect(self.refresh)
        context.bridge.changed.connect(self._apply)
        context.themes.changed.connect(self._recolour)
        self._recolour()

    def wire(self) -> None:
        """Make a button for each deed there is; commands exist only once the window is put together."""
        known = {spec.id for spec, _ in self._context.actions}
        for action_id in DEEDS:
            if action_id in known:
                button = QPushButton(self)
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                button.clicked.connect(self._context.actions[action_id].trigger)
                self._row.addWidget(button)
                self._buttons.append((action_id, button))
        self.refresh()

    def refresh(self, _: object = None) -> None:
        """Show the current flag, or how to come to the next."""
        issue = self._context.focus.issue
        theme = self._context.themes.current
        self._sign.setVisible(issue is not None)
        dye(self._words, letters=theme.colour("text" if issue is not None else "muted"))
        if issue is None:
            self._message = self.tr("No flag at the caret. F8 goes to the next one.")
            self._words.setAccessibleName(self._message)
            self._words.setText(self._message)
            for _, button in self._buttons:
                button.hide()
            return
        self._sign.setPixmap(
            pixmap(f"level-{issue.level.value}", theme.colour(issue.level.value).name(), 16, self.devicePixelRatioF())
        )
        self._message = self._context.render(issue.message)
        self._words.setAccessibleName(self._message)
        for action_id, button in self._buttons:
            self._caption(action_id, button, LONGEST)
        self._show_what_fits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave buttons out where there is no room; the menu of the flag has them all."""
        super().resizeEvent(event)
        self._show_what_fits()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _caption(self, action_id: str, button: QPushButton, letters: int) -> None:
        """Name a deed and its keys; a fix by at most ``letters`` of what it writes."""
        action, issue = self._context.actions[action_id], self._context.focus.issue
        name = plain_name(action.text())
        if action_id == "issue.fix" and issue is not None and issue.fixes:
            name = offer(issue.fixes[0].replacement, letters)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setText(f"{name}  {keys}".replace("&", "&&"))

    def _shorten_fix(self, room: int) -> None:
        """Show so much of a fix that the deeds asked for most stand beside it."""
        first = [(name, button) for name, button in self._buttons if name in FIRST]
        for name, button in first:
            if name == "issue.fix":
                for letters in range(LONGEST, SHORTEST - 1, -4):
                    self._caption(name, button, letters)
                    if sum(one.sizeHint().width() + self._row.spacing() for _, one in first) <= room:
                        return

    def _show_what_fits(self) -> None:
        issue = self._context.focus.issue
        if issue is None:
            return
        room = self.width() - WORDS_WIDTH
        if issue.fixes:
            self._shorten_fix(room)
        # To mend and to ignore are asked for most: the others go first where room is short.
        for action_id, button in sorted(self._buttons, key=lambda one: one[0] not in FIRST):
            wanted = self._context.writable and (
                action_id not in ("issue.fix", "issue.fix-everywhere") or bool(issue.fixes)
            )
            needed = button.sizeHint().width() + self._row.spacing()
            fits = wanted and needed <= room
            button.setVisible(fits)
            room -= needed if fits else 0
        # Two lines at most, so that the strip keeps its height; the panel of the flags has the whole sentence.
        letters = self._words.fontMetrics()
        self._words.setText(
            letters.elidedText(
                self._message, Qt.TextElideMode.ElideRight, round(1.8 * (room + WORDS_WIDTH - ROUND_WORDS))
            )
        )

    def _recolour(self) -> None:
        theme = self._context.themes.current
        dye(self, ground=theme.colour("alternate"))
        self.refresh()

    def _apply(self, changes: Changes) -> None:
        """Let go of a flag that is no longer found; keep one whose words only moved."""
        issue = self._context.focus.issue
        if issue is None or issue.segment not in changes.issues:
            return
        open_now = self._context.project.checking.issues(issue.segment)
        if issue not in open_now:
            self._context.focus.set_issue(_same(issue, open_now))


def _same(issue: Issue, issues: tuple[Issue, ...]) -> Issue | None:
    """Return the flag that says the same now, else another one about the same words, or None."""
    for one in issues:
        if one.fingerprint == issue.fingerprint and one.check == issue.check:
            return one
    words = issue.target
    return next((one for one in issues if words and one.target and one.target.overlaps(words)), None)
