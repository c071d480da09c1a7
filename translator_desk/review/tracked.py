"""What an edit does to a segment: agreed at once while it is translated, pending once it is reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from translator_desk.model.redline import Redline
from translator_desk.model.segment import Segment
from translator_desk.model.state import SegmentState
from translator_desk.review.decisions import pending
from translator_desk.review.diff import DiffKind, word_diff
from translator_desk.text.span import Span


def edited(segment: Segment, span: Span, words: str, author: str, *, tracked: bool) -> Segment:
    """Return the segment after ``author`` wrote ``words`` over ``span`` of its target.

    A reviewed or final segment goes back to translated. Tracked, the change is pending under the author's name and
    those who answered for the agreed wording still do; else the wording is agreed and only the author answers for it.

    Raises:
        ValueError: The span reaches beyond the target.
    """
    target = segment.target[: span.start] + words + segment.target[span.end :]
    redline = segment.redline
    if tracked or redline is not None:
        redline = (redline or Redline.of(segment.target)).write(span, words, author if tracked else None)
    return _with(segment, target, redline, author, tracked=tracked)


def rewritten(segment: Segment, target: str, author: str, *, tracked: bool) -> Segment:
    """Return the segment after ``author`` gave it a whole new target; only the words that differ count as changed."""
    redline = segment.redline
    if tracked or redline is not None:
        redline = redline or Redline.of(segment.target)
        for span, words in reversed(tuple(differences(segment.target, target))):
            redline = redline.write(span, words, author if tracked else None)
    return _with(segment, target, redline, author, tracked=tracked)


def differences(old: str, new: str) -> Iterator[tuple[Span, str]]:
    """Yield the spans of ``old`` that read otherwise in ``new``, each with its new words, in reading order."""
    at = 0
    start: int | None = None
    words = ""
    for run in word_diff(old, new):
        if run.kind is DiffKind.SAME:
            if start is not None:
                yield Span(start, at), words
            start, words = None, ""
        elif start is None:
            start = at
        if run.kind is DiffKind.INSERTED:
            words += run.text
        else:
            at += len(run.text)
    if start is not None:
        yield Span(start, at), words


def with_redline(segment: Segment, redline: Redline) -> Segment:
    """Return the segment with this redline and the target it gives, one version on; the state stays."""
    return replace(segment, target=redline.target, redline=pending(redline), version=segment.version + 1)


def _with(segment: Segment, target: str, redline: Redline | None, author: str, *, tracked: bool) -> Segment:
    state = segment.state
    if state in (SegmentState.REVIEWED, SegmentState.FINAL):
        state = SegmentState.TRANSLATED
    hands = segment.hands if tracked or target == segment.target else (author,)
    redline = None if redline is None else pending(redline)
    return replace(segment, target=target, redline=redline, version=segment.version + 1, state=state, hands=hands)
