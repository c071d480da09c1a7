"""A day that the calendar does not have: June 31, February 29 of a common year."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.numbers_en import MONTHS
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_NUMBER_OF = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_MONTH = "|".join(f"{name}|{name[:4]}\\.?|{name[:3]}\\.?" for name in MONTHS)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? ?(?P<year>(?:19|20)\d\d)(?![\w%]|[,.]\d))?"
_ENDS = r"(?:(?<=\d{4})|(?=\s*(?:$|[.,;:)!?](?!\d)|[-–—]))|(?= (?:and|to|at|in|for|when|the|this|last)\b))"
"""What follows a day; "in June 31 people came" counts people."""
_WORDS = re.compile(rf"\b(?P<month>{_MONTH}) {_DAY}(?!\d|[.,]\d{{3}}\b){_YEAR}{_ENDS}")
_REVERSED = re.compile(rf"(?<![\d.,$¥€-])\b{_DAY} (?:of )?(?P<month>{_MONTH})(?!\w){_YEAR}")
_NUMERALS = re.compile(r"(?<![\d年])(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]")
_LEAP_YEAR = 2000
_LAST_DAY = 31
"""A higher number is no day at all: "March 45"."""
_LATE_DAYS = ("29", "30", "31")
"""Days that not every month has."""


class DateImpossible(SegmentCheck):
    """Looks whether the calendar has the days that the English names."""

    id = CheckId("date-impossible")
    title = Wording("Day that the calendar does not have", "不存在的日期")
    explanation = Wording(
        "A date with a day that its month does not have (June 31), or February 29 of a year without one. The "
        "check looks at the calendar alone; where the Chinese has the same day, it says so: then the slip is there.",
        "日期中的日在该月不存在（6月31日），或平年的2月29日。本检查只看日历；如原文也是该日，会说明错在原文。",
    )
    mqm = Mqm.DATE_TIME
    level = Level.ERROR
    family = Family.FIGURE
    sight = Sight.TEXTS
    figures_and_names = True
    any_length = True
    signs = Signs(words=tuple(form for name in MONTHS for form in (name.lower(), name[:3].lower(), name[:4].lower())))
    examples = (
        Example("On June 31, 1994, the State Council approved it.", found=("June 31, 1994",)),
        Example("It opened on February 29, 2022.", found=("February 29, 2022",)),
        Example("It opened on 31st of April.", "4月31日开幕。", found=("31st of April",), note="The Chinese is wrong too."),
        Example("It opened on Sept. 31.", found=("Sept. 31",)),
        Example("It opened on February 29, 2024, and on May 31."),
        Example("In June 31 projects began; by April 50 percent were done."),
        Example("In May 2022, 32 May Day medals were given; April 31,000 tons."),
    )  # fmt: skip

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each day that there is not."""
        return self._impossible(facts) if any(day in facts.target for day in _LATE_DAYS) else ()

    def _impossible(self, facts: Facts) -> Iterator[Issue]:
        for pattern in (_WORDS, _REVERSED):
            for match in pattern.finditer(facts.target):
                month, day = _NUMBER_OF[match["month"][:3]], int(match["day"])
                year = int(match["year"]) if match["year"] else _LEAP_YEAR
                last = calendar.monthrange(year, month)[1]
                if day <= last or day > _LAST_DAY:
                    continue
                theirs = next(
                    (one for one in _NUMERALS.finditer(facts.source) if (int(one["month"]), int(one["day"])) == (month, day)),
                    None,
                )  # fmt: skip
                yield self.issue(
                    facts,
                    Span(*match.span()),
                    say(
                        "The calendar has no “{date}”: that month ends on day {last}.",
                        "日历上没有“{date}”：该月只有 {last} 天。",
                        date=match[0],
                        last=last,
                    ),
                    source=Span(*theirs.span()) if theirs else None,
                    evidence=[say("The Chinese has the same day; ask its author.", "原文也是该日，请向原文作者核实。")] if theirs else (),
                )  # fmt: skip
