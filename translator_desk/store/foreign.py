"""Tells a project file from one that others have put something into: in a database, what is stored can run."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from translator_desk.errors import StoreError
from translator_desk.store.schema import metadata
from translator_desk.wording import say

_TABLES = frozenset({*metadata.tables, "alembic_version"})
_COMPUTED = re.compile(r"\b(?:VIRTUAL|GENERATED|AS\s*\()", re.IGNORECASE)


def refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Look at the tables of a project before any of them is read.

    A view, a virtual table or a computed column takes the place of rows and may run for ever.

    Raises:
        StoreError: There are parts that this program never makes.
    """
    try:
        parts = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    except sqlite3.DatabaseError:
        return  # A damaged file: what is wrong with it is found and said by those who look it over.
    foreign = [f"{kind} {name}" for kind, name, sql in parts if not _is_ours(str(kind), str(name), str(sql))]
    if foreign:
        raise StoreError(
            say(
                "{file} holds parts that this program did not make ({found}), so it was not read. It was left as it "
                "is: restore a backup of the project.",
                "{file} 中有并非本程序创建的内容（{found}），因此未予读取。文件未作任何改动：请恢复该项目的备份。",
                file=path,
                found=", ".join(foreign[:5]),
            )
        )


def _is_ours(kind: str, name: str, sql: str) -> bool:
    if kind == "table":
        return (name in _TABLES or name.startswith("sqlite_")) and not _COMPUTED.search(sql)
    return kind == "index" or (kind == "trigger" and name.startswith("revision_no_"))
