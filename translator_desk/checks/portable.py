"""How what the checks read and find travels from one process to another: the same values, in few bytes and little time.

Whoever unpickles holds up all threads of his process meanwhile. So the common values are made by calls in which Python
runs nothing of ours, and what both processes have at hand, entries and texts, travels by its name.
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

from translator_desk.text.span import Span

_PROTOCOL = 5

Name = str | int
"""What both processes call a value by."""

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


def packed(value: object, names: Mapping[int, Name] | None = None) -> bytes:
    """Return a value as bytes.

    Args:
        value: What travels.
        names: What the other side has at hand: a name for the ``id`` of each object, all of which are alive.
    """
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, _PROTOCOL)
    pickler.dispatch_table = _taken_apart
    if names:
        name_of = names.get
        pickler.persistent_id = lambda one: name_of(id(one))  # type: ignore[method-assign]
    pickler.dump(value)
    return buffer.getvalue()


def unpacked(data: bytes, named: Mapping[Name, object] | None = None) -> Any:
    """Return the value that was ``packed``; only for what this program wrote itself a moment ago.

    Args:
        data: The bytes.
        named: The object of each name, where names were given.
    """
    unpickler = pickle.Unpickler(io.BytesIO(data))
    if named is not None:
        unpickler.persistent_load = named.__getitem__  # type: ignore[method-assign]
    return unpickler.load()
