"""A version that comes back from outside, put into the project word by word; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from translator_desk.app.commands.base import Doing, refuse_final
from translator_desk.app.state import Delta, Entry, ProjectState, Step
from translator_desk.model.comment import Comment
from translator_desk.model.ids import SegmentId
from translator_desk.model.revision import RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.model.state import SegmentState
from translator_desk.review.merge import Conflict, Merged, merge
from translator_desk.review.tracked import with_redline
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class MergeVersion:
    """Another version of segments merged: what only they changed is pending, what both changed a conflict.

    Attributes:
        base: The texts both began from.
        theirs: Their texts.
        name: Under which name their words are pending (see ``four_eyes.outside``).
        file: Where they came from, for the record.
        comments: Their remarks; those that are here already stay as they are.
        threads: Threads of ours that only the copy has closed or opened again, as they stand there.
        asked: Segments that the copy has asked back (True), or answered the question of (False).
    """

    base: Mapping[SegmentId, str]
    theirs: Mapping[SegmentId, str]
    name: str
    file: str = ""
    comments: tuple[Comment, ...] = ()
    threads: tuple[Comment, ...] = ()
    asked: Mapping[SegmentId, bool] = field(default_factory=dict)
    typing: bool = False

    @property
    def focus(self) -> SegmentId | None:
        """The first segment that they changed."""
        return next((key for key, text in self.theirs.items() if text != self.base.get(key)), None)

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("merging {file}", "合并 {file}", file=self.file or self.name)

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the segments with their changes pending.

        Raises:
            RefusedError: A document they changed is final.
        """
        pairs: dict[SegmentId, tuple[Segment | None, Segment | None]] = {}
        for key, found in merges(state, self, doing.person.name).items():
            segment = state.segments[key]
            refuse_final(state, segment)
            changed = with_redline(segment, found.redline)
            if segment.state is not SegmentState.INITIAL:
                changed = replace(changed, state=SegmentState.TRANSLATED)
            pairs[key] = (segment, changed)
        for key, asked in self.asked.items():
            before, after = pairs.get(key, (state.segments[key], state.segments[key]))
            if after is not None and after.asked_back != asked:
                changed = replace(after, asked_back=asked, version=after.version + (before is after))
                pairs[key] = (before, changed)
        new: dict[str, tuple[Comment | None, Comment | None]] = {
            one.id: (None, one)
            for one in self.comments
            if one.id not in state.comments and one.segment in state.segments
        }
        new.update((one.id, (state.comments[one.id], one)) for one in self.threads)
        note = f"merged: {self.file or self.name}"
        entries = (Entry(RevisionKind.MERGE, note),) if pairs or new else ()
        return Step(Delta(segments=pairs, comments=new), RevisionKind.MERGE, note, entries)


def merges(state: ProjectState, version: MergeVersion, person: str) -> dict[SegmentId, Merged]:
    """Return what merging would do to each segment that they changed otherwise than we have it."""
    found: dict[SegmentId, Merged] = {}
    for key, theirs in version.theirs.items():
        segment = state.segments.get(key)
        base = version.base.get(key)
        if segment is None or base is None or theirs in (base, segment.target):
            continue
        ours = segment.as_redline
        our_name = segment.hands[-1] if segment.hands else person
        merged = merge(base, ours, theirs, our_name=our_name, their_name=version.name)
        if merged.redline != ours:
            found[key] = merged
    return found


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did.

    Attributes:
        taken: Segments with changes of theirs alone.
        conflicts: Places that both had changed, by segment.
        left_out: Documents of theirs that are not in this project.
        remarks: How many remarks the copy brought.
        turned: How many threads of ours it has closed or opened again.
    """

    taken: tuple[SegmentId, ...]
    conflicts: tuple[tuple[SegmentId, Conflict], ...]
    left_out: tuple[str, ...] = ()
    remarks: int = 0
    turned: int = 0

    def sentence(self) -> Message:
        """Return what the person is told."""
        told = say(
            "Merged as pending changes. Segments that only the copy had changed: {taken}. Places that both sides had "
            "changed, with both wordings side by side: {conflicts}.",
            "已作为待定修改并入。仅副本有改动的句段：{taken}。双方均有改动、两种措辞并列之处：{conflicts}。",
            taken=len(self.taken),
            conflicts=len(self.conflicts),
        )
        if self.remarks or self.turned:
            told = say(
                "{told} New remarks: {remarks}; threads closed or opened again there: {turned}.",
                "{told_zh}新批注：{remarks}；在副本中关闭或重新打开的讨论：{turned}。",
                told=told.render("en"),
                told_zh=told.render("zh"),
                remarks=self.remarks,
                turned=self.turned,
            )
        if not self.left_out:
            return told
        return say(
            "{told} Not in this project, so left out: {names}.",
            "{told_zh}本项目中没有、因而略过的文档：{names}。",
            told=told.render("en"),
            told_zh=told.render("zh"),
            names=", ".join(self.left_out),
        )
