"""Commands about the entry that is current in the glossary: its new form everywhere, two entries made one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from translator_desk.glossary.entry import Entry
from translator_desk.ui.actions import ActionSpec, Menu, project_is_open
from translator_desk.ui.context import DeskContext
from translator_desk.ui.noop import QT_TRANSLATE_NOOP


def _current(context: DeskContext) -> Entry | None:
    """Return the entry the person looks at; where there is none, say how to come to one."""
    entry = context.glossary.term_base.entry(context.glossary.current)
    if entry is None:
        said = QCoreApplication.translate("Glossary", "Choose an entry of the glossary first (Ctrl+Shift+T).")
        context.shell.whisper(said)
    return entry


def _apply(context: DeskContext) -> None:
    entry = _current(context)
    if entry is not None:
        context.glossary.offers.open_for(entry)


def _merge(context: DeskContext) -> None:
    from translator_desk.ui.dialogs.merge_entries import MergeEntries  # lazily: not needed at the start

    entry = _current(context)
    if entry is None:
        return
    term_base = context.glossary.term_base
    marked = [one for key in context.glossary.chosen if (one := term_base.entry(key)) is not None and one != entry]
    MergeEntries(context, entry, marked[0] if len(marked) == 1 else None).open()


def _can_change(context: DeskContext) -> bool:
    return context.writable and context.glossary.ready


ACTIONS = (
    ActionSpec(
        id="glossary.apply-form",
        text=QT_TRANSLATE_NOOP("Actions", "Write the new &form everywhere…"),
        run=_apply,
        menu=Menu.GLOSSARY,
        enabled=_can_change,
        section=20,
    ),
    ActionSpec(
        id="glossary.merge",
        text=QT_TRANSLATE_NOOP("Actions", "&Merge two entries…"),
        run=_merge,
        menu=Menu.GLOSSARY,
        enabled=_can_change,
        section=21,
    ),
    ActionSpec(
        id="glossary.proposals",
        text=QT_TRANSLATE_NOOP("Actions", "&Proposals"),
        run=lambda context: context.actions["panel.proposals"].trigger(),
        menu=Menu.GLOSSARY,
        enabled=project_is_open,
        section=25,
    ),
    ActionSpec(
        id="glossary.mining",
        text=QT_TRANSLATE_NOOP("Actions", "&Candidates for entries"),
        run=lambda context: context.actions["panel.mining"].trigger(),
        menu=Menu.GLOSSARY,
        enabled=project_is_open,
        section=26,
    ),
)
