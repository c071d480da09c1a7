"""Dates as precise as a source gave them: a year, a month or a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class CoarseDate:
    """A date of ISO 8601 in full or cut to month or year; it may be any day from ``earliest`` to ``latest``.

    Attributes:
        earliest: First day it may mean.
        latest: Last day it may mean.
    """

    earliest: dt.date
    latest: dt.date

    @classmethod
    def parse(cls, text: str) -> CoarseDate:
        """Return the date written ``2018``, ``2018-02`` or ``2018-02-11``.

        Raises:
            ValueError: The text is none of these, or no such day exists.
        """
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text}")
        year = int(match[1])
        if match[2] is None:
            return cls(dt.date(year, 1, 1), dt.date(year, 12, 31))
        month = int(match[2])
        if match[3] is None:
            first = dt.date(year, month, 1)
            return cls(first, first.replace(day=calendar.monthrange(year, month)[1]))
        day = dt.date(year, month, int(match[3]))
        return cls(day, day)

    def __str__(self) -> str:
        first = self.earliest.isoformat()
        if self.earliest == self.latest:
            return first
        return first[:4] if self.earliest.month != self.latest.month else first[:7]
