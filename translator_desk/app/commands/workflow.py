"""A document on its way: handed to review, approved, declared final, reopened, assigned; who must agree."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from translator_desk.app.commands.base import Doing, segment_of
from translator_desk.app.commands.roles import document_of, refuse_role, refuse_stage
from translator_desk.app.gate import Findings, listed, obstacles
from translator_desk.app.state import Delta, Entry, ProjectState, Step
from translator_desk.errors import RefusedError
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.revision import RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.model.state import SegmentState
from translator_desk.model.waiver import Waiver
from translator_desk.model.workflow import LEADS_TO, MOVE_NAMES, Handling, Move, Stage
from translator_desk.review.four_eyes import answering, lacks_second, with_hands
from translator_desk.wording import Message, say

_Pairs = dict[SegmentId, tuple[Segment | None, Segment | None]]


@dataclass(frozen=True, slots=True)
class MoveDocument:
    """A document moved to its next stage, or back.

    Attributes:
        document: The document.
        move: HAND_OVER, TAKE_BACK, APPROVE, FINISH or REOPEN.
        reason: Why; for FINISH over obstacles it is the signed reason.
        findings: What the checks say of it now; asked for FINISH.
    """

    document: DocumentId
    move: Move
    reason: str = ""
    findings: Findings = field(default_factory=Findings)
    typing: bool = False

    @property
    def focus(self) -> None:
        """Nowhere to go."""
        return

    @property
    def label(self) -> Message:
        """Name of the step."""
        return MOVE_NAMES[self.move]

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the document at its new stage, its segments with it.

        Raises:
            RefusedError: The role or the stage does not allow it; a segment cannot be approved; or the gate is shut
                and no reason is signed.
        """
        document = document_of(state, self.document)
        refuse_role(doing, self.move)
        refuse_stage(document, self.move)
        pairs: _Pairs = {}
        note = self.move.value
        if self.move is Move.APPROVE:
            pairs = _approved(state, state.order[document.id], doing)
        elif self.move is Move.FINISH:
            note += _override(state, document, self)
            pairs = _set(state, document, SegmentState.FINAL)
        elif self.move is Move.REOPEN:
            pairs = _set(state, document, SegmentState.TRANSLATED, only=SegmentState.FINAL)
        if self.reason.strip():
            note += f": {self.reason.strip()}"
        moved = replace(document, handling=_moved(document.handling, self.move, doing))
        entry = Entry(RevisionKind.WORKFLOW, note, document.id, document.title)
        return Step(Delta(pairs, documents={document.id: (document, moved)}), RevisionKind.STATE, note, (entry,))


def _moved(handling: Handling, move: Move, doing: Doing) -> Handling:
    handling = replace(handling, stage=LEADS_TO[move])
    if move is Move.HAND_OVER:
        return replace(handling, handed_by=doing.person.name, handed_time=doing.time)
    if move is Move.TAKE_BACK:
        return replace(handling, handed_by="", handed_time=None)
    return handling


def _override(state: ProjectState, document: Document, move: MoveDocument) -> str:
    """Return what the record says of obstacles that a signed reason overrides, "" where there are none.

    Raises:
        RefusedError: There are some, and no reason is given.
    """
    return refuse_shut(state, document, move.findings, move.reason, final=True)


def refuse_shut(state: ProjectState, document: Document, findings: Findings, reason: str, *, final: bool) -> str:
    """Return what the record says of an opened gate: "" where it was open, the obstacles where ``reason`` opens it.

    Raises:
        RefusedError: The gate is shut, and no reason is given.
    """
    found = obstacles(state, document, findings, final=final)
    if not found:
        return ""
    en, zh = listed(found)
    if not reason.strip():
        raise RefusedError(
            say(
                "“{title}” is not ready: {en}. Settle these, or give a reason that goes into the record under your "
                "name.",
                "“{title}”尚不能放行：{zh}。请先处理，或填写理由，理由将以您的名义存入记录。",
                title=document.title,
                en=en,
                zh=zh,
            )
        )
    return f" (over: {en})"


@dataclass(frozen=True, slots=True)
class ReleaseExport:
    """A clean export let through the gate; nothing of the project changes, but the record says so.

    Attributes:
        document: The document.
        findings: What the checks say of it now.
        reason: The signed reason, needed where the gate is shut.
        file: What is written.
    """

    document: DocumentId
    findings: Findings
    reason: str = ""
    file: str = ""
    typing: bool = False

    @property
    def focus(self) -> None:
        """Nowhere to go."""
        return

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("clean export", "导出清稿")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return a line for the record.

        Raises:
            RefusedError: Errors, undecided changes or threads remain, and no reason is signed.
        """
        document = document_of(state, self.document)
        note = f"export{refuse_shut(state, document, self.findings, self.reason, final=False)}"
        if self.reason.strip():
            note += f": {self.reason.strip()}"
        entry = Entry(RevisionKind.WORKFLOW, note, document.id, self.file or document.title)
        return Step(Delta(), RevisionKind.WORKFLOW, note, (entry,))


@dataclass(frozen=True, slots=True)
class ApproveSegments:
    """Segments approved by the reviewer."""

    segments: tuple[SegmentId, ...]
    typing: bool = False

    @property
    def focus(self) -> SegmentId | None:
        """The first of them."""
        return self.segments[0] if self.segments else None

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("approval", "审定")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the segments reviewed.

        Raises:
            RefusedError: The role may not; a document is not in review; a segment has undecided changes, an
                unanswered question, or would be answered for by one person only.
        """
        refuse_role(doing, Move.APPROVE)
        for document in dict.fromkeys(segment_of(state, key).document for key in self.segments):
            if state.documents[document].handling.stage is not Stage.REVIEWED:
                refuse_stage(state.documents[document], Move.APPROVE)
        return Step(Delta(_approved(state, self.segments, doing)), RevisionKind.STATE, SegmentState.REVIEWED.value)


def _approved(state: ProjectState, segments: tuple[SegmentId, ...], doing: Doing) -> _Pairs:
    pairs: _Pairs = {}
    name = doing.person.name
    for key in segments:
        segment = segment_of(state, key)
        if segment.state in (SegmentState.REVIEWED, SegmentState.FINAL):
            continue
        _refuse_open(state, segment, name)
        hands = with_hands(segment.hands, *sorted(answering(segment, state.handling(segment))), name)
        after = replace(segment, state=SegmentState.REVIEWED, hands=hands, version=segment.version + 1)
        pairs[key] = (segment, after)
    return pairs


def _refuse_open(state: ProjectState, segment: Segment, person: str) -> None:
    """Refuse to approve a segment in which something is open.

    Raises:
        RefusedError: Something is.
    """
    number = state.position(segment.id) + 1
    if segment.redline is not None:
        raise RefusedError(
            say(
                "Segment {number} has undecided changes: accept or reject them first.",
                "第 {number} 句段有未决修改：请先接受或拒绝。",
                number=number,
            )
        )
    if segment.asked_back:
        raise RefusedError(
            say(
                "Segment {number} was asked back and is not answered yet.",
                "第 {number} 句段已退回询问，尚未得到答复。",
                number=number,
            )
        )
    if state.options.four_eyes and lacks_second(segment, state.handling(segment), person):
        raise RefusedError(
            say(
                "Nobody but you answers for segment {number}: somebody else has to confirm or approve it as well.",
                "第 {number} 句段仅经您一人之手：还须由他人确认或审定。",
                number=number,
            )
        )


def _set(state: ProjectState, document: Document, new: SegmentState, *, only: SegmentState | None = None) -> _Pairs:
    return {
        one.id: (one, replace(one, state=new, version=one.version + 1))
        for one in state.document_segments(document.id)
        if one.state is not new and only in (None, one.state)
    }


@dataclass(frozen=True, slots=True)
class ReopenSegments:
    """Approved segments taken back into review, with the reason."""

    segments: tuple[SegmentId, ...]
    reason: str = ""
    typing: bool = False

    @property
    def focus(self) -> SegmentId | None:
        """The first of them."""
        return self.segments[0] if self.segments else None

    @property
    def label(self) -> Message:
        """Name of the step."""
        return MOVE_NAMES[Move.REOPEN]

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the segments translated again; a final document must be reopened itself.

        Raises:
            RefusedError: The role may not, or the document is final.
        """
        refuse_role(doing, Move.REOPEN)
        pairs: _Pairs = {}
        for key in self.segments:
            segment = segment_of(state, key)
            if segment.state is SegmentState.FINAL:
                raise RefusedError(
                    say("The document is final: reopen the document.", "文档已定稿：请重新打开整篇文档。")
                )
            if segment.state is SegmentState.REVIEWED:
                after = replace(segment, state=SegmentState.TRANSLATED, version=segment.version + 1)
                pairs[key] = (segment, after)
        note = f"reopened: {self.reason.strip()}" if self.reason.strip() else "reopened"
        return Step(Delta(pairs), RevisionKind.STATE, note)


@dataclass(frozen=True, slots=True)
class TrackChanges:
    """Tracking of a document's edits switched on or off while it is in translation."""

    document: DocumentId
    tracked: bool
    typing: bool = False

    @property
    def focus(self) -> None:
        """Nowhere to go."""
        return

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("tracking changes", "修订模式") if self.tracked else say("not tracking changes", "关闭修订模式")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the document tracked or not."""
        document = document_of(state, self.document)
        note = "track changes" if self.tracked else "stop tracking changes"
        return _handled(document, replace(document.handling, tracked=self.tracked), note)


@dataclass(frozen=True, slots=True)
class AssignDocument:
    """A document given to somebody, until a day."""

    document: DocumentId
    assignee: str
    due: dt.date | None = None
    typing: bool = False

    @property
    def focus(self) -> None:
        """Nowhere to go."""
        return

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("assigning a document", "分派文档")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the document assigned; an empty name takes the assignment back.

        Raises:
            RefusedError: The role may not assign.
        """
        refuse_role(doing, Move.ASSIGN)
        document = document_of(state, self.document)
        name = " ".join(self.assignee.split())
        note = f"assign: {name or '–'}" + (f", {self.due.isoformat()}" if self.due else "")
        return _handled(document, replace(document.handling, assignee=name, due=self.due), note)


def _handled(document: Document, handling: Handling, note: str) -> Step:
    if handling == document.handling:
        return Step(Delta(), RevisionKind.WORKFLOW)
    entry = Entry(RevisionKind.WORKFLOW, note, document.id, document.title)
    delta = Delta(documents={document.id: (document, replace(document, handling=handling))})
    return Step(delta, RevisionKind.WORKFLOW, note, (entry,))


@dataclass(frozen=True, slots=True)
class SetFourEyes:
    """The rule of four eyes switched on or off for the project; reports say which."""

    on: bool
    typing: bool = False

    @property
    def focus(self) -> None:
        """Nowhere to go."""
        return

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("rule of four eyes on", "启用双人复核") if self.on else say("rule of four eyes off", "关闭双人复核")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the project under the rule, or free of it."""
        if state.options.four_eyes == self.on:
            return Step(Delta(), RevisionKind.WORKFLOW)
        note = "four eyes on" if self.on else "four eyes off"
        delta = Delta(options=(state.options, replace(state.options, four_eyes=self.on)))
        return Step(delta, RevisionKind.WORKFLOW, note, (Entry(RevisionKind.WORKFLOW, note),))


@dataclass(frozen=True, slots=True)
class SeeWaivers:
    """Ignored errors looked at by a second person, who agrees."""

    waivers: tuple[Waiver, ...]
    typing: bool = False

    @property
    def focus(self) -> SegmentId | None:
        """The first one's segment."""
        return self.waivers[0].segment if self.waivers else None

    @property
    def label(self) -> Message:
        """Name of the step."""
        return MOVE_NAMES[Move.SEE_WAIVER]

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the waivers with the second name.

        Raises:
            RefusedError: The role may not, a waiver is gone, or the person ignored the error alone.
        """
        refuse_role(doing, Move.SEE_WAIVER)
        name = doing.person.name
        for waiver in self.waivers:
            if waiver not in state.waivers:
                raise RefusedError(say("This entry is no longer in the list.", "该条目已不在列表中。"))
            if waiver.author == name:
                raise RefusedError(
                    say(
                        "You ignored “{words}” yourself: somebody else has to agree.",
                        "“{words}”由您本人忽略，须由他人复核。",
                        words=waiver.words,
                    )
                )
        after = tuple(replace(one, seen_by=name) if one in self.waivers else one for one in state.waivers)
        entries = tuple(
            Entry(RevisionKind.WORKFLOW, f"{Move.SEE_WAIVER.value}: {one.reason}", one.document, one.words)
            for one in self.waivers
        )
        return Step(Delta(waivers=(state.waivers, after)), RevisionKind.WORKFLOW, Move.SEE_WAIVER.value, entries)
