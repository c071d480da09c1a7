"""Where a person was in a project, kept in the project file so that the next opening goes there."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from translator_desk.model.ids import DocumentId, SegmentId


@dataclass(frozen=True, slots=True)
class WorkPlace:
    """Where the person was; ids may be gone when it is read again.

    Attributes:
        document: The document shown, None for the whole project.
        segment: The current segment, or None.
        caret: Selection start and end in its target (code points), None where nobody was typing.
        text: Words of the filter.
        kind: Kind of the filter, as the window names it.
        queue: Filter of the review's queue, as the queue spells it.
        hunk: Number of the change being decided in the segment, from 1; 0 for none.
    """

    document: DocumentId | None = None
    segment: SegmentId | None = None
    caret: tuple[int, int] | None = None
    text: str = ""
    kind: str = ""
    queue: str = ""
    hunk: int = 0


def place_text(place: WorkPlace) -> str:
    """Return a place as the JSON that the project file keeps."""
    return json.dumps(asdict(place), ensure_ascii=False)


def place_of(text: str) -> WorkPlace:
    """Return the place of a kept text; whatever cannot be read is as if it had not been noted."""
    try:
        noted = json.loads(text or "{}")
    except ValueError:
        return WorkPlace()
    if not isinstance(noted, dict):
        return WorkPlace()
    document, segment, caret = noted.get("document"), noted.get("segment"), noted.get("caret")
    words, kind, queue, hunk = noted.get("text"), noted.get("kind"), noted.get("queue"), noted.get("hunk")
    return WorkPlace(
        DocumentId(document) if isinstance(document, str) else None,
        SegmentId(segment) if type(segment) is int else None,
        _span(caret),
        words if isinstance(words, str) else "",
        kind if isinstance(kind, str) else "",
        queue if isinstance(queue, str) else "",
        hunk if type(hunk) is int and hunk > 0 else 0,
    )


def _span(caret: object) -> tuple[int, int] | None:
    if not isinstance(caret, list) or len(caret) != 2 or not all(type(one) is int for one in caret):
        return None
    start, end = caret
    return (start, end) if 0 <= start <= end else None
