"""``translator-desk verify P.desk``: whether a project file is whole and its history is what was written."""

from __future__ import annotations

import argparse
import json
import sys

from translator_desk.app.project_files import Verdict, verify_project
from translator_desk.wording import Wording

HELP = "Look a project file over: the database, and every revision of its history."
SCHEMA = "translator-desk/verify/1"

_WHOLE = Wording(
    "{file}: whole, {length} revisions. Head: {head}",
    "{file}：完好，共 {length} 条修订。末尾哈希：{head}",
)
_DAMAGED = Wording(
    "{file}: the file is damaged ({found}). Restore a backup: translator-desk backups {file} --restore",
    "{file}：文件已损坏（{found}）。请恢复备份：translator-desk backups {file} --restore",
)
_CHANGED = Wording(
    "{file}: {reason}. The history was changed outside the desk; compare with a backup.",
    "{file}：{reason}。历史记录曾被本程序以外的途径改动；请与备份比较。",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    parser.add_argument("project", metavar="PROJECT", help="the project file (.desk); it may be open in the window")
    parser.add_argument(
        "--head", metavar="HASH", help="a head printed earlier: the history must have passed through it"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")


def run(arguments: argparse.Namespace) -> int:
    """Print the verdict; 1 where something is wrong."""
    found = verify_project(arguments.project, arguments.head)
    if arguments.format == "json":
        sys.stdout.write(json.dumps(_json(arguments.project, found, arguments.lang), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(_text(arguments.project, found, arguments.lang) + "\n")
    return 0 if found.whole else 1


def _text(file: str, found: Verdict, language: str) -> str:
    if found.damage:
        return _DAMAGED.of(language).format(file=file, found="; ".join(found.damage))
    if found.reason is not None:
        return _CHANGED.of(language).format(file=file, reason=found.reason.render(language))
    return _WHOLE.of(language).format(file=file, length=found.length, head=found.head)


def _json(file: str, found: Verdict, language: str) -> dict[str, object]:
    bad = None
    if found.reason is not None:
        bad = {"revision": found.bad, "reason": found.reason.render(language)}
    return {
        "schema": SCHEMA,
        "ok": True,
        "file": file,
        "whole": found.whole,
        "revisions": found.length,
        "head": found.head,
        "damage": list(found.damage),
        "bad": bad,
    }
