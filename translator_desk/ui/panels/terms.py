"""The terms of the current segment: what the term base wants, why it speaks, whether the translation has it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QVBoxLayout

from translator_desk.app.changes import Changes
from translator_desk.glossary.entry import Entry, Layer, Office
from translator_desk.model.segment import Segment
from translator_desk.text.span import Span
from translator_desk.ui.later import later
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import Badge, Card, CardView, Line, Run, plain
from translator_desk.ui.panels.panel import Panel, empty_label, list_or_words
from translator_desk.ui.panels.searching import PHRASE
from translator_desk.ui.term_hits import TermHit, one_an_entry, written_form

_BY_KEY = 9
_MOST_OFFICES = 3
_LETTERS = 20
"""So many letters wide at least."""


class TermsPanel(Panel):
    """One card an entry; Enter or its number with Ctrl writes the preferred English at the caret."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._hits: tuple[TermHit, ...] = ()
        self._opened: object = None
        self._list = CardView(context.themes, self)
        self._list.chosen.connect(self._insert)
        self._list.current_changed.connect(self._open)
        self._list.clicked.connect(lambda _: self._open(self._list.current))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._menu)
        self._nothing = empty_label(self)
        self._nothing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._pages = list_or_words(self, self._list, self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.lead_to(self._list)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        # Moving fast through the grid must not wait for every segment's terms.
        self._soon = later(self, 30, self._show)
        context.bridge.changed.connect(self._apply)
        context.focus.segment_changed.connect(self._moved)
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self._list.setAccessibleName(self.tr("Terms of this segment"))
        self._show()

    def catch_up(self) -> None:
        """Catch up with what happened while nobody saw it."""
        self._show()

    def _moved(self, _: object) -> None:
        self._soon.start()

    def _apply(self, changes: Changes) -> None:
        here = self._context.focus.segment
        if (
            changes.terms
            or changes.structure
            or here in changes.segments | changes.issues
            or (changes.progress and not self._hits)
        ):
            self._soon.start()

    def _show(self) -> None:
        if not self._context.is_open or not self.isVisible():
            return
        here = self._context.focus.segment
        segment = self._context.session.state.segments.get(here) if here is not None else None
        found = one_an_entry(self._context.term_hits(segment.id)) if segment is not None else ()
        self._hits = (*found, *self._flagged(found))
        cards = []
        if segment is not None:
            for number, hit in enumerate(self._hits, 1):
                key = number if number <= min(len(found), _BY_KEY) else 0
                cards.append(self._card(key, hit, _form(hit, segment), segment.target))
        self._list.show_cards(cards)
        self._pages.setCurrentIndex(0 if cards else 1)
        if cards:
            if self.hasFocus():
                self._list.setFocus()
            return
        if segment is None:
            self._nothing.setText(self.tr("Choose a segment to see its terms."))
        elif not segment.source:
            self._nothing.setText(
                self.tr("No Chinese at hand: terms are found in the Chinese. Attach it to the document.")
            )
        elif not self._context.project.checking.progress.checked:
            self._nothing.setText(self.tr("Checking…"))
        else:
            self._nothing.setText(self.tr("No term of the term base stands in this segment."))

    def _flagged(self, found: Sequence[TermHit]) -> list[TermHit]:
        """Return the entries that only flags speak of: a form to avoid is found without the Chinese as well."""
        known = {hit.entry.id for hit in found}
        more = []
        for issue in self._context.issues_here():
            entry = self._context.project.checking.term_base.entry(issue.entry) if issue.entry else None
            if entry is not None and entry.id not in known:
                known.add(entry.id)
                more.append(TermHit(entry, Span(0, 0), (), ()))
        return more

    def _card(self, number: int, hit: TermHit, form: str, target: str) -> Card:
        """Return what must be seen at once; all there is to say stands on the card the keyboard is at."""
        entry = hit.entry
        sign, verdict = self._verdict(hit, target)
        key = f"{number}  " if number else ""
        head = Line(
            (
                Run(key, "muted"),
                Run(form, bold=True),
                Run("  →  ", "muted"),
                Run(written_form(entry.en), "term", bold=True),
            ),
            (sign,),
        )
        lines = [head, verdict]
        if entry.id == self._opened:
            lines += self._more(entry, form)
        lines.append(plain(self._origin(entry, full=entry.id == self._opened)))
        return Card(entry.id, tuple(lines))

    def _more(self, entry: Entry, form: str) -> list[Line]:
        lines = []
        if (usual := next(iter(entry.zh), form)) != form:
            lines.append(plain(self.tr("%1 stands for %2").replace("%1", form).replace("%2", usual)))
        if also := [one.en for one in entry.also]:
            lines.append(_named(self.tr("Also right: "), also))
        if entry.short:
            lines.append(_named(self.tr("Later in the text: "), entry.short))
        for avoid in entry.avoid:
            why = f" ({avoid.why})" if avoid.why else ""
            no = self.tr("Not: ")
            lines.append(Line((Run(no, "muted"), Run(avoid.en, "error", struck=True), Run(why, "muted")), small=True))
        lines += [plain(self._office(one), "text") for one in entry.offices[:_MOST_OFFICES]]
        if entry.note:
            lines.append(plain(entry.note, "text"))
        return lines

    def _open(self, key: object) -> None:
        """Open the card that the keyboard or the mouse came to, and close the one before."""
        hit = self._hit(key)
        here = self._context.focus.segment
        segment = self._context.session.state.segments.get(here) if hit and here is not None else None
        self._list.setProperty(PHRASE, _form(hit, segment) if hit and segment else "")
        if self._list.hasFocus() and key != self._opened:
            self._opened = key
            self._soon.start()

    def _verdict(self, hit: TermHit, target: str) -> tuple[Badge, Line]:
        """Say whether the translation has the term, by a sign and in words."""
        avoided = [one for one in hit.avoided_spans if not any(_within(one, other) for other in hit.target_spans)]
        # "Deng" alone may stand for a person, but not inside "Deng Qunze", who is nobody.
        there = [one for one in hit.target_spans if not any(_within(one, other) for other in avoided)]
        flag = next((one for one in self._context.issues_here() if one.entry == hit.entry.id), None)
        if avoided:
            said = self.tr("To be avoided, but there: ")
            line = Line((Run(said, "error"), Run(", ".join(_unique(avoided, target)))), small=True)
            return Badge("level-error", "error"), line
        if flag is not None:
            level = flag.level.value
            return Badge(f"level-{level}", level), plain(self._context.render(flag.message), level)
        if there:
            line = _named(self.tr("In the translation: "), _unique(there, target))
            return Badge("confirm", "state_reviewed"), line
        if hit.entry.required:
            return Badge("state-initial", "warning"), plain(self.tr("Not found in the translation"), "warning")
        return Badge("state-initial", "muted"), plain(self.tr("Not in the translation; it need not be"))

    def _office(self, office: Office) -> str:
        term_base = self._context.project.checking.term_base
        post, place = (
            entry.plain_en if (entry := term_base.entry(one)) is not None else one
            for one in (office.post, office.place)
        )
        end = self.tr("today") if office.present else str(office.end or "?")
        held = f" ({office.start or '?'} – {end})" if office.start or office.end or office.present else ""
        return ", ".join(part for part in (post, place) if part) + held

    def _origin(self, entry: Entry, *, full: bool) -> str:
        """Say which layer and file speak here."""
        layer = {
            Layer.PROJECT: self.tr("project"),
            Layer.HOUSE: self.tr("house"),
            Layer.SHIPPED: self.tr("shipped"),
        }[entry.layer]
        file = f"{Path(entry.origin.file).name}:{entry.origin.line}" if entry.origin.file else ""
        doubt = "" if entry.verified else self.tr("not verified")
        return " · ".join(part for part in (layer, file, entry.source if full else "", doubt) if part)

    def _hit(self, key: object) -> TermHit | None:
        return next((hit for hit in self._hits if hit.entry.id == key), None)

    def _insert(self, key: object) -> None:
        hit = self._hit(key)
        if hit is not None and self._context.writable:
            self._context.grid.insert(written_form(hit.entry.en))

    def _menu(self, spot: QPoint) -> None:
        hit = self._hit(self._list.current)
        if hit is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        forms = (hit.entry.en, *(one.en for one in hit.entry.also), *hit.entry.short)
        for words in dict.fromkeys(map(written_form, forms)):
            action = menu.addAction(self.tr("Write “%1”").replace("%1", words.replace("&", "&&")))
            action.setEnabled(self._context.writable)
            action.triggered.connect(partial(self._write, words))
        menu.addSeparator()
        menu.addAction(self._context.actions["search.concordance"])
        copy = menu.addAction(self.tr("Copy the English"))
        copy.triggered.connect(partial(QApplication.clipboard().setText, written_form(hit.entry.en)))
        if hit.entry.origin.file:
            where = menu.addAction(self.tr("Copy the place in its file"))
            where.triggered.connect(partial(QApplication.clipboard().setText, str(hit.entry.origin)))
        menu.popup(self._list.viewport().mapToGlobal(spot))

    def _write(self, words: str, _: bool = False) -> None:
        self._context.grid.insert(words)


def _form(hit: TermHit, segment: Segment) -> str:
    """Return the Chinese that was found, or the usual one of the entry where none was."""
    return hit.source_span.of(segment.source) or next(iter(hit.entry.zh), "")


def _within(inner: Span, outer: Span) -> bool:
    return outer != inner and outer.contains(inner)


def _named(name: str, forms: Sequence[str]) -> Line:
    # A form that takes a place says so by an ellipsis.
    return Line((Run(name, "muted"), Run(", ".join(forms).replace("{place}", "…"))), small=True)


def _unique(spans: Sequence[Span], text: str) -> list[str]:
    return list(dict.fromkeys(span.of(text) for span in spans))


PANEL = PanelSpec(
    id="terms",
    title=QT_TRANSLATE_NOOP("Panels", "Terms"),
    area=Area.RIGHT,
    build=TermsPanel,
    keys="Ctrl+T",
    order=20,
    icon="search",
)
