"""The offices of a term base as timelines: by person and by post, with gaps and overlaps."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from translator_desk.glossary.entry import Entry, Kind, Office
from translator_desk.glossary.term_base import TermBase


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office on a timeline.

    Attributes:
        person: Who.
        office: What the entry says.
        first: First day it may have begun; the first day the person was seen in it where no beginning is known.
        last: Last day it may have lasted, None where it goes on or nothing is known of its end.
        begun: Whether the beginning is known, be it coarsely.
        ended: Whether the end is known, "present" included.
    """

    person: Entry
    office: Office
    first: dt.date | None
    last: dt.date | None
    begun: bool
    ended: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Days of a post of which nobody is known: after one term certainly ended and before the next may begin."""

    after: Term
    before: Term
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two terms that share days, however their coarse dates are meant."""

    one: Term
    other: Term
    first: dt.date
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Terms by their beginning, those of unknown dates last."""

    terms: tuple[Term, ...]
    gaps: tuple[Gap, ...]
    overlaps: tuple[Overlap, ...]


def of_person(person: Entry) -> Timeline:
    """Return the offices of a person; overlaps are those of one post in one place."""
    terms = _sorted(_term(person, office) for office in person.offices)
    overlaps = [
        found
        for number, other in enumerate(terms)
        for one in terms[:number]
        if (one.office.post, one.office.place) == (other.office.post, other.office.place)
        and (found := _overlap(one, other)) is not None
    ]
    return Timeline(terms, (), tuple(overlaps))


def by_post(term_base: TermBase) -> dict[tuple[str, str], Timeline]:
    """Return who held every post, by post and place, each an id or words, in the order of the entries.

    Where one person at a time holds a post, the days of nobody and the days of two are told as well.
    """
    held: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
    for person in term_base.of_kind(Kind.PERSON):
        for office in person.offices:
            held[office.post, office.place].append(_term(person, office))
    return {key: _of_terms(term_base, key[0], terms) for key, terms in held.items()}


def _of_terms(term_base: TermBase, post: str, terms: Iterable[Term]) -> Timeline:
    terms = _sorted(terms)
    title = term_base.entry(post)
    if title is None or not title.single_holder:
        return Timeline(terms, (), ())
    overlaps = [
        found
        for number, other in enumerate(terms)
        for one in terms[:number]
        if one.person.id != other.person.id and (found := _overlap(one, other)) is not None
    ]
    return Timeline(terms, tuple(_gaps(terms)), tuple(overlaps))


def _term(person: Entry, office: Office) -> Term:
    seen = sorted(office.seen, key=lambda date: date.earliest)
    first = office.start.earliest if office.start else seen[0].earliest if seen else None
    last = office.end.latest if office.end else None
    if last is None and not office.present and seen:
        last = seen[-1].latest
    return Term(person, office, first, last, office.start is not None, office.end is not None or office.present)


def _sorted(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(sorted(terms, key=lambda one: (one.first is None, one.first or dt.date.min, one.last or dt.date.max)))


def _gaps(terms: Iterable[Term]) -> Iterable[Gap]:
    latest: Term | None = None
    for term in terms:
        if term.first is None:
            continue
        if latest is not None and latest.ended and latest.last is not None and term.begun:
            day = dt.timedelta(days=1)
            if latest.last + day < term.first:
                yield Gap(latest, term, latest.last + day, term.first - day)
        if latest is None or (latest.last or dt.date.max) <= (term.last or dt.date.max):
            latest = term


def _overlap(one: Term, other: Term) -> Overlap | None:
    """Return the days two terms share for certain, None where their coarse dates may avoid each other."""
    begins = [term.office.start.latest for term in (one, other) if term.office.start]
    ends = [
        term.office.end.earliest if term.office.end else dt.date.max
        for term in (one, other)
        if term.office.end or term.office.present
    ]
    if len(begins) < 2 or len(ends) < 2 or max(begins) >= min(ends):
        return None
    last = min(ends)
    return Overlap(one, other, max(begins), None if last == dt.date.max else last)
