"""A period named in place of another: once a month for 每季度, before May for 5月底前."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight, target_words
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.numbers_en import MONTHS
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_COUNTED = frozenset({"once", "twice", "times", "half", "months", "quarter"})
_NAMED = (" Day", " Week", " Month", " Year")
_DEADLINES = ("efore ", "y the end of ")
_BEFORE_MONTH = re.compile(rf"\b([Bb])efore ({'|'.join(MONTHS)})\b(?! \d)")
_BY_END = re.compile(rf"\b([Bb])y the end of ({'|'.join(MONTHS)})\b")
_DEADLINE = re.compile(r"(?<![\d年])(?:\d{4}年)?(1[0-2]|[1-9])月(底|末|份)?[之以]?前")


class Period(NamedTuple):
    """A period as both languages name it; ``named_en`` has one group, the words that are marked."""

    kind: str
    named_zh: re.Pattern[str]
    behind: re.Pattern[str]
    named_en: re.Pattern[str]
    rendered: re.Pattern[str]
    write: str


def tells_period(facts: Facts) -> bool:
    """Return whether the English names a period or a deadline: the gate of the check."""
    target = facts.target
    if not _COUNTED.isdisjoint(facts.of(target_words)) or any(one in target for one in _NAMED):
        return True
    return "月" in facts.source and any(one in target for one in _DEADLINES)


class PeriodMismatch(SegmentCheck):
    """Finds a period of the English that the Chinese does not name, where one that the Chinese names is missing."""

    id = CheckId("period-mismatch")
    title = Wording("Another period", "时段译错")
    explanation = Wording(
        "The English names a period that the Chinese does not speak of, and one that the Chinese names is not in the "
        "English: 每季度 as “once a month”, “安全生产月” as Year, 前8个月 as the first half of the year. The periods stand "
        "in resources/data/periods.tsv. 5月底前 is “by the end of May”, not “before May”.",
        "译文出现了原文没有的时段，而原文中的时段在译文中找不到：“每季度”译成 once a month，“安全生产月”译成 Year，"
        "“前8个月”译成上半年。时段见 resources/data/periods.tsv。“5月底前”应为 by the end of May，不是 before May。",
    )
    mqm = Mqm.DATE_TIME
    level = Level.ERROR
    family = Family.FIGURE
    sight = Sight.TEXTS
    needs = frozenset({Need.SOURCE})
    gate = tells_period
    signs = Signs(words=_COUNTED, target=(*_NAMED, *_DEADLINES))
    examples = (
        Example(
            "They look at the river once a month.",
            "每季度巡河一次。",
            found=("month",),
            fixed="They look at the river once a quarter.",
        ),
        Example(
            "It was the 21st “Work Safety Year”.",
            "这是第21个“安全生产月”。",
            found=("Year",),
            fixed="It was the 21st “Work Safety Month”.",
        ),
        Example("Funds rose in the first half of the year.", "前8个月资金增长。", found=("half of the year",)),
        Example(
            "The count must be finished before May.",
            "5月底前完成统计。",
            found=("before May",),
            fixed="The count must be finished by the end of May.",
        ),
        Example("Finish by the end of May.", "5月前完成。", found=("by the end of May",), fixed="Finish before May."),
        Example("They look at the river once a month.", "每月巡河一次，每季度通报。"),
        Example("Once every three months they look at the river.", "每季度巡河一次。"),
        Example("Work Safety Month began this year.", "今年“安全生产月”开始。"),
        Example("Funds rose from January to August, and in the first half of the year.", "前8个月资金增长。"),
        Example("It was finished before May 20.", "5月底前完成。"),
        Example("Finish by the end of May.", "5月底前完成。"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each period named in place of another."""
        yield from self._others(facts)
        yield from self._deadlines(facts)

    def _others(self, facts: Facts) -> Iterator[Issue]:
        named = [one for one in periods() if one.named_zh.search(facts.source)]
        missing = [one for one in named if not one.rendered.search(facts.target)]
        for lost in missing:
            kind = [one for one in missing if one.kind == lost.kind]
            added = [
                match
                for one in periods()
                if one.kind == lost.kind and not one.behind.search(facts.source)
                for match in one.named_en.finditer(facts.target)
            ]
            source = lost.named_zh.search(facts.source)
            if len(kind) == len(added) == 1 and source is not None:
                # Half a year has other words before it than a number of months.
                write = () if lost.kind == "part" else (lost.write,)
                yield self._stands_for(facts, Span(*added[0].span(1)), Span(*source.span()), write)

    def _deadlines(self, facts: Facts) -> Iterator[Issue]:
        """Yield "before May" for 5月底前, and "by the end of May" for 5月前."""
        if "前" not in facts.source:
            return
        said = list(_DEADLINE.finditer(facts.source))
        for wrong, end in ((_BEFORE_MONTH, True), (_BY_END, False)):
            for match in wrong.finditer(facts.target):
                same = [one for one in said if int(one[1]) == MONTHS.index(match[2]) + 1]
                ends = {one[2] in ("底", "末") for one in same}
                if ends != {end} or (end and f"end of {match[2]}" in facts.target):
                    continue
                if not end and f"{same[0][1]}月底" in facts.source:
                    continue
                right = f"y the end of {match[2]}" if end else f"efore {match[2]}"
                yield self._stands_for(facts, Span(*match.span()), Span(*same[0].span()), (match[1] + right,))

    def _stands_for(self, facts: Facts, span: Span, source: Span, write: tuple[str, ...]) -> Issue:
        message = say(
            "The source has “{zh}”; it does not name “{found}”.",
            "原文为“{zh}”，没有“{found}”。",
            zh=source.of(facts.segment.source),
            found=span.of(facts.target),
        )
        return self.issue(facts, span, message, source=source, expected=write)


@cache
def periods() -> tuple[Period, ...]:
    """Return the periods that are told apart."""
    return tuple(
        Period(
            kind,
            re.compile(zh),
            re.compile(behind),
            re.compile(en),
            re.compile(rendered, re.IGNORECASE),
            write,
        )
        for kind, zh, behind, en, rendered, write in data_rows("periods.tsv")
    )
