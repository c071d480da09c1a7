"""Changes of term files taken back and done again, together with what others wrote in the files meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.app.glossary_history import record_all
from translator_desk.app.glossary_proposals import NO_PROPOSALS, proposals_path
from translator_desk.app.term_change import TermFileChange
from translator_desk.errors import InputError, RefusedError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.glossary.splice_merge import MergedFile, merge_files
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.glossary.yaml_write import NEW_FILE
from translator_desk.wording import say


def own_content(files: GlossaryFiles) -> Mapping[Path, bytes | None]:
    """Return what the files that people may change hold on disk now, None where one is not there."""
    own = [path for path, file in files.files.items() if file.layer is not Layer.SHIPPED]
    beside = proposals_path(files)
    return {path: bytes_on_disk(path) for path in (*own, *((beside,) if beside else ()))}


def changes_since(files: GlossaryFiles, before: Mapping[Path, bytes | None]) -> tuple[TermFileChange, ...]:
    """Return which files hold something else than ``own_content`` said."""
    found = [
        TermFileChange(path, file.layer, before.get(path), files.content(path))
        for path, file in files.files.items()
        if file.layer is not Layer.SHIPPED and files.content(path) != before.get(path)
    ]
    beside = proposals_path(files)
    if beside is not None and (now := bytes_on_disk(beside)) != before.get(beside):
        found.append(TermFileChange(beside, None, before.get(beside), now))
    return tuple(found)


def bring_about(
    files: GlossaryFiles, changes: Sequence[TermFileChange], author: str, now: dt.datetime, why: str = ""
) -> TermBase:
    """Write files as the changes say; what others changed in them since they were as ``before`` says stays.

    All files are put together before the first is written.

    Args:
        files: The term files in force.
        changes: What shall be.
        author: Who does it, for the record.
        now: When, UTC.
        why: The reason, for the record.

    Returns:
        The terms in force afterwards.

    Raises:
        InputError: A file cannot be read as it is now.
        RefusedError: Somebody else changed the same words of the same entry meanwhile.
        StoreError: A file cannot be written; it is as it was.
    """
    beside = [change for change in changes if change.layer is None]
    for change in beside:
        _refuse_changed(change)
    prepared = [(change, *_merged(change, change.layer)) for change in changes if change.layer is not None]
    for change, merged, before in prepared:
        data = bytes_on_disk(change.path)
        if data is not None:
            atomic_write(change.path.with_name(change.path.name + ".bak"), data)
        else:
            change.path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(change.path, merged.data)
        files.accept(change.path, merged.file.layer, merged.data, merged.file)
        record_all(change.path, before, merged.file.entries, author, now, why)
    for change in beside:
        atomic_write(change.path, change.after if change.after is not None else NO_PROPOSALS)
    return files.term_base


def bytes_on_disk(path: Path) -> bytes | None:
    """Return the bytes of a file, None where it is not there.

    Raises:
        InputError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = say("cannot be read: {cause}", "无法读取：{cause}", cause=error.strerror or error)
        raise InputError(path, message) from None


def _refuse_changed(change: TermFileChange) -> None:
    """Refuse where proposals were made or decided since."""
    if bytes_on_disk(change.path) not in (change.before, NO_PROPOSALS if change.before is None else change.before):
        raise RefusedError(
            say(
                "Proposals were made or decided since; look at them in the list of proposals.",
                "此后已有新的提议或决定；请在提议列表中查看。",
            )
        )


def _merged(change: TermFileChange, layer: Layer) -> tuple[MergedFile, tuple[Entry, ...]]:
    """Return a file as it shall be, and the entries it holds now."""
    nothing = NEW_FILE.encode()
    base, mine = (nothing if data is None else data for data in (change.before, change.after))
    theirs = bytes_on_disk(change.path)
    path = str(change.path)
    merged = merge_files(base, mine, base if theirs is None else theirs, path, layer)
    if merged.conflicts:
        raise RefusedError(
            say(
                "“{id}” was changed by somebody else since; it stays as it is. Change it in the glossary.",
                "“{id}”此后已被他人修改，现保持原样。请在术语库中修改。",
                id=merged.conflicts[0].entry_id,
            )
        )
    return merged, parse_term_file(base if theirs is None else theirs, path, layer).entries
