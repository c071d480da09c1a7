"""Two spellings of one foreign name in a document that differ by a letter: Irkeshtam, Irkeshtan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Observation, Sight
from translator_desk.checks.name_facts import capital_runs
from translator_desk.checks.one_way import places_of, way_seen
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.dictionary import is_english
from translator_desk.text.pinyin import is_pinyin
from translator_desk.wording import Wording, say

_SHORTEST = 6
"""Letters; shorter names agree by chance."""
_ALIKE = 3
"""First letters that the two share."""


class NameNear(GroupCheck):
    """Compares the long capitalised words of a document that are neither English nor pinyin."""

    id = CheckId("name-near")
    title = Wording("One name in two spellings", "同一专名疑有两种拼写")
    explanation = Wording(
        "Two long names of a document that are neither English words nor pinyin differ by one letter: Irkeshtam, "
        "Irkeshtan. Probably one of them is a slip; the rarer is shown. Names with an ending of their own (Pakistan, "
        "Pakistani) are two words. Chinese names are compared by name-cluster.",
        "文档中两个较长的专名（非英语单词、非拼音）只差一个字母：Irkeshtam、Irkeshtan，其一可能有误；报告较少见者。"
        "带词尾的派生形式（Pakistan、Pakistani）不算。汉语人名由 name-cluster 比较。",
    )
    mqm = Mqm.ENTITY
    level = Level.WARNING
    family = Family.CONSISTENCY
    sight = Sight.TEXTS
    figures_and_names = True
    smallest_group = 2
    judged_by = frozenset()
    gate = capital_runs
    examples = (
        Example(
            "It left Irkeshtan.",
            before=(("", "The port of Irkeshtam is busy."), ("", "Irkeshtam grew.")),
            found=("Irkeshtan",),
            fixed="It left Irkeshtam.",
        ),
        Example(
            "Mr Tokayev and Mr Tokaev",
            before=(("", "Tokayev spoke."),),
            found=("Tokaev",),
            fixed="Mr Tokayev and Mr Tokayev",
        ),
        Example("Kazakhs came.", before=(("", "The Kazakh envoy came from Kyrgyzstan."),)),
        Example("the Pakistani envoy", before=(("", "He came from Pakistan."),)),
        Example("It left Irkeshtan.", elsewhere=("The port of Irkeshtam is busy.",), note="Another document."),
        Example("He saw Changzhou.", before=(("", "He saw Zhangzhou."),), note="Two cities."),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Return the long names, by document and first letters."""
        found: list[Observation] = []
        for start, run in facts.of(capital_runs):
            at = start
            for word in run.split(" "):
                if len(word) >= _SHORTEST and _is_foreign(word):
                    found.append(way_seen(facts, word[:_ALIKE].lower(), at, word))
                at += len(word) + 1
        return found

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the places of the rarer of two spellings."""
        counts = Counter(one.text for one in observations)
        if len(counts) < 2:
            return
        usual_of = {
            rare: usual
            for rare in counts
            for usual in counts
            if (counts[usual], usual) > (counts[rare], rare) and _differ_by_a_slip(rare, usual)
        }
        for one in observations:
            usual = usual_of.get(one.text)
            if usual is None:
                continue
            yield self.issue(
                one,
                one.span,
                say(
                    "“{found}” and “{usual}” ({count}×) are probably one name; look which is right.",
                    "“{found}”与“{usual}”（{count} 次）可能是同一名称，请核对哪个正确。",
                    found=one.text,
                    usual=usual,
                    count=counts[usual],
                ),
                expected=(usual,) if counts[usual] > counts[one.text] else (),
                related=places_of(usual, observations),
            )


@lru_cache(maxsize=50_000)
def _is_foreign(word: str) -> bool:
    """Whether a capitalised word is a name, and of neither English nor pinyin."""
    return (
        word.isalpha()
        and word[1:].islower()
        and not is_english(word)
        and not is_english(word.lower())
        and not is_pinyin(word)
    )


def _differ_by_a_slip(one: str, other: str) -> bool:
    """Whether two names differ by one letter, and not by an ending."""
    if one.startswith(other) or other.startswith(one) or {one[-1], other[-1]} == {"s", "n"}:
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1
