"""Finds Chinese terms in text: one function over an automaton.

Overlapping matches are found and a match is dropped only when it lies wholly inside another one, so a place and an
office that share a character both stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

Hit = tuple[int, int, int]
"""Start, end (code points, half open) and index of the pattern."""

Search = Callable[[str], list[Hit]]

try:
    from daachorse import MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick
except ImportError:  # no wheel for this machine: slower, same answers
    CharwiseDoubleArrayAhoCorasick = None  # type: ignore[assignment, misc]


def overlapping_searches(patterns: Sequence[str]) -> tuple[Search, Search]:
    """Return two functions that list occurrences by their ends: of every pattern, and of the longest at each end.

    Args:
        patterns: Distinct, none empty.
    """
    if not patterns:
        return _nothing, _nothing
    if CharwiseDoubleArrayAhoCorasick is None:
        return python_searches(patterns)
    automaton = CharwiseDoubleArrayAhoCorasick(list(patterns), match_kind=MATCH_KIND_STANDARD)
    return automaton.find_overlapping, automaton.find_overlapping_no_suffix


def _nothing(text: str) -> list[Hit]:
    """Return no hits: there is nothing to look for."""
    return []


def python_searches(patterns: Sequence[str]) -> tuple[Search, Search]:
    """Return the functions of ``overlapping_searches`` without any library, by the patterns' first two characters."""
    starts: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for index, pattern in enumerate(patterns):
        starts[pattern[:2]].append((pattern, index))

    def search_all(text: str) -> list[Hit]:
        hits = [
            (at, at + len(pattern), index)
            for at in range(len(text))
            for size in ((2, 1) if at + 1 < len(text) else (1,))
            for pattern, index in starts.get(text[at : at + size], ())
            if text.startswith(pattern, at)
        ]
        hits.sort(key=lambda hit: (hit[1], hit[0]))
        return hits

    def search_longest(text: str) -> list[Hit]:
        longest: dict[int, Hit] = {}
        for hit in search_all(text):
            longest.setdefault(hit[1], hit)
        return list(longest.values())

    return search_all, search_longest


class Matcher:
    """Longest matches of a set of Han strings.

    Args:
        patterns: Distinct strings, none empty.
        not_inside: For a pattern's index, strings inside which it does not count.
    """

    __slots__ = ("_blockers", "_search", "_search_all")

    def __init__(self, patterns: Sequence[str], not_inside: Mapping[int, Sequence[str]] | None = None) -> None:
        self._search_all, self._search = overlapping_searches(patterns)
        self._blockers = {
            index: blockers
            for index, strings in (not_inside or {}).items()
            if (blockers := blockers_of(patterns[index], strings))
        }

    def find(self, text: str) -> list[Hit]:
        """Return the matches in reading order; none lies wholly inside another."""
        hits = self._search(text)
        if self._blockers and not self._blockers.keys().isdisjoint([number for _, _, number in hits]):
            return without_contained(self.find_all(text))  # a blocked hit must not hide a shorter one at its end
        at = len(hits) - 1
        if at < 1:
            return hits
        # Ends only rise here, so a hit can hide those before it and never the other way about.
        first = hits[at][0]
        while at:
            at -= 1
            start = hits[at][0]
            if start < first:
                first = start
            else:
                del hits[at]
        return hits

    def find_all(self, text: str) -> list[Hit]:
        """Return all matches, those inside others too, by end and of equal ends the longer first."""
        blockers = self._blockers
        return [
            hit
            for hit in self._search_all(text)
            if hit[2] not in blockers or not blocked(text, hit[0], blockers[hit[2]])
        ]


def without_contained(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that lie wholly inside no other, in reading order; hits of one place all stand or fall.

    Args:
        hits: By end, and of equal ends the longer first.
    """
    kept: list[Hit] = []
    for hit in hits:
        start, end, _ = hit
        if kept and kept[-1][1] == end and kept[-1][0] < start:
            continue
        while kept and kept[-1][0] >= start and kept[-1][1] < end:
            kept.pop()
        kept.append(hit)
    return kept


Blockers = tuple[tuple[str, int], ...]
"""Strings with the offset at which the blocked form stands in them."""


def blockers_of(form: str, strings: Sequence[str]) -> Blockers:
    """Return where ``form`` stands inside each of ``strings``, for ``blocked``."""
    return tuple(
        (string, offset)
        for string in strings
        for offset in range(len(string) - len(form) + 1)
        if len(string) > len(form) and string.startswith(form, offset)
    )


def blocked(text: str, start: int, blockers: Blockers) -> bool:
    """Return whether the form at ``start`` is part of one of its blockers there."""
    return any(offset <= start and text.startswith(string, start - offset) for string, offset in blockers)
