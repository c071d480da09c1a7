"""What is to be known of the term files beside the terms in force: overrides, and what is switched off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path

from translator_desk.app.glossary_files import GlossaryFiles, GlossaryNews
from translator_desk.app.glossary_history import EntryChange, history, record_outside
from translator_desk.errors import InputError, RefusedError
from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.glossary.splice_save import show_entry
from translator_desk.model.ids import EntryId


@dataclass(frozen=True, slots=True)
class GlossaryState:
    """The term files at one moment.

    Attributes:
        overrides: Ids of entries that stand over one of a farther layer.
        off: Entries that are switched off, as they would be if they were on.
        files: All term files with their layers, nearest last, whether they can be read or not; the one that the
            project's own first entry goes into is among them before it exists.
    """

    overrides: frozenset[str] = frozenset()
    off: tuple[Entry, ...] = ()
    files: Mapping[Path, Layer] = field(default_factory=dict)

    def is_off(self, entry_id: str) -> bool:
        """Return whether an entry is switched off."""
        return any(one.id == entry_id for one in self.off)


def glossary_state(files: GlossaryFiles) -> GlossaryState:
    """Return what is to be known of the files; for their lane."""
    layers: dict[Layer, set[EntryId]] = {}
    for file in files.files.values():
        layers.setdefault(file.layer, set()).update(one.id for one in file.entries)
    hidden = {key: path for path, file in files.files.items() for key, _ in file.disabled}
    return GlossaryState(
        frozenset().union(*(one & other for one, other in combinations(layers.values(), 2))),
        tuple(_hidden(files, key, path) for key, path in hidden.items() if files.term_base.entry(key) is None),
        dict(files.places.files()) | dict.fromkeys(files.places.project[-1:], Layer.PROJECT),
    )


def _hidden(files: GlossaryFiles, entry_id: EntryId, path: Path) -> Entry:
    """Return an entry that is switched off: what its own file keeps of it, else what stands below."""
    file, data = files.files[path], files.content(path) or b""
    origin = next(place for key, place in file.disabled if key == entry_id)
    try:
        kept = next((one for one in show_entry(data, file, entry_id).file.entries if one.id == entry_id), None)
    except (InputError, RefusedError):
        kept = None
    found = kept or next(iter(files.shadowed(entry_id)), None) or Entry(entry_id, Kind.OTHER, (), "")
    return replace(found, origin=origin, layer=file.layer)


def record_news(files: GlossaryFiles, news: GlossaryNews, at: dt.datetime) -> None:
    """Record what another editor changed in the term files that people may change; for the lane of the files.

    Raises:
        StoreError: A record cannot be written; it is as it was.
    """
    for path, before in news.before.items():
        now = files.files.get(path)
        if now is not None and now.layer is not Layer.SHIPPED:
            record_outside(path, before, now.entries, at, files.content(path) or b"")


def record_of(files: GlossaryFiles, entry_id: str) -> tuple[EntryChange, ...]:
    """Return who changed an entry in all files that people may change, newest first."""
    own = [path for path, file in files.files.items() if file.layer is not Layer.SHIPPED]
    own += [path for path in files.places.project if path not in own]
    found = [change for path in dict.fromkeys(own) for change in history(path, entry_id)]
    found.sort(key=lambda one: one.at)
    return tuple(reversed(found))
