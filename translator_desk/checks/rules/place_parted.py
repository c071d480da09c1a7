"""The name of a Chinese place in pieces before its generic part: Longma Tan District."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.names import county_forms, known_places
from translator_desk.text.pinyin import is_syllable, join_syllables, split_syllables
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_GENERICS = ("County", "District", "Subdistrict", "Township", "Prefecture", "Banner")
_PLACE = re.compile(rf"(?<![\w'’-])(?<!\w\. )([A-Z][a-z]+(?: [A-Z][a-z]+){{1,2}}) (?:{'|'.join(_GENERICS)})(?!\w)")
_LONGEST = 3
"""Syllables of a name of pieces that no table has."""


class PlaceParted(SegmentCheck):
    """Finds names of counties, districts and the like that are written in pieces."""

    id = CheckId("place-parted")
    title = Wording("Name of a place in pieces", "地名专名分写")
    explanation = Wording(
        "The name of a Chinese place is one word in pinyin, its generic part another (GB/T 16159): Longmatan District, "
        "not Longma Tan District. Found where the pieces together are a place of the tables, or each is one syllable.",
        "中国地名的专名应连写，通名分写（GB/T 16159）：Longmatan District，不写 Longma Tan District。"
        "各段合起来是已知地名，或各段均为单音节时报告。",
    )
    mqm = Mqm.ENTITY
    level = Level.WARNING
    family = Family.PLACE
    sight = Sight.TEXTS
    figures_and_names = True
    signs = Signs(target=_GENERICS)
    examples = (
        Example(
            "The hospital stands in Longma Tan District.",
            found=("Longma Tan",),
            fixed="The hospital stands in Longmatan District.",
        ),
        Example("in Zhu Liu Subdistrict", found=("Zhu Liu",), fixed="in Zhuliu Subdistrict"),
        Example("He comes from Xi An County.", found=("Xi An",), fixed="He comes from Xi'an County."),
        Example("in Yuhu District and in Xiangtan Yuhu District"),
        Example("the Long March County Games; Central District"),
        Example("in Hengyang Nan County", note="A city before the county: not one name."),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each name in pieces."""
        for match in _PLACE.finditer(facts.target):
            pieces = match[1].split(" ")
            whole = _joined(pieces)
            if whole:
                yield self.issue(
                    facts,
                    Span(*match.span(1)),
                    say(
                        "“{found}” is the name of one place: one word in pinyin, {whole}.",
                        "“{found}”是一个地名，专名应连写：{whole}。",
                        found=match[1],
                        whole=whole,
                    ),
                    expected=(whole,),
                )


def _joined(pieces: list[str]) -> str:
    """Return the pieces as one name, "" where they need not be one."""
    small = [piece.lower() for piece in pieces]
    if len(pieces) <= _LONGEST and all(is_syllable(piece) for piece in small):
        return join_syllables(small)
    ways = [split_syllables(piece) for piece in small]
    if not all(ways):
        return ""
    whole = join_syllables(syllable for way in ways for syllable in way[0])
    return whole if whole in county_forms() or whole in known_places() else ""
