"""``translator-desk align``: pair the sentences or lines of two texts."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import PurePath

from translator_desk.app.documents import read_file
from translator_desk.app.paths import Paths
from translator_desk.app.term_bases import read_term_base
from translator_desk.app.unit_alignment import Alignment, align_files
from translator_desk.errors import InputError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.formats.base import TableFile, TextFile
from translator_desk.formats.pairs_xml import Pair, as_tmx, as_xliff
from translator_desk.text.align import Bead
from translator_desk.wording import say

HELP = "Pair the sentences of a Chinese text and its translation."
SCHEMA = "translator-desk/align/1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    parser.add_argument("--source", metavar="ZH", required=True, help="the Chinese")
    parser.add_argument("--target", metavar="EN", required=True, help="the English")
    parser.add_argument("--unit", choices=("line", "sentence"), default="sentence", help="what is paired")
    parser.add_argument("--format", choices=("tsv", "json", "xliff", "tmx"), default="tsv", help="form of the answer")
    parser.add_argument("--output", metavar="FILE", help="write there instead of printing")


def run(arguments: argparse.Namespace) -> int:
    """Print the pairs; always 0 when it could run."""
    by_line = arguments.unit == "line"
    files = [_text(path, by_line) for path in (arguments.source, arguments.target)]
    found = align_files(files[0], files[1], read_term_base(Paths.of_user()), by_line=by_line)
    content = _written(found, arguments)
    if arguments.output:
        atomic_write(arguments.output, content)
    else:
        sys.stdout.write(content.decode("utf-8"))
    return 0


def _written(found: Alignment, arguments: argparse.Namespace) -> bytes:
    """Return the pairs in the form asked for, in UTF-8."""
    if arguments.format == "json":
        return _json(found).encode("utf-8")
    pairs = [_pair(found, bead) for bead in found.beads]
    if arguments.format == "xliff":
        return as_xliff(pairs, PurePath(arguments.source).name)
    if arguments.format == "tmx":
        return as_tmx(pairs, segments="paragraph" if arguments.unit == "line" else "sentence")
    return _tsv(pairs).encode("utf-8")


def _text(path: str, by_line: bool) -> TextFile:
    file = read_file(path, by_line=by_line)
    if isinstance(file, TableFile):
        raise InputError(path, say("a table is paired already; give two texts", "表格已经配对；请提供两个文本文件"))
    return file


def _json(found: Alignment) -> str:
    answer = {
        "schema": SCHEMA,
        "ok": True,
        "source": found.source,
        "target": found.target,
        "beads": [[list(bead.source), list(bead.target)] for bead in found.beads],
        "confidence": [bead.confidence for bead in found.beads],
    }
    return json.dumps(answer, ensure_ascii=False) + "\n"


def _tsv(pairs: Sequence[Pair]) -> str:
    rows = (f"{pair.source}\t{pair.target}\t{pair.confidence:.2f}\n" for pair in pairs)
    return "".join(("zh\ten\tconfidence\n", *rows))


def _pair(found: Alignment, bead: Bead) -> Pair:
    sides = ("".join(found.source[i] for i in bead.source), " ".join(found.target[j] for j in bead.target))
    zh, en = (" ".join(side.split()) for side in sides)
    return Pair(zh, en, bead.confidence)
