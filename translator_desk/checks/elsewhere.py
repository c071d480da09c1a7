"""Looking at segments away from the run that keeps the findings, in another process say.

A run hands out a ``Task``; an ``Onlooker`` who knows the same term base, options and documents looks at its segments as
the run itself would; the run takes the answer over where nothing has changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from translator_desk.checks.base import CheckContext, GroupCheck, Observation
from translator_desk.checks.groups import Groups
from translator_desk.checks.looks import Look, Watch, failure, look_at
from translator_desk.checks.plan import Lane, Plan, make_plan
from translator_desk.checks.portable import packed, unpacked
from translator_desk.checks.registry import all_checks
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Document
from translator_desk.model.ids import CheckId, DocumentId, EntryId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.segment import Segment

AT_A_TIME = 50
"""Segments of one answer: who takes it over holds up others for about a millisecond."""

Seen = tuple[list[Issue], dict[CheckId, tuple[Observation, ...]]]
"""What the segment checks found in a segment, and what each group check noted that noted anything."""


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """Segments to look at, as the run knew them.

    Attributes:
        context: What all segments share.
        running: The checks in force; all are among those of the desk.
        rows: The segments with the plans of their documents.
    """

    context: CheckContext
    running: frozenset[CheckId]
    rows: tuple[tuple[Segment, Plan], ...]

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The segments alone."""
        return tuple(segment for segment, _ in self.rows)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Their documents, each once."""
        return tuple({plan: plan.document for _, plan in self.rows}.values())


class Answer(NamedTuple):
    """What was seen in some segments of a task.

    Attributes:
        first: Number of the first of them in the task.
        seen: What was seen in it and in those that follow.
        failures: Tracebacks of the checks that broke.
    """

    first: int
    seen: Sequence[Seen]
    failures: Mapping[CheckId, str]


class _Notes(Groups):
    """Keeps what a group check notes instead of judging it."""

    __slots__ = ("noted",)

    def __init__(self, check: GroupCheck) -> None:
        super().__init__(check)
        self.noted: dict[SegmentId, tuple[Observation, ...]] = {}

    def observe(self, segment: SegmentId, observations: Iterable[Observation], *, judge_again: bool) -> None:
        if seen := tuple(observations):
            self.noted[segment] = seen

    def forget(self, segment: SegmentId) -> None:
        self.noted.pop(segment, None)


class Onlooker:
    """Looks at segments as a run with this context and these checks does; remembers none of them."""

    def __init__(self, context: CheckContext, running: Iterable[CheckId]) -> None:
        """Prepare for tasks with this context.

        Args:
            context: The term base and all else that the segments share.
            running: The ids of the checks in force.
        """
        chosen = frozenset(running)
        self._context = context
        self._checks = tuple(check for check in all_checks() if check.id in chosen)
        self._notes = {check.id: _Notes(check) for check in self._checks if isinstance(check, GroupCheck)}
        self._plans: dict[DocumentId, Plan] = {}
        self._failures: dict[CheckId, str] = {}

    def open_document(self, document: Document) -> None:
        """Take a document in, anew where it has changed."""
        self._plans[document.id] = make_plan(document, self._checks, self._notes, not self._context.term_base)

    def answers(self, segments: Sequence[Segment]) -> Iterator[Answer]:
        """Look at segments, all at once, and yield what was seen in so small parts that each is taken over quickly.

        Raises:
            KeyError: A document is not open.
        """
        for notes in self._notes.values():
            notes.noted.clear()  # of answers that nobody took
        looks: list[Look] = []
        by_lane: dict[Lane, list[Look]] = {}
        for segment in segments:
            look, lane = look_at(segment, self._plans[segment.document], self._context)
            looks.append(look)
            by_lane.setdefault(lane, []).append(look)
        for lane, several in by_lane.items():
            watch = Watch(lane, several)
            watch.find(self._failed)
            watch.observe(self._failed)
        for first in range(0, len(looks), AT_A_TIME):
            part = looks[first : first + AT_A_TIME]
            yield Answer(
                first, [(look.found, self._take_notes(look.facts.segment.id)) for look in part], self._failures
            )
            self._failures = {}

    def _take_notes(self, segment: SegmentId) -> dict[CheckId, tuple[Observation, ...]]:
        return {check: notes.noted.pop(segment) for check, notes in self._notes.items() if segment in notes.noted}

    def _failed(self, check: CheckId) -> None:
        self._failures.setdefault(check, failure())


def pack(answer: Answer) -> bytes:
    """Return an answer as bytes for a run that has the same term base."""
    return packed(tuple(answer), entries_by_id=True)


class Unpacker:
    """Unpacks answers: the entries in them are those of the run."""

    def __init__(self) -> None:
        self._term_base: TermBase | None = None
        self._entries: Mapping[EntryId, Entry] = {}

    def unpack(self, data: bytes, task: Task) -> Answer:
        """Return an answer to a task."""
        term_base = task.context.term_base
        if term_base is not self._term_base:
            self._entries = {entry.id: entry for entry in term_base.entries}
            self._term_base = term_base
        return Answer(*unpacked(data, self._entries))
