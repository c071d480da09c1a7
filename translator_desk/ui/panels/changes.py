"""The queue of a review: every change that waits, filtered by person, kind and level, decided by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QSplitter

from translator_desk.app.commands.comments import open_threads
from translator_desk.app.review_queue import Change, QueueFilter
from translator_desk.model.ids import DocumentId
from translator_desk.model.severity import Level
from translator_desk.review.grouping import Hunk, words_of
from translator_desk.review.kinds import ChangeKind
from translator_desk.ui.later import later
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import Badge, Card, CardView, Line, Run, plain, to_grid
from translator_desk.ui.panels.change_details import ChangeDetails
from translator_desk.ui.panels.panel import Panel, bar_layout, column_layout, empty_label, list_or_words

SHOWN = 200
"""Cards built at once, around the current change; a card at either end leads to those beyond."""
DELAY_MS = 40
SPACE = "␣"
"""Stands for a space that is all of a change, or nobody would see it."""
KINDS = {
    ChangeKind.TERM: QT_TRANSLATE_NOOP("Kinds", "Term"),
    ChangeKind.NAME: QT_TRANSLATE_NOOP("Kinds", "Name"),
    ChangeKind.NUMBER: QT_TRANSLATE_NOOP("Kinds", "Figure"),
    ChangeKind.WORDING: QT_TRANSLATE_NOOP("Kinds", "Wording"),
    ChangeKind.PUNCTUATION: QT_TRANSLATE_NOOP("Kinds", "Punctuation"),
}
_LEVELS = {
    Level.ERROR: QT_TRANSLATE_NOOP("Kinds", "On errors"),
    Level.WARNING: QT_TRANSLATE_NOOP("Kinds", "On warnings"),
    Level.INFO: QT_TRANSLATE_NOOP("Kinds", "On hints"),
}
_AROUND_WORDS = 20
"""Pixels of a button beside its words."""
_WIDEST_NAME = 160
"""Pixels of the box of authors."""
_EARLIER, _LATER = (-1, 0), (-1, 1)
"""Keys of the cards that lead to changes beyond those shown."""
_DEEDS = ("review.accept", "review.reject", "review.amend")


def hunk_runs(hunk: Hunk) -> tuple[Run, ...]:
    """Return a change as words: struck, new."""
    runs = tuple(
        Run(
            piece.text if piece.text.strip() else piece.text.replace(" ", SPACE),
            "text" if piece.settled else "deleted" if not piece.stands else "inserted",
            ground="" if piece.settled else "deleted_ground" if not piece.stands else "inserted_ground",
            struck=not piece.stands,
            underlined=not piece.agreed,
        )
        for piece in words_of(hunk)
    )
    # On a card, with nothing around them, old words and new ones would run into one.
    parted: list[Run] = []
    for run in runs:
        if parted and parted[-1].struck and run.underlined:
            parted.append(Run(" "))
        parted.append(run)
    return tuple(parted)


class ChangesPanel(Panel):
    """One card a change; Enter goes there, A and R decide it."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._review = context.review
        self._authors, self._kinds, self._levels = (QComboBox(self) for _ in range(3))
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._list = CardView(context.themes, self)
        self._nothing = empty_label(self)
        self._pages = list_or_words(self, self._list, self._nothing)
        self._details = ChangeDetails(context, self)
        self._deeds = {action: QPushButton(self) for action in _DEEDS}
        self._bar = bar_layout(4)
        self._later = later(self, DELAY_MS, self._show)
        self._changes: dict[tuple[int, int], Change] = {}
        self._cards: dict[tuple[int, int], tuple[Change, str, Card]] = {}
        self._beyond: frozenset[tuple[int, int]] = frozenset()
        self._lay_out()
        self.lead_to(self._list)
        self._list.chosen.connect(self._go)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._menu)
        for action, button in self._deeds.items():
            button.clicked.connect(context.actions[action].trigger)
        for box in (self._authors, self._kinds, self._levels):
            box.activated.connect(self._narrow)
        self._review.changed.connect(self._later.start)
        self._review.current_changed.connect(self._follow)
        context.focus.document_changed.connect(self._turn_to)
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self._cards.clear()
        for box, names, every, spoken in (
            (self._kinds, KINDS, self.tr("All kinds"), self.tr("Kind of change")),
            (self._levels, _LEVELS, self.tr("All levels"), self.tr("Level of the flags concerned")),
        ):
            kept = box.currentIndex()
            box.clear()
            box.addItem(every, None)
            for value, name in names.items():
                box.addItem(QCoreApplication.translate("Kinds", name), value)
            box.setCurrentIndex(max(kept, 0))
            box.setAccessibleName(spoken)
        self._authors.setAccessibleName(self.tr("Whose changes"))
        self._list.setAccessibleName(self.tr("Changes"))
        self._show()
        self._name_deeds()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the keys on the buttons where there is room for them."""
        super().resizeEvent(event)
        self._name_deeds()

    def _name_deeds(self) -> None:
        words = (self.tr("Accept (A)"), self.tr("Reject (R)"), self.tr("Amend… (E)"))
        named = dict(zip(self._deeds.values(), words, strict=True))
        for button, full in named.items():
            button.setText(full)
            button.setToolTip(full)
            button.setMaximumWidth(button.sizeHint().width())
        self._bar.invalidate()  # Qt would take it anew only when it lays out again
        if self._bar.sizeHint().width() <= self.width():
            return
        for button, full in named.items():
            without_key = full.partition(" (")[0]
            button.setText(without_key)
            button.setMaximumWidth(button.fontMetrics().horizontalAdvance(without_key) + _AROUND_WORDS)

    def catch_up(self) -> None:
        """Show what happened while nobody saw it."""
        self._show()

    def _lay_out(self) -> None:
        bar = self._bar
        self._authors.setMaximumWidth(_WIDEST_NAME)
        for box in (self._authors, self._kinds, self._levels):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            bar.addWidget(box)
        bar.addStretch(1)
        bar.addWidget(self._count)
        for button in self._deeds.values():
            bar.addWidget(button)
        column = column_layout(self)
        column.addLayout(bar)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setHandleWidth(1)
        both.setChildrenCollapsible(False)
        both.addWidget(self._pages)
        both.addWidget(self._details)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        column.addWidget(both, 1)

    def _narrow(self, _: object = None) -> None:
        author = self._authors.currentData() or ""
        wanted = QueueFilter(
            self._context.focus.document, author, self._kinds.currentData(), self._levels.currentData()
        )
        self._review.narrow(wanted)

    def _turn_to(self, document: DocumentId | None) -> None:
        if self._context.is_open:
            self._review.narrow(replace(self._review.wanted, document=document))

    def _show(self) -> None:
        if not self._context.is_open or not self.isVisible():
            return
        everything = self._review.queue.changes(replace(self._review.wanted, author="", kind=None, level=None))
        self._show_authors(everything)
        self._kinds.setCurrentIndex([None, *KINDS].index(self._review.wanted.kind))
        self._levels.setCurrentIndex([None, *_LEVELS].index(self._review.wanted.level))
        found = self._review.changes()
        self._show_cards(found)
        self._pages.setCurrentIndex(0 if found else 1)
        self._nothing.setText(
            self.tr("No change waits for a decision.") if not everything else self.tr("No change passes the filter.")
        )
        self._count.setText(self.tr("%n change(s)", "", len(found)))
        self._name_deeds()
        if any(not one.told for one in found):
            self._review.ask_checks()
        self._follow()

    def _show_cards(self, found: tuple[Change, ...]) -> None:
        """Show the changes around the current one, and at either end how many lie beyond."""
        current = self._review.current
        place = _key(current) if current is not None else None
        at = next((number for number, one in enumerate(found) if _key(one) == place), 0)
        first = max(0, min(at - SHOWN // 2, len(found) - SHOWN))
        shown = found[first : first + SHOWN]
        beyond = len(found) - first - len(shown)
        self._changes = {_key(one): one for one in shown}
        self._beyond = frozenset(map(_key, (*found[:first], *found[first + SHOWN :])))
        kept, self._cards = self._cards, {}
        cards = [self._card_of(one, kept.get(_key(one))) for one in shown]
        if first:
            self._changes[_EARLIER] = found[first - 1]
            cards.insert(0, Card(_EARLIER, (plain(self.tr("%n change(s) before these: Enter shows them", "", first)),)))
        if beyond:
            self._changes[_LATER] = found[first + SHOWN]
            cards.append(Card(_LATER, (plain(self.tr("%n change(s) after these: Enter shows them", "", beyond)),)))
        self._list.show_cards(cards)

    def _show_authors(self, changes: tuple[Change, ...]) -> None:
        wanted = self._review.wanted.author
        # Who has nothing left to decide stays in the list while the filter asks for it.
        names = sorted({name for one in changes for name in one.authors} | ({wanted} if wanted else set()))
        self._authors.clear()
        self._authors.addItem(self.tr("Everybody"), "")
        for name in names:
            self._authors.addItem(f"{self._review.authors.initials(name)}  {name}", name)
            ink = self._context.themes.current.colour(self._review.authors.colour(name))
            self._authors.setItemData(self._authors.count() - 1, ink, Qt.ItemDataRole.ForegroundRole)
        self._authors.setCurrentIndex(max(self._authors.findData(wanted), 0))

    def _card_of(self, change: Change, kept: tuple[Change, str, Card] | None) -> Card:
        """Return the card of a change: the one it had while nothing about it is new."""
        state = self._context.session.state
        place = f"{state.documents[change.document].title} · {state.position(change.segment) + 1}"
        same = kept is not None and kept[0] is change and kept[1] == place and change.hunk is not None
        card = kept[2] if kept is not None and same else self._card(change, place)
        self._cards[_key(change)] = change, place, card
        return card

    def _card(self, change: Change, place: str) -> Card:
        state = self._context.session.state
        key = _key(change)
        if change.hunk is None:
            sign = (Badge("state-asked", "state_asked"),)
            asked = Line((Run(self.tr("A question waits for an answer"), bold=True),), sign)
            said = [plain(f"{one.author}: {one.text}", "text") for one in open_threads(state, change.segment)]
            return Card(key, (asked, *said, plain(place)))
        kind = QCoreApplication.translate("Kinds", KINDS[change.verdict.kind])
        badges: tuple[Badge, ...] = ()
        if change.verdict.brought:
            level = max((one.level for one in change.verdict.brought), key=lambda one: one.rank)
            badges = (Badge(f"level-{level.value}", level.value, self.tr("new flag")),)
        elif change.verdict.fixed:
            badges = (Badge("confirm", "state_reviewed", self.tr("mends a flag")),)
        lines = [Line(hunk_runs(change.hunk), badges)]
        people = self._people(change.authors)
        lines.append(Line((Run(f"{kind} · ", "muted"), *people, Run(f" · {place}", "muted")), small=True))
        return Card(key, tuple(lines))

    def _people(self, names: frozenset[str]) -> tuple[Run, ...]:
        """Return people as the legend of the grid's colours: their letters, then their names."""
        authors, runs = self._review.authors, []
        for name in sorted(names):
            runs += [Run(f"{authors.initials(name)} ", authors.colour(name), bold=True), Run(f"{name}  ", "muted")]
        return (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())) if runs else ()

    def _follow(self) -> None:
        if not self.isVisible():
            return
        current = self._review.current
        for button in self._deeds.values():
            button.setEnabled(current is not None and current.hunk is not None and self._context.writable)
        if current is not None and _key(current) in self._changes:
            self._list.set_current(_key(current))
        elif current is not None and _key(current) in self._beyond:
            self._later.start()
        elif not self._list.hasFocus():
            # No card stands for the segment gone to; who runs down the list keeps the place.
            self._list.set_current(None)

    def _go(self, key: object) -> None:
        change = self._changes.get(key)  # type: ignore[call-overload]
        if change is not None:
            self._review.go_to(change)
            if key in (_EARLIER, _LATER):
                self._show()
            else:
                to_grid(self._context)

    def _menu(self, spot: QPoint) -> None:
        change = self._changes.get(self._list.current)  # type: ignore[call-overload]
        if change is None or self._list.current in (_EARLIER, _LATER):
            return
        self._review.go_to(change)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in (*_DEEDS, "review.reject-why", "review.alike", "review.ask-back", "comment.add"):
            menu.addAction(self._context.actions[action])
        menu.popup(self._list.viewport().mapToGlobal(spot))


def _key(change: Change) -> tuple[int, int]:
    return int(change.segment), change.number


PANEL = PanelSpec(
    id="changes",
    title=QT_TRANSLATE_NOOP("Panels", "Changes"),
    area=Area.BOTTOM,
    build=ChangesPanel,
    order=32,
)
