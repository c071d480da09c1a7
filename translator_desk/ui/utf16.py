"""The only place where code points are counted in Qt's UTF-16 units and back.

Python counts 𠮷 as one, Qt as two; a position between the two halves deletes the character. Everything above this
file counts code points; everything handed to Qt goes through a map. The file also carries the signs that an editor
of Qt would swallow: each is shown as one stand-in, so places agree, and only words typed anew are read back.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from translator_desk.text.span import Span

BLOCK = "\u2029"
"""How Qt's raw text shows the border between two blocks."""
_LINE = "\u2028"
_HIDDEN = "\u2060"
_REPLACED = "\ufffd"
_SWALLOWED = re.compile("[\\r\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff\\x00\ud800-\udfff]")


class UtfMap:
    """Positions of one text, both ways."""

    __slots__ = ("_units", "length")

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self._units: list[int] | None = None
        if text and max(text) > "\uffff":
            self._units = [0, *accumulate(2 if sign > "\uffff" else 1 for sign in text)]

    def to_qt(self, place: int) -> int:
        """Return the UTF-16 position of a code point; places beyond the text stand at its end."""
        place = min(max(place, 0), self.length)
        return place if self._units is None else self._units[place]

    def from_qt(self, position: int) -> int:
        """Return the code point at a UTF-16 position; one inside a pair counts as the pair's start."""
        if self._units is None:
            return min(max(position, 0), self.length)
        place = bisect_left(self._units, position)
        if place > self.length:
            return self.length
        return place if self._units[place] == position else max(place - 1, 0)

    def range_to_qt(self, span: Span) -> tuple[int, int]:
        """Return start and length of a span in UTF-16 units."""
        start = self.to_qt(span.start)
        return start, self.to_qt(span.end) - start


def shown(text: str) -> str:
    """Return ``text`` as an editor of Qt holds it in its raw text: sign for sign, of equal length."""
    if not _SWALLOWED.search(text):
        return text.replace("\n", BLOCK)
    return "".join(
        BLOCK
        if sign in ("\n", BLOCK)
        else (_HIDDEN if text[at + 1 : at + 2] == "\n" else _LINE)
        if sign == "\r"
        else _REPLACED
        if _not_for_qt(sign)
        else sign
        for at, sign in enumerate(text)
    )


def typed(words: str) -> str:
    """Return words read from an editor's raw text as they belong into a target."""
    return words.replace(BLOCK, "\n").replace(_LINE, "\n")


def _not_for_qt(sign: str) -> bool:
    # Frame marks of QTextDocument and object signs, the byte order mark that a leading insert drops, other controls.
    return "\ufdd0" <= sign <= "\ufdef" or sign in "\ufeff\ufffc\ufffe\uffff\x00" or "\ud800" <= sign <= "\udfff"


def edit_between(before: str, raw: str, caret: int | None = None) -> tuple[Span, str] | None:
    """Return the one edit that turns the target ``before`` into what an editor's raw text shows, or None.

    Args:
        before: The target as it stands.
        raw: ``QTextDocument.toRawText()`` of the editor that was filled with ``shown(before)``.
        caret: Where the caret stands in ``raw`` (code points). What is behind it was not edited, which tells the place
            where the two texts alone leave it open: a space typed before a space, the second of two same letters.

    Returns:
        The span of ``before`` that was replaced and the words that stand there now.
    """
    old = shown(before)
    if old == raw:
        return None
    shortest = min(len(old), len(raw))
    behind = 0 if caret is None else _tail(old, raw, min(shortest, len(raw) - caret))
    start = _head(old, raw, shortest - behind)
    tail = _tail(old, raw, shortest - start)
    end, words = len(old) - tail, typed(raw[start : len(raw) - tail])
    if old[start - 1 : start] == _LINE and before[start - 1] == "\r" and (words + before[end:])[:1] == "\n":
        # A lone carriage return that a line feed now follows would melt with it into one break; both are shown.
        return Span(start - 1, end), "\n" + words
    return Span(start, end), words


def _head(one: str, other: str, most: int) -> int:
    """Return with how many same signs, ``most`` at the most, two texts begin; halving is quicker than going along."""
    least = 0
    while least < most:
        half = (least + most + 1) // 2
        if one[least:half] == other[least:half]:
            least = half
        else:
            most = half - 1
    return least


def _tail(one: str, other: str, most: int) -> int:
    """Return with how many same signs, ``most`` at the most, two texts end."""
    least, last, other_last = 0, len(one), len(other)
    while least < most:
        half = (least + most + 1) // 2
        if one[last - half : last - least] == other[other_last - half : other_last - least]:
            least = half
        else:
            most = half - 1
    return least
