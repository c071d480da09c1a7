"""A new preferred form is offered for all texts as soon as it is in force."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from translator_desk.app.commands.edit import Replacement
from translator_desk.app.glossary_apply import former_entries, former_forms, new_form_everywhere
from translator_desk.app.snapshot import Snapshot
from translator_desk.glossary.entry import Entry
from translator_desk.ui.glossary.place_search import PlaceSearch
from translator_desk.wording import Message, say

if TYPE_CHECKING:
    from translator_desk.ui.glossary.lanes import Lanes
    from translator_desk.ui.surroundings import Surroundings


class Offers(QObject):
    """Looks for old preferred forms in the texts; where some stand, the bar on top offers the new one.

    Signals:
        places_wanted(Entry, PlaceSearch): The person wants to see where an old form of an entry stands.
    """

    places_wanted = Signal(object, object)

    def __init__(self, context: Surroundings, glossary: Lanes) -> None:
        super().__init__(context)
        self._context = context
        self._glossary = glossary
        self._told: dict[str, Message] = {}
        glossary.preferred_changed.connect(self._changed)

    def open_for(self, entry: Entry) -> None:
        """Show where any former preferred form of an entry stands; a short word says that there is none."""
        self._glossary.ask(lambda files: former_entries(files, entry), partial(self._search, entry))

    def _search(self, now: Entry, former: tuple[Entry, ...]) -> None:
        """Look for the places; the first of them are shown while the others are looked for."""
        search = PlaceSearch(self)

        def open_at_first() -> None:
            if search.places:
                search.grown.disconnect(open_at_first)
                self._take_back(now)
                self.places_wanted.emit(now, search)

        def over(places: tuple[Replacement, ...]) -> None:
            search.end()
            if not places and not search.given_up:
                self._take_back(now)
                said = QCoreApplication.translate("Glossary", "No former preferred form of %1 stands in the texts.")
                self._context.shell.whisper(said.replace("%1", now.zh[0]))

        search.grown.connect(open_at_first)
        found = search.collector(self._glossary.now_and_then)
        self._look(former, now, over, lambda: search.given_up, found)

    def _changed(self, before: Entry, now: Entry) -> None:
        self._look((before,), now, partial(self._offer, now))

    def _look(
        self,
        former: tuple[Entry, ...],
        now: Entry,
        done: Callable[[tuple[Replacement, ...]], None],
        given_up: Callable[[], bool] = lambda: False,
        found: Callable[[Replacement], None] = lambda _: None,
    ) -> None:
        if not self._context.is_open:
            return
        terms, checking = self._glossary.term_base, self._context.project.checking
        texts = Snapshot.of(self._context.session.state)

        def look() -> tuple[Replacement, ...]:
            among = checking.may_hold((), (form for _, form in former_forms(terms, former)))
            return new_form_everywhere(terms, former, now, texts.rows(among), stopped, found)

        def stopped() -> bool:
            self._glossary.let_window_go_first()
            return given_up()

        self._glossary.think(look, done)

    def _offer(self, now: Entry, places: tuple[Replacement, ...]) -> None:
        shell = self._context.shell
        self._take_back(now)
        if not places or not self._context.writable:
            return
        said = say(
            "“{zh}” is now “{en}”; the form before stands in {count} places.",
            "“{zh}”现译“{en}”；原译法尚有 {count} 处。",
            zh=now.zh[0],
            en=now.plain_en,
            count=len(places),
        )
        self._told[now.id] = said
        shell.tell(said, (say("Replace there…", "查看并替换…"), partial(self.open_for, now)))

    def _take_back(self, now: Entry) -> None:
        if (old := self._told.pop(now.id, None)) is not None:
            self._context.shell.retract(old)
