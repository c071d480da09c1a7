"""Copies of a project: one that a colleague edited, merged; a backup, put back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from translator_desk.app.commands.merge import MergeReport
from translator_desk.app.project_files import SUFFIX
from translator_desk.model.severity import Level
from translator_desk.ui.actions import ActionSpec, Menu
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.dialogs.backups import BackupsDialog
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.wording import say


def _ask_copy(context: DeskContext) -> None:
    dialog = QFileDialog(
        context.window, QCoreApplication.translate("Copies", "Copy that came back"), str(context.project.path.parent)
    )
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [
            QCoreApplication.translate("Copies", "Projects and texts") + " (*.desk *.txt *.html *.htm *.tsv *.csv)",
            QCoreApplication.translate("Copies", "All files") + " (*)",
        ]
    )
    dialog.fileSelected.connect(lambda chosen: _ask_name(context, Path(chosen)))
    dialog.open()


def _ask_name(context: DeskContext, path: Path) -> None:
    AskedWords(
        context,
        title=QCoreApplication.translate("Copies", "Merge “%1”").replace("%1", path.name),
        about=QCoreApplication.translate(
            "Copies", "Who worked on this copy? The changes stand under this name and the name of the file."
        ),
        ok=QCoreApplication.translate("Copies", "Merge"),
        take=lambda name: merge_copy(context, path, " ".join(name.split())),
    ).open()


def merge_copy(context: DeskContext, path: Path, name: str) -> None:
    """Merge a copy as pending changes; what both sides changed waits for a decision with both wordings."""
    project = context.project
    context.grid.leave()
    context.projects.working.emit(True)

    def done(report: MergeReport) -> None:
        context.projects.working.emit(False)
        if not (context.is_open and context.project is project):
            return  # closed while the copy was being read
        touched = [key for key, _ in report.conflicts] or list(report.taken)
        action = (say("Show them", "查看"), partial(_show, context, touched[0])) if touched else None
        context.shell.tell(report.sentence(), action, level=Level.WARNING if report.conflicts else Level.INFO)

    def failed(error: BaseException) -> None:
        context.projects.working.emit(False)
        context.tell_error(error)

    context.desk.merge_version(project, path, name, done, failed, document=context.document_here)


def _ask_place(context: DeskContext) -> None:
    path = context.project.path
    dialog = QFileDialog(
        context.window, QCoreApplication.translate("Copies", "Save a copy of the project"), str(path.parent)
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # A file that stands there is never replaced by a project, so nobody need be asked whether it may be.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setNameFilter(QCoreApplication.translate("Copies", "Projects") + f" (*{SUFFIX})")
    dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
    dialog.selectFile(f"{path.stem}-{context.desk.clock.now().date().isoformat()}")
    dialog.fileSelected.connect(lambda chosen: save_copy(context, Path(chosen)))
    dialog.open()


def save_copy(context: DeskContext, to: Path) -> None:
    """Write the open project to another file; also what could not be saved in its own."""
    context.grid.leave()

    def done(copy: Path) -> None:
        context.shell.tell(
            say("Written: {file}", "已写出：{file}", file=copy),
            (say("Open it", "打开"), partial(context.projects.open, copy)),
        )

    context.desk.save_copy(context.project, to, done, context.tell_error)


def _show(context: DeskContext, segment: object) -> None:
    if not context.is_open or segment not in context.session.state.segments:
        return
    context.show_perspective("review")
    change = next(iter(context.review.queue.of(segment)), None)  # type: ignore[arg-type]
    if change is not None:
        context.review.go_to(change)


def _has_projects(context: DeskContext) -> bool:
    return context.is_open or bool(context.desk.settings.recent)


ACTIONS = (
    ActionSpec(
        id="project.merge",
        text=QT_TRANSLATE_NOOP("Actions", "&Merge a colleague’s copy…"),
        run=_ask_copy,
        menu=Menu.FILE,
        enabled=lambda context: context.writable,
        section=24,
    ),
    ActionSpec(
        id="project.save-copy",
        text=QT_TRANSLATE_NOOP("Actions", "&Save a copy of the project…"),
        run=_ask_place,
        menu=Menu.FILE,
        enabled=lambda context: context.is_open,
        section=25,
    ),
    ActionSpec(
        id="project.restore",
        text=QT_TRANSLATE_NOOP("Actions", "Restore a &backup…"),
        run=lambda context: BackupsDialog(context).open(),
        menu=Menu.FILE,
        enabled=_has_projects,
        section=15,
    ),
    ActionSpec(
        id="project.salvage",
        text=QT_TRANSLATE_NOOP("Actions", "Save what can be read of a &damaged project…"),
        run=lambda context: context.projects.ask_and_salvage(),
        menu=Menu.FILE,
        section=16,
    ),
)
