"""A province of the Chinese for which another one stands in the English: Guangxi for 赣."""

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

_TOWARDS = "东南西北"
"""Letters in which names of provinces end that may also be a direction: 长江西岸, 洞庭湖南部."""
_WATERS = frozenset("长黑浙丽沿大庭太黄渭淮运护秦滦泰嵩华")
_SIDES = frozenset("岸侧麓坡面端路站街门部边")
_LONGEST_PLACE = 30
_PLACE_BEFORE = re.compile(r"\b([A-Z][\w'’-]+), (?:in )?$")
_FEWEST_LETTERS = 3
"""Letters in a row that are provinces beyond doubt: 京津冀; two want a word beside them: 湘赣边界."""
_BESIDE_TWO = r"(?=边界|边境|边区|交界|毗邻|两省|两地|二省|省际)"


class Province(NamedTuple):
    """A province as both languages name it.

    Attributes:
        zh: Its name in Chinese, without 省.
        letters: Characters that stand for it in compounds.
        hints: Its name and all characters that allow for it in the English.
        forms: Its English names, the usual one first.
    """

    zh: str
    letters: str
    hints: tuple[str, ...]
    forms: tuple[str, ...]


class ProvinceMismatch(SegmentCheck):
    """Finds the one province that stands in the English in place of the one that the English lacks."""

    id = CheckId("province-mismatch")
    title = Wording("Another province", "省份译错")
    explanation = Wording(
        "A province, region or municipality of the Chinese is not in the English, and one stands there that the Chinese "
        "does not name: Guangxi for 赣 in 浙闽赣边界. Short forms in a row (京津冀, 湘赣边界) are read too. The check is "
        "silent where more than one is lost or added.",
        "原文的省、自治区、直辖市未出现在译文中，而译文有一个原文没有的：“浙闽赣边界”的“赣”译成 Guangxi。连用的简称（京津冀、"
        "湘赣边界）同样核对。漏掉或多出不止一个时不报告。",
    )
    mqm = Mqm.ENTITY
    level = Level.ERROR
    family = Family.PLACE
    sight = Sight.TEXTS
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    any_length = True
    signs = Signs(
        words=lambda: frozenset(name.lower().split()[0] for row in data_rows("provinces.tsv") for name in row[3].split("|"))
    )  # fmt: skip
    examples = (
        Example(
            "a route on the border of Zhejiang, Fujian and Guangxi",
            "浙闽赣边界旅游线路",
            found=("Guangxi",),
            fixed="a route on the border of Zhejiang, Fujian and Jiangxi",
        ),
        Example(
            "Trade between Gansu and Sichuan grew.",
            "青海与四川的贸易增长。",
            found=("Gansu",),
            fixed="Trade between Qinghai and Sichuan grew.",
        ),
        Example(
            "Development in Beijing, Tianjin and Henan",
            "京津冀协同发展",
            found=("Henan",),
            fixed="Development in Beijing, Tianjin and Hebei",
        ),
        Example("Leaders of Jiangxi and Guangxi met.", "江西和广西的领导会面。"),
        Example("He came from Nanchang to Guangzhou, Guangdong.", "他从江西南昌来到广州。", note="Guangzhou is there."),
        Example("Wuhan lies in Hubei.", "武汉位于长江江西侧。"),
        Example("The Guangxi team won.", "桂队胜了江西。"),
        Example("Guests from Hunan and Hubei", "江西、福建的客人", note="Two are lost and two added."),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each place where the wrong province stands."""
        return self._exchanged(facts) if facts.source else ()

    def _exchanged(self, facts: Facts) -> Iterator[Issue]:
        target, source = facts.target, facts.source
        matches = [
            match
            for match in _in_english().finditer(target)
            if not any(hint in source for hint in _of_english()[match[0]].hints)
        ]
        if len({_of_english()[match[0]] for match in matches}) != 1:
            return
        low = target.lower()
        lost = [
            (one, span) for one, span in named_provinces(source) if not any(form.lower() in low for form in one.forms)
        ]
        if len({one for one, _ in lost}) != 1:
            return
        province, place = lost[0]
        for match in matches:
            before = _PLACE_BEFORE.search(target, max(0, match.start() - _LONGEST_PLACE), match.start())
            if before and before[1] not in _of_english():
                continue  # "Shenzhen, Guangdong" for 深圳
            yield self.issue(
                facts,
                Span(*match.span()),
                say(
                    "“{zh}” is {right}, not {found}.",
                    "“{zh}”应为 {right}，而不是 {found}。",
                    zh=place.of(facts.segment.source),
                    right=province.forms[0],
                    found=match[0],
                ),
                source=place,
                expected=(province.forms[0],),
            )


def named_provinces(source: str) -> Iterator[tuple[Province, Span]]:
    """Yield the provinces that the Chinese names for certain, in full or by letters in a row, with their places."""
    for match in _named().finditer(source):
        found = match[0]
        if not match["row"]:
            before, behind = source[max(0, match.start() - 1) : match.start()], source[match.end() : match.end() + 1]
            if found[-1] not in _TOWARDS or (before not in _WATERS and behind not in _SIDES):
                yield _of_name()[found], Span(*match.span())
        elif len(set(found)) == len(found):
            for at, letter in enumerate(found, match.start()):
                yield _of_letter()[letter], Span(at, at + 1)


@cache
def provinces() -> tuple[Province, ...]:
    """Return all provinces."""
    return tuple(
        Province(
            zh,
            letters,
            (zh, *letters, *more),
            tuple(en.split("|")),
        )
        for zh, letters, more, en in data_rows("provinces.tsv")
    )


@cache
def _of_name() -> dict[str, Province]:
    return {one.zh: one for one in provinces()}


@cache
def _of_english() -> dict[str, Province]:
    return {form: one for one in provinces() for form in one.forms}


@cache
def _in_english() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_of_english())})\b")


@cache
def _of_letter() -> dict[str, Province]:
    return {letter: one for one in provinces() for letter in one.letters}


@cache
def _named() -> re.Pattern[str]:
    letters, names = "".join(_of_letter()), "|".join(_of_name())
    row = rf"(?<![{letters}])(?:[{letters}]{{{_FEWEST_LETTERS},}}|[{letters}]{{2}}{_BESIDE_TWO})"
    return re.compile(f"{names}|(?P<row>{row})")
