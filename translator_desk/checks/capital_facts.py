"""Which words in small letters are names, and how they are written."""

from __future__ import annotations

import re

from translator_desk.checks.base import Facts
from translator_desk.checks.name_facts import known_names
from translator_desk.checks.word_facts import OddWord, Sort, capital_words
from translator_desk.text.names import place_suffixes
from translator_desk.text.pinyin import split_syllables
from translator_desk.text.sounds import heard

_WORD = re.compile(r"[A-Za-z]+")
_SHORTEST_PLACE = 4
_AROUND = 20
"""Code points on either side of a word that show which of two words it is."""


def capital_of(facts: Facts, odd: OddWord) -> str:
    """Return how an odd word is capitalised, "" where it is none of ours or rightly small."""
    if odd.sort is Sort.CAPITAL:
        return odd.capital
    if odd.sort is Sort.DOUBTFUL:
        return odd.capital if _is_proper(facts, odd) else ""
    names = facts.context.term_base.index(known_names)
    entry = names.one_word_places.get(odd.word)
    if entry is not None:
        return odd.word.capitalize()
    if re.search(rf"\b{odd.word.capitalize()}\b", facts.target):
        return odd.word.capitalize()
    if odd.sort is Sort.PINYIN and len(odd.word) >= _SHORTEST_PLACE:
        characters = names.place_characters.get(odd.word, ())
        if any(one in facts.source for one in characters) or _place_said(facts.source, odd.word):
            return odd.word.capitalize()
    return ""


def _is_proper(facts: Facts, odd: OddWord) -> bool:
    word, source = capital_words()[odd.word], facts.source
    if source:
        return any(one in source for one in word.proper) and not any(one in source for one in word.other)
    around = facts.target[max(0, odd.start - _AROUND) : odd.end + _AROUND].lower()
    return bool(word.beside) and word.beside[0] != "" and set(word.beside).isdisjoint(_WORD.findall(around))


def _place_said(source: str, word: str) -> bool:
    """Whether characters that a word spells stand in the source with a place's ending behind them."""
    return any(
        source.startswith(place_suffixes(), start + len(split))
        for split in split_syllables(word)
        if len(split) > 1
        for start in heard(source, split)
    )
