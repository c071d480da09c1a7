"""The desk: settings of the person, projects opened and closed, files taken in and given out.

What reads or writes runs in the store lane and answers through ``done`` or ``failed`` in the owner's thread. The store
and its database library are imported there, after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translator_desk.app.autosave import Autosave
from translator_desk.app.checking import Checking
from translator_desk.app.clock import Clock
from translator_desk.app.commands.documents import AddDocuments
from translator_desk.app.inputs import InputOptions, read_inputs, written_target
from translator_desk.app.jobs import Lane
from translator_desk.app.paths import Paths
from translator_desk.app.session import Session
from translator_desk.app.settings import Settings, changed, load_settings, save_settings
from translator_desk.app.term_bases import read_usable_term_base
from translator_desk.errors import InputError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import ImportedDocument, Person, Project
from translator_desk.store.base import OpenedProject
from translator_desk.wording import Message

Failed = Callable[[BaseException], None]


@dataclass(frozen=True, slots=True)
class OpenProject:
    """An open project with everything that serves it.

    Attributes:
        path: The project file.
        session: The one door for changes.
        checking: Its findings.
        autosave: What brings it to the file.
        warnings: What the person should be told.
    """

    path: Path
    session: Session
    checking: Checking
    autosave: Autosave
    warnings: tuple[Message, ...]


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

    def new_project(self, path: Path, title: str, done: Callable[[OpenProject], None], failed: Failed) -> None:
        """Make a project file and open it; an existing file is never overwritten."""
        who = self.person.name

        def work() -> _Loaded:
            from translator_desk.store.connect import create_project  # lazily: SQLAlchemy, after the first paint

            path.parent.mkdir(parents=True, exist_ok=True)
            return self._loaded(create_project(path, title, who))

        self._store_lane.submit(work, lambda loaded: done(self._serve(path, loaded)), failed)

    def open_project(self, path: Path, done: Callable[[OpenProject], None], failed: Failed) -> None:
        """Open a project file."""
        who = self.person.name

        def work() -> _Loaded:
            from translator_desk.store.connect import open_project  # lazily, see above

            return self._loaded(open_project(path, who=who))

        self._store_lane.submit(work, lambda loaded: done(self._serve(path, loaded)), failed)

    def _loaded(self, opened: OpenedProject) -> _Loaded:
        project = opened.store.load()
        files = [opened.store.path.parent / one for one in project.term_bases]
        beside = opened.store.path.with_suffix(".glossary.yaml")
        if beside.exists() and beside not in files:
            files.append(beside)
        term_base, problems = read_usable_term_base(self.paths, files, shipped=self.settings.shipped_terms)
        return _Loaded(opened, _with_drafts(project, opened), term_base, problems)

    def _serve(self, path: Path, loaded: _Loaded) -> OpenProject:
        opened = loaded.opened
        session = Session(loaded.project, self.person, self.clock, read_only=opened.read_only_reason)
        autosave = Autosave(session, opened.store, self._store_lane, self.clock)
        checking = Checking(session, loaded.term_base, self._compute_lane)
        warnings = (*opened.warnings, *(one.message for one in loaded.problems))
        if opened.read_only_reason is not None:
            warnings = (opened.read_only_reason, *warnings)
        self.settings = self.settings.with_recent(str(path))
        save_settings(self.settings, self.paths.settings_file)
        checking.start()
        return OpenProject(path, session, checking, autosave, warnings)

    def import_paths(
        self,
        project: OpenProject,
        options: InputOptions,
        done: Callable[[tuple[Message, ...]], None],
        failed: Failed,
    ) -> None:
        """Read files and add them to the project as one step; ``done`` gets what to tell the person about them."""
        term_base = project.checking.term_base

        def add(read: tuple[Project, tuple[Message, ...]]) -> None:
            state = project.session.state
            found, warnings = read
            imported = _renamed(found, set(state.documents), state.reserve_ids(_count(found)))
            project.session.execute(AddDocuments(imported))
            done(warnings)

        def work() -> tuple[Project, tuple[Message, ...]]:
            result = read_inputs(options, term_base)
            return result.project, result.warnings

        self._compute_lane.submit(work, add, failed)

    def export_document(self, project: OpenProject, document: DocumentId, to: Path) -> None:
        """Write the corrected text with the page's furniture as it was.

        Raises:
            StoreError: The file cannot be written; its old content is untouched.
        """
        state = project.session.state
        atomic_write(to, written_target(state.documents[document], state.document_segments(document)))

    def close_project(self, project: OpenProject, done: Callable[[], None]) -> None:
        """Write what is left and let the file go."""
        project.checking.close()

        def close() -> None:
            self._store_lane.submit(project.autosave.close_store, lambda _: done(), lambda _: done())

        project.autosave.flush(close)


@dataclass(frozen=True, slots=True)
class _Loaded:
    opened: OpenedProject
    project: Project
    term_base: TermBase
    problems: tuple[InputError, ...]


def _with_drafts(project: Project, opened: OpenedProject) -> Project:
    """Return the project with text put back that was typed before the last end and is in no revision."""
    drafts = {draft.segment: draft.text for draft in opened.recovered_drafts}
    if not drafts:
        return project
    segments = {
        key: tuple(replace(one, target=drafts[one.id]) if one.id in drafts else one for one in group)
        for key, group in project.segments.items()
    }
    return replace(project, segments=segments)


def _count(project: Project) -> int:
    return sum(len(group) for group in project.segments.values())


def _renamed(project: Project, taken: set[DocumentId], first: SegmentId) -> tuple[ImportedDocument, ...]:
    """Return the documents with ids that are free in the project they come to."""
    number = int(first)
    out: list[ImportedDocument] = []
    for document in project.documents:
        name, again = document.id, 2
        while name in taken:
            name = DocumentId(f"{document.id}-{again}")
            again += 1
        taken.add(name)
        segments = []
        for segment in project.segments[document.id]:
            segments.append(replace(segment, id=SegmentId(number), document=name))
            number += 1
        out.append(ImportedDocument(replace(document, id=name), tuple(segments)))
    return tuple(out)


def folder_options(paths: Sequence[Path]) -> InputOptions:
    """Return the options that read these files and folders as the person dropped them."""
    return InputOptions(inputs=tuple(str(path) for path in paths))
