"""An issue: what a check points at. A person judges it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level, Severity
from translator_desk.text.span import Span
from translator_desk.wording import Message


class FixPart(StrEnum):
    """Which part of the segment a fix rewrites."""

    TARGET = "target"
    SEPARATOR = "separator"


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend the words: write ``replacement`` over ``span``.

    Attributes:
        span: Code points of the target, or of the separator after it.
        replacement: What shall stand there.
        part: Target, or the separator between this segment and the next of its paragraph.
    """

    span: Span
    replacement: str
    part: FixPart = FixPart.TARGET


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """Another place in the project that bears on the issue; ``span`` counts in that segment's target."""

    document: DocumentId
    segment: SegmentId
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Issue:
    """What a check found, with everything a person needs to act on it or wave it away.

    Attributes:
        check: The check's id.
        level: Error, warning or info.
        severity: MQM severity to start an LQA error from.
        mqm: MQM type.
        document: The document.
        segment: The segment.
        target: Words of the target concerned, as few as possible; empty span where something is missing. None only
            where there is no target to point at.
        source: Words of the source concerned, or None.
        message: What is wrong.
        evidence: Why: glossary entry with file and line, the other places, the value computed.
        expected: The right words, best first.
        fixes: Ways to mend it, best first.
        related: Other places that bear on it.
        fingerprint: Key under which it is waived; survives edits elsewhere in the segment.
        entry: Id of the glossary entry that speaks here, or "".
        part: Whether ``target`` counts in the target or in the separator after it.
    """

    check: CheckId
    level: Level
    severity: Severity
    mqm: Mqm
    document: DocumentId
    segment: SegmentId
    target: Span | None
    source: Span | None
    message: Message
    evidence: tuple[Message, ...] = ()
    expected: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    related: tuple[RelatedPlace, ...] = ()
    fingerprint: str = ""
    entry: str = ""
    part: FixPart = FixPart.TARGET


@dataclass(frozen=True, slots=True)
class NotRun:
    """A check that could not run on a document, and why."""

    check: CheckId
    document: DocumentId
    reason: Message
