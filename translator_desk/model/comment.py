"""A remark of a person on a segment or on words of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from translator_desk.model.ids import SegmentId
from translator_desk.text.span import Span

CONTEXT = 24
"""How much of the text around a quote is kept, to find it again."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark; a thread is a comment and those that answer it.

    Attributes:
        id: UUID hex.
        segment: The segment.
        answers: Id of the comment it answers, or "".
        quote: The target words it is about, or "" for the whole segment.
        span: Where those words stood when it was written, or None.
        text: What was said.
        author: Who.
        time: When (UTC).
        resolved: Whether the thread is closed; counts on its first comment.
        before: Up to ``CONTEXT`` code points that stood before the quote when it was written.
        after: As much of what stood after it.
        resolved_by: Who closed the thread, or "".
    """

    id: str
    segment: SegmentId
    answers: str
    quote: str
    span: Span | None
    text: str
    author: str
    time: dt.datetime
    resolved: bool = False
    before: str = ""
    after: str = ""
    resolved_by: str = ""
