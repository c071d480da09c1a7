"""One term under several accepted forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Need, Observation
from translator_desk.checks.term_facts import all_forms, entry_evidence, lowered_target, source_terms
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue, RelatedPlace
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.wording import Wording, say

_TERMS = """
- {id: o-gov, kind: organisation, zh: [市政府], en: Municipal People's Government, also: [city government], source: s}
"""
_FULL = ("市政府通知。", "The Municipal People's Government informed all.")


class TermInconsistent(GroupCheck):
    """Compares, within a document, the accepted forms by which one term of the source is rendered."""

    id = CheckId("term-inconsistent")
    title = Wording("One term, several forms", "同一术语译法不一")
    explanation = Wording(
        "A document renders one term by several accepted forms. The rarer form is shown; a short form after the full one is "
        "no inconsistency.",
        "同一文档中同一术语有多种认可译法。报告较少见者；先全称后简称不算不一致。",
    )
    mqm = Mqm.INCONSISTENT_TERM
    level = Level.WARNING
    family = Family.TERM_INCONSISTENT
    needs = frozenset({Need.SOURCE, Need.TERMS})
    smallest_group = 2
    examples = (
        Example("The city government spoke.", "市政府发言。", terms=_TERMS, before=(_FULL, _FULL), found=("city government",),
                fixed="The Municipal People's Government spoke."),
        Example("The city government left.", "市政府离开。", terms=_TERMS, before=(_FULL, _FULL, _FULL),
                found=("city government",)),
        Example("The Municipal People's Government spoke.", "市政府发言。", terms=_TERMS, before=(_FULL,)),
        Example("The cities spoke.", "各市发言。", terms=_TERMS, before=(_FULL,)),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note the accepted form found for each term of the source, the longest where several overlap."""
        forms = facts.context.term_base.index(all_forms)
        target = facts.of(lowered_target)
        seen: set[str] = set()
        for match in facts.of(source_terms):
            entry = match.entry
            if entry.id in seen or len(forms[entry.id].accepted) < 2:
                continue
            seen.add(entry.id)
            found = [(len(span), number, span) for number, form in enumerate(forms[entry.id].accepted)
                     for span in form.find(target, facts.target)]
            if found:
                _, number, span = max(found, key=lambda one: (one[0], -one[1]))
                yield Observation((facts.document.id, entry.id), facts.segment.id, facts.document.id, span,
                                  span.of(facts.target), match.span, number)

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the minority; a tie of one against one is a single note."""
        counts = Counter(one.data for one in observations)
        if len(counts) < 2:
            return
        entry = context.term_base.entry(observations[0].key[1])  # type: ignore[index]
        if entry is None:
            return
        usual = max(counts, key=lambda number: (counts[number], number == 0))
        model = next(one for one in observations if one.data == usual)
        tie = counts[usual] * 2 <= len(observations)
        level = Level.WARNING if entry.kind.is_name and not tie else Level.INFO
        related = tuple(RelatedPlace(o.document, o.segment, o.span, o.text) for o in observations if o.data == usual)
        for one in observations:
            if one.data == usual:
                continue
            yield self.issue(
                one,
                one.span,
                say("“{zh}” is “{usual}” elsewhere in this document ({count} times).",
                    "本文其他位置“{zh}”译作“{usual}”（{count} 次）。", zh=entry.zh[0], usual=model.text, count=counts[usual]),
                source=one.source_span,
                level=level,
                expected=() if tie else (model.text,),
                evidence=(entry_evidence(entry),),
                related=related[:20],
                entry=entry.id,
            )
            if tie:
                return
