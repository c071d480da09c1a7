"""The figures of English text, by value: 38.6 billion, twenty-one, 9.5%, dozens, June 12th."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache

from translator_desk.text.figure_words import EnglishWord, english_words
from translator_desk.text.quantity import Kind, Quantity, Value, decimal_value

_TENS_OF = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "mn": 6, "tn": 12}
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_MAGNITUDES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@cache
def _figure() -> re.Pattern[str]:
    word = "|".join(sorted(map(re.escape, english_words()), key=len, reverse=True))
    return re.compile(
        rf"""(?P<digits>(?<![\w.])(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?))
             (?P<tail>(?:st|nd|rd|th|s)\b|(?:[ -](?:hundred|thousand|million|billion|trillion|bn|mn|tn)\b)*)
           | (?P<words>(?<![\w'’-])(?:{word})(?:(?:[ -]|\ and\ |\ of\ (?=hundred|thousand))(?:{word}))*(?![\w]))""",
        re.VERBOSE | re.IGNORECASE,
    )


_BEFORE_DAY = re.compile(rf"(?:{_MONTH}) $")
_AFTER_DAY = re.compile(rf" (?:of )?(?:{_MONTH})\b")
_PERCENT = re.compile(r"\s?(?:%|percent\b|per cent\b)(?!age)")
_POINT = re.compile(r"\s?(?:percentage points?|points?)\b")


def english_quantities(text: str) -> list[Quantity]:
    """Return the figures of English text in reading order."""
    found = []
    for match in _figure().finditer(text):
        if match["digits"] is not None:
            found.append(_in_digits(text, match))
        else:
            worth = _in_words(re.split(r"[ -]", match["words"].lower()))
            if worth is not None:
                low, high, kind = worth
                firm = kind is not Kind.ORDINAL and not (low == high == 1)
                found.append(Quantity(match.start(), match.end(), low, high, kind, firm=firm, digits=False))
    return found


def _in_digits(text: str, match: re.Match[str]) -> Quantity:
    tail = (match["tail"] or "").strip().lower()
    tens = sum(_TENS_OF[word] for word in re.split(r"[ -]", tail) if word in _TENS_OF)
    value = decimal_value(match["digits"].replace(",", ""), tens)
    kind = Kind.CARDINAL
    if tail in ("st", "nd", "rd", "th"):
        kind = Kind.ORDINAL
    elif tail == "s":
        kind = Kind.DECADE
    end = match.end()
    if _BEFORE_DAY.search(text[max(0, match.start() - 12) : match.start()]) or _AFTER_DAY.match(text, end):
        kind = Kind.DAY
    elif _PERCENT.match(text, end):
        kind = Kind.PERCENT
    elif _POINT.match(text, end):
        kind = Kind.POINT
    elif kind is Kind.CARDINAL and not tail and "," not in match["digits"] and 1900 <= value <= 2100:
        kind = Kind.YEAR
    return Quantity(match.start(), end, value, value, kind)


def _in_words(words: list[str]) -> tuple[Value, Value, Kind] | None:
    """Return low, high and kind of a run of number words."""
    table = english_words()
    total: int | Fraction = 0
    current: int | Fraction = 0
    kind = Kind.CARDINAL
    vague: EnglishWord | None = None
    seen = False
    for word in words:
        if word in ("and", "of", "a"):
            continue
        one = table.get(word)
        if one is None or isinstance(one.low, Decimal):
            return None
        seen = True
        if one.low != one.high:
            vague = one
        elif one.role == "magnitude" or word in _MAGNITUDES:
            if one.low == 100:
                current = (current or 1) * one.low
            else:
                total += (current or 1) * one.low
                current = 0
        else:
            current += one.low
            if one.role == "ordinal":
                kind = Kind.ORDINAL
            elif one.role == "multiple":
                kind = Kind.MULTIPLE
    if not seen:
        return None
    if vague is not None:
        return vague.low, vague.high, kind
    return total + current, total + current, kind
