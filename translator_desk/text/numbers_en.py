"""The figures of English text, by value: 38.6 billion, twenty-one, two thirds, dozens, June 12th, the 1980s, 3 p.m."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache

from translator_desk.text.figure_words import EnglishWord, english_units, english_words, hedges
from translator_desk.text.quantity import Hedge, Kind, Quantity, Value, decimal_value

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_OF = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_OF = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS, 1)}
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_MONTH_CAPITALS = "|".join(name.upper() for name in MONTHS)
_TENS_OF = {
    "hundred": 2, "thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "mln": 6, "billion": 9, "bn": 9, "b": 9,
    "trillion": 12, "tn": 12, "trn": 12,
}  # fmt: skip
_PARTS_IN_WORDS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}


@cache
def _words_pattern() -> str:
    """Return the alternation of number words, longest first."""
    return "|".join(sorted(map(re.escape, english_words()), key=len, reverse=True))


@cache
def _figure() -> re.Pattern[str]:
    word = _words_pattern()
    return re.compile(
        rf"""
        (?P<clock>(?<![\d:.])(?P<hour>\d{{1,2}})(?:(?:[:h]|H)(?P<minute>\d\d)(?::\d\d)?)?\s?(?P<noon>[ap]\.?m\b\.?|[AP]\.?M\b\.?|o['’]clock)
          |(?<![\d:.])(?P<hour2>\d{{1,2}})(?::|[hH](?=\d\d\b))(?P<minute2>\d\d)(?::\d\d)?(?![\d:]))
      | (?P<digits>(?<![\d.,])(?<![A-Za-z])(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<!\w)\.\d+))
        (?P<tail>(?:st|nd|rd|th)(?![a-z])|['’]?s(?![a-z])|\s?/\s?\d+(?![\d/])
          |(?:[\s\u00a0-]?(?:hundred|thousand|million|billion|trillion|bn|tn|mn|mln|trn|[kmb])(?![a-zA-Z]))+)?
      | (?P<month>(?<![A-Za-z])(?:{_MONTH}|{_MONTH_CAPITALS})(?![A-Za-z]))
      | (?P<weekday>(?<![A-Za-z])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAYS?|(?:Tues?|Weds?|Thurs?|Mon|Fri|Sat)\.)(?![A-Za-z]))
      | (?P<code>(?<=[A-Za-z])\d+(?![\d,.]*\d))
      | (?P<roman>(?<![A-Za-z])(?:II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XX)(?![A-Za-z]))
      | (?P<sign>[½¼¾⅓⅔])
      | (?P<words>(?<![A-Za-z])(?:(?:a|an)[\s-](?=(?:half|third|quarter|fifth|tenth|hundred|thousand|million|billion|trillion|dozen)(?![a-z])))?
          (?:{word})(?:(?:[\s-]+(?:and[\s-]+(?:a[\s-]+)?)?|[\s-]+of[\s-]+(?=hundred|thousand|million|billion)|[\s-]a[\s-](?=million|billion|trillion|thousand|hundred|dozen))(?:{word}))*(?![A-Za-z]))
        """,
        re.VERBOSE | re.IGNORECASE if False else re.VERBOSE,
    )
