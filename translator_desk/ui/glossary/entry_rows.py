"""The entries of the glossary narrowed by words and put in order; tens of thousands are gone through in small steps."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, count, islice
from operator import attrgetter, is_not

from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.model.ids import EntryId

STEP = 4_000
"""Entries gone through, or sorted, in one step: a millisecond or two."""
_WRITTEN = 500
"""Entries whose words are put together in one step: likewise."""
_MOST_PARTS = 8
"""Places where entries differ that are looked at one by one."""
SortKey = Callable[[Entry], str]
_ID = attrgetter("id")


@dataclass(frozen=True, slots=True)
class Wish:
    """Which entries are to be seen.

    Attributes:
        words: All of them must stand in what an entry may be looked for by; in small letters.
        kind: Of this kind only, None for any.
        layer: Of this layer only, None for any.
    """

    words: str = ""
    kind: Kind | None = None
    layer: Layer | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A place where two lists of entries differ: what was from ``start`` to ``end`` makes room for ``fresh``."""

    start: int
    end: int
    fresh: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is worked out for many entries at once.

    Attributes:
        texts: What each may be looked for by, in small letters.
        keys: What they are sorted by, None where they stay as they are.
        order: Their numbers in that order, None likewise.
        places: Their numbers by their ids, None where that is not worked out.
    """

    texts: list[str]
    keys: list[str] | None = None
    order: list[int] | None = None
    places: dict[str, int] | None = None


class EntryRows:
    """Entries by their numbers, 0 being the first of them.

    Attributes:
        entries: All of them.
    """

    def __init__(self) -> None:
        self.entries: tuple[Entry, ...] = ()
        self._made: Prepared | None = Prepared([])
        self._places: dict[str, int] | None = None
        self._asked: dict[str, int | None] = {}
        self._found: tuple[Wish, Sequence[int]] | None = None

    def difference(self, entries: tuple[Entry, ...]) -> tuple[Part, ...]:
        """Return where other entries differ from these, from first to last; many places are one."""
        parts: list[Part] = []
        old, new = self.entries, entries
        at = to = 0
        while True:
            same = map(is_not, islice(old, at, None), islice(new, to, None))
            step = next(compress(count(), same), min(len(old) - at, len(new) - to))
            at, to = at + step, to + step
            if at == len(old) and to == len(new):
                return tuple(parts)
            if len(parts) < _MOST_PARTS and (one := _small_part(old, new, at, to)) is not None:
                parts.append(one)
                at, to = one.end, to + len(one.fresh)
                continue
            most = min(len(old) - at, len(new) - to)
            behind = min(next(compress(count(), map(is_not, reversed(old), reversed(new))), most), most)
            return (*parts, Part(at, len(old) - behind, new[to : len(new) - behind]))

    def change(self, entries: tuple[Entry, ...], parts: Sequence[Part], key: SortKey | None, *, down: bool) -> None:
        """Take other entries in place of these; only what differs is looked at.

        Args:
            entries: The entries now.
            parts: Where they differ.
            key: What they are sorted by, which must be what they were sorted by; None to have them as they come.
            down: Whether the last comes first.
        """
        if parts:
            self._found = None
        if any(
            [one.id for one in self.entries[part.start : part.end]] != [one.id for one in part.fresh] for part in parts
        ):
            self._places, self._asked = None, {}
        self.entries = entries
        if self._made is None:
            return
        texts, keys, order = self._made.texts, self._made.keys, self._made.order
        for part in reversed(parts):  # those before it stand where they stood
            texts[part.start : part.end] = map(looked_for_by, part.fresh)
            if key is None or keys is None or order is None:
                continue
            longer = len(part.fresh) - (part.end - part.start)
            keys[part.start : part.end] = map(key, part.fresh)
            gone = range(part.start, part.end)
            order = [at if at < part.start else at + longer for at in order if at not in gone]
            for at in range(part.start, part.start + len(part.fresh)):
                order.insert(_place(order, keys, at, down=down), at)
        self._made = Prepared(texts) if key is None else Prepared(texts, keys, order)

    def wait(self, entries: tuple[Entry, ...]) -> None:
        """Take other entries for which nothing is worked out yet: words do not narrow them, and they stand as they come."""
        self.entries, self._made = entries, None
        self._found = self._places = None
        self._asked = {}

    def take(self, made: Prepared) -> None:
        """Take what was worked out for the entries there are."""
        self._made, self._found, self._places = made, None, made.places

    @property
    def texts(self) -> list[str] | None:
        """What each entry may be looked for by, None where that is not worked out yet."""
        return None if self._made is None else self._made.texts

    def place(self, entry_id: str) -> int | None:
        """Return the number of an entry, None where there is none of that id."""
        if self._places is not None:
            return self._places.get(entry_id)
        if entry_id not in self._asked:  # one and the same is asked for at every key
            keys = list(map(_ID, self.entries))
            self._asked[entry_id] = keys.index(EntryId(entry_id)) if entry_id in keys else None
        return self._asked[entry_id]

    def admits(self, at: int, wish: Wish) -> bool:
        """Return whether an entry is to be seen."""
        return bool(self._narrowed((at,), wish))

    def found(self, wish: Wish) -> Iterator[Sequence[int]]:
        """Yield the entries to be seen in their order, some at a time; letters typed on narrow what was found last."""
        source: Sequence[int] = self._order()
        last = self._found
        if last is not None:
            before, there = last
            if (wish.kind, wish.layer) == (before.kind, before.layer) and wish.words.startswith(before.words):
                source = there
        everything: list[int] = []
        for start in range(0, len(source), STEP):
            part = self._narrowed(source[start : start + STEP], wish)
            everything += part
            yield part
        self._found = wish, everything

    def _order(self) -> Sequence[int]:
        order = self._made.order if self._made is not None else None
        return range(len(self.entries)) if order is None else order

    def _narrowed(self, part: Sequence[int], wish: Wish) -> Sequence[int]:
        entries, texts = self.entries, self.texts
        if texts is not None:
            for word in wish.words.split():
                part = [at for at in part if word in texts[at]]
        if wish.kind is not None:
            part = [at for at in part if entries[at].kind is wish.kind]
        if wish.layer is not None:
            part = [at for at in part if entries[at].layer is wish.layer]
        return part


def _small_part(old: Sequence[Entry], new: Sequence[Entry], at: int, to: int) -> Part | None:
    """Return how one entry was changed, went or came where two lists part, None where it is more than that."""
    was, now = _entry(old, at), _entry(new, to)
    if was is not None and now is not None and _entry(old, at + 1) is _entry(new, to + 1):
        return Part(at, at + 1, (now,))
    if was is not None and _entry(old, at + 1) is now:
        return Part(at, at + 1, ())
    return Part(at, at, (now,)) if now is not None and _entry(new, to + 1) is was else None


def _entry(entries: Sequence[Entry], at: int) -> Entry | None:
    return entries[at] if at < len(entries) else None


def prepare(
    entries: Iterable[Entry],
    key: SortKey | None,
    *,
    down: bool,
    texts: list[str] | None = None,
    between: Callable[[], object] = lambda: None,
) -> Prepared:
    """Work out what many entries are looked for and sorted by; nothing in it holds up other threads for long.

    Args:
        entries: The entries.
        key: What they are sorted by, None to leave them as they are.
        down: Whether the last comes first.
        texts: What they are looked for by, where that is known.
        between: Called between two steps.
    """
    entries = tuple(entries)

    def each(call: Callable[[Entry], str]) -> list[str]:
        made: list[str] = []
        for start in range(0, len(entries), _WRITTEN):
            between()
            made += map(call, entries[start : start + _WRITTEN])
        return made

    texts = each(looked_for_by) if texts is None else texts
    places: dict[str, int] = {}
    for start in range(0, len(entries), STEP):
        between()
        places.update(zip(map(_ID, entries[start : start + STEP]), range(start, len(entries)), strict=False))
    if key is None:
        return Prepared(texts, places=places)
    keys = each(key)
    # One call for all would keep the interpreter to itself.
    runs = []
    for start in range(0, len(keys), STEP):
        between()
        runs.append(sorted(range(start, min(start + STEP, len(keys))), key=keys.__getitem__, reverse=down))
    merged = heapq.merge(*runs, key=keys.__getitem__, reverse=down)
    order: list[int] = []
    while some := list(islice(merged, STEP)):
        between()
        order += some
    return Prepared(texts, keys, order, places)


def looked_for_by(entry: Entry) -> str:
    """Return all that an entry may be looked for by, in small letters."""
    avoided = (form.en for form in entry.avoid)
    return "\n".join((entry.id, *entry.zh, *entry.accepted, *entry.short, *avoided, entry.note)).casefold()


def _place(order: Sequence[int], keys: Sequence[str], at: int, *, down: bool) -> int:
    """Return where a number belongs among sorted ones; of equal keys the smaller number stands first."""
    low, high = 0, len(order)
    while low < high:
        middle = (low + high) // 2
        other = order[middle]
        first = keys[other] > keys[at] if down else keys[other] < keys[at]
        if first or (keys[other] == keys[at] and other < at):
            low = middle + 1
        else:
            high = middle
    return low
