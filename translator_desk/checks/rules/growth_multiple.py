"""Growth by N倍 printed as N times, and 翻番 by the wrong factor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.figure_facts import figures
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.figure_words import growth_words
from translator_desk.text.quantity import Kind, Quantity, Value, plus, printed_value, times
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_TIMES = re.compile(r"[\s-]?(?:times|time|fold)\b")
_MORE = re.compile(r"[\s-]?times\s+(?:more|higher|larger|bigger|greater|faster|longer|better|increase)\b")
_MULTIPLES = {2: "doubled", 3: "tripled", 4: "quadrupled"}
# From ten on, N and N + 1 times differ by less than news text rounds.
_LARGE = 10
_QUOTED = re.compile("“[^”]*”")


class GrowthMultiple(SegmentCheck):
    """Compares growth by a multiple with the English factor."""

    id = CheckId("growth-multiple")
    title = Wording("Growth by a multiple", "倍数增长有误")
    explanation = Wording(
        "增长3倍 means up 300 percent, four times the old figure; “tripled” and “three times as much” say too little, "
        "and “three times more” is read both ways. 翻一番 is to double, 翻两番 to quadruple. Nothing can shrink by a "
        "multiple: 减少 with 倍 needs a percentage. 是……的3倍 is three times as much and right.",
        "“增长3倍”即增长300%，为原来的四倍；译作 tripled 或 three times as much 就少了，three times more 则有歧义。"
        "翻一番是 double，翻两番是 quadruple。减少不能用倍数，应换算成百分比。“是……的3倍”译作 three times 是对的。",
    )
    mqm = Mqm.NUMBER
    level = Level.ERROR
    family = Family.FIGURE
    sight = Sight.CHINESE
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    signs = Signs(source="倍番")
    examples = (
        Example("Sales tripled.", "销售额增长3倍。", found=("tripled",), fixed="Sales quadrupled."),
        Example(
            "Output will double by 2035.",
            "到2035年产量翻两番。",
            found=("double",),
            fixed="Output will quadruple by 2035.",
        ),
        Example(
            "Exports grew by 5 times.", "出口增长了5倍。", found=("5 times",), fixed="Exports grew by 500 percent."
        ),
        Example("Sales quadrupled.", "销售额增长3倍。"),
        Example("Sales are three times those of 2010.", "销售额是2010年的3倍。"),
        Example("Output doubled.", "产量翻了一番。"),
        Example("The service was three times better than expected.", "服务“比预期好三倍”。"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each multiple whose English says another factor."""
        found = facts.of(figures)
        quoted = [match.span() for match in _QUOTED.finditer(facts.source)]
        for index, wanted in enumerate(found.source):
            if any(start < wanted.start < end for start, end in quoted):
                continue
            if wanted.kind is Kind.DOUBLING:
                yield from self._doubling(facts, wanted)
            elif wanted.kind is Kind.MULTIPLE and (role := self._role(facts.source, wanted)):
                mates = [found.target[pair.target] for pair in found.agreed if pair.source == index]
                for other in mates:
                    yield from self._growth(facts, wanted, other, role)

    @staticmethod
    def _role(source: str, wanted: Quantity) -> str:
        """Return "grow", "shrink" or "" for what the words before a multiple say."""
        match = _before().search(source[max(0, wanted.start - 10) : wanted.start])
        return (match.lastgroup or "") if match else ""

    def _doubling(self, facts: Facts, wanted: Quantity) -> Iterable[Issue]:
        """Compare 翻番 with a verb of multiplying in the target."""
        found = facts.of(figures)
        if wanted.low == 2 or any(one.low in (wanted.low, _percent(wanted.low)) for one in found.target):
            return
        for other in found.target:
            if other.kind is Kind.MULTIPLE and other.low == 2:
                yield self._wrong_factor(facts, wanted, other, other.span, int(wanted.low))
                return

    def _growth(self, facts: Facts, wanted: Quantity, other: Quantity, role: str) -> Iterable[Issue]:
        if other.low != wanted.low or other.kind in (Kind.PERCENT, Kind.POINT):
            return
        words = _TIMES.match(facts.target, other.end)
        if other.kind is not Kind.MULTIPLE and words is None:
            return
        span = Span(other.start, words.end() if words else other.end)
        if words is None or words[0].strip(" -") == "fold":
            if role == "grow":
                level = None if words is None else Level.INFO if wanted.low >= _LARGE else Level.WARNING
                yield self._wrong_factor(facts, wanted, other, span, int(wanted.low) + 1, level)
            return
        percent = f"{printed_value(times(wanted.low, 100))} percent"
        by = re.search(r"\bby\s+(?:(?:about|nearly|over|around|almost|more\s+than)\s+)?$", facts.target[: other.start])
        expected = (percent,) if by and not _MORE.match(facts.target, other.end) else ()
        more = f"{printed_value(plus(wanted.low, 1))} times as much as"
        yield self.issue(
            facts,
            span,
            say(
                "“{zh}” is up {percent}, {more} before; “{found}” is read both ways.",
                "“{zh}”即增长 {percent}，为原来的 {value} 倍；“{found}”有歧义。",
                zh=facts.segment.source[wanted.start : wanted.end + 1],
                percent=percent,
                more=more,
                value=printed_value(plus(wanted.low, 1)),
                found=span.of(facts.target),
            )
            if role == "grow"
            else say(
                "Nothing shrinks by a multiple: give the decrease in percent or as a fraction.",
                "减少不能用倍数：请换算成百分比或分数。",
            ),
            source=wanted.span,
            level=Level.INFO if role == "grow" and wanted.low >= _LARGE else Level.WARNING,
            expected=expected if role == "grow" else (),
        )

    def _wrong_factor(
        self, facts: Facts, wanted: Quantity, other: Quantity, span: Span, factor: int, level: Level | None = None
    ) -> Issue:
        written = span.of(facts.target)
        stem = _MULTIPLES.get(factor, "")
        if stem and written.lower().startswith(("doubl", "tripl", "quadrupl", "trebl")):
            expected = stem if written.endswith("ed") else stem[:-1] if written.endswith("e") else f"{stem[:-2]}ing"
            expected = f"{stem[:-1]}s" if written.endswith("es") else expected
        else:
            expected = f"{factor} times" if not written.lower().endswith("fold") else f"{factor}-fold"
        return self.issue(
            facts,
            span,
            say(
                "“{zh}” makes {factor} times the old figure: {right}, not {found}.",
                "“{zh}”为原来的 {factor} 倍：应为 {right}，而不是 {found}。",
                zh=wanted.span.of(facts.segment.source) + ("倍" if wanted.kind is Kind.MULTIPLE else ""),
                factor=factor,
                right=expected,
                found=written,
            ),
            source=wanted.span,
            level=level,
            expected=(expected,),
        )


def _percent(factor: Value) -> Fraction:
    return (Fraction(factor) - 1) * 100


@cache
def _before() -> re.Pattern[str]:
    """Return the pattern of growth words that end right before a multiple."""
    words = growth_words()
    filler = "|".join(sorted(words["filler"], key=len, reverse=True))
    roles = "|".join(
        f"(?P<{role}>{'|'.join(sorted(words[role], key=len, reverse=True))})" for role in ("grow", "shrink")
    )
    return re.compile(f"(?:{roles})(?:{filler})*$")
