"""Lint of term files as a person names them, with what stands below them counted but not told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translator_desk.app.glossary_files import GlossaryFiles, follow
from translator_desk.errors import InputError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.glossary.lint import lint
from translator_desk.glossary.lint_base import Problem
from translator_desk.glossary.lint_places import ProblemPlaces
from translator_desk.glossary.splice_save import put_entry
from translator_desk.glossary.term_base import TermBase, TermFile
from translator_desk.glossary.where_used import lint_use
from translator_desk.glossary.yaml_file import parse_term_file, read_term_file, slips, term_files
from translator_desk.model.severity import Level
from translator_desk.wording import Message, say

_BY_LEVEL = (Level.ERROR, Level.WARNING, Level.INFO)


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its place.

    Attributes:
        file: The term file.
        line: From 1; 0 where it is the whole file.
        column: From 1; 0 where it is the whole file.
        level: How bad.
        code: What kind of problem.
        message: What is wrong and what to do.
        entry: Id of the entry, "" where the file itself cannot be read.
        field: The key concerned, or "".
        fix: The entry as it would be mended, None where that is not certain.
    """

    file: str
    line: int
    column: int
    level: Level
    code: str
    message: Message
    entry: str = ""
    field: str = ""
    fix: Entry | None = None

    @property
    def mendable(self) -> bool:
        """Whether the desk can mend it by itself."""
        return self.fix is not None


def lint_files(
    paths: Sequence[Path], shipped: Path | None, house: Path | None = None, texts: Sequence[str] | None = None
) -> tuple[Finding, ...]:
    """Return what is wrong with term files, in their order.

    Args:
        paths: Files and folders.
        shipped: Folder of the shipped term files, which own entries may name; None leaves them out.
        house: The person's own, likewise.
        texts: The Chinese of a project, to tell entries that are never met; None leaves that out.
    """
    findings: list[Finding] = []
    own: dict[str, tuple[bytes, TermFile]] = {}
    for path in (file for one in paths for file in term_files(one)):
        try:
            data = path.read_bytes()
            own[str(path)] = data, parse_term_file(data, str(path), Layer.PROJECT)
        except InputError:
            findings += (_refused(error) for error in slips(data, str(path)))
        except OSError as error:
            cause = error.strerror or error
            findings.append(
                _refused(InputError(path, say("cannot be read: {cause}", "无法读取：{cause}", cause=cause)))
            )
    below = [
        read_term_file(file, layer)
        for layer, folder in ((Layer.SHIPPED, shipped), (Layer.HOUSE, house))
        if folder is not None and folder.exists()
        for file in term_files(folder)
    ]
    findings += _claimed_twice(own)
    term_base = TermBase.build([*below, *(file for _, file in own.values())])
    problems = [one for one in lint(term_base) if one.origin.file in own]
    if texts is not None:
        problems += [one for one in lint_use(term_base, texts) if one.origin.file in own]
    places = {name: ProblemPlaces(*said) for name, said in own.items()}
    findings += (_finding(problem, places[problem.origin.file]) for problem in problems)
    order = {name: number for number, name in enumerate(own)}
    return tuple(sorted(findings, key=lambda one: (order.get(one.file, -1), one.line, one.column)))


def lint_text(
    data: bytes, path: Path, layer: Layer, others: Sequence[TermFile], in_force: TermBase
) -> tuple[TermFile | None, TermBase | None, tuple[Finding, ...]]:
    """Return what the bytes of one term file say and what is wrong with them, in their order.

    Args:
        data: The bytes, saved or not.
        path: Their file.
        layer: Its layer.
        others: The other term files in force.
        in_force: The terms in force; what was derived of them serves on where little has changed.

    Returns:
        What the file says and the terms that would be in force, None where it cannot be read or clashes with
        another file; the findings, then, are what is in the way.
    """
    try:
        file = parse_term_file(data, str(path), layer)
    except InputError as error:
        return None, None, tuple(_refused(one) for one in slips(data, str(path)) or (error,))
    try:
        term_base = follow(in_force, TermBase.build([*others, file]))
    except InputError as error:
        return file, None, (_refused(error),)
    lint(in_force)  # once: of what comes from it only the changes are gone through then
    places = ProblemPlaces(data, file)
    problems = (one for one in lint(term_base) if one.origin.file == str(path))
    findings = tuple(sorted((_finding(one, places) for one in problems), key=lambda one: (one.line, one.column)))
    return file, term_base, findings


def lint_in_force(files: GlossaryFiles) -> tuple[Finding, ...]:
    """Return what is wrong with the term files of a project as they are in force, the worst first; for their lane.

    A file that cannot be read as it is now comes with what keeps it from being read.
    """
    findings = [_refused(one.error) for one in files.problems]
    problems = lint(files.term_base)
    concerned = {one.origin.file for one in problems}
    places = {
        str(path): ProblemPlaces(files.content(path) or b"", file)
        for path, file in files.files.items()
        if str(path) in concerned
    }
    findings += [_finding(one, places[one.origin.file]) for one in problems if one.origin.file in places]
    order = {str(path): -number for number, path in enumerate(files.files)}
    return tuple(
        sorted(findings, key=lambda one: (_BY_LEVEL.index(one.level), order.get(one.file, 1), one.line, one.column))
    )


def _finding(problem: Problem, places: ProblemPlaces) -> Finding:
    line, column = places.of(problem)
    return Finding(
        problem.origin.file,
        line,
        column,
        problem.level,
        problem.code,
        problem.message,
        problem.entry,
        problem.field,
        problem.fix,
    )


def _refused(error: InputError) -> Finding:
    return Finding(error.file or "", error.line or 0, error.column or 0, Level.ERROR, "unreadable", error.message)


def _claimed_twice(own: dict[str, tuple[bytes, TermFile]]) -> list[Finding]:
    """Return the ids that two files side by side both define: the later one lies over the earlier, unseen."""
    first: dict[str, str] = {}
    found = []
    for name, (_, file) in own.items():
        for entry in file.entries:
            other = first.setdefault(entry.id, name)
            if other != name and Path(other).parent == Path(name).parent:
                message = say(
                    "the id “{id}” is used in {other} as well; give one of the two entries another id",
                    "id“{id}”在 {other} 中也已使用；请为其中一个词条更换 id",
                    id=entry.id,
                    other=other,
                )
                found.append(Finding(name, entry.origin.line, 1, Level.ERROR, "same-id", message, entry.id, "id"))
    return found


def mend_files(paths: Sequence[Path], shipped: Path | None, house: Path | None = None) -> int:
    """Write what can be mended with certainty into the files; the version before stays beside each, ``.bak``.

    Returns:
        How many problems were mended.

    Raises:
        StoreError: A file cannot be written; it is as it was.
    """
    mended = 0
    for path in (file for one in paths for file in term_files(one)):
        try:
            data = before = path.read_bytes()
            file = parse_term_file(data, str(path), Layer.PROJECT)
        except (InputError, OSError):
            continue
        below = [
            read_term_file(one, layer)
            for layer, folder in ((Layer.SHIPPED, shipped), (Layer.HOUSE, house))
            if folder is not None and folder.exists()
            for one in term_files(folder)
        ]
        for _ in range(len(file.entries) * 4):
            problems = lint(TermBase.build([*below, file]))
            fix = next((one.fix for one in problems if one.fix is not None and one.origin.file == str(path)), None)
            if fix is None:
                break
            spliced = put_entry(data, file, fix)
            data, file = spliced.data, spliced.file
            mended += 1
        if data != before:
            atomic_write(path.with_name(path.name + ".bak"), before)
            atomic_write(path, data)
    return mended
