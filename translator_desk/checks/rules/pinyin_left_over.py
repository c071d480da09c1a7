"""Pinyin of ordinary words in the English, where a translation should stand."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck
from translator_desk.checks.capital_facts import capital_of
from translator_desk.checks.word_facts import OddWord, Sort, odd_words
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.pinyin import proper_splits, split_syllables
from translator_desk.text.sounds import heard
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_EXPLAINED = "\"“”‘’'()（）"
_LONG = 8
_MANY = 3


class PinyinLeftOver(SegmentCheck):
    """Finds runs of legal syllables that no name or place explains."""

    id = CheckId("pinyin-left-over")
    title = Wording("Pinyin instead of a translation", "残留拼音")
    explanation = Wording(
        "A word is pinyin of an ordinary Chinese word and neither a name nor a place: GongJianNian, zhongxinhua. Words "
        "that English has taken over (yuan, hutong, hukou), and pinyin in quotation marks or brackets, which is "
        "explained, are left alone.",
        "某词是普通中文词语的拼音，既非人名也非地名，如 GongJianNian、zhongxinhua。已进入英语的词（yuan、hutong、hukou）"
        "以及引号或括号中作解释用的拼音不报告。",
    )
    mqm = Mqm.UNTRANSLATED
    level = Level.ERROR
    family = Family.COMPLETENESS
    any_length = True
    gate = odd_words
    examples = (
        Example("the cohesion centralized GongJianNian campaign", found=("GongJianNian",)),
        Example("the work of zhongxinhua", "中心化工作", found=("zhongxinhua",)),
        Example("It speeds up zhongxinhua.", found=("zhongxinhua",), note="Without a source, only long words."),
        Example("the hutong, the hukou and 100 yuan"),
        Example("the residence registration system (huji zhidu)", "户籍制度"),
        Example("Hengyang, hengyang and the PowerPoint of HuaWei"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each such word."""
        for odd in facts.of(odd_words):
            if odd.sort is Sort.HUMPS:
                yield self._left(facts, odd.span, None)
            if odd.sort is not Sort.PINYIN or _is_explained(facts, odd) or capital_of(facts, odd):
                continue
            said = _said(facts.source, odd.word)
            if said is not None or (
                len(odd.word) >= _LONG and any(len(one) >= _MANY for one in proper_splits(odd.word))
            ):
                yield self._left(facts, odd.span, said)

    def _left(self, facts: Facts, span: Span, source: Span | None) -> Issue:
        words = span.of(facts.target)
        if source is None:
            message = say(
                "“{words}” is pinyin and no name that is known; translate it.",
                "“{words}”是拼音，且不是已知的专名，请译出。",
                words=words,
            )
        else:
            message = say(
                "“{words}” is the pinyin of “{zh}”; translate it.",
                "“{words}”是“{zh}”的拼音，请译出。",
                words=words,
                zh=source.of(facts.segment.source),
            )
        return self.issue(facts, span, message, source=source)


def _is_explained(facts: Facts, odd: OddWord) -> bool:
    """Whether a word stands in quotation marks or brackets, beside its translation."""
    before, after = facts.target[: odd.start].rstrip("abcdefghijklmnopqrstuvwxyz "), facts.target[odd.end :]
    return before[-1:] in tuple(_EXPLAINED) or after[:1] in tuple(_EXPLAINED)


def _said(source: str, word: str) -> Span | None:
    """Return the characters of the source that a word spells, None where there are none."""
    for split in split_syllables(word):
        if len(split) > 1:
            for start in heard(source, split):
                return Span(start, start + len(split))
    return None
