"""The figures of two texts at a glance: enough to see that both plainly have the same ones.

Nearly all segments are right, and most figures stand by themselves: 35万人, "350,000 jobs", "June 12". To read them in
full, with hedges, ranges and neighbours, takes ten times as long. A glance tells the *firm* figures only, by kind and
value; of the others (一, "the first"), which may answer anything, it tells the units. Whatever is not as plain is left to
the full reading: then there is no glance. It sees no other figures than the full reading does, which a test watches.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from translator_desk.text.quantity import Kind, Value, decimal_value

COUNT = "count"
"""Id of the unit under which all measure words go."""


Figure = tuple[Kind, Value]


class Glance(NamedTuple):
    """What a glance at a text shows.

    Attributes:
        firm: The units of the firm figures, "" where none is named, by kind and value; no figure stands twice.
        loose: The units beside figures that are not firm, measure words left out.
    """

    firm: dict[Figure, str]
    loose: set[str]


NO_FIGURES = Glance({}, set())


def plainly_agree(source: Glance, target: Glance) -> bool:
    """Return whether each firm figure has one of its kind and value on the other side, and no units are in doubt.

    Then each pair is found before any other figure is asked, so that none is altered, lost or added. Others are paired
    among themselves, where nothing but their units could be wrong.
    """
    if source.firm.keys() != target.firm.keys():
        return False
    if source.loose and target.loose and (source.loose != target.loose or len(source.loose) > 1):
        return False
    if source.firm == target.firm:
        return True
    return not any(differ_in_unit(unit, target.firm[key]) for key, unit in source.firm.items())


def differ_in_unit(zh: str, en: str) -> bool:
    """Return whether two figures name units, other than measure words, that are not the same."""
    return bool(zh and en) and zh != en and COUNT not in (zh, en)


@lru_cache(maxsize=5_000)
def written_value(written: str, tens: int = 0) -> Value:
    """Return the value of a number in figures, grouped or not, times ten to the power ``tens``; numbers repeat."""
    return decimal_value(written.replace(",", ""), tens)
