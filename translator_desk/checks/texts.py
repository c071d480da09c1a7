"""Both sides of a project, ready to be asked where words stand: one question reads a small part of it.

The answers may hold too many segments, never too few.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from translator_desk.model.ids import SegmentId
from translator_desk.model.segment import Segment
from translator_desk.text.inflection import Rendering
from translator_desk.text.normalize import lowered
from translator_desk.text.scripts import simplify

_CAPITALISED = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:['’][^\W\d_]+)*")
_NOT_ASCII_WORDS = re.compile(r"[0-9a-z\u00df-\u024f]+")
_POSSESSIVE = re.compile(r"'s(?![a-z])")
_PLAIN = bytes(code if chr(code).isalnum() and code < 128 else 0x20 for code in range(256))
_SHORT_WORD = 3
_SLIP = 2
_WORTH_JOINING = 50
"""To look for a word in a text takes as long as to pass over so many numbers of texts that hold it."""
_MOST_EDITED = 500
"""Segments edited since the texts were joined, beyond which they are joined anew."""

Between = Callable[[], None]
"""Called between two small steps of a long search: whoever searches may let others in there, or raise to stop."""


def at_once() -> None:
    """Search in one go."""


def plain_words(low: str) -> list[str]:
    """Return the words of a text made by ``lowered``, without apostrophes and possessives: "xian" for "Xi'an's"."""
    if "'" in low:
        low = _POSSESSIVE.sub("", low).replace("'", "")
    if low.isascii():
        return low.encode("ascii").translate(_PLAIN).decode("ascii").split()
    return _NOT_ASCII_WORDS.findall(low)


class Texts:
    """The texts by their words; an edited text gets a number of its own, and its old number is void."""

    def __init__(self, texts: Iterable[tuple[SegmentId, str, str]]) -> None:
        """Take (segment, simplified source, target) of all segments."""
        self._ids: list[SegmentId] = []
        self._numbers: dict[SegmentId, int] = {}
        self._void: set[int] = set()
        self._targets: list[str] = []
        self._having: dict[str, array[int]] = {}
        self._sorted: list[str] = []
        self._capitalised: set[str] = set()
        self._names: defaultdict[int, set[str]] = defaultdict(set)
        self._near: dict[str, list[str]] = {}
        self._edited: dict[SegmentId, str] = {}
        sources: list[str] = []
        for key, source, target in texts:
            sources.append(source)
            self._add(key, target)
        self._source = _Joined(sources)

    def _add(self, key: SegmentId, target: str) -> None:
        number = len(self._targets)
        self._ids.append(key)
        if key in self._numbers:
            self._void.add(self._numbers[key])
        self._numbers[key] = number
        low = lowered(target)
        self._targets.append(low)
        having = self._having
        for word in set(plain_words(low)):
            numbers = having.get(word)
            if numbers is None:
                numbers = having[word] = array("I")
                if self._sorted:
                    insort(self._sorted, word)
            numbers.append(number)
        fresh = set(_CAPITALISED.findall(target)).difference(self._capitalised)
        if fresh:
            self._capitalised |= fresh
            self._near.clear()
            for one in fresh:
                for plain in plain_words(lowered(one)):
                    self._names[len(plain)].add(plain)

    def __len__(self) -> int:
        return len(self._numbers)

    def segments(self) -> set[SegmentId]:
        """Return all segments."""
        return set(self._numbers)

    @property
    def worn(self) -> bool:
        """Whether so much was edited that joining anew is quicker."""
        return len(self._edited) > _MOST_EDITED

    def replace(self, key: SegmentId, source: str, target: str) -> None:
        """Take a segment as it is now."""
        self._edited[key] = source
        self._add(key, target)

    def remove(self, key: SegmentId) -> None:
        """Take a segment out."""
        self._edited[key] = ""
        if key in self._numbers:
            self._void.add(self._numbers.pop(key))

    def with_source(self, words: str) -> Iterator[SegmentId]:
        """Yield the segments whose Chinese holds ``words``, simplified."""
        for number in self._source.holding(words):
            if self._ids[number] not in self._edited:
                yield self._ids[number]
        for key, source in self._edited.items():
            if words in source:
                yield key

    def with_form(self, form: Rendering) -> Iterator[SegmentId]:
        """Yield the segments that hold an English form in any inflection; letter case does not matter here."""
        stems = form.stems
        for key, text in self._with_beginnings(stems or lowered(form.form).split()):
            if form.case_sensitive or not stems or form.find(text, text):
                yield key

    def with_words(self, words: str) -> Iterator[SegmentId]:
        """Yield the segments that hold ``words``, made by ``lowered``."""
        for key, text in self._with_beginnings(words.split()):
            if words in text:
                yield key

    def with_letters(self, firsts: Iterable[str], letters: Sequence[str]) -> Iterator[SegmentId]:
        """Yield the segments with one of ``firsts`` as a word and some of ``letters``, whatever stands between them."""
        for key, text in self._standing(self._numbers_of(firsts)):
            squeezed = "".join(plain_words(text))
            if any(one in squeezed for one in letters):
                yield key

    def with_one_like(self, word: str) -> Iterator[SegmentId]:
        """Yield the segments that hold a plain word, or one nearly like it that has a capital somewhere."""
        near = {*self._like(word), word}
        yield from (key for key, _ in self._standing(self._numbers_of(near)))

    def with_two_like(self, one: str, other: str) -> Iterator[SegmentId]:
        """Yield the segments with two plain words side by side of which one is as given and the other nearly so."""
        for whole, like, step in ((one, other, 1), (other, one, -1)):
            near = set(self._like(like))
            here = self._numbers_of((whole,)) & self._numbers_of(near)
            for key, text in self._standing(here):
                words = ["", *plain_words(text), ""]
                if any(word == whole and words[at + step] in near for at, word in enumerate(words)):
                    yield key

    def _numbers_of(self, words: Iterable[str]) -> set[int]:
        """Return the numbers of the texts that hold one of some plain words."""
        return {number for word in words for number in self._having.get(word, ())}

    def _standing(self, numbers: set[int]) -> Iterator[tuple[SegmentId, str]]:
        """Yield segment and text of the numbers that are not void, each once."""
        for number in numbers - self._void:
            yield self._ids[number], self._targets[number]

    def _with_beginnings(self, beginnings: Sequence[str]) -> Iterator[tuple[SegmentId, str]]:
        """Yield the segments that hold all of ``beginnings``, each that of a word in small letters."""
        pieces = filter(None, (max(plain_words(one), key=len, default="") for one in beginnings))
        rows = [[self._having[word] for word in self._words_from(piece)] for piece in pieces]
        rows.sort(key=lambda row: sum(map(len, row)))
        if rows:
            numbers = set(chain.from_iterable(rows[0]))
            for row in rows[1:]:
                if sum(map(len, row)) > _WORTH_JOINING * len(numbers):
                    break
                numbers.intersection_update(chain.from_iterable(row))
        else:
            numbers = set(range(len(self._targets))) if beginnings else set()
        for key, text in self._standing(numbers):
            if all(one in text for one in beginnings):
                yield key, text

    def _words_from(self, beginning: str) -> list[str]:
        """Return the words that begin so."""
        if not self._sorted:
            self._sorted = sorted(self._having)
        first = bisect_left(self._sorted, beginning)
        last = bisect_left(self._sorted, f"{beginning}\uffff", first)
        return self._sorted[first:last]

    def _like(self, word: str) -> list[str]:
        """Return the capitalised words of the project, plain, that are one or two letters away from a word, or are it."""
        near = self._near.get(word)
        if near is None:
            # Two letters changed in a short word make another word.
            most = _SLIP if len(word) > _SHORT_WORD else 1
            near = self._near[word] = [
                one
                for size in range(len(word) - most, len(word) + most + 1)
                if size in self._names
                for one, _, _ in extract(word, self._names[size], scorer=OSA.distance, score_cutoff=most, limit=None)
            ]
        return near


def texts_of(checked: Callable[[], Mapping[SegmentId, Segment]], between: Between = at_once) -> Texts:
    """Join both sides of the segments; those that others change between the steps count as they are at the end."""
    joined = checked()

    def sides() -> Iterator[tuple[SegmentId, str, str]]:
        for key, segment in joined.items():
            between()
            yield key, simplify(segment.source), segment.target

    texts = Texts(sides())
    now = checked()
    for key in joined.keys() - now.keys():
        texts.remove(key)
    for key, segment in now.items():
        if joined.get(key) is not segment:
            texts.replace(key, simplify(segment.source), segment.target)
    return texts


class _Joined:
    """Texts in one string, with the way back from a place to the number of its text."""

    def __init__(self, texts: list[str]) -> None:
        self._text = "\n".join(texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]

    def holding(self, words: str) -> Iterator[int]:
        """Yield the numbers of the texts that hold ``words``, each once."""
        at = self._text.find(words)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = self._text.find(words, self._starts[number + 1] - 1)
