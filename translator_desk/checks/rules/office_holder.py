"""A person in an office that somebody else held on the day of the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.event_date import event_date
from translator_desk.checks.name_facts import english_names, known_names
from translator_desk.checks.term_facts import entry_evidence
from translator_desk.checks.title_facts import TitlePlace, offices_of
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.office_register import Holding, OfficeRegister, office_register
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.names import NameRun
from translator_desk.wording import Message, Wording, say

_TERMS = """
- {id: t-mayor, kind: title, zh: [市长], en: "Mayor of {place}", also: [Mayor], single_holder: true, source: s}
- {id: t-vice, kind: title, zh: [副市长], en: "Vice Mayor of {place}", also: [Vice Mayor], source: s}
- {id: t-sec, kind: title, zh: [市委书记], en: "Secretary of the CPC {place} Municipal Committee",
   also: [Party Secretary], single_holder: true, source: s}
- {id: pl-hy, kind: place, zh: [衡阳], en: Hengyang, source: s}
- {id: p-deng, kind: person, zh: [邓群策], en: Deng Qunce, source: s, offices: [
   {post: t-mayor, place: pl-hy, from: "2018", to: "2020-02"}, {post: t-sec, place: pl-hy, from: 2020-02-11, to: "2021"}]}
- {id: p-zheng, kind: person, zh: [郑建新], en: Zheng Jianxin, source: s, offices: [
   {post: t-mayor, place: pl-hy, from: "2016", to: "2017"}, {post: t-sec, place: pl-hy, from: "2018", to: "2020-02"}]}
- {id: p-liu, kind: person, zh: [刘跃高], en: Liu Yuegao, source: s, offices: [
   {post: t-sec, place: pl-hy, seen: ["2024-02"]}]}
"""


class OfficeHolder(SegmentCheck):
    """Compares person and office with the office register of the term base on the day of the event.

    What the register does not exclude passes: open and missing dates are unknown, and a person without a row for the
    office is only contradicted where one person at a time holds it and somebody else certainly did.
    """

    id = CheckId("office-holder")
    title = Wording("Office held by somebody else", "任职与日期不符")
    explanation = Wording(
        "The English gives a person an office that the term base says he or she did not hold on that day: the first day "
        "the report names, with its year from the publication date. Who held it is named. Former offices called former "
        "pass, and so does everything the term base does not know.",
        "译文所写的职务，按术语库的任职记录，此人在该日并不担任（该日为正文出现的第一个日期，年份按发布日期推定），并列出当时的任职者。"
        "写明“前”“原”“时任”的，以及术语库没有记录的，不报告。",
    )
    mqm = Mqm.ENTITY
    level = Level.ERROR
    family = Family.OFFICE_HOLDER
    sight = Sight.NAMES
    needs = frozenset({Need.DATE, Need.TERMS})
    figures_and_names = True
    examples = (
        Example(
            "On September 20, Mayor Zheng Jianxin spoke.",
            terms=_TERMS,
            date="2019-09-25",
            found=("Mayor",),
            note="The mayor on that day was Deng Qunce.",
        ),
        Example(
            "On March 3, Zheng Jianxin, Secretary of the CPC Hengyang Municipal Committee, spoke.",
            terms=_TERMS,
            date="2020-03-05",
            found=("Secretary of the CPC Hengyang Municipal Committee",),
        ),
        Example(
            "On May 8, Liu Yuegao, Mayor of Hengyang, spoke.",
            terms=_TERMS,
            date="2019-05-13",
            found=("Mayor of Hengyang",),
        ),
        Example(
            "On December 25, Zheng Jianxin, Secretary of the CPC Hengyang Municipal Committee, and Deng Qunce, Mayor, met.",
            terms=_TERMS,
            date="2020-01-02",
            note="The event was in December 2019.",
        ),
        Example("Former Mayor Zheng Jianxin spoke.", terms=_TERMS, date="2019-09-25"),
        Example("Party Secretary Liu Yuegao spoke.", terms=_TERMS, date="2024-06-01", note="Open dates."),
        Example("Vice Mayor Liu Yuegao spoke.", terms=_TERMS, date="2019-06-01", note="Many hold that office."),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each office that the register contradicts."""
        persons = facts.of(english_names).persons
        if not persons:
            return ()
        known = facts.context.term_base.index(known_names).persons
        named = [(run, known[run.words]) for run in persons if run.words in known]
        if not named:
            return ()
        register = facts.context.term_base.index(office_register)
        day = event_date(facts.document, facts.target)
        if day is None:
            return ()
        return [
            issue
            for run, entries in named
            for title in offices_of(facts, run)
            for issue in self._judged(facts, run, entries[0], title, register, day)
        ]

    def _judged(
        self, facts: Facts, run: NameRun, person: Entry, title: TitlePlace, register: OfficeRegister, day: dt.date
    ) -> Iterator[Issue]:
        verdicts = [_contradiction(person, post, title.place, register, day) for post in title.entries]
        if not verdicts or any(one is None for one in verdicts):
            return
        holder = next((one for found in verdicts if found for one in found), None)
        rows = [one for one in register.of_person(person.id) if one.office.post in {post.id for post in title.entries}]
        sure = person.verified and (holder is None or holder.person.verified)
        yield self.issue(
            facts,
            title.span,
            _message(title.span.of(facts.target), run.words, day, holder),
            level=None if sure else Level.INFO,
            evidence=[*map(_row, rows), *map(_row, [holder] if holder else []), entry_evidence(person)],
            entry=person.id,
        )


def _contradiction(
    person: Entry, post: Entry, place: Entry | None, register: OfficeRegister, day: dt.date
) -> tuple[Holding, ...] | None:
    """Return who held a post instead (nobody known: empty), None where nothing contradicts."""
    where = {place.id} if place else {one.office.place for one in register.of_person(person.id)}
    rows = [one for one in register.of_person(person.id) if one.office.post == post.id and one.office.place in where]
    if any(one.possibly_on(day) for one in rows):
        return None
    others = [
        one for spot in sorted(where) for one in register.holders(post.id, spot, day) if one.person.id != person.id
    ]
    if rows or (others and register.is_single(post.id)):
        return tuple(others)
    return None


def _message(office: str, person: str, day: dt.date, holder: Holding | None) -> Message:
    if holder is None:
        return say(
            "{person} was not {office} on {day} by the term base.",
            "按术语库记录，{day} {person} 不任 {office}。",
            person=person,
            office=office,
            day=day,
        )
    return say(
        "{person} was not {office} on {day}; by the term base it was {holder} ({zh}).",
        "按术语库记录，{day} 任 {office} 的是 {holder}（{zh}），不是 {person}。",
        person=person,
        office=office,
        day=day,
        holder=holder.person.en,
        zh=holder.person.zh[0],
    )


def _row(one: Holding) -> Message:
    return say(
        "{name}: {years} ({source})",
        "{name}：{years}（{source}）",
        name=one.person.en,
        years=one.years,
        source=one.office.source or one.person.source,
    )
