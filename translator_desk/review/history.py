"""What became of a text: any two revisions compared, changes since a point, and a digest for its translator."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from translator_desk.model.ids import WHOLE_PROJECT, DocumentId, SegmentId
from translator_desk.model.redline import Piece, Redline
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.model.workflow import Move
from translator_desk.review.diff import DiffKind, word_diff


class Since(StrEnum):
    """A point of a document's history that people ask about."""

    IMPORT = "import"
    HAND_OVER = "hand-over"
    APPROVAL = "approval"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class SegmentChange:
    """What became of one segment since a point.

    Attributes:
        segment: The segment as it is now.
        before: Its target at that point.
        redline: Word by word from then to now.
        steps: The revisions since, oldest first.
    """

    segment: Segment
    before: str
    redline: Redline
    steps: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class DigestEntry:
    """One thing that somebody else did to a translator's text.

    Attributes:
        segment: The segment.
        revision: The step: who, when, of what kind, and why (its note).
        redline: What it changed, word by word.
    """

    segment: SegmentId
    revision: Revision
    redline: Redline


def compared(old: str, new: str, author: str) -> Redline:
    """Return the redline from one text to another, all of it under one name."""
    pieces = {
        DiffKind.SAME: lambda text: Piece(text),
        DiffKind.REMOVED: lambda text: Piece(text, None, author),
        DiffKind.INSERTED: lambda text: Piece(text, author),
    }
    return Redline.joined(pieces[run.kind](run.text) for run in word_diff(old, new))


def compare(old: Revision, new: Revision) -> Redline:
    """Return the redline from one revision's target to another's, under the name of the second one's author."""
    return compared(old.target, new.target, new.author)


def point(
    revisions: Sequence[Revision], since: Since, document: DocumentId, segments: frozenset[SegmentId], date: dt.date
) -> int:
    """Return how many of the project's revisions lie at or before the point.

    Args:
        revisions: All revisions of the project in the order of the store, which counts and not their clock.
        since: Which point; the last hand-over or approval there was.
        document: The document asked about.
        segments: Its segments.
        date: For ``DATE``: the first day (UTC) that counts as after the point.

    Returns:
        A number of revisions; that of the import where the point was never reached.
    """
    is_of: Callable[[Revision], bool]
    if since is Since.DATE:
        return next((at for at, one in enumerate(revisions) if one.time.date() >= date), len(revisions))
    if since is Since.IMPORT:
        return _after_import(revisions, segments)
    move = Move.HAND_OVER if since is Since.HAND_OVER else Move.APPROVE
    is_of = lambda one: _is_move(one, move, document)  # noqa: E731
    found = next((at for at in range(len(revisions) - 1, -1, -1) if is_of(revisions[at])), None)
    return _after_import(revisions, segments) if found is None else found + 1


def _after_import(revisions: Sequence[Revision], segments: frozenset[SegmentId]) -> int:
    return 1 + max(
        (at for at, one in enumerate(revisions) if one.kind is RevisionKind.IMPORT and one.segment in segments),
        default=-1,
    )


def _is_move(revision: Revision, move: Move, document: DocumentId) -> bool:
    return (
        revision.segment == WHOLE_PROJECT
        and revision.kind is RevisionKind.WORKFLOW
        and revision.source == document
        and revision.note.split(":")[0] == move.value
    )


def texts_at(revisions: Sequence[Revision], at: int) -> dict[SegmentId, str]:
    """Return the target of every segment after the first ``at`` revisions that had one by then."""
    return {revision.segment: revision.target for revision in revisions[:at]}


def changes_since(revisions: Sequence[Revision], at: int, segments: Iterable[Segment]) -> Iterator[SegmentChange]:
    """Yield what became of each segment since the first ``at`` revisions, where its wording is another now.

    A segment without a revision from before began with the words of its file.
    """
    before = texts_at(revisions, at)
    after: defaultdict[SegmentId, list[Revision]] = defaultdict(list)
    for revision in revisions[at:]:
        after[revision.segment].append(revision)
    for segment in segments:
        then = before.get(segment.id, segment.imported_target)
        if then == segment.target:
            continue
        steps = tuple(after[segment.id])
        author = next((one.author for one in reversed(steps) if one.kind is not RevisionKind.STATE), "")
        yield SegmentChange(segment, then, compared(then, segment.target, author), steps)


_TOLD = (
    RevisionKind.EDIT,
    RevisionKind.FIX,
    RevisionKind.REPLACE,
    RevisionKind.RESTORE,
    RevisionKind.MERGE,
    RevisionKind.ACCEPT,
    RevisionKind.REJECT,
    RevisionKind.AMEND,
)


def digest(
    revisions: Iterable[Revision], translator: str, since: Mapping[SegmentId, int] | None = None
) -> list[DigestEntry]:
    """Return what others did to the translator's text and why, in the order it was done.

    Args:
        revisions: All revisions of the segments concerned, in the order of the store.
        translator: Whose text it is: only steps after one of this person's in the same segment are told, own ones never.
        since: How many revisions of a segment are known already and left out; none by default.
    """
    entries: list[DigestEntry] = []
    last: dict[SegmentId, Revision] = {}
    seen: defaultdict[SegmentId, int] = defaultdict(int)
    own: set[SegmentId] = set()
    for revision in revisions:
        key = revision.segment
        before = last.get(key)
        last[key] = revision
        seen[key] += 1
        if revision.author == translator:
            own.add(key)
            continue
        known = seen[key] <= (since or {}).get(key, 0)
        if before is None or known or key not in own or revision.kind not in _TOLD:
            continue
        entries.append(DigestEntry(key, revision, _done(before, revision)))
    return entries


def _done(before: Revision, after: Revision) -> Redline:
    """Return what a step did: an acceptance moves what was agreed, everything else what stands."""
    if after.kind is RevisionKind.ACCEPT:
        return compared(_baseline(before), _baseline(after), after.author)
    return compare(before, after)


def _baseline(revision: Revision) -> str:
    return revision.redline.baseline if revision.redline is not None else revision.target
