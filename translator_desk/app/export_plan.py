"""Which files an export will write, told before anything is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from translator_desk.app.exports import ExportKind, exported, working_copy
from translator_desk.app.state import ProjectState
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId

_EXTENSIONS = {
    ExportKind.TEXT: ".txt",
    ExportKind.HTML: ".html",
    ExportKind.TSV: ".tsv",
    ExportKind.CSV: ".csv",
    ExportKind.WORKING: ".tsv",
}
WORKING_ENDING = "-working"
"""What the name of a working copy says, whatever else was to be added to it."""
_OF_FORMAT = {"plain-text": ".txt", "html": ".html", "csv-table": ".tsv"}
_NOT_IN_NAMES = set('<>:"/\\|?*') | {chr(code) for code in range(32)}
_CHINESE = re.compile(r"[._-]zh$", re.IGNORECASE)
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file to be written.

    Attributes:
        document: What it will hold.
        kind: As what.
        path: Where.
        replaces: Whether a file stands there already.
        is_original: Whether that is the file the document was read from.
    """

    document: DocumentId
    kind: ExportKind
    path: Path
    replaces: bool
    is_original: bool


def plan_exports(
    state: ProjectState, documents: Sequence[DocumentId], kind: ExportKind, folder: Path, ending: str = ""
) -> tuple[PlannedFile, ...]:
    """Return the files that ``write_exports`` will write into ``folder``, no two of one name.

    Args:
        state: The project.
        documents: Which documents, in order.
        kind: As what.
        folder: Where to; it need not exist yet.
        ending: Added to the name before its extension ("-corrected"); a working copy is named as one.
    """
    ending = ending if kind.is_clean else WORKING_ENDING
    planned: list[PlannedFile] = []
    taken: set[str] = set()
    for key in documents:
        document = state.documents[key]
        stem, extension = _name(document, kind)
        ending = "".join(sign for sign in ending if sign not in _NOT_IN_NAMES)
        name, number = f"{stem}{ending}{extension}", 2
        while name.casefold() in taken:
            name = f"{stem}{ending}-{number}{extension}"
            number += 1
        taken.add(name.casefold())
        path = folder / name
        replaces = path.exists()
        original = replaces and bool(document.target_path) and _same(path, Path(document.target_path))
        planned.append(PlannedFile(key, kind, path, replaces, original))
    return tuple(planned)


def write_exports(state: ProjectState, planned: Sequence[PlannedFile]) -> None:
    """Write the files; the folder is made where it is missing.

    Raises:
        OSError: The folder cannot be made.
        StoreError: A file cannot be written; its old content is untouched, files before it are written.
    """
    for one in planned:
        one.path.parent.mkdir(parents=True, exist_ok=True)
        segments = state.document_segments(one.document)
        if one.kind.is_clean:
            content = exported(state.documents[one.document], segments, one.kind)
        else:
            content = working_copy(segments, {segment.id: state.remarks(segment.id) for segment in segments})
        atomic_write(one.path, content)


def _name(document: Document, kind: ExportKind) -> tuple[str, str]:
    """Return stem and extension of a document's file."""
    file = _file(document.target_path)
    own = file.suffix or _OF_FORMAT.get(document.layout.format, ".txt")
    if document.target_path:
        stem = file.stem
    elif document.source_path:
        # Begun from its Chinese alone: never the name of that file.
        stem = _CHINESE.sub("", _file(document.source_path).stem) + ".en"
    else:
        stem = "".join(" " if sign in _NOT_IN_NAMES else sign for sign in document.title)
    stem = " ".join(stem.split())[:_LONGEST_NAME].rstrip(". ")
    return stem or str(document.id), own if kind is ExportKind.FILE else _EXTENSIONS[kind]


def _file(path: str) -> PurePath:
    # A project may have been made on another system.
    return PureWindowsPath(path) if "\\" in path and "/" not in path else PurePosixPath(path)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
