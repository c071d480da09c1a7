"""A place spelt by a reading that its characters have elsewhere: Leting for 乐亭, which is Laoting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import product

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.glossary.matcher import Hit, Search, overlapping_searches
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.names import county_table, place_table
from translator_desk.text.pinyin import join_syllables, readings, split_syllables
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_MOST_READINGS = 200
"""Names of more possible spellings are no Chinese names of two or three characters."""


def places_read_in_several_ways(facts: Facts) -> list[Hit]:
    """Return where the source names places whose characters have other readings too: the gate of the check."""
    return _search()(facts.source) if facts.source else []


class PlaceReading(SegmentCheck):
    """Finds Chinese places that are spelt by another reading of their characters."""

    id = CheckId("place-reading")
    title = Wording("Place by a wrong reading", "地名读音有误")
    explanation = Wording(
        "A city, county or district whose characters have several readings, spelt by one that is not the place's: Leting "
        "for 乐亭 (Laoting), Hongdong for 洪洞 (Hongtong), Liu'an for 六安 (Lu'an). The readings stand in "
        "resources/data/places.tsv and counties.tsv.",
        "市、县、区名称含多音字，译文用了不是该地名的读音：乐亭（Laoting）写成 Leting，洪洞（Hongtong）写成 Hongdong，"
        "六安（Lu'an）写成 Liu'an。读音见 resources/data/places.tsv 和 counties.tsv。",
    )
    mqm = Mqm.ENTITY
    level = Level.ERROR
    family = Family.PLACE
    sight = Sight.TEXTS
    figures_and_names = True
    needs = frozenset({Need.SOURCE})
    gate = places_read_in_several_ways
    examples = (
        Example(
            "Hongdong County People's Court",
            "洪洞县人民法院",
            found=("Hongdong",),
            fixed="Hongtong County People's Court",
        ),
        Example("Leting's port", "乐亭的港口", found=("Leting",), fixed="Laoting's port"),
        Example("Laoting County", "乐亭县"),
        Example("Hexigten Banner", "克什克腾旗", note="Names of other languages have spellings of their own."),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each place spelt by a reading of another."""
        names = _names()
        seen: set[int] = set()
        for start, end, number in facts.of(places_read_in_several_ways):
            if number in seen:
                continue
            seen.add(number)
            characters, right, wrong = names[number]
            if any(form in facts.target for form in right):
                continue
            for match in wrong.finditer(facts.target):
                yield self.issue(
                    facts,
                    Span(*match.span()),
                    say(
                        "The place {zh} is read {right}, not “{found}”.",
                        "地名“{zh}”读作 {right}，不是“{found}”。",
                        zh=characters,
                        right=right[0],
                        found=match[0],
                    ),
                    source=Span(start, end),
                    expected=right[:1],
                )


@cache
def _names() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Return places with several readings: characters, right forms, what finds the wrong ones."""
    found = []
    for characters, right in (county_table() | place_table()).items():
        ways = [readings(character) for character in characters]
        if not all(ways) or len(characters) < 2:
            continue
        possible = {join_syllables(way) for way in product(*ways)} if _few(ways) else set()
        wrong = possible.difference(right)
        if wrong and any(_spells(form, characters) for form in right):
            either = "|".join(sorted(wrong)).replace("'", "['’]?")
            found.append((characters, right, re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")))
    return tuple(found)


def _few(ways: list[tuple[str, ...]]) -> bool:
    count = 1
    for way in ways:
        count *= len(way)
    return count <= _MOST_READINGS


@cache
def _search() -> Search:
    return overlapping_searches(tuple(characters for characters, _, _ in _names()))[0]


def _spells(form: str, characters: str) -> bool:
    """Return whether a form is pinyin of as many syllables; Hexigten and Kashgar are not."""
    return any(len(way) == len(characters) for way in split_syllables(form.lower()))
