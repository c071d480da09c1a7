"""A figure of the source that the target changes."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight, target_words
from translator_desk.checks.figure_facts import changed_figures, figures, is_date, printed_like, value_evidence
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.figure_pairing import Pair, Pairing, Slip
from translator_desk.text.grammar_words import grammar_words
from translator_desk.text.quantity import Kind, Quantity, english_figure, significant
from translator_desk.text.span import Span
from translator_desk.wording import Message, Wording, say

_OWNED_ELSEWHERE = frozenset({Kind.SESSION, Kind.ORDINAL, Kind.TIME})
_COUNTED = frozenset({Kind.CARDINAL, Kind.PERCENT, Kind.POINT})
# Figures up to ten are dropped in good English ("5所高校" after a list of five names).
_LEAST_MISSED = 11
_ALL = 100
_LEAST_DIGITS = 3
"""Digits a figure keeps when it is rounded and nothing says so."""
_SLIPS = {
    Slip.SWAPPED: say("digits have changed places", "数字顺序颠倒"),
    Slip.DIGIT: say("another digit stands in the figure", "有一位数字不同"),
    Slip.LENGTH: say("a digit is lost or added", "漏掉或多出一位数字"),
    Slip.RANGE: say("two numerals side by side give a range", "相邻数词连用表示约数"),
    Slip.OTHER: say("another figure stands in its place", "此处译成了另一个数"),
}


class NumberMismatch(SegmentCheck):
    """Compares figures by value across 万 and 亿; what is left over on both sides is paired by the likely slip."""

    id = CheckId("number-mismatch")
    title = Wording("Figure changed", "数字有误")
    explanation = Wording(
        "A figure of the Chinese has another value in the English: ten times too large or small (386亿 is 38.6 "
        "billion), a digit changed or swapped, eight for nine; or it stands nowhere in the English. Figures are "
        "compared by value; rounding that is said to be rounding, vague figures, numbers inside names and set "
        "phrases are left alone.",
        "中文数字在译文中数值不同：差十倍（386亿应为 38.6 billion）、数字改动或颠倒、九译成八；或者译文里根本没有。"
        "按数值比较；注明约数的取整、模糊数、名称和固定短语中的数字不报告。",
    )
    mqm = Mqm.NUMBER
    level = Level.ERROR
    family = Family.FIGURE
    sight = Sight.CHINESE
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    gate = changed_figures
    examples = (
        Example("over 11 billion yuan", "突破1100亿元", found=("11 billion",), fixed="over 110 billion yuan"),
        Example("38.6 billion yuan or 386 billion", "386亿元或38.6亿元", found=("386 billion",)),
        Example("6,482 market entities", "市场主体6842户", found=("6,482",), fixed="6,842 market entities"),
        Example("eight special working groups", "9个专项工作组", found=("eight",), fixed="nine special working groups"),
        Example("It has a fountain.", "内有喷泉128座。", found=("",), note="a figure that stands nowhere"),
        Example("All 27 complaints were settled.", "受理投诉27件，办结率100%。", note="“All” says 100%."),
        Example("The 27 complaints were settled in time.", "受理投诉27件，及时办结率98%。", found=("",)),
        Example("exceeded 240 billion yuan, up 9.5%", "2400多亿元，增长9.5%"),
        Example(
            "about 167,000 yuan",
            "一万六七千元左右",
            found=("167,000",),
            fixed="about 16,000 to 17,000 yuan",
            note="A range read as one number.",
        ),
        Example("300 to 400 people, about 20,000 yuan", "三四百人，两三万元"),
        Example("5G base stations in six cities", "6个城市的5G基站"),
        Example(
            'before the "3.15" Consumer Rights Day', "“3·15”国际消费者权益日前夕", note="A day known by its figures."
        ),
        Example("before the March 15 Consumer Rights Day", "“3·15”国际消费者权益日前夕"),
        Example(
            "85 stations on December 4", "“12·4”宪法日，58座站点", found=("85",), fixed="58 stations on December 4"
        ),
        Example("a group of leaders", "一批领导"),
        Example("dozens of guests from both provinces came twice", "两省的几十位客人来了两次"),
        Example("about 1.3 million people", "126万人", note="rounding that is said to be rounding"),
        Example(
            "19.93 million people",
            "1993.03万人",
            found=("19.93 million",),
            fixed="19,930,300 people",
            note="For information: rounded, to the digits that are printed.",
        ),
        Example("two thirds of the 42,000 visits", "4.2万人次的三分之二"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each pair of figures that do not agree."""
        found = facts.of(figures)
        for pair in found.altered:
            wanted, other = found.source[pair.source], found.target[pair.target]
            counted = wanted.kind is Kind.SESSION and other.kind is Kind.CARDINAL  # 16届, held for 96 years
            if counted or (not is_date(wanted) and wanted.kind not in _OWNED_ELSEWHERE):
                yield self._altered(facts, wanted, other, pair)
        for run in lost_runs(found, whole=not grammar_words("whole").isdisjoint(facts.of(target_words))):
            yield self._lost(facts, run)

    def _lost(self, facts: Facts, run: list[Quantity]) -> Issue:
        """Return the issue of figures that stand nowhere in the target, placed where they would be read."""
        found = facts.of(figures)
        source = Span(run[0].start, run[-1].end)
        before = [
            found.target[pair.target].end for pair in found.agreed if found.source[pair.source].end <= source.start
        ]
        at = max(before, default=0)
        values = [english_figure(one.low) + ("%" if one.kind is Kind.PERCENT else "") for one in run]
        return self.issue(
            facts,
            Span(at, at),
            say(
                "“{zh}” is not in the translation ({value}).",
                "译文中没有“{zh}”（{value}）。",
                zh=source.of(facts.segment.source),
                value=", ".join(values),
            ),
            source=source,
            level=Level.WARNING,
            mqm=Mqm.OMISSION,
            expected=(", ".join(values),),
        )

    def _altered(self, facts: Facts, wanted: Quantity, other: Quantity, pair: Pair) -> Issue:
        expected = printed_like(wanted.low, wanted.kind, other, facts.target)
        if wanted.low != wanted.high:
            expected += f" to {printed_like(wanted.high, wanted.kind, other, facts.target)}"
        return self.issue(
            facts,
            other.span,
            say(
                "“{zh}” is {right}, not {found}.",
                "“{zh}”应为 {right}，而不是 {found}。",
                zh=wanted.span.of(facts.segment.source),
                right=expected,
                found=other.span.of(facts.target),
            ),
            source=wanted.span,
            level=Level.INFO if _only_rounded(wanted, other) else self.level,
            evidence=(_likely(pair.slip, wanted, other, facts.target), value_evidence(wanted, facts.segment.source)),
            expected=(expected,),
        )


def lost_runs(found: Pairing, *, whole: bool) -> list[list[Quantity]]:
    """Return the figures of the source that surface nowhere, those without an answered one between them together.

    Args:
        found: The figures of both sides.
        whole: Whether a word of the target says 100% without the figure: "all were settled".
    """
    lost = {
        one.start
        for one in found.lost
        if one.firm
        and one.digits
        and one.kind in _COUNTED
        and one.low >= _LEAST_MISSED
        and not (whole and _is_all(one))
    }
    runs: list[list[Quantity]] = []
    open_run = False
    for one in found.source:
        if one.start in lost:
            if not open_run:
                runs.append([])
            runs[-1].append(one)
            open_run = True
        elif one not in found.lost:
            open_run = False
    return runs


def _is_all(one: Quantity) -> bool:
    return one.kind is Kind.PERCENT and one.low == _ALL


def _only_rounded(wanted: Quantity, other: Quantity) -> bool:
    """Whether the target gives the figure in fewer digits, all of them right: 1993.03万 as 19.93 million."""
    if not _LEAST_DIGITS <= significant(other.low) < significant(wanted.low):
        return False
    return abs(Fraction(other.low) / Fraction(wanted.low) - 1) < Fraction(1, 2 * 10 ** (significant(other.low) - 1))


def _likely(slip: Slip | None, wanted: Quantity, other: Quantity, target: str) -> Message:
    """Return the sentence that names the slip."""
    if _only_rounded(wanted, other):
        return say("the figure is rounded, and nothing says so", "译文取了约数，但未注明")
    if slip is not Slip.MAGNITUDE:
        return _SLIPS[slip or Slip.OTHER]
    ratio = Fraction(other.low) / Fraction(wanted.low)
    factor = f"{round(max(ratio, 1 / ratio)):,}"
    if other.span.of(target)[-1].isalpha() and ratio > 1:
        return say(
            "{factor} times too large: the figure was copied and only the magnitude word translated",
            "大了 {factor} 倍：照抄了数字，只译了数量级",
            factor=factor,
        )
    return say("the magnitude is off by a factor of {factor}", "数量级相差 {factor} 倍", factor=factor)
