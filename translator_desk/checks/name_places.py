"""Where a name of the English text stands: the offices beside it, and the group of names it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from translator_desk.resources import data_rows
from translator_desk.text.names import NameRun, surname_readings, surnames_near
from translator_desk.text.pinyin import fold, split_syllables
from translator_desk.text.tokens import letters_only

Offices = tuple[tuple[str, ...], tuple[str, ...]]
"""Offices of one holder at a time, and such as many hold."""

_BEFORE = 60
_AFTER = 110
_STOP_BEFORE = re.compile(r"[.;:!?\n]")
_STOP_AFTER = re.compile(r"[.;:!?\n]")


@cache
def _office_words() -> tuple[re.Pattern[str], dict[str, bool]]:
    """Return the pattern of all office words, longest first, and which of them many hold."""
    rows = data_rows("office_words.tsv")
    words = sorted((row[0] for row in rows), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b"), {row[0]: len(row) > 1 for row in rows}


@cache
def office_heads() -> frozenset[str]:
    """Return the last words of all offices, as ``letters_only`` parts them: without one of them there is no office."""
    return frozenset(letters_only(row[0]).split()[-1] for row in data_rows("office_words.tsv"))


def offices_beside(text: str, run: NameRun, others: Sequence[NameRun]) -> Offices:
    """Return the offices named right before or after a name, up to the next name or the end of the sentence."""
    start = max([0, run.start - _BEFORE, *(other.end for other in others if other.end <= run.start)])
    end = min([len(text), run.end + _AFTER, *(other.start for other in others if other.start >= run.end)])
    before = _STOP_BEFORE.split(text[start : run.start].lower())[-1]
    after = _STOP_AFTER.split(text[run.end : end].lower())[0]
    pattern, many = _office_words()
    found = dict.fromkeys(pattern.findall(before) + pattern.findall(after))
    return tuple(one for one in found if not many[one]), tuple(one for one in found if many[one])


@lru_cache(maxsize=20_000)
def _surname_key(surname: str) -> str:
    """Return a key that surnames share which a likely slip may exchange, "" for what is no surname at all."""
    if surname not in surname_readings():
        near = surnames_near(surname)
        if not near:
            return ""
        surname = near[0]
    return " ".join(map(fold, (split_syllables(surname) or ((surname,),))[0]))


def surname_key(run: NameRun) -> str:
    """Return the group of names that slips may exchange for this one."""
    return _surname_key(run.surname.lower())
