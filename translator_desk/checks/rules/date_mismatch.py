"""A day, month, year or weekday of the source that the target changes."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck
from translator_desk.checks.figure_facts import changed_figures, figures, is_date, printed_like
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.wording import Wording, say


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
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    gate = changed_figures
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
        Example("It opened in late May.", "5月上旬开放。", found=("late",), fixed="It opened in early May."),
        Example("on July 25 and 25", "7月24日和25日", found=("25",), fixed="on July 24 and 25"),
        Example("On July 26, 2020, the office said", "办公室26日表示"),
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
