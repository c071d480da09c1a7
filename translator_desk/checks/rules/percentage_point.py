"""Percentage points given as percent, and the reverse."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.figure_facts import unlike_figures
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.english_measures import percent_words
from translator_desk.text.quantity import Kind, printed_value
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say


class PercentagePoint(SegmentCheck):
    """Compares what the equal figures of the two sides count: points or percent."""

    id = CheckId("percentage-point")
    title = Wording("Percent or percentage points", "百分点与百分比混淆")
    explanation = Wording(
        "The difference between two rates is counted in percentage points (百分点), a change of a quantity in percent: "
        "from 10% to 12% is up 2 percentage points, or up 20 percent. The two must not be exchanged.",
        "两个比率之差用 percentage points（百分点），数量的变化用 percent：由10%升至12%是上升2个百分点，"
        "也是上升20%，二者不可互换。",
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
            "a share 12 percent higher than before",
            "占比提高12个百分点",
            found=("12 percent",),
            fixed="a share 12 percentage points higher than before",
        ),
        Example(
            "the rate fell by 0.4%",
            "利率下降0.4个百分点",
            found=("0.4%",),
            fixed="the rate fell by 0.4 percentage points",
        ),
        Example(
            "Output grew by 9 percentage points.",
            "产量增长9%。",
            found=("9 percentage points",),
            fixed="Output grew by 9 percent.",
        ),
        Example("up 18.4% year on year", "同比增长18.4%"),
        Example("up 1 percentage point to 7%", "提高1个百分点，达到7%"),
        Example("won the district by 20 points", "以20个百分点的优势获胜"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each equal figure that counts something else."""
        for wanted, other in facts.of(unlike_figures):
            if {wanted.kind, other.kind} != {Kind.PERCENT, Kind.POINT} or wanted.low != other.low:
                continue
            words = percent_words(facts.target, other.end)
            span = Span(other.start, words.end if words else other.end)
            figure = other.span.of(facts.target)
            if wanted.kind is Kind.POINT:
                expected = f"{figure} percentage point{'' if printed_value(other.low) in ('1', '0.1') else 's'}"
                message = say(
                    "“{zh}” is a difference between two rates: {right}, not {found}.",
                    "“{zh}”是两个比率之差：应为 {right}，而不是 {found}。",
                    zh=self._source_words(facts, wanted.end, wanted.start),
                    right=expected,
                    found=span.of(facts.target),
                )
            else:
                expected = f"{figure} percent"
                message = say(
                    "The source counts percent, not percentage points: {right}.",
                    "原文是百分比而不是百分点：应为 {right}。",
                    right=expected,
                )
            yield self.issue(facts, span, message, source=wanted.span, expected=(expected,))

    @staticmethod
    def _source_words(facts: Facts, end: int, start: int) -> str:
        """Return the figure of the source with 个百分点."""
        text = facts.segment.source
        at = text.find("点", end, end + 6)
        return text[start : at + 1 if at > 0 else end]
