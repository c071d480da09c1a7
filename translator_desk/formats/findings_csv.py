"""The list of findings as a table that a spreadsheet opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from translator_desk.formats.formula_guard import OURS
from translator_desk.formats.handlers.csv_table import new_table
from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.segment import Place, Segment
from translator_desk.wording import Wording

FINDINGS = f"{OURS}findings/1"
_HEADINGS = (
    Wording("file", "文件"),
    Wording("segment", "句段"),
    Wording("line", "行"),
    Wording("column", "列"),
    Wording("level", "级别"),
    Wording("check", "检查项"),
    Wording("words", "译文词语"),
    Wording("source words", "原文词语"),
    Wording("what is wrong", "问题"),
    Wording("why", "依据"),
    Wording("expected", "应为"),
    Wording("target", "译文"),
    Wording("source", "原文"),
    Wording("fingerprint", "标识"),
)


class Finding(NamedTuple):
    """One finding with what the table says about its place.

    Attributes:
        file: The file, as the person knows it.
        number: Number of the segment in its document, from 1.
        place: Where the words stand in the file, or None.
        segment: The segment.
        issue: The finding.
    """

    file: str
    number: int
    place: Place | None
    segment: Segment
    issue: Issue


def findings_table(findings: Sequence[Finding], language: str = "en") -> bytes:
    """Return the table: UTF-8 with a byte order mark, CRLF, guarded against formulas, its kind in the last heading."""
    return new_table(
        [heading.of(language) for heading in _HEADINGS],
        ([*_cells(finding, language)] for finding in findings),
        ",",
        FINDINGS,
    )


def _cells(finding: Finding, language: str) -> tuple[str, ...]:
    issue, segment = finding.issue, finding.segment
    side = segment.separator if issue.part is FixPart.SEPARATOR else segment.target
    return (
        finding.file,
        str(finding.number),
        str(finding.place.line) if finding.place else "",
        str(finding.place.column) if finding.place else "",
        str(issue.level),
        str(issue.check),
        issue.target.of(side) if issue.target else "",
        issue.source.of(segment.source) if issue.source else "",
        issue.message.render(language),
        "\n".join(one.render(language) for one in issue.evidence),
        " | ".join(issue.expected),
        segment.target,
        segment.source,
        issue.fingerprint,
    )
