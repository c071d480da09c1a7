"""Whether a stretch of the source has no counterpart in the target: by what it says, never by its length alone.

Figures, terms, places, persons, Latin words and common words of the Chinese are looked for in the English. Each that
is not there speaks for a gap and each that is there against it, with the weight of its kind; the gap is the stretch
for which most speaks. A gap is reported only where the English leaves room for one: a full sentence whose words are
rendered freely has the usual length, one that lost a part is shorter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from translator_desk.checks.base import Facts
from translator_desk.checks.figure_facts import figures, plain_figures
from translator_desk.checks.name_facts import name_runs
from translator_desk.checks.term_facts import places_by_entry, rendered_spans, source_hits
from translator_desk.glossary.matcher import Hit, Search, overlapping_searches
from translator_desk.text.lexicon import lexicon_rows, words_of
from translator_desk.text.names import NameRun, foreign_sounds, place_table
from translator_desk.text.pinyin import split_syllables
from translator_desk.text.scripts import HAN_RANGES
from translator_desk.text.sounds import heard
from translator_desk.text.span import Span

_SHORTEST = 6
_MOST_ROOM = 3.5
"""English characters for one Han character at which nothing is looked for: there is no room for a gap."""
_USUAL = 3.0
_ROOM = 4.0
"""How much evidence one English character more for each Han character outweighs."""
_ENOUGH = 5.3
_LEAST = 3.0
_SENTENCE_FEWER = 1.5
"""Evidence that a sentence less in the English is worth."""
_MOST_OF_ALL = 0.92
_ENOUGH_FOR_ALL = 7.0
_OTHER_CHARACTERS = 0.3
_HAN = re.compile(f"[{HAN_RANGES}]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_CLAUSE_END = re.compile(r"(?:[，；。！？;!?…—\n]|[,：](?!\d))+")
_SENTENCE_END = re.compile(r"[。！？!?…\n]")
_ENGLISH_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")
_TITLE = re.compile("《[^》]*》")
_QUOTES = '“”‘’"《》「」（）() '
_NO_WORDS = _QUOTES + "。！？!?…\n"


class _Weight(NamedTuple):
    """How much one piece of evidence speaks for a gap where it is absent, and against one where it is there."""

    absent: float
    present: float


_FIGURE = _Weight(2.0, 2.0)
_NAME = _Weight(2.0, 2.0)
_PERSON = _Weight(0.0, 2.0)
_TERM = _Weight(1.6, 2.0)
_WORD = _Weight(1.6, 1.8)
_LIGHT = _Weight(0.6, 0.6)


class _Item(NamedTuple):
    start: int
    end: int
    absent: bool
    weight: _Weight
    key: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of the source without a counterpart.

    Attributes:
        span: Its clauses, in the source.
        words: The words that are not in the target.
        strength: How much speaks for the gap.
        sentence: Whether it holds a whole sentence beside others.
    """

    span: Span
    words: tuple[str, ...]
    strength: float
    sentence: bool


def gap(facts: Facts) -> Gap | None:
    """Return the stretch of the source that is most likely missing, None where nothing is."""
    source, target = facts.source, facts.target
    if len(source) < _SHORTEST or len(target) > _MOST_ROOM * len(source) or not target.strip():
        return None
    room = _characters_per_han(source, target)
    if room > _MOST_ROOM:
        return None
    enough = max(_LEAST, _ENOUGH + _ROOM * (room - _USUAL))
    if _has_fewer_sentences(source, target):
        enough = max(_LEAST, enough - _SENTENCE_FEWER)
    words = _words(source, target)
    if _most_possible(facts, words) < enough:
        return None
    items = sorted([*_others(facts), *words])
    best = _strongest(items)
    if best is None or best[0] < enough:
        return None
    strength, chosen = best
    absent = [one for one in chosen if one.absent]
    span = _clauses(source, absent[0].start, absent[-1].end)
    if len(span) > _MOST_OF_ALL * len(source.strip(_QUOTES)) and strength < _ENOUGH_FOR_ALL:
        return None  # no part is missing: the whole is rendered freely
    missing = tuple(dict.fromkeys(source[one.start : one.end] for one in absent))
    return Gap(span, missing, strength, _holds_sentence(source, span))


def _has_fewer_sentences(source: str, target: str) -> bool:
    return len(_sentences(source)) > 1 + sum(1 for _ in _ENGLISH_END.finditer(target.rstrip()))


def _characters_per_han(source: str, target: str) -> float:
    han = len("".join(_HAN.findall(source)))
    return len(target) / (han + _OTHER_CHARACTERS * (len(source) - han))


def _words(source: str, target: str) -> list[_Item]:
    """Return the common words, places and Latin words of the source."""
    words = words_of(target)
    search, kinds = _search()
    found: list[_Item] = []
    at = 0
    for start, end, number in sorted(search(source), key=_first_and_longest):
        if start >= at:
            at = end
            if _is_in_a_name(source, start, end):
                continue
            weight, beginnings = kinds[number]
            absent = True
            for one in beginnings:
                if one in words:
                    absent = False
                    break
            word = source[start:end]
            found.append(_Item(start, end, absent and word not in target, weight, word))
    if not source.isascii():
        for match in _LATIN.finditer(source):
            found.append(_Item(match.start(), match.end(), match[0].lower() not in words, _FIGURE, match[0]))
    return found


def _is_in_a_name(source: str, start: int, end: int) -> bool:
    """Whether a word is part of a title (《周六夜现场》) or of a foreign name (the 马 of 马特·达蒙): it speaks of nothing."""
    if "《" in source and any(match.start() < start and end < match.end() for match in _TITLE.finditer(source)):
        return True
    if "·" not in source:
        return False
    sounds = foreign_sounds()
    if not sounds.issuperset(source[start:end]):
        return False
    while end < len(source) and source[end] in sounds:
        end += 1
    while start and source[start - 1] in sounds:
        start -= 1
    return source[end : end + 1] == "·" or source[start - 1 : start] == "·"


def _first_and_longest(hit: Hit) -> tuple[int, int]:
    return hit[0], -hit[1]


def _most_possible(facts: Facts, words: Sequence[_Item]) -> float:
    """Return what the evidence could come to if all that is not looked up yet were absent."""
    most = sum([one.weight.absent for one in words if one.absent])
    most += _TERM.absent * len(facts.of(source_hits))
    return most if facts.of(plain_figures) else most + _FIGURE.absent * len(facts.of(figures).lost)


def _others(facts: Facts) -> Iterator[_Item]:
    """Yield the terms, figures and persons of the source; only terms with a rendering to look for count."""
    source = facts.source
    rendered = facts.of(rendered_spans)
    for key, (entry, spans) in facts.of(places_by_entry).items():
        if entry.en:
            for span in spans:
                absent = not rendered[key] and span.of(source) not in facts.target
                yield _Item(span.start, span.end, absent, _TERM, key)
    found = facts.of(figures)
    for quantity in found.lost:
        if quantity.firm and not _is_in_a_name(source, quantity.start, quantity.end):
            yield _Item(quantity.start, quantity.end, True, _FIGURE, f"{quantity.low}")
    for pair in (*found.agreed, *found.altered):
        quantity = found.source[pair.source]
        yield _Item(quantity.start, quantity.end, False, _FIGURE, "")
    for run in facts.of(name_runs):
        for at in _persons(source, run):
            yield _Item(at, at + 1, False, _PERSON, "")


@cache
def _search() -> tuple[Search, Sequence[tuple[_Weight, tuple[str, ...]]]]:
    """Return what finds the words of the lexicon and places, with weight and renderings of each."""
    kinds = {word: (_LIGHT if light else _WORD, beginnings) for word, beginnings, light in lexicon_rows()}
    for place, forms in place_table().items():
        kinds[place] = (_NAME, tuple(words_of(form).rstrip() for form in forms))
    return overlapping_searches(tuple(kinds))[0], tuple(kinds.values())


def _persons(source: str, run: NameRun) -> Iterator[int]:
    for surname in split_syllables(run.surname.lower()):
        for given in split_syllables(run.given.lower()):
            yield from heard(source, (*surname, *given))


def _strongest(items: Sequence[_Item]) -> tuple[float, list[_Item]] | None:
    """Return the run of items for which most speaks, with its strength; the same word counts once."""
    best: tuple[float, int, int] = (0.0, 0, 0)
    sum_here, begin = 0.0, 0
    seen: set[str] = set()
    for index, one in enumerate(items):
        if sum_here <= 0:
            sum_here, begin = 0.0, index
        if one.absent and one.key in seen:
            continue
        seen.add(one.key)
        sum_here += one.weight.absent if one.absent else -one.weight.present
        if sum_here > best[0]:
            best = (sum_here, begin, index + 1)
    strength, start, end = best
    chosen = list(items[start:end])
    return (strength, chosen) if any(one.absent for one in chosen) else None


def _clauses(source: str, start: int, end: int) -> Span:
    """Return the clauses that hold the code points from ``start`` to ``end``."""
    begin = max((match.end() for match in _CLAUSE_END.finditer(source, 0, start)), default=0)
    after = _CLAUSE_END.search(source, end)
    return Span(begin, after.start() if after else len(source))


def _holds_sentence(source: str, span: Span) -> bool:
    """Whether a stretch holds a whole sentence of several."""
    sentences = _sentences(source)
    return len(sentences) > 1 and any(span.start <= one + 1 and other - 2 <= span.end for one, other in sentences)


def _sentences(source: str) -> list[tuple[int, int]]:
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(source)), len(source)]
    return [(one, other) for one, other in pairwise(ends) if source[one:other].strip(_NO_WORDS)]
