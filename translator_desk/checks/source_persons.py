"""The persons that the Chinese of a segment names, told by surname and by what stands beside them.

Only sure places count: a title before, a verb of saying behind, or a list of names. A surname character in an ordinary
word (区委, 解难, 周三) is no person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from translator_desk.checks.base import Facts
from translator_desk.glossary.matcher import Search, overlapping_searches
from translator_desk.resources import data_rows
from translator_desk.text.lexicon import is_common_word
from translator_desk.text.names import county_table, never_in_names, own_spellings, place_table, surname_table
from translator_desk.text.pinyin import join_syllables, readings, spellings
from translator_desk.text.scripts import HAN_RANGES
from translator_desk.text.span import Span

_MARKS = "，。、；：！？（）《》“”‘’…—\n 　[]【】(),.;:/|"
_PARTS = (" ", "\u3000", ":", "：")
"""What may part a title from the name: 记者 马祚波, 责编：李絮枫."""
_LIST = re.compile(rf"[{HAN_RANGES}]{{2,}}(?:、[{HAN_RANGES}]{{2,4}})+(?:、|和|与|及)[{HAN_RANGES}]{{2,}}")
_HAN_ONLY = re.compile(f"[{HAN_RANGES}]+")
_NAME_SIZES = (3, 2, 4)
_NOT_LETTERS = re.compile(r"[^a-zü]+")
_MOST_SPELLINGS = 64
_FEWEST_IN_LIST = 3


class SourcePerson(NamedTuple):
    """One person named in the Chinese.

    Attributes:
        start: First code point.
        end: End.
        characters: The name, simplified.
        surname: How many characters of it are the surname.
        group: Number of the list it stands in, -1 for none.
    """

    start: int
    end: int
    characters: str
    surname: int
    group: int = -1

    @property
    def span(self) -> Span:
        """The characters."""
        return Span(self.start, self.end)


def squeezed_target(facts: Facts) -> str:
    """Return the small letters of the target without anything between them."""
    return squeezed(facts.target)


def squeezed(text: str) -> str:
    """Return the small letters of a text without anything between them."""
    low = text.lower()
    return low if low.isascii() and low.isalpha() else _NOT_LETTERS.sub("", low)


def source_persons(facts: Facts) -> tuple[SourcePerson, ...]:
    """Return the persons of the source in reading order, those of lists with the number of their list."""
    source = facts.source
    if not source:
        return ()
    found: dict[int, SourcePerson] = {}
    if source.count("、") >= _FEWEST_IN_LIST - 1:
        for number, persons in enumerate(_lists(source, facts.of(squeezed_target))):
            for one in persons:
                found[one.start] = one._replace(group=number)
    for one in _beside_words(source):
        if not any(one.start < other.end and other.start < one.end for other in found.values()):
            found[one.start] = one
    return tuple(sorted(found.values()))


def spelt_otherwise(facts: Facts) -> tuple[Span, ...]:
    """Return where the source first names a place with an apostrophe, or a person with a spelling of their own."""
    if not facts.source:
        return ()
    search, _ = _otherwise()
    found: dict[int, Span] = {}
    for start, end, number in search(facts.source):
        found.setdefault(number, Span(start, end))
    return tuple(sorted(found.values()))


@cache
def _otherwise() -> tuple[Search, tuple[str, ...]]:
    places = (characters for characters, forms in place_table().items() if "'" in forms[0])
    characters = (*places, *own_spellings())
    return overlapping_searches(characters)[0], characters


def is_spelt_in(characters: str, surname: int, letters: str) -> bool:
    """Return whether a name stands in squeezed letters in any admissible reading, either part first."""
    return any(
        family + given in letters or given + family in letters for family, given in spelt_ways(characters, surname)
    ) or any(squeezed(one) in letters for one in own_spellings().get(characters, ()))


@lru_cache(maxsize=20_000)
def spelt_ways(characters: str, surname: int) -> tuple[tuple[str, str], ...]:
    """Return every admissible spelling of a name as surname and given name in small letters."""
    families = [one for reading in surname_readings_of(characters[:surname]) for one in spellings(reading)]
    given = [[one for reading in readings(ch) for one in spellings(reading)] for ch in characters[surname:]]
    ways = product(families, map("".join, product(*given)))
    return tuple(pair for _, pair in zip(range(_MOST_SPELLINGS), ways, strict=False))


def surname_readings_of(surname: str) -> tuple[str, ...]:
    """Return the readings of a surname as surnames read; of a character that is none, all its readings."""
    return surname_table().get(surname) or readings(surname[:1])


@lru_cache(maxsize=20_000)
def printed_names(characters: str, surname: int) -> tuple[str, ...]:
    """Return the ways to print a name by the standard, the likeliest reading first."""
    own = own_spellings().get(characters, ())
    given = product(*(readings(ch) for ch in characters[surname:]))
    pairs = product(surname_readings_of(characters[:surname]), given)
    made = (f"{join_syllables((family,))} {join_syllables(rest)}" for family, rest in pairs)
    return tuple(dict.fromkeys((*own, *(name for _, name in zip(range(_MOST_SPELLINGS), made, strict=False)))))


def surname_size(name: str) -> int:
    """Return how many characters of what may be a name are its surname, 0 where it begins with none."""
    table = surname_table()
    if len(name) > 2 and name[:2] in table:
        return 2
    return 1 if name[:1] in table and 1 < len(name) <= 3 else 0


@cache
def _context() -> dict[str, tuple[str, ...]]:
    return {role: tuple(words.split()) for role, words in data_rows("person_context.tsv")}


@cache
def _words() -> tuple[Search, tuple[tuple[str, bool], ...]]:
    """Return the search for titles and verbs, and each word with whether it is a title."""
    context = _context()
    words = dict.fromkeys(context["title"], True)
    words.update({word: False for word in context["after"] if len(word) > 1})
    return overlapping_searches(tuple(words))[0], tuple(words.items())


def _beside_words(source: str) -> Iterator[SourcePerson]:
    """Yield names after a title, and names of three characters between a mark and a verb of saying."""
    search, words = _words()
    not_names = _context()["not"]
    for start, end, number in search(source):
        if words[number][1]:
            one = _name_after(source, end)
        else:
            begin = max(0, start - 3)
            at_mark = begin == 0 or source[begin - 1] in _MARKS
            one = _person(source, begin, start) if at_mark and start - begin == 3 else None
        if one is not None and not any(bad in source[max(0, one.start - 3) : one.end + 1] for bad in not_names):
            yield one


def _name_after(source: str, at: int) -> SourcePerson | None:
    """Return the name that begins behind a title: up to a mark or a word that bounds a name.

    A common word of two characters is none: 专家开展, 企业家权益.
    """
    if source[at : at + 1] in _PARTS:
        at += 1
    sizes = (2, 3) if source.startswith(_sure_after(), at + 2) else (3, 2, 4)
    for size in sizes:
        end = at + size
        bounds = _sure_after() if size == 2 else _context()["after"]
        if end >= len(source) or source[end] in _MARKS or source.startswith(bounds, end):
            one = _person(source, at, end)
            if one is not None:
                return None if is_common_word(one.characters) else one
    return None


@cache
def _sure_after() -> tuple[str, ...]:
    """Return the words that no given name of two characters ends in."""
    return ("说", *(word for word in _context()["after"] if len(word) > 1))


def _person(source: str, start: int, end: int) -> SourcePerson | None:
    name = source[start:end]
    size = surname_size(name)
    if not size or len(name) != end - start or name.endswith(_context()["ending"]):
        return None
    if not _HAN_ONLY.fullmatch(name) or not _is_name(name):
        return None
    return SourcePerson(start, end, name, size)


def _lists(source: str, letters: str) -> Iterator[list[SourcePerson]]:
    """Yield the lists of names: three at least, two of which the target spells."""
    for match in _LIST.finditer(source):
        persons: list[SourcePerson] = []
        items = re.split("[、]", match.group())
        if _lists_places(items):
            continue
        at = match.start()
        for number, item in enumerate(items):
            first, last = number == 0, number == len(items) - 1
            found = _listed(item, at, letters, first=first, last=last)
            if not found and not first and not last:
                persons = []
                break
            persons += found
            at += len(item) + 1
        if len(persons) >= _FEWEST_IN_LIST and sum(_spelt(one, letters) for one in persons) >= 2:
            yield persons


_AND_OTHER_PLACES = re.compile(r".{2,4}?等(?:[\d一二两三四五六七八九十]*个?|各)[县市区旗州省乡镇村]")


def _lists_places(items: Sequence[str]) -> bool:
    """Whether a list names places: a well-known one, two counties, whose names are now and then a person's too, or 等县."""
    if _AND_OTHER_PLACES.match(items[-1]):
        return True
    return not place_table().keys().isdisjoint(items) or len(county_table().keys() & set(items)) > 1


def _listed(item: str, at: int, letters: str, *, first: bool, last: bool) -> list[SourcePerson]:
    """Return the name an item of a list is; of the first its end is one, of the last its beginning."""
    if not first and not last:
        size = surname_size(item)
        return [SourcePerson(at, at + len(item), item, size)] if size and _is_name(item) else []
    if last:
        parts = re.split("和|与|及", item, maxsplit=1)
        if len(parts) == 2 and surname_size(parts[0]) and _is_name(parts[0]):
            head = SourcePerson(at, at + len(parts[0]), parts[0], surname_size(parts[0]))
            return [head, *_listed(parts[1], at + len(parts[0]) + 1, letters, first=False, last=True)]
    ways = []
    for size in _NAME_SIZES:
        name = item[-size:] if first else item[:size]
        surname = surname_size(name)
        if len(name) == size and surname and _is_name(name):
            begin = at + len(item) - size if first else at
            ways.append(SourcePerson(begin, begin + size, name, surname))
    best = next((one for one in ways if _spelt(one, letters)), None)
    if best is None and last:
        end = next((len(name) for name in _cut(item)), 0)
        best = next((one for one in ways if one.end - one.start == end), None)
    if best is None and first:
        best = next(
            (one for one in ways if item[: one.start - at].endswith(_context()["title"] + _context()["group"])), None
        )
    return [best] if best else []


def _cut(item: str) -> Iterator[str]:
    """Yield the beginning of the last item up to the first word that bounds a name."""
    for size in (2, 3, 4):
        if len(item) == size or item[size:].startswith(_context()["after"]):
            yield item[:size]


def _is_name(name: str) -> bool:
    return never_in_names().isdisjoint(name)


def _spelt(one: SourcePerson, letters: str) -> bool:
    return is_spelt_in(one.characters, one.surname, letters)
