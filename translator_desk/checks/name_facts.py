"""What several checks want to know of names, computed once a segment and once a term base."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from translator_desk.checks.base import Facts
from translator_desk.checks.name_sources import Sayings, word_characters
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.names import EnglishNames, NameRun, PinyinWord, county_table, names_en, place_table
from translator_desk.text.pinyin import (
    Confusion,
    MistypedIndex,
    fold,
    one_step,
    proper_splits,
    split_syllables,
)

_SHORTEST_PLACE = 6
"""Letters of a place that is recognised behind a slip; a shorter one looks like too many words."""
_MOST_REMEMBERED = 50_000
"""Runs of capitalised words."""

K = TypeVar("K")
V = TypeVar("V")
_LONG_WORD = re.compile(r"[A-Z][a-z]{4,}")


def english_names(facts: Facts) -> EnglishNames:
    """Return what of the target can be Chinese names."""
    return names_en(facts.target)


def persons_named(facts: Facts) -> tuple[NameRun, ...]:
    """Return the runs of the target that are Chinese names, or one slip from one."""
    return facts.of(english_names).persons


def capital_runs(facts: Facts) -> tuple[tuple[int, str], ...]:
    """Return the runs of capitalised words of the target with their first code points."""
    return facts.of(english_names).runs


def name_runs(facts: Facts) -> tuple[NameRun, ...]:
    """Return the runs of the target that are well-formed Chinese names."""
    return tuple(run for run in facts.of(english_names).persons if run.well_formed)


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The persons and places of a term base by how they are printed.

    Attributes:
        persons: Persons by every accepted form.
        places: Places by every accepted form.
        by_surname: Persons in two words by the surname in small letters.
        one_word_places: Places in one word, by its small letters.
        folded_places: The words of ``one_word_places`` by what any likely slip leaves alike.
        place_forms: English forms of these and of other places of China by their characters.
        place_characters: The reverse for forms in one word, small letters.
        mistyped_places: Finds the words of ``one_word_places`` and other well-known places behind a typing slip.
        sayings: By which characters places were said, alone and with their generic part.
    """

    persons: dict[str, tuple[Entry, ...]]
    places: dict[str, tuple[Entry, ...]]
    by_surname: dict[str, tuple[Entry, ...]]
    one_word_places: dict[str, Entry]
    folded_places: dict[tuple[str, ...], tuple[str, ...]]
    place_forms: dict[str, tuple[str, ...]]
    place_characters: dict[str, tuple[str, ...]]
    mistyped_places: MistypedIndex
    sayings: Sayings = field(default_factory=Sayings)
    _mistyped_words: dict[str, tuple[PinyinWord, ...]] = field(default_factory=dict)

    def said_in(self, source: str, word: str) -> bool:
        """Return whether the Chinese holds the place that a word names, or characters that read as it."""
        if self.sayings.said(source, word):
            return True
        found = next(
            (one for one in self.place_characters.get(word.replace("’", "'").lower(), ()) if one in source), ""
        )
        found = found or word_characters(source, word, self.place_forms)
        if found:
            self.sayings.note(word, found)
        return bool(found)

    def mistyped_words(self, run: str) -> tuple[PinyinWord, ...]:
        """Return the words of a run of capitalised words that may be a mistyped place, counted from its start."""
        found = self._mistyped_words.get(run)
        if found is None:
            if len(self._mistyped_words) > _MOST_REMEMBERED:
                self._mistyped_words.clear()
            found = self._mistyped_words[run] = tuple(
                PinyinWord(match.start(), match.end(), match.group())
                for match in _LONG_WORD.finditer(run)
                if self.mistyped_places.find(match.group().lower()) and not proper_splits(match.group().lower())
            )
        return found

    def places_near(self, word: str) -> tuple[str, ...]:
        """Return the places (small letters) that likely slips may make of a word, not all of them one step away."""
        keys = {tuple(map(fold, split)) for split in proper_splits(word)}
        return tuple(place for key in sorted(keys) for place in self.folded_places.get(key, ()))

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> KnownNames:
        """Return the names of the term base made by one change."""
        kinds = {entry.kind for entry in (before, now) if entry is not None}
        known = self
        if Kind.PLACE in kinds:
            known = _with_places(known, term_base)
        if Kind.PERSON in kinds:
            old, new = (entry if entry is not None and entry.kind is Kind.PERSON else None for entry in (before, now))
            known = replace(
                known,
                persons=_changed(known.persons, old, new, lambda entry: entry.accepted, term_base),
                by_surname=_changed(known.by_surname, old, new, _surnames, term_base),
            )
        return known


def known_names(term_base: TermBase) -> KnownNames:
    """Return the names of a term base; for ``TermBase.index``."""
    persons: dict[str, list[Entry]] = {}
    by_surname: dict[str, list[Entry]] = {}
    for entry in term_base.of_kind(Kind.PERSON):
        for form in dict.fromkeys(entry.accepted):
            persons.setdefault(form, []).append(entry)
        for surname in _surnames(entry):
            by_surname.setdefault(surname, []).append(entry)
    nothing = KnownNames({}, {}, {}, {}, {}, {}, {}, MistypedIndex(()))
    return replace(_with_places(nothing, term_base), persons=_tuples(persons), by_surname=_tuples(by_surname))


def _with_places(known: KnownNames, term_base: TermBase) -> KnownNames:
    """Return names with the places of a term base in place of those there were."""
    places: dict[str, list[Entry]] = {}
    one_word: dict[str, Entry] = {}
    forms = {**county_table(), **place_table()}
    for entry in term_base.of_kind(Kind.PLACE):
        accepted = entry.accepted
        for form in dict.fromkeys(accepted):
            places.setdefault(form, []).append(entry)
            word = form.partition(" ")[0].lower()
            if len(word) >= _SHORTEST_PLACE and word not in one_word and proper_splits(word):
                one_word[word] = entry
        for zh in entry.zh:
            forms[zh] = tuple(dict.fromkeys((*accepted, *entry.short)))
    folded: dict[tuple[str, ...], list[str]] = {}
    for word in one_word:
        for split in proper_splits(word):
            folded.setdefault(tuple(map(fold, split)), []).append(word)
    characters: dict[str, list[str]] = {}
    for zh, several_forms in forms.items():
        for form in several_forms:
            if " " not in form:
                characters.setdefault(form.lower(), []).append(zh)
    long = [word for word in characters if len(word) > len("heng")]
    return replace(
        known,
        places=_tuples(places),
        one_word_places=one_word,
        folded_places=_tuples(folded),
        place_forms=forms,
        place_characters=_tuples(characters),
        mistyped_places=known.mistyped_places.changed_to(long) if known.places else MistypedIndex(long),
        sayings=Sayings(),
        _mistyped_words={},
    )


def _tuples(table: Mapping[K, Iterable[V]]) -> dict[K, tuple[V, ...]]:
    return {key: tuple(several) for key, several in table.items()}


def _surnames(entry: Entry) -> tuple[str, ...]:
    """Return the surname of a person in two words, small letters, as one thing or none."""
    surname, _, given = entry.en.lower().partition(" ")
    return (surname,) if given and " " not in given else ()


def _changed(
    table: Mapping[str, tuple[Entry, ...]],
    before: Entry | None,
    now: Entry | None,
    keys: Callable[[Entry], Iterable[str]],
    term_base: TermBase,
) -> dict[str, tuple[Entry, ...]]:
    """Return a table of entries by key after one change, in the order of the term base."""
    changed = dict(table)
    for key in {*(keys(before) if before else ()), *(keys(now) if now else ())}:
        members = [one for one in changed.pop(key, ()) if before is None or one.id != before.id]
        if now is not None and key in keys(now):
            members.append(now)
        if members:
            changed[key] = term_base.in_order(members)
    return changed


def syllable_count(given: str) -> int:
    """Return how many syllables a given name has as it is properly read, 0 where it is no legal pinyin."""
    low = given.lower()
    return max(map(len, proper_splits(low) or split_syllables(low)), default=0)


def likely_slip(run: NameRun, surname: str, given: str) -> Confusion | None:
    """Return the one likely step from a name of the text to another name (small letters), None where there is none.

    One of the two words must agree wholly; a surname differs only beside a given name of two syllables: too many
    persons share a short one.
    """
    run_surname, run_given = run.surname.lower(), run.given.lower()
    if run_surname == surname:
        return one_step(run_given, given)
    if run_given == given and syllable_count(given) > 1:
        return one_step(run_surname, surname)
    return None
