"""``translator-desk diff OLD NEW``: a word redline of two texts or projects."""

from __future__ import annotations

import argparse
import html
import sys

from translator_desk.app.documents import read_text
from translator_desk.app.exports import document_text
from translator_desk.app.html_page import html_page
from translator_desk.app.project_files import SUFFIX, read_project
from translator_desk.review.diff import DiffKind, DiffRun, word_diff

HELP = "Show word by word how one text became another."

_TERMINAL = {DiffKind.SAME: "{}", DiffKind.REMOVED: "\033[31;9m{}\033[0m", DiffKind.INSERTED: "\033[34;4m{}\033[0m"}
_PLAIN = {DiffKind.SAME: "{}", DiffKind.REMOVED: "[-{}-]", DiffKind.INSERTED: "{{+{}+}}"}
_HTML = {DiffKind.SAME: "{}", DiffKind.REMOVED: "<del>{}</del>", DiffKind.INSERTED: "<ins>{}</ins>"}
_STYLE = "main { white-space: pre-wrap; overflow-wrap: anywhere; }"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    parser.add_argument("old", metavar="OLD", help="the text or project before")
    parser.add_argument("new", metavar="NEW", help="the text or project after")
    parser.add_argument("--format", choices=("text", "html"), default="text", help="form of the answer")


def run(arguments: argparse.Namespace) -> int:
    """Print the redline; 0 where the texts are equal, 1 where they differ."""
    old, new = _text(arguments.old), _text(arguments.new)
    runs = word_diff(old, new)
    if arguments.format == "html":
        body = "".join(_HTML[one.kind].format(html.escape(one.text)) for one in runs)
        title = f"{arguments.old} → {arguments.new}"
        page = f"<h1>{html.escape(title)}</h1>\n<main>{body}</main>"
        sys.stdout.write(html_page(title, page, language=arguments.lang, style=_STYLE))
    else:
        sys.stdout.write(_as_text(runs, _TERMINAL if sys.stdout.isatty() else _PLAIN))
    return 0 if old == new else 1


def _text(path: str) -> str:
    """Return the text of a file, or of the English of a whole project."""
    if not path.lower().endswith(SUFFIX):
        return read_text(path)
    project, _ = read_project(path)
    texts = (document_text(one, project.segments[one.id]) for one in project.documents)
    return "\n\n".join(texts)


def _as_text(runs: tuple[DiffRun, ...], marks: dict[DiffKind, str]) -> str:
    text = "".join(marks[one.kind].format(one.text) for one in runs)
    return text if text.endswith("\n") else text + "\n"
