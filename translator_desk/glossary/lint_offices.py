"""Offices of persons that cannot be as the term base has them."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from translator_desk.glossary.entry import Entry, Kind, Office
from translator_desk.glossary.lint_base import Here, Problem
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.severity import Level
from translator_desk.wording import say

_ID = re.compile(r"[a-z]{1,3}-[a-z0-9-]+")
_ALWAYS = dt.date.max.toordinal()


def offices(here: Here) -> Iterator[Problem]:
    """Yield what is wrong with the offices of a person: dates, what they name, a second holder."""
    entry = here.entry
    for number, office in enumerate(entry.offices):
        yield from _named_wrongly(here, office)
        if office.start and office.end and office.end.latest < office.start.earliest:
            yield here.problem(
                "reversed-dates",
                say(
                    "an office of “{id}” ends ({end}) before it begins ({start}); correct the dates",
                    "“{id}”的任职结束日期（{end}）早于开始日期（{start}）；请更正",
                    id=entry.id,
                    start=office.start,
                    end=office.end,
                ),
                "offices",
                office.post,
                level=Level.ERROR,
                fix=replace(
                    entry,
                    offices=tuple(
                        replace(one, start=one.end, end=one.start) if one == office else one for one in entry.offices
                    ),
                ),
            )
        for other in entry.offices[:number]:
            if (other.post, other.place) == (office.post, office.place) and _both_at_once(other, office):
                yield here.problem(
                    "overlapping-dates",
                    say(
                        "two rows of “{id}” give the office “{post}” at the same time; join them or correct the dates",
                        "“{id}”有两行任职“{post}”的时间重叠；请合并或更正日期",
                        id=entry.id,
                        post=office.post,
                    ),
                    "offices",
                    office.post,
                )
        yield from _second_holder(here, office)


def _named_wrongly(here: Here, office: Office) -> Iterator[Problem]:
    for named, kind in ((office.post, Kind.TITLE), (office.place, Kind.PLACE)):
        known = here.term_base.entry(named)
        if known is None and _ID.fullmatch(named):
            yield here.problem(
                "unknown-id",
                say(
                    "an office of “{id}” names “{named}”, which no entry has; correct the id",
                    "“{id}”的任职引用了不存在的词条“{named}”；请更正 id",
                    id=here.entry.id,
                    named=named,
                ),
                "offices",
                named,
                level=Level.ERROR,
            )
        elif known is not None and known.kind is not kind:
            yield here.problem(
                "wrong-kind",
                say(
                    "an office of “{id}” names “{named}”, which is a {found} and no {kind}; correct the id",
                    "“{id}”的任职引用的“{named}”类别是 {found}，应为 {kind}；请更正 id",
                    id=here.entry.id,
                    named=named,
                    found=known.kind.value,
                    kind=kind.value,
                ),
                "offices",
                named,
                level=Level.ERROR,
            )


def _second_holder(here: Here, office: Office) -> Iterator[Problem]:
    title = here.term_base.entry(office.post)
    if title is None or not title.single_holder:
        return
    for person, other in here.term_base.index(_by_post).get((office.post, office.place), ()):
        if person.id == here.entry.id:
            return  # each pair is told once, with the later entry
        if _both_at_once(office, other):
            yield here.problem(
                "two-holders",
                say(
                    "“{id}” and “{other}” hold the office “{post}” at the same time; correct the dates of one",
                    "“{id}”和“{other}”同时担任“{post}”；请更正其中一人的日期",
                    id=here.entry.id,
                    other=person.id,
                    post=office.post,
                ),
                "offices",
                office.post,
            )


def _by_post(term_base: TermBase) -> dict[tuple[str, str], list[tuple[Entry, Office]]]:
    found: defaultdict[tuple[str, str], list[tuple[Entry, Office]]] = defaultdict(list)
    for person in term_base.of_kind(Kind.PERSON):
        for office in person.offices:
            found[office.post, office.place].append((person, office))
    return found


def _both_at_once(one: Office, other: Office) -> bool:
    """Whether two terms overlap on a day, however their coarse dates are meant."""

    def days(office: Office) -> range:
        first = office.start.latest.toordinal() if office.start else _ALWAYS
        last = _ALWAYS if office.present else office.end.earliest.toordinal() if office.end else 0
        return range(first, last)

    first, second = days(one), days(other)
    return max(first.start, second.start) < min(first.stop, second.stop)
