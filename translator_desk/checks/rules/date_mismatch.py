"""A day, month, year or weekday of the source that the target changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.figure_facts import (
    added_figures,
    dates_in_doubt,
    figures,
    is_date,
    ordinal_like,
    printed_like,
    unlike_figures,
)
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.numbers_en import MONTHS
from translator_desk.text.quantity import Kind, Quantity
from translator_desk.wording import Wording, say

_SMALL_MONTH = re.compile(rf"\b(?:{'|'.join(month.lower() for month in MONTHS)})[ ,]+\Z")
_LONGEST_MONTH = len("september  ")
_BARE_DAY = re.compile("日(?![内游间以之])")
_COUNTED_DAYS = re.compile(r"[ -]?(?:[Dd]ays?|nights?|hours?)\b")
_PART_OF_DATE = re.compile(r"[-/:.]\d|\d[-/:.]\d")
_MONTH_SAID_OTHERWISE = re.compile("[上下次前翌隔]个?月")
_MONTH_AND_DAY = re.compile(r"(\d{1,2})月\d{1,2}日")
_DATELINE = re.compile(r"(\d{1,2})月\d{1,2}日(?=[电讯]|消息|报道)")
_BETWEEN = re.compile(r"(?:st|nd|rd|th)?,?\s+(?:of\s+|the\s+)?")


class DateMismatch(SegmentCheck):
    """Compares the parts of dates: years, months, days, weekdays."""

    id = CheckId("date-mismatch")
    title = Wording("Date changed", "日期有误")
    explanation = Wording(
        "A part of a date differs from the Chinese: year, month, day, weekday, quarter, half-year, or early, mid "
        "and late for 上旬, 中旬, 下旬. Dates that the Chinese leaves out (今年, 26日) may be completed in English.",
        "日期与原文不符：年、月、日、星期、季度、半年，或上中下旬。原文省略的部分（今年、26日）译文可以补全。",
    )
    mqm = Mqm.DATE_TIME
    level = Level.ERROR
    family = Family.FIGURE
    sight = Sight.CHINESE
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    gate = dates_in_doubt
    examples = (
        Example(
            "On July 11, Friday, he arrived.",
            "6月11日，周五，他抵达。",
            found=("July",),
            fixed="On June 11, Friday, he arrived.",
        ),
        Example("It was founded in 1959.", "成立于1949年。", found=("1959",), fixed="It was founded in 1949."),
        Example(
            "The meeting ends on Friday.", "会议周四结束。", found=("Friday",), fixed="The meeting ends on Thursday."
        ),
        Example(
            "Profit fell in the third quarter of 2020, and rose in the first half of the year.",
            "2020年第二季度利润下降，下半年上升。",
            found=("third", "first"),
            fixed="Profit fell in the second quarter of 2020, and rose in the second half of the year.",
        ),
        Example(
            "It rained in the middle of May.",
            "5月下旬连续阴雨。",
            found=("the middle of",),
            fixed="It rained in late May.",
        ),
        Example("It opened in late May.", "5月上旬开放。", found=("late",), fixed="It opened in early May."),
        Example("on July 25 and 25", "7月24日和25日", found=("25",), fixed="on July 24 and 25"),
        Example(
            "According to the public number 10 news, it rained.",
            "据公众号10日消息，下雨了。",
            found=("10",),
            note="A day that reads as a number: a warning.",
        ),
        Example("He left on July 7.", "他2月6日抵达，7日离开。", found=("July",), fixed="He left on February 7."),
        Example("On July 26, 2020, the office said", "办公室26日表示"),
        Example("On July 26 it said that prices had risen since January.", "1月以来物价上涨。26日消息称。"),
        Example("On March 31 he left, and came back on April 2.", "他于31日离开，4月2日返回。"),
        Example("a two-day tour after 14 days of isolation", "隔离14日后的二日游"),
        Example("since the 1980s and in 1995", "80年代以来和95年"),
        Example("in early May, at the end of June and in the first three quarters", "5月上旬、6月底和前三季度"),
        Example("three times a week on Wednesdays", "每周三的活动每周三次"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each part of a date that differs."""
        found = facts.of(figures)
        for pair in found.altered:
            wanted, other = found.source[pair.source], found.target[pair.target]
            if not is_date(wanted):
                continue
            expected = printed_like(wanted.low, wanted.kind, other, facts.target)
            yield self.issue(
                facts,
                other.span,
                say(
                    "The date reads {found}; the source has {zh}.",
                    "日期写作 {found}，原文为“{zh}”。",
                    found=other.span.of(facts.target),
                    zh=wanted.span.of(facts.segment.source),
                ),
                source=wanted.span,
                expected=(expected,),
            )
        yield from self._days_as_numbers(facts)
        yield from self._other_months(facts)

    def _days_as_numbers(self, facts: Facts) -> Iterator[Issue]:
        """Yield days of a month that read as plain numbers in the English: 11日电, (General 11)."""
        for day, number in facts.of(unlike_figures):
            if day.kind is not Kind.DAY or number.kind is not Kind.CARDINAL or not number.digits:
                continue
            if not _BARE_DAY.match(facts.source, day.end) or _COUNTED_DAYS.match(facts.target, number.end):
                continue
            if _PART_OF_DATE.search(facts.target, max(0, number.start - 2), number.end + 2):
                continue
            if _SMALL_MONTH.search(facts.target, max(0, number.start - _LONGEST_MONTH), number.start):
                continue  # "july 21" only wants its capital
            right = f"the {ordinal_like(int(day.low), number.span.of(facts.target))}"
            yield self.issue(
                facts,
                number.span,
                say(
                    "{zh} is a day of the month; “{found}” reads as a number: {right}.",
                    "“{zh}”是日期，“{found}”读作数目：应为 {right}。",
                    zh=facts.segment.source[day.start : day.end + 1],
                    found=number.span.of(facts.target),
                    right=right,
                ),
                source=day.span,
                level=Level.WARNING,
                expected=(right,),
            )

    def _other_months(self, facts: Facts) -> Iterator[Issue]:
        """Yield months that the English adds to a day, and that are far from all the text is about."""
        added = [one for one in facts.of(added_figures) if one.kind is Kind.MONTH]
        if not added or _MONTH_SAID_OTHERWISE.search(facts.source):
            return
        found = facts.of(figures)
        about = [int(one.low) for one in found.source if one.kind is Kind.MONTH]
        if facts.document.date is not None:
            about.append(facts.document.date.month)
        near = {(month + step - 1) % 12 + 1 for month in about for step in (-1, 0, 1)}
        days = {found.target[pair.target].start: found.source[pair.source] for pair in found.agreed}
        for month in added:
            beside = [start for start in days if _BETWEEN.fullmatch(facts.target, *_gap(month, start, found.target))]
            day = days[beside[0]] if len(beside) == 1 else None
            if day is None or day.kind is not Kind.DAY or int(month.low) in near:
                continue
            meant = self._month_of(facts, day)
            if meant is None:
                continue
            right = printed_like(meant, Kind.MONTH, month, facts.target)
            yield self.issue(
                facts,
                month.span,
                say(
                    "The Chinese says {zh} without a month; {found} is not the month that the text is about.",
                    "原文“{zh}”未写月份；{found} 与文中所述月份不符。",
                    zh=facts.segment.source[day.start : day.end + 1],
                    found=month.span.of(facts.target),
                ),
                source=day.span,
                expected=(right,),
            )

    def _month_of(self, facts: Facts, day: Quantity) -> int | None:
        """Return the month of a day without one: that of the day before it in the sentence, the dateline, or the text."""
        source = facts.source
        sentence = max(source.rfind(mark, 0, day.start) for mark in "。！？；\n") + 1
        before = list(_MONTH_AND_DAY.finditer(source, sentence, day.start))
        dated = before[-1] if before else _DATELINE.search(source)
        if dated is not None:
            return int(dated[1])
        return facts.document.date.month if facts.document.date is not None else None


def _gap(month: Quantity, start: int, target: Sequence[Quantity]) -> tuple[int, int]:
    """Return what stands between a month and the figure that begins at ``start``."""
    end = next(one.end for one in target if one.start == start)
    return (month.end, start) if start > month.start else (end, month.start)
