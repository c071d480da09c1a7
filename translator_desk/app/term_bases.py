"""Which term bases are in force: the project's over the house's over the shipped ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translator_desk.app.paths import Paths
from translator_desk.errors import InputError
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.yaml_file import load_layers
from translator_desk.model.project import Project
from translator_desk.resources import shipped_glossaries


def project_term_files(project: Project, path: Path) -> list[Path]:
    """Return the project's own term bases, nearest last: those it names, then ``NAME.glossary.yaml`` beside its file."""
    files = [path.parent / one for one in project.term_bases]
    beside = path.with_suffix(".glossary.yaml")
    if beside.exists() and beside not in files:
        files.append(beside)
    return files


def read_term_base(paths: Paths | None, project_files: Sequence[Path] = (), *, shipped: bool = True) -> TermBase:
    """Return the term base in force; every file named must be readable.

    Args:
        paths: The person's folders, for the house layer; None leaves it out.
        project_files: Files or folders of the project layer, nearest last.
        shipped: Whether the shipped term bases stand below.

    Raises:
        InputError: A file cannot be read; names file, line and column.
    """
    house = paths.house_glossary if paths is not None and paths.house_glossary.exists() else None
    return load_layers(shipped_glossaries() if shipped else None, house, project_files)


def read_usable_term_base(
    paths: Paths | None, project_files: Sequence[Path] = (), *, shipped: bool = True
) -> tuple[TermBase, tuple[InputError, ...]]:
    """Return the term base of what can be read, and what is wrong with the rest: a window must open all the same."""
    problems: list[InputError] = []
    usable: list[Path] = []
    for file in project_files:
        try:
            load_layers(None, None, [file])
        except InputError as error:
            problems.append(error)
        else:
            usable.append(file)
    try:
        return read_term_base(paths, usable, shipped=shipped), tuple(problems)
    except InputError as error:
        # The house layer is broken: go on without it.
        return read_term_base(None, usable, shipped=shipped), (*problems, error)
