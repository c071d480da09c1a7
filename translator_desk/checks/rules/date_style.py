"""How days are written: "June 6" and "June 12th" in one document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Observation, Sight
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Fix, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.numbers_en import MONTHS
from translator_desk.text.span import Span
from translator_desk.wording import Message, Wording, say

_MONTH = "|".join(MONTHS)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?(?![\d%:.]*\d)(?!\s*[-–]\s*\d)\b"
)
_DAY_FIRST = re.compile(rf"(?<![\d.,:–-])(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b")
_DATELINE = re.compile(r"\s*\([A-Z]")
"""What follows the date of a dateline, "Beijing, July 26 (Xinhua)": agencies have a style of their own."""
_HAS_MONTH = re.compile(_MONTH)
_PLAIN, _ORDINAL, _BRITISH = "June 6", "June 6th", "6 June"


class DateStyle(GroupCheck):
    """Compares the styles of dates inside one document."""

    id = CheckId("date-style")
    title = Wording("Style of dates", "日期写法")
    explanation = Wording(
        "English press style writes a day beside its month as a plain number: “June 12”, not “June 12th”. One document "
        "keeps to one style; the rarer one is a warning. A document that writes all its dates as “June 12th” is shown "
        "for information only.",
        "英文新闻中月份旁的日期写作基数：June 12，而不是 June 12th。同一文件应保持一种写法，混用时较少的一种为警告；"
        "全文一律写作 June 12th 的仅作提示。",
    )
    mqm = Mqm.LOCALE_DATE
    level = Level.WARNING
    family = Family.LAYOUT
    sight = Sight.TEXTS
    any_length = True
    signs = Signs(words=tuple(name.lower() for name in MONTHS))
    judged_by = frozenset()
    examples = (
        Example(
            "It ended on June 12th.", before=(("", "It began on June 6."),), found=("June 12th",), fixed="It ended on June 12."
        ),
        Example("From 6 June to July 9 and May 3", found=("6 June",), fixed="From June 6 to July 9 and May 3"),
        Example("It began on June 6th.", found=("June 6th",), fixed="It began on June 6.", note="For information."),
        Example("It ended on June 12.", before=(("", "It began on June 6, 2022."),)),
        Example("BEIJING, July 26 (Xinhua) -- It began on July 6th.", before=(("", "It ends on July 9th."),), found=("July 6th",)),
        Example("It lasted from the 6th to the 12th of the month."),
    )  # fmt: skip

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note the dates with their style."""
        target = facts.target
        if not _HAS_MONTH.search(target):
            return
        taken: list[Span] = []
        for pattern in (_MONTH_FIRST, _DAY_FIRST):
            for match in pattern.finditer(target):
                span = Span(match.start(), match.end())
                if any(span.overlaps(one) for one in taken) or _DATELINE.match(target, match.end()):
                    continue
                taken.append(span)
                style = _BRITISH if pattern is _DAY_FIRST else _ORDINAL if match["th"] else _PLAIN
                data = (style, match["month"], match["day"])
                yield Observation(facts.document.id, facts.segment.id, facts.document.id, span, match[0], None, data)

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the dates in the rarer styles, and ordinals where all are."""
        styles = Counter(_style(one) for one in observations)
        usual = max(styles, key=lambda style: (styles[style], style == _PLAIN))
        for one in observations:
            style = _style(one)
            if style != usual:
                level = Level.INFO if style == _PLAIN and usual == _ORDINAL else None
                message = say(
                    "The document writes its dates as “{usual}”; here it is “{style}”.",
                    "本文件的日期多写作“{usual}”，此处为“{style}”。",
                    usual=_written(one, usual),
                    style=_written(one, style),
                )
                yield self._issue(one, usual, message, level)
            elif style == _ORDINAL:
                message = say(
                    "A day beside its month is written as a plain number: “{plain}”.",
                    "月份旁的日期写作基数：“{plain}”。",
                    plain=_written(one, _PLAIN),
                )
                yield self._issue(one, _PLAIN, message, Level.INFO)

    def _issue(self, one: Observation, style: str, message: Message, level: Level | None = None) -> Issue:
        right = _written(one, style)
        return self.issue(one, one.span, message, level=level, expected=(right,), fixes=(Fix(one.span, right),))


def _style(one: Observation) -> str:
    return _noted(one)[0]


def _noted(one: Observation) -> tuple[str, str, str]:
    """Return style, month and day."""
    return one.data  # type: ignore[return-value]


def _written(one: Observation, style: str) -> str:
    """Return the date of an observation in another style."""
    _, month, day = _noted(one)
    number = int(day)
    if style == _BRITISH:
        return f"{number} {month}"
    ending = "th" if 10 <= number <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{month} {number}{ending if style == _ORDINAL else ''}"
