"""A glance at the figures of English text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import cache

from translator_desk.text.english_measures import unit_beside
from translator_desk.text.figure_glance import COUNT, NO_FIGURES, Figure, Glance, written_value
from translator_desk.text.figure_words import english_units, english_words
from translator_desk.text.numbers_en import (
    DAY_CHAIN,
    DAY_GAP,
    MONTH_NEXT,
    MONTH_WORDS,
    MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    first_words,
    is_month,
)
from translator_desk.text.quantity import Kind, Value
from translator_desk.text.tokens import letters_only

_NUMBER = re.compile("[0-9０-９½¼¾⅓⅔](?:(?<=[0-9])[0-9]*(?:,[0-9]+)*(?:[.][0-9]+)?)?")
_PLAIN = re.compile(r"(?:[0-9]{1,6}|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_DASH_AND_NUMBER = re.compile(r"\s*[-–—~]\s*(?:US|HK)?[$€£¥￥]?[0-9]")
_TENS_OF = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_CURRENCIES = frozenset("$€£¥￥")
_OPENING = frozenset(' ("“[') | _CURRENCIES
_CLOSING = frozenset(' -.,;:!?)]"”')
"""Marks between which a number stands by itself, where no digit and no word of what it counts comes next."""
_CODE_ENDS = frozenset("BYDRP") | _CURRENCIES
"""Last letters of RMB, CNY, USD, EUR, GBP."""
_TIED = frozenset("-–—−~/0123456789½¼¾⅓⅔%°℃") | _CURRENCIES
"""What joins a figure with a following one, or says what it counts, across a space too."""
_JOINTS = frozenset(("to", "and", "or"))
_PERCENT_WORDS = ("percentage", "per", "pct", "pp", "ppt")
_LATER_WORDS = frozenset(
    (*_PERCENT_WORDS, "percent", "point", "points", "way", "fold", "trick", "final", "finals", "long", "up", "old")
)
"""Words behind a number in words that may make it another: two percent, two-way, a hat-trick."""
_TIED_WORDS = frozenset(
    (*_PERCENT_WORDS, "hundreds", "thousands", "millions", "billions", "trillions", "bn", "tn", "mn", "mln", "trn", "k", "m",
     "b", "a", "am", "p", "pm", "o", "us", "hk")
)  # fmt: skip
"""Words behind a number in figures that may make it another, or a time."""
_THIRDS_OF_MONTHS = frozenset(("early", "late", "mid", "middle"))
_YEARS = range(1800, 2100)
_LAST_DAY = 31


class _Role(Enum):
    """What a word may be that begins a figure."""

    COUNT = auto()
    LOOSE = auto()
    MONTH = auto()
    WEEKDAY = auto()
    SHORT = auto()
    COMPOUND = auto()
    MAGNITUDE = auto()
    TIED = auto()


def english_glance(text: str, letters: str | None = None, words: Sequence[str] | None = None) -> Glance | None:
    """Return the firm figures of English ``text``, None where they are not plain.

    Args:
        text: The English.
        letters: ``letters_only(text)``, where it is at hand.
        words: The words of ``letters``, where they are.
    """
    letters = letters_only(text) if letters is None else letters
    words = letters.split() if words is None else words
    named = first_words().intersection(words)
    number = _NUMBER.search(text)
    if not named and number is None:
        return NO_FIGURES
    reader = _Reader(text, letters)
    if named and not reader.take_words(named, words):
        return None
    while number is not None:
        if not reader.take_number(number[0], *number.span()):
            return None
        number = _NUMBER.search(text, number.end())
    return Glance(reader.firm, reader.loose)


class _Reader:
    """Takes the figures of one text; each method returns False where something is not plain."""

    __slots__ = ("firm", "letters", "loose", "months", "names_months", "text")

    def __init__(self, text: str, letters: str) -> None:
        self.text = text
        self.letters = letters
        self.firm: dict[Figure, str] = {}
        self.loose: set[str] = set()
        self.months: list[int] = []
        self.names_months = False

    def add(self, kind: Kind, value: Value, unit: str = "") -> bool:
        key = kind, value
        if key in self.firm:
            return False
        self.firm[key] = unit
        return True

    def take_words(self, named: frozenset[str], words: Sequence[str]) -> bool:
        """Take the figures that begin with a word."""
        if not MONTH_WORDS.isdisjoint(named):
            self.names_months = True
            if not _THIRDS_OF_MONTHS.isdisjoint(words):
                return False
        roles, padded = _roles(), f" {self.letters} "
        for word in named:
            role = roles.get(word)
            if role is _Role.TIED:
                return False
            if role is None:
                continue  # a Roman numeral
            wanted = f" {word} "
            at = padded.find(wanted)
            while at >= 0:
                if not self._take_word(role, word, at, at + len(word)):
                    return False
                at = padded.find(wanted, at + 1)
        return True

    def _take_word(self, role: _Role, word: str, start: int, end: int) -> bool:
        text = self.text
        if role is _Role.MAGNITUDE:  # taken with the number in figures before it
            return word in _TENS_OF and text[start - 1 : start] in (" ", "-") and text[start - 2 : start - 1].isdigit()
        if role is _Role.COMPOUND:
            return text[end : end + 1] != "-"
        if role is _Role.COUNT or role is _Role.LOOSE:
            return self._take_count(role, word, start, end)
        if not text[start].isupper():
            return True
        if role is _Role.SHORT or text[start + 1].isupper():
            return False
        if role is _Role.WEEKDAY:
            return self.add(Kind.WEEKDAY, _weekdays()[word])
        if is_month(text, start, text[start:end]):
            self.months.append(end)
            return self.add(Kind.MONTH, _months()[word])
        return True

    def _take_count(self, role: _Role, word: str, start: int, end: int) -> bool:
        """Take a number in words, where nothing behind it belongs to the same figure."""
        behind = self.letters[end : end + 24].split(None, 2)
        if behind:
            follows = behind[0]
            if follows in _LATER_WORDS or follows in _joining_words() or (word == "half" and follows in ("a", "an")):
                return False
            if follows in _JOINTS and self._is_joined(self.letters.find(follows, end) + len(follows)):
                return False
        if _DASH_AND_NUMBER.match(self.text, end):
            return False
        unit = (
            unit_beside(self.text, start, end) if role is _Role.COUNT or (behind and behind[0] in _unit_words()) else ""
        )
        if role is _Role.COUNT:
            return self.add(Kind.CARDINAL, english_words()[word].low, unit)
        if unit and unit != COUNT:
            self.loose.add(unit)
        return True

    def take_number(self, written: str, start: int, end: int) -> bool:
        """Take a number in figures."""
        text = self.text
        before = text[start - 1 : start]
        if (before and before not in _OPENING) or _PLAIN.fullmatch(written) is None:
            return False
        if self.names_months and written.isdigit() and int(written) <= _LAST_DAY:
            is_day = self._is_day(start, end)
            if is_day is None:
                return False
            if is_day:
                return self.add(Kind.DAY, int(written))
        word = self._word_behind(end)
        tens = _TENS_OF.get(word or "", 0)
        if tens and word:
            end += 1 + len(word)
            word = self._word_behind(end)
        if word is None or word in _TENS_OF:
            return False
        if word == "%":
            return self.add(Kind.PERCENT, written_value(written, tens))
        if word == "percent":
            points = self.letters.startswith("point", end + len(" percent "))
            return not points and self.add(Kind.PERCENT, written_value(written, tens))
        unit = ""
        if word in _unit_words() or before in _CURRENCIES or not _CODE_ENDS.isdisjoint(text[max(0, start - 2) : start]):
            unit = unit_beside(text, start, end)
        value = written_value(written, tens)
        is_year = not unit and not tens and value in _YEARS and written.isdigit()
        return self.add(Kind.YEAR if is_year else Kind.CARDINAL, value, unit)

    def _word_behind(self, end: int) -> str | None:
        """Return the word that may say what a number counts, "" where none does, None where more than a word follows."""
        text = self.text
        after = text[end : end + 1]
        if after == "%":
            return after
        if after and after not in _CLOSING:
            return None
        behind = text[end + 1 : end + 2]
        if after in (" ", "-"):
            if behind in _TIED or behind == " ":
                return None
            if not (behind.isascii() and behind.isalpha()):
                return ""
            stop = self.letters.find(" ", end + 1)
            word = self.letters[end + 1 : stop if stop > 0 else None]
            if word in _TIED_WORDS or (word in _JOINTS and self._is_joined(end + 1 + len(word))):
                return None
            return word
        return None if behind.isdigit() else ""

    def _is_joined(self, end: int) -> bool:
        """Return whether another figure stands behind a joint ("to", "and") that ends at ``end``."""
        rest = self.text[end : end + 4].split(None, 1)[:1]
        if rest and not _TIED.isdisjoint(rest[0]):
            return True
        words = self.letters[end : end + 20].split(None, 1)[:1]
        return bool(words) and (words[0] in first_words() or words[0] in ("a", "an", "us", "hk"))

    def _is_day(self, start: int, end: int) -> bool | None:
        """Return whether a month stands beside a number, None where that is not plain."""
        text = self.text
        after = text[end : end + 1]
        chain = DAY_CHAIN.match(text, end)
        if (
            chain
            and text[chain.end() : chain.end() + 1].isdigit()
            and not text[chain.end() : chain.end() + 4].isdigit()
        ):
            return None
        beside = MONTH_NEXT.match(text, end) is not None
        if not beside:
            beside = any(month < start < month + 9 and DAY_GAP.fullmatch(text, month, start) for month in self.months)
        if beside and (
            (after and after not in _CLOSING) or (after in (".", ",", ":") and text[end + 1 : end + 2].isdigit())
        ):
            return None
        return beside


@cache
def _roles() -> dict[str, _Role]:
    """Return what the words may be with which a figure begins; Roman numerals, which are never firm, are left out."""
    roles = dict.fromkeys(MONTH_WORDS, _Role.SHORT)
    roles |= dict.fromkeys(_months(), _Role.MONTH)
    roles |= dict.fromkeys((name.lower() for name in SHORT_WEEKDAYS), _Role.SHORT) | dict.fromkeys(
        _weekdays(), _Role.WEEKDAY
    )
    for name, word in english_words().items():
        first, *later = letters_only(name).split()
        if later:
            roles.setdefault(first, _Role.COMPOUND)
        elif word.role in ("digit", "teen", "tens") and word.low > 1:
            roles[name] = _Role.COUNT
        else:
            roles[name] = (
                _Role.LOOSE
                if name == "half"
                else {"magnitude": _Role.MAGNITUDE, "part": _Role.TIED}.get(word.role, _Role.LOOSE)
            )
    return roles


@cache
def _months() -> dict[str, int]:
    return {name.lower(): number for number, name in enumerate(MONTHS, 1)}


@cache
def _weekdays() -> dict[str, int]:
    return {form.lower(): number for number, name in enumerate(WEEKDAYS, 1) for form in (name, f"{name}s")}


@cache
def _joining_words() -> frozenset[str]:
    """Return the words that may go on with a number in words, rather than begin another figure."""
    roles = ("digit", "teen", "tens", "magnitude", "ordinal", "part", "vague")
    return frozenset(name for name, word in english_words().items() if word.role in roles) | {"dozen", "score"}


@cache
def _unit_words() -> frozenset[str]:
    """Return the first words of the units."""
    return frozenset(words[0] for unit in english_units() if (words := letters_only(unit).split()))
