"""Tells which of many English forms may stand in a text, from the words of the text alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from translator_desk.text.inflection import Rendering

T = TypeVar("T")

_SHORTEST_KEY = 4
"""Letters of most of its forms; shorter words stand in too many texts to be looked for first."""


class ByWords(Generic[T]):
    """Things with an English form each, by the forms of its rarest word.

    Attributes:
        every: The things, each with the forms of the other words, the rarest first.
    """

    __slots__ = ("_by_word", "_wordless", "_words", "every")

    def __init__(self, several: Iterable[tuple[Rendering, T]]) -> None:
        """Take what is to be looked for."""
        needed = [(thing, rendering.needed_words()) for rendering, thing in several]
        frequency = Counter(forms for _, words in needed for forms in words)

        def commonness(forms: frozenset[str]) -> tuple[bool, int, int]:
            length = sorted(map(len, forms))[len(forms) // 2]
            return length < _SHORTEST_KEY, frequency[forms], -length

        by_word: defaultdict[str, defaultdict[frozenset[str], list[int]]] = defaultdict(lambda: defaultdict(list))
        self.every: list[tuple[T, list[frozenset[str]]]] = []
        self._wordless: set[int] = set()
        for number, (thing, words) in enumerate(needed):
            words.sort(key=commonness)
            self.every.append((thing, words[1:]))
            if not words:
                self._wordless.add(number)
            for word in words[0] if words else ():
                by_word[word][words[1] if len(words) > 1 else words[0]].append(number)
        self._by_word = {word: tuple(by_second.items()) for word, by_second in by_word.items()}
        self._words = frozenset(by_word)

    def in_text(self, words: Sequence[str]) -> list[T]:
        """Return the things of whose form each word stands in a text, in the order in which they were given.

        Args:
            words: The words of the text as ``letters_only`` parts them.
        """
        having = set(words)
        numbers = self._wordless.copy()
        for word in self._words & having:
            for second, several in self._by_word[word]:
                if not second.isdisjoint(having):
                    numbers.update(several)
        if not numbers:
            return []
        likely = map(self.every.__getitem__, sorted(numbers))
        return [thing for thing, others in likely if not any(map(having.isdisjoint, others))]
