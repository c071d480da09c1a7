"""The English words that render a term in its places, and the few renderings that cover them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from translator_desk.glossary.mining_text import EnWord, stop_words

_OUTSIDE = 0.4
_LEAST = 0.1
_STOP_MOST = 0.05
_LONGEST = 10
_LONGEST_KEY = 7
_SPANS = 3
_BREAK = " | "
_MOST_RENDERINGS = 8
_FEWEST_BESIDE = 2
_SHARE_BESIDE = 0.6
_LEAST_BESIDE = 0.12
_MORE_THAN_OUTSIDE = 0.9
_MOST_OCCURRENCES = 40
"""Places of a term that are looked at closely; the others are searched for what was found in these."""


class Occurrence(NamedTuple):
    """One place of a term: segment, words of the term, the English words, and how surely each renders each."""

    segment: int
    first: int
    last: int
    words: Sequence[EnWord]
    surety: Any


class _Span(NamedTuple):
    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True)
class Phrases:
    """The English of all segments as phrases.

    Attributes:
        texts: The words of each segment with a space around each, broken where no phrase goes on.
        counts: In how many segments a phrase stands.
    """

    texts: tuple[str, ...]
    counts: Mapping[str, int]

    def count(self, key: str) -> int:
        """Return in how many segments a phrase stands."""
        found = self.counts.get(key)
        return sum(f" {key} " in text for text in self.texts) if found is None else found


def phrases_of(segments: Sequence[Sequence[EnWord]]) -> Phrases:
    """Return the phrases of all segments: up to seven words, no stop word at either end, over no hard break."""
    counts: Counter[str] = Counter()
    texts = []
    stops = stop_words()
    for words in segments:
        here: set[str] = set()
        for first, one in enumerate(words):
            if one.norm in stops:
                continue
            key = ""
            for last in range(first, min(first + _LONGEST_KEY, len(words))):
                if last > first and words[last].hard:
                    break
                key = f"{key} {words[last].norm}" if key else words[last].norm
                if words[last].norm not in stops:
                    here.add(key)
        counts.update(here)
        texts.append("".join((_BREAK if word.hard else " ") + word.norm for word in words) + " ")
    return Phrases(tuple(texts), counts)


def renderings_of_term(occurrences: Sequence[Occurrence], phrases: Phrases) -> list[tuple[str, dict[int, range]]]:
    """Return the renderings of a term, the commonest first, each with the segments it covers and its place in them.

    A segment belongs to the first rendering that stands in it.
    """
    scores: defaultdict[str, list[float]] = defaultdict(list)
    own: defaultdict[str, dict[int, _Span]] = defaultdict(dict)
    step = -(-len(occurrences) // _MOST_OCCURRENCES) or 1
    by_segment = {occurrence.segment: occurrence for occurrence in reversed(occurrences)}
    for occurrence in occurrences[::step]:
        for span in _spans(occurrence):
            key = " ".join(word.norm for word in occurrence.words[span.first : span.last])
            scores[key].append(span.score)
            own[key].setdefault(occurrence.segment, span)
    open_segments = set(by_segment)
    total = len(open_segments)
    found: list[tuple[str, dict[int, range]]] = []
    while open_segments and len(found) < _MOST_RENDERINGS:
        best, best_value = "", 0.0
        for key, spans in own.items():
            if open_segments.isdisjoint(spans):
                continue
            cover = sum(f" {key} " in phrases.texts[number] for number in open_segments)
            dice = 2 * min(cover, total) / (total + phrases.count(key))
            value = max(cover, 1) * float(np.mean(scores[key])) * (0.3 + dice)
            if value > best_value:
                best, best_value = key, value
        if not best:
            break
        best = _lengthened(best, [by_segment[number] for number in sorted(open_segments)])
        standing = {number: _place(best, by_segment[number].words) for number in sorted(open_segments)}
        places = {number: place for number, place in standing.items() if place is not None}
        if not places:
            del own[best]
            continue
        found.append((best, places))
        open_segments -= places.keys()
    return sorted(found, key=lambda one: -len(one[1]))


def _lengthened(key: str, occurrences: Sequence[Occurrence]) -> str:
    """Return a rendering with the words that stand beside it in most places and speak for the term: no cut tails."""
    while len(key.split()) < _LONGEST_KEY:
        beside: defaultdict[tuple[str, bool], list[tuple[float, float]]] = defaultdict(list)
        places = 0
        for occurrence in occurrences:
            first = _first_word(key, occurrence.words)
            if first is None:
                continue
            places += 1
            inside, outside = _sides(occurrence)
            last = first + len(key.split())
            for at, before in ((first - 1, True), (last, False)):
                if 0 <= at < len(occurrence.words) and not occurrence.words[first if before else last].hard:
                    beside[occurrence.words[at].norm, before].append((float(inside[at]), float(outside[at])))
        fitting = [
            (len(found), word, before)
            for (word, before), found in beside.items()
            if word not in stop_words()
            and len(found) >= max(_FEWEST_BESIDE, _SHARE_BESIDE * places)
            and (speaks := sum(one for one, _ in found) / len(found)) >= _LEAST_BESIDE
            and speaks > _MORE_THAN_OUTSIDE * sum(other for _, other in found) / len(found)
        ]
        if not fitting:
            break
        _, word, before = max(fitting)
        key = f"{word} {key}" if before else f"{key} {word}"
    return key


def _sides(occurrence: Occurrence) -> tuple[Any, Any]:
    """Return how surely each English word renders a word of the term, and a word outside it."""
    surety = occurrence.surety
    inner = surety[occurrence.first : occurrence.last]
    inside = 1 - np.prod(1 - np.clip(inner, 0, 1), axis=0)
    rest = np.delete(surety, np.s_[occurrence.first : occurrence.last], axis=0)
    return inside, rest.max(axis=0) if rest.size else np.zeros(surety.shape[1])


def _spans(occurrence: Occurrence) -> list[_Span]:
    """Return the best disjoint stretches of English words for one place of a term."""
    if not occurrence.surety.size:
        return []
    inside, outside = _sides(occurrence)
    weights = inside - _OUTSIDE * outside - _LEAST
    stops = stop_words()
    for at, word in enumerate(occurrence.words):
        if word.norm in stops:
            weights[at] = min(max(weights[at], -_LEAST), _STOP_MOST)
    spans: list[_Span] = []
    taken = np.zeros(len(weights), bool)
    for _ in range(_SPANS):
        span = _best(weights, occurrence.words, taken, stops)
        if span is None:
            break
        spans.append(span)
        taken[span.first : span.last] = True
    return spans


def _best(weights: Any, words: Sequence[EnWord], taken: Any, stops: frozenset[str]) -> _Span | None:
    """Return the stretch of the largest sum: content words at its ends, over no hard break."""
    best: _Span | None = None
    for first in range(len(words)):
        if taken[first] or words[first].norm in stops or weights[first] <= 0:
            continue
        total = 0.0
        for last in range(first, min(first + _LONGEST, len(words))):
            if taken[last] or (last > first and words[last].hard):
                break
            total += float(weights[last])
            if words[last].norm not in stops and total > 0 and (best is None or total > best.score):
                best = _Span(first, last + 1, total)
    return best


def _place(key: str, words: Sequence[EnWord]) -> range | None:
    """Return the code points at which a phrase stands first."""
    first = _first_word(key, words)
    return None if first is None else range(words[first].start, words[first + len(key.split()) - 1].end)


def _first_word(key: str, words: Sequence[EnWord]) -> int | None:
    """Return the number of the word at which a phrase stands first."""
    wanted = key.split()
    for first in range(len(words) - len(wanted) + 1):
        stretch = words[first : first + len(wanted)]
        if [word.norm for word in stretch] == wanted and not any(word.hard for word in stretch[1:]):
            return first
    return None
