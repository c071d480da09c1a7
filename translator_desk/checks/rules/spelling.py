"""Words that no dictionary knows."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck
from translator_desk.checks.capital_facts import capital_of
from translator_desk.checks.word_facts import Sort, odd_words
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.dictionary import near_words
from translator_desk.text.pinyin import split_syllables
from translator_desk.text.sounds import heard
from translator_desk.wording import Wording, say

_SHORTEST = 6
"""Letters of a word that is a sure slip where a word one letter away is English; shorter ones are too near to many."""
_MOST_SUGGESTED = 3


class Spelling(SegmentCheck):
    """Finds words in small letters that neither English in both spellings nor the term base knows."""

    id = CheckId("spelling")
    title = Wording("Spelling", "拼写")
    explanation = Wording(
        "A word is not in the dictionary, American or British, nor in the term bases, but a word one letter away is. "
        "Words with no near neighbour (terms of science, new words) are shown for information. A word is made known by "
        "an entry in the project's term base. Names and words with a capital are looked at by other checks.",
        "该词不在词典（美式、英式）和术语库中，而与之相差一个字母的词在词典中。没有相近词的（科学术语、新词）仅作提示。"
        "在项目术语库中加入词条即可使其成为已知词。专名和首字母大写的词由其他检查项负责。",
    )
    mqm = Mqm.SPELLING
    level = Level.WARNING
    family = Family.SPELLING
    gate = odd_words
    examples = (
        Example("the familly of the mayor", found=("familly",), fixed="the family of the mayor"),
        Example("a temperment of theyalso", found=("temperment", "theyalso"), fixed="a temperament of they also"),
        Example("They broadcasted it.", found=("broadcasted",), note="For information: only the ending differs."),
        Example("the koklass pheasant", found=("koklass",), note="For information: no English word is near."),
        Example("the colour of the theatre, the color of the theater, organised and organized"),
        Example("netizens, hotpot and baijiu in the subdistrict"),
        Example("shunan.gov.cn, info@desk.cn and the iPhone of Zhao Qianqian"),
        Example("a cup of kuding tea", "一杯苦丁茶", note="Characters of the Chinese, read out."),
        Example("the goral", terms="- {id: g, kind: other, zh: 斑羚, en: goral}"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each unknown word."""
        own = facts.context.own.words
        for odd in facts.of(odd_words):
            if odd.word in own:
                continue
            if odd.sort not in (Sort.UNKNOWN, Sort.PINYIN) or capital_of(facts, odd):
                continue
            if _is_read_out(odd.word, facts.source):
                continue
            near = near_words(odd.word)[:_MOST_SUGGESTED]
            # Another ending ("broadcasted") is more likely a new word than a slip.
            sure = len(odd.word) >= _SHORTEST and any(one[:-1] != odd.word[: len(one) - 1] for one in near)
            if near:
                message = say(
                    "“{word}” is not in the dictionary; is “{near}” meant?",
                    "词典中没有“{word}”，是否应为“{near}”？",
                    word=odd.word,
                    near=near[0],
                )
            else:
                message = say("“{word}” is not in the dictionary.", "词典中没有“{word}”。", word=odd.word)
            yield self.issue(facts, odd.span, message, level=None if sure else Level.INFO, expected=near)


def _is_read_out(word: str, source: str) -> bool:
    """Whether a word is the reading of two or more characters in a row of the Chinese."""
    return any(heard(source, split) for split in split_syllables(word) if len(split) > 1)
