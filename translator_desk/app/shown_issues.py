"""The issues that a window shows: those last reported of each segment, for the thread that owns the session."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from translator_desk.app.changes import Changes, Progress
from translator_desk.app.session import Session
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.severity import Level

Found = Mapping[SegmentId, tuple[int, tuple[Issue, ...]]]
"""Issues a segment, stamped with the version of the segment they were found in."""


class ShownIssues:
    """Open issues by segment."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._issues: dict[SegmentId, tuple[Issue, ...]] = {}

    def of(self, segment: SegmentId) -> tuple[Issue, ...]:
        """Return the issues of a segment."""
        return self._issues.get(segment, ())

    def in_reading_order(self) -> tuple[Issue, ...]:
        """Return all issues."""
        found = map(self._issues.get, self._session.state.reading_order())
        return tuple(chain.from_iterable(filter(None, found)))

    def counts(self, document: DocumentId | None) -> Mapping[Level, int]:
        """Return the number of issues a level, of one document or of all."""
        counts = dict.fromkeys(Level, 0)
        for issues in self._issues.values():
            for issue in issues:
                if document is None or issue.document == document:
                    counts[issue.level] += 1
        return counts

    def drop(self, segment: SegmentId) -> None:
        """Show nothing of a segment that is gone."""
        self._issues.pop(segment, None)

    def take(self, found: Found, progress: Progress | None = None) -> None:
        """Show what was found, and tell the listeners of the session what is new, and how far the check has come."""
        state = self._session.state
        differs = set()
        for key, (version, issues) in found.items():
            segment = state.segments.get(key)
            if segment is None or segment.version != version:
                continue  # edited since: its own check is on the way or done
            if self._issues.get(key, ()) != issues:
                differs.add(key)
                self._issues[key] = issues
        if differs or progress is not None:
            self._session.publish(Changes(issues=frozenset(differs), progress=progress))
