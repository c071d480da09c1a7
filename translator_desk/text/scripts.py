"""Which script a character belongs to, and traditional Chinese read as simplified.

Simplifying goes code point for code point, so a span found in the simplified text counts in the original as well.
Words that differ between regions (資訊, 信息) are not touched: that is a matter for a term base.
"""

from __future__ import annotations

import re
from functools import cache

from translator_desk.resources import data_rows

HAN_RANGES = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Inside of a regular expression's brackets: every Han character, with 々 and 〇."""

_HAN = re.compile(f"[{HAN_RANGES}]")
_LATIN = re.compile("[A-Za-z]")
HAN_RUN = re.compile(f"[{HAN_RANGES}]+")
"""A stretch of Han characters."""


def is_han(ch: str) -> bool:
    """Return whether ``ch``, one code point, is a Han character (々 and 〇 included, punctuation not)."""
    return _HAN.fullmatch(ch) is not None


def has_han(text: str) -> bool:
    """Return whether ``text`` holds a Han character."""
    return _HAN.search(text) is not None


def is_chinese(text: str) -> bool:
    """Return whether ``text`` is written in Chinese: it has more Han characters than Latin letters."""
    return len(_HAN.findall(text)) > len(_LATIN.findall(text))


def is_traditional(text: str) -> bool:
    """Return whether ``text`` holds a character that simplified Chinese does not use."""
    return not _tables()[0].isdisjoint(text)


def simplify(text: str) -> str:
    """Return ``text`` with traditional characters made simplified, one code point for one.

    Characters in use on both sides (乾, 於) change only where another character shows the text to be traditional.
    """
    traditional, table = _tables()
    try:
        text.encode("gb2312")  # the quick question: that set holds hardly any traditional character
    except UnicodeEncodeError:
        return text if traditional.isdisjoint(text) else text.translate(table)
    return text if _traditional_in_gb2312().search(text) is None else text.translate(table)


@cache
def _traditional_in_gb2312() -> re.Pattern[str]:
    return re.compile(f"[{''.join(ch for ch in _tables()[0] if ch.encode('gb2312', 'ignore'))}]")


@cache
def _tables() -> tuple[frozenset[str], dict[int, str]]:
    """Return the characters only traditional text has, and the whole table.

    A set, not a pattern: a class of two thousand characters takes seven times as long to look through.
    """
    table: dict[int, str] = {}
    only_traditional = []
    for traditional, simplified, *mark in data_rows("traditional.tsv"):
        table[ord(traditional)] = simplified
        if not mark:
            only_traditional.append(traditional)
    return frozenset(only_traditional), table
