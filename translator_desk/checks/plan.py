"""Which checks run on which segments of a document, decided once and not per segment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from translator_desk.checks.base import Check, Facts, GroupCheck, Need, Observation, SegmentCheck
from translator_desk.checks.groups import Groups
from translator_desk.checks.signs import Lookout, lookout
from translator_desk.model.document import Document
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue, NotRun
from translator_desk.model.severity import Level
from translator_desk.wording import say

LONGEST = 50_000
"""Code points of a segment above which only checks run that declare ``any_length``."""

Gate = Callable[[Facts], object]
Door = tuple[int | None, Gate | None]
"""What lets a check look at a segment: its signs, by their number in the lookout, and its gate."""
Find = Callable[[Facts], Iterable[Issue]]
Observe = Callable[[Facts], Iterable[Observation]]


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """The checks of one sort of segment, as bound methods: this is the hot loop's reading matter.

    Attributes:
        lookout: Looks for the signs of the checks.
        finds: Segment checks, those of one door together.
        observes: Group checks with their doors.
        silent: Groups of the checks that do not look at such a segment.
    """

    lookout: Lookout
    finds: tuple[tuple[Door, tuple[tuple[CheckId, Find], ...]], ...]
    observes: tuple[tuple[Door, CheckId, Observe, Groups], ...]
    silent: tuple[Groups, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What runs on the segments of one document, by whether a segment has a source and is of readable length.

    Attributes:
        document: The document.
    """

    document: Document
    with_source: Lane
    without_source: Lane
    long_with_source: Lane
    long_without_source: Lane

    def lane(self, has_source: bool, length: int) -> Lane:
        """Return the checks for a segment of ``length`` code points."""
        if length > LONGEST:
            return self.long_with_source if has_source else self.long_without_source
        return self.with_source if has_source else self.without_source


def make_plan(document: Document, checks: Iterable[Check], groups: Mapping[CheckId, Groups], no_terms: bool) -> Plan:
    """Return the plan for a document; ``checks`` are those in force, ``groups`` holds one for each group check."""
    running = [check for check in checks if not _lacking(check, document, no_terms)]
    sourceless = [check for check in running if Need.SOURCE not in check.needs]

    def lane(chosen: Iterable[Check]) -> Lane:
        chosen = tuple(chosen)
        looking = {check.id for check in chosen}
        every = tuple(dict.fromkeys(check.signs for check in chosen if check.signs is not None))
        doors: dict[CheckId, Door] = {
            check.id: (None if check.signs is None else every.index(check.signs), type(check).gate) for check in chosen
        }
        by_door: dict[Door, list[tuple[CheckId, Find]]] = {}
        for check in chosen:
            if isinstance(check, SegmentCheck):
                by_door.setdefault(doors[check.id], []).append((check.id, check.find))
        return Lane(
            lookout(every),
            tuple((door, tuple(checks)) for door, checks in by_door.items()),
            tuple(
                (doors[check.id], check.id, check.observe, groups[check.id])
                for check in chosen
                if isinstance(check, GroupCheck)
            ),
            tuple(group for check, group in groups.items() if check not in looking),
        )

    return Plan(
        document,
        lane(running),
        lane(sourceless),
        lane(check for check in running if check.any_length),
        lane(check for check in sourceless if check.any_length),
    )


def not_run(
    document: Document,
    checks: Iterable[Check],
    levels: Mapping[CheckId, Level | None],
    no_terms: bool,
    too_long: int,
) -> Iterator[NotRun]:
    """Yield the checks that did not run on a document although nobody switched them off.

    Args:
        document: The document.
        checks: All checks.
        levels: Level in force of each, None for off.
        no_terms: The term base is empty.
        too_long: How many segments of the document are above ``LONGEST``.
    """
    for check in checks:
        if levels[check.id] is None:
            continue
        lacking = _lacking(check, document, no_terms)
        if lacking:
            yield NotRun(check.id, document.id, _REASONS[lacking])
        elif too_long and not check.any_length:
            reason = say(
                "not run on {count} segment(s) longer than {most} characters; split them into sentences",
                "有 {count} 个片段超过 {most} 个字符，未作此项检查；请先拆分成句",
                count=too_long,
                most=f"{LONGEST:,}",
            )
            yield NotRun(check.id, document.id, reason)


_REASONS = {
    Need.SOURCE: say("no source text", "没有原文"),
    Need.DATE: say("no publication date", "没有发布日期"),
    Need.TERMS: say("no term base", "没有术语库"),
}


def _lacking(check: Check, document: Document, no_terms: bool) -> Need | None:
    if Need.SOURCE in check.needs and not document.has_source:
        return Need.SOURCE
    if Need.DATE in check.needs and document.date is None:
        return Need.DATE
    if Need.TERMS in check.needs and no_terms:
        return Need.TERMS
    return None
