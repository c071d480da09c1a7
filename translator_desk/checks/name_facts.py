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
    _places_by_word: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    _places_by_characters: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
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
        return tuple(place for key in sorted(_folds(word)) for place in self.folded_places.get(key, ()))

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> KnownNames:
        """Return the names of the term base made by one change."""
        known = self
        if any(entry is not None and entry.kind is Kind.PLACE for entry in (before, now)):
            old, new = _of_kind(Kind.PLACE, before, now)
            known = known._with_place(old, new, term_base)
        if any(entry is not None and entry.kind is Kind.PERSON for entry in (before, now)):
            old, new = _of_kind(Kind.PERSON, before, now)
            known = replace(
                known,
                persons=_changed(known.persons, old, new, lambda entry: entry.accepted, term_base),
                by_surname=_changed(known.by_surname, old, new, _surnames, term_base),
            )
        return known

    def _with_place(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> KnownNames:
        """Return names after the change of one place: only what its words and characters stand for is made anew."""
        by_word = _changed(self._places_by_word, before, now, _words_of, term_base)
        by_characters = _changed(self._places_by_characters, before, now, lambda entry: entry.zh, term_base)
        one_word, folded = dict(self.one_word_places), dict(self.folded_places)
        for word in {word for entry in (before, now) if entry for word in _words_of(entry)}:
            if word in by_word:
                one_word[word] = by_word[word][0]
            else:
                del one_word[word]
            for key in _folds(word):
                _put(folded, key, word, stands=word in by_word)
        forms, characters = dict(self.place_forms), dict(self.place_characters)
        lows: set[str] = set()
        for zh in {zh for entry in (before, now) if entry for zh in entry.zh}:
            old = forms.pop(zh, ())
            if zh in by_characters:
                forms[zh] = _forms(by_characters[zh][-1])
            elif zh in place_table() or zh in county_table():
                forms[zh] = place_table().get(zh) or county_table()[zh]
            new = _single_words(forms.get(zh, ()))
            for low in _single_words(old) | new:
                _put(characters, low, zh, stands=low in new)
                lows.add(low)
        long = set(filter(_is_long, lows))
        return replace(
            self,
            places=_changed(self.places, before, now, lambda entry: entry.accepted, term_base),
            one_word_places=one_word,
            folded_places=folded,
            place_forms=forms,
            place_characters=characters,
            mistyped_places=self.mistyped_places.changed(long & characters.keys(), long - characters.keys()),
            sayings=Sayings(),
            _places_by_word=by_word,
            _places_by_characters=by_characters,
            _mistyped_words={},
        )


def known_names(term_base: TermBase) -> KnownNames:
    """Return the names of a term base; for ``TermBase.index``."""
    persons, places = term_base.of_kind(Kind.PERSON), term_base.of_kind(Kind.PLACE)
    by_word, by_characters = _table(places, _words_of), _table(places, lambda entry: entry.zh)
    one_word = {word: several[0] for word, several in by_word.items()}
    forms = {**county_table(), **place_table()}
    forms.update((zh, _forms(several[-1])) for zh, several in by_characters.items())
    folded: dict[tuple[str, ...], set[str]] = {}
    for word in one_word:
        for key in _folds(word):
            folded.setdefault(key, set()).add(word)
    characters: dict[str, set[str]] = {}
    for zh, several_forms in forms.items():
        for low in _single_words(several_forms):
            characters.setdefault(low, set()).add(zh)
    return KnownNames(
        persons=_table(persons, lambda entry: entry.accepted),
        places=_table(places, lambda entry: entry.accepted),
        by_surname=_table(persons, _surnames),
        one_word_places=one_word,
        folded_places={key: tuple(sorted(several)) for key, several in folded.items()},
        place_forms=forms,
        place_characters={low: tuple(sorted(several)) for low, several in characters.items()},
        mistyped_places=MistypedIndex(filter(_is_long, characters)),
        _places_by_word=by_word,
        _places_by_characters=by_characters,
    )


def _words_of(place: Entry) -> tuple[str, ...]:
    """Return the first words of a place's forms by which it is recognised behind a slip, small letters."""
    words = dict.fromkeys(form.partition(" ")[0].lower() for form in place.accepted)
    return tuple(word for word in words if len(word) >= _SHORTEST_PLACE and proper_splits(word))


def _forms(place: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*place.accepted, *place.short)))


def _folds(word: str) -> set[tuple[str, ...]]:
    """Return what any likely slip leaves alike of a word."""
    return {tuple(map(fold, split)) for split in proper_splits(word)}


def _single_words(forms: Iterable[str]) -> set[str]:
    """Return the forms in one word, small letters."""
    return {form.lower() for form in forms if " " not in form}


def _is_long(word: str) -> bool:
    """Whether a place has so many letters that a letter mistyped leaves it recognisable."""
    return len(word) > len("heng")


def _of_kind(kind: Kind, *entries: Entry | None) -> list[Entry | None]:
    return [entry if entry is not None and entry.kind is kind else None for entry in entries]


def _table(entries: Iterable[Entry], keys: Callable[[Entry], Iterable[str]]) -> dict[str, tuple[Entry, ...]]:
    """Return the entries by their keys, in their order."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for key in dict.fromkeys(keys(entry)):
            found.setdefault(key, []).append(entry)
    return {key: tuple(several) for key, several in found.items()}


def _put(table: dict[K, tuple[str, ...]], key: K, one: str, *, stands: bool) -> None:
    """Let one stand under a key, or not, among others in the order of letters."""
    others = {other for other in table.get(key, ()) if other != one}
    if stands:
        others.add(one)
    if others:
        table[key] = tuple(sorted(others))
    else:
        table.pop(key, None)


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
