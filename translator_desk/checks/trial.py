"""What a run would find if other terms were in force: looked at part by part, while the run stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from translator_desk.checks.base import CheckContext, Observation
from translator_desk.checks.elsewhere import Onlooker, Seen
from translator_desk.checks.groups import Groups, Order
from translator_desk.checks.looks import Checked
from translator_desk.checks.verdicts import Verdicts
from translator_desk.glossary.entry import Kind
from translator_desk.model.ids import CheckId, SegmentId
from translator_desk.model.issue import Issue

Sight = Sequence[tuple[Checked, Seen]]
"""Segments as the run knew them, with what is seen in each under the other terms."""
Difference = tuple[tuple[Issue, ...], tuple[Issue, ...]]
"""Issues of a segment that come, and issues that go."""


class Trial:
    """One trial; ``look`` needs nothing of the run, so that others may use it meanwhile.

    Attributes:
        segments: Those on which the other terms bear, in reading order.
        differences: What was found to differ so far, by segment; groups count once they are settled.
    """

    def __init__(
        self,
        context: CheckContext,
        touched: Iterable[SegmentId],
        kinds: frozenset[Kind],
        asked: frozenset[CheckId],
        *,
        checked: Mapping[SegmentId, Checked],
        order: Mapping[SegmentId, Order],
        groups: Mapping[CheckId, Groups],
        verdicts: Verdicts,
        issues: Callable[[SegmentId], tuple[Issue, ...]],
    ) -> None:
        """Begin a trial; a run makes it.

        Args:
            context: The other terms, and what else the segments share.
            touched: The segments on which they bear.
            kinds: Kinds of the entries that differ.
            asked: The checks that may find something else; what the others found stands.
            checked: What the run remembers of its segments.
            order: Their places in the reading order.
            groups: The groups of its group checks.
            verdicts: Its levels and waivers.
            issues: Returns the open issues of a segment as they are.
        """
        self.differences: dict[SegmentId, Difference] = {}
        self._context = context
        self._kinds = kinds
        self._checked = checked
        self._order = order
        self._groups = groups
        self._verdicts = verdicts
        self._issues = issues
        self.segments = tuple(self.in_order(touched))
        self._asked = asked
        self._onlooker = Onlooker(context, (one for one in asked if verdicts.levels[one] is not None))
        self._opened: set[object] = set()
        self._seen: dict[SegmentId, Seen] = {}

    def look(self, segments: Iterable[SegmentId]) -> Sight:
        """Return what is seen in some segments under the other terms."""
        rows = [one for key in segments if (one := self._checked.get(key)) is not None]
        for row in rows:
            if row.plan.document not in self._opened:
                self._opened.add(row.plan.document)
                self._onlooker.open_document(row.plan.document)
        seen = [one for answer in self._onlooker.answers([row.segment for row in rows]) for one in answer.seen]
        return tuple(zip(rows, seen, strict=True))

    def take(self, sight: Sight) -> None:
        """Compare what was seen with the findings of the run; segments that were checked anew meanwhile are left out."""
        for row, seen in sight:
            key = row.segment.id
            if self._checked.get(key) is row:
                self._seen[key] = seen
                if seen[0] != self._found_before(row):
                    self._compare(key, row, seen[0], {})

    def settle(self) -> None:
        """Judge the groups in which something else is seen than before, now that all was taken."""
        changed: dict[SegmentId, dict[CheckId, Mapping[Hashable, list[Issue]]]] = {}
        nothing: tuple[Observation, ...] = ()
        for check in self._asked & self._groups.keys():
            groups = self._groups[check]
            noted = {key: seen[1].get(check, nothing) for key, seen in self._seen.items()}
            for key, issues in groups.if_seen(noted, self._kinds, self._order, self._context).items():
                changed.setdefault(key, {})[check] = issues
        for key, judged in changed.items():
            row = self._checked.get(key)
            if row is not None:
                found = self._seen[key][0] if key in self._seen else self._found_before(row)
                self._compare(key, row, found, judged)

    def in_order(self, segments: Iterable[SegmentId]) -> list[SegmentId]:
        """Return segments in reading order; those that are gone by now are left out."""
        return sorted((key for key in segments if key in self._order), key=self._order.__getitem__)

    def _found_before(self, row: Checked) -> list[Issue]:
        return [one for one in row.found if one.check in self._asked]

    def _compare(
        self,
        key: SegmentId,
        row: Checked,
        found: Sequence[Issue],
        judged: Mapping[CheckId, Mapping[Hashable, list[Issue]]],
    ) -> None:
        every = [*found, *(one for one in row.found if one.check not in self._asked)]
        for check, groups in self._groups.items():
            of_groups = judged[check] if check in judged else groups.issues.get(key)
            for issues in of_groups.values() if of_groups else ():
                every += issues
        old = {_name(issue): issue for issue in self._issues(key)}
        new = {_name(issue): issue for issue in self._verdicts.of(row.segment, every)[0]}
        if old.keys() == new.keys():
            self.differences.pop(key, None)
        else:
            self.differences[key] = (
                tuple(issue for name, issue in new.items() if name not in old),
                tuple(issue for name, issue in old.items() if name not in new),
            )


def _name(issue: Issue) -> tuple[str, str]:
    return issue.fingerprint, issue.level.value
