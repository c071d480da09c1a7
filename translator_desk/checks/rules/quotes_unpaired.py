"""Quotation marks that open and never close, or the reverse, over a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Observation
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_MARK = re.compile('[“”"]')
_MARK_OF_PAGES = re.compile('[“”"]|&(?:quot|#34|ldquo|#8220|rdquo|#8221);')
_SOURCE_MARKS = '“”"「」'
_BEHIND_CLOSING = frozenset(("", *" \n\t,.;:!?)]’'—–"))
"""What stands behind a mark that closes: an opening one has its word behind it."""
_ENTITIES = {"&quot;": '"', "&#34;": '"', "&ldquo;": "“", "&#8220;": "“", "&rdquo;": "”", "&#8221;": "”"}
_TOGETHER = 24
"""Paragraphs that are judged together."""


class _Place(NamedTuple):
    """Where a mark stands: its paragraph, and whether no word follows, as behind a mark that closes."""

    paragraph: int
    closes: bool


def _place(one: Observation) -> _Place:
    return cast("_Place", one.data)


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
        Example("He said, “We shall come. “", found=("“",), fixed="He said, “We shall come. ”"),
        Example("the “Year of Construction” campaign"),
        Example(
            "And soon.”",
            "很快就来。”",
            before=(("“我们会来。", "“We shall come."),),
            note="A quotation over paragraphs.",
        ),
        Example('He said, "We shall “come” now.” That was all.', note="Paired, though in two styles."),
        Example("Hengyang’s mayor said 'yes' and “no”."),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note every quotation mark, and those of the Chinese where one is left over: a quotation over paragraphs."""
        target, paragraph = facts.target, facts.segment.paragraph
        key, where = (facts.document.id, paragraph // _TOGETHER), (facts.segment.id, facts.document.id)
        if sum(map(facts.source.count, _SOURCE_MARKS)) % 2:
            yield Observation(key, *where, Span(0, 0), "", data=_Place(paragraph, False))
        for match in (_MARK_OF_PAGES if "&" in target else _MARK).finditer(target):
            if match[0] == '"' and target[match.start() - 1 : match.start()].isdigit() and target.count('"') == 1:
                continue
            place = _Place(paragraph, target[match.end() : match.end() + 1] in _BEHIND_CLOSING)
            yield Observation(key, *where, Span(*match.span()), _ENTITIES.get(match[0], match[0]), data=place)

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the marks that are left over, but for those of a quotation that runs over paragraphs on both sides."""
        paragraphs: dict[int, list[Observation]] = {}
        for one in observations:
            paragraphs.setdefault(_place(one).paragraph, []).append(one)
        alone: list[Issue] = []
        waiting: Issue | None = None
        for marks in paragraphs.values():
            found = list(self._left_over([one for one in marks if one.text]))
            as_in_chinese = sum(not one.text for one in marks) % 2
            if not as_in_chinese or len(found) != 1:
                alone += found
            elif waiting is None:
                waiting = found[0]
            else:
                waiting = None
        yield from alone
        if waiting is not None:
            yield waiting

    def _left_over(self, marks: Sequence[Observation]) -> Iterator[Issue]:
        opened: list[Observation] = []
        turned: Observation | None = None
        for one in marks:
            last = opened[-1] if opened else None
            if one.text == "”":
                if last is not None:
                    opened.pop()
                elif turned is not None:
                    # Two closing marks in a row and nothing open: the first one should have opened.
                    yield self._turned(turned, "“")
                    turned = None
                else:
                    turned = one
            elif last is None:
                if turned is not None:
                    yield self._alone(turned)
                    turned = None
                opened.append(one)
            elif last.text == one.text == "“":
                opened.pop()
                if _place(one).closes:
                    yield self._turned(one, "”")
                else:
                    yield self._alone(last)
                    opened.append(one)
            elif one.text == '"' and (last.text == '"' or _place(one).closes):
                opened.pop()
            else:
                opened.append(one)
        yield from map(self._alone, opened if turned is None else (turned, *opened))

    def _turned(self, one: Observation, right: str) -> Issue:
        if right == "“":
            message = say("This mark closes where a quotation opens; write ““”.", "此处引文开始，应使用前引号“。")
        else:
            message = say("This mark opens where a quotation ends; write “””.", "此处引文结束，应使用后引号”。")
        return self.issue(one, one.span, message, expected=(right,))

    def _alone(self, one: Observation) -> Issue:
        return self.issue(
            one, one.span, say("This quotation mark has no pair in its paragraph.", "该引号在本段中没有配对。")
        )
