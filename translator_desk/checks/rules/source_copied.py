"""A target that is its source, not yet translated."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.normalize import fold_key
from translator_desk.text.scripts import has_han, simplify
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say


class SourceCopied(SegmentCheck):
    """Finds a Chinese sentence that stands untouched on the English side."""

    id = CheckId("source-copied")
    title = Wording("Source copied, not translated", "原文未译")
    explanation = Wording(
        "The English side holds the Chinese sentence as it is. Figures, addresses and Latin names that are the same in "
        "both languages are left alone.",
        "译文一侧仍是中文原句。两种语言写法相同的数字、网址和拉丁字母名称不报告。",
    )
    mqm = Mqm.UNTRANSLATED
    level = Level.ERROR
    family = Family.COMPLETENESS
    sight = Sight.TEXTS
    needs = frozenset({Need.SOURCE})
    any_length = True
    examples = (
        Example("会议到此结束。", "会议到此结束。", found=("会议到此结束。",)),
        Example("會議到此結束", "会议到此结束。", found=("會議到此結束",), note="In traditional characters, too."),
        Example("APEC 2022", "APEC 2022"),
        Example("The meeting ended.", "会议到此结束。"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield the whole target where it is the source."""
        target = facts.target
        if target.isascii() or not has_han(target):
            return
        stripped = target.strip()
        if _key(simplify(stripped)) == _key(facts.source):
            start = target.find(stripped)
            message = say("This sentence is not translated yet.", "此句尚未翻译。")
            yield self.issue(facts, Span(start, start + len(stripped)), message, source=Span(0, len(facts.source)))


def _key(text: str) -> str:
    return fold_key(text).strip(" .。!?！？")
