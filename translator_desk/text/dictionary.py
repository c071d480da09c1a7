"""English words as a dictionary knows them: the gate to the Hunspell dictionary (SCOWL, American) that spylls ships.

British spellings are known as well. The dictionary is read when the first word is looked up; that takes a quarter of
a second.
"""

from __future__ import annotations

import io
from collections.abc import Set
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from translator_desk.resources import data_rows
from translator_desk.text.grammar_words import grammar_words

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_STEM = 3


@lru_cache(maxsize=100_000)
def is_english(word: str) -> bool:
    """Return whether a word, in the letter case given, is English in American or British spelling."""
    if _dictionary().lookup(word) or word.lower() in _more_words():
        return True
    return any(_dictionary().lookup(one) for one in _american(word)) or _is_derived(word) or _is_able(word)


@lru_cache(maxsize=20_000)
def capitalised_form(word: str) -> str:
    """Return how the dictionary writes a word of small letters that it knows with a capital only, "" else."""
    if word in _lower_case_too() or is_english(word):
        return ""
    capital = word.capitalize()
    return capital if _dictionary().lookup(capital) else ""


@cache
def affix_flags() -> dict[str, Set[str]]:
    """Return the affix classes of the dictionary's words in small letters: "G" takes -ing, "S" -s, "M" a possessive."""
    found: dict[str, Set[str]] = {}
    for word in _dictionary().dic.words:
        if word.stem.islower():
            known = found.get(word.stem)
            found[word.stem] = word.flags if known is None else known | word.flags
    return found


@lru_cache(maxsize=5_000)
def near_words(word: str) -> tuple[str, ...]:
    """Return the English words that one letter lost, added, changed or swapped may have made ``word`` of.

    Two words run together ("theyalso") count as well. Swapped and doubled letters come first.
    """
    found: dict[str, None] = {}
    for at in range(len(word) - 1):
        found[word[:at] + word[at + 1] + word[at] + word[at + 2 :]] = None
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            found[word[:at] + letter + word[at:]] = None
    for at in range(len(word)):
        found[word[:at] + word[at + 1 :]] = None
        for letter in _LETTERS:
            found[word[:at] + letter + word[at + 1 :]] = None
    found.pop(word, None)
    lookup = _dictionary().lookup
    near = [one for one in found if one[:1] == word[:1] and lookup(one)]
    for at in range(_SHORTEST_STEM, len(word) - _SHORTEST_STEM + 1):
        one, other = word[:at], word[at:]
        if not _joining_words().isdisjoint((one, other)) and lookup(one) and lookup(other):
            near.append(f"{one} {other}")
    return tuple(near)


def _is_derived(word: str) -> bool:
    """Whether a word is a prefix and an English word, or an English word and an ending that makes adjectives."""
    rests = [word.removeprefix(one) for one in grammar_words("prefix") if word.startswith(one)]
    rests += [word.removesuffix(one) for one in grammar_words("ending") if word.endswith(one)]
    return any(len(rest) > _SHORTEST_STEM and (_dictionary().lookup(rest) or rest in _more_words()) for rest in rests)


def _is_able(word: str) -> bool:
    """Whether a word is an English verb and "able", spelt as the ending asks: foldable, tradable, swimmable.

    No such word where the dictionary writes the same with "ible" (accessible) or with a doubled letter (controllable).
    """
    stem = word.removesuffix("able")
    if stem == word or len(stem) < _SHORTEST_STEM or stem.endswith(("e", "y", "i")):
        return False
    lookup = _dictionary().lookup
    if lookup(f"{stem}ible") or lookup(f"{stem}{stem[-1]}able"):
        return False
    if not lookup(f"{stem}ing"):
        return False
    silent_e = not stem.endswith(("c", "g")) and lookup(f"{stem}e")
    return bool(lookup(stem) or silent_e or (stem[-1] == stem[-2] and lookup(stem[:-1])))


def _american(word: str) -> list[str]:
    return [
        f"{word[: -len(british)]}{american}"
        for british, american in _british()
        if word.endswith(british) and len(word) - len(british) >= _SHORTEST_STEM - 1
    ]


@cache
def _dictionary() -> Any:
    # Imported here: a program that checks no English need not wait for it.
    from spylls.hunspell import dictionary, readers
    from spylls.hunspell.readers.file_reader import BaseReader

    class Reader(BaseReader):  # type: ignore[misc]
        """Reads a file whole; the library's own reader leaves its files open."""

        def __init__(self, path: Path, encoding: str) -> None:
            self._data = path.read_bytes()
            super().__init__(self._decoded(encoding))

        def reset_encoding(self, encoding: str) -> None:
            self.reset_io(self._decoded(encoding))

        def _decoded(self, encoding: str) -> io.StringIO:
            return io.StringIO(self._data.decode(encoding, "surrogateescape"))

    folder = Path(dictionary.__file__).parent / "data" / "en"
    aff, context = readers.read_aff(Reader(folder / "en_US.aff", "Windows-1252"))
    dic = readers.read_dic(Reader(folder / "en_US.dic", context.encoding), aff=aff, context=context)
    return dictionary.Dictionary(aff, dic)


@cache
def _british() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1] if len(row) > 1 else "") for row in data_rows("british_spellings.tsv"))


@cache
def _more_words() -> frozenset[str]:
    return _words("more_words.tsv")


@cache
def _joining_words() -> frozenset[str]:
    """Return the short words that are run together with their neighbours."""
    return _words("joining_words.tsv")


@cache
def _lower_case_too() -> frozenset[str]:
    return _words("lower_case_too.tsv")


def _words(name: str) -> frozenset[str]:
    return frozenset(word for row in data_rows(name) for cell in row for word in cell.split())
