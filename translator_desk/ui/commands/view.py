"""Commands of the View menu: size of the letters, colours, language, filter, palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from translator_desk.errors import DeskError
from translator_desk.ui.actions import ActionSpec, Menu, project_is_open
from translator_desk.ui.context import DeskContext
from translator_desk.ui.noop import QT_TRANSLATE_NOOP

STEP = 10
SMALLEST, LARGEST = 50, 300
_THEMES = {
    "system": QT_TRANSLATE_NOOP("View", "As the system"),
    "light": QT_TRANSLATE_NOOP("View", "Light"),
    "dark": QT_TRANSLATE_NOOP("View", "Dark"),
}
# A language is named in itself, so that whoever lands in the wrong one finds the way back.
_LANGUAGES = {"system": _THEMES["system"], "en": "English", "zh": "简体中文"}


def _keep(context: DeskContext, **values: object) -> None:
    try:
        context.desk.change_settings(**values)
    except DeskError as error:
        context.tell_error(error)


def _zoom(context: DeskContext, percent: int) -> None:
    percent = min(max(percent, SMALLEST), LARGEST)
    _keep(context, zoom=percent)
    context.grid.set_zoom(percent)
    context.shell.whisper(QCoreApplication.translate("View", "Letters at %1 %").replace("%1", str(percent)))


def choose_theme(context: DeskContext, theme: str) -> None:
    """Put a theme in force and keep it."""
    _keep(context, theme=theme)
    context.themes.apply(theme)


def choose_language(context: DeskContext, language: str) -> None:
    """Put a language in force and keep it."""
    _keep(context, language=language)
    context.language.apply(language)


def _choices(
    names: dict[str, str], current: Callable[[DeskContext], str], choose: Callable[[DeskContext, str], None]
) -> Callable[[DeskContext, QMenu], None]:
    def fill(context: DeskContext, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for value, name in names.items():
            action = menu.addAction(QCoreApplication.translate("View", name))
            action.setCheckable(True)
            action.setChecked(current(context) == value)
            action.triggered.connect(partial(_choose, context, choose, value))
            group.addAction(action)

    return fill


def _choose(context: DeskContext, choose: Callable[[DeskContext, str], None], value: str, _: bool = False) -> None:
    choose(context, value)


def _full_screen(context: DeskContext) -> None:
    context.window.setWindowState(context.window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _palette(context: DeskContext) -> None:
    from translator_desk.ui.palette import Palette  # lazily: not needed before the first Ctrl+K

    palette = Palette(context)
    palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    palette.accepted.connect(palette.run_chosen)
    palette.open()


ACTIONS = (
    ActionSpec(
        id="view.palette",
        text=QT_TRANSLATE_NOOP("Actions", "&All commands…"),
        run=_palette,
        menu=Menu.VIEW,
        keys=("Ctrl+K",),
        section=10,
    ),
    ActionSpec(
        id="view.filter",
        text=QT_TRANSLATE_NOOP("Actions", "&Filter segments"),
        run=lambda context: context.shell.begin_filter(),
        menu=Menu.VIEW,
        keys=("Ctrl+L",),
        enabled=project_is_open,
        section=11,
        icon="filter",
    ),
    ActionSpec(
        id="view.all-documents",
        text=QT_TRANSLATE_NOOP("Actions", "Show all &documents"),
        run=lambda context: context.focus.set_document(None),
        menu=Menu.VIEW,
        enabled=lambda context: context.is_open and context.focus.document is not None,
        section=12,
    ),
    ActionSpec(
        id="view.zoom-in",
        text=QT_TRANSLATE_NOOP("Actions", "Letters &larger"),
        run=lambda context: _zoom(context, context.desk.settings.zoom + STEP),
        menu=Menu.VIEW,
        keys=("Ctrl+=", "Ctrl++"),
        section=30,
    ),
    ActionSpec(
        id="view.zoom-out",
        text=QT_TRANSLATE_NOOP("Actions", "Letters &smaller"),
        run=lambda context: _zoom(context, context.desk.settings.zoom - STEP),
        menu=Menu.VIEW,
        keys=("Ctrl+-",),
        section=31,
    ),
    ActionSpec(
        id="view.zoom-reset",
        text=QT_TRANSLATE_NOOP("Actions", "Letters at &normal size"),
        run=lambda context: _zoom(context, 100),
        menu=Menu.VIEW,
        keys=("Ctrl+0",),
        section=32,
    ),
    ActionSpec(
        id="view.theme",
        text=QT_TRANSLATE_NOOP("Actions", "&Colours"),
        run=lambda context: None,
        menu=Menu.VIEW,
        section=40,
        submenu=_choices(_THEMES, lambda context: context.desk.settings.theme, choose_theme),
    ),
    ActionSpec(
        id="view.language",
        text=QT_TRANSLATE_NOOP("Actions", "Lan&guage"),
        run=lambda context: None,
        menu=Menu.VIEW,
        section=41,
        submenu=_choices(_LANGUAGES, lambda context: context.desk.settings.language, choose_language),
    ),
    ActionSpec(
        id="view.full-screen",
        text=QT_TRANSLATE_NOOP("Actions", "F&ull screen"),
        run=_full_screen,
        menu=Menu.VIEW,
        keys=("F11",),
        section=50,
        checked=lambda context: bool(context.window.windowState() & Qt.WindowState.WindowFullScreen),
    ),
)
