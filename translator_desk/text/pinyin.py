"""Pinyin as names are spelt with it: readings of characters, legal syllables, likely slips between two spellings."""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from translator_desk.resources import resource_path

_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
_LONGEST_SYLLABLE = 6


def _rows(name: str) -> list[list[str]]:
    text = resource_path("data", name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in _rows("pinyin.tsv")}


def readings(ch: str) -> tuple[str, ...]:
    """Return all toneless readings of a character, the commonest first; () where none is known. ü reads v."""
    return _readings().get(ch, ())


@cache
def _syllables() -> frozenset[str]:
    found = {one for several in _readings().values() for one in several if len(one) > 1 or one in "aeo"}
    # Names print nü as "nyu" or "nu", lüe as "lue".
    return frozenset(found | {one.replace("v", "yu") for one in found} | {one.replace("v", "u") for one in found})


def is_syllable(text: str) -> bool:
    """Return whether ``text`` (small letters) is one legal syllable."""
    return text in _syllables()


@lru_cache(maxsize=50_000)
def split_syllables(word: str) -> tuple[tuple[str, ...], ...]:
    """Return every way to read a word in small letters as legal syllables; an apostrophe parts two."""
    if "'" in word or "’" in word:
        first, _, rest = word.replace("’", "'").partition("'")
        return tuple(a + b for a in split_syllables(first) for b in split_syllables(rest))
    if not word:
        return ((),)
    found: list[tuple[str, ...]] = []
    for size in range(min(_LONGEST_SYLLABLE, len(word)), 0, -1):
        if word[:size] in _syllables():
            found.extend((word[:size], *rest) for rest in split_syllables(word[size:]))
    return tuple(found)


def is_pinyin(word: str) -> bool:
    """Return whether a word can be read as legal syllables."""
    return bool(split_syllables(word.lower()))


def parts(syllable: str) -> tuple[str, str]:
    """Return initial and final of a syllable."""
    initial = next((one for one in _INITIALS if syllable.startswith(one)), "")
    return initial, syllable[len(initial) :]


@cache
def _confusions() -> dict[tuple[str, str, str], str]:
    table: dict[tuple[str, str, str], str] = {}
    for part, one, other, kind in _rows("confusions.tsv"):
        table[part, one, other] = table[part, other, one] = kind
    return table


@lru_cache(maxsize=200_000)
def one_step(one: str, other: str) -> str:
    """Return the kind of slip that makes one spelling (small letters) of the other, "" where no single likely one does.

    Kinds are those of ``confusions.tsv`` and "typing" (a letter lost, doubled or two swapped).
    """
    if one == other:
        return ""
    for first in split_syllables(one):
        for second in split_syllables(other):
            if len(first) != len(second):
                continue
            differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
            if len(differing) == 1 and (kind := _syllable_step(*differing[0])):
                return kind
    if OSA.distance(one, other, score_cutoff=1) == 1 and _is_typing_slip(one, other):
        return "typing"
    return ""


def _syllable_step(one: str, other: str) -> str:
    (initial, final), (other_initial, other_final) = parts(one), parts(other)
    if final == other_final:
        return _confusions().get(("initial", initial, other_initial), "")
    if initial == other_initial:
        return _confusions().get(("final", final, other_final), "")
    return ""


def _is_typing_slip(one: str, other: str) -> bool:
    """Whether a letter was lost, doubled or swapped, and one of the two is then no legal pinyin."""
    return not (split_syllables(one) and split_syllables(other))
