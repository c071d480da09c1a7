"""What an entry says, field by field, in words; what changes in it: what goes struck, what comes marked."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QCoreApplication

from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.yaml_write import Data, entry_data
from translator_desk.model.severity import Level
from translator_desk.ui.glossary.names import field_name, kind_name, level_name
from translator_desk.ui.panels.cards import Line, Run


def difference_lines(before: Entry | None, after: Entry, silent: Collection[str] = ()) -> list[Line]:
    """Return a line for each key of the format that two entries fill differently; ``silent`` keys are left out."""
    old: dict[str, Data] = dict(entry_data(before)) if before is not None else {}
    new = entry_data(after)
    lines = []
    for key in dict.fromkeys((*old, *new)):
        if key in silent or old.get(key) == new.get(key):
            continue
        was, now = field_items(key, old.get(key)), field_items(key, new.get(key))
        gone = [Run(one, "deleted", ground="deleted_ground", struck=True) for one in was if one not in now]
        come = [Run(one, "inserted", ground="inserted_ground") for one in now if one not in was]
        spaced = [part for run in (*gone, *come) for part in (Run("  "), run)]
        lines.append(Line((Run(f"{field_name(key)}:", "muted"), *spaced)))
    return lines


def field_items(key: str, data: Data | None) -> list[str]:
    """Return what a field holds in words, item by item; nothing where it holds nothing."""
    if data is None:
        return []
    if isinstance(data, bool):
        yes, no = QCoreApplication.translate("Fields", "yes"), QCoreApplication.translate("Fields", "no")
        return [yes if data else no]
    if isinstance(data, str):
        return [kind_name(Kind(data)) if key == "kind" else data]
    if isinstance(data, Mapping):
        head, *others = (_part(inner, one) for inner, one in data.items())
        return [f"{head} ({'; '.join(others)})" if others else head]
    return [words for one in data for words in field_items(key, one)]


def _part(key: str, data: Data) -> str:
    """Return one part of a form to avoid or of an office: its words, or what it is where that is a yes."""
    if data is True:
        return field_name(key)
    words = ", ".join(field_items(key, data))
    if key == "level":
        return level_name(Level(words))
    return f"{field_name(key)} {words}" if key in ("until", "from", "to", "seen") else words
