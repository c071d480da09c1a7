"""Who held which post when, as the persons of a term base say; what is not said is not guessed.

A date may be as coarse as a year. A person held a post *certainly* on a day that lies between the latest day the term
may have begun and the earliest it may have ended, or between two days on which the person was seen in it; *possibly*
on every day that the dates do not exclude. A missing end is unknown.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from translator_desk.glossary.entry import Entry, Kind, Office
from translator_desk.glossary.term_base import TermBase


@dataclass(frozen=True, slots=True)
class Holding:
    """One post of one person.

    Attributes:
        person: The person's entry.
        office: The row that says so.
    """

    person: Entry
    office: Office

    def certainly_on(self, day: dt.date) -> bool:
        """Return whether the person held the post on ``day``, whatever the coarse dates mean."""
        office = self.office
        first = [office.start.latest] if office.start else []
        last = [dt.date.max] if office.present else [office.end.earliest] if office.end else []
        begin = min((*first, *(one.latest for one in office.seen)), default=None)
        end = max((*last, *(one.earliest for one in office.seen)), default=None)
        return begin is not None and end is not None and begin <= day <= end

    def possibly_on(self, day: dt.date) -> bool:
        """Return whether nothing excludes that the person held the post on ``day``."""
        office = self.office
        return not (office.start and day < office.start.earliest) and not (office.end and day > office.end.latest)

    @property
    def years(self) -> str:
        """The dates as the entry writes them: "2018–2020-02", "from 2021", "seen 2024-02"."""
        office = self.office
        if office.start or office.end:
            end = "" if office.end is None else str(office.end)
            return f"{office.start or ''}–{end}"
        return ", ".join(str(one) for one in office.seen) or "?"


class OfficeRegister:
    """The posts of all persons of a term base; get it by ``office_register``."""

    def __init__(self, term_base: TermBase) -> None:
        self._by_post: defaultdict[str, list[Holding]] = defaultdict(list)
        self._by_person: defaultdict[str, list[Holding]] = defaultdict(list)
        self._single = {entry.id for entry in term_base.of_kind(Kind.TITLE) if entry.single_holder}
        for person in term_base.of_kind(Kind.PERSON):
            for office in person.offices:
                holding = Holding(person, office)
                self._by_post[office.post].append(holding)
                self._by_person[person.id].append(holding)

    def of_person(self, person: str) -> tuple[Holding, ...]:
        """Return all posts of a person, by the id of the entry."""
        return tuple(self._by_person.get(person, ()))

    def is_single(self, post: str) -> bool:
        """Return whether one person at a time holds a post in a place."""
        return post in self._single

    def holders(self, post: str, place: str, day: dt.date) -> tuple[Holding, ...]:
        """Return who certainly held a post in a place (ids of entries; "" for posts of the state) on a day."""
        return tuple(one for one in self._by_post.get(post, ()) if one.office.place == place and one.certainly_on(day))

    def contradicted(self, person: str, post: str, place: str | None, day: dt.date) -> bool:
        """Return whether the register excludes that a person held a post on a day.

        The person has the post in the register, at the place where one is given, and every row of it excludes the
        day. A person without such a row is not contradicted: the register does not know everything.
        """
        rows = [
            one
            for one in self._by_person.get(person, ())
            if one.office.post == post and (place is None or one.office.place == place)
        ]
        return bool(rows) and not any(one.possibly_on(day) for one in rows)


def office_register(term_base: TermBase) -> OfficeRegister:
    """Return the register of a term base, for ``TermBase.index``."""
    return OfficeRegister(term_base)
