"""Words of time that point from the day of writing: "October 9 this year" for 去年10月9日."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.numbers_en import MONTHS
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_YEAR = "year"
_SURE = frozenset({_YEAR, "month"})
"""What newspapers do not shift: "today" may be the day before in a paper of the morning."""
_MONTH = "|".join(MONTHS)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_DAY_OF_MONTH = re.compile(rf"\b(?:{_MONTH}) \d|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})\b")
_ANY_MONTH = re.compile(rf"\b(?:{_MONTH}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b")
_YEAR_EN = re.compile(r"(?<![\d,.$€£¥])(?:19|20)\d\d(?![\d%]|[,.]\d)")
_YEAR_ZH = re.compile(r"(?<!\d)\d{4}(?!\d)")
_RESOLVED = {
    "year": (_YEAR_EN,),
    "month": (_ANY_MONTH,),
    "week": (_ANY_MONTH, _WEEKDAY),
    "day": (_DAY_OF_MONTH, _WEEKDAY),
}
_DATE_ZH = r"的?(?P<month>1[0-2]|[1-9])月(?:份)?(?:(?P<day>\d{1,2})[日号])?"
_DATE_EN = re.compile(
    rf"\b(?P<month>{_MONTH})(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?,? (?:of )?"
    r"(?:(?P<said>(?:last|this|next) year\b)|(?P<year>(?:19|20)\d\d)(?![\d%]|[,.]\d))"
)
_JANUARY = 1
"""A text published in this month may have been written in the year before."""


class Word(NamedTuple):
    """What one line of the table says; ``named`` finds the English that says it and nothing else."""

    kind: str
    offset: int
    said: re.Pattern[str]
    named: re.Pattern[str]
    rendered: re.Pattern[str]
    behind: re.Pattern[str]
    write: str


class _Said(NamedTuple):
    """A word of time in a text; ``date`` is the month and day beside it, 0 where there is none."""

    word: Word
    span: Span
    date: tuple[int, int] = (0, 0)


class RelativeDate(SegmentCheck):
    """Compares the words of time that point from the day of writing, each kind by itself."""

    id = CheckId("relative-date")
    title = Wording("Last, this or next", "去年今年译错")
    explanation = Wording(
        "今年, 去年, 上月, 本周, 昨日, 次日 point from the day of writing or of the story. The English says another of the same "
        "kind: “October 9 this year” for 去年10月9日, “last month” for 下月. Where it gives the year instead, that is "
        "compared with the date of the document. What the English leaves out, or says by a date, passes. The words stand "
        "in resources/data/relative_dates.tsv.",
        "“今年、去年、上月、本周、昨日、次日”以写稿日或所述之日为准，译文却写成了同类的另一个：“去年10月9日”译成 October 9 this "
        "year，“下月”译成 last month。译文写出年份的，与文件日期核对；省略或改用具体日期的不报告。用词见 "
        "resources/data/relative_dates.tsv。",
    )
    mqm = Mqm.DATE_TIME
    level = Level.ERROR
    family = Family.FIGURE
    sight = Sight.TEXTS
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    signs = Signs(
        source=("今", "昨", "明", "去年", "前年", "来年", "上年", "上月", "上个月", "下月", "下个月", "本", "这", "上周",
                "上星期", "上礼拜", "下周", "下星期", "下礼拜", "当日", "当天", "同", "次", "翌", "第二天"),
    )  # fmt: skip
    examples = (
        Example(
            "Since its start on October 9 this year, the project has grown; it ends this April.",
            "工程自去年10月9日开工以来不断推进，今年4月完工。",
            found=("this year",),
            fixed="Since its start on October 9 last year, the project has grown; it ends this April.",
        ),
        Example("Prices rose last year.", "今年物价上涨。", found=("last year",), fixed="Prices rose this year."),
        Example("It opens last month.", "下个月开放。", found=("last month",), fixed="It opens next month."),
        Example(
            "On May 3, 2021, the road was opened.",
            "去年5月3日，公路通车。",
            date="2023-03-10",
            found=("2021",),
            fixed="On May 3, 2022, the road was opened.",
        ),
        Example("He left that day.", "他次日离开。", found=("that day",), fixed="He left the next day."),
        Example("Prices rose last year, and this year they fell.", "去年物价上涨，今年下降。"),
        Example("Output grew over last year.", "今年产量同比增长。", note="Last year is in 同比."),
        Example("On May 3, 2022, the road was opened.", "去年5月3日，公路通车。", date="2023-03-10"),
        Example("On May 3, 2022, the road was opened.", "去年5月3日，公路通车。", note="No date to compare with."),
        Example("He left on Monday, and speaks today.", "他昨天离开。", note="A weekday says it."),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each word of time that says another one."""
        source = list(_in_source(facts.source)) if facts.source else []
        return self._compared(facts, source) if source else ()

    def _compared(self, facts: Facts, source: list[_Said]) -> Iterator[Issue]:
        target = facts.target
        told = [
            _Said(word, Span(*match.span()))
            for word in words()
            if any(one.word.kind == word.kind for one in source)
            for match in word.named.finditer(target)
        ]
        dated = [*self._dated(facts, source)]
        yield from dated
        by_year = {issue.source for issue in dated}
        left = [one for one in source if one.span not in by_year]
        for kind in dict.fromkeys(one.word.kind for one in left):
            if not any(one.word.kind == kind and one.word.kind == _YEAR for one in source if one.span in by_year):
                issue = self._exchanged(
                    facts,
                    [one for one in left if one.word.kind == kind],
                    [one for one in told if one.word.kind == kind],
                )
                if issue is not None:
                    yield issue

    def _dated(self, facts: Facts, source: list[_Said]) -> Iterator[Issue]:
        """Yield the words beside a date of the English, against those beside the same date of the Chinese."""
        beside = [one for one in source if one.date[0]]
        if not beside:
            return
        published = facts.document.date
        for match in _DATE_EN.finditer(facts.target):
            date = MONTHS.index(match["month"]) + 1, int(match["day"] or 0)
            same = [one for one in beside if one.date == date]
            if len({one.word.offset for one in same}) != 1:
                continue
            one = same[0]
            if match["said"]:
                if not one.word.named.fullmatch(match["said"]):
                    yield self._issue(facts, one, Span(*match.span("said")), one.word.write)
            elif published is not None and published.month != _JANUARY and match["year"] not in facts.source:
                right = str(published.year + one.word.offset)
                if match["year"] != right:
                    yield self._issue(facts, one, Span(*match.span("year")), right)

    def _exchanged(self, facts: Facts, source: list[_Said], told: list[_Said]) -> Issue | None:
        """Return the issue of the one word that is lost where the one of its kind stands that is added."""
        lost = Counter(one.word for one in source)
        lost.subtract(one.word for one in told)
        missing = [word for word, count in lost.items() if count > 0]
        added = [word for word, count in lost.items() if count < 0]
        if len(missing) != 1 or len(added) != 1 or len(source) != len(told):
            return None
        right, wrong = missing[0], added[0]
        stands = [one for one in told if one.word is wrong]
        if len(stands) != 1 or wrong.behind.search(facts.source):
            return None
        if right.rendered.search(facts.target) or self._resolved(facts, right.kind):
            return None
        return self._issue(facts, next(one for one in source if one.word is right), stands[0].span, right.write)

    @staticmethod
    def _resolved(facts: Facts, kind: str) -> bool:
        """Whether the English says by a year, month, date or weekday of its own what the Chinese says by such words."""
        if kind == _YEAR:
            return not {match[0] for match in _YEAR_EN.finditer(facts.target)} <= set(_YEAR_ZH.findall(facts.source))
        return any(pattern.search(facts.target) for pattern in _RESOLVED.get(kind, ()))

    def _issue(self, facts: Facts, one: _Said, span: Span, right: str) -> Issue:
        found = span.of(facts.target)
        if found[0].isupper():
            right = right[0].upper() + right[1:]
        return self.issue(
            facts,
            span,
            say(
                "“{zh}” is “{right}”, not “{found}”.",
                "“{zh}”应为“{right}”，而不是“{found}”。",
                zh=one.span.of(facts.segment.source),
                right=right,
                found=found,
            ),
            source=one.span,
            level=None if one.word.kind in _SURE else Level.WARNING,
            expected=(right,),
        )


def _in_source(source: str) -> Iterator[_Said]:
    """Yield the words of time of the Chinese, with the date right behind those that name a year."""
    for match in _any_said().finditer(source):
        word = words()[int((match.lastgroup or "w0")[1:])]
        date = _date_behind().match(source, match.end()) if word.kind == _YEAR else None
        yield _Said(word, Span(*match.span()), (int(date["month"]), int(date["day"] or 0)) if date else (0, 0))


@cache
def words() -> tuple[Word, ...]:
    """Return the words of time that are told apart."""
    return tuple(
        Word(
            kind,
            int(offset),
            re.compile(said),
            re.compile(rf"\b(?:{named})\b", re.IGNORECASE),
            re.compile(rf"\b(?:{rendered})"),
            re.compile(behind),
            write,
        )
        for kind, offset, said, named, rendered, behind, write in data_rows("relative_dates.tsv")
    )


@cache
def _any_said() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<w{number}>{one.said.pattern})" for number, one in enumerate(words())))


@cache
def _date_behind() -> re.Pattern[str]:
    return re.compile(_DATE_ZH)
