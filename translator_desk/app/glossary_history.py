"""Who changed which entry, when and why: a line of JSON for each change, in a file beside the term file."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translator_desk.formats.atomic_write import atomic_write
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.yaml_write import Data, entry_data, same_content

OUTSIDE = "outside"
"""The reason of changes that came through another editor."""
_MOST_OUTSIDE = 200


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One change of one entry.

    Attributes:
        entry: Its id, after the change.
        before: What the file said, as YAML data; None where it said nothing.
        after: What it says since; None where the entry was deleted.
        author: Who.
        at: When, UTC.
        why: The reason given, or "".
        together: How many entries of the file changed at once, where their words were too many to be kept: then
            ``before`` and ``after`` are not known; 0 where they are.
    """

    entry: str
    before: Mapping[str, Data] | None
    after: Mapping[str, Data] | None
    author: str
    at: dt.datetime
    why: str = ""
    together: int = 0

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys that changed."""
        before, after = self.before or {}, self.after or {}
        return tuple(key for key in {**before, **after} if before.get(key) != after.get(key))


def history_file(term_file: Path) -> Path:
    """Return where the changes of a term file are recorded."""
    return term_file.with_suffix(".history.jsonl")


def record(
    term_file: Path, before: Entry | None, after: Entry | None, author: str, at: dt.datetime, why: str = ""
) -> None:
    """Add a change to the record of a term file.

    Raises:
        StoreError: The record cannot be written; it is as it was.
    """
    _add(term_file, ((before, after),), author, at, why)


def record_all(
    term_file: Path,
    before: Iterable[Entry],
    after: Iterable[Entry],
    author: str,
    at: dt.datetime,
    why: str = "",
) -> None:
    """Add what became of all entries of a term file to its record at once.

    Raises:
        StoreError: The record cannot be written; it is as it was.
    """
    was, now = ({one.id: one for one in entries} for entries in (before, after))
    pairs = [(was.get(key), now.get(key)) for key in {**was, **now}]
    _add(term_file, [pair for pair in pairs if not same_content(*pair)], author, at, why)


def record_outside(
    term_file: Path, before: Iterable[Entry], after: Iterable[Entry], at: dt.datetime, content: bytes = b""
) -> None:
    """Add what another editor made of a term file to its record, without an author.

    What is recorded already (by another desk that wrote or saw it, or through version control) is not added again. Of
    a file written anew as a whole only the ids are kept: nobody wants to read that entry by entry.

    Args:
        term_file: The file.
        before: Its entries as they were; none of a new file.
        after: Its entries as they are.
        at: When, UTC.
        content: The file as it is, by which another desk that saw it too is told.

    Raises:
        StoreError: The record cannot be written; it is as it was.
    """
    was, now = ({one.id: one for one in entries} for entries in (before, after))
    pairs = [(was.get(key), now.get(key)) for key in {**was, **now} if was.get(key) is not now.get(key)]
    pairs = [pair for pair in pairs if not same_content(*pair)]
    if len(pairs) > _MOST_OUTSIDE:
        _add_together(term_file, sorted({one.id for pair in pairs for one in pair if one}), at, content)
    elif pairs:
        latest = {change.entry: change.after for change in history(term_file) if not change.together}
        new = []
        for old, changed in pairs:
            key = (changed or old).id  # type: ignore[union-attr]
            said = json.loads(json.dumps(entry_data(changed))) if changed else None
            if key not in latest or latest[key] != said:
                new.append((old, changed))
        _add(term_file, new, "", at, OUTSIDE)


def _add_together(term_file: Path, ids: Sequence[str], at: dt.datetime, content: bytes) -> None:
    """Add one line for a whole file, unless its content has one."""
    digest = hashlib.sha256(content).hexdigest()
    known = history_file(term_file).read_bytes() if history_file(term_file).exists() else b""
    if digest.encode() in known:
        return
    said = {"entries": ids, "author": "", "at": at.isoformat(timespec="seconds"), "why": OUTSIDE, "sha256": digest}
    _write(term_file, [said])


def _add(
    term_file: Path, steps: Sequence[tuple[Entry | None, Entry | None]], author: str, at: dt.datetime, why: str
) -> None:
    if not steps:
        return
    rows = []
    for before, after in steps:
        concerned = after or before
        rows.append(
            {
                "entry": concerned.id if concerned else "",
                "before": entry_data(before) if before else None,
                "after": entry_data(after) if after else None,
                "author": author,
                "at": at.isoformat(timespec="seconds"),
                "why": why,
            }
        )
    _write(term_file, rows)


def _write(term_file: Path, rows: Iterable[Mapping[str, object]]) -> None:
    path = history_file(term_file)
    old = path.read_bytes() if path.exists() else b""
    if old and not old.endswith(b"\n"):
        old += b"\n"
    atomic_write(path, old + b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows))


def history(term_file: Path, entry_id: str = "") -> tuple[EntryChange, ...]:
    """Return the recorded changes of a term file, oldest first; of one entry where an id is given.

    Lines that are no record (a merge of version control may leave some) are passed over.
    """
    path = history_file(term_file)
    if not path.exists():
        return ()
    changes: list[EntryChange] = []
    for line in path.read_text("utf-8", errors="replace").splitlines():
        changes.extend(one for one in _changes(line) if entry_id in ("", one.entry))
    return tuple(changes)


def _changes(line: str) -> Sequence[EntryChange]:
    try:
        said: Any = json.loads(line)
        author, at, why = str(said["author"]), dt.datetime.fromisoformat(said["at"]), str(said.get("why", ""))
        if "entries" in said:
            ids = [str(key) for key in said["entries"]]
            return [EntryChange(key, None, None, author, at, why, len(ids)) for key in ids]
        return [EntryChange(str(said["entry"]), said["before"], said["after"], author, at, why)]
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()
