"""Pinyin as names are spelt with it: readings of characters, legal syllables, likely slips between two spellings.

A reading is a toneless syllable in small letters with ü as ``v``. A spelling is what stands in print: "lyu", "lü",
"lv" and the doubtful "lu" all spell the reading ``lv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from translator_desk.resources import data_rows
from translator_desk.wording import Wording

_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
_LONGEST_SYLLABLE = 6
_VOWELS = frozenset("aeiouv")
_SHORTEST_MISTYPED = 3
_SHORTEST_LISTED = 4
_MOST_REMEMBERED = 100_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_UMLAUT_SPELLINGS = {
    "lv": ("lyu", "lü", "lu"),
    "nv": ("nyu", "nü", "nu"),
    "lve": ("lyue", "lüe", "lue"),
    "nve": ("nyue", "nüe", "nue"),
}


class Confusion(NamedTuple):
    """The one likely step between two spellings.

    Attributes:
        kind: Key of ``confusion_kinds``: retroflex, voicing, nasal, typing and so on.
        one: The syllable (or word, where a letter was mistyped) of the first spelling.
        other: Its counterpart in the second.
        rare: Whether it needs the Chinese to be believed.
    """

    kind: str
    one: str
    other: str
    rare: bool = False

    @property
    def wording(self) -> Wording:
        """What people call this kind of slip."""
        return confusion_kinds()[self.kind]


@cache
def confusion_kinds() -> Mapping[str, Wording]:
    """Return the name of each kind of slip."""
    return {kind: Wording(en, zh) for kind, en, zh in data_rows("confusion_kinds.tsv")}


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in data_rows("pinyin.tsv")}


def readings(ch: str) -> tuple[str, ...]:
    """Return all readings of a character, the commonest first; () where none is known."""
    return _readings().get(ch, ())


@cache
def _read_by_spelling() -> dict[str, tuple[str, ...]]:
    """Return every legal syllable as printed, with the readings it can stand for."""
    plain = {one for several in _readings().values() for one in several if _VOWELS & set(one)}
    found = {one: [one] for one in sorted(plain)}
    for reading, spellings in _UMLAUT_SPELLINGS.items():
        for spelling in spellings:
            found.setdefault(spelling, []).append(reading)
    return {spelling: tuple(several) for spelling, several in found.items()}


def is_syllable(text: str) -> bool:
    """Return whether ``text`` (small letters) is one legal syllable."""
    return text in _read_by_spelling()


@lru_cache(maxsize=50_000)
def split_syllables(word: str) -> tuple[tuple[str, ...], ...]:
    """Return every way to read a word in small letters as legal syllables; an apostrophe parts two."""
    if "'" in word or "’" in word:
        first, _, rest = word.replace("’", "'").partition("'")
        return tuple(a + b for a in split_syllables(first) for b in split_syllables(rest))
    if not word:
        return ((),)
    found: list[tuple[str, ...]] = []
    legal = _read_by_spelling()
    for size in range(min(_LONGEST_SYLLABLE, len(word)), 0, -1):
        if word[:size] in legal:
            found.extend((word[:size], *rest) for rest in split_syllables(word[size:]))
    return tuple(found)


@lru_cache(maxsize=50_000)
def proper_splits(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to read a word as GB/T 16159 writes it: a syllable in a, e or o inside has its apostrophe."""
    parts_of = word.replace("’", "'").split("'")
    return tuple(
        split
        for split in split_syllables(word)
        if sum(one[0] in "aeo" for one in split[1:]) == sum(part[:1] in ("a", "e", "o") for part in parts_of[1:])
    )


def is_pinyin(word: str) -> bool:
    """Return whether a word can be read as legal syllables."""
    return bool(split_syllables(word.lower()))


def parts(syllable: str) -> tuple[str, str]:
    """Return initial and final of a syllable."""
    initial = next((one for one in _INITIALS if syllable.startswith(one)), "")
    return initial, syllable[len(initial) :]


def spelt(reading: str) -> str:
    """Return a reading as news English prints it: ``lv`` as "lyu", all others as they are."""
    return _UMLAUT_SPELLINGS[reading][0] if reading in _UMLAUT_SPELLINGS else reading


def spellings(reading: str) -> tuple[str, ...]:
    """Return every way a reading, or a surname of several syllables, is printed; "lu" for ``lv`` is common too."""
    return (reading, *_UMLAUT_SPELLINGS.get(reading, ()))


def join_syllables(syllables: Iterable[str]) -> str:
    """Return syllables as one capitalised word, with the apostrophe before a, e and o: ``xi an`` is "Xi'an"."""
    word = ""
    for syllable in map(spelt, syllables):
        word += "'" + syllable if word and syllable[0] in "aeo" else syllable
    return word.capitalize()


@lru_cache(maxsize=4096)
def characters_reading(syllable: str) -> frozenset[str]:
    """Return the characters that a syllable as printed can stand for."""
    table = _characters()
    return frozenset().union(*(table[reading] for reading in _read_by_spelling().get(syllable, ())))


@cache
def _characters() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for ch, several in _readings().items():
        for reading in several:
            found.setdefault(reading, set()).add(ch)
    return {reading: frozenset(several) for reading, several in found.items()}


# Slips


@cache
def _confusions() -> tuple[dict[tuple[str, str, str], tuple[str, bool]], dict[tuple[str, str], tuple[str, ...]]]:
    """Return kind and rarity by (part, one, other), and what each initial and final may be taken for."""
    table: dict[tuple[str, str, str], tuple[str, bool]] = {}
    others: dict[tuple[str, str], list[str]] = {}
    for part, one, other, kind, *rare in data_rows("confusions.tsv"):
        for a, b in ((one, other), (other, one)):
            table[part, a, b] = (kind, bool(rare))
            others.setdefault((part, a), []).append(b)
    return table, {key: tuple(several) for key, several in others.items()}


@lru_cache(maxsize=4096)
def near_syllables(syllable: str) -> Mapping[str, Confusion]:
    """Return the readings one likely step from a syllable as printed, each with the step."""
    table, others = _confusions()
    own = _read_by_spelling().get(syllable, ())
    found: dict[str, Confusion] = {}
    for reading in own:
        initial, final = parts(reading)
        near = [(other + final, ("initial", initial, other)) for other in others.get(("initial", initial), ())]
        near += [(initial + other, ("final", final, other)) for other in others.get(("final", final), ())]
        for other, key in near:
            if other in _characters() and other not in own:
                kind, rare = table[key]
                if other not in found or found[other].rare > rare:
                    found[other] = Confusion(kind, syllable, other, rare)
    return found


@lru_cache(maxsize=4096)
def characters_near(syllable: str) -> Mapping[str, Confusion]:
    """Return the characters with a reading one likely step from a syllable, and none that is the syllable itself."""
    found: dict[str, Confusion] = {}
    exact = characters_reading(syllable)
    for reading, step in sorted(near_syllables(syllable).items(), key=lambda item: item[1].rare):
        for ch in _characters()[reading]:
            if ch not in exact:
                found.setdefault(ch, step)
    return found


@lru_cache(maxsize=200_000)
def one_step(one: str, other: str) -> Confusion | None:
    """Return the one likely step between two spellings in small letters, None where there is none or they are equal.

    Two spellings of legal syllables differ by a row of ``confusions.tsv`` in one syllable. Where one of them is no
    legal pinyin, one letter lost, added, wrong or swapped with the next is a slip of typing, and so is an initial
    taken for another.
    """
    if one == other:
        return None
    firsts, seconds = proper_splits(one), proper_splits(other)
    best: Confusion | None = None
    for first in firsts:
        for second in seconds:
            step = _syllables_step(first, second)
            if step is not None and (best is None or best.rare):
                best = step
    if best is None and not (firsts and seconds) and _is_mistyped(one, other):
        return Confusion("typing", one, other)
    return best


def _is_mistyped(one: str, other: str) -> bool:
    return distance(one, other, 1) == 1 or one in _with_other_initials(other) or other in _with_other_initials(one)


def _syllables_step(first: tuple[str, ...], second: tuple[str, ...]) -> Confusion | None:
    """Return the step between two rows of syllables that differ in one, None where they do not."""
    if len(first) != len(second):
        return None
    differing = [(a, b) for a, b in zip(first, second, strict=True) if not same_syllable(a, b)]
    if len(differing) != 1:
        return None
    near = near_syllables(differing[0][0])
    steps = [near[reading] for reading in _read_by_spelling()[differing[0][1]] if reading in near]
    return steps[0]._replace(other=differing[0][1]) if steps else None


def same_syllable(one: str, other: str) -> bool:
    """Return whether two syllables as printed can stand for one reading ("lyu", "lü" and "lu")."""
    legal = _read_by_spelling()
    return one == other or not set(legal.get(one, ())).isdisjoint(legal.get(other, ()))


def distance(one: str, other: str, most: int = 3) -> int:
    """Return how many letters to add, drop, change or swap with the next; ``most + 1`` for more than ``most``."""
    return int(OSA.distance(one, other, score_cutoff=most))


@lru_cache(maxsize=20_000)
def mistyped_for(word: str) -> tuple[str, ...]:
    """Return the legal pinyin words one mistyped letter from a word (small letters) that is none itself.

    An initial taken for another counts as well where no syllable begins so ("Jong" for "Zhong"). Words under three
    letters say too little and give nothing.
    """
    if len(word) < _SHORTEST_MISTYPED or not word.isascii() or not word.isalpha() or proper_splits(word):
        return ()
    found: dict[str, None] = {}
    found.update(dict.fromkeys(_with_other_initials(word)))
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            found[before + after[1:]] = None
        if len(after) > 1:
            found[before + after[1] + after[0] + after[2:]] = None
        for letter in _LETTERS:
            found[before + letter + after] = None
            if after:
                found[before + letter + after[1:]] = None
    legal = _legal_word()
    return tuple(one for one in found if legal.fullmatch(one))


def _with_other_initials(word: str) -> Iterator[str]:
    """Yield the words that one initial taken for another of more or fewer letters makes of a word."""
    for one, other in _initial_steps():
        at = word.find(one)
        while at >= 0:
            yield word[:at] + other + word[at + len(one) :]
            at = word.find(one, at + 1)


@cache
def _initial_steps() -> tuple[tuple[str, str], ...]:
    """Return the initials that slips exchange and that differ in more than one letter, both ways."""
    rows = [(one, other) for part, one, other, *_ in data_rows("confusions.tsv") if part == "initial"]
    return tuple((a, b) for one, other in rows for a, b in ((one, other), (other, one)) if distance(a, b, 1) > 1)


@cache
def _legal_word() -> re.Pattern[str]:
    """Return the pattern of words of legal syllables without need of an apostrophe."""
    syllables = sorted((one for one in _read_by_spelling() if one.isascii()), key=len, reverse=True)
    inner = [one for one in syllables if one[0] not in "aeo"]
    return re.compile(f"(?:{'|'.join(syllables)})(?:{'|'.join(inner)})*")


class MistypedIndex:
    """Finds the words of a list from which a word is one letter lost, added, wrong or swapped away."""

    __slots__ = ("_beside", "_by_rest", "_known", "_memo", "words")

    def __init__(
        self,
        words: Iterable[str],
        known: frozenset[str] | None = None,
        by_rest: dict[str, tuple[str, ...]] | None = None,
    ) -> None:
        """Take the words; ``changed`` gives the rest."""
        self.words = (
            frozenset(word for word in words if len(word) >= _SHORTEST_LISTED) if known is None else frozenset(words)
        )
        self._known = self.words if known is None else known
        self._by_rest = _words_by_rest(self._known) if by_rest is None else by_rest
        self._beside = _words_by_rest(self.words - self._known)
        self._memo: dict[str, tuple[str, ...]] = {}

    def changed(self, added: Set[str], gone: Set[str]) -> MistypedIndex:
        """Return an index of nearly the same words; only what is new costs time."""
        return MistypedIndex((self.words | added) - gone, self._known, self._by_rest)

    def find(self, word: str) -> tuple[str, ...]:
        """Return the words of the list one mistyped letter from ``word``; none for a word of the list itself."""
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) > _MOST_REMEMBERED:
                self._memo.clear()
            found = self._memo[word] = self._find(word)
        return found

    def _find(self, word: str) -> tuple[str, ...]:
        if word in self.words or len(word) < _SHORTEST_MISTYPED:
            return ()
        tables = (self._by_rest, self._beside)
        near = {one for rest in _rests(word) for table in tables for one in table.get(rest, ())}
        return tuple(sorted(one for one in near & self.words if OSA.distance(word, one, score_cutoff=1) == 1))


def _words_by_rest(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words):
        alone = (word,)
        for rest in _rests(word):
            others = found.get(rest)
            found[rest] = alone if others is None else others + alone
    return found


def _rests(word: str) -> Iterable[str]:
    """Yield the word and what is left of it without one letter."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


@lru_cache(maxsize=4096)
def fold(syllable: str) -> str:
    """Return a key that syllables share which any chain of likely steps, rare ones left out, may exchange."""
    readings_of = _read_by_spelling().get(syllable)
    if readings_of is None:
        return syllable
    initial, final = parts(readings_of[0])
    folds = _folds()
    return folds.get(("initial", initial), initial) + "-" + folds.get(("final", final), final)


@cache
def _folds() -> dict[tuple[str, str], str]:
    """Return the first member of each class of initials and finals that slips join."""
    table, others = _confusions()
    found: dict[tuple[str, str], str] = {}
    for part, first in others:
        waiting = [first]
        while waiting:
            one = waiting.pop()
            if (part, one) not in found:
                found[part, one] = found.get((part, first), first)
                waiting += [other for other in others.get((part, one), ()) if not table[part, one, other][1]]
    return found
