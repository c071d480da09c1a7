"""Who changed which entry, when and why: a line of JSON for each change, in a file beside the term file."""

from __future__ import annotations

import datetime as dt
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
    """

    entry: str
    before: Mapping[str, Data] | None
    after: Mapping[str, Data] | None
    author: str
    at: dt.datetime
    why: str = ""

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


def record_outside(term_file: Path, before: Iterable[Entry], after: Iterable[Entry], at: dt.datetime) -> None:
    """Add what another editor made of a term file to its record, without an author.

    What is recorded already (by another desk that wrote it, or through version control) is not added again; nor is a
    file written anew as a whole, of which nobody wants to read entry by entry.

    Raises:
        StoreError: The record cannot be written; it is as it was.
    """
    was, now = ({one.id: one for one in entries} for entries in (before, after))
    pairs = [(was.get(key), now.get(key)) for key in {**was, **now} if was.get(key) is not now.get(key)]
    pairs = [pair for pair in pairs if not same_content(*pair)]
    if not pairs or len(pairs) > _MOST_OUTSIDE:
        return
    latest = {change.entry: change.after for change in history(term_file)}
    new = []
    for old, changed in pairs:
        key = (changed or old).id  # type: ignore[union-attr]
        said = json.loads(json.dumps(entry_data(changed))) if changed else None
        if key not in latest or latest[key] != said:
            new.append((old, changed))
    _add(term_file, new, "", at, OUTSIDE)


def _add(
    term_file: Path, steps: Sequence[tuple[Entry | None, Entry | None]], author: str, at: dt.datetime, why: str
) -> None:
    if not steps:
        return
    lines = []
    for before, after in steps:
        concerned = after or before
        said = {
            "entry": concerned.id if concerned else "",
            "before": entry_data(before) if before else None,
            "after": entry_data(after) if after else None,
            "author": author,
            "at": at.isoformat(timespec="seconds"),
            "why": why,
        }
        lines.append(json.dumps(said, ensure_ascii=False).encode() + b"\n")
    path = history_file(term_file)
    old = path.read_bytes() if path.exists() else b""
    if old and not old.endswith(b"\n"):
        old += b"\n"
    atomic_write(path, old + b"".join(lines))


def history(term_file: Path, entry_id: str = "") -> tuple[EntryChange, ...]:
    """Return the recorded changes of a term file, oldest first; of one entry where an id is given.

    Lines that are no record (a merge of version control may leave some) are passed over.
    """
    path = history_file(term_file)
    if not path.exists():
        return ()
    changes = []
    for line in path.read_text("utf-8", errors="replace").splitlines():
        change = _change(line)
        if change is not None and entry_id in ("", change.entry):
            changes.append(change)
    return tuple(changes)


def _change(line: str) -> EntryChange | None:
    try:
        said: Any = json.loads(line)
        return EntryChange(
            str(said["entry"]),
            said["before"],
            said["after"],
            str(said["author"]),
            dt.datetime.fromisoformat(said["at"]),
            str(said.get("why", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
