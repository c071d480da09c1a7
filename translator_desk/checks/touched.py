"""Which segments a change of the term base bears on, found without checking them all.

The answer may hold too many segments, never too few: a form in any inflection, a name one or two letters away, a word
of it that an issue speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translator_desk.checks.texts import Between, Texts, at_once, plain_words
from translator_desk.checks.word_facts import words_not_english
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.renderings import renderings_of
from translator_desk.glossary.source_index import source_forms
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import SegmentId
from translator_desk.text.inflection import Rendering
from translator_desk.text.normalize import lowered
from translator_desk.text.pinyin import split_syllables

_SEGMENTS_A_NAME = 10
"""Segments that are checked in the time in which one name is looked for."""
_FEW_NAMES = 50
_SHORTEST_PLACE = 4
"""Letters of a place that is recognised behind a slip, at the least."""


@dataclass(frozen=True, slots=True)
class EntryChanges:
    """What to look for after a change of the term base.

    Attributes:
        source: Chinese forms, simplified.
        forms: English forms, accepted or to avoid.
        persons: Surnames and given names concerned, plain and in small letters, which may stand misspelt in a target.
        places: First words of places concerned, likewise.
        words: Words of the English forms, in small letters, that are not English.
        kinds: Kinds of the entries.
        moved: Ids of the entries that stand elsewhere in a file: issues name the place.
    """

    source: frozenset[str]
    forms: tuple[Rendering, ...]
    persons: frozenset[tuple[str, str]]
    places: frozenset[str]
    words: frozenset[str]
    kinds: frozenset[Kind]
    moved: frozenset[str] = frozenset()


def changed_entries(before: Sequence[TermBase], now: TermBase, between: Between = at_once) -> EntryChanges:
    """Return what differs between term bases and the one now in force."""
    source: set[str] = set()
    forms: dict[str, Rendering] = {}
    persons: set[tuple[str, str]] = set()
    places: set[str] = set()
    kinds: set[Kind] = set()
    for old in before:
        posts: set[str] = set()
        for pair in now.changed_since(old):
            between()
            for base, entry in zip((old, now), pair, strict=True):
                if entry is None:
                    continue
                kinds.add(entry.kind)
                source.update(source_forms(entry))
                found = _renderings(base, entry)
                forms.update((form.form, form) for form in found)
                names = [plain_words(lowered(form.form)) for form in found]
                if entry.kind is Kind.PERSON:
                    persons.update((name[0], "".join(name[1:])) for name in names if len(name) > 1)
                elif entry.kind is Kind.PLACE:
                    places.update(name[0] for name in names if name and len(name[0]) >= _SHORTEST_PLACE)
            posts.update(_posts_otherwise_held(*pair))
        # Who held a post is said of others too, wherever they are given it.
        titles = [(base, title) for base in (old, now) for post in posts if (title := base.entry(post)) is not None]
        forms.update((form.form, form) for base, title in titles for form in _renderings(base, title))
    return EntryChanges(
        frozenset(source),
        tuple(forms.values()),
        frozenset(persons),
        frozenset(places),
        frozenset(words_not_english(forms)),
        frozenset(kinds),
        frozenset(entry.id for old in before for entry in now.moved_since(old)),
    )


def _posts_otherwise_held(before: Entry | None, now: Entry | None) -> set[str]:
    """Return the posts of which two versions of a person say something different."""
    old, new = (set(entry.offices) if entry is not None else set() for entry in (before, now))
    return {office.post for office in old ^ new}


def _renderings(term_base: TermBase, entry: Entry) -> list[Rendering]:
    forms = renderings_of(term_base).of(entry)
    return [*forms.accepted, *forms.short, *(rendering for _, rendering in forms.avoid)]


def kinds_if_many(
    before: Sequence[TermBase], now: TermBase, segments: int, between: Between = at_once
) -> frozenset[Kind]:
    """Return the kinds of the entries that differ if so many names do that all segments are sooner checked again.

    Told at a glance, before the forms of the entries are made; nothing where it is worth while to look for the names.
    """
    names: dict[Kind, set[str]] = {}
    for old in before:
        for pair in now.changed_since(old):
            between()
            for entry in filter(None, pair):
                names.setdefault(entry.kind, set()).add(entry.en)
    many = _are_many(len(names.get(Kind.PERSON, ())), len(names.get(Kind.PLACE, ())), segments)
    return frozenset(names) if many else frozenset()


def _are_many(persons: int, places: int, segments: int) -> bool:
    return 2 * persons + places > max(_FEW_NAMES, segments / _SEGMENTS_A_NAME)


def touched_by(changes: EntryChanges, texts: Texts, between: Between = at_once) -> set[SegmentId]:
    """Return the segments on which the changes may bear: all where so many names changed that looking takes longer."""
    if _are_many(len(changes.persons), len(changes.places), len(texts)):
        return texts.segments()
    touched: set[SegmentId] = set()
    for spelling in changes.source:
        between()
        touched.update(texts.with_source(spelling))
    for form in changes.forms:
        between()
        touched.update(texts.with_form(form))
    for surname, given in changes.persons:
        between()
        touched.update(texts.with_two_like(surname, given))
        letters = surname + given, given + surname
        firsts = {*letters, surname, given, *(split[0] for split in split_syllables(given) if split)}
        touched.update(texts.with_letters(firsts, letters))
    for place in changes.places:
        between()
        touched.update(texts.with_one_like(place))
    return touched
