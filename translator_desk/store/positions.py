"""Where rows stand in their document, with room between them so that a split moves no other row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.segment import Segment

STEP = 1 << 16


def counted(segments: Sequence[Segment]) -> Iterator[int]:
    """Yield the positions of segments of new documents, given in reading order."""
    count: defaultdict[DocumentId, int] = defaultdict(int)
    for segment in segments:
        count[segment.document] += STEP
        yield count[segment.document]


def positions(order: Sequence[SegmentId], known: Mapping[SegmentId, int]) -> dict[SegmentId, int]:
    """Return the positions to be written so that rows sorted by position stand in ``order``.

    Args:
        order: Ids in reading order.
        known: Positions of ids that have one; ids that are not in ``order`` do not matter.

    Returns:
        The new ids alone where they fit between their neighbours, else all whose position changes.
    """
    written: dict[SegmentId, int] = {}
    waiting: list[SegmentId] = []
    before = -1
    for key in order:
        after = known.get(key)
        if after is None:
            waiting.append(key)
            continue
        room = after - before
        if room <= len(waiting):
            # No room, or a row moved past another one: count anew.
            return _counted(order, known)
        for place, one in enumerate(waiting, start=1):
            written[one] = before + room * place // (len(waiting) + 1)
        waiting.clear()
        before = after
    for place, one in enumerate(waiting, start=1):
        written[one] = before + STEP * place
    return written


def _counted(order: Sequence[SegmentId], known: Mapping[SegmentId, int]) -> dict[SegmentId, int]:
    counted = {key: STEP * place for place, key in enumerate(order, start=1)}
    return {key: place for key, place in counted.items() if known.get(key) != place}
