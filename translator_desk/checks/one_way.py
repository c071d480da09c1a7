"""What checks share that compare the ways in which one document writes a name."""

from __future__ import annotations

from collections.abc import Sequence

from translator_desk.checks.base import Check, Facts, Observation
from translator_desk.model.issue import Issue, RelatedPlace
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import say

_MOST_RELATED = 10


def way_seen(facts: Facts, letters: str, at: int, words: str) -> Observation:
    """Return the note of a name at code point ``at`` of the target; those of the same letters are compared."""
    key = facts.document.id, letters
    return Observation(key, facts.segment.id, facts.document.id, Span(at, at + len(words)), words)


def places_of(form: str, observations: Sequence[Observation]) -> tuple[RelatedPlace, ...]:
    """Return the first places where a name is written so."""
    found = [one for one in observations if one.text == form][:_MOST_RELATED]
    return tuple(RelatedPlace(one.document, one.segment, one.span, one.text) for one in found)


def other_way(
    check: Check, one: Observation, usual: str, observations: Sequence[Observation], *, level: Level | None = None
) -> Issue:
    """Return the issue that a name is written another way than usual in its document."""
    return check.issue(
        one,
        one.span,
        say(
            "“{found}” is {usual} elsewhere in this document ({count}×); keep to one way.",
            "“{found}”在本文件其他地方写作 {usual}（{count} 次），请统一。",
            found=one.text,
            usual=usual,
            count=sum(other.text == usual for other in observations),
        ),
        level=level,
        expected=(usual,),
        related=places_of(usual, observations),
    )
