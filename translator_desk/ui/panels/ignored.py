"""The flags that people waved away: which, why, who; any of them can be shown again."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton

from translator_desk.app.changes import Changes
from translator_desk.app.commands.waivers import WithdrawWaivers
from translator_desk.app.commands.workflow import SeeWaivers
from translator_desk.checks.registry import check_by_id
from translator_desk.model.waiver import Waiver, WaiverScope
from translator_desk.text.scripts import simplify
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import Card, CardView, Line, Run, plain
from translator_desk.ui.panels.panel import Panel, bar_layout, column_layout, empty_label, list_or_words


class IgnoredPanel(Panel):
    """One card a dismissal, the newest first; Enter goes to its place, Delete shows the flag again."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._words = QLineEdit(self)
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(self._show)
        self._again = QPushButton(self)
        self._agree = QPushButton(self)
        self._list = CardView(context.themes, self)
        self._again.clicked.connect(lambda: self._withdraw(self._list.current))
        self._agree.clicked.connect(lambda: self._see(self._list.current))
        self._list.chosen.connect(self._go)
        self._list.deleted.connect(self._withdraw)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._menu)
        self._nothing = empty_label(self)
        self._pages = list_or_words(self, self._list, self._nothing)
        bar = bar_layout()
        bar.addWidget(self._words, 1)
        bar.addWidget(self._agree)
        bar.addWidget(self._again)
        column = column_layout(self)
        column.addLayout(bar)
        column.addWidget(self._pages, 1)
        self.lead_to(self._list)
        context.bridge.changed.connect(self._apply)
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self._words.setPlaceholderText(self.tr("Find in words, reasons and names"))
        self._words.setAccessibleName(self.tr("Find among ignored flags"))
        self._again.setText(self.tr("Show again (Del)"))
        self._agree.setText(self.tr("Agree"))
        self._agree.setToolTip(self.tr("An error may be ignored only where a second person agrees."))
        self._list.setAccessibleName(self.tr("Ignored flags"))
        self._show()

    def catch_up(self) -> None:
        """Catch up with what happened while nobody saw it."""
        self._show()

    def _apply(self, changes: Changes) -> None:
        if changes.waivers or changes.structure:
            self._show()

    def _show(self) -> None:
        if not self._context.is_open:
            return
        waivers = self._context.session.state.waivers
        wanted = simplify(self._words.text().strip().casefold())
        cards = [self._card(one) for one in reversed(waivers)]
        shown = [card for card in cards if wanted in simplify("\n".join(line.text for line in card.lines).casefold())]
        self._list.show_cards(shown)
        self._pages.setCurrentIndex(0 if shown else 1)
        self._nothing.setText(
            self.tr("No flag is ignored in this project.") if not waivers else self.tr("None of them has these words.")
        )
        self._words.setEnabled(bool(waivers))
        self._again.setEnabled(bool(shown) and self._context.writable)
        self._agree.setEnabled(bool(shown) and self._context.writable)

    def _card(self, waiver: Waiver) -> Card:
        words = " ".join(waiver.words.split()) or "∅"
        head = (Run(f"“{words}”", bold=True), Run(f"   {self._check(waiver)}", "muted"))
        when = f"{waiver.time.astimezone():%Y-%m-%d %H:%M}"
        agreed = (self.tr("agreed by %1").replace("%1", waiver.seen_by),) if waiver.seen_by else ()
        return Card(
            waiver,
            (
                Line(head),
                Line((Run(waiver.reason),), small=True),
                plain(" · ".join((self._where(waiver), waiver.author, when, *agreed))),
            ),
        )

    def _check(self, waiver: Waiver) -> str:
        try:
            return self._context.language.render(check_by_id(waiver.check).title)
        except KeyError:
            return waiver.check

    def _where(self, waiver: Waiver) -> str:
        if waiver.scope is WaiverScope.EVERYWHERE:
            return self.tr("everywhere in the project")
        state = self._context.session.state
        document = state.documents.get(waiver.document)
        if document is None or waiver.segment not in state.segments:
            return self.tr("here; its segment is gone")
        return f"{document.title}, {state.position(waiver.segment) + 1}"

    def _go(self, key: object) -> None:
        if isinstance(key, Waiver) and key.segment in self._context.session.state.segments:
            self._context.focus.go_to(key.segment)

    def _withdraw(self, key: object) -> None:
        if isinstance(key, Waiver) and self._context.execute(WithdrawWaivers((key,))) is not None:
            self._context.shell.whisper(self.tr("The flag is shown again where its words still stand."))

    def _see(self, key: object) -> None:
        if isinstance(key, Waiver) and self._context.execute(SeeWaivers((key,))) is not None:
            self._context.shell.whisper(self.tr("Two people answer for ignoring it now."))

    def _menu(self, spot: QPoint) -> None:
        key = self._list.current
        if not isinstance(key, Waiver):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go there")).triggered.connect(lambda: self._go(key))
        agree = menu.addAction(self.tr("Agree that it is ignored"))
        agree.setEnabled(self._context.writable)
        agree.triggered.connect(lambda: self._see(key))
        again = menu.addAction(self.tr("Show the flag again"))
        again.setEnabled(self._context.writable)
        again.triggered.connect(lambda: self._withdraw(key))
        menu.popup(self._list.viewport().mapToGlobal(spot))


PANEL = PanelSpec(
    id="ignored",
    title=QT_TRANSLATE_NOOP("Panels", "Ignored"),
    area=Area.BOTTOM,
    build=IgnoredPanel,
    order=31,
)
