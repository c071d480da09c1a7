"""Quotation marks that open and never close, or the reverse, over a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Observation
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_MARK = re.compile('[“”"]')
_MARK_OF_PAGES = re.compile('[“”"]|&(?:quot|#34|ldquo|#8220|rdquo|#8221);')
_ENTITIES = {"&quot;": '"', "&#34;": '"', "&ldquo;": "“", "&#8220;": "“", "&rdquo;": "”", "&#8221;": "”"}


class QuotesUnpaired(GroupCheck):
    """Pairs double quotation marks over the whole paragraph; apostrophes are none."""

    id = CheckId("quotes-unpaired")
    title = Wording("Quotation mark without its pair", "引号不配对")
    explanation = Wording(
        "A double quotation mark opens and never closes in its paragraph, or closes without having opened. Apostrophes "
        "and inches are not quotation marks.",
        "段落中双引号有开无合，或有合无开。撇号和英寸符号不算引号。",
    )
    mqm = Mqm.PUNCTUATION
    level = Level.WARNING
    family = Family.LAYOUT
    any_length = True
    judged_by = frozenset()
    examples = (
        Example("the “Year of Construction campaign", found=("“",)),
        Example("the Year of Construction” campaign", found=("”",)),
        Example('He said "yes and left.', found=('"',)),
        Example("He said: ”Yes.”", found=("”",), fixed="He said: “Yes.”"),
        Example("the &ldquo;Year of Construction campaign", found=("&ldquo;",), note="As web pages write it."),
        Example("the “Year of Construction” campaign"),
        Example("Hengyang’s mayor said 'yes' and “no”."),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note every quotation mark of the paragraph."""
        key = (facts.document.id, facts.segment.paragraph)
        for match in (_MARK_OF_PAGES if "&" in facts.target else _MARK).finditer(facts.target):
            if (
                match[0] == '"'
                and facts.target[match.start() - 1 : match.start()].isdigit()
                and facts.target.count('"') == 1
            ):
                continue
            yield Observation(
                key, facts.segment.id, facts.document.id, Span(*match.span()), _ENTITIES.get(match[0], match[0])
            )

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the marks that are left over."""
        opened: Observation | None = None
        straight: Observation | None = None
        turned: Observation | None = None
        for one in observations:
            if one.text == '"':
                straight = one if straight is None else None
            elif one.text == "“":
                if turned is not None:
                    yield self._alone(turned)
                    turned = None
                if opened is not None:
                    yield self._alone(opened)
                opened = one
            elif opened is not None:
                opened = None
            elif turned is not None:
                # Two closing marks in a row and nothing open: the first one should have opened.
                yield self._turned(turned)
                turned = None
            else:
                turned = one
        for left in (turned, opened, straight):
            if left is not None:
                yield self._alone(left)

    def _turned(self, one: Observation) -> Issue:
        message = say("This mark closes where a quotation opens; write ““”.", "此处引文开始，应使用前引号“。")
        return self.issue(one, one.span, message, expected=("“",))

    def _alone(self, one: Observation) -> Issue:
        return self.issue(
            one, one.span, say("This quotation mark has no pair in its paragraph.", "该引号在本段中没有配对。")
        )
