"""Commands of the Go menu: confirm and go on, segments, flags, panes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain, islice

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from translator_desk.app.commands.state import SetState
from translator_desk.errors import DeskError
from translator_desk.model.ids import SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.state import SegmentState
from translator_desk.ui.actions import ActionSpec, Menu, project_is_open, segment_is_current, segment_is_writable
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.segment_number import SegmentNumber
from translator_desk.ui.noop import QT_TRANSLATE_NOOP

_RULES = {
    "unconfirmed": QT_TRANSLATE_NOOP("Go", "To the next unconfirmed segment"),
    "flagged": QT_TRANSLATE_NOOP("Go", "To the next segment with a flag"),
    "next": QT_TRANSLATE_NOOP("Go", "To the next segment"),
}


def _confirm(context: DeskContext) -> None:
    state = context.session.state
    chosen = tuple(key for key in context.grid.selected_segments() if state.segments[key].state is SegmentState.INITIAL)
    if chosen:
        context.execute(SetState(chosen, SegmentState.TRANSLATED), context.actions)


def _confirm_and_go(context: DeskContext) -> None:
    editing = context.grid.editing
    _confirm(context)
    rule = context.desk.settings.next_rule
    target = context.grid.neighbour(1) if rule == "next" else _next_that(context, 1, _RULE_TESTS[rule])
    if target is None:
        context.grid.leave()
        context.shell.whisper(
            {
                "unconfirmed": QCoreApplication.translate("Go", "Every segment shown is confirmed."),
                "flagged": QCoreApplication.translate("Go", "No other segment shown has a flag."),
                "next": QCoreApplication.translate("Go", "This is the last segment shown."),
            }[rule]
        )
        return
    context.focus.go_to(target, edit=editing)


def _is_unconfirmed(context: DeskContext, segment: SegmentId) -> bool:
    return context.session.state.segments[segment].state is SegmentState.INITIAL


def _has_flag(context: DeskContext, segment: SegmentId) -> bool:
    return bool(context.project.checking.issues(segment))


_RULE_TESTS = {"unconfirmed": _is_unconfirmed, "flagged": _has_flag}


def _next_that(context: DeskContext, step: int, wanted: Callable[[DeskContext, SegmentId], bool]) -> SegmentId | None:
    """Return the next segment shown that is wanted, going round; None where there is no other."""
    shown = context.grid.shown_segments()
    here = context.focus.segment
    at = shown.index(here) if here in shown else -1
    ring: Iterable[SegmentId] = chain(islice(shown, at + 1, None), islice(shown, max(at, 0)))
    if step < 0:
        ring = chain(reversed(shown[: max(at, 0)]), reversed(shown[at + 1 :]))
    return next((key for key in ring if wanted(context, key)), None)


def _step(context: DeskContext, by: int) -> None:
    target = context.grid.neighbour(by)
    if target is not None:
        context.focus.go_to(target, edit=context.grid.editing)


def _step_unconfirmed(context: DeskContext, by: int) -> None:
    target = _next_that(context, by, _is_unconfirmed)
    if target is None:
        context.shell.whisper(QCoreApplication.translate("Go", "Every segment shown is confirmed."))
    else:
        context.focus.go_to(target, edit=context.grid.editing)


def _ask_and_go(context: DeskContext) -> None:
    state = context.session.state
    segment = state.segments[context.require_segment()]
    order = state.order[segment.document]
    SegmentNumber(
        context,
        state.position(segment.id) + 1,
        len(order),
        lambda number: context.focus.go_to(order[number - 1]),
    ).open()


def _step_document(context: DeskContext, by: int) -> None:
    state = context.session.state
    order = state.document_order
    at = order.index(state.segments[context.require_segment()].document)
    if 0 <= at + by < len(order) and (keys := state.order[order[at + by]]):
        if context.focus.document is not None:
            context.focus.set_document(order[at + by])
        context.focus.go_to(keys[0])


def _place_of_flag(context: DeskContext, issues: tuple[Issue, ...], by: int) -> int:
    """Return the index of the next or previous flag in ``issues``, beyond their ends where they begin again."""
    here, current = context.focus.segment, context.focus.issue
    if here is None:
        return 0 if by > 0 else -1
    state = context.session.state
    rank = {document: number for number, document in enumerate(state.document_order)}

    def place(segment: SegmentId) -> tuple[int, int]:
        return rank[state.segments[segment].document], state.position(segment)

    def flags_of(segment: SegmentId) -> tuple[int, tuple[Issue, ...]]:
        """Return where the flags of a segment begin or would stand, and these; only a few flags are looked at."""
        at = place(segment)
        start = bisect_left(issues, at, key=lambda issue: place(issue.segment))
        return start, issues[start : bisect_right(issues, at, lo=start, key=lambda issue: place(issue.segment))]

    if current is not None and current.segment in state.segments:
        start, flags = flags_of(current.segment)
        if current in flags:
            # Two flags may stand at one place: go by the list then.
            return start + flags.index(current) + by
    start, flags = flags_of(here)
    caret = context.grid.caret()
    reached = caret[1] - 1 if caret is not None else -2
    places = [issue.target.start if issue.target is not None else -1 for issue in flags]
    if by > 0:
        return start + sum(one <= reached for one in places)
    return start + sum(one < reached for one in places) - 1


def _step_flag(context: DeskContext, by: int) -> None:
    """Go to the next or previous flag of the project, round its end."""
    issues = context.project.checking.all_issues()
    if not issues:
        if context.project.checking.progress.finished:
            context.shell.whisper(QCoreApplication.translate("Go", "No open flags."))
        else:
            context.shell.whisper(QCoreApplication.translate("Go", "No flag so far; the check is still going on."))
        return
    at = _place_of_flag(context, issues, by)
    wraps = not 0 <= at < len(issues)
    issue = issues[at % len(issues)]
    context.focus.go_to(issue.segment, issue.target, edit=context.grid.editing)
    context.focus.set_issue(issue)
    said = QCoreApplication.translate("Go", "Flag %1 of %2").replace(
        "%1", context.language.number(at % len(issues) + 1)
    )
    said = said.replace("%2", context.language.number(len(issues)))
    if wraps:
        first = QCoreApplication.translate("Go", "beginning again at the first")
        last = QCoreApplication.translate("Go", "beginning again at the last")
        said += f" – {first if by > 0 else last}"
    context.shell.whisper(said)
    context.announce(f"{said}: {context.render(issue.message)}")


def _rules(context: DeskContext, menu: QMenu) -> None:
    group = QActionGroup(menu)
    for rule, name in _RULES.items():
        action = menu.addAction(QCoreApplication.translate("Go", name))
        action.setCheckable(True)
        action.setChecked(context.desk.settings.next_rule == rule)
        action.triggered.connect(partial(_choose_rule, context, rule))
        group.addAction(action)


def _choose_rule(context: DeskContext, rule: str, _: bool = False) -> None:
    try:
        context.desk.change_settings(next_rule=rule)
    except DeskError as error:
        context.tell_error(error)


ACTIONS = (
    ActionSpec(
        id="segment.confirm",
        text=QT_TRANSLATE_NOOP("Actions", "&Confirm and go on"),
        run=_confirm_and_go,
        menu=Menu.GO,
        keys=("Ctrl+Return", "Ctrl+Enter"),
        enabled=segment_is_writable,
        section=10,
        icon="confirm",
    ),
    ActionSpec(
        id="segment.confirm-stay",
        text=QT_TRANSLATE_NOOP("Actions", "Con&firm and stay"),
        run=_confirm,
        menu=Menu.GO,
        keys=("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        enabled=segment_is_writable,
        section=11,
    ),
    ActionSpec(
        id="segment.next-rule",
        text=QT_TRANSLATE_NOOP("Actions", "Where confirming &leads"),
        run=lambda context: None,
        menu=Menu.GO,
        section=12,
        submenu=_rules,
    ),
    ActionSpec(
        id="go.next-flag",
        text=QT_TRANSLATE_NOOP("Actions", "&Next flag"),
        run=lambda context: _step_flag(context, 1),
        menu=Menu.GO,
        keys=("F8",),
        enabled=project_is_open,
        section=20,
        icon="next-issue",
    ),
    ActionSpec(
        id="go.previous-flag",
        text=QT_TRANSLATE_NOOP("Actions", "&Previous flag"),
        run=lambda context: _step_flag(context, -1),
        menu=Menu.GO,
        keys=("Shift+F8",),
        enabled=project_is_open,
        section=21,
    ),
    ActionSpec(
        id="go.next-segment",
        text=QT_TRANSLATE_NOOP("Actions", "Next &segment"),
        run=lambda context: _step(context, 1),
        menu=Menu.GO,
        keys=("Alt+Down",),
        enabled=segment_is_current,
        section=30,
    ),
    ActionSpec(
        id="go.previous-segment",
        text=QT_TRANSLATE_NOOP("Actions", "Pr&evious segment"),
        run=lambda context: _step(context, -1),
        menu=Menu.GO,
        keys=("Alt+Up",),
        enabled=segment_is_current,
        section=31,
    ),
    ActionSpec(
        id="go.next-unconfirmed",
        text=QT_TRANSLATE_NOOP("Actions", "Next &unconfirmed"),
        run=lambda context: _step_unconfirmed(context, 1),
        menu=Menu.GO,
        keys=("Ctrl+Down",),
        enabled=segment_is_current,
        section=32,
    ),
    ActionSpec(
        id="go.previous-unconfirmed",
        text=QT_TRANSLATE_NOOP("Actions", "Previous unc&onfirmed"),
        run=lambda context: _step_unconfirmed(context, -1),
        menu=Menu.GO,
        keys=("Ctrl+Up",),
        enabled=segment_is_current,
        section=33,
    ),
    ActionSpec(
        id="go.next-document",
        text=QT_TRANSLATE_NOOP("Actions", "Next &document"),
        run=lambda context: _step_document(context, 1),
        menu=Menu.GO,
        keys=("Ctrl+PgDown",),
        enabled=segment_is_current,
        section=34,
    ),
    ActionSpec(
        id="go.previous-document",
        text=QT_TRANSLATE_NOOP("Actions", "Previous docu&ment"),
        run=lambda context: _step_document(context, -1),
        menu=Menu.GO,
        keys=("Ctrl+PgUp",),
        enabled=segment_is_current,
        section=35,
    ),
    ActionSpec(
        id="go.segment",
        text=QT_TRANSLATE_NOOP("Actions", "&Go to segment…"),
        run=_ask_and_go,
        menu=Menu.GO,
        keys=("Ctrl+G",),
        enabled=segment_is_current,
        section=36,
    ),
    ActionSpec(
        id="go.next-pane",
        text=QT_TRANSLATE_NOOP("Actions", "Next p&ane"),
        run=lambda context: context.shell.next_pane(1),
        menu=Menu.GO,
        keys=("F6",),
        section=40,
    ),
    ActionSpec(
        id="go.previous-pane",
        text=QT_TRANSLATE_NOOP("Actions", "Previous pane"),
        run=lambda context: context.shell.next_pane(-1),
        menu=Menu.GO,
        keys=("Shift+F6",),
        section=41,
    ),
)
