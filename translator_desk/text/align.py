"""Pairs the sentences of two texts: length, figures, Latin words and whatever anchors the caller knows.

Dynamic programming over beads (Gale and Church 1993); the cost of a bead is how far its lengths are from the usual
ratio, less what both sides share. An anchor is a key that stands on both sides: a term, a name, a number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

CHARACTERS_PER_HAN = 3.2
"""English characters for one of a Chinese text, as measured on news."""
_SPREAD = 6.8
_PENALTY = {(1, 1): 0.0, (1, 2): 2.0, (2, 1): 2.0, (1, 3): 4.0, (3, 1): 4.0, (2, 2): 4.5, (1, 0): 6.5, (0, 1): 6.5}
_ANCHOR_GAIN = 2.5
_MOST_GAIN = 10.0
_KEY = re.compile(r"\d[\d,]*(?:\.\d+)?|[A-Za-z][A-Za-z0-9]+")
_BAND = 60


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
    len_s = [max(1, len(text.strip())) * CHARACTERS_PER_HAN for text in source]
    len_t = [float(max(1, len(text.strip()))) for text in target]
    best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(rows + 1)]
    best[0][0] = (0.0, 0, 0)
    slope = columns / rows if rows else 0.0
    band = max(_BAND, abs(rows - columns) + 10)
    for i in range(rows + 1):
        middle = int(i * slope)
        for j in range(max(0, middle - band), min(columns, middle + band) + 1):
            here = best[i].get(j)
            if here is None:
                continue
            for (take_s, take_t), penalty in _PENALTY.items():
                to_i, to_j = i + take_s, j + take_t
                if to_i > rows or to_j > columns:
                    continue
                cost = here[0] + penalty + _cost(len_s, len_t, keys_s, keys_t, i, to_i, j, to_j)
                old = best[to_i].get(to_j)
                if old is None or cost < old[0]:
                    best[to_i][to_j] = (cost, take_s, take_t)
    return _walk_back(best, rows, columns)


def _keys(text: str) -> frozenset[str]:
    return frozenset(found.replace(",", "").lower() for found in _KEY.findall(text) if len(found) > 1)


def _cost(
    len_s: list[float],
    len_t: list[float],
    keys_s: list[frozenset[str]],
    keys_t: list[frozenset[str]],
    i: int,
    to_i: int,
    j: int,
    to_j: int,
) -> float:
    if i == to_i or j == to_j:
        return 0.0
    long_s, long_t = sum(len_s[i:to_i]), sum(len_t[j:to_j])
    distance = abs(long_t - long_s) / math.sqrt(_SPREAD * (long_s + long_t) / 2)
    shared = len(frozenset().union(*keys_s[i:to_i]) & frozenset().union(*keys_t[j:to_j]))
    return 0.5 * distance * distance / (1 + 0.2 * distance) - min(_MOST_GAIN, _ANCHOR_GAIN * shared)


def _walk_back(best: list[dict[int, tuple[float, int, int]]], rows: int, columns: int) -> list[Bead]:
    beads: list[Bead] = []
    i, j = rows, columns
    while i or j:
        cost, take_s, take_t = best[i][j]
        before = best[i - take_s][j - take_t][0]
        confidence = 1 / (1 + math.exp((cost - before) - 3.0))
        beads.append(Bead(tuple(range(i - take_s, i)), tuple(range(j - take_t, j)), round(confidence, 3)))
        i, j = i - take_s, j - take_t
    return beads[::-1]
