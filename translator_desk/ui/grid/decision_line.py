"""Under the segment: which flags a decision would bring, before it is confirmed by the same key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QTableView

from translator_desk.model.ids import SegmentId
from translator_desk.model.redline import Outcome
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import label
from translator_desk.ui.icons import pixmap
from translator_desk.ui.perspectives.registry import perspective_named
from translator_desk.ui.theme import dye

_KEYS = {Outcome.ACCEPT: ("A", "review.accept"), Outcome.REJECT: ("R", "review.reject")}


class DecisionLine(QFrame):
    """Lies over the rows below the segment, so that no row jumps; Esc puts it away."""

    def __init__(
        self, view: QTableView, row_of: Callable[[SegmentId | None], int | None], context: DeskContext
    ) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._row_of = row_of
        self._context = context
        self._sign = QLabel(self)
        self._words = label("", self)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.hide()
        view.verticalScrollBar().valueChanged.connect(self.place)
        context.focus.decision_changed.connect(self._show)
        context.themes.changed.connect(self._show)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def watch(self, widget: QObject) -> None:
        """Take Esc from a widget while the line is in sight."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc takes the decision back."""
        if (
            self.isVisible()
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._context.focus.set_decision(None)
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def place(self, _: object = None) -> None:
        """Stand right under the segment, or at the lower edge where there is no room."""
        asked = self._context.focus.decision
        row = self._row_of(asked.segment) if asked is not None else None
        if row is None:
            self.hide()
            return
        room = self._view.viewport()
        cell = self._view.visualRect(self._view.model().index(row, 0))
        height = self.heightForWidth(room.width())
        self.setGeometry(0, min(cell.bottom() + 1, room.height() - height), room.width(), height)

    def _show(self) -> None:
        asked = self._context.focus.decision
        if asked is None:
            self.hide()
            return
        worst = asked.brought[0]
        theme = self._context.themes.current
        self._sign.setPixmap(
            pixmap(f"level-{worst.level.value}", theme.colour(worst.level.value).name(), 16, self.devicePixelRatioF())
        )
        accept = asked.outcome is Outcome.ACCEPT
        said = self.tr("Accepting brings: %1") if accept else self.tr("Rejecting brings: %1")
        flags = "\n".join(self._context.render(issue.message) for issue in asked.brought)
        again = (
            self.tr("%1 again accepts the change, Esc leaves it.")
            if accept
            else self.tr("%1 again rejects the change, Esc leaves it.")
        )
        self._words.setText(f"{said.replace('%1', flags)}\n{again.replace('%1', self._key(asked.outcome))}")
        dye(self, ground=theme.colour("bar_error" if worst.level.value == "error" else "bar_warning"))
        self.show()
        self.raise_()
        self.place()
        self._context.announce(self._words.text())

    def _key(self, outcome: Outcome) -> str:
        letter, action = _KEYS[outcome]
        if perspective_named(self._context.perspective).letters and not self._context.grid.editing:
            return letter
        keys = self._context.actions[action].shortcut()
        return keys.toString(QKeySequence.SequenceFormat.NativeText)
