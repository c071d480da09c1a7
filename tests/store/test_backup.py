"""Backups are whole or not there, thinned by day and week, and bring everything back."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store import values
from tests.store.contract import NEWS
from translator_desk.errors import StoreError
from translator_desk.store import audit, backup
from translator_desk.store.base import ChangeBatch, SegmentWrite
from translator_desk.store.connect import create_project, open_project

NOON = dt.datetime(2026, 3, 31, 12, tzinfo=dt.UTC)


@pytest.fixture
def path(tmp_path):
    store = create_project(tmp_path / "p.desk", "A project", "Li").store
    one = values.segment(1)
    store.save_documents((values.document(),), (one, values.RICH), (values.revision(one),))
    store.close()
    return store.path


def _damage(path):
    """Spoil the page of the segments, as a dying disk does."""
    data = bytearray(path.read_bytes())
    connection = sqlite3.connect(path)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'segment'").fetchone()
    connection.close()
    start = (page - 1) * 4096
    data[start : start + 4096] = b"\x7f" * 4096
    path.write_bytes(data)


def test_the_drill_back_up_lose_restore(path):
    store = open_project(path, who="Li").store
    now = values.edited(values.segment(1), "Kept.")
    store.save_changes(ChangeBatch(segments=(SegmentWrite(now, 0),), revisions=(values.revision(now),)))
    store.save_draft(values.RICH.id, "typing", 4, "Li")
    # While it is open, as the desk does it.
    made = backup.backup_now(path)
    project, history, drafts = store.load(), store.revisions(), store.drafts()
    store.close()
    path.unlink()
    backup.restore(made.path, path)
    again = open_project(path, who="Li").store
    assert (again.load(), again.revisions(), again.drafts()) == (project, history, drafts)
    again.save_changes(ChangeBatch(title="goes on"))
    again.close()
    assert audit.verify(path) is None


def test_what_stood_in_the_place_is_kept(path):
    made = backup.backup_now(path)
    store = open_project(path, who="Li").store
    store.save_changes(ChangeBatch(title="later work"))
    store.close()
    backup.restore(made.path, path)
    (aside,) = path.parent.glob("p.before-restore-*.desk")
    old = open_project(aside, who="Li").store
    assert old.load().title == "later work"
    old.close()
    assert backup.backups(path) == (made,)


def test_an_open_project_is_not_restored_over(path):
    made = backup.backup_now(path)
    store = open_project(path, who="Li").store
    with pytest.raises(StoreError, match=r"p\.desk is open"):
        backup.restore(made.path, path)
    assert store.load().title == "A project"
    store.close()


def test_a_bad_backup_is_refused_and_the_project_stays(path):
    made = backup.backup_now(path)
    before = path.read_bytes()
    _damage(made.path)
    with pytest.raises(StoreError, match="damaged"):
        backup.restore(made.path, path)
    assert path.read_bytes() == before
    assert not list(path.parent.glob("p.before-restore-*"))
    made.path.write_text("no backup at all, but a text of some length to look at " * 3, "utf-8")
    with pytest.raises(StoreError, match="not a project file"):
        backup.restore(made.path, path)
    assert path.read_bytes() == before


def test_a_damaged_project_rotates_no_backup_out(path):
    for day in range(1, 13):
        backup.backup_now(path, now=NOON.replace(day=day))
    kept = backup.backups(path)
    _damage(path)
    with pytest.raises(StoreError, match="damaged"):
        backup.backup_now(path, now=NOON.replace(day=28))
    assert backup.backups(path) == kept
    assert len(list(backup.folder_of(path).iterdir())) == len(kept)


def test_a_damaged_project_opens_for_reading_or_names_the_backup_to_restore(path):
    made = backup.backup_now(path, now=NOON)
    _damage(path)
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        open_project(path, who="Li")
    assert str(made.path) in caught.value.render("en")
    assert str(made.path) in caught.value.render("zh")
    assert path.read_bytes() == before
    assert {one.name for one in path.parent.iterdir()} == {"p.desk", "p.desk.backups"}


def test_damage_met_while_it_is_open_names_the_backup_too(path):
    made = backup.backup_now(path, now=NOON)
    opened = open_project(path, who="Li")
    # Behind the back of the open store, after it was looked over: what a dying disk does.
    opened.store._driver().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    _damage(path)
    opened.store._driver().execute("PRAGMA cache_size = 0").fetchall()
    with pytest.raises(StoreError) as caught:
        opened.store.load()
    assert str(made.path) in caught.value.render("en")
    assert str(made.path) in caught.value.render("zh")
    opened.store.close()


def test_a_project_with_a_damaged_index_is_read_and_not_written(path):
    store = open_project(path, who="Li").store
    for _ in range(200):
        store.save_changes(ChangeBatch(revisions=(values.revision(values.segment(1)),)))
    store.close()
    data = bytearray(path.read_bytes())
    connection = sqlite3.connect(path)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'revision_segment'").fetchone()
    connection.close()
    data[(page - 1) * 4096 : page * 4096] = b"\x00" * 4096
    path.write_bytes(data)
    opened = open_project(path, who="Li")
    assert opened.store.read_only
    assert "is damaged" in opened.read_only_reason.render("en")
    assert "There is no backup" in opened.read_only_reason.render("en")
    assert opened.store.load().segments[NEWS] == (values.segment(1), values.RICH)
    opened.store.close()
    assert path.read_bytes() == data


def test_the_copies_of_a_season_are_seven_days_and_four_weeks(path):
    for day in range(40):
        for hour in (9, 17):
            backup.backup_now(path, now=NOON.replace(hour=hour) + dt.timedelta(days=day))
    kept = [one.time for one in backup.backups(path)]
    assert all(time.hour == 17 for time in kept)
    days = [(NOON + dt.timedelta(days=39 - ago)).date() for ago in range(7)]
    assert [time.date() for time in kept[:7]] == days
    assert len({time.isocalendar()[:2] for time in kept}) == 4
    assert len(kept) <= backup.DAYS + backup.WEEKS


@given(st.lists(st.datetimes(dt.datetime(2025, 1, 1), dt.datetime(2026, 12, 31)), max_size=60, unique=True))
def test_thinning_keeps_the_newest_and_is_done_once(times):
    kept = [backup.Backup(dt_path(time), time.replace(tzinfo=dt.UTC), 1) for time in times]
    gone = backup._superfluous(kept)
    left = [one for one in kept if one not in gone]
    assert backup._superfluous(left) == []
    assert len(left) <= backup.DAYS + backup.WEEKS
    if kept:
        assert max(kept, key=lambda one: one.time) in left
    assert len({one.time.date() for one in left}) >= min(backup.DAYS, len({one.time.date() for one in kept}))


def dt_path(time: dt.datetime) -> Path:
    return Path(time.isoformat())


def test_other_files_in_the_folder_are_left(path):
    folder = backup.folder_of(path)
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", "utf-8")
    (folder / "other.20260331T120000Z.desk").write_text("of another project", "utf-8")
    for day in range(1, 20):
        backup.backup_now(path, now=NOON.replace(day=day))
    assert (folder / "notes.txt").exists()
    assert (folder / "other.20260331T120000Z.desk").exists()


def test_a_folder_that_cannot_be_made_is_named(path, tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(StoreError, match="file"):
        backup.backup_now(path, tmp_path / "file" / "backups")
