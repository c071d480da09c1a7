"""Quotation marks that open and never close, or the reverse, over a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, cast

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Observation, Sight
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_MARK = re.compile('[“”"]')
_MARK_OF_PAGES = re.compile('[“”"]|&(?:quot|#34|ldquo|#8220|rdquo|#8221);')
_SOURCE_MARKS = '“”"「」'
_SENTENCE_MARKS = ("。", "！", "？", ".", "!", "?")
_SOURCE_MARK = re.compile(f"[{_SOURCE_MARKS}]")
_BEHIND_CLOSING = frozenset(("", *" \n\t,.;:!?)]’'—–"))
"""What stands behind a mark that closes: an opening one has its word behind it."""
_ENTITIES = {"&quot;": '"', "&#34;": '"', "&ldquo;": "“", "&#8220;": "“", "&rdquo;": "”", "&#8221;": "”"}
_SPEECH_BEGINS = frozenset(("", ":", ","))
_SPACE = 2
"""Code points that may stand between a colon and its quotation, and before the first word of a paragraph."""
_SPEECH_ENDS = frozenset(".,!?…")
_TOGETHER = 24
"""Paragraphs that are judged together."""
_LONGEST = 6
"""Paragraphs a quotation may run over where no Chinese tells."""
_NONE: Final = ""
_OPEN: Final = "“"
_CLOSE: Final = "”"


class _Place(NamedTuple):
    """Where a mark stands.

    Attributes:
        paragraph: Its paragraph.
        closes: Whether no word follows, as behind a mark that closes.
        begins: Whether speech may begin here: the paragraph does, or a colon or comma stands before.
        ends: Whether speech may end here: the mark of a sentence stands before.
        alone: Whether no Chinese is at hand.
        source: The marks of the Chinese that are left over in the segment; then this is no mark of the English.
    """

    paragraph: int
    closes: bool = False
    begins: bool = False
    ends: bool = False
    alone: bool = False
    source: str = _NONE


class _LeftOver(NamedTuple):
    """The only mark of a paragraph without its pair; ``chinese`` is what the paragraph's Chinese lacks a pair for."""

    issue: Issue
    mark: Observation
    chinese: str

    @property
    def opens(self) -> bool:
        return self.mark.text == _OPEN or (self.mark.text == '"' and not _place(self.mark).closes)

    def begins_speech(self) -> bool:
        """Whether it may open a quotation over paragraphs where no Chinese tells."""
        place = _place(self.mark)
        return self.opens and place.alone and place.begins

    def goes_on_to(self, other: _LeftOver) -> bool:
        """Whether the quotation that begins here goes on, or ends, with the other mark."""
        place = _place(other.mark)
        near = bool(self.chinese) or place.paragraph - _place(self.mark).paragraph <= _LONGEST
        return near and (place.begins if other.opens else place.ends)


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
    sight = Sight.TEXTS
    any_length = True
    judged_by = frozenset()
    signs = Signs(target='“”"&', source=_SOURCE_MARKS)
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
        document, alone, where = facts.document.id, not facts.source, (facts.segment.id, facts.document.id)
        # Where no Chinese tells, the paragraphs near the edge of a group are seen by its neighbour, too.
        near = (paragraph - _LONGEST, paragraph + _LONGEST) if alone else ()
        groups = {at // _TOGETHER for at in (paragraph, *near) if at >= 0}
        if sum(map(facts.source.count, _SOURCE_MARKS)) % 2:
            place = _Place(paragraph, source=_dangling(facts.source))
            yield Observation((document, paragraph // _TOGETHER), *where, Span(0, 0), "", data=place)
        for match in (_MARK_OF_PAGES if "&" in target else _MARK).finditer(target):
            if match[0] == '"' and target[match.start() - 1 : match.start()].isdigit() and target.count('"') == 1:
                continue
            start, end = match.span()
            place = _Place(
                paragraph,
                closes=target[end : end + 1] in _BEHIND_CLOSING,
                begins=target[max(0, start - _SPACE) : start].rstrip()[-1:] in _SPEECH_BEGINS,
                ends=target[start - 1 : start] in _SPEECH_ENDS,
                alone=alone,
            )
            for group in groups:
                text = _ENTITIES.get(match[0], match[0])
                yield Observation((document, group), *where, Span(start, end), text, data=place)

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the marks that are left over, but for those of a quotation that runs over paragraphs."""
        group = cast("tuple[object, int]", observations[0].key)[1]
        own = {one.segment for one in observations if _place(one).paragraph // _TOGETHER == group}
        yield from (issue for issue in self._left_over_in(observations) if issue.segment in own)

    def _left_over_in(self, observations: Sequence[Observation]) -> Iterator[Issue]:
        paragraphs: dict[int, list[Observation]] = {}
        for one in observations:
            paragraphs.setdefault(_place(one).paragraph, []).append(one)
        running: _LeftOver | None = None
        ended_early = False
        for number, marks in paragraphs.items():
            chinese = "".join(_place(one).source for one in marks).replace(_OPEN + _CLOSE, _NONE)
            english = [one for one in marks if one.text]
            found = list(self._left_over(english))
            only = _LeftOver(*found[0], chinese) if len(found) == 1 else None
            silent = False
            if chinese == _OPEN:
                # What opens in the Chinese, too, waits for its end, which may lie beyond the text at hand.
                silent = only is not None and only.opens
                running, ended_early = only if silent else None, not found
            elif chinese == _CLOSE:
                silent = only is not None and not only.opens and not ended_early
                if running and not found:
                    yield running.issue
                running, ended_early = None, False
            elif running and only and running.goes_on_to(only):
                silent = True
                running = only if only.opens else None
            elif running and not running.chinese:
                opens_anew = english and _place(english[0]).begins and number == _place(running.mark).paragraph + 1
                if found or not opens_anew:
                    yield running.issue
                running = None
            if not silent and not chinese and only and only.begins_speech():
                silent, running = True, only
            if not silent:
                yield from (issue for issue, _ in found)
        if running and not running.chinese:
            yield running.issue

    def _left_over(self, marks: Sequence[Observation]) -> Iterator[tuple[Issue, Observation]]:
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

    def _turned(self, one: Observation, right: str) -> tuple[Issue, Observation]:
        if right == "“":
            message = say("This mark closes where a quotation opens; write ““”.", "此处引文开始，应使用前引号“。")
        else:
            message = say("This mark opens where a quotation ends; write “””.", "此处引文结束，应使用后引号”。")
        return self.issue(one, one.span, message, expected=(right,)), one

    def _alone(self, one: Observation) -> tuple[Issue, Observation]:
        message = say("This quotation mark has no pair in its paragraph.", "该引号在本段中没有配对。")
        return self.issue(one, one.span, message), one


def _dangling(source: str) -> str:
    """Return what is left over of the quotation marks of a Chinese text: “ where one opens, ” where one closes."""
    left = _NONE
    for match in _SOURCE_MARK.finditer(source):
        # One that ends the text closes, whichever way it is turned; so does a straight one behind a mark or a partner.
        behind = source[match.start() - 1 : match.start()] if match.start() else ""
        straight = match[0] == '"' and (left.endswith(_OPEN) or behind in _SENTENCE_MARKS)
        closes = match[0] in "”」" or straight or not source[match.end() :].strip()
        left = left[:-1] if closes and left.endswith(_OPEN) else left + (_CLOSE if closes else _OPEN)
    return left
