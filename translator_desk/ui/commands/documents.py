"""What can be done with a document: named, dated, moved, taken out, written to a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from translator_desk.app.commands.document_list import ReorderDocument
from translator_desk.app.commands.documents import RemoveDocument
from translator_desk.app.exports import document_text
from translator_desk.errors import DeskError
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId
from translator_desk.ui.actions import ActionSpec, Menu, document_is_here
from translator_desk.ui.commands.intake import attach_source, export_findings, read_anew, read_other
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.document_details import DocumentDetails
from translator_desk.ui.dialogs.export import ExportDialog
from translator_desk.ui.dialogs.paste_text import PasteText
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.palette import plain_name
from translator_desk.wording import say


def move_document(context: DeskContext, document: DocumentId, by: int) -> None:
    """Move a document in the list."""
    context.execute(ReorderDocument(document, by))


def _remove(context: DeskContext, document: DocumentId) -> None:
    """Take a document out; the bar offers to bring it back, so nobody is asked before."""
    title = context.session.state.documents[document].title
    context.grid.leave()
    if context.focus.document == document:
        context.focus.set_document(None)
    if context.execute(RemoveDocument(document)) is None:
        return

    def bring_back() -> None:
        # Ctrl+Z would do the same; after other work it would take back that first.
        try:
            context.session.undo(context.actions)
        except DeskError as error:
            context.tell_error(error)

    context.shell.tell(
        say(
            "“{title}” is out of the project. Its file is untouched.",
            "“{title}”已移出项目，其文件未受影响。",
            title=title,
        ),
        (say("Bring it back", "恢复"), bring_back),
    )


def _copy(context: DeskContext, document: DocumentId, *, source: bool) -> None:
    state = context.session.state
    text = document_text(state.documents[document], state.document_segments(document), source=source)
    QApplication.clipboard().setText(text)
    said = (
        QCoreApplication.translate("Documents", "The Chinese of this document is on the clipboard.")
        if source
        else QCoreApplication.translate("Documents", "The English of this document is on the clipboard.")
    )
    context.shell.whisper(said)


def _lacks_chinese(document: Document) -> bool:
    return not document.has_source


def _has_file(document: Document) -> bool:
    return bool(document.target_path)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done with one document.

    Attributes:
        id: Stable name.
        text: What it is called, marked with ``QT_TRANSLATE_NOOP("Actions", ...)``.
        run: Does it.
        section: Deeds of another section are parted by a line.
        changes: Whether it changes the project, so that a project open for reading does not offer it.
        fits: Whether it makes sense for a document.
    """

    id: str
    text: str
    run: Callable[[DeskContext, DocumentId], object]
    section: str
    changes: bool = True
    fits: Callable[[Document], bool] = bool

    def name(self) -> str:
        """Return what it is called in the window's language."""
        return plain_name(QCoreApplication.translate("Actions", self.text))


DEEDS = (
    Deed(
        "details",
        QT_TRANSLATE_NOOP("Actions", "&Name and date…"),
        lambda context, document: DocumentDetails(context, document).open(),
        "about",
    ),
    Deed("attach", QT_TRANSLATE_NOOP("Actions", "Attach the C&hinese…"), attach_source, "about", fits=_lacks_chinese),
    Deed("read-anew", QT_TRANSLATE_NOOP("Actions", "Read the changed file a&new"), read_anew, "about", fits=_has_file),
    Deed("read-other", QT_TRANSLATE_NOOP("Actions", "Read another &version of the file…"), read_other, "about"),
    Deed("move-up", QT_TRANSLATE_NOOP("Actions", "Move document &up"), partial(move_document, by=-1), "order"),
    Deed("move-down", QT_TRANSLATE_NOOP("Actions", "Move document &down"), partial(move_document, by=1), "order"),
    Deed(
        "copy-source",
        QT_TRANSLATE_NOOP("Actions", "Copy &Chinese"),
        partial(_copy, source=True),
        "copy",
        changes=False,
        fits=lambda one: one.has_source,
    ),
    Deed(
        "copy-target",
        QT_TRANSLATE_NOOP("Actions", "Copy &English"),
        partial(_copy, source=False),
        "copy",
        changes=False,
    ),
    Deed(
        "export",
        QT_TRANSLATE_NOOP("Actions", "&Export…"),
        lambda context, document: ExportDialog(context, document).open(),
        "files",
        changes=False,
    ),
    Deed("remove", QT_TRANSLATE_NOOP("Actions", "&Remove from the project"), _remove, "remove"),
)
"""What the list of documents offers for each of them."""


def _is_writable(context: DeskContext) -> bool:
    return context.writable and context.document_here is not None


def _here(deed_id: str) -> Callable[[DeskContext], None]:
    """Return the call that does a deed with the document at hand."""
    deed = next(one for one in DEEDS if one.id == deed_id)

    def run(context: DeskContext) -> None:
        document = context.document_here
        if document is not None:
            deed.run(context, document)

    return run


def _lacks_source(context: DeskContext) -> bool:
    document = context.document_here if context.writable else None
    return document is not None and not context.session.state.documents[document].has_source


def _has_findings(context: DeskContext) -> bool:
    if not context.is_open:
        return False
    return any(map(context.project.checking.issues, context.session.state.reading_order()))


ACTIONS = (
    ActionSpec(
        id="project.paste-both",
        text=QT_TRANSLATE_NOOP("Actions", "Paste Chinese a&nd English…"),
        run=lambda context: PasteText(context).open(),
        menu=Menu.FILE,
        enabled=lambda context: context.writable or not context.is_open,
        section=13,
    ),
    ActionSpec(
        id="document.attach-source",
        text=QT_TRANSLATE_NOOP("Actions", "&Attach the Chinese…"),
        run=_here("attach"),
        menu=Menu.FILE,
        enabled=_lacks_source,
        section=20,
    ),
    ActionSpec(
        id="document.read-anew",
        text=QT_TRANSLATE_NOOP("Actions", "Read the changed file ane&w"),
        run=_here("read-anew"),
        menu=Menu.FILE,
        enabled=_is_writable,
        section=21,
    ),
    ActionSpec(
        id="project.findings",
        text=QT_TRANSLATE_NOOP("Actions", "Fla&gs as a table…"),
        run=export_findings,
        menu=Menu.FILE,
        enabled=_has_findings,
        section=31,
    ),
    ActionSpec(
        id="document.export",
        text=QT_TRANSLATE_NOOP("Actions", "&Export…"),
        run=_here("export"),
        menu=Menu.FILE,
        keys=("Ctrl+E",),
        enabled=document_is_here,
        section=30,
    ),
    ActionSpec(
        id="document.details",
        text=QT_TRANSLATE_NOOP("Actions", "Name and &date of the document…"),
        run=_here("details"),
        menu=Menu.FILE,
        enabled=_is_writable,
        section=22,
    ),
    ActionSpec(
        id="document.move-up",
        text=QT_TRANSLATE_NOOP("Actions", "Move document &up"),
        run=_here("move-up"),
        enabled=_is_writable,
    ),
    ActionSpec(
        id="document.move-down",
        text=QT_TRANSLATE_NOOP("Actions", "Move document &down"),
        run=_here("move-down"),
        enabled=_is_writable,
    ),
    ActionSpec(
        id="document.remove",
        text=QT_TRANSLATE_NOOP("Actions", "Re&move the document"),
        run=_here("remove"),
        menu=Menu.FILE,
        enabled=_is_writable,
        section=23,
    ),
)
