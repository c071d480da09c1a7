"""The queue of a review: every change that waits, where it is, what it is about, and the next one.

It reads the session and decides nothing. What a change is about is told by its words at once and by the checks as
soon as they have looked at the text both ways, which ``refine`` does in small portions.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from translator_desk.app.changes import Changes
from translator_desk.app.commands.comments import open_threads
from translator_desk.app.commands.review import Choice, DecideMany, open_hunks
from translator_desk.app.review_findings import TryOut, outlook
from translator_desk.app.session import Session
from translator_desk.app.state import ProjectState
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.redline import Outcome, Redline
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.model.state import Role
from translator_desk.review.decisions import amend, decide, decide_author
from translator_desk.review.grouping import Hunk, strokes
from translator_desk.review.kinds import ChangeKind, Verdict, judged, kind_by_words
from translator_desk.review.parts import Part, decide_part
from translator_desk.review.tracked import with_redline
from translator_desk.wording import Message, say

SAMPLE = 20
"""So many changes of a bulk decision are shown before it is made."""

_BEYOND = 1 << 30

IssuesOf = Callable[[SegmentId], tuple[Issue, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the queue.

    Attributes:
        document: Its document.
        segment: Its segment.
        number: Which hunk of the segment, from 1; 0 for a segment that was asked back and has none.
        of: How many hunks the segment has.
        hunk: The change, or None for a segment that waits for an answer only.
        checked: What the checks say of it; None while they have not spoken.
        asked_back: Whether its segment waits for the translator's answer.
    """

    document: DocumentId
    segment: SegmentId
    number: int
    of: int
    hunk: Hunk | None
    checked: Verdict | None
    asked_back: bool

    @property
    def told(self) -> bool:
        """Whether the checks have spoken, or only its words so far."""
        return self.hunk is None or self.checked is not None

    @property
    def verdict(self) -> Verdict:
        """What it is about, and which flags it mends or brings."""
        if self.checked is not None:
            return self.checked
        return Verdict(ChangeKind.WORDING if self.hunk is None else _kind(self.hunk))

    @property
    def authors(self) -> frozenset[str]:
        """Who made it."""
        return self.hunk.authors if self.hunk is not None else frozenset()


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which changes are wanted; what is None or empty does not narrow."""

    document: DocumentId | None = None
    author: str = ""
    kind: ChangeKind | None = None
    level: Level | None = None

    def text(self) -> str:
        """Return the filter as the JSON that ``filter_of`` reads, to be kept with a person's place."""
        return json.dumps({"document": self.document, "author": self.author, "kind": self.kind, "level": self.level})

    def wants(self, change: Change) -> bool:
        """Return whether the change is among those wanted; a question to answer always is, in its document."""
        if self.document is not None and change.document != self.document:
            return False
        if change.hunk is None:
            return True
        return (
            (not self.author or self.author in change.authors)
            and (self.kind is None or self.kind is change.verdict.kind)
            and (self.level is None or self.level is change.verdict.level)
        )


def filter_of(text: str) -> QueueFilter:
    """Return the filter of a kept text; whatever cannot be read does not narrow."""
    try:
        kept = json.loads(text)
        return QueueFilter(
            None if kept["document"] is None else DocumentId(str(kept["document"])),
            str(kept["author"]),
            None if kept["kind"] is None else ChangeKind(kept["kind"]),
            None if kept["level"] is None else Level(kept["level"]),
        )
    except (ValueError, KeyError, TypeError):
        return QueueFilter()


@dataclass(frozen=True, slots=True)
class Bulk:
    """A bulk decision before it is made.

    Attributes:
        outcome: Accept or reject.
        chosen: The changes it decides.
        skipped: The changes it leaves alone, each with the reason.
        note: How they were chosen, for the record.
    """

    outcome: Outcome
    chosen: tuple[Change, ...]
    skipped: tuple[tuple[Change, Message], ...]
    note: str = ""

    @property
    def sample(self) -> tuple[Change, ...]:
        """Some of the changes from all over, to look at first."""
        step = max(1, len(self.chosen) // SAMPLE)
        return self.chosen[::step][:SAMPLE]

    def command(self) -> DecideMany:
        """Return the command that decides them all in one step."""
        choices = tuple(Choice(one.segment, one.hunk) for one in self.chosen if one.hunk is not None)
        return DecideMany(choices, self.outcome, self.note)


class ReviewQueue:
    """The changes of a session that wait for a decision; ask it, and ``take`` every ``Changes`` of the session."""

    def __init__(self, session: Session, issues: IssuesOf, try_out: TryOut) -> None:
        self._session = session
        self._issues = issues
        self._try_out = try_out
        self._known: dict[SegmentId, tuple[int, tuple[Change, ...]]] = {}
        self._order: list[SegmentId] | None = None
        self._index: dict[SegmentId, int] = {}
        self._asked: set[SegmentId] = set()
        self._unsettled: set[SegmentId] = set()
        self._all_seen = False
        self._first_asked = False

    @property
    def _state(self) -> ProjectState:
        return self._session.state

    def take(self, changes: Changes) -> None:
        """Forget what is no longer so; to be called with everything the session tells."""
        if changes.terms or changes.options or changes.waivers:
            self._known.clear()
        for key in changes.segments | changes.issues:
            self._known.pop(key, None)
        # What was found of their old words may still be told of these.
        self._unsettled |= changes.segments
        if changes.progress is not None and changes.progress.finished:
            self._unsettled.clear()
            self._all_seen = True
        if changes.structure or any(self._is_misplaced(key) for key in changes.segments):
            self._order = None

    def _is_misplaced(self, key: SegmentId) -> bool:
        """Return whether a segment must stand elsewhere in the list; one that waits no longer may stay in it."""
        segment = self._state.segments.get(key)
        if segment is None or not _waits(segment):
            return False
        return key not in self._index or segment.asked_back != (key in self._asked)

    def changes(self, wanted: QueueFilter | None = None) -> tuple[Change, ...]:
        """Return the changes that wait, in the order to work through them.

        A translator finds the segments asked back first; else the reading order of the project counts.
        """
        wanted = wanted or QueueFilter()
        return tuple(change for change in self._all() if wanted.wants(change))

    def of(self, segment: SegmentId) -> tuple[Change, ...]:
        """Return the changes of one segment."""
        return self._changes_of(self._state.segments[segment])

    def next(
        self, after: tuple[SegmentId, int] | None, wanted: QueueFilter | None = None, *, back: bool = False
    ) -> Change | None:
        """Return the change after a place, or before it (``back``); past the end it begins anew.

        Args:
            after: Segment and number of a hunk, or None for the start. A hunk that was decided is gone, and those after
                it count one less: go on from the number before.
            wanted: Which changes count.
            back: Whether to go backwards.
        """
        wanted = wanted or QueueFilter()
        return next((change for change in self._walk(after, back=back) if wanted.wants(change)), None)

    def _walk(self, after: tuple[SegmentId, int] | None, *, back: bool) -> Iterator[Change]:
        """Yield all changes once round from a place."""
        order = self._listed()
        if not order:
            return
        if after is None:
            at, number = (len(order) - 1, _BEYOND) if back else (0, -1)
        else:
            at, number = self._start(order, after, back=back)
        step = -1 if back else 1
        here = self._of_listed(order[at])
        beyond = [one for one in here if (one.number < number if back else one.number > number)]
        yield from beyond[::step]
        for further in range(1, len(order)):
            yield from self._of_listed(order[(at + step * further) % len(order)])[::step]
        yield from [one for one in here if one not in beyond][::step]

    def _start(self, order: list[SegmentId], after: tuple[SegmentId, int], *, back: bool) -> tuple[int, int]:
        """Return where in the list to begin, and from which number on, also where the segment is not in it."""
        if after[0] in self._index:
            return self._index[after[0]], after[1]
        if after[0] not in self._state.segments:
            return (len(order) - 1, _BEYOND) if back else (0, -1)
        place = self._place(after[0])
        if back:
            found = (at for at in range(len(order) - 1, -1, -1) if self._place(order[at]) < place)
            return next(found, len(order) - 1), _BEYOND
        return next((at for at, key in enumerate(order) if self._place(key) > place), 0), -1

    def _of_listed(self, key: SegmentId) -> tuple[Change, ...]:
        segment = self._state.segments.get(key)
        return self._changes_of(segment) if segment is not None and _waits(segment) else ()

    def refine(self, most: int = 20) -> frozenset[SegmentId]:
        """Let the checks look at up to ``most`` segments both ways; return those, () where all are told."""
        done: set[SegmentId] = set()
        for key in self._waiting():
            if len(done) >= most:
                break
            segment = self._state.segments[key]
            found = self._changes_of(segment)
            if any(not change.told for change in found):
                self._known[key] = (segment.version, self._told(segment, found))
                done.add(key)
        return frozenset(done)

    def identical(self, change: Change) -> tuple[Change, ...]:
        """Return the other changes from and to the same words, by the same people, in reading order."""
        if change.hunk is None:
            return ()
        words = (change.hunk.old, change.hunk.new, change.authors)
        return tuple(
            one
            for one in self._all()
            if one.hunk is not None
            and (one.segment, one.number) != (change.segment, change.number)
            and (one.hunk.old, one.hunk.new, one.authors) == words
        )

    def bulk(self, found: tuple[Change, ...], outcome: Outcome, note: str = "", *, with_trouble: bool = False) -> Bulk:
        """Return what deciding these changes at one stroke would do.

        Left alone are the person's own wording (four eyes) and, unless ``with_trouble``, segments with errors, open
        threads or an unanswered question.
        """
        chosen: list[Change] = []
        skipped: list[tuple[Change, Message]] = []
        for change in found:
            reason = self._reason_to_skip(change, outcome, with_trouble=with_trouble)
            if reason is None:
                chosen.append(change)
            else:
                skipped.append((change, reason))
        return Bulk(outcome, tuple(chosen), tuple(skipped), note)

    def brings(self, change: Change, outcome: Outcome) -> tuple[Issue, ...]:
        """Return the errors and warnings that a decision would settle for, and the other decision would not.

        A flag whose check also speaks of the text that the other decision leaves is the same trouble in other words
        and not told. Both texts are tried out; nothing is decided.
        """
        segment = self._state.segments[change.segment]
        if change.hunk is None or segment.redline is None:
            return ()
        accepted = self._try_out(segment)
        rejected = outlook(segment, decide(segment.redline, change.hunk, Outcome.REJECT), accepted, self._try_out)
        here, there = rejected.mended, rejected.brought
        if outcome is Outcome.REJECT:
            here, there = there, here
        same = {issue.check for issue in there}
        return tuple(issue for issue in here if issue.level is not Level.INFO and issue.check not in same)

    def amending_brings(self, change: Change, words: str) -> tuple[Issue, ...]:
        """Return the errors and warnings that agreeing on ``words`` would add to those of the segment as it stands."""
        redline = self._state.segments[change.segment].redline
        if change.hunk is None or redline is None:
            return ()
        return self._added(change.segment, amend(redline, change.hunk, words))

    def rejecting_brings(self, change: Change, part: Part | str) -> tuple[Issue, ...]:
        """Return the errors and warnings that rejecting a part of a change, or all that one person did, would add."""
        redline = self._state.segments[change.segment].redline
        if change.hunk is None or redline is None:
            return ()
        if isinstance(part, str):
            return self._added(change.segment, decide_author(redline, change.hunk, part, Outcome.REJECT))
        return self._added(change.segment, decide_part(redline, change.hunk, part, Outcome.REJECT))

    def _added(self, key: SegmentId, after: Redline) -> tuple[Issue, ...]:
        segment = self._state.segments[key]
        brought = outlook(segment, after, self._try_out(segment), self._try_out).brought
        return tuple(issue for issue in brought if issue.level is not Level.INFO)

    def _reason_to_skip(self, change: Change, outcome: Outcome, *, with_trouble: bool) -> Message | None:
        if change.hunk is None:
            return say("a question to answer, no change", "待答复的询问，无修改")
        own = frozenset({self._session.person.name}) in strokes(change.hunk.pieces)
        if outcome is Outcome.ACCEPT and own and self._state.options.four_eyes:
            return say("your own wording", "您自己的措辞")
        if with_trouble:
            return None
        if change.asked_back:
            return say("its question is not answered", "询问未答复")
        if any(issue.level is Level.ERROR for issue in self._issues_now(change.segment)):
            return say("the segment has an error", "句段有错误")
        if open_threads(self._state, change.segment):
            return say("the segment has an open thread", "句段有未关闭的讨论")
        return None

    def _issues_now(self, key: SegmentId) -> tuple[Issue, ...]:
        """Return the issues of a segment as it stands, also where the background check has not come by yet."""
        if self._all_seen and key not in self._unsettled:
            return self._issues(key)
        return self._try_out(self._state.segments[key])

    # Reading the state

    def _all(self) -> Iterator[Change]:
        for key in self._waiting():
            yield from self._changes_of(self._state.segments[key])

    def _waiting(self) -> Iterator[SegmentId]:
        segments = self._state.segments
        return (key for key in self._listed() if key in segments and _waits(segments[key]))

    def _listed(self) -> list[SegmentId]:
        """Return the segments that wait in the order to work through them; some of them may be done by now."""
        first_asked = self._session.person.role == Role.TRANSLATOR
        if self._order is None or self._first_asked != first_asked:
            segments = self._state.segments
            self._order = [key for key in self._state.reading_order() if _waits(segments[key])]
            self._asked = {key for key in self._order if segments[key].asked_back}
            self._first_asked = first_asked
            if first_asked:
                self._order.sort(key=lambda key: key not in self._asked)
            self._index = {key: at for at, key in enumerate(self._order)}
        return self._order

    def _changes_of(self, segment: Segment) -> tuple[Change, ...]:
        known = self._known.get(segment.id)
        if known is not None and known[0] == segment.version:
            return known[1]
        found = open_hunks(segment)
        made = tuple(
            Change(
                segment.document,
                segment.id,
                number,
                len(found),
                hunk,
                None,
                segment.asked_back,
            )
            for number, hunk in enumerate(found, 1)
        )
        if not made and segment.asked_back:
            made = (Change(segment.document, segment.id, 0, 0, None, None, True),)
        self._known[segment.id] = (segment.version, made)
        return made

    def _told(self, segment: Segment, found: tuple[Change, ...]) -> tuple[Change, ...]:
        old = self._try_out(with_redline(segment, Redline.of(segment.baseline)))
        new = self._issues(segment.id)
        return tuple(one if one.hunk is None else replace(one, checked=judged(one.hunk, old, new)) for one in found)

    def _place(self, segment: SegmentId) -> tuple[int, int]:
        state = self._state
        return state.document_order.index(state.segments[segment].document), state.position(segment)


@lru_cache(maxsize=4096)
def _kind(hunk: Hunk) -> ChangeKind:
    return kind_by_words(hunk)


def _waits(segment: Segment) -> bool:
    return segment.redline is not None or segment.asked_back
