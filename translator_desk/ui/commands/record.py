"""What the record tells, as web pages, PDF and on paper: redline, changes since a point, digest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from translator_desk.app.record import Record, changes_in, digest_in, point_name
from translator_desk.app.redline_report import (
    Imprint,
    Report,
    as_page,
    changes_report,
    digest_report,
    redline_report,
)
from translator_desk.errors import DeskError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId
from translator_desk.model.severity import Level
from translator_desk.review.history import Since
from translator_desk.ui.actions import ActionSpec, Menu, document_is_here
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.paper import a4, as_pdf, paint_report
from translator_desk.wording import say

Make = Callable[[Document, Record, Imprint], Report]
"""Makes the report of a document; the record holds everything done so far."""
_PDF = ".pdf"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Record", words)


def write_report(context: DeskContext, document: DocumentId, make: Make, to: Path) -> None:
    """Write a report as a web page, or as PDF where the name says so; whatever is wrong is said in the bar."""

    def write(report: Report) -> None:
        content = as_pdf(report) if to.suffix.lower() == _PDF else as_page(report).encode("utf-8")
        try:
            atomic_write(to, content)
        except DeskError as error:
            context.tell_error(error)
            return
        context.shell.tell(
            say("Written: {file}", "已写出：{file}", file=to), (say("Open it", "打开"), partial(_show, to))
        )

    _reported(context, document, make, write)


def print_report(context: DeskContext, document: DocumentId, make: Make) -> None:
    """Show a report as it will stand on paper; printer and pages are chosen there."""
    _reported(context, document, make, lambda report: preview(context.window, report))


def preview(parent: QWidget, report: Report) -> QDialog:
    """Open the preview of a report and return it."""
    # Lazily: asking the system for its printers takes time that only printing should cost.
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(a4())
    printer.setDocName(report.title)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(report.title)
    dialog.paintRequested.connect(partial(paint_report, report))
    dialog.resize(900, 700)
    dialog.open()
    return dialog


def _reported(context: DeskContext, document: DocumentId, make: Make, use: Callable[[Report], object]) -> None:
    """Hand a report to ``use`` once all that was done is in the record, whose head it is signed with."""
    project = context.project
    context.grid.leave()

    def read(record: Record) -> None:
        found = project.session.state.documents.get(document)
        if found is None:
            return
        imprint = Imprint(record.head, context.desk.clock.now(), project.session.person.name, context.language.code)
        use(make(found, record, imprint))

    context.desk.record(project, read, context.tell_error)


def _show(page: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))


def _ask(context: DeskContext, name: str, title: str, make: Make) -> None:
    """Ask for the file of a report of the document at hand, and write it."""
    document = context.document_here
    if document is None:
        return
    stem = Path(context.session.state.documents[document].target_path or context.project.path).stem
    dialog = QFileDialog(context.window, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    page = QCoreApplication.translate("Record", "Web page") + " (*.html)"
    paper = QCoreApplication.translate("Record", "PDF, as on paper") + " (*.pdf)"
    dialog.setNameFilters([page, paper])
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("pdf" if chosen == paper else "html"))
    dialog.setDefaultSuffix("html")
    dialog.setDirectory(str(context.project.path.parent))
    dialog.selectFile(f"{stem}-{name}")
    dialog.fileSelected.connect(lambda chosen: write_report(context, document, make, Path(chosen)))
    dialog.open()


def _print(context: DeskContext, make: Make) -> None:
    document = context.document_here
    if document is not None:
        print_report(context, document, make)


def _redline_of(context: DeskContext) -> Make:
    state = context.session.state
    return lambda document, _, imprint: redline_report(state, document, imprint)


def _digest_of(context: DeskContext, translator: str) -> Make:
    state = context.session.state

    def make(document: Document, record: Record, imprint: Imprint) -> Report:
        return digest_report(state, document, digest_in(state, record, document.id, translator), translator, imprint)

    return make


def _changes_of(context: DeskContext, since: Since, day: dt.date | None = None) -> Make:
    state = context.session.state

    def make(document: Document, record: Record, imprint: Imprint) -> Report:
        changes = changes_in(state, record, document.id, since, day)
        return changes_report(state, document, changes, point_name(since, day), imprint)

    return make


def _translator(context: DeskContext) -> str:
    """Return whose text the document at hand is: who handed it over, else the person at the desk."""
    document = context.document_here
    handed_by = context.session.state.documents[document].handling.handed_by if document is not None else ""
    return handed_by or context.session.person.name


def _redline(context: DeskContext) -> None:
    _ask(context, "redline", QCoreApplication.translate("Record", "Write the redline"), _redline_of(context))


def _digest(context: DeskContext) -> None:
    translator = _translator(context)
    title = QCoreApplication.translate("Record", "Write the digest for %1").replace("%1", translator)
    _ask(context, "digest", title, _digest_of(context, translator))


def _changes(context: DeskContext, since: Since, day: dt.date | None = None) -> None:
    title = QCoreApplication.translate("Record", "Write the changes")
    _ask(context, "changes", title, _changes_of(context, since, day))


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


def _fill_prints(context: DeskContext, menu: QMenu) -> None:
    makes = (
        _redline_of(context),
        _changes_of(context, Since.HAND_OVER),
        _digest_of(context, _translator(context)),
    )
    for name, make in zip(_PRINTS, makes, strict=True):
        menu.addAction(_tr(name)).triggered.connect(partial(_print, context, make))


_PRINTS = (
    QT_TRANSLATE_NOOP("Record", "&Redline…"),
    QT_TRANSLATE_NOOP("Record", "&Changes since the hand-over to review…"),
    QT_TRANSLATE_NOOP("Record", "&Digest for the translator…"),
)


ACTIONS = (
    ActionSpec(
        id="record.redline",
        text=QT_TRANSLATE_NOOP("Actions", "Redline as a web pa&ge or PDF…"),
        run=_redline,
        menu=Menu.FILE,
        enabled=document_is_here,
        section=32,
    ),
    ActionSpec(
        id="record.digest",
        text=QT_TRANSLATE_NOOP("Actions", "Digest for the &translator…"),
        run=_digest,
        menu=Menu.FILE,
        enabled=document_is_here,
        section=33,
    ),
    ActionSpec(
        id="record.changes",
        text=QT_TRANSLATE_NOOP("Actions", "&Changes as a web page or PDF"),
        run=lambda context: _changes(context, Since.HAND_OVER),
        menu=Menu.FILE,
        enabled=document_is_here,
        section=34,
        submenu=_fill_points,
    ),
    ActionSpec(
        id="record.print",
        text=QT_TRANSLATE_NOOP("Actions", "&Print"),
        run=lambda context: _print(context, _redline_of(context)),
        menu=Menu.FILE,
        keys=("Ctrl+P",),
        enabled=document_is_here,
        section=35,
        submenu=_fill_prints,
    ),
)
