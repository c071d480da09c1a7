"""届 and 次 with their nouns: the Eighth Plenary Session of the 11th Committee, not the other way round."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.figure_facts import ordinal_like, target_figures
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.figure_words import session_words
from translator_desk.text.han_numerals import plain_value
from translator_desk.text.quantity import Kind, Quantity
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_HAN = "[〇一二三四五六七八九十百廿]"
_SOURCE = re.compile(
    rf"第?(?P<body>{_HAN}+|\d+)届"
    rf"|(?P<congress>(?:十[一二三四五六七八九]?|二十[一二三四五]?))大(?=[以会报召开精胜代，。、的”’）)闭结及和\s]|$)"
    rf"|(?P<session>{_HAN}+|(?<=第)\d+|\d+(?=次全))(?:中全会|次(?:全体)?(?:会议|全会|常务会议|常委会|执委会))"
    rf"|(?P<plan>十[一二三四五六])五(?=规划|计划|期间|时期|末|初|[”’，。、])"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_SCOPE = 6
_KINDS = ("body", "session", "plan")


class OrdinalSession(SegmentCheck):
    """Compares ordinals by the noun they count: body, session, plan."""

    id = CheckId("ordinal-session")
    title = Wording("Ordinal of a session", "届次有误")
    explanation = Wording(
        "第N届 counts the body and its term, 第M次 its sessions: 十一届八次全会 is the Eighth Plenary Session of the 11th "
        "Committee. The two are easily exchanged, so each ordinal is compared with its noun. Figures and words are "
        "both right.",
        "“第N届”指机构的届别，“第M次”指会议次数：十一届八次全会是 the Eighth Plenary Session of the 11th Committee。"
        "二者容易颠倒，因此连同名词一起核对；用数字或英文词均可。",
    )
    mqm = Mqm.NUMBER
    level = Level.ERROR
    family = Family.FIGURE
    sight = Sight.CHINESE
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    signs = Signs(source=("届", "次", "十", "中全会"))
    examples = (
        Example(
            "the 11th Plenary Session of the Eighth Municipal Committee",
            "市委十一届八次全会",
            found=("11th", "Eighth"),
            fixed="the 8th Plenary Session of the Eleventh Municipal Committee",
        ),
        Example(
            "the Second Session of the 16th Municipal People's Congress",
            "市第十六届人民代表大会第一次会议",
            found=("Second",),
            fixed="the First Session of the 16th Municipal People's Congress",
        ),
        Example("the 13th Five-Year Plan", "“十四五”规划", found=("13th",), fixed="the 14th Five-Year Plan"),
        Example("the Eighth Plenary Session of the 11th Municipal Committee", "市委十一届八次全会"),
        Example("the 20th National Congress of the CPC", "党的二十大"),
        Example("It met for the third time, at its fifth meeting.", "这是第三次，即第五次会议"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each ordinal that differs from the source's under the same noun."""
        source = facts.of(source_ordinals)
        if not source:
            return
        target = self._target(facts)
        changed: list[tuple[int, Issue]] = []
        for kind in _KINDS:
            places, given = source.get(kind, []), target.get(kind, [])
            if len({value for value, _ in places}) != 1 or len({one.low for one in given}) != 1:
                continue
            value, place = places[0]
            if given[0].low != value:
                changed += [(one.start, self._issue(facts, one, value, place)) for one in given]
        for _, issue in sorted(changed, key=lambda found: found[0]):
            yield issue

    def _issue(self, facts: Facts, one: Quantity, value: int, place: Span) -> Issue:
        span = Span(one.start, one.end + _suffix(facts.target, one.end))
        expected = ordinal_like(value, span.of(facts.target))
        return self.issue(
            facts,
            span,
            say(
                "“{zh}” is the {right}, not the {found}.",
                "“{zh}”应为 {right}，而不是 {found}。",
                zh=place.of(facts.segment.source),
                right=expected,
                found=span.of(facts.target),
            ),
            source=place,
            expected=(expected,),
        )

    @staticmethod
    def _target(facts: Facts) -> dict[str, list[Quantity]]:
        """Return the ordinals of the target by the noun that follows first."""
        nouns = _nouns()
        found: dict[str, list[Quantity]] = defaultdict(list)
        for one in facts.of(target_figures):
            if one.kind is not Kind.ORDINAL:
                continue
            at = one.end + _suffix(facts.target, one.end)
            for count, word in enumerate(_WORD.finditer(facts.target, at)):
                if count == _SCOPE or word[0] == "of" or facts.target[at : word.start()].strip(" -‑'’\"“”"):
                    break
                if kind := nouns.get(word[0].lower()):
                    found[kind].append(one)
                    break
                at = word.end()
        return found


def source_ordinals(facts: Facts) -> dict[str, list[tuple[int, Span]]]:
    """Return the ordinals of bodies, sessions and plans in the source, with their places."""
    found: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for match in _SOURCE.finditer(facts.source):
        group = match.lastgroup or ""
        written = match[group]
        value = int(written) if written.isdigit() else plain_value(written)
        if value:
            found["body" if group == "congress" else group].append((value, Span(*match.span())))
    return found


def _suffix(text: str, end: int) -> int:
    """Return the length of "st", "nd", "rd", "th" after a figure."""
    return 2 if text[end : end + 2].lower() in ("st", "nd", "rd", "th") else 0


@cache
def _nouns() -> dict[str, str]:
    return {word: kind for kind, words in session_words().items() for word in words}
