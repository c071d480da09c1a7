"""Which documents are written, as what and where to; the names are shown before anything is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton

from translator_desk.app.commands.workflow import ReleaseExport
from translator_desk.app.export_plan import PlannedFile, plan_exports, write_exports
from translator_desk.app.exports import ExportKind
from translator_desk.app.gate import findings_of, listed, obstacles
from translator_desk.errors import DeskError
from translator_desk.model.ids import DocumentId
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.folders import open_folder
from translator_desk.wording import say


class ExportDialog(DeskDialog):
    """Asks what is to be written and writes it; a clean text that is not ready, only for a signed reason."""

    def __init__(self, context: DeskContext, document: DocumentId) -> None:
        super().__init__(context)
        self.entitle(self.tr("Export"), self.tr("Write"))
        state = context.session.state
        self._document = document
        self._which = QComboBox(self)
        title = state.documents[document].title
        self._which.addItem(title if len(title) <= 48 else f"{title[:46]}…", (document,))
        if len(state.document_order) > 1:
            self._which.addItem(self.tr("All %n document(s)", "", len(state.document_order)), state.document_order)
        self._kind = QComboBox(self)
        for kind, name in (
            (ExportKind.FILE, self.tr("As it was read, menus and layout of the page untouched")),
            (ExportKind.TEXT, self.tr("Plain text (.txt)")),
            (ExportKind.HTML, self.tr("Web page (.html)")),
            (ExportKind.TSV, self.tr("Chinese and English side by side (.tsv)")),
            (ExportKind.CSV, self.tr("Chinese and English side by side (.csv)")),
            (ExportKind.WORKING, self.tr("Working copy: both texts with changes marked, and comments (.tsv)")),
        ):
            self._kind.addItem(name, kind)
        self._folder = QLineEdit(str(_folder(context, document)), self)
        browse = QPushButton(self.tr("&Browse…"), self)
        browse.clicked.connect(self._browse)
        folder = QHBoxLayout()
        folder.addWidget(self._folder, 1)
        folder.addWidget(browse)
        self._ending = QLineEdit("-corrected", self)
        self._files = QPlainTextEdit(self)
        self._files.setReadOnly(True)
        self._files.setTabChangesFocus(True)
        self._files.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._warning = label("", self)
        self._shut = label("", self)
        self._reason = QLineEdit(self)
        self._reason.setAccessibleName(self.tr("Reason to write it all the same"))
        self._reason.setPlaceholderText(self.tr("Reason to write it all the same; it is recorded under your name"))
        form = self.form()
        self.row(form, self.tr("&Documents"), self._which)
        self.row(form, self.tr("&As"), self._kind)
        self.row(form, self.tr("&Folder"), folder, self._folder)
        self.row(form, self.tr("Added to the &name"), self._ending)
        self.row(form, self.tr("Files"), self._files)
        self._files.setAccessibleName(self.tr("Files that will be written"))
        self.column.addWidget(self._warning)
        self.column.addWidget(self._shut)
        self.column.addWidget(self._reason)
        self._which.currentIndexChanged.connect(self._plan)
        self._kind.currentIndexChanged.connect(self._plan)
        self._folder.textChanged.connect(self._plan)
        self._ending.textChanged.connect(self._plan)
        self.resize(620, 380)
        self._plan()

    def accept(self) -> None:
        """Write the files; where one cannot be written, say which and why and stay open."""
        planned = self._planned()
        try:
            if not self._released(planned):
                return
            write_exports(self.context.session.state, planned)
        except DeskError as error:
            self.complain(error.render(self.context.language.code))
            return
        except OSError as error:
            self.complain(
                self.tr("%1 cannot be written: %2.")
                .replace("%1", str(error.filename or self._folder.text()))
                .replace("%2", error.strerror or str(error))
            )
            return
        folder = planned[0].path.parent
        self.context.shell.tell(
            say("Written: {file}", "已写出：{file}", file=planned[0].path)
            if len(planned) == 1
            else say(
                "{count} files written to {folder}",
                "已将 {count} 个文件写入 {folder}",
                count=len(planned),
                folder=folder,
            ),
            (say("Open the folder", "打开文件夹"), partial(open_folder, folder)),
        )
        super().accept()

    def _released(self, planned: tuple[PlannedFile, ...]) -> bool:
        """Put a clean export into the record; while the gate is shut and no reason is given, say so instead.

        Raises:
            RefusedError: The project is open for reading only, and the gate is shut.
        """
        if not self._is_clean():
            return True
        if not self.context.project.checking.progress.finished:
            self.complain(self.tr("The checks are not done yet. Try again in a moment."))
            return False
        shut = self._obstacles()
        if shut and not self._reason.text().strip():
            self.complain(self.tr("Settle what is open, or give a reason."))
            self._reason.setFocus()
            return False
        if self.context.session.read_only is not None and not shut:
            return True
        state, checking = self.context.session.state, self.context.project.checking
        for one in planned:
            reason = self._reason.text() if shut else ""
            findings = findings_of(checking, state, one.document)
            self.context.session.execute(ReleaseExport(one.document, findings, reason, one.path.name))
        return True

    def _obstacles(self) -> str:
        """Return what keeps the gate of the chosen documents shut, in the window's language."""
        if not self._is_clean():
            return ""
        state, checking = self.context.session.state, self.context.project.checking
        several = len(self._which.currentData()) > 1
        told = []
        for key in self._which.currentData():
            findings = findings_of(checking, state, key)
            en, zh = listed(obstacles(state, state.documents[key], findings, final=False))
            words = zh if self.context.language.code == "zh" else en
            if words:
                told.append(f"{state.documents[key].title}: {words}" if several else words)
        return "\n".join(told)

    def _is_clean(self) -> bool:
        return ExportKind(self._kind.currentData()).is_clean

    def _planned(self) -> tuple[PlannedFile, ...]:
        return plan_exports(
            self.context.session.state,
            self._which.currentData(),
            ExportKind(self._kind.currentData()),
            Path(self._folder.text().strip()).expanduser(),
            self._ending.text(),
        )

    def _plan(self) -> None:
        self._ending.setEnabled(self._is_clean())
        usable = bool(self._folder.text().strip())
        self.buttons.button(self.buttons.StandardButton.Ok).setEnabled(usable)
        if not usable:
            self._files.clear()
            self._warning.setText(self.tr("Name a folder."))
            return
        planned = self._planned()
        replaced = self.tr("replaces a file")
        self._files.setPlainText(
            "\n".join(one.path.name + (f"  ({replaced})" if one.replaces else "") for one in planned)
        )
        read = [one.path.name for one in planned if one.is_original]
        self._warning.setText(
            self.tr("This replaces the file the text was read from: %1").replace("%1", ", ".join(read)) if read else ""
        )
        self._warning.setVisible(bool(read))
        shut = self._obstacles()
        self._shut.setText(self.tr("Not ready for print: %1").replace("%1", shut))
        self._shut.setVisible(bool(shut))
        self._reason.setVisible(bool(shut))

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder to write to"), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()


def _folder(context: DeskContext, document: DocumentId) -> Path:
    """Return the folder of the document's file, else the one of the project."""
    known = context.session.state.documents[document]
    read = known.target_path or known.source_path
    beside = Path(read).parent if read else context.project.path.parent
    return beside if beside.is_dir() else context.project.path.parent
