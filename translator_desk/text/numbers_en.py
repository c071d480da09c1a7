"""The figures of English text, by value: 38.6 billion, twenty-one, two thirds, dozens, June 12th, the 1980s, 3 p.m."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache

from translator_desk.text.english_measures import percent_kind, unit_beside
from translator_desk.text.english_words_value import WordFigure, read_words
from translator_desk.text.figure_words import english_words, hedges
from translator_desk.text.grammar_words import grammar_words
from translator_desk.text.quantity import Hedge, Kind, Quantity, Value, decimal_value, scaled
from translator_desk.text.tokens import letters_only
from translator_desk.text.word_tree import any_of

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BIG_MONTHS = frozenset(name.upper() for name in MONTHS)
_MONTH_OF = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_OF = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS, 1)}
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
SHORT_WEEKDAYS = ("Mon", "Tues", "Tue", "Weds", "Wed", "Thurs", "Thur", "Fri", "Sat")
_SHORT = any_of((*_SHORT_MONTHS, *(name.upper() for name in _SHORT_MONTHS)))
_MONTH = rf"{any_of((*MONTHS, *(name.upper() for name in MONTHS)))}|{_SHORT}\.?"
_WEEKDAY = "|".join((*(f"{name}s?|{name.upper()}S?" for name in WEEKDAYS), rf"(?:{'|'.join(SHORT_WEEKDAYS)})\."))
_TENS_OF = {
    "hundred": 2, "thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "mln": 6, "billion": 9, "bn": 9, "b": 9,
    "trillion": 12, "tn": 12, "trn": 12,
}  # fmt: skip
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_ROMAN = {
    "II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11, "XII": 12, "XIII": 13, "XIV": 14,
    "XV": 15, "XX": 20,
}  # fmt: skip

_MAGNITUDE_WORD = re.compile(r"hundred|thousand|million|billion|trillion|bn|tn|mn|mln|trn|[kmb]", re.IGNORECASE)
_CODES = r"RMB)|(?<=CNY)|(?<=USD)|(?<=HKD)|(?<=EUR)|(?<=GBP)|(?<=JPY"
_WORD_BEFORE = re.compile(r"([a-z]+)\s+(?:(?:a|an|the|total|of|some|RMB|US|HK|CNY|USD)\s*)?[$€£¥￥]?$", re.IGNORECASE)
_WORDS_AFTER = re.compile(r"[\s-]([a-z]+)(?:\s([a-z]+))?")
MONTH_NEXT = re.compile(rf"(?:st|nd|rd|th)?\s(?:of\s)?(?=(?:{_MONTH})(?![A-Za-z]))(?!May\s[a-z])")
DAY_GAP = re.compile(r"\.?\s+(?:the\s+)?")
DAY_CHAIN = re.compile(r"(?:st|nd|rd|th)?(?:\s*[-–—~/]\s*|,?\s+(?:and|to|or|through|until)\s+(?:the\s+)?|,\s)")
_NO_DAY = re.compile(r"[.,]\d|\s?%|:\d")
_COUNTED = re.compile(
    r"\s?(?:%|percent)|\s(?!(?:in|at|of|and|to|the|as|with|for|on|by|from|that|when|after|before|this|last|next)\b)[a-z]{2,}"
)
_LONE_DAY = re.compile(r"\b(?:on|from|since|until|till|by|to|and) the $")
_THIRD_BEFORE = re.compile(r"\b(early|late|mid-?|(?:the )?middle of)(?:[\s-]|(?<=-)| in )$", re.IGNORECASE)
_LONGEST_THIRD = len("the middle of ")
_THIRDS = ("early", "mid", "late")
_OF_YEAR = re.compile(
    r"\s+of\s+(?:(?:the|this|last|next)\s+)?(?:(?:fiscal|financial)\s+)?(?:year\b|(?:19|20)\d\d\b)|[\s-]year\b"
)
_PARTS_OF_YEAR = {"Q": (Kind.QUARTER, 4), "H": (Kind.HALF_YEAR, 2)}
_QUARTER = Fraction(1, 4)
_HALF = Fraction(1, 2)
_TWO_DIGITS = re.compile(r"\d{1,2}")
_RANGE_GAP = re.compile(r"\s*(?:[-–—~]|to|and|or)\s*(?:US|HK)?[$€£¥￥]?")
_MONTH_BEFORE = re.compile(
    r"(?:\d(?:st|nd|rd|th)?,?|\b(?:in|of|since|until|till|by|from|to|last|this|next|early|late|through|between|and|during|for|on|before|after|mid|every|or)|[,(–-])[\s-]$",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(r",?\s+(?:the\s+)?\d")
_LEAD = re.compile(r"(?<![A-Za-z])([Aa][Nn]?)[\s-]$")
_PREFIX = re.compile(r"([A-Za-z]+)-$")


@cache
def _magnitudes() -> str:
    return any_of(("hundred", "thousand", "million", "billion", "trillion"))


@cache
def _in_figures() -> re.Pattern[str]:
    """Return what reads a figure that begins with a digit or a sign."""
    return re.compile(
        rf"""
        (?P<clock>(?<![\d:.,])(?P<hour>\d{{1,2}})(?:[:hH.](?P<minute>\d\d)(?::\d\d)?)?\s?(?P<noon>[aApP]\.?[mM]\b\.?|o['’]clock)
          |(?<![\d:.,])(?P<hour2>\d{{1,2}})(?::|[hH])(?P<minute2>\d\d)(?::\d\d)?(?![\d:]))
      | (?P<digits>(?:(?<![A-Za-z\d])|(?<={_CODES}))(?<!\d[.,])(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)
          (?P<tail>(?i:st|nd|rd|th)(?![a-z])|['’]?s(?![a-z])|\s?/\s?\d+(?![\d/])
            |(?i:[\s\u00a0-]?(?:{_magnitudes()}s?|bn|tn|mn|mln|trn|[kmb])(?![a-z²³]))+)?)
      | (?P<code>(?<=[A-Za-z])\d+)
      | (?P<sign>[½¼¾⅓⅔])
        """,
        re.VERBOSE,
    )


@cache
def _in_words() -> re.Pattern[str]:
    """Return what reads a figure that begins with a letter."""
    word, magnitude = any_of(english_words()), _magnitudes()
    join = rf"[\s-]+(?:and[\s-]+(?:an?[\s-]+)?)?|[\s-]+of[\s-]+(?={magnitude})|[\s-]an?[\s-](?={magnitude}|dozen)"
    return re.compile(
        rf"""
        (?P<month>(?<![A-Za-z])(?:{_MONTH})(?![A-Za-z]))
      | (?P<weekday>(?<![A-Za-z])(?:{_WEEKDAY})(?![A-Za-z]))
      | (?P<roman>(?<![A-Za-z])(?:{any_of(_ROMAN)})(?![A-Za-z]))
      | (?P<words>(?<![A-Za-z])(?i:(?:an?[\s-](?=(?:half|third|quarter|fifth|tenth|dozen|{magnitude})(?![a-z])))?
          {word}(?![A-Za-z])(?:(?:{join}){word}(?![A-Za-z]))*))
        """,
        re.VERBOSE,
    )


def english_quantities(text: str, letters: str | None = None, words: Sequence[str] | None = None) -> list[Quantity]:
    """Return the figures of English ``text`` in order, in figures and in words.

    Dates come as their parts. Words that only imply a number (both, decade, once) come as figures that are not firm.
    The two ends of a range are two figures; the first also reads with the magnitude of the second ("3 to 5 million").

    Args:
        text: The English.
        letters: ``letters_only(text)``, where it is at hand.
        words: The words of ``letters``, where they are.
    """
    letters = letters_only(text) if letters is None else letters
    words = letters.split() if words is None else words
    starts = [match.start() for match in _MARKS.finditer(text)]
    names_months = False
    if not first_words().isdisjoint(words):
        first = first_words().intersection(words)
        starts = sorted([*starts, *_word_starts(text, letters, first)])
        names_months = not MONTH_WORDS.isdisjoint(first)
    if not starts:
        return []
    reader = _Reader(text, letters, names_months=names_months)
    in_figures, in_words = _in_figures().match, _in_words().match
    position = 0
    for start in starts:
        if start < position:
            continue
        read = in_words if text[start].isalpha() else in_figures
        if (match := read(text, start)) is not None:
            _READERS[match.lastgroup or ""](reader, match)
            position = match.end()
    return reader.found


_MARKS = re.compile("[0-9０-９½¼¾⅓⅔](?:(?<=[0-9０-９])[0-9０-９]+)?")
"""Begins where a figure may begin: never within a run of digits."""


def _word_starts(text: str, letters: str, words: Iterable[str]) -> Iterator[int]:
    """Yield where a figure may begin with one of ``words``; to read from every letter takes fifty times longer."""
    padded, capitals = f" {letters} ", _capital_words()
    for word in words:
        wanted, capital = f" {word} ", word in capitals
        at = padded.find(wanted)
        while at >= 0:
            if not capital or text[at].isupper():
                yield at
                if letters[at - 2 : at] in ("a ", "n ") and (lead := _LEAD.search(text, max(0, at - 4), at)):
                    yield lead.start(1)
            at = padded.find(wanted, at + 1)


@cache
def first_words() -> frozenset[str]:
    """Return the words a figure may begin with, small letters."""
    return _capital_words().union(letters_only(word).split()[0] for word in english_words())


@cache
def _capital_words() -> frozenset[str]:
    """Return those of them that must have a capital."""
    names = (*MONTHS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), *_ROMAN, *_SHORT_MONTHS, *SHORT_WEEKDAYS)
    words = {letters_only(word).split()[0] for word in english_words()}
    return frozenset(name.lower() for name in names) - words


MONTH_WORDS = frozenset(name.lower() for name in (*MONTHS, *_SHORT_MONTHS))


@cache
def _first_hedges() -> frozenset[str]:
    """Return the first words of the hedges that stand behind a figure."""
    return frozenset(words.split()[0] for words in hedges("en", "after"))


def is_month(text: str, start: int, name: str) -> bool:
    """Return whether ``name``, which stands at ``start``, is a month: May and March, APR and SEP are many things."""
    end = start + len(name)
    followed = _DAY_BEHIND.match(text, end, end + 8)
    if name in ("May", "March", "MAY", "MARCH", "Mar") and not followed:
        return _MONTH_BEFORE.search(text[max(0, start - 9) : start]) is not None
    return bool(followed) or not name.isupper() or name in _BIG_MONTHS or text[start - 2 : start - 1].isdigit()


class _Reader:
    """Reads the matches of one text from left to right."""

    def __init__(self, text: str, letters: str, *, names_months: bool) -> None:
        self.text = text
        self.letters = letters
        self.found: list[Quantity] = []
        self.names_months = names_months

    def add(
        self,
        start: int,
        end: int,
        value: Value,
        kind: Kind,
        *,
        firm: bool = True,
        also: tuple[Value, ...] = (),
        digits: bool = True,
    ) -> None:
        self.found.append(Quantity(start, end, value, value, kind, Hedge.EXACT, firm, "", also, digits))

    def clock(self, match: re.Match[str]) -> None:
        side = "hour" if match["hour"] else "hour2"
        hour = int(match[side])
        other = (hour + 12) % 24 if hour <= 12 else hour - 12
        also: tuple[Value, ...] = (other, 24) if hour in (0, 12) else (other,)
        self.add(*match.span(side), hour, Kind.TIME, also=also)
        minute = "minute" if side == "hour" else "minute2"
        if match[minute]:
            self.add(*match.span(minute), int(match[minute]), Kind.TIME, firm=False)

    def month(self, match: re.Match[str]) -> None:
        start, end = match.span()
        text = self.text
        if not is_month(text, start, match[0]):
            return
        third = _THIRD_BEFORE.search(text, max(0, start - _LONGEST_THIRD), start)
        if third:
            number = next(number for number, word in enumerate(_THIRDS, 1) if word in third[1].lower())
            self.add(*third.span(1), number, Kind.THIRD_OF_MONTH, digits=False)
        self.add(start, end - match[0].endswith("."), _MONTH_OF[match[0][:3].lower()], Kind.MONTH, digits=False)

    def weekday(self, match: re.Match[str]) -> None:
        start, end = match.span()
        plural = match[0][-1] in ("s.S" if match[0].lower().endswith("days") else ".")
        self.add(start, end - plural, _WEEKDAY_OF[match[0][:3].lower()], Kind.WEEKDAY, digits=False)

    def code(self, match: re.Match[str]) -> None:
        start, end = match.span()
        kind, most = _PARTS_OF_YEAR.get(self.text[start - 1], (Kind.CODE, 0))
        alone = not self.text[start - 2 : start - 1].isalnum() and not self.text[end : end + 1].isalnum()
        if alone and 1 <= int(match[0]) <= most:
            self.add(start, end, int(match[0]), kind)
            return
        self.add(*match.span(), int(match[0]), Kind.CODE, firm=False)

    def roman(self, match: re.Match[str]) -> None:
        self.add(*match.span(), _ROMAN[match[0]], Kind.ORDINAL, firm=False, digits=False)

    def sign(self, match: re.Match[str]) -> None:
        value: Value = _SIGNS[match[0]]
        start = match.start()
        if self.found and self.found[-1].end == start and self.found[-1].kind is Kind.CARDINAL:
            whole = self.found.pop()
            start, value = whole.start, Fraction(whole.low) + Fraction(value)
        self.add(start, match.end(), value, Kind.FRACTION)

    def words(self, match: re.Match[str]) -> None:
        for figure in read_words(match[0]):
            self._word_figure(figure, match.start() + figure.start, match.start() + figure.end)

    def _word_figure(self, figure: WordFigure, start: int, end: int) -> None:
        if figure.role == "part" and self._part_of_year(figure.low, start, end):
            return
        kind, firm = Kind.CARDINAL, False
        also: tuple[Value, ...] = ()
        if figure.role in ("digit", "teen", "tens", "number", "magnitude"):
            firm = figure.low > 1 and figure.role != "magnitude"
        elif figure.role == "ordinal":
            kind = Kind.ORDINAL
            also = (Fraction(1, int(figure.low)),)
        elif figure.role == "part":
            kind = Kind.FRACTION
            firm = figure.low != _HALF and " " in re.sub("^an? |-", " ", self.text[start:end]).strip()
        elif figure.role == "multiple":
            kind = Kind.MULTIPLE
        hedge = Hedge.VAGUE if figure.low != figure.high else self._hedge(start, end)
        kind, after = percent_kind(self.text, end, kind)
        unit = unit_beside(self.text, start, after)
        if figure.low != figure.high:
            self.found.append(Quantity(start, end, figure.low, figure.high, kind, hedge, False, unit, (), False))
            return
        self._join(start, kind, 0)
        self.found.append(Quantity(start, end, figure.low, figure.low, kind, hedge, firm, unit, also, False))

    def _part_of_year(self, value: Value, start: int, end: int) -> bool:
        """Take "quarter" or "half" behind an ordinal as a part of the year; "the first half" alone may be of a match."""
        ordinal = self.found[-1] if self.found else None
        if ordinal is None or ordinal.kind is not Kind.ORDINAL or ordinal.low > 4:
            return False
        if not re.fullmatch(r"(?:st|nd|rd|th)?[\s-]", self.text[ordinal.end : start]):
            return False
        if value == _QUARTER:
            kind = Kind.QUARTER
        elif value == _HALF and ordinal.low <= 2 and _OF_YEAR.match(self.text, end):
            kind = Kind.HALF_YEAR
        elif ordinal.low == 1 and value == 3 * _QUARTER:  # the first three quarters, 前三季度
            self.add(start, end, 3, Kind.QUARTER, firm=False, digits=False)
            return True
        else:
            return False
        self.found[-1] = ordinal._replace(kind=kind, firm=True, also=())
        return True

    def digits(self, match: re.Match[str]) -> None:
        start, end = match.span()
        tail = match["tail"] or ""
        written = match[0][: len(match[0]) - len(tail)].replace(",", "")
        value = decimal_value(written)
        ordinal = tail.lower() in ("st", "nd", "rd", "th")
        if isinstance(value, int):
            if (
                self.names_months
                and 1 <= value <= 31
                and (ordinal or not tail)
                and self._is_day(start, end, end - len(tail))
            ):
                self.add(start, end - len(tail), value, Kind.DAY)
                return
            if "/" in tail:
                self._ratio(start, end, value, int(tail.strip(" /\t\u00a0")))
                return
            if ordinal:
                self.add(start, end - 2, value, Kind.DAY if self._is_lone_day(start, end, value) else Kind.ORDINAL)
                return
            if tail.strip("'’") == "s":
                decade = value % 10 == 0 and (value < 100 or 1000 <= value < 2200)
                kind, also = (Kind.DECADE, (value % 100,)) if decade else (Kind.CARDINAL, ())
                self.add(start, end - len(tail), value, kind, firm=len(written) == 4, also=also)
                return
        self._amount(start, end, value, _MAGNITUDE_WORD.findall(tail) if tail else (), grouped="," in match[0])

    def _ratio(self, start: int, end: int, top: int, bottom: int) -> None:
        value: Value = Fraction(top, bottom) if 0 < top < bottom <= 10 else top
        self.add(start, end, value, Kind.FRACTION, firm=False, also=(top, bottom))

    def _amount(self, start: int, end: int, written: Value, magnitudes: Sequence[str], *, grouped: bool) -> None:
        """Take a number with its magnitude words, percent sign and unit."""
        marks = [mark.lower() for mark in magnitudes]
        tens = sum([_TENS_OF[mark] for mark in marks])
        value = scaled(written, tens) if tens else written
        also = (written,) if marks and marks[-1] in "kmb" else ()
        kind, after = percent_kind(self.text, end, Kind.CARDINAL)
        unit = unit_beside(self.text, start, after)
        firm = True
        if kind is Kind.CARDINAL:
            plain_digits = isinstance(written, int) and not marks and not grouped
            if self._is_code(start, end, unit) or (plain_digits and value >= 10**6):
                kind, firm = Kind.CODE, False
            elif plain_digits and not unit and 1800 <= value < 2100:
                kind = Kind.YEAR
        hedge = self._hedge(start, end)
        self._join(start, kind, tens)
        self.found.append(Quantity(start, end, value, value, kind, hedge, firm, unit, also))

    def _is_code(self, start: int, end: int, unit: str) -> bool:
        """Return whether a figure is part of a name (COVID-19, 5G)."""
        if not unit and self.text[end : end + 1].isalpha():
            return True
        if self.text[start - 1 : start] != "-":
            return False
        prefix = _PREFIX.search(self.text[max(0, start - 12) : start])
        if prefix is None:
            return False
        word = prefix[1].lower()
        return word not in grammar_words("before-figure") and word[:3] not in _MONTH_OF and word not in english_words()

    def _is_day(self, start: int, end: int, figure_end: int) -> bool:
        """Return whether a month stands beside a figure, or beside another day it is joined to."""
        text = self.text
        if _NO_DAY.match(text, end):
            return False
        if self.found:
            previous = self.found[-1]
            gap = text[previous.end : start]
            if previous.kind is Kind.MONTH and DAY_GAP.fullmatch(gap):
                return True
            if previous.kind is Kind.DAY and DAY_CHAIN.fullmatch(gap) and not _COUNTED.match(text, end):
                return True
        if MONTH_NEXT.match(text, figure_end):
            return True
        chain = DAY_CHAIN.match(text, figure_end)
        second = _TWO_DIGITS.match(text, chain.end()) if chain else None
        return second is not None and MONTH_NEXT.match(text, second.end()) is not None

    def _is_lone_day(self, start: int, end: int, value: int) -> bool:
        """Return whether an ordinal is a day without its month ("on the 15th"): nothing behind it is counted."""
        if not 1 <= value <= 31 or not _LONE_DAY.search(self.text, max(0, start - 11), start):
            return False
        return not _COUNTED.match(self.text, end) and not re.match(r"[\s-][A-Z]", self.text[end : end + 2])

    def _hedge(self, start: int, end: int) -> Hedge:
        before, first = hedges("en", "before"), max(0, start - 24)
        if not before.keys().isdisjoint(self.letters[first:start].split()[-2:]):
            match = _WORD_BEFORE.search(self.text[first:start])
            if match and (hedge := before.get(match[1].lower())) is not None:
                return hedge
        if not _first_hedges().isdisjoint(self.letters[end : end + 20].split(None, 1)[:1]):
            after = _WORDS_AFTER.match(self.text[end : end + 20])
            if after:
                table = hedges("en", "after")
                return table.get(f"{after[1]} {after[2]}") or table.get(after[1]) or Hedge.EXACT
        return Hedge.EXACT

    def _join(self, start: int, kind: Kind, tens: int) -> None:
        """Give the first end of a range the magnitude, or the kind, of the second."""
        if not self.found:
            return
        first = self.found[-1]
        if first.kind not in (Kind.CARDINAL, Kind.YEAR, Kind.CODE) or start - first.end > 7:
            return
        if not _RANGE_GAP.fullmatch(self.text[first.end : start]):
            return
        if kind in (Kind.PERCENT, Kind.POINT) and not first.unit and first.kind is not Kind.YEAR:
            first = first._replace(kind=kind)
        if tens and first.low < 10**6:
            first = first._replace(also=(*first.also, scaled(first.low, tens)))
        self.found[-1] = first


_READERS: dict[str, Callable[[_Reader, re.Match[str]], None]] = {
    "clock": _Reader.clock,
    "digits": _Reader.digits,
    "month": _Reader.month,
    "weekday": _Reader.weekday,
    "code": _Reader.code,
    "roman": _Reader.roman,
    "sign": _Reader.sign,
    "words": _Reader.words,
}
