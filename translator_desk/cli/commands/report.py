"""``translator-desk report P.desk``: a page of the findings, or of what the record tells."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from translator_desk.app.clock import SystemClock
from translator_desk.app.headless import AtWork, chosen_documents, looked_at
from translator_desk.app.paths import Paths
from translator_desk.app.record import Record, changes_in, digest_in, point_name
from translator_desk.app.redline_report import (
    Imprint,
    Report,
    as_page,
    changes_report,
    digest_report,
    redline_report,
)
from translator_desk.app.report import make_report
from translator_desk.app.settings import load_settings
from translator_desk.checks.base import CheckOptions
from translator_desk.cli.output import as_html
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.model.document import Document
from translator_desk.review.history import Since

HELP = "Write one web page about a project, with the hash of its history: findings, redline, changes or digest."
KINDS = ("findings", "redline", "changes", "digest")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    parser.add_argument("project", metavar="PROJECT", help="the project file (.desk); it may be open in the window")
    parser.add_argument("--output", metavar="FILE", required=True, help="the page")
    parser.add_argument(
        "--kind",
        choices=KINDS,
        default="findings",
        help="findings of the checks; or of each document the redline, the changes since it was handed to review, or "
        "the digest for its translator",
    )
    parser.add_argument("--document", metavar="ID", action="append", default=[], help="this document only; repeatable")


def run(arguments: argparse.Namespace) -> int:
    """Write the page."""
    paths = Paths.of_user()
    with looked_at(Path(arguments.project), paths) as work:
        page = _findings(work, arguments.lang) if arguments.kind == "findings" else _told(work, paths, arguments)
    atomic_write(arguments.output, page.encode("utf-8"))
    sys.stdout.write(f"{arguments.output}\n")
    return 0


def _findings(work: AtWork, language: str) -> str:
    project = work.loaded.recovery.project
    options = CheckOptions(profile=project.profile, levels=project.check_levels, own=work.loaded.own)
    report = make_report(project, work.loaded.term_base, options)
    return as_html(replace(report, head=work.record().head), language)


def _told(work: AtWork, paths: Paths, arguments: argparse.Namespace) -> str:
    documents = chosen_documents(work, arguments.document)
    record = work.record()
    person = load_settings(paths.settings_file)[0].person or "translator-desk"
    imprint = Imprint(record.head, SystemClock().now(), person, arguments.lang)
    return as_page(*(_report(work, work.state.documents[key], arguments.kind, record, imprint) for key in documents))


def _report(work: AtWork, document: Document, kind: str, record: Record, imprint: Imprint) -> Report:
    if kind == "redline":
        return redline_report(work.state, document, imprint)
    if kind == "changes":
        changes = changes_in(work.state, record, document.id, Since.HAND_OVER)
        return changes_report(work.state, document, changes, point_name(Since.HAND_OVER), imprint)
    translator = document.handling.handed_by or imprint.person
    entries = digest_in(work.state, record, document.id, translator)
    return digest_report(work.state, document, entries, translator, imprint)
