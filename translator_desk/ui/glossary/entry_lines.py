"""What changes in an entry, key by key: what goes struck, what comes marked."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from translator_desk.glossary.entry import Entry
from translator_desk.glossary.yaml_write import Data, entry_data
from translator_desk.ui.panels.cards import Line, Run


def difference_lines(before: Entry | None, after: Entry, silent: Collection[str] = ()) -> list[Line]:
    """Return a line for each key of the format that two entries fill differently; ``silent`` keys are left out."""
    old: dict[str, Data] = dict(entry_data(before)) if before is not None else {}
    new = entry_data(after)
    lines = []
    for key in dict.fromkeys((*old, *new)):
        if key in silent or old.get(key) == new.get(key):
            continue
        was, now = _items(old.get(key)), _items(new.get(key))
        gone = [Run(one, "deleted", ground="deleted_ground", struck=True) for one in was if one not in now]
        come = [Run(one, "inserted", ground="inserted_ground") for one in now if one not in was]
        spaced = [part for run in (*gone, *come) for part in (Run("  "), run)]
        lines.append(Line((Run(f"{key}:", "muted"), *spaced)))
    return lines


def _items(data: Data | None) -> list[str]:
    """Return what a key holds as words, item by item."""
    if data is None:
        return []
    if isinstance(data, bool):
        return [str(data).lower()]
    if isinstance(data, str):
        return [data]
    if isinstance(data, Mapping):
        return [" ".join(key if one is True else words for key, one in data.items() for words in _items(one))]
    return [words for one in data for words in _items(one)]
