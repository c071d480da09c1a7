"""How much speaks for two sentences belonging together: common words, and whatever keys the caller knows.

A key that stands on both sides speaks for the pair, the more the rarer it is; one that its sentence has and the other
side lacks speaks against it. Both directions are asked, so a sentence swallowed beside another one shows.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from translator_desk.text.lexicon import known_words, sought_beginnings, words_of
from translator_desk.text.scripts import simplify

_WIDEST = 3
_UNSEEN = 3
"""Sentences added in thought: in a short text a key that stands once is not common."""
_RAREST, _COMMONEST = 0.02, 0.85
_MOST_FOR_ONE = 3.5
_LONGEST_BEGINNING = 14
_MOST_AGAINST = 6.0
"""A sentence rendered freely has none of its words beside it: they speak together, not each for itself."""
_SHARE = 0.7


class _Chance(NamedTuple):
    """How often a key of a sentence stands in its counterpart, and how much it counts."""

    stands: float
    weight: float = 1.0


_Item = tuple[_Chance, Sequence[int]]
"""A key of a sentence, and the sentences of the other side that have it, in order."""

_KEY = _Chance(0.85)
_WORD = _Chance(0.8)
_LIGHT = _Chance(0.6)
_BACK = _Chance(0.5, 0.6)


class Correspondence:
    """The evidence between two texts, as costs: negative where it speaks for a pair.

    Only cells near the diagonal are weighed, so long texts take time and memory by their length.
    """

    def __init__(
        self,
        source: Sequence[str],
        target: Sequence[str],
        source_keys: Sequence[frozenset[str]],
        target_keys: Sequence[frozenset[str]],
        band: int,
    ) -> None:
        """Weigh the sentences of ``source`` and ``target`` with the keys that stand in each.

        Args:
            source: Chinese sentences.
            target: English sentences.
            source_keys: Keys of each source sentence.
            target_keys: Keys of each target sentence.
            band: How many targets before and after the diagonal are weighed for each source.
        """
        both = frozenset().union(*source_keys) & frozenset().union(*target_keys)
        words = [known_words(simplify(text)) for text in source]
        spoken = [words_of(text).split() for text in target]
        said = _places([{beginning for one in known for beginning in one.beginnings} for known in words])
        begun = [{beginnings for word in set(several) if (beginnings := _beginnings(word))} for several in spoken]
        heard = _places([{beginning for several in one for beginning in several} for one in begun])
        keyed = _places(target_keys)
        forward: list[list[_Item]] = []
        for known, keys in zip(words, source_keys, strict=True):
            sorts = {one.beginnings: _LIGHT if one.light else _WORD for one in known}
            found: list[_Item] = [(chance, _joined(heard, one)) for one, chance in sorts.items()]
            forward.append(found + [(_KEY, keyed[key]) for key in sorted(keys & both)])
        backward = [[(_BACK, _joined(said, one)) for one in sorted(several)] for several in begun]
        slope = len(target) / max(1, len(source))
        back_band = math.ceil((band + 1) / slope) + 1 if slope else 0
        self._forward = [
            _costs(items, _window(int(row * slope), band + 1, len(target))) for row, items in enumerate(forward)
        ]
        self._backward = [
            _costs(items, _window(int(row / slope), back_band, len(source))) for row, items in enumerate(backward)
        ]

    def cost(self, source: range, target: range) -> float:
        """Return what speaks against these sources and targets, at most three each, belonging together."""
        cost = 0.0
        for row in source:
            start, costs = self._forward[row]
            cost += costs[len(target) - 1][target.start - start]
        for row in target:
            start, costs = self._backward[row]
            cost += costs[len(source) - 1][source.start - start]
        return cost


def _places(keys: Sequence[Collection[str]]) -> dict[str, list[int]]:
    """Return where each key stands, in order."""
    found: dict[str, list[int]] = {}
    for place, several in enumerate(keys):
        for key in several:
            found.setdefault(key, []).append(place)
    return found


def _joined(places: Mapping[str, Sequence[int]], keys: Sequence[str]) -> Sequence[int]:
    """Return where any of ``keys`` stands, in order."""
    several = [places[key] for key in keys if key in places]
    return several[0] if len(several) == 1 else sorted(set().union(*several))


def _window(middle: int, band: int, size: int) -> range:
    """Return the columns weighed for a row, with room for joined ones at the end."""
    return range(max(0, middle - band), min(size, middle + band + _WIDEST + 1))


@cache
def _beginnings(word: str) -> tuple[str, ...]:
    """Return which beginnings that the lexicon looks for an English word has."""
    known = sought_beginnings()
    found = [f" {word[:end]}" for end in range(1, min(len(word), _LONGEST_BEGINNING) + 1)]
    return tuple(one for one in (*found, f" {word} ") if one in known)


def _costs(items: Sequence[_Item], window: range) -> tuple[int, list[list[float]]]:
    """Return the first column, and by width less one the cost of a row against as many columns joined."""
    import numpy as np  # lazily: it takes longer to load than the window to paint, and no text is open then

    size = len(window)
    if not items:
        return window.start, [[0.0] * max(0, size - more) for more in range(_WIDEST)]
    present = np.zeros((len(items), size), dtype=bool)
    gains, losses = np.zeros(len(items)), np.zeros(len(items))
    for number, (chance, where) in enumerate(items):
        here = where[bisect_left(where, window.start) : bisect_left(where, window.stop)]
        present[number, [column - window.start for column in here]] = True
        usual = min(max(len(here) / (size + _UNSEEN), _RAREST), _COMMONEST)
        gains[number] = -chance.weight * min(_MOST_FOR_ONE, max(0.0, math.log(chance.stands / usual)))
        losses[number] = chance.weight * max(0.0, math.log((1 - usual) / (1 - chance.stands)))
    costs = []
    joined = present
    for more in range(_WIDEST):
        if more:
            joined = joined[:, :-1] | present[:, more:]
        costs.append((_SHARE * np.minimum(gains @ joined + losses @ ~joined, _MOST_AGAINST)).tolist())
    return window.start, costs
