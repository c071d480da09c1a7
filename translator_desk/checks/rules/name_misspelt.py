"""A name one likely step from the name the term base holds."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck
from translator_desk.checks.name_facts import likely_slip, name_runs, persons_by_form, persons_by_surname
from translator_desk.checks.term_facts import entry_evidence, source_terms
from translator_desk.glossary.entry import Entry
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.names import NameRun
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_TERMS = """
- {id: p-deng, kind: person, zh: [邓群策], en: Deng Qunce, source: s}
- {id: p-zheng, kind: person, zh: [郑建新], en: Zheng Jianxin, source: s}
- {id: p-liao, kind: person, zh: [廖健], en: Liao Jian, source: s}
- {id: p-liao2, kind: person, zh: [廖炎秋], en: Liao Yanqiu, source: s}
"""


class NameMisspelt(SegmentCheck):
    """Compares every name-like run with the persons of the term base, those of the source first."""

    id = CheckId("name-misspelt")
    title = Wording("Name misspelt", "人名拼写有误")
    explanation = Wording(
        "A name differs by one likely slip (c/z, n/ng, zh/z, a lost letter) from a person of the term base. With the Chinese at "
        "hand the person must stand in it; without it the rest of the name must agree. Two persons of the base are never "
        "taken for one another.",
        "人名与术语库中某人仅差一个常见的拼写失误（c/z、n/ng、zh/z、漏字母等）。有原文时须原文中出现此人；"
        "无原文时姓名其余部分须一致。术语库中的两个不同人物不会互相混淆。",
    )
    mqm = Mqm.ENTITY
    level = Level.ERROR
    family = Family.NAME
    needs = frozenset({Need.TERMS})
    figures_and_names = True
    examples = (
        Example(
            "Deng Qunze presided.",
            "邓群策主持会议。",
            terms=_TERMS,
            found=("Deng Qunze",),
            fixed="Deng Qunce presided.",
        ),
        Example("Zhen Jianxin's speech", terms=_TERMS, found=("Zhen Jianxin",), fixed="Zheng Jianxin's speech"),
        Example("Liao Jian and Liao Yanqiu attended.", terms=_TERMS),
        Example("Deng Quan presided, and Li Na spoke.", terms=_TERMS),
        Example(
            "Deng Qunze came.", "邓泽来了。", terms=_TERMS, note="Another person: the Chinese does not name 邓群策."
        ),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each run that is one step from a person."""
        runs = facts.of(name_runs)
        if not runs:
            return
        term_base = facts.context.term_base
        known = term_base.index(persons_by_form)
        table = term_base.index(persons_by_surname)
        in_source = {match.entry.id: match.span for match in facts.of(source_terms)}
        printed = {run.words for run in runs}
        for run in runs:
            if run.words in known:
                continue
            for surname, given, entry in self._candidates(run, table):
                kind = likely_slip(run.surname, run.given, surname, given)
                if not kind or entry.en in printed or (facts.source and entry.id not in in_source):
                    continue
                yield self._issue(facts, run, entry, in_source.get(entry.id))
                break

    def _candidates(
        self, run: NameRun, table: dict[str, tuple[tuple[str, str, Entry], ...]]
    ) -> Iterable[tuple[str, str, Entry]]:
        for letter in {
            run.surname[0],
            *(
                other
                for pair in ("CZ", "NL", "HF", "QJ", "PB", "TD", "KG", "SX")
                if run.surname[0] in pair
                for other in pair
            ),
        }:
            yield from table.get(letter, ())

    def _issue(self, facts: Facts, run: NameRun, entry: Entry, source: Span | None) -> Issue:
        return self.issue(
            facts,
            run.span,
            say(
                "“{found}” is one slip from {right} ({zh}).",
                "“{found}”与 {right}（{zh}）仅差一处拼写。",
                found=run.words,
                right=entry.en,
                zh=entry.zh[0],
            ),
            source=source,
            level=Level.ERROR if entry.verified else Level.INFO,
            expected=(entry.en,),
            evidence=(entry_evidence(entry),),
            entry=entry.id,
        )
