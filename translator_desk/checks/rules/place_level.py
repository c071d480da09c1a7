"""Levels of places in lists without a name: townships (streets) for 乡镇（街道）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_LEVEL = re.compile(
    r"(?<![城古小])[乡镇][（(、和与及]?街道?[）)]?|街道[、和与及]?[（(]?[乡镇]|街道(?:办事处|办|党工委|工委)"
)
_STREET = re.compile(r"街(?!道)|道路|马路|公路|街道(?:路面|两旁|两侧|上)|沿街")
_AMONG_LEVELS = re.compile(
    r"\b(?:townships?|towns?|villages|counties|districts|communities)\b"
    r"(?: and |, | or |, and | ?/ ?| ?\((?:and )?)(?:the )?(?P<after>streets?)\b"
    r"|\b(?P<before>streets?)(?: and |, | or |, and | ?/ ?| ?\()(?:the )?"
    r"(?:townships?|towns\b|villages|communities)"
    r"|\b(?P<office>street)(?= (?:offices?|agency|agencies|committees?|cadres?|party|working)\b)",
    re.IGNORECASE,
)
_RIGHT = "ubdistrict"


class PlaceLevel(SegmentCheck):
    """Finds streets among townships and towns where the Chinese has 街道, the level of administration."""

    id = CheckId("place-level")
    title = Wording("Level of places", "行政层级译错")
    explanation = Wording(
        "街道 beside 乡镇, in 镇街 and in 街道办事处 is a level of administration: subdistrict. “Streets” are what one "
        "walks on. Names (Shiyou Street) belong to the check of places; here no name stands before the word.",
        "与“乡镇”并列的“街道”，以及“镇街”“街道办事处”中的“街道”是一级行政区划，应为 subdistrict；street 指道路。"
        "带名称的（Shiyou Street）由地名检查负责，这里只看前面没有名称的。",
    )
    mqm = Mqm.WRONG_TERM
    level = Level.WARNING
    family = Family.PLACE
    sight = Sight.TEXTS
    needs = frozenset({Need.SOURCE})
    any_length = True
    signs = Signs(words=("street", "streets"))
    examples = (
        Example(
            "Officials of various townships (streets) took part.",
            "各乡镇（街道）负责人参加。",
            found=("streets",),
            fixed="Officials of various townships (subdistricts) took part.",
        ),
        Example(
            "It reached all 16 towns and streets.",
            "覆盖全县16个镇街。",
            found=("streets",),
            fixed="It reached all 16 towns and subdistricts.",
        ),
        Example(
            "The street office sent helpers.",
            "街道办事处派出人员。",
            found=("street",),
            fixed="The subdistrict office sent helpers.",
        ),
        Example("Officials of townships and subdistricts cleaned the streets.", "各乡镇（街道）干部清扫街巷。"),
        Example("They cleaned towns and streets.", "他们清扫城镇和街巷。"),
        Example(
            "They cleaned towns and streets.", "各乡镇（街道）清扫城镇和大街。", note="The Chinese has streets too."
        ),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each street among the levels of places."""
        return self._streets(facts) if "街" in facts.source else ()

    def _streets(self, facts: Facts) -> Iterator[Issue]:
        level = _LEVEL.search(facts.source)
        if level is None or _STREET.search(_LEVEL.sub("", facts.source)):
            return
        for match in _AMONG_LEVELS.finditer(facts.target):
            span = Span(*match.span(match.lastgroup or 0))
            found = span.of(facts.target)
            right = _rendered(found)
            yield self.issue(
                facts,
                span,
                say(
                    "“{zh}” is a level of administration: “{right}”, not “{found}”.",
                    "“{zh}”是行政层级：应为“{right}”，而不是“{found}”。",
                    zh=level[0],
                    right=right,
                    found=found,
                ),
                source=Span(*level.span()),
                expected=(right,),
            )


def _rendered(found: str) -> str:
    """Return the right word with the capital and the number of the wrong one."""
    first = "S" if found[0].isupper() else "s"
    return f"{first}{_RIGHT}{'s' if found[-1] in 'sS' else ''}"
