"""Findings on paper: lines that editors can jump from, JSON, JUnit, SARIF and one self-contained page."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from translator_desk import __version__
from translator_desk.app.html_page import html_page
from translator_desk.app.report import Report, as_json, document_by_id, place_of, target_span_in_text
from translator_desk.checks.registry import all_checks
from translator_desk.model.issue import Issue
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.wording import Wording

_SARIF_LEVEL = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_EXPECTED = Wording(" [expected {words}]", "［应为 {words}］")
_NOT_RUN = Wording("not run: {check} ({reason}) on {documents}", "未运行：{check}（{reason}），涉及 {documents}")
_SUMMARY = Wording(
    "Segments: {segments}. Errors: {error}, warnings: {warning}, notes: {info}, ignored: {ignored}",
    "共 {segments} 个句段：错误 {error}，警告 {warning}，提示 {info}，已忽略 {ignored}",
)


def as_text(report: Report, language: str) -> str:
    """Return one line an issue, ``path:line:column: level check: message [expected …]``, then what was not run."""
    places = _Places(report)
    lines = []
    for issue in report.issues:
        expected = _EXPECTED.of(language).format(words=" / ".join(issue.expected)) if issue.expected else ""
        message = " ".join(issue.message.render(language).split())
        lines.append(f"{places.of(issue)}: {issue.level.value} {issue.check}: {message}{expected}")
    lines += _not_run_lines(report, language)
    lines.append(_SUMMARY.of(language).format(**_counts(report)))
    return "\n".join(lines) + "\n"


def _counts(report: Report) -> dict[str, int]:
    counts = {level.value: report.count(level) for level in Level}
    return {
        **counts,
        "segments": sum(len(group) for group in report.project.segments.values()),
        "ignored": report.ignored,
    }


def _not_run_lines(report: Report, language: str) -> list[str]:
    """Return one line for each check and reason; documents are named where it is not all of them."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for one in report.not_run:
        grouped.setdefault((one.reason.render(language), one.check), []).append(one.document)
    by_reason: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (reason, check), documents in grouped.items():
        by_reason.setdefault((reason, tuple(documents)), []).append(check)
    return [
        _NOT_RUN.of(language).format(check=", ".join(checks), reason=reason, documents=", ".join(documents))
        for (reason, documents), checks in by_reason.items()
    ]


class _Places:
    """Where issues stand in the files they came from."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._segments: Mapping[int, tuple[int, Segment]] = {
            one.id: (number, one) for group in report.project.segments.values() for number, one in enumerate(group, 1)
        }

    def line_and_column(self, issue: Issue) -> tuple[int | None, int | None]:
        """Return line and column of the target words, None where the text was in no file with lines."""
        _, segment = self._segments[issue.segment]
        span = target_span_in_text(issue, segment)
        place = place_of(segment.target_place, segment.target, span.start if span else 0)
        return (place.line, place.column) if place else (None, None)

    def number(self, issue: Issue) -> int:
        """Return the number of the issue's segment in its document."""
        return self._segments[issue.segment][0]

    def path(self, issue: Issue) -> str:
        """Return the file of the target, or the document's id for pasted text."""
        return document_by_id(self._report.project, issue.document).target_path or issue.document

    def words(self, issue: Issue) -> str:
        """Return the target words concerned."""
        _, segment = self._segments[issue.segment]
        span = target_span_in_text(issue, segment)
        return span.of(segment.target) if span else ""

    def of(self, issue: Issue) -> str:
        """Return ``path:line:column``, or ``path:#segment`` where there are no lines."""
        line, column = self.line_and_column(issue)
        return f"{self.path(issue)}:{line}:{column}" if line else f"{self.path(issue)}:#{self.number(issue)}"


def as_json_text(report: Report, language: str) -> str:
    """Return the report as one JSON object."""
    return json.dumps(as_json(report, language), ensure_ascii=False, indent=1) + "\n"


def as_junit(report: Report, language: str) -> str:
    """Return a JUnit file: a test case for each document, a failure for each issue at warning or error."""
    places = _Places(report)
    out = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="translator-desk">']
    for document in report.project.documents:
        issues = [one for one in report.issues if one.document == document.id]
        failures = [one for one in issues if one.level is not Level.INFO]
        skipped = [one for one in report.not_run if one.document == document.id]
        cases = len(failures) + len(skipped) or 1
        out.append(
            f"<testsuite name={quoteattr(document.id)} tests={quoteattr(str(cases))} "
            f"failures={quoteattr(str(len(failures)))} skipped={quoteattr(str(len(skipped)))}>"
        )
        if not failures and not skipped:
            out.append(f"<testcase classname={quoteattr(document.id)} name={quoteattr('clean')}/>")
        for issue in failures:
            name = f"{issue.check} {places.of(issue)}"
            message = issue.message.render(language)
            out.append(
                f"<testcase classname={quoteattr(document.id)} name={quoteattr(_xml(name))}>"
                f"<failure type={quoteattr(issue.level.value)} message={quoteattr(_xml(message))}>"
                f"{escape(_xml(places.words(issue)))}</failure></testcase>"
            )
        for one in skipped:
            reason = quoteattr(_xml(one.reason.render(language)))
            out.append(
                f"<testcase classname={quoteattr(document.id)} name={quoteattr(one.check)}>"
                f"<skipped message={reason}/></testcase>"
            )
        out.append("</testsuite>")
    out.append("</testsuites>")
    return "\n".join(out) + "\n"


def _xml(text: str) -> str:
    """Return the text without the signs that XML 1.0 cannot hold."""
    return "".join(ch for ch in text if ch in "\t\n\r" or (ch >= " " and ch not in "￾￿"))


def as_sarif(report: Report, language: str) -> str:
    """Return a SARIF 2.1.0 log, as code hosts and editors read it."""
    places = _Places(report)
    checks = all_checks()
    index = {check.id: number for number, check in enumerate(checks)}
    rules = [
        {
            "id": check.id,
            "shortDescription": {"text": check.title.of(language)},
            "fullDescription": {"text": check.explanation.of(language)},
            "defaultConfiguration": {"level": _SARIF_LEVEL[check.level]},
            "properties": {"mqm": check.mqm.value},
        }
        for check in checks
    ]
    results = []
    for issue in report.issues:
        line, column = places.line_and_column(issue)
        words = places.words(issue)
        region = {"startLine": line, "startColumn": column, "endColumn": column + len(words)} if line and column else {}
        results.append(
            {
                "ruleId": issue.check,
                "ruleIndex": index[issue.check],
                "level": _SARIF_LEVEL[issue.level],
                "message": {"text": issue.message.render(language)},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": quote(Path(places.path(issue)).as_posix())},
                            **({"region": region} if region else {}),
                        }
                    }
                ],
                "partialFingerprints": {"translatorDesk/1": issue.fingerprint},
            }
        )
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "translator-desk", "version": __version__, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


_STYLE = """.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
td.level { width: 8rem; } td.text { width: 37%; } td.expected { width: 16%; }"""
_LEVELS = {
    Level.ERROR: Wording("error", "错误"),
    Level.WARNING: Wording("warning", "警告"),
    Level.INFO: Wording("info", "提示"),
}
_COLUMNS = (
    Wording("No.", "序号"),
    Wording("Check", "检查"),
    Wording("Text", "文本"),
    Wording("What is wrong, and why", "问题与依据"),
    Wording("Expected", "应为"),
)
_HEAD = Wording("History up to {head}", "历史记录截至 {head}")


def as_html(report: Report, language: str) -> str:
    """Return one page that needs nothing else: every issue with its sentence, why, and what is expected."""
    places = _Places(report)
    parts: list[str] = []
    heads = "".join(f"<th>{html.escape(one.of(language))}</th>" for one in _COLUMNS)
    segments = {one.id: one for group in report.project.segments.values() for one in group}
    for document in report.project.documents:
        issues = [one for one in report.issues if one.document == document.id]
        parts.append(f"<h2>{html.escape(document.title)}</h2>")
        if not issues:
            parts.append("<p>—</p>")
            continue
        rows = "".join(_html_row(issue, places, segments[issue.segment], language) for issue in issues)
        parts.append(f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>")
    parts += [f"<p class='said'>{html.escape(line)}</p>" for line in _not_run_lines(report, language)]
    summary = _SUMMARY.of(language).format(**_counts(report))
    facts = f"<div class='facts'>{_HEAD.of(language).format(head=report.head)}</div>" if report.head else ""
    body = "\n".join((f"<h1>{html.escape(summary)}</h1>", facts, *parts))
    return html_page(f"{report.project.title}: {summary}".removeprefix(": "), body, language=language, style=_STYLE)


def _html_row(issue: Issue, places: _Places, segment: Segment, language: str) -> str:
    span = target_span_in_text(issue, segment)
    text = html.escape(segment.target)
    if span is not None:
        before, words, after = segment.target[: span.start], span.of(segment.target), segment.target[span.end :]
        text = f"{html.escape(before)}<mark>{html.escape(words)}</mark>{html.escape(after)}"
    why = "".join(f"<div class='said'>{html.escape(one.render(language))}</div>" for one in issue.evidence)
    expected = html.escape(" / ".join(issue.expected))
    return (
        f"<tr><td class='number'>{places.number(issue)}</td>"
        f"<td class='level {issue.level.value}'>{_LEVELS[issue.level].of(language)}<br>{html.escape(issue.check)}</td>"
        f"<td class='text'>{html.escape(segment.source)}<br>{text}</td>"
        f"<td>{html.escape(issue.message.render(language))}{why}</td><td class='expected'>{expected}</td></tr>"
    )


WRITERS: Mapping[str, Callable[[Report, str], str]] = {
    "text": as_text,
    "json": as_json_text,
    "junit": as_junit,
    "sarif": as_sarif,
    "html": as_html,
}
"""The forms ``check --format`` can take."""
