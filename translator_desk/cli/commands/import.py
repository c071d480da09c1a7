"""``translator-desk import FILE… --project P.desk``: texts taken into a project."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from translator_desk.app.documents import InputOptions
from translator_desk.app.headless import at_work, person_named, take_in
from translator_desk.app.paths import Paths
from translator_desk.wording import Wording

HELP = "Take files or folders into a project; the project is made where it is missing."

_ADDED = Wording("{id}: {title}, {segments} segments", "{id}：{title}，{segments} 个句段")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    parser.add_argument("inputs", nargs="+", metavar="FILE", help="files or folders; pairs are found by their names")
    parser.add_argument("--project", metavar="PROJECT", required=True, help="the project file (.desk), closed")
    parser.add_argument("--aligned", action="store_true", help="line n of the Chinese belongs to line n of the English")
    parser.add_argument("--person", metavar="NAME", default="", help="who does it, for the record")


def run(arguments: argparse.Namespace) -> int:
    """Add the files and print one line for each new document."""
    paths = Paths.of_user()
    options = InputOptions(tuple(arguments.inputs), aligned=arguments.aligned)
    with at_work(Path(arguments.project), paths, person_named(paths, arguments.person), make=True) as work:
        added, told = take_in(work, options)
    for warning in (*work.loaded.warnings(), *told):
        sys.stderr.write(f"{warning.render(arguments.lang)}\n")
    for key in added:
        title, segments = work.state.documents[key].title, len(work.state.order[key])
        sys.stdout.write(_ADDED.of(arguments.lang).format(id=key, title=title, segments=segments) + "\n")
    return 0
