"""Commands about the current flag: the quick fix, its menu, the card that explains; terms by number."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from translator_desk.app.commands.edit import ApplyFix
from translator_desk.model.issue import Fix, FixPart, Issue
from translator_desk.ui.actions import ActionSpec, Menu, segment_is_current, segment_is_writable
from translator_desk.ui.context import DeskContext
from translator_desk.ui.fix_words import offer
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.term_hits import one_an_entry, written_form

IN_MENU = (
    "issue.fix-everywhere",
    "issue.accept-variant",
    "term.avoid",
    "term.new",
    "issue.same-person",
    "issue.different-people",
    "issue.add-word",
    "issue.add-word-to-project",
    "issue.ignore-here",
    "issue.ignore-everywhere",
    "issue.check-off",
)
"""Other commands about a flag that its menu offers, by id; those that are not there are left out."""


def current_issue(context: DeskContext) -> Issue | None:
    """Return the flag being dealt with, else the first of the segment at or after the caret."""
    issues = context.issues_here()
    if context.focus.issue in issues:
        return context.focus.issue
    caret = context.grid.caret()
    after = [one for one in issues if caret is None or one.target is None or one.target.end >= caret[0]]
    return next(iter(after or issues), None)


def apply_fix(context: DeskContext, issue: Issue, fix: Fix) -> None:
    """Write one fix of a flag; the caret stays behind the new words."""
    segment = context.session.state.segments[issue.segment]
    text = segment.target if fix.part is FixPart.TARGET else segment.separator
    if context.execute(ApplyFix(segment.id, fix, fix.span.of(text)), context.actions) is None:
        return
    context.focus.set_issue(None)
    said = QCoreApplication.translate("Flag", "Written: “%1”. F8 goes to the next flag.").replace("%1", fix.replacement)
    context.shell.whisper(said)
    context.announce(said)


def _fix(context: DeskContext) -> None:
    issue = current_issue(context)
    if issue is None:
        context.shell.whisper(QCoreApplication.translate("Flag", "There is no flag here. F8 goes to the next one."))
    elif not issue.fixes:
        context.focus.set_issue(issue)
        context.shell.whisper(
            QCoreApplication.translate("Flag", "This flag has no ready-made fix. Edit the words, or ignore it.")
        )
    else:
        apply_fix(context, issue, issue.fixes[0])


def _menu(context: DeskContext) -> None:
    issue = current_issue(context)
    if issue is None:
        context.shell.whisper(QCoreApplication.translate("Flag", "There is no flag here. F8 goes to the next one."))
        return
    context.focus.set_issue(issue)
    menu = fix_menu(context, issue)
    menu.popup(context.grid.spot())
    menu.aboutToHide.connect(menu.deleteLater)


def fix_menu(context: DeskContext, issue: Issue) -> QMenu:
    """Return the menu of what can be done about a flag."""
    menu = QMenu(context.window)
    for number, fix in enumerate(issue.fixes[:9], 1):
        action = menu.addAction(f"&{number} " + offer(fix.replacement).replace("&", "&&"))
        action.setEnabled(context.writable)
        action.triggered.connect(partial(_chosen, context, issue, fix))
    known = {spec.id for spec, _ in context.actions}
    others = [context.actions[one] for one in IN_MENU if one in known]
    if others and issue.fixes:
        menu.addSeparator()
    for action in others:
        menu.addAction(action)
    if menu.isEmpty():
        menu.addAction(QCoreApplication.translate("Flag", "No ready-made fix: edit the words")).setEnabled(False)
    first = next((action for action in menu.actions() if action.isEnabled()), None)
    if first is not None:
        menu.setActiveAction(first)
    return menu


def _chosen(context: DeskContext, issue: Issue, fix: Fix, _: bool = False) -> None:
    apply_fix(context, issue, fix)


def _insert_term(context: DeskContext, number: int) -> None:
    hits = one_an_entry(context.term_hits(context.require_segment()))
    if number <= len(hits):
        context.grid.insert(written_form(hits[number - 1].entry.en))
    else:
        said = QCoreApplication.translate("Flag", "Terms of this segment: %1")
        context.shell.whisper(said.replace("%1", context.language.number(len(hits))))


def _term_label(context: DeskContext, number: int) -> str:
    return QCoreApplication.translate("Actions", "Insert term %1").replace("%1", str(number))


ACTIONS = (
    ActionSpec(
        id="issue.fix",
        text=QT_TRANSLATE_NOOP("Actions", "&Fix this flag"),
        run=_fix,
        menu=Menu.REVIEW,
        keys=("Alt+1",),
        enabled=segment_is_writable,
        section=10,
    ),
    ActionSpec(
        id="issue.menu",
        text=QT_TRANSLATE_NOOP("Actions", "&What can be done…"),
        run=_menu,
        menu=Menu.REVIEW,
        keys=("Alt+Return", "Alt+Enter"),
        enabled=segment_is_current,
        section=9,
    ),
    ActionSpec(
        id="issue.card",
        text=QT_TRANSLATE_NOOP("Actions", "&Explain the words at the caret"),
        run=lambda context: context.grid.show_card(),
        menu=Menu.REVIEW,
        keys=("Ctrl+I",),
        enabled=segment_is_current,
        section=30,
    ),
    *(
        ActionSpec(
            id=f"term.insert-{number}",
            text=QT_TRANSLATE_NOOP("Actions", "Insert term %1"),
            run=partial(_insert_term, number=number),
            keys=(f"Ctrl+{number}",),
            enabled=segment_is_writable,
            label=partial(_term_label, number=number),
        )
        for number in range(1, 10)
    ),
)
