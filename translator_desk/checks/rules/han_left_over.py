"""Chinese characters left in the English."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_HAN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003FFFF]+(?:[·、，\s]*[㐀-鿿豈-﫿\U00020000-\U0003FFFF]+)*")
_BYLINE = re.compile(r"^\s*(?:From|Source|Author|Reporter|Editor|Photo(?: by)?|By)\s*[:：]", re.IGNORECASE)


class HanLeftOver(SegmentCheck):
    """Finds Han characters in the target; bylines may hold them."""

    id = CheckId("han-left-over")
    title = Wording("Chinese left in the English", "译文中残留汉字")
    explanation = Wording(
        "Chinese characters stand in the English text. Bylines (From: …) are allowed to hold them.",
        "英文译文中残留汉字。署名行（如 From: …）不在此列。",
    )
    mqm = Mqm.UNTRANSLATED
    level = Level.ERROR
    family = Family.COMPLETENESS
    sight = Sight.TEXTS
    any_length = True
    examples = (
        Example("The 攻坚 campaign was launched.", found=("攻坚",)),
        Example("He visited 衡阳 and 常宁.", found=("衡阳", "常宁")),
        Example("From: 衡阳新闻网"),
        Example("The campaign was launched."),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each run of Han characters."""
        if facts.target.isascii() or _BYLINE.match(facts.target):
            return
        for match in _HAN.finditer(facts.target):
            message = say("“{words}” is left untranslated.", "“{words}”没有翻译。", words=match[0])
            yield self.issue(facts, Span(match.start(), match.end()), message)
