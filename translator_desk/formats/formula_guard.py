"""Keeps a spreadsheet from running what a translator wrote.

A cell that begins with = + - @ (full-width ones too), TAB or CR, also after blanks, may be taken for a formula. Tables
that the desk makes put a TAB before such a cell and say so in their last heading, so that reading them again gives
the text back as it was. An apostrophe would not do: spreadsheets drop it when they save.
"""

from __future__ import annotations

import re

OURS = "translator-desk/"
"""How the last heading of a table begins that the desk made."""
_GUARD = "\t"
_RISKY = re.compile(r"[\s\u3000\xa0]*[=+\-@＝＋－＠\t\r]")


def guard(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet takes it for a formula."""
    return _GUARD + cell if _RISKY.match(cell) else cell


def unguard(cell: str) -> str:
    """Return the text of a cell that ``guard`` wrote."""
    return cell[1:] if cell.startswith(_GUARD) and _RISKY.match(cell[1:]) else cell
