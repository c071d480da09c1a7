"""English numerals in words read by value: "two hundred and five", "one and a half", "two thirds", "a dozen"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from translator_desk.text.figure_words import EnglishWord, english_words
from translator_desk.text.quantity import Value, plain, plus, times

_TOKEN = re.compile(r"[A-Za-z]+")


@dataclass(slots=True)
class WordFigure:
    """One numeral in words, as it is being read.

    Attributes:
        start: First code point, counted from the first of the run.
        end: End.
        low: Value.
        high: Upper end of a vague figure, else ``low``.
        role: Role of its last word; "number" once several words joined.
    """

    start: int
    end: int
    low: Value
    high: Value
    role: str
    section: Value = field(default=0)
    last: str = ""


@lru_cache(maxsize=5_000)
def read_words(words: str) -> tuple[WordFigure, ...]:
    """Return the numerals in a run of number words; words that do not go together are figures of their own.

    Runs repeat ("one", "both", "first"), so they are remembered; nobody is to change what is returned.

    Args:
        words: Number words with "and", "a", "of" between them.
    """
    table = english_words()
    figures: list[WordFigure] = []
    joiners: list[str] = []
    current: WordFigure | None = None
    lead: int | None = None
    for token in _tokens(words, table):
        text = token[2]
        word = table.get(text)
        if word is None:
            if text in ("a", "an") and current is None:
                lead = token[0]
            joiners.append(text)
            continue
        if current is not None and _extend(current, word, joiners):
            current.end = token[1]
        else:
            start = token[0] if lead is None else lead
            current = WordFigure(start, token[1], word.low, word.high, word.role, last=word.role)
            figures.append(current)
        lead, joiners = None, []
    return tuple(figures)


def _tokens(words: str, table: dict[str, EnglishWord]) -> list[tuple[int, int, str]]:
    """Return the words; "hat-trick" and its like stay one."""
    lowered = words.lower()
    if lowered in table:
        return [(0, len(words), lowered)]
    return [(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(lowered)]


def _extend(figure: WordFigure, word: EnglishWord, joiners: list[str]) -> bool:
    """Add ``word`` to ``figure`` where the two make one numeral."""
    last, role, value = figure.last, word.role, word.low
    joined = bool(joiners)
    if role == "magnitude" and last in ("digit", "teen", "tens", "magnitude", "number", "part", "vague"):
        return _magnify(figure, value, "of" in joiners)
    if last == "vague":
        if role != "vague" or "of" not in joiners:
            return False
        figure.low, figure.high = times(figure.low, word.low), times(figure.high, word.low)
        return True
    if role in ("digit", "teen", "tens"):
        fits = (last == "tens" and role == "digit" and not joined) or last == "magnitude"
        if not fits:
            return False
        figure.low = figure.high = plus(figure.low, value)
    elif role == "ordinal":
        if last == "digit" and not joined and value >= 3:
            figure.low = figure.high = Fraction(figure.low) / Fraction(value)
            figure.role = figure.last = "part"
            return True
        if not (last == "magnitude" or (last == "tens" and not joined and value < 10)):
            return False
        figure.low = figure.high = plus(figure.low, value)
        figure.role = figure.last = "ordinal"
        return True
    elif role == "part":
        if last not in ("digit", "teen", "tens", "magnitude", "number"):
            return False
        amount = Fraction(figure.low)
        figure.low = figure.high = amount + Fraction(value) if joined else amount * Fraction(value)
        figure.last = figure.role = "number" if joined else "part"
        return True
    elif role == "implied" and value in (12, 20) and last in ("digit", "teen", "tens") and not joined:
        figure.low = figure.high = times(figure.low, value)
    else:
        return False
    figure.role, figure.last = "number", role
    return True


def _magnify(figure: WordFigure, value: Value, of: bool) -> bool:
    """Multiply by a magnitude word, the part of the figure it governs."""
    if figure.last == "vague" and not of:
        return False
    low, high = Fraction(figure.low), Fraction(figure.high)
    if figure.last == "magnitude" and low > value and low % 1000 == 0:
        return False
    thousands = low // 1000 * 1000 if value == 100 and low > 1000 else Fraction(0)
    figure.low, figure.high = (plain((part - thousands) * Fraction(value) + thousands) for part in (low, high))
    if figure.last != "vague":
        figure.role, figure.last = "number", "magnitude"
    return True
