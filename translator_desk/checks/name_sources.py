"""The name that the Chinese of a segment says where its English is one slip away from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from translator_desk.text.names import (
    NameRun,
    foreign_sounds,
    never_in_names,
    own_spellings,
    peoples,
    place_suffixes,
    place_table,
    surname_table,
    surnames_near,
)
from translator_desk.text.pinyin import (
    Confusion,
    join_syllables,
    mistyped_for,
    proper_splits,
    same_syllable,
    split_syllables,
)
from translator_desk.text.sounds import heard, nearly_heard
from translator_desk.text.span import Span

Syllables = tuple[str, ...]
PlaceForms = Mapping[str, tuple[str, ...]]
"""English forms of the known places by their characters."""

_LONGEST_PART = 2
_MOST_REMEMBERED = 50_000
"""Spellings."""
_MOST_WAYS = 8
"""Characters remembered of one spelling."""


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


class Sayings:
    """Remembers by which characters spellings were said: the next Chinese is asked for these before its sounds.

    Characters say a spelling whatever stands beside them, so what is remembered changes no answer.
    """

    __slots__ = ("_characters",)

    def __init__(self) -> None:
        self._characters: dict[str, tuple[str, ...]] = {}

    def said(self, source: str, spelling: str) -> bool:
        """Return whether characters that said a spelling before stand in the source."""
        return any(map(source.__contains__, self._characters.get(spelling, ())))

    def note(self, spelling: str, characters: str) -> None:
        """Remember that characters say a spelling."""
        if len(self._characters) >= _MOST_REMEMBERED:
            self._characters.clear()
        before = self._characters.get(spelling, ())
        self._characters[spelling] = (characters, *before[: _MOST_WAYS - 1])


_PERSONS = Sayings()


def person_said(source: str, run: NameRun) -> bool:
    """Return whether the Chinese can read as the name: a surname as surnames read, the rest in any way."""
    words = run.words
    if _PERSONS.said(source, words):
        return True
    characters = _person_characters(source, run)
    if characters:
        _PERSONS.note(words, characters)
    return bool(characters)


def _person_characters(source: str, run: NameRun) -> str:
    """Return the characters that can read as the name, "" for none."""
    for characters in _spelt_against_reading().get(run.words, ()):
        if characters in source:
            return characters
    for surname, given in _person_splits(run.surname, run.given):
        for start in heard(source, (*surname, *given)):
            if _admissible(source, start, surname):
                return source[start : start + len(surname) + len(given)]
    return ""


def person_places(source: str, run: NameRun) -> list[Span]:
    """Return where the Chinese names the person: a surname as surnames read, and characters that can read as the rest.

    The given name may stand in two words.
    """
    return [
        Span(start, start + len(surname) + len(given))
        for surname, given in _person_splits(run.surname, run.given.replace(" ", ""))
        for start in heard(source, (*surname, *given))
        if _is_surname(source[start : start + len(surname)], surname)
    ]


@cache
def _spelt_against_reading() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for characters, spellings in own_spellings().items():
        for spelling in spellings:
            found.setdefault(spelling, []).append(characters)
    return {spelling: tuple(several) for spelling, several in found.items()}


def person_nearly_said(source: str, run: NameRun) -> SourceName | None:
    """Return the person of the Chinese one likely step from a name that it does not say, the likeliest one."""
    return min(
        _persons_nearly_said(source, run), key=lambda one: (one[0], one[1].span, one[1].expected), default=(0, None)
    )[1]


def _persons_nearly_said(source: str, run: NameRun) -> Iterator[tuple[int, SourceName]]:
    """Yield persons with a rank, 0 for the likeliest kind of slip."""
    for surname, given in _person_splits(run.surname, run.given):
        size = len(surname)
        for start in heard(source, (*surname, *given)):
            span = Span(start, start + size + len(given))
            usual = surname_table().get(span.of(source)[:size])
            if usual:
                step = Confusion("reading", run.surname.lower(), usual[0])
                yield 0, SourceName(span, f"{usual[0].capitalize()} {join_syllables(given)}", step)
        for near in nearly_heard(source, (*surname, *given)):
            short = len(near.readings) <= _LONGEST_PART
            if not (near.step.rare and short) and _is_surname(near.span.of(source)[:size], near.readings[:size]):
                rank = 1 + 2 * near.step.rare + (near.at < size)
                yield rank, SourceName(near.span, _person(near.readings[:size], near.readings[size:]), near.step)
    if proper_splits(run.surname.lower()) and proper_splits(run.given.lower()):
        return
    for surname, given in _mistyped_persons(run.surname, run.given):
        for start in heard(source, (*surname, *given)):
            span = Span(start, start + len(surname) + len(given))
            if _is_surname(span.of(source)[: len(surname)], surname):
                expected = _person(surname, given)
                yield 5, SourceName(span, expected, Confusion("typing", run.words.lower(), expected.lower()))


def word_characters(source: str, word: str, places: PlaceForms) -> str:
    """Return characters of the Chinese that can read as a word, "" for none.

    A known place is spelt in its own ways only.
    """
    straight = word.replace("’", "'")
    if word in peoples() and peoples()[word] in source:
        return peoples()[word]
    for split in split_syllables(straight.lower()):
        for start in heard(source, split):
            characters = source[start : start + len(split)]
            forms = places.get(characters, ())
            if straight in forms or not _spell_a_reading(characters, forms):
                return characters
    return ""


def place_nearly_said(source: str, word: str, places: PlaceForms) -> SourceName | None:
    """Return the place of the Chinese one likely step from a word that it does not say.

    The characters must be a place we know, or such as do not spell foreign names, with what follows a place behind
    them for the doubtful steps: the Chinese of foreign names is full of near sounds ("Lisa", 丽莎).
    """
    return min(
        _places_nearly_said(source, word.lower(), places),
        key=lambda one: (one[0], one[1].span, one[1].expected),
        default=(0, None),
    )[1]


def _places_nearly_said(source: str, word: str, places: PlaceForms) -> Iterator[tuple[int, SourceName]]:
    for split in split_syllables(word):
        if len(split) < _LONGEST_PART:
            continue
        for start in heard(source, split):
            span = Span(start, start + len(split))
            forms = places.get(span.of(source), ())
            if _spell_a_reading(span.of(source), forms):
                yield 0, SourceName(span, forms[0], Confusion("reading", word, forms[0].lower()))
        for near in nearly_heard(source, split):
            forms = places.get(near.span.of(source), ())
            expected = join_syllables(near.readings)
            if forms and (near.span.of(source) in place_table() or _looks_like_place(source, near.span)):
                yield 1, SourceName(near.span, expected if expected in forms else forms[0], near.step)
            elif not forms and not near.step.rare and _looks_like_place(source, near.span):
                yield 2, SourceName(near.span, expected, near.step)


def _spell_a_reading(characters: str, forms: tuple[str, ...]) -> bool:
    """Whether a place is spelt by the reading of its characters, so that another reading is wrong ("Zhongqing")."""
    return bool(forms) and any(0 in heard(characters, split) for split in split_syllables(forms[0].lower()))


def mistyped_place_said(source: str, word: str, meant: str, places: Mapping[str, tuple[str, ...]]) -> SourceName | None:
    """Return the place of the Chinese that a mistyped word is meant for.

    Args:
        source: The Chinese.
        word: The word as it stands.
        meant: The word it may be meant for, small letters.
        places: The characters of places by their English in one word, small letters.
    """
    for characters in places.get(meant, ()):
        start = source.find(characters)
        if start >= 0:
            step = Confusion("typing", word.lower(), meant)
            return SourceName(Span(start, start + len(characters)), meant.capitalize(), step)
    return None


def mistyped_word_said(source: str, word: str, places: PlaceForms) -> SourceName | None:
    """Return the place of the Chinese that a word which is no pinyin spells but for one mistyped letter.

    The characters must be such as do not spell foreign names: a foreign name is never what its Chinese sounds like.
    """
    low = word.lower()
    if word in peoples() and peoples()[word] in source:
        return None
    for meant in mistyped_for(low):
        for split in proper_splits(meant):
            if len(split) != _LONGEST_PART:
                continue
            for start in heard(source, split):
                span = Span(start, start + len(split))
                forms = [form.lower() for form in places.get(span.of(source), ())]
                if meant in forms or (not forms and _may_be_place(source, span)):
                    return SourceName(span, join_syllables(split), Confusion("typing", low, meant))
    return None


def _may_be_place(source: str, span: Span) -> bool:
    """Whether characters may be a place and spell no foreign name; what follows a place must be behind doubtful ones."""
    characters = span.of(source)
    if not never_in_names().isdisjoint(characters) or foreign_sounds().issuperset(characters):
        return False
    return foreign_sounds().isdisjoint(characters) or source.startswith(place_suffixes(), span.end)


def _looks_like_place(source: str, span: Span) -> bool:
    """Whether characters may be a place for all we know."""
    if not never_in_names().isdisjoint(span.of(source)):
        return False
    return not foreign_sounds().issuperset(span.of(source)) or source.startswith(place_suffixes(), span.end)


def _admissible(source: str, start: int, surname: Syllables) -> bool:
    """Whether the characters, if they are a surname, read so as surnames read."""
    usual = surname_table().get(source[start : start + len(surname)])
    return usual is None or _reads(surname, usual)


def _is_surname(characters: str, syllables: Syllables) -> bool:
    return _reads(syllables, surname_table().get(characters, ()))


def _reads(syllables: Syllables, usual: tuple[str, ...]) -> bool:
    word = "".join(syllables)
    return word in usual or (len(syllables) == 1 and any(same_syllable(word, one) for one in usual))


def _person(surname: Syllables, given: Syllables) -> str:
    return f"{join_syllables(surname)} {join_syllables(given)}"


@lru_cache(maxsize=20_000)
def _person_splits(surname: str, given: str) -> tuple[tuple[Syllables, Syllables], ...]:
    """Return the ways to read surname and given name."""
    return _short_splits(((surname.lower(), given.lower()),), split_syllables)


@lru_cache(maxsize=20_000)
def _mistyped_persons(surname: str, given: str) -> tuple[tuple[Syllables, Syllables], ...]:
    """Return the persons that a name with a letter lost, added or swapped can be meant for."""
    surname, given = surname.lower(), given.lower()
    meant = [(surname, other) for other in mistyped_for(given)]
    meant += [(other, given) for other in surnames_near(surname)]
    return _short_splits(tuple(meant), proper_splits)


def _short_splits(
    names: tuple[tuple[str, str], ...], split: Callable[[str], tuple[Syllables, ...]]
) -> tuple[tuple[Syllables, Syllables], ...]:
    return tuple(
        (one, other)
        for surname, given in names
        for one, other in product(split(surname), split(given))
        if len(one) <= _LONGEST_PART and len(other) <= _LONGEST_PART
    )
