"""The way of a document: handed to review, taken back, approved, final, reopened; tracked, assigned; four eyes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from translator_desk.app.commands.workflow import MoveDocument, SetFourEyes, TrackChanges
from translator_desk.app.gate import Findings, findings_of, listed, obstacles
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId
from translator_desk.model.severity import Level
from translator_desk.model.workflow import FROM_STAGE, Move, Stage
from translator_desk.ui.actions import ActionSpec, Menu
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.dialogs.assign import AssignDialog
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.wording import Message, say

_DONE: dict[Move, Callable[[str], Message]] = {
    Move.HAND_OVER: lambda title: say(
        "“{title}” is in review: from now on every edit is a change that waits for a decision.",
        "“{title}”已送审：此后每处编辑均为待定修改。",
        title=title,
    ),
    Move.TAKE_BACK: lambda title: say("“{title}” is in translation again.", "“{title}”已撤回，继续翻译。", title=title),
    Move.APPROVE: lambda title: say("“{title}” is reviewed.", "“{title}”已审定。", title=title),
    Move.FINISH: lambda title: say("“{title}” is final.", "“{title}”已定稿。", title=title),
    Move.REOPEN: lambda title: say("“{title}” is in review again.", "“{title}”已重新打开审校。", title=title),
}


def _here(context: DeskContext) -> Document | None:
    key = context.document_here if context.writable else None
    return context.session.state.documents.get(key) if key is not None else None


def _can(move: Move) -> Callable[[DeskContext], bool]:
    """Return whether a document's stage allows a move; whose role does not is told so when trying."""

    def can(context: DeskContext) -> bool:
        document = _here(context)
        return document is not None and document.handling.stage in FROM_STAGE[move]

    return can


def _move(context: DeskContext, document: Document, move: Move, reason: str = "") -> None:
    context.grid.leave()
    findings = (
        findings_of(context.project.checking, context.session.state, document.id) if move is Move.FINISH else Findings()
    )
    if context.execute(MoveDocument(document.id, move, reason, findings), context.actions) is None:
        if move is Move.APPROVE:
            _go_to_open(context, document.id)
        return
    for said in _DONE.values():
        # Where the document stood before is no news any more.
        context.shell.retract(said(document.title))
    context.shell.tell(_DONE[move](document.title))


def _go_to_open(context: DeskContext, document: DocumentId) -> None:
    """Go to the first segment of a document in which something waits, which kept it from being approved."""
    for segment in context.session.state.document_segments(document):
        if segment.redline is not None or segment.asked_back:
            context.focus.go_to(segment.id)
            return


def _at_once(move: Move) -> Callable[[DeskContext], None]:
    def run(context: DeskContext) -> None:
        document = _here(context)
        if document is not None:
            _move(context, document, move)

    return run


def shut_by(context: DeskContext, document: DocumentId, *, final: bool) -> str:
    """Return what keeps the gate shut, in the window's language; "" where it is open."""
    state = context.session.state
    findings = findings_of(context.project.checking, state, document)
    en, zh = listed(obstacles(state, state.documents[document], findings, final=final))
    return zh if context.language.code == "zh" else en


def checks_are_done(context: DeskContext) -> bool:
    """Return whether the checks have looked at everything; else say that the gate waits for them."""
    if context.project.checking.progress.finished:
        return True
    context.shell.tell(
        say("The checks are not done yet. Try again in a moment.", "检查尚未完成，请稍后再试。"), level=Level.WARNING
    )
    return False


def _finish(context: DeskContext) -> None:
    document = _here(context)
    if document is None or not checks_are_done(context):
        return
    context.grid.leave()
    shut = shut_by(context, document.id, final=True)
    if not shut:
        _move(context, document, Move.FINISH)
        return
    about = QCoreApplication.translate(
        "Workflow",
        "“%1” is not ready: %2. It becomes final all the same for a reason, which is recorded under your name.",
    )
    AskedWords(
        context,
        title=QCoreApplication.translate("Workflow", "Declare final all the same"),
        about=about.replace("%1", document.title).replace("%2", shut),
        ok=QCoreApplication.translate("Workflow", "Declare final"),
        take=lambda reason: _move(context, document, Move.FINISH, reason),
    ).open()


def _reopen(context: DeskContext) -> None:
    document = _here(context)
    if document is None:
        return
    AskedWords(
        context,
        title=QCoreApplication.translate("Workflow", "Reopen “%1”").replace("%1", document.title),
        about=QCoreApplication.translate("Workflow", "Why? The reason goes into the record."),
        ok=QCoreApplication.translate("Workflow", "Reopen"),
        needed=False,
        take=lambda reason: _move(context, document, Move.REOPEN, reason),
    ).open()


def _track(context: DeskContext) -> None:
    document = _here(context)
    if document is not None:
        context.execute(TrackChanges(document.id, not document.handling.tracked), context.actions)


def _can_track(context: DeskContext) -> bool:
    document = _here(context)
    return document is not None and document.handling.stage is Stage.TRANSLATION


def _tracks(context: DeskContext) -> bool:
    key = context.document_here
    return key is not None and context.session.state.documents[key].handling.tracks


def _assign(context: DeskContext) -> None:
    document = _here(context)
    if document is not None:
        AssignDialog(context, document.id).open()


def _four_eyes(context: DeskContext) -> None:
    context.execute(SetFourEyes(not context.session.state.options.four_eyes), context.actions)


ACTIONS = (
    ActionSpec(
        id="workflow.hand-over",
        text=QT_TRANSLATE_NOOP("Actions", "&Hand the document to review"),
        run=_at_once(Move.HAND_OVER),
        menu=Menu.CHANGES,
        enabled=_can(Move.HAND_OVER),
        section=60,
    ),
    ActionSpec(
        id="workflow.take-back",
        text=QT_TRANSLATE_NOOP("Actions", "Take the document &back from review"),
        run=_at_once(Move.TAKE_BACK),
        menu=Menu.CHANGES,
        enabled=_can(Move.TAKE_BACK),
        section=61,
    ),
    ActionSpec(
        id="workflow.approve",
        text=QT_TRANSLATE_NOOP("Actions", "Approve the &document"),
        run=_at_once(Move.APPROVE),
        menu=Menu.CHANGES,
        enabled=_can(Move.APPROVE),
        section=62,
    ),
    ActionSpec(
        id="workflow.finish",
        text=QT_TRANSLATE_NOOP("Actions", "Declare the document &final"),
        run=_finish,
        menu=Menu.CHANGES,
        enabled=_can(Move.FINISH),
        section=63,
    ),
    ActionSpec(
        id="workflow.reopen",
        text=QT_TRANSLATE_NOOP("Actions", "Reopen the do&cument…"),
        run=_reopen,
        menu=Menu.CHANGES,
        enabled=_can(Move.REOPEN),
        section=64,
    ),
    ActionSpec(
        id="workflow.assign",
        text=QT_TRANSLATE_NOOP("Actions", "Assi&gn the document…"),
        run=_assign,
        menu=Menu.CHANGES,
        enabled=lambda context: _here(context) is not None,
        section=65,
    ),
    ActionSpec(
        id="workflow.track",
        text=QT_TRANSLATE_NOOP("Actions", "Track changes in the doc&ument"),
        run=_track,
        menu=Menu.CHANGES,
        enabled=_can_track,
        section=70,
        checked=_tracks,
    ),
    ActionSpec(
        id="workflow.four-eyes",
        text=QT_TRANSLATE_NOOP("Actions", "Four e&yes in this project"),
        run=_four_eyes,
        menu=Menu.CHANGES,
        enabled=lambda context: context.writable,
        section=71,
        checked=lambda context: context.is_open and context.session.state.options.four_eyes,
    ),
)
