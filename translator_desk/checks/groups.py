"""The groups of one group check: who observed what, which groups wait to be judged, what was judged."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from translator_desk.checks.base import CheckContext, GroupCheck, Observation
from translator_desk.glossary.entry import Kind
from translator_desk.model.ids import SegmentId
from translator_desk.model.issue import Issue

Order = tuple[int, ...]
"""Reading order of a segment in its project: document, then place in it."""

TRIED = 200
"""A text is tried out against groups of at most so many segments, so that it takes no more than milliseconds."""

Judgement = Mapping[SegmentId, list[Issue]]
"""What is said of a group, by the segments concerned."""


class Waiting(NamedTuple):
    """A group that is to be judged, as it was when it was taken.

    Attributes:
        groups: The groups of its check.
        key: Its key.
        observations: What was seen, in the reading order of the project.
    """

    groups: Groups
    key: Hashable
    observations: list[Observation]


class Groups:
    """Keeps the observations of one check by key, so that an edit judges only what it touches.

    Attributes:
        check: The check.
        dirty: Keys of the groups that wait to be judged, in the order they were touched, each with the one taken for it.
        issues: What was judged of each segment so far, by group.
    """

    __slots__ = ("_groups", "_judged", "_keys", "check", "dirty", "issues")

    def __init__(self, check: GroupCheck) -> None:
        self.check = check
        self.dirty: dict[Hashable, Waiting | None] = {}
        self._groups: dict[Hashable, dict[SegmentId, list[Observation]]] = {}
        self._keys: dict[SegmentId, tuple[Observation, ...]] = {}
        self._judged: dict[Hashable, tuple[SegmentId, ...]] = {}
        self.issues: dict[SegmentId, dict[Hashable, list[Issue]]] = {}

    def observe(self, segment: SegmentId, observations: Iterable[Observation], *, judge_again: bool) -> None:
        """Replace what was seen in a segment.

        Args:
            segment: The segment.
            observations: What is seen now, in reading order.
            judge_again: Judge the groups of the segment even where it shows what it showed before (what the check
                knows has changed).
        """
        seen = tuple(observations)
        before = self._keys.get(segment, ())
        if seen == before and not judge_again:
            return
        if before:
            self._remove(segment, before)
        if not seen:
            return
        self._keys[segment] = seen
        dirty, groups, alone = self.dirty, self._groups, self.check.smallest_group > 1
        for one in seen:
            key = one.key
            members = groups.get(key)
            if members is None:
                groups[key] = {segment: [one]}
                if alone and key not in self._judged:
                    continue  # nothing to compare it with
            elif segment in members:
                members[segment].append(one)
            else:
                members[segment] = [one]
            dirty[key] = None

    def forget(self, segment: SegmentId) -> None:
        """Take a segment out of all groups."""
        before = self._keys.get(segment)
        if before:
            self._remove(segment, before)

    def _remove(self, segment: SegmentId, before: tuple[Observation, ...]) -> None:
        del self._keys[segment]
        for key in {one.key for one in before}:
            members = self._groups[key]
            del members[segment]
            if not members:
                del self._groups[key]
            self.dirty[key] = None

    def reordered(self, before: Mapping[SegmentId, Order], now: Mapping[SegmentId, Order]) -> None:
        """Let the groups wait whose members read in another order than before."""
        touched = {one.key for segment in before for one in self._keys.get(segment, ())}
        for key in touched:
            members = self._groups[key]
            if sorted(members, key=lambda one: before.get(one, now[one])) != sorted(members, key=now.__getitem__):
                self.dirty[key] = None

    def next_waiting(self, order: Mapping[SegmentId, Order]) -> Waiting:
        """Return the group that waits longest; it waits until ``keep`` is told what is said of it.

        Raises:
            KeyError: No group waits.
        """
        if not self.dirty:
            raise KeyError("no group waits")
        key = next(iter(self.dirty))
        waiting = self.dirty[key] = Waiting(self, key, self._in_order(self._groups.get(key, {}), order))
        return waiting

    def _in_order(
        self, members: Mapping[SegmentId, list[Observation]], order: Mapping[SegmentId, Order]
    ) -> list[Observation]:
        """Return the observations of a group in reading order; none where it is too large to be judged."""
        if len(members) > self.check.largest_group:
            return []
        if len(members) == 1:
            (alone,) = members.values()
            return alone.copy()
        return [one for segment in sorted(members, key=order.__getitem__) for one in members[segment]]

    def keep(self, waiting: Waiting, found: Judgement | None) -> set[SegmentId]:
        """Keep what is said of a group, None where that cannot be told, unless it was touched or taken again since.

        Returns:
            The segments whose issues changed.
        """
        if self.dirty.get(waiting.key) is not waiting:
            return set()
        del self.dirty[waiting.key]
        return set() if found is None else self._replace(waiting.key, found)

    def judgement(self, observations: Sequence[Observation], context: CheckContext) -> Judgement:
        """Return what the check says of a group; nothing is kept, so groups may change meanwhile."""
        found: dict[SegmentId, list[Issue]] = {}
        if len(observations) >= self.check.smallest_group:
            for issue in self.check.judge(observations, context):
                found.setdefault(issue.segment, []).append(issue)
        return found

    def try_out(
        self,
        segment: SegmentId,
        observations: Iterable[Observation],
        order: Mapping[SegmentId, Order],
        context: CheckContext,
    ) -> list[Issue]:
        """Return what the groups would say of a segment in which this is seen; nothing is noted.

        Groups of more than ``TRIED`` segments are not asked.
        """
        by_key: dict[Hashable, list[Observation]] = {}
        for one in observations:
            by_key.setdefault(one.key, []).append(one)
        found: list[Issue] = []
        for key, seen in by_key.items():
            members = {**self._groups.get(key, {}), segment: seen}
            if len(members) > TRIED:
                continue
            together = self._in_order(members, order)
            if len(together) >= self.check.smallest_group:
                found += [issue for issue in self.check.judge(together, context) if issue.segment == segment]
        return found

    def if_seen(
        self,
        noted: Mapping[SegmentId, tuple[Observation, ...]],
        kinds: frozenset[Kind],
        order: Mapping[SegmentId, Order],
        context: CheckContext,
    ) -> dict[SegmentId, dict[Hashable, list[Issue]]]:
        """Return the issues by group of the segments that would have others if this were seen; nothing is noted.

        Args:
            noted: What would be seen in some segments.
            kinds: Kinds of the term entries that would be others.
            order: Reading order of the segments.
            context: What would be in force.
        """
        again = not kinds.isdisjoint(self.check.judged_by)
        members: dict[Hashable, dict[SegmentId, list[Observation]]] = {}
        for segment, now in noted.items():
            before = self._keys.get(segment, ())
            if now != before or again:
                for one in (*before, *now):
                    members.setdefault(one.key, {})
        for segment, now in noted.items():
            for one in now:
                if one.key in members:
                    members[one.key].setdefault(segment, []).append(one)
        would: dict[SegmentId, dict[Hashable, list[Issue]]] = {}
        for key, here in members.items():
            here.update((one, seen) for one, seen in self._groups.get(key, {}).items() if one not in noted)
            found = self.judgement(self._in_order(here, order), context)
            for segment in {*self._judged.get(key, ()), *found}:
                issues = would.setdefault(segment, dict(self.issues.get(segment, {})))
                issues.pop(key, None)
                if segment in found:
                    issues[key] = found[segment]
        return would

    def _replace(self, key: Hashable, found: Judgement) -> set[SegmentId]:
        changed = set()
        for segment in self._judged.pop(key, ()):
            if segment not in found:
                by_key = self.issues[segment]
                del by_key[key]
                if not by_key:
                    del self.issues[segment]
                changed.add(segment)
        for segment, issues in found.items():
            by_key = self.issues.setdefault(segment, {})
            if by_key.get(key) != issues:
                by_key[key] = issues
                changed.add(segment)
        if found:
            self._judged[key] = tuple(found)
        return changed
