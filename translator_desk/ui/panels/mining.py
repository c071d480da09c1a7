"""Entries worth having, found in the project: what reviewers keep changing, names and terms without an entry."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from translator_desk.app.glossary_dismissed import Dismissed, dismissed_path
from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.app.glossary_mining import Find, FindKind, mined
from translator_desk.app.record import Record
from translator_desk.app.snapshot import Snapshot
from translator_desk.glossary.source_index import source_forms
from translator_desk.ui.glossary.proposing import place_of
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import Card, Line, Run, plain
from translator_desk.ui.panels.listing import Listing

_KINDS = {
    FindKind.CHANGED: QT_TRANSLATE_NOOP("Mining", "changed again and again"),
    FindKind.NAME: QT_TRANSLATE_NOOP("Mining", "name"),
    FindKind.TERM: QT_TRANSLATE_NOOP("Mining", "recurring term"),
}
_MOST_RENDERINGS = 4


class MiningPanel(Listing):
    """One card a find; Enter makes an entry of it or shows the one there is, Delete dismisses it for good."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._glossary = context.glossary
        self._asked = 0
        self._working = False
        self._finds: tuple[Find, ...] | None = None
        self._dismissed: tuple[str, ...] = ()
        self._visited: dict[str, int] = {}
        self.which = QComboBox(self)
        self.which.addItem("", True)
        self.which.addItem("", False)
        self.which.currentIndexChanged.connect(self.renew)
        self.look_button, self.entry_button, self.go_button, self.dismiss_button = (self.button() for _ in range(4))
        self.look_button.clicked.connect(self.look)
        self.entry_button.clicked.connect(lambda: self.choose(self.list.current))
        self.go_button.clicked.connect(self._go)
        self.dismiss_button.clicked.connect(lambda: self._dismiss(self.list.current))
        self.add_buttons(self.look_button, self.which)
        self.add_buttons(self.entry_button, self.go_button, self.dismiss_button)
        self.list.deleted.connect(self._dismiss)
        self.list.current_changed.connect(self._describe)
        self._glossary.changed.connect(self.renew_if_seen)
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self.list.setAccessibleName(self.tr("Candidates for entries"))
        self.which.setAccessibleName(self.tr("Which finds"))
        self.which.setItemText(0, self.tr("Found"))
        self.which.setItemText(1, self.tr("Dismissed"))
        self.go_button.setText(self.tr("Go there"))
        self._describe()

    def look(self) -> None:
        """Look through the project and its history, beside the window; again stops it."""
        self._asked += 1
        self._working = not self._working
        if self._working:
            asked, project = self._asked, self.context.project

            def mine(record: Record) -> None:
                if self.context.is_open and self.context.project is project and asked == self._asked:
                    self._mine(asked, record)

            self.context.desk.record(project, mine, self.context.tell_error)
        self.renew()

    def renew(self) -> None:
        """Show what was found and has no entry yet."""
        self._glossary.ask(lambda files: _dismissed(files).keys(), self._know)
        self._show()

    def choose(self, key: object) -> None:
        """Make an entry of a find; one that was dismissed is brought back instead."""
        from translator_desk.ui.dialogs.new_term import NewTerm  # lazily: not needed at the start

        if not self.which.currentData():
            self._bring_back(key)
            return
        find = self._find(key)
        if find is None or not self._glossary.ready:
            return
        if find.entry:
            self._glossary.show_entry(find.entry)
            return
        place = place_of(self.context, find.segments[0])
        times = self.tr("%n segment(s)", "", len(find.segments))
        NewTerm(self.context, find.zh, find.renderings[0][0], f"{place} ({times})", find.instead_of).open()

    def _mine(self, asked: int, record: Record) -> None:
        texts, term_base = Snapshot.of(self.context.session.state), self.context.project.checking.term_base
        self._glossary.think(
            lambda: mined(texts, record.revisions, term_base, stopped=lambda: asked != self._asked),
            lambda finds: self._take(asked, finds),
        )

    def _take(self, asked: int, finds: tuple[Find, ...]) -> None:
        if asked == self._asked:
            self._finds, self._working = finds, False
            self._show()

    def _know(self, dismissed: tuple[str, ...]) -> None:
        if dismissed != self._dismissed:
            self._dismissed = dismissed
            self._show()

    @property
    def finds(self) -> tuple[Find, ...]:
        """What was found, was not dismissed and has no entry by now."""
        entries = self.context.project.checking.term_base.entries
        known = {form for entry in entries for form in source_forms(entry)}
        spelt = {form for entry in entries for form in entry.accepted}
        return tuple(
            one
            for one in self._finds or ()
            if one.key not in self._dismissed
            and (one.renderings[0][0] not in spelt if one.entry or not one.zh else one.zh not in known)
            and all(key in self.context.session.state.segments for key in one.segments[:1])
        )

    def _show(self) -> None:
        finds = self.finds
        if self._working:
            self.tell(self.tr("Looking through the project and its history…"))
        elif self._finds is None:
            self.tell("")
        else:
            self.tell(self.tr("%n find(s) without an entry", "", len(finds)))
        if self.which.currentData():
            asked = self.tr("Look through the project for what reviewers keep changing, and for names and terms.")
            nothing = asked if self._finds is None else self.tr("All that recurs has an entry.")
            self.put([self._card(one) for one in finds], nothing)
        else:
            cards = [
                Card(key, (plain(" – ".join(key.split("\t")[1:]).strip(" –"), "text"),)) for key in self._dismissed
            ]
            self.put(cards, self.tr("Nothing was dismissed."))
        self._describe()

    def _card(self, find: Find) -> Card:
        kind = QCoreApplication.translate("Mining", _KINDS[find.kind])
        head = [Run(find.zh or find.renderings[0][0], bold=True), Run(f"  {kind}", "muted")]
        lines = [Line(tuple(head))]
        if find.instead_of:
            times = self.tr("%n time(s)", "", len(find.segments))
            changed = (
                Run(find.instead_of, "deleted", ground="deleted_ground", struck=True),
                Run(" → "),
                Run(find.renderings[0][0], "inserted", ground="inserted_ground"),
                Run(f"  {times}", "muted"),
            )
            lines.append(Line(changed))
            entry = self.context.project.checking.term_base.entry(find.entry) if find.entry else None
            if entry is not None:
                lines.append(plain(self.tr("The entry says: %1").replace("%1", "; ".join(entry.accepted))))
        else:
            shown = [f"{en} ({count})" for en, count in find.renderings[:_MOST_RENDERINGS]]
            lines.append(Line((Run(" · ".join(shown)),)))
            lines.append(plain(self.tr("%n segment(s)", "", len(find.segments))))
        return Card(find.key, tuple(lines))

    def _find(self, key: object) -> Find | None:
        return next((one for one in self.finds if one.key == key), None)

    def _describe(self, _: object = None) -> None:
        """Name the buttons and say which of them do anything."""
        found = bool(self.which.currentData())
        current = self.list.current is not None
        self.look_button.setText(self.tr("Stop") if self._working else self.tr("Look"))
        self.look_button.setToolTip(self.tr("Look through the project and its history"))
        find = self._find(self.list.current)
        known = find is not None and bool(find.entry)
        self.entry_button.setText(self.tr("Entry…") if known else self.tr("New…"))
        self.dismiss_button.setText(self.tr("Dismiss") if found else self.tr("Bring back"))
        self.entry_button.setEnabled(found and current and self._glossary.ready)
        self.go_button.setEnabled(found and current)
        self.dismiss_button.setEnabled(current and self._glossary.ready)

    def _go(self) -> None:
        """Go to the next place of the find."""
        find = self._find(self.list.current)
        if find is None:
            return
        at = self._visited.get(find.key, -1) + 1
        self._visited[find.key] = at
        segment = find.segments[at % len(find.segments)]
        if segment in self.context.session.state.segments:
            self.context.focus.go_to(segment)

    def _dismiss(self, key: object) -> None:
        if not self.which.currentData():
            self._bring_back(key)
        elif isinstance(key, str) and self._glossary.ready:
            self._glossary.ask(lambda files: _dismissed(files).add(key), lambda _: self.renew())

    def _bring_back(self, key: object) -> None:
        if isinstance(key, str) and self._glossary.ready:
            self._glossary.ask(lambda files: _dismissed(files).remove(key), lambda _: self.renew())


def _dismissed(files: GlossaryFiles) -> Dismissed:
    return Dismissed(dismissed_path(files))


PANEL = PanelSpec(
    id="mining",
    title=QT_TRANSLATE_NOOP("Panels", "Candidates"),
    area=Area.RIGHT,
    build=MiningPanel,
    order=53,
    shown=False,
)
