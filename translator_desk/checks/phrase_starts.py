"""Where a phrase may begin in a text: at a few places, so that its expression need not be tried at every letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from translator_desk.checks.phrase_index import FIGURE
from translator_desk.text.normalize import lowered

Starts = frozenset[str]
"""What a phrase may begin with, as ``lowered`` text has it: words, marks, ``FIGURE``."""

_FEW = 8
"""So many words are looked for one after the other; of more those that are among the words of the text."""
_KEPT = 256
"""Texts of which the last answers are kept: more than are checked together, since each check asks of all before the next."""
_RUN = re.compile(r"[^\W_]+")
_SENTENCES = re.compile(r"^|[.!?;:] |[“\"\n]")
_FIGURES = re.compile(r"\d+")
_low = lru_cache(maxsize=_KEPT)(lowered)


def either_start(ways: Iterable[Starts | None]) -> Starts | None:
    """Return with what one of several may begin; None where that cannot be said of each."""
    several = tuple(ways)
    known = [way for way in several if way is not None]
    return frozenset(chain(*known)) if len(known) == len(several) else None


def searchable(starts: Starts | None) -> Starts | None:
    """Return starts as ``places`` wants them; None where the text must be read from end to end."""
    if starts is None or len(starts) <= _FEW:
        return starts
    runs = [FIGURE if one == FIGURE else _first_run(one) for one in starts]
    return frozenset(runs) if all(runs) else None


def places(text: str, starts: Starts) -> list[int]:
    """Return the places of a text at which something may begin that begins with one of ``starts``, in order."""
    low, found = _low(text), list[int]()
    if len(starts) > _FEW:
        starts = starts & _runs(low)
    for one in starts:
        if one == FIGURE:
            found += [match.start() for match in _FIGURES.finditer(text)]
            continue
        at = low.find(one)
        while at >= 0:
            if not low[at - 1 : at].isalnum():
                found.append(at)
            at = low.find(one, at + 1)
    found.sort()
    return found


@lru_cache(maxsize=_KEPT)
def sentence_starts(text: str) -> tuple[int, ...]:
    """Return the places of a text at which a sentence, or words that are quoted, may begin."""
    return tuple(match.end() for match in _SENTENCES.finditer(text))


@lru_cache(maxsize=_KEPT)
def _runs(low: str) -> Starts:
    """Return the runs of letters and figures of a text made by ``lowered``, and ``FIGURE`` where one has a figure."""
    runs = frozenset(_RUN.findall(low))
    return runs | {FIGURE} if _FIGURES.search(low) else runs


def _first_run(words: str) -> str:
    match = _RUN.match(words)
    return match[0] if match else ""
