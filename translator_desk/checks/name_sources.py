"""The name that the Chinese of a segment says where its English is one slip away from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from translator_desk.text.names import NameRun, PinyinWord, place_suffixes, place_table, surname_table, surnames_near
from translator_desk.text.pinyin import Confusion, join_syllables, mistyped_for, proper_splits, split_syllables
from translator_desk.text.sounds import heard, nearly_heard
from translator_desk.text.span import Span

Syllables = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceName:
    """What the Chinese says.

    Attributes:
        span: The characters.
        expected: The name as it is spelt.
        step: How the spelling in the text differs.
    """

    span: Span
    expected: str
    step: Confusion


def person_said(source: str, run: NameRun) -> bool:
    """Return whether characters of the Chinese can read as the name, whichever reading they take."""
    return any(heard(source, (*surname, *given)) for surname, given in _person_splits(run.surname, run.given))


def word_said(source: str, word: str) -> bool:
    """Return whether characters of the Chinese can read as a word."""
    return any(heard(source, split) for split in split_syllables(word.lower()))


def person_nearly_said(source: str, run: NameRun) -> tuple[SourceName, ...]:
    """Return the persons of the Chinese one likely step from a name that it does not say, the likeliest first."""
    found: list[tuple[tuple[bool, bool, bool], SourceName]] = []
    for surname, given in _person_splits(run.surname, run.given):
        for near in nearly_heard(source, (*surname, *given)):
            size = len(surname)
            if near.step.rare and len(near.readings) < 3:
                continue
            if _is_surname(near.span.of(source)[:size], near.readings[:size]):
                expected = f"{join_syllables(near.readings[:size])} {join_syllables(near.readings[size:])}"
                rank = (near.step.rare, near.at < size, len(near.readings) < 3)
                found.append((rank, SourceName(near.span, expected, near.step)))
    if not run.well_formed:
        for surname, given in _mistyped_persons(run.surname, run.given):
            syllables = (*surname, *given)
            for start in heard(source, syllables):
                span = Span(start, start + len(syllables))
                if _is_surname(span.of(source)[: len(surname)], surname):
                    expected = f"{join_syllables(surname)} {join_syllables(given)}"
                    step = Confusion("typing", run.words, expected)
                    found.append(((True, False, len(syllables) < 3), SourceName(span, expected, step)))
    return tuple(name for _, name in sorted(found, key=lambda item: item[0]))


def place_nearly_said(source: str, word: PinyinWord) -> SourceName | None:
    """Return the place of the Chinese one likely step from a word that it does not say.

    The characters must be a place we know, or have what follows a place behind them: the Chinese of foreign names is
    full of near sounds ("Lisa", 丽莎).
    """
    low = word.word.lower()
    best: SourceName | None = None
    for split in proper_splits(low):
        if len(split) < 2:
            continue
        for near in nearly_heard(source, split):
            found = _as_place(source, near.span, near.readings, near.step)
            if found and (best is None or best.step.rare):
                best = found
    if best is None:
        for other in mistyped_for(low):
            for split in proper_splits(other):
                if len(split) > 1:
                    for start in heard(source, split):
                        span = Span(start, start + len(split))
                        if span.of(source) in place_table():
                            return SourceName(span, join_syllables(split), Confusion("typing", low, other))
    return best


def _as_place(source: str, span: Span, readings: Syllables, step: Confusion) -> SourceName | None:
    characters = span.of(source)
    forms = place_table().get(characters)
    expected = join_syllables(readings)
    if forms is not None:
        return SourceName(span, expected if expected in forms else forms[0], step)
    if not step.rare and source.startswith(place_suffixes(), span.end):
        return SourceName(span, expected, step)
    return None


def _is_surname(characters: str, readings: Syllables) -> bool:
    return "".join(readings) in surname_table().get(characters, ())


@lru_cache(maxsize=20_000)
def _person_splits(surname: str, given: str) -> tuple[tuple[Syllables, Syllables], ...]:
    """Return the ways to read surname and given name."""
    return tuple(
        (one, other)
        for one, other in product(split_syllables(surname.lower()), split_syllables(given.lower()))
        if len(one) <= 2 and len(other) <= 2
    )


@lru_cache(maxsize=20_000)
def _mistyped_persons(surname: str, given: str) -> tuple[tuple[Syllables, Syllables], ...]:
    """Return the persons that a name with a letter lost, added or swapped can be meant for."""
    surname, given = surname.lower(), given.lower()
    meant = [(surname, other) for other in mistyped_for(given)]
    meant += [(other, given) for other in surnames_near(surname)]
    return tuple(
        (one, other)
        for first, second in meant
        for one, other in product(proper_splits(first), proper_splits(second))
        if len(one) <= 2 and len(other) <= 2
    )
