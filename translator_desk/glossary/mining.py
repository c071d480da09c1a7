"""Terms that a project uses again and again without an entry, with the renderings met.

Chinese words that recur together are candidates; a small aligner that learns from the project itself tells their
renderings; a candidate that is rendered the same way again and again is a term.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translator_desk.glossary.mining_text import (
    EnWord,
    ZhWord,
    chinese_words,
    english_words,
    is_common,
    is_usual,
    may_be_term,
    stop_words,
)
from translator_desk.glossary.source_index import source_forms
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.pinyin import readings

if TYPE_CHECKING:
    from translator_desk.glossary.mining_spans import Phrases

FEWEST = 3
"""Segments in which a term must stand."""
MOST_SEGMENTS = 5_000
"""Of a larger project every n-th segment is read: what recurs recurs there too."""
_MOST_WORDS = 6
_LONGEST = 12
_ONE_NEIGHBOUR = 0.9
_FEWEST_FOR_NEIGHBOUR = 4
_PINYIN = 0.5
_MOST_SHOWN = 6
_FEWEST_UNUSUAL = 4
_SHARE_UNUSUAL = 0.8
_JUDGED_FOR_ONE = 3
"""Candidates whose renderings are looked for, for each that is wanted."""


@dataclass(frozen=True, slots=True)
class RenderingMet:
    """A rendering of a term.

    Attributes:
        en: As it is spelt most often.
        segments: Where it stands, by the keys given.
    """

    en: str
    segments: tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term without an entry.

    Attributes:
        zh: The term, simplified.
        segments: Where it stands, by the keys given.
        renderings: The renderings met, the commonest first; places without any are in none.
        score: Higher for what is more surely a term.
    """

    zh: str
    segments: tuple[Hashable, ...]
    renderings: tuple[RenderingMet, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Read:
    key: Hashable
    zh: list[ZhWord]
    en: list[EnWord]
    target: str


def mine(
    segments: Iterable[tuple[Hashable, str, str]],
    term_base: TermBase,
    most: int = 200,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Candidate, ...]:
    """Return the terms of a project that have no entry, the surest first.

    Args:
        segments: Key, Chinese and English of each; those that lack one of the two are passed over.
        term_base: Terms known already; they are left out and help the aligner.
        most: At most so many.
        stopped: Asked now and then; where it says yes, what was found so far is returned.
    """
    rows = [row for row in segments if row[1].strip() and row[2].strip()]
    step = -(-len(rows) // MOST_SEGMENTS) or 1
    read = [_Read(key, chinese_words(zh), english_words(en), en) for key, zh, en in rows[::step]]
    found = _candidates([one.zh for one in read])
    known = {form for entry in term_base.entries for form in source_forms(entry)}
    values = _c_values(found)
    wanted = [term for term, value in values.items() if value > 0 and term not in known]
    if not wanted or stopped():
        return ()
    pairs = [([word.text for word in one.zh], [word.norm for word in one.en]) for one in read]
    # Lazily: they load numpy, which must not hold up the first paint.
    from translator_desk.glossary.mining_align import align_words
    from translator_desk.glossary.mining_spans import phrases_of

    matrices = align_words(pairs, _known_pairs(term_base, {word for zh, _ in pairs for word in zh}))
    phrases = phrases_of([one.en for one in read])
    candidates = []
    for term in sorted(wanted, key=lambda term: -values[term])[: _JUDGED_FOR_ONE * most]:
        if stopped():
            break
        candidate = _judged(term, found[term], values[term], read, matrices, phrases)
        if candidate is not None:
            candidates.append(candidate)
    return tuple(sorted(candidates, key=lambda one: -one.score)[:most])


def _candidates(texts: Sequence[Sequence[ZhWord]]) -> dict[str, list[tuple[int, int, int]]]:
    """Return runs of words that stand in enough segments: (segment, first word, behind the last) of each place."""
    places: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, words in enumerate(texts):
        for first in range(len(words)):
            text = ""
            for last in range(first, min(first + _MOST_WORDS, len(words))):
                if last > first and words[last].start != words[last - 1].end:
                    break
                text += words[last].text
                if len(text) > _LONGEST:
                    break
                places[text].append((number, first, last + 1))
    found = {}
    for text, where in places.items():
        if len(where) < FEWEST or len(text) < 2 or text.isascii() or len({number for number, _, _ in where}) < FEWEST:
            continue
        number, first, last = where[0]
        if may_be_term(texts[number][first:last]) and not _has_one_neighbour(where, texts):
            found[text] = where
    return found


def _has_one_neighbour(where: Sequence[tuple[int, int, int]], texts: Sequence[Sequence[ZhWord]]) -> bool:
    """Whether the same word stands beside it nearly everywhere: then the term is longer."""
    if len(where) < _FEWEST_FOR_NEIGHBOUR:
        return False
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for number, first, last in where:
        words = texts[number]
        if first and words[first - 1].end == words[first].start:
            before[words[first - 1].text] += 1
        if last < len(words) and words[last - 1].end == words[last].start:
            after[words[last].text] += 1
    return any(side and max(side.values()) > _ONE_NEIGHBOUR * len(where) for side in (before, after))


def _c_values(found: dict[str, list[tuple[int, int, int]]]) -> dict[str, float]:
    """Return how much each run is a term of its own and no part of longer ones."""
    inside: defaultdict[str, list[int]] = defaultdict(list)
    for text, where in found.items():
        for start in range(len(text)):
            for end in range(start + 2, len(text) + 1):
                part = text[start:end]
                if part != text and part in found:
                    inside[part].append(len(where))
    return {
        text: math.log2(len(text)) * (len(where) - (sum(inside[text]) / len(inside[text]) if text in inside else 0))
        for text, where in found.items()
    }


def _judged(
    term: str,
    where: Sequence[tuple[int, int, int]],
    value: float,
    read: Sequence[_Read],
    matrices: Sequence[tuple[object, object]],
    phrases: Phrases,
) -> Candidate | None:
    from translator_desk.glossary.mining_spans import Occurrence, renderings_of_term  # lazily, see ``mine``

    occurrences = [
        Occurrence(number, first, last, read[number].en, matrices[number][0]) for number, first, last in where
    ]
    met = renderings_of_term(occurrences, phrases)
    if not met:
        return None
    best_key, best_places = met[0]
    segments = tuple(dict.fromkeys(number for number, _, _ in where))
    renderings = tuple(
        RenderingMet(
            Counter(read[number].target[span.start : span.stop] for number, span in places.items()).most_common(1)[0][
                0
            ],
            tuple(read[number].key for number in places),
        )
        for _, places in met[:_MOST_SHOWN]
    )
    best_key, best_places = met[0]
    if is_common(term) and (is_usual(term, renderings[0].en) or not _stands_out(len(best_places), len(segments))):
        return None
    dice = 2 * len(best_places) / (len(segments) + phrases.count(best_key))
    words = sum(word not in stop_words() for word in best_key.split())
    score = value * (0.3 + dice) * math.sqrt(min(2, max(words, 1)))
    return Candidate(term, tuple(read[number].key for number in segments), renderings, score)


def _stands_out(places: int, segments: int) -> bool:
    """Whether a common word is rendered unusually so often and so steadily that it is a term here."""
    return places >= _FEWEST_UNUSUAL and places >= _SHARE_UNUSUAL * segments


def _known_pairs(term_base: TermBase, words: set[str]) -> dict[tuple[str, str], float]:
    """Return what the term base and pinyin know of word pairs."""
    pairs: dict[tuple[str, str], float] = {}
    for entry in term_base.entries:
        for zh in source_forms(entry):
            parts = [zh] if zh in words else [word.text for word in chinese_words(zh)] if len(zh) > 2 else []
            for form in entry.accepted:
                english = [word.norm for word in english_words(form)]
                for part in parts:
                    if part in words:
                        for word in english:
                            pairs[part, word] = max(pairs.get((part, word), 0), 1 / max(len(english), 1) ** 0.7)
    for word in words:
        if 2 <= len(word) <= 4 and all(readings(ch) for ch in word):
            pairs[word, "".join(readings(ch)[0] for ch in word)] = _PINYIN
    return pairs
