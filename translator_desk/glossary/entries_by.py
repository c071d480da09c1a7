"""Entries of a term base by words of theirs, kept up through its changes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping

from translator_desk.glossary.entry import Entry
from translator_desk.glossary.term_base import TermBase

Members = Mapping[str, tuple[Entry, ...]]


class EntriesBy(ABC):
    """Finds entries by a word; subclasses say by which, and ``TermBase.index`` makes one."""

    __slots__ = ("_all", "_since")

    def __init__(self, term_base: TermBase, all_of_them: Members | None = None, since: Members | None = None) -> None:
        self._since: Members = since or {}
        """What stands under the words of entries that changed since all was gone through."""
        if all_of_them is None:
            found: dict[str, tuple[Entry, ...]] = {}
            for entry in term_base.entries:
                for key in self.keys(entry):
                    found[key] = (*found.get(key, ()), entry)
            all_of_them = found
        self._all = all_of_them

    @staticmethod
    @abstractmethod
    def keys(entry: Entry) -> Iterable[str]:
        """Return the words an entry is found by, each once."""

    def of(self, key: str) -> tuple[Entry, ...]:
        """Return the entries found by a word, in the order of the term base."""
        found = self._since.get(key)
        return self._all.get(key, ()) if found is None else found

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> EntriesBy:
        """Return the entries of the term base made by one change."""
        ids = {one.id for one in (before, now) if one is not None}
        new = frozenset(self.keys(now)) if now is not None else frozenset()
        since = dict(self._since)
        for key in {*new, *(self.keys(before) if before is not None else ())}:
            others = [one for one in self.of(key) if one.id not in ids]
            since[key] = term_base.in_order([*others, now] if now is not None and key in new else others)
        return type(self)(term_base, self._all, since)
