"""A name one likely step from the name that the Chinese or the term base says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight
from translator_desk.checks.name_facts import (
    KnownNames,
    capital_runs,
    english_names,
    known_names,
    likely_slip,
    syllable_count,
)
from translator_desk.checks.name_sources import (
    SourceName,
    mistyped_place_said,
    mistyped_word_said,
    person_nearly_said,
    person_places,
    person_said,
    place_nearly_said,
)
from translator_desk.checks.term_facts import entry_evidence, source_terms
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.names import NameRun, PinyinWord, county_forms, known_places, odd_words, surnames_near
from translator_desk.text.pinyin import Confusion, distance, one_step
from translator_desk.text.span import Span
from translator_desk.wording import Message, Wording, say

_TWO_SLIPS_FROM = 8
_FOLLOWING = re.compile(r"[\s\u00a0]+([A-Z][\w-]*)")
_SMALL_PLACES = ("镇", "乡", "村", "街道", "社区")
_TERMS = """
- {id: p-deng, kind: person, zh: [邓群策], en: Deng Qunce, source: s}
- {id: p-zheng, kind: person, zh: [郑建新], en: Zheng Jianxin, source: s}
- {id: p-liao, kind: person, zh: [廖健], en: Liao Jian, source: s}
- {id: p-liao2, kind: person, zh: [廖炎秋], en: Liao Yanqiu, source: s}
- {id: pl-leiyang, kind: place, zh: [耒阳], en: Leiyang, source: s}
"""


class NameMisspelt(SegmentCheck):
    """Compares what can be a name with the sound of the Chinese, and without it with the term base."""

    id = CheckId("name-misspelt")
    title = Wording("Name misspelt", "人名、地名拼写有误")
    explanation = Wording(
        "A name differs by one likely slip (c/z, n/ng, zh/z, a lost letter) from the name that the Chinese characters "
        "or the term base say. With the Chinese at hand any admissible reading of its characters passes. Without it "
        "the name must be one slip from a person or place of the term base, and a given name of one syllable is left "
        "alone: too many people share it. Two persons of the term base are never taken for one another.",
        "人名或地名与原文汉字的读音（或术语库中的人名、地名）仅差一个常见的拼写失误（c/z、n/ng、zh/z、漏字母等）。"
        "有原文时，汉字的任何可用读音都算正确；无原文时只与术语库比较，名为单字者不报告。术语库中的两个不同人物不会互相混淆。",
    )
    mqm = Mqm.ENTITY
    level = Level.ERROR
    family = Family.NAME
    sight = Sight.NAMES
    figures_and_names = True
    gate = capital_runs
    examples = (
        Example(
            "Deng Qunze’s speech", "邓群策的讲话", terms=_TERMS, found=("Deng Qunze",), fixed="Deng Qunce’s speech"
        ),
        Example("Zhen Jianxin's speech", terms=_TERMS, found=("Zhen Jianxin",), fixed="Zheng Jianxin's speech"),
        Example(
            "On Monday Den Yuan met Nie Yunpen.",
            "周一，邓原会见了聂云鹏。",
            found=("Den Yuan", "Nie Yunpen"),
            fixed="On Monday Deng Yuan met Nie Yunpeng.",
            note="No term base: the characters say how the names are spelt.",
        ),
        Example("Zhou Xiao Lang spoke.", "周晓兰讲话。", found=("Zhou Xiao Lang",), fixed="Zhou Xiaolan spoke."),
        Example(
            "Rain fell in Xuzou and Nangjing.",
            "徐州和南京下雨。",
            found=("Xuzou", "Nangjing"),
            fixed="Rain fell in Xuzhou and Nanjing.",
        ),
        Example(
            "Farmers in Leiyag celebrated.", terms=_TERMS, found=("Leiyag",), fixed="Farmers in Leiyang celebrated."
        ),
        Example("Liao Jian and Liao Yanqiu attended.", terms=_TERMS),
        Example("Farmers in Leiyag Village celebrated.", terms=_TERMS, note="Leiyang is no village."),
        Example("Deng Quan presided, and Li Na spoke.", terms=_TERMS),
        Example(
            "Deng Qunze came.", "邓泽来了。", terms=_TERMS, note="Another person: the Chinese does not name 邓群策."
        ),
        Example("Zeng Le and Shan Chao met Lu Ling.", "曾乐、单超会见了吕玲。", note="Any admissible reading passes."),
        Example("A Yugur wedding was held.", "举办裕固族婚礼。", note="A people is spelt in its own way."),
        Example(
            "Lisa and Susan flew to Panama.", "丽莎和苏珊飞往巴拿马。", note="Foreign names sound alike by nature."
        ),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each name that is one step from the right one."""
        names = facts.of(english_names)
        known = facts.context.term_base.index(known_names)
        source = facts.source
        found: list[Issue] = []
        said: set[str] = set()
        for run in names.persons:
            if run.words in said:
                continue
            if source and (person_said(source, run) or _named(known.persons.get(run.words), source)):
                said.add(run.words)
            else:
                found += self._person(facts, run, known)
        for run in names.parted if source else ():
            said_near = None if person_places(source, run) else person_nearly_said(source, run.joined())
            if said_near is not None and not said_near.step.rare:
                found.append(self._from_source(facts, run.span, said_near))
        for word in names.words:
            if not (source and known.said_in(source, word.word)):
                found += self._word(facts, word, known)
        for start, text in names.runs:
            for word in known.mistyped_words(text):
                found += self._mistyped_word(facts, word.moved(start), known)
            if source and (odd := odd_words(text)):
                found += self._odd_words(facts, start, odd, known)
        return found

    def _odd_words(self, facts: Facts, start: int, words: Iterable[PinyinWord], known: KnownNames) -> Iterator[Issue]:
        """Yield the words, no pinyin, that spell characters of the Chinese but for one letter."""
        for word in words:
            if not known.mistyped_places.find(word.word.lower()):  # these are looked at already
                said = mistyped_word_said(facts.source, word.word, known.place_forms)
                if said is not None:
                    yield self._from_source(facts, word.moved(start).span, said)

    def _person(self, facts: Facts, run: NameRun, known: KnownNames) -> Iterator[Issue]:
        source = facts.source
        said = person_nearly_said(source, run) if source else None
        if said is not None:
            yield self._from_source(facts, run.span, said)
            return
        if run.words in known.persons:
            return
        printed = {one.words for one in facts.of(english_names).persons}
        for surname, given, entry in self._namesakes(run, known):
            in_source = any(form in source for form in entry.zh)
            step = likely_slip(run, surname, given)
            if step is None and in_source and surname == run.surname.lower():
                most = 2 if len(run.words) >= _TWO_SLIPS_FROM else 1
                if distance(run.given.lower(), given, most) <= most:
                    step = Confusion("typing", run.given.lower(), given)
            if step is None or entry.en in printed:
                continue
            if in_source or (not step.rare and syllable_count(given) > 1 and not self._other_person(source, entry)):
                yield self._from_base(facts, run.span, entry.en, entry, step)
                return

    def _word(self, facts: Facts, word: PinyinWord, known: KnownNames) -> Iterator[Issue]:
        if facts.source:
            said = place_nearly_said(facts.source, word.word, known.place_forms)
            if said is not None:
                yield self._from_source(facts, word.span, said)
        elif word.word not in known.places and word.word not in known_places() and word.word not in county_forms():
            low = word.word.lower()
            for other in known.places_near(low):
                step = one_step(low, other)
                entry = known.one_word_places[other]
                if step is not None and not step.rare and not _is_another(other, entry, facts.target, word.span.end):
                    yield self._from_base(facts, word.span, other.capitalize(), entry, step)
                    return

    def _mistyped_word(self, facts: Facts, word: PinyinWord, known: KnownNames) -> Iterator[Issue]:
        low = word.word.lower()
        for other in known.mistyped_places.find(low):
            if facts.source:
                said = mistyped_place_said(facts.source, low, other, known.place_characters)
                if said is not None:
                    yield self._from_source(facts, word.span, said)
                    return
                continue
            entry = known.one_word_places.get(other)
            if entry is None or len(other) == len(low) or _is_another(other, entry, facts.target, word.span.end):
                continue
            yield self._from_base(facts, word.span, other.capitalize(), entry, Confusion("typing", low, other))
            return

    def _other_person(self, source: str, entry: Entry) -> bool:
        """Whether the Chinese holds the surname of a person it does not name: then it speaks of somebody else."""
        return any(form[0] in source for form in entry.zh)

    def _namesakes(self, run: NameRun, known: KnownNames) -> Iterator[tuple[str, str, Entry]]:
        surname = run.surname.lower()
        for one in dict.fromkeys((surname, *surnames_near(surname))):
            for entry in known.by_surname.get(one, ()):
                yield one, entry.en.lower().partition(" ")[2], entry

    def _from_source(self, facts: Facts, span: Span, said: SourceName) -> Issue:
        entry = next(
            (
                match.entry
                for match in facts.of(source_terms)
                if match.span == said.span and match.entry.kind in (Kind.PERSON, Kind.PLACE)
            ),
            None,
        )
        characters = said.span.of(facts.segment.source)
        expected = entry.en if entry and entry.kind is Kind.PERSON else said.expected
        return self.issue(
            facts,
            span,
            say(
                "“{found}” does not spell {zh}, which reads {right}: {kind}.",
                "“{found}”与“{zh}”不符，应为 {right}：{kind_zh}。",
                found=span.of(facts.target),
                zh=characters,
                right=expected,
                kind=said.step.wording.en,
                kind_zh=said.step.wording.zh,
            ),
            source=said.span,
            expected=(expected,),
            evidence=(entry_evidence(entry),) if entry else (),
            entry=entry.id if entry else "",
        )

    def _from_base(self, facts: Facts, span: Span, right: str, entry: Entry, step: Confusion) -> Issue:
        source = next((match.span for match in facts.of(source_terms) if match.entry.id == entry.id), None)
        return self.issue(
            facts,
            span,
            _one_slip_from(span.of(facts.target), right, entry, step),
            source=source,
            level=Level.ERROR if entry.verified else Level.INFO,
            expected=(right,),
            evidence=(entry_evidence(entry),),
            entry=entry.id,
        )


def _named(entries: Iterable[Entry] | None, source: str) -> bool:
    """Whether the Chinese holds a form of one of the entries."""
    return entries is not None and any(form in source for entry in entries for form in entry.zh)


def _is_another(place: str, entry: Entry, target: str, end: int) -> bool:
    """Whether a word like a place is another one: that stands there too, or this is a village and that is none."""
    if place.capitalize() in target:
        return True
    following = _FOLLOWING.match(target, end)
    return (
        following is not None
        and following[1] in _small_places()
        and not any(form.endswith(_SMALL_PLACES) for form in entry.zh)
    )


@cache
def _small_places() -> frozenset[str]:
    """Return what towns, villages and the like are called in English."""
    return frozenset(
        word for zh, en, *_ in data_rows("place_generics.tsv") if zh in _SMALL_PLACES for word in en.split("|")
    )


def _one_slip_from(found: str, right: str, entry: Entry, step: Confusion) -> Message:
    return say(
        "“{found}” is one slip from {right} ({zh}): {kind}.",
        "“{found}”与 {right}（{zh}）仅差一处拼写：{kind_zh}。",
        found=found,
        right=right,
        zh=entry.zh[0],
        kind=step.wording.en,
        kind_zh=step.wording.zh,
    )
