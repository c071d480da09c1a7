"""The same word twice: "the the", "standardized and standardized"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Fix, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_TWICE = re.compile(r"(?<![\w'’-])([A-Za-z]+)(\s+)(\1)(?![\w'’-])", re.IGNORECASE)
_AND = re.compile(r"(?<![\w'’-])([A-Za-z]{5,})\s+(and|or)\s+(\1)(?![\w'’-])", re.IGNORECASE)
_ALLOWED = frozenset({"had", "that", "is", "so", "very", "no", "bye", "ha", "long", "many", "much", "really", "more"})
_ALLOWED_AND = frozenset(
    {
        "again",
        "years",
        "hours",
        "miles",
        "louder",
        "faster",
        "bigger",
        "better",
        "higher",
        "further",
        "closer",
        "deeper",
        "smaller",
        "worse",
        "stronger",
        "days",
        "months",
        "weeks",
    }
)


class RepeatedWord(SegmentCheck):
    """Finds a doubled word, and one long word on both sides of "and", where two different words were meant."""

    id = CheckId("repeated-word")
    title = Wording("Word said twice", "词语重复")
    explanation = Wording(
        "A word stands twice in a row, or the same long word on both sides of “and”: the Chinese pair (督查督办, "
        "规范化标准化) had two words. Names such as Shuangshuang or Bo Bo, “had had”, “that that” and “again and "
        "again” are left alone.",
        "同一词语连续出现两次，或“and”两侧为同一长词：中文原为两个词（如督查督办、规范化标准化）。"
        "叠字人名、“had had”“that that”“again and again”等不报告。",
    )
    mqm = Mqm.DUPLICATION
    level = Level.WARNING
    family = Family.GRAMMAR
    any_length = True
    examples = (
        Example("He visited the the park.", found=("the the",), fixed="He visited the park."),
        Example("its standardized and standardized management", found=("standardized and standardized",)),
        Example("Unannounced Supervision and supervision", found=("Supervision and supervision",)),
        Example("He had had enough, again and again."),
        Example("Fan Bingbing met Bo Bo; it grew more and more."),
        Example("years and years later"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each pair."""
        target = facts.target
        for match in _TWICE.finditer(target):
            word = match[1]
            capitals = word[0].isupper() and match[3][0].isupper() and match.start() > 0
            if word.lower() in _ALLOWED or (capitals and len(word) > 1) or "\n" in match[2]:
                continue
            span = Span(match.start(), match.end())
            message = say("“{word}” stands here twice.", "“{word}”重复。", word=word)
            yield self.issue(facts, span, message, expected=(word,), fixes=(Fix(span, word),))
        for match in _AND.finditer(target):
            if match[1].lower() in _ALLOWED_AND:
                continue
            yield self.issue(
                facts,
                Span(match.start(), match.end()),
                say(
                    "“{word}” stands on both sides of “{joint}”; the Chinese probably has two words here.",
                    "“{joint}”两侧均为“{word}”；中文此处可能是两个不同的词。",
                    word=match[1],
                    joint=match[2],
                ),
            )
