"""Opening, filling and closing projects from the window; whatever goes wrong is said in the bar on top."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from translator_desk.app.changes import Changes, Saving
from translator_desk.app.desk import OpenProject
from translator_desk.app.documents import InputOptions
from translator_desk.app.salvage import Salvaged
from translator_desk.app.sample import sample_copy
from translator_desk.errors import DeskError
from translator_desk.model.severity import Level
from translator_desk.store.base import DamagedProject, ProjectOpenElsewhere
from translator_desk.ui.folders import open_folder
from translator_desk.ui.just_opened import tell_of
from translator_desk.ui.surroundings import Surroundings
from translator_desk.wording import Message, say

if TYPE_CHECKING:
    from translator_desk.store.backup import Backup
    from translator_desk.ui.single_instance import SingleInstance

SUFFIX = ".desk"


class Projects(QObject):
    """One open project at a time.

    Signals:
        working(bool): Something is being opened or read; the window says so.
        before_close(): The open project is about to be closed; its place can be noted.
        opened(): A project is open and in the grid.
        filled(tuple[DocumentId], DocumentId | None): Texts were added to the open project: the new documents, and the
            one that was at hand before.
        person_known(): Name or role of who sits at the desk are others now.
        handed_over(): Another window of this person has the project; it came to the front.
        backups_wanted(Path): The person wants to see the backups of a project that cannot be used.

    Attributes:
        doing: What is being done while ``working`` holds, as one line for the person who waits.
    """

    working = Signal(bool)
    before_close = Signal()
    opened = Signal()
    filled = Signal(object, object)
    person_known = Signal()
    handed_over = Signal()
    backups_wanted = Signal(object)

    def __init__(self, context: Surroundings) -> None:
        super().__init__(context.window)
        self._context = context
        self._instance: SingleInstance | None = None
        self.doing = ""
        self._opening = ""
        self._closing = False
        self._after_closing: Callable[[], None] | None = None
        self._leaving: Callable[[], None] | None = None
        context.bridge.changed.connect(self._changed)

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project file in place of the one that is open; to be read alone where that is asked for."""
        if self._context.is_open and self._context.project.path == path:
            return
        opening = self._context.desk.open_project
        if read_only:
            opening = partial(opening, read_only=True)
        self._after_close(lambda: self._start(opening, path))

    def ask_and_open(self) -> None:
        """Ask for a project file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._context.window,
            self.tr("Open a project"),
            str(self._folder()),
            self.tr("Projects") + f" (*{SUFFIX})",
        )
        self._context.window.activateWindow()
        if chosen:
            self.open(Path(chosen))

    def ask_and_add(self) -> None:
        """Ask for texts and take them into the open project, or into a new one."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self._context.window,
            self.tr("Open texts"),
            "",
            self.tr("Texts and tables") + " (*.txt *.html *.htm *.tsv *.csv);;" + self.tr("All files") + " (*)",
        )
        self._context.window.activateWindow()
        if chosen:
            self.take([Path(one) for one in chosen])

    def take(self, paths: Sequence[Path]) -> None:
        """Open what was named or dropped: a project is opened, texts are added to the open project or to a new one."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        texts = tuple(str(path) for path in paths if path.suffix != SUFFIX)
        if projects:
            self.open(projects[0])
        elif texts:
            self.add(InputOptions(inputs=texts, begin=True), Path(texts[0]).stem)

    def add(self, options: InputOptions, title: str) -> None:
        """Read texts into the open project; where none is open, into a new one of that title."""
        if self._context.is_open:
            self._read(self._context.project, options)
        else:
            path = self._free_path(title)
            self._start(
                lambda at, done, failed: self._context.desk.new_project(at, title, done, failed),
                path,
                lambda project: self._read(project, options, partial(self._take_back, project)),
            )

    def paste(self) -> None:
        """Take the clipboard's text in as a document: two columns as a table, Chinese as source, all else as English."""
        text = QApplication.clipboard().text()
        if not text.strip():
            self._context.shell.tell(
                say("The clipboard holds no text. Copy the text first.", "剪贴板中没有文本。请先复制文本。"),
                level=Level.WARNING,
            )
            return
        if self._context.is_open:
            self._paste_into(self._context.project, text)
            return
        self._start(
            lambda at, done, failed: self._context.desk.new_project(at, self.tr("Pasted text"), done, failed),
            self._free_path(self.tr("Pasted text")),
            lambda project: self._paste_into(project, text),
        )

    def paste_both(
        self,
        english: str,
        chinese: str,
        *,
        aligned: bool,
        done: Callable[[tuple[Message, ...]], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Take English with its Chinese ("" for none) in as a document; where no project is open, into a new one."""

        def into(project: OpenProject, refused: Callable[[BaseException], None]) -> None:
            arrived = self._arrival(project)

            def added(warnings: tuple[Message, ...]) -> None:
                done(warnings)
                arrived()

            self._context.desk.paste(project, english, chinese or None, done=added, failed=refused, aligned=aligned)

        if self._context.is_open:
            into(self._context.project, failed)
            return

        def not_made(error: BaseException) -> None:
            self._opening = ""
            self.working.emit(False)
            failed(error)
            self._left()

        def refused(project: OpenProject, error: BaseException) -> None:
            self._take_back(project, error)
            failed(error)

        self._start(
            lambda at, opened, _: self._context.desk.new_project(at, self.tr("Pasted text"), opened, not_made),
            self._free_path(self.tr("Pasted text")),
            lambda project: into(project, partial(refused, project)),
        )

    def sample(self) -> None:
        """Open the person's copy of the sample project; it is made at the first time."""
        try:
            folder = sample_copy(self._context.desk.paths)
        except (OSError, DeskError) as error:
            self._failed(error)
            return
        path = folder / f"sample{SUFFIX}"
        if path.exists():
            self.open(path)
            return
        texts = tuple(str(file) for file in sorted(folder.glob("*.txt")))
        options = InputOptions(inputs=texts, aligned=True)
        title = self.tr("Sample project")
        self._after_close(
            lambda: self._start(
                lambda at, done, failed: self._context.desk.new_project(at, title, done, failed),
                path,
                lambda project: self._read(project, options),
            )
        )

    def close(self, then: Callable[[], None] | None = None) -> None:
        """Write what is left, let the file go, then show the start page; unsaved work keeps the project open."""
        if not self._context.is_open:
            if then is not None:
                then()
            return
        if self._closing:
            return
        project = self._context.project
        self.before_close.emit()
        self._context.grid.leave()
        self._closing = True
        self._after_closing = then
        self.begin(self.tr("Saving and closing…"))
        if project.autosave.saving is Saving.FAILED and not project.autosave.conflicts:
            self._tell_unsaved()
        # Waits until everything is written; what is in conflict is kept as drafts.
        self._context.desk.close_project(project, self._let_go)

    @property
    def busy(self) -> bool:
        """Whether a project is open, or on its way to be: the window has to ``leave`` it first."""
        return self._context.is_open or bool(self._opening)

    def leave(self, then: Callable[[], None]) -> None:
        """Let go of what is open or being opened, then do as told; opening cannot be broken off halfway."""
        if self._opening:
            self._leaving = then
        elif self._closing:
            self._after_closing = then
        else:
            self.close(then)

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup in the place of a project and open it; an open project is closed before."""
        self._after_close(
            lambda: self._start(
                lambda at, done, failed: self._context.desk.restore_backup(at, backup, done, failed), path
            )
        )

    def salvage(self, path: Path) -> None:
        """Write what can be read of a damaged project into a folder beside it."""
        self.begin(self.tr("Saving what can be read…"))

        def done(written: Salvaged) -> None:
            self.working.emit(False)
            self._context.shell.tell(
                written.sentence(), (say("Open the folder", "打开文件夹"), partial(open_folder, written.folder))
            )

        self._context.desk.salvage(path, self._context.language.code, done, self._failed)

    def ask_and_salvage(self) -> None:
        """Ask for a damaged project and write what can be read of it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._context.window,
            self.tr("Save what can be read of a damaged project"),
            str(self._folder()),
            self.tr("Projects") + f" (*{SUFFIX})",
        )
        self._context.window.activateWindow()
        if chosen:
            self.salvage(Path(chosen))

    def person_changed(self) -> None:
        """Let the open project know who sits at the desk."""
        if self._context.is_open:
            self._context.desk.use_person(self._context.project)
        self.person_known.emit()

    def _changed(self, changes: Changes) -> None:
        if self._closing and changes.saving is Saving.FAILED and not changes.conflicts:
            self._tell_unsaved()

    def _tell_unsaved(self) -> None:
        """Say why the project stays open; leaving the latest changes behind must be asked for."""
        self._context.shell.tell(
            say(
                "Your latest changes cannot be written to the project file, so it stays open until they can.",
                "最近的修改无法写入项目文件；在写入成功之前，项目保持打开。",
            ),
            (say("Close without saving", "不保存并关闭"), self._abandon),
            level=Level.ERROR,
        )

    def _abandon(self) -> None:
        if self._closing:
            self._context.desk.abandon_project(self._context.project, self._let_go)

    def _let_go(self) -> None:
        if not self._closing:
            return
        self._closing = False
        then, self._after_closing = self._after_closing, None
        if self._instance is not None:
            self._instance.stop()
        self._context.use(None)
        self.working.emit(False)
        if then is not None:
            then()

    def begin(self, doing: str) -> None:
        """Say what is being done, until ``working`` says that it is."""
        self.doing = doing
        self.working.emit(True)

    def _after_close(self, then: Callable[[], None]) -> None:
        self.close(then)

    def _start(
        self,
        opening: Callable[[Path, Callable[[OpenProject], None], Callable[[BaseException], None]], None],
        path: Path,
        then: Callable[[OpenProject], None] | None = None,
    ) -> None:
        if self._opening:
            # Two at once would leave one of them open behind the other.
            self._context.shell.whisper(
                self.tr("“%1” is still being opened. Wait a moment.").replace("%1", self._opening)
            )
            return
        self._opening = path.stem
        self.begin(self.tr("Opening “%1”…").replace("%1", path.stem))

        def done(project: OpenProject) -> None:
            self._opening = ""
            self.working.emit(False)
            if self._leaving is not None:
                self._context.desk.close_project(project, partial(self._left, path if then is not None else None))
                return
            self._context.use(project)
            tell_of(self._context, project)
            if project.damaged and project.session.read_only is not None:
                self._offer_rescue(path, project.session.read_only)
            if then is not None:
                then(project)
            self._listen(project.path)
            self.opened.emit()

        def failed(error: BaseException) -> None:
            self._opening = ""
            if self._leaving is not None:
                self.working.emit(False)
                self._left()
            elif isinstance(error, ProjectOpenElsewhere) and self._raise_other(path):
                self.working.emit(False)
                self.handed_over.emit()
            elif isinstance(error, ProjectOpenElsewhere):
                self.working.emit(False)
                read = (say("Open it for reading", "以只读方式打开"), partial(self.open, path, read_only=True))
                self._context.shell.tell(error, read, level=Level.ERROR)
            elif isinstance(error, DamagedProject):
                self.working.emit(False)
                self._offer_rescue(path, error.message)
            else:
                self._failed(error)

        opening(path, done, failed)

    def _offer_rescue(self, path: Path, said: Message) -> None:
        """Say that a project is damaged, with the way to a backup of it, or to what can be read where there is none."""
        shell = self._context.shell
        rescue = None
        with contextlib.suppress(OSError):
            if path.stat().st_size:
                rescue = (say("Save what can be read", "导出可读内容"), partial(self.salvage, path))

        def found(backups: tuple[Backup, ...]) -> None:
            restore = (say("Restore a backup…", "恢复备份…"), partial(self.backups_wanted.emit, path))
            shell.tell(said, restore if backups else rescue, level=Level.ERROR)

        self._context.desk.backups(path, found, lambda _: shell.tell(said, rescue, level=Level.ERROR))

    def _listen(self, path: Path) -> None:
        from translator_desk.ui.single_instance import SingleInstance  # lazily: QtNetwork, after the first paint

        if self._instance is None:
            self._instance = SingleInstance(self)
            self._instance.called.connect(self._called)
        self._instance.listen(path)

    def _raise_other(self, path: Path) -> bool:
        from translator_desk.ui.single_instance import call  # lazily, see above

        return call(path, ())

    def _read(
        self, project: OpenProject, options: InputOptions, failed: Callable[[BaseException], None] | None = None
    ) -> None:
        self._context.desk.import_paths(project, options, self._added(project), failed or self._failed)

    def _left(self, made: Path | None = None) -> None:
        """Do what was to be done after leaving; a project made for texts that were not read yet is nobody's work."""
        if made is not None:
            self._forget(made)
        leaving, self._leaving = self._leaving, None
        if leaving is not None:
            leaving()

    def _forget(self, path: Path) -> None:
        """Take the file of an empty project away."""
        desk = self._context.desk
        # A list of recent projects that cannot be written is no reason to say more than was said.
        with contextlib.suppress(DeskError):
            desk.change_settings(recent=tuple(one for one in desk.settings.recent if one != str(path)))
        with contextlib.suppress(OSError):
            path.unlink()

    def _take_back(self, project: OpenProject, error: BaseException) -> None:
        """Say why the first texts of a new project were refused; a project without any text is nobody's work."""
        if not self._context.is_open or self._context.project is not project or project.session.state.document_order:
            self._failed(error)
            return

        def remove() -> None:
            self._forget(project.path)
            # Now: the bar forgets what was said about a project once that is closed.
            self._failed(error)

        self.close(remove)

    def _paste_into(self, project: OpenProject, text: str) -> None:
        self._context.desk.paste(project, text, done=self._added(project), failed=self._failed)

    def _added(self, project: OpenProject) -> Callable[[tuple[Message, ...]], None]:
        """Return what is to be called once texts were read into a project."""
        self.begin(self.tr("Reading the texts…"))
        arrived = self._arrival(project)

        def done(warnings: tuple[Message, ...]) -> None:
            self.working.emit(False)
            if self._context.is_open and self._context.project is project:  # else closed meanwhile
                for warning in warnings:
                    self._context.shell.tell(warning, level=Level.WARNING)
            arrived()

        return done

    def _arrival(self, project: OpenProject) -> Callable[[], None]:
        """Return what is to be called once texts were added to a project: it tells of them."""
        before, at_hand = frozenset(project.session.state.document_order), self._context.document_here

        def arrived() -> None:
            if self._context.is_open and self._context.project is project:
                new = tuple(one for one in project.session.state.document_order if one not in before)
                self.filled.emit(new, at_hand)

        return arrived

    def _failed(self, error: BaseException) -> None:
        self.working.emit(False)
        if isinstance(error, OSError):
            error = DeskError(
                say(
                    "{file} cannot be used: {cause}.",
                    "无法使用 {file}：{cause}。",
                    file=error.filename or "",
                    cause=error.strerror or error,
                )
            )
        self._context.tell_error(error)

    def _called(self, paths: list[str]) -> None:
        """Come to the front: the program was started again for this project."""
        window = self._context.window
        window.show()
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.raise_()
        window.activateWindow()
        self.take([Path(one) for one in paths if not one.endswith(SUFFIX)])

    def _folder(self) -> Path:
        recent = self._context.desk.settings.recent
        return Path(recent[0]).parent if recent else self._context.desk.paths.documents

    def _free_path(self, title: str) -> Path:
        """Return a path for a new project that no file has; a suffix of the language is no part of its name."""
        name = title.removesuffix(".zh").removesuffix(".en").strip() or self.tr("project")
        folder = self._context.desk.paths.documents
        path, number = folder / f"{name}{SUFFIX}", 2
        while path.exists():
            path = folder / f"{name} {number}{SUFFIX}"
            number += 1
        return path
