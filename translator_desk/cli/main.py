"""The command line: finds its subcommands by walking a folder, turns errors into one line, never shows a traceback.

Exit codes: 0 done and nothing to report, 1 done and findings exist, 2 could not run.
"""

from __future__ import annotations

import argparse
import json
import locale
import os
import pkgutil
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from itertools import pairwise
from types import ModuleType
from typing import NoReturn

from translator_desk import __version__
from translator_desk.cli import commands
from translator_desk.errors import DeskError, InputError
from translator_desk.wording import say


class UsageError(Exception):
    """The command was called wrongly; the text says how to call it."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message}; see {self.prog} --help")


@cache
def subcommand_names() -> tuple[str, ...]:
    """Return the names of the subcommands without importing any of them."""
    return tuple(sorted(info.name for info in pkgutil.iter_modules(commands.__path__)))


def _module(name: str) -> ModuleType:
    return import_module(f"{commands.__name__}.{name}")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="translator-desk",
        description="Without a command the window opens. Exit codes: 0 nothing to report, 1 findings, 2 could not run.",
    )
    parser.add_argument("--version", action="version", version=f"translator-desk {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name in subcommand_names():
        module = _module(name)
        subparser = subparsers.add_parser(name, help=module.HELP, description=module.HELP)
        subparser.add_argument("--lang", choices=("en", "zh"), default=_language(), help="language of the messages")
        module.add_arguments(subparser)
    return parser


def _language() -> str:
    """Return the language the system is set to, as far as the desk speaks it."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    return "zh" if (name or locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def main(argv: Sequence[str]) -> int:
    """Run one subcommand.

    Returns:
        The exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments: argparse.Namespace | None = None
    try:
        parser = _parser()
        arguments = parser.parse_args(list(argv))
        if not arguments.command:
            parser.print_help()
            return 0
        exit_code: int = _module(arguments.command).run(arguments)
    except SystemExit as ended:  # --help and --version
        return int(ended.code or 0)
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        if _asks_for_json(argv):
            sys.stdout.write(f"{json.dumps(_misused(error, argv), ensure_ascii=False)}\n")
        return 2
    except DeskError as error:
        return _refuse(error, arguments)
    except KeyboardInterrupt:
        sys.stderr.write(f"{say('stopped', '已中止')}\n")
        return 2
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing is wrong, and nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return exit_code


def _asks_for_json(argv: Sequence[str]) -> bool:
    return "--format=json" in argv or any(pair == ("--format", "json") for pair in pairwise(argv))


def _misused(error: UsageError, argv: Sequence[str]) -> dict[str, object]:
    said = {"file": None, "line": None, "column": None, "message": str(error)}
    return {"schema": f"translator-desk/{argv[0]}/1", "ok": False, "error": said}


def _refuse(error: DeskError, arguments: argparse.Namespace | None) -> int:
    language = getattr(arguments, "lang", "en")
    sys.stderr.write(f"{error.render(language)}\n".replace("\r", " "))
    if getattr(arguments, "format", None) == "json":
        sys.stdout.write(f"{json.dumps(refusal(error, arguments), ensure_ascii=False)}\n")
    return 2


def refusal(error: DeskError, arguments: argparse.Namespace | None) -> dict[str, object]:
    """Return the JSON of a run that could not be done."""
    command = getattr(arguments, "command", "")
    place = error if isinstance(error, InputError) else None
    said: dict[str, object] = {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": error.message.render(getattr(arguments, "lang", "en")),
    }
    answer: dict[str, object] = {"ok": False, "error": said}
    return answer if command == "read" else {"schema": f"translator-desk/{command}/1", **answer}
