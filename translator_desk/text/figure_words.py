"""The words that figures are made of, read from ``resources/data`` once."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from translator_desk.resources import data_rows
from translator_desk.text.quantity import Hedge, Value

_HEDGES = {"about": Hedge.ABOUT, "over": Hedge.OVER, "under": Hedge.UNDER}


@dataclass(frozen=True, slots=True)
class EnglishWord:
    """An English word that carries a value.

    Attributes:
        role: digit, teen, tens, magnitude, ordinal, part, multiple, implied or vague.
        low: Its value.
        high: Upper end of a vague word, else ``low``.
    """

    role: str
    low: Value
    high: Value


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        id: First column of ``units.tsv``.
        chinese: How Chinese writes it.
        english: How English writes it, lower case.
        measures: Units that measure the same can be converted.
        size: In the base unit of what it measures.
    """

    id: str
    chinese: tuple[str, ...]
    english: tuple[str, ...]
    measures: str
    size: float


@cache
def english_words() -> dict[str, EnglishWord]:
    """Return the English number words, lower case."""
    table = {}
    for word, role, low, *high in data_rows("number_words.tsv"):
        value: Value = Fraction(low) if "/" in low else int(low)
        table[word] = EnglishWord(role, value, int(high[0]) if high else value)
    return table


@cache
def units() -> dict[str, Unit]:
    """Return the units by id."""
    return {
        id_: Unit(id_, tuple(zh.split()), tuple(w.replace("_", " ") for w in en.split()), measures, float(size or 1))
        for id_, zh, en, measures, size in data_rows("units.tsv")
    }


@cache
def chinese_units() -> dict[str, str]:
    """Return unit ids by their Chinese form; the first unit that lists a form has it."""
    table: dict[str, str] = {}
    for unit in units().values():
        for form in unit.chinese:
            table.setdefault(form, unit.id)
    return table


@cache
def english_units() -> dict[str, str]:
    """Return unit ids by their English form."""
    table: dict[str, str] = {}
    for unit in units().values():
        for form in unit.english:
            table.setdefault(form, unit.id)
    return table


@cache
def hedges(language: str, place: str) -> dict[str, Hedge]:
    """Return hedging words of ``language`` ("zh", "en") that stand "before" or "after" a figure."""
    return {
        word.replace("-", " "): _HEDGES[hedge]
        for lang, where, hedge, words in data_rows("vague_words.tsv")
        if (lang, where) == (language, place)
        for word in words.split()
    }


@cache
def measure_words_of(unit: str) -> tuple[str, ...]:
    """Return the Han words after which ``unit`` only counts and is not translated (户 after 市场主体)."""
    return tuple(word for id_, words in data_rows("measure_words.tsv") if id_ == unit for word in words.split())


@cache
def growth_words() -> dict[str, tuple[str, ...]]:
    """Return the Han words around multiples by role: grow, shrink, filler, ratio."""
    return {role: tuple(words.split()) for role, words in data_rows("growth_words.tsv")}


@cache
def session_words() -> dict[str, tuple[str, ...]]:
    """Return the nouns of bodies, sessions and plans, lower case, by what they number."""
    return {role: tuple(words.split()) for role, words in data_rows("session_words.tsv")}


@cache
def set_phrases() -> tuple[str, ...]:
    """Return the Han strings whose numeral is no figure, longest first."""
    words = {word for (line,) in data_rows("set_phrases.tsv") for word in line.split()}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
