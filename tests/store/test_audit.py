"""Whatever is done to the history behind the desk's back is found, with its number."""

from __future__ import annotations

import random
import shutil
import sqlite3

import pytest

from tests.store import values
from translator_desk.errors import StoreError
from translator_desk.store import audit
from translator_desk.store.base import ChangeBatch
from translator_desk.store.connect import create_project, open_project

ROWS = 40
TAMPERINGS = 100


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    store = create_project(tmp_path_factory.mktemp("audit") / "p.desk", "A project", "Li").store
    segments = [values.segment(number) for number in range(1, 5)]
    store.save_documents((values.document(),), segments)
    for number in range(ROWS):
        one = values.revision(segments[number % 4], note=f"step {number}", author=("Li", "王芳")[number % 2])
        store.save_changes(ChangeBatch(revisions=(one,)))
    store.close()
    return store.path


def _open_for_tampering(path):
    connection = sqlite3.connect(path, isolation_level=None)
    for action in ("update", "delete", "insert"):
        connection.execute(f"DROP TRIGGER revision_no_{action}")
    return connection


def _change(connection, chance):
    number = chance.randint(1, ROWS)
    (record,) = connection.execute("SELECT record FROM revision WHERE number = ?", (number,)).fetchone()
    place = chance.randrange(len(record))
    letter = chance.choice("abcdefgh龙")
    changed = record[:place] + (letter if record[place] != letter else "z") + record[place + 1 :]
    connection.execute("UPDATE revision SET record = ? WHERE number = ?", (changed, number))
    return number


def _drop(connection, chance):
    number = chance.randint(1, ROWS)
    connection.execute("DELETE FROM revision WHERE number = ?", (number,))
    return number


def _drop_and_close_the_gap(connection, chance):
    number = _drop(connection, chance)
    connection.execute("UPDATE revision SET number = -number WHERE number > ?", (number,))
    connection.execute("UPDATE revision SET number = -number - 1 WHERE number < 0")
    return number


def _swap(connection, chance):
    first, second = sorted(chance.sample(range(1, ROWS + 1), 2))
    connection.execute("UPDATE revision SET number = -1 WHERE number = ?", (first,))
    connection.execute("UPDATE revision SET number = ? WHERE number = ?", (first, second))
    connection.execute("UPDATE revision SET number = ? WHERE number = -1", (second,))
    return first


def _append(connection, chance):
    (record, hash_) = connection.execute(
        "SELECT record, hash FROM revision WHERE number = ?", (chance.randint(1, ROWS),)
    ).fetchone()
    connection.execute("INSERT INTO revision VALUES (?, 'new', 1, ?, ?)", (ROWS + 1, record, hash_))
    return ROWS + 1


def _append_well(connection, chance):
    record, hash_ = connection.execute("SELECT record, hash FROM revision WHERE number = ?", (ROWS,)).fetchone()
    record = record.replace('"note":"step', f'"note":"{chance.random()}')
    connection.execute("UPDATE revision SET id = id || 'x' WHERE number = ?", (ROWS,))
    key = connection.execute("SELECT substr(id, 1, 32) FROM revision WHERE number = ?", (ROWS,)).fetchone()[0]
    connection.execute("UPDATE revision SET id = ? WHERE number = ?", (f"{key}", ROWS))
    fresh = record.replace(key, "f" * 32)
    segment = connection.execute("SELECT segment FROM revision WHERE number = ?", (ROWS,)).fetchone()[0]
    linked = audit.link(hash_, ROWS + 1, fresh)
    connection.execute("INSERT INTO revision VALUES (?, ?, ?, ?, ?)", (ROWS + 1, "f" * 32, segment, fresh, linked))
    # Well linked, but the desk did not write it: the end says so.
    return ROWS + 2


def _file_elsewhere(connection, chance):
    number = chance.randint(1, ROWS)
    connection.execute("UPDATE revision SET segment = segment + 1 WHERE number = ?", (number,))
    return number


def _other_hash(connection, chance):
    number = chance.randint(1, ROWS)
    connection.execute("UPDATE revision SET hash = ? WHERE number = ?", (f"{chance.getrandbits(256):064x}", number))
    return number


WAYS = (_change, _drop, _drop_and_close_the_gap, _swap, _append, _append_well, _file_elsewhere, _other_hash)


def test_an_honest_history_fits(path):
    assert audit.verify(path) is None


def test_every_tampering_is_found_with_its_number(path, tmp_path):
    chance = random.Random(20260331)
    for number in range(TAMPERINGS):
        way = WAYS[number % len(WAYS)]
        copy = tmp_path / f"{number}.desk"
        shutil.copyfile(path, copy)
        connection = _open_for_tampering(copy)
        touched = way(connection, chance)
        connection.close()
        bad = audit.verify(copy)
        assert bad is not None, way
        # The last row dropped and the rows before it fit: the end tells.
        assert bad.number == touched, (way, touched, bad.reason.render("en"))
        assert bad.reason.render("zh") != bad.reason.render("en")


def test_a_rebuilt_chain_is_found_by_a_head_noted_before(path, tmp_path):
    opened = open_project(path, who="Li", read_only=True)
    head = opened.store.head().hash
    opened.store.close()
    assert audit.verify(path, head) is None
    assert audit.verify(path, audit.GENESIS) is None
    copy = tmp_path / "rebuilt.desk"
    shutil.copyfile(path, copy)
    connection = _open_for_tampering(copy)
    hash_ = audit.GENESIS
    for number, record in connection.execute("SELECT number, record FROM revision ORDER BY number").fetchall():
        changed = record.replace("step 3", "step x")
        hash_ = audit.link(hash_, number, changed)
        connection.execute("UPDATE revision SET record = ?, hash = ? WHERE number = ?", (changed, hash_, number))
    connection.execute("UPDATE chain SET hash = ?", (hash_,))
    connection.close()
    assert audit.verify(copy) is None
    bad = audit.verify(copy, head)
    assert bad is not None
    assert head in bad.reason.render("en")


def test_an_earlier_head_stays_good_as_the_history_grows(path, tmp_path):
    copy = tmp_path / "grows.desk"
    shutil.copyfile(path, copy)
    store = open_project(copy, who="Li").store
    head = store.head().hash
    store.save_changes(ChangeBatch(revisions=(values.revision(values.segment(1)),)))
    # Also while it is open.
    assert audit.verify(copy, head) is None
    store.close()


def test_what_is_no_project_cannot_be_verified(tmp_path):
    with pytest.raises(StoreError, match="There is no file"):
        audit.verify(tmp_path / "none.desk")
