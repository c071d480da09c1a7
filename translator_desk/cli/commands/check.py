"""``translator-desk check``: the same engine and the same findings as the window."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path

from translator_desk.app.documents import InputOptions
from translator_desk.app.paths import Paths
from translator_desk.app.project_files import SUFFIX, project_head, read_to_check
from translator_desk.app.report import make_report
from translator_desk.checks.base import CheckOptions
from translator_desk.cli.output import WRITERS
from translator_desk.errors import InputError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.model.ids import CheckId
from translator_desk.model.severity import Level
from translator_desk.wording import say

HELP = "Check translations and print what a reviser would mark."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    parser.add_argument(
        "inputs", nargs="*", metavar="INPUT", help="files or folders, several are one project; or a .desk file"
    )
    parser.add_argument("--source", metavar="ZH", help="the Chinese of one pair")
    parser.add_argument("--target", metavar="EN", help="the English of one pair")
    parser.add_argument("--aligned", action="store_true", help="line n of the Chinese belongs to line n of the English")
    parser.add_argument("--glossary", action="append", default=[], metavar="PATH", help="term base, file or folder")
    parser.add_argument("--no-default-glossary", action="store_true", help="leave the shipped term bases out")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="publication date, where a file has none")
    parser.add_argument("--only", metavar="ID,ID", default="", help="run these checks only")
    parser.add_argument("--skip", metavar="ID,ID", default="", help="leave these checks out")
    parser.add_argument("--profile", choices=("strict", "standard", "names-and-figures"), help="set of checks")
    parser.add_argument("--fail-on", choices=("info", "warning", "error"), default="warning", help="exit 1 from here")
    parser.add_argument("--format", choices=tuple(WRITERS), default="text", help="form of the answer")
    parser.add_argument("--output", metavar="FILE", help="write there instead of printing")
    parser.add_argument("--quiet", action="store_true", help="print nothing, only set the exit code")


def run(arguments: argparse.Namespace) -> int:
    """Check and print; 1 where something at or above ``--fail-on`` was found."""
    options = InputOptions(
        inputs=tuple(arguments.inputs),
        source=arguments.source,
        target=arguments.target,
        aligned=arguments.aligned,
        date=_date(arguments.date),
    )
    default = not arguments.no_default_glossary
    files = [Path(one) for one in arguments.glossary]
    read = read_to_check(options, Paths.of_user() if default else None, files, shipped=default)
    for warning in read.warnings:
        sys.stderr.write(f"{warning.render(arguments.lang)}\n")
    checks = CheckOptions(
        profile=arguments.profile or read.project.profile,
        levels=read.project.check_levels,
        only=_ids(arguments.only),
        skip=_ids(arguments.skip),
        own=read.own,
    )
    report = make_report(read.project, read.term_base, checks)
    if arguments.format == "html" and arguments.inputs and arguments.inputs[0].lower().endswith(SUFFIX):
        report = replace(report, head=project_head(arguments.inputs[0]))
    text = WRITERS[arguments.format](report, arguments.lang)
    if arguments.output:
        atomic_write(arguments.output, text.encode("utf-8"))
    elif not arguments.quiet:
        sys.stdout.write(text)
    worst = report.worst()
    return int(worst is not None and worst.rank >= Level(arguments.fail_on).rank)


def _ids(text: str) -> frozenset[CheckId]:
    return frozenset(CheckId(one.strip()) for one in text.split(",") if one.strip())


def _date(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise InputError(
            None,
            say(
                "--date {text} is not a date; write it as 2019-09-20.",
                "--date {text} 不是日期；请写成 2019-09-20 的形式。",
                text=text,
            ),
        ) from None
