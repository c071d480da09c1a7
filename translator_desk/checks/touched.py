"""Which segments a change of the term base bears on, found without checking them all.

The answer may hold too many segments, never too few: a form in any inflection, a name one or two letters away, a word
of it that an issue speaks of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.distance import OSA

from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import SegmentId
from translator_desk.text.scripts import simplify

_WORD = re.compile(r"\w+")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
_ARTICLES = frozenset({"a", "an", "the", "place"})
_ENDING = 3
"""Letters an English ending may change: "cities" for "city"."""
_STEM = 3
_SLIP = 2
_MOST_EDITED = 500
"""Segments edited since the texts were joined, beyond which they are joined anew."""


@dataclass(frozen=True, slots=True)
class EntryChanges:
    """What to look for after a change of the term base.

    Attributes:
        source: Chinese forms, simplified.
        stems: English forms as sets of lower-case word beginnings, all of which must be there.
        names: Words of the names concerned, in lower case, which may stand misspelt in a target.
        words: All words of the English forms in lower case.
    """

    source: frozenset[str]
    stems: frozenset[frozenset[str]]
    names: frozenset[str]
    words: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.source or self.stems)


def changed_entries(before: TermBase, now: TermBase) -> EntryChanges:
    """Return what differs between two term bases."""
    entries = [entry for pair in now.changed_since(before) for entry in pair if entry is not None]
    forms = {form: entry.kind for entry in entries for form in _english_forms(entry)}
    words = {form: [word for word in _WORD.findall(form.lower()) if word not in _ARTICLES] for form in forms}
    return EntryChanges(
        frozenset(simplify(form) for entry in entries for form in entry.zh if form),
        frozenset(frozenset(map(_stem, found)) for found in words.values() if found),
        frozenset(word for form, kind in forms.items() if kind in (Kind.PERSON, Kind.PLACE) for word in words[form]),
        frozenset(word for found in words.values() for word in found),
    )


def _english_forms(entry: Entry) -> Iterator[str]:
    yield from entry.accepted
    yield from entry.short
    yield from (form.en for form in entry.avoid)


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - _ENDING)]


class Texts:
    """Both sides of a project joined, so that one search is one ``str.find``; edits since lie beside them."""

    def __init__(self, texts: Iterable[tuple[SegmentId, str, str]]) -> None:
        """Take (segment, simplified source, target) of all segments."""
        rows = list(texts)
        self._ids = [key for key, _, _ in rows]
        self._source = _Joined([source for _, source, _ in rows])
        self._target = _Joined([target.lower() for _, _, target in rows])
        self._names: dict[str, list[int]] = defaultdict(list)
        for number, (_, _, target) in enumerate(rows):
            for word in set(_CAPITALISED.findall(target)):
                self._names[word.lower()].append(number)
        self._edited: dict[SegmentId, tuple[str, str]] = {}

    @property
    def worn(self) -> bool:
        """Whether so much was edited that joining anew is quicker."""
        return len(self._edited) > _MOST_EDITED

    def replace(self, key: SegmentId, source: str, target: str) -> None:
        """Take a segment as it is now."""
        self._edited[key] = (source, target)

    def remove(self, key: SegmentId) -> None:
        """Take a segment out."""
        self._edited[key] = ("", "")

    def touched_by(self, changes: EntryChanges) -> set[SegmentId]:
        """Return the segments on which the changes may bear."""
        numbers = {number for form in changes.source for number in self._source.holding(form)}
        for stems in changes.stems:
            numbers.update(self._with_stems(stems))
        near = {word for name in changes.names for word in self._near(name, self._names)}
        numbers.update(number for word in near for number in self._names[word])
        touched = self._standing(numbers)
        for key, (source, target) in self._edited.items():
            lowered = target.lower()
            if (
                any(form in source for form in changes.source)
                or any(all(stem in lowered for stem in stems) for stems in changes.stems)
                or any(True for name in changes.names for _ in self._near(name, set(_WORD.findall(lowered))))
            ):
                touched.add(key)
        return touched

    def _with_stems(self, stems: frozenset[str]) -> Iterator[int]:
        rarest, *others = sorted(stems, key=len, reverse=True)
        texts = self._target.texts
        return (number for number in self._target.holding(rarest) if all(stem in texts[number] for stem in others))

    def _near(self, name: str, words: Iterable[str]) -> list[str]:
        # A slip of two letters in a short word is another word.
        most = _SLIP if len(name) > _ENDING else 1
        return [word for word in words if OSA.distance(name, word, score_cutoff=most) <= most]

    def holding(self, spellings: Iterable[str]) -> set[SegmentId]:
        """Return the segments whose target holds one of the spellings, in any case."""
        lowered = {spelling.lower() for spelling in spellings if spelling}
        held = self._standing({number for one in lowered for number in self._target.holding(one)})
        held.update(key for key, (_, target) in self._edited.items() if any(one in target.lower() for one in lowered))
        return held

    def _standing(self, numbers: Iterable[int]) -> set[SegmentId]:
        return {key for number in numbers if (key := self._ids[number]) not in self._edited}


class _Joined:
    """Texts in one string, with the way back from a place to the number of its text."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self._text = "\n".join(texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]

    def holding(self, words: str) -> Iterator[int]:
        """Yield the numbers of the texts that hold ``words``, each once."""
        at = self._text.find(words)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = self._text.find(words, self._starts[number + 1] - 1)
