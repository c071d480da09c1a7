"""How what the checks read and find travels from one process to another: the same values, in few bytes and little time.

Whoever unpickles holds up all threads of his process meanwhile. So the common values are made by calls in which Python
runs nothing of ours, and the entries of a term base that both processes have travel by their ids. Texts are copied:
to ask of each value whether the other side has it takes longer than the letters do.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

from translator_desk.glossary.entry import Entry
from translator_desk.model.ids import EntryId
from translator_desk.text.span import Span

_PROTOCOL = 5

TakeApart = Callable[[Any], Any]
"""Returns the call that makes an equal value, as ``__reduce__`` does."""


@lru_cache(maxsize=100_000)
def _span(start: int, end: int) -> Span:
    return Span(start, end)  # places repeat: a target has some hundred code points


class _TakenApart(dict[type, TakeApart]):
    """How values are taken apart, by their type: left to itself, each dataclass looks up its fields both times."""

    def __missing__(self, of: type) -> TakeApart:
        found = _as_tuple(of) if issubclass(of, tuple) else _by_fields(of) if is_dataclass(of) else None
        if found is None:
            raise KeyError(of)
        self[of] = found
        return found


def _as_tuple(of: type[tuple[Any, ...]]) -> TakeApart:
    return lambda one: (tuple.__new__, (of, tuple(one)))


def _by_fields(of: type) -> TakeApart | None:
    """Return how a dataclass is taken apart; None for one that cannot be made by its fields alone."""
    chosen = fields(of)
    if not chosen or not all(field.init for field in chosen):
        return None
    values = attrgetter(*(field.name for field in chosen))
    return (lambda one: (of, values(one))) if len(chosen) > 1 else (lambda one: (of, (values(one),)))


_taken_apart = _TakenApart(copyreg.dispatch_table)
_taken_apart[Span] = lambda one: (_span, (one.start, one.end))


def _entry_at_hand(key: EntryId) -> Entry:
    """Stand for the reader's own way to an entry; where he has none, the entry cannot be had."""
    raise LookupError(f"entry {key} travelled by its id to where no entries are")


_with_entries_by_id = _TakenApart(_taken_apart)
_with_entries_by_id[Entry] = lambda one: (_entry_at_hand, (one.id,))


class _EntriesAtHand(pickle.Unpickler):
    """Takes the entries from those of the reader."""

    def __init__(self, data: bytes, entries: Mapping[EntryId, Entry]) -> None:
        super().__init__(io.BytesIO(data))
        self._entry_of = entries.__getitem__

    def find_class(self, module: str, name: str) -> Any:
        """Return what a name stands for; asked once for each."""
        mine = module == __name__ and name == _entry_at_hand.__name__
        return self._entry_of if mine else super().find_class(module, name)


def packed(value: object, *, entries_by_id: bool = False) -> bytes:
    """Return a value as bytes.

    Args:
        value: What travels.
        entries_by_id: Leave out the entries in it: the reader has them.
    """
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, _PROTOCOL)
    pickler.dispatch_table = _with_entries_by_id if entries_by_id else _taken_apart
    pickler.dump(value)
    return buffer.getvalue()


def unpacked(data: bytes, entries: Mapping[EntryId, Entry] | None = None) -> Any:
    """Return the value that was ``packed``; only for what this program wrote itself a moment ago.

    Args:
        data: The bytes.
        entries: Where entries travelled by their ids, those of the reader.

    Raises:
        LookupError: An entry travelled by its id that is not among them.
    """
    return pickle.loads(data) if entries is None else _EntriesAtHand(data, entries).load()
