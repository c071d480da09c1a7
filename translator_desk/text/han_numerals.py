"""Han numerals read by value: 三百二 is 320, 二〇二四 2024, 两三百 200 to 300, 几十 20 to 90."""

from __future__ import annotations

import re

from translator_desk.text.quantity import Value, decimal_value

DIGIT = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
TENS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}
_NEIGHBOURS = re.compile("[一二两三四五六七八九]{2}")
_DIGITS_ONLY = re.compile("[〇零一二三四五六七八九两]+")
_FEW = re.compile("[几数]")


def han_value(written: str) -> tuple[Value, Value] | None:
    """Return the value of a Han numeral as (low, high), or None if it is none.

    Args:
        written: Only Han digits and magnitudes, 几, 数 and one 点.
    """
    head, point, tail = written.partition("点")
    if point:
        whole = plain_value(head)
        if whole is None or not tail:
            return None
        value = decimal_value(f"{whole}." + "".join(str(DIGIT[c]) for c in tail))
        return value, value
    if _FEW.search(head):
        ends = [plain_value(_FEW.sub(digit, head)) for digit in "二九"]
    else:
        pair = _NEIGHBOURS.search(head)
        digits_only = _DIGITS_ONLY.fullmatch(head) is not None
        if pair is None or (digits_only and len(head) > 2):
            whole = plain_value(head)
            return None if whole is None else (whole, whole)
        if digits_only and DIGIT[head[1]] - DIGIT[head[0]] not in (1, 2):
            return None
        ends = [plain_value(head[: pair.start()] + digit + head[pair.end() :]) for digit in pair[0]]
    first, last = ends
    return None if first is None or last is None or first >= last else (first, last)


def plain_value(written: str) -> int | None:
    """Return the value of a Han numeral that leaves no range, or None."""
    written = written.replace("廿", "二十").replace("卅", "三十")
    if _DIGITS_ONLY.fullmatch(written):
        if len(written) > 1 and "两" in written:
            return None
        return int("".join(str(DIGIT[c]) for c in written))
    total = section = digit = last = 0
    waiting = False
    for char in written:
        if char in "零〇":
            digit, waiting, last = 0, False, 0
        elif char in DIGIT:
            if waiting:
                return None
            digit, waiting = DIGIT[char], True
        else:
            last = TENS[char]
            if last < 4:
                section += (digit if waiting else 1) * 10**last
            else:
                part = section + digit
                total = total + (part or 1) * 10**last if last == 4 else ((total + part) or 1) * 10**last
                section = 0
            digit, waiting = 0, False
    if waiting and last > 1:
        digit *= 10 ** (last - 1)
    return total + section + digit
