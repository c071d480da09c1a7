"""A figure of the source that the target changes."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck
from translator_desk.checks.term_facts import source_terms
from translator_desk.glossary.entry import Kind as TermKind
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Fix, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.figure_words import english_words
from translator_desk.text.numbers_en import english_quantities
from translator_desk.text.numbers_zh import chinese_quantities
from translator_desk.text.quantity import Hedge, Kind, Quantity, Value, english_figure, printed_value
from translator_desk.text.span import Span
from translator_desk.wording import Message, Wording, say

_COMPARED = frozenset({Kind.CARDINAL, Kind.PERCENT, Kind.POINT})
_ROUNDING = 0.05
_SMALL = 20
_POWERS = (1, 2, 3, 4, 5, 6, 8)


class NumberMismatch(SegmentCheck):
    """Compares figures by value across 万 and 亿; what is left over on both sides is paired by the likely slip."""

    id = CheckId("number-mismatch")
    title = Wording("Figure changed", "数字有误")
    explanation = Wording(
        "A figure of the Chinese has another value in the English: ten times too large or small (386亿 is 38.6 "
        "billion), a digit changed or swapped, eight for nine. Figures are compared by value; rounding "
        "that is said to be rounding, vague figures, numbers inside names and set phrases are left alone.",
        "中文数字在译文中数值不同：差十倍（386亿应为 38.6 billion）、数字改动或颠倒、九译成八等。按数值比较；"
        "注明约数的取整、模糊数、名称和固定短语中的数字不报告。",
    )
    mqm = Mqm.NUMBER
    level = Level.ERROR
    family = Family.FIGURE
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    examples = (
        Example("over 11 billion yuan", "突破1100亿元", found=("11 billion",), fixed="over 110 billion yuan"),
        Example("6,482 market entities", "市场主体6842户", found=("6,482",), fixed="6,842 market entities"),
        Example("eight special working groups", "9个专项工作组", found=("eight",), fixed="nine special working groups"),
        Example("exceeded 240 billion yuan, up 9.5%", "2400多亿元，增长9.5%"),
        Example("5G base stations in six cities", "6个城市的5G基站"),
        Example("a group of leaders", "一批领导"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each pair of figures that do not agree."""
        source = self._wanted(facts)
        if not source:
            return
        target = english_quantities(facts.target)
        left = [one for one in source if not any(_answers(one, other) for other in target)]
        if not left:
            return
        spare = [
            one
            for one in target
            if one.kind is not Kind.DAY and not any(_answers(other, one) for other in chinese_quantities(facts.source))
        ]
        for wanted in left:
            for other in spare:
                slip = _slip(wanted, other, alone=len(left) == len(spare) == 1)
                if slip is not None:
                    spare.remove(other)
                    yield self._issue(facts, wanted, other, slip)
                    break

    def _wanted(self, facts: Facts) -> list[Quantity]:
        """Return the figures of the source that must surface; those inside a term belong to the term."""
        if not any(ch.isdigit() or ch in "一二三四五六七八九十百千万亿两" for ch in facts.source):
            return []
        terms = [match.span for match in facts.of(source_terms) if match.entry.kind is not TermKind.UNIT]
        return [
            one
            for one in chinese_quantities(facts.source)
            if one.firm
            and one.kind in _COMPARED
            and one.hedge is not Hedge.VAGUE
            and not any(span.contains(one.span) for span in terms)
        ]

    def _issue(self, facts: Facts, wanted: Quantity, other: Quantity, slip: Message) -> Issue:
        expected = _printed_like(wanted.low, other)
        span = Span(other.start, other.end)
        return self.issue(
            facts,
            span,
            say(
                "“{zh}” is {right}, not {found}.",
                "“{zh}”应为 {right}，而不是 {found}。",
                zh=wanted.span.of(facts.segment.source),
                right=expected,
                found=span.of(facts.target),
            ),
            source=wanted.span,
            evidence=(slip,),
            expected=(expected,),
            fixes=(Fix(span, expected),),
        )


def _answers(zh: Quantity, en: Quantity) -> bool:
    """Whether the English figure can render the Chinese one."""
    if en.may_be(zh.low) or (zh.high != zh.low and zh.low <= en.low <= zh.high) or zh.may_be(en.low):
        return True
    if zh.low == 0 or en.low == 0:
        return False
    ratio = float(en.low) / float(zh.low)
    if abs(ratio - 1) <= _ROUNDING and (zh.hedge is not Hedge.EXACT or en.hedge is not Hedge.EXACT):
        return True
    # Rounded to the figures the English prints: 1.26亿 as "126 million" is equal, 23.57亿 as "2.4 billion" is near.
    return abs(ratio - 1) <= 0.02 and float(zh.low) >= 10_000


def _slip(zh: Quantity, en: Quantity, *, alone: bool) -> Message | None:
    """Return what probably went wrong between the two, None where they have nothing to do with one another."""
    if zh.low == 0 or en.low == 0 or en.low != en.high:
        return None
    wanted, found = zh.low, en.low
    for power in _POWERS:
        if wanted == found * 10**power or found == wanted * 10**power:
            return say(
                "the magnitude is off by a factor of {factor}", "数量级相差 {factor} 倍", factor=f"{10**power:,}"
            )
    one, other = _digits(wanted), _digits(found)
    if len(one) >= 2 and len(one) == len(other):
        if sorted(one) == sorted(other):
            return say("digits have changed places", "数字顺序颠倒")
        if sum(a != b for a, b in zip(one, other, strict=True)) == 1 and _same_size(wanted, found):
            return say("one digit differs", "有一位数字不同")
    if abs(len(one) - len(other)) == 1 and min(len(one), len(other)) >= 2 and _one_more(one, other):
        return say("a digit is lost or added", "漏掉或多出一位数字")
    if alone and wanted <= _SMALL and found <= _SMALL and zh.kind is en.kind and en.kind is Kind.CARDINAL:
        return say("another number stands in its place", "此处为另一个数字")
    return None


def _digits(value: Value) -> str:
    return printed_value(value).replace(",", "").replace(".", "").strip("0")


def _same_size(one: Value, other: Value) -> bool:
    return 0.1 < float(one) / float(other) < 10


def _one_more(one: str, other: str) -> bool:
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _printed_like(value: Value, en: Quantity) -> str:
    """Return the value in words where the English has words, else in figures."""
    if not en.digits:
        for word, one in english_words().items():
            if one.low == one.high == value and one.role in ("digit", "teen", "tens"):
                return word
    return english_figure(value)
