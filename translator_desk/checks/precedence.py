"""One slip, one issue: where several checks point at the same words, the most specific one speaks.

Two issues of a segment are about one slip

- where the words they point at in the target overlap, or stand side by side, render the same words of the source and
  one says that these are half rendered ("19th" and "National Congress", both for 二十大);
- where at least one of them misses something, so has no words in the target, and the words of the source they
  speak of are the same (two checks: one inside the other);
- where a whole sentence or clause is missing and the other misses a part of it.

The lowest ``family`` speaks, between equals the higher level and then the id; only in the last case the sentence
speaks for its parts. What the others saw becomes evidence, their fix and their source words are taken where the
speaker has none, and the level is the highest of them: a slip is never played down because two checks saw it. A space
that is missing beside wrong words is a slip of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import replace

from translator_desk.checks.base import Family
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.text.span import Span

_SIDE_BY_SIDE = 1
"""Code points between words that stand side by side: a space."""
_WRONG_WORDS = frozenset({Family.NAME, Family.PLACE, Family.FIGURE, Family.TERM_AVOID})
"""Families whose words in the target render the words of the source, only wrongly."""


def settle_overlaps(issues: Sequence[Issue], families: Mapping[CheckId, Family]) -> list[Issue]:
    """Return one issue a slip, in reading order, from all issues of one segment."""
    if len(issues) < 2:
        return list(issues)

    def rank(issue: Issue) -> tuple[bool, int, int, str, tuple[int, int]]:
        family = families[issue.check]
        whole_is_missing = family is Family.COMPLETENESS and _misses(issue)
        return (not whole_is_missing, family, -issue.level.rank, issue.check, _place(issue))

    added = [issue for issue in issues if families[issue.check] is Family.COMPLETENESS and issue.mqm is Mqm.ADDITION]
    if added:  # a sentence too many is one slip, a slip inside of it another
        rest = settle_overlaps([issue for issue in issues if issue not in added], families)
        return sorted((*rest, *added), key=reading_order)
    speakers: list[Issue] = []
    finders = {part: _Speakers(speakers, families) for part in FixPart}
    for issue in sorted(issues, key=rank):
        finder = finders[issue.part]
        index = finder.of_one_slip(issue)
        if index is not None and families[issue.check] is Family.LAYOUT and (mark := _at_its_mark(issue)) is not None:
            issue, index = mark, finder.of_one_slip(mark)
        if index is None:
            finder.add(len(speakers), issue)
            speakers.append(issue)
        else:
            speakers[index] = _merged(speakers[index], issue)
    return sorted(speakers, key=reading_order)


class _Speakers:
    """The issues that speak so far in one part of the segment, found by place.

    Those with words never overlap one another, so a bisection finds the neighbours: ten thousand issues of a huge
    segment must not be compared pair by pair.
    """

    def __init__(self, speakers: list[Issue], families: Mapping[CheckId, Family]) -> None:
        self._speakers = speakers
        self._families = families
        self._with_words: list[tuple[int, int, int]] = []
        self._missing: list[int] = []

    def add(self, index: int, issue: Issue) -> None:
        """Take in a speaker: its index in the list of all, and itself."""
        if _misses(issue):
            self._missing.append(index)
        else:
            insort(self._with_words, (*_place(issue), index))

    def of_one_slip(self, issue: Issue) -> int | None:
        """Return the index of the most specific speaker that the issue shares its slip with."""
        if _misses(issue):
            candidates = [*self._missing, *(index for _, _, index in self._with_words)]
        else:
            start, end = _place(issue)
            first = max(0, bisect_right(self._with_words, (start, end, len(self._speakers))) - 1)
            last = bisect_left(self._with_words, (end + 1 + _SIDE_BY_SIDE, -1, -1))
            candidates = [*self._missing, *(index for _, _, index in self._with_words[first:last])]
        return min((one for one in candidates if _one_slip(self._speakers[one], issue, self._families)), default=None)


def reading_order(issue: Issue) -> tuple[bool, tuple[int, int], int, str]:
    """Sort key of the issues of one segment: by place, the separator after it last, the worse first."""
    return (issue.part is FixPart.SEPARATOR, _place(issue), -issue.level.rank, issue.check)


def _place(issue: Issue) -> tuple[int, int]:
    return (issue.target.start, issue.target.end) if issue.target else (0, 0)


def _misses(issue: Issue) -> bool:
    """Whether the issue points at no words of the target: something is not there."""
    return issue.target is None or not len(issue.target)


def _one_slip(speaker: Issue, other: Issue, families: Mapping[CheckId, Family]) -> bool:
    if speaker.part is not other.part:
        return False
    if not _misses(speaker) and not _misses(other):
        assert speaker.target
        assert other.target
        return speaker.target.overlaps(other.target) or _side_by_side(speaker, other, families)
    if families[speaker.check] is Family.COMPLETENESS and _misses(speaker) and _misses(other):
        return speaker.source is None or (other.source is not None and speaker.source.contains(other.source))
    wrong = not _misses(other) and families[other.check] in _WRONG_WORDS
    if wrong and _misses(speaker) and families[speaker.check] is Family.COMPLETENESS:
        return False  # wrong words stand for what is said to be lost: they are a slip of their own
    if speaker.source and other.source:
        if speaker.check == other.check:
            return speaker.source == other.source
        return speaker.source.contains(other.source) or other.source.contains(speaker.source)
    return _strictly_inside(speaker.target, other.target) or _strictly_inside(other.target, speaker.target)


def _side_by_side(speaker: Issue, other: Issue, families: Mapping[CheckId, Family]) -> bool:
    """Whether a term is only half rendered because of the words beside it, which render the same words of the source."""
    if families[other.check] is not Family.TERM_MISSING or speaker.check == other.check:
        return False
    if not speaker.source or not other.source:
        return False
    assert speaker.target
    assert other.target
    first, second = sorted((speaker.target, other.target))
    near = second.start - first.end <= _SIDE_BY_SIDE
    return near and (speaker.source.contains(other.source) or other.source.contains(speaker.source))


def _at_its_mark(issue: Issue) -> Issue | None:
    """Return an issue that points at the words around a missing space at the mark before it only; None for others.

    A wrong word beside the mark is a slip of its own, and to mend it sets no space.
    """
    place = issue.fixes[0].span if issue.fixes else None
    if place is None or issue.target is None or len(place) or not issue.target.start < place.start < issue.target.end:
        return None
    return replace(issue, target=Span(place.start - 1, place.start))


def _strictly_inside(place: Span | None, words: Span | None) -> bool:
    """Whether an empty ``place`` stands within ``words`` or is the same place; touching from outside is not enough."""
    if place is None or words is None or len(place):
        return False
    return words.start < place.start < words.end or place == words


def _merged(speaker: Issue, other: Issue) -> Issue:
    worse = other if other.level.rank > speaker.level.rank else speaker
    told = (speaker.message, *speaker.evidence)
    news = tuple(message for message in (other.message, *other.evidence) if message not in told)
    # What a missing sentence holds is no fix for its being missing.
    takes_fix = not speaker.fixes and not speaker.expected and speaker.mqm is not Mqm.OMISSION
    return replace(
        speaker,
        level=worse.level,
        severity=worse.severity,
        source=speaker.source or other.source,
        evidence=speaker.evidence + news,
        expected=other.expected if takes_fix else speaker.expected,
        fixes=other.fixes if takes_fix else speaker.fixes,
        related=speaker.related or other.related,
        entry=speaker.entry or other.entry,
    )
