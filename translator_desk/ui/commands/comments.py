"""A comment on the current segment, or on the words selected in it."""

from __future__ import annotations

from PySide6.QtWidgets import QDockWidget

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
)
