"""Articles: "a" and "an" by the sound that follows, "the" before named bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight, target_words
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Fix, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.articles import sound_of
from translator_desk.text.span import Span
from translator_desk.wording import Message, Wording, say

_WORD = r"[\"“‘']?(?P<word>[A-Za-z]+)(?![A-Za-z&/]|\.[A-Za-z])"
_ARTICLE = re.compile(rf"(?P<article>a(?:(?<=[ (“\"‘—]a)|(?<=^a))n?) {_WORD}")
_CAPITAL = re.compile(rf"(?:^|[.!?] )(?P<article>An?) {_WORD}")
_NUMBER = re.compile(r"(?: |^)(?P<article>a) (?P<word>(?:8\d*|1[18])(?:,\d{3})*(?![\d.:/]))")
_BEFORE = "of|by|from|with|to|in|at|under|for|on|between|against|through|via"
_AFTER = (
    r"(?=[.,;:!?]|['’]s\b|\s+(?:and|in|on|to|of|for|was|were|is|are|has|have|had|will|said|at|by|from|with|that|as)\b)"
)
_FIRST_NAME = re.compile(r"\b[A-Z][A-Za-z]{2,}")
_ARTICLES = frozenset(("a", "an"))
_RIGHT = {"vowel": "an", "consonant": "a"}
_FULL_STOP = '.!?"”'


class ArticleError(SegmentCheck):
    """Finds the wrong one of "a" and "an", and names of bodies without their article."""

    id = CheckId("article-error")
    title = Wording("Article", "冠词")
    explanation = Wording(
        "“a” before a vowel sound or “an” before a consonant (a hour, an university), or a named body without “the” in "
        "running text (“of CPC Hengyang Municipal Committee”). Headlines, abbreviations read by letters (an MBA) and "
        "words with two usages (an historic) are left alone. Ministries, countries and the like, which lists often name "
        "without it, are shown for information.",
        "元音音素前用了 a，或辅音音素前用了 an（a hour、an university）；正文中机构专名前缺少 the（of CPC Hengyang Municipal "
        "Committee）。标题、逐字母读的缩写（an MBA）及两可的词（an historic）不报告；部委、国名等并列时常省略冠词，仅作提示。",
    )
    mqm = Mqm.GRAMMAR
    level = Level.WARNING
    family = Family.GRAMMAR
    sight = Sight.TEXTS
    signs = Signs(words=lambda: _telling_words())
    examples = (
        Example("It took a hour.", found=("a hour",), fixed="It took an hour."),
        Example("He founded an university.", found=("an university",), fixed="He founded a university."),
        Example("a 11-year-old boy", found=("a 11",), fixed="an 11-year-old boy"),
        Example(
            "He is Deputy Secretary of CPC Hengyang Municipal Committee.",
            found=("of CPC Hengyang Municipal Committee",),
            fixed="He is Deputy Secretary of the CPC Hengyang Municipal Committee.",
        ),
        Example(
            "He came from United Nations.", found=("from United Nations",), fixed="He came from the United Nations."
        ),
        Example("a one-off, a European, a unit, an hour, an MBA, an SUV, an historic day, a UN report, Plan A is"),
        Example("a useful thing of the CPC Hengyang Municipal Committee; a 10th of an 80-year span, a 1.1 km road"),
        Example("Meeting of CPC Hengyang Municipal Committee Held", note="A headline."),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each article."""
        target, words = facts.target, facts.of(target_words)
        found = list[Issue]()
        wrong = any(_is_wrong(one, other) for one, other in pairwise(words) if one in _ARTICLES)
        if wrong:
            found += self._sounds(facts, _ARTICLE)
        if "a 8" in target or "a 1" in target:
            found += self._sounds(facts, _NUMBER)
        if wrong and (target[:1] == "A" or " A" in target):
            found += self._sounds(facts, _CAPITAL)
        if not _body_words().isdisjoint(words):
            found += self._bodies(facts)
        return found

    def _sounds(self, facts: Facts, pattern: re.Pattern[str]) -> Iterator[Issue]:
        """Yield the wrong ones of "a" and "an"."""
        for match in pattern.finditer(facts.target):
            article, word = match["article"], match["word"]
            right = _RIGHT.get(sound_of(word), article.lower())
            if right != article.lower():
                right = right.capitalize() if article[0] == "A" else right
                message = say(
                    "“{word}” takes “{right}”, by its sound.",
                    "按读音，“{word}”前应用“{right}”。",
                    word=word,
                    right=right,
                )
                yield self._article(facts, Span(match.start("article"), match.end()), article, right, message)

    def _article(self, facts: Facts, span: Span, article: str, right: str, message: Message) -> Issue:
        words = span.of(facts.target)
        return self.issue(facts, span, message, expected=(right + words[len(article) :],))

    def _bodies(self, facts: Facts) -> Iterator[Issue]:
        """Yield the named bodies without "the"; a headline, which ends without a full stop, may go without."""
        target = facts.target
        if target.rstrip()[-1:] not in tuple(_FULL_STOP):
            return
        for match in _bodies().finditer(target):
            at = match.start("body")
            yield self.issue(
                facts,
                Span(match.start(), match.end()),
                say("“{body}” takes “the” here.", "此处“{body}”前应有“the”。", body=match["body"]),
                level=None if "Committee" in match["body"] else Level.INFO,
                expected=(f"{target[match.start() : at]}the {match['body']}",),
                fixes=(Fix(Span(at, at), "the "),),
            )


@lru_cache(maxsize=20_000)
def _is_wrong(article: str, word: str) -> bool:
    """Return whether an article does not go with a word, both in small letters; capitals may make it a name or letters."""
    return _RIGHT.get(sound_of(word), article) != article


@cache
def _bodies() -> re.Pattern[str]:
    names = "|".join(row[0] for row in data_rows("named_bodies.tsv"))
    return re.compile(rf"\b(?:{_BEFORE}) (?P<body>(?:{names})){_AFTER}")


def _telling_words() -> frozenset[str]:
    """Return words of which every text has one in which something is found."""
    return _ARTICLES | _body_words()


@cache
def _body_words() -> frozenset[str]:
    """Return words of which every named body has one, in small letters."""
    return frozenset(_FIRST_NAME.findall(row[0])[-1].lower() for row in data_rows("named_bodies.tsv"))
