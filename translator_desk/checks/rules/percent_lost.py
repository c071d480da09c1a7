"""A share without its sign: "a pass rate of 99.3" for 合格率为99.3%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.figure_facts import target_figures, unlike_figures
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.quantity import Kind, Quantity
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_SAID_BEFORE = re.compile(
    r"percent|per cent|proportion|[%％]|\bpct\b|\bout of\b|\bin every\b|\bgrades?\b|\bscore", re.I
)
_BEFORE = 40
_SHARED_WITH = 40
_HEDGE = "(?:about |nearly |over |around |some |almost |up to |as much as )?"
_SHARES = re.compile(
    rf"(?:\s*[,/–—-]|,?\s+(?:than|versus|vs\.?|but|through)(?=\s))\s*{_HEDGE}$|[^;.!?]*\b(?:to|and|or) {_HEDGE}$"
)
"""What stands between a figure and the next one where both share its sign: 5, 6 and 7 percent; from 5 in 2010 to 7%."""
_NO_NOUN = re.compile(
    r"\s*(?:$|[.,;:)”\"](?!\d)|(?:in|of|on|at|for|from|to|by|and|or|but|this|last|over|compared|respectively|year|higher|"
    r"lower|more|less|among|during|since|as|with|while|which|after|before|when|was|were|is|are)\b)"
)


class PercentLost(SegmentCheck):
    """Finds figures that are percent in the Chinese and bare in the English."""

    id = CheckId("percent-lost")
    title = Wording("Percent sign lost", "百分号漏译")
    explanation = Wording(
        "A share of the Chinese (99.3%, 百分之五) stands in the English as a bare figure, so that it counts something "
        "else. Figures that share one sign (5, 6 and 7 percent) are right, and so is a figure behind the word percentage.",
        "原文为百分比（99.3%、百分之五），译文只有数字，意思成了数量。几个数字共用一个百分号（5, 6 and 7 percent）、前面已有 "
        "percentage 一词的，不报告。",
    )
    mqm = Mqm.NUMBER
    level = Level.ERROR
    family = Family.FIGURE
    sight = Sight.CHINESE
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    gate = unlike_figures
    examples = (
        Example(
            "They were inspected, with a pass rate of 99.3.",
            "接受了检查，合格率为99.3%。",
            found=("99.3",),
            fixed="They were inspected, with a pass rate of 99.3 percent.",
        ),
        Example(
            "Output rose by 6.5 in 2021, and exports by 8%.",
            "2021年产量增长6.5%，出口增长8%。",
            found=("6.5",),
            fixed="Output rose by 6.5% in 2021, and exports by 8%.",
        ),
        Example("They rose by 5, 6 and 7 percent respectively.", "分别增长5%、6%和7%。"),
        Example("It rose from 5 in 2010 to 7 percent.", "由2010年的5%升至7%。"),
        Example("The percentage of members was 15.", "成员占15%。"),
        Example("15 provinces took part.", "15%的省份参加。", note="What 15 counts is for other checks to say."),
        Example("They rose by 15 per cent, or 15pct.", "增长15%。"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each share that has lost its sign."""
        return self._bare(facts)

    def _bare(self, facts: Facts) -> Iterator[Issue]:
        target = facts.target
        for wanted, other in facts.of(unlike_figures):
            if wanted.kind is not Kind.PERCENT or other.kind is not Kind.CARDINAL or wanted.low != other.low:
                continue
            if not other.digits or other.unit or not _NO_NOUN.match(target, other.end):
                continue
            if _SAID_BEFORE.search(target, max(0, other.start - _BEFORE), other.start) or _shares_sign(facts, other):
                continue
            right = other.span.of(target) + ("%" if "%" in target else " percent")
            yield self.issue(
                facts,
                other.span,
                say(
                    "“{zh}” is a share: {right}, not the number {found}.",
                    "“{zh}”是百分比：应为 {right}，不是数目 {found}。",
                    zh=_with_sign(facts.segment.source, wanted),
                    right=right,
                    found=other.span.of(target),
                ),
                source=wanted.span,
                expected=(right,),
            )


def _shares_sign(facts: Facts, one: Quantity) -> bool:
    """Whether the sign of the next share stands for this figure too."""
    following = (
        other
        for other in facts.of(target_figures)
        if other.start >= one.end and other.kind in (Kind.PERCENT, Kind.POINT)
    )
    after = min(following, key=lambda other: other.start, default=None)
    if after is None or after.start - one.end > _SHARED_WITH:
        return False
    return bool(_SHARES.match(facts.target[one.end : after.start]))


def _with_sign(source: str, one: Quantity) -> str:
    """Return a share of the Chinese with the sign behind it."""
    return Span(one.start, one.end + (source[one.end : one.end + 1] in ("%", "％"))).of(source)
