"""Project files for those who only look: the command line, while the window may have them open."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translator_desk.app.documents import InputOptions, read_inputs
from translator_desk.app.own_checks import read_own
from translator_desk.app.paths import Paths
from translator_desk.app.safekeeping import backup_folder
from translator_desk.app.term_bases import project_term_files, read_term_base
from translator_desk.checks.base import OwnFacts
from translator_desk.errors import InputError, StoreError
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.project import Project
from translator_desk.wording import Message, say

SUFFIX = ".desk"


@dataclass(frozen=True, slots=True)
class Readable:
    """A project to be looked at.

    Attributes:
        project: From the project file, or made of the texts named.
        term_base: The terms in force for it.
        own: Words and rules of the person, the house and the project.
        warnings: What the person should be told about the files.
    """

    project: Project
    term_base: TermBase
    own: OwnFacts
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a look at a project file found.

    Attributes:
        length: Number of revisions the file says it has.
        head: The hash that stands for them all (hex); "" where it cannot be read.
        damage: What the database finds wrong with the file.
        bad: Number of the first revision that is not what was written, or None.
        reason: What does not fit there, or None.
    """

    length: int
    head: str
    damage: tuple[str, ...] = ()
    bad: int | None = None
    reason: Message | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return self.bad is None and not self.damage


def read_project(path: str | Path) -> tuple[Project, tuple[Message, ...]]:
    """Return a project as it stands in its file, and what should be told about the file; nothing is written.

    Raises:
        InputError: It cannot be read.
    """
    from translator_desk.store.connect import open_project  # lazily: most commands do without SQLAlchemy

    with _named(path):
        opened = open_project(Path(path), who="", read_only=True)
        try:
            return opened.store.load(), opened.warnings
        finally:
            opened.store.close()


def read_to_check(
    options: InputOptions, paths: Paths | None, term_files: Sequence[Path] = (), *, shipped: bool = True
) -> Readable:
    """Return what was named, a project file or texts, with the terms in force.

    Args:
        options: What was named.
        paths: The person's folders, for the house layer; None leaves it out.
        term_files: Further term bases, over those of a project.
        shipped: Whether the shipped term bases stand below.

    Raises:
        InputError: Something cannot be read, or a project file is named with other files.
    """
    projects = [one for one in options.inputs if one.lower().endswith(SUFFIX)]
    if not projects:
        term_base = read_term_base(paths, term_files, shipped=shipped)
        read = read_inputs(options, term_base)
        return Readable(read.project, term_base, read_own(paths, term_files), read.warnings)
    if len(options.inputs) > 1 or options.source is not None or options.target is not None:
        raise InputError(
            projects[0],
            say("a project is checked alone: name no other files with it", "项目须单独检查：请不要同时指定其他文件"),
        )
    project, warnings = read_project(projects[0])
    path = Path(projects[0])
    files = (*project_term_files(project, path), *term_files)
    return Readable(project, read_term_base(paths, files, shipped=shipped), read_own(paths, files, path), warnings)


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup.

    Attributes:
        path: The file.
        shown: When it was made, in the time of this machine, for people.
        size: Bytes.
    """

    path: Path
    shown: str
    size: int


def kept_backups(paths: Paths, project: Path) -> tuple[Path, tuple[Kept, ...]]:
    """Return the folder where backups of a project are kept, and the backups, newest first."""
    from translator_desk.store.backup import backups  # lazily: most commands do without SQLAlchemy

    folder = backup_folder(paths, project)
    kept = backups(project, folder)
    return folder, tuple(Kept(one.path, f"{one.time.astimezone():%Y-%m-%d %H:%M:%S}", one.size) for one in kept)


def put_back(project: Path, backup: Path) -> None:
    """Put a backup in the place of a closed project; what stood there is kept beside it, renamed.

    Raises:
        InputError: The backup cannot be read, or the project is open.
    """
    from translator_desk.store.backup import restore  # lazily, see above

    with _named(backup):
        restore(backup, project)


def project_head(path: str | Path) -> str:
    """Return the hash at the end of a project's history (hex), which a report prints; it may be open meanwhile.

    Raises:
        InputError: It cannot be read, or is no project file.
    """
    from translator_desk.store import audit  # lazily, see above

    with _named(path):
        return audit.head(Path(path)).hash


def verify_project(path: str | Path, head: str | None = None) -> Verdict:
    """Look a project file over: the database, and every revision of its history.

    Args:
        path: The project file; it may be open meanwhile.
        head: A hash printed earlier; the history must have passed through it.

    Raises:
        InputError: It cannot be read at all, or is no project file.
    """
    # Lazily: most commands do without SQLAlchemy.
    from translator_desk.store import audit
    from translator_desk.store.reading import reading
    from translator_desk.store.sqlite import look_over

    file = Path(path)
    with _named(path):
        with reading(file) as connection:
            damage = look_over(connection, thorough=True)
        if damage:
            return Verdict(0, "", damage)
        end = audit.head(file)
        bad = audit.verify(file, head)
    return Verdict(end.length, end.hash, (), bad.number if bad else None, bad.reason if bad else None)


@contextlib.contextmanager
def _named(path: str | Path) -> Iterator[None]:
    """Say of a file named on the command line what is said of every file there: first which one it is."""
    try:
        yield
    except StoreError as error:
        raise InputError(path, error.message) from error
