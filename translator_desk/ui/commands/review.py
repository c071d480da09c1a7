"""Commands of a review: decide the current change, many of them, ask back; and what of the changes is shown."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from translator_desk.app.commands.comments import AskBack
from translator_desk.app.commands.review import AmendHunk, DecideHunk
from translator_desk.app.commands.workflow import ApproveSegments, ReopenSegments
from translator_desk.app.review_queue import Change
from translator_desk.model.issue import Issue
from translator_desk.model.redline import Outcome
from translator_desk.review.grouping import Hunk
from translator_desk.review.parts import parts_of
from translator_desk.text.span import Span
from translator_desk.ui.actions import ActionSpec, Menu, Where, project_is_open, segment_is_writable
from translator_desk.ui.commands.workflow import checks_are_done
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.dialogs.bulk_decision import BulkDecision
from translator_desk.ui.dialogs.hunk_part import HunkPart
from translator_desk.ui.grid.redline_painter import Showing
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.perspectives.registry import all_perspectives, perspective_named

_ALT = "Meta" if sys.platform == "darwin" else "Alt"
"""On a Mac, Option with a letter types a sign; Control (Qt's Meta) is free there."""
_TRIED_OUT = 50
"""So many segments that the background check has not come by are looked at while a bulk decision is opened."""
_SHOWN = {
    Showing.MARKUP: QT_TRANSLATE_NOOP("Review", "Old and new words"),
    Showing.FINAL: QT_TRANSLATE_NOOP("Review", "The text as it will be"),
    Showing.ORIGINAL: QT_TRANSLATE_NOOP("Review", "The text as it was"),
    Showing.SIDES: QT_TRANSLATE_NOOP("Review", "Side by side"),
}
_IN_ONE = (Showing.MARKUP, Showing.FINAL, Showing.ORIGINAL)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Review", words)


def _with_letters(context: DeskContext) -> bool:
    return context.writable and perspective_named(context.perspective).letters


def _change_is_current(context: DeskContext) -> bool:
    return context.writable and context.review.current is not None


def _letter_on_change(context: DeskContext) -> bool:
    return _with_letters(context) and _change_is_current(context)


def _hunk_change(context: DeskContext) -> Change | None:
    """Return the current change where it is one of words; else say what there is."""
    change = context.review.current
    if change is None or change.hunk is None:
        context.shell.whisper(QCoreApplication.translate("Review", "There is no change here. N goes to the next one."))
        return None
    return change


def _decide(context: DeskContext, outcome: Outcome) -> None:
    change = _hunk_change(context)
    if change is not None and context.review.confirmed(change, outcome):
        _settle(context, change, outcome)


def _settle(context: DeskContext, change: Change, outcome: Outcome, reason: str = "") -> None:
    if change.hunk is None:
        return
    if context.execute(DecideHunk(change.segment, change.hunk, outcome, reason), context.actions) is None:
        return
    if not context.grid.editing:
        _next_after(context, change)


def _flags(context: DeskContext, brought: Iterable[Issue]) -> str:
    """Return the flags that a decision would bring as a paragraph, "" for none."""
    words = "\n".join(context.render(issue.message) for issue in brought)
    return QCoreApplication.translate("Review", "This brings: %1").replace("%1", words) if words else ""


def _next_after(context: DeskContext, change: Change) -> None:
    if context.review.step_after(change) is None:
        context.shell.whisper(QCoreApplication.translate("Review", "No change waits for a decision any more."))


def _go(context: DeskContext, *, back: bool) -> None:
    if context.review.step(back=back) is None:
        context.shell.whisper(QCoreApplication.translate("Review", "No change waits for a decision."))


def _from_to(hunk: Hunk) -> str:
    return f"{hunk.old} → {hunk.new}"


def _reject_why(context: DeskContext) -> None:
    change = _hunk_change(context)
    if change is None or change.hunk is None:
        return
    brought = _flags(context, context.review.queue.brings(change, Outcome.REJECT))
    AskedWords(
        context,
        title=QCoreApplication.translate("Review", "Reject this change"),
        about=_from_to(change.hunk),
        ok=QCoreApplication.translate("Review", "Reject"),
        take=lambda reason: _settle(context, change, Outcome.REJECT, reason),
        warn=lambda _: brought,
    ).open()


def _amend(context: DeskContext) -> None:
    change = _hunk_change(context)
    if change is None or change.hunk is None:
        return
    hunk = change.hunk

    def take(words: str) -> None:
        if context.execute(AmendHunk(change.segment, hunk, words)) is not None:
            _next_after(context, change)

    AskedWords(
        context,
        title=QCoreApplication.translate("Review", "Amend this change"),
        about=_from_to(hunk),
        ok=QCoreApplication.translate("Review", "Amend"),
        words=hunk.new,
        needed=False,
        take=take,
        warn=lambda words: _flags(context, context.review.queue.amending_brings(change, words)),
    ).open()


def _part(context: DeskContext) -> None:
    change = _hunk_change(context)
    if change is None or change.hunk is None:
        return
    if len(parts_of(change.hunk)) < 2 and len(change.authors) < 2:
        context.shell.whisper(
            QCoreApplication.translate("Review", "The words of this change belong together: it has no parts.")
        )
        return
    HunkPart(context, change, change.hunk).open()


def _ask_back(context: DeskContext) -> None:
    segment = context.require_segment()
    caret = context.grid.caret()
    span = Span(*caret) if caret is not None and caret[0] < caret[1] else None
    AskedWords(
        context,
        title=QCoreApplication.translate("Review", "Ask back"),
        about=context.session.state.segments[segment].target,
        ok=QCoreApplication.translate("Review", "Ask"),
        take=lambda question: context.execute(AskBack(segment, question, span)),
    ).open()


def _errors_are_known(context: DeskContext) -> bool:
    """Return whether it can be told at once which segments have errors, which are left alone; else say so."""
    progress = context.project.checking.progress
    return progress.total - progress.checked <= _TRIED_OUT or checks_are_done(context)


def _bulk(context: DeskContext, outcome: Outcome) -> None:
    if not _errors_are_known(context):
        return
    bulk = context.review.queue.bulk(context.review.changes(), outcome)
    BulkDecision(context, bulk).open()


def _alike(context: DeskContext, outcome: Outcome) -> None:
    change = _hunk_change(context)
    if change is None or not _errors_are_known(context):
        return
    queue = context.review.queue
    BulkDecision(context, queue.bulk((change, *queue.identical(change)), outcome)).open()


def _fill_alike(context: DeskContext, menu: QMenu) -> None:
    for outcome, words in (
        (Outcome.ACCEPT, QCoreApplication.translate("Review", "Accept them all…")),
        (Outcome.REJECT, QCoreApplication.translate("Review", "Reject them all…")),
    ):
        menu.addAction(words).triggered.connect(partial(_alike, context, outcome))


def _fill_shown(context: DeskContext, menu: QMenu) -> None:
    for showing, words in _SHOWN.items():
        action = menu.addAction(_tr(words))
        action.setCheckable(True)
        action.setChecked(context.grid.showing is showing)
        action.triggered.connect(partial(context.grid.show_changes, showing))


def _show(context: DeskContext, showing: Showing) -> None:
    context.grid.show_changes(showing)
    context.shell.whisper(_tr(_SHOWN[showing]))


def _next_side(context: DeskContext) -> None:
    now = context.grid.showing
    _show(context, _IN_ONE[(_IN_ONE.index(now) + 1) % len(_IN_ONE)] if now in _IN_ONE else Showing.MARKUP)


def _side_by_side(context: DeskContext) -> None:
    _show(context, Showing.MARKUP if context.grid.showing is Showing.SIDES else Showing.SIDES)


def _reopen(context: DeskContext) -> None:
    context.execute(ReopenSegments(context.grid.selected_segments()))


def _approve(context: DeskContext) -> None:
    chosen = context.grid.selected_segments()
    if context.execute(ApproveSegments(chosen)) is not None:
        context.shell.whisper(QCoreApplication.translate("Review", "Approved."))


def _fill_perspectives(context: DeskContext, menu: QMenu) -> None:
    for one in all_perspectives():
        action = menu.addAction(QCoreApplication.translate("Perspectives", one.title))
        action.setCheckable(True)
        action.setChecked(context.perspective == one.id)
        action.triggered.connect(partial(context.show_perspective, one.id))


def _next_perspective(context: DeskContext) -> None:
    ids = [one.id for one in all_perspectives()]
    at = ids.index(context.perspective) if context.perspective in ids else 0
    chosen = all_perspectives()[(at + 1) % len(ids)]
    context.show_perspective(chosen.id)
    context.shell.whisper(QCoreApplication.translate("Perspectives", chosen.title))


ACTIONS = (
    ActionSpec(
        id="view.perspective",
        text=QT_TRANSLATE_NOOP("Actions", "&Perspective"),
        run=lambda context: None,
        menu=Menu.VIEW,
        enabled=project_is_open,
        section=15,
        submenu=_fill_perspectives,
    ),
    ActionSpec(
        id="view.next-perspective",
        text=QT_TRANSLATE_NOOP("Actions", "Ne&xt perspective"),
        run=_next_perspective,
        menu=Menu.VIEW,
        keys=("F9",),
        enabled=project_is_open,
        section=16,
    ),
    ActionSpec(
        id="review.accept",
        text=QT_TRANSLATE_NOOP("Actions", "&Accept the change"),
        run=lambda context: _decide(context, Outcome.ACCEPT),
        menu=Menu.CHANGES,
        keys=(f"{_ALT}+A",),
        enabled=_change_is_current,
        section=10,
    ),
    ActionSpec(
        id="review.reject",
        text=QT_TRANSLATE_NOOP("Actions", "&Reject the change"),
        run=lambda context: _decide(context, Outcome.REJECT),
        menu=Menu.CHANGES,
        keys=(f"{_ALT}+R",),
        enabled=_change_is_current,
        section=11,
    ),
    ActionSpec(
        id="review.reject-why",
        text=QT_TRANSLATE_NOOP("Actions", "Reject with a rea&son…"),
        run=_reject_why,
        menu=Menu.CHANGES,
        keys=(f"{_ALT}+Shift+R",),
        enabled=_change_is_current,
        section=12,
    ),
    ActionSpec(
        id="review.amend",
        text=QT_TRANSLATE_NOOP("Actions", "A&mend the change…"),
        run=_amend,
        menu=Menu.CHANGES,
        keys=(f"{_ALT}+E",),
        enabled=_change_is_current,
        section=13,
    ),
    ActionSpec(
        id="review.part",
        text=QT_TRANSLATE_NOOP("Actions", "Only some &words of the change…"),
        run=_part,
        menu=Menu.CHANGES,
        keys=(f"{_ALT}+W",),
        enabled=_change_is_current,
        section=14,
    ),
    ActionSpec(
        id="review.alike",
        text=QT_TRANSLATE_NOOP("Actions", "&Identical changes"),
        run=lambda context: None,
        menu=Menu.CHANGES,
        enabled=_change_is_current,
        section=14,
        submenu=_fill_alike,
    ),
    ActionSpec(
        id="review.next",
        text=QT_TRANSLATE_NOOP("Actions", "&Next change"),
        run=lambda context: _go(context, back=False),
        menu=Menu.CHANGES,
        keys=("F4",),
        enabled=project_is_open,
        section=20,
    ),
    ActionSpec(
        id="review.previous",
        text=QT_TRANSLATE_NOOP("Actions", "&Previous change"),
        run=lambda context: _go(context, back=True),
        menu=Menu.CHANGES,
        keys=("Shift+F4",),
        enabled=project_is_open,
        section=21,
    ),
    ActionSpec(
        id="review.ask-back",
        text=QT_TRANSLATE_NOOP("Actions", "As&k back…"),
        run=_ask_back,
        menu=Menu.CHANGES,
        enabled=segment_is_writable,
        section=30,
    ),
    ActionSpec(
        id="review.approve",
        text=QT_TRANSLATE_NOOP("Actions", "Appro&ve the segment"),
        run=_approve,
        menu=Menu.CHANGES,
        enabled=segment_is_writable,
        section=31,
    ),
    ActionSpec(
        id="review.reopen",
        text=QT_TRANSLATE_NOOP("Actions", "Re&open the segment"),
        run=_reopen,
        menu=Menu.CHANGES,
        enabled=segment_is_writable,
        section=32,
    ),
    ActionSpec(
        id="review.accept-all",
        text=QT_TRANSLATE_NOOP("Actions", "Accept all in the &list…"),
        run=lambda context: _bulk(context, Outcome.ACCEPT),
        menu=Menu.CHANGES,
        keys=("Ctrl+Shift+A",),
        enabled=lambda context: context.writable,
        section=40,
    ),
    ActionSpec(
        id="review.reject-all",
        text=QT_TRANSLATE_NOOP("Actions", "Reject all in the lis&t…"),
        run=lambda context: _bulk(context, Outcome.REJECT),
        menu=Menu.CHANGES,
        enabled=lambda context: context.writable,
        section=41,
    ),
    ActionSpec(
        id="review.shown",
        text=QT_TRANSLATE_NOOP("Actions", "S&how changes as"),
        run=lambda context: None,
        menu=Menu.CHANGES,
        enabled=project_is_open,
        section=50,
        submenu=_fill_shown,
    ),
    ActionSpec(
        id="review.side-by-side",
        text=QT_TRANSLATE_NOOP("Actions", "Old and new side b&y side"),
        run=_side_by_side,
        menu=Menu.CHANGES,
        keys=("F7",),
        enabled=project_is_open,
        section=51,
        checked=lambda context: context.is_open and context.grid.showing is Showing.SIDES,
    ),
    ActionSpec(
        id="review.next-side",
        text=QT_TRANSLATE_NOOP("Actions", "Old words, new words, &both"),
        run=_next_side,
        menu=Menu.CHANGES,
        keys=("Ctrl+F7",),
        enabled=project_is_open,
        section=52,
    ),
    ActionSpec(
        id="letter.alike-accept",
        text=QT_TRANSLATE_NOOP("Actions", "Accept all &identical changes…"),
        run=lambda context: _alike(context, Outcome.ACCEPT),
        keys=("I",),
        where=Where.GRID,
        enabled=_letter_on_change,
    ),
    ActionSpec(
        id="letter.alike-reject",
        text=QT_TRANSLATE_NOOP("Actions", "Reject all i&dentical changes…"),
        run=lambda context: _alike(context, Outcome.REJECT),
        keys=("Shift+I",),
        where=Where.GRID,
        enabled=_letter_on_change,
    ),
    *(
        ActionSpec(
            id=f"letter.{action.split('.')[1]}",
            text=text,
            run=lambda context, action=action: context.actions[action].trigger(),  # type: ignore[misc]
            keys=(letter,),
            where=Where.GRID,
            enabled=enabled,
        )
        for letter, action, text, enabled in (
            ("A", "review.accept", QT_TRANSLATE_NOOP("Actions", "&Accept the change"), _letter_on_change),
            ("R", "review.reject", QT_TRANSLATE_NOOP("Actions", "&Reject the change"), _letter_on_change),
            ("E", "review.amend", QT_TRANSLATE_NOOP("Actions", "A&mend the change…"), _letter_on_change),
            ("W", "review.part", QT_TRANSLATE_NOOP("Actions", "Only some &words of the change…"), _letter_on_change),
            ("N", "review.next", QT_TRANSLATE_NOOP("Actions", "&Next change"), _with_letters),
            ("P", "review.previous", QT_TRANSLATE_NOOP("Actions", "&Previous change"), _with_letters),
            ("C", "comment.add", QT_TRANSLATE_NOOP("Actions", "Co&mment…"), _with_letters),
            ("D", "comment.turn", QT_TRANSLATE_NOOP("Actions", "Resol&ve the thread, or reopen it"), _with_letters),
            ("Q", "review.ask-back", QT_TRANSLATE_NOOP("Actions", "As&k back…"), _with_letters),
            ("O", "review.reopen", QT_TRANSLATE_NOOP("Actions", "Re&open the segment"), _with_letters),
            ("U", "edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), _with_letters),
        )
    ),
)
