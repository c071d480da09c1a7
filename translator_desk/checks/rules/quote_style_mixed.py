"""Straight and curly quotation marks in one document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Observation, Sight
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Fix, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_MARKS = '“”"'
_QUOTE = re.compile(f"[{_MARKS}]")
_INCH = re.compile(r"\d$")


class QuoteStyleMixed(GroupCheck):
    """Compares the quotation marks of a document with one another."""

    id = CheckId("quote-style-mixed")
    title = Wording("Straight and curly quotation marks", "直弯引号混用")
    explanation = Wording(
        'One document uses straight (") and curly (“ ”) quotation marks; the rarer sort is shown. Apostrophes are not '
        "looked at.",
        "同一文件混用直引号和弯引号，报告较少的一种。撇号不检查。",
    )
    mqm = Mqm.INCONSISTENCY
    level = Level.INFO
    family = Family.LAYOUT
    sight = Sight.TEXTS
    any_length = True
    smallest_group = 2
    judged_by = frozenset()
    signs = Signs(target=_MARKS)
    examples = (
        Example(
            'the "Year" campaign',
            before=(("", "the “Year of Construction” campaign"), ("", "the “Admission Ticket”")),
            found=('"', '"'),
            fixed="the “Year” campaign",
        ),
        Example(
            "the “Year” campaign",
            before=(("", 'the "Year of Construction" campaign'), ("", 'the "Admission Ticket"')),
            found=("“", "”"),
            fixed='the "Year" campaign',
        ),
        Example("the “Year” campaign’s ‘first’ day", before=(("", "the “Admission Ticket”"),)),
        Example('a screen of 12" and a “screen”'),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note the double quotation marks."""
        opening = True
        for match in _QUOTE.finditer(facts.target):
            if match[0] == '"':
                if opening and _INCH.search(facts.target[: match.start()]):
                    continue
                curly = "“" if opening else "”"
                opening = not opening
            else:
                curly = ""
            span = Span(match.start(), match.end())
            yield Observation(facts.document.id, facts.segment.id, facts.document.id, span, match[0], None, curly)

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the marks of the rarer sort; of a tie the straight ones."""
        counts = Counter(bool(one.data) for one in observations)
        if len(counts) < 2:
            return
        straight_is_rarer = counts[True] <= counts[False]
        message = say(
            "The document uses {usual} quotation marks elsewhere; keep to one sort.",
            "本文件其他地方使用{usual_zh}引号，请统一。",
            usual="curly" if straight_is_rarer else "straight",
            usual_zh="弯" if straight_is_rarer else "直",
        )
        for one in observations:
            if bool(one.data) == straight_is_rarer:
                right = str(one.data) if straight_is_rarer else '"'
                yield self.issue(one, one.span, message, expected=(right,), fixes=(Fix(one.span, right),))
