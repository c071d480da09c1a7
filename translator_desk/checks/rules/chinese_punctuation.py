"""Chinese punctuation and full-width letters in the English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Fix, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.normalize import half_width
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_FULL_WIDTH = re.compile(r"[！-～、。《》「」『』【】　]+")
_ANY = re.compile(r"[！-～、。《》「」『』【】　…—”]")
"""A letter of everything that is found."""
_HAN = re.compile(r"[㐀-鿿]")
_DOUBLED = re.compile("(?:…{2,}|—{2,}|～+)")
"""Chinese dots and dashes are twice as long."""
_QUOTES_IN_A_ROW = re.compile(r"(?<=[\w%])(” ?“)(?=\w)")
"""Chinese sets no mark between quoted items."""


@cache
def _table() -> dict[str, str]:
    return dict(data_rows("full_width.tsv"))


class ChinesePunctuation(SegmentCheck):
    """Finds full-width marks, letters and figures."""

    id = CheckId("chinese-punctuation")
    title = Wording("Chinese punctuation in the English", "译文中的中文标点")
    explanation = Wording(
        "Full-width marks (，。；：《》), letters, figures or the wide space stand in the English, or the long Chinese dots "
        "and dashes (……, ——). Write the half-width form. Quoted items in a row (“A” “B”) need a comma or “and”.",
        "英文中出现全角标点（，。；：《》）、全角字母、数字或全角空格，或中文的省略号、破折号（……、——），请改为半角。"
        "并列的引号内容（“甲”“乙”）之间，英文须加逗号或 and。",
    )
    mqm = Mqm.PUNCTUATION
    level = Level.WARNING
    family = Family.LAYOUT
    sight = Sight.TEXTS
    any_length = True
    examples = (
        Example("Deng Qunce，Mayor", found=("，",), fixed="Deng Qunce, Mayor"),
        Example("in ２０１９ he came。", found=("２０１９", "。"), fixed="in 2019 he came."),
        Example("Sales grew…… Costs fell.", found=("……",), fixed="Sales grew… Costs fell."),
        Example("the “year of projects” “investment drive”", found=("” “",)),
        Example("He said: “Yes, (really).”"),
        Example("“Yes.” “No,” she said — and left…"),
        Example("A well-known café — 12.5%"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each run; marks among Han characters belong to those."""
        target = facts.target
        if target.isascii() or not _ANY.search(target):
            return
        for match in _FULL_WIDTH.finditer(target):
            start, end = match.span()
            if _HAN.match(target[start - 1 : start]) and _HAN.match(target[end : end + 1]):
                continue
            span = Span(start, end)
            put = "".join(_table().get(ch, half_width(ch)) for ch in match[0])
            if target[end : end + 1] in ("", " ", "\n") or not put.strip():
                put = put.rstrip() if target[end : end + 1] in ("", " ", "\n") else put
            if target[start - 1 : start] in ("", " "):
                put = put.lstrip()
            message = say("“{words}” is Chinese punctuation.", "“{words}”是中文标点或全角字符。", words=match[0])
            yield self.issue(facts, span, message, expected=(put.strip() or "space",), fixes=(Fix(span, put),))
        for match in _DOUBLED.finditer(target):
            put = "–" if match[0][0] == "～" else match[0][0]
            message = say("“{words}” is Chinese punctuation.", "“{words}”是中文标点或全角字符。", words=match[0])
            yield self.issue(facts, Span(*match.span()), message, expected=(put,))
        for match in _QUOTES_IN_A_ROW.finditer(target):
            message = say(
                "Between quoted items English sets a comma or “and”.", "并列的引号内容之间，英文须加逗号或 and。"
            )
            fixes = (Fix(Span(*match.span(1)), "” and “"), Fix(Span(*match.span(1)), "”, “"))
            yield self.issue(facts, Span(*match.span(1)), message, expected=("” and “", "”, “"), fixes=fixes)
