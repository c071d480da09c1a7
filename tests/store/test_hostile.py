"""A project file of unknown worth: refused by a sentence, whatever somebody put into it."""

from __future__ import annotations

import json
import sqlite3
import zlib

import pytest

from tests.store import values
from translator_desk.errors import StoreError
from translator_desk.store import audit, backup
from translator_desk.store.connect import create_project, open_project

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
BOMB = zlib.compress(b" " * 300_000_000, 1)


@pytest.fixture
def path(tmp_path):
    store = create_project(tmp_path / "p.desk", "A project", "Li").store
    store.save_documents((values.document(),), (values.segment(1), values.RICH), (values.revision(values.RICH),))
    store.close()
    return store.path


def change(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(*statement) if isinstance(statement, tuple) else connection.execute(statement)
    connection.commit()
    connection.close()


def load(path, **how):
    store = open_project(path, who="Li", **how).store
    try:
        return store.load()
    finally:
        store.close()


def refused(path):
    said = []
    for how in ({"read_only": True}, {}):
        with pytest.raises(StoreError) as caught:
            load(path, **how)
        said.append(caught.value.render("en"))
        assert str(path) in caught.value.render("zh")
    return said


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "statements",
    [
        ["ALTER TABLE waiver RENAME TO w", f"CREATE VIEW waiver (position, record) AS SELECT i, i FROM ({ENDLESS})"],
        [f"CREATE VIEW harmless AS {ENDLESS}"],
        ["CREATE TRIGGER t AFTER UPDATE ON segment BEGIN DELETE FROM segment; END"],
        ["CREATE TABLE more (x)"],
        ["DROP TABLE person", "CREATE TABLE person (name TEXT, role TEXT AS (hex(zeroblob(1000000000))))"],
        ["DROP TABLE person", "CREATE TABLE person (name TEXT, role TEXT GENERATED ALWAYS AS (name) STORED)"],
    ],
)
def test_what_would_run_when_it_is_read_is_not_read(path, statements):
    change(path, *statements)
    before = path.read_bytes()
    for sentence in refused(path):
        assert "parts that this program did not make" in sentence
    with pytest.raises(StoreError, match="did not make"):
        audit.verify(path)
    with pytest.raises(StoreError, match="did not make"):
        backup.backup_now(path)
    assert path.read_bytes() == before


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "statement",
    [
        ("UPDATE segment SET target = ?", (b"\xff\xfe",)),
        "UPDATE segment SET state = 'approved by nobody'",
        "UPDATE segment SET pieces = '[1]' WHERE id = 9",
        ("UPDATE segment SET pieces = ? WHERE id = 9", ("[" * 100_000,)),
        "UPDATE segment SET document = 'elsewhere'",
        "UPDATE document SET title = x'00ff'",
        "UPDATE document SET date = '2019-99-99'",
        "UPDATE document SET layout = x'00ff'",
        ("UPDATE document SET layout = ?", (BOMB,)),
        ("UPDATE document SET layout = ?", (zlib.compress(json.dumps({"format": 1}).encode()),)),
        "INSERT INTO waiver (position, record) VALUES (0, '{}')",
        "INSERT INTO comment (id, segment, time, record) VALUES ('a', 1, '', '[]')",
        "INSERT OR REPLACE INTO meta (key, value) VALUES ('check_levels', '[1]')",
    ],
)
def test_what_makes_no_sense_is_said(path, statement):
    change(path, statement)
    for sentence in refused(path):
        assert "is damaged" in sentence


def test_a_history_that_makes_no_sense_is_said(path):
    names = [f"revision_no_{action}" for action in ("update", "delete", "insert")]
    change(path, *(f"DROP TRIGGER {name}" for name in names), "UPDATE revision SET record = '{'")
    store = open_project(path, who="Li", read_only=True).store
    with pytest.raises(StoreError, match=r"p\.desk"):
        store.revisions()
    store.close()
    assert audit.verify(path) is not None
