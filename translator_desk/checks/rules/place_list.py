"""Lists of counties and cities: a place that the English leaves out or spells as another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.term_facts import source_hits
from translator_desk.glossary.entry import Kind
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.names import county_table, place_table
from translator_desk.text.scripts import HAN_RANGES
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_LIST = re.compile(rf"[{HAN_RANGES}]{{2,16}}(?:[、和与及][{HAN_RANGES}]{{2,12}})+")
_GENERIC = re.compile(rf"(?:[{HAN_RANGES}]{{1,8}}族自治[县州旗]|[县市区州旗盟]|地区|新区)?")
_AFTER_LAST = re.compile(
    rf"(?:[{HAN_RANGES}]{{1,8}}族自治[县州旗]|[县市区州旗盟]|地区)|等|[两三四五六七八九十\d]+[个地县市区]|$"
)
_CAPITAL = re.compile(r"(?<![\w'’-])[A-Z][a-z]+(?:['’][a-z]+)?")
_SIZES = (4, 3, 2)
_NEAR = 2


class _Place(NamedTuple):
    """A place of a list: its place in the source and its English forms, the usual first."""

    span: Span
    forms: tuple[str, ...]


class PlaceList(SegmentCheck):
    """Compares the lists of places: each place of the Chinese has its name in the English."""

    id = CheckId("place-list")
    title = Wording("List of places", "地名列表")
    explanation = Wording(
        "Of counties and cities named one after the other, some stand in the English and one does not: it was left out, or "
        "another place was written (湖口 as Hekou). Only places of the tables of divisions are looked at; those with an "
        "entry of their own belong to the check of terms.",
        "并列的县市中，有的在译文中出现，有的没有：漏译，或写成了另一地名（湖口译成 Hekou）。只核对区划表中的地名，"
        "术语库已有词条的由术语检查负责。",
    )
    mqm = Mqm.WRONG_TERM
    level = Level.WARNING
    family = Family.PLACE
    sight = Sight.CHINESE
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    examples = (
        Example(
            "Teams went to Ruichang, Pengze and Hekou.",
            "工作组赴瑞昌、彭泽、湖口等地。",
            found=("Hekou",),
            fixed="Teams went to Ruichang, Pengze and Hukou.",
        ),
        Example("Huoshan and Jinzhai counties were hit.", "霍山、舒城、金寨三县受灾。", found=("",)),
        Example("Teams went to Ruichang, Pengze and Hukou.", "工作组赴瑞昌、彭泽、湖口等地。"),
        Example("The three counties were hit.", "霍山、舒城、金寨三县受灾。"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each place of a list that the target does not name."""
        if "、" not in facts.source:
            return
        for places in _lists(facts.source):
            told = [one for one in places if _is_named(one, facts.target)]
            if not told or 2 * len(told) < len(places):
                continue
            for one in places:
                if one in told or _has_entry(facts, one.span):
                    continue
                yield self._issue(facts, one)

    def _issue(self, facts: Facts, place: _Place) -> Issue:
        right = place.forms[0]
        other = _written_for(right, facts)
        characters = place.span.of(facts.segment.source)
        if other is None:
            message = say(
                "“{zh}” of the list is not named in the English: {right}.",
                "列表中的“{zh}”未出现在译文中，应有 {right}。",
                zh=characters,
                right=right,
            )
            return self.issue(facts, Span(0, 0), message, source=place.span, expected=(right,))
        message = say(
            "“{zh}” is {right}, not “{found}”.",
            "“{zh}”应为 {right}，而不是“{found}”。",
            zh=characters,
            right=right,
            found=other.of(facts.target),
        )
        return self.issue(facts, other, message, source=place.span, level=Level.ERROR, expected=(right,))


def _lists(source: str) -> Iterator[list[_Place]]:
    """Yield the places of each list that names places and nothing else."""
    for match in _LIST.finditer(source):
        places: list[_Place | None] = []
        at = match.start()
        items = re.split("([、和与及])", match[0])
        for number, item in enumerate(items):
            if number % 2 == 0:
                places.append(_listed(item, at, first=number == 0, last=number == len(items) - 1))
            at += len(item)
        found = [one for one in places if one is not None]
        if len(found) == len(places):
            yield found


def _listed(item: str, at: int, *, first: bool, last: bool) -> _Place | None:
    """Return the place that an item of a list names; of the first its end is one, of the last its beginning."""
    table = _places()
    for start in range(len(item) - 1) if first else (0,):
        for size in _SIZES:
            name = item[start : start + size]
            if len(name) < size or name not in table:
                continue
            rest = item[start + size :]
            bound = _AFTER_LAST.match(rest) if last else _GENERIC.fullmatch(rest)
            if bound:
                return _Place(Span(at + start, at + start + size), table[name])
    return None


@cache
def _places() -> dict[str, tuple[str, ...]]:
    return {**county_table(), **place_table()}


def _is_named(place: _Place, target: str) -> bool:
    low = target.replace("’", "'").lower()
    return any(form.lower() in low or form.lower().replace("'", "") in low for form in place.forms)


def _has_entry(facts: Facts, span: Span) -> bool:
    """Whether an entry of the term base answers for the place."""
    return any(
        start < span.end and span.start < end and any(entry.kind is Kind.PLACE for entry in entries)
        for start, end, entries in facts.of(source_hits)
    )


@cache
def _characters() -> dict[str, tuple[str, ...]]:
    """Return the characters of places by each of their English forms."""
    found: dict[str, tuple[str, ...]] = {}
    for characters, forms in _places().items():
        for form in forms:
            found[form] = (*found.get(form, ()), characters)
    return found


def _written_for(right: str, facts: Facts) -> Span | None:
    """Return the word of the target that was written for a place: the nearest, where the source names no such place."""
    words = [
        (OSA.distance(match[0].lower(), right.lower(), score_cutoff=_NEAR), match.start(), match.end())
        for match in _CAPITAL.finditer(facts.target)
        if match[0][0] == right[0] and not any(one in facts.source for one in _characters().get(match[0], ()))
    ]
    distance, start, end = min(words, default=(_NEAR + 1, 0, 0))
    return Span(start, end) if distance <= _NEAR else None
