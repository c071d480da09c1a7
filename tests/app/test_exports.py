"""What comes out: the corrected file with everything else byte for byte, tables, findings, text for the clipboard."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.app.documents import InputOptions, read_inputs, read_pasted
from translator_desk.app.exports import (
    ExportKind,
    document_text,
    exported,
    findings_csv,
    written_target,
)
from translator_desk.formats.handlers.csv_table import handler as csv_table
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Document
from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level, Severity
from translator_desk.text.span import Span
from translator_desk.wording import say

TERMS = TermBase.empty()
TEXT = (
    "\ufeff• Home\r\n• News\r\n• Contact\r\nThe Bridge\r\nFrom:湖州新闻网 | Date Add in:2020-03-04 08:00:00 [A  A]\r\n"
    "\r\nMayor Deng Qunze came.  He spoke.\r\n\r\nAll left at noon.\r\n\r\nTranslator: Lin\r\nICP NO:01234567"
)
PAGE = (
    "<!DOCTYPE html>\n<html><head><title>T</title><script>var a = '<p>no</p>';</script></head><body>\n"
    "<nav><a href='/'>Home</a></nav>\n<h1>The&nbsp;Bridge</h1>\n<p>Mayor <b>Deng Qunze</b> came &amp; spoke.</p>\n"
    "<p>All left.</p><footer>ICP 0123</footer></body></html>\n"
)


def read(path: Path, **options) -> tuple[Document, tuple[Segment, ...]]:
    project = read_inputs(InputOptions((str(path),), **options), TERMS).project
    (document,) = project.documents
    return document, project.segments[document.id]


def with_words(segments: tuple[Segment, ...], old: str, new: str) -> tuple[Segment, ...]:
    assert any(old in one.target for one in segments)
    return tuple(replace(one, target=one.target.replace(old, new)) for one in segments)


@pytest.fixture(params=["txt", "html", "tsv", "csv", "gb18030.txt", "utf-16.txt"])
def file(request, tmp_path) -> Path:
    path = tmp_path / f"a.{request.param}"
    content = {
        "txt": TEXT.encode(),
        "html": PAGE.encode(),
        "tsv": 'zh\ten\r\n邓群策来了。\tDeng Qunze "came".\r\n\r\n二。\tTwo.'.encode(),
        "csv": '编号,中文,英文\n7,"邓群策,来了。","Deng Qunze, came."\n8,二。,Two.\n'.encode(),
        "gb18030.txt": "Mayor Deng Qunze 邓群策 came.\nAll left.\n".encode("gb18030"),
        "utf-16.txt": "\ufeffMayor Deng Qunze came.\r\n\r\nAll left.".encode("utf-16-le"),
    }
    path.write_bytes(content[request.param])
    return path


def test_an_unedited_document_is_its_file(file):
    document, segments = read(file)
    assert written_target(document, segments) == file.read_bytes()
    assert exported(document, segments, ExportKind.FILE) == file.read_bytes()


def test_an_edit_changes_its_own_bytes_and_no_others(file):
    document, segments = read(file)
    edited = written_target(document, with_words(segments, "Qunze", "Qunce"))
    codec = {"gb18030.txt": "gb18030", "utf-16.txt": "utf-16-le"}.get(file.name[2:], "utf-8")
    assert edited == file.read_bytes().replace("Qunze".encode(codec), "Qunce".encode(codec))


def test_the_same_file_can_be_written_over(file):
    document, segments = read(file)
    file.write_bytes(written_target(document, with_words(segments, "Qunze", "Qunce")))
    again, fresh = read(file)
    assert any("Deng Qunce" in one.target for one in fresh)
    assert len(fresh) == len(segments)
    assert again.layout.encoding == document.layout.encoding


@pytest.mark.parametrize("kind", [ExportKind.TSV, ExportKind.CSV])
def test_a_table_of_pairs_is_read_back(kind):
    project = read_pasted(
        "=1+1。\n他说：“好”。", '=1+1 is two.\nHe said, "good",\tthen left.', TERMS, aligned=True
    ).project
    (document,) = project.documents
    segments = project.segments[document.id]
    table = csv_table.read(exported(document, segments, kind), f"a.{kind.value}")
    assert [(row.source, row.target) for row in table.rows] == [(one.source, one.target) for one in segments]
    cells = list(csv.reader(io.StringIO(exported(document, segments, ExportKind.CSV).decode("utf-8-sig"))))
    assert cells[1][:2] == ["\t=1+1。", "\t=1+1 is two."], "no spreadsheet takes it for a formula"


@given(
    st.lists(
        st.tuples(st.sampled_from(["一。", "“二”，\n三。", "@x。"]), st.text('ab,"\t\n=-+ .', max_size=8)), min_size=1
    )
)
def test_any_pairs_come_back_from_our_tables(pairs):
    project = read_pasted("一。", "One.", TERMS).project
    (document,) = project.documents
    (segment,) = project.segments[document.id]
    segments = [replace(segment, source=zh, target=f"x{en}") for zh, en in pairs]
    for kind in (ExportKind.TSV, ExportKind.CSV):
        table = csv_table.read(exported(document, segments, kind), f"a.{kind.value}")
        assert [(row.source, row.target) for row in table.rows] == [(zh, f"x{en}") for zh, en in pairs]


def test_another_kind_of_file_has_the_text_alone(tmp_path):
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    document, segments = read(tmp_path / "a.html")
    text = exported(document, segments, ExportKind.TEXT).decode()
    assert text == "The\xa0Bridge\nMayor Deng Qunze came & spoke.\nAll left.\n"
    (tmp_path / "b.txt").write_text("A <b>bold</b> mayor & co.", "utf-8")
    document, segments = read(tmp_path / "b.txt")
    page = exported(document, segments, ExportKind.HTML).decode()
    assert "<p>A &lt;b&gt;bold&lt;/b&gt; mayor &amp; co.</p>" in page


def test_text_for_the_clipboard(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    document, segments = read(tmp_path / "a.txt")
    assert document_text(document, segments) == ("The Bridge\nMayor Deng Qunze came.  He spoke.\nAll left at noon.")
    project = read_pasted("一。二。\n三。", "One. Two.\nThree.", TERMS).project
    (document,) = project.documents
    pair = project.segments[document.id]
    assert document_text(document, pair, source=True) == "一。二。\n三。"


def test_findings_name_their_place_and_run_no_formula(tmp_path):
    (tmp_path / "a.txt").write_text("One.\nThe mayor =SUM(1) came.", "utf-8")
    document, segments = read(tmp_path / "a.txt")

    def issue(part: FixPart = FixPart.TARGET) -> Issue:
        return Issue(
            "name-misspelt",
            Level.ERROR,
            Severity.MAJOR,
            Mqm.WRONG_TERM,
            document.id,
            segments[1].id,
            Span(4, 9) if part is FixPart.TARGET else Span(0, 0),
            None,
            say("-wrong {x}", "错", x=1),
            expected=("=cmd|x",),
            part=part,
        )

    data = findings_csv([document], {document.id: segments}, [issue(), issue(FixPart.SEPARATOR)])
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert str(tmp_path / "a.txt") in rows[1][0]
    assert {"2", "5"} <= set(rows[1]), "line and column"
    flat = [cell for row in rows for cell in row]
    assert not any(cell.startswith(("=", "-", "+", "@")) for cell in flat)
    assert any("=cmd|x" in cell for cell in flat)
    chinese = findings_csv([document], {document.id: segments}, [issue()], "zh").decode("utf-8-sig")
    assert "错" in chinese
