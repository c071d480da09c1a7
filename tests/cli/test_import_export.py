"""A project made, filled, reported on and given out without a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.hand import Hand
from translator_desk.app.project_files import read_project, verify_project
from translator_desk.cli.main import main

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
S1 = SAMPLES / "s1.en.txt"


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))

    def run(*arguments):
        code = main([*map(str, arguments), "--lang", "en"])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def project(run, tmp_path):
    path = tmp_path / "news.desk"
    assert run("import", S1, "--project", path, "--aligned", "--person", "Li Wei")[0] == 0
    return path


def notes(path):
    from translator_desk.store.connect import open_project

    opened = open_project(path, who="", read_only=True)
    try:
        return [(one.author, one.note) for one in opened.store.revisions()]
    finally:
        opened.store.close()


def test_files_are_taken_into_a_project_that_is_made_for_them(run, tmp_path):
    path = tmp_path / "news.desk"
    code, out, _ = run("import", S1, "--project", path, "--aligned", "--person", "Li Wei")
    assert (code, len(out.splitlines())) == (0, 1)
    code, out, _ = run("import", S1, SAMPLES / "s2.en.txt", "--project", path, "--aligned", "--person", "Li Wei")
    assert (code, [line.split(":")[0] for line in out.splitlines()]) == (0, ["s1-2", "s2"])
    loaded, _ = read_project(path)
    assert [one.id for one in loaded.documents] == ["s1", "s1-2", "s2"]
    assert verify_project(path).whole
    assert {author for author, _ in notes(path)} == {"Li Wei"}


def test_no_project_is_left_where_nothing_could_be_read(run, tmp_path):
    path = tmp_path / "news.desk"
    code, _, err = run("import", tmp_path / "gone.txt", "--project", path, "--person", "Li Wei")
    assert code == 2
    assert "gone.txt" in err
    assert not path.exists()


def test_the_record_must_have_a_name(run, tmp_path):
    code, _, err = run("import", S1, "--project", tmp_path / "news.desk")
    assert code == 2
    assert "--person" in err


def test_a_text_with_errors_is_given_out_only_for_a_reason_that_is_recorded(run, project, tmp_path):
    to = tmp_path / "out.txt"
    code, _, err = run("export", project, "--output", to, "--person", "Wang Fang")
    assert code == 2
    assert "not ready" in err
    assert not to.exists()
    code, out, _ = run("export", project, "--output", to, "--person", "Wang Fang", "--reason", "Needed by noon")
    assert (code, out.strip()) == (0, str(to))
    assert to.read_bytes() == S1.read_bytes()
    author, note = notes(project)[-1]
    assert author == "Wang Fang"
    assert note.startswith("export (over: ")
    assert note.endswith("Needed by noon")


def test_a_working_copy_is_written_at_any_time_and_needs_nobody(run, project, tmp_path):
    hand = Hand(tmp_path / "home")
    opened = hand.open(project)
    before = notes(project)
    code, out, _ = run("export", project, "--format", "working", "--output", tmp_path / "folder")
    assert (code, Path(out.strip()).name) == (0, "s1.en-working.tsv")
    assert notes(project) == before
    code, _, err = run("export", project, "--output", tmp_path / "out.txt", "--person", "Li Wei", "--reason", "why")
    assert code == 2
    assert "is open" in err
    hand.close(opened)


def test_where_one_document_is_not_ready_none_goes_out_and_the_record_says_so_of_none(run, tmp_path):
    (tmp_path / "a.txt").write_text("He thanked the guests.\n", "utf-8")
    path = tmp_path / "two.desk"
    run("import", tmp_path / "a.txt", S1, "--project", path, "--aligned", "--person", "Li Wei")
    before = notes(path)
    code, _, err = run("export", path, "--output", tmp_path / "out", "--person", "Li Wei")
    assert (code, "not ready" in err) == (2, True)
    assert not (tmp_path / "out").exists()
    assert notes(path) == before
    code, _, _ = run("export", path, "--document", "a", "--output", tmp_path / "out", "--person", "Li Wei")
    assert (code, [one.name for one in (tmp_path / "out").iterdir()]) == (0, ["a-corrected.txt"])
    assert notes(path) == [*before, ("Li Wei", "export")]


def test_documents_that_are_not_there_are_named(run, project, tmp_path):
    code, _, err = run("export", project, "--document", "s9", "--output", tmp_path / "out", "--person", "Li Wei")
    assert code == 2
    assert "s9" in err
    assert "s1" in err


@pytest.mark.parametrize("kind", ["findings", "redline", "changes", "digest"])
def test_each_page_carries_the_hash_of_the_history(run, project, tmp_path, kind):
    to = tmp_path / "page.html"
    code, _, err = run("report", project, "--output", to, "--kind", kind)
    assert (code, err) == (0, "")
    page = to.read_text("utf-8")
    assert verify_project(project).head in page
    assert "<script" not in page
    assert run("verify", project, "--head", verify_project(project).head)[0] == 0


def test_a_page_tells_of_every_document_or_of_those_named(run, project, tmp_path):
    run("import", SAMPLES / "s2.en.txt", "--project", project, "--person", "Li Wei")
    page = tmp_path / "page.html"
    assert run("report", project, "--output", page, "--kind", "redline")[0] == 0
    assert page.read_text("utf-8").count("<h1>") == 2
    assert run("report", project, "--output", page, "--kind", "redline", "--document", "s2")[0] == 0
    assert page.read_text("utf-8").count("<h1>") == 1
    assert "s9" in run("report", project, "--output", page, "--kind", "redline", "--document", "s9")[2]
