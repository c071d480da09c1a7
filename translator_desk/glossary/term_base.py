"""The term base in force: layers of term files laid over one another, with what is found through it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import attrgetter, is_not
from typing import Any, TypeVar

from translator_desk.errors import InputError
from translator_desk.glossary.entry import Entry, Kind, Layer, Origin
from translator_desk.glossary.matcher import Hit
from translator_desk.glossary.source_index import SourceIndex
from translator_desk.model.ids import EntryId
from translator_desk.text.span import Span
from translator_desk.wording import say

T = TypeVar("T")

_id_of: Callable[[Entry], EntryId] = attrgetter("id")
_origin_of: Callable[[Entry], Origin] = attrgetter("origin")
_MOST_BESIDE = 200
"""Changed entries searched beside the automaton; beyond, it is built anew."""


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


@dataclass(frozen=True, slots=True, eq=False)
class _Change:
    """How a term base came from another: one entry before and now, and what had been derived."""

    before: Entry | None
    now: Entry | None
    memo: Mapping[Callable[[TermBase], Any], Any]
    asked: Mapping[Callable[[TermBase], Any], frozenset[Kind]]

    @property
    def kinds(self) -> frozenset[Kind]:
        """Kinds of the entry."""
        return frozenset(entry.kind for entry in (self.before, self.now) if entry is not None)


_ALL_KINDS = frozenset(Kind)


class _Threads(threading.local):
    """What the builders under way in a thread have asked for: the kinds of entries, a set for each."""

    def __init__(self) -> None:
        self.under_way: list[set[Kind]] = []


_threads = _Threads()


def _note(kinds: Iterable[Kind]) -> None:
    """Remember for the builders under way that they ask for entries of these kinds."""
    for asked in _threads.under_way:
        asked.update(kinds)


class TermBase:
    """All entries in force. Immutable; whatever is derived from it is derived once."""

    __slots__ = (
        "_all", "_asked", "_change", "_delta", "_gone", "_main", "_memo", "_older", "_places", "_since", "_size", "_tuple",
        "_turns",
    )  # fmt: skip

    def __init__(self, entries: Mapping[EntryId, Entry]) -> None:
        self._all: dict[EntryId, Entry] | None = dict(entries)
        # After a change: the entries of an older term base, and those that differ since, None for one that is gone.
        self._older = self._all
        self._since: dict[EntryId, Entry | None] = {}
        self._size = len(self._older)
        self._memo: dict[Callable[[TermBase], Any], Any] = {}
        # What each value of the memo was built from.
        self._asked: dict[Callable[[TermBase], Any], frozenset[Kind]] = {}
        self._tuple: tuple[Entry, ...] | None = None
        self._places: dict[EntryId, int] | None = None  # of the older ones
        self._main: SourceIndex | None = None
        # After a change: the ids for which ``_main`` no longer speaks, and a small index of what they are now.
        self._gone: frozenset[EntryId] = frozenset()
        self._delta: SourceIndex | None = None
        self._turns: dict[tuple[EntryId, ...], tuple[Entry, ...]] = {}
        self._change: _Change | None = None

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
                for hidden, origin in file.disabled:
                    _take_id(here, hidden, origin)
                    entries.pop(hidden, None)
                of_file = dict(zip(map(_id_of, file.entries), file.entries, strict=True))
                if len(of_file) < len(file.entries) or not here.keys().isdisjoint(of_file):
                    for entry in file.entries:
                        _take_id(here, entry.id, entry.origin)  # one of them is refused
                here.update(zip(of_file, map(_origin_of, file.entries), strict=True))
                entries.update(of_file)
        return cls(entries)

    def __len__(self) -> int:
        _note(_ALL_KINDS)
        return self._size

    def __bool__(self) -> bool:
        _note(_ALL_KINDS)
        return bool(self._size)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in force, shipped ones first."""
        _note(_ALL_KINDS)
        if self._tuple is None:
            self._tuple = tuple(self._entries.values())
        return self._tuple

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry of that id, or None."""
        _note(_ALL_KINDS)
        return self._known(EntryId(entry_id))

    @property
    def _entries(self) -> dict[EntryId, Entry]:
        """All entries by their ids; after a change they are laid together once somebody asks for all."""
        if self._all is None:
            entries = dict(self._older)
            for key, entry in self._since.items():
                if entry is None:
                    del entries[key]
                else:
                    entries[key] = entry
            self._all = entries
        return self._all

    def _known(self, key: EntryId) -> Entry | None:
        since = self._since
        return since[key] if key in since else self._older.get(key)

    def of_kind(self, kind: Kind) -> tuple[Entry, ...]:
        """Return the entries of one kind."""
        _note((kind,))
        if _ByKind not in self._memo:
            waiting, _threads.under_way = _threads.under_way, []  # that table is no question for all kinds
            try:
                self._memo[_ByKind] = self._made(_ByKind)
            finally:
                _threads.under_way = waiting
        kinds: _ByKind = self._memo[_ByKind]
        return kinds.of(kind)

    def index(self, builder: Callable[[TermBase], T]) -> T:
        """Return ``builder(self)``, computed at most once for this term base.

        Where the value has a method ``after_change(before, now, term_base)``, a term base made by one change asks the
        value of the one before for its own instead of building it anew. Where it was built from entries of other kinds
        than the changed one (``of_kind``), it stands.
        """
        memo = self._memo
        if builder not in memo:
            memo[builder] = self._made(builder)
        if _threads.under_way:
            _note(self._asked.get(builder, _ALL_KINDS))
        return memo[builder]  # type: ignore[no-any-return]

    def _made(self, builder: Callable[[TermBase], Any]) -> Any:
        change = self._change
        older = change.memo.get(builder) if change else None
        if change and older is not None:
            self._asked[builder] = asked = change.asked.get(builder, _ALL_KINDS)
            if hasattr(older, "after_change"):
                return older.after_change(change.before, change.now, self)
            if asked.isdisjoint(change.kinds):
                return older
        under_way = _threads.under_way
        under_way.append(set())
        try:
            return builder(self)
        finally:
            self._asked[builder] = frozenset(under_way.pop())

    def in_order(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Return entries of this term base in its order, each id once."""
        chosen = {entry.id: entry for entry in entries}
        if len(chosen) < 2:
            return tuple(chosen.values())
        if self._places is None:
            self._places = {key: place for place, key in enumerate(self._older)}
        later = {key: place for place, key in enumerate(self._since, len(self._older))}
        places = {key: self._places.get(key, later.get(key, 0)) for key in chosen if self._known(key) is not None}
        return tuple(chosen[key] for key in sorted(places, key=places.__getitem__))

    def find_source(self, text: str) -> tuple[TermMatch, ...]:
        """Return the entries whose Chinese forms stand in ``text``, which must be simplified.

        A match wholly inside another one is dropped, partial overlaps both stand; forms inside a ``not_inside`` string
        do not count, nor do forms of one character. Several entries may claim one place.
        """
        return tuple(
            TermMatch(entry, Span(start, end), text[start:end])
            for start, end, entries in self.claims(text)
            for entry in entries
        )

    def hits(self, text: str) -> list[Hit]:
        """Return what ``find_source`` finds, as plain numbers: start, end, and the number to ask ``owners`` with."""
        if _threads.under_way:  # asked for every segment: a call less
            _note(_ALL_KINDS)
        main = self._main or self._main_index()
        return main.find(text) if self._delta is None else main.find_beside(self._gone, self._delta, text)

    def claims(self, text: str) -> list[tuple[int, int, tuple[Entry, ...]]]:
        """Return what ``find_source`` finds, as start, end and the entries that claim the place."""
        if _threads.under_way:  # asked for every segment: a call less
            _note(_ALL_KINDS)
        if self._delta is None:
            main = self._main or self._main_index()
            owners = main.owners
            return [(start, end, owners[number]) for start, end, number in main.find(text)]
        first_changed = len((self._main or self._main_index()).owners)
        found: list[tuple[int, int, tuple[Entry, ...]]] = []
        for start, end, number in self.hits(text):
            entries = self.owners(number)
            if number >= first_changed:  # as one index would have them
                if found and found[-1][:2] == (start, end) and _stand_alike(found[-1][2], entries):
                    entries = found.pop()[2] + entries
                entries = self._in_turn(entries) if len(entries) > 1 else entries
            found.append((start, end, entries))
        return found

    def _in_turn(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        ids = tuple(entry.id for entry in entries)
        if ids not in self._turns:
            self._turns[ids] = self.in_order(entries)
        return self._turns[ids]

    def owners(self, number: int) -> tuple[Entry, ...]:
        """Return the entries that claim a hit."""
        owners = (self._main or self._main_index()).owners
        if self._delta is None:
            return owners[number]
        if number >= len(owners):
            return self._delta.owners[number - len(owners)]
        return tuple(entry for entry in owners[number] if entry.id not in self._gone)

    def with_entry(self, entry: Entry) -> TermBase:
        """Return the term base with this entry added, or put in place of the one with its id.

        The automaton is not built anew: a small one for what changed is searched beside it.
        """
        return self._with(entry.id, entry)

    def without_entry(self, entry_id: str) -> TermBase:
        """Return the term base without the entry of that id."""
        if self._known(EntryId(entry_id)) is None:
            return self
        return self._with(EntryId(entry_id), None)

    def changed_since(self, earlier: TermBase) -> tuple[tuple[Entry | None, Entry | None], ...]:
        """Return what differs from an earlier term base, as (before, now); None where there was or is none."""
        if self._change and self._change.memo is earlier._memo:
            return _differing(self._change.before, self._change.now)
        if earlier._change and earlier._change.memo is self._memo:  # a change taken back
            return _differing(earlier._change.now, earlier._change.before)
        if self is earlier:
            return ()
        changes: list[tuple[Entry | None, Entry | None]] = []
        if self._older is earlier._older:
            for key in {**self._since, **earlier._since}:
                changes += _differing(earlier._known(key), self._known(key))
            return tuple(changes)
        before = earlier._entries
        there, here = map(before.get, self._entries), self._entries.values()
        for was, entry in compress(zip(map(before.get, self._entries), here, strict=True), map(is_not, there, here)):
            if was != entry:
                changes.append((was, entry))
        if len(before) + sum(was is None for was, _ in changes) != len(self._entries):
            changes.extend((entry, None) for entry_id, entry in before.items() if entry_id not in self._entries)
        return tuple(changes)

    def moved_since(self, earlier: TermBase) -> tuple[Entry, ...]:
        """Return the entries that stand elsewhere in a file than those of their ids in an earlier term base."""
        if self._change and self._change.memo is earlier._memo:
            before, now = self._change.before, self._change.now
            return (now,) if before is not None and now is not None and before.origin != now.origin else ()
        before_of = earlier._entries.get
        return tuple(
            entry
            for key, entry in self._entries.items()
            if (was := before_of(key)) is not entry and was is not None and was.origin != entry.origin
        )

    def _main_index(self) -> SourceIndex:
        if self._main is None:
            self._main = SourceIndex(self._entries.values())
        return self._main

    def _with(self, entry_id: EntryId, entry: Entry | None) -> TermBase:
        gone = self._gone | {entry_id}
        if self._main is None or len(gone) > _MOST_BESIDE:
            return TermBase(_laid_over(self._entries, entry_id, entry))
        before, older = self._known(entry_id), entry_id in self._older
        if before is None and older:  # taken out and added again it is the last
            changed = TermBase(_laid_over(self._entries, entry_id, entry))
        else:
            changed = TermBase({})
            changed._all, changed._older, changed._places = None, self._older, self._places
            changed._since = {**self._since, entry_id: entry}
            if entry is None and not older:
                del changed._since[entry_id]
            changed._size = self._size + (entry is not None) - (before is not None)
        changed._main = self._main
        changed._gone = gone
        changed._delta = SourceIndex(filter(None, map(changed._known, gone)))
        changed._change = _Change(before, entry, self._memo, self._asked)
        kinds = changed._change.kinds
        for builder, value in tuple(self._memo.items()):  # other lanes may be adding to it
            if hasattr(value, "after_change") or kinds.isdisjoint(self._asked.get(builder, _ALL_KINDS)):
                changed.index(builder)  # at once: the next change asks this term base for it
        return changed


def _laid_over(entries: Mapping[EntryId, Entry], entry_id: EntryId, entry: Entry | None) -> dict[EntryId, Entry]:
    others = dict(entries)
    if entry is None:
        del others[entry_id]
    else:
        others[entry_id] = entry
    return others


class _ByKind:
    """The entries of a term base by their kinds, in its order."""

    __slots__ = ("_kinds",)

    def __init__(self, term_base: TermBase, kinds: dict[Kind, dict[EntryId, Entry]] | None = None) -> None:
        self._kinds = {} if kinds is None else kinds
        if kinds is None:
            for entry in term_base.entries:
                self._kinds.setdefault(entry.kind, {})[entry.id] = entry

    def of(self, kind: Kind) -> tuple[Entry, ...]:
        return tuple(self._kinds.get(kind, {}).values())

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> _ByKind:
        if before is not None and now is not None and before.kind is not now.kind:
            return _ByKind(term_base)
        entry = now or before
        assert entry is not None
        entries = dict(self._kinds.get(entry.kind, {}))
        if now is not None:
            entries[now.id] = now
        else:
            entries.pop(entry.id, None)
        return _ByKind(term_base, {**self._kinds, entry.kind: entries})


def _differing(before: Entry | None, now: Entry | None) -> tuple[tuple[Entry | None, Entry | None], ...]:
    return () if before == now else ((before, now),)


def _stand_alike(some: Iterable[Entry], others: Iterable[Entry]) -> bool:
    """Whether entries of one form count at the same places."""
    return len({frozenset(entry.not_inside) for entry in (*some, *others)}) == 1


def _take_id(here: dict[EntryId, Origin], entry_id: EntryId, origin: Origin) -> None:
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
