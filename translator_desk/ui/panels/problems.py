"""All flags of the project: filtered, explained, mended, ignored; and which checks could not run."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget

from translator_desk.app.changes import Changes
from translator_desk.model.ids import SegmentId
from translator_desk.model.issue import FixPart, Issue
from translator_desk.ui.commands.flag import fix_menu
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import to_grid
from translator_desk.ui.panels.flag_details import FlagDetails
from translator_desk.ui.panels.flag_filter import FlagFilterBar
from translator_desk.ui.panels.flag_model import FEW, Column, FlagModel
from translator_desk.ui.panels.flag_table import FlagTable
from translator_desk.ui.panels.not_run import NotRunList
from translator_desk.ui.panels.panel import Panel, column_layout, empty_label

_SHARE = 25
"""Reading all flags anew may take one part in so many of the window's time."""
_SOONEST_MS, _LATEST_MS = 40, 1000
_WARMED = 500
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class ProblemsPanel(Panel):
    """Filter, flags, and the chosen one explained."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self.flags = FlagModel(context, self)
        self.table = FlagTable(self.flags, self)
        self.details = FlagDetails(context, self)
        self.filter = FlagFilterBar(context.language.number, self)
        self._silent = NotRunList(context, self)
        self._stale = True
        self._touched: frozenset[SegmentId] = frozenset()
        self._to_warm: Iterator[Issue] = iter(())
        self._cost = 0.0
        self._leading = False
        self._lay_out()
        self._wire()
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self.filter.retranslate()
        self.table.setAccessibleName(self.tr("Flags"))
        self.details.setAccessibleName(self.tr("The flag explained"))
        self._silent.setAccessibleName(self.tr("Checks that did not run"))
        self.flags.retell()
        self.details.show_issue(None)
        self._stale = True
        self._refresh()

    def catch_up(self) -> None:
        """Catch up with what happened while nobody saw it."""
        self._refresh()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the keys of the list: Enter edits at the words, Delete ignores, Esc leads back to the grid."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
                self._go(edit=True)
                return True
            if key == Qt.Key.Key_Delete:
                self._context.actions["issue.ignore-here"].trigger()
                return True
            if key == Qt.Key.Key_Escape:
                to_grid(self._context)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        self._nothing = empty_label(self)
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
        column = column_layout(self)
        column.addWidget(self.filter)
        column.addWidget(self._pages, 1)
        self.lead_to(self.table)

    def _wire(self) -> None:
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._refresh)
        self._warming = QTimer(self)
        self._warming.setInterval(0)
        self._warming.timeout.connect(self._warm)
        self.filter.changed.connect(self._filter)
        self.filter.left.connect(self.table.setFocus)
        self.filter.begun.connect(self._begin_to_warm)
        self.filter.not_run.toggled.connect(self._show_page)
        self.table.installEventFilter(self)
        self.table.entered_blank.connect(self._choose_nearest)
        self.table.doubleClicked.connect(lambda: self._go(edit=True))
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
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
            self._tell()
        elif touched or self._stale:
            self._read()

    def _read(self) -> None:
        """Read all flags anew."""
        self._stale = False
        started = time.perf_counter()
        scrolled = self.table.verticalScrollBar().value()
        with self._staying(scroll=False):
            self.flags.read()
        self.table.verticalScrollBar().setValue(scrolled)
        self.table.setColumnHidden(Column.DOCUMENT, len(self._context.session.state.documents) < 2)
        self.filter.list_checks(self.flags.by_check, self.flags.check_name)
        self._cost = time.perf_counter() - started
        if self._context.project.checking.progress.finished:
            self.filter.tell_not_run(self._silent.refresh())
        self._tell()

    @contextmanager
    def _staying(self, *, scroll: bool = True) -> Iterator[None]:
        """Keep the chosen flag chosen while rows are exchanged, without going anywhere."""
        chosen = self.table.chosen
        self._leading = True
        try:
            yield
            row = self.flags.row_of(chosen) if chosen is not None else None
            if row is not None:
                self.table.choose(row, scroll=scroll)
        finally:
            self._leading = False

    def _begin_to_warm(self) -> None:
        self._to_warm = iter(self.flags.rows)
        self._warming.start()

    def _warm(self) -> None:
        """Note the words of a few more flags before the first letter of a filter is typed."""
        some = tuple(islice(self._to_warm, _WARMED)) if self._context.is_open else ()
        self.flags.warm(some)
        if len(some) < _WARMED:
            self._warming.stop()

    def _filter(self) -> None:
        if not self._context.is_open:
            return
        wish = self.filter.wish(self._context.document_here)
        if wish != self.flags.flag_filter:
            with self._staying():
                self.flags.show(wish, anew=self._stale or bool(self._touched))
        self._tell()

    def _document_changed(self) -> None:
        if self.filter.bound_to_document:
            self._filter()

    def _tell(self) -> None:
        """Say what is shown, and explain the chosen flag as it is now."""
        total = None if self.flags.flag_filter.empty else sum(self._context.project.checking.counts().values())
        self.filter.tell(len(self.flags.rows), total)
        self.details.show_issue(self.table.chosen)
        self._show_page()

    def _show_page(self) -> None:
        if self.filter.not_run.isChecked():
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

    def _current_changed(
        self, current: QModelIndex | QPersistentModelIndex, before: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Explain the flag; where the person moves in the list, show its place in the grid as well."""
        if not self._context.is_open:
            return
        self.details.show_issue(self.table.chosen)
        if not self._leading and self.table.hasFocus():
            self._go()

    def _go(self, *, edit: bool = False) -> None:
        issue = self.table.chosen
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
        self.table.choose(self.flags.row_at(self._context.focus.segment))
        self._leading = False

    def _follow(self, issue: Issue | None) -> None:
        """Show the flag that is being dealt with elsewhere."""
        if issue is None or self._leading or not self.isVisible():
            return
        self._refresh()
        row = self.flags.row_of(issue)
        if row is not None:
            self._leading = True
            self.table.choose(row)
            self._leading = False

    def _menu(self, spot: QPoint) -> None:
        issue = self.table.chosen
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
