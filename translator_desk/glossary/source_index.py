"""The Chinese forms of entries in one automaton."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from translator_desk.glossary.entry import Entry
from translator_desk.glossary.matcher import Blockers, Hit, Matcher, blocked, blockers_of, without_contained
from translator_desk.model.ids import EntryId
from translator_desk.text.scripts import simplify

_SLICE = 500
"""Entries whose characters are looked at together: hardly any slice holds a traditional one."""


def source_forms(entry: Entry) -> tuple[str, ...]:
    """Return the Han forms under which an entry is looked for: simplified, each once, none of one character."""
    return _long_forms(map(simplify, entry.zh))


def _long_forms(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([form for form in forms if len(form) > 1]))


class SourceIndex:
    """Finds entries by their Chinese forms.

    Attributes:
        owners: The entries that claim a hit, by the hit's number.
    """

    __slots__ = ("_claims", "_matcher", "owners")

    def __init__(self, entries: Iterable[Entry]) -> None:
        claims: dict[str, tuple[Entry, ...]] = {}
        bounded: set[str] = set()
        for entry, forms in _with_forms(tuple(entries)):
            for form in forms:
                others = claims.get(form)
                claims[form] = (entry,) if others is None else (*others, entry)
            if entry.not_inside:
                bounded.update(forms)
        self.owners = list(claims.values())
        not_inside: dict[int, list[str]] = {}
        # Where entries with different ``not_inside`` claim one form, each claim is judged by itself and has its number.
        self._claims: dict[int, list[tuple[int, Blockers]]] = {}
        for number, (form, owners) in enumerate(claims.items()) if bounded else ():
            if form in bounded:
                blockers = [blockers_of(form, entry.not_inside) for entry in owners]
                shared = set(blockers[0]).intersection(*blockers)
                not_inside[number] = [string for string, _ in shared]
                if any(set(one) != shared for one in blockers):
                    first = len(self.owners)
                    self.owners += [(entry,) for entry in owners]
                    self._claims[number] = [(first + n, one) for n, one in enumerate(blockers)]
        self._matcher = Matcher(tuple(claims), not_inside)

    def find(self, text: str) -> list[Hit]:
        """Return the hits in reading order, none wholly inside another; ``text`` is simplified.

        Where several entries claim a place by themselves it has several hits.
        """
        hits = self._matcher.find(text)
        if self._claims and not self._claims.keys().isdisjoint([number for _, _, number in hits]):
            return without_contained(self._judged(text))
        return hits

    def find_beside(self, gone: Set[EntryId], newer: SourceIndex, text: str) -> list[Hit]:
        """Return the hits of this index without the entries ``gone``, and those of ``newer``, laid together.

        Numbers from ``len(self.owners)`` on are those of ``newer``.
        """
        first = len(self.owners)
        hits = [hit for hit in self._judged(text) if any(entry.id not in gone for entry in self.owners[hit[2]])]
        hits += [(start, end, first + number) for start, end, number in newer._judged(text)]
        hits.sort(key=lambda hit: (hit[1], hit[0]))
        return without_contained(hits)

    def _judged(self, text: str) -> list[Hit]:
        """Return all hits, those inside others too, by end; each claim judged by its own ``not_inside``."""
        hits: list[Hit] = []
        for hit in self._matcher.find_all(text):
            start, end, number = hit
            if number not in self._claims:
                hits.append(hit)
                continue
            hits += [(start, end, one) for one, blockers in self._claims[number] if not blocked(text, start, blockers)]
        return hits


def _with_forms(entries: Sequence[Entry]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Yield the entries with their ``source_forms``."""
    for start in range(0, len(entries), _SLICE):
        some = entries[start : start + _SLICE]
        written = "\n".join(["\n".join(entry.zh) for entry in some])
        plain = simplify(written) == written
        for entry in some:
            yield entry, _long_forms(entry.zh) if plain else source_forms(entry)
