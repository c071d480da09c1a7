"""Two marks where one belongs: "growth., and", "the city,, the county", "It rose.."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.dictionary import is_english
from translator_desk.text.segmenter import abbreviations
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_TWO = re.compile(r"[.,;:](?<![.,;:].) ?[.,;:](?=[\s\"”’)]|$)")
_WORD = re.compile(r"(?<![\w.@/’'-])[a-z]{3,}\Z")
_BEFORE = 24


class PunctuationDoubled(SegmentCheck):
    """Finds a mark beside another one that excludes it."""

    id = CheckId("punctuation-doubled")
    title = Wording("Two marks where one belongs", "标点重叠")
    explanation = Wording(
        "A comma behind a full stop, two commas, two full stops: one of the two is left over from an edit. The stop of "
        "an abbreviation (Co., etc.,) and the three of an ellipsis are left alone.",
        "句号后又有逗号、两个逗号、两个句号等：其中一个是修改时留下的。缩写的点（Co.,、etc.,）和省略号不报告。",
    )
    mqm = Mqm.PUNCTUATION
    level = Level.WARNING
    family = Family.LAYOUT
    sight = Sight.TEXTS
    any_length = True
    examples = (
        Example("greener growth., and more jobs", found=(".,",), fixed="greener growth, and more jobs"),
        Example("the city,, the county", found=(",,",), fixed="the city, the county"),
        Example("They smiled. .", found=(". .",), fixed="They smiled."),
        Example("the county;. The city", found=(";.",), fixed="the county. The city"),
        Example("Shanshan Co., Ltd., apples, etc., on Feb. 3 at 9 a.m., U.S.; and so on ..."),
        Example("1., 2. and a... b"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each pair of marks."""
        return self._pairs(facts) if _TWO.search(facts.target) else ()

    def _pairs(self, facts: Facts) -> Iterator[Issue]:
        target = facts.target
        for match in _TWO.finditer(target):
            before = _WORD.search(target, max(0, match.start() - _BEFORE), match.start())
            if before is None or before[0] in abbreviations() or not is_english(before[0]):
                continue
            marks = match[0]
            yield self.issue(
                facts,
                Span(*match.span()),
                say("“{marks}”: one mark is enough.", "“{marks}”：保留一个标点即可。", marks=marks),
                expected=(marks[-1],),
            )
