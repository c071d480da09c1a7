"""A project worked on without a window: files taken in, clean texts and reports given out, the record kept."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translator_desk.app import intake
from translator_desk.app.autosave import Autosave
from translator_desk.app.checking import Checking
from translator_desk.app.clock import SystemClock
from translator_desk.app.commands.workflow import ReleaseExport, refuse_shut
from translator_desk.app.documents import InputOptions
from translator_desk.app.export_plan import PlannedFile, write_exports
from translator_desk.app.gate import findings_of
from translator_desk.app.jobs import InlineLane
from translator_desk.app.opening import Loaded, load
from translator_desk.app.paths import Paths
from translator_desk.app.record import Record, read_record
from translator_desk.app.safekeeping import backup_folder
from translator_desk.app.session import Session
from translator_desk.app.settings import load_settings
from translator_desk.app.state import ProjectState
from translator_desk.errors import InputError, StoreError
from translator_desk.model.ids import DocumentId
from translator_desk.model.project import Person
from translator_desk.store.base import OpenedProject
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class AtWork:
    """A project open for one run.

    Attributes:
        path: The project file.
        session: The one door for changes.
        loaded: The store, the terms in force, and what the person should be told.
    """

    path: Path
    session: Session
    loaded: Loaded

    @property
    def state(self) -> ProjectState:
        """The project as it stands."""
        return self.session.state

    def record(self) -> Record:
        """Return the history as the file has it."""
        return read_record(self.loaded.opened.store)


def person_named(paths: Paths, name: str) -> Person:
    """Return who works: the person named, else the one of the settings.

    Raises:
        InputError: Neither names anybody.
    """
    settings, _ = load_settings(paths.settings_file)
    who = " ".join(name.split()) or settings.person
    if not who:
        raise InputError(
            None,
            say(
                "The record must say who does this: add --person NAME, or enter your name in the window once.",
                "记录须注明操作人：请加上 --person 姓名，或先在窗口中填写您的姓名。",
            ),
        )
    return Person(who, settings.role)


@contextlib.contextmanager
def at_work(path: Path, paths: Paths, person: Person, *, make: bool = False) -> Iterator[AtWork]:
    """Open a project to write in it; at the end the file has all that was done.

    Args:
        path: The project file.
        paths: The person's folders.
        person: Who works.
        make: Make the file where it is missing; where the work then fails, none is left behind.

    Raises:
        InputError: It cannot be read, or not be written: somebody has it open, say.
        StoreError: What was done cannot be written.
    """
    made = make and not path.exists()
    with _opened(path, paths, person, make=made) as opened, _removed_after(path if made else None):
        if opened.read_only_reason is not None:
            raise InputError(path, opened.read_only_reason)
        work = _served(path, paths, person, opened)
        problems: list[Message] = []
        work.session.subscribe(lambda told: problems.extend(filter(None, (told.saving_problem,))))
        autosave = Autosave(work.session, opened.store, InlineLane(), SystemClock())
        yield work
        autosave.flush()
        if problems:
            raise StoreError(problems[-1])


@contextlib.contextmanager
def looked_at(path: Path, paths: Paths) -> Iterator[AtWork]:
    """Open a project for reading; somebody may have it open meanwhile.

    Raises:
        InputError: It cannot be read.
    """
    nobody = Person("", load_settings(paths.settings_file)[0].role)
    with _opened(path, paths, None) as opened:
        yield _served(path, paths, nobody, opened)


@contextlib.contextmanager
def _opened(path: Path, paths: Paths, person: Person | None, *, make: bool = False) -> Iterator[OpenedProject]:
    """Open the project file, for reading where nobody is named, and close it at the end."""
    # Lazily: most commands do without SQLAlchemy.
    from translator_desk.store.connect import create_project, open_project

    folder = backup_folder(paths, path)
    try:
        if person is None:
            opened = open_project(path, who="", read_only=True, backups=folder)
        elif make:
            opened = create_project(path, path.stem, person.name, backups=folder)
        else:
            opened = open_project(path, who=person.name, backups=folder)
    except StoreError as error:
        raise InputError(path, error.message) from error
    try:
        yield opened
    finally:
        opened.store.close()


@contextlib.contextmanager
def _removed_after(made: Path | None) -> Iterator[None]:
    """Remove a file just made where what follows fails."""
    try:
        yield
    except BaseException:
        if made is not None:
            made.unlink(missing_ok=True)
        raise


def _served(path: Path, paths: Paths, person: Person, opened: OpenedProject) -> AtWork:
    clock = SystemClock()
    settings, _ = load_settings(paths.settings_file)
    loaded = load(opened, paths, person, clock.now(), shipped=settings.shipped_terms)
    session = Session(loaded.recovery.project, person, clock, last_id=loaded.last_id)
    return AtWork(path, session, loaded)


def take_in(work: AtWork, options: InputOptions) -> tuple[tuple[DocumentId, ...], tuple[Message, ...]]:
    """Add files to the project as one step; return its new documents and what to tell the person.

    Raises:
        InputError: A file cannot be taken.
    """
    before = frozenset(work.state.documents)
    told = intake.add(work.session, intake.reading_files(work.session, options, work.loaded.term_base)())
    return tuple(key for key in work.state.document_order if key not in before), told


def give_out(work: AtWork, planned: Sequence[PlannedFile], reason: str) -> None:
    """Write files of the project; clean texts go through the gate and into the record.

    Args:
        work: The project.
        planned: What is written.
        reason: Why a text that is not ready goes out all the same; "" where it must be ready.

    Raises:
        RefusedError: Errors, undecided changes or threads remain, and no reason is given; nothing is written.
        StoreError: A file cannot be written.
    """
    clean = [one for one in planned if one.kind.is_clean]
    if clean:
        checking = Checking(work.session, work.loaded.term_base, InlineLane(), work.loaded.own)
        checking.start()
        findings = {one.document: findings_of(checking, work.state, one.document) for one in clean}
        for key, found in findings.items():
            # All before any: the record must not tell of a file that another document kept from being written.
            refuse_shut(work.state, work.state.documents[key], found, reason, final=False)
        for one in clean:
            work.session.execute(ReleaseExport(one.document, findings[one.document], reason, one.path.name))
    write_exports(work.state, planned)


def chosen_documents(work: AtWork, names: Sequence[str]) -> tuple[DocumentId, ...]:
    """Return the documents of these ids in the order of the project, all where none is named.

    Raises:
        InputError: The project has no such document, or none at all.
    """
    known = work.state.document_order
    missing = [name for name in names if name not in known]
    if missing or not known:
        raise InputError(
            work.path,
            say(
                "there is no document “{name}”; the project has: {known}",
                "没有文档“{name}”；项目中有：{known}",
                name=missing[0],
                known=", ".join(known) or "–",
            )
            if missing
            else say("the project has no documents", "项目中没有文档"),
        )
    return tuple(key for key in known if not names or key in names)
