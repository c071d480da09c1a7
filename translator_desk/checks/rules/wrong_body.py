"""A public body named in place of another: the CPPCC for the People's Congress, the finance bureau for education."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.glossary.matcher import Search, overlapping_searches
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_OFFICE = "Bureau|Department|Commission|Administration|Ministry|Office"
_OFFICE_ZH = "委员会|总局|局|厅|部(?!门|分|署|队|长会)|委(?!员|派|托)|办(?!理|公|法|案|事)"
_BRACKETS = re.compile(r"\([^()]*\)(?:\?|\{[\d,]*\})?")
_OPTIONAL = re.compile(r"(.)\?")
_MORE_FIELDS = r"(?:[A-Z][\w'’-]+(?:,? and |, | )){0,4}?"


class Body(NamedTuple):
    """A public body as both languages name it.

    Attributes:
        kind: "organ" or "office"; only bodies of one kind stand for one another.
        named_zh: Finds it in the Chinese.
        behind: Finds Chinese that may be behind its English.
        named_en: Finds it in the English.
        rendered: Finds English that may render it.
        name: How it is called in a message.
    """

    kind: str
    named_zh: re.Pattern[str]
    behind: re.Pattern[str]
    named_en: re.Pattern[str]
    rendered: re.Pattern[str]
    name: str


def kinds_told(facts: Facts) -> list[str]:
    """Return the kinds of bodies of which the English may name one: the gate of the check."""
    found: list[str] = []
    for word, kind in _last_words():
        if word in facts.target and kind not in found:
            found.append(kind)
    return found


class WrongBody(SegmentCheck):
    """Finds a body of the English that the Chinese does not name, where one that the Chinese names is missing."""

    id = CheckId("wrong-body")
    title = Wording("Another public body", "机构张冠李戴")
    explanation = Wording(
        "The English names a public body that the Chinese does not speak of, and one that the Chinese names is not in the "
        "English: 人大 as CPPCC, 法院 as Procuratorate, 教育局 as Finance Bureau. The bodies stand in "
        "resources/data/bodies.tsv.",
        "译文出现了原文没有的机构，而原文中的机构在译文中找不到：人大译成 CPPCC，法院译成 Procuratorate，教育局译成 "
        "Finance Bureau。机构见 resources/data/bodies.tsv。",
    )
    mqm = Mqm.WRONG_TERM
    level = Level.ERROR
    family = Family.TERM_AVOID
    sight = Sight.TEXTS
    needs = frozenset({Need.SOURCE})
    gate = kinds_told
    examples = (
        Example(
            "Shen Wen, Director of the Standing Committee of the Municipal CPPCC, presided.",
            "市人大常委会主任申文主持会议。",
            found=("CPPCC",),
        ),
        Example(
            "Wang Wei, Director of the Municipal Finance Bureau, reported.",
            "市教育局局长王伟介绍情况。",
            found=("Finance Bureau",),
        ),
        Example("the Department of Culture of Hunan Province", "湖南省交通运输厅", found=("Department of Culture",)),
        Example("the Municipal People's Congress and the CPPCC Municipal Committee", "市人大、市政协"),
        Example("Wang Wei, head of the education authority, and the Municipal Finance Bureau", "市教育局、市财政局"),
        Example("the Municipal Government", "全市要加强工作"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each body named in place of another."""
        named = _named(facts.source, facts.of(kinds_told))
        if not named:
            return
        for kind in dict.fromkeys(body.kind for body in named):
            missing = [body for body in named if body.kind == kind and not body.rendered.search(facts.target)]
            if not missing:
                continue
            for body in bodies():
                match = body.named_en.search(facts.target) if body.kind == kind else None
                if match is None or body.behind.search(facts.source):
                    continue
                lost = missing[0]
                source = lost.named_zh.search(facts.source)
                message = say(
                    "“{zh}” is the {right}; the source does not name “{found}”.",
                    "“{zh}”是 {right}；原文没有“{found}”。",
                    zh=source[0] if source else "",
                    right=lost.name,
                    found=match[0],
                )
                span = Span(*source.span()) if source else None
                yield self.issue(facts, Span(*match.span()), message, source=span)
                break


def _named(source: str, kinds: Sequence[str]) -> list[Body]:
    """Return the bodies of these kinds that the Chinese names, in the order of the table."""
    may = [*_organs()] if "organ" in kinds else []
    if "office" in kinds:
        search, offices = _offices_by_field()
        may += sorted({number for _, _, field in search(source) for number in offices[field]})
    return [body for number in may if (body := bodies()[number]).named_zh.search(source)]


@cache
def bodies() -> tuple[Body, ...]:
    """Return the public bodies that are told apart."""
    return tuple(_body(*row) for row in data_rows("bodies.tsv"))


@cache
def _organs() -> tuple[int, ...]:
    return tuple(number for number, body in enumerate(bodies()) if body.kind == "organ")


@cache
def _last_words() -> tuple[tuple[str, str], ...]:
    """Return the words, with their kinds, of which one stands in every English name of a body."""
    ways = dict.fromkeys(_OFFICE.split("|"), "office")
    for kind, _, _, en, *_ in data_rows("bodies.tsv"):
        if kind != "office":
            ways |= dict.fromkeys((way.split()[-1] for way in _BRACKETS.sub("", en).split("|")), kind)
    return tuple((way.removesuffix("s?"), kind) for way, kind in ways.items())


@cache
def _offices_by_field() -> tuple[Search, tuple[tuple[int, ...], ...]]:
    """Return what finds the Chinese fields of offices, and of each field the rows of the table."""
    rows: dict[str, tuple[int, ...]] = {}
    for number, (kind, zh, *_) in enumerate(data_rows("bodies.tsv")):
        if kind == "office":
            for way in {_OPTIONAL.sub(letter, zh) for letter in ("", r"\1")}:
                for field in way.split("|"):
                    rows[field] = tuple(dict.fromkeys((*rows.get(field, ()), number)))
    return overlapping_searches(tuple(rows))[0], tuple(rows.values())


def _body(kind: str, zh: str, behind: str, en: str, rendered: str, name: str) -> Body:
    if kind == "office":
        zh = f"(?:{zh})(?:{_OFFICE_ZH})"
        en = rf"(?:{_OFFICE})s? of {_MORE_FIELDS}(?:{en})\b|\b(?:{en})(?: and [A-Z][a-z]+)? (?:{_OFFICE})\b"
    return Body(kind, re.compile(zh), re.compile(behind), re.compile(en), re.compile(rendered, re.IGNORECASE), name)
