"""What the lists of the glossary share: a sentence on top, buttons beside it, cards below, places to go to."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from translator_desk.model.ids import SegmentId
from translator_desk.text.span import Span
from translator_desk.ui.dialogs.base import label
from translator_desk.ui.panels.base import PanelContext
from translator_desk.ui.panels.cards import Card, CardView, Line, Run, plain
from translator_desk.ui.panels.panel import Panel, column_layout, empty_label, list_or_words
from translator_desk.ui.panels.run_lines import in_context

_BEFORE, _AFTER = 40, 120
"""Letters around the words of a place."""
_BEGINNING = 160
_CARDS_AT_ONCE = 20


class Listing(Panel):
    """A list of cards that takes its words anew with the language and looks only while somebody sees it.

    Attributes:
        summary: The sentence on top.
        list: The cards.
    """

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self.context = context
        self.summary = label("", self)
        self.summary.hide()
        self.list = CardView(context.themes, self)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # hundreds of cards at once are felt
        self.list.setBatchSize(_CARDS_AT_ONCE)
        self.list.chosen.connect(self.choose)
        self._nothing = empty_label(self)
        self._pages = list_or_words(self, self.list, self._nothing)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(8, 5, 8, 5)
        self._top.setSpacing(5)
        self._top.addWidget(self.summary)
        column = column_layout(self)
        column.addLayout(self._top)
        column.addWidget(self._pages, 1)
        self.lead_to(self.list)

    def add_buttons(self, *widgets: QWidget) -> None:
        """Put widgets in a row below the sentence."""
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self._top.addLayout(row)

    def tell(self, said: str) -> None:
        """Say a sentence on top; nothing takes no room."""
        self.summary.setText(said)
        self.summary.setVisible(bool(said))

    def button(self) -> QPushButton:
        """Return a button that does not take Enter from the list."""
        made = QPushButton(self)
        made.setAutoDefault(False)
        return made

    def put(self, cards: list[Card], nothing: str = "") -> None:
        """Show cards; the sentence where there are none."""
        self.list.show_cards(cards)
        self._nothing.setText(nothing)
        self._pages.setCurrentIndex(0 if cards or not nothing else 1)

    def place(self, key: object, head: Line, segment: SegmentId, span: Span | None, *more: Line) -> Card:
        """Return the card of a place: what it is, where, and its words in their sentence."""
        state = self.context.session.state
        found = state.segments.get(segment)
        if found is None:
            return Card(key, (head, *more))
        where = f"{state.documents[found.document].title} · {state.position(segment) + 1}"
        if span is None or not found.target:
            words = Line((Run(_beginning(found.target or found.source), "muted"),))
        else:
            marked = Run(span.of(found.target), bold=True, ground="bar_warning")
            words = Line(in_context(found.target, span, marked, before=_BEFORE, after=_AFTER))
        return Card(key, (head, words, *more, plain(where)))

    def choose(self, key: object) -> None:
        """Do what Enter does on a card."""

    def renew(self) -> None:
        """Show what is known now; called while the panel can be seen."""

    def renew_if_seen(self) -> None:
        """Show what is known now, unless nobody sees it; then it waits until somebody does."""
        if self.isVisible() and self.context.is_open:
            self.renew()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, in the cards as well."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.renew_if_seen()

    def catch_up(self) -> None:
        """Show what happened while nobody saw it."""
        self.renew_if_seen()


def _beginning(text: str) -> str:
    """Return the beginning of a text, cut between words."""
    return text if len(text) <= _BEGINNING else text[:_BEGINNING].rsplit(" ", 1)[0] + " …"
