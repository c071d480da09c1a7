"""An ordinal given as a number: "the 38 Teachers' Day" for 第38个教师节."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.figure_facts import figures, ordinal_like, unlike_figures
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.grammar_words import grammar_words
from translator_desk.text.quantity import Kind, Quantity
from translator_desk.text.word_kinds import Kind as WordKind
from translator_desk.text.word_kinds import kinds_of
from translator_desk.wording import Wording, say

_ORDINALS = frozenset({Kind.ORDINAL, Kind.SESSION, Kind.QUARTER, Kind.HALF_YEAR})
_NO_UNIT = ("", "count")
_WORD = re.compile(r" ([A-Za-z][\w-]*(?:['’][a-z]+|['’](?![a-z]))?)")
_BEFORE = re.compile(r"(?:^|[^\w'’.-])([A-Za-z][\w'’.-]*) $")
_LONGEST_WORD = 30
_DETERMINERS = frozenset({"the", "its", "their", "our", "his", "her", "this", "that"})
_MOST_WORDS = 6
_STANDS_ALONE = ("", " ", "\n", '"', "“", "(")


class OrdinalLost(SegmentCheck):
    """Finds ordinals of the Chinese that are plain numbers in the English, before what they should number."""

    id = CheckId("ordinal-lost")
    title = Wording("Ordinal given as a number", "序数译成基数")
    explanation = Wording(
        "第38个教师节 is the 38th Teachers' Day; “the 38 Teachers' Day” counts where it should number. The check looks at "
        "figures before a name or before one thing (the 3 batch), where the Chinese has an ordinal (第三批, 第5次). Figures "
        "behind what they number (Article 38) are right.",
        "“第38个教师节”是 the 38th Teachers' Day，写成 the 38 Teachers' Day 就成了数量。原文为序数（第三批、第5次），而译文在名称"
        "或单数名词前用了基数（the 3 batch）的，予以报告；数字在名词之后的（Article 38）正确。",
    )
    mqm = Mqm.NUMBER
    level = Level.WARNING
    family = Family.FIGURE
    sight = Sight.CHINESE
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    gate = unlike_figures
    examples = (
        Example(
            "They met to celebrate the 38 Teachers' Day.",
            "他们集会庆祝第38个教师节。",
            found=("38",),
            fixed="They met to celebrate the 38th Teachers' Day.",
        ),
        Example("The 3 batch of cadres left.", "第三批干部出发。", found=("3",), fixed="The 3rd batch of cadres left."),
        Example(
            "It is the seven national census.",
            "这是第七次全国人口普查。",
            found=("seven",),
            fixed="It is the seventh national census.",
        ),
        Example("They celebrated the 38th Teachers' Day.", "他们庆祝第38个教师节。"),
        Example("By Article 38 of the Law, the 38 teachers left.", "根据该法第38条，教师离开。"),
        Example("The 3 batches of cadres left.", "三批干部出发。"),
        Example("It is the 5 km race.", "这是第5届长跑。"),
        Example("Group 3 won.", "第3组获胜。"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each ordinal that reads as a number."""
        return self._as_numbers(facts)

    def _as_numbers(self, facts: Facts) -> Iterator[Issue]:
        for wanted, other in facts.of(unlike_figures):
            if wanted.kind not in _ORDINALS or other.kind is not Kind.CARDINAL or wanted.low != other.low:
                continue
            if facts.target[max(0, other.start - 1) : other.start] not in _STANDS_ALONE:
                continue  # No.3 Flood
            if other.unit not in _NO_UNIT or _also_counted(facts, wanted) or not _numbers(facts.target, other):
                continue
            found = other.span.of(facts.target)
            right = ordinal_like(int(wanted.low), found)
            yield self.issue(
                facts,
                other.span,
                say(
                    "“{zh}” is an ordinal: “{right}”, not “{found}”.",
                    "“{zh}”是序数：应为“{right}”，而不是“{found}”。",
                    zh=_with_noun(facts.segment.source, wanted),
                    right=right,
                    found=found,
                ),
                source=wanted.span,
                expected=(right,),
            )


def _with_noun(source: str, wanted: Quantity) -> str:
    """Return an ordinal of the Chinese with 第 and the character behind it."""
    return source[wanted.start - (source[wanted.start - 1 : wanted.start] == "第") : wanted.end + 1]


def _also_counted(facts: Facts, wanted: Quantity) -> bool:
    """Whether the Chinese has the same number without 第 as well."""
    return any(one.kind not in _ORDINALS and one.may_be(wanted.low) for one in facts.of(figures).source)


def _numbers(target: str, one: Quantity) -> bool:
    """Whether a figure stands before a name or one single thing, so that it cannot count."""
    before = _BEFORE.search(target, max(0, one.start - _LONGEST_WORD), one.start)
    word = before[1] if before else ""
    determined = word.lower() in _DETERMINERS
    if word[:1].isupper() and not determined and word.lower() not in grammar_words("joint"):
        return False  # Article 38
    words = _words_behind(target, one.end)
    if not words:
        return False
    if words[0][0].isupper():
        return determined or not _may_be_plural(words[-1])
    return determined and not _may_be_plural(words[-1])


def _words_behind(target: str, end: int) -> list[str]:
    """Return the words of the noun that begins behind a figure: all with capitals, or all without."""
    words: list[str] = []
    while len(words) < _MOST_WORDS and (match := _WORD.match(target, end)):
        word = match[1]
        if word.lower() in grammar_words("behind-noun") or (words and word[0].isupper() is not words[0][0].isupper()):
            break
        words.append(word)
        end = match.end()
    return words


def _may_be_plural(word: str) -> bool:
    kinds = kinds_of(word.lower())
    return bool(WordKind.PLURAL & kinds) or not WordKind.SINGULAR & kinds
