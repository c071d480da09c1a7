"""Beside the queue: what there is to know of the segment before deciding: questions, flags mended, brought, ignored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from translator_desk.app.changes import Changes
from translator_desk.app.commands.comments import open_threads
from translator_desk.app.review_findings import ignored_in, mended_since, texts_at_hand_over
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.segment import Segment
from translator_desk.model.workflow import Handling, Stage
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import label
from translator_desk.ui.later import later
from translator_desk.ui.panels.cards import Badge, Card, CardView, Line, Run, plain
from translator_desk.ui.translated import Translated

DELAY_MS = 60
"""Who runs through the queue asks nothing."""
READ_MS = 700
"""The history is read once the queue has been open for a moment: both at once would hold up the queue."""


class ChangeDetails(Translated, QStackedWidget):
    """One card a thing to know; follows the current segment."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        # What each document said at its hand-over, read once for each hand-over.
        self._handed: dict[DocumentId, tuple[Handling, Mapping[SegmentId, str]]] = {}
        self._asked: set[tuple[DocumentId, Handling]] = set()
        self._list = CardView(context.themes, self)
        self._nothing: QLabel = label("", self, muted=True)
        self._nothing.setContentsMargins(8, 8, 8, 8)
        self.addWidget(self._list)
        self.addWidget(self._nothing)
        self._later = later(self, DELAY_MS, self._show)
        self._wanted: Document | None = None
        self._reading = later(self, READ_MS, self._read)
        self._closing = False
        context.review.current_changed.connect(self._later.start)
        context.review.changed.connect(self._later.start)
        context.bridge.changed.connect(self._apply)
        context.projects.before_close.connect(self._close)
        self.retranslate()

    @property
    def cards(self) -> tuple[Card, ...]:
        """What is shown."""
        return self._list.rows.cards if self.currentWidget() is self._list else ()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self._list.setAccessibleName(self.tr("About the segment"))
        self._nothing.setText(self.tr("No flag of this segment was ignored or mended since the hand-over."))
        self._show()

    def _apply(self, changes: Changes) -> None:
        if changes.waivers or changes.comments:
            self._later.start()

    def _close(self) -> None:
        self._closing = True
        self._later.stop()
        self._reading.stop()

    def _show(self) -> None:
        if self._closing or not self._context.is_open:
            return
        here = self._context.focus.segment
        segment = self._context.session.state.segments.get(here) if here is not None else None
        cards = self._cards(segment) if segment is not None else []
        self._list.show_cards(cards)
        self.setCurrentWidget(self._list if cards else self._nothing)

    def _cards(self, segment: Segment) -> list[Card]:
        checking = self._context.project.checking
        cards = self._questions(segment)
        change = self._context.review.current
        if change is not None and change.hunk is not None:
            for head, found in (
                (self.tr("This change mends"), change.verdict.fixed),
                (self.tr("This change brings"), change.verdict.brought),
                (self.tr("Before and after this change"), change.verdict.standing),
            ):
                cards += self._flags(head, found)
        waived = checking.waived(segment.id)
        for issue, waiver in ignored_in(waived, self._context.session.state.waivers):
            who = f"{waiver.author}, {waiver.time.astimezone():%Y-%m-%d %H:%M}"
            if waiver.seen_by:
                who += self.tr(", seen by %1").replace("%1", waiver.seen_by)
            lines = self._lines(self.tr("Ignored"), issue)
            cards.append(
                Card(("ignored", issue.fingerprint), (*lines, Line((Run(waiver.reason),), small=True), plain(who)))
            )
        before = self._text_at_hand_over(segment)
        if before is not None:
            now = (*checking.issues(segment.id), *waived)
            head = self.tr("Mended since the hand-over")
            told = {card.key for card in cards}
            cards += [
                card
                for card in self._flags(head, mended_since(segment, before, now, checking.try_out))
                if card.key not in told
            ]
        return cards

    def _questions(self, segment: Segment) -> list[Card]:
        if not segment.asked_back:
            return []
        return [
            Card(
                ("question", one.id),
                (
                    Line((Run(self.tr("%1 asks").replace("%1", one.author), bold=True),), (_SIGN,), small=True),
                    Line((Run(one.text),)),
                ),
            )
            for one in open_threads(self._context.session.state, segment.id)
        ]

    def _flags(self, head: str, issues: Iterable[Issue]) -> list[Card]:
        return [Card(("flag", issue.fingerprint), self._lines(head, issue)) for issue in issues]

    def _lines(self, head: str, issue: Issue) -> tuple[Line, ...]:
        sign = Badge(f"level-{issue.level.value}", issue.level.value)
        return Line((Run(head, "muted"),), (sign,), small=True), Line((Run(self._context.render(issue.message)),))

    # What was said at the hand-over

    def _text_at_hand_over(self, segment: Segment) -> str | None:
        """Return what the segment said when it was handed over; None while that is being read, or never was."""
        document = self._context.session.state.documents[segment.document]
        if document.handling.stage is Stage.TRANSLATION or document.handling.handed_time is None:
            return None
        handling, texts = self._handed.get(document.id, (None, {}))
        if handling is None or handling.handed_time != document.handling.handed_time:
            self._wanted = document
            if not self._reading.isActive():
                self._reading.start()
            return None
        return texts.get(segment.id)

    def _read(self) -> None:
        document = self._wanted
        if document is None or self._closing or not self._context.is_open:
            return
        asked = (document.id, document.handling)
        if asked in self._asked:
            return
        self._asked.add(asked)
        work = partial(texts_at_hand_over, self._context.session.state, document=document.id)
        take = partial(self._take, document)
        self._context.desk.study(self._context.project, work, take, self._context.tell_error)

    def _take(self, document: Document, texts: Mapping[SegmentId, str]) -> None:
        if self._closing or not self._context.is_open:
            return
        self._handed[document.id] = (document.handling, texts)
        self._show()


_SIGN = Badge("state-asked", "state_asked")
