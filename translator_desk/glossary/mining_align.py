"""Which English word renders which Chinese word: a small statistical aligner that learns from the project itself.

IBM model 1 in both directions with a mild preference for the same relative place; counts are the mean of both. What the
term base and equal spellings say goes in as a prior, so that a few dozen segments are enough.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

_ROUNDS = 5
_NULL = 0.001
_TENSION = 2.0
_PRIOR = 3.0
_FLOOR = 0.02
_SEEN = 3
Matrix = Any
"""A numpy array."""


def align_words(
    pairs: Sequence[tuple[Sequence[str], Sequence[str]]], known: Mapping[tuple[str, str], float]
) -> list[tuple[Matrix, Matrix]]:
    """Return, for each pair of texts, how surely word j renders word i, and whether there is enough to say so.

    Args:
        pairs: Chinese and English words of each segment.
        known: Weight of word pairs known to belong together, around 1.

    Returns:
        For each pair a matrix (Chinese by English words) of 0 to 1 and one of truth values.
    """
    sizes = [(len(zh), len(en)) for zh, en in pairs]
    zh_ids, zh_types = _numbered([zh for zh, _ in pairs])
    en_ids, en_types = _numbered([en for _, en in pairs])
    width = max(len(en_types), 1)
    cells, rows, columns, nearness = [], [], [], []
    row = column = 0
    for (zh, en), (n, m) in zip(zip(zh_ids, en_ids, strict=True), sizes, strict=True):
        cells.append((zh[:, None] * width + en[None, :]).ravel())
        rows.append(np.repeat(np.arange(row, row + n), m))
        columns.append(np.tile(np.arange(column, column + m), n))
        if n and m:
            apart = np.abs((np.arange(n)[:, None] + 0.5) / n - (np.arange(m)[None, :] + 0.5) / m)
            nearness.append(np.exp(-_TENSION * apart).ravel().astype(np.float32))
        row, column = row + n, column + m
    kinds, cell = np.unique(np.concatenate(cells) if cells else np.zeros(0, np.int64), return_inverse=True)
    if not len(kinds):
        return [(np.zeros(size), np.zeros(size, bool)) for size in sizes]
    surety, seen = _learn(
        kinds, cell, np.concatenate(rows), np.concatenate(columns), np.concatenate(nearness), width,
        _weights(kinds, width, zh_types, en_types, known),
    )  # fmt: skip
    found = []
    at = 0
    for n, m in sizes:
        found.append((surety[at : at + n * m].reshape(n, m), seen[at : at + n * m].reshape(n, m)))
        at += n * m
    return found


def _learn(
    kinds: Matrix, cell: Matrix, row: Matrix, column: Matrix, near: Matrix, width: int, known: Matrix
) -> tuple[Matrix, Matrix]:
    zh, en = kinds // width, kinds % width
    prior_en = known + 1.0 / width
    prior_en /= np.bincount(zh, prior_en)[zh]
    prior_zh = known + _FLOOR
    prior_zh /= np.bincount(en, prior_zh)[en]
    to_en, to_zh = prior_en, prior_zh
    for last in range(_ROUNDS + 1):
        forth = to_en[cell] * near
        forth /= np.bincount(column, forth)[column] + _NULL
        back = to_zh[cell] * near
        back /= np.bincount(row, back)[row] + _NULL
        surety = (forth + back) / 2
        if last == _ROUNDS:
            break
        counts = np.bincount(cell, surety)
        to_en = (counts + _PRIOR * prior_en) / (np.bincount(zh, counts)[zh] + _PRIOR)
        to_zh = (counts + _PRIOR * prior_zh) / (np.bincount(en, counts)[en] + _PRIOR)
    enough = (np.bincount(cell) >= _SEEN) | (known > 0)
    return surety, enough[cell]


def _numbered(texts: Sequence[Sequence[str]]) -> tuple[list[Matrix], list[str]]:
    numbers: dict[str, int] = {}
    ids = [np.array([numbers.setdefault(word, len(numbers)) for word in text], np.int64) for text in texts]
    return ids, list(numbers)


def _weights(
    kinds: Matrix, width: int, zh_types: Sequence[str], en_types: Sequence[str], known: Mapping[tuple[str, str], float]
) -> Matrix:
    zh_numbers = {word: number for number, word in enumerate(zh_types)}
    en_numbers = {word: number for number, word in enumerate(en_types)}
    pairs = dict(known)
    pairs |= {(word, word.lower()): 1.0 for word in zh_types if word.isascii()}
    weights = np.zeros(len(kinds))
    for (zh, en), weight in pairs.items():
        if zh in zh_numbers and en in en_numbers:
            kind = zh_numbers[zh] * width + en_numbers[en]
            at = int(np.searchsorted(kinds, kind))
            if at < len(kinds) and kinds[at] == kind:
                weights[at] = weight
    return weights
