"""Every command of the window: declared once, shown in menus, palette and key list alike.

A command is an ``ActionSpec`` in the ``ACTIONS`` of a file in ``ui/commands``; it is found by walking the folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from translator_desk.ui import commands
from translator_desk.ui.context import DeskContext
from translator_desk.ui.icons import icon
from translator_desk.ui.mnemonics import distinct
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.walk import declared


class Menu(Enum):
    """The menus, in their order; titles are marked for translation, with mnemonics that no editing key uses."""

    FILE = QT_TRANSLATE_NOOP("Menus", "&File")
    EDIT = QT_TRANSLATE_NOOP("Menus", "&Edit")
    GO = QT_TRANSLATE_NOOP("Menus", "&Go")
    REVIEW = QT_TRANSLATE_NOOP("Menus", "&Check")
    CHANGES = QT_TRANSLATE_NOOP("Menus", "Re&view")
    GLOSSARY = QT_TRANSLATE_NOOP("Menus", "G&lossary")
    VIEW = QT_TRANSLATE_NOOP("Menus", "V&iew")
    HELP = QT_TRANSLATE_NOOP("Menus", "&Help")


class Where(StrEnum):
    """Where the keys of a command count."""

    WINDOW = "window"
    GRID = "grid"
    """In the grid only while nothing is being typed: single letters may stand here."""


def _always(_: DeskContext) -> bool:
    return True


def project_is_open(context: DeskContext) -> bool:
    """Return whether a project is open."""
    return context.is_open


def document_is_here(context: DeskContext) -> bool:
    """Return whether it is clear which document a command is about."""
    return context.document_here is not None


def segment_is_current(context: DeskContext) -> bool:
    """Return whether the person stands on a segment."""
    return context.is_open and context.focus.segment in context.session.state.segments  # undo may have taken it away


def segment_is_writable(context: DeskContext) -> bool:
    """Return whether the current segment may be changed."""
    return context.writable and segment_is_current(context)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command.

    Attributes:
        id: Stable name, "area.verb".
        text: Name in the menu, marked with ``QT_TRANSLATE_NOOP("Actions", ...)``; with an ellipsis where it asks.
        run: Does it.
        menu: Menu it stands in; None keeps it out of the menus.
        keys: Shortcuts in Qt's portable spelling, the one shown first.
        where: Where they count.
        enabled: Whether it can be done now; asked after every change.
        section: Commands of a menu with other sections are divided by a line; menus are sorted by it.
        icon: Name of an icon, or "".
        label: Gives the name anew where it changes with what it would do (undo), or None.
        checked: Makes it a switch: whether it is on.
        submenu: Fills a submenu shown in its place, or None.
    """

    id: str
    text: str
    run: Callable[[DeskContext], object]
    menu: Menu | None = None
    keys: tuple[str, ...] = ()
    where: Where = Where.WINDOW
    enabled: Callable[[DeskContext], bool] = _always
    section: int = 50
    icon: str = ""
    label: Callable[[DeskContext], str] | None = None
    checked: Callable[[DeskContext], bool] | None = None
    submenu: Callable[[DeskContext, QMenu], None] | None = None


@cache
def all_actions() -> tuple[ActionSpec, ...]:
    """Return every declared command, menu by menu, in the order of the menus."""
    menus = list(Menu)
    found = [spec for specs in declared(commands, "ACTIONS") for spec in specs]  # type: ignore[attr-defined]
    return tuple(sorted(found, key=lambda spec: (menus.index(spec.menu) if spec.menu else len(menus), spec.section)))


class Actions(QObject):
    """The commands as ``QAction`` objects of one window."""

    def __init__(self, context: DeskContext, grid: QWidget, extra: tuple[ActionSpec, ...] = ()) -> None:
        super().__init__(context.window)
        self._context = context
        self._actions: dict[str, QAction] = {}
        self._specs: dict[str, ActionSpec] = {}
        self._by_keys: dict[str, str] = {}
        self._menus: dict[Menu, QMenu] = {}
        self._grid = grid
        for spec in (*all_actions(), *extra):
            self._add(spec)
        self._waiting = False
        context.window.installEventFilter(self)
        context.project_changed.connect(self.refresh_soon)
        context.perspective_changed.connect(self.refresh_soon)
        context.bridge.changed.connect(self.refresh_soon)
        context.focus.segment_changed.connect(self.refresh_soon)
        context.focus.issue_changed.connect(self.refresh_soon)
        context.glossary.changed.connect(self.refresh_soon)
        context.themes.changed.connect(self._recolour)
        context.language.changed.connect(self.retranslate)
        self.retranslate()

    def __getitem__(self, action_id: str) -> QAction:
        if self._waiting:
            self.refresh()
        return self._actions[action_id]

    def __iter__(self) -> Iterator[tuple[ActionSpec, QAction]]:
        for action_id, spec in self._specs.items():
            yield spec, self._actions[action_id]

    def owns(self, event: QKeyEvent) -> bool:
        """Return whether a key belongs to a command that can be done now; an editor would swallow some of them."""
        action_id = self._ask(event)
        return action_id is not None and self._specs[action_id].where is Where.WINDOW and self[action_id].isEnabled()

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus; a menu without commands is not made."""
        for menu in Menu:
            here = self._of_menu(menu)
            if not here:
                continue
            shown = bar.addMenu("")
            self._menus[menu] = shown
            section = here[0].section // 10
            for spec in here:
                if spec.section // 10 != section:
                    section = spec.section // 10
                    shown.addSeparator()
                shown.addAction(self._actions[spec.id])
            shown.aboutToShow.connect(self.refresh)
        self.retranslate()

    def refresh_soon(self, _: object = None) -> None:
        """Ask every command whether it can be done, once the present event is over."""
        if not self._waiting:
            self._waiting = True
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    def refresh(self) -> None:
        """Ask every command whether it can be done now, and what it is called."""
        self._waiting = False
        for spec, action in self:
            self._refresh_one(spec, action)

    def retranslate(self) -> None:
        """Take all names anew in the language in force."""
        for one in (*Menu, None):
            here = self._of_menu(one)
            texts = [QCoreApplication.translate("Actions", spec.text) for spec in here]
            for spec, text in zip(here, distinct(texts), strict=True):
                self._actions[spec.id].setText(text)
        for menu, shown in self._menus.items():
            shown.setTitle(QCoreApplication.translate("Menus", menu.value))
        self.refresh()

    def event(self, event: QEvent) -> bool:
        """Refresh where that was put off."""
        if event.type() == QEvent.Type.User:
            if self._waiting:
                self.refresh()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a key find its command as things stand: what changed them may have come in the same moment."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._ask(event)
        return super().eventFilter(watched, event)

    def _ask(self, event: QKeyEvent) -> str | None:
        """Ask the command of a key whether it can be done now; return its id, None for a key without one."""
        action_id = self._by_keys.get(QKeySequence(event.keyCombination()).toString())
        if action_id is not None:
            self._refresh_one(self._specs[action_id], self._actions[action_id])
        return action_id

    def _of_menu(self, menu: Menu | None) -> list[ActionSpec]:
        return sorted((spec for spec in self._specs.values() if spec.menu is menu), key=lambda one: one.section)

    def _add(self, spec: ActionSpec) -> None:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setCheckable(spec.checked is not None)
        if spec.icon:
            action.setIcon(icon(spec.icon, self._context.themes.current.colour("muted")))
        if spec.submenu is not None:
            menu = QMenu(self._context.window)
            fill = spec.submenu
            menu.aboutToShow.connect(lambda: self._fill_anew(menu, fill))
            action.setMenu(menu)
        action.triggered.connect(lambda _=False: self._run(spec))
        if spec.where is Where.GRID:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._grid.addAction(action)
        else:
            self._context.window.addAction(action)
        self._by_keys.update((QKeySequence(keys).toString(), spec.id) for keys in spec.keys)
        self._specs[spec.id] = spec
        self._actions[spec.id] = action

    def _fill_anew(self, menu: QMenu, fill: Callable[[DeskContext, QMenu], None]) -> None:
        menu.clear()
        fill(self._context, menu)

    def _run(self, spec: ActionSpec) -> None:
        # Keys may reach a command before the rule was asked again.
        if spec.enabled(self._context):
            spec.run(self._context)
        self.refresh_soon()

    def _refresh_one(self, spec: ActionSpec, action: QAction) -> None:
        action.setEnabled(spec.enabled(self._context))
        if spec.label is not None:
            action.setText(spec.label(self._context))
        if spec.checked is not None:
            action.setChecked(spec.checked(self._context))

    def _recolour(self) -> None:
        colour = self._context.themes.current.colour("muted")
        for spec, action in self:
            if spec.icon:
                action.setIcon(icon(spec.icon, colour))
