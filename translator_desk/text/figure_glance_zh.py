"""A glance at the figures of Chinese text."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from translator_desk.text.figure_glance import COUNT, NO_FIGURES, Figure, Glance, written_value
from translator_desk.text.figure_words import set_phrases
from translator_desk.text.han_numerals import DIGIT, TENS
from translator_desk.text.numbers_zh import chinese_unit
from translator_desk.text.quantity import Kind

_SIGN = re.compile(
    "[0-9０-９〇零一二两三四五六七八九十百千万亿廿卅半翻旬½周星礼几数兆]"
    "(?:(?<=[0-9])[0-9]*(?:[.,][0-9]+)*[万亿]?|(?<=周)[一二三四五六日天]|(?<=星)期[一二三四五六日天]"
    "|(?<=礼)拜[一二三四五六日天]|[〇零一二两三四五六七八九十百千万亿廿卅半½几数兆]+)?"
)
"""A number in figures, a weekday, or characters of numerals that stand together."""
_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DAYS = {day: number for number, day in enumerate("一二三四五六日", 1)} | {"天": 7}
_SMALL = {char: value for char, value in DIGIT.items() if value > 1} | {"十": 10}
_NO_FIGURES = frozenset("周星礼几数")
_LARGE = frozenset("百千万亿零〇一")
"""Alone they are no firm figures."""
_LARGE_TENS = frozenset("十百千万亿")
_HALVES = ("半", "一半")
_JOINTS = frozenset("-－—–~～至到和、或与及")
_SPACES = frozenset(" \u00a0\u3000\t\n")
_NUMERALS = frozenset(DIGIT) | frozenset(TENS)
_NUMERALS_AND_DIGITS = _NUMERALS | frozenset("几数0123456789")
_TIED_BEFORE = _NUMERALS | _JOINTS | frozenset("第之：半几数廿卅")
_TIED_AFTER = _NUMERALS | _JOINTS | _SPACES | frozenset("：多余来几世时号点季成折倍届‰％½分半")
_TIED_AFTER_HAN = _SPACES | frozenset("月日号时点季成折倍届世%‰％分多余来几")
_OPENING, _CLOSING = frozenset(' ("[<'), frozenset(' )",;!?]>')
"""ASCII marks between which a number stands by itself."""
_OTHERWISE = {"年": frozenset("代级产薪均度"), "月": frozenset("球亮薪嫂供租均"), "日": frozenset("元线本报")}
"""What may follow where 年, 月, 日 name no year, month or day."""
_LAST = {"月": (Kind.MONTH, 12), "日": (Kind.DAY, 31)}
_NO_WEEKDAY_AFTER = _NUMERALS | frozenset("次个回年期岁")
_NO_WEEKDAY_BEFORE = frozenset("每一二两三四五六七八九十几半0123456789个")
_FIRST_YEAR, _LAST_YEAR = 1000, 2200
_PLAIN_YEARS = range(1900, 2100)


def chinese_glance(text: str) -> Glance | None:
    """Return the firm figures of simplified Chinese ``text``, None where they are not plain."""
    firm: dict[Figure, str] = {}
    loose: set[str] = set()
    read_to = 0
    for sign in _SIGN.finditer(text):
        start, end = sign.span()
        if start < read_to:
            continue
        written = sign[0]
        first = written[0]
        key, unit = None, ""
        if "0" <= first <= "9":
            if (found := _number(text, written, start, end)) is None:
                return None
            key, unit = found
            if key[0] is Kind.POINT:
                read_to = end + len(_POINT)
        elif written in _HALVES:
            if not _is_a_half(text, start, end):
                return None
            continue
        elif end - start > 1 and not _is_vague(written):
            weekday = _DAYS.get(text[end - 1])
            if first not in "周星礼" or weekday is None or not _is_weekday(text, start, end):
                return None
            key = Kind.WEEKDAY, weekday
        elif first in _NO_FIGURES or (first == "翻" and text.startswith("译", end)):
            continue
        else:
            after = text[end : end + 1]
            if after in _TIED_AFTER_HAN or text.startswith(_JOINED, end):
                return None
            unit = chinese_unit(text, end)
            if first in _LARGE or end - start > 1:
                if unit and unit != COUNT:
                    loose.add(unit)
                continue
            value = _SMALL.get(first)
            if value is None:
                return None
            before = text[start - 1 : start]
            if before == "第" or not unit:
                continue
            if text.startswith("年代", end) or before + first in _phrase_parts() or first + after in _phrase_parts():
                return None
            key = Kind.CARDINAL, value
        if key in firm:
            return None
        firm[key] = unit
    return Glance(firm, loose) if firm or loose else NO_FIGURES


_POINT = "个百分点"
_JOINED = ("个百", "个和", "个、")


def _number(text: str, written: str, start: int, end: int) -> tuple[Figure, str] | None:
    """Return what a number in figures counts, with its unit; None where it may be a part of something longer."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _TIED_BEFORE or (before and before.isascii() and before not in _OPENING):
        return None
    tens = TENS.get(written[-1], 0)
    if tens:
        written = written[:-1]
    if _NUMBER.fullmatch(written) is None:
        return None
    value = written_value(written, tens)
    if after == " ":
        end += 1
        after = text[end : end + 1]
    if after in _OTHERWISE:
        if tens or text[end + 1 : end + 2] in _OTHERWISE[after]:
            return None
        if after == "年":
            is_year = _FIRST_YEAR <= value <= _LAST_YEAR
            return ((Kind.YEAR, value), "") if is_year else ((Kind.CARDINAL, value), "year")
        kind, last = _LAST[after]
        return ((kind, value), "") if value <= last else None
    if after == "%":
        return (Kind.PERCENT, value), ""
    if after == "个" and text.startswith(_JOINED, end):
        return ((Kind.POINT, value), "") if text.startswith(_POINT, end) and text[end - 1] != " " else None
    if after in _TIED_AFTER or (after and after.isascii() and after not in _CLOSING):
        return None
    unit = chinese_unit(text, end)
    if value == 1:
        return None  # 一 and "one" might answer it as well
    is_year = not unit and not tens and value in _PLAIN_YEARS and "," not in written and "." not in written
    return (Kind.YEAR if is_year else Kind.CARDINAL, value), unit


def _is_vague(written: str) -> bool:
    """Return whether characters of numerals make no firm figure: 几十, 数百, 千万."""
    first, rest = written[0], written[1:]
    if not _LARGE_TENS.issuperset(rest):
        return False
    return first == "几" or first in _LARGE_TENS or (first == "数" and len(rest) == 1 and rest != "十")


def _is_a_half(text: str, start: int, end: int) -> bool:
    """Return whether 半 or 一半 is a half of something, and neither half a year nor the end of "3年半"."""
    if text[start - 1 : start] in ("上", "下") and text.startswith("年", end):
        return False
    return _NUMERALS_AND_DIGITS.isdisjoint(text[max(0, start - 4) : start])


def _is_weekday(text: str, start: int, end: int) -> bool:
    if text[end : end + 1] in _NO_WEEKDAY_AFTER or end - start != (2 if text[start] == "周" else 3):
        return False
    return text[start] != "周" or text[start - 1 : start] not in _NO_WEEKDAY_BEFORE


@cache
def _phrase_parts() -> frozenset[str]:
    """Return two characters with a numeral that stand side by side in some set phrase, where the numeral is no figure."""
    return frozenset(
        one + other
        for phrase in set_phrases()
        for one, other in pairwise(phrase)
        if one in _NUMERALS or other in _NUMERALS
    )
