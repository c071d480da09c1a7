"""A figure of the target that the source does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.figure_facts import added_figures
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.quantity import Kind, Quantity
from translator_desk.wording import Wording, say

_COUNTED = frozenset({Kind.CARDINAL, Kind.PERCENT, Kind.POINT})
_LEAST = 11
# "24-hour" renders 全天候 and 昼夜, "7 × 24" likewise; "100 percent" renders 完全.
_IDIOMATIC = frozenset({24, 100, 365})
_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")


class NumberExtra(SegmentCheck):
    """Looks at the figures of the target that answer nothing in the source."""

    id = CheckId("number-extra")
    title = Wording("Figure not in the source", "原文没有的数字")
    explanation = Wording(
        "The English gives a figure that the Chinese does not hold, in digits and above ten. Dates that are completed, "
        "converted amounts in brackets, numbering, names and model numbers are left alone.",
        "译文出现了原文没有的数字（阿拉伯数字，十以上）。补全的日期、括号里的换算、编号、名称和型号不报告。",
    )
    mqm = Mqm.ADDITION
    level = Level.WARNING
    family = Family.FIGURE
    sight = Sight.CHINESE
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    gate = added_figures
    examples = (
        Example("The park covers 450 hectares.", "园区规模很大。", found=("450",)),
        Example("Exports rose by 37 percent last year.", "去年出口增长。", found=("37",)),
        Example("a 24-hour service", "全天候服务"),
        Example("3,000 mu (200 hectares) of rice", "3000亩水稻"),
        Example("12. The park opened on May 14, 2019.", "园区今年开放。", note="numbering and completed dates"),
        Example("Coverage reached 100 percent.", "实现全覆盖。"),
        Example("one of the reasons", "原因之一"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each figure without a source."""
        for one in facts.of(added_figures):
            if one.firm and one.digits and one.kind in _COUNTED and one.low >= _LEAST and self._counts(facts, one):
                yield self.issue(
                    facts,
                    one.span,
                    say(
                        "The source has no {found} here.",
                        "原文此处没有“{found}”。",
                        found=one.span.of(facts.target),
                    ),
                )

    @staticmethod
    def _counts(facts: Facts, one: Quantity) -> bool:
        """Return whether a figure is an amount and no numbering, conversion or idiom."""
        target = facts.target
        if one.low in _IDIOMATIC:
            return False
        if one.start == 0 or target[: one.start].strip(" (（[") == "":
            rest = target[one.end : one.end + 2]
            if rest[:1] in (".", ")", "）", "]", "、", ":"):
                return False
        if target[: one.start].rstrip()[-3:].lower() in ("no.", "nos", "vol"):
            return False
        return not any(match.start() < one.start < match.end() for match in _BRACKETS.finditer(target))
