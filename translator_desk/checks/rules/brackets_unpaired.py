"""Brackets that open and never close, or the reverse, over a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Observation, Sight
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_BRACKET = re.compile(r"[()\[\]（）【】〔〕]")
_KIND = {"(": "round", ")": "round", "（": "round", "）": "round", "[": "square", "]": "square",
         "【": "lenticular", "】": "lenticular", "〔": "shell", "〕": "shell"}  # fmt: skip
_OPENING = "([（【〔"
_LIST_MARK = re.compile(
    r"(?:^|[;；，,：:.。!?]|\b(?:and|or))\s*(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4}|[一二三四五六七八九十])$"
)
_FACE = ":;"


class BracketsUnpaired(GroupCheck):
    """Pairs brackets over the whole paragraph."""

    id = CheckId("brackets-unpaired")
    title = Wording("Bracket without its pair", "括号不配对")
    explanation = Wording(
        "A bracket opens and never closes in its paragraph, or closes without having opened. A list mark such as "
        "“1)” or “b)” is no bracket.",
        "段落中括号有开无合，或有合无开。“1)”“b)”一类的序号不算括号。",
    )
    mqm = Mqm.PUNCTUATION
    level = Level.WARNING
    family = Family.LAYOUT
    sight = Sight.TEXTS
    any_length = True
    judged_by = frozenset()
    signs = Signs(target=tuple(_KIND))
    examples = (
        Example("The meeting (held on June 6 was long.", found=("(",)),
        Example("The meeting held on June 6) was long.", found=(")",)),
        Example("Order No. [2022 of the city", found=("[",)),
        Example("The meeting (held on June 6) was long."),
        Example("It does: 1) plan, 2) build, b) check."),
        Example(
            "Second, it ends.) So it was.",
            before=(("", "It began (first."),),
            found=(")",),
            note="A paragraph of its own: brackets do not reach over paragraphs.",
        ),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note every bracket of the paragraph."""
        target = facts.target
        for match in _BRACKET.finditer(target):
            before = target[: match.start()]
            if match[0] not in _OPENING and (_LIST_MARK.search(before) and not _is_open(before)):
                continue
            if before[-1:] and before[-1] in _FACE and match[0] in "()":
                continue
            kind = _KIND[match[0]]
            yield Observation(
                (facts.document.id, facts.segment.paragraph, kind),
                facts.segment.id,
                facts.document.id,
                Span(match.start(), match.end()),
                match[0],
            )

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the brackets that are left over."""
        opened: list[Observation] = []
        for one in observations:
            if one.text in _OPENING:
                opened.append(one)
            elif opened:
                opened.pop()
            else:
                yield self._alone(one)
        for left in opened:
            yield self._alone(left)

    def _alone(self, one: Observation) -> Issue:
        return self.issue(
            one,
            one.span,
            say("This bracket has no pair in its paragraph; add the other one or take it out.",
                "该括号在本段中没有配对，请补上另一半或删去。"),
        )  # fmt: skip


def _is_open(before: str) -> bool:
    return before.count("(") > before.count(")")
