"""One Chinese sentence translated in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Need, Observation, Sight
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue, RelatedPlace
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.normalize import fold_key
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_SHORTEST = 4


class SameSource(GroupCheck):
    """Compares the targets of equal sources over the project."""

    id = CheckId("same-source")
    title = Wording("Same Chinese, other English", "相同原文译法不同")
    explanation = Wording(
        "The same Chinese sentence is translated otherwise elsewhere in the project. The rarer translation is shown.",
        "相同的中文句子在项目其他位置译法不同。报告的是较少见的译法。",
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
            "The meeting was over.",
            "会议到此结束。",
            before=(("会议到此结束。", "The meeting ended."),) * 2,
            found=("The meeting was over.",),
        ),
        Example(
            "Thanks to everyone.",
            "谢谢大家。",
            before=(("谢谢大家。", "Thank you all."),) * 2,
            found=("Thanks to everyone.",),
        ),
        Example("The meeting ended.", "会议到此结束。", before=(("会议到此结束。", "The meeting ended."),)),
        Example("Yes.", "是。", before=(("是。", "Indeed."),)),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note the translation of a sentence long enough to be compared."""
        source, target = facts.source.strip(), facts.target.strip()
        if len(source) >= _SHORTEST and target:
            start = facts.target.find(target)
            yield Observation(source, facts.segment.id, facts.document.id, Span(start, start + len(target)), target)

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the minority; a tie is silent."""
        counts = Counter(fold_key(one.text) for one in observations)
        if len(counts) < 2:
            return
        (usual, most), (_, second) = counts.most_common(2)
        if most == second:
            return
        models = [one for one in observations if fold_key(one.text) == usual]
        related = tuple(RelatedPlace(one.document, one.segment, one.span, one.text) for one in models[:20])
        for one in observations:
            if fold_key(one.text) != usual:
                yield self.issue(
                    one,
                    one.span,
                    say(
                        "The same Chinese is translated otherwise in {count} places.",
                        "相同原文在另外 {count} 处译法不同。",
                        count=most,
                    ),
                    expected=(models[0].text,),
                    related=related,
                )
