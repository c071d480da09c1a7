"""An English sentence beside which no Chinese stands, although its document has a source."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.text.tokens import WORD
from translator_desk.wording import Wording, say

_FEWEST_WORDS = 3


class SentenceAdded(SegmentCheck):
    """Finds the sentences that the alignment left without a counterpart."""

    id = CheckId("sentence-added")
    title = Wording("Sentence without source", "无对应原文")
    explanation = Wording(
        "An English sentence has no Chinese beside it in a document that has a source. Either it was added, or the "
        "alignment put its Chinese elsewhere: correct the alignment, or take the sentence out.",
        "文件有原文，但此句英文没有对应的中文：可能是译者增加的，也可能是对齐有误。请更正对齐或删去此句。",
    )
    mqm = Mqm.ADDITION
    level = Level.WARNING
    family = Family.COMPLETENESS
    sight = Sight.TEXTS
    any_length = True
    examples = (
        Example(
            "This was never said.", before=(("会议结束。", "The meeting ended."),), found=("This was never said.",)
        ),
        Example("He added a word.", before=(("会议结束。", "The meeting ended."),), found=("He added a word.",)),
        Example("This was said.", "说过此话。"),
        Example("A text without any source."),
        Example("(End)", before=(("会议结束。", "The meeting ended."),)),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield the whole target where the source is empty."""
        if facts.source.strip() or not facts.document.has_source:
            return
        target = facts.target.strip()
        if sum(1 for _ in WORD.finditer(target)) >= _FEWEST_WORDS:
            start = facts.target.find(target)
            message = say("No Chinese sentence stands beside this one.", "此句没有对应的中文。")
            yield self.issue(facts, Span(start, start + len(target)), message)
