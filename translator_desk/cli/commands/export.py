"""``translator-desk export P.desk``: the documents of a project as files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from translator_desk.app.export_plan import PlannedFile, plan_exports, write_exports
from translator_desk.app.exports import ExportKind
from translator_desk.app.headless import AtWork, at_work, chosen_documents, give_out, looked_at, person_named
from translator_desk.app.paths import Paths
from translator_desk.errors import InputError
from translator_desk.wording import say

HELP = "Write documents of a project as files; a clean text only when it is ready, or for a reason."

ENDING = "-corrected"
"""As in the window: in a folder, the file that a text was read from is not written over."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    parser.add_argument("project", metavar="PROJECT", help="the project file (.desk); closed, but for a working copy")
    parser.add_argument(
        "--document", action="append", default=[], metavar="ID", help="write this one only; may be repeated"
    )
    parser.add_argument(
        "--format",
        choices=tuple(ExportKind),
        default=ExportKind.FILE,
        help="what is written; “file” as it was read, “working” a table of both texts with changes marked",
    )
    parser.add_argument("--output", metavar="FILE|FOLDER", required=True, help="a folder, or a file for one document")
    parser.add_argument("--reason", metavar="WHY", default="", help="write it although it is not ready; is recorded")
    parser.add_argument("--person", metavar="NAME", default="", help="who does it, for the record")


def run(arguments: argparse.Namespace) -> int:
    """Write the files and print their names."""
    paths, kind, project = Paths.of_user(), ExportKind(arguments.format), Path(arguments.project)
    if kind.is_clean:
        with at_work(project, paths, person_named(paths, arguments.person)) as work:
            planned = _planned(work, arguments, kind)
            give_out(work, planned, arguments.reason)
    else:
        with looked_at(project, paths) as work:
            planned = _planned(work, arguments, kind)
            write_exports(work.state, planned)
    for one in planned:
        sys.stdout.write(f"{one.path}\n")
    return 0


def _planned(work: AtWork, arguments: argparse.Namespace, kind: ExportKind) -> tuple[PlannedFile, ...]:
    documents = chosen_documents(work, arguments.document)
    to = Path(arguments.output)
    if to.is_dir() or not to.suffix:
        return plan_exports(work.state, documents, kind, to, ENDING)
    if len(documents) > 1:
        raise InputError(
            arguments.output,
            say(
                "{count} documents do not go into one file: name a folder, or one --document",
                "{count} 篇文档不能写入同一文件：请指定文件夹，或用 --document 指定一篇",
                count=len(documents),
            ),
        )
    return tuple(PlannedFile(one, kind, to, to.exists(), is_original=False) for one in documents)
