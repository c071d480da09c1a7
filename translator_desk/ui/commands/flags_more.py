"""More that can be done about a flag: its fix everywhere, ignoring it, saying who is who."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from translator_desk.app.commands.options import SetOptions, with_names
from translator_desk.app.search import occurrences
from translator_desk.checks.options import OFF
from translator_desk.checks.registry import check_by_id
from translator_desk.model.issue import Fix, FixPart, Issue
from translator_desk.model.project import NameDecision
from translator_desk.model.waiver import WaiverScope
from translator_desk.ui.actions import ActionSpec, Menu, segment_is_writable
from translator_desk.ui.commands.flag import current_issue
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.ignore_reason import IgnoreReason
from translator_desk.ui.dialogs.replace_all import ReplaceAll
from translator_desk.ui.glossary.proposing import place_of
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.wording import Message, Wording, say

_NAMES = "name-cluster"


def _flag_at_hand(context: DeskContext) -> Issue | None:
    """Return the flag being dealt with; where there is none, say how to come to one."""
    issue = current_issue(context) if context.focus.segment is not None else None
    if issue is None:
        context.shell.whisper(QCoreApplication.translate("Flag", "There is no flag here. F8 goes to the next one."))
    else:
        context.focus.set_issue(issue)
    return issue


def _fix_of(context: DeskContext, issue: Issue) -> tuple[Fix, str] | None:
    """Return the fix that can be made everywhere, and the words it replaces."""
    segment = context.session.state.segments[issue.segment]
    for fix in issue.fixes:
        words = fix.span.of(segment.target)
        if fix.part is FixPart.TARGET and words.strip():
            return fix, words
    return None


def _fix_everywhere(context: DeskContext) -> None:
    issue = _flag_at_hand(context)
    if issue is None:
        return
    found = _fix_of(context, issue)
    if found is None:
        context.shell.whisper(
            QCoreApplication.translate(
                "Flag", "This flag has no fix that could be made everywhere: it replaces no words."
            )
        )
        return
    fix, words = found
    ReplaceAll(context, occurrences(context.session.state, words, fix.replacement)).open()


def _ignore(context: DeskContext, scope: WaiverScope) -> None:
    issue = _flag_at_hand(context)
    if issue is not None:
        IgnoreReason(context, issue, scope).open()


def _spellings(context: DeskContext) -> tuple[str, str] | None:
    """Return the two spellings that a flag about one person under two names speaks of."""
    issue = current_issue(context) if context.is_open and context.focus.segment is not None else None
    if issue is None or issue.check != _NAMES or issue.target is None or not issue.expected:
        return None
    words = issue.target.of(context.session.state.segments[issue.segment].target)
    return (words, issue.expected[0]) if words else None


def _decide(context: DeskContext, *, same: bool) -> None:
    spellings = _spellings(context)
    if spellings is None:
        context.shell.whisper(
            QCoreApplication.translate("Flag", "This is for flags about one name in two spellings; there is none here.")
        )
        return
    first, second = spellings
    decision = NameDecision(first, second, same, context.session.person.name)
    if context.glossary.proposing.obliged:
        context.glossary.proposing.put_names(decision, place_of(context, context.require_segment()))
        return
    if context.execute(SetOptions(with_names(context.session.state.options, decision))) is not None:
        said = (
            QCoreApplication.translate("Flag", "Noted: %1 and %2 are one person.")
            if same
            else QCoreApplication.translate("Flag", "Noted: %1 and %2 are two people.")
        )
        context.shell.whisper(said.replace("%1", first).replace("%2", second))


def _switch_off(context: DeskContext) -> None:
    """Switch the check of the flag off for the project; the bar offers to take that back."""
    issue = _flag_at_hand(context)
    if issue is None:
        return
    options = context.session.state.options
    wish = replace(options, levels={**options.levels, issue.check: OFF})
    if context.execute(SetOptions(wish)) is None:
        return
    context.focus.set_issue(None)
    title = check_by_id(issue.check).title
    context.shell.tell(
        Message(
            Wording(
                f"“{title.en}” is off in this project. The preferences switch it on again.",
                f"本项目已关闭检查“{title.zh}”。可在首选项中重新打开。",
            )
        ),
        (say("Undo", "撤销"), context.actions["edit.undo"].trigger),
    )


def _is_about_names(context: DeskContext) -> bool:
    return segment_is_writable(context) and _spellings(context) is not None


ACTIONS = (
    ActionSpec(
        id="issue.fix-everywhere",
        text=QT_TRANSLATE_NOOP("Actions", "Fix e&verywhere…"),
        run=_fix_everywhere,
        menu=Menu.REVIEW,
        keys=("Alt+2",),
        enabled=segment_is_writable,
        section=11,
    ),
    ActionSpec(
        id="issue.ignore-here",
        text=QT_TRANSLATE_NOOP("Actions", "&Ignore here…"),
        run=lambda context: _ignore(context, WaiverScope.HERE),
        menu=Menu.REVIEW,
        keys=("Alt+4",),
        enabled=segment_is_writable,
        section=20,
    ),
    ActionSpec(
        id="issue.ignore-everywhere",
        text=QT_TRANSLATE_NOOP("Actions", "I&gnore everywhere…"),
        run=lambda context: _ignore(context, WaiverScope.EVERYWHERE),
        menu=Menu.REVIEW,
        keys=("Alt+Shift+4",),
        enabled=segment_is_writable,
        section=21,
    ),
    ActionSpec(
        id="issue.check-off",
        text=QT_TRANSLATE_NOOP("Actions", "Switch this check o&ff in the project"),
        run=_switch_off,
        menu=Menu.REVIEW,
        enabled=segment_is_writable,
        section=22,
    ),
    ActionSpec(
        id="issue.same-person",
        text=QT_TRANSLATE_NOOP("Actions", "&One person under two names"),
        run=lambda context: _decide(context, same=True),
        menu=Menu.REVIEW,
        enabled=_is_about_names,
        section=25,
    ),
    ActionSpec(
        id="issue.different-people",
        text=QT_TRANSLATE_NOOP("Actions", "&Two different people"),
        run=lambda context: _decide(context, same=False),
        menu=Menu.REVIEW,
        enabled=_is_about_names,
        section=26,
    ),
)
