"""A rendering that the term base says to avoid."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, target_words
from translator_desk.checks.term_facts import (
    entry_evidence,
    found_spans,
    lowered_target,
    place_beside,
    places_by_entry,
    terms_at_a_glance,
)
from translator_desk.checks.term_fix import preferred_instead
from translator_desk.glossary.entry import AvoidForm, Entry, Kind
from translator_desk.glossary.renderings import Avoided, EntryForms, accepted_index, avoid_index, renderings_of
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.inflection import Rendering
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"|《[^》]*》|(?<!\w)'[^']*'(?!\w)")
_WORD = re.compile(r"\w+")
_TERMS = """
- {id: pl-zone, kind: place, zh: [综合保税区], en: comprehensive bonded zone, source: s,
   avoid: [{en: comprehensive insurance zone, why: 保税 is bonded}]}
- {id: t-exec, kind: title, zh: [常务副市长], en: "Executive Vice Mayor of {place}", source: s,
   avoid: [Standing Vice Mayor]}
- {id: x-six, kind: slogan, zh: [六稳], en: stability on the six fronts, source: s,
   avoid: [{en: Six Stabilities, with_source: true}]}
- {id: x-road, kind: slogan, zh: [一带一路], en: Belt and Road, source: s,
   avoid: [{en: One Belt One Road, why: old form, quoted_ok: true, until: "2015"}]}
- {id: t-gs, kind: title, zh: [总书记], en: General Secretary, source: s, avoid: [Secretary-General]}
- {id: o-sc, kind: organisation, zh: [市人大常委会], en: Standing Committee of the Municipal People's Congress,
   source: s, avoid: [{en: Municipal Standing Committee, standalone: true}]}
- {id: o-csc, kind: organisation, zh: [县总工会], en: Municipal Standing Committee of Trade Unions, source: s}
- {id: x-visit, kind: other, zh: [调研], en: make a fact-finding visit to, source: s,
   avoid: [{en: investigate, with_source: true}]}
"""


class TermAvoid(SegmentCheck):
    """Finds forms to avoid; those marked ``with_source`` only where the Chinese stands beside them.

    A wrong name of a person or place is an error even where its entry calls the form a warning; what an unverified
    entry says is information, and so is a form that was right until a day that cannot be compared with the document's.
    """

    id = CheckId("term-avoid")
    title = Wording("Rendering to avoid", "应避免的译法")
    explanation = Wording(
        "The English uses a form that the term base marks as wrong or unwanted. Nothing is said where the words are "
        "part of an accepted form or rightly render another term of the segment.",
        "译文使用了术语库标为错误或不宜的译法。若该词是某个认可译法的一部分，或正确译出了本句段的另一术语，则不报告。",
    )
    mqm = Mqm.WRONG_TERM
    level = Level.WARNING
    family = Family.TERM_AVOID
    needs = frozenset({Need.TERMS})
    examples = (
        Example(
            "The comprehensive insurance zones grew.",
            terms=_TERMS,
            found=("comprehensive insurance zones",),
            fixed="The comprehensive bonded zones grew.",
            note="Without the Chinese, in the plural.",
        ),
        Example(
            "Zeng Leping, Standing Vice Mayor",
            terms=_TERMS,
            found=("Standing Vice Mayor",),
            fixed="Zeng Leping, Executive Vice Mayor",
        ),
        Example("Do “Six Stabilities” well.", "做好六稳工作。", terms=_TERMS, found=("Six Stabilities",)),
        Example(
            "They investigated the plant.",
            "他们调研了该厂。",
            terms=_TERMS,
            found=("investigated",),
            fixed="They made a fact-finding visit to the plant.",
        ),
        Example("One Belt One Road grew.", terms=_TERMS, date="2019-05-01", found=("One Belt One Road",)),
        Example("Six Stabilities is a band.", terms=_TERMS, note="Bound to the Chinese, and there is none."),
        Example("Xi Jinping, Secretary-General", "习近平总书记", terms=_TERMS, found=("Secretary-General",)),
        Example("Antonio Guterres, Secretary-General", "秘书长古特雷斯", terms=_TERMS, note="Another office."),
        Example("The book “One Belt One Road” sold well.", terms=_TERMS, date="2019-05-01"),
        Example("One Belt One Road grew.", terms=_TERMS, date="2015-05-01", note="Right in its day."),
        Example("The Municipal Standing Committee of Trade Unions met.", terms=_TERMS, note="Part of a longer name."),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return one issue for each place with a form to avoid."""
        free = avoid_index(facts.context.term_base).candidates(facts.of(target_words))
        bound = facts.of(terms_at_a_glance).bound
        if not free and not bound:
            return ()
        found = sorted(self._hits(facts, free, bound), key=_precedence)
        return self._issues(facts, found) if found else ()

    def _issues(self, facts: Facts, found: list[tuple[Entry, AvoidForm, Span | None, Span]]) -> Iterator[Issue]:
        spoken: list[Span] = []
        for entry, form, source, span in found:
            if not any(span.overlaps(one) for one in spoken):
                spoken.append(span)
                yield self._issue(facts, span, entry, form, source)

    def _hits(
        self, facts: Facts, free: Iterable[Avoided], bound: Iterable[tuple[EntryForms, int, int]]
    ) -> Iterator[tuple[Entry, AvoidForm, Span | None, Span]]:
        """Yield entry, form, the term's place in the source if it stands there, and the words of the target."""
        for one in free:
            spans = self._wrong(facts, one.entry, one.form, one.rendering)
            if not spans:
                continue
            found = facts.of(places_by_entry).get(one.entry.id)
            if found is None and facts.source and _only_turned_about(one.form.en, one.entry):
                continue
            for span in spans:
                yield one.entry, one.form, found[1][0] if found else None, span
        for forms, start, end in bound:
            for form, rendering in forms.avoid:
                if form.with_source:
                    for span in self._wrong(facts, forms.entry, form, rendering):
                        yield forms.entry, form, Span(start, end), span

    def _wrong(self, facts: Facts, entry: Entry, form: AvoidForm, rendering: Rendering) -> list[Span]:
        """Return where the form stands and is wrong there."""
        spans = rendering.find(facts.of(lowered_target), facts.target)
        if not spans or _was_right(form, facts.document.date):
            return []
        return [span for span in spans if not self._excused(facts, span, entry, form)]

    def _excused(self, facts: Facts, span: Span, entry: Entry, form: AvoidForm) -> bool:
        renderings = renderings_of(facts.context.term_base)
        for other, _ in facts.of(places_by_entry).values():
            # The words render another term of the segment, or stand inside a longer accepted form of this one.
            forms = renderings.of(other)
            for one in found_spans(facts, (*forms.accepted, *forms.short)):
                if one.contains(span) and (other.id != entry.id or one != span):
                    return True
        words = " ".join(span.of(facts.of(lowered_target)).split())
        target = facts.of(lowered_target)
        for longer in accepted_index(facts.context.term_base).longer_than(words):
            if any(one.contains(span) and one != span for one in longer.find(target, facts.target)):
                return True
        return form.quoted_ok and any(
            match.start() < span.start and span.end < match.end() for match in _QUOTED.finditer(facts.target)
        )

    def _issue(self, facts: Facts, span: Span, entry: Entry, form: AvoidForm, source: Span | None) -> Issue:
        words = span.of(facts.target)
        expected = preferred_instead(facts, span, entry, form.en, place_beside(facts, source) if source else "")
        values = {"words": words, "en": expected[0] if expected else entry.plain_en, "why": form.why}
        if form.why:
            message = say(
                "“{words}” is to be avoided ({why}); write “{en}”.",
                "应避免“{words}”（词条注：{why}）；应为“{en}”。",
                **values,
            )
        else:
            message = say("“{words}” is to be avoided; write “{en}”.", "应避免“{words}”；应为“{en}”。", **values)
        return self.issue(
            facts,
            span,
            message,
            source=source,
            level=_level(entry, form, facts.document.date),
            expected=expected,
            evidence=(entry_evidence(entry),),
            entry=entry.id,
        )


def _only_turned_about(words: str, entry: Entry) -> bool:
    """Whether a form is the words of an accepted one in another order: it may be the right name of another office."""
    ways = [_WORD.findall(form.lower()) for form in (words, *entry.accepted)]
    return any(way != ways[0] and sorted(way) == sorted(ways[0]) for way in ways[1:])


def _precedence(hit: tuple[Entry, AvoidForm, Span | None, Span]) -> tuple[bool, int, int]:
    """Sort key: the term stands in the source, more words are wrong, the right words are about as many."""
    entry, form, source, span = hit
    return source is None, -len(span), abs(len(entry.plain_en) - len(form.en))


def _was_right(form: AvoidForm, date: dt.date | None) -> bool:
    return form.until is not None and date is not None and date <= form.until.latest


def _level(entry: Entry, form: AvoidForm, date: dt.date | None) -> Level:
    if not entry.verified or (form.until is not None and date is None):
        return Level.INFO
    if form.en.lower() == entry.en.lower():
        return form.level  # capitals alone change no fact
    if form.level is Level.WARNING and entry.kind in (Kind.PERSON, Kind.PLACE) and entry.en[:1].isupper():
        return Level.ERROR
    return form.level
