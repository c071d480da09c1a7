"""Which figure of the translation answers which of the source, and which slip joins the two that do not agree.

Values come first: equal ones are paired wherever they stand, the nearest where a value occurs more than once. Only
what is left is looked at for slips, and only where more than the place speaks for it: figures that look alike, the
same unit, answered neighbours on both sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeVar

from translator_desk.text.figure_words import units
from translator_desk.text.quantity import DATE_KINDS, Hedge, Kind, Quantity, digits_of, significant

Number = TypeVar("Number", float, Fraction)

_NUMBERS = frozenset({Kind.CARDINAL, Kind.PERCENT, Kind.POINT, Kind.MULTIPLE, Kind.FRACTION, Kind.DOUBLING})
_NUMBERS_AND_ORDINALS = _NUMBERS | {Kind.ORDINAL}
_STRICT = frozenset({Kind.WEEKDAY, Kind.HALF_YEAR, Kind.THIRD_OF_MONTH})
_DAYS = frozenset({Kind.MONTH, Kind.DAY})
_YEARS = frozenset({Kind.YEAR, Kind.DECADE})
_RATES = frozenset({Kind.PERCENT, Kind.POINT})
_LOOSE = frozenset({Kind.CARDINAL, Kind.CODE, Kind.ORDINAL, Kind.TIME, Kind.DECADE, Kind.SESSION})
_CONVERTED = 0.03
_SAID_ROUGHLY = 0.1
_ALIKE = 0.03
"""Shares of which one is so much larger are not the same, whatever the rounding."""
_FLOAT_UP_TO = 10**15
_ENOUGH = 2.5
_ALONE = 2.5


class Slip(StrEnum):
    """How a figure most likely went wrong."""

    MAGNITUDE = "magnitude"
    SWAPPED = "swapped"
    DIGIT = "digit"
    LENGTH = "length"
    RANGE = "range"
    OTHER = "other"


class Pair(NamedTuple):
    """Two figures that belong together: places in the lists of source and target."""

    source: int
    target: int
    slip: Slip | None = None


@dataclass(frozen=True, slots=True)
class Pairing:
    """The figures of a segment, told apart by what became of them.

    Attributes:
        source: Figures of the source in order.
        target: Figures of the target in order.
        agreed: Pairs of equal value.
        altered: Pairs whose values differ, with the likely slip.
        lost: Figures of the source that no figure of the target answers.
        added: Figures of the target that answer nothing in the source.
    """

    source: tuple[Quantity, ...]
    target: tuple[Quantity, ...]
    agreed: tuple[Pair, ...] = ()
    altered: tuple[Pair, ...] = ()
    lost: tuple[Quantity, ...] = ()
    added: tuple[Quantity, ...] = ()


def pair_figures(source: Sequence[Quantity], target: Sequence[Quantity], lengths: tuple[int, int]) -> Pairing:
    """Return how the figures of ``target`` answer those of ``source``.

    Args:
        source: Figures of the Chinese.
        target: Figures of the English.
        lengths: Lengths of the two texts, to compare places by.
    """
    if not source or not target:
        return Pairing(tuple(source), tuple(target), lost=tuple(source), added=tuple(target))
    if len(source) == len(target) == 1 and answers(source[0], target[0]):
        return Pairing(tuple(source), tuple(target), (Pair(0, 0),))
    if (agreed := _plainly_agreed(source, target)) is not None:
        return Pairing(tuple(source), tuple(target), agreed)
    work = _Work(source, target, lengths)
    work.pair(_same)
    work.pair(answers)
    altered = work.altered()
    paired_source = {pair.source for pair in (*work.agreed, *altered)}
    paired_target = {pair.target for pair in (*work.agreed, *altered)}
    return Pairing(
        tuple(source),
        tuple(target),
        tuple(work.agreed),
        tuple(altered),
        tuple(
            one
            for index, one in enumerate(source)
            if index not in paired_source and not any(answers(one, other) for other in target)
        ),
        tuple(
            one
            for index, one in enumerate(target)
            if index not in paired_target and not any(answers(other, one) for other in source)
        ),
    )


def _plainly_agreed(source: Sequence[Quantity], target: Sequence[Quantity]) -> tuple[Pair, ...] | None:
    """Return the pairs where each figure has one of its kind and value on the other side, and no figure two readings.

    That is so in most texts; None in all others, where it is worked out who belongs to whom.
    """
    if len(source) != len(target):
        return None
    places = {(one.kind, one.low): number for number, one in enumerate(target) if not one.also}
    if len(places) < len(target):
        return None
    pairs: list[Pair] = []
    for number, one in enumerate(source):
        place = None if one.also else places.pop((one.kind, one.low), None)
        if place is None:
            return None
        pairs.append(Pair(number, place))
    return tuple(pairs)


def _same(zh: Quantity, en: Quantity) -> bool:
    return zh.kind is en.kind and (zh.low == en.low or en.low in zh.also or zh.low in en.also)


def answers(zh: Quantity, en: Quantity) -> bool:
    """Return whether the English figure can say what the Chinese one says."""
    kind, other = zh.kind, en.kind
    if kind in _STRICT or other in _STRICT:
        return kind is other and zh.low == en.low
    if kind in _DAYS or other in _DAYS:
        return zh.low == en.low and (kind is other or (kind in _DAYS and other in _LOOSE) or kind is Kind.ORDINAL)
    if zh.low != zh.high or en.low != en.high:
        vague = zh.low != zh.high or not zh.firm or (zh.hedge is not Hedge.EXACT and significant(zh.low) == 1)
        return vague and en.low <= zh.high and zh.low <= en.high
    if other in _RATES and kind is Kind.CARDINAL and not (zh.firm or zh.digits):
        return False  # the 一 of 一致 is no 1%
    if zh.low == en.low or zh.may_be(en.low) or en.may_be(zh.low) or any(one in en.also for one in zh.also):
        return True
    if kind in _YEARS or other in _YEARS:
        return _same_year(zh, en)
    if kind in _NUMBERS_AND_ORDINALS and other in _NUMBERS_AND_ORDINALS:
        return _same_share(zh, en) or _converted(zh, en) or rounded(zh, en)
    return False


def _same_year(zh: Quantity, en: Quantity) -> bool:
    """Return whether one is the short form of the other (95年, 1995; 80年代, the 1980s; 2020, 2019-20)."""
    short, long = (zh, en) if zh.low < en.low else (en, zh)
    if not (short.low < 100 and long.low >= 1000 and long.low % 100 == short.low):
        return False
    return short.kind is Kind.DECADE or short.unit == "year" or (short.kind is Kind.CARDINAL and short is en)


def _repeated(zh: Quantity, en: Quantity) -> bool:
    """Return whether the two agree so well that one place may stand for two."""
    if zh.kind in DATE_KINDS or en.kind in DATE_KINDS:
        return _same(zh, en)
    if not en.firm and zh.firm:
        return False
    return (zh.kind in _RATES) == (en.kind in _RATES) and answers(zh, en)


def _same_share(zh: Quantity, en: Quantity) -> bool:
    """Return whether a percentage, a fraction and a multiple say the same."""
    if zh.kind is en.kind:
        return False
    if zh.low < _FLOAT_UP_TO and en.low < _FLOAT_UP_TO:  # nearly always that is answer enough
        about_zh, about_en = _shares(zh.kind, float(zh.low)), _shares(en.kind, float(en.low))
        if not any(abs(a - b) <= _ALIKE * abs(b) for a in about_zh for b in about_en):
            return False
    shares_zh, shares_en = _shares(zh.kind, Fraction(zh.low)), _shares(en.kind, Fraction(en.low))
    return any(a == b or (b and abs(float(a / b) - 1) < 0.02 and a < 1) for a in shares_zh for b in shares_en)


def _shares(kind: Kind, value: Number) -> tuple[Number, ...]:
    """Return the shares of a whole that a value of a kind can say."""
    if kind in _RATES:
        return (value / 100,)
    if kind in (Kind.MULTIPLE, Kind.DOUBLING):
        return (value, value - 1, value + 1)
    if kind is Kind.CARDINAL and value >= 1:
        return (value, 1 / value)
    return (value,)


def _converted(zh: Quantity, en: Quantity) -> bool:
    """Return whether the two are the same amount in two units of one kind."""
    if zh.unit == en.unit or not zh.unit or not en.unit:
        return False
    first, second = units().get(zh.unit), units().get(en.unit)
    if first is None or second is None or first.measures != second.measures:
        return False
    one, other = float(zh.low) * first.size, float(en.low) * second.size
    return one > 0 and abs(other / one - 1) <= (_SAID_ROUGHLY if zh.hedge or en.hedge else _CONVERTED)


def rounded(zh: Quantity, en: Quantity) -> bool:
    """Return whether the English gives the Chinese figure in fewer digits and one of the two says so."""
    if not (zh.hedge or en.hedge) or not zh.low or not en.low:
        return False
    if significant(en.low) >= significant(zh.low) and not (zh.low >= 10**6 and significant(en.low) <= 2):
        return False
    change = float(en.low) / float(zh.low) - 1
    if abs(change) > _SAID_ROUGHLY:
        return False
    if en.hedge is Hedge.OVER:
        return change <= 0
    return en.hedge is not Hedge.UNDER or change >= 0


class _Work:
    """The state of one pairing."""

    def __init__(self, source: Sequence[Quantity], target: Sequence[Quantity], lengths: tuple[int, int]) -> None:
        self.source = source
        self.target = target
        self.agreed: list[Pair] = []
        self.free_source = dict.fromkeys(range(len(source)))
        self.free_target = dict.fromkeys(range(len(target)))
        self.at_source = [one.start / (lengths[0] or 1) for one in source]
        self.at_target = [one.start / (lengths[1] or 1) for one in target]

    def _distance(self, i: int, j: int) -> float:
        return abs(self.at_source[i] - self.at_target[j])

    def pair(self, agree: Callable[[Quantity, Quantity], bool]) -> None:
        """Pair what is free and agrees; firm figures choose first, then the nearest."""
        source, target = self.source, self.target
        found = [(i, j) for i in self.free_source for j in self.free_target if agree(source[i], target[j])]
        if len(found) > 1 and not (len({i for i, _ in found}) == len({j for _, j in found}) == len(found)):
            ranked = sorted(
                (not (source[i].firm and target[j].firm), self._rank(i, j), self._distance(i, j), i, j)
                for i, j in found
            )
            found = [(i, j) for *_, i, j in ranked]
        for i, j in found:
            if i in self.free_source and j in self.free_target:
                del self.free_source[i], self.free_target[j]
                self.agreed.append(Pair(i, j))

    def _rank(self, i: int, j: int) -> int:
        """Return how far apart two figures of equal value stand, counted in figures of their kind and unit."""
        zh, en = self.source[i], self.target[j]
        if zh.unit and en.unit and zh.unit != en.unit:
            return 1
        before_zh = sum(one.kind is zh.kind for one in self.source[:i])
        before_en = sum(one.kind is en.kind for one in self.target[:j])
        after_zh = sum(one.kind is zh.kind for one in self.source[i + 1 :])
        after_en = sum(one.kind is en.kind for one in self.target[j + 1 :])
        return min(abs(before_zh - before_en) + abs(after_zh - after_en), 9)

    def _group(self, one: Quantity) -> str:
        if one.kind in DATE_KINDS or one.kind in (Kind.TIME, Kind.ORDINAL):
            return one.kind
        return Kind.PERCENT if one.kind in _RATES else Kind.CARDINAL

    def altered(self) -> list[Pair]:
        """Return the pairs of left-over figures that a slip explains, in the order of the target."""
        if not self.free_source or not self.free_target:
            return []
        repeats = {i for i in self.free_source if any(_repeated(self.source[i], one) for one in self.target)}
        again = {j for j in self.free_target if any(_repeated(one, self.target[j]) for one in self.source)}
        scored: list[tuple[float, int, int, Slip]] = []
        wanting = [i for i in self.free_source if self.source[i].firm and self.source[i].hedge is not Hedge.VAGUE]
        offered = [j for j in self.free_target if self.target[j].firm and self.target[j].low == self.target[j].high]
        groups_source = Counter(self._group(self.source[i]) for i in wanting)
        groups_target = Counter(self._group(self.target[j]) for j in offered)
        mates: dict[int, int] = {pair.source: pair.target for pair in self.agreed}
        for i in wanting:
            for j in offered:
                if i in repeats and j in again:
                    continue
                if self.source[i].low != self.source[i].high and not _is_run_together(self.source[i], self.target[j]):
                    continue
                if not comparable(self.source[i], self.target[j]):
                    continue
                slip, likeness = likeliest_slip(self.source[i], self.target[j])
                score = likeness + self._company(i, j, mates) - self._distance(i, j)
                group = self._group(self.source[i])
                last = len(wanting) == len(offered) == 1
                score += _ALONE * (last or groups_source[group] == groups_target[group] == 1)
                score -= 1.5 * (i in repeats) + (1 + (self.target[j].kind in _YEARS)) * (j in again)
                if score >= _ENOUGH:
                    scored.append((-score, i, j, slip))
        found: list[Pair] = []
        for _, i, j, slip in sorted(scored):
            if i in self.free_source and j in self.free_target:
                del self.free_source[i], self.free_target[j]
                found.append(Pair(i, j, slip))
        return sorted(found, key=lambda pair: pair.target)

    def _company(self, i: int, j: int, mates: dict[int, int]) -> float:
        """Return what units and neighbours say for the two."""
        zh, en = self.source[i], self.target[j]
        score = 0.0
        if zh.kind in DATE_KINDS:
            score += 3.0 if en.kind is zh.kind else 0.0
        elif zh.kind is Kind.POINT and en.unit == "point":
            score += 1.0
        elif zh.kind in _RATES or en.kind in _RATES:
            score += 2.0 if en.kind in _RATES and zh.kind in _RATES else -2.0
        elif zh.unit and en.unit and zh.unit != "count":
            known = units()
            score += 2.0 if known[zh.unit].measures == known[en.unit].measures else -2.0
        if mates.get(i - 1) == j - 1 if i and j else i == j:
            score += 1.0
        last_zh, last_en = i == len(self.source) - 1, j == len(self.target) - 1
        if mates.get(i + 1) == j + 1 if not (last_zh or last_en) else last_zh and last_en:
            score += 1.0
        return score


def comparable(zh: Quantity, en: Quantity) -> bool:
    """Return whether one figure can be a slip for the other at all."""
    if zh.kind in DATE_KINDS or en.kind in DATE_KINDS:
        if zh.kind is en.kind:
            return True
        if zh.kind is Kind.DAY:
            return en.kind is Kind.ORDINAL and en.digits and en.low <= 31
        year_and_number = {zh.kind, en.kind} == {Kind.YEAR, Kind.CARDINAL}
        return year_and_number and likeliest_slip(zh, en)[1] >= (2 if zh.kind is Kind.YEAR else 0.5)
    if Kind.TIME in (zh.kind, en.kind):
        return zh.kind is en.kind
    if zh.kind in (Kind.ORDINAL, Kind.SESSION):
        return en.digits and (en.kind is Kind.ORDINAL or (zh.kind is Kind.SESSION and en.kind is Kind.CARDINAL))
    return zh.kind in _NUMBERS and en.kind in _NUMBERS


def likeliest_slip(zh: Quantity, en: Quantity) -> tuple[Slip, float]:
    """Return the slip that best explains the English figure, and how much their looks speak for it."""
    wanted, found = zh.low, en.low
    if zh.low != zh.high:
        return Slip.RANGE, 3.0
    if (zh.kind in DATE_KINDS and en.kind is zh.kind) or not wanted or not found:
        return Slip.OTHER, 0.0
    ratio = Fraction(found) / Fraction(wanted)
    one, other = digits_of(wanted), digits_of(found)
    if one == other and ratio != 1:
        return Slip.MAGNITUDE, 3.0 if len(one) > 1 else 2.0
    if len(one) == len(other) > 1 and Fraction(1, 10) < ratio < 10:
        if sorted(one) == sorted(other):
            return Slip.SWAPPED, 3.0
        if sum(a != b for a, b in zip(one, other, strict=True)) == 1:
            return Slip.DIGIT, 3.0 if len(one) > 2 else 1.5
    if 0 < abs(len(one) - len(other)) < 3 and min(len(one), len(other)) > 1 and _one_gone(one, other):
        return Slip.LENGTH, 2.0
    if Fraction(1, 10) < ratio < 10:
        return Slip.DIGIT if len(str(wanted)) == len(str(found)) else Slip.OTHER, 0.5
    return Slip.OTHER, -1.0


def _is_run_together(zh: Quantity, en: Quantity) -> bool:
    """Return whether the English has the two numerals of a range as one number: 一万六七千 as 167,000, 三四百 as 34,000."""
    return digits_of(en.low) == digits_of(zh.low) + digits_of(zh.high)[-1:] and not zh.low <= en.low <= zh.high


def _one_gone(one: str, other: str) -> bool:
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
