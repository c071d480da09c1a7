"""A comment on the current segment, or on the words selected in it; its thread resolved, or opened again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDockWidget

from translator_desk.app.commands.comments import CloseThread
from translator_desk.text.span import Span
from translator_desk.ui.actions import ActionSpec, Menu, segment_is_writable
from translator_desk.ui.context import DeskContext
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.comments import comments_panel


def _comment(context: DeskContext) -> None:
    caret = context.grid.caret()
    span = Span(*caret) if caret is not None and caret[0] < caret[1] else None
    dock = context.window.findChild(QDockWidget, "panel.comments")
    if dock is not None:
        dock.show()
        dock.raise_()
    panel = comments_panel(context.window)
    if panel is not None:
        panel.begin(span)


def _turn_thread(context: DeskContext) -> None:
    panel = comments_panel(context.window)
    if panel is not None and panel.turn_thread():
        return
    threads = [one for one in context.session.state.remarks(context.require_segment()) if not one.answers]
    if not threads:
        context.shell.whisper(QCoreApplication.translate("Comments", "Nobody has remarked on this segment."))
        return
    thread = next((one for one in threads if not one.resolved), threads[-1])
    if context.execute(CloseThread(thread.id, not thread.resolved)) is not None:
        context.shell.whisper(
            QCoreApplication.translate("Comments", "The thread is open again.")
            if thread.resolved
            else QCoreApplication.translate("Comments", "The thread is resolved.")
        )


ACTIONS = (
    ActionSpec(
        id="comment.add",
        text=QT_TRANSLATE_NOOP("Actions", "Co&mment…"),
        run=_comment,
        menu=Menu.EDIT,
        keys=("Ctrl+M",),
        enabled=segment_is_writable,
        section=70,
    ),
    ActionSpec(
        id="comment.turn",
        text=QT_TRANSLATE_NOOP("Actions", "Resol&ve the thread, or reopen it"),
        run=_turn_thread,
        menu=Menu.EDIT,
        keys=("Ctrl+Shift+M",),
        enabled=segment_is_writable,
        section=71,
    ),
)
