"""Whatever is done to the history behind the desk's back is found, with its number."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.store import values
from translator_desk.errors import StoreError
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.revision import RevisionKind
from translator_desk.store import audit
from translator_desk.store.base import ChangeBatch, SegmentWrite
from translator_desk.store.connect import create_project, open_project
from translator_desk.store.records import to_json

TAMPERINGS = 1000
NEWS, MORE = DocumentId("news"), DocumentId("more")


@dataclass(frozen=True)
class Whole:
    """A project that was worked on, and what is known of its history."""

    path: Path
    length: int
    segment: dict[int, int]
    """Number of the last revision of each segment."""
    order: int
    documents: int
    comment: int
    waivers: int
    settings: int


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    store = create_project(tmp_path_factory.mktemp("audit") / "p.desk", "A project", "Li").store
    segments = {number: values.segment(number, ("news", "more")[number > 6]) for number in range(1, 11)}
    kept = [values.revision(one, RevisionKind.IMPORT) for one in segments.values()]
    store.save_documents((values.document(), values.document("more")), tuple(segments.values()), kept)
    at = {number: number for number in segments}
    for step in range(24):
        number = step % 10 + 1
        now = values.edited(segments[number], f"Sentence {number}, step {step} 龙.")
        now = replace(now, redline=values.RICH.redline) if step % 7 == 3 else now
        segments[number] = replace(now, hands=("Li", "王芳")[: step % 3])
        made = values.revision(segments[number], note=f"step {step}", author=("Li", "王芳")[step % 2])
        write = SegmentWrite(segments[number], segments[number].version - 1)
        store.save_changes(ChangeBatch(segments=(write,), revisions=(made,)))
        at[number] = store.head().length
    comments = (values.comment("one", 2), values.comment("two", 3, answers="one"))
    store.save_changes(ChangeBatch(comments=comments, revisions=(_entry("comment"),)))
    comment = store.head().length
    store.save_changes(ChangeBatch(waivers=(values.waiver(), values.waiver("he he")), revisions=(_entry("ignored"),)))
    waivers = store.head().length
    store.save_changes(ChangeBatch(profile="strict", four_eyes=True, revisions=(_entry("settings"),)))
    settings = store.head().length
    left = tuple(SegmentId(number) for number in (1, 2, 4, 3, 5))
    store.save_changes(ChangeBatch(removed=(SegmentId(6),), order={NEWS: left}, revisions=(_entry("joined"),)))
    order = store.head().length
    del at[6]
    store.close()
    assert order == 10 + 24 + 4
    return Whole(store.path, order, at, order, 10, comment, waivers, settings)


def _entry(note):
    return values.revision(values.segment(0, source="", target=""), RevisionKind.WORKFLOW, note=note)


def _open_for_tampering(path):
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    for action in ("update", "delete", "insert"):
        connection.execute(f"DROP TRIGGER revision_no_{action}")
    return connection


def _other(text, chance):
    """Return the text with one code point changed, put in or taken out."""
    place = chance.randrange(len(text))
    letter = chance.choice("abcdefgh龙𠮷")
    if chance.random() < 0.3:
        return text[:place] + letter + text[place:]
    if chance.random() < 0.3:
        return text[:place] + text[place + 1 :]
    return text[:place] + (letter if text[place] != letter else "z") + text[place + 1 :]


def _change_record(connection, whole, chance):
    number = chance.randint(1, whole.length)
    (record,) = connection.execute("SELECT record FROM revision WHERE number = ?", (number,)).fetchone()
    connection.execute("UPDATE revision SET record = ? WHERE number = ?", (_other(record, chance), number))
    return number


def _drop(connection, whole, chance):
    number = chance.randint(1, whole.length)
    connection.execute("DELETE FROM revision WHERE number = ?", (number,))
    return number


def _drop_and_close_the_gap(connection, whole, chance):
    number = _drop(connection, whole, chance)
    connection.execute("UPDATE revision SET number = -number WHERE number > ?", (number,))
    connection.execute("UPDATE revision SET number = -number - 1 WHERE number < 0")
    return number


def _cut_off(connection, whole, chance):
    number = chance.randint(1, whole.length)
    connection.execute("DELETE FROM revision WHERE number >= ?", (number,))
    return number


def _swap(connection, whole, chance):
    first, second = sorted(chance.sample(range(1, whole.length + 1), 2))
    connection.execute("UPDATE revision SET number = -1 WHERE number = ?", (first,))
    connection.execute("UPDATE revision SET number = ? WHERE number = ?", (first, second))
    connection.execute("UPDATE revision SET number = ? WHERE number = -1", (second,))
    return first


def _put_in(connection, whole, chance):
    number = chance.randint(1, whole.length)
    (record, hash_) = connection.execute("SELECT record, hash FROM revision WHERE number = ?", (number,)).fetchone()
    connection.execute("UPDATE revision SET number = -number WHERE number >= ?", (number,))
    connection.execute("UPDATE revision SET number = -number + 1 WHERE number < 0")
    connection.execute("INSERT INTO revision VALUES (?, 'new', 1, ?, ?)", (number, record, hash_))
    return number


def _append(connection, whole, chance):
    (record, hash_) = connection.execute(
        "SELECT record, hash FROM revision WHERE number = ?", (chance.randint(1, whole.length),)
    ).fetchone()
    connection.execute("INSERT INTO revision VALUES (?, 'new', 1, ?, ?)", (whole.length + 1, record, hash_))
    return whole.length + 1


def _append_well(connection, whole, chance):
    end = whole.length
    key, segment, record, hash_ = connection.execute(
        "SELECT id, segment, record, hash FROM revision WHERE number = ?", (end,)
    ).fetchone()
    fresh = record.replace(key, "f" * 32).replace('"note":"', f'"note":"{chance.random()}')
    linked = audit.link(hash_, end + 1, fresh)
    connection.execute("INSERT INTO revision VALUES (?, ?, ?, ?, ?)", (end + 1, "f" * 32, segment, fresh, linked))
    # Well linked, but the desk did not write it: the end says so.
    return end + 2


def _file_elsewhere(connection, whole, chance):
    number = chance.randint(1, whole.length)
    change = chance.choice(("segment = segment + 1", "id = id || 'x'"))
    connection.execute(f"UPDATE revision SET {change} WHERE number = ?", (number,))
    return number


def _other_hash(connection, whole, chance):
    number = chance.randint(1, whole.length)
    connection.execute("UPDATE revision SET hash = ? WHERE number = ?", (f"{chance.getrandbits(256):064x}", number))
    return number


def _other_end(connection, whole, chance):
    way = chance.choice(("DELETE FROM chain", "UPDATE chain SET length = length - 1", "UPDATE chain SET hash = 'ab'"))
    connection.execute(way)
    return whole.length + 1


def _change_a_text(connection, whole, chance):
    number = chance.choice(sorted(whole.segment))
    column = chance.choice(("source", "target"))
    (text,) = connection.execute(f"SELECT {column} FROM segment WHERE id = ?", (number,)).fetchone()
    connection.execute(f"UPDATE segment SET {column} = ? WHERE id = ?", (_other(text, chance), number))
    return whole.segment[number]


def _change_a_fact(connection, whole, chance):
    number = chance.choice(sorted(whole.segment))
    change = chance.choice(
        (
            "state = 'final'",
            "asked_back = 1 - asked_back",
            "version = version + 1",
            "separator = separator || ' '",
            "hands = '[\"Zhao\"]'",
            'pieces = \'[["x",null,"Zhao"]]\'',
            "imported_target = 'x'",
            "paragraph = paragraph + 1",
            "target = x'00ff'",
        )
    )
    connection.execute(f"UPDATE segment SET {change} WHERE id = ?", (number,))
    return whole.segment[number]


def _swap_texts(connection, whole, chance):
    first, second = chance.sample(sorted(whole.segment), 2)
    texts = dict(connection.execute("SELECT id, target FROM segment WHERE id IN (?, ?)", (first, second)).fetchall())
    connection.execute("UPDATE segment SET target = ? WHERE id = ?", (texts[second], first))
    connection.execute("UPDATE segment SET target = ? WHERE id = ?", (texts[first], second))
    return min(whole.segment[first], whole.segment[second])


def _take_out_a_segment(connection, whole, chance):
    number = chance.choice(sorted(whole.segment))
    connection.execute("DELETE FROM segment WHERE id = ?", (number,))
    # Its document is not in the order it was either, which was said earlier or later.
    return min(whole.segment[number], whole.order if number < 6 else whole.documents)


def _put_in_a_segment(connection, whole, chance):
    number = chance.choice((6, 11, 99))
    row = list(connection.execute("SELECT * FROM segment WHERE id = 1").fetchone())
    connection.execute(f"INSERT INTO segment VALUES ({', '.join('?' * len(row))})", (number, *row[1:]))
    return whole.order


def _move_a_segment(connection, whole, chance):
    number = chance.choice((1, 7))
    connection.execute("UPDATE segment SET position = position + 10000000 WHERE id = ?", (number,))
    return whole.order if number == 1 else whole.documents


def _change_a_document(connection, whole, chance):
    change = chance.choice(("title = 'x'", "handling = NULL", "layout = x'00'", "date = '2020-01-01'"))
    connection.execute(f"UPDATE document SET {change} WHERE id = ?", (chance.choice((NEWS, MORE)),))
    return whole.documents


def _list_documents_anew(connection, whole, chance):
    connection.execute("UPDATE document SET position = 9 - position")
    return whole.documents


def _change_a_comment(connection, whole, chance):
    way = chance.choice(
        (
            "UPDATE comment SET record = replace(record, 'Why', 'How') WHERE id = 'two'",
            "UPDATE comment SET segment = 1",
            "DELETE FROM comment WHERE id = 'one'",
        )
    )
    connection.execute(way)
    return whole.comment


def _add_a_comment(connection, whole, chance):
    connection.execute("INSERT INTO comment SELECT 'three', segment, time, record FROM comment WHERE id = 'one'")
    return whole.length + 1


def _change_what_is_ignored(connection, whole, chance):
    way = chance.choice(
        (
            "UPDATE waiver SET record = replace(record, '王芳', 'Zhao')",
            "UPDATE waiver SET position = 9 - position",
            "DELETE FROM waiver WHERE position = 1",
            "DELETE FROM waiver",
            "INSERT INTO waiver SELECT 5, record FROM waiver WHERE position = 0",
        )
    )
    connection.execute(way)
    return whole.waivers


def _change_a_setting(connection, whole, chance):
    way = chance.choice(
        ("UPDATE meta SET value = '0' WHERE key = 'four_eyes'", "DELETE FROM meta WHERE key = 'profile'")
    )
    connection.execute(way)
    return whole.settings


WAYS = (
    _change_record,
    _drop,
    _drop_and_close_the_gap,
    _cut_off,
    _swap,
    _put_in,
    _append,
    _append_well,
    _file_elsewhere,
    _other_hash,
    _other_end,
    _change_a_text,
    _change_a_text,
    _change_a_fact,
    _swap_texts,
    _take_out_a_segment,
    _put_in_a_segment,
    _move_a_segment,
    _change_a_document,
    _list_documents_anew,
    _change_a_comment,
    _add_a_comment,
    _change_what_is_ignored,
    _change_a_setting,
)


@pytest.fixture
def path(whole):
    return whole.path


def test_an_honest_history_fits(path):
    assert audit.verify(path) is None


def test_every_tampering_is_found_with_its_number(whole, tmp_path):
    chance = random.Random(20260331)
    copy = tmp_path / "copy.desk"
    for number in range(TAMPERINGS):
        way = WAYS[number % len(WAYS)]
        shutil.copyfile(whole.path, copy)
        connection = _open_for_tampering(copy)
        touched = way(connection, whole, chance)
        connection.close()
        bad = audit.verify(copy)
        assert bad is not None, (number, way)
        assert bad.number == touched, (number, way, touched, bad.reason.render("en"))
        assert bad.reason.render("zh") != bad.reason.render("en")


def test_a_tail_cut_off_and_made_to_fit_is_found_by_a_head_noted_before(whole, tmp_path):
    opened = open_project(whole.path, who="Li", read_only=True)
    head = opened.store.head().hash
    opened.store.close()
    for left in range(whole.length):
        copy = tmp_path / f"{left}.desk"
        shutil.copyfile(whole.path, copy)
        connection = _open_for_tampering(copy)
        connection.execute("DELETE FROM revision WHERE number > ?", (left,))
        end = connection.execute("SELECT hash FROM revision WHERE number = ?", (left,)).fetchone() or (audit.GENESIS,)
        connection.execute("UPDATE chain SET length = ?, hash = ?", (left, end[0]))
        connection.close()
        bad = audit.verify(copy, head)
        assert bad is not None
        assert bad.number == left + 1
        # Without the head the rows tell: they are as the lost revisions left them.
        assert audit.verify(copy) is not None


def test_a_project_begun_before_there_were_seals_is_held_against_the_words_of_its_history(whole, tmp_path):
    old = tmp_path / "old.desk"
    shutil.copyfile(whole.path, old)
    connection = _open_for_tampering(old)
    hash_ = audit.GENESIS
    rows = connection.execute("SELECT number, record FROM revision WHERE number <= 10 ORDER BY number").fetchall()
    connection.execute("DELETE FROM revision WHERE number > 10")
    for number, record in rows:
        kept = json.loads(record)
        bare = to_json({key: value for key, value in kept.items() if key not in ("written", "with_it")})
        hash_ = audit.link(hash_, number, bare)
        connection.execute("UPDATE revision SET record = ?, hash = ? WHERE number = ?", (bare, hash_, number))
        connection.execute(
            "UPDATE segment SET target = ?, pieces = NULL, hands = NULL, version = 0 WHERE id = ?",
            (kept["target"], kept["segment"]),
        )
    connection.execute("UPDATE chain SET length = 10, hash = ?", (hash_,))
    assert audit.verify(old) is None
    for way in (_change_a_text, _put_in_a_segment):
        copy = tmp_path / f"{way.__name__}.desk"
        shutil.copyfile(old, copy)
        again = sqlite3.connect(copy, isolation_level=None)
        way(again, whole, random.Random(1))
        again.close()
        assert audit.verify(copy) is not None
    connection.close()
    # Work goes on, sealed from there.
    opened = open_project(old, who="Li")
    before = opened.store.load().segments[NEWS][0]
    now = values.edited(before, "Sealed.")
    opened.store.save_changes(
        ChangeBatch(segments=(SegmentWrite(now, before.version),), revisions=(values.revision(now),))
    )
    opened.store.close()
    assert audit.verify(old) is None
    connection = sqlite3.connect(old, isolation_level=None)
    connection.execute("UPDATE segment SET hands = '[\"Zhao\"]' WHERE id = ?", (now.id,))
    connection.close()
    assert audit.verify(old).number == 11


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
