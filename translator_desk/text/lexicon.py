"""Common Chinese words and the beginnings of the English words that usually render them.

Good for two questions: do two sentences belong together, and does a stretch of Chinese have no counterpart at all.
No dictionary: a word that is missing here says nothing, and a rendering that is not listed may be right.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from translator_desk.resources import data_rows

_SHORT = 2
_OTHER = {ord(mark): " " for mark in "\t\n\r\"'()[]{}<>,.;:!?/\\-–—…“”‘’«»*&#@%+="}


class KnownWord(NamedTuple):
    """A word of the lexicon in a Chinese text.

    Attributes:
        start: First code point.
        end: End.
        beginnings: What to look for in an English text made by ``words_of``.
        light: Whether it is so often rendered freely that its absence says little.
    """

    start: int
    end: int
    beginnings: tuple[str, ...]
    light: bool


def known_words(text: str) -> list[KnownWord]:
    """Return the words of simplified ``text`` that the lexicon has, in order, the longest at each place."""
    words, longest = _lexicon()
    found = []
    at, size = 0, len(text)
    while at < size:
        for length in range(min(longest.get(text[at], 0), size - at), 0, -1):
            known = words.get(text[at : at + length])
            if known is not None:
                found.append(KnownWord(at, at + length, *known))
                at += length
                break
        else:
            at += 1
    return found


def words_of(text: str) -> str:
    """Return the words of an English text in small letters with one space or more around each; marks become spaces."""
    return f" {text.lower().translate(_OTHER)} "


def is_common_word(word: str) -> bool:
    """Return whether the lexicon has a simplified word."""
    return word in _lexicon()[0]


def lexicon_rows() -> list[tuple[str, tuple[str, ...], bool]]:
    """Return the words with what to look for and whether they are light, as ``KnownWord`` has them."""
    return [(word, *known) for word, known in _lexicon()[0].items()]


@cache
def sought_beginnings() -> frozenset[str]:
    """Return every beginning that some word of the lexicon looks for."""
    return frozenset(one for beginnings, _ in _lexicon()[0].values() for one in beginnings)


@cache
def _lexicon() -> tuple[dict[str, tuple[tuple[str, ...], bool]], dict[str, int]]:
    """Return the words, and for each first character the length of the longest word."""
    words = {row[0]: (tuple(map(_sought, row[1].split())), len(row) > 2) for row in data_rows("common_words.tsv")}
    longest: dict[str, int] = {}
    for word in words:
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return words, longest


def _sought(beginning: str) -> str:
    """Return what to look for; a short beginning must be the whole word ("us" is not "used")."""
    plain = beginning.translate(_OTHER).strip()
    return f" {plain} " if len(plain) <= _SHORT else f" {plain}"
