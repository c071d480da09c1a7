"""Commands that search: find, replace, next and previous hit, concordance."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit

from translator_desk.ui.actions import ActionSpec, Menu, project_is_open
from translator_desk.ui.context import DeskContext
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.searching import PHRASE, SearchWish, searching

_LONGEST = 200


def _selected(context: DeskContext) -> str:
    """Return the words that the person is at, on one line; "" for none or for whole paragraphs."""
    widget = QApplication.focusWidget()
    words = context.grid.selected_words()
    if not words and isinstance(widget, QLineEdit):
        words = widget.selectedText()
    elif not words and widget is not None:
        # A list may name the phrase that its current entry is about.
        words = str(widget.property(PHRASE) or "")
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else ""


def _ask(context: DeskContext, wish: SearchWish) -> None:
    """Bring the search panel forward and hand it a wish."""
    dock = context.window.findChild(QDockWidget, "panel.search")
    if dock is not None:
        dock.show()
        dock.raise_()
    searching(context).ask(wish)


def _find(context: DeskContext) -> None:
    _ask(context, SearchWish(_selected(context)))


def _replace(context: DeskContext) -> None:
    words = _selected(context)
    _ask(context, SearchWish(words, replacing=bool(words or searching(context).query)))


def _concordance(context: DeskContext) -> None:
    """Show the selected words in all their sentences; without any, the Chinese of the flag being dealt with."""
    words = _selected(context)
    issue = context.focus.issue
    if not words and issue is not None and issue.source is not None:
        words = issue.source.of(context.session.state.segments[issue.segment].source)
    _ask(context, SearchWish(words, at_once=True))


def _step(context: DeskContext, by: int) -> None:
    search = searching(context)
    if search.query is None:
        _find(context)
    elif not search.step(by):
        context.shell.whisper(QCoreApplication.translate("Search", "Nothing found."))
    else:
        said = QCoreApplication.translate("Search", "Hit %1 of %2").replace(
            "%1", context.language.number(search.at + 1)
        )
        context.shell.whisper(said.replace("%2", context.language.number(len(search.hits))))


ACTIONS = (
    ActionSpec(
        id="search.find",
        text=QT_TRANSLATE_NOOP("Actions", "&Find…"),
        run=_find,
        menu=Menu.EDIT,
        keys=("Ctrl+F",),
        enabled=project_is_open,
        section=60,
        icon="search",
    ),
    ActionSpec(
        id="search.replace",
        text=QT_TRANSLATE_NOOP("Actions", "Find and rep&lace…"),
        run=_replace,
        menu=Menu.EDIT,
        keys=("Ctrl+H",),
        enabled=project_is_open,
        section=61,
    ),
    ActionSpec(
        id="search.next",
        text=QT_TRANSLATE_NOOP("Actions", "Ne&xt hit"),
        run=lambda context: _step(context, 1),
        menu=Menu.EDIT,
        keys=("F3",),
        enabled=project_is_open,
        section=62,
    ),
    ActionSpec(
        id="search.previous",
        text=QT_TRANSLATE_NOOP("Actions", "Pre&vious hit"),
        run=lambda context: _step(context, -1),
        menu=Menu.EDIT,
        keys=("Shift+F3",),
        enabled=project_is_open,
        section=63,
    ),
    ActionSpec(
        id="search.concordance",
        text=QT_TRANSLATE_NOOP("Actions", "Conc&ordance of the selected words"),
        run=_concordance,
        menu=Menu.EDIT,
        keys=("Ctrl+F3",),
        enabled=project_is_open,
        section=64,
    ),
)
