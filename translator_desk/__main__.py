"""Chooses between the window and the command line, and imports only the chosen one.

``translator-desk`` without a subcommand opens the window, with files if any are named; with a subcommand Qt is never
imported.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from translator_desk.app import machine

USAGE = """usage: translator-desk [FILE ...]           open the window, with these files or this project
       translator-desk --sample              open the window on a copy of the sample project
       translator-desk COMMAND ...           without a window; see translator-desk COMMAND --help
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Returns:
        The exit code: 0 done, 1 findings, 2 could not run.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] and not arguments[0].startswith("-") and _is_subcommand(arguments[0]):
        return _command_line(arguments)
    if arguments[:1] in (["-h"], ["--help"], ["--version"]):
        if arguments[0] != "--version":
            sys.stdout.write(USAGE)
        return _command_line(arguments)
    return _window(arguments)


def _is_subcommand(word: str) -> bool:
    from translator_desk.cli.main import subcommand_names  # lazily: the window does not need the command line

    return word in subcommand_names()


def _command_line(arguments: Sequence[str]) -> int:
    from translator_desk.cli.main import main as run_command_line  # lazily, see above

    return run_command_line(arguments)


def _window(arguments: Sequence[str]) -> int:
    found = machine.look()
    sentence = found.sentence()
    if sentence is not None:
        sys.stderr.write(f"translator-desk: {sentence}\n")
    if not found.can_open_window:
        return _without_window(arguments, found)
    from translator_desk.ui.application import run  # lazily: Qt must not be imported before the machine was looked at

    return run(arguments)


def _without_window(arguments: Sequence[str], found: machine.Machine) -> int:
    """Do the main job all the same: print what the desk finds, and draw the window into a picture."""
    if "--sample" not in arguments:
        return 2
    from translator_desk.app.sample import sample_copy  # lazily: only where there is no window

    sample = sample_copy()
    _command_line(["check", *map(str, sorted(sample.glob("*.txt"))), "--fail-on", "error", "--aligned"])
    if found.packages:
        return 0
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from translator_desk.ui.screenshot import draw_sample  # lazily: after the platform is chosen

    sys.stdout.write(f"The window, drawn without a display: {draw_sample()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
