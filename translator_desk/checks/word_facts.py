"""The words of a target that are not plain English, found once for all checks that look at words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from translator_desk.checks.base import Facts
from translator_desk.checks.phrase_index import text_words
from translator_desk.checks.term_facts import lowered_target
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.form_lines import form_lines, forms_of
from translator_desk.glossary.term_base import TermBase
from translator_desk.resources import data_rows
from translator_desk.text.dictionary import capitalised_form, is_english
from translator_desk.text.names import known_places
from translator_desk.text.pinyin import is_syllable, proper_splits
from translator_desk.text.span import Span

_SMALL = re.compile(r"(?<![\w.@/\\#_&’'-])[a-z]{3,}(?![\w@/\\#_&]|[-.][A-Za-z0-9]|['’](?!s\b)\w)")
_CAPITAL = re.compile(r"[A-Z](?<![\w.@/&’'-].)[a-z]{5,}(?![\w@/&]|[-’']\w)")
_HUMPS = re.compile(r"\b(?:[A-Z][a-z]{1,5}){3,}\b")
_HUMP = re.compile(r"[A-Z][a-z]+")
_LONGEST_KEPT = 30
_MOST_KEPT = 300_000


class Sort(Enum):
    """What an odd word is."""

    CAPITAL = "known with a capital only"
    DOUBTFUL = "a proper noun or another word"
    PINYIN = "not English, and legal pinyin"
    UNKNOWN = "not English"
    HUMPS = "three legal syllables or more run together, each with a capital"


class OddWord(NamedTuple):
    """A word that plain English does not explain.

    Attributes:
        start: First code point.
        end: End, without a possessive.
        word: As printed.
        sort: What it is.
        capital: How it is written with a capital, "" where nobody knows.
    """

    start: int
    end: int
    word: str
    sort: Sort
    capital: str

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)


def phrase_words(facts: Facts) -> list[str]:
    """Return the words of the target as the clues of phrases have them."""
    return text_words(facts.of(lowered_target))


def fresh_tokens(facts: Facts) -> set[str]:
    """Return what stands between two spaces of the target and was not plain in an earlier text."""
    return set(facts.target.split()).difference(_plain_tokens())


def odd_words(facts: Facts) -> tuple[OddWord, ...]:
    """Return the words that are not plain English, in reading order: small ones, and pinyin run together."""
    fresh = facts.of(fresh_tokens)
    if not fresh:
        return ()
    plain = _plain_tokens()
    odd = False
    for token in fresh:
        if any(_judged(word)[0] for word in _SMALL.findall(token)) or _HUMPS.search(token):
            odd = True
        elif any(map(body_word_meant, _CAPITAL.findall(token))):
            continue
        elif len(token) <= _LONGEST_KEPT:
            if len(plain) >= _MOST_KEPT:
                plain.clear()
            plain.add(token)
    return tuple(_odd_words(facts)) if odd else ()


def _odd_words(facts: Facts) -> Iterator[OddWord]:
    of_terms = facts.context.term_base.index(WordsOfTerms)
    target, low = facts.target, facts.of(lowered_target)
    found = [(match.span(), match[0], _judged(match[0])) for match in _SMALL.finditer(target)]
    found += [(match.span(), match[0], (Sort.HUMPS, "")) for match in _HUMPS.finditer(target) if _is_humped(match[0])]
    for (start, end), word, (sort, capital) in sorted(found, key=lambda one: one[0]):
        if sort is not None and not (sort in (Sort.UNKNOWN, Sort.PINYIN) and of_terms.explain(word, low)):
            yield OddWord(start, end, word, sort, capital)


def _is_humped(word: str) -> bool:
    """Whether a word of capitals in its middle is made of legal syllables."""
    parts = _HUMP.findall(word)
    return "".join(parts) == word and all(is_syllable(part.lower()) for part in parts)


@cache
def _plain_tokens() -> set[str]:
    """Return what stood between two spaces and held no odd word; a text has few such that none before it had."""
    return set()


@cache
def _judged(word: str) -> tuple[Sort | None, str]:
    """Return what a word is and how it is capitalised; None for plain English."""
    if word in capital_words():
        return Sort.DOUBTFUL, word.capitalize()
    capital = capitalised_form(word)
    if not capital and word.capitalize() in known_places() and not is_english(word):
        capital = word.capitalize()
    if capital:
        return Sort.CAPITAL, capital
    if is_english(word):
        return None, ""
    return (Sort.PINYIN if proper_splits(word) else Sort.UNKNOWN), ""


def miswritten_bodies(facts: Facts) -> Iterator[tuple[int, int, str, str]]:
    """Yield place, word and word meant of the slips in capitalised words of which names of bodies are made."""
    if any(body_word_meant(word) for token in facts.of(fresh_tokens) for word in _CAPITAL.findall(token)):
        for match in _CAPITAL.finditer(facts.target):
            if right := body_word_meant(match[0]):
                yield match.start(), match.end(), match[0], right


@cache
def body_word_meant(word: str) -> str:
    """Return the word of bodies' names that a capitalised word was meant to be, "" for all others."""
    small = word.lower()
    if small in _body_words() or is_english(small) or is_english(word) or word in known_places():
        return ""
    if proper_splits(small):
        return ""
    near = [one for one in _body_words() if one[0] == small[0] and OSA.distance(one, small, score_cutoff=1) <= 1]
    return near[0].capitalize() if len(near) == 1 else ""


@cache
def _body_words() -> frozenset[str]:
    return frozenset(word for row in data_rows("body_words.tsv") for word in row[0].split())


class CapitalWord(NamedTuple):
    """A word that is a proper noun and something else.

    Attributes:
        proper: Chinese of the proper noun.
        other: Chinese of the other word.
        beside: English words beside which it is the other word; empty where only the Chinese can tell.
    """

    proper: tuple[str, ...]
    other: tuple[str, ...]
    beside: tuple[str, ...]


@cache
def capital_words() -> dict[str, CapitalWord]:
    """Return the words that are proper nouns with a capital and other words without."""
    found = {}
    for word, *cells in data_rows("capital_words.tsv"):
        several = [tuple(cell.split("|")) if cell else () for cell in (*cells, "", "", "")]
        found[word] = CapitalWord(*several[:3])
    return found


class WordsOfTerms:
    """Tells which words the forms of a term base explain; for ``TermBase.index``."""

    __slots__ = ("_forms", "_lines")

    def __init__(self, term_base: TermBase) -> None:
        self._lines = form_lines(term_base)
        self._forms: dict[str, frozenset[str]] = {}

    def explain(self, word: str, low: str) -> bool:
        """Return whether a form with ``word`` in small letters stands in a text (made by ``normalize.lowered``)."""
        forms = self._forms.get(word)
        if forms is None:
            forms = self._forms[word] = frozenset(
                line
                for entry, number, line in self._lines.holding(word)
                if word in _SMALL.findall(forms_of(entry)[number])
            )
        return any(form in low for form in forms)

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> WordsOfTerms:
        """Return the words of the term base made by one change."""
        return WordsOfTerms(term_base)


def words_not_english(forms: Iterable[str]) -> set[str]:
    """Return the small words of English forms that English does not know."""
    tokens = {token for form in forms for token in form.split()}
    words = {word for token in tokens for word in _SMALL.findall(token)}
    return {word for word in words if _judged(word)[0] in (Sort.UNKNOWN, Sort.PINYIN)}
