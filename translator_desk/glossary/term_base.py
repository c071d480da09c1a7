"""The term base in force: layers of term files laid over one another, with what is found through it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from translator_desk.errors import InputError
from translator_desk.glossary.entry import Entry, Kind, Layer, Origin
from translator_desk.glossary.matcher import Blockers, Hit, Matcher, blocked, blockers_of, merged
from translator_desk.model.ids import EntryId
from translator_desk.text.scripts import simplify
from translator_desk.text.span import Span
from translator_desk.wording import say

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TermFile:
    """What one file of a term base holds.

    Attributes:
        path: The file as it was named.
        layer: The layer it belongs to.
        entries: In file order.
        disabled: Ids hidden by it, each with the place that says so.
    """

    path: str
    layer: Layer
    entries: tuple[Entry, ...]
    disabled: tuple[tuple[EntryId, Origin], ...] = ()


@dataclass(frozen=True, slots=True)
class TermMatch:
    """An entry found in a Chinese text.

    Attributes:
        entry: The entry.
        span: Where its form stands.
        form: The form, simplified.
    """

    entry: Entry
    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class _Claim:
    """An entry's claim on a Han form, with the places where it does not claim it."""

    entry: Entry
    blockers: Blockers


class _SourceIndex:
    """The Han forms of entries in one automaton."""

    __slots__ = ("claims", "matcher", "number")

    def __init__(self, entries: Iterable[Entry]) -> None:
        claims: defaultdict[str, list[_Claim]] = defaultdict(list)
        for entry in entries:
            for form in source_forms(entry):
                claims[form].append(_Claim(entry, blockers_of(form, entry.not_inside) if entry.not_inside else ()))
        self.number = {form: index for index, form in enumerate(claims)}
        self.claims = tuple(tuple(found) for found in claims.values())
        not_inside = {}
        for form, found in claims.items():
            shared = set(found[0].blockers).intersection(*(claim.blockers for claim in found[1:]))
            if shared:
                not_inside[self.number[form]] = [string for string, _ in shared]
        self.matcher = Matcher(tuple(claims), not_inside)


class TermBase:
    """All entries in force. Immutable; whatever is derived from it is derived once."""

    __slots__ = ("_added", "_entries", "_gone", "_index", "_main", "_memo")

    def __init__(self, entries: Mapping[EntryId, Entry]) -> None:
        self._entries = dict(entries)
        self._memo: dict[Callable[[TermBase], Any], Any] = {}
        self._main: _SourceIndex | None = None
        self._added: _SourceIndex | None = None
        self._gone: frozenset[EntryId] = frozenset()
        self._index: tuple[Entry, ...] | None = None

    @classmethod
    def empty(cls) -> TermBase:
        """Return a term base without entries."""
        return cls({})

    @classmethod
    def build(cls, layers: Sequence[TermFile]) -> TermBase:
        """Return the files laid over one another: project over house over shipped.

        Within a layer the files stand side by side, except in the project layer, where a later file lies over the
        earlier ones.

        Raises:
            InputError: Two files of one layer define the same id.
        """
        entries: dict[EntryId, Entry] = {}
        for layer in Layer:
            here: dict[EntryId, Origin] = {}
            for file in layers:
                if file.layer is not layer:
                    continue
                if layer is Layer.PROJECT:
                    here = {}
                for origin_id, origin in file.disabled:
                    _claim_id(here, origin_id, origin)
                    entries.pop(origin_id, None)
                for entry in file.entries:
                    _claim_id(here, entry.id, entry.origin)
                    entries[entry.id] = entry
        return cls(entries)

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in force, shipped ones first."""
        if self._index is None:
            self._index = tuple(self._entries.values())
        return self._index

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry of that id, or None."""
        return self._entries.get(EntryId(entry_id))

    def of_kind(self, kind: Kind) -> tuple[Entry, ...]:
        """Return the entries of one kind."""
        return self.index(_by_kind).get(kind, ())

    def index(self, builder: Callable[[TermBase], T]) -> T:
        """Return ``builder(self)``, computed at most once for this term base."""
        memo = self._memo
        if builder not in memo:
            memo[builder] = builder(self)
        return memo[builder]  # type: ignore[no-any-return]

    def find_source(self, text: str) -> tuple[TermMatch, ...]:
        """Return the entries whose Chinese forms stand in ``text``, which must be simplified.

        A match wholly inside another one is dropped, partial overlaps both stand; forms inside a ``not_inside`` string
        do not count, nor do forms of one character. Several entries may claim one place.
        """
        return tuple(
            TermMatch(entry, Span(start, end), text[start:end])
            for start, end, claims in self.hits(text)
            for entry in claims
        )

    def hits(self, text: str) -> list[tuple[int, int, tuple[Entry, ...]]]:
        """Return what ``find_source`` does, as plain tuples: start, end, the entries that claim the place."""
        main = self._main_index()
        found: list[Hit] = main.matcher.find(text)
        if not self._gone and self._added is None:
            return [
                (start, end, _standing(main.claims[number], text, start))
                for start, end, number in found
            ]
        return self._hits_after_changes(main, text)

    def with_entry(self, entry: Entry) -> TermBase:
        """Return the term base with this entry added, or put in place of the one with its id.

        The automaton is not built anew: a small one for what changed is searched beside it.
        """
        return self._changed(entry.id, entry)

    def without_entry(self, entry_id: str) -> TermBase:
        """Return the term base without the entry of that id."""
        return self._changed(EntryId(entry_id), None)

    def changed_since(self, earlier: TermBase) -> tuple[tuple[Entry | None, Entry | None], ...]:
        """Return what differs from an earlier term base, as (before, now); None where there was or is none."""
        changes: list[tuple[Entry | None, Entry | None]] = []
        before = earlier._entries  # noqa: SLF001 - the same class
        for entry_id, entry in self._entries.items():
            was = before.get(entry_id)
            if was is not entry and was != entry:
                changes.append((was, entry))
        if len(before) + sum(was is None for was, _ in changes) != len(self._entries):
            changes.extend((entry, None) for entry_id, entry in before.items() if entry_id not in self._entries)
        return tuple(changes)

    def _main_index(self) -> _SourceIndex:
        if self._main is None:
            self._main = _SourceIndex(self.entries)
        return self._main

    def _hits_after_changes(self, main: _SourceIndex, text: str) -> list[tuple[int, int, tuple[Entry, ...]]]:
        """Search the automaton built before the changes and the small one of what changed, and lay them together."""
        found: dict[tuple[int, int], list[Entry]] = {}
        for index, gone in ((main, self._gone), (self._added, frozenset[EntryId]())):
            if index is None:
                continue
            for start, end, number in index.matcher.find(text):
                standing = [e for e in _standing(index.claims[number], text, start) if e.id not in gone]
                if standing:
                    found.setdefault((start, end), []).extend(standing)
        spans = merged(list(found))
        return [(start, end, tuple(found[start, end])) for start, end in spans]

    def _changed(self, entry_id: EntryId, entry: Entry | None) -> TermBase:
        entries = dict(self._entries)
        entries.pop(entry_id, None)
        if entry is not None:
            entries[entry_id] = entry
        changed = TermBase(entries)
        changed._main = self._main_index()
        changed._gone = self._gone | {entry_id}
        added = [e for key, e in entries.items() if key in changed._gone]
        changed._added = _SourceIndex(added) if added else None
        return changed


def source_forms(entry: Entry) -> tuple[str, ...]:
    """Return the Han forms under which an entry is looked for: simplified, each once, none of one character."""
    return tuple(dict.fromkeys(form for zh in entry.zh if len(form := simplify(zh)) > 1))


def _standing(claims: tuple[_Claim, ...], text: str, start: int) -> tuple[Entry, ...]:
    return tuple(one.entry for one in claims if not one.blockers or not blocked(text, start, one.blockers))


def _by_kind(term_base: TermBase) -> dict[Kind, tuple[Entry, ...]]:
    kinds: dict[Kind, list[Entry]] = {}
    for entry in term_base.entries:
        kinds.setdefault(entry.kind, []).append(entry)
    return {kind: tuple(entries) for kind, entries in kinds.items()}


def _claim_id(here: dict[EntryId, Origin], entry_id: EntryId, origin: Origin) -> None:
    before = here.get(entry_id)
    if before is not None:
        raise InputError(
            origin.file or None,
            say(
                "the id “{id}” is used already in {place}; give one of the two entries another id",
                "id“{id}”已在 {place} 使用；请为其中一个词条更换 id",
                id=entry_id,
                place=before,
            ),
            line=origin.line or None,
        )
    here[entry_id] = origin
