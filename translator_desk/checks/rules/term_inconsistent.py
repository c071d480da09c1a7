"""One term under several accepted forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Need, Observation
from translator_desk.checks.term_facts import (
    accepted_forms,
    entry_evidence,
    is_given_name,
    lowered_target,
    place_beside,
    several_forms,
    with_place,
)
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.renderings import EntryForms, renderings_of
from translator_desk.model.ids import CheckId, DocumentId
from translator_desk.model.issue import Issue, RelatedPlace
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.inflection import PLACE
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_MOST_RELATED = 20
_CLEAR = 3
"""Times; how often the project must have the usual form before a document that keeps to another one is shown."""
_TERMS = """
- {id: o-gov, kind: organisation, zh: [市政府], en: Municipal People's Government, also: [City Government], source: s}
- {id: x-npc, kind: organisation, zh: [全国人大], en: National People's Congress, also: [NPC], source: s}
- {id: x-safe, kind: other, zh: [安全生产], en: workplace safety, also: [safety at work], source: s}
"""
_FULL = ("市政府通知。", "The Municipal People's Government informed all.")


class _Used(NamedTuple):
    """Which accepted form stood there, and how it would read in another form."""

    form: int
    place: str


class TermInconsistent(GroupCheck):
    """Compares the accepted forms by which one term of the source is rendered, in a document and in the project.

    Forms count as one where the shorter is an abbreviation or a part of the longer: a full form followed by a short
    one is good style. Warning for names (person, place, organisation, title), information for the rest and for a tie
    of one against one.
    """

    id = CheckId("term-inconsistent")
    title = Wording("One term, several forms", "同一术语译法不一")
    explanation = Wording(
        "One term is rendered by several accepted forms in a document or in the project. The rarer form is shown; a "
        "short form after the full one is no inconsistency.",
        "同一术语在文档或项目中有多种认可译法。报告较少见者；先全称后简称不算不一致。",
    )
    mqm = Mqm.INCONSISTENT_TERM
    level = Level.WARNING
    family = Family.TERM_INCONSISTENT
    needs = frozenset({Need.SOURCE, Need.TERMS})
    smallest_group = 2
    gate = several_forms
    examples = (
        Example(
            "The City Government spoke.",
            "市政府发言。",
            terms=_TERMS,
            before=(_FULL, _FULL),
            found=("City Government",),
            fixed="The Municipal People's Government spoke.",
        ),
        Example(
            "Safety at work matters.",
            "安全生产重要。",
            terms=_TERMS,
            before=(("安全生产。", "Workplace safety."),),
            found=("Safety at work",),
            note="One against one: shown once, as information, without a fix.",
        ),
        Example("The Municipal People's Government spoke.", "市政府发言。", terms=_TERMS, before=(_FULL,)),
        Example(
            "The NPC met.",
            "全国人大开会。",
            terms=_TERMS,
            before=(("全国人大", "National People's Congress"), ("全国人大", "National People's Congress")),
            note="Full form first, then its abbreviation.",
        ),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note the accepted form found for each term of the source, the longest where several overlap."""
        for forms, start, end in facts.of(several_forms).values():
            yield from self._used(facts, forms, Span(start, end))

    def _used(self, facts: Facts, forms: EntryForms, source: Span) -> Iterator[Observation]:
        entry = forms.entry
        found = forms.plain_spans(facts.of(lowered_target))
        found = found or [(span.start, span.end, number) for number, span in accepted_forms(facts, entry)]
        # A common noun in the place of a name ("police") is a free wording and no form of it.
        name = _is_name(entry.en)
        found = [
            (start - end, number, start)
            for start, end, number in found
            if number == 0 or not name or _is_name(facts.target[start:end])
        ]
        if not found or is_given_name(facts, entry, source):
            return
        size, number, start = min(found)
        span = Span(start, start - size)
        place = place_beside(facts, source) if PLACE in entry.en else ""
        yield Observation(
            entry.id,
            facts.segment.id,
            facts.document.id,
            span,
            span.of(facts.target),
            source,
            _Used(number, place),
        )

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the minority of each document, then the documents that keep to a form the project does not use."""
        if len({_form(one) for one in observations}) < 2:
            return
        entry = context.term_base.entry(str(observations[0].key))
        if entry is None:
            return
        families = renderings_of(context.term_base).of(entry).families
        by_document: dict[DocumentId, list[Observation]] = {}
        for one in observations:
            by_document.setdefault(one.document, []).append(one)
        whole = Counter(families[_form(one)] for one in observations)
        usual = _most(whole)
        for of_document in by_document.values():
            counts = Counter(families[_form(one)] for one in of_document)
            if len(counts) > 1:
                yield from self._minority(entry, of_document, counts, families)
            elif usual not in counts and whole[usual] >= _CLEAR * len(of_document):
                elsewhere = [one for one in observations if families[_form(one)] == usual]
                yield self._issue(entry, of_document[0], elsewhere, _level(entry), tie=False)

    def _minority(
        self, entry: Entry, observations: list[Observation], counts: Counter[int], families: tuple[int, ...]
    ) -> Iterator[Issue]:
        usual = _most(counts)
        elsewhere = [one for one in observations if families[_form(one)] == usual]
        others = [one for one in observations if families[_form(one)] != usual]
        tie = len(elsewhere) <= max(number for family, number in counts.items() if family != usual)
        if tie and len(elsewhere) == 1:
            yield self._issue(entry, others[-1], elsewhere, Level.INFO, tie=True)
            return
        for one in others:
            yield self._issue(entry, one, elsewhere, Level.INFO if tie else _level(entry), tie=False)

    def _issue(self, entry: Entry, one: Observation, usual: list[Observation], level: Level, *, tie: bool) -> Issue:
        form = entry.accepted[min(_form(other) for other in usual)]
        right = with_place(form, _used(one).place)
        if one.text[:1].isupper() and one.source_span and right[:1].islower() and _starts_lower(entry, one):
            right = right[0].upper() + right[1:]
        here = all(other.document == one.document for other in usual)
        return self.issue(
            one,
            one.span,
            say(
                "“{zh}” is “{words}” here and “{usual}” elsewhere in this document ({count})."
                if here
                else "“{zh}” is “{words}” here and “{usual}” in other documents ({count}).",
                "“{zh}”此处译作“{words}”，本文其他位置译作“{usual}”（{count} 次）。"
                if here
                else "“{zh}”此处译作“{words}”，其他文档译作“{usual}”（{count} 次）。",
                zh=entry.zh[0],
                words=one.text,
                usual=usual[0].text,
                count=len(usual),
            ),
            source=one.source_span,
            level=level,
            expected=() if tie else (right,),
            evidence=(entry_evidence(entry),),
            related=[RelatedPlace(o.document, o.segment, o.span, o.text) for o in usual[:_MOST_RELATED]],
            entry=entry.id,
        )


def _form(one: Observation) -> int:
    return _used(one).form


def _used(one: Observation) -> _Used:
    assert isinstance(one.data, _Used)
    return one.data


def _starts_lower(entry: Entry, one: Observation) -> bool:
    """Whether the form is written small and stands capitalised only for its place in the sentence."""
    return entry.accepted[_form(one)][:1].islower()


def _is_name(form: str) -> bool:
    """Whether a form is spelt as a name."""
    return form != form.lower()


def _most(counts: Counter[int]) -> int:
    """Return the family that stands most often; between equals the one nearest the preferred form."""
    return max(counts, key=lambda family: (counts[family], -family))


def _level(entry: Entry) -> Level:
    # A term that is not required is a general word: which rendering fits depends on whom it is said of.
    name = entry.kind.is_name and _is_name(entry.en) and entry.required
    return Level.WARNING if name and entry.verified else Level.INFO
