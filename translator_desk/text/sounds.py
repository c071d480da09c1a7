"""Where a Chinese text sounds like an English spelling: the characters behind a name, or those one slip away."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from translator_desk.text.pinyin import Confusion, characters_near, characters_reading
from translator_desk.text.span import Span


class NearSound(NamedTuple):
    """Characters that read as a spelling but for one syllable.

    Attributes:
        start: Code point of the first character.
        readings: The readings to print, one a character.
        step: The likely step from the spelling to the reading.
        at: Which syllable differs.
    """

    start: int
    readings: tuple[str, ...]
    step: Confusion
    at: int

    @property
    def span(self) -> Span:
        """The characters."""
        return Span(self.start, self.start + len(self.readings))


@lru_cache(maxsize=4096)
def _sound(syllable: str) -> re.Pattern[str] | None:
    """Return the pattern of the characters that can read as a syllable, None where there are none."""
    return _one_of(characters_reading(syllable))


@lru_cache(maxsize=4096)
def _near_sound(syllable: str) -> re.Pattern[str] | None:
    """Return the pattern of the characters that can read as a syllable or one likely step from it."""
    return _one_of(characters_reading(syllable) | characters_near(syllable).keys())


def _one_of(characters: Collection[str]) -> re.Pattern[str] | None:
    return re.compile(f"[{''.join(sorted(characters))}]") if characters else None


def heard(text: str, syllables: Sequence[str]) -> list[int]:
    """Return where characters of ``text`` can read as ``syllables`` (as printed), whichever reading they take."""
    pattern = _sound(syllables[0])
    places = [match.start() for match in pattern.finditer(text)] if pattern else []
    for offset, syllable in enumerate(syllables[1:], 1):
        if not places:
            break
        wanted = characters_reading(syllable)
        places = [at for at in places if text[at + offset : at + offset + 1] in wanted]
    return places


def nearly_heard(text: str, syllables: Sequence[str]) -> list[NearSound]:
    """Return where characters of ``text`` read as ``syllables`` but for one likely step in one of them."""
    exact = [characters_reading(one) for one in syllables]
    near = [characters_near(one) for one in syllables]
    size = len(syllables)
    first = _near_sound(syllables[0])
    found: list[NearSound] = []
    for match in first.finditer(text, 0, len(text) - size + 1) if first else ():
        start = match.start()
        differing = -1
        for offset in range(size):
            ch = text[start + offset]
            if ch in exact[offset]:
                continue
            if differing >= 0 or ch not in near[offset]:
                break
            differing = offset
        else:
            if differing >= 0:
                step = near[differing][text[start + differing]]
                spelt = (*syllables[:differing], step.other, *syllables[differing + 1 :])
                found.append(NearSound(start, spelt, step, differing))
    return found
