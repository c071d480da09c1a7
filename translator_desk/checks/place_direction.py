"""Places whose point of the compass is another one in the English (West Dongting Lake for 东洞庭湖), townships of a people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translator_desk.checks.base import Facts
from translator_desk.checks.place_pairs import PlacePair
from translator_desk.text.pinyin import is_pinyin, is_syllable, split_syllables
from translator_desk.text.sounds import heard
from translator_desk.text.span import Span

_POINTS = {"East": "东", "West": "西", "South": "南", "North": "北"}
_ENGLISH = {point: word for word, point in _POINTS.items()}
_WITH_POINT = re.compile(rf"({'|'.join(_POINTS)})(?:ern)? (?=([A-Z][a-z]{{3,}})\b)")
_TOWN_OF_PEOPLE = re.compile(r"[A-Z][\w'’]+ [A-Z][a-z]+(?: Ethnic(?: Minority)?)? (Town)\b(?!ship)")


def wrong_points(facts: Facts) -> Iterable[PlacePair]:
    """Return the names of places that begin with another point of the compass than their characters."""
    for point in _POINTS:
        if point in facts.target:
            return _wrong_points(facts)
    return ()


def _wrong_points(facts: Facts) -> Iterator[PlacePair]:
    source = facts.source
    for match in _WITH_POINT.finditer(facts.target):
        low = match[2].lower()
        if not is_pinyin(match[2]) or is_syllable(low):
            continue
        places = [(start, len(split)) for split in split_syllables(low) for start in heard(source, split)]
        before = {source[start - 1 : start] for start, _ in places}
        if len(before) != 1 or before == {_POINTS[match[1]]} or not before <= _ENGLISH.keys():
            continue
        start, size = places[0]
        right = match[0].replace(match[1], _ENGLISH[source[start - 1]]) + match[2]
        yield PlacePair(Span(match.start(), match.end(2)), Span(start - 1, start + size), right, known=True)


def towns_of_peoples(facts: Facts) -> Iterable[PlacePair]:
    """Return each "Town" for the township of a people, 瑶族乡."""
    at = facts.source.find("族乡")
    if at < 0 or "镇" in facts.source:
        return ()
    return [
        PlacePair(Span(*match.span(1)), Span(at + 1, at + 2), "Township", known=True)
        for match in _TOWN_OF_PEOPLE.finditer(facts.target)
    ]
