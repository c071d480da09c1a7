"""A project file spoilt page by page: what is left is written out, and what is lost is told."""

from __future__ import annotations

import csv
import random
import sqlite3
from pathlib import Path

import pytest

from tests.app.hand import Hand
from translator_desk.app.commands.edit import SetTarget
from translator_desk.app.documents import InputOptions
from translator_desk.app.salvage import salvage
from translator_desk.cli.main import main
from translator_desk.errors import StoreError
from translator_desk.store.salvage import remains_of
from translator_desk.wording import say

PAGE = 4096


@pytest.fixture
def project(tmp_path):
    """A closed project of two documents, long enough for many pages."""
    hand = Hand(tmp_path / "home")
    made = hand.make(tmp_path / "work" / "p.desk")
    texts = []
    for name in ("one", "two"):
        for side, words in (
            ("zh", "第{}句说的是农村公路和校舍的建设情况。"),
            ("en", "Sentence {} is about rural roads."),
        ):
            file = tmp_path / f"{name}.{side}.txt"
            file.write_text("\n".join(words.format(n) for n in range(300)) + "\n", encoding="utf-8")
            texts.append(str(file))
    hand.desk.import_paths(made, InputOptions(tuple(texts), aligned=True), lambda _: None, hand.problems.append)
    first = next(iter(made.session.state.reading_order()))
    made.session.execute(SetTarget(first, "What a person wrote.", say("typed", "输入")))
    hand.desk.close_project(made, lambda: None)
    assert not hand.problems
    return made.path


def pages_of(path, table):
    """Return the numbers of the leaf pages of a table."""
    connection = sqlite3.connect(path)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    connection.close()
    data = path.read_bytes()
    leaves, waiting = [], [root]
    while waiting:
        page = waiting.pop()
        start = (page - 1) * PAGE
        kind, cells = data[start], int.from_bytes(data[start + 3 : start + 5], "big")
        if kind == 13:
            leaves.append(page)
        elif kind == 5:
            at = [int.from_bytes(data[start + 12 + 2 * n : start + 14 + 2 * n], "big") for n in range(cells)]
            waiting += [int.from_bytes(data[start + one : start + one + 4], "big") for one in at]
            waiting.append(int.from_bytes(data[start + 8 : start + 12], "big"))
    return sorted(leaves)


def spoil(path, *pages):
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE : page * PAGE] = b"\x7f" * PAGE
    path.write_bytes(data)


def test_a_whole_project_is_written_whole(project, tmp_path):
    written = salvage(project, tmp_path / "out")
    assert (written.documents, written.segments) == (2, 600)
    assert (written.folder / "report.txt").exists()
    names = sorted(one.name for one in written.folder.iterdir())
    assert len(names) == 7
    english = min((one for one in names if one.endswith("en.txt")), key=len)
    text = (written.folder / english).read_text(encoding="utf-8")
    assert text.startswith("What a person wrote.\nSentence 1 is about rural roads.\n")
    assert all("lost" not in one.render("en") or "nothing known" in one.render("en") for one in written.report)


def test_a_spoilt_page_of_segments_costs_nothing_that_the_history_has(project, tmp_path):
    leaves = pages_of(project, "segment")
    assert len(leaves) > 4
    spoil(project, leaves[1])
    written = salvage(project, tmp_path / "out")
    assert written.segments == 600
    assert any("history" in one.render("en") for one in written.report)
    tables = sorted(written.folder.glob("*.tsv"))
    with tables[0].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert [row["en"] for row in rows[1:]] == [f"Sentence {n} is about rural roads." for n in range(1, 300)]


def test_without_history_the_lost_segments_are_counted(project, tmp_path):
    leaves = pages_of(project, "segment")
    spoil(project, leaves[1], *pages_of(project, "revision"))
    remains = remains_of(project)
    left = sum(len(one.segments) for one in remains.documents)
    assert 500 < left < 600
    assert left + sum(one.lost for one in remains.documents) == 600
    report = " ".join(one.render("en") for one in salvage(project, tmp_path / "out").report)
    assert "segments, " in report
    assert " lost." in report


def test_documents_without_their_rows_keep_their_segments_apart(project, tmp_path):
    spoil(project, *pages_of(project, "document"))
    remains = remains_of(project)
    assert sorted(len(one.segments) for one in remains.documents) == [300, 300]
    assert salvage(project, tmp_path / "out").segments == 600


@pytest.mark.parametrize("seed", range(12))
def test_any_spoilt_pages_end_in_texts_or_in_one_sentence(project, tmp_path, seed):
    dice = random.Random(seed)
    count = project.stat().st_size // PAGE
    spoil(project, *dice.sample(range(2, count + 1), dice.randrange(1, max(2, count // 2))))
    before = project.read_bytes()
    refused, written = None, None
    try:
        written = salvage(project, tmp_path / "out")
    except StoreError as error:
        refused = error.render("en")
    assert project.read_bytes() == before
    if written is None:
        assert str(project) in refused
        assert not (tmp_path / "out").exists()
    else:
        assert written.segments > 0
        assert all(one.stat().st_size for one in written.folder.iterdir())


def test_an_empty_file_and_a_text_are_refused(tmp_path):
    for content in (b"", b"no project"):
        file = tmp_path / "x.desk"
        file.write_bytes(content)
        with pytest.raises(StoreError, match=r"x\.desk"):
            salvage(file)
    assert [one.name for one in tmp_path.iterdir()] == ["x.desk"]


def test_a_second_rescue_stands_beside_the_first(project):
    first, second = salvage(project), salvage(project)
    assert first.folder.parent == second.folder.parent == project.parent
    assert first.folder != second.folder


def test_a_folder_that_cannot_be_written_is_named(project, tmp_path):
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError, match="out"):
        salvage(project, tmp_path / "out")


def test_on_the_command_line(project, tmp_path, capsys):
    spoil(project, pages_of(project, "segment")[1])
    assert main(["salvage", str(project), "--to", str(tmp_path), "--lang", "zh"]) == 0
    said = capsys.readouterr().out
    assert "已读出 2 个文档的 600 个句段" in said
    assert (Path(tmp_path) / "p-salvaged" / "report.txt").read_text(encoding="utf-8").startswith(str(project))
