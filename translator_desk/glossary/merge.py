"""Two people change one entry, or one fact stands in two: what both say is kept, what contradicts is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from translator_desk.glossary.entry import Entry, Form
from translator_desk.text.normalize import fold_key

T = TypeVar("T")

CONTENT = tuple(field.name for field in fields(Entry) if field.name not in ("origin", "layer"))
"""The fields of an entry that a person writes."""
_LISTS = frozenset({"zh", "not_inside", "also", "short", "avoid", "offices"})


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes of two changes of one entry.

    Attributes:
        entry: The entry with both changes; where they contradict, with mine. None where both agree that it goes.
        conflicts: Fields that both changed, each otherwise; empty where nothing is to be asked. ``("entry",)`` where
            one deleted what the other changed, or both made an entry of this id.
    """

    entry: Entry | None
    conflicts: tuple[str, ...] = ()


def merge_entry(base: Entry | None, mine: Entry | None, theirs: Entry | None) -> Merged:
    """Return what comes of my change and theirs, both made from ``base``.

    Lists are merged item by item: what either added is there, what either took out is gone.

    Args:
        base: The entry both started from; None where there was none.
        mine: What I made of it; None where I deleted it.
        theirs: What stands in the file now; None where it is gone.
    """
    if same(mine, theirs) or same(base, theirs):
        return Merged(mine)
    if same(base, mine):
        return Merged(theirs)
    if base is None or mine is None or theirs is None:
        return Merged(mine, ("entry",))
    values: dict[str, Any] = {}
    conflicts = []
    for name in CONTENT:
        was, ours, other = (getattr(one, name) for one in (base, mine, theirs))
        if ours == other or was == other:
            values[name] = ours
        elif was == ours:
            values[name] = other
        elif name in _LISTS and (merged := _merged_items(was, ours, other)) is not None:
            values[name] = merged
        else:
            values[name] = ours
            conflicts.append(name)
    return Merged(replace(theirs, **values), tuple(conflicts))


def same(one: Entry | None, other: Entry | None) -> bool:
    """Return whether two entries say the same, whichever layer they stand in."""
    if one is None or other is None:
        return one is other
    return all(getattr(one, name) == getattr(other, name) for name in CONTENT)


def _merged_items(was: Sequence[T], mine: Sequence[T], theirs: Sequence[T]) -> tuple[T, ...] | None:
    """Return a list with the additions and removals of both; None where one brought another order."""
    stay = [one for one in was if one in mine and one in theirs]
    if [one for one in mine if one in stay] != stay or [one for one in theirs if one in stay] != stay:
        return None
    merged: list[T] = []
    ours, others = iter(_gaps(mine, stay)), iter(_gaps(theirs, stay))
    for anchor in [*stay, None]:
        left, right = next(ours), next(others)
        left = [one for one in left if one not in was]
        merged += left + [one for one in right if one not in was and one not in left]
        if anchor is not None:
            merged.append(anchor)
    return tuple(dict.fromkeys(merged))


def _gaps(items: Sequence[T], anchors: Sequence[T]) -> list[list[T]]:
    gaps: list[list[T]] = [[]]
    for one in items:
        if len(gaps) <= len(anchors) and one == anchors[len(gaps) - 1]:
            gaps.append([])
        else:
            gaps[-1].append(one)
    return gaps


def join_entries(kept: Entry, other: Entry) -> Entry:
    """Return one entry for two that name the same thing; ``kept`` gives id, kind, preferred form and what is single.

    The other's forms become accepted ones. A form that one accepts and the other avoids stays avoided.
    """
    avoid = _once((*kept.avoid, *other.avoid), lambda one: one.en)
    bad = {fold_key(one.en) for one in avoid} - {fold_key(kept.en)}
    also = _once((*kept.also, Form(other.en), *other.also), lambda one: one.en)
    return replace(
        kept,
        zh=tuple(dict.fromkeys((*kept.zh, *other.zh))),
        not_inside=tuple(dict.fromkeys((*kept.not_inside, *other.not_inside))),
        also=tuple(one for one in also if fold_key(one.en) not in bad | {fold_key(kept.en)}),
        short=tuple(dict.fromkeys((*kept.short, *other.short))),
        avoid=tuple(one for one in avoid if fold_key(one.en) != fold_key(kept.en)),
        word=kept.word or other.word,
        offices=tuple(dict.fromkeys((*kept.offices, *other.offices))),
        note="\n".join(dict.fromkeys(one for one in (kept.note, other.note) if one)),
        source="; ".join(dict.fromkeys(one for one in (kept.source, other.source) if one)),
        verified=kept.verified and other.verified,
    )


def _once(forms: Iterable[T], key: Any) -> list[T]:
    found: dict[str, T] = {}
    for one in forms:
        found.setdefault(fold_key(key(one)), one)
    return list(found.values())
