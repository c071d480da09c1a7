"""A term of the source whose rendering is not in the target."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Need, Observation
from translator_desk.checks.term_facts import (
    accepted_forms,
    asked_terms,
    entry_evidence,
    is_defined_otherwise,
    is_given_name,
    is_of_another_country,
    leads_a_body,
    longest_spans,
    lowered_target,
    place_beside,
    places_by_entry,
    source_hits,
    stands_as_name,
    terms_at_a_glance,
    with_place,
)
from translator_desk.checks.term_gap import Standing, words_instead
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.renderings import EntryForms, renderings_of
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.inflection import PLACE
from translator_desk.text.names import place_table
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_MOST = 3
_LONGEST_PLACE = 4
"""Forms offered."""
_BODIES = (Kind.ORGANISATION, Kind.TITLE)
_STANDS_FOR_PLACE = re.compile(
    r"\b(?:local(?:ly)?|here|domestic(?:ally)?|(?:the|this|our|its) (?:city|province|country|county|region|territory))\b"
)
_PRONOUN = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b")
_TERMS = """
- {id: p-deng, kind: person, zh: [邓群策], en: Deng Qunce, short: [Deng], source: s}
- {id: pl-zone, kind: place, zh: [综合保税区], en: comprehensive bonded zone, source: s}
- {id: t-exec, kind: title, zh: [常务副市长], en: "Executive Vice Mayor of {place}", source: s}
- {id: t-acting, kind: title, zh: [代市长], en: "Acting Mayor of {place}", also: [Acting Mayor], source: s}
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
    place: str = ""
    may_go: bool = False


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
    gate = asked_terms
    examples = (
        Example("The zone grew fast.", "综合保税区发展迅速。", terms=_TERMS, found=("",)),
        Example(
            "Zeng Leping, Standing Vice Mayor, spoke.",
            "常务副市长曾乐平发言。",
            terms=_TERMS,
            found=("Standing Vice Mayor",),
            fixed="Zeng Leping, Executive Vice Mayor, spoke.",
        ),
        Example(
            "Leiyang, Hengshan and Qidong sent people.",
            "耒阳、衡东、祁东派员。",
            terms="".join(
                f"- {{id: p{number}, kind: place, zh: [{zh}], en: {en}, source: s}}\n"
                for number, (zh, en) in enumerate((("耒阳", "Leiyang"), ("衡东", "Hengdong"), ("祁东", "Qidong")))
            ),
            found=("Hengshan",),
            fixed="Leiyang, Hengdong and Qidong sent people.",
        ),
        Example(
            "Ha Er, Deputy Secretary and Mayor, spoke.",
            "副书记、代市长哈尔发言。",
            terms=_TERMS,
            found=("Mayor",),
            fixed="Ha Er, Deputy Secretary and Acting Mayor, spoke.",
            note="The office lacks a word.",
        ),
        Example("Deng spoke.", "邓群策发言。", terms=_TERMS, found=("",), note="The full name never stood before."),
        Example("Tourism in peace grew.", "和平县旅游业发展。", terms=_TERMS, found=("",)),
        Example("Deng spoke.", "邓群策发言。", terms=_TERMS, before=(("邓群策来了。", "Deng Qunce came."),)),
        Example("The Comprehensive-Bonded Zone's growth", "综合保税区的发展", terms=_TERMS),
        Example(
            "Ouyang Sheng, director of the Municipal Security Bureau, attended.",
            "市公安局局长欧阳晟出席。",
            terms="- {id: g, kind: organisation, zh: [市公安局], en: Public Security Bureau, short: [the bureau], source: s}",
            found=("Municipal Security Bureau",),
            note="The short form within a wrong name is no later mention.",
        ),
        Example(
            "Hefei opens the sluice.",
            "安徽省合肥市启用分洪闸。",
            terms="- {id: a, kind: place, zh: 安徽, en: Anhui, required: true, verified: true}",
            found=("",),
            note="For information: the province before its city may go.",
        ),
        Example(
            "Doctors of Changhai Hospital came.",
            "上海长海医院的医生来了。",
            terms="- {id: a, kind: place, zh: 上海, en: Shanghai, required: true, verified: true}",
            found=("",),
            note="For information: so may the city in the name of a hospital.",
        ),
        Example(
            "The State Department said its officials would go.",
            "美国国务院表示，国务院官员将前往。",
            terms="- {id: g, kind: organisation, zh: 国务院, en: State Council, not_inside: [美国国务院]}",
        ),
        Example(
            "The Swiss Federal Department of Finance signed it.",
            "瑞士联邦财政部签署了文件。",
            terms="- {id: m, kind: organisation, zh: [财政部], en: Ministry of Finance, required: true, verified: true}",
        ),
        Example(
            "The Securities and Futures Commission (SFC) agreed.",
            "证券及期货事务监察委员会（证监会）同意。",
            terms="- {id: c, kind: organisation, zh: [证监会], en: CSRC, required: true, verified: true}",
        ),
        Example(
            "It ended at the Central Party School.",
            "在中央党校（国家行政学院）结业。",
            terms="- {id: n, kind: organisation, zh: [国家行政学院], en: National Academy of Governance, required: true,"
            " verified: true}",
            found=("",),
        ),
        Example("We want peace.", "我们要和平。", terms=_TERMS, note="A name that is a word, used as a word."),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note for each required term of the source whether its rendering is there."""
        glance = facts.of(terms_at_a_glance)
        for key, (entry, start, end) in glance.plainly.items():
            if key not in glance.asked:
                yield _full(facts, entry, Span(start, end))
        for entry in glance.asked.values():
            # 美国国务院 and then 国务院 alone: that is the other one still.
            if not any(form in facts.source for form in entry.not_inside):
                yield from self._observe(facts, entry)

    def _observe(self, facts: Facts, entry: Entry) -> Iterator[Observation]:
        places = [place for place in facts.of(places_by_entry)[entry.id][1] if stands_as_name(facts, entry, place)]
        full = longest_spans(span for _, span in accepted_forms(facts, entry))
        seen = self._look(facts, entry, places, full) if places else None
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

    def _look(self, facts: Facts, entry: Entry, places: list[Span], full: list[Span]) -> _Seen | None:
        """Return what is seen of a term; None where there is nothing to say or to remember."""
        if entry.kind in _BODIES and any(_is_another_body(facts.source, place, entry) for place in places):
            return None
        first, target = places[0], facts.of(lowered_target)
        forms = renderings_of(facts.context.term_base).of(entry)
        rendered = _Seen(_State.FULL, first) if full and forms.remembered else None
        if len(full) >= len(places):
            return rendered
        if any(form.find(target, facts.target) for _, form in forms.avoid) or self._rendered_as_other(facts, places):
            return None  # what stands there is judged as such
        source = places[-1] if full else first
        place = place_beside(facts, source) if PLACE in entry.en else ""
        instead: Standing | None = None
        if not full and self._later_mention(facts, forms):
            instead = words_instead(facts, entry, source) if entry.kind in _BODIES else None
            if instead is None or not _is_misnamed(facts, instead):
                return _Seen(_State.LATER_MENTION, first, place=place)
        if is_given_name(facts, entry, first):
            return None
        instead = instead or words_instead(facts, entry, source)
        if full and not instead.near:
            return rendered
        state = _State.FEWER if full else _State.MISSING
        return _Seen(state, source, instead.span, instead.near, place, _may_go(facts, entry, source))

    def _later_mention(self, facts: Facts, forms: EntryForms) -> bool:
        target = facts.of(lowered_target)
        if any(form.find(target, facts.target) for form in forms.short):
            return True
        return forms.entry.kind is Kind.PERSON and _PRONOUN.search(target) is not None

    def _rendered_as_other(self, facts: Facts, places: list[Span]) -> bool:
        """Whether another entry that claims the same Chinese words is rendered."""
        starts = {place.start for place in places}
        return any(
            accepted_forms(facts, entry)
            for start, _, entries in facts.of(source_hits)
            if len(entries) > 1 and start in starts
            for entry in entries
        )

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
        expected = tuple(dict.fromkeys(with_place(form, seen.place) for form in entry.accepted))[:_MOST]
        if seen.near:
            message = say(
                "“{words}” stands for “{zh}”, which is “{en}”.",
                "“{words}”用来译“{zh}”，应为“{en}”。",
                words=one.text,
                zh=entry.zh[0],
                en=expected[0],
            )
        else:
            message = say(
                "“{zh}” is not rendered by any of its accepted forms; expected “{en}”.",
                "“{zh}”没有译成任何一种认可的译法；应为“{en}”。",
                zh=one.text,
                en=expected[0],
            )
        return self.issue(
            one,
            one.span,
            message,
            source=one.source_span,
            level=_level(entry, seen),
            expected=expected,
            evidence=(entry_evidence(entry),),
            entry=entry.id,
        )


def _is_misnamed(facts: Facts, instead: Standing) -> bool:
    """Whether a name with capitals is half right, and no short form: Municipal Security Bureau for 市公安局."""
    words = instead.span.of(facts.target).split()
    return instead.near and len(words) > 1 and all(word[:1].isupper() for word in words)


def _is_another_body(source: str, place: Span, entry: Entry) -> bool:
    """Whether the Chinese names a body of another country, or says what else a short name stands for."""
    return is_of_another_country(source, place) or is_defined_otherwise(source, place, entry)


def _full(facts: Facts, entry: Entry, source: Span) -> Observation:
    """Return the note of a full mention."""
    seen = _Seen(_State.FULL, source)
    return Observation((facts.document.id, entry.id), facts.segment.id, facts.document.id, seen.span, "", source, seen)


def _may_go(facts: Facts, entry: Entry, source: Span) -> bool:
    """Whether a place may go: before a body or a smaller place that is rendered (Hefei for 安徽省合肥市), or as "local"."""
    if entry.kind is not Kind.PLACE:
        return False
    if leads_a_body(facts, source) or _STANDS_FOR_PLACE.search(facts.of(lowered_target)):
        return True
    after = facts.source[source.end :].lstrip("省市")[:_LONGEST_PLACE]
    forms = (place_table().get(after[:size], ()) for size in range(_LONGEST_PLACE, 1, -1))
    return any(form in facts.target for several in forms for form in several)


def _level(entry: Entry, seen: _Seen) -> Level:
    if not entry.verified or seen.state is _State.LATER_MENTION or (seen.may_go and not seen.near):
        return Level.INFO
    if seen.near and entry.kind in (Kind.PERSON, Kind.PLACE):
        return Level.ERROR
    return Level.WARNING if entry.kind.is_name or seen.near else Level.INFO
