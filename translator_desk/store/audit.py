"""The history's hash chain: each revision's hash stands for it and for all before it.

Whoever owns the file can rebuild the whole chain; a head printed in a report pins what was before it. So the chain
shows changes made behind the desk's back, and a pinned head shows a rebuilt chain.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from translator_desk.store import faults
from translator_desk.store.base import ChainHead
from translator_desk.store.reading import reading
from translator_desk.store.standing import BadRow, Standing
from translator_desk.wording import say

GENESIS = "0" * 64
"""Hash before the first revision."""


def link(previous: str, number: int, record: str) -> str:
    """Return the hash of revision ``number``: SHA-256 (hex) over the hash before it, its number and its record."""
    return hashlib.sha256(f"{previous}\n{number}\n{record}".encode()).hexdigest()


def head(path: Path) -> ChainHead:
    """Return where a project file says that its history ends; the file may be open elsewhere.

    Raises:
        StoreError: The file cannot be read, or is no project file.
    """
    with reading(path) as connection:
        try:
            length, hash_ = connection.execute("SELECT length, hash FROM chain").fetchone()
        except sqlite3.Error as error:
            raise faults.not_read(path, error) from error
    return ChainHead(length, hash_)


def verify(path: Path, head: str | None = None) -> BadRow | None:
    """Check the whole history of a project file, which may be open elsewhere meanwhile.

    Args:
        path: The project file.
        head: A head noted earlier (hex, as printed in a report); the history must have passed through it.

    Returns:
        The first row that was changed, dropped, put in or swapped, in the history or in what stands beside it
        (segments and their order, documents, comments, ignored flags, settings), or None where all fit.

    Raises:
        StoreError: The file cannot be read, or is no project file.
    """
    with reading(path) as connection:
        try:
            # One state of the file, also while somebody writes to it.
            connection.execute("BEGIN")
            rows = connection.execute("SELECT number, id, segment, record, hash FROM revision ORDER BY number")
            end = connection.execute("SELECT length, hash FROM chain").fetchone()
            standing = Standing()
            return _first_bad(rows, end, head, standing) or standing.first_bad(connection)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise faults.not_read(path, error) from error


def _first_bad(
    rows: Iterable[tuple[object, ...]], end: tuple[int, str] | None, head: str | None, standing: Standing
) -> BadRow | None:
    previous, expected, passed = GENESIS, 0, head is None or head == GENESIS
    for number, key, segment, record, hash_ in rows:
        expected += 1
        if number != expected:
            return BadRow(expected, say("revision {number} is missing", "缺少第 {number} 条修订", number=expected))
        if not isinstance(record, str) or link(previous, expected, record) != hash_:
            return BadRow(
                expected,
                say(
                    "revision {number} is not what was written, or one before it is gone",
                    "第 {number} 条修订与写入时不符，或其前有修订缺失",
                    number=expected,
                ),
            )
        if not _is_filed(record, key, segment, expected, standing):
            return BadRow(
                expected,
                say(
                    "revision {number} is filed under another segment or id than it was written for",
                    "第 {number} 条修订所属的句段或编号与写入时不符",
                    number=expected,
                ),
            )
        previous = str(hash_)
        passed = passed or previous == head
    if end is None or (expected, previous) != tuple(end):
        return BadRow(
            expected + 1,
            say(
                "the history does not end where the desk wrote its end: revisions after {number} are gone or added",
                "历史的结尾与记录不符：第 {number} 条之后的修订被删除或添加",
                number=expected,
            ),
        )
    if not passed:
        return BadRow(
            expected + 1,
            say(
                "the history never passed through the hash {head}: it was cut off or rewritten after that was noted",
                "历史中从未出现过哈希 {head}：记录之后历史被截断或改写",
                head=head,
            ),
        )
    return None


def _is_filed(record: str, key: object, segment: object, number: int, standing: Standing) -> bool:
    """Return whether a record is that of its row, and let ``standing`` learn from it."""
    try:
        kept = json.loads(record)
        if (kept["id"], kept["segment"]) != (key, segment):
            return False
        standing.learn(number, kept)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        # Well hashed and no record of ours: somebody rebuilt the chain with it.
        return False
    return True
