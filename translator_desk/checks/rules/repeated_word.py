"""The same word twice: "the the", "standardized and standardized"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from operator import eq

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight, target_words
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Fix, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.dictionary import capitalised_form, is_english
from translator_desk.text.grammar_words import grammar_words
from translator_desk.text.names import known_places
from translator_desk.text.pinyin import is_syllable
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_TWICE = re.compile(r"(?<![\w'’-])([A-Za-z]+)(\s+)(\1)(?![\w'’-])", re.IGNORECASE)
_AND = re.compile(r"(?<![\w'’-])([A-Za-z]{5,})\s+(and|or)\s+(\1)(?![\w'’-])", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\b(?:(?:what|all|how|where|who|that) (?:it|this|that|there|he|she)|what|who|where) $", re.IGNORECASE
)
_OF = re.compile(r" (?:of|for)\b")
_WORD_BEHIND = re.compile(r" ([A-Za-z]+)")
_BEHIND = re.compile(r" ([a-z]+)")
_OF_ADJECTIVES = ("ed", "al", "ic", "ive", "ous", "ful", "ble", "less", "ant", "ent", "ing", "ar")
"""Endings of words that do not stand without a noun."""
_JOINTS = frozenset(("and", "or"))
_JOINED = frozenset("和与及")
_NARROWING = frozenset(("with", "where", "that", "which", "whose", "from"))


class RepeatedWord(SegmentCheck):
    """Finds a doubled word, and one long word on both sides of "and", where two different words were meant."""

    id = CheckId("repeated-word")
    title = Wording("Word said twice", "词语重复")
    explanation = Wording(
        "A word stands twice in a row, or the same long word on both sides of “and”: the Chinese pair (督查督办, "
        "规范化标准化) had two words. Names such as Shuangshuang or Bo Bo, “had had”, “that that” and “again and "
        "again” are left alone.",
        "同一词语连续出现两次，或“and”两侧为同一长词：中文原为两个词（如督查督办、规范化标准化）。"
        "叠字人名、“had had”“that that”“again and again”等不报告。",
    )
    mqm = Mqm.DUPLICATION
    level = Level.WARNING
    family = Family.GRAMMAR
    sight = Sight.TEXTS
    any_length = True
    examples = (
        Example("He visited the the park.", found=("the the",), fixed="He visited the park."),
        Example("its standardized and standardized management", found=("standardized and standardized",)),
        Example("Unannounced Supervision and supervision", found=("Supervision and supervision",)),
        Example("The mission is is open.", found=("is is",), fixed="The mission is open."),
        Example("in the River River basin", found=("River River",), fixed="in the River basin"),
        Example("What it is is a museum."),
        Example("He had had enough, again and again."),
        Example("Fan Bingbing met Bo Bo; it grew more and more."),
        Example("The military and military institutions signed it.", "军方与军工单位签约。"),
        Example("a health and health attraction", "健康养生景点", found=("health and health",)),
        Example("years and years later, with lower and lower prices"),
        Example("Li Li, assistant manager; the Deputy Prime Minister and Minister of Defence"),
        Example("He is called Puff Daddy, P. Diddy or Diddy."),
        Example("Hong Hong Kong and A A tsunami", found=("Hong Hong", "A A"), fixed="Hong Kong and A tsunami"),
        Example("Date: 2019-12-29 [A A]"),
        Example("The The ruling", found=("The The",), fixed="The ruling"),
        Example(
            "Linze Stars 5-3 Hejin A win for Linze Linze Stars came back at home.",
            note="A heading glued to the sentence after it.",
        ),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each pair."""
        words = facts.of(target_words)
        if any(map(eq, words, words[1:])) or (not _JOINTS.isdisjoint(words) and any(map(eq, words, words[2:]))):
            return self._pairs(facts)
        return ()

    def _pairs(self, facts: Facts) -> Iterator[Issue]:
        target = facts.target
        for match in _TWICE.finditer(target):
            word = match[1]
            if word.lower() in grammar_words("doubled") or "\n" in match[2] or _may_be_meant(target, match):
                continue
            span = Span(match.start(), match.end())
            message = say("“{word}” stands here twice.", "“{word}”重复。", word=word)
            yield self.issue(facts, span, message, expected=(word,), fixes=(Fix(span, word),))
        for match in _AND.finditer(target):
            if match[1].lower() in _may_stand_twice() or (match[3][0].isupper() and _OF.match(target, match.end())):
                continue  # "Prime Minister and Minister of Defence" has two offices
            if match[1][0].isupper() and match[3][0].isupper() and not is_english(match[1].lower()):
                continue  # "P. Diddy or Diddy"
            if not _JOINED.isdisjoint(facts.source) and _has_words_behind(target, match):
                continue  # the Chinese joins two things as well
            yield self.issue(
                facts,
                Span(match.start(), match.end()),
                say(
                    "“{word}” stands on both sides of “{joint}”; the Chinese probably has two words here.",
                    "“{joint}”两侧均为“{word}”；中文此处可能是两个不同的词。",
                    word=match[1],
                    joint=match[2],
                ),
            )


def _may_be_meant(target: str, match: re.Match[str]) -> bool:
    """Whether the two words may be a name (Bo Bo, Duran Duran) or a clause and its verb ("what it is is")."""
    word = match[1]
    if word == "is":
        return _CLAUSE.search(target, max(0, match.start() - 40), match.start()) is not None
    if word == match[3] == "A":
        return not _WORD_BEHIND.match(target, match.end())  # the sizes of letters that a page offers: [A A]
    behind = _WORD_BEHIND.match(target, match.end())
    if behind and f"{word} {behind[1]}" in known_places():
        return False  # Hong Hong Kong
    if behind and behind[1][0].isupper() and f"{word} {behind[1]}" in target[: match.start()]:
        return True  # a heading, glued to a sentence that begins with a name of the heading
    low = word.lower()
    if not (word[0].isupper() and match[3][0].isupper()) or len(word) == 1 or low in grammar_words("no-name"):
        return False
    if match.start() == 0 and not is_syllable(low):
        return False
    return is_syllable(low) or (not is_english(low) and word not in known_places() and not capitalised_form(low))


def _has_words_behind(target: str, match: re.Match[str]) -> bool:
    """Whether the second word has words of its own: "the military and military bodies", "areas and areas with"."""
    behind = _BEHIND.match(target, match.end())
    word = match[1].lower()
    if behind is None or word.endswith(_OF_ADJECTIVES):
        return False
    if behind[1] in _NARROWING:
        return True
    return not word.endswith("s") and behind[1] not in grammar_words("behind-noun")


@cache
def _may_stand_twice() -> frozenset[str]:
    """Return the words that English says twice to show a growing degree or a large number."""
    return frozenset(word for row in data_rows("said_twice.tsv") for word in row[0].split())
