"""The office register: who held which post when, by post and by person, with gaps and overlaps in sight."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from translator_desk.glossary.entry import Kind
from translator_desk.glossary.office_timeline import Term, Timeline, by_post, of_person
from translator_desk.glossary.term_base import TermBase
from translator_desk.ui.charts.office_timeline import OfficeTimeline
from translator_desk.ui.dialogs.base import label
from translator_desk.ui.glossary.office_words import dates_of, name_of, person_of, post_of, whole_of
from translator_desk.ui.icons import icon
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.panel import Panel

_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Line:
    """One post or one person.

    Attributes:
        key: By which it is found again when the terms change.
        name: What the list calls it.
        words: Everything it can be looked for by.
        timeline: Its terms.
    """

    key: str
    name: str
    words: str
    timeline: Timeline


Register = tuple[tuple[_Line, ...], tuple[_Line, ...]]


def _register(term_base: TermBase) -> Register:
    """Return the posts and the persons of a term base, each post and each person a line."""
    posts = []
    for (post, place), timeline in by_post(term_base).items():
        name = " ".join(name_of(one, term_base) for one in (place, post) if one)
        persons = " ".join(person_of(term.person) for term in timeline.terms)
        posts.append(_Line(f"{post} {place}", name, f"{name} {post} {place} {persons}".casefold(), timeline))
    persons_lines = []
    for person in term_base.of_kind(Kind.PERSON):
        if person.offices:
            held = " ".join(post_of(office, term_base) for office in person.offices)
            words = f"{person_of(person)} {person.id} {held}".casefold()
            persons_lines.append(_Line(person.id, person_of(person), words, of_person(person)))
    return tuple(posts), tuple(persons_lines)


class OfficesPanel(Panel):
    """A list to the left, the terms of the chosen line in time to the right; Enter shows the person's entry."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._register: Register = ((), ())
        self._term_base: TermBase | None = None
        self.view = QComboBox(self)
        self.view.addItems(["", ""])
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.doubtful = QCheckBox(self)
        self.list = QListWidget(self)
        self.timeline = OfficeTimeline(context.themes, self._today, self)
        self.timeline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.facts = label("", self)
        self._put_together()
        self.view.currentIndexChanged.connect(self._fill)
        self.words.textChanged.connect(self._fill)
        self.words.returnPressed.connect(self.list.setFocus)
        self.doubtful.toggled.connect(self._fill)
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(self._activate)
        self.timeline.chosen.connect(context.glossary.show_entry)
        context.glossary.changed.connect(self._look)
        context.themes.changed.connect(self._fill)
        self.lead_to(self.list)
        self.retranslate()

    def _put_together(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.view)
        top.addWidget(self.words, 1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(6, 6, 6, 6)
        column.addLayout(top)
        column.addWidget(self.doubtful)
        column.addWidget(self.list, 1)
        inside = QWidget(self)
        rows = QVBoxLayout(inside)
        rows.addWidget(self.timeline)
        rows.addWidget(self.facts)
        rows.addStretch(1)
        scrolled = QScrollArea(self)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(inside)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(scrolled)
        split.setSizes([340, 660])
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def catch_up(self) -> None:
        """Look now that somebody sees it."""
        self._look()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self.view.setItemText(0, self.tr("By post"))
        self.view.setItemText(1, self.tr("By person"))
        self.view.setAccessibleName(self.tr("View"))
        self.words.setPlaceholderText(self.tr("Post, place or name"))
        self.words.setAccessibleName(self.tr("Filter the register"))
        self.doubtful.setText(self.tr("Only gaps and overlaps"))
        self.timeline.setAccessibleName(self.tr("Terms of office in time"))
        self._fill()

    def _look(self) -> None:
        """Work the register out anew where other terms are in force."""
        if not self.isVisible() or not self._context.is_open:
            return
        term_base = self._context.project.checking.term_base
        if term_base is not self._term_base:
            self._term_base = term_base
            self._context.glossary.think(lambda: _register(term_base), self._take)

    def _take(self, register: Register) -> None:
        self._register = register
        self._fill()

    def _fill(self) -> None:
        item = self.list.currentItem()
        here = item.data(_KEY) if item is not None else ""
        wanted = self.words.text().casefold().split()
        self.list.blockSignals(True)
        self.list.clear()
        theme = self._context.themes.current
        names = self.tr("Posts"), self.tr("Persons")
        self.list.setAccessibleName(names[self.view.currentIndex()])
        for line in self._lines():
            timeline = line.timeline
            if (self.doubtful.isChecked() and not timeline.gaps and not timeline.overlaps) or not all(
                word in line.words for word in wanted
            ):
                continue
            made = QListWidgetItem(f"{line.name}  ({len(timeline.terms)})")
            made.setData(_KEY, line.key)
            if timeline.overlaps:
                made.setIcon(icon("level-error", theme.colour("error")))
            elif timeline.gaps:
                made.setIcon(icon("level-warning", theme.colour("warning")))
            self.list.addItem(made)
        self.list.blockSignals(False)
        keys = [self.list.item(row).data(_KEY) for row in range(self.list.count())]
        row = keys.index(here) if here in keys else 0 if keys else -1
        self.list.setCurrentRow(row)
        self._choose(row)

    def _lines(self) -> tuple[_Line, ...]:
        return self._register[self.view.currentIndex()]

    def _choose(self, row: int) -> None:
        item = self.list.item(row)
        line = next((one for one in self._lines() if item is not None and one.key == item.data(_KEY)), None)
        term_base = self._term_base
        self.timeline.setVisible(line is not None)
        if line is None or term_base is None:
            known = any(self._register)
            nothing = self.tr("Nothing of the register passes the filter.")
            empty = self.tr("No office is known. Add one in the form of a person.")
            self.facts.setText(nothing if known else empty)
            return
        by_person = self.view.currentIndex() == 1

        def name(term: Term) -> str:
            who = post_of(term.office, term_base) if by_person else person_of(term.person)
            return f"{who}  {dates_of(term.office)}"

        self.timeline.show_terms(line.timeline, name, lambda term: whole_of(term, term_base))
        self.facts.setText("\n".join(self._said(line.timeline)))

    def _said(self, timeline: Timeline) -> list[str]:
        """Return gaps and overlaps in words: pictures alone are not for everybody."""
        gap = self.tr("Nobody is known from %1 to %2.")
        both = self.tr("At once: %1 and %2, from %3 to %4.")
        until = self.tr("today")
        said = [gap.replace("%1", str(one.first)).replace("%2", str(one.last)) for one in timeline.gaps]
        for overlap in timeline.overlaps:
            words = both.replace("%1", person_of(overlap.one.person)).replace("%2", person_of(overlap.other.person))
            words = words.replace("%3", str(overlap.first)).replace("%4", str(overlap.last or until))
            said.append(words)
        return said

    def _activate(self) -> None:
        """Go on to the terms of a post; of a person, to the entry."""
        item = self.list.currentItem()
        if self.view.currentIndex() == 1:
            self._context.glossary.show_entry(item.data(_KEY))
        else:
            self.timeline.setFocus()

    def _today(self) -> dt.date:
        return self._context.desk.clock.now().date()


PANEL = PanelSpec(
    id="offices",
    title=QT_TRANSLATE_NOOP("Panels", "Office register"),
    area=Area.BOTTOM,
    build=OfficesPanel,
    order=33,
    shown=False,
)
