"""Typing that was in no revision when the program ended: brought back, or set beside what stands there now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from translator_desk.model.ids import DocumentId, SegmentId, new_revision_id
from translator_desk.model.project import Project
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.review.tracked import rewritten
from translator_desk.store.base import ChangeBatch, Draft, SegmentWrite
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class DraftConflict:
    """Typing that must not simply be put back: its segment was changed after it, or is gone.

    Attributes:
        segment: The segment it was typed in.
        text: What was typed; it stands in the segment's history.
        standing: The target that stands now, or None where the segment is gone.
        author: Who typed it.
        time: When (UTC).
    """

    segment: SegmentId
    text: str
    standing: str | None
    author: str
    time: dt.datetime

    def sentence(self) -> Message:
        """Return what the person is told about it."""
        if self.standing is None:
            return say(
                "{author} had typed a text into a segment that is no longer there; it was not kept in a document: "
                "“{text}”. Copy it if you need it.",
                "{author} 曾在一个现已不存在的句段中输入文本，该文本不在任何文档中：“{text}”。如有需要请复制。",
                author=self.author,
                text=self.text,
            )
        return say(
            "{author} had typed “{text}”, but the segment was changed since to “{standing}”, which stays. Both are in "
            "the segment's history.",
            "{author} 曾输入“{text}”，但该句段此后已改为“{standing}”，现保留后者。两个文本都在该句段的历史记录中。",
            author=self.author,
            text=self.text,
            standing=self.standing,
        )


@dataclass(frozen=True, slots=True)
class Recovery:
    """What becomes of the drafts that were found.

    Attributes:
        project: The project with the typing put back where nothing else happened to its segment.
        batch: What is to be written so that every text is in the history and no draft is left; None for nothing.
        recovered: The segments that got their typing back.
        conflicts: The typing that did not come back.
    """

    project: Project
    batch: ChangeBatch | None = None
    recovered: tuple[SegmentId, ...] = ()
    conflicts: tuple[DraftConflict, ...] = ()

    def sentences(self) -> tuple[Message, ...]:
        """Return what the person is told."""
        told = tuple(conflict.sentence() for conflict in self.conflicts)
        if not self.recovered:
            return told
        back = say(
            "What was typed in {count} segments before the program ended was brought back, from segment {first} on.",
            "已恢复程序结束前在 {count} 个句段中输入的内容，首个为第 {first} 句段。",
            count=len(self.recovered),
            first=self._number(self.recovered[0]),
        )
        return (back, *told)

    def _number(self, segment: SegmentId) -> int:
        for group in self.project.segments.values():
            for number, one in enumerate(group, 1):
                if one.id == segment:
                    return number
        raise KeyError(segment)


def recover(project: Project, drafts: Iterable[Draft], person: str, now: dt.datetime) -> Recovery:
    """Return what becomes of drafts left by a program that ended without warning.

    A draft typed over the version that still stands is put back as an edit by its author. Any other text is kept in
    the history before the text that stands; nobody's words are written over.

    Args:
        project: The project as it is in the file.
        drafts: Typing whose words are not in their segments, oldest first.
        person: Who opens the project.
        now: Time of opening (UTC).
    """
    segments = {one.id: one for group in project.segments.values() for one in group}
    tracked = {document.id: document.handling.tracks for document in project.documents}
    writes: dict[SegmentId, SegmentWrite] = {}
    revisions: list[Revision] = []
    recovered: list[SegmentId] = []
    conflicts: list[DraftConflict] = []
    cleared: list[SegmentId] = []
    for draft in drafts:
        segment = segments.get(draft.segment)
        cleared.append(draft.segment)
        if segment is None:
            revisions.append(_of_draft(draft, _gone(draft)))
            conflicts.append(DraftConflict(draft.segment, draft.text, None, draft.author, draft.time))
            continue
        expected = writes[segment.id].expected_version if segment.id in writes else segment.version
        typed = rewritten(segment, draft.text, draft.author, tracked=tracked[segment.document])
        revisions.append(_of_draft(draft, typed))
        if draft.base_version == segment.version:
            after = typed
            recovered.append(segment.id)
        else:
            after = replace(segment, version=segment.version + 1)
            revisions.append(_standing(after, person, now))
            conflicts.append(DraftConflict(segment.id, draft.text, segment.target, draft.author, draft.time))
        segments[segment.id] = after
        writes[segment.id] = SegmentWrite(after, expected)
    if not cleared:
        return Recovery(project)
    back: dict[DocumentId, tuple[Segment, ...]] = {
        key: tuple(segments[one.id] for one in group) for key, group in project.segments.items()
    }
    batch = ChangeBatch(
        segments=tuple(writes.values()), revisions=tuple(revisions), cleared_drafts=tuple(dict.fromkeys(cleared))
    )
    return Recovery(replace(project, segments=back), batch, tuple(recovered), tuple(conflicts))


def unwritten(drafts: Iterable[Draft], project: Project) -> Recovery:
    """Return drafts as conflicts that nothing can be done about: the project cannot be written."""
    segments = {one.id: one.target for group in project.segments.values() for one in group}
    conflicts = (
        DraftConflict(one.segment, one.text, segments.get(one.segment), one.author, one.time) for one in drafts
    )
    return Recovery(project, conflicts=tuple(conflicts))


def _gone(draft: Draft) -> Segment:
    return Segment(draft.segment, DocumentId(""), 0, "", draft.text, version=draft.base_version)


def _of_draft(draft: Draft, typed: Segment) -> Revision:
    return Revision(
        new_revision_id(),
        draft.segment,
        RevisionKind.EDIT,
        draft.author,
        draft.time,
        draft.base_version,
        typed.source,
        draft.text,
        typed.redline,
        typed.state,
        "typing found after the program had ended",
    )


def _standing(segment: Segment, person: str, now: dt.datetime) -> Revision:
    return Revision(
        new_revision_id(),
        segment.id,
        RevisionKind.MERGE,
        person,
        now,
        segment.version - 1,
        segment.source,
        segment.target,
        segment.redline,
        segment.state,
        "stays; the typing before was made over an earlier version",
    )
