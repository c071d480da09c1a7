"""Terms of the segments on the screen: which entries the source holds and where the target renders them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from translator_desk.app.checking import Checking
from translator_desk.app.session import Session
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.term_facts import found_spans, source_terms, with_place
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.renderings import renderings_of
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import SegmentId
from translator_desk.text.scripts import simplify
from translator_desk.text.span import Span

KEPT = 500


@dataclass(frozen=True, slots=True)
class TermHit:
    """An entry that a segment's source holds.

    Attributes:
        entry: The entry.
        source_span: Where its Chinese stands.
        target_spans: Where an accepted form of it stands in the target.
        avoided_spans: Where an unwanted form of it stands in the target.
    """

    entry: Entry
    source_span: Span
    target_spans: tuple[Span, ...]
    avoided_spans: tuple[Span, ...]


class TermHits:
    """Term hits by segment, the latest kept."""

    def __init__(self, session: Session, checking: Checking) -> None:
        self._session = session
        self._checking = checking
        self._term_base: TermBase | None = None
        self._kept: OrderedDict[SegmentId, tuple[int, tuple[TermHit, ...]]] = OrderedDict()

    @property
    def ready(self) -> bool:
        """Whether the background check has begun: it builds the term search, which must not hold up the window."""
        return self._checking.progress.checked > 0

    def of(self, segment_id: SegmentId) -> tuple[TermHit, ...]:
        """Return the hits of a segment in the order of its source; none before the search is ready."""
        segment = self._session.state.segments.get(segment_id)
        if segment is None or not segment.source or not self.ready:
            return ()
        term_base = self._checking.term_base
        if term_base is not self._term_base:
            self._kept.clear()
            self._term_base = term_base
        version, hits = self._kept.get(segment_id, (-1, ()))
        if version == segment.version:
            return hits
        document = self._session.state.documents[segment.document]
        facts = Facts(segment, document, CheckContext(term_base), simplify(segment.source))
        renderings = renderings_of(term_base)
        found = []
        for match in facts.of(source_terms):
            forms = renderings.of(match.entry)
            found.append(
                TermHit(
                    match.entry,
                    match.span,
                    tuple(found_spans(facts, (*forms.accepted, *forms.short))),
                    tuple(found_spans(facts, (form for _, form in forms.avoid))),
                )
            )
        hits = tuple(found)
        self._kept[segment_id] = (segment.version, hits)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return hits


def one_an_entry(hits: tuple[TermHit, ...]) -> tuple[TermHit, ...]:
    """Return the first hit of each entry: what terms are numbered by, wherever they are shown or written."""
    first: dict[str, TermHit] = {}
    for hit in hits:
        first.setdefault(hit.entry.id, hit)
    return tuple(first.values())


def written_form(form: str) -> str:
    """Return a form of an entry as it is written where no place is named: "Mayor" for "Mayor of {place}"."""
    return " ".join(with_place(form, "").split())
