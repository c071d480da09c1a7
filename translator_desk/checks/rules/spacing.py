"""White space around punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from string import ascii_letters, digits

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Fix, FixPart, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.numbers_en import MONTHS
from translator_desk.text.span import Span
from translator_desk.wording import Message, Wording, say

_BEFORE = re.compile(r"[ \t\u00a0](?<=[\w)”’\"'%].)[ \t\u00a0]*(?=[,;:!?)](?!\w*[)(])|\.(?:\s|$))")
_MISSING = re.compile(
    r"[,;:!?.…](?:(?<=[A-Za-z)”’%][,;:!?])(?=[A-Za-z“‘(])|(?<=[a-z)”’%]{2}\.)(?=[A-Z][a-z])|(?<=\d,)(?=[A-Za-z])"
    r"|(?<=[\d%];)(?=[\w“‘(])|(?<=%[,:])(?=\d)"
    r"|(?<=[\w”\"’)]\.)\.{2}(?=[A-Z][a-z])|(?<=[\w”\"’)]…)(?=[A-Z][a-z]))"
)
_MISSING_IN_DATE = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}},(?=(?:19|20)\d\d(?![\d,]))")
_IN_DATES = f"{ascii_letters}{digits} "
_GLUED = re.compile(r"[,;:!?](?=[A-Za-z“‘(])")
_BEFORE_PERCENT = re.compile(r"[ \t\u00a0]+(?<=\d.)(?=%)")
_DOUBLE = re.compile(r"[ \t](?<=\S.)[ \t]+(?=\S)")
_AFTER_OPENING = re.compile(r"[(\[](?<!\w.)( +)(?=\w)")
_PARTED_SIGN = re.compile(r"\b(?:US|HK|NT|S|A|C)( )(?=\$)|[$€£¥]( )(?=\d)")
_ENTITY = re.compile(r"&#?\w{2,8};.?")
_GLUED_QUOTE = re.compile(r"(?<=[a-z]{2})(?=“)|(?<=[”])(?=[A-Za-z])")
_KEEP = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|\w+\.(?:com|cn|org|net|gov|js|pdf|docx?|xlsx?|txt)\b[\w./]*", re.IGNORECASE
)
_ENDERS = tuple(".!?;:…")
_ODD_MARK = re.compile(r"[,;:!?)%.](?:(?<=[ \t\u00a0].)|(?=[A-Za-z“‘(])|(?<=[\d%];)(?=\w)|(?<=%[,:])(?=\d))")
_ODD_QUOTE = re.compile("[“”€£¥](?:(?<=[a-z]{2}“)|(?<=”)(?=[A-Za-z])|(?<=[€£¥])(?= ))")


def _may_be_odd(target: str) -> bool:
    """Return whether a closer look is worth while: true wherever one of the expressions above finds anything."""
    return (
        target[:1].isspace()
        or target[-1:].isspace()
        or "  " in target
        or "\t" in target
        or "( " in target
        or "[ " in target
        or " $" in target
        or "$ " in target
        or "…" in target
        or ",19" in target
        or ",20" in target
        or _ODD_MARK.search(target) is not None
        or (not target.isascii() and _ODD_QUOTE.search(target) is not None)
    )


class Spacing(SegmentCheck):
    """Finds white space that is missing or too much."""

    id = CheckId("spacing")
    title = Wording("Spacing", "空格")
    explanation = Wording(
        "A space before a comma or full stop, none after it, two spaces in a row, spaces at either end, inside a bracket "
        "or an amount of money, a quotation mark glued to a word, two sentences without a space between them. Figures, "
        "times, addresses and file names are left alone.",
        "标点前多空格、标点后缺空格、连续空格、首尾空格、括号或金额内的空格、引号与单词粘连、两句之间缺空格。数字、时间、网址和文件名不报告。",
    )
    mqm = Mqm.WHITESPACE
    level = Level.WARNING
    family = Family.LAYOUT
    sight = Sight.TEXTS
    any_length = True
    examples = (
        Example(
            "publicity,catering and stations", found=("publicity,catering",), fixed="publicity, catering and stations"
        ),
        Example("Liao Yanqiu , Duan Zhigang", found=(" ",), fixed="Liao Yanqiu, Duan Zhigang"),
        Example("work ,pointing", found=(" ,",), fixed="work, pointing"),
        Example("It rose 76.3%;131.7% and 5;6", found=(";131", "5;6"), fixed="It rose 76.3%; 131.7% and 5; 6"),
        Example("on May 16,2024", found=("16,2024",), fixed="on May 16, 2024"),
        Example("in May 16,200 people came"),
        Example("the  park", found=("  ",), fixed="the park", note="For information: no reader sees it."),
        Example(
            "prices rose...Recently, they fell", found=("rose...Recently",), fixed="prices rose... Recently, they fell"
        ),
        Example("( Reporter Wang) S $13 billion", found=(" ", " "), fixed="(Reporter Wang) S$13 billion"),
        Example("up 5.3 % in May", found=(" ",), fixed="up 5.3% in May", note="For information: a matter of style."),
        Example("At 09:00:01, 1,000 of 12.5% at hunan.gov.cn or Node.js, e.g. in the U.S."),
        Example("He said: “Yes.” (See p. 3.)"),
        Example("the &ldquo;Comments of Masters&rdquo; for US$13", note="Signs of web pages are whole."),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each place, and one for a missing space after the segment."""
        target, found = facts.target, list[Issue]()
        if _may_be_odd(target):
            found += self._in_segment(facts)
        if facts.segment.separator == "" and target.rstrip("\"”’')]")[-1:] in _ENDERS and self._is_followed(facts):
            if target.endswith("”") and len(target) > 1 and self._opens_next(facts):
                found.append(self._before_mark(facts))
                return found
            message = say("There is no space after this sentence.", "该句之后缺少空格。")
            fix = Fix(Span(0, 0), " ", FixPart.SEPARATOR)
            found.append(self.issue(facts, Span(0, 0), message, fixes=(fix,), part=FixPart.SEPARATOR))
        return found

    def _before_mark(self, facts: Facts) -> Issue:
        at = len(facts.target) - 1
        message = say(
            "The space after this sentence is missing; the mark opens the next one.",
            "该句之后缺少空格，该引号属于下一句。",
        )
        return self.issue(facts, Span(at - 1, at), message, fixes=(Fix(Span(at, at), " "),))

    def _opens_next(self, facts: Facts) -> bool:
        """Whether the closing mark at the end has nothing to close in the paragraph and a closing mark follows."""
        paragraphs = facts.document.layout.paragraphs
        text, own = paragraphs[facts.segment.paragraph].text, facts.segment.imported_target or facts.target
        end = text.find(own) + len(own)
        before, after = text[: end - 1], text[end:]
        closes, opens = after.find("”"), after.find("“")
        return before.count("“") <= before.count("”") and closes >= 0 and (opens < 0 or closes < opens)

    def _in_segment(self, facts: Facts) -> Iterator[Issue]:
        target = facts.target
        slips, styles = list(self._slips(target)), list(self._by_style(target))
        if not slips and not styles:
            return
        kept = [match.span() for pattern in (_KEEP, _ENTITY) for match in pattern.finditer(target)]
        for span, around, replacement, message in slips:
            if not any(start <= span.start < end for start, end in kept):
                yield self.issue(facts, around, message, fixes=(Fix(span, replacement),))
        for span, replacement, message in styles:
            if not any(start <= span.start < end for start, end in kept):
                yield self.issue(facts, span, message, level=Level.INFO, fixes=(Fix(span, replacement),))

    def _is_followed(self, facts: Facts) -> bool:
        """Whether another sentence follows in the paragraph."""
        paragraphs = facts.document.layout.paragraphs
        index = facts.segment.paragraph
        if index >= len(paragraphs):
            return False
        text, own = paragraphs[index].text, facts.segment.imported_target or facts.target
        at = text.find(own)
        return at >= 0 and at + len(own) < len(text)

    def _slips(self, target: str) -> Iterable[tuple[Span, Span, str, Message]]:
        for match in _BEFORE.finditer(target):
            span, put = Span(match.start(), match.end()), ""
            if _GLUED.match(target, match.end()):
                span, put = Span(match.start(), match.end() + 1), f"{target[match.end()]} "
            yield span, span, put, say("No space belongs before this mark.", "该标点前不应有空格。")
        for match in chain(_MISSING.finditer(target), _MISSING_IN_DATE.finditer(target)):
            mark = match[0].lstrip(_IN_DATES)
            at = match.end()
            yield (
                Span(at, at),
                self._words_around(target, at - len(mark), at),
                " ",
                say("A space is missing after “{mark}”.", "“{mark}”后缺少空格。", mark=mark),
            )
        for match in _AFTER_OPENING.finditer(target):
            span = Span(*match.span(1))
            yield span, span, "", say("No space belongs after the opening bracket.", "前括号后不应有空格。")
        for match in _PARTED_SIGN.finditer(target):
            span = Span(match.end() - 1, match.end())
            message = say("No space belongs inside an amount of money.", "货币符号与金额之间不应有空格。")
            yield span, span, "", message
        for match in _GLUED_QUOTE.finditer(target) if "“" in target or "”" in target else ():
            at = match.start()
            yield (
                Span(at, at),
                self._words_around(target, at, at),
                " ",
                say("A space is missing beside the quotation mark.", "引号旁缺少空格。"),
            )

    def _by_style(self, target: str) -> Iterable[tuple[Span, str, Message]]:
        """Yield spaces that a style sets, or that no reader sees because a layout takes them out."""
        for match in _BEFORE_PERCENT.finditer(target):
            message = say(
                "English sets no space before “%”; the standard of units does.",
                "英文“%”前通常不空格（国际单位制空格）。",
            )
            yield Span(*match.span()), "", message
        for match in _DOUBLE.finditer(target):
            yield Span(*match.span()), " ", say("There are two spaces here.", "此处有连续空格。")
        lead, trail = len(target) - len(target.lstrip()), len(target.rstrip())
        if 0 < lead < len(target):
            yield Span(0, lead), "", say("The sentence begins with a space.", "句首有空格。")
        if 0 < trail < len(target):
            yield Span(trail, len(target)), "", say("The sentence ends with a space.", "句末有空格。")

    def _words_around(self, target: str, start: int, end: int) -> Span:
        while start > 0 and target[start - 1].isalnum():
            start -= 1
        while end < len(target) and target[end].isalnum():
            end += 1
        return Span(start, end)
