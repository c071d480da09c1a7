"""A clause of the source of which nothing is left in the target."""

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


class ClauseMissing(SegmentCheck):
    """Finds a stretch of the source whose figures, names, terms and common words surface nowhere in the target."""

    id = CheckId("clause-missing")
    title = Wording("Part of the sentence missing", "漏译分句")
    explanation = Wording(
        "Nothing of what a part of the Chinese sentence speaks of can be found in the English: neither its figures "
        "and names nor its terms and common words, and the English leaves room for it. A short or free rendering alone "
        "is never reported.",
        "中文某一部分涉及的数字、人名、术语和常用词在译文中都找不到，且译文篇幅也容得下。仅仅译得简短或灵活，不报告。",
    )
    mqm = Mqm.OMISSION
    level = Level.WARNING
    family = Family.COMPLETENESS
    needs = frozenset({Need.SOURCE})
    gate = gap
    examples = (
        Example(
            "The mayor visited the school on Monday.",
            "市长周一访问了学校，并与医院的医生和护士讨论了疫苗供应。",
            found=("",),
        ),
        Example(
            "A total of 2,045 cases were confirmed.",
            "累计确诊病例2045例，累计治愈出院患者1963例，没有病人死亡。",
            found=("",),
        ),
        Example(
            "The mayor went to the school on Monday and talked with doctors and nurses about the supply of vaccines.",
            "市长周一访问了学校，并与医院的医生和护士讨论了疫苗供应。",
        ),
        Example("The premier is struggling to keep her plan on track.", "英国首相正努力让自己的妥协计划走上正轨。"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield one issue at the end of the target where part of the source is missing."""
        found = facts.of(gap)
        if found is None or found.sentence:
            return
        end = len(facts.target.rstrip(" .!?。"))
        yield self.issue(
            facts,
            Span(end, end),
            say(
                "Nothing of “{zh}” is found in the English; look whether this part was left out.",
                "译文中找不到“{zh}”的任何内容，请检查是否漏译。",
                zh=found.span.of(facts.segment.source).strip(),
            ),
            source=found.span,
            evidence=(say("not found: {words}", "未找到：{words}", words="、".join(found.words)),),
        )
