"""Where the entry the person looks at stands in the project, where it is broken, and which entries are never met."""

from __future__ import annotations

from translator_desk.app.changes import Changes
from translator_desk.app.glossary_use import EntryUse, Hit, entry_use, forms_of, never_met
from translator_desk.app.snapshot import Snapshot
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.lint_base import Problem
from translator_desk.model.issue import FixPart, Issue
from translator_desk.ui.later import later
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import Badge, Card, Line, Run, plain
from translator_desk.ui.panels.listing import Listing

_PAUSE_MS = 150
"""How long one stays on an entry before it is looked for."""
_MOST = 500


class WhereUsedPanel(Listing):
    """Flags that speak of the entry, then the segments it stands in; or the entries that are never met."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._glossary = context.glossary
        self._asked = 0
        self._use: EntryUse | None = None
        self._of: Entry | None = None
        self._unused: tuple[tuple[Problem, ...], int] | None = None
        self._places: dict[object, Hit | Issue | str] = {}
        self.unused_button = self.button()
        self.unused_button.setCheckable(True)
        self.unused_button.toggled.connect(self._soon)
        self.add_buttons(self.unused_button)
        self._pause = later(self, _PAUSE_MS, self._look)
        self._glossary.current_changed.connect(self._soon)
        self._glossary.changed.connect(self._soon)
        context.bridge.changed.connect(self._apply)
        self.retranslate()

    @property
    def said_of(self) -> str | None:
        """Id of the entry whose places are listed, "" for entries never met, None while they are looked for."""
        if self.unused_button.isChecked():
            return "" if self._unused is not None else None
        return self._of.id if self._of is not None and self._use is not None else None

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self.list.setAccessibleName(self.tr("Where the entry is used"))
        self.unused_button.setText(self.tr("Entries never met"))

    def renew(self) -> None:
        """Show what is known, and look again."""
        self._show()
        self._pause.start()

    def choose(self, key: object) -> None:
        """Go to a place, or show an entry."""
        place = self._places.get(key)
        if isinstance(place, str):
            self._glossary.show_entry(place)
        elif place is not None and place.segment in self.context.session.state.segments:
            if isinstance(place, Hit):
                self.context.focus.go_to(place.segment, place.span)
            else:
                self.context.focus.go_to(place.segment, place.target if place.part is FixPart.TARGET else None)
                self.context.focus.set_issue(place)

    def _soon(self, _: object = None) -> None:
        if self.isVisible() and self.context.is_open:
            self._show()
            self._pause.start()

    def _apply(self, changes: Changes) -> None:
        if changes.segments or changes.structure or (changes.progress is not None and changes.progress.finished):
            self._soon()

    def _entry(self) -> Entry | None:
        return self.context.project.checking.term_base.entry(self._glossary.current)

    def _look(self) -> None:
        """Look through the project, beside the window; a question asked later takes the place of this one."""
        if not self.context.is_open or not self._glossary.loaded:
            return
        self._asked += 1
        asked, checking = self._asked, self.context.project.checking
        term_base, texts, entry = checking.term_base, Snapshot.of(self.context.session.state), self._entry()

        def overtaken() -> bool:
            self._glossary.let_window_go_first()
            return asked != self._asked

        if self.unused_button.isChecked():
            self._glossary.think(
                lambda: never_met(texts, term_base, overtaken),
                lambda found: self._take_unused(asked, found),
            )
        elif entry is None:
            self._use = None
            self._show()
        else:
            issues = tuple(one for one in checking.all_issues() if one.entry == entry.id)

            def look() -> EntryUse | None:
                among = checking.may_hold(*forms_of(term_base, entry))
                return entry_use(texts, term_base, entry, issues, overtaken, among)

            self._glossary.think(look, lambda use: self._take(asked, entry, use))

    def _take(self, asked: int, entry: Entry, use: EntryUse | None) -> None:
        if asked == self._asked and use is not None:
            self._of, self._use = entry, use
            self._show()

    def _take_unused(self, asked: int, found: tuple[tuple[Problem, ...], int]) -> None:
        if asked == self._asked:
            self._unused = found
            self._show()

    def _show(self) -> None:
        self._places = {}
        if self.unused_button.isChecked():
            self._show_unused()
        else:
            self._show_use()

    def _show_use(self) -> None:
        entry, use = self._entry(), self._use
        if entry is not None and (use is None or self._of is None or self._of.id != entry.id):
            self.tell(self.tr("Looking…"))
            self.put([])
            return
        if entry is None or use is None:
            self.tell("")
            self.put([], self.tr("Choose an entry of the glossary to see where it is used."))
            return
        said = [f"{entry.zh[0]} – {entry.plain_en}", self.tr("%n segment(s)", "", len(use.hits))]
        said.append(self.tr("%n flag(s)", "", len(use.issues)))
        if use.last_seen is not None:
            said.append(self.tr("last on %1").replace("%1", use.last_seen.isoformat()))
        self.tell(" · ".join(said))
        cards = [self._issue_card(number, one) for number, one in enumerate(use.issues[:_MOST])]
        cards += [self._hit_card(number, one) for number, one in enumerate(use.hits[: _MOST - len(cards)])]
        self.put(cards, self.tr("This entry is never met in the project."))

    def _issue_card(self, number: int, issue: Issue) -> Card:
        self._places["flag", number] = issue
        level = issue.level.value
        head = Line((Run(self.context.render(issue.message), level),), (Badge(f"level-{level}", level),))
        return self.place(("flag", number), head, issue.segment, issue.target if issue.part is FixPart.TARGET else None)

    def _hit_card(self, number: int, hit: Hit) -> Card:
        self._places["hit", number] = hit
        segment = self.context.session.state.segments.get(hit.segment)
        source = segment.source if segment is not None else ""
        if hit.span is None:
            head = Line((Run(self.tr("no accepted form beside it"), "muted"),))
        else:
            head = Line((Run(source or self.tr("English alone"), "muted"),))
        return self.place(("hit", number), head, hit.segment, hit.span)

    def _show_unused(self) -> None:
        if self._unused is None:
            self.tell(self.tr("Looking…"))
            self.put([])
            return
        own, shipped = self._unused
        said = [self.tr("%n own entries never met", "", len(own)), self.tr("%n shipped ones", "", shipped)]
        self.tell(" · ".join(said))
        cards = []
        for problem in own[:_MOST]:
            self._places[problem.entry] = problem.entry
            cards.append(Card(problem.entry, (plain(self.context.render(problem.message), "text"),)))
        self.put(cards, self.tr("The project needs every entry of its own."))


PANEL = PanelSpec(
    id="where-used",
    title=QT_TRANSLATE_NOOP("Panels", "Where used"),
    area=Area.RIGHT,
    build=WhereUsedPanel,
    order=50,
    shown=False,
)
