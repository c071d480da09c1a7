"""What a figure says, apart from how it is written: value, kind, how firmly it is meant."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import NamedTuple

from translator_desk.text.span import Span

Value = int | Decimal | Fraction
"""An exact number; equal values of different types compare and hash alike."""


class Kind(StrEnum):
    """What a figure counts."""

    CARDINAL = "cardinal"
    PERCENT = "percent"
    POINT = "percentage-point"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    DOUBLING = "doubling"
    ORDINAL = "ordinal"
    SESSION = "session"
    YEAR = "year"
    DECADE = "decade"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    THIRD_OF_MONTH = "third-of-month"
    TIME = "time"
    CODE = "code"


DATE_KINDS = frozenset(
    {Kind.YEAR, Kind.DECADE, Kind.MONTH, Kind.DAY, Kind.WEEKDAY, Kind.QUARTER, Kind.HALF_YEAR, Kind.THIRD_OF_MONTH}
)


class Hedge(IntEnum):
    """How exactly a figure is meant."""

    EXACT = 0
    ABOUT = 1
    OVER = 2
    UNDER = 3
    VAGUE = 4


class Quantity(NamedTuple):
    """One figure of a text.

    Attributes:
        start: First code point of the figure (with its magnitude words, without hedge and unit).
        end: End of the figure.
        low: Its value; of "35%" the number 35, of a weekday 1 (Monday) to 7, of a half-year or third of a month its
            number, of a clock time the hour.
        high: The upper end where the words leave a range ("三四十", "dozens"); else equal to ``low``.
        kind: What it counts.
        hedge: How exactly it is meant.
        firm: Whether it is a figure beyond doubt. Others ("one", "both", 一, a bare 万) may answer a figure of the
            other language, yet their absence says nothing.
        unit: Id of the unit that follows (first column of ``units.tsv``), or "".
        also: Other values the same words may have ("400m").
        digits: Whether it is written in figures.
    """

    start: int
    end: int
    low: Value
    high: Value
    kind: Kind
    hedge: Hedge = Hedge.EXACT
    firm: bool = True
    unit: str = ""
    also: tuple[Value, ...] = ()
    digits: bool = True

    @property
    def span(self) -> Span:
        """The words of the figure."""
        return Span(self.start, self.end)

    def may_be(self, value: Value) -> bool:
        """Return whether the words can mean ``value``."""
        return self.low <= value <= self.high or value in self.also


def decimal_value(written: str, tens: int = 0) -> Value:
    """Return the exact value of a decimal number without grouping, times ten to the power ``tens``.

    Args:
        written: Digits with at most one point, "38.6".
        tens: Power of ten to multiply by, 8 for 亿.
    """
    if "." not in written:
        return scaled(int(written), tens)
    value = Decimal(written).scaleb(tens)
    whole = int(value)
    return whole if whole == value else value


def scaled(value: Value, tens: int) -> Value:
    """Return ``value`` times ten to the power ``tens``, as an int where it is whole."""
    power: int = 10**tens
    product: Value = value * power
    whole = int(product)
    return whole if whole == product else product


def plus(one: Value, other: Value) -> Value:
    """Return the exact sum."""
    if isinstance(one, int) and isinstance(other, int):
        return one + other
    return plain(Fraction(one) + Fraction(other))


def times(one: Value, other: Value) -> Value:
    """Return the exact product."""
    if isinstance(one, int) and isinstance(other, int):
        return one * other
    return plain(Fraction(one) * Fraction(other))


def plain(value: Fraction) -> Value:
    """Return a fraction as an int where it is whole."""
    return value.numerator if value.denominator == 1 else value


def digits_of(value: Value) -> str:
    """Return the digits of ``value`` without point, leading and trailing zeros: 38.6 billion is "386"."""
    if isinstance(value, Fraction):
        return f"{value.numerator}{value.denominator}"
    return f"{value:f}".replace(".", "").strip("0") if isinstance(value, Decimal) else str(value).rstrip("0")


def significant(value: Value) -> int:
    """Return how many digits of ``value`` matter: 2 for 240 billion."""
    return len(digits_of(value))


def printed_value(value: Value) -> str:
    """Return ``value`` the English way: "6,842", "38.6", "1/3"."""
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}" if value.denominator != 1 else f"{value.numerator:,}"
    if isinstance(value, Decimal):
        return f"{value.normalize():,f}"
    return f"{value:,}"


_MAGNITUDES = ((12, "trillion"), (9, "billion"), (6, "million"))


def english_figure(value: Value) -> str:
    """Return ``value`` as English news prints it: "110 billion", "2.36 billion", "42,000", "nine".

    Magnitude words are used from a million on, where they keep the figure short and exact.
    """
    if not isinstance(value, Fraction):
        for tens, word in _MAGNITUDES:
            if value >= 10**tens:
                short = (Decimal(value) / 10**tens).normalize()
                if -int(short.as_tuple().exponent) <= 3:
                    return f"{short:,f} {word}"
                break
    return printed_value(value)
