"""What an English figure counts, by the words beside it: percent, percentage points, a currency, a unit."""

from __future__ import annotations

import re
from functools import lru_cache

from translator_desk.text.figure_words import english_units
from translator_desk.text.quantity import Kind, Quantity
from translator_desk.text.span import Span

_AFTER = re.compile(
    r"[\s\u00a0-]?(?:(?P<point>percentage[\s-]points?|percent(?:age)?[\s-]points?|pp\b|ppt\b)"
    r"|(?P<percent>%|percent(?!age)|per[\s-]cent|pct\b))"
)
_UNIT_AFTER = re.compile(r"[\s\u00a0-]?((?:US|HK)?[$€£¥￥°℃]|[A-Za-z][A-Za-z²³.]*(?:[ -][a-z²³]+)?)")
_CURRENCY_BEFORE = re.compile(r"(US\$|HK\$|RMB|CNY|USD|HKD|EUR|GBP|JPY|[$€£¥￥])\s?$")
_CURRENCY_ENDS = frozenset("$€£¥￥BYDRP")
_LONGEST_SHORT_UNIT = 4
"""Letters with the point of "sec." and "lbs."; behind a longer word the point ends the sentence."""


def percent_words(text: str, end: int) -> Span | None:
    """Return where "%", "percent" or "percentage points" stands right after a figure that ends at ``end``."""
    match = _AFTER.match(text, end)
    return Span(end, match.end()) if match else None


def percent_kind(text: str, end: int, kind: Kind) -> tuple[Kind, int]:
    """Return PERCENT or POINT for a figure that ends at ``end``, else ``kind``; and where its words end."""
    near = text[end : end + 2]
    match = _AFTER.match(text, end) if "%" in near or "p" in near else None
    if match is None:
        return kind, end
    return (Kind.POINT if match["point"] else Kind.PERCENT), match.end()


def unit_words(text: str, figure: Quantity) -> Span | None:
    """Return where the unit of ``figure`` stands in ``text``: after it, or a currency sign before it."""
    before = _CURRENCY_BEFORE.search(text, max(0, figure.start - 4), figure.start)
    if before:
        return Span(*before.span(1))
    match = _UNIT_AFTER.match(text, figure.end)
    if match is None:
        return None
    first = match.start(1)
    for end in (match.end(1), first + len(re.split("[ -]", match[1])[0])):
        if english_units().get(text[first:end].lower().rstrip(".")) == figure.unit:
            ends_sentence = text.find(".", first, end) == end - 1 and end - first > _LONGEST_SHORT_UNIT
            return Span(first, end - ends_sentence)
    return None


def unit_beside(text: str, start: int, end: int) -> str:
    """Return the id of the unit beside a figure, or "".

    Args:
        text: The English.
        start: Where the figure begins; a currency may stand before it.
        end: Where it ends, with its percent sign.
    """
    if start and not _CURRENCY_ENDS.isdisjoint(text[max(0, start - 2) : start]):
        before = _CURRENCY_BEFORE.search(text, max(0, start - 4), start)
        if before:
            return english_units().get(before[1].lower(), "")
    match = _UNIT_AFTER.match(text, end)
    return _unit_in(match[1]) if match else ""


@lru_cache(maxsize=5_000)
def _unit_in(words: str) -> str:
    """Return the id of the unit that the word or two behind a figure name, or ""; they repeat."""
    if len(words) == 1 and words.isupper():
        return ""
    table = english_units()
    word = words.lower().rstrip(".")
    spaced = word.replace("-", " ")
    return table.get(word) or table.get(spaced) or table.get(spaced.partition(" ")[0].rstrip("."), "")
