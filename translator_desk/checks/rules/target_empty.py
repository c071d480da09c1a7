"""A sentence left untranslated."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say


class TargetEmpty(SegmentCheck):
    """Finds a source segment whose target holds nothing."""

    id = CheckId("target-empty")
    title = Wording("Segment without translation", "句段未翻译")
    explanation = Wording(
        "The Chinese of the segment has no English beside it. Translate it, or join the segments if the sentence is "
        "part of the next one.",
        "该句段有中文而没有英文。请翻译；若内容已并入下一句，请合并句段。",
    )
    mqm = Mqm.OMISSION
    level = Level.ERROR
    family = Family.COMPLETENESS
    sight = Sight.TEXTS
    needs = frozenset({Need.SOURCE})
    any_length = True
    examples = (
        Example("", "会议指出。", found=("",)),
        Example("   ", "会议强调。", found=("",)),
        Example("The meeting pointed out.", "会议指出。"),
        Example("3", "3"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield one issue where nothing but white space stands in the target."""
        if facts.source.strip() and not facts.target.strip():
            message = say("This sentence is not translated.", "该句尚未翻译。")
            yield self.issue(facts, Span(0, 0), message, source=Span(0, len(facts.source)))
