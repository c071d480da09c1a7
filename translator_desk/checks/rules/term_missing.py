"""A term of the source whose rendering is not in the target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Need, Observation
from translator_desk.checks.term_facts import (
    all_forms,
    entry_evidence,
    found_forms,
    proportional_place,
    source_terms,
)
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_FULL, _SHORT, _AVOIDED, _MISSING = "full", "short", "avoided", "missing"
_TERMS = """
- {id: p-deng, kind: person, zh: [邓群策], en: Deng Qunce, short: [Deng], source: s}
- {id: pl-zone, kind: place, zh: [综合保税区], en: comprehensive bonded zone, source: s}
- {id: t-mayor, kind: title, zh: [市长], en: Mayor, not_inside: [副市长], source: s}
"""


class TermMissing(GroupCheck):
    """Asks for the rendering of every required term; a short form passes once the full one stood before."""

    id = CheckId("term-missing")
    title = Wording("Term not rendered", "术语未译出")
    explanation = Wording(
        "A term of the Chinese has none of its accepted renderings in the English. Inflected forms, articles, hyphens and "
        "case do not matter; after the first full mention in the document the short form is enough.",
        "中文术语在译文中没有任何认可的译法。词形变化、冠词、连字符和大小写不影响判断；"
        "文档中首次出现全称之后，可使用简称。",
    )
    mqm = Mqm.WRONG_TERM
    level = Level.WARNING
    family = Family.TERM_MISSING
    needs = frozenset({Need.SOURCE, Need.TERMS})
    examples = (
        Example("The zone grew fast.", "综合保税区发展迅速。", terms=_TERMS, found=("",)),
        Example("The official spoke.", "邓群策发言。", terms=_TERMS, found=("",)),
        Example("Deng spoke.", "邓群策发言。", terms=_TERMS, before=(("邓群策来了。", "Deng Qunce came."),)),
        Example("The Comprehensive Bonded Zone's growth", "综合保税区的发展", terms=_TERMS),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note for each required term of the source whether its rendering is there."""
        forms = facts.context.term_base.index(all_forms)
        seen: set[str] = set()
        for match in facts.of(source_terms):
            entry = match.entry
            if not entry.required or entry.id in seen or entry.word:
                continue
            seen.add(entry.id)
            term = forms[entry.id]
            if found_forms(facts, term.accepted):
                state = _FULL
            elif found_forms(facts, term.short):
                state = _SHORT
            elif any(form.find(facts.target.lower(), facts.target) for _, form in term.avoid):
                state = _AVOIDED
            else:
                state = _MISSING
            place = proportional_place(facts, match.span) if state in (_MISSING, _AVOIDED) else Span(0, 0)
            yield Observation((facts.document.id, entry.id), facts.segment.id, facts.document.id, place, match.form,
                              match.span, state)

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield an issue where the rendering is missing, or a short form stands before any full one."""
        if all(one.data in (_FULL, _SHORT) for one in observations):
            return
        entry = context.term_base.entry(observations[0].key[1])  # type: ignore[index]
        if entry is None:
            return
        for one in observations:
            if one.data == _MISSING:
                yield self._issue(one, entry)

    def _issue(self, one: Observation, entry: Entry) -> Issue:
        level = Level.WARNING if entry.kind.is_name else Level.INFO
        if entry.kind in (Kind.PERSON, Kind.PLACE) and entry.verified:
            level = Level.WARNING
        return self.issue(
            one,
            one.span,
            say(
                "“{zh}” is not rendered by any of its accepted forms.",
                "“{zh}”没有译成任何一种认可的译法。",
                zh=one.text,
            ),
            source=one.source_span,
            level=level if entry.verified else Level.INFO,
            expected=(entry.plain_en,),
            fixes=(),
            evidence=(entry_evidence(entry),),
            entry=entry.id,
        )
