"""Text into the project and findings out of it: Chinese attached, files read anew, text pasted, findings as a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from translator_desk.app.reimport import Reimport
from translator_desk.errors import DeskError, RefusedError
from translator_desk.model.ids import DocumentId
from translator_desk.model.severity import Level
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.reimport_result import ReimportResult
from translator_desk.ui.folders import open_folder
from translator_desk.wording import Message, say

_DOUBTFUL = 0.5
"""Pairs less sure than this are to be looked at."""


def attach_source(context: DeskContext, document: DocumentId) -> None:
    """Ask for the Chinese of a document and set it beside."""
    title = QCoreApplication.translate("Documents", "Chinese of “%1”")
    title = title.replace("%1", context.session.state.documents[document].title)
    _ask_file(context, document, title, partial(take_source, context, document))


def take_source(context: DeskContext, document: DocumentId, path: Path) -> None:
    """Set the Chinese of a file beside a document; what is wrong with the file is said in the bar."""
    context.grid.leave()
    context.projects.begin(QCoreApplication.translate("Documents", "Reading “%1”…").replace("%1", path.name))
    done = _beside(context, document, path.name)
    context.desk.attach_source(context.project, document, path, done, partial(_failed, context))


def take_beside(context: DeskContext, document: DocumentId, chinese: DocumentId) -> None:
    """Make a document of Chinese alone the Chinese of another one."""
    state = context.session.state
    context.grid.leave()
    if document not in state.documents or chinese not in state.documents:
        context.tell_error(RefusedError(say("This document is no longer in the project.", "该文档已不在项目中。")))
        return
    context.projects.begin(QCoreApplication.translate("Documents", "Reading the texts…"))
    done = _beside(context, document, state.documents[chinese].title)
    context.desk.take_beside(context.project, document, chinese, done, partial(_failed, context))


def _beside(context: DeskContext, document: DocumentId, name: str) -> Callable[[tuple[Message, ...]], None]:
    """Return what says that the Chinese of that name stands beside a document."""

    def done(warnings: tuple[Message, ...]) -> None:
        context.projects.working.emit(False)
        for warning in warnings:
            context.shell.tell(warning, level=Level.WARNING)
        state = context.session.state
        doubtful = sum(
            one.confidence is not None and one.confidence < _DOUBTFUL for one in state.document_segments(document)
        )
        said = say("The Chinese of {file} is beside the English.", "已将 {file} 的中文对齐到英文。", file=name)
        if doubtful:
            said = say(
                "The Chinese of {file} is beside the English. Segments paired with doubt, to be looked at: {count}.",
                "已将 {file} 的中文对齐到英文；其中 {count} 个句段的对应不够确定，请核对。",
                file=name,
                count=doubtful,
            )
        context.shell.tell(said, (say("Undo", "撤销"), partial(_undo, context)))

    return done


def read_anew(context: DeskContext, document: DocumentId) -> None:
    """Read a document's file anew; a document without a file is asked for one."""
    path = context.session.state.documents[document].target_path
    if path and Path(path).exists():
        take_anew(context, document, None)
    else:
        read_other(context, document)


def read_other(context: DeskContext, document: DocumentId) -> None:
    """Ask for another file in place of the one a document was read from."""
    title = QCoreApplication.translate("Documents", "New version of “%1”")
    title = title.replace("%1", context.session.state.documents[document].title)
    _ask_file(context, document, title, partial(take_anew, context, document))


def take_anew(context: DeskContext, document: DocumentId, path: Path | None) -> None:
    """Read a document's file, or another one, anew; the bar says what became of its segments."""
    context.grid.leave()
    context.projects.begin(QCoreApplication.translate("Documents", "Reading the text anew…"))

    def done(result: Reimport) -> None:
        context.projects.working.emit(False)
        moved = len(result.changed) + len(result.conflicts) + len(result.added) + len(result.removed)
        if not moved:
            context.shell.tell(
                say("The file says what it said before; nothing changed.", "文件内容与之前相同，没有变化。")
            )
            return
        context.shell.tell(
            say(
                "Read anew: {kept} segments kept, {changed} worded anew, {conflicts} in conflict, {added} new, {removed} gone.",
                "已重新读取：保留 {kept} 段，改写 {changed} 段，冲突 {conflicts} 段，新增 {added} 段，删除 {removed} 段。",
                kept=len(result.kept),
                changed=len(result.changed),
                conflicts=len(result.conflicts),
                added=len(result.added),
                removed=len(result.removed),
            ),
            (say("Show them", "查看"), lambda: ReimportResult(context, result).show()),
            level=Level.WARNING if result.conflicts else Level.INFO,
        )

    context.desk.reimport(context.project, document, path, done, partial(_failed, context))


def export_findings(context: DeskContext) -> None:
    """Ask for a file and write the open flags into it as a table."""
    dialog = QFileDialog(context.window, QCoreApplication.translate("Documents", "Write the flags as a table"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(QCoreApplication.translate("Documents", "Tables") + " (*.csv)")
    dialog.setDefaultSuffix("csv")
    dialog.setDirectory(str(context.project.path.parent))
    dialog.selectFile(f"{context.project.path.stem}-flags.csv")
    dialog.fileSelected.connect(lambda chosen: write_findings(context, Path(chosen)))
    # Not every platform gives the window its keys back.
    dialog.finished.connect(context.window.activateWindow)
    dialog.open()


def write_findings(context: DeskContext, path: Path) -> None:
    """Write the open flags into a table that a spreadsheet opens, in the window's language."""
    try:
        context.desk.export_findings(context.project, path, context.language.code)
    except DeskError as error:
        context.tell_error(error)
        return
    context.shell.tell(
        say("Written: {file}", "已写出：{file}", file=path),
        (say("Open the folder", "打开文件夹"), partial(open_folder, path.parent)),
    )


def _ask_file(context: DeskContext, document: DocumentId, title: str, take: Callable[[Path], None]) -> None:
    read = context.session.state.documents[document].target_path
    folder = Path(read).parent if read else context.project.path.parent
    dialog = QFileDialog(context.window, title, str(folder if folder.is_dir() else context.project.path.parent))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    texts = QCoreApplication.translate("Documents", "Texts and tables") + " (*.txt *.html *.htm *.tsv *.csv)"
    dialog.setNameFilters([texts, QCoreApplication.translate("Documents", "All files") + " (*)"])
    dialog.fileSelected.connect(lambda chosen: take(Path(chosen)))
    # Not every platform gives the window its keys back.
    dialog.finished.connect(context.window.activateWindow)
    dialog.open()


def _undo(context: DeskContext) -> None:
    context.actions["edit.undo"].trigger()


def _failed(context: DeskContext, error: BaseException) -> None:
    context.projects.working.emit(False)
    context.tell_error(error)
