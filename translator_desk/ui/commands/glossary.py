"""Commands from the text to the glossary: a new term, a form accepted, a form to avoid."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer

from translator_desk.app.glossary_edits import SaveOutcome
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.new_entry import with_variant
from translator_desk.model.issue import FixPart, Issue
from translator_desk.text.scripts import has_han
from translator_desk.ui.actions import ActionSpec, Menu, project_is_open, segment_is_writable
from translator_desk.ui.commands.flag import current_issue
from translator_desk.ui.context import DeskContext
from translator_desk.ui.glossary.proposing import Wish, place_of
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.term_hits import one_an_entry
from translator_desk.wording import say


def _can_change(context: DeskContext) -> bool:
    return segment_is_writable(context) and context.glossary.ready


def _has_entry(context: DeskContext) -> bool:
    return _can_change(context) and any(one.entry for one in context.issues_here())


def _open(context: DeskContext) -> None:
    """Arrange the window around the glossary and put the keyboard into it."""
    context.show_perspective("glossary")
    # Afterwards, so that the window does not stand still until the panel is built.
    QTimer.singleShot(0, context.glossary, context.glossary.bring_up)


def _new_term(context: DeskContext) -> None:
    from translator_desk.ui.dialogs.new_term import NewTerm  # lazily: not needed at the start

    segment = context.session.state.segments[context.require_segment()]
    chosen = " ".join(context.grid.selected_words().split())
    issue = context.focus.issue if context.focus.issue in context.issues_here() else None
    zh, en = (chosen, "") if has_han(chosen) else ("", chosen)
    if issue is not None:
        zh = zh or (issue.source.of(segment.source) if issue.source is not None else "")
        en = en or next(iter(issue.expected), "") or _words(context, issue)
    NewTerm(context, zh, en, place_of(context, segment.id)).open()


def _words(context: DeskContext, issue: Issue) -> str:
    """Return the English a flag points at, "" where there is none."""
    if issue.target is None or issue.part is not FixPart.TARGET:
        return ""
    return " ".join(issue.target.of(context.session.state.segments[issue.segment].target).split())


def _accept(context: DeskContext) -> None:
    issue = current_issue(context)
    entry = context.project.checking.term_base.entry(issue.entry) if issue is not None and issue.entry else None
    if issue is None or entry is None:
        context.shell.whisper(QCoreApplication.translate("Glossary", "This flag speaks of no glossary entry."))
        return
    words = _words(context, issue)
    if not words:
        said = QCoreApplication.translate("Glossary", "This flag points at no words that could be accepted.")
        context.shell.whisper(said)
        return
    label = say("accepted variant “{words}”", "接受译法“{words}”", words=words)
    wish = Wish(with_variant(entry, words), entry, place_of(context, issue.segment), label)
    context.glossary.proposing.put(wish, partial(_accepted, context, entry, words))


def _accepted(context: DeskContext, entry: Entry, words: str, outcome: SaveOutcome) -> None:
    if outcome.saved and outcome.entry is None:
        return  # proposed; that is said already
    if outcome.saved:
        context.focus.set_issue(None)
        said = QCoreApplication.translate("Glossary", "Accepted from now on: “%1” for %2").replace("%1", words)
        said = said.replace("%2", entry.zh[0])
    else:
        said = QCoreApplication.translate("Glossary", "Somebody else changed this entry meanwhile; do it again.")
    context.shell.whisper(said)
    context.announce(said)


def _avoid(context: DeskContext) -> None:
    from translator_desk.ui.dialogs.avoid_form import AvoidFormDialog  # lazily: not needed at the start

    here = context.require_segment()
    issue = current_issue(context)
    entries = [one.entry for one in one_an_entry(context.term_hits(here))]
    flagged = context.project.checking.term_base.entry(issue.entry) if issue is not None and issue.entry else None
    if flagged is not None:
        entries = [flagged, *(one for one in entries if one.id != flagged.id)]
    if not entries:
        said = QCoreApplication.translate("Glossary", "No entry of the glossary is found in this segment.")
        context.shell.whisper(said)
        return
    chosen = " ".join(context.grid.selected_words().split())
    words = "" if has_han(chosen) else chosen
    if not words and issue is not None and flagged is not None:
        words = _words(context, issue)
    AvoidFormDialog(context, entries, words).open()


ACTIONS = (
    ActionSpec(
        id="glossary.open",
        text=QT_TRANSLATE_NOOP("Actions", "Open the &glossary"),
        run=_open,
        menu=Menu.GLOSSARY,
        enabled=project_is_open,
        section=5,
    ),
    ActionSpec(
        id="term.new",
        text=QT_TRANSLATE_NOOP("Actions", "&New term from the selection…"),
        run=_new_term,
        menu=Menu.GLOSSARY,
        keys=("Ctrl+Shift+N",),
        enabled=_can_change,
        section=10,
    ),
    ActionSpec(
        id="issue.accept-variant",
        text=QT_TRANSLATE_NOOP("Actions", "Accept this &variant"),
        run=_accept,
        menu=Menu.GLOSSARY,
        enabled=_has_entry,
        section=10,
    ),
    ActionSpec(
        id="term.avoid",
        text=QT_TRANSLATE_NOOP("Actions", "Add to the forms to a&void…"),
        run=_avoid,
        menu=Menu.GLOSSARY,
        enabled=_can_change,
        section=10,
    ),
)
