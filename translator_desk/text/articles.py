"""The sound a word begins with, by which "a" and "an" are told apart."""

from __future__ import annotations

from functools import cache

from translator_desk.resources import data_rows

_VOWELS = "aeiou"


def sound_of(word: str) -> str:
    """Return "vowel", "consonant" or "either"; "" for what is read by its letters.

    Args:
        word: A word of letters, or the digits of eight, eleven or eighteen.
    """
    if word[0].isdigit():
        return "vowel"
    if len(word) == 1 or not (word.islower() or (word[0].isupper() and word[1:].islower())):
        return ""
    low = word.lower()
    known = _sounds()
    for size in range(len(low), 0, -1):
        sound = known.get(low[:size])
        if sound is not None:
            return sound
    return "vowel" if low[0] in _VOWELS else "consonant"


@cache
def _sounds() -> dict[str, str]:
    return {row[0]: row[1] for row in data_rows("article_sounds.tsv")}
