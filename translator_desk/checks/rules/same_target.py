"""Two different Chinese sentences with one and the same English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Need, Observation, Sight
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue, RelatedPlace
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_SHORTEST = 25
_MARKS = "。！？；，、：,.!?;: \u3000“”\"'‘’"
_NO_MARKS = {ord(mark): None for mark in _MARKS}
_MOST_RELATED = 20


class SameTarget(GroupCheck):
    """Compares the sources of equal targets over the project."""

    id = CheckId("same-target")
    title = Wording("Other Chinese, same English", "原文不同译文相同")
    explanation = Wording(
        "Two Chinese sentences that differ have the same English: perhaps a translation was copied and not adapted. "
        "Short sentences, and sources that differ in punctuation only, are left alone.",
        "两句不同的中文译文完全相同，可能是复制后未修改。短句以及原文仅标点不同的不报告。",
    )
    mqm = Mqm.INCONSISTENCY
    level = Level.INFO
    family = Family.CONSISTENCY
    sight = Sight.TEXTS
    needs = frozenset({Need.SOURCE})
    smallest_group = 2
    judged_by = frozenset()
    examples = (
        Example(
            "The county held a working conference on Monday.",
            "县里周一召开经济工作会议。",
            before=(("县里周一召开农村工作会议。", "The county held a working conference on Monday."),),
            found=("The county held a working conference on Monday.",),
        ),
        Example(
            "The delegates then visited the museum.",
            "代表们还参观了展览馆。",
            before=(("代表们随后参观了博物馆。", "The delegates then visited the museum."),),
            found=("The delegates then visited the museum.",),
        ),
        Example(
            "The delegates then visited the museum.",
            "代表们随后参观了博物馆！",
            before=(("代表们随后参观了博物馆。", "The delegates then visited the museum."),),
        ),
        Example("Yes, of course.", "当然是。", before=(("是的。", "Yes, of course."),)),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note a sentence long enough to be compared."""
        if len(facts.target) < _SHORTEST:
            return
        target = facts.target.strip()
        if len(target) >= _SHORTEST:
            start = facts.target.find(target)
            yield Observation(
                target.lower(),
                facts.segment.id,
                facts.document.id,
                Span(start, start + len(target)),
                target,
                Span(0, len(facts.source)),
                facts.source,
            )

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield every place of a target whose source differs from the first one's."""
        said = [str(one.data).translate(_NO_MARKS) for one in observations]
        for one, words in zip(observations, said, strict=True):
            if words == said[0]:
                continue
            related = tuple(
                RelatedPlace(other.document, other.segment, other.span, other.text)
                for other, others in zip(observations, said, strict=True)
                if others != words
            )
            yield self.issue(
                one,
                one.span,
                say(
                    "Another Chinese sentence has this very translation; look whether it fits both.",
                    "另一句不同的中文也用了这个译文，请确认两处是否都合适。",
                ),
                source=one.source_span,
                related=related[:_MOST_RELATED],
            )
