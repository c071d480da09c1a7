"""``translator-desk salvage P.desk``: what can be read of a damaged project, as texts and tables."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from translator_desk.app.salvage import salvage

HELP = "Write what can be read of a damaged project as plain texts and tables, with a report of what was lost."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    parser.add_argument("project", metavar="PROJECT", help="the project file (.desk); it is left as it is")
    parser.add_argument(
        "--to", metavar="FOLDER", help="where the new folder shall stand; beside the project by default"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the texts and print what was lost."""
    written = salvage(Path(arguments.project), Path(arguments.to) if arguments.to else None, arguments.lang)
    for one in (written.sentence(), *written.report):
        sys.stdout.write(one.render(arguments.lang) + "\n")
    return 0
