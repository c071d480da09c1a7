"""How much text and how many flags each document holds, kept up to date without reading the project again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from translator_desk.app.state import ProjectState
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.model.state import SegmentState

_LEVELS = (Level.ERROR, Level.WARNING, Level.INFO)


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one document, or of all.

    Attributes:
        segments: Segments.
        confirmed: Segments that are translated, reviewed or final.
        characters: Characters of the Chinese, without white space.
        words: Words of the English, parted by white space.
        flags: Open issues a level.
    """

    segments: int
    confirmed: int
    characters: int
    words: int
    flags: Mapping[Level, int]


class DocumentCounts:
    """The figures of the documents of a project; each segment is counted once and again only when it has changed."""

    def __init__(self, state: ProjectState) -> None:
        self._state = state
        self._texts: dict[SegmentId, tuple[DocumentId, int, int, int]] = {}
        self._flags: dict[SegmentId, tuple[DocumentId, int, int, int]] = {}
        self._sums: dict[DocumentId, list[int]] = {}

    def take_texts(self, segments: Iterable[SegmentId]) -> None:
        """Count these segments, or forget them where they are gone."""
        for key in segments:
            segment = self._state.segments.get(key)
            self._put(self._texts, key, 0, None if segment is None else _measured(segment))

    def take_flags(self, segments: Iterable[SegmentId], issues: Callable[[SegmentId], Sequence[Issue]]) -> None:
        """Count the open issues of these segments, as ``issues`` tells them."""
        for key in segments:
            segment = self._state.segments.get(key)
            found = issues(key) if segment is not None else ()
            if segment is None or not found:
                self._put(self._flags, key, 3, None)
            else:
                levels = [sum(issue.level is level for issue in found) for level in _LEVELS]
                self._put(self._flags, key, 3, (segment.document, levels[0], levels[1], levels[2]))

    def of(self, document: DocumentId | None = None) -> Counts:
        """Return the figures of one document, or the sums of all where None."""
        keys = self._state.document_order if document is None else (document,)
        rows = [self._sums[key] for key in keys if key in self._sums]
        confirmed, characters, words, *flags = (sum(column) for column in zip(*rows, strict=True)) if rows else [0] * 6
        segments = sum(len(self._state.order.get(key, ())) for key in keys)
        return Counts(segments, confirmed, characters, words, dict(zip(_LEVELS, flags, strict=True)))

    def _put(
        self,
        known: dict[SegmentId, tuple[DocumentId, int, int, int]],
        key: SegmentId,
        first: int,
        now: tuple[DocumentId, int, int, int] | None,
    ) -> None:
        """Exchange what is known of a segment, in its document's sums as well."""
        for sign, row in ((-1, known.pop(key, None)), (1, now)):
            if row is not None:
                sums = self._sums.setdefault(row[0], [0] * 6)
                for at, figure in enumerate(row[1:]):
                    sums[first + at] += sign * figure
        if now is not None:
            known[key] = now


def _measured(segment: Segment) -> tuple[DocumentId, int, int, int]:
    confirmed = segment.state is not SegmentState.INITIAL
    characters = len(segment.source) - sum(map(str.isspace, segment.source))
    return segment.document, int(confirmed), characters, len(segment.target.split())
