"""What the record tells, as web pages for mail, archive and paper: redline, changes since a point, digest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu

from translator_desk.app.record import Record, changes_in, digest_in, point_name
from translator_desk.app.redline_report import Imprint, changes_page, digest_page, redline_page
from translator_desk.errors import DeskError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId
from translator_desk.model.severity import Level
from translator_desk.review.history import Since
from translator_desk.ui.actions import ActionSpec, Menu
from translator_desk.ui.commands.documents import document_here
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.wording import say

Page = Callable[[Document, Record, Imprint], str]
"""Makes the page of a document; the record holds everything done so far."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Record", words)


def write_page(context: DeskContext, document: DocumentId, page: Page, to: Path) -> None:
    """Write a page once all that was done is in the record; whatever is wrong is said in the bar."""
    project = context.project
    context.grid.leave()

    def write(record: Record) -> None:
        found = project.session.state.documents.get(document)
        if found is None:
            return
        imprint = Imprint(record.head, context.desk.clock.now(), project.session.person.name, context.language.code)
        try:
            atomic_write(to, page(found, record, imprint).encode("utf-8"))
        except DeskError as error:
            context.tell_error(error)
            return
        context.shell.tell(
            say("Written: {file}", "已写出：{file}", file=to), (say("Open it", "打开"), partial(_show, to))
        )

    context.desk.record(project, write, context.tell_error)


def _show(page: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))


def _ask(context: DeskContext, name: str, title: str, page: Page) -> None:
    """Ask for the file of a page of the document at hand, and write it."""
    document = document_here(context)
    if document is None:
        return
    stem = Path(context.session.state.documents[document].target_path or context.project.path).stem
    dialog = QFileDialog(context.window, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(QCoreApplication.translate("Record", "Web pages") + " (*.html)")
    dialog.setDefaultSuffix("html")
    dialog.setDirectory(str(context.project.path.parent))
    dialog.selectFile(f"{stem}-{name}.html")
    dialog.fileSelected.connect(lambda chosen: write_page(context, document, page, Path(chosen)))
    dialog.open()


def _redline(context: DeskContext) -> None:
    state = context.session.state
    _ask(
        context,
        "redline",
        QCoreApplication.translate("Record", "Write the redline"),
        lambda document, _, imprint: redline_page(state, document, imprint),
    )


def _digest(context: DeskContext) -> None:
    document = document_here(context)
    if document is None:
        return
    state = context.session.state
    translator = state.documents[document].handling.handed_by or context.session.person.name

    def page(found: Document, record: Record, imprint: Imprint) -> str:
        return digest_page(state, found, digest_in(state, record, found.id, translator), translator, imprint)

    _ask(
        context,
        "digest",
        QCoreApplication.translate("Record", "Write the digest for %1").replace("%1", translator),
        page,
    )


def _changes(context: DeskContext, since: Since, day: dt.date | None = None) -> None:
    state = context.session.state

    def page(found: Document, record: Record, imprint: Imprint) -> str:
        changes = changes_in(state, record, found.id, since, day)
        return changes_page(state, found, changes, point_name(since, day), imprint)

    _ask(context, "changes", QCoreApplication.translate("Record", "Write the changes"), page)


def _ask_day(context: DeskContext) -> None:
    def take(words: str) -> None:
        try:
            day = dt.date.fromisoformat(words.strip())
        except ValueError:
            context.shell.tell(
                say(
                    "“{words}” is no date. Write it like 2024-06-30.",
                    "“{words}”不是日期。请按 2024-06-30 的格式填写。",
                    words=words.strip(),
                ),
                level=Level.ERROR,
            )
            return
        _changes(context, Since.DATE, day)

    AskedWords(
        context,
        title=QCoreApplication.translate("Record", "Changes since a day"),
        about=QCoreApplication.translate("Record", "The first day that counts"),
        ok=QCoreApplication.translate("Record", "Choose the file…"),
        words=(context.desk.clock.now() - dt.timedelta(days=1)).date().isoformat(),
        take=take,
    ).open()


_POINTS = {
    Since.IMPORT: QT_TRANSLATE_NOOP("Record", "Since the &import…"),
    Since.HAND_OVER: QT_TRANSLATE_NOOP("Record", "Since the &hand-over to review…"),
    Since.APPROVAL: QT_TRANSLATE_NOOP("Record", "Since the last &approval…"),
    Since.DATE: QT_TRANSLATE_NOOP("Record", "Since a &day…"),
}


def _fill_points(context: DeskContext, menu: QMenu) -> None:
    for since, name in _POINTS.items():
        run = partial(_ask_day, context) if since is Since.DATE else partial(_changes, context, since)
        menu.addAction(_tr(name)).triggered.connect(run)


def _is_here(context: DeskContext) -> bool:
    return document_here(context) is not None


ACTIONS = (
    ActionSpec(
        id="record.redline",
        text=QT_TRANSLATE_NOOP("Actions", "Redline as a web pa&ge…"),
        run=_redline,
        menu=Menu.FILE,
        enabled=_is_here,
        section=32,
    ),
    ActionSpec(
        id="record.digest",
        text=QT_TRANSLATE_NOOP("Actions", "Digest for the &translator…"),
        run=_digest,
        menu=Menu.FILE,
        enabled=_is_here,
        section=33,
    ),
    ActionSpec(
        id="record.changes",
        text=QT_TRANSLATE_NOOP("Actions", "&Changes as a web page"),
        run=lambda context: _changes(context, Since.HAND_OVER),
        menu=Menu.FILE,
        enabled=_is_here,
        section=34,
        submenu=_fill_points,
    ),
)
