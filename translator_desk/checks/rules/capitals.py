"""Proper nouns and sentences that begin with a small letter, and one name written both ways in one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from translator_desk.checks.base import (
    CheckContext,
    Example,
    Facts,
    Family,
    GroupCheck,
    Observation,
    SegmentCheck,
    target_words,
)
from translator_desk.checks.capital_facts import capital_of
from translator_desk.checks.capital_terms import capital_terms
from translator_desk.checks.name_facts import english_names
from translator_desk.checks.name_sources import person_said
from translator_desk.checks.term_facts import lowered_target
from translator_desk.checks.word_facts import odd_words
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Fix, Issue, RelatedPlace
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.dictionary import is_english
from translator_desk.text.names import NameRun, is_given_name, surname_readings
from translator_desk.text.segmenter import abbreviations
from translator_desk.text.span import Span
from translator_desk.wording import Message, Wording, say

_SMALL_AFTER = re.compile(r" ([a-z]{2,})(?![\w-])")
_SMALL_WORD = re.compile(r" [a-z]{2,}(?![\w@]|\.\w)")
_SMALL_SENTENCE = re.compile(r"\.\s+[a-z]")
_NEW_SENTENCE = re.compile(r"(?P<last>[a-z]{3,})\.\s+(?P<word>[a-z]+)(?![\w.@-])")
_GOES_ON = re.compile(r"(?<![\w.@/’'-])[a-z][a-z’'-]+[,;]?\Z")
_BEFORE = 24
_LONGEST_SYLLABLE = 4
_MOST_RELATED = 10
_MOST_BEFORE = 4
_LONG_WORD = re.compile(r"(?<![\w.@/'’])[A-Za-z]{5,}(?![\w@/]|\.\w)")
_LONG_SMALL = re.compile(r"[a-z](?<![\w.@/'’].)[A-Za-z]{4,}(?![\w@/]|\.\w)")
_LEAST_OF_TITLE = 5


class Capitals(SegmentCheck, GroupCheck):
    """Finds small letters where a name or a sentence begins, and one name in both sorts of letters."""

    id = CheckId("capitals")
    title = Wording("Capital letters", "大小写")
    explanation = Wording(
        "A proper noun in small letters (hengyang, july, Cao zhihong), a name of the term base without its capitals, "
        "a sentence that begins small, a small word with a capital within it (on Friday, As he said), or one committee, "
        "city or project written with capitals here and without there. "
        "General use is left alone: “third party”, “his party”, “the mayor”, “fine china”.",
        "专有名词小写（hengyang、july、Cao zhihong）、术语库中的名称未大写、句首小写、句中虚词大写（on Friday, As he said），"
        "或同一机构、城市、活动的大小写前后不一。"
        "普通用法（third party、his party、the mayor、fine china）不报告。",
    )
    mqm = Mqm.CAPITALIZATION
    level = Level.WARNING
    family = Family.SPELLING
    smallest_group = 2
    judged_by = frozenset()
    examples = (
        Example("He came to hengyang in july.", found=("hengyang", "july"), fixed="He came to Hengyang in July."),
        Example("Cao zhihong spoke.", "曹志弘发言。", found=("zhihong",), fixed="Cao Zhihong spoke."),
        Example("led by zhang yining", "由张怡宁带领", found=("zhang yining",), fixed="led by Zhang Yining"),
        Example("as did liu Ye", "刘烨也是", found=("liu",), fixed="as did Liu Ye"),
        Example("exports of china rose", "我国出口增长", found=("china",), fixed="exports of China rose"),
        Example("The city won. it was glad.", found=("it",), fixed="The city won. It was glad."),
        Example(
            "to become a national hygienic city",
            terms="- {id: e, kind: event, zh: 国家卫生城市, en: National Hygienic City}",
            found=("national hygienic city",),
            fixed="to become a National Hygienic City",
        ),
        Example(
            "The Hengnan municipal party committee met.",
            before=(("", "It was led by the Municipal Party Committee."),),
            found=("municipal party committee",),
            fixed="The Hengnan Municipal Party Committee met.",
        ),
        Example(
            "The large-scale media campaign set out.",
            before=(("", "Large-Scale Media Campaign Brings Villages Closer to Their Markets"),),
            note="A headline may have capitals throughout.",
        ),
        Example(
            "It rose; The next day, As he said, it fell At night.",
            found=("The", "As", "At"),
            fixed="It rose; the next day, as he said, it fell at night.",
        ),
        Example("City Opens Its First Museum of Glass and salt On Friday the city opened a museum, its first."),
        Example("They saw “Gone With the Wind”, read The Times and met Director He at home: The end."),
        Example("Besides, the play In the Distance is on.", "此外，《在远方》上演。", note="A title."),
        Example("The third party and his party met the mayor."),
        Example("a set of fine china", "一套精美的瓷器"),
        Example("He visited the U.S. on Saturday, e.g. the internet company."),
        Example("the municipal government and the county government"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each proper noun and each sentence in small letters."""
        for odd in facts.of(odd_words):
            capital = capital_of(facts, odd)
            if capital:
                yield self._small(facts, odd.span, capital)
        target, words = facts.target, facts.of(target_words)
        runs = facts.of(english_names).runs
        ends = [(start + len(run), last) for start, run in runs if (last := _telling_last(run))]
        if facts.source and (surnames := surname_readings().intersection(words)):
            yield from self._half_names(facts, surnames, ends)
            yield from self._small_names(facts, _clear_surnames() & surnames)
        names = facts.context.term_base.index(capital_terms)
        for start, end, form in names.find(target, facts.of(lowered_target), words):
            yield self._small(facts, Span(start, end), form)
        yield from self._big_words(facts, ends)
        if _SMALL_SENTENCE.search(target):
            for match in _NEW_SENTENCE.finditer(target):
                if match["last"] in abbreviations() or not is_english(match["last"]):
                    continue
                word = match["word"]
                message = say("A sentence begins with a small letter.", "句首未大写。")
                yield self._issue(facts, Span(*match.span("word")), word[0].upper() + word[1:], message)

    def _half_names(self, facts: Facts, surnames: frozenset[str], ends: Iterable[tuple[int, str]]) -> Iterator[Issue]:
        """Yield the half of a person's name that is written small; the Chinese must say the name."""
        target = facts.target
        for start, words in facts.of(english_names).runs:
            if target[start - 1 : start] == " ":
                at = target.rfind(" ", 0, start - 1) + 1
                before = target[at : start - 1]
                if before in surnames and _is_person(facts.source, before, words.split(" ", 1)[0], before):
                    yield self._small(facts, Span(at, start - 1), before.capitalize())
        for end, surname in ends:
            after = _SMALL_AFTER.match(target, end)
            if after and _is_person(facts.source, surname, after[1], after[1]):
                yield self._small(facts, Span(*after.span(1)), after[1].capitalize())

    def _big_words(self, facts: Facts, ends: Iterable[tuple[int, str]]) -> Iterator[Issue]:
        """Yield small words with a capital in the middle of a sentence: "It rose; As he said"."""
        target = facts.target
        for end, word in ends:
            at = end - len(word)
            if word not in _big_words() or "《" in facts.source or target[at - 1 : at] != " ":
                continue
            if _SMALL_WORD.match(target, end) and _is_in_a_sentence(target, at - 1):
                message = say(
                    "“{word}” stands in the middle of a sentence and is written small.",
                    "“{word}”位于句中，应小写。",
                    word=word,
                )
                yield self._issue(facts, Span(at, end), word.lower(), message)

    def _small_names(self, facts: Facts, surnames: Iterable[str]) -> Iterator[Issue]:
        """Yield names of persons in small letters throughout; the Chinese must say them."""
        target = facts.target
        for surname in sorted(surnames):
            at = target.find(f"{surname} ")
            while at >= 0:
                given = _SMALL_AFTER.match(target, at + len(surname))
                if given and not _joined(target[at - 1 : at]) and _is_person(facts.source, surname, given[1], ""):
                    yield self._small(facts, Span(at, given.end()), f"{surname.capitalize()} {given[1].capitalize()}")
                at = target.find(f"{surname} ", at + 1)

    def _small(self, facts: Facts, span: Span, capital: str) -> Issue:
        message = say("“{word}” is a name and takes capitals: “{capital}”.", "“{word}”是专名，应大写：{capital}。",
                      word=span.of(facts.target), capital=capital)  # fmt: skip
        return self._issue(facts, span, capital, message)

    def _issue(self, facts: Facts, span: Span, right: str, message: Message) -> Issue:
        return self.issue(facts, span, message, expected=(right,))

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note the names of bodies and projects, by their small letters."""
        target, where = facts.target, (facts.segment.id, facts.document.id)
        heads = _capital_data()["head"].intersection(facts.of(target_words))
        if not heads:
            return
        low = facts.of(lowered_target)
        title = _is_title(target)
        for head in sorted(place for word in heads for place in _places(word, target, low)):
            words = [*_words_before(target, head[0]), head]
            capital = target[words[-1][0]].isupper()
            taken = [words[-1]]
            for start, end in reversed(words[:-1]):
                word = target[start:end]
                if word[0].isupper() != capital or word.lower() in _small_words() or target[end] != " ":
                    break
                taken.insert(0, (start, end))
                if not capital and len(taken) > 1:
                    span = Span(taken[0][0], taken[-1][1])
                    yield self._noted(where, span, target, capital)
            if capital and len(taken) > 1 and not title:
                yield self._noted(where, Span(taken[0][0], taken[-1][1]), target, capital)

    def _noted(self, where: tuple[object, object], span: Span, target: str, capital: bool) -> Observation:
        segment, document = where
        words = span.of(target)
        return Observation((document, words.lower()), segment, document, span, words, None, capital)  # type: ignore[arg-type]

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the places in small letters of what has capitals elsewhere in the document."""
        models = [one for one in observations if one.data]
        if not models or len(models) == len(observations):
            return
        related = tuple(RelatedPlace(one.document, one.segment, one.span, one.text) for one in models[:_MOST_RELATED])
        right = models[0].text
        for one in observations:
            if not one.data:
                message = say(
                    "“{right}” has capitals elsewhere in this document; keep to one way.",
                    "“{right}”在本文件其他地方首字母大写，请统一。",
                    right=right,
                )
                yield self.issue(
                    one, one.span, message, fixes=(Fix(one.span, right),), expected=(right,), related=related
                )


def _is_in_a_sentence(target: str, at: int) -> bool:
    """Whether the words before go on: a stretch without any mark may be a headline that lost its line."""
    if not _GOES_ON.search(target, max(0, at - _BEFORE), at):
        return False
    begin = max(target.rfind(mark, 0, at) for mark in ".!?:\n")
    return "," in target[begin + 1 : at] or ";" in target[begin + 1 : at]


@cache
def _big_words() -> frozenset[str]:
    """Return the small words as they begin a sentence."""
    return frozenset(map(str.capitalize, _capital_data()["small inside"]))


@lru_cache(maxsize=50_000)
def _telling_last(run: str) -> str:
    """Return the last of some capitalised words where it is a surname or a small word, else ""."""
    last = run[run.rfind(" ") + 1 :]
    return last if last.lower() in surname_readings() or last in _big_words() else ""


def _is_title(target: str) -> bool:
    """Whether each long word has a capital, as in headlines: it does not show what is a name."""
    return not _LONG_SMALL.search(target) and len(_LONG_WORD.findall(target)) >= _LEAST_OF_TITLE


def _is_person(source: str, surname: str, given: str, small: str) -> bool:
    """Whether the Chinese says a person of this name; an English word of one syllable is taken for none."""
    if surname.lower() not in surname_readings() or (small in _never_names() and len(given) <= _LONGEST_SYLLABLE):
        return False
    if not is_given_name(given):
        return False
    if is_english(given.lower()) and small == given and len(given) <= _LONGEST_SYLLABLE:
        return False
    return person_said(source, NameRun(0, 0, surname.capitalize(), given.capitalize()))


@cache
def _capital_data() -> dict[str, frozenset[str]]:
    """Return the word lists of the check by their role."""
    return {row[0]: frozenset(row[1].split()) for row in data_rows("capital_heads.tsv")}


@cache
def _clear_surnames() -> frozenset[str]:
    """Return the surnames, small letters, that are no English words."""
    return frozenset(one for one in surname_readings() if not is_english(one))


def _small_words() -> frozenset[str]:
    return _capital_data()["joint"]


def _never_names() -> frozenset[str]:
    return _capital_data()["never a name"]


def _places(word: str, target: str, low: str) -> Iterator[tuple[int, int]]:
    """Yield where a word stands by itself, its first letter small or not."""
    at = low.find(word)
    while at >= 0:
        end = at + len(word)
        if target[at + 1 : end] == word[1:] and not _joined(target[at - 1 : at]) and not _joined(target[end : end + 1]):
            yield at, end
        at = low.find(word, end)


def _joined(letter: str) -> bool:
    """Whether what stands beside a word makes it part of a longer one."""
    return letter.isalnum() or letter == "_"


def _words_before(target: str, at: int) -> list[tuple[int, int]]:
    """Return the places of up to four words before ``at``, parted by one space each."""
    found: list[tuple[int, int]] = []
    while len(found) < _MOST_BEFORE and at > 1 and target[at - 1] == " ":
        end = at - 1
        at = target.rfind(" ", 0, end) + 1
        if not target[at:end].isalpha():
            at = next((one for one in range(end, at, -1) if not target[one - 1].isalpha()), at)
        if at == end:
            break
        found.insert(0, (at, end))
    return found
