"""Children of the tests that are killed in the midst of their work."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

needs_sigkill = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")


def lines_until_killed(module: str, *arguments: object, seconds: float, may_end: bool = False) -> list[str]:
    """Return the whole lines that a module says, run as a program, until it is killed.

    Args:
        module: The module.
        arguments: What it is given.
        seconds: How long it works after its first line.
        may_end: Whether it may have ended by itself before.
    """
    command = [sys.executable, "-m", module, *map(str, arguments)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    first = child.stdout.readline()
    # The kill comes at some moment of the work; there is nothing to wait for but time.
    time.sleep(seconds)
    child.kill()
    rest, _ = child.communicate(timeout=30)
    assert child.returncode == -signal.SIGKILL or (may_end and child.returncode == 0), f"{command} ended by itself"
    # What stands behind the last line break was cut off by the kill.
    return (first + rest).split("\n")[:-1]
