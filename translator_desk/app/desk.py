"""The desk: settings of the person, projects opened and closed, files taken in and given out.

What reads or writes runs in the store lane and answers through ``done`` or ``failed`` in the owner's thread. The store
and its database library are imported there, after the first paint.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from translator_desk.app import exports, intake
from translator_desk.app.autosave import Autosave
from translator_desk.app.changes import Saving
from translator_desk.app.checking import Checking
from translator_desk.app.clock import Clock
from translator_desk.app.commands.documents import TakeBeside
from translator_desk.app.commands.merge import MergeReport
from translator_desk.app.documents import InputOptions
from translator_desk.app.jobs import Lane
from translator_desk.app.merging import Version, merge_version, reading_version
from translator_desk.app.opening import Loaded, load
from translator_desk.app.paths import Paths
from translator_desk.app.place import WorkPlace, place_text
from translator_desk.app.project_files import SUFFIX
from translator_desk.app.record import Record, amount_changed, read_record
from translator_desk.app.recovery import DraftConflict
from translator_desk.app.reimport import Reimport
from translator_desk.app.safekeeping import Safekeeping, backup_folder
from translator_desk.app.salvage import Salvaged, salvage
from translator_desk.app.session import Session
from translator_desk.app.settings import Settings, changed, load_settings, save_settings
from translator_desk.errors import DeskError, StoreError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import Person
from translator_desk.model.revision import Revision
from translator_desk.review.history import Since
from translator_desk.review.scores import Score
from translator_desk.store.base import OpenedProject, Store
from translator_desk.wording import Message, say

if TYPE_CHECKING:
    from translator_desk.store.backup import Backup

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[BaseException], None]
_CLOSED = say("It was closed.", "它已关闭。")


@dataclass(frozen=True, slots=True)
class OpenProject:
    """An open project with everything that serves it.

    Attributes:
        path: The project file.
        session: The one door for changes.
        checking: Its findings.
        autosave: What brings it to the file.
        warnings: What the person should be told.
        store: The project file; only work in the store lane may touch it.
        place: Where the person was when it was last closed.
        conflicts: Typing found that was not put back; its text can be offered segment by segment.
        safekeeping: What makes its backups, None where the project is open for reading only.
        damaged: Whether the file is damaged, and open for reading what can be read.
    """

    path: Path
    session: Session
    checking: Checking
    autosave: Autosave
    warnings: tuple[Message, ...]
    store: Store
    place: WorkPlace = WorkPlace()  # noqa: RUF009 (a frozen value)
    conflicts: tuple[DraftConflict, ...] = ()
    safekeeping: Safekeeping | None = None
    damaged: bool = False


class Desk:
    """Built once and handed to whoever needs it.

    Attributes:
        paths: The person's folders.
        settings: What the person set.
        settings_problem: What was wrong with the settings file, or None.
    """

    def __init__(self, paths: Paths, clock: Clock, store_lane: Lane, compute_lane: Lane) -> None:
        self.paths = paths
        self.settings, self.settings_problem = load_settings(paths.settings_file)
        self.clock = clock
        self._store_lane = store_lane
        self._compute_lane = compute_lane

    def change_settings(self, **values: object) -> Settings:
        """Change some settings and write them.

        Raises:
            SettingsError: A value is not allowed.
            StoreError: They cannot be written; they are in force all the same.
        """
        self.settings = changed(self.settings, **values)
        save_settings(self.settings, self.paths.settings_file)
        return self.settings

    @property
    def person(self) -> Person:
        """Who sits at the desk."""
        return Person(self.settings.person or "?", self.settings.role)

    # Projects

    def new_project(self, path: Path, title: str, done: Done[OpenProject], failed: Failed) -> None:
        """Make a project file and open it; an existing file is never overwritten."""
        who, folder = self.person.name, backup_folder(self.paths, path)

        def make() -> OpenedProject:
            # Lazily: SQLAlchemy, after the first paint.
            from translator_desk.store import faults
            from translator_desk.store.connect import create_project

            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise faults.not_written(path, error) from error
            return create_project(path, title, who, backups=folder)

        self._open(path, make, done, failed)

    def open_project(self, path: Path, done: Done[OpenProject], failed: Failed, *, read_only: bool = False) -> None:
        """Open a project file; to be read alone where that is asked for, whoever has it open."""
        who, folder = self.person.name, backup_folder(self.paths, path)

        def take() -> OpenedProject:
            from translator_desk.store.connect import open_project  # lazily, see above

            return open_project(path, who=who, read_only=read_only, backups=folder)

        self._open(path, take, done, failed)

    def close_project(self, project: OpenProject, done: Callable[[], None]) -> None:
        """Write what is left and let the file go; where writing fails, ``done`` waits until it works."""
        project.autosave.flush(lambda: self._close(project, done))

    def abandon_project(self, project: OpenProject, done: Callable[[], None]) -> None:
        """Let the file go without what could not be written."""
        project.autosave.let_go()
        self._close(project, done)

    def backups(self, path: Path, done: Done[tuple[Backup, ...]], failed: Failed) -> None:
        """Hand the backups of a project to ``done``, newest first."""
        folder = backup_folder(self.paths, path)

        def look() -> tuple[Backup, ...]:
            from translator_desk.store.backup import backups  # lazily, see above

            return backups(path, folder)

        self._store_lane.submit(look, done, failed)

    def restore_backup(self, path: Path, backup: Path, done: Done[OpenProject], failed: Failed) -> None:
        """Put a backup in the place of a closed project and open it; what stood there is kept beside it, renamed."""

        def restore() -> None:
            from translator_desk.store.backup import restore  # lazily, see above

            restore(backup, path)

        self._store_lane.submit(restore, lambda _: self.open_project(path, done, failed), failed)

    def salvage(self, path: Path, language: str, done: Done[Salvaged], failed: Failed) -> None:
        """Write what can be read of a damaged project into a folder beside it."""
        self._store_lane.submit(lambda: salvage(path, language=language), done, failed)

    def save_copy(self, project: OpenProject, to: Path, done: Done[Path], failed: Failed) -> None:
        """Write the whole project to a new file, with what its own file could not take; its own may be gone."""
        writes, who = project.autosave.unwritten(), project.session.person.name

        def save() -> Path:
            from translator_desk.store.connect import open_project  # lazily, see above

            project.store.save_copy(to)
            if writes:
                copy = open_project(to, who=who).store
                try:
                    for write in writes:
                        write.run(copy)
                finally:
                    copy.close()
            return to

        self._store_lane.submit(save, done, failed)

    def keep_place(self, project: OpenProject, place: WorkPlace) -> None:
        """Note where the person is, for the next opening; a project open for reading only notes nothing."""
        if project.session.read_only is not None:
            return
        who, text = project.session.person.name, place_text(place)

        def note() -> None:
            # The place is no work of anybody: not worth a word where it cannot be written.
            with contextlib.suppress(DeskError):
                project.store.save_session_state(who, text)

        self._store_lane.submit(note, lambda _: None, _broken)

    def use_person(self, project: OpenProject) -> None:
        """Let the person of the settings work on the project from now on; what was typed before stays the other's."""
        project.autosave.flush()
        person = project.session.person = self.person
        if project.session.read_only is None:
            self._store_lane.submit(lambda: project.store.save_person(person), lambda _: None, _unless_said)

    def people(self, project: OpenProject, done: Done[tuple[Person, ...]], failed: Failed) -> None:
        """Hand everybody who has worked on the project, each with the last role, to ``done``."""
        self._store_lane.submit(project.store.people, done, failed)

    def history(
        self, project: OpenProject, segment: SegmentId, done: Done[tuple[Revision, ...]], failed: Failed
    ) -> None:
        """Hand the kept steps of a segment to ``done``, oldest first."""
        self._store_lane.submit(lambda: project.store.revisions(segment), done, failed)

    def record(self, project: OpenProject, done: Done[Record], failed: Failed) -> None:
        """Hand the whole history to ``done`` once the file has everything done so far, what is being typed included."""
        if _cannot_save(project):
            failed(
                StoreError(
                    say(
                        "The record waits for work that could not be saved yet. See to that first; the status bar "
                        "names the cause.",
                        "尚有工作未能保存，暂不能读取历史记录。请先解决保存问题，原因见状态栏。",
                    )
                )
            )
            return
        project.autosave.flush(lambda: self._read_record(project, done, failed))

    def study(self, project: OpenProject, work: Callable[[Record], T], done: Done[T], failed: Failed) -> None:
        """Hand what ``work`` finds in the whole history to ``done``; it runs beside the window and changes nothing.

        A row that is being typed in stays open: what stands there is read as the step it would become. Where work
        cannot be saved at present, the answer comes once it is saved: the bar speaks of that already.
        """

        def look() -> None:
            typed = project.autosave.typed()

            def submit(record: Record) -> None:
                self._compute_lane.submit(lambda: work(record.with_typed(typed)), done, failed)

            self._read_record(project, submit, failed)

        project.autosave.when_written(look)

    def _read_record(self, project: OpenProject, done: Done[Record], failed: Failed) -> None:
        if project.session.read_only is _CLOSED:
            return  # nobody waits for it any more
        self._store_lane.submit(partial(read_record, project.store), done, failed)

    def amount_changed(
        self, project: OpenProject, document: DocumentId, done: Done[tuple[Score, ...]], failed: Failed
    ) -> None:
        """Hand to ``done`` how much of a document was changed since it was handed to review, else since its import."""

        def measure(record: Record) -> tuple[Score, ...]:
            segments = project.session.state.document_segments(document)
            return amount_changed(record, document, segments, Since.HAND_OVER)

        self.study(project, measure, done, failed)

    # Documents

    def import_paths(
        self, project: OpenProject, options: InputOptions, done: Done[tuple[Message, ...]], failed: Failed
    ) -> None:
        """Read files and add them to the project as one step; ``done`` gets what to tell the person about them."""
        work = intake.reading_files(project.session, options, project.checking.term_base)
        self._compute_lane.submit(work, lambda read: _add(project.session, read, done, failed), failed)

    def paste(
        self,
        project: OpenProject,
        text: str,
        source_text: str | None = None,
        *,
        done: Done[tuple[Message, ...]],
        failed: Failed,
        aligned: bool = False,
    ) -> None:
        """Add text as a document: English, English beside Chinese, or two columns copied from a table.

        With ``aligned`` line n of the Chinese belongs to line n of the English.
        """
        work = intake.reading_paste(
            project.session, text, source_text or "", project.checking.term_base, aligned=aligned
        )
        self._compute_lane.submit(work, lambda read: _add(project.session, read, done, failed), failed)

    def attach_source(
        self, project: OpenProject, document: DocumentId, path: Path, done: Done[tuple[Message, ...]], failed: Failed
    ) -> None:
        """Set the Chinese of a file beside a target-only document; ``done`` gets what to tell the person."""
        keep = intake.spoken_of(project.session, document)
        make = intake.attaching(path, project.checking.term_base, keep)
        intake.exchange(project.session, document, make, self._compute_lane, done, failed)

    def take_beside(
        self,
        project: OpenProject,
        document: DocumentId,
        chinese: DocumentId,
        done: Done[tuple[Message, ...]],
        failed: Failed,
    ) -> None:
        """Make a document of Chinese alone the Chinese of a target-only document, as one step."""
        state, keep = project.session.state, intake.spoken_of(project.session, document)
        make = intake.taking_beside(
            state.documents[chinese], state.document_segments(chinese), project.checking.term_base, keep
        )
        put = partial(TakeBeside, chinese=chinese)
        intake.exchange(project.session, document, make, self._compute_lane, done, failed, put)

    def reimport(
        self,
        project: OpenProject,
        document: DocumentId,
        path: Path | None,
        done: Done[Reimport],
        failed: Failed,
        *,
        by_line: bool | None = None,
    ) -> None:
        """Read a document's file anew (or another one in its place); ``done`` gets what happened to its segments.

        What people did stays where the text still matches. The Chinese is read anew too where it is a file. A pair
        whose files have as many lines may be read ``by_line``; None reads it as it was read before.
        """
        make = intake.rereading(path, project.checking.term_base, by_line)
        intake.exchange(project.session, document, make, self._compute_lane, done, failed)

    def merge_version(
        self,
        project: OpenProject,
        path: Path,
        name: str,
        done: Done[MergeReport],
        failed: Failed,
        *,
        document: DocumentId | None = None,
    ) -> None:
        """Merge a copy that came back edited: a project file, or a file of ``document``; ``done`` gets what it did.

        ``name`` is who is said to have worked on it.
        """
        session = project.session
        known = session.state.documents.get(document) if document is not None else None
        read = reading_version(path, known, session.state, project.checking.term_base)

        def merge(version: Version, revisions: tuple[Revision, ...]) -> None:
            try:
                report = merge_version(session, version, revisions, name, path)
            except DeskError as error:
                failed(error)
            else:
                done(report)

        def look(version: Version) -> None:
            self._store_lane.submit(project.store.revisions, lambda found: merge(version, found), failed)

        lane = self._store_lane if path.suffix.lower() == SUFFIX else self._compute_lane
        project.autosave.flush(lambda: lane.submit(read, look, failed))

    def export_findings(self, project: OpenProject, to: Path, language: str = "en") -> None:
        """Write the open findings as CSV that runs no formula.

        Raises:
            StoreError: The file cannot be written; its old content is untouched.
        """
        state = project.session.state
        documents = [state.documents[key] for key in state.document_order]
        segments = {key: state.document_segments(key) for key in state.document_order}
        atomic_write(to, exports.findings_csv(documents, segments, project.checking.all_issues(), language))

    # Parts

    def _open(self, path: Path, take: Callable[[], OpenedProject], done: Done[OpenProject], failed: Failed) -> None:
        person, now, shipped = self.person, self.clock.now(), self.settings.shipped_terms

        def work() -> Loaded:
            return load(take(), self.paths, person, now, shipped=shipped)

        self._store_lane.submit(work, lambda loaded: done(self._serve(path, loaded)), failed)

    def _serve(self, path: Path, loaded: Loaded) -> OpenProject:
        opened, recovery = loaded.opened, loaded.recovery
        session = Session(
            recovery.project, self.person, self.clock, read_only=opened.read_only_reason, last_id=loaded.last_id
        )
        autosave = Autosave(session, opened.store, self._store_lane, self.clock)
        checking = Checking(session, loaded.term_base, self._compute_lane, loaded.own)
        safekeeping = None
        if opened.read_only_reason is None:
            folder = backup_folder(self.paths, path)
            safekeeping = Safekeeping(opened.store.path, folder, session, self._store_lane, self.clock)
            safekeeping.start()
        self.settings = self.settings.with_recent(str(path))
        # The list of recent projects is no reason to keep a project shut; changing a setting says what is wrong.
        with contextlib.suppress(DeskError):
            save_settings(self.settings, self.paths.settings_file)
        checking.start()
        return OpenProject(
            path,
            session,
            checking,
            autosave,
            loaded.warnings(),
            opened.store,
            loaded.place,
            recovery.conflicts,
            safekeeping,
            opened.damaged,
        )

    def _close(self, project: OpenProject, done: Callable[[], None]) -> None:
        project.checking.close()
        # What is still being read for it comes too late.
        project.session.read_only = _CLOSED
        if project.safekeeping is not None:
            project.safekeeping.close()
        self._store_lane.submit(project.store.close, lambda _: done(), lambda _: done())


def _cannot_save(project: OpenProject) -> bool:
    return project.autosave.saving is Saving.FAILED and not project.autosave.idle


def _add(session: Session, read: intake.Fitted, done: Done[tuple[Message, ...]], failed: Failed) -> None:
    try:
        told = intake.add(session, read)
    except DeskError as error:
        failed(error)
    else:
        done(told)


def _broken(error: BaseException) -> None:
    raise error


def _unless_said(error: BaseException) -> None:
    # A file that cannot be written is said by the next save of the person's work.
    if not isinstance(error, DeskError):
        raise error
