"""The documents of the project: what each holds, which one the grid shows, their order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain, islice

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu

from translator_desk.app.changes import Changes
from translator_desk.app.counts import Counts, DocumentCounts
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.severity import Level
from translator_desk.text.scripts import simplify
from translator_desk.ui.commands.documents import DEEDS, move_document
from translator_desk.ui.later import later
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import Badge, Card, CardView, Line, Run, plain
from translator_desk.ui.panels.document_way import way_line
from translator_desk.ui.panels.panel import Panel, column_layout

_ALL = ""
_SLICE = 400
"""Segments counted at a time: about a millisecond."""
_SOON_MS = 200
_MANY = 6
"""From so many documents on they can be filtered."""


class DocumentsPanel(Panel):
    """One card a document, with one for all of them on top."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._counts = DocumentCounts(context.session.state)
        self._to_count: Iterator[SegmentId] = iter(tuple(context.session.state.segments))
        self._words = QLineEdit(self)
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(self._show)
        self._list = CardView(context.themes, self)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._menu)
        self._list.chosen.connect(self._choose)
        self._list.clicked.connect(lambda _: self._choose(self._list.current))
        self._list.deleted.connect(lambda key: self._deed("remove", key))
        self._list.installEventFilter(self)
        column = column_layout(self)
        column.addWidget(self._words)
        column.addWidget(self._list, 1)
        self.lead_to(self._list)
        self._soon = later(self, _SOON_MS, self._show)
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._count_on)
        self._slices.start()
        context.bridge.changed.connect(self._apply)
        context.focus.document_changed.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self._words.setPlaceholderText(self.tr("Find a document"))
        self._words.setAccessibleName(self.tr("Find a document"))
        self._list.setAccessibleName(self.tr("Documents"))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the figures out anew where the panel is wider or narrower."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon.start()

    def catch_up(self) -> None:
        """Catch up with what happened while nobody saw it."""
        self._show()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the keys of the list: F2 names a document, Ctrl+Shift+arrows move it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = self._list.current
            moves = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            if event.key() == Qt.Key.Key_F2:
                self._deed("details", key)
                return True
            if event.modifiers() == moves and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                if key and self._context.writable:
                    move_document(self._context, DocumentId(str(key)), -1 if event.key() == Qt.Key.Key_Up else 1)
                    self._list.set_current(key)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _count_on(self) -> None:
        """Count a few more segments; the window is not held up by a large project."""
        if not self._context.is_open:
            self._slices.stop()
            return
        some = tuple(islice(self._to_count, _SLICE))
        self._counts.take_texts(some)
        self._counts.take_flags(some, self._context.project.checking.issues)
        if len(some) < _SLICE:
            self._slices.stop()
            self._show()

    def _apply(self, changes: Changes) -> None:
        if not self._context.is_open:
            return
        if len(changes.segments) > _SLICE:
            self._to_count = chain(self._to_count, changes.segments)
            self._slices.start()
        else:
            self._counts.take_texts(changes.segments)
            self._counts.take_flags(changes.segments | changes.issues, self._context.project.checking.issues)
        if changes.structure or changes.handling:
            self._soon.stop()
            self._show()
        elif (changes.segments or changes.issues) and not self._soon.isActive():
            self._soon.start()

    def _show(self, _: object = None) -> None:
        if not self._context.is_open:
            return
        state = self._context.session.state
        order = state.document_order
        self._words.setVisible(len(order) >= _MANY)
        wanted = simplify(self._words.text().strip().casefold()) if len(order) >= _MANY else ""
        cards = []
        if len(order) > 1 and not wanted:
            cards.append(self._card(_ALL, self.tr("All documents"), self._counts.of()))
        for key in order:
            document = state.documents[key]
            if wanted in simplify(document.title.casefold()):
                cards.append(self._card(key, document.title, self._counts.of(key), document))
        self._list.show_cards(cards)
        if not (self._list.hasFocus() and self._list.current is not None):
            self._list.set_current(self._context.focus.document or _ALL)

    def _card(self, key: str, title: str, counts: Counts, document: Document | None = None) -> Card:
        size = [self.tr("%n segment(s)", "", counts.segments)]
        if counts.characters:
            size.append(self.tr("%n character(s)", "", counts.characters))
        if counts.words:
            size.append(self.tr("%n word(s)", "", counts.words))
        shown = key == (
            self._context.focus.document or (_ALL if len(self._context.session.state.documents) > 1 else key)
        )
        lines = [Line((Run(title, "accent" if shown else "text", bold=True),)), plain(" · ".join(size))]
        if document is not None and not document.has_source:
            lines.append(plain(self.tr("English only")))
        way = way_line(self._context, document.handling) if document is not None else None
        if way is not None:
            lines.append(way)
        flags = tuple(
            Badge(f"level-{level.value}", level.value, self._context.language.number(counts.flags[level]))
            for level in (Level.ERROR, Level.WARNING, Level.INFO)
            if counts.flags[level]
        )
        share = f"{self._context.language.number(counts.confirmed)}/{self._context.language.number(counts.segments)}"
        badges = (Badge("confirm", "state_translated", share), *flags)
        line = Line((), badges, small=True)
        # Two lines where the last figures would be cut off.
        lines += (line,) if self._list.fits(line) else (Line((), part, small=True) for part in (badges[:1], badges[1:]))
        confirmed = self.tr("%1 of %2 confirmed").replace("%1", self._context.language.number(counts.confirmed))
        confirmed = confirmed.replace("%2", self._context.language.number(counts.segments))
        names = {Level.ERROR: self.tr("errors"), Level.WARNING: self.tr("warnings"), Level.INFO: self.tr("hints")}
        said = [
            f"{self._context.language.number(counts.flags[level])} {name}"
            for level, name in names.items()
            if counts.flags[level]
        ]
        return Card(key, tuple(lines), ", ".join([title, *([way.text] if way else []), *size, *said, confirmed]))

    def _choose(self, key: object) -> None:
        """Show a document, and put the keyboard into the grid."""
        if not isinstance(key, str):
            return
        document = DocumentId(key) if key else None
        self._context.focus.set_document(document)
        self._show()
        state = self._context.session.state
        here = self._context.focus.segment
        if document is None or (here is not None and state.segments[here].document == document):
            return
        if keys := state.order[document]:
            self._context.focus.go_to(keys[0])

    def _menu(self, spot: QPoint) -> None:
        key = self._list.current
        if not key:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show")).triggered.connect(lambda: self._choose(key))
        section = ""
        document = self._context.session.state.documents[DocumentId(str(key))]
        for deed in DEEDS:
            if not deed.fits(document):
                continue
            if deed.section != section:
                menu.addSeparator()
                section = deed.section
            action = menu.addAction(deed.name())
            action.setEnabled(self._context.writable or not deed.changes)
            action.triggered.connect(partial(self._deed, deed.id, key))
        menu.popup(self._list.viewport().mapToGlobal(spot))

    def _deed(self, deed_id: str, key: object, _: bool = False) -> None:
        deed = next(one for one in DEEDS if one.id == deed_id)
        if isinstance(key, str) and key and (self._context.writable or not deed.changes):
            deed.run(self._context, DocumentId(key))


PANEL = PanelSpec(
    id="documents",
    title=QT_TRANSLATE_NOOP("Panels", "Documents"),
    area=Area.LEFT,
    build=DocumentsPanel,
    keys="Ctrl+Shift+D",
    order=10,
    icon="files",
)
