"""The words of a target as one sign each, so that an expression over the signs finds a shape of sentence.

A sign says what its word may be (``text.word_kinds``) or, for a word that some shape names, which word it is. Shapes are
written in the notation of ``docs/sentence-shapes.md``: ``START %NP «are|were»``. To see that none of the shapes may
stand in a segment costs a few microseconds: the signs of what stands between two spaces are remembered, and so is which
shapes a pair of neighbours is worth a look for. A shape becomes an expression when it is first looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial, reduce
from operator import add, or_
from typing import NamedTuple

from translator_desk.checks.word_signs import (
    FIRST_WORD,
    FIXED_SIGNS,
    KINDS_MET,
    SIGNS,
    Memo,
    TokenSigns,
    first_word,
    pieces,
    sign_of_kinds,
)
from translator_desk.text.pinyin import proper_splits
from translator_desk.text.span import Span
from translator_desk.text.word_kinds import NO_KIND, Kind, kinds_of

_MOST_NEEDS = 4
_TOKEN = re.compile(r"[«»|]|\((?:\?(?:<?[!=]|:))?|\)[*+?]?|\{\d*,?\d*\}|%[A-Z]+[*+?]?|[\w'!/~@-]+[*+?]?")
_START = r"(?:(?<=[.;])|(?<![\s\S]))"
_OPEN = {"ANY": "[^.?]", "INNER": r"[^,;.?()\"*]"}
"""What stands for any sign: within a sentence, within a clause."""
_NO_FAMILY = frozenset(("an", "can", "women", "men", "she"))
_KIND_NAMES = {kind.name: kind for kind in Kind}


Pair = tuple[frozenset[str], frozenset[str]]


class ShapeError(ValueError):
    """A shape breaks the notation (a bug of ours: shapes ship with the program)."""


class Shape:
    """One shape of words.

    Attributes:
        text: The shape in its notation.
        expression: The same as a regular expression over signs; the group 1 holds the words in question.
        needs: Neighbours without which it stands nowhere: a sign of the one set right before a sign of the other; "^"
            stands before the first sign of a text.
    """

    def __init__(self, text: str, expression: str, needs: tuple[Pair, ...] = ()) -> None:
        self.text = text
        self.expression = expression
        self.needs = needs

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when it is first asked for: most shapes are asked for late or never.

        Raises:
            ShapeError: The notation is broken within itself, such as ``{3,1}``.
        """
        try:
            return re.compile(self.expression)
        except re.error as error:
            raise ShapeError(f"{self.text}: {error}") from None


class ShapeGate:
    """Tells which of several shapes are worth a look in a text, by the pairs of signs in it."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        """Take the shapes; each must need a pair."""
        # The bits of a pair are blocks of one bit a shape: the first block for what a shape needs first, and so on. A
        # shape is worth a look where its bit is in all blocks.
        self._width = len(shapes)
        before: dict[str, int] = {}
        behind: dict[str, int] = {}
        for block in range(_MOST_NEEDS):
            for number, shape in enumerate(shapes):
                bit = 1 << (block * self._width + number)
                for side, signs in zip((before, behind), shape.needs[block % len(shape.needs)], strict=True):
                    for sign in signs:
                        side[sign] = side.get(sign, 0) | bit
        self._of_pair = _PairBits(before, behind)

    def worth_a_look(self, signs: str) -> Iterator[int]:
        """Yield the numbers of the shapes that may stand in a text of these signs, in order."""
        blocks = reduce(or_, map(self._of_pair.__getitem__, map(add, "^" + signs, signs)), 0)
        left = (1 << self._width) - 1
        for _ in range(_MOST_NEEDS):
            left &= blocks
            blocks >>= self._width
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest


class _PairBits(dict[str, int]):
    """The bits of each pair of signs, remembered."""

    def __init__(self, before: Mapping[str, int], behind: Mapping[str, int]) -> None:
        super().__init__()
        self._before = before
        self._behind = behind
        self._numbers: dict[int, int] = {}

    def __missing__(self, pair: str) -> int:
        bits = self._before.get(pair[0], 0) & self._behind.get(pair[1], 0)
        # Many pairs have the same bits; one number for all of them stays at hand.
        found = self[pair] = self._numbers.setdefault(bits, bits)
        return found


class Shapes:
    """Writes the words of a text as signs, and reads shapes over them.

    Sets of words and shapes must be known together, for a word that one names has a sign of its own.
    """

    def __init__(self, sets: Mapping[str, Sequence[str]], macros: Mapping[str, str], shapes: Iterable[str]) -> None:
        """Take named sets of words, named parts of shapes, and the shapes themselves."""
        self._macros = dict(macros)
        self._macro_parts: dict[str, _Part] = {}
        self._classes: dict[str, frozenset[str]] = {}
        literals: set[str] = set()
        for text in (*macros.values(), *shapes):
            for token in _TOKEN.findall(text):
                literals.update(one for one in re.split(r"[/~]", token.rstrip("*+?")) if re.fullmatch("[a-z'’-]+", one))
        members: dict[str, list[str]] = {word: [] for word in literals}
        for name, words in sets.items():
            for word in words:
                members.setdefault(word, []).append(name)
        self._own: dict[str, str] = {}
        self._sets: dict[str, set[str]] = {name: set() for name in sets}
        self._kinds = {sign_of_kinds(kinds): kinds for kinds in KINDS_MET}
        alike: dict[tuple[Kind, tuple[str, ...], str], str] = {}
        for word, names in sorted(members.items()):
            kinds = kinds_of(word)
            key = (kinds, tuple(sorted(names)), word if word in literals else "")
            sign = self._own[word] = alike.setdefault(key, chr(FIRST_WORD + len(alike)))
            self._kinds[sign] = kinds
            for name in names:
                self._sets[name].add(sign)
        self._all = FIXED_SIGNS.union("^", self._kinds)
        self._of_token = Memo(TokenSigns(self._sign, frozenset(sets.get("body", ()))).of)
        self._of_first = tuple(Memo(partial(self._first, before_name=one)) for one in (False, True))

    def _sign(self, word: str) -> str:
        return self._own.get(word) or sign_of_kinds(kinds_of(word))

    def known(self, word: str) -> bool:
        """Return whether a word has a sign that says something."""
        return word in self._own or bool(kinds_of(word))

    def signs(self, text: str) -> str:
        """Return the signs of a text; a capital at its beginning or after a full stop is none."""
        tokens = text.split()
        if not tokens:
            return ""
        found = list(map(self._of_token.__getitem__, tokens))
        begins = [0]
        if ". " in text or "? " in text:
            begins += [at for at, token in enumerate(tokens[:-1], 1) if token[-1] in ".?!" and len(token) > 2]
        for at in begins:
            if not tokens[at][0].islower():
                before_name = at + 1 < len(tokens) and tokens[at + 1][0].isupper()
                found[at] = self._of_first[before_name][tokens[at]]
        return "".join(found)

    def _first(self, token: str, *, before_name: bool) -> str:
        """Return the signs of the first token of a sentence: those of small letters unless it is a name."""
        low = token.lower()
        word = first_word(low)
        if not word or not self.known(word):
            return self._of_token[token]
        if before_name and len(word) > 1 and word not in _NO_FAMILY and proper_splits(word):
            return self._of_token[token]
        return self._of_token[low]

    def places(self, text: str, signs: str) -> list[Span]:
        """Return the place of each sign in the text."""
        found: list[Span] = []
        for match in re.finditer(r"\S+", text):
            for piece in pieces(match[0]):
                at = match.start()
                found.extend(Span(at + start, at + end) for start, end, _, _ in (piece,))
        if len(found) != len(signs):
            raise AssertionError(text)
        return found

    def shape(self, text: str) -> Shape:
        """Return a shape of its notation.

        Raises:
            ShapeError: The notation is broken.
        """
        part = self._part_of(text)
        if not text.count("«") == text.count("»") == 1:
            raise ShapeError(text)
        needs = part.pairs
        if not needs:
            if not part.first:
                raise ShapeError(f"any sentence may hold {text}")
            needs = ((self._all, part.first),)
        return Shape(text, part.text, tuple(sorted(needs, key=lambda pair: len(pair[0]) * len(pair[1]))[:_MOST_NEEDS]))

    def excuse(self, text: str) -> Shape:
        """Return a shape that excuses what it overlaps; it needs no « and ».

        Raises:
            ShapeError: The notation is broken.
        """
        return Shape(text, self._part_of(text).text)

    def _part_of(self, text: str) -> _Part:
        tokens = _TOKEN.findall(text)
        if "".join(tokens) != "".join(text.split()):
            raise ShapeError(text)
        part, at = self._ways(tokens, 0)
        if at != len(tokens):
            raise ShapeError(text)
        return part

    def _ways(self, tokens: Sequence[str], at: int) -> tuple[_Part, int]:
        """Return what stands up to the end of a bracket, as one of several sequences."""
        ways: list[_Part] = []
        while True:
            row: list[_Part] = []
            while at < len(tokens) and tokens[at][0] not in "|)":
                part, at = self._step(tokens, at)
                if at < len(tokens) and tokens[at][0] == "{":
                    part = part.times(tokens[at])
                    at += 1
                row.append(part)
            ways.append(_in_a_row(row))
            if at == len(tokens) or tokens[at] != "|":
                return (ways[0] if len(ways) == 1 else _one_of(ways)), at
            at += 1

    def _step(self, tokens: Sequence[str], at: int) -> tuple[_Part, int]:
        token = tokens[at]
        if token in "«»":
            return _Part("(" if token == "«" else ")", nothing=True), at + 1
        if token[0] == "(":
            inner, end = self._ways(tokens, at + 1)
            if end == len(tokens):
                raise ShapeError(" ".join(tokens))
            times = tokens[end][1:]
            if token in ("(", "(?:"):
                return inner._replace(text=f"(?:{inner.text})").times(times), end + 1
            # What must follow is a neighbour like any other; what must not says nothing.
            first = inner.first if token == "(?=" else None
            return _Part(f"{token}{inner.text})", first, frozenset(), nothing=token != "(?=", looks=True), end + 1
        times = token[-1] if token[-1] in "*+?" else ""
        name = token.rstrip("*+?")
        if name[0] == "%":
            macro = self._macro(name[1:])
            return macro._replace(text=f"(?:{macro.text})").times(times), at + 1
        if name == "START":
            return _Part(_START, None, frozenset("^.;"), looks=True), at + 1
        if name in _OPEN:
            return _Part(_OPEN[name], None, None).times(times), at + 1
        signs = self._class(name)
        return _Part(f"[{re.escape(''.join(sorted(signs)))}]", signs, signs).times(times), at + 1

    def _macro(self, name: str) -> _Part:
        if name not in self._macros:
            raise ShapeError(f"%{name}")
        if name not in self._macro_parts:
            self._macro_parts[name] = self._part_of(self._macros[name])
        return self._macro_parts[name]

    def _class(self, token: str) -> frozenset[str]:
        """Return the signs that a token of a shape stands for."""
        kept, *without = token.split("~")
        signs = frozenset().union(*map(self._signs_of, kept.split("/")))
        signs = signs.difference(*map(self._signs_of, without))
        if not signs:
            raise ShapeError(token)
        return signs

    def _signs_of(self, part: str) -> frozenset[str]:
        found = self._classes.get(part)
        if found is None:
            found = self._classes[part] = frozenset(self._new_signs_of(part))
        return found

    def _new_signs_of(self, part: str) -> Iterable[str]:
        if part in SIGNS:
            return SIGNS[part]
        only = part.endswith("!")
        kind = _KIND_NAMES.get(part.removesuffix("!"))
        if kind is not None:
            if only:
                return [sign for sign, kinds in self._kinds.items() if kinds == kind]
            return [sign for sign, kinds in self._kinds.items() if kind in kinds]
        if part == "PASTED":
            return [
                sign
                for sign, kinds in self._kinds.items()
                if Kind.PAST in kinds and not kinds & (Kind.SINGULAR | Kind.PLAIN | Kind.PLURAL)
            ]
        if part == "UNKNOWN":
            return sign_of_kinds(NO_KIND)
        if part.startswith("@"):
            if part[1:] not in self._sets:
                raise ShapeError(f"{part!r} in a shape")
            return self._sets[part[1:]]
        if part in self._own:
            return self._own[part]
        raise ShapeError(f"{part!r} in a shape")


class _Part(NamedTuple):
    """A part of a shape.

    Attributes:
        text: Its expression.
        first: The signs it may begin with, None where nobody can say.
        last: The signs it may end with, None where nobody can say.
        pairs: Neighbours of which the first ends with one of some signs, the second begins with one of others.
        nothing: Whether it may be missing, or reads no sign.
        looks: Whether it only looks, and reads no sign.
    """

    text: str
    first: frozenset[str] | None = frozenset()
    last: frozenset[str] | None = frozenset()
    pairs: tuple[Pair, ...] = ()
    nothing: bool = False
    looks: bool = False

    def times(self, times: str) -> _Part:
        """Return the part with "*", "?", "{0,3}" or another count behind it."""
        if not times:
            return self
        missing = times[0] in "*?" or times.startswith(("{0", "{,"))
        text = self.text if self.text[0] == "[" or self.text.startswith("(?:") else f"(?:{self.text})"
        return self._replace(text=text + times, nothing=self.nothing or missing, pairs=() if missing else self.pairs)


def _in_a_row(row: Sequence[_Part]) -> _Part:
    pairs: list[Pair] = []
    last: frozenset[str] | None = None
    first: frozenset[str] | None = frozenset()
    begun = False
    for part in row:
        pairs.extend(part.pairs)
        if not part.nothing and last and part.first:
            pairs.append((last, part.first))
        if not begun:
            first = None if first is None or part.first is None else first | part.first
            begun = not part.nothing and not part.looks
        if part.looks:
            if part.last:  # the beginning of a sentence
                last = part.last
        elif part.nothing:
            last = None if last is None or part.last is None else last | part.last
        else:
            last = part.last
    return _Part("".join(part.text for part in row), first, last, tuple(pairs), all(part.nothing for part in row))


def _one_of(ways: Sequence[_Part]) -> _Part:
    def union(sides: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
        found: set[str] = set()
        for side in sides:
            if side is None:
                return None
            found |= side
        return frozenset(found)

    return _Part(
        "|".join(way.text for way in ways),
        union(way.first for way in ways),
        union(way.last for way in ways),
        nothing=any(way.nothing for way in ways),
    )
