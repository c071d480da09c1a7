"""Chinese names in English text: which capitalised words can be a person's name, and which a place."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from translator_desk.resources import data_rows
from translator_desk.text.dictionary import is_english
from translator_desk.text.pinyin import (
    is_syllable,
    join_syllables,
    mistyped_for,
    near_syllables,
    one_step,
    proper_splits,
    readings,
    spellings,
    split_syllables,
)
from translator_desk.text.span import Span

_REST = r"[a-zü]+(?:['’](?!s\b)[a-zü]+)?"
_RUN = re.compile(rf"[A-Z](?<![\w'’-].){_REST}(?: [A-Z]{_REST})*(?![\w-])")
_SHORT_SYLLABLE = re.compile(r"[A-Z]?[^aeiou\W]?[aeiou]{1,2}[^aeiou\W]{0,1}", re.IGNORECASE)
_LONG_WORD = re.compile(r"[A-Z][a-z]{4,}(?![\w'’-])")
_MOST_GIVEN = 2
_SHORTEST_WORD = 4


class NameRun(NamedTuple):
    """Two words that can be a Chinese person's name.

    Attributes:
        start: First code point.
        end: End, without a possessive.
        surname: As printed.
        given: As printed.
        well_formed: Whether surname and given name are legal as they stand; else one of the two is one slip from it.
    """

    start: int
    end: int
    surname: str
    given: str
    well_formed: bool = True

    @property
    def span(self) -> Span:
        """The words."""
        return Span(self.start, self.end)

    @property
    def words(self) -> str:
        """The name as printed."""
        return f"{self.surname} {self.given}"

    def joined(self) -> NameRun:
        """Return the name with its given name as one word."""
        return self._replace(given="".join(self.given.lower().split()).capitalize())


class PinyinWord(NamedTuple):
    """One capitalised word outside of persons' names."""

    start: int
    end: int
    word: str

    @property
    def span(self) -> Span:
        """The word."""
        return Span(self.start, self.end)

    def moved(self, by: int) -> PinyinWord:
        """Return the word as it stands in a longer text."""
        return PinyinWord(self.start + by, self.end + by, self.word)


class EnglishNames(NamedTuple):
    """What of an English text can be Chinese names.

    Attributes:
        persons: Surname and given name, in reading order.
        words: Single words of two legal syllables or more, in reading order.
        parted: Persons whose given name stands in two words ("Deng Qun Ce"; Koreans as well), the two as one.
        turned: Persons whose given name, of two syllables, may stand first ("Qunce Deng").
        runs: All runs of capitalised words with their first code points.
    """

    persons: tuple[NameRun, ...]
    words: tuple[PinyinWord, ...]
    parted: tuple[NameRun, ...]
    turned: tuple[NameRun, ...]
    runs: tuple[tuple[int, str], ...]


@cache
def surname_table() -> dict[str, tuple[str, ...]]:
    """Return the readings of each surname by its characters; a compound one has them as one word ("ouyang")."""
    return {
        row[0]: tuple(row[1].split()) if len(row) > 1 and row[1] else readings(row[0])[:1]
        for row in data_rows("surnames.tsv")
    }


@cache
def surname_readings() -> frozenset[str]:
    """Return the spellings of all known surnames, small letters; ü in every way it is printed."""
    return frozenset(spelling for several in surname_table().values() for one in several for spelling in spellings(one))


@cache
def place_table() -> dict[str, tuple[str, ...]]:
    """Return the English forms of well-known Chinese places by their characters, the usual form first."""
    return {
        row[0]: tuple(row[2].split("|")) if len(row) > 2 else (_read_out(row[0]),) for row in data_rows("places.tsv")
    }


def _read_out(characters: str) -> str:
    """Return characters in their commonest readings as one word."""
    return join_syllables(readings(ch)[0] for ch in characters)


@cache
def county_table() -> dict[str, tuple[str, ...]]:
    """Return the English forms of counties and districts by their characters, the usual form first.

    Many share their characters with common words: they say how a place is spelt, not that a place is named.
    """
    found: dict[str, tuple[str, ...]] = {}
    for _, names in data_rows("counties.tsv"):
        for name in names.split():
            characters, _, forms = name.partition("=")
            found[characters] = tuple(forms.split("|")) if forms else (_read_out(characters),)
    return found


@cache
def county_forms() -> frozenset[str]:
    """Return the English forms of all counties and districts."""
    return frozenset(form for forms in county_table().values() for form in forms)


@cache
def own_spellings() -> dict[str, tuple[str, ...]]:
    """Return the spellings of persons who spell their names against the reading of the characters."""
    return {row[0]: tuple(row[1].split("|")) for row in data_rows("own_spellings.tsv")}


@cache
def peoples() -> dict[str, str]:
    """Return the characters of the peoples of China by their English names, where those are not their reading."""
    return {name: characters for characters, names in data_rows("peoples.tsv") for name in names.split()}


@cache
def never_in_names() -> frozenset[str]:
    """Return the characters of grammar that names of persons and places do not hold."""
    return frozenset(character for row in data_rows("not_in_names.tsv") for character in row[0])


@cache
def foreign_sounds() -> frozenset[str]:
    """Return the characters that spell foreign names by their sound."""
    return frozenset(character for row in data_rows("transliteration.tsv") for character in row[0])


@cache
def place_suffixes() -> tuple[str, ...]:
    """Return what follows a place's name in Chinese."""
    return tuple(row[0] for row in data_rows("place_suffixes.tsv"))


@cache
def known_places() -> dict[str, tuple[str, ...]]:
    """Return the characters of well-known Chinese places by each of their English forms."""
    found: dict[str, list[str]] = {}
    for characters, forms in place_table().items():
        for form in forms:
            found.setdefault(form, []).append(characters)
    return {form: tuple(several) for form, several in found.items()}


def names_en(text: str) -> EnglishNames:
    """Return what of an English text can be a Chinese person's name or a place.

    The first word of a sentence ("Province Feng Huashi"), titles and possessives are kept out of a name. English
    words that happen to be legal pinyin ("He Can") stay possible, so a caller needs more evidence than the shape.
    """
    persons: list[NameRun] = []
    words: list[PinyinWord] = []
    parted: list[NameRun] = []
    turned: list[NameRun] = []
    runs: list[tuple[int, str]] = []
    for match in _RUN.finditer(text):
        run, start = match.group(), match.start()
        runs.append((start, run))
        read = _read_run(run)
        if read is None:
            continue
        persons += [NameRun(a + start, b + start, one, other, legal) for a, b, one, other, legal in read[0]]
        words += [PinyinWord(a + start, b + start, word) for a, b, word in read[1]]
        parted += [NameRun(a + start, b + start, one, other, legal) for a, b, one, other, legal in read[2]]
        turned += [NameRun(a + start, b + start, one, other, legal) for a, b, one, other, legal in read[3]]
    return EnglishNames(tuple(persons), tuple(words), tuple(parted), tuple(turned), tuple(runs))


def name_runs_en(text: str) -> list[NameRun]:
    """Return the runs of two words that are a known surname and legal pinyin of one or two syllables."""
    return [run for run in names_en(text).persons if run.well_formed]


def is_given_name(word: str) -> bool:
    """Return whether a word can be a given name: legal pinyin of one or two syllables."""
    return _word(word).given


class _Word(NamedTuple):
    """What one capitalised word can be in a name."""

    surname: bool
    given: bool
    syllable: bool
    alone: bool
    short: bool


@lru_cache(maxsize=50_000)
def _word(word: str) -> _Word:
    low = word.lower()
    splits = split_syllables(low)
    several = any(len(split) > 1 for split in splits)
    return _Word(
        low in surname_readings(),
        any(1 <= len(split) <= _MOST_GIVEN for split in splits),
        is_syllable(low),
        several and len(word) >= _SHORTEST_WORD and word not in _pinyin_words(),
        _SHORT_SYLLABLE.fullmatch(word) is not None,
    )


_Read = tuple[tuple[NameRun, ...], tuple[PinyinWord, ...], tuple[NameRun, ...], tuple[NameRun, ...]]


@lru_cache(maxsize=50_000)
def _read_run(run: str) -> _Read | None:
    """Return persons, words, parted and turned persons of one run of capitalised words, counted from its start.

    None for a run without any: nearly all runs of English are.
    """
    words = run.split(" ")
    if len(words) == 1:
        return ((), (PinyinWord(0, len(run), run),), (), ()) if _word(run).alone else None
    kinds = [_word(word) for word in words]
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    persons: list[NameRun] = []
    parted: list[NameRun] = []
    taken: set[int] = set()
    for index in range(len(words) - 2):
        if index not in taken and kinds[index].surname and kinds[index + 1].syllable and kinds[index + 2].syllable:
            surname, first, second = words[index : index + 3]
            parted.append(NameRun(starts[index], starts[index + 3] - 1, surname, f"{first} {second}"))
            taken |= {index, index + 1, index + 2}
    for well_formed in (True, False):
        for index in range(len(words) - 1):
            if index in taken or index + 1 in taken:
                continue
            surname, given = words[index : index + 2]
            if well_formed:
                fits = kinds[index].surname and kinds[index + 1].given and f"{surname} {given}" not in known_places()
            elif kinds[index].surname:
                fits = _is_nearly_given(given)
            else:
                fits = kinds[index + 1].given and bool(surnames_near(surname.lower()))
            # A short word behind that no title is makes it a name of three words (Ri Yong Ho).
            if fits and not (index + 2 < len(words) and kinds[index + 2].short):
                persons.append(NameRun(starts[index], starts[index + 2] - 1, surname, given, well_formed))
                taken |= {index, index + 1}
    turned = tuple(
        NameRun(starts[index], starts[index + 2] - 1, words[index + 1], words[index])
        for index in range(len(words) - 1)
        if kinds[index].alone and kinds[index].given and kinds[index + 1].surname and not taken & {index, index + 1}
    )
    singles = tuple(
        PinyinWord(starts[index], starts[index + 1] - 1, word)
        for index, word in enumerate(words)
        if kinds[index].alone and index not in taken
    )
    return (tuple(sorted(persons)), singles, tuple(parted), turned) if persons or singles or parted else None


@lru_cache(maxsize=50_000)
def _is_nearly_given(word: str) -> bool:
    """Return whether a word is one mistyped letter from a given name."""
    return any(len(split) <= _MOST_GIVEN for one in mistyped_for(word.lower()) for split in proper_splits(one))


@lru_cache(maxsize=50_000)
def odd_words(run: str) -> tuple[PinyinWord, ...]:
    """Return the words of a run of capitalised words that are neither English nor pinyin, counted from its start."""
    return tuple(
        PinyinWord(match.start(), match.end(), match[0])
        for match in _LONG_WORD.finditer(run)
        if not proper_splits(match[0].lower()) and not is_english(match[0]) and not is_english(match[0].lower())
    )


@lru_cache(maxsize=20_000)
def surnames_near(word: str) -> tuple[str, ...]:
    """Return the surname spellings one likely step or one mistyped letter from a word (small letters)."""
    known = surname_readings()
    found = [
        one
        for reading, step in near_syllables(word).items()
        if not step.rare
        for one in spellings(reading)
        if one in known
    ]
    if word not in known and any(len(split) == 2 for split in proper_splits(word)):
        steps = ((one, one_step(word, one)) for one in _compound_surnames())
        found += [one for one, step in steps if step is not None and not step.rare]
    if not found and word not in known and not is_english(word):
        found += [one for one in mistyped_for(word) if one in known]
    return tuple(dict.fromkeys(found))


@cache
def _compound_surnames() -> tuple[str, ...]:
    return tuple(sorted({one for surname, several in surname_table().items() if len(surname) > 1 for one in several}))


@cache
def _pinyin_words() -> frozenset[str]:
    """Return English words and foreign names that read as pinyin."""
    return frozenset(row[0] for row in data_rows("pinyin_words.tsv"))
