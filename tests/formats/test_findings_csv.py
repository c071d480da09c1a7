from __future__ import annotations

import csv
import io

from translator_desk.formats.findings_csv import FINDINGS, Finding, findings_table
from translator_desk.formats.formula_guard import guard, unguard
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.segment import Place, Segment
from translator_desk.model.severity import Level, Severity
from translator_desk.text.span import Span
from translator_desk.wording import say

SEGMENT = Segment(SegmentId(7), DocumentId("d"), 0, "邓群策到会。", '=Deng Qunze came, "late".')
ISSUE = Issue(
    check=CheckId("name-misspelt"),
    level=Level.ERROR,
    severity=Severity.CRITICAL,
    mqm=next(iter(Mqm)),
    document=DocumentId("d"),
    segment=SegmentId(7),
    target=Span(1, 11),
    source=Span(0, 3),
    message=say("the name is misspelt", "人名拼写有误"),
    evidence=(say("-5 in the glossary", "术语表"), say("more", "更多")),
    expected=("Deng Qunce", "@Deng"),
    fingerprint="abc",
)


def test_the_table_says_all_and_runs_nothing():
    data = findings_table([Finding("a.en.txt", 3, Place(4, 2), SEGMENT, ISSUE)], "en")
    assert data.startswith(b"\xef\xbb\xbf")
    heading, row = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert heading[-1] == FINDINGS
    assert dict(zip(heading, map(unguard, row), strict=True)) == {
        "file": "a.en.txt",
        "segment": "3",
        "line": "4",
        "column": "2",
        "level": "error",
        "check": "name-misspelt",
        "words": "Deng Qunze",
        "source words": "邓群策",
        "what is wrong": "the name is misspelt",
        "why": "-5 in the glossary\nmore",
        "expected": "Deng Qunce | @Deng",
        "target": '=Deng Qunze came, "late".',
        "source": "邓群策到会。",
        "fingerprint": "abc",
        FINDINGS: "",
    }
    assert row[heading.index("target")].startswith("\t=")


def test_in_chinese():
    text = findings_table([Finding("a", 1, None, SEGMENT, ISSUE)], "zh").decode("utf-8-sig")
    assert text.startswith("文件,句段,")
    assert "人名拼写有误" in text


def test_the_guard_knows_formulas_and_leaves_the_rest():
    for risky in ("=1", "+1", "-5°C", "@x", "＝1", "－5", "\t=1", " =1", "\u3000+1", "\r1", "\t"):
        assert guard(risky) == f"\t{risky}"
        assert unguard(guard(risky)) == risky
    for plain in ("", "5", "a=1", "邓", "'=1"):
        assert guard(plain) == plain == unguard(plain)
