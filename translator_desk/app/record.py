"""The record of an open project, read from its file: what changed in a document, and what others did to a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translator_desk.app.state import ProjectState
from translator_desk.model.ids import DocumentId
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.review.history import DigestEntry, SegmentChange, Since, changes_since, digest, point, texts_at
from translator_desk.review.scores import Metric, Score, scores
from translator_desk.store.base import Store
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class Record:
    """The whole history of a project.

    Attributes:
        revisions: Every step, in the order of the store; it counts, not the clock.
        head: The hash that stands for them all (hex).
    """

    revisions: tuple[Revision, ...]
    head: str

    def with_typed(self, typed: tuple[Revision, ...]) -> Record:
        """Return the history as it goes on with rows still being typed in; one left meanwhile is there already."""
        if not typed:
            return self
        left = {(one.segment, one.base_version) for one in self.revisions if one.kind is RevisionKind.EDIT}
        new = tuple(one for one in typed if (one.segment, one.base_version) not in left)
        return replace(self, revisions=self.revisions + new)


def read_record(store: Store) -> Record:
    """Read the history; to be called in the store lane.

    Raises:
        StoreError: It cannot be read.
    """
    return Record(store.revisions(), store.head().hash)


def changes_in(
    state: ProjectState, record: Record, document: DocumentId, since: Since, date: dt.date | None = None
) -> tuple[SegmentChange, ...]:
    """Return what changed in a document since a point, in reading order; ``date`` (UTC) is asked for ``Since.DATE``."""
    at = _point(state, record, document, since, date)
    return tuple(changes_since(record.revisions, at, state.document_segments(document)))


def amount_changed(
    record: Record, document: DocumentId, segments: Sequence[Segment], since: Since
) -> tuple[Score, ...]:
    """Return how much of a document was changed since a point: TER and chrF2 of its text then against that of now.

    TER is then the number of words in a hundred that were edited. () for a document without words.
    """
    now = [one.target for one in segments]
    if not any(text.strip() for text in now):
        return ()
    ids = frozenset(one.id for one in segments)
    before = texts_at(record.revisions, point(record.revisions, since, document, ids, dt.date.max))
    return scores([before.get(one.id, one.imported_target) for one in segments], now, (Metric.TER, Metric.CHRF))


def digest_in(
    state: ProjectState,
    record: Record,
    document: DocumentId,
    translator: str,
    since: Since = Since.IMPORT,
    date: dt.date | None = None,
) -> tuple[DigestEntry, ...]:
    """Return what others did to a translator's text in a document since a point, in the order it was done."""
    at = _point(state, record, document, since, date)
    segments = frozenset(state.order[document])
    known: dict[object, int] = {}
    for revision in record.revisions[:at]:
        known[revision.segment] = known.get(revision.segment, 0) + 1
    of_document = (one for one in record.revisions if one.segment in segments)
    return tuple(digest(of_document, translator, {key: known.get(key, 0) for key in segments}))


def point_name(since: Since, date: dt.date | None = None) -> Message:
    """Return the point as it stands in a title ("since the hand-over")."""
    if since is Since.DATE:
        day = (date or dt.datetime.now(dt.UTC).date()).isoformat()
        return say("since {day}", "{day} 以来", day=day)
    return _NAMES[since]


_NAMES = {
    Since.IMPORT: say("since the import", "导入以来"),
    Since.HAND_OVER: say("since the hand-over to review", "送审以来"),
    Since.APPROVAL: say("since the last approval", "上次审定以来"),
}


def _point(state: ProjectState, record: Record, document: DocumentId, since: Since, date: dt.date | None) -> int:
    segments = frozenset(state.order[document])
    return point(record.revisions, since, document, segments, date or dt.date.max)
