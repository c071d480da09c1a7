"""Findings as one value, for the command line, for files and for programs: the headless twin of the Problems panel."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass

from translator_desk.app.whole_check import check_project
from translator_desk.checks.base import CheckContext, CheckOptions
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import FixPart, Issue, NotRun
from translator_desk.model.project import Project
from translator_desk.model.segment import Place, Segment
from translator_desk.model.severity import Level
from translator_desk.text.span import Span

SCHEMA = "translator-desk/check/1"


@dataclass(frozen=True, slots=True)
class Report:
    """What the desk found in a project.

    Attributes:
        project: The project checked.
        issues: Open issues in reading order.
        not_run: Checks that could not run, a document each.
        ignored: How many issues are dismissed.
        head: Hash at the end of the project's history (hex); "" for texts, which have none.
    """

    project: Project
    issues: tuple[Issue, ...]
    not_run: tuple[NotRun, ...]
    ignored: int
    head: str = ""

    def count(self, level: Level) -> int:
        """Return the number of open issues of a level."""
        return sum(issue.level is level for issue in self.issues)

    def worst(self) -> Level | None:
        """Return the highest level found, None where nothing was."""
        return max((issue.level for issue in self.issues), key=lambda level: level.rank, default=None)


def make_report(project: Project, term_base: TermBase, options: CheckOptions) -> Report:
    """Check a whole project at once.

    Raises:
        SettingsError: The options name a check, a level or a profile that does not exist.
    """
    gc.freeze()  # project and terms stay to the end: going through them for cycles took a third of a run
    run = check_project(project, CheckContext(term_base, project.name_decisions), options)
    return Report(
        project,
        run.all_issues(),
        tuple(one for document in project.documents for one in run.not_run(document.id)),
        run.counts()["ignored"],
    )


def place_of(start: Place | None, text: str, offset: int) -> Place | None:
    """Return where ``offset`` (code points of ``text``) stands in the file in which ``text`` began at ``start``."""
    if start is None:
        return None
    before = text[:offset]
    breaks = before.count("\n")
    if not breaks:
        return Place(start.line, start.column + offset)
    return Place(start.line + breaks, offset - before.rfind("\n"))


def as_json(report: Report, language: str) -> dict[str, object]:
    """Return the report in the form of the JSON Schema ``check.schema.json``."""
    project = report.project
    segments = {one.id: one for group in project.segments.values() for one in group}
    numbers = _numbers(project)
    return {
        "schema": SCHEMA,
        "ok": True,
        "documents": [_document_json(document, project.segments[document.id]) for document in project.documents],
        "issues": [_issue_json(issue, segments, numbers, language) for issue in report.issues],
        "not_run": [
            {"check": one.check, "document": one.document, "reason": one.reason.render(language)}
            for one in report.not_run
        ],
        "counts": {
            "segments": len(segments),
            **{level.value: report.count(level) for level in (Level.ERROR, Level.WARNING, Level.INFO)},
            "ignored": report.ignored,
        },
    }


def _numbers(project: Project) -> Mapping[SegmentId, int]:
    """Return each segment's number in its document, from 1."""
    return {one.id: number for group in project.segments.values() for number, one in enumerate(group, 1)}


def _document_json(document: Document, segments: tuple[Segment, ...]) -> dict[str, object]:
    return {
        "id": document.id,
        "source_path": document.source_path,
        "target_path": document.target_path,
        "title": document.title,
        "date": document.date.isoformat() if document.date else None,
        "segments": [
            {
                "number": number,
                "source": segment.source,
                "target": segment.target,
                "target_line": segment.target_place.line if segment.target_place else None,
                "target_column": segment.target_place.column if segment.target_place else None,
            }
            for number, segment in enumerate(segments, 1)
        ],
    }


def _span_json(span: Span | None, text: str, start: Place | None) -> dict[str, object] | None:
    if span is None:
        return None
    place = place_of(start, text, span.start)
    return {
        "start": span.start,
        "end": span.end,
        "text": span.of(text),
        "line": place.line if place else None,
        "column": place.column if place else None,
    }


def target_span_in_text(issue: Issue, segment: Segment) -> Span | None:
    """Return the issue's place in the target; a slip of the separator stands at the target's end."""
    if issue.part is FixPart.SEPARATOR:
        return Span(len(segment.target), len(segment.target))
    return issue.target


def _issue_json(
    issue: Issue, segments: Mapping[SegmentId, Segment], numbers: Mapping[SegmentId, int], language: str
) -> dict[str, object]:
    segment = segments[issue.segment]
    span = target_span_in_text(issue, segment)
    return {
        "check": issue.check,
        "severity": issue.severity.value,
        "mqm": issue.mqm.value,
        "level": issue.level.value,
        "document": issue.document,
        "segment": numbers[issue.segment],
        "target": _span_json(span, segment.target, segment.target_place),
        "source": _span_json(issue.source, segment.source, segment.source_place),
        "message": issue.message.render(language),
        "evidence": [one.render(language) for one in issue.evidence],
        "expected": list(issue.expected),
        "fixes": [_fix_json(issue, segment, fix.span, fix.replacement, fix.part) for fix in issue.fixes],
        "related": [
            {
                "document": place.document,
                "segment": numbers[place.segment],
                "start": place.span.start,
                "end": place.span.end,
            }
            for place in issue.related
            if place.segment in numbers
        ],
        "fingerprint": issue.fingerprint,
    }


def _fix_json(issue: Issue, segment: Segment, span: Span, replacement: str, part: FixPart) -> dict[str, object]:
    fix: dict[str, object] = {"start": span.start, "end": span.end, "replacement": replacement}
    # A fix of the separator counts in the separator, which follows the target.
    return fix if part is FixPart.TARGET else {**fix, "part": part.value}


def document_by_id(project: Project, document: DocumentId) -> Document:
    """Return a document of the project.

    Raises:
        KeyError: There is none of this id.
    """
    for one in project.documents:
        if one.id == document:
            return one
    raise KeyError(document)
