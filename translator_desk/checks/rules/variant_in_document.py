"""Two renderings of one thing in a document, told by shared head and context, without the Chinese."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from translator_desk.checks.base import (
    CheckContext,
    Example,
    Facts,
    Family,
    GroupCheck,
    Observation,
    Sight,
    target_words,
)
from translator_desk.checks.term_facts import lowered_target
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue, RelatedPlace
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.inflection import word_forms
from translator_desk.text.names import known_places
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_MOST_MODIFIERS = 3
_FEWEST_WORDS = 3
_STEM = 4
_FARTHEST = 90
"""Code points before a phrase in which a place stands that it follows."""
_MOST_RELATED = 10
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")


class _Phrase(NamedTuple):
    """Some modifiers and a head.

    Attributes:
        words: In small letters, the head in the singular.
        named: Whether it is spelt as a name or follows one.
    """

    words: tuple[str, ...]
    named: bool


class VariantInDocument(GroupCheck):
    """Compares phrases of three or four words that end in nouns for one kind of thing.

    Two are variants where they hold the same words in another order, differ in the ending of one word (digital
    economy, digital economic), have the same modifiers and heads of one kind (Work Meeting, Work Conference), or begin
    alike and have heads of one kind where the rest are no words by which such things differ.
    """

    id = CheckId("variant-in-document")
    title = Wording("Two renderings of one thing", "同一事物疑有两种译法")
    explanation = Wording(
        "Two phrases of a document look like two renderings of one thing: the same words in another order (national "
        "regional key city, national key regional city), one word with another ending (digital economic corridor, "
        "digital economy corridor), two nouns for one head (Work Meeting, Work Conference; comprehensive insurance zone, "
        "comprehensive protection area). Works without the Chinese; the rarer one is shown with the places of the other.",
        "文档中两个短语像是同一事物的两种译法：词序不同（national regional key city 与 national key regional city）、一词词尾不同"
        "（digital economic corridor 与 digital economy corridor）、中心词不同（Work Meeting 与 Work Conference；"
        "comprehensive insurance zone 与 comprehensive protection area）。不需要原文；报告较少见者，并列出另一种的位置。",
    )
    mqm = Mqm.INCONSISTENT_TERM
    level = Level.WARNING
    family = Family.CONSISTENCY
    sight = Sight.TEXTS
    smallest_group = 2
    judged_by = frozenset()
    examples = (
        Example(
            "Firms in the comprehensive protection area were visited.",
            before=(
                ("", "Hengyang comprehensive insurance zone grew."),
                ("", "The comprehensive insurance zones grow."),
            ),
            found=("comprehensive protection area",),
        ),
        Example(
            "It leads the Hengzhou Avenue digital economy corridor.",
            before=(("", "the Hengzhou Avenue digital economic corridor"),),
            found=("digital economy corridor",),
        ),
        Example(
            "It will be a national key regional city.",
            before=(("", "the building of a national regional key city"),),
            found=("national key regional city",),
        ),
        Example("A free trade zone and an industrial park", before=(("", "an economic development zone"),)),
        Example("An ecological demonstration area", before=(("", "an ecological development zone"),)),
        Example("two comprehensive bonded zones", before=(("", "the comprehensive bonded zone"),)),
        Example("He met the project team and the working group."),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Return the phrases of the target, each under the document and the kind of its head."""
        forms = _heads().keys() & facts.of(target_words)
        found = []
        for start, form in _places(forms, facts.of(lowered_target)) if forms else ():
            phrase = _phrase(facts.target, start, form)
            if phrase is not None:
                span, read = phrase
                key = (facts.document.id, _heads()[form][0])
                words = span.of(facts.target)
                found.append(Observation(key, facts.segment.id, facts.document.id, span, words, None, read))
        return found

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the rarer phrase of each pair, the later where both are equally frequent."""
        by_words: defaultdict[tuple[str, ...], list[Observation]] = defaultdict(list)
        named: set[tuple[str, ...]] = set()
        for one in observations:
            phrase = _data(one)
            by_words[phrase.words].append(one)
            if phrase.named:
                named.add(phrase.words)
        if len(by_words) < 2:
            return
        order = {words: number for number, words in enumerate(by_words)}
        usual_first = sorted(by_words, key=lambda words: -len(by_words[words]))  # of two equals the first to be read
        alike: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
        for number, words in enumerate(usual_first):
            for key in _keys(words):
                alike[key].append(number)
        rivals: defaultdict[int, set[int]] = defaultdict(set)
        for several in alike.values():
            for at in range(1, len(several)):
                rivals[several[at]].update(several[:at])
        for number in sorted(rivals, key=lambda one: order[usual_first[one]]):
            words = usual_first[number]
            others = map(usual_first.__getitem__, sorted(rivals[number]))
            usual = next((other for other in others if _variants(words, other, words in named or other in named)), None)
            if usual is not None:
                for one in by_words[words]:
                    yield self._issue(one, by_words[usual], named=words in named or usual in named)

    def _issue(self, one: Observation, usual: Sequence[Observation], *, named: bool) -> Issue:
        return self.issue(
            one,
            one.span,
            say(
                "“{words}” and “{usual}” ({count}× in this document) may be one thing; keep to one rendering.",
                "“{words}”与“{usual}”（本文 {count} 次）可能指同一事物；请统一译法。",
                words=one.text,
                usual=usual[0].text,
                count=len(usual),
            ),
            level=None if named else Level.INFO,
            related=[RelatedPlace(o.document, o.segment, o.span, o.text) for o in usual[:_MOST_RELATED]],
        )


def _places(forms: Iterable[str], lowered: str) -> list[tuple[int, str]]:
    """Return where some words stand behind a space or at the beginning, in reading order."""
    found = []
    for form in forms:
        start = lowered.find(form)
        while start >= 0:
            end = start + len(form)
            if (not start or lowered[start - 1] == " ") and not lowered[end : end + 1].isalnum():
                found.append((start, form))
            start = lowered.find(form, end)
    return sorted(found)


def _phrase(target: str, start: int, form: str) -> tuple[Span, _Phrase] | None:
    """Return the phrase whose head, a form of one, stands at ``start``; None where it has too few modifiers."""
    begin = start
    modifiers: list[str] = []
    while len(modifiers) < _MOST_MODIFIERS and begin and target[begin - 1] == " ":
        before = target[target.rfind(" ", 0, begin - 1) + 1 : begin - 1]
        word = _last_word(before)
        if not word or word.lower() in _stops():
            break
        modifiers.append(word)
        begin -= len(word) + 1
        if word != before:
            break
    if len(modifiers) < _FEWEST_WORDS - 1:
        return None
    title = target[start].isupper() and all(word[0].isupper() for word in modifiers)
    named = title or _word_before(target, begin) in known_places()
    while modifiers and modifiers[-1][0].isupper() and not title:
        begin += len(modifiers.pop()) + 1  # "Hengyang comprehensive bonded zone": the place is no part of it
        named = True
    if len(modifiers) < _FEWEST_WORDS - 1:
        return None
    low = (*map(str.lower, reversed(modifiers)), _heads()[form][1])
    return Span(begin, start + len(form)), _Phrase(low, named)


def _word_before(target: str, at: int) -> str:
    """Return the last word before ``at``, whatever stands between."""
    word = _last_word(target[target.rfind(" ", 0, at - 1) + 1 : at - 1]) if target[at - 1 : at] == " " else ""
    return word or next(reversed(_WORD.findall(target, max(0, at - _FARTHEST), at)), "")


@lru_cache(maxsize=100_000)
def _last_word(text: str) -> str:
    """Return the word at the end of a text, "" where it ends in something else."""
    words = _WORD.findall(text)
    return words[-1] if words and text.endswith(words[-1]) else ""


def _data(one: Observation) -> _Phrase:
    assert isinstance(one.data, _Phrase)
    return one.data


@lru_cache(maxsize=50_000)
def _keys(words: tuple[str, ...]) -> frozenset[tuple[object, ...]]:
    """Return keys of which two phrases share one that ``_variants`` may join: all are not compared with all."""
    keys: set[tuple[object, ...]] = set()
    for size in range(_FEWEST_WORDS, len(words) + 1):
        tail = words[-size:]
        keys |= {("words", *sorted(tail)), ("stems", *(word[:_STEM] for word in tail[:-1]))}
    if words[-1] in _zones():
        middle = words[1:-1]
        keys |= {("zone", len(words), words[0], n, *middle[:n], *middle[n + 1 :]) for n in range(len(middle))}
    return frozenset(keys)


@lru_cache(maxsize=50_000)
def _variants(one: tuple[str, ...], other: tuple[str, ...], named: bool) -> bool:
    """Whether two phrases may render one thing."""
    size = min(len(one), len(other))
    a, b = one[-size:], other[-size:]
    if a == b or size < _FEWEST_WORDS:
        return False
    if sorted(a) == sorted(b):
        return True
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differing) == 1:
        x, y = differing[0]
        if (x, y) == (a[-1], b[-1]):
            return named  # the same modifiers, heads of one kind
        return (
            x[:_STEM] == y[:_STEM]
            and "-" not in x + y
            and len(x) > _STEM
            and x not in word_forms(y)
            and y not in word_forms(x)
        )
    if len(differing) == 2 and {a[-1], b[-1]} <= _zones() and a[-1] != b[-1] and a[0] == b[0] and len(a[0]) > _STEM:
        return (
            named and len(one) == len(other) and all(word not in _kinds() for pair in differing[:-1] for word in pair)
        )
    return False


@cache
def _rows() -> dict[str, list[list[str]]]:
    found: defaultdict[str, list[list[str]]] = defaultdict(list)
    for role, words in data_rows("variant_heads.tsv"):
        found[role].append(words.split())
    return found


@cache
def _heads() -> dict[str, tuple[int, str]]:
    """Return for heads in singular and plural the number of their row and the singular."""
    return {
        form: (number, word)
        for number, words in enumerate(_rows()["heads"])
        for word in words
        for form in (word, word + "s", word[:-1] + "ies")
    }


@cache
def _zones() -> frozenset[str]:
    """Return the heads of the first row, which name zones of a city."""
    return frozenset(_rows()["heads"][0])


@cache
def _stops() -> frozenset[str]:
    return frozenset(word for words in _rows()["stop"] for word in words)


@cache
def _kinds() -> frozenset[str]:
    return frozenset(word for words in _rows()["kinds"] for word in words)
