"""Refuses releases of Qt for Python that would end the program in the middle of work."""

from __future__ import annotations

import sys

from translator_desk.wording import Message, say


def refusal(
    pyside: tuple[int, int], python: tuple[int, int] = (sys.version_info[0], sys.version_info[1])
) -> Message | None:
    """Return why the window must not be opened with this PySide6, or None.

    PySide6 6.12 takes one reference from ``None`` with every call that returns nothing; Python 3.11 ends within
    seconds of it. From 3.12 on ``None`` is never freed.
    """
    if pyside == (6, 12) and python < (3, 12):
        return say(
            "PySide6 6.12 ends Python {python} within seconds. Install another release: "
            "pip install 'PySide6-Essentials>=6.8,<6.12'",
            "PySide6 6.12 会使 Python {python} 在数秒内崩溃。请安装其他版本："
            "pip install 'PySide6-Essentials>=6.8,<6.12'",
            python=f"{python[0]}.{python[1]}",
        )
    return None
