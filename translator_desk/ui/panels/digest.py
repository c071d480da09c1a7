"""For the translator: questions that wait for an answer, then what others did to the text and why, latest first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from shiboken6 import isValid

from translator_desk.app.changes import Changes
from translator_desk.app.commands.comments import open_threads
from translator_desk.app.record import Record, digest_in
from translator_desk.app.state import ProjectState
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.segment import Segment
from translator_desk.review.history import DigestEntry
from translator_desk.ui.later import later
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import Badge, Card, CardView, Line, Run, plain, to_grid
from translator_desk.ui.panels.history import named, redline_runs, stamp
from translator_desk.ui.panels.panel import Panel, bar_layout, column_layout, empty_label, list_or_words

DELAY_MS = 80
SHOWN = 1_000
"""Entries shown, the latest; the page of the menu has them all."""


def digest_of(
    state: ProjectState, documents: tuple[DocumentId, ...], person: str, record: Record
) -> tuple[DigestEntry, ...]:
    """Return what others did to a person's text in some documents, latest first."""
    found = [entry for key in documents if key in state.order for entry in digest_in(state, record, key, person)]
    return tuple(sorted(found, key=lambda entry: entry.revision.time, reverse=True)[:SHOWN])


class DigestPanel(Panel):
    """One card a question or a step of somebody else; Enter goes to its segment."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._entries: tuple[DigestEntry, ...] = ()
        self._closing = False
        self._scope = QComboBox(self)
        self._scope.activated.connect(self._read)
        self._page = QPushButton(self)
        self._page.clicked.connect(context.actions["record.digest"].trigger)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._list = CardView(context.themes, self)
        self._list.chosen.connect(self._go)
        self._nothing = empty_label(self)
        self._pages = list_or_words(self, self._list, self._nothing)
        bar = bar_layout()
        bar.addWidget(self._scope)
        bar.addStretch(1)
        bar.addWidget(self._count)
        bar.addWidget(self._page)
        column = column_layout(self)
        column.addLayout(bar)
        column.addWidget(self._pages, 1)
        self._later = later(self, DELAY_MS, self._read)
        self.lead_to(self._list)
        context.bridge.changed.connect(self._apply)
        context.focus.document_changed.connect(self._turn)
        context.projects.person_known.connect(self._later.start)
        context.projects.before_close.connect(self._close)
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        kept = max(self._scope.currentIndex(), 0)
        self._scope.clear()
        self._scope.addItems([self.tr("In the document shown"), self.tr("In the whole project")])
        self._scope.setCurrentIndex(kept)
        self._scope.setAccessibleName(self.tr("Which documents"))
        self._list.setAccessibleName(self.tr("What others did to your text"))
        self._page.setText(self.tr("As a web page…"))
        self._show()

    def catch_up(self) -> None:
        """Catch up with what happened while nobody saw it."""
        self._later.start()

    def _apply(self, changes: Changes) -> None:
        # One's own typing is nobody else's deed; who answers a question or undoes a decision has it told anew.
        if changes.comments or changes.structure or any(entry.segment in changes.segments for entry in self._entries):
            self._later.start()

    def _turn(self, _: object) -> None:
        self._later.start()

    def _close(self) -> None:
        self._closing = True
        self._later.stop()

    def _documents(self) -> tuple[DocumentId, ...]:
        shown = self._context.focus.document
        everything = self._scope.currentIndex() == 1 or shown is None
        return tuple(self._context.session.state.document_order) if everything or shown is None else (shown,)

    def _read(self) -> None:
        if self._closing or not self._context.is_open or not self.isVisible():
            return
        session = self._context.session
        work = partial(digest_of, session.state, self._documents(), session.person.name)
        self._context.desk.study(self._context.project, work, self._take, self._context.tell_error)

    def _take(self, entries: tuple[DigestEntry, ...]) -> None:
        # The panel may be gone, with its project, before the answer comes.
        if isValid(self) and not self._closing and self._context.is_open:
            self._entries = entries
            self._show()

    def _show(self) -> None:
        if not self._context.is_open:
            return
        state = self._context.session.state
        questions = [self._question(state, segment) for segment in self._asked(state)]
        deeds = [self._deed(state, entry) for entry in self._entries if entry.segment in state.segments]
        self._list.show_cards([*questions, *deeds])
        self._pages.setCurrentIndex(0 if questions or deeds else 1)
        if self.hasFocus() and (questions or deeds):
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)  # it came while the list was empty
        self._count.setText(self.tr("%n change(s) by others", "", len(deeds)))
        self._nothing.setText(self.tr("Nobody else has changed your text here, and no question waits."))

    def _asked(self, state: ProjectState) -> list[Segment]:
        found = (segment for key in self._documents() for segment in state.document_segments(key))
        return [segment for segment in found if segment.asked_back]

    def _question(self, state: ProjectState, segment: Segment) -> Card:
        head = Line((Run(self.tr("A question waits for your answer"), bold=True),), (_ASKED,))
        said = [Line((Run(f"{one.author}: {one.text}"),)) for one in open_threads(state, segment.id)]
        return Card(("question", segment.id), (head, *said, plain(self._where(state, segment.id))))

    def _deed(self, state: ProjectState, entry: DigestEntry) -> Card:
        step = entry.revision
        kind, note = named(step)
        authors = self._context.review.authors
        head = (
            Run(f"{kind}  ", bold=True),
            Run(f"{authors.initials(step.author)} ", authors.colour(step.author), bold=True),
            Run(f"{step.author} · {stamp(step)} · {self._where(state, entry.segment)}", "muted"),
        )
        lines = [Line(head, small=True), Line(redline_runs(entry.redline))]
        if note:
            lines.append(plain(note, "text"))
        return Card(step.id, tuple(lines))

    def _where(self, state: ProjectState, segment: SegmentId) -> str:
        return f"{state.documents[state.segments[segment].document].title} · {state.position(segment) + 1}"

    def _go(self, key: object) -> None:
        if isinstance(key, tuple):
            wanted: SegmentId | None = key[1]
        else:
            wanted = next((entry.segment for entry in self._entries if entry.revision.id == key), None)
        if wanted in self._context.session.state.segments:
            self._context.focus.go_to(wanted)
            to_grid(self._context)


_ASKED = Badge("state-asked", "state_asked")

PANEL = PanelSpec(
    id="digest",
    title=QT_TRANSLATE_NOOP("Panels", "Done by others"),
    area=Area.BOTTOM,
    build=DigestPanel,
    order=33,
)
