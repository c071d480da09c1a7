"""The history of the current segment: who did what and when; any two steps compared; an older wording put back.

Or of the whole document: what became of it since its import, its hand-over, its last approval, or a day.
"""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from translator_desk.app.changes import Changes, Saving
from translator_desk.app.commands.comments import WITHDRAWN
from translator_desk.app.commands.review import RestoreRevision
from translator_desk.app.record import changes_in
from translator_desk.model.ids import SegmentId
from translator_desk.model.redline import Redline
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.review.history import SegmentChange, Since, compare, compared
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.grid.redline_painter import whole_words
from translator_desk.ui.later import later
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import Card, CardView, Line, Run, plain, to_grid
from translator_desk.ui.panels.panel import Panel, column_layout, empty_label, list_or_words

DELAY_MS = 60
"""Who runs down the grid asks the file nothing."""
KINDS = {
    RevisionKind.IMPORT: QT_TRANSLATE_NOOP("History", "Read from a file"),
    RevisionKind.EDIT: QT_TRANSLATE_NOOP("History", "Edited"),
    RevisionKind.FIX: QT_TRANSLATE_NOOP("History", "Flag mended"),
    RevisionKind.REPLACE: QT_TRANSLATE_NOOP("History", "Replaced"),
    RevisionKind.STATE: QT_TRANSLATE_NOOP("History", "State set"),
    RevisionKind.SPLIT: QT_TRANSLATE_NOOP("History", "Split"),
    RevisionKind.JOIN: QT_TRANSLATE_NOOP("History", "Joined"),
    RevisionKind.SOURCE: QT_TRANSLATE_NOOP("History", "Chinese corrected"),
    RevisionKind.ACCEPT: QT_TRANSLATE_NOOP("History", "Accepted"),
    RevisionKind.REJECT: QT_TRANSLATE_NOOP("History", "Rejected"),
    RevisionKind.AMEND: QT_TRANSLATE_NOOP("History", "Amended"),
    RevisionKind.RESTORE: QT_TRANSLATE_NOOP("History", "Restored"),
    RevisionKind.MERGE: QT_TRANSLATE_NOOP("History", "Merged"),
    RevisionKind.UNDO: QT_TRANSLATE_NOOP("History", "Undone"),
    RevisionKind.WORKFLOW: QT_TRANSLATE_NOOP("History", "Workflow"),
    RevisionKind.COMMENT: QT_TRANSLATE_NOOP("History", "Comment"),
}
_REMARKS = {
    "asked back": QT_TRANSLATE_NOOP("History", "Asked back"),
    "answer": QT_TRANSLATE_NOOP("History", "Answered"),
    WITHDRAWN: QT_TRANSLATE_NOOP("History", "Question withdrawn"),
}
"""What a step about a question is called, by what its note begins with."""
_STEP, _NOW, _MARKED = "step", "now", "marked"
_SINCE = {
    Since.IMPORT: QT_TRANSLATE_NOOP("History", "The document since its import"),
    Since.HAND_OVER: QT_TRANSLATE_NOOP("History", "The document since its hand-over"),
    Since.APPROVAL: QT_TRANSLATE_NOOP("History", "The document since its last approval"),
    Since.DATE: QT_TRANSLATE_NOOP("History", "The document since a day…"),
}


def redline_runs(redline: Redline) -> tuple[Run, ...]:
    """Return a text with its changes as words: struck, new, the same."""
    return tuple(
        Run(
            piece.text,
            "text" if piece.settled else "deleted" if not piece.stands else "inserted",
            ground="" if piece.settled else "deleted_ground" if not piece.stands else "inserted_ground",
            struck=not piece.stands,
            underlined=not piece.agreed,
        )
        for piece in whole_words(redline)
    )


def named(step: Revision) -> tuple[str, str]:
    """Return the name of a step for people, and what its note says beside it."""
    begins, _, rest = step.note.partition(": ")
    if step.kind is RevisionKind.COMMENT and begins in _REMARKS:
        return QCoreApplication.translate("History", _REMARKS[begins]), rest
    name = QCoreApplication.translate("History", KINDS[step.kind])
    return name, _restored_from(step.note) if step.kind is RevisionKind.RESTORE else step.note


def _restored_from(note: str) -> str:
    """Return whose text was restored, with its time as the clock on the wall shows it."""
    author, _, time = note.rpartition(", ")
    try:
        return f"{author}, {dt.datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return note


class HistoryPanel(Panel):
    """One card a step, the latest on top; what is compared is chosen above."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._steps: tuple[Revision, ...] = ()
        self._of: SegmentId | None = None
        self._marked: Revision | None = None
        self._closing = False
        self._since: tuple[SegmentChange, ...] | None = None
        self._day: dt.date | None = None
        self._view = QComboBox(self)
        self._view.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._view.activated.connect(self._chosen_view)
        self._list = CardView(context.themes, self)
        self._list.chosen.connect(self._go)
        self._list.current_changed.connect(lambda _: self._offer())
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._menu)
        self._nothing = empty_label(self)
        self._pages = list_or_words(self, self._list, self._nothing)
        self._mark, self._restore = QPushButton(self), QPushButton(self)
        self._mark.clicked.connect(self._compare_with)
        self._restore.clicked.connect(self._put_back)
        self._later = later(self, DELAY_MS, self._read)
        self._lay_out()
        self.lead_to(self._list)
        context.focus.segment_changed.connect(self._moved)
        context.bridge.changed.connect(self._apply)
        context.projects.before_close.connect(self._close)
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        kept = self._view.currentData()
        self._view.clear()
        self._view.addItem(self.tr("What each step did"), _STEP)
        self._view.addItem(self.tr("From each step to now"), _NOW)
        if self._marked is not None:
            self._view.addItem(self.tr("Against the step of %1").replace("%1", stamp(self._marked)), _MARKED)
        for since, name in _SINCE.items():
            self._view.addItem(QCoreApplication.translate("History", name), since)
        self._view.setCurrentIndex(max(self._view.findData(kept), 0))
        self._view.setAccessibleName(self.tr("What is compared"))
        self._list.setAccessibleName(self.tr("History of the segment"))
        self._mark.setText(self.tr("Compare with this"))
        self._restore.setText(self.tr("Restore"))
        self._show()

    def catch_up(self) -> None:
        """Catch up with what happened while nobody saw it."""
        self._later.start()

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QVBoxLayout()
        for bar in (above, below):
            bar.setContentsMargins(8, 5, 8, 5)
            bar.setSpacing(6)
        above.addWidget(self._view, 1)
        # One below the other: beside each other they are wider than the panel in a small window.
        below.addWidget(self._mark)
        below.addWidget(self._restore)
        column = column_layout(self)
        column.addLayout(above)
        column.addWidget(self._pages, 1)
        column.addLayout(below)

    def _moved(self, _: object) -> None:
        self._later.start()

    def _apply(self, changes: Changes) -> None:
        if changes.saving is Saving.SAVED or (self._of is not None and self._of in changes.segments):
            self._later.start()

    def _close(self) -> None:
        # The last save before the file is let go would have it read once more.
        self._closing = True
        self._later.stop()

    def _read(self) -> None:
        if self._closing or not self._context.is_open or not self.isVisible():
            return
        segment = self._context.focus.segment
        if self._of_document:
            self._read_document()
        if segment != self._of:
            self._of, self._steps, self._marked = segment, (), None
            self.retranslate()
        if segment is not None:
            take = partial(self._take, segment)
            self._context.desk.history(self._context.project, segment, take, self._context.tell_error)

    def _take(self, segment: SegmentId, steps: tuple[Revision, ...]) -> None:
        # The person may have gone on, or closed the project, while the file was read.
        if self._context.is_open and segment == self._of:
            self._steps = steps
            self._show()

    def _show(self) -> None:
        if not self._context.is_open:
            return
        if self._of_document:
            cards = [self._change_card(change) for change in self._since or ()]
            nothing = self.tr("Nothing in the document has changed since.")
        else:
            cards = [self._card(at) for at in range(len(self._steps) - 1, -1, -1)]
            nothing = self.tr("Nothing was done to this segment yet.")
        self._nothing.setText(nothing if self._since is not None or not self._of_document else "")
        self._list.show_cards(cards)
        self._pages.setCurrentIndex(0 if cards else 1)
        self._offer()

    def _card(self, at: int) -> Card:
        step = self._steps[at]
        kind, note = named(step)
        head = (Run(kind, bold=True), Run(f"  {step.author}, {stamp(step)}", "muted"))
        lines = [Line(head, small=True)]
        redline = self._compared(at)
        if redline is not None:
            lines.append(Line(redline_runs(redline)))
        if note:
            lines.append(plain(note))
        return Card(step.id, tuple(lines))

    def _compared(self, at: int) -> Redline | None:
        """Return what a card shows of the text, or None where nothing differs."""
        step, view = self._steps[at], self._view.currentData()
        if view == _MARKED and self._marked is not None:
            redline = compare(self._marked, step)
        elif view == _NOW:
            redline = compared(step.target, self._now(), self._context.session.person.name)
        elif at:
            redline = compare(self._steps[at - 1], step)
        else:
            return Redline.of(step.target)
        return None if all(piece.settled for piece in redline.pieces) else redline

    @property
    def _of_document(self) -> bool:
        """Whether the document is shown, not the segment."""
        return self._view.currentData() in set(Since)

    def _chosen_view(self, _: object) -> None:
        self._since = None
        if self._view.currentData() != Since.DATE:
            self._later.start()
            self._show()
            return
        yesterday = (self._context.desk.clock.now() - dt.timedelta(days=1)).date()
        AskedWords(
            self._context,
            title=self.tr("Changes since a day"),
            about=self.tr("The first day that counts"),
            ok=self.tr("Show"),
            words=(self._day or yesterday).isoformat(),
            take=self._take_day,
        ).open()

    def _take_day(self, words: str) -> None:
        try:
            self._day = dt.date.fromisoformat(words.strip())
        except ValueError:
            self._context.shell.whisper(self.tr("Write the day like 2024-06-30."))
            return
        self._read()

    def _read_document(self) -> None:
        segment = self._context.session.state.segments.get(self._context.focus.segment or SegmentId(-1))
        since = Since(self._view.currentData())  # Qt gives the plain word back
        if segment is None or (since is Since.DATE and self._day is None):
            return
        project, state = self._context.project, self._context.session.state
        work = partial(changes_in, state, document=segment.document, since=since, date=self._day)
        self._context.desk.study(project, work, self._take_since, self._context.tell_error)

    def _take_since(self, changes: tuple[SegmentChange, ...]) -> None:
        if not self._closing and self._context.is_open:
            self._since = changes
            self._show()

    def _change_card(self, change: SegmentChange) -> Card:
        state = self._context.session.state
        number = state.position(change.segment.id) + 1 if change.segment.id in state.segments else 0
        people = ", ".join(dict.fromkeys(one.author for one in change.steps))
        head = (Run(str(number), bold=True), Run(f"  {people}", "muted"))
        return Card(("segment", change.segment.id), (Line(head, small=True), Line(redline_runs(change.redline))))

    def _go(self, key: object) -> None:
        if isinstance(key, tuple) and key[1] in self._context.session.state.segments:
            self._context.focus.go_to(key[1])
        to_grid(self._context)

    def _now(self) -> str:
        found = self._context.session.state.segments.get(self._of) if self._of is not None else None
        return found.target if found is not None else ""

    def _current(self) -> Revision | None:
        return next((one for one in self._steps if one.id == self._list.current), None)

    def _offer(self) -> None:
        step = self._current()
        self._mark.setEnabled(step is not None)
        self._restore.setEnabled(step is not None and self._context.writable and step.target != self._now())

    def _compare_with(self) -> None:
        self._marked = self._current()
        self.retranslate()
        self._view.setCurrentIndex(max(self._view.findData(_MARKED), 0))
        self._show()

    def _put_back(self) -> None:
        step = self._current()
        if step is not None:
            self._context.grid.leave()
            self._context.execute(RestoreRevision(step))

    def _menu(self, spot: QPoint) -> None:
        if self._current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._mark.text()).triggered.connect(self._compare_with)
        restore = menu.addAction(self._restore.text())
        restore.setEnabled(self._restore.isEnabled())
        restore.triggered.connect(self._put_back)
        menu.popup(self._list.viewport().mapToGlobal(spot))


def stamp(step: Revision) -> str:
    """Return when a step was made, in the time of this place."""
    return f"{step.time.astimezone():%Y-%m-%d %H:%M}"


PANEL = PanelSpec(
    id="history",
    title=QT_TRANSLATE_NOOP("Panels", "History"),
    area=Area.RIGHT,
    build=HistoryPanel,
    order=22,
)
