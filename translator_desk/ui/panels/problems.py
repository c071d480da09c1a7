"""All flags of the project: filtered, explained, mended, ignored; and which checks could not run."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from translator_desk.app.changes import Changes
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.severity import Level
from translator_desk.ui.commands.flag import fix_menu
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import Card, CardView, Line, Run, plain, to_grid
from translator_desk.ui.panels.flag_details import FlagDetails
from translator_desk.ui.panels.flag_model import FEW, Column, FlagFilter, FlagModel
from translator_desk.ui.panels.panel import Panel

QUIET_MS = 120
_SHARE = 25
"""Reading all flags anew may take one part in so many of the window's time."""
_SOONEST_MS, _LATEST_MS = 40, 1000
_WARMED = 500
_ALL = ""
_HERE = "here"
_LEVELS = {
    "all": frozenset[Level](),
    "errors": frozenset({Level.ERROR}),
    "worse": frozenset({Level.ERROR, Level.WARNING}),
    "hints": frozenset({Level.INFO}),
}


class FlagTable(QTableView):
    """The flags, a row each.

    Signals:
        entered_blank(): The keyboard came and no row is current yet.
    """

    entered_blank = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(False)

    def use(self, model: FlagModel) -> None:
        """Show a model."""
        self.setModel(model)
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
        wide = metrics.averageCharWidth()
        header = self.horizontalHeader()
        header.setMinimumSectionSize(metrics.height() + 10)
        header.setSectionResizeMode(Column.MESSAGE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.LEVEL, QHeaderView.ResizeMode.Fixed)
        for column, letters in ((Column.FIX, 17), (Column.CHECK, 17), (Column.DOCUMENT, 15)):
            header.resizeSection(column, wide * letters)
        header.resizeSection(Column.SEGMENT, wide * 7)
        header.resizeSection(Column.LEVEL, metrics.height() + 14)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the panel choose a row, or Qt takes the first one."""
        if not self.currentIndex().isValid():
            self.entered_blank.emit()
        super().focusInEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters may be composed by an input method."""


class ProblemsPanel(Panel):
    """Filter, flags, and the chosen one explained."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self.flags = FlagModel(context, self)
        self.table = FlagTable(self)
        self.table.use(self.flags)
        self.details = FlagDetails(context, self)
        self._stale = True
        self._touched: frozenset[SegmentId] = frozenset()
        self._to_warm: Iterator[Issue] = iter(())
        self._cost = 0.0
        self._leading = False
        self._make_filter()
        self._make_pages()
        self._wire()
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self._words.setPlaceholderText(self.tr("Find among the flags"))
        self._words.setAccessibleName(self.tr("Words to find among the flags"))
        self._level.setAccessibleName(self.tr("Level"))
        self._check.setAccessibleName(self.tr("Check"))
        self._document.setAccessibleName(self.tr("Document"))
        names = {
            "all": self.tr("All levels"),
            "errors": self.tr("Errors"),
            "worse": self.tr("Errors and warnings"),
            "hints": self.tr("Hints"),
        }
        for number in range(self._level.count()):
            self._level.setItemText(number, names[str(self._level.itemData(number))])
        self._document.setItemText(0, self.tr("All documents"))
        self._document.setItemText(1, self.tr("This document"))
        self.table.setAccessibleName(self.tr("Flags"))
        self.details.setAccessibleName(self.tr("The flag explained"))
        self._silent.setAccessibleName(self.tr("Checks that did not run"))
        self.flags.retell()
        self._stale = True
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody saw it."""
        super().showEvent(event)
        self._refresh()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Lead from the filter into the list and from the list to the place."""
        if event.type() == QEvent.Type.FocusIn and watched is self._words:
            self._to_warm = iter(self.flags.rows)
            self._warming.start()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, plain_key = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain_key
            if watched is self._words and (enter or key == Qt.Key.Key_Down):
                self._apply_filter()
                self.table.setFocus()
                return True
            if watched is self._words and key == Qt.Key.Key_Escape:
                self.clear_filter()
                return True
            if watched is self.table and enter:
                self._go(edit=True)
                return True
            if watched is self.table and key == Qt.Key.Key_Delete:
                self._context.actions["issue.ignore-here"].trigger()
                return True
            if watched is self.table and key == Qt.Key.Key_Escape:
                to_grid(self._context)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def clear_filter(self) -> None:
        """Show all flags."""
        self._words.clear()
        for box in (self._level, self._check, self._document):
            box.setCurrentIndex(0)
        self._apply_filter()

    def _make_filter(self) -> None:
        self._words = QLineEdit(self)
        self._words.setClearButtonEnabled(True)
        self._level = QComboBox(self)
        for name in _LEVELS:
            self._level.addItem("", name)
        self._check = QComboBox(self)
        self._document = QComboBox(self)
        for box, letters in ((self._level, 9), (self._check, 12), (self._document, 9)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(letters)
        self._words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        self._document.addItem("", _ALL)
        self._document.addItem("", _HERE)
        self._found = QLabel(self)
        self._found.setTextFormat(Qt.TextFormat.PlainText)
        self._not_run = QToolButton(self)
        self._not_run.setCheckable(True)
        self._not_run.setAutoRaise(True)
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(8, 5, 8, 5)
        self._bar.setSpacing(8)
        self._bar.addWidget(self._words, 1)
        for widget in (self._level, self._check, self._document, self._found, self._not_run):
            self._bar.addWidget(widget)

    def _make_pages(self) -> None:
        self._nothing = QLabel(self)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._silent = CardView(self._context.themes, self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.table)
        split.addWidget(self.details)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([750, 250])
        self._pages = QStackedWidget(self)
        for page in (split, self._nothing, self._silent):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(self._pages, 1)
        self.lead_to(self.table)

    def _wire(self) -> None:
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._apply_filter)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._refresh)
        self._warming = QTimer(self)
        self._warming.setInterval(0)
        self._warming.timeout.connect(self._warm)
        self._words.textChanged.connect(lambda: self._quiet.start())
        for box in (self._level, self._check, self._document):
            box.activated.connect(self._apply_filter)
        self._words.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.entered_blank.connect(self._choose_nearest)
        self.table.doubleClicked.connect(lambda: self._go(edit=True))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self._not_run.toggled.connect(self._show_page)
        context = self._context
        context.bridge.changed.connect(self._apply)
        context.focus.issue_changed.connect(self._follow)
        context.focus.document_changed.connect(self._document_changed)
        context.themes.changed.connect(self.table.viewport().update)

    def _apply(self, changes: Changes) -> None:
        if not self._context.is_open:
            return
        if changes.options or changes.terms:
            self._stale = True
        if changes.structure or (changes.progress is not None and changes.progress.finished):
            self._stale = True
        self._touched |= changes.issues
        if len(self._touched) > FEW:
            self._stale = True
        if (self._touched or self._stale) and not self._soon.isActive():
            # Not at once: what is typed is painted first.
            wait = int(self._cost * 1000 * _SHARE) if self._stale else 0
            self._soon.start(min(max(_SOONEST_MS, wait), _LATEST_MS))

    def _refresh(self) -> None:
        """Take over what changed, where somebody sees it."""
        if not self.isVisible() or not self._context.is_open:
            self._stale = self._stale or bool(self._touched)
            return
        touched, self._touched = self._touched, frozenset()
        if touched and not self._stale and self.flags.put(touched):
            self._show_found()
            self._show_page()
        elif touched or self._stale:
            self._read()

    def _read(self) -> None:
        """Read all flags anew."""
        self._stale = False
        started = time.perf_counter()
        self._leading = True
        chosen = self._chosen()
        scrolled = self.table.verticalScrollBar().value()
        self.flags.read()
        row = self.flags.row_of(chosen) if chosen is not None else None
        if row is not None:
            self._select(row, scroll=False)
            self.table.verticalScrollBar().setValue(scrolled)
        self._leading = False
        self.table.setColumnHidden(Column.DOCUMENT, len(self._context.session.state.documents) < 2)
        self._list_checks()
        self._cost = time.perf_counter() - started
        if self._context.project.checking.progress.finished:
            self._list_silent()
        self._show_found()
        self._show_page()

    def _warm(self) -> None:
        """Note the words of a few more flags before the first letter of a filter is typed."""
        some = tuple(islice(self._to_warm, _WARMED))
        self.flags.warm(some)
        if len(some) < _WARMED or not self._context.is_open:
            self._warming.stop()

    def _apply_filter(self) -> None:
        self._quiet.stop()
        here = self._context.focus.document or self._document_here()
        wish = FlagFilter(
            self._words.text(),
            _LEVELS[str(self._level.currentData())],
            str(self._check.currentData() or ""),
            here if self._document.currentData() == _HERE else None,
        )
        if wish != self.flags.flag_filter:
            chosen = self._chosen()
            self._leading = True
            self.flags.show(wish)
            row = self.flags.row_of(chosen) if chosen is not None else None
            if row is not None:
                self._select(row)
            self._leading = False
            self.details.show_issue(self._chosen())
        self._show_found()
        self._show_page()

    def _document_here(self) -> DocumentId | None:
        segment = self._context.focus.segment
        found = self._context.session.state.segments.get(segment) if segment is not None else None
        return found.document if found is not None else None

    def _document_changed(self) -> None:
        if self._context.is_open and self._document.currentData() == _HERE:
            self._apply_filter()

    def _list_checks(self) -> None:
        """Offer the checks that have flags, with their number."""
        counts = self.flags.by_check
        chosen = str(self._check.currentData() or "")
        # The check chosen stays chosen when its last flag goes.
        named = sorted((self.flags.check_name(CheckId(one)), one) for one in {*counts, *filter(None, (chosen,))})
        self._check.blockSignals(True)
        self._check.clear()
        self._check.addItem(self.tr("All checks"), "")
        for name, check in named:
            self._check.addItem(f"{name} ({counts[CheckId(check)]})", check)
        self._check.setCurrentIndex(max(self._check.findData(chosen), 0))
        self._check.blockSignals(False)

    def _list_silent(self) -> None:
        """List the checks that could not run, each with the reason and the documents."""
        checking = self._context.project.checking
        state = self._context.session.state
        places: dict[tuple[str, str], list[str]] = {}
        for key in state.document_order:
            try:
                not_run = checking.not_run(key)
            except KeyError:  # nothing of it has been checked yet
                continue
            for one in not_run:
                reason = self._context.render(one.reason)
                places.setdefault((self.flags.check_name(one.check), reason), []).append(state.documents[key].title)
        cards = []
        for (name, reason), titles in sorted(places.items()):
            every = len(titles) == len(state.document_order)
            where = self.tr("in all documents") if every and len(titles) > 1 else " · ".join(titles)
            cards.append(Card((name, reason), (Line((Run(name, bold=True), Run(f"  {reason}"))), plain(where))))
        self._silent.show_cards(cards)
        self._not_run.setText(self.tr("Not run: %1").replace("%1", str(len({name for name, _ in places}))))
        self._not_run.setVisible(bool(places))
        if not places:
            self._not_run.setChecked(False)

    def _show_found(self) -> None:
        shown = len(self.flags.rows)
        if self.flags.flag_filter.empty:
            self._found.setText(self.tr("%n flag(s)", "", shown))
        else:
            total = sum(self._context.project.checking.counts().values())
            self._found.setText(self.tr("%1 of %2").replace("%1", str(shown)).replace("%2", str(total)))

    def _show_page(self) -> None:
        if self._not_run.isChecked():
            self._pages.setCurrentIndex(2)
            return
        self._pages.setCurrentIndex(0 if self.flags.rows else 1)
        if self.flags.rows:
            if self.hasFocus():
                self.table.setFocus()
            return
        if not self.flags.flag_filter.empty:
            self._nothing.setText(self.tr("No flag passes the filter. Esc in the filter shows all."))
        elif not self._context.project.checking.progress.finished:
            self._nothing.setText(self.tr("Checking…"))
        else:
            self._nothing.setText(self.tr("No open flags."))

    def _sort(self, section: int) -> None:
        """Sort by a column, the other way round, then back into reading order."""
        header = self.table.horizontalHeader()
        if not header.isSortIndicatorShown() or header.sortIndicatorSection() != section:
            order = Qt.SortOrder.AscendingOrder
        elif header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder:
            order = Qt.SortOrder.DescendingOrder
        else:
            header.setSortIndicatorShown(False)
            self.flags.sort(-1)
            return
        header.setSortIndicatorShown(True)
        header.setSortIndicator(section, order)
        self.flags.sort(section, order)

    def _chosen(self) -> Issue | None:
        row = self.table.currentIndex().row()
        return self.flags.rows[row] if 0 <= row < len(self.flags.rows) else None

    def _current_changed(
        self, current: QModelIndex | QPersistentModelIndex, before: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Explain the flag; where the person moves in the list, show its place in the grid as well."""
        if not self._context.is_open:
            return
        self.details.show_issue(self._chosen())
        if not self._leading and self.table.hasFocus():
            self._go()

    def _go(self, *, edit: bool = False) -> None:
        issue = self._chosen()
        if issue is None or issue.segment not in self._context.session.state.segments:
            return
        span = issue.target if issue.part is FixPart.TARGET else None
        self._leading = True
        if not edit:
            self._context.grid.leave()
        self._context.focus.go_to(issue.segment, span, edit=edit and self._context.writable)
        self._context.focus.set_issue(issue)
        self._leading = False
        if not edit:
            self.table.setFocus()

    def _choose_nearest(self) -> None:
        """Make the first flag at or after the current segment the current row; the grid stays where it is."""
        if not self._context.is_open or not self.flags.rows:
            return
        self._leading = True
        self._select(self.flags.row_at(self._context.focus.segment))
        self._leading = False

    def _select(self, row: int, *, scroll: bool = True) -> None:
        index = self.flags.index(row, Column.MESSAGE)
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, chosen)
        if scroll:
            self.table.scrollTo(index)

    def _follow(self, issue: Issue | None) -> None:
        """Show the flag that is being dealt with elsewhere."""
        if issue is None or self._leading or not self.isVisible():
            return
        self._refresh()
        row = self.flags.row_of(issue)
        if row is not None:
            self._leading = True
            self._select(row)
            self._leading = False

    def _menu(self, spot: QPoint) -> None:
        issue = self._chosen()
        if issue is None:
            return
        self._go()
        menu = fix_menu(self._context, issue)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(spot))


PANEL = PanelSpec(
    id="problems",
    title=QT_TRANSLATE_NOOP("Panels", "Problems"),
    area=Area.BOTTOM,
    build=ProblemsPanel,
    keys="Ctrl+J",
    order=30,
    icon="level-error",
)
