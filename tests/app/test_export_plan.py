"""Files named before they are written."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from tests.app.builders import session
from tests.store import values
from translator_desk.app.export_plan import plan_exports, write_exports
from translator_desk.app.exports import ExportKind
from translator_desk.app.state import Delta
from translator_desk.errors import StoreError
from translator_desk.formats.handlers.csv_table import handler as csv_table
from translator_desk.model.ids import DocumentId
from translator_desk.model.redline import Piece, Redline
from translator_desk.model.state import SegmentState


def project(tmp_path, *paths):
    one = session(*((f"d{number}", [("一", f"Text {number}.")]) for number in range(len(paths))))[0]
    for number, path in enumerate(paths):
        key = DocumentId(f"d{number}")
        one.state.documents[key] = replace(one.state.documents[key], target_path=path)
    return one.state


def test_a_translation_begun_from_its_chinese_never_has_the_name_of_that(tmp_path):
    state = project(tmp_path, "", "")
    for key, path in zip(state.document_order, ("a/news.zh.html", "C:\\texts\\新闻.txt"), strict=True):
        state.documents[key] = replace(state.documents[key], source_path=path)
    planned = plan_exports(state, state.document_order, ExportKind.FILE, tmp_path)
    assert [one.path.name for one in planned] == ["news.en.txt", "新闻.en.txt"]


def test_each_document_gets_a_name_of_its_own_in_the_folder(tmp_path):
    state = project(tmp_path, "a/news.en.txt", "b/news.en.txt", "C:\\texts\\News.EN.txt", "")
    planned = plan_exports(state, state.document_order, ExportKind.FILE, tmp_path / "out", "-corrected")
    assert [one.path.name for one in planned] == [
        "news.en-corrected.txt",
        "news.en-corrected-2.txt",
        "News.EN-corrected-3.txt",
        "d3-corrected.txt",
    ]
    assert not any(one.replaces for one in planned)


def test_other_kinds_have_their_own_extension(tmp_path):
    state = project(tmp_path, "page.html")
    names = [plan_exports(state, state.document_order, kind, tmp_path)[0].path.name for kind in ExportKind]
    assert names == ["page.html", "page.txt", "page.html", "page.tsv", "page.csv", "page-working.tsv"]


def test_an_ending_cannot_lead_out_of_the_folder(tmp_path):
    state = project(tmp_path, "a.txt")
    planned = plan_exports(state, state.document_order, ExportKind.FILE, tmp_path, "/../../x")
    assert planned[0].path.parent == tmp_path


def test_it_says_what_will_be_replaced_and_which_file_was_read(tmp_path):
    original = tmp_path / "a.txt"
    original.write_text("old")
    (tmp_path / "b.txt").write_text("old")
    state = project(tmp_path, str(original), "elsewhere/b.txt", "c.txt")
    planned = plan_exports(state, state.document_order, ExportKind.TEXT, tmp_path)
    assert [(one.replaces, one.is_original) for one in planned] == [(True, True), (True, False), (False, False)]
    write_exports(state, planned)
    assert original.read_text() == "Text 0.\n"
    assert (tmp_path / "c.txt").read_text() == "Text 2.\n"


def test_a_folder_is_made_where_it_is_missing(tmp_path):
    state = project(tmp_path, "a.txt")
    write_exports(state, plan_exports(state, state.document_order, ExportKind.TSV, tmp_path / "new" / "folder"))
    assert "Text 0." in (tmp_path / "new" / "folder" / "a.tsv").read_text("utf-8-sig")


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    state = project(tmp_path, "a.txt")
    (tmp_path / "a.txt").mkdir()
    with pytest.raises((StoreError, OSError), match=r"a\.txt"):
        write_exports(state, plan_exports(state, state.document_order, ExportKind.TEXT, tmp_path))


def test_a_working_copy_is_named_so_and_shows_changes_states_and_remarks(tmp_path):
    state = project(tmp_path, "news.en.txt")
    key = state.document_order[0]
    (segment,) = state.document_segments(key)
    redline = Redline((Piece("Text "), Piece("0.", None, "Li"), Piece("1 = <one>.", "王芳")))
    state.segments[segment.id] = replace(segment, target=redline.target, redline=redline, state=SegmentState.TRANSLATED)
    asked = values.comment("c", segment.id, text="=why?", author="王芳")
    state.apply(Delta(comments={"c": (None, asked)}))
    (planned,) = plan_exports(state, (key,), ExportKind.WORKING, tmp_path, "-corrected")
    assert planned.path.name == "news.en-working.tsv"
    write_exports(state, (planned,))
    heading, row = csv.reader(io.StringIO(planned.path.read_text("utf-8")), delimiter="\t")
    assert heading[:6] == ["zh", "en", "changes", "state", "comments", "id"]
    assert row[:5] == ["一", "Text 1 = <one>.", "Text [-0.-]{+1 = <one>.+}", "translated", "王芳: =why?"]
    # It comes back as what it is, a table of pairs.
    (pair,) = csv_table.read(planned.path.read_bytes(), str(planned.path)).rows
    assert (pair.source, pair.target) == ("一", "Text 1 = <one>.")


def test_all_kinds_but_the_working_copy_are_clean():
    assert [kind for kind in ExportKind if not kind.is_clean] == [ExportKind.WORKING]
