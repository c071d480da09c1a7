"""What the checks say of a segment under review: what a decision would bring, what was ignored, what was mended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from translator_desk.app.gate import covers
from translator_desk.app.record import Record
from translator_desk.app.state import ProjectState
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.redline import Redline
from translator_desk.model.segment import Segment
from translator_desk.model.waiver import Waiver
from translator_desk.review.history import Since, point, texts_at
from translator_desk.review.tracked import with_redline

TryOut = Callable[[Segment], tuple[Issue, ...]]
"""Returns the issues a segment would have with this text; ``Checking.try_out`` does."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a decision would do to the flags of its segment.

    Attributes:
        text: The target after it.
        brought: Flags that it would bring.
        mended: Flags that it would mend.
    """

    text: str
    brought: tuple[Issue, ...]
    mended: tuple[Issue, ...]


def outlook(segment: Segment, after: Redline, now: tuple[Issue, ...], try_out: TryOut) -> Outlook:
    """Return what settling a segment as ``after`` would do to its flags, before anything is decided.

    Args:
        segment: The segment as it stands.
        after: Its redline after the decision (see ``review.decisions``).
        now: Its issues now.
        try_out: Finds the issues of a text.
    """
    if after.target == segment.target:
        return Outlook(after.target, (), ())
    then = try_out(with_redline(segment, after))
    standing, coming = {one.fingerprint for one in now}, {one.fingerprint for one in then}
    return Outlook(
        after.target,
        tuple(one for one in then if one.fingerprint not in standing),
        tuple(one for one in now if one.fingerprint not in coming),
    )


def ignored_in(waived: Iterable[Issue], waivers: Iterable[Waiver]) -> tuple[tuple[Issue, Waiver], ...]:
    """Return the dismissed flags of a segment, each with the dismissal that counts for it.

    Args:
        waived: The segment's dismissed issues (see ``Checking.waived``).
        waivers: The project's dismissals.
    """
    waivers = tuple(waivers)
    found = ((issue, next((one for one in waivers if covers(one, issue)), None)) for issue in waived)
    return tuple((issue, waiver) for issue, waiver in found if waiver is not None)


def texts_at_hand_over(state: ProjectState, record: Record, document: DocumentId) -> Mapping[SegmentId, str]:
    """Return what each segment of a document said when it was last handed to review (at import where it never was).

    It may be asked later than the record was read: what was said then is said for good. Of a document that has gone
    meanwhile nothing is returned.
    """
    if document not in state.documents:
        return {}
    segments = state.document_segments(document)
    ids = frozenset(one.id for one in segments)
    then = texts_at(record.revisions, point(record.revisions, Since.HAND_OVER, document, ids, dt.date.max))
    return {one.id: then.get(one.id, one.imported_target) for one in segments}


def mended_since(segment: Segment, before: str, now: Iterable[Issue], try_out: TryOut) -> tuple[Issue, ...]:
    """Return the flags that a segment had with an earlier text and has no more.

    Args:
        segment: The segment as it stands.
        before: What it said.
        now: Its issues now, dismissed ones included: those are not mended.
        try_out: Finds the issues of a text.
    """
    if before == segment.target:
        return ()
    standing = {issue.fingerprint for issue in now}
    then = try_out(with_redline(segment, Redline.of(before)))
    return tuple(issue for issue in then if issue.fingerprint not in standing)
