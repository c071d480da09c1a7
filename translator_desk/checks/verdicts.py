"""What people see of the issues found in a segment: at the levels of the project, one a slip, ignored ones apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from translator_desk.checks.base import Check
from translator_desk.checks.fingerprint import with_fingerprints, words_key
from translator_desk.checks.options import at_level
from translator_desk.checks.precedence import settle_overlaps
from translator_desk.model.ids import CheckId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.model.waiver import Waiver, WaiverScope

Shown = tuple[tuple[Issue, ...], tuple[Issue, ...]]
"""The open issues of a segment in the order of their places, and those that somebody dismissed."""

NOTHING: Shown = ((), ())


class Verdicts:
    """The levels and waivers in force.

    Attributes:
        levels: The level of each check, None for off.
    """

    def __init__(
        self, checks: Iterable[Check], levels: Mapping[CheckId, Level | None], waivers: Iterable[Waiver]
    ) -> None:
        self.levels = levels
        self._own_levels = {check.id: check.level for check in checks}
        self._families = {check.id: check.family for check in checks}
        self._here: frozenset[tuple[SegmentId | None, str]] = frozenset()
        self._everywhere: frozenset[tuple[CheckId, str]] = frozenset()
        self.set_waivers(waivers)

    def set_waivers(self, waivers: Iterable[Waiver]) -> frozenset[SegmentId] | None:
        """Put these dismissals in force; return the segments that may show other issues, None for any."""
        waivers, here, everywhere = tuple(waivers), self._here, self._everywhere
        self._here = frozenset((one.segment, one.fingerprint) for one in waivers if one.scope is WaiverScope.HERE)
        self._everywhere = frozenset(
            (one.check, words_key(one.fingerprint)) for one in waivers if one.scope is WaiverScope.EVERYWHERE
        )
        if everywhere != self._everywhere:
            return None
        return frozenset(segment for segment, _ in here ^ self._here if segment is not None)

    def of(self, segment: Segment, found: Sequence[Issue]) -> Shown:
        """Return what is shown of the issues found in a segment."""
        if not found:
            return NOTHING
        levelled = [
            at_level(issue, self._own_levels[issue.check], level)
            for issue in found
            if (level := self.levels[issue.check]) is not None
        ]
        marked = with_fingerprints(settle_overlaps(levelled, self._families), segment)
        if not self._here and not self._everywhere:
            return marked, ()
        standing: list[Issue] = []
        dismissed: list[Issue] = []
        for issue in marked:
            (dismissed if self._is_waived(issue) else standing).append(issue)
        return tuple(standing), tuple(dismissed)

    def _is_waived(self, issue: Issue) -> bool:
        if (issue.segment, issue.fingerprint) in self._here:
            return True
        return (issue.check, words_key(issue.fingerprint)) in self._everywhere
