"""A weekday that the calendar contradicts: "Friday, June 11, 2022" was a Saturday."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.numbers_en import MONTHS, WEEKDAYS
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_DAY_NAME = "|".join(WEEKDAYS)
_MONTH_NAME = "|".join([*MONTHS, *(f"{name[:3]}\\." for name in MONTHS)])
_DATE = rf"(?P<month>{_MONTH_NAME})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<year>\d{{4}}))?"
_REVERSED = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH_NAME})(?:,?\s+(?P<year>\d{{4}}))?"
_PATTERNS = tuple(
    re.compile(pattern)
    for date in (_DATE, _REVERSED)
    for pattern in (
        rf"\b(?P<weekday>{_DAY_NAME}),?\s+\(?(?:the\s+)?{date}\b",
        rf"\b{date}\s*(?:,\s*|\(\s*)(?P<weekday>{_DAY_NAME})\b",
    )
)
_NUMBER_OF = {name[:3]: number for number, name in enumerate(MONTHS, 1)}


class WeekdayCalendar(SegmentCheck):
    """Compares a weekday that stands beside its date with the calendar."""

    id = CheckId("weekday-calendar")
    title = Wording("Weekday against the calendar", "星期与日历不符")
    explanation = Wording(
        "The day of the week beside a full date is not the one that the calendar has. Where the year is not written, "
        "the last such day before the publication date counts; without that date the check says nothing.",
        "完整日期旁的星期与日历不符。未写年份时，取发布日期之前最近的该日；没有发布日期则不判断。",
    )
    mqm = Mqm.DATE_TIME
    level = Level.ERROR
    family = Family.FIGURE
    sight = Sight.TEXTS
    figures_and_names = True
    any_length = True
    signs = Signs(words=tuple(name.lower() for name in WEEKDAYS))
    examples = (
        Example(
            "It opened on Friday, June 11, 2022.", found=("Friday",), fixed="It opened on Saturday, June 11, 2022."
        ),
        Example("It opened on 12 June 2022 (Saturday).", found=("Saturday",), fixed="It opened on 12 June 2022 (Sunday)."),
        Example("It opened on Monday, June 6.", date="2023-06-20", found=("Monday",), fixed="It opened on Tuesday, June 6."),
        Example("It opened on Saturday, June 11, 2022."),
        Example("It opened on Monday, June 6.", note="The year is not known."),
        Example("It opened on Monday; June 6, 2023 was the last day."),
    )  # fmt: skip

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each weekday that is wrong."""
        target = facts.target
        seen: set[Span] = set()
        for pattern in _PATTERNS:
            for match in pattern.finditer(target):
                span = Span(*match.span("weekday"))
                day = _day(match, facts.document.date)
                if day is None or span in seen:
                    continue
                seen.add(span)
                right = WEEKDAYS[day.weekday()]
                if right != match["weekday"]:
                    yield self.issue(
                        facts,
                        span,
                        say(
                            "{date} was a {right}, not a {found}; look which of the two is right.",
                            "{date} 是{right}而不是{found}，请核对日期与星期。",
                            date=day.isoformat(),
                            right=right,
                            found=match["weekday"],
                        ),
                        expected=(right,),
                    )


def _day(match: re.Match[str], published: dt.date | None) -> dt.date | None:
    """Return the day a match names; without a year the last one up to the publication date, None where unknown."""
    month, day = _NUMBER_OF[match["month"][:3]], int(match["day"])
    try:
        if match["year"]:
            return dt.date(int(match["year"]), month, day)
        if published is None:
            return None
        found = dt.date(published.year, month, day)
        return found if found <= published else dt.date(published.year - 1, month, day)
    except ValueError:
        return None
