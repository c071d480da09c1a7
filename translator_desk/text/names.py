"""Chinese person names in English text: which runs of words look like one."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from translator_desk.resources import resource_path
from translator_desk.text.pinyin import readings, split_syllables
from translator_desk.text.span import Span

_RUN = re.compile(r"(?<![\w'’-])([A-Z][a-z]+) ([A-Z][a-z]*(?:['’][a-z]+)?[a-z]*)(?![\w-])")
_MOST_SYLLABLES = 2


class NameRun(NamedTuple):
    """Two words that can be a Chinese person's name.

    Attributes:
        start: First code point.
        end: End, without a possessive.
        surname: As printed.
        given: As printed.
    """

    start: int
    end: int
    surname: str
    given: str

    @property
    def span(self) -> Span:
        """The words."""
        return Span(self.start, self.end)

    @property
    def words(self) -> str:
        """The name as printed."""
        return f"{self.surname} {self.given}"


@cache
def surname_readings() -> frozenset[str]:
    """Return the spellings of all known surnames, small letters."""
    found: set[str] = set()
    text = resource_path("data", "surnames.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            surname, _, spelt = line.partition("\t")
            found.update(spelt.split() or readings(surname))
    return frozenset(found)


def name_runs_en(text: str) -> list[NameRun]:
    """Return the runs of English text that look like Chinese names: a known surname and legal pinyin of one or two syllables.

    Overlapping readings ("Mayor Zhu Jian") are tried from every word; English words that happen to be legal pinyin
    ("He Can") stay possible, so a caller needs more evidence than the shape.
    """
    runs: list[NameRun] = []
    at = 0
    surnames = surname_readings()
    while (match := _RUN.search(text, at)) is not None:
        surname, given = match[1], match[2]
        end = match.end()
        if given.endswith(("'s", "’s")):
            given, end = given[:-2], end - 2
        if surname.lower() in surnames and is_given_name(given):
            runs.append(NameRun(match.start(), end, surname, given))
            at = match.end()
        else:
            at = match.start() + len(surname)
    return runs


def is_given_name(word: str) -> bool:
    """Return whether a word can be a given name: legal pinyin of one or two syllables, or one letter away from it."""
    return any(1 <= len(split) <= _MOST_SYLLABLES for split in split_syllables(word.lower()))
