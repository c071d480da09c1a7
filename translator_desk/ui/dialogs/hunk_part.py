"""Some words of a change, or what one person did in it, are decided, the rest waits; and what that would bring."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QDialogButtonBox, QListView, QListWidget, QListWidgetItem

from translator_desk.app.commands.review import DecideHunk
from translator_desk.app.review_queue import Change
from translator_desk.errors import DeskError
from translator_desk.model.redline import Outcome
from translator_desk.review.grouping import Hunk
from translator_desk.review.parts import Part, parts_of, together
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.theme import dye

_LINES = 4


class HunkPart(DeskDialog):
    """The words of a change in a row: Shift and the arrows choose, A accepts and R rejects those chosen.

    Where several people took part in it, all that one of them did can be chosen instead.
    """

    def __init__(self, context: DeskContext, change: Change, hunk: Hunk) -> None:
        super().__init__(context)
        self._change = change
        self._hunk = hunk
        self._parts = parts_of(hunk)
        self.entitle(self.tr("Decide a part of this change"), self.tr("Accept (A)"))
        self._reject = self.buttons.addButton(self.tr("Reject (R)"), QDialogButtonBox.ButtonRole.ActionRole)
        self._reject.clicked.connect(lambda: self._decide(Outcome.REJECT))
        self._whose = QComboBox(self)
        self._whose.addItem(self.tr("The words chosen below"), "")
        for name in sorted(hunk.authors):
            self._whose.addItem(self.tr("All that %1 did").replace("%1", name), name)
        self._whose.activated.connect(self._turn)
        if len(hunk.authors) > 1:
            self.row(self.form(), self.tr("&Decide:"), self._whose)
        else:
            self._whose.hide()
        self.column.addWidget(
            label(
                self.tr("Choose words with Shift and the arrows, or Ctrl and the mouse. What is not chosen waits."),
                self,
            )
        )
        self._words = QListWidget(self)
        self._words.setAccessibleName(self.tr("Words of the change"))
        self._words.setFlow(QListView.Flow.LeftToRight)
        self._words.setWrapping(True)
        self._words.setResizeMode(QListView.ResizeMode.Adjust)
        self._words.setSpacing(3)
        self._words.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._words.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        for part in self._parts:
            self._words.addItem(self._item(part))
        self.column.addWidget(self._words, 1)
        self._outlook = label("", self)
        self.column.addWidget(self._outlook)
        for one in (self._words, self._whose):
            one.installEventFilter(self)
        self._words.itemSelectionChanged.connect(self._look)
        self._words.setCurrentRow(0)
        self._words.setFocus()
        self.resize(560, 230)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A accepts, R rejects."""
        if (
            watched in (self._words, self._whose)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            outcome = {Qt.Key.Key_A: Outcome.ACCEPT, Qt.Key.Key_R: Outcome.REJECT}.get(Qt.Key(event.key()))
            if outcome is not None and not event.modifiers():
                self._decide(outcome)
                return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        """Accept what is chosen."""
        self._decide(Outcome.ACCEPT)

    def _item(self, part: Part) -> QListWidgetItem:
        theme = self.context.themes.current
        words = f"{part.old} → {part.new}" if part.old and part.new else part.old or part.new
        item = QListWidgetItem(words or "".join(piece.text for piece in self._hunk.pieces if not piece.settled))
        font = item.font()
        font.setStrikeOut(not part.new)
        font.setUnderline(not part.old)
        item.setFont(font)
        item.setForeground(theme.colour("inserted" if part.new else "deleted"))
        return item

    def _turn(self) -> None:
        """Choose by words or by person."""
        self._words.setEnabled(not self._whose.currentData())
        self._look()

    def _chosen(self) -> Part | str | None:
        """Return the words chosen, or the person all of whose doing is; None where nothing is chosen."""
        if name := str(self._whose.currentData()):
            return name
        rows = sorted(index.row() for index in self._words.selectedIndexes())
        return together(self._parts[row] for row in rows) if rows else None

    def _look(self) -> None:
        """Say what rejecting would bring; accepting leaves the text as it stands."""
        chosen = self._chosen()
        brought = self.context.review.queue.rejecting_brings(self._change, chosen) if chosen is not None else ()
        said = "\n".join(self.context.render(issue.message) for issue in brought)
        self._outlook.setText(self.tr("Rejecting brings: %1").replace("%1", said) if said else "")
        dye(self._outlook, letters=self.context.themes.current.colour("warning"))

    def _decide(self, outcome: Outcome) -> None:
        chosen = self._chosen()
        if chosen is None:
            self.complain(self.tr("Choose words first."))
            return
        wish = DecideHunk(self._change.segment, self._hunk, outcome)
        wish = replace(wish, author=chosen) if isinstance(chosen, str) else replace(wish, part=chosen)
        try:
            self.context.session.execute(wish, self.context.actions)
        except DeskError as error:
            self.refuse(error)
            return
        super().accept()
