"""The Chinese forms of entries in one automaton."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set

from translator_desk.glossary.entry import Entry
from translator_desk.glossary.matcher import Blockers, Matcher, blocked, blockers_of, without_contained
from translator_desk.model.ids import EntryId
from translator_desk.text.scripts import simplify

SourceHit = tuple[int, int, tuple[Entry, ...]]
"""Start and end of a form in the text, and the entries that claim it."""


def source_forms(entry: Entry) -> tuple[str, ...]:
    """Return the Han forms under which an entry is looked for: simplified, each once, none of one character."""
    return tuple(dict.fromkeys(form for zh in entry.zh if len(form := simplify(zh)) > 1))


class SourceIndex:
    """Finds entries by their Chinese forms."""

    __slots__ = ("_claims", "_matcher", "_owners")

    def __init__(self, entries: Iterable[Entry]) -> None:
        claims: defaultdict[str, list[tuple[Entry, Blockers]]] = defaultdict(list)
        for entry in entries:
            for form in source_forms(entry):
                claims[form].append((entry, blockers_of(form, entry.not_inside) if entry.not_inside else ()))
        not_inside: dict[int, list[str]] = {}
        # Where entries with different ``not_inside`` claim one form, each claim is judged by itself.
        self._claims: dict[int, list[tuple[Entry, Blockers]]] = {}
        for number, found in enumerate(claims.values()):
            if any(blockers for _, blockers in found):
                shared = set(found[0][1]).intersection(*(blockers for _, blockers in found[1:]))
                not_inside[number] = [string for string, _ in shared]
                if any(set(blockers) != shared for _, blockers in found):
                    self._claims[number] = found
        self._owners = [tuple(entry for entry, _ in found) for found in claims.values()]
        self._matcher = Matcher(tuple(claims), not_inside)

    def find(self, text: str) -> list[SourceHit]:
        """Return the hits in reading order, none wholly inside another; ``text`` is simplified."""
        owners, hits = self._owners, self._matcher.find(text)
        if self._claims and not self._claims.keys().isdisjoint([number for _, _, number in hits]):
            return without_contained(self._judged(text))
        return [(start, end, owners[number]) for start, end, number in hits]

    def find_beside(self, gone: Set[EntryId], newer: SourceIndex, text: str) -> list[SourceHit]:
        """Return the hits of this index without the entries ``gone``, and those of ``newer``, laid together."""
        found: dict[tuple[int, int], tuple[Entry, ...]] = {}
        for start, end, entries in self._judged(text):
            standing = tuple(entry for entry in entries if entry.id not in gone)
            if standing:
                found[start, end] = standing
        for start, end, entries in newer._judged(text):
            found[start, end] = found.get((start, end), ()) + entries
        by_end = sorted(found, key=lambda span: (span[1], span[0]))
        return [(start, end, found[start, end]) for start, end in without_contained(by_end)]

    def _judged(self, text: str) -> list[SourceHit]:
        """Return all hits, those inside others too, by end; each claim judged by its own ``not_inside``."""
        hits: list[SourceHit] = []
        for start, end, number in self._matcher.find_all(text):
            entries = self._owners[number]
            if number in self._claims:
                entries = tuple(entry for entry, blockers in self._claims[number] if not blocked(text, start, blockers))
            if entries:
                hits.append((start, end, entries))
        return hits
