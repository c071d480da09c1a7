"""Cells of delimited text with the place of each in the file (RFC 4180, and tab-separated text without quoting)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from translator_desk.errors import InputError
from translator_desk.formats.places import Places
from translator_desk.wording import say

QUOTE = '"'


class Cell(NamedTuple):
    """One cell.

    Attributes:
        text: What it says; line ends inside it are LF.
        start: First code point of its spelling, quotation marks included.
        end: End of its spelling.
        quoted: Whether it stands in quotation marks.
    """

    text: str
    start: int
    end: int
    quoted: bool


def rows(text: str, delimiter: str, *, quoting: bool, path: str | None) -> Iterator[list[Cell]]:
    """Yield the rows; an empty line is a row of one empty cell.

    Args:
        text: The decoded file.
        delimiter: One character.
        quoting: Whether a cell may stand in quotation marks; without it a quotation mark is a plain sign.
        path: For messages.

    Raises:
        InputError: A quoted cell is not closed, or goes on after its closing mark.
    """
    row: list[Cell] = []
    at, size = 0, len(text)
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    while at < size or row:
        if quoting and text.startswith(QUOTE, at):
            cell = _quoted(text, at, delimiter, path)
        else:
            words = plain.match(text, at)
            assert words is not None  # the pattern matches the empty string
            cell = Cell(words[0], at, words.end(), False)
        row.append(cell)
        at = cell.end
        if at < size and text[at] == delimiter:
            at += 1
            continue
        yield row
        row = []
        if at < size:
            at += 2 if text.startswith("\r\n", at) else 1


def spell(text: str, delimiter: str, newline: str, *, quoting: bool, quoted: bool) -> str:
    """Return how a cell spells ``text``; without quoting a delimiter or line end becomes a space."""
    if not quoting:
        return " ".join(text.replace(delimiter, " ").splitlines())
    if quoted or any(sign in text for sign in (delimiter, QUOTE, "\n", "\r")):
        doubled = text.replace(QUOTE, QUOTE * 2)
        return f"{QUOTE}{_with_lf(doubled).replace(chr(10), newline)}{QUOTE}"
    return text


def _quoted(text: str, at: int, delimiter: str, path: str | None) -> Cell:
    end = at + 1
    while True:
        end = text.find(QUOTE, end)
        if end < 0:
            place = Places(text).of(at)
            raise InputError(
                path,
                say(
                    "the cell that begins here with a quotation mark is never closed: add the closing mark",
                    "此处以引号开头的单元格没有结束引号：请补上",
                ),
                line=place.line,
                column=place.column,
            )
        if not text.startswith(QUOTE, end + 1):
            break
        end += 2
    after = text[end + 1 : end + 2]
    if after not in ("", delimiter, "\n", "\r"):
        place = Places(text).of(end + 1)
        raise InputError(
            path,
            say(
                "text stands after the closing quotation mark of a cell: write a quotation mark inside a cell twice",
                "单元格的结束引号之后还有文字：单元格内的引号须写成两个",
            ),
            line=place.line,
            column=place.column,
        )
    return Cell(_with_lf(text[at + 1 : end].replace(QUOTE * 2, QUOTE)), at, end + 1, True)


def _with_lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
