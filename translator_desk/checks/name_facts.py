"""What several checks want to know of names, computed once a segment and once a term base."""

from __future__ import annotations

from translator_desk.checks.base import Facts
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.names import NameRun, name_runs_en
from translator_desk.text.pinyin import one_step, split_syllables


def name_runs(facts: Facts) -> tuple[NameRun, ...]:
    """Return the runs of the target that look like Chinese names."""
    return tuple(name_runs_en(facts.target))


def persons_by_form(term_base: TermBase) -> dict[str, Entry]:
    """Return the persons of a term base by every accepted form of their names."""
    return {form: entry for entry in term_base.of_kind(Kind.PERSON) for form in entry.accepted}


def persons_by_surname(term_base: TermBase) -> dict[str, tuple[tuple[str, str, Entry], ...]]:
    """Return surname, given name and entry of each person in two words, by the first letter of the surname."""
    found: dict[str, list[tuple[str, str, Entry]]] = {}
    for entry in term_base.of_kind(Kind.PERSON):
        surname, _, given = entry.en.partition(" ")
        if given and " " not in given:
            found.setdefault(surname[0], []).append((surname, given, entry))
    return {letter: tuple(rows) for letter, rows in found.items()}


def likely_slip(surname: str, given: str, right_surname: str, right_given: str) -> str:
    """Return the kind of the one likely step between two names, "" where there is none.

    One part must agree wholly. A surname alone differs only beside a given name of two syllables: too many persons
    share a short given name.
    """
    if surname == right_surname:
        return one_step(given.lower(), right_given.lower())
    if given == right_given and min(map(len, split_syllables(given.lower())), default=1) > 1:
        return one_step(surname.lower(), right_surname.lower())
    return ""
