"""What was found in each segment so far, and what people see of it."""

from __future__ import annotations

import logging
from collections.abc import Hashable, Iterable, Mapping, Sequence

from translator_desk.checks.base import Check, CheckContext, GroupCheck
from translator_desk.checks.groups import Groups, Judgement, Order, Waiting
from translator_desk.checks.looks import Checked, failure
from translator_desk.checks.verdicts import NOTHING, Shown, Verdicts
from translator_desk.model.ids import CheckId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.severity import Level
from translator_desk.model.waiver import Waiver

logger = logging.getLogger(__name__)

_NONE_JUDGED: Mapping[Hashable, list[Issue]] = {}


class Findings:
    """The findings of a run: those of the segments, and those of the groups they belong to."""

    def __init__(
        self,
        context: CheckContext,
        checks: Sequence[Check],
        levels: Mapping[CheckId, Level | None],
        waivers: Iterable[Waiver],
    ) -> None:
        self.failures: dict[CheckId, str] = {}
        self._context = context
        self._verdicts = Verdicts(checks, levels, waivers)
        self._groups = {check.id: Groups(check) for check in checks if isinstance(check, GroupCheck)}
        self._checked: dict[SegmentId, Checked] = {}
        self._order: dict[SegmentId, Order] = {}
        self._with_found: set[SegmentId] = set()
        self._changed: set[SegmentId] = set()

    @property
    def dirty(self) -> bool:
        """Whether groups wait to be judged."""
        return any(groups.dirty for groups in self._groups.values())

    def settle(self, most: int | None = None) -> frozenset[SegmentId]:
        """Judge the groups that wait.

        Args:
            most: At most so many of them; all by default.

        Returns:
            The segments whose issues may have changed since the last call, those just checked among them.
        """
        left = -1 if most is None else most
        while left and (waiting := self.next_group()) is not None:
            left -= 1
            self.keep_judgement(waiting, self.judge(waiting))
        return self.changed()

    def next_group(self) -> Waiting | None:
        """Take the group that is to be judged next, None where none waits; ``judge`` it, and ``keep_judgement``."""
        for groups in self._groups.values():
            if groups.dirty:
                return groups.next_waiting(self._order)
        return None

    def judge(self, waiting: Waiting) -> Judgement | None:
        """Return what is said of a group, None where the check broke; the run may be used by others meanwhile."""
        try:
            return waiting.groups.judgement(waiting.observations, self._context)
        except Exception:
            self._failed(waiting.groups.check.id)
            return None

    def keep_judgement(self, waiting: Waiting, found: Judgement | None) -> None:
        """Keep what is said of a group; where it was touched since, it waits to be judged again."""
        for key in waiting.groups.keep(waiting, found):
            if key in self._checked:
                self._checked[key].shown = self._checked[key].about = None
                self._changed.add(key)

    def changed(self) -> frozenset[SegmentId]:
        """Return the segments whose issues may have changed since the last call."""
        changed_now = frozenset(self._changed)
        self._changed.clear()
        return changed_now

    def issues(self, segment: SegmentId) -> tuple[Issue, ...]:
        """Return the open issues of a segment in the order of their places; of an unknown one, none."""
        return self._shown(segment)[0]

    def waived(self, segment: SegmentId) -> tuple[Issue, ...]:
        """Return the issues of a segment that somebody dismissed."""
        return self._shown(segment)[1]

    def all_issues(self) -> tuple[Issue, ...]:
        """Return the open issues of the project in reading order."""
        return tuple(issue for key in sorted(self._checked, key=self._order.__getitem__) for issue in self.issues(key))

    def counts(self) -> dict[str, int]:
        """Return the number of "segments", of open issues by level ("error", "warning", "info"), and "ignored"."""
        counts = {"segments": len(self._checked), **{level.value: 0 for level in reversed(Level)}, "ignored": 0}
        for key in self._checked:
            standing, dismissed = self._shown(key)
            for issue in standing:
                counts[issue.level.value] += 1
            counts["ignored"] += len(dismissed)
        return counts

    def set_waivers(self, waivers: Iterable[Waiver]) -> frozenset[SegmentId]:
        """Put these dismissals in force; return the segments whose open issues changed."""
        known = self._with_issues() & self._checked.keys()
        before = {key: self.issues(key) for key in known}
        named = self._verdicts.set_waivers(waivers)
        touched = known if named is None else known & named
        for key in touched:
            self._checked[key].shown = None
        return frozenset(key for key in touched if self.issues(key) != before[key])

    def _failed(self, check: CheckId) -> None:
        self._note_failure(check, failure())

    def _note_failure(self, check: CheckId, told: str) -> None:
        if check not in self.failures:
            self.failures[check] = told
            logger.error("check %s broke; it stays silent where it does\n%s", check, told)

    def _put(self, checked: Checked) -> None:
        """Keep what was found in a segment."""
        key = checked.segment.id
        self._checked[key] = checked
        if checked.found:
            self._with_found.add(key)
        else:
            self._with_found.discard(key)

    def _shown(self, key: SegmentId) -> Shown:
        checked = self._checked.get(key)
        if checked is None:
            return NOTHING
        if checked.shown is None:
            checked.shown = self._verdicts.of(checked.segment, self._found(checked))
        return checked.shown

    def _found(self, checked: Checked) -> list[Issue]:
        """Return all that was found in a segment and judged of it."""
        found = checked.found.copy()
        for groups in self._groups.values():
            for judged in groups.issues.get(checked.segment.id, _NONE_JUDGED).values():
                found += judged
        return found

    def _about(self, key: SegmentId) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words the issues of a segment are about, and the entries they name."""
        checked = self._checked[key]
        if checked.about is None:
            target = checked.segment.target
            issues = self._found(checked)
            checked.about = (
                frozenset(word for one in issues if one.target for word in one.target.of(target).lower().split()),
                frozenset(one.entry for one in issues if one.entry),
            )
        return checked.about

    def _with_issues(self) -> set[SegmentId]:
        return self._with_found.union(*(groups.issues for groups in self._groups.values()))
