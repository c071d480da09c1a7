"""Where the person is: segment, document shown, flag being dealt with. Panels meet here and never one another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.redline import Outcome
from translator_desk.text.span import Span


@dataclass(frozen=True, slots=True)
class Destination:
    """A wish to go somewhere.

    Attributes:
        segment: The segment.
        span: Words of the target to select, or None.
        edit: Whether to start editing there.
    """

    segment: SegmentId
    span: Span | None = None
    edit: bool = False


@dataclass(frozen=True, slots=True)
class DecisionAsked:
    """A decision that would bring flags, and waits for the same key again.

    Attributes:
        segment: Its segment.
        number: The change's number there, from 1.
        outcome: What was decided.
        brought: The flags, the worst first.
    """

    segment: SegmentId
    number: int
    outcome: Outcome
    brought: tuple[Issue, ...]


class Focus(QObject):
    """Where the person is.

    Signals:
        segment_changed(SegmentId | None): Another segment is current.
        document_changed(DocumentId | None): The grid shows another document; None is the whole project.
        issue_changed(Issue | None): Another flag is the current one.
        hunk_changed(): Another pending change is the one to be decided.
        decision_changed(): A decision waits to be confirmed, or no more.
        wanted(Destination): Somebody asks the grid to go there.

    Attributes:
        segment: The current segment.
        document: The document the grid shows, or None for all.
        issue: The flag being dealt with.
        hunk: The pending change to be decided: its segment and its number there, from 1; or None.
        decision: The decision that waits to be confirmed, or None.
    """

    segment_changed = Signal(object)
    document_changed = Signal(object)
    issue_changed = Signal(object)
    hunk_changed = Signal()
    decision_changed = Signal()
    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.segment: SegmentId | None = None
        self.document: DocumentId | None = None
        self.issue: Issue | None = None
        self.hunk: tuple[SegmentId, int] | None = None
        self.decision: DecisionAsked | None = None

    def go_to(self, segment: SegmentId, span: Span | None = None, *, edit: bool = False) -> None:
        """Ask the grid to show a segment, select words of its target, start editing there."""
        self.wanted.emit(Destination(segment, span, edit))

    def set_segment(self, segment: SegmentId | None) -> None:
        """Say which segment is current; the grid's call."""
        if segment != self.segment:
            self.segment = segment
            if self.issue is not None and self.issue.segment != segment:
                self.set_issue(None)
            self.segment_changed.emit(segment)

    def set_document(self, document: DocumentId | None) -> None:
        """Show one document, or all."""
        if document != self.document:
            self.document = document
            self.document_changed.emit(document)

    def set_issue(self, issue: Issue | None) -> None:
        """Say which flag is being dealt with."""
        if issue != self.issue:
            self.issue = issue
            self.issue_changed.emit(issue)

    def set_hunk(self, hunk: tuple[SegmentId, int] | None) -> None:
        """Say which pending change is to be decided."""
        if hunk != self.hunk:
            self.hunk = hunk
            self.set_decision(None)
            self.hunk_changed.emit()

    def set_decision(self, decision: DecisionAsked | None) -> None:
        """Say which decision waits to be confirmed."""
        if decision != self.decision:
            self.decision = decision
            self.decision_changed.emit()

    def clear(self) -> None:
        """Be nowhere: the project was closed."""
        self.set_hunk(None)
        self.set_issue(None)
        self.set_segment(None)
        self.set_document(None)
