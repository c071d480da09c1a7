"""Commands of the Edit menu: undo, source into target, join and split, copies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from translator_desk.app.commands.edit import EditSource, SetTarget
from translator_desk.app.commands.structure import JoinWithNext, SplitSegment
from translator_desk.errors import DeskError
from translator_desk.ui.actions import ActionSpec, Menu, segment_is_current, segment_is_writable
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.wording import Message, say

_UNDO = QT_TRANSLATE_NOOP("Actions", "&Undo")
_REDO = QT_TRANSLATE_NOOP("Actions", "&Redo")


def _undo(context: DeskContext) -> None:
    try:
        context.session.undo(context.actions)
    except DeskError as error:
        context.tell_error(error)


def _redo(context: DeskContext) -> None:
    try:
        context.session.redo(context.actions)
    except DeskError as error:
        context.tell_error(error)


def _named(context: DeskContext, name: str, what: Message | None) -> str:
    name = QCoreApplication.translate("Actions", name)
    if what is None:
        return name
    both = QCoreApplication.translate("Edit", "%1: %2")
    return both.replace("%1", name).replace("%2", context.render(what).replace("\n", " ").replace("&", "&&"))


def _replace_by_source(context: DeskContext) -> None:
    segment = context.session.state.segments[context.require_segment()]
    context.execute(SetTarget(segment.id, segment.source, say("source over the translation", "以原文替换译文")))


def _insert_source(context: DeskContext) -> None:
    context.grid.insert(context.session.state.segments[context.require_segment()].source)


def _correct_source(context: DeskContext) -> None:
    segment = context.session.state.segments[context.require_segment()]

    def take(words: str) -> None:
        # A sentence stays on one line, however it was pasted.
        context.execute(EditSource(segment.id, " ".join(words.split("\n")).strip()))

    AskedWords(
        context,
        title=QCoreApplication.translate("Edit", "Correct the Chinese"),
        about=QCoreApplication.translate(
            "Edit", "For a slip in the source. The file it came from stays as it is; the history keeps what stood here."
        ),
        ok=QCoreApplication.translate("Edit", "Correct"),
        words=segment.source,
        selected=False,
        take=take,
    ).open()


def _has_source(context: DeskContext) -> bool:
    return segment_is_writable(context) and bool(context.session.state.segments[context.require_segment()].source)


def _reads_source(context: DeskContext) -> bool:
    return segment_is_current(context) and bool(context.session.state.segments[context.require_segment()].source)


def _join(context: DeskContext) -> None:
    context.execute(JoinWithNext(context.require_segment()))


def _split(context: DeskContext) -> None:
    """Split at the caret; the source at the end of the sentence that answers to the part before it."""
    segment = context.session.state.segments[context.require_segment()]
    caret = context.grid.caret()
    at = caret[1] if caret is not None else 0
    source_at = _source_place(segment.source, at / max(len(segment.target), 1))
    context.execute(SplitSegment(segment.id, at, source_at))


def _source_place(source: str, share: float) -> int:
    """Return the end of a clause of the source nearest to a share of it; its length where it is one clause."""
    ends = [at + 1 for at, sign in enumerate(source[:-1]) if sign in "。！？；，"]
    return min(ends, key=lambda end: abs(end - share * len(source)), default=len(source))


def _copy_segment(context: DeskContext) -> None:
    chosen = context.grid.selected_segments()
    state = context.session.state
    lines = []
    for key in chosen:
        segment = state.segments[key]
        lines.append(f"{segment.source}\n{segment.target}" if segment.source else segment.target)
    QApplication.clipboard().setText("\n".join(lines))
    said = QCoreApplication.translate("Edit", "Segments copied: %1")
    context.shell.whisper(said.replace("%1", context.language.number(len(chosen))))


def _copy_document(context: DeskContext) -> None:
    state = context.session.state
    document = state.segments[context.require_segment()].document
    paragraphs: dict[int, str] = {}
    for segment in state.document_segments(document):
        paragraphs[segment.paragraph] = paragraphs.get(segment.paragraph, "") + segment.target + segment.separator
    QApplication.clipboard().setText("\n".join(paragraphs.values()))
    context.shell.whisper(QCoreApplication.translate("Edit", "The English of this document is on the clipboard."))


ACTIONS = (
    ActionSpec(
        id="edit.undo",
        text=_UNDO,
        run=_undo,
        menu=Menu.EDIT,
        keys=("Ctrl+Z",),
        enabled=lambda context: context.writable and context.undo_status.undo is not None,
        section=10,
        icon="undo",
        label=lambda context: _named(context, _UNDO, context.undo_status.undo),
    ),
    ActionSpec(
        id="edit.redo",
        text=_REDO,
        run=_redo,
        menu=Menu.EDIT,
        keys=("Ctrl+Y", "Ctrl+Shift+Z"),
        enabled=lambda context: context.writable and context.undo_status.redo is not None,
        section=11,
        icon="redo",
        label=lambda context: _named(context, _REDO, context.undo_status.redo),
    ),
    ActionSpec(
        id="edit.source-over-target",
        text=QT_TRANSLATE_NOOP("Actions", "Re&place by source"),
        run=_replace_by_source,
        menu=Menu.EDIT,
        keys=("Ctrl+Shift+R",),
        enabled=_has_source,
        section=30,
    ),
    ActionSpec(
        id="edit.insert-source",
        text=QT_TRANSLATE_NOOP("Actions", "&Insert source"),
        run=_insert_source,
        menu=Menu.EDIT,
        keys=("Ctrl+Shift+I",),
        enabled=_has_source,
        section=31,
    ),
    ActionSpec(
        id="edit.select-source",
        text=QT_TRANSLATE_NOOP("Actions", "Select in the s&ource"),
        run=lambda context: context.grid.read_source(),
        menu=Menu.EDIT,
        keys=("Shift+F2",),
        enabled=_reads_source,
        section=32,
    ),
    ActionSpec(
        id="edit.correct-source",
        text=QT_TRANSLATE_NOOP("Actions", "Correct the Chi&nese…"),
        run=_correct_source,
        menu=Menu.EDIT,
        enabled=_has_source,
        section=33,
    ),
    ActionSpec(
        id="edit.join",
        text=QT_TRANSLATE_NOOP("Actions", "&Join with next segment"),
        run=_join,
        menu=Menu.EDIT,
        keys=("Ctrl+Shift+J",),
        enabled=segment_is_writable,
        section=40,
        icon="join",
    ),
    ActionSpec(
        id="edit.split",
        text=QT_TRANSLATE_NOOP("Actions", "&Split at the caret"),
        run=_split,
        menu=Menu.EDIT,
        keys=("Ctrl+Shift+K",),
        enabled=lambda context: segment_is_writable(context) and context.grid.editing,
        section=41,
        icon="split",
    ),
    ActionSpec(
        id="edit.copy-segment",
        text=QT_TRANSLATE_NOOP("Actions", "&Copy segment"),
        run=_copy_segment,
        menu=Menu.EDIT,
        keys=("Ctrl+Shift+C",),
        enabled=segment_is_current,
        section=20,
    ),
    ActionSpec(
        id="edit.copy-document",
        text=QT_TRANSLATE_NOOP("Actions", "Copy &English of the document"),
        run=_copy_document,
        menu=Menu.EDIT,
        enabled=segment_is_current,
        section=21,
    ),
)
