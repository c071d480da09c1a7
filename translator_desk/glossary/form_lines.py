"""The English forms of a term base in one text, a line each: a question is one search for letters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from translator_desk.glossary.entry import Entry
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import EntryId
from translator_desk.text.inflection import PLACE
from translator_desk.text.normalize import lowered

FormLine = tuple[Entry, int, str]
"""An entry, the number of one of its accepted and short forms, and the form as lowered text has it."""


class _Text(NamedTuple):
    """The lines in one text: where each begins, and the number of the first line of each entry."""

    entries: tuple[Entry, ...]
    text: str
    starts: list[int]
    firsts: list[int]


class FormLines:
    """All accepted and short forms; get it by ``form_lines``."""

    __slots__ = ("_all", "_beside", "_gone")

    def __init__(self, made: _Text, gone: frozenset[EntryId] = frozenset(), beside: tuple[Entry, ...] = ()) -> None:
        self._all = made
        # After a change: entries for which the text no longer speaks, and what they are now.
        self._gone = gone
        self._beside = beside

    def holding(self, letters: str) -> Iterator[FormLine]:
        """Yield the forms that hold ``letters``, made by ``lowered``, wherever in a word they begin."""
        entries, text, starts, firsts = self._all
        at = text.find(letters)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            owner = bisect_right(firsts, number) - 1
            entry, end = entries[owner], starts[number + 1] - 1
            if entry.id not in self._gone:
                yield entry, number - firsts[owner], text[starts[number] : end]
            at = text.find(letters, end)
        for entry in self._beside:
            for number, line in enumerate(_lines(forms_of(entry))):
                if letters in line:
                    yield entry, number, line

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> FormLines:
        """Return the forms of the term base made by one change; what is new is looked through one by one."""
        ids = {entry.id for entry in (before, now) if entry is not None}
        beside = (*(one for one in self._beside if one.id not in ids), *((now,) if now is not None else ()))
        return FormLines(self._all, self._gone | ids, beside)


def forms_of(entry: Entry) -> tuple[str, ...]:
    """Return the forms that a line stands for: the accepted ones, then the short ones."""
    return entry.accepted + entry.short if entry.short else entry.accepted


def form_lines(term_base: TermBase) -> FormLines:
    """Return the English forms of a term base by the letters they hold."""
    return term_base.index(_form_lines)


def _form_lines(term_base: TermBase) -> FormLines:
    entries = term_base.entries
    lines = _lines(form for entry in entries for form in forms_of(entry))
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    firsts = [0, *accumulate(1 + len(entry.also) + len(entry.short) for entry in entries)]
    return FormLines(_Text(entries, "\n".join(lines), starts, firsts))


def _lines(forms: Iterable[str]) -> list[str]:
    """Return forms as lowered text has them, without the places inside and with single spaces."""
    lines = lowered("\0".join(forms).replace(PLACE, " ")).split("\0")
    return [" ".join(line.split()) for line in lines]
