"""``translator-desk glossary``: lint, impact, export, import and where, for terminology editors."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from translator_desk import __version__
from translator_desk.app.documents import InputOptions, read_inputs
from translator_desk.app.glossary_exchange import give_out, take_in, write_taken
from translator_desk.app.glossary_impact import impact_of
from translator_desk.app.glossary_lint import Finding, lint_files, mend_files
from translator_desk.app.paths import Paths
from translator_desk.app.report import document_by_id, place_of
from translator_desk.app.term_bases import read_term_base
from translator_desk.checks.base import CheckContext
from translator_desk.checks.engine import check_all
from translator_desk.errors import InputError, RefusedError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.formats.terms.base import Loss
from translator_desk.formats.terms.registry import term_format, term_formats
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.where_used import where_used
from translator_desk.model.issue import Issue
from translator_desk.model.project import Project
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.resources import shipped_glossaries
from translator_desk.wording import Wording, say

HELP = "Look after term bases: lint, impact, export, import, where."
_SARIF_LEVEL = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_LINTED = Wording(
    "{count} problems, {mendable} of them mended by --fix", "共 {count} 个问题，其中 {mendable} 个可用 --fix 修复"
)
_TAKEN = Wording(
    "{added} added, {changed} changed, {unchanged} as they were", "新增 {added}，更改 {changed}，未变 {unchanged}"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, text: str) -> argparse.ArgumentParser:
        made = actions.add_parser(name, help=text, description=text)
        made.add_argument("--lang", choices=("en", "zh"), default=argparse.SUPPRESS, help="language of the messages")
        return made

    def with_layers(made: argparse.ArgumentParser) -> None:
        made.add_argument("--no-default-glossary", action="store_true", help="leave the shipped term bases out")

    lint = action("lint", "Say what is wrong with term bases, with line and column; exit 1 where something is.")
    lint.add_argument("paths", nargs="+", metavar="PATH", help="term files and folders")
    lint.add_argument("--format", choices=("text", "json", "sarif"), default="text", help="form of the answer")
    lint.add_argument("--used-in", nargs="+", default=[], metavar="INPUT", help="texts; tell entries they never need")
    lint.add_argument("--fix", action="store_true", help="mend what is certain; the old version stays as .bak")
    with_layers(lint)
    impact = action("impact", "Say which flags appear and vanish when one term base takes the place of another.")
    impact.add_argument("old", metavar="OLD", help="term file or folder as it was")
    impact.add_argument("new", metavar="NEW", help="term file or folder as it is to be")
    impact.add_argument("inputs", nargs="+", metavar="INPUT", help="files or folders to check")
    impact.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")
    with_layers(impact)
    export = action("export", "Write term bases for another program; say what it cannot hold.")
    export.add_argument("paths", nargs="+", metavar="PATH", help="term files and folders")
    export.add_argument("--format", choices=[one.id for one in term_formats()], required=True, help="form of the file")
    export.add_argument("--output", metavar="FILE", help="write there instead of printing")
    take = action("import", "Take another program's terms into a term file; say what it cannot hold.")
    take.add_argument("file", metavar="FILE", help="a TBX, CSV, TSV, XLSX or OmegaT file")
    take.add_argument("--into", metavar="PATH", required=True, help="the term file; made where there is none")
    take.add_argument(
        "--format", choices=[one.id for one in term_formats()], help="form of the file, if not by its name"
    )
    take.add_argument("--dry-run", action="store_true", help="write nothing, only say what would come")
    where = action("where", "Show where an entry stands in texts, and the flags it raises there.")
    where.add_argument("id", metavar="ID", help="id of the entry")
    where.add_argument("inputs", nargs="+", metavar="INPUT", help="files or folders")
    where.add_argument("--glossary", action="append", default=[], metavar="PATH", help="term base, file or folder")
    where.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")
    with_layers(where)


def run(arguments: argparse.Namespace) -> int:
    """Do one of the actions."""
    actions = {"lint": _lint, "impact": _impact, "export": _export, "import": _import, "where": _where}
    return actions[arguments.action](arguments)


def _lint(arguments: argparse.Namespace) -> int:
    paths = [Path(one) for one in arguments.paths]
    for path in paths:
        if not path.exists():
            raise InputError(
                path, say("is not there; give a term file or a folder of them", "不存在；请指定术语文件或其文件夹")
            )
    shipped = None if arguments.no_default_glossary else shipped_glossaries()
    if shipped is not None and any(shipped == path or shipped in path.parents for path in map(Path.resolve, paths)):
        shipped = None  # the shipped files themselves: nothing stands below them
    texts = None
    if arguments.used_in:
        project = read_inputs(InputOptions(tuple(arguments.used_in)), read_term_base(None)).project
        texts = [segment.source for group in project.segments.values() for segment in group]
    if arguments.fix:
        mend_files(paths, shipped)
    findings = lint_files(paths, shipped, None, texts)
    sys.stdout.write(
        {"text": _lint_text, "json": _lint_json, "sarif": _lint_sarif}[arguments.format](findings, arguments.lang)
    )
    return int(bool(findings))


def _lint_text(findings: Sequence[Finding], language: str) -> str:
    lines = [
        f"{_place(one.file, one.line, one.column)}: {one.level.value} {one.code}: {one.message.render(language)}"
        for one in findings
    ]
    lines.append(_LINTED.of(language).format(count=len(findings), mendable=sum(one.mendable for one in findings)))
    return "\n".join(lines) + "\n"


def _place(file: str, line: int, column: int) -> str:
    return ":".join(str(part) for part in (file, line, column) if part)


def _lint_json(findings: Sequence[Finding], language: str) -> str:
    said = [
        {
            "file": one.file,
            "line": one.line or None,
            "column": one.column or None,
            "level": one.level.value,
            "code": one.code,
            "entry": one.entry or None,
            "field": one.field or None,
            "message": one.message.render(language),
            "mendable": one.mendable,
        }
        for one in findings
    ]
    return _json({"schema": "translator-desk/glossary-lint/1", "ok": True, "problems": said})


def _lint_sarif(findings: Sequence[Finding], language: str) -> str:
    codes = sorted({one.code for one in findings})
    results = [
        {
            "ruleId": one.code,
            "level": _SARIF_LEVEL[one.level],
            "message": {"text": one.message.render(language)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": one.file},
                        **({"region": {"startLine": one.line, "startColumn": one.column or 1}} if one.line else {}),
                    }
                }
            ],
        }
        for one in findings
    ]
    tool = {"driver": {"name": "translator-desk", "version": __version__, "rules": [{"id": code} for code in codes]}}
    log = {"tool": tool, "columnKind": "unicodeCodePoints", "results": results}
    return _json({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [log]})


def _impact(arguments: argparse.Namespace) -> int:
    default = not arguments.no_default_glossary
    paths = Paths.of_user() if default else None
    old, new = (read_term_base(paths, [Path(one)], shipped=default) for one in (arguments.old, arguments.new))
    project = _project(arguments.inputs, old, arguments.lang)
    run = check_all(project, CheckContext(old))
    impact = impact_of(run, new)
    assert impact is not None  # nobody stops it
    if arguments.format == "json":
        said = {
            name: [_issue(one, project, arguments.lang) for one in issues]
            for name, issues in (("appears", impact.appears), ("vanishes", impact.vanishes))
        }
        sys.stdout.write(_json({"schema": "translator-desk/glossary-impact/1", "ok": True, **said}))
    else:
        lines = [impact.message.render(arguments.lang)]
        for sign, issues in (("+", impact.appears), ("-", impact.vanishes)):
            lines += (f"{sign} {_line(one, project, arguments.lang)}" for one in issues)
        sys.stdout.write("\n".join(lines) + "\n")
    return int(bool(impact.appears or impact.vanishes))


def _project(inputs: Iterable[str], term_base: TermBase, language: str) -> Project:
    read = read_inputs(InputOptions(tuple(inputs)), term_base)
    for warning in read.warnings:
        sys.stderr.write(f"{warning.render(language)}\n")
    return read.project


def _line(issue: Issue, project: Project, language: str) -> str:
    segment = _segment(issue, project)
    message = " ".join(issue.message.render(language).split())
    offset = issue.target.start if issue.target else 0
    return f"{_file_place(segment, offset, project)}: {issue.level.value} {issue.check}: {message}"


def _segment(issue: Issue, project: Project) -> Segment:
    return next(one for one in project.segments[issue.document] if one.id == issue.segment)


def _file_place(segment: Segment, offset: int, project: Project) -> str:
    document = document_by_id(project, segment.document)
    place = place_of(segment.target_place, segment.target, offset)
    path = document.target_path or document.id
    return f"{path}:{place.line}:{place.column}" if place else path


def _issue(issue: Issue, project: Project, language: str) -> dict[str, object]:
    segment = _segment(issue, project)
    return {
        "check": issue.check,
        "level": issue.level.value,
        "document": issue.document,
        "place": _file_place(segment, issue.target.start if issue.target else 0, project),
        "words": issue.target.of(segment.target) if issue.target else "",
        "message": issue.message.render(language),
        "entry": issue.entry or None,
        "fingerprint": issue.fingerprint,
    }


def _export(arguments: argparse.Namespace) -> int:
    made = term_format(arguments.format)
    written = give_out([Path(one) for one in arguments.paths], made)
    if arguments.output:
        atomic_write(arguments.output, written.data)
    elif made.id == "xlsx":
        raise RefusedError(
            say("A workbook cannot be printed; name a file with --output.", "工作簿无法打印；请用 --output 指定文件。")
        )
    else:
        sys.stdout.write(written.data.decode("utf-8"))
    _tell(written.losses, arguments.lang)
    return 0


def _import(arguments: argparse.Namespace) -> int:
    made = term_format(arguments.format) if arguments.format else None
    taken = take_in(Path(arguments.file), Path(arguments.into), made)
    if not arguments.dry_run:
        write_taken(taken)
    counts = {"added": len(taken.added), "changed": len(taken.changed), "unchanged": taken.unchanged}
    sys.stdout.write(_TAKEN.of(arguments.lang).format(**counts) + "\n")
    _tell(taken.losses, arguments.lang)
    return 0


def _tell(losses: Iterable[Loss], language: str) -> None:
    for loss in losses:
        sys.stderr.write(f"{loss.message.render(language)}\n")


def _where(arguments: argparse.Namespace) -> int:
    default = not arguments.no_default_glossary
    term_base = read_term_base(
        Paths.of_user() if default else None, [Path(one) for one in arguments.glossary], shipped=default
    )
    entry = term_base.entry(arguments.id)
    if entry is None:
        raise RefusedError(
            say(
                "There is no entry “{id}” in the term bases in force.",
                "现用术语库中没有词条“{id}”。",
                id=arguments.id,
            )
        )
    project = _project(arguments.inputs, term_base, arguments.lang)
    segments = [segment for group in project.segments.values() for segment in group]
    used = where_used(term_base, ((segment, segment.source) for segment in segments)).get(entry.id, ())
    run = check_all(project, CheckContext(term_base))
    flags = {segment.id: [one for one in run.issues(segment.id) if one.entry == entry.id] for segment in segments}
    found = [one for one in segments if one in used or flags[one.id]]
    if arguments.format == "json":
        said = [
            {
                "place": _file_place(one, 0, project),
                "source": one.source,
                "target": one.target,
                "issues": [_issue(issue, project, arguments.lang) for issue in flags[one.id]],
            }
            for one in found
        ]
        sys.stdout.write(_json({"schema": "translator-desk/glossary-where/1", "ok": True, "places": said}))
    else:
        for one in found:
            sys.stdout.write(f"{_file_place(one, 0, project)}: {one.source} | {one.target}\n")
            sys.stdout.writelines(f"    {_line(issue, project, arguments.lang)}\n" for issue in flags[one.id])
    return 0


def _json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"
