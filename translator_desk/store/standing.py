"""What stands in the tables beside the history, held against the seals in it: no row is changed, put in or taken out.

A project begun by an earlier version has revisions without seals. Their segments are held against the words of the
revision; what else stands there from before the first seal is taken as it is.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from translator_desk.store.records import DOCUMENT_COLUMNS, SEGMENT_COLUMNS, to_json
from translator_desk.store.seal import WITH_IT, WRITTEN, document_seal, list_seal, segment_seal
from translator_desk.wording import Message, Wording, say


@dataclass(frozen=True, slots=True)
class BadRow:
    """The first revision that does not fit, or that another row does not fit.

    Attributes:
        number: Its place in the history, from 1; one past the end where no revision tells of what was found.
        reason: What does not fit.
    """

    number: int
    reason: Message


class _Sealed(NamedTuple):
    """What the history says of a row: the revision that said it last, and the seal, or None for a row taken out."""

    number: int
    seal: str | None


_Key = int | str

_NAMES = {
    "segments": Wording("segment {key}", "句段 {key}"),
    "documents": Wording("the document {key}", "文档 {key}"),
    "order": Wording("the order of segments in the document {key}", "文档 {key} 的句段顺序"),
    "listed": Wording("the list of documents", "文档列表"),
    "comments": Wording("the comment {key}", "批注 {key}"),
    "waivers": Wording("the list of ignored flags", "已忽略问题的列表"),
    "meta": Wording("the project's setting “{key}”", "项目设置“{key}”"),
}
_WHOLE_LISTS = ("listed", "waivers")
_FIRST_META = ("title", "project", "source_language", "target_language")
"""Written when the file is made, before there is any history."""


class Standing:
    """Learns from revisions, in their order, what must stand in the tables."""

    def __init__(self) -> None:
        self._last = 0
        self._sealed: defaultdict[str, dict[_Key, _Sealed]] = defaultdict(dict)
        self._told: dict[int, tuple[Any, ...]] = {}
        self._from_birth = False
        self._begun = False

    def learn(self, number: int, kept: Mapping[str, Any]) -> None:
        """Take in what revision ``number`` says; ``kept`` is its record."""
        self._last = number
        if WRITTEN in kept or WITH_IT in kept:
            self._begun = True
            self._from_birth = self._from_birth or number == 1
        segment = kept["segment"]
        if WRITTEN in kept:
            self._sealed["segments"][segment] = _Sealed(number, kept[WRITTEN])
        elif not self._begun:
            self._told[segment] = (kept["source"], kept["target"], kept["state"], kept["pieces"])
        for table, seals in kept.get(WITH_IT, {}).items():
            if table in _WHOLE_LISTS:
                self._sealed[table][""] = _Sealed(number, seals)
                continue
            for key, seal in seals.items():
                self._sealed[table][int(key) if table == "segments" else key] = _Sealed(number, seal)

    def first_bad(self, connection: sqlite3.Connection) -> BadRow | None:
        """Return the earliest revision that a row contradicts, or None where all rows are what was written."""
        return min(self._all_bad(connection), key=lambda one: one.number, default=None)

    def _all_bad(self, connection: sqlite3.Connection) -> Iterator[BadRow]:
        rows = connection.execute(f"SELECT {SEGMENT_COLUMNS} FROM segment")
        untold = ((row[0], segment_seal(row)) for row in rows if not self._is_told(row))
        yield from self._compared("segments", untold, always=True)
        documents = connection.execute(f"SELECT {DOCUMENT_COLUMNS} FROM document ORDER BY position").fetchall()
        yield from self._compared("documents", ((row[0], document_seal(row)) for row in documents))
        yield from self._compared("listed", _whole(row[0] for row in documents))
        order: defaultdict[str, list[int]] = defaultdict(list)
        for document, segment in connection.execute("SELECT document, id FROM segment ORDER BY position, id"):
            order[document].append(segment)
        of_none: dict[str, list[int]] = {row[0]: [] for row in documents if row[0] in self._sealed["order"]}
        yield from self._compared("order", ((key, list_seal(ids)) for key, ids in (of_none | order).items()))
        comments = connection.execute("SELECT id, segment, time, record FROM comment")
        yield from self._compared("comments", ((row[0], list_seal(row)) for row in comments))
        waivers = connection.execute("SELECT record FROM waiver ORDER BY position")
        yield from self._compared("waivers", _whole(row[0] for row in waivers))
        facts = connection.execute("SELECT key, value FROM meta").fetchall()
        sealed = self._sealed["meta"]
        asked = ((key, list_seal([value])) for key, value in facts if key in sealed or key not in _FIRST_META)
        yield from self._compared("meta", asked)

    def _compared(self, table: str, rows: Iterable[tuple[_Key, str]], *, always: bool = False) -> Iterator[BadRow]:
        """Yield what differs between rows, each with its seal, and what the history says of them.

        ``always``: a row that no revision tells of is wrong also where not all of the history has seals.
        """
        said = dict(self._sealed[table])
        for key, seal in rows:
            known = said.pop(key, None)
            if known is None and (always or self._from_birth):
                yield _bad(self._last + 1, table, key)
            elif known is not None and known.seal != seal:
                yield _bad(known.number, table, key)
        for key, known in said.items():
            if known.seal not in (None, _NOTHING):
                yield _bad(known.number, table, key)

    def _is_told(self, row: tuple[Any, ...]) -> bool:
        """Return whether a segment without a seal has the words of its last revision."""
        if row[0] in self._sealed["segments"] or row[0] not in self._told:
            return False
        source, target, state, pieces = self._told[row[0]]
        spelt = None if pieces is None else to_json(pieces)
        return (row[4], row[5], row[7], row[10]) == (source, target, state, spelt)


_NOTHING = list_seal(())


def _whole(values: Iterable[object]) -> Iterator[tuple[_Key, str]]:
    """Yield the seal of a list that is sealed whole, under no key; an empty one needs none."""
    listed = list(values)
    if listed:
        yield "", list_seal(listed)


def _bad(number: int, table: str, key: _Key) -> BadRow:
    name = _NAMES[table]
    return BadRow(
        number,
        say(
            f"{name.en} is not as revision {{number}} left it",
            f"{name.zh} 与第 {{number}} 条修订留下的不符",
            number=number,
            key=key,
        ),
    )
