"""Which segments a change of the term base bears on, found without checking them all.

The answer may hold too many segments, never too few: a form in any inflection, a name one or two letters away, a word
of it that an issue speaks of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, product

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.renderings import renderings_of
from translator_desk.glossary.source_index import source_forms
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import SegmentId
from translator_desk.model.segment import Segment
from translator_desk.text.inflection import Rendering
from translator_desk.text.normalize import lowered
from translator_desk.text.scripts import simplify

_WORD = re.compile(r"[^\W\d_]+")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][^\W\d_]+")
_SHORT_WORD = 3
_SLIP = 2
_BLOCK = 500
_MOST_EDITED = 500
"""Segments edited since the texts were joined, beyond which they are joined anew."""

Between = Callable[[], None]
"""Called between two small steps of a long search: whoever searches may let others in there, or raise to stop."""


def at_once() -> None:
    """Search in one go."""


@dataclass(frozen=True, slots=True)
class EntryChanges:
    """What to look for after a change of the term base.

    Attributes:
        source: Chinese forms, simplified.
        forms: English forms, accepted or to avoid.
        names: Names concerned, each as its words in lower case, which may stand misspelt in a target.
        words: All words of the English forms in lower case.
        kinds: Kinds of the entries.
    """

    source: frozenset[str]
    forms: tuple[Rendering, ...]
    names: frozenset[tuple[str, ...]]
    words: frozenset[str]
    kinds: frozenset[Kind]


def changed_entries(before: Iterable[TermBase], now: TermBase, between: Between = at_once) -> EntryChanges:
    """Return what differs between term bases and the one now in force."""
    source: set[str] = set()
    forms: dict[str, Rendering] = {}
    names: set[tuple[str, ...]] = set()
    kinds: set[Kind] = set()
    for old in before:
        for pair in now.changed_since(old):
            between()
            for base, entry in zip((old, now), pair, strict=True):
                if entry is None:
                    continue
                kinds.add(entry.kind)
                source.update(source_forms(entry))
                found = _renderings(base, entry)
                forms.update((form.form, form) for form in found)
                if entry.kind in (Kind.PERSON, Kind.PLACE):
                    names.update(tuple(_WORD.findall(form.form.lower())) for form in found)
    words = frozenset(word for form in forms for word in _WORD.findall(form.lower()))
    return EntryChanges(frozenset(source), tuple(forms.values()), frozenset(names), words, frozenset(kinds))


def _renderings(term_base: TermBase, entry: Entry) -> list[Rendering]:
    forms = renderings_of(term_base).of(entry)
    return [*forms.accepted, *forms.short, *(rendering for _, rendering in forms.avoid)]


class Texts:
    """Both sides of a project joined, so that one search is a few ``str.find``; edits since lie beside them.

    The targets lie in blocks with the words of each: most words stand in few blocks, so a search reads a small part.
    """

    def __init__(self, texts: Iterable[tuple[SegmentId, str, str]]) -> None:
        """Take (segment, simplified source, target) of all segments."""
        self._ids: list[SegmentId] = []
        sources: list[str] = []
        self._blocks: list[_Joined] = []
        self._blocks_of: dict[str, list[int]] = defaultdict(list)
        names: set[str] = set()
        rows = iter(texts)
        while block_rows := tuple(islice(rows, _BLOCK)):
            self._ids += (key for key, _, _ in block_rows)
            sources += (source for _, source, _ in block_rows)
            targets = [target for _, _, target in block_rows]
            names.update(word.lower() for word in set(_CAPITALISED.findall("\n".join(targets))))
            block = _Joined([lowered(target) for target in targets])
            for word in set(block.text.split()):
                self._blocks_of[word].append(len(self._blocks))
            self._blocks.append(block)
        self._source = _Joined(sources)
        self._names = list(names)
        self._vocabulary = _Joined(list(self._blocks_of))
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

    def touched_by(self, changes: EntryChanges, between: Between = at_once) -> set[SegmentId]:
        """Return the segments on which the changes may bear."""
        numbers: set[int] = set()
        for spelling in changes.source:
            between()
            numbers.update(self._source.holding(spelling))
        for form in changes.forms:
            between()
            numbers.update(self._rendered(form))
        for name in changes.names:
            between()
            numbers.update(self._misspelt(name))
        touched = self._standing(numbers)
        for key, (source, target) in tuple(self._edited.items()):
            between()
            if any(form in source for form in changes.source) or any(
                form.find(lowered(target), target) for form in changes.forms
            ):
                touched.add(key)
            words = set(_WORD.findall(target.lower()))
            if any(all(_near(part, words) for part in parts) for name in changes.names for parts in _ways(name)):
                touched.add(key)
        return touched

    def _rendered(self, form: Rendering) -> Iterator[int]:
        """Yield the texts that hold the form in any inflection; letter case does not matter here."""
        for number, text in self._with_letters(form.stems):
            if form.case_sensitive or form.find(text, text):
                yield number

    def _with_letters(self, letters: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Yield number and text of the targets that hold all of ``letters`` (lower case, no white space)."""
        if not letters:
            return
        for at in sorted(set.intersection(*map(self._blocks_with, letters))):
            block = self._blocks[at]
            for number in block.holding(letters[0]):
                text = block.texts[number]
                if all(one in text for one in letters):
                    yield at * _BLOCK + number, text

    def _blocks_with(self, letters: str) -> set[int]:
        words = self._vocabulary.texts
        return {at for number in self._vocabulary.holding(letters) for at in self._blocks_of[words[number]]}

    def _misspelt(self, name: tuple[str, ...]) -> set[int]:
        """Return the texts that hold a capitalised word near each word of the name."""
        near = [[_near(part, self._names) for part in parts] for parts in _ways(name)]
        ways = (way for parts in near for way in product(*parts))
        return {number for way in ways for number, _ in self._with_letters(way)}

    def holding(self, spellings: Iterable[str]) -> set[SegmentId]:
        """Return the segments whose target holds one of the spellings, in any case."""
        wanted = {words for spelling in spellings if (words := lowered(spelling).strip())}
        found = ((number, text, one) for one in wanted for number, text in self._with_letters(one.split()))
        held = self._standing(number for number, text, one in found if one in text)
        held.update(key for key, (_, target) in self._edited.items() if any(one in lowered(target) for one in wanted))
        return held

    def _standing(self, numbers: Iterable[int]) -> set[SegmentId]:
        return {key for number in numbers if (key := self._ids[number]) not in self._edited}


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


def has_moved(before: Entry | None, now: Entry | None) -> bool:
    """Return whether an entry stands elsewhere in its file than before: issues name the place."""
    return before is not now and before is not None and now is not None and before.origin != now.origin


def _ways(name: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return the ways a name's words may be written: apart, or all in one."""
    return {name, ("".join(name),)} if name else set()


def _near(name: str, words: Collection[str]) -> list[str]:
    # Two letters changed in a short word make another word.
    most = _SLIP if len(name) > _SHORT_WORD else 1
    return [word for word, _, _ in extract(name, words, scorer=OSA.distance, score_cutoff=most, limit=None)]


class _Joined:
    """Texts in one string, with the way back from a place to the number of its text."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.text = "\n".join(texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]

    def holding(self, words: str) -> Iterator[int]:
        """Yield the numbers of the texts that hold ``words``, each once."""
        at = self.text.find(words)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = self.text.find(words, self._starts[number + 1] - 1)
