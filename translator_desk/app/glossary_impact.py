"""What a change of the term base does before it is saved: which flags appear, which vanish, and where.

The change is tried on the findings in force and taken back, so the answer is that of a full check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from translator_desk.checks.engine import CheckRun
from translator_desk.checks.groups import Order
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.segment import Segment
from translator_desk.wording import Message, say

Placed = Callable[[SegmentId], tuple[Segment, Order] | None]
"""Gives a segment as it is now with its place in the reading order, None where it is gone."""


@dataclass(frozen=True, slots=True)
class Impact:
    """What a change of the term base does.

    Attributes:
        appears: Flags that come, in reading order.
        vanishes: Flags that go.
        searched: How many segments the change bears on.
    """

    appears: tuple[Issue, ...] = ()
    vanishes: tuple[Issue, ...] = ()
    searched: int = 0

    @property
    def documents(self) -> frozenset[DocumentId]:
        """The documents concerned."""
        return frozenset(issue.document for issue in (*self.appears, *self.vanishes))

    @property
    def message(self) -> Message:
        """The sentence beside the save button."""
        documents = len(self.documents)
        return say(
            "+{more} / -{fewer} flags in {documents} document" + ("" if documents == 1 else "s"),
            "{documents} 个文档中：新增 {more} 条、消除 {fewer} 条",
            more=len(self.appears),
            fewer=len(self.vanishes),
            documents=documents,
        )


def impact_of(
    run: CheckRun, term_base: TermBase, placed: Placed, stopped: Callable[[], bool] = lambda: False
) -> Impact | None:
    """Return what putting ``term_base`` in force would do; the run is as it was afterwards.

    Args:
        run: The findings in force. What it has not checked yet is not counted.
        term_base: The terms as they would be.
        placed: Gives the segments.
        stopped: Asked between segments; where it says yes the answer is None.
    """
    before = run.term_base
    run.settle()
    touched = run.set_term_base(term_base)
    try:
        changed = _checked(run, touched, placed, stopped)
        then = {key: run.issues(key) for key in changed}
    finally:
        for key in run.set_term_base(before) | touched:
            _check(run, key, placed)
        run.settle()
    if stopped():
        return None
    return _difference({key: run.issues(key) for key in changed}, then, len(touched))


def _checked(
    run: CheckRun, touched: Iterable[SegmentId], placed: Placed, stopped: Callable[[], bool]
) -> list[SegmentId]:
    """Check segments again; return those whose flags may have changed, groups included."""
    known = []
    for key in touched:
        if stopped():
            return []
        if _check(run, key, placed):
            known.append(key)
    return sorted({*known, *run.settle()})


def _check(run: CheckRun, key: SegmentId, placed: Placed) -> bool:
    found = placed(key)
    if found is not None:
        run.check(*found)
    return found is not None


def _difference(
    before: Mapping[SegmentId, tuple[Issue, ...]], after: Mapping[SegmentId, tuple[Issue, ...]], searched: int
) -> Impact:
    appears: list[Issue] = []
    vanishes: list[Issue] = []
    for key, issues in before.items():
        old = {_name(issue): issue for issue in issues}
        new = {_name(issue): issue for issue in after.get(key, ())}
        vanishes += (issue for name, issue in old.items() if name not in new)
        appears += (issue for name, issue in new.items() if name not in old)
    return Impact(tuple(appears), tuple(vanishes), searched)


def _name(issue: Issue) -> tuple[str, str]:
    return issue.fingerprint, issue.level.value
