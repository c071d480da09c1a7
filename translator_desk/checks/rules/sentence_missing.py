"""A whole sentence of the source of which nothing is left in the target."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck
from translator_desk.checks.omission_facts import gap
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say


class SentenceMissing(SegmentCheck):
    """Finds a sentence among others whose figures, names, terms and common words surface nowhere in the target."""

    id = CheckId("sentence-missing")
    title = Wording("Sentence missing", "漏译整句")
    explanation = Wording(
        "The Chinese of the segment has several sentences, and nothing of what one of them speaks of can be found in the "
        "English. A segment without any English is reported by target-empty.",
        "该句段的中文有多句，其中一句涉及的内容在译文中都找不到。完全没有译文的句段由 target-empty 报告。",
    )
    mqm = Mqm.OMISSION
    level = Level.ERROR
    family = Family.COMPLETENESS
    needs = frozenset({Need.SOURCE})
    gate = gap
    examples = (
        Example(
            "The mayor visited the school on Monday.",
            "市长周一访问了学校。医院的医生和护士讨论了疫苗供应。",
            found=("",),
        ),
        Example(
            "The hospital's doctors and nurses discussed the supply of vaccines.",
            "国家主席周一访问了北京大学的图书馆。医院的医生和护士讨论了疫苗供应。",
            found=("",),
        ),
        Example(
            "The mayor went to the school on Monday. Doctors and nurses talked about the supply of vaccines.",
            "市长周一访问了学校。医院的医生和护士讨论了疫苗供应。",
        ),
        Example("So it was. He was glad.", "事情就是这样。他为此感到高兴。"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield one issue at the end of the target where a sentence is missing."""
        found = facts.of(gap)
        if found is None or not found.sentence:
            return
        end = len(facts.target.rstrip())
        yield self.issue(
            facts,
            Span(end, end),
            say(
                "Nothing of the sentence “{zh}” is found in the English; it seems to be missing.",
                "译文中找不到“{zh}”一句的任何内容，疑为漏译。",
                zh=found.span.of(facts.segment.source).strip(),
            ),
            source=found.span,
            evidence=(say("not found: {words}", "未找到：{words}", words="、".join(found.words)),),
        )
