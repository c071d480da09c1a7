"""A term of the source whose rendering is not in the target."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Need, Observation
from translator_desk.checks.term_facts import (
    entry_evidence,
    found_spans,
    is_given_name,
    lowered_target,
    place_beside,
    places_by_entry,
    source_hits,
    stands_as_name,
    with_place,
)
from translator_desk.checks.term_gap import words_instead
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.renderings import EntryForms, renderings_of
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_PRONOUN = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b")
_TERMS = """
- {id: p-deng, kind: person, zh: [邓群策], en: Deng Qunce, short: [Deng], source: s}
- {id: pl-zone, kind: place, zh: [综合保税区], en: comprehensive bonded zone, source: s}
- {id: t-exec, kind: title, zh: [常务副市长], en: "Executive Vice Mayor of {place}", source: s}
- {id: pl-heping, kind: place, zh: [和平], en: Heping, word: true, source: s}
"""


class _State(IntEnum):
    """What was seen of a term in a segment."""

    FULL = 0
    LATER_MENTION = 1
    """A short form or a pronoun: enough once a full form stood before."""
    FEWER = 2
    """Rendered, but a second time half right."""
    MISSING = 3


class _Seen(NamedTuple):
    """What the judge needs to know of one segment."""

    state: _State
    source: Span
    span: Span = Span(0, 0)
    near: bool = False
    expected: tuple[str, ...] = ()


class TermMissing(GroupCheck):
    """Asks for the rendering of every required term; a later mention may be short once the full form stood before.

    Levels: words that are a name of the term base half right or misspelt are an error for persons and places; a name
    (person, place, organisation, title) without any rendering is a warning, a slogan or an event that is half there as
    well; other kinds are free to be reworded, so there a missing rendering is information.
    """

    id = CheckId("term-missing")
    title = Wording("Term not rendered", "术语未译出")
    explanation = Wording(
        "A term of the Chinese has none of its accepted renderings in the English. Inflected forms, articles, hyphens "
        "and case do not matter; after the first full mention in the document the short form is enough. Where words "
        "stand in its place, they are marked.",
        "中文术语在译文中没有任何认可的译法。词形变化、冠词、连字符和大小写不影响判断；"
        "文档中首次出现全称之后，可使用简称。若有别的词语占据其位置，则标出该词语。",
    )
    mqm = Mqm.WRONG_TERM
    level = Level.WARNING
    family = Family.TERM_MISSING
    needs = frozenset({Need.SOURCE, Need.TERMS})
    examples = (
        Example("The zone grew fast.", "综合保税区发展迅速。", terms=_TERMS, found=("",)),
        Example(
            "Zeng Leping, Standing Vice Mayor, spoke.",
            "常务副市长曾乐平发言。",
            terms=_TERMS,
            found=("Standing Vice Mayor",),
            fixed="Zeng Leping, Executive Vice Mayor, spoke.",
        ),
        Example("Deng spoke.", "邓群策发言。", terms=_TERMS, found=("",), note="The full name never stood before."),
        Example("Tourism in peace grew.", "和平县旅游业发展。", terms=_TERMS, found=("",)),
        Example("Deng spoke.", "邓群策发言。", terms=_TERMS, before=(("邓群策来了。", "Deng Qunce came."),)),
        Example("The Comprehensive-Bonded Zone's growth", "综合保税区的发展", terms=_TERMS),
        Example("We want peace.", "我们要和平。", terms=_TERMS, note="A name that is a word, used as a word."),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note for each required term of the source whether its rendering is there."""
        terms = facts.of(places_by_entry)
        if not terms:
            return
        renderings = renderings_of(facts.context.term_base)
        for entry, places in terms.values():
            if not entry.required:
                continue
            forms = renderings.of(entry)
            target = facts.of(lowered_target)
            remembered = entry.short or entry.kind is Kind.PERSON
            if not remembered and len(places) == 1 and any(form.find(target, facts.target) for form in forms.accepted):
                continue  # the usual case
            asked = [place for place in places if stands_as_name(facts, entry, place)]
            if asked:
                seen = self._look(facts, forms, asked)
                if seen is not None:
                    yield Observation(
                        (facts.document.id, entry.id),
                        facts.segment.id,
                        facts.document.id,
                        seen.span,
                        seen.span.of(facts.target) if seen.near else seen.source.of(facts.source),
                        seen.source,
                        seen,
                    )

    def _look(self, facts: Facts, forms: EntryForms, places: list[Span]) -> _Seen | None:
        """Return what is seen of a term; None where there is nothing to say or to remember."""
        entry, target, first = forms.entry, facts.of(lowered_target), places[0]
        full = found_spans(facts, forms.accepted)
        rendered = _Seen(_State.FULL, first) if full and (entry.short or entry.kind is Kind.PERSON) else None
        if len(full) >= len(places):
            return rendered
        if any(form.find(target, facts.target) for _, form in forms.avoid) or self._rendered_as_other(facts, places):
            return None  # what stands there is judged as such
        if not full and self._later_mention(facts, forms):
            return _Seen(_State.LATER_MENTION, first, expected=self._expected(facts, entry, first))
        if is_given_name(facts, entry, first):
            return None
        source = places[-1] if full else first
        instead = words_instead(facts, entry, source)
        if full and not instead.near:
            return rendered
        state = _State.FEWER if full else _State.MISSING
        return _Seen(state, source, instead.span, instead.near, self._expected(facts, entry, source))

    def _later_mention(self, facts: Facts, forms: EntryForms) -> bool:
        target = facts.of(lowered_target)
        if any(form.find(target, facts.target) for form in forms.short):
            return True
        return forms.entry.kind is Kind.PERSON and _PRONOUN.search(target) is not None

    def _rendered_as_other(self, facts: Facts, places: list[Span]) -> bool:
        """Whether another entry that claims the same Chinese words is rendered."""
        renderings = renderings_of(facts.context.term_base)
        spans = {(place.start, place.end) for place in places}
        others = [one for start, end, entries in facts.of(source_hits) if (start, end) in spans for one in entries]
        return len(others) > len(places) and any(found_spans(facts, renderings.of(one).accepted) for one in others)

    def _expected(self, facts: Facts, entry: Entry, source: Span) -> tuple[str, ...]:
        place = place_beside(facts, source)
        return tuple(dict.fromkeys(with_place(form, place) for form in entry.accepted))[:3]

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield an issue where the rendering is missing, or a later mention has no full one before it."""
        entry = context.term_base.entry(observations[0].key[1])  # type: ignore[index]
        if entry is None:
            return
        stood = False
        for one in observations:
            seen: _Seen = one.data  # type: ignore[assignment]
            if seen.state is _State.FULL:
                stood = True
            elif seen.state is not _State.LATER_MENTION or not stood:
                yield self._issue(one, seen, entry)
                stood = stood or seen.state is _State.FEWER

    def _issue(self, one: Observation, seen: _Seen, entry: Entry) -> Issue:
        if seen.near:
            message = say(
                "“{words}” stands for “{zh}”, which is “{en}”.",
                "“{words}”用来译“{zh}”，应为“{en}”。",
                words=one.text,
                zh=entry.zh[0],
                en=seen.expected[0],
            )
        else:
            message = say(
                "“{zh}” is not rendered by any of its accepted forms; expected “{en}”.",
                "“{zh}”没有译成任何一种认可的译法；应为“{en}”。",
                zh=one.text,
                en=seen.expected[0],
            )
        return self.issue(
            one,
            one.span,
            message,
            source=one.source_span,
            level=_level(entry, seen),
            expected=seen.expected,
            evidence=(entry_evidence(entry),),
            entry=entry.id,
        )


def _level(entry: Entry, seen: _Seen) -> Level:
    if not entry.verified or seen.state is _State.LATER_MENTION:
        return Level.INFO
    if seen.near and entry.kind in (Kind.PERSON, Kind.PLACE):
        return Level.ERROR
    return Level.WARNING if entry.kind.is_name or seen.near else Level.INFO
