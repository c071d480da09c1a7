"""Decisions of a review: a hunk accepted, rejected, amended; many at once; an older wording restored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from translator_desk.app.commands.base import Doing, refuse_final, segment_of, with_target
from translator_desk.app.commands.roles import refuse_role
from translator_desk.app.state import Delta, ProjectState, Step
from translator_desk.errors import RefusedError
from translator_desk.model.ids import SegmentId
from translator_desk.model.redline import Outcome, Piece, Redline
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.model.state import SegmentState
from translator_desk.model.workflow import Move
from translator_desk.review.decisions import amend, decide, decide_author, decide_many, takes_all
from translator_desk.review.four_eyes import hands_after, refuse_own, with_hands
from translator_desk.review.grouping import Hunk, hunks
from translator_desk.review.parts import Part, decide_part, pieces_of
from translator_desk.review.tracked import with_redline
from translator_desk.wording import Message, say

_KINDS = {Outcome.ACCEPT: RevisionKind.ACCEPT, Outcome.REJECT: RevisionKind.REJECT}


@dataclass(frozen=True, slots=True)
class DecideHunk:
    """One change accepted or rejected.

    Attributes:
        segment: The segment.
        hunk: The change as it was seen.
        outcome: Accept or reject.
        reason: Why; goes into the record and the translator's digest.
        part: Some of its words, to decide those only, or None.
        author: Only what this person did in the hunk, or "" for all of it.
    """

    segment: SegmentId
    hunk: Hunk
    outcome: Outcome
    reason: str = ""
    part: Part | None = None
    author: str = ""
    typing: bool = False

    @property
    def focus(self) -> SegmentId:
        """The segment decided in."""
        return self.segment

    @property
    def label(self) -> Message:
        """Name of the step."""
        said = self.part or self.hunk
        words = said.new or said.old
        if self.outcome is Outcome.ACCEPT:
            return say("acceptance of “{words}”", "接受“{words}”", words=words)
        return say("rejection of “{words}”", "拒绝“{words}”", words=words)

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the segment with the change settled.

        Raises:
            RefusedError: The change is no longer as it was seen, the document is final, or it is the person's own
                wording, which somebody else has to accept.
        """
        segment = _open_segment(state, self.segment, doing)
        redline = segment.as_redline
        if self.author:
            settled = decide_author(redline, self.hunk, self.author, self.outcome)
            everything = takes_all(self.hunk, self.author, self.outcome)
            pieces: tuple[Piece, ...] = tuple(
                one for one in self.hunk.pieces if everything or self.author in one.authors
            )
        elif self.part is not None:
            settled = decide_part(redline, self.hunk, self.part, self.outcome)
            pieces = pieces_of(redline, self.part)
        else:
            settled = decide(redline, self.hunk, self.outcome)
            pieces = self.hunk.pieces
        if self.outcome is Outcome.ACCEPT and state.options.four_eyes:
            refuse_own(pieces, doing.person.name)
        hands = _hands(segment, (pieces,), self.outcome, doing)
        after = replace(with_redline(segment, settled), hands=hands, state=_state(segment, settled))
        return Step(
            Delta(segments={segment.id: (segment, after)}),
            _KINDS[self.outcome],
            note_of(self.part or self.hunk, self.reason),
        )


@dataclass(frozen=True, slots=True)
class AmendHunk:
    """One change agreed in other words than were proposed: neither accepted nor rejected, an outcome of its own."""

    segment: SegmentId
    hunk: Hunk
    words: str
    reason: str = ""
    typing: bool = False

    @property
    def focus(self) -> SegmentId:
        """The segment decided in."""
        return self.segment

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("amendment “{words}”", "改定为“{words}”", words=self.words)

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the segment with the amended words agreed.

        Raises:
            RefusedError: As ``DecideHunk``, or the words are those that were proposed.
        """
        segment = _open_segment(state, self.segment, doing)
        if self.words in (self.hunk.new, self.hunk.old):
            raise RefusedError(
                say(
                    "The words are the same as before: accept or reject the change, or write others.",
                    "措辞没有变化：请接受或拒绝该修改，或改写为其他措辞。",
                )
            )
        settled = amend(segment.as_redline, self.hunk, self.words)
        if state.options.four_eyes:
            refuse_own(self.hunk.pieces, doing.person.name)
        hands = _hands(segment, (self.hunk.pieces,), Outcome.ACCEPT, doing)
        after = replace(with_redline(segment, settled), hands=hands, state=_state(segment, settled))
        note = note_of(self.hunk, self.reason, amended=self.words)
        return Step(Delta(segments={segment.id: (segment, after)}), RevisionKind.AMEND, note)


@dataclass(frozen=True, slots=True)
class Choice:
    """A change chosen for deciding many at once."""

    segment: SegmentId
    hunk: Hunk


@dataclass(frozen=True, slots=True)
class DecideMany:
    """Many changes accepted or rejected at one stroke, as the preview showed them; one step to undo.

    Attributes:
        choices: The changes.
        outcome: Accept or reject.
        note: How they were chosen ("all of Li, figures"), for the record.
    """

    choices: tuple[Choice, ...]
    outcome: Outcome
    note: str = ""
    typing: bool = False

    @property
    def focus(self) -> SegmentId | None:
        """The first of them."""
        return self.choices[0].segment if self.choices else None

    @property
    def label(self) -> Message:
        """Name of the step."""
        if self.outcome is Outcome.ACCEPT:
            return say("acceptance of changes ({count})", "接受修改（{count} 处）", count=len(self.choices))
        return say("rejection of changes ({count})", "拒绝修改（{count} 处）", count=len(self.choices))

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return all segments decided; one change that may not be decided refuses the whole.

        Raises:
            RefusedError: As ``DecideHunk``.
        """
        chosen: defaultdict[SegmentId, list[Hunk]] = defaultdict(list)
        for choice in self.choices:
            chosen[choice.segment].append(choice.hunk)
        pairs: dict[SegmentId, tuple[Segment | None, Segment | None]] = {}
        for segment_id, found in chosen.items():
            segment = _open_segment(state, segment_id, doing)
            settled = decide_many(segment.as_redline, dict.fromkeys(found, self.outcome))
            if self.outcome is Outcome.ACCEPT and state.options.four_eyes:
                for hunk in found:
                    refuse_own(hunk.pieces, doing.person.name)
            hands = _hands(segment, [hunk.pieces for hunk in found], self.outcome, doing)
            after = replace(with_redline(segment, settled), hands=hands, state=_state(segment, settled))
            pairs[segment_id] = (segment, after)
        return Step(Delta(segments=pairs), _KINDS[self.outcome], self.note)


@dataclass(frozen=True, slots=True)
class RestoreRevision:
    """An earlier wording of a segment put back, as a new step of its history."""

    revision: Revision
    typing: bool = False

    @property
    def focus(self) -> SegmentId:
        """The segment restored."""
        return self.revision.segment

    @property
    def label(self) -> Message:
        """Name of the step."""
        time = self.revision.time.astimezone().strftime("%Y-%m-%d %H:%M")
        return say("restoring the text of {time}", "恢复 {time} 的文本", time=time)

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the segment with that wording; where its document is tracked, as a pending change.

        Raises:
            RefusedError: The document is final.
        """
        segment = segment_of(state, self.revision.segment)
        if segment.target == self.revision.target:
            return Step(Delta(), RevisionKind.RESTORE)
        after = with_target(state, segment, self.revision.target, doing)
        note = f"{self.revision.author}, {self.revision.time.isoformat(timespec='minutes')}"
        return Step(Delta(segments={segment.id: (segment, after)}), RevisionKind.RESTORE, note)


def open_hunks(segment: Segment) -> tuple[Hunk, ...]:
    """Return the changes of a segment that wait for a decision."""
    return hunks(segment.redline) if segment.redline is not None else ()


def note_of(hunk: Hunk | Part, reason: str, *, amended: str | None = None) -> str:
    """Return what the record says of a decision: the words before, the words proposed, those agreed, and why."""
    note = f"{hunk.old} → {hunk.new}"
    if amended is not None:
        note += f" → {amended}"
    return f"{note}: {reason.strip()}" if reason.strip() else note


def _open_segment(state: ProjectState, segment_id: SegmentId, doing: Doing) -> Segment:
    refuse_role(doing, Move.DECIDE)
    segment = segment_of(state, segment_id)
    refuse_final(state, segment)
    return segment


def _hands(segment: Segment, decided: Iterable[tuple[Piece, ...]], outcome: Outcome, doing: Doing) -> tuple[str, ...]:
    """Return who answers for the agreed wording after a decision: who wrote what is agreed, and who decided."""
    hands = segment.hands
    if outcome is Outcome.REJECT:
        return with_hands(hands, doing.person.name)
    for pieces in decided:
        hands = hands_after(hands, pieces, doing.person.name)
    return hands


def _state(segment: Segment, settled: Redline) -> SegmentState:
    """Return the state after a decision: one that changes the words of an approved segment takes it back."""
    if segment.state in (SegmentState.REVIEWED, SegmentState.FINAL) and settled.target != segment.target:
        return SegmentState.TRANSLATED
    return segment.state
