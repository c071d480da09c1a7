"""A national body named for a local one: NPC for a municipal people's congress, Ministry for a city's bureau."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_MINISTRY = "Ministry"
_MINISTRY_ZH = "[局厅]|委员会|委(?!员|派|托|办)"
_OTHER_FIELDS = r"(?:[A-Z]\w+(?:,? and |, | )){0,3}?"
"""The "Ecology and" of Ecology and Environment."""
_NATIONAL = re.compile("NPC|National|CPPCC|State Council|S(?:upreme|PC|PP)|Central|Ministry")
"""Of which each English name in the table has one."""
_CENTRAL = re.compile("部(?!门|分|署|队|长会|落)|国家|中央|全国|国务院|总局|外交")


class Rank(NamedTuple):
    """A national body and what it must not stand for.

    Attributes:
        named_en: Finds it in the English.
        behind: Finds Chinese that may be behind it.
        local: Finds the local one in the Chinese.
        name: What the local one is called in English.
    """

    named_en: re.Pattern[str]
    behind: re.Pattern[str]
    local: re.Pattern[str]
    name: str


class BodyLevel(SegmentCheck):
    """Finds a national body in the English where the Chinese names the local one only."""

    id = CheckId("body-level")
    title = Wording("National body for a local one", "地方机构译成全国机构")
    explanation = Wording(
        "The English names a body of the whole country (NPC, State Council, Supreme People's Court, a ministry), and the "
        "Chinese only one of a province, city, county or district (市人大, 市政府, 市中院, 教育局). The bodies "
        "stand in resources/data/body_levels.tsv, the fields of ministries in bodies.tsv.",
        "译文写的是全国性机构（NPC、State Council、Supreme People's Court、部），而原文只有省、市、县、区的机构（市人大、市政府、"
        "市中院、教育局）。机构见 resources/data/body_levels.tsv，各部的领域见 bodies.tsv。",
    )
    mqm = Mqm.WRONG_TERM
    level = Level.ERROR
    family = Family.TERM_AVOID
    sight = Sight.TEXTS
    needs = frozenset({Need.SOURCE})
    signs = Signs(
        words=("npc", "congress", "cppcc", "council", "supreme", "spc", "spp", "central", _MINISTRY.lower()),
    )
    examples = (
        Example("NPC deputies were invited.", "市人大代表应邀参加。", found=("NPC",)),
        Example(
            "Qin Chunyu, chairman of the CPPCC, attended.", "市政协主席秦春雨出席。", found=("chairman of the CPPCC",)
        ),
        Example("Wang Wei, head of the Ministry of Education", "市教育局局长王伟", found=("Ministry of Education",)),
        Example("Deputies to the NPC and to the municipal people's congress", "全国人大代表、市人大代表"),
        Example("Qin Chunyu, chairman of the CPPCC Yichang Municipal Committee", "市政协主席秦春雨"),
        Example("the Ministry of Education and the Municipal Education Bureau", "教育部、市教育局"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each national body that the Chinese does not speak of."""
        return self._named(facts) if facts.source and _NATIONAL.search(facts.target) else ()

    def _named(self, facts: Facts) -> Iterator[Issue]:
        for rank in _ranks(_MINISTRY in facts.target):
            match = rank.named_en.search(facts.target)
            if match is None or rank.behind.search(facts.source):
                continue
            local = rank.local.search(facts.source)
            if local is None:
                continue
            yield self.issue(
                facts,
                Span(*match.span()),
                say(
                    "“{found}” is the body of the whole country; the Chinese names “{zh}”: the {name}.",
                    "“{found}”是全国性机构；原文是“{zh}”：{name}。",
                    found=match[0],
                    zh=local[0],
                    name=rank.name,
                ),
                source=Span(*local.span()),
            )


def _ranks(ministries: bool) -> Iterator[Rank]:
    yield from _bodies()
    if ministries:
        yield from _ministries()


@cache
def _bodies() -> tuple[Rank, ...]:
    return tuple(
        Rank(re.compile(rf"\b(?:{en})(?!\w)"), re.compile(behind), re.compile(local), name)
        for en, behind, local, name in data_rows("body_levels.tsv")
    )


@cache
def _ministries() -> tuple[Rank, ...]:
    return tuple(
        Rank(
            re.compile(rf"\b{_MINISTRY} of {_OTHER_FIELDS}(?:{en})\b(?: and [A-Z]\w+(?: [A-Z]\w+)?)?"),
            _CENTRAL,
            re.compile(f"(?:{zh})(?:{_MINISTRY_ZH})"),
            f"local bureau or department of {name}",
        )
        for kind, zh, _, en, _, name in data_rows("bodies.tsv")
        if kind == "office"
    )
