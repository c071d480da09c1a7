"""Search and replace on both sides, and the concordance: a phrase in all its sentences."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from translator_desk.app.changes import Changes
from translator_desk.app.commands.edit import ReplaceMany
from translator_desk.app.search import Query, Side, replacement_at, replacements
from translator_desk.errors import DeskError
from translator_desk.text.scripts import has_han
from translator_desk.ui.dialogs.replace_all import ReplaceAll
from translator_desk.ui.later import later
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import to_grid
from translator_desk.ui.panels.hit_table import Column, HitModel, HitTable
from translator_desk.ui.panels.panel import Panel, column_layout
from translator_desk.ui.panels.searching import searching

QUIET_MS = 200
_SHORTEST = 2
"""Letters after which typing searches by itself; one Han character will do."""


class SearchPanel(Panel):
    """What to look for, what to put instead, and the hits."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._search = searching(context)
        self._leading = False
        self._make_lines()
        self._hits = HitModel(context, self._search, self)
        self.table = HitTable(context, self)
        self.table.use(self._hits)
        self._lay_out()
        self._wire()
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self._words.setPlaceholderText(self.tr("Find in Chinese and English"))
        self._words.setAccessibleName(self.tr("Find"))
        self._put.setPlaceholderText(self.tr("Replace by"))
        self._put.setAccessibleName(self.tr("Replace by"))
        names = {Side.BOTH: self.tr("Both sides"), Side.SOURCE: self.tr("Chinese"), Side.TARGET: self.tr("English")}
        for number in range(self._side.count()):
            self._side.setItemText(number, names[Side(self._side.itemData(number))])
        self._scope.setItemText(0, self.tr("Whole project"))
        self._scope.setItemText(1, self.tr("This document"))
        self._side.setAccessibleName(self.tr("Side"))
        self._scope.setAccessibleName(self.tr("Where"))
        for button, text, name in (
            (self._case, "Aa", self.tr("Capitals count")),
            (self._whole, "|a|", self.tr("Whole words only")),
            (self._pattern, ".*", self.tr("Regular expression")),
        ):
            button.setText(text)
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._this.setText(self.tr("Replace"))
        self._all.setText(self.tr("Replace all…"))
        self._this.setToolTip(self.tr("Replace this hit and go to the next (Enter in the line)"))
        self.table.setAccessibleName(self.tr("Hits"))
        self._hits.retell()
        self._tell()

    def catch_up(self) -> None:
        """Do what was asked for while the panel was not there."""
        self.table.show_columns()
        self._grant()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the keys of lines and list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if key == Qt.Key.Key_Escape:
                to_grid(self._context)
                return True
            if watched is self._words and (enter or key == Qt.Key.Key_Down):
                self._search_now()
                if enter:
                    self._step(-1 if shift else 1)
                else:
                    self.table.setFocus()
                return True
            if watched is self._put and enter:
                self._replace_this()
                return True
            if watched is self.table and enter:
                self._go(edit=True)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _make_lines(self) -> None:
        self._words, self._put = QLineEdit(self), QLineEdit(self)
        self._words.setClearButtonEnabled(True)
        self._side, self._scope = QComboBox(self), QComboBox(self)
        for side in (Side.BOTH, Side.SOURCE, Side.TARGET):
            self._side.addItem("", side)
        self._scope.addItem("", "")
        self._scope.addItem("", "here")
        self._case, self._whole, self._pattern = (QToolButton(self) for _ in range(3))
        for button in (self._case, self._whole, self._pattern):
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.toggled.connect(lambda _: self._search_now())
        self._this, self._all = QPushButton(self), QPushButton(self)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)

    def _lay_out(self) -> None:
        lines = QGridLayout()
        lines.setContentsMargins(8, 5, 8, 5)
        lines.setHorizontalSpacing(8)
        lines.setVerticalSpacing(5)
        options = QHBoxLayout()
        options.setSpacing(2)
        for button in (self._case, self._whole, self._pattern):
            options.addWidget(button)
        options.addWidget(self._side)
        options.addWidget(self._scope)
        lines.addWidget(self._words, 0, 0)
        lines.addLayout(options, 0, 1)
        lines.addWidget(self._put, 1, 0)
        deeds = QHBoxLayout()
        deeds.setSpacing(6)
        deeds.addWidget(self._this)
        deeds.addWidget(self._all)
        deeds.addWidget(self._said, 1)
        lines.addLayout(deeds, 1, 1)
        lines.setColumnStretch(0, 3)
        lines.setColumnStretch(1, 2)
        column = column_layout(self)
        column.addLayout(lines)
        column.addWidget(self.table, 1)
        self.lead_to(self._words)
        self.setTabOrder(self._words, self._put)

    def _wire(self) -> None:
        self._quiet = later(self, QUIET_MS, self._search_now)
        self._words.textChanged.connect(self._typed)
        self._put.textChanged.connect(self._tell)
        self._side.activated.connect(self._search_now)
        self._scope.activated.connect(self._search_now)
        self._this.clicked.connect(self._replace_this)
        self._all.clicked.connect(self._replace_all)
        for widget in (self._words, self._put, self.table):
            widget.installEventFilter(self)
        self.table.doubleClicked.connect(lambda: self._go(edit=True))
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self._search.asked.connect(self._grant)
        self._search.finished.connect(self._tell)
        self._search.found.connect(self._tell)
        self._search.began.connect(self._tell)
        self._search.moved.connect(self._follow)
        self._context.bridge.changed.connect(self._changed)
        self._context.themes.changed.connect(self.table.viewport().update)

    def _grant(self) -> None:
        """Take over what a command asked for."""
        if not self.isVisible() or (wish := self._search.take_wish()) is None:
            return
        if wish.at_once:
            self._leading = True
            self._side.setCurrentIndex(0)
            self._scope.setCurrentIndex(0)
            for button in (self._case, self._whole, self._pattern):
                button.setChecked(False)
            self._leading = False
        if wish.text:
            self._words.setText(wish.text)
            self._search_now()
        line = self._put if wish.replacing else self._words
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()
        if wish.at_once and self._hits.rowCount():
            self.table.setFocus()

    def _typed(self, text: str) -> None:
        if not text:
            self._search_now()
        elif len(text.strip()) >= _SHORTEST or has_han(text):
            self._quiet.start()

    def _query(self) -> Query | None:
        text = self._words.text()
        if not text.strip():
            return None
        here = self._context.document_here if self._scope.currentData() else None
        return Query(
            text,
            Side(self._side.currentData()),
            match_case=self._case.isChecked(),
            whole_words=self._whole.isChecked(),
            pattern=self._pattern.isChecked(),
            document=here,
        )

    def _search_now(self) -> None:
        self._quiet.stop()
        query = self._query()
        if not self._leading and query != self._search.query:
            self._search.begin(query)

    def _step(self, by: int) -> None:
        """Go to a hit and stay in the line, so that Enter goes on."""
        if not self._search.hits:
            self._tell()
            return
        at = self._search.at
        count = len(self._search.hits)
        self._show_hit((at + by) % count if at >= 0 else self._search.nearest(by))

    def _show_hit(self, at: int) -> None:
        """Show a hit in the grid; the keyboard stays where it is."""
        before = self.focusWidget() if self.isAncestorOf(self._focused()) else None
        self._context.grid.leave()
        self._search.go(at, edit=False)
        if before is not None:
            before.setFocus()

    def _focused(self) -> QWidget:
        return self._context.window.focusWidget() or self._context.window

    def _go(self, *, edit: bool = False) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._search.hits):
            if edit:
                self._search.go(row, edit=True)
            else:
                self._show_hit(row)

    def _current_changed(
        self, current: QModelIndex | QPersistentModelIndex, before: QModelIndex | QPersistentModelIndex
    ) -> None:
        if current.isValid() and not self._leading and self.table.hasFocus() and self._context.is_open:
            self._go()

    def _follow(self, at: int) -> None:
        """Show the current hit in the list."""
        self._leading = True
        index = self._hits.index(at, Column.TARGET)
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, chosen)
        self.table.scrollTo(index)
        self._leading = False
        self._tell()

    def _replace_this(self) -> None:
        """Replace the current hit, then show the next; without a current one, show the nearest first."""
        search = self._search
        self._search_now()
        if not search.hits or search.query is None or not self._context.writable:
            return
        if search.at < 0:
            self._show_hit(search.nearest())
            return
        at = search.at
        try:
            state = self._context.session.state
            place = replacement_at(state, search.query, self._put.text(), search.hits[at])
        except DeskError as error:
            self._said.setText(error.render(self._context.language.code))
            return
        if place is not None and self._context.execute(ReplaceMany((place,)), self) is None:
            return
        before = len(search.hits)
        search.renew((search.hits[at].segment,))
        if search.hits:
            self._show_hit((at if len(search.hits) < before else at + 1) % len(search.hits))

    def _replace_all(self) -> None:
        self._search_now()
        query = self._search.query
        if query is None:
            return
        try:
            places = replacements(self._context.session.state, query, self._put.text())
        except DeskError as error:
            self._said.setText(error.render(self._context.language.code))
            return
        if places:
            ReplaceAll(self._context, places).open()
        else:
            self._said.setText(self.tr("There is nothing to replace."))

    def _changed(self, changes: Changes) -> None:
        if changes.structure and self._context.is_open:
            self.table.show_columns()

    def _tell(self, _: object = None) -> None:
        """Say how much was found."""
        search = self._search
        count, number = len(search.hits), self._context.language.number
        can = bool(count) and self._context.is_open and self._context.writable
        self._this.setEnabled(can)
        self._all.setEnabled(can)
        if search.refusal is not None:
            self._said.setText(self._context.render(search.refusal))
        elif search.query is None:
            self._said.setText("")
        elif search.running:
            self._said.setText(self.tr("Searching…"))
        elif not count:
            self._said.setText(self.tr("Nothing found."))
        elif search.at >= 0:
            said = self.tr("Hit %1 of %2").replace("%1", number(search.at + 1))
            self._said.setText(said.replace("%2", number(count)))
        else:
            self._said.setText(self.tr("Hits: %1").replace("%1", number(count)))


PANEL = PanelSpec(
    id="search",
    title=QT_TRANSLATE_NOOP("Panels", "Search"),
    area=Area.BOTTOM,
    build=SearchPanel,
    order=32,
    icon="search",
)
