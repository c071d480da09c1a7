"""Keys, preferences, who sits at the desk, what the program is."""

from __future__ import annotations

from translator_desk.ui.actions import ActionSpec, Menu
from translator_desk.ui.dialogs.about import About
from translator_desk.ui.dialogs.keys import KeyList
from translator_desk.ui.dialogs.person import PersonDialog
from translator_desk.ui.dialogs.preferences import Preferences
from translator_desk.ui.noop import QT_TRANSLATE_NOOP

ACTIONS = (
    ActionSpec(
        id="person.change",
        text=QT_TRANSLATE_NOOP("Actions", "Name and ro&le…"),
        run=lambda context: PersonDialog(context).open(),
        menu=Menu.FILE,
        section=70,
    ),
    ActionSpec(
        id="window.preferences",
        text=QT_TRANSLATE_NOOP("Actions", "Pre&ferences…"),
        run=lambda context: Preferences(context).open(),
        menu=Menu.FILE,
        keys=("Ctrl+,",),
        section=71,
    ),
    ActionSpec(
        id="help.keys",
        text=QT_TRANSLATE_NOOP("Actions", "&Keys"),
        run=lambda context: KeyList(context).open(),
        menu=Menu.HELP,
        keys=("F1",),
        section=10,
    ),
    ActionSpec(
        id="help.about",
        text=QT_TRANSLATE_NOOP("Actions", "&About Translator Desk"),
        run=lambda context: About(context).open(),
        menu=Menu.HELP,
        section=90,
    ),
)
