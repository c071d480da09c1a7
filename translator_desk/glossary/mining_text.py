"""Words of both languages as term mining compares them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from translator_desk.resources import data_rows
from translator_desk.text.lexicon import known_words, words_of
from translator_desk.text.scripts import HAN_RANGES, simplify

_ZH = re.compile(rf"[{HAN_RANGES}]+|[A-Za-z]+|[0-9]+(?:[.,][0-9]+)*")
_EN = re.compile(r"[A-Za-zÀ-ɏ]+|[0-9]+(?:[.,][0-9]+)*")
_SOFT = re.compile(r"[\s\-‐‑–/'’&]*")
_ABBREVIATION = re.compile(r"\.[\s]*")
_ARTICLES = frozenset({"a", "an", "the"})


class ZhWord(NamedTuple):
    """A Chinese word: its text, its word class as jieba names it, where it stands."""

    text: str
    tag: str
    start: int
    end: int


class EnWord(NamedTuple):
    """An English word.

    Attributes:
        start: First code point.
        end: End.
        norm: In lower case, singular.
        hard: Whether something stands before it that no phrase goes over (a comma, a bracket).
    """

    start: int
    end: int
    norm: str
    hard: bool


def chinese_words(text: str) -> list[ZhWord]:
    """Return the words of a Chinese text, in order; numbers and Latin words are words too."""
    import rjieba  # lazily: reading its dictionary takes longer than the window needs to show

    words: list[ZhWord] = []
    for match in _ZH.finditer(simplify(text)):
        at = match.start()
        if match[0].isascii():
            words.append(ZhWord(match[0], "eng", at, match.end()))
            continue
        for word, tag in rjieba.tag(match[0]):
            words.append(ZhWord(word, tag, at, at + len(word)))
            at += len(word)
    return words


def english_words(text: str) -> list[EnWord]:
    """Return the words of an English text, in order; articles and the s of a possessive left out."""
    words: list[EnWord] = []
    end = 0
    hard = True
    for match in _EN.finditer(text):
        between = text[end : match.start()]
        soft = (
            between == " "
            or _SOFT.fullmatch(between)
            or (_ABBREVIATION.fullmatch(between) and words and end - words[-1].start == 1 and words[-1].end == end)
        )
        hard = hard or not soft
        end = match.end()
        norm = normal(match[0])
        if norm not in _ARTICLES and not (norm == "s" and between in ("'", "’")):
            words.append(EnWord(match.start(), end, norm, hard))
            hard = False
    return words


def english_norms(text: str) -> frozenset[str]:
    """Return the words of an English text as ``normal`` spells them: all of ``english_words``, and articles."""
    return frozenset(map(normal, _EN.findall(text)))


@lru_cache(maxsize=100_000)
def normal(word: str) -> str:
    """Return a word in lower case and singular, in one of its spellings."""
    word = word.lower()
    if len(word) > 4:
        if word.endswith("ies"):
            word = word[:-3] + "y"
        elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
        word = word.replace("isation", "ization").removesuffix("our") + ("or" if word.endswith("our") else "")
    return word


@lru_cache(maxsize=100_000)
def stem(norm: str) -> str:
    """Return the stem of a word made by ``normal``."""
    return str(_stemmer().stemWord(norm))


@cache
def _stemmer() -> Any:
    import snowballstemmer  # lazily: only who looks for terms needs it

    return snowballstemmer.stemmer("english")


@cache
def stop_words() -> frozenset[str]:
    """Return English words that no term begins or ends with."""
    return _classes()["en"]


def may_be_term(words: Sequence[ZhWord]) -> bool:
    """Return whether words can be a term by their classes: no particle or the like at either end, no lone verb."""
    classes = _classes()
    first, last = words[0], words[-1]
    if len(words) == 1 and first.tag[:1] in classes["alone"]:
        return False
    if first.text in classes["first"] or _is_pointing(first.text):
        return False
    return not any(
        one.tag[:1] in classes["edge"]
        or one.tag == "eng"
        or (len(one.text) == 1 and one.tag[:1] in classes["short-edge"])
        for one in (first, last)
    )


def is_common(zh: str) -> bool:
    """Return whether Chinese is one common word, such as everybody knows (市场, 时间)."""
    known = known_words(zh)
    return len(known) == 1 and known[0].end - known[0].start == len(zh)


def is_usual(zh: str, en: str) -> bool:
    """Return whether English is one of the words that usually render a common Chinese word (市场, market)."""
    (known,) = known_words(zh)
    return len(en.split()) == 1 and any(beginning in words_of(en) for beginning in known.beginnings)


def _is_pointing(word: str) -> bool:
    """Whether a word says which or how many of a kind, as in 全市 and 本省, and names nothing."""
    classes = _classes()
    return len(word) == 2 and word[0] in classes["which"] and word[1] in classes["kind"]


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1:]) for row in _rows()}


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, data_rows("mining_words.tsv")))
