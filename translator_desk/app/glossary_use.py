"""How each entry fares in a project: where it stands, where it is broken, when it was last met."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from translator_desk.app.state import ProjectState
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.where_used import where_used
from translator_desk.model.ids import EntryId, SegmentId
from translator_desk.model.issue import Issue


@dataclass(frozen=True, slots=True)
class EntryUse:
    """The use of one entry.

    Attributes:
        segments: Where its Chinese stands, in reading order.
        issues: Open flags that speak of it.
        last_seen: Date of the latest document it stands in, None where no such document has a date.
    """

    segments: tuple[SegmentId, ...] = ()
    issues: tuple[Issue, ...] = ()
    last_seen: dt.date | None = None


def entry_uses(state: ProjectState, term_base: TermBase, issues: Iterable[Issue]) -> Mapping[str, EntryUse]:
    """Return the use of every entry that stands in an open project or is spoken of; for the compute lane.

    Args:
        state: The project.
        term_base: The terms in force.
        issues: The open flags.
    """
    texts = ((key, state.segments[key].source) for key in state.reading_order() if state.segments[key].source)
    hits = where_used(term_base, texts)
    flags: defaultdict[str, list[Issue]] = defaultdict(list)
    for issue in issues:
        if issue.entry:
            flags[issue.entry].append(issue)
    uses = {}
    for entry in {*map(str, hits), *flags}:
        segments = hits.get(EntryId(entry), ())
        dates = (state.documents[state.segments[key].document].date for key in segments)
        last = max((date for date in dates if date is not None), default=None)
        uses[entry] = EntryUse(segments, tuple(flags.get(entry, ())), last)
    return uses
