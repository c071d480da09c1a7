"""Words miswritten in ways that a dictionary alone cannot tell: one word for another, plurals in -ys, swapped letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck
from translator_desk.checks.phrase import Phrase, phrase
from translator_desk.checks.phrase_index import PhraseIndex, text_words
from translator_desk.checks.phrase_words import listed
from translator_desk.checks.word_facts import (
    Sort,
    fresh_tokens,
    miswritten_bodies,
    odd_words,
    phrase_words,
)
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.dictionary import is_english, near_words
from translator_desk.text.normalize import lowered
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_CONSONANT_YS = re.compile(r"[a-z]+[^aeiou]ys")
_SHORTEST_SWAPPED = 4


class ConfusedWord(NamedTuple):
    """A word that is often written for another.

    Attributes:
        wrong: The word as it is miswritten.
        right: The word that is meant.
        example: A sentence that holds the wrong word between « and ».
        phrases: Beside which words it is the wrong one.
    """

    wrong: str
    right: str
    example: str
    phrases: tuple[Phrase, ...]


class WrongWord(SegmentCheck):
    """Finds words written for others ("whether forecast") and slips of spelling that are certain in any length."""

    id = CheckId("wrong-word")
    title = Wording("Wrong word", "误用形近词")
    explanation = Wording(
        "A word that the dictionary knows stands where the words beside it show that another is meant: “whether "
        "forecast”, “from it's start”, “pubic services”. The pairs stand in resources/data/confused_words.tsv. Plurals "
        "in -ys (“secretarys”), two letters swapped in a short word (“frist”) and slips in the words that names of "
        "bodies are made of (“Colledge”, “Commitee”) are certain as well.",
        "词典中有该词，但上下文表明应为另一个词：“whether forecast”“from it's start”“pubic services”，词对见 "
        "resources/data/confused_words.tsv。以 -ys 结尾的复数（“secretarys”）、短词中两个字母颠倒（“frist”）、"
        "机构名称用词的拼写错误（“Colledge”“Commitee”）同样报告。",
    )
    mqm = Mqm.SPELLING
    level = Level.WARNING
    family = Family.SPELLING
    examples = (
        Example("They sent a whether warning.", found=("whether",), fixed="They sent a weather warning."),
        Example("It grew from it's early days.", found=("it's",), fixed="It grew from its early days."),
        Example("the frist item of the partys", found=("frist", "partys"), fixed="the first item of the parties"),
        Example("Yangzhou Polytechnic Colledge", found=("Colledge",), fixed="Yangzhou Polytechnic College"),
        Example("They ask whether the forecast is right, and it's certain; the days of the Committees."),
        Example("Bureaux, Komitee and Colle in the toys' and boys' museum"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each word that stands for another."""
        words = facts.of(phrase_words)
        shown = [] if _wrong_words().isdisjoint(words) else _confused_index()[1].find(words)
        if not shown and not facts.of(fresh_tokens):
            return ()
        return (*self._confused(facts, shown), *self._slips(facts))

    def _slips(self, facts: Facts) -> Iterator[Issue]:
        for start, end, word, right in (*_small_slips(facts), *miswritten_bodies(facts)):
            message = say(
                "“{word}” is miswritten: “{right}”.", "“{word}”拼写有误，应为“{right}”。", word=word, right=right
            )
            yield self.issue(facts, Span(start, end), message, expected=(right,))

    def _confused(self, facts: Facts, shown: Iterable[int]) -> Iterator[Issue]:
        pairs, _ = _confused_index()
        seen: set[Span] = set()
        for number in shown:
            pair, one = pairs[number]
            for match in one.matches(facts.target):
                span = one.span(match)
                if span in seen:
                    continue
                seen.add(span)
                wrong = span.of(facts.target)
                right = pair.right.capitalize() if wrong[0].isupper() else pair.right
                message = say(
                    "“{wrong}” beside these words is a slip for “{right}”: “{words}”.",
                    "此处“{wrong}”应为“{right}”：“{words}”。",
                    wrong=wrong,
                    right=right,
                    words=match[0],
                )
                yield self.issue(facts, span, message, expected=(right,))


@cache
def confused_words() -> tuple[ConfusedWord, ...]:
    """Return the pairs of words that are confused, with the words beside which they are."""
    return tuple(
        ConfusedWord(
            wrong, right, example, tuple(phrase(one.replace("~", f"«{wrong}»")) for one in beside.split(" ; "))
        )
        for wrong, right, beside, example in data_rows("confused_words.tsv")
    )


@cache
def _wrong_words() -> frozenset[str]:
    """Return the words that are miswritten for others, as the clues of phrases have them."""
    return frozenset(word for pair in confused_words() for word in text_words(lowered(pair.wrong))[1:-1])


@cache
def _confused_index() -> tuple[tuple[tuple[ConfusedWord, Phrase], ...], PhraseIndex]:
    pairs = tuple((pair, one) for pair in confused_words() for one in pair.phrases)
    return pairs, PhraseIndex(one.clue for _, one in pairs)


def _small_slips(facts: Facts) -> Iterator[tuple[int, int, str, str]]:
    for odd in facts.of(odd_words):
        if odd.sort is Sort.UNKNOWN and odd.word not in facts.context.own.words and (right := _meant(odd.word)):
            yield odd.start, odd.end, odd.word, right


@cache
def _meant(word: str) -> str:
    """Return the word meant by one that is not English: its plural, or its letters in their right order."""
    if word in _double_plurals():
        return _double_plurals()[word]
    if _CONSONANT_YS.fullmatch(word) and is_english(word[:-1]) and is_english(word[:-2] + "ies"):
        return word[:-2] + "ies"
    if len(word) < _SHORTEST_SWAPPED:
        return ""
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    meant = swapped.intersection(near_words(word))
    return meant.pop() if len(meant) == 1 else ""


@cache
def _double_plurals() -> dict[str, str]:
    """Return the irregular plurals by the forms that a plural ending makes of them, or of their singulars."""
    pairs = [pair.split("/") for pair in listed("irregular plural")]
    return {f"{form}s": many for one, many in pairs for form in (one, many) if not is_english(f"{form}s")}
