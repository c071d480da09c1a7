"""``translator-desk score HYP REF``: how alike a translation and a reference are, by published measures."""

from __future__ import annotations

import argparse
import json
import sys

from translator_desk.app.documents import read_file
from translator_desk.errors import InputError
from translator_desk.formats.base import TableFile
from translator_desk.review.scores import Metric, Score, scores
from translator_desk.wording import say

HELP = "Score an English text against a reference, line by line (chrF2, BLEU, TER by sacrebleu, with the signature)."
SCHEMA = "translator-desk/score/1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    parser.add_argument("hypothesis", metavar="HYP", help="the text to be judged")
    parser.add_argument("reference", metavar="REF", help="the text it should be, line by line")
    parser.add_argument(
        "--metric",
        type=_metrics,
        default=tuple(Metric),
        metavar="ID,ID",
        help=f"which of {', '.join(Metric)} (default: all)",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")


def run(arguments: argparse.Namespace) -> int:
    """Print the scores; always 0 when it could run."""
    judged, right = (_lines(path) for path in (arguments.hypothesis, arguments.reference))
    if len(judged) != len(right):
        raise InputError(
            arguments.hypothesis,
            say(
                "it has {lines} lines, {reference} has {others}: line n is compared with line n; make them equal",
                "本文件有 {lines} 行，{reference} 有 {others} 行：两者逐行比较，请使行数一致",
                lines=len(judged),
                reference=arguments.reference,
                others=len(right),
            ),
        )
    if not any(line.strip() for line in right):
        raise InputError(
            arguments.reference,
            say("there are no words in it to compare with", "文件中没有可供比较的文字"),
        )
    found = scores(judged, right, arguments.metric)
    sys.stdout.write(_json(found, len(judged)) if arguments.format == "json" else _text(found))
    return 0


def _lines(path: str) -> list[str]:
    """Return all lines of a text, empty ones too; of a table, its English."""
    file = read_file(path, by_line=True)
    if isinstance(file, TableFile):
        return [row.target for row in file.rows]
    return [block.text for block in file.blocks]


def _metrics(words: str) -> tuple[Metric, ...]:
    try:
        return tuple(dict.fromkeys(Metric(one.strip().lower()) for one in words.split(",")))
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{words}”: name some of {', '.join(Metric)}, with commas") from None


def _text(found: tuple[Score, ...]) -> str:
    return "".join(f"{one.name:6}{one.value:7.2f}  {one.signature}\n" for one in found)


def _json(found: tuple[Score, ...], lines: int) -> str:
    listed = [
        {"metric": one.metric.value, "name": one.name, "score": one.value, "signature": one.signature} for one in found
    ]
    return json.dumps({"schema": SCHEMA, "ok": True, "lines": lines, "scores": listed}, ensure_ascii=False) + "\n"
