"""Dismissing issues with a reason, and taking that back."""

from __future__ import annotations

from dataclasses import dataclass

from translator_desk.app.commands.base import Doing, segment_of
from translator_desk.app.state import Delta, Entry, ProjectState, Step
from translator_desk.errors import RefusedError
from translator_desk.model.ids import SegmentId
from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.revision import RevisionKind
from translator_desk.model.waiver import Waiver, WaiverScope
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class WaiveIssue:
    """An issue waved away, here or everywhere, with a reason."""

    issue: Issue
    scope: WaiverScope
    reason: str
    typing: bool = False

    @property
    def focus(self) -> SegmentId:
        """The issue's segment."""
        return self.issue.segment

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("ignoring an issue", "忽略问题")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the waivers with one more.

        Raises:
            RefusedError: No reason is given.
        """
        if not self.reason.strip():
            raise RefusedError(say("Give a reason for ignoring this.", "请填写忽略的理由。"))
        segment = segment_of(state, self.issue.segment)
        text = segment.target if self.issue.part is FixPart.TARGET else segment.separator
        waiver = Waiver(
            fingerprint=self.issue.fingerprint,
            check=self.issue.check,
            scope=self.scope,
            document=self.issue.document,
            segment=self.issue.segment,
            words=self.issue.target.of(text) if self.issue.target else "",
            reason=self.reason.strip(),
            author=doing.person.name,
            time=doing.time,
        )
        entry = Entry(
            RevisionKind.WORKFLOW, f"ignored ({waiver.check}): {waiver.reason}", waiver.document, waiver.words
        )
        return Step(Delta(waivers=(state.waivers, (*state.waivers, waiver))), RevisionKind.WORKFLOW, "", (entry,))


@dataclass(frozen=True, slots=True)
class WithdrawWaivers:
    """Dismissals taken back: their issues are shown again."""

    waivers: tuple[Waiver, ...]
    typing: bool = False

    @property
    def focus(self) -> SegmentId | None:
        """The first one's segment."""
        return self.waivers[0].segment if self.waivers else None

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("showing ignored issues again", "恢复已忽略的问题")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the waivers without these."""
        left = tuple(waiver for waiver in state.waivers if waiver not in self.waivers)
        gone = (waiver for waiver in state.waivers if waiver in self.waivers)
        entries = tuple(
            Entry(RevisionKind.WORKFLOW, f"no longer ignored ({one.check})", one.document, one.words) for one in gone
        )
        return Step(Delta(waivers=(state.waivers, left)), RevisionKind.WORKFLOW, "", entries)
