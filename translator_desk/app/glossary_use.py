"""How each entry fares in a project: where it stands, where it is broken, when it was last met."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from translator_desk.app.snapshot import Snapshot
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.glossary.lint_base import Problem
from translator_desk.glossary.renderings import renderings_of
from translator_desk.glossary.source_index import source_forms
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.where_used import lint_use
from translator_desk.model.ids import SegmentId
from translator_desk.model.issue import Issue
from translator_desk.text.inflection import Rendering
from translator_desk.text.normalize import lowered
from translator_desk.text.scripts import simplify
from translator_desk.text.span import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One segment an entry stands in.

    Attributes:
        segment: The segment.
        span: Where an accepted form stands in the target, None where none does.
    """

    segment: SegmentId
    span: Span | None


@dataclass(frozen=True, slots=True)
class EntryUse:
    """The use of one entry.

    Attributes:
        hits: Where it stands, in reading order: by its Chinese, in texts without Chinese by its English.
        issues: Open flags that speak of it.
        last_seen: Date of the latest document it stands in, None where no such document has a date.
    """

    hits: tuple[Hit, ...] = ()
    issues: tuple[Issue, ...] = ()
    last_seen: dt.date | None = None


def entry_use(
    texts: Snapshot,
    term_base: TermBase,
    entry: Entry,
    issues: Iterable[Issue],
    stopped: Callable[[], bool] = lambda: False,
    among: Container[SegmentId] | None = None,
) -> EntryUse | None:
    """Return the use of an entry of ``term_base``; for the compute lane.

    Args:
        texts: The project.
        term_base: The terms in force.
        entry: One of them.
        issues: The open flags of the project.
        stopped: Asked between segments; where it says yes the answer is None.
        among: The segments that may hold a form of ``forms_of``, None for all.
    """
    forms, accepted = forms_of(term_base, entry)
    hits: list[Hit] = []
    dates: list[dt.date] = []
    for document, segment in texts.rows(among):
        if stopped():
            return None
        if segment.source and not _stands(term_base, entry, forms, segment.source):
            continue
        low = lowered(segment.target)
        spans = (span for form in accepted for span in form.find(low, segment.target))
        span = next(spans, None)
        if segment.source or span is not None:
            hits.append(Hit(segment.id, span))
            if document.date is not None:
                dates.append(document.date)
    mine = tuple(one for one in issues if one.entry == entry.id)
    return EntryUse(tuple(hits), mine, max(dates, default=None))


def forms_of(term_base: TermBase, entry: Entry) -> tuple[tuple[str, ...], tuple[Rendering, ...]]:
    """Return what an entry is looked for by: its Chinese forms, simplified, and its accepted English ones."""
    return source_forms(entry), renderings_of(term_base).of(entry).accepted


def _stands(term_base: TermBase, entry: Entry, forms: Iterable[str], source: str) -> bool:
    text = simplify(source)
    if not any(form in text for form in forms):
        return False
    return any(entry in term_base.owners(number) for _, _, number in term_base.hits(text))


def never_met(
    texts: Snapshot, term_base: TermBase, stopped: Callable[[], bool] = lambda: False
) -> tuple[tuple[Problem, ...], int]:
    """Return the own entries whose Chinese the project never needs, and how many shipped ones it does not need.

    For the compute lane.

    Args:
        texts: The project.
        term_base: The terms in force.
        stopped: Asked now and then; where it says yes there is no answer.
    """
    sources = [segment.source for _, segment in texts.rows() if segment.source]
    own: list[Problem] = []
    shipped = 0
    for problem in lint_use(term_base, sources, stopped):
        entry = term_base.entry(problem.entry)
        if entry is not None and entry.layer is Layer.SHIPPED:
            shipped += 1
        else:
            own.append(problem)
    return tuple(own), shipped
