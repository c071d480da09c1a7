"""``translator-desk backups P.desk``: the backups of a project, and one of them put in its place."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from translator_desk.app.paths import Paths
from translator_desk.app.project_files import kept_backups, put_back
from translator_desk.wording import Wording

HELP = "List the backups of a project, newest first; --restore puts one in the project's place."

_LINE = Wording("{time}  {size} KB  {path}", "{time}  {size} KB  {path}")
_NONE = Wording("{file}: there are no backups of it in {folder}", "{file}：{folder} 中没有它的备份")
_DONE = Wording(
    "{file}: the backup of {time} stands in its place; what stood there is kept beside it, renamed",
    "{file}：已恢复 {time} 的备份；原有文件已改名保留在旁边",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    parser.add_argument("project", metavar="PROJECT", help="the project file (.desk), be it damaged or gone")
    parser.add_argument(
        "--restore",
        metavar="BACKUP",
        nargs="?",
        const="",
        help="put this backup in the project's place, the newest one where none is named; the project must be closed",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the list, or restore; 1 where there is no backup."""
    project, language = Path(arguments.project), arguments.lang
    folder, kept = kept_backups(Paths.of_user(), project)
    if not kept and not arguments.restore:
        sys.stdout.write(_NONE.of(language).format(file=project, folder=folder) + "\n")
        return 1
    if arguments.restore is None:
        for one in kept:
            words = _LINE.of(language).format(time=one.shown, size=max(1, one.size // 1024), path=one.path)
            sys.stdout.write(words + "\n")
        return 0
    chosen = Path(arguments.restore) if arguments.restore else kept[0].path
    put_back(project, chosen)
    time = next((one.shown for one in kept if one.path == chosen), str(chosen))
    sys.stdout.write(_DONE.of(language).format(file=project, time=time) + "\n")
    return 0
