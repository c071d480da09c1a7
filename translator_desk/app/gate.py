"""The gate before print: what still stands between a document and its final state, or a clean export.

Errors, undecided changes and open threads keep it shut; warnings are counted and keep nothing shut. It opens all the
same for a reason that a person signs, which goes into the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from translator_desk.app.checking import Checking
from translator_desk.app.commands.comments import open_threads
from translator_desk.app.state import ProjectState
from translator_desk.checks.fingerprint import words_key
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.model.state import SegmentState
from translator_desk.model.waiver import Waiver, WaiverScope
from translator_desk.review.four_eyes import lacks_second
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class Findings:
    """What the checks say of a document, as far as the gate asks.

    Attributes:
        errors: Open errors a segment.
        unseen: Errors that one person has ignored and nobody else has looked at, a segment.
        warnings: Open warnings in all; counted, not blocking.
        ignored: Issues ignored in all.
    """

    errors: Mapping[SegmentId, int] = field(default_factory=dict)
    unseen: Mapping[SegmentId, int] = field(default_factory=dict)
    warnings: int = 0
    ignored: int = 0


class Hindrance(StrEnum):
    """What keeps the gate shut."""

    ERRORS = "errors"
    UNSEEN = "unseen"
    CHANGES = "changes"
    THREADS = "threads"
    ASKED_BACK = "asked-back"
    UNAPPROVED = "unapproved"
    ONE_PERSON = "one-person"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that keeps the gate shut, and where."""

    kind: Hindrance
    segments: tuple[SegmentId, ...]

    @property
    def message(self) -> Message:
        """What it is, with the number of segments concerned."""
        en, zh = _WORDS[self.kind]
        return say(en, zh, count=len(self.segments))


_WORDS = {
    Hindrance.ERRORS: ("segments with errors: {count}", "有错误的句段：{count}"),
    Hindrance.UNSEEN: (
        "segments with errors that one person alone has ignored: {count}",
        "所忽略的错误未经他人复核的句段：{count}",
    ),
    Hindrance.CHANGES: ("segments with undecided changes: {count}", "有未决修改的句段：{count}"),
    Hindrance.THREADS: ("segments with open threads: {count}", "有未关闭讨论的句段：{count}"),
    Hindrance.ASKED_BACK: ("segments with unanswered questions: {count}", "询问未答复的句段：{count}"),
    Hindrance.UNAPPROVED: ("segments not approved: {count}", "未审定的句段：{count}"),
    Hindrance.ONE_PERSON: ("segments that one person alone has seen: {count}", "仅经一人之手的句段：{count}"),
}


def findings_of(checking: Checking, state: ProjectState, document: DocumentId) -> Findings:
    """Return what the checks say of a document now."""
    errors: dict[SegmentId, int] = {}
    unseen: dict[SegmentId, int] = {}
    warnings = ignored = 0
    for key in state.order[document]:
        found = checking.issues(key)
        count = sum(issue.level is Level.ERROR for issue in found)
        warnings += sum(issue.level is Level.WARNING for issue in found)
        if count:
            errors[key] = count
        if state.waivers:
            waived = checking.waived(key)
            ignored += len(waived)
            alone = sum(is_seen_by_one(issue, state.waivers) for issue in waived if issue.level is Level.ERROR)
            if alone:
                unseen[key] = alone
    return Findings(errors, unseen, warnings, ignored)


def is_seen_by_one(issue: Issue, waivers: Iterable[Waiver]) -> bool:
    """Return whether the issue is ignored, and by nobody's decision that a second person agreed to."""
    covering = [waiver for waiver in waivers if covers(waiver, issue)]
    return bool(covering) and not any(waiver.seen_by not in ("", waiver.author) for waiver in covering)


def covers(waiver: Waiver, issue: Issue) -> bool:
    """Return whether a dismissal is about this issue."""
    if waiver.check != issue.check:
        return False
    if waiver.scope is WaiverScope.EVERYWHERE:
        return words_key(waiver.fingerprint) == words_key(issue.fingerprint)
    return (waiver.segment, waiver.fingerprint) == (issue.segment, issue.fingerprint)


def obstacles(state: ProjectState, document: Document, findings: Findings, *, final: bool) -> tuple[Obstacle, ...]:
    """Return what keeps the document from its final state (``final``) or from a clean export; () for nothing."""
    segments = state.document_segments(document.id)
    return tuple(
        Obstacle(kind, where)
        for kind, is_hindered in _asked(state, document, findings, final=final)
        if (where := tuple(one.id for one in segments if is_hindered(one)))
    )


def _asked(
    state: ProjectState, document: Document, findings: Findings, *, final: bool
) -> Iterator[tuple[Hindrance, Callable[[Segment], bool]]]:
    yield Hindrance.ERRORS, lambda one: one.id in findings.errors
    if state.options.four_eyes:
        yield Hindrance.UNSEEN, lambda one: one.id in findings.unseen
    yield Hindrance.CHANGES, lambda one: one.redline is not None
    yield Hindrance.THREADS, lambda one: bool(open_threads(state, one.id))
    yield Hindrance.ASKED_BACK, lambda one: one.asked_back
    if final:
        yield Hindrance.UNAPPROVED, lambda one: one.state not in (SegmentState.REVIEWED, SegmentState.FINAL)
        if state.options.four_eyes:
            yield Hindrance.ONE_PERSON, lambda one: lacks_second(one, document.handling)


def listed(found: Iterable[Obstacle]) -> tuple[str, str]:
    """Return the obstacles as one phrase in English and one in Chinese."""
    messages = [one.message for one in found]
    return "; ".join(one.render("en") for one in messages), "；".join(one.render("zh") for one in messages)
