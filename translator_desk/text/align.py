"""Pairs the sentences of two texts: by what they say, by length, and by whatever anchors the caller knows.

Dynamic programming over beads (Gale and Church 1993). The cost of a bead is how far its lengths are from the usual
ratio and how little of each side is found on the other. An anchor is a key that stands on both sides: a term, a name,
a number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from translator_desk.text.correspondence import Correspondence

CHARACTERS_PER_HAN = 3.2
"""English characters for one of a Chinese text, as measured on news."""
_SPREAD = 6.8
_PENALTY = {(1, 1): 0.0, (1, 2): 5.5, (2, 1): 5.5, (1, 3): 10.0, (3, 1): 10.0, (2, 2): 12.0, (1, 0): 5.0, (0, 1): 5.0}
_KEY = re.compile(r"\d[\d,]*(?:\.\d+)?|[A-Za-z][A-Za-z0-9]+")
_LETTER = re.compile(r"[^\W_]")
_BAND = 60
_BEAM = 150.0
"""Ways that cost so much more than the cheapest one are given up."""
_ORDINARY = 18.0
"""English characters of a sentence; a shorter one stands beside another for little."""
_NO_WORDS = 1.0
_NO_SENTENCE = 12.0
"""What a quotation mark or the like without counterpart costs."""
_SURE = 3.0


class Bead(NamedTuple):
    """Units that belong together.

    Attributes:
        source: Indices of source units, in order; may be empty.
        target: Indices of target units.
        confidence: 0 to 1.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float


def align(
    source: Sequence[str],
    target: Sequence[str],
    source_anchors: Sequence[frozenset[str]] | None = None,
    target_anchors: Sequence[frozenset[str]] | None = None,
) -> list[Bead]:
    """Return the beads in order; every unit stands in exactly one."""
    rows, columns = len(source), len(target)
    keys_s = [_keys(text) | (source_anchors[i] if source_anchors else frozenset()) for i, text in enumerate(source)]
    keys_t = [_keys(text) | (target_anchors[i] if target_anchors else frozenset()) for i, text in enumerate(target)]
    len_s = [max(1.0, _letters(text) * CHARACTERS_PER_HAN) for text in source]
    len_t = [max(1.0, float(_letters(text))) for text in target]
    band = max(_BAND, abs(rows - columns) + 10)
    steps = _Steps(len_s, len_t, Correspondence(source, target, keys_s, keys_t, band))
    best = _ways(steps, rows, columns, band, _BEAM)
    if columns not in best[rows]:  # a long run of sentences without counterpart
        best = _ways(steps, rows, columns, band, math.inf)
    return _walk_back(best, rows, columns)


class _Steps(NamedTuple):
    """What a step costs: lengths of both sides as English characters, and what they say."""

    source: Sequence[float]
    target: Sequence[float]
    said: Correspondence

    def cost(self, source: range, target: range, penalty: float) -> float:
        """Return the cost of a bead; ``penalty`` is that of its shape where its sentences are of ordinary length."""
        if not source or not target:
            return _NO_SENTENCE if self._shortest(source, target) <= _NO_WORDS else penalty
        if len(source) + len(target) > 2:
            penalty *= min(1.0, self._shortest(source, target) / _ORDINARY)
        length = _length_cost(
            sum(self.source[source.start : source.stop]), sum(self.target[target.start : target.stop])
        )
        return penalty + length + self.said.cost(source, target)

    def _shortest(self, source: range, target: range) -> float:
        """Return the length of the shortest sentence on a side that has several, or on the only side."""
        found = [self.source[i] for i in source] if len(source) > 1 or not target else []
        found += [self.target[j] for j in target] if len(target) > 1 or not source else []
        return min(found)


def _ways(steps: _Steps, rows: int, columns: int, band: int, beam: float) -> list[dict[int, tuple[float, int, int]]]:
    """Return the cheapest way to each cell: its cost and its last step."""
    best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(rows + 1)]
    best[0][0] = (0.0, 0, 0)
    slope = columns / rows if rows else 0.0
    for i in range(rows + 1):
        middle = int(i * slope)
        limit = min((cost for cost, _, _ in best[i].values()), default=0.0) + beam
        for j in range(max(0, middle - band), min(columns, middle + band) + 1):
            here = best[i].get(j)
            if here is None or here[0] > limit:
                continue
            for (take_s, take_t), penalty in _PENALTY.items():
                to_i, to_j = i + take_s, j + take_t
                if to_i > rows or to_j > columns:
                    continue
                cost = here[0] + steps.cost(range(i, to_i), range(j, to_j), penalty)
                old = best[to_i].get(to_j)
                if old is None or cost < old[0]:
                    best[to_i][to_j] = (cost, take_s, take_t)
    return best


def _keys(text: str) -> frozenset[str]:
    return frozenset(found.replace(",", "").lower() for found in _KEY.findall(text) if len(found) > 1)


def _letters(text: str) -> int:
    """Return the length of a text, 0 where it has no letter and no figure."""
    return len(text.strip()) if _LETTER.search(text) else 0


def _length_cost(long_s: float, long_t: float) -> float:
    distance = abs(long_t - long_s) / math.sqrt(_SPREAD * (long_s + long_t) / 2)
    return 0.35 * distance * distance / (1 + 0.2 * distance)


def _walk_back(best: list[dict[int, tuple[float, int, int]]], rows: int, columns: int) -> list[Bead]:
    beads: list[Bead] = []
    i, j = rows, columns
    while i or j:
        cost, take_s, take_t = best[i][j]
        before = best[i - take_s][j - take_t][0]
        confidence = 1 / (1 + math.exp(min(50.0, (cost - before) - _SURE)))
        beads.append(Bead(tuple(range(i - take_s, i)), tuple(range(j - take_t, j)), round(confidence, 3)))
        i, j = i - take_s, j - take_t
    return beads[::-1]
