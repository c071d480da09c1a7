"""Spellings that mean the same, made one.

The functions that keep the length can be searched and their offsets used in the original; ``fold_key`` is for
comparing only.
"""

from __future__ import annotations

import re

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_FULL = re.compile("[\uff01-\uff5e\u3000]")

_STRAIGHT = {ord(mark): "'" for mark in "‘’‛ʼ′`´"} | {ord(mark): '"' for mark in "“”„‟″"}
_SPACE = dict.fromkeys(
    map(
        ord,
        "-‐‑‒–\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r\x0b\x0c\x85\u2028\u2029",
    ),
    " ",
)
_LIKE = _STRAIGHT | _SPACE
_LIKE_MARKS = tuple((chr(code), like) for code, like in _LIKE.items())
_ASCII_LOWERED = "".join(map(chr, range(128))).lower().translate(_LIKE).encode("ascii").ljust(256)


def half_width(text: str) -> str:
    """Return ``text`` with full-width letters, figures and marks made half-width; the length stays."""
    return text.translate(_HALF_WIDTH) if _FULL.search(text) else text


def lowered(text: str) -> str:
    """Return ``text`` for searching English: lower case, straight quotes, hyphens and white space as spaces.

    The length stays, so offsets count in the original.
    """
    if text.isascii():
        return text.encode("ascii").translate(_ASCII_LOWERED).decode("ascii")
    lower = text.lower()
    if len(lower) != len(text):  # İ becomes two code points
        lower = "".join(ch.lower() if len(ch.lower()) == 1 else ch for ch in text)
    for mark, like in _LIKE_MARKS:  # seven times as quick as to translate every letter
        if mark in lower:
            lower = lower.replace(mark, like)
    return lower


def fold_key(text: str) -> str:
    """Return a key that is equal for spellings that differ in case, quotes, hyphens, width and white space only.

    Not for offsets: the length changes.
    """
    return " ".join(half_width(text).casefold().translate(_LIKE).split())
