"""Seals: what the history says of the rows that stand beside it, so that a row changed by other hands is found.

A revision's record ends with the seal of the row it left (``written``); the last revision of a batch also holds what
else the batch wrote (``with_it``). The hash chain covers both, so no seal can be changed unseen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from translator_desk.store.records import DOCUMENT_COLUMNS, SEGMENT_COLUMNS, to_json

_SEGMENT_POSITION = SEGMENT_COLUMNS.split(", ").index("position")
_DOCUMENT_POSITION = DOCUMENT_COLUMNS.split(", ").index("position")

WRITTEN = "written"
WITH_IT = "with_it"


def segment_seal(row: Iterable[Any]) -> str:
    """Return the seal of a segment's row; its position is sealed with the order of its document."""
    return _seal(row, _SEGMENT_POSITION)


def document_seal(row: Iterable[Any]) -> str:
    """Return the seal of a document's row; its position is sealed with the list of documents."""
    return _seal(row, _DOCUMENT_POSITION)


def list_seal(values: Iterable[Any]) -> str:
    """Return the seal of values in their order: ids as they are listed, dismissals, the columns of a comment."""
    return _digest(list(values))


def sealed(record: str, written: str | None, with_it: dict[str, Any] | None) -> str:
    """Return a revision's record with its seals; keys stay sorted, the names were chosen to come last."""
    parts = [record[:-1]]
    if with_it is not None:
        parts.append(f'"{WITH_IT}":{to_json(with_it)}')
    if written is not None:
        parts.append(f'"{WRITTEN}":"{written}"')
    return ",".join(parts) + "}"


def _seal(row: Iterable[Any], position: int) -> str:
    values = list(row)
    del values[position]
    # A column that a later version of the program adds is empty in the rows of today.
    while values and values[-1] is None:
        values.pop()
    return _digest(values)


def _digest(values: list[Any]) -> str:
    spelt = to_json([one.hex() if isinstance(one, bytes) else one for one in values])
    return hashlib.sha256(spelt.encode()).hexdigest()[:32]
