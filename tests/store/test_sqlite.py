"""The project file keeps the contract, grows only, and is refused where it is not ours."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.store import values
from tests.store.contract import NEWS, StoreContract
from translator_desk.errors import RefusedError, StoreError
from translator_desk.model.workflow import Handling
from translator_desk.store import schema
from translator_desk.store.base import ChangeBatch, SegmentWrite
from translator_desk.store.connect import create_project, open_project
from translator_desk.store.sqlite import sqlite_engine, upgrade


class TestSqliteStore(StoreContract):
    @pytest.fixture
    def store(self, tmp_path):
        self.opened = [create_project(tmp_path / "p.desk", "A project", "Li").store]
        yield self.opened[0]
        for one in self.opened:
            one.close()

    def reopen(self, store):
        store.close()
        self.opened.append(open_project(store.path, who="Li").store)
        return self.opened[-1]


@pytest.fixture
def project(tmp_path):
    """A closed project with one document, two segments and three revisions."""
    store = create_project(tmp_path / "p.desk", "A project", "Li").store
    one = values.segment(1)
    store.save_documents((values.document(),), (one, values.segment(2)), (values.revision(one),))
    store.save_changes(ChangeBatch(revisions=(values.revision(one), values.revision(one))))
    store.close()
    return store.path


def test_alembic_and_the_tables_agree(tmp_path):
    engine = sqlite_engine(f"{(tmp_path / 'x.desk').as_uri()}?mode=rwc")
    with engine.connect() as connection:
        upgrade(connection)
        rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        for table in schema.metadata.tables.values():
            found = connection.exec_driver_sql(f"PRAGMA table_info({table.name})").all()
            declared = [(c.name, str(c.type).upper(), c.nullable) for c in table.columns]
            assert [(row[1], row[2].upper(), not row[3]) for row in found] == declared
        connection.rollback()
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    engine.dispose()
    assert set(rows) == {*schema.metadata.tables, "alembic_version"}
    assert version == schema.SCHEMA_VERSION


def test_the_connection_is_set_so_that_a_power_cut_loses_nothing(project):
    opened = open_project(project, who="Li")
    driver = opened.store._driver()
    asked = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "busy_timeout")
    found = [driver.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert found == ["wal", 2, 1, 0, 1, 3000]
    opened.store.close()


def test_a_closed_project_is_one_file(project):
    assert [path.name for path in project.parent.iterdir()] == ["p.desk"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET record = 'x' WHERE number = 2",
        "UPDATE revision SET number = 9 WHERE number = 2",
        "DELETE FROM revision WHERE number = 3",
        "DELETE FROM revision",
        "INSERT OR REPLACE INTO revision SELECT number, id, segment, 'x', hash FROM revision WHERE number = 1",
        "INSERT OR REPLACE INTO revision SELECT 99, id, segment, 'x', hash FROM revision WHERE number = 1",
    ],
)
def test_revisions_only_grow(project, statement):
    connection = sqlite3.connect(project)
    with pytest.raises(sqlite3.IntegrityError, match="revisions only grow"):
        connection.execute(statement)
    connection.close()


FOREIGN = {
    "empty": (b"", "0 bytes"),
    "zeros": (bytes(5000), "zeros"),
    "text": ("这是一个文本文件。\n".encode() * 20, "not a project file"),
    "zip": (b"PK\x03\x04" + bytes(range(256)), "not a project file"),
    "cut short": (b"SQLite format 3\x00" + bytes(20), "not a project file"),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_that_is_no_project_is_refused_and_left(tmp_path, name, read_only):
    data, words = FOREIGN[name]
    path = tmp_path / "p.desk"
    path.write_bytes(data)
    with pytest.raises(StoreError, match=words) as caught:
        open_project(path, who="Li", read_only=read_only)
    assert str(path) in str(caught.value)
    assert str(path) in caught.value.render("zh")
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_the_database_of_another_program_is_refused_and_left(tmp_path):
    path = tmp_path / "places.desk"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_project(path, who="Li")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(StoreError, match=r"There is no file .*none\.desk"):
        open_project(tmp_path / "none.desk", who="Li")
    with pytest.raises(StoreError, match="is a folder"):
        open_project(tmp_path, who="Li")


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_project_is_refused_unaltered(project, read_only):
    connection = sqlite3.connect(project)
    connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    connection.close()
    before = project.read_bytes()
    with pytest.raises(StoreError, match="newer version"):
        open_project(project, who="Li", read_only=read_only)
    assert project.read_bytes() == before
    assert [path.name for path in project.parent.iterdir()] == ["p.desk"]


def test_a_newer_project_is_refused_also_where_only_the_log_says_so(project, tmp_path):
    there = tmp_path / "killed"
    there.mkdir()
    connection = sqlite3.connect(project)
    connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    for name in ("p.desk", "p.desk-wal"):
        shutil.copyfile(project.with_name(name), there / name)
    connection.close()
    before = {path.name: path.read_bytes() for path in there.iterdir()}
    with pytest.raises(StoreError, match="newer version"):
        open_project(there / "p.desk", who="Li")
    assert {path.name: path.read_bytes() for path in there.iterdir()} == before


def test_an_older_project_is_backed_up_then_brought_up_to_date(project, tmp_path, monkeypatch):
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / "step_0003_colour.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\nrevision = '0003'\ndown_revision = '0002'\n"
        "def upgrade():\n    op.add_column('person', sa.Column('colour', sa.Text))\n",
        "utf-8",
    )
    monkeypatch.setattr("translator_desk.store.connect.SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    monkeypatch.setattr("translator_desk.store.reading.SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    monkeypatch.setattr("translator_desk.store.sqlite.upgrade", lambda connection: upgrade(connection, steps=(steps,)))
    opened = open_project(project, who="Li", backups=tmp_path / "backups")
    columns = [row[1] for row in opened.store._driver().execute("PRAGMA table_info(person)")]
    assert columns == ["name", "role", "colour"]
    assert len(opened.store.load().segments[NEWS]) == 2
    opened.store.close()
    (kept,) = (tmp_path / "backups").iterdir()
    assert sqlite3.connect(kept).execute("PRAGMA user_version").fetchone() == (schema.SCHEMA_VERSION,)


def as_before_reviews(project):
    """Make the project one of the first schema again."""
    with closing(sqlite3.connect(project, isolation_level=None)) as connection:
        connection.execute("ALTER TABLE document DROP COLUMN handling")
        connection.execute("ALTER TABLE segment DROP COLUMN hands")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.execute("PRAGMA user_version = 1")
    return project


def test_a_project_from_before_reviews_starts_in_translation(project):
    opened = open_project(as_before_reviews(project), who="Li")
    loaded = opened.store.load()
    opened.store.close()
    assert loaded.four_eyes
    assert [document.handling for document in loaded.documents] == [Handling()]
    assert all(segment.hands == () for segment in loaded.segments[NEWS])


def test_an_older_project_opens_for_reading_and_stays_as_it_is(project):
    before = as_before_reviews(project).read_bytes()
    opened = open_project(project, who="Li", read_only=True)
    assert len(opened.store.load().segments[NEWS]) == 2
    opened.store.close()
    assert project.read_bytes() == before


def test_a_schema_step_that_fails_leaves_the_project_as_it_was(project, tmp_path, monkeypatch):
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / "step_0003_broken.py").write_text(
        "from alembic import op\nrevision = '0003'\ndown_revision = '0002'\n"
        "def upgrade():\n    op.execute('CREATE TABLE half (a)')\n    op.execute('no such statement')\n",
        "utf-8",
    )
    engine = sqlite_engine(f"{project.as_uri()}?mode=rw")
    with engine.connect() as connection, pytest.raises(Exception, match="no such"):
        upgrade(connection, steps=(steps,))
    engine.dispose()
    opened = open_project(project, who="Li")
    assert opened.read_only_reason is None
    names = opened.store._driver().execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone()
    assert names == (0,)
    opened.store.close()


def test_a_project_is_never_made_over_a_file(tmp_path):
    path = tmp_path / "p.desk"
    path.write_text("mine", "utf-8")
    with pytest.raises(StoreError, match="is there already"):
        create_project(path, "A project", "Li")
    assert path.read_text("utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_reading_only_refuses_to_write_and_leaves_no_trace(project):
    before = project.read_bytes()
    opened = open_project(project, who="Li", read_only=True)
    assert opened.read_only_reason is not None
    assert opened.store.load().title == "A project"
    assert len(opened.store.revisions()) == 3
    with pytest.raises(RefusedError, match="reading only"):
        opened.store.save_draft(values.segment(1).id, "x", 0, "Li")
    assert [path.name for path in project.parent.iterdir()] == ["p.desk"]
    opened.store.close()
    assert project.read_bytes() == before


def test_reading_while_it_is_open_sees_what_was_saved(project):
    writer = open_project(project, who="Li").store
    now = values.edited(values.segment(1), "Just now.")
    writer.save_changes(ChangeBatch(segments=(SegmentWrite(now, 0),)))
    reader = open_project(project, who="Li", read_only=True).store
    assert reader.load().segments[NEWS][0] == now
    reader.close()
    writer.save_changes(ChangeBatch(title="still writing"))
    writer.close()
    assert [path.name for path in project.parent.iterdir()] == ["p.desk"]


def test_a_copy_holds_everything_and_never_replaces_a_file(project, tmp_path):
    store = open_project(project, who="Li").store
    store.save_draft(values.segment(1).id, "typed", 0, "Li")
    store.save_copy(tmp_path / "copy.desk")
    with pytest.raises(StoreError, match="is there already"):
        store.save_copy(tmp_path / "copy.desk")
    loaded, history, drafts = store.load(), store.revisions(), store.drafts()
    store.close()
    copy = open_project(tmp_path / "copy.desk", who="Li").store
    assert (copy.load(), copy.revisions(), copy.drafts()) == (loaded, history, drafts)
    copy.close()


def test_a_path_with_odd_letters(tmp_path):
    path = tmp_path / "衡阳 #1 100%?.desk"
    create_project(path, "A project", "Li").store.close()
    opened = open_project(path, who="Li")
    assert opened.store.load().title == "A project"
    opened.store.close()
    assert list(tmp_path.iterdir()) == [path]
