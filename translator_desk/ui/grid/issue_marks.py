"""What is marked in a text of the grid: flags by shape and colour, terms by a dotted line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from PySide6.QtGui import QTextCharFormat, QTextLayout

from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.ui.theme import Theme, theme_named
from translator_desk.ui.utf16 import UtfMap


class MarkKind(IntEnum):
    """What a mark says; where marks overlap the highest is drawn."""

    TERM = 0
    IGNORED = 1
    INFO = 2
    WARNING = 3
    ERROR = 4
    CURRENT = 5


_OF_LEVEL = {Level.INFO: MarkKind.INFO, Level.WARNING: MarkKind.WARNING, Level.ERROR: MarkKind.ERROR}
_LINE = {
    MarkKind.TERM: QTextCharFormat.UnderlineStyle.DotLine,
    MarkKind.IGNORED: QTextCharFormat.UnderlineStyle.SingleUnderline,
    MarkKind.INFO: QTextCharFormat.UnderlineStyle.DashDotLine,
    MarkKind.WARNING: QTextCharFormat.UnderlineStyle.DashUnderline,
    MarkKind.ERROR: QTextCharFormat.UnderlineStyle.WaveUnderline,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a text that are marked."""

    span: Span
    kind: MarkKind


def target_marks(text: str, issues: Iterable[Issue], terms: Iterable[Span] = ()) -> tuple[Mark, ...]:
    """Return the marks of a target, not overlapping, in order.

    A place where something is missing is shown on the word next to it.
    """
    marks = [Mark(span, MarkKind.TERM) for span in terms]
    for issue in issues:
        if issue.target is None:
            continue
        span = Span(len(text), len(text)) if issue.part is FixPart.SEPARATOR else issue.target
        marks.append(Mark(visible_span(text, span), _OF_LEVEL[issue.level]))
    return flattened(marks, len(text))


def source_marks(text: str, issues: Iterable[Issue], terms: Iterable[Span] = ()) -> tuple[Mark, ...]:
    """Return the marks of a source, not overlapping, in order."""
    marks = [Mark(span, MarkKind.TERM) for span in terms]
    marks.extend(
        Mark(visible_span(text, issue.source), _OF_LEVEL[issue.level]) for issue in issues if issue.source is not None
    )
    return flattened(marks, len(text))


def visible_span(text: str, span: Span) -> Span:
    """Return ``span`` widened to the word beside it where it is empty, for nothing cannot be underlined."""
    if span.start != span.end or not text:
        return span
    at = min(span.start, len(text))
    end = at
    while end < len(text) and text[end].isalnum():
        end += 1
    start = at
    while end == at and start > 0 and (start == at or text[start - 1].isalnum()):
        start -= 1
    return Span(start, end) if end > start else Span(max(0, at - 1), min(len(text), at + 1))


def flattened(marks: Sequence[Mark], length: int) -> tuple[Mark, ...]:
    """Return marks that do not overlap: at every place the highest of those given."""
    if len(marks) < 2:
        return tuple(one for one in marks if one.span.start < min(one.span.end, length))
    events = sorted(
        event
        for one in marks
        if (start := min(one.span.start, length)) < (end := min(one.span.end, length))
        for event in ((start, one.kind, 1), (end, one.kind, -1))
    )
    flat: list[Mark] = []
    here: Counter[MarkKind] = Counter()
    before = 0
    for place, kind, step in events:
        highest = max((one for one, times in here.items() if times), default=None)
        if highest is not None and place > before:
            if flat and flat[-1].kind is highest and flat[-1].span.end == before:
                flat[-1] = Mark(Span(flat[-1].span.start, place), highest)
            else:
                flat.append(Mark(Span(before, place), highest))
        before = place
        here[kind] += step
    return tuple(flat)


@lru_cache(maxsize=32)
def char_format(kind: MarkKind, theme_name: str) -> QTextCharFormat:
    """Return how a mark is drawn in a theme."""
    theme = theme_named(theme_name)
    made = QTextCharFormat()
    if kind is MarkKind.CURRENT:
        made.setBackground(theme.colour("selection"))
        return made
    made.setUnderlineStyle(_LINE[kind])
    made.setUnderlineColor(theme.colour(kind.name.lower()))
    if kind is MarkKind.ERROR:
        made.setBackground(theme.colour("error_tint"))
    return made


def format_ranges(text: str, marks: Sequence[Mark], theme: Theme) -> list[QTextLayout.FormatRange]:
    """Return the marks as Qt's layouts take them."""
    if not marks:
        return []
    places = UtfMap(text)
    ranges = []
    for mark in marks:
        one = QTextLayout.FormatRange()
        one.start, one.length = places.range_to_qt(mark.span)
        one.format = char_format(mark.kind, theme.name)
        ranges.append(one)
    return ranges


def issue_at(issues: Iterable[Issue], text: str, place: int) -> Issue | None:
    """Return the worst issue whose words hold or touch a place of the target."""
    here = [
        issue
        for issue in issues
        if issue.target is not None
        and issue.part is FixPart.TARGET
        and (span := visible_span(text, issue.target)).start <= place <= span.end
    ]
    return max(here, key=lambda issue: issue.level.rank, default=None)
