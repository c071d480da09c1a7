"""What waits to be written: drafts, and the batches of steps, put together only where they are written.

An import of a hundred thousand segments makes as many revisions; making them in the owner's thread would stop the
window for a second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from translator_desk.app.commands.base import Doing
from translator_desk.app.state import Entry, Step
from translator_desk.model.ids import WHOLE_PROJECT, DocumentId, SegmentId, new_revision_id
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.model.state import SegmentState
from translator_desk.store.base import ChangeBatch, SegmentWrite, Store


class Write(Protocol):
    """One write in the queue."""

    def run(self, store: Store) -> None:
        """Write it; in the store lane. Running it again after a failure writes the same."""


@dataclass(frozen=True, slots=True)
class DraftWrite:
    """Typing to be kept."""

    segment: SegmentId
    text: str
    base_version: int
    author: str

    def run(self, store: Store) -> None:
        """Keep the typing."""
        store.save_draft(self.segment, self.text, self.base_version, self.author)


class BatchWrite:
    """A batch, made when it is first asked for and the same ever after."""

    def __init__(self, make: Callable[[], ChangeBatch]) -> None:
        self._make = make
        self._made: ChangeBatch | None = None

    @property
    def batch(self) -> ChangeBatch:
        """What is to be written."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def run(self, store: Store) -> None:
        """Write the batch."""
        store.save_changes(self.batch)


@dataclass(frozen=True, slots=True)
class Stepped:
    """A step with what must be known of the file to write it.

    Attributes:
        step: The step.
        doing: Who did it and when.
        expected: Version that the file has of each segment; a segment it does not have is not named.
        documents: The documents of the project after the step.
        earlier: Revisions of typing that the step took over.
    """

    step: Step
    doing: Doing
    expected: Mapping[SegmentId, int]
    documents: frozenset[DocumentId]
    earlier: tuple[Revision, ...] = ()

    def batch(self) -> ChangeBatch:
        """Return segments, their order and revisions, to be written in one transaction."""
        step, doing = self.step, self.doing
        delta = step.delta
        options = delta.options[1] if delta.options else None
        writes: list[SegmentWrite] = []
        removed: list[SegmentId] = []
        revisions = list(self.earlier)
        for key, (before, after) in delta.segments.items():
            if after is None:
                removed.append(key)
                continue
            writes.append(SegmentWrite(after, self.expected.get(key)))
            base = before.version if before is not None else 0
            revisions.append(revision_of(after, step.kind, doing, base, step.note))
        revisions += [_entered(entry, doing) for entry in step.entries]
        if not revisions:
            # A document renamed, a level changed: the record says who did it.
            revisions.append(_entered(Entry(step.kind, step.note), doing))
        return ChangeBatch(
            segments=tuple(writes),
            removed=tuple(removed),
            order={key: order for key, (_, order) in delta.order.items() if key in self.documents},
            documents=tuple(after for _, after in delta.documents.values() if after is not None),
            removed_documents=tuple(key for key, (_, after) in delta.documents.items() if after is None),
            document_order=delta.document_order[1] if delta.document_order else None,
            revisions=tuple(revisions),
            comments=tuple(after for _, after in delta.comments.values() if after is not None),
            removed_comments=tuple(key for key, (_, after) in delta.comments.items() if after is None),
            cleared_drafts=tuple(delta.segments),
            waivers=delta.waivers[1] if delta.waivers else None,
            title=delta.title[1] if delta.title else None,
            profile=options.profile if options else None,
            check_levels=dict(options.levels) if options else None,
            name_decisions=options.name_decisions if options else None,
            term_bases=options.term_bases if options else None,
            four_eyes=options.four_eyes if options else None,
        )


def without(batch: ChangeBatch, stale: frozenset[SegmentId]) -> ChangeBatch:
    """Return the batch without some of its segments."""
    return replace(
        batch,
        segments=tuple(write for write in batch.segments if write.segment.id not in stale),
        revisions=tuple(revision for revision in batch.revisions if revision.segment not in stale),
        cleared_drafts=tuple(key for key in batch.cleared_drafts if key not in stale),
    )


def author_of(batch: ChangeBatch, segment: SegmentId) -> str:
    """Return who changed the segment in this batch."""
    return next((one.author for one in batch.revisions if one.segment == segment), "?")


def revision_of(segment: Segment, kind: RevisionKind, doing: Doing, base: int, note: str = "") -> Revision:
    """Return a new revision of the segment as it stands."""
    return Revision(
        new_revision_id(),
        segment.id,
        kind,
        doing.person.name,
        doing.time,
        base,
        segment.source,
        segment.target,
        segment.redline,
        segment.state,
        note,
    )


def _entered(entry: Entry, doing: Doing) -> Revision:
    return Revision(
        new_revision_id(),
        WHOLE_PROJECT,
        entry.kind,
        doing.person.name,
        doing.time,
        0,
        entry.document,
        entry.title,
        None,
        SegmentState.INITIAL,
        entry.note,
    )
