"""Which place of the Chinese a wholly other name of the English stands for: Changsha County for 浏阳县.

Told by elimination: one place of a level that the Chinese names is not in the English, and one of that level that the
English names is not in the Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from translator_desk.checks.base import Facts
from translator_desk.checks.name_facts import known_names
from translator_desk.checks.name_sources import place_nearly_said
from translator_desk.checks.place_generics import doubtful_places
from translator_desk.checks.source_persons import squeezed, squeezed_target
from translator_desk.resources import data_rows
from translator_desk.text.names import foreign_sounds, never_in_names
from translator_desk.text.pinyin import is_pinyin, is_syllable, join_syllables, readings, spellings
from translator_desk.text.scripts import HAN_RANGES
from translator_desk.text.span import Span

_LEVELS = {"County": "县", "District": "区", "Town": "镇乡", "Township": "乡镇", "City": "市"}
_AT_WORD = rf"(?:(?<=[省市县区州在到自往于])|(?<![{HAN_RANGES}]))"
_UNKNOWN = re.compile(rf"{_AT_WORD}([{HAN_RANGES}]{{2}})(县|镇|乡|(?<=市..)区)")
_SIZES = (2, 3, 4)


class PlacePair(NamedTuple):
    """A place of the Chinese, or a part of its name, and the words that stand for it.

    Attributes:
        words: Where the wrong words stand in the target.
        characters: Where the right ones stand in the source.
        right: What the words should be, with the generic part of the English where that is among them.
        known: Whether there is no doubt: the place is on the map, in the term base, or its name is right but for a word.
    """

    words: Span
    characters: Span
    right: str
    known: bool


def other_places(facts: Facts) -> list[PlacePair]:
    """Return the places whose name is another one's."""
    found: list[PlacePair] = []
    unsaid: dict[str, list[re.Match[str]]] = {}
    for match in facts.of(doubtful_places):
        if match[2] in _LEVELS and _is_unsaid(facts, match[1]):
            unsaid.setdefault(_LEVELS[match[2]][0], []).append(match)
    for level, matches in unsaid.items():
        if len({match[1] for match in matches}) > 1:
            continue
        generics = next(zh for zh in _LEVELS.values() if zh[0] == level)
        lost = {span.of(facts.source): (span, name, known) for span, name, known in _lost(facts, generics)}
        if len(lost) == 1:
            ((span, name, known),) = lost.values()
            found.append(PlacePair(Span(*matches[0].span()), span, f"{name} {matches[0][2]}", known))
    return found


def _is_unsaid(facts: Facts, name: str) -> bool:
    """Whether a name in pinyin is none that the Chinese says, or nearly says."""
    known = facts.context.term_base.index(known_names)
    low = name.replace("’", "'").lower()
    if not is_pinyin(name) or is_syllable(low):
        return False
    if known.said_in(facts.source, name):
        return False
    return place_nearly_said(facts.source, name, known.place_forms) is None


def _lost(facts: Facts, generics: str) -> Iterator[tuple[Span, str, bool]]:
    """Yield the places of the source with such a generic part that are not in the target: where, name, known."""
    source, letters = facts.source, facts.of(squeezed_target)
    forms_of = facts.context.term_base.index(known_names).place_forms
    unknown = {match.end(1): match for match in _UNKNOWN.finditer(source)}
    for generic in generics:
        at = source.find(generic)
        while at >= 0:
            for size in _SIZES:
                name = source[max(0, at - size) : at]
                forms = forms_of.get(name) or forms_of.get(name + generic)
                if len(name) == size and forms:
                    if not _stands(name, forms, letters):
                        yield Span(at - size, at + 1), forms[0].split(" ")[0], True
                    break
            else:
                match = unknown.get(at)
                if match is not None and _may_be_name(match[1]) and not _stands(match[1], (), letters):
                    right = join_syllables(readings(ch)[0] for ch in match[1])
                    yield Span(match.start(1), at + 1), right, False
            at = source.find(generic, at + 1)


def _stands(characters: str, forms: Iterable[str], letters: str) -> bool:
    """Whether a place stands in the letters of the target, in one of its forms or in some reading."""
    if any(squeezed(form.split(" ")[0]) in letters for form in forms):
        return True
    ways = product(*(tuple(one for reading in readings(ch) for one in spellings(reading)) for ch in characters))
    return any("".join(way) in letters for way in ways)


def _may_be_name(characters: str) -> bool:
    """Whether characters can be a Chinese place: they read, are no common word and spell no foreign name."""
    return (
        characters not in common_before_generics()
        and all(map(readings, characters))
        and never_in_names().isdisjoint(characters)
        and not foreign_sounds().issuperset(characters)
    )


@cache
def common_before_generics() -> frozenset[str]:
    """Return words that stand before a generic part and are no names: 古镇, 城乡, 贫困县."""
    return frozenset(word for row in data_rows("place_common_words.tsv") for word in row[0].split())
