"""A report on paper: every segment whole on one page, the head of the record on all of them."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from itertools import pairwise

import pytest
from PySide6.QtGui import QPageSize, QPdfWriter

from translator_desk.app.redline_report import Imprint, Report
from translator_desk.ui.paper import Paper, a4, as_pdf

HEAD = "ab12" * 16
IMPRINT = Imprint(HEAD, dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC), "Chen")
CHINESE = "衡阳市委副书记、市长邓群策强调，要把各项工作落到实处。"
ENGLISH = 'Deng <del title="Li">Qunze</del><ins title="Li">Qunce</ins>, mayor of Hengyang, &lt;spoke&gt; at length. '


def report(rows, nothing="Nothing."):
    facts, heads = ("Stage", f"History up to {HEAD}"), ("No.", "Chinese", "English")
    return Report("Redline of news", facts, heads, tuple(rows), (5, 38, 57), nothing, IMPRINT)


def rows(count, times=1):
    return [(str(number), CHINESE * times, ENGLISH * times) for number in range(1, count + 1)]


@pytest.fixture
def laid_out(qapp, tmp_path):
    devices = []

    def laid_out(made):
        device = QPdfWriter(str(tmp_path / "x.pdf"))
        device.setPageLayout(a4())
        devices.append(device)
        return Paper(made, device)

    return laid_out


def pages_of(pdf):
    return len(re.findall(rb"/Type /Page\b", pdf))


@pytest.mark.parametrize("times", [1, 3, 7])
def test_no_segment_goes_over_a_page_and_none_is_lost(laid_out, times):
    paper = laid_out(report(rows(40, times)))
    assert len(paper.pages) > 1
    for page in paper.pages:
        assert all(not any(strip.begin) for strip in page)
        assert all(strip.end == tuple(cell.size().height() for cell in strip.cells) for strip in page)
        assert sum(strip.height for strip in page) < paper._room
    words = "\n".join(paper.page_text(number) for number in range(1, len(paper.pages) + 1))
    assert re.findall(r"^\d+$", words, re.MULTILINE) == [str(number) for number in range(1, 41)]
    assert words.count("Deng QunzeQunce, mayor of Hengyang, <spoke> at length.") == 40 * times


def test_a_segment_higher_than_a_page_goes_on_line_by_line(laid_out):
    paper = laid_out(report([*rows(1), ("2", CHINESE * 150, ENGLISH * 150), ("3", "三。", "Three.")]))
    strips = [strip for page in paper.pages for strip in page if strip.cells[0].toPlainText() == "2"]
    assert len(strips) > 2
    # What one page ends with the next one begins with, and all of it is there.
    assert not any(strips[0].begin)
    for one, following in pairwise(strips):
        assert one.end == following.begin
    assert strips[-1].end == tuple(cell.size().height() for cell in strips[-1].cells)
    assert all(strip.height <= paper._room for strip in strips)
    assert "Three." in paper.page_text(len(paper.pages))


def test_a_report_without_rows_says_so_on_one_page(laid_out):
    paper = laid_out(report((), "Nobody changed anything."))
    assert paper.pages == ((),)
    assert "Nobody changed anything." in paper._top.toPlainText()


def test_the_file_has_the_pages_and_the_fonts_in_it(qapp, laid_out):
    made = report(rows(30, 3))
    pdf = as_pdf(made)
    assert pdf.startswith(b"%PDF-")
    assert pages_of(pdf) == len(laid_out(made).pages) > 1
    assert b"/FontFile2" in pdf
    width, height = (float(one) for one in re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", pdf).groups())
    a4_points = QPageSize(QPageSize.PageSizeId.A4).sizePoints()
    assert (round(width), round(height)) == (a4_points.width(), a4_points.height())


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no independent reader of PDF here")
def test_another_program_reads_the_head_on_every_page(qapp, tmp_path):
    (tmp_path / "a.pdf").write_bytes(as_pdf(report(rows(30, 3))))
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "a.pdf", "-"], capture_output=True, check=True, timeout=60
    ).stdout.decode("utf-8")
    pages = text.rstrip("\f").split("\f")
    assert all(HEAD in page and "2026-11-25" in page and "Redline of news" in page for page in pages)
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert "邓群策" in text
