"""A new preferred form offered wherever the old one stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.term_facts import source_hits
from translator_desk.checks.term_fix import preferred_instead
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.renderings import renderings_of
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Document
from translator_desk.model.ids import SegmentId
from translator_desk.model.segment import Segment
from translator_desk.text.normalize import lowered
from translator_desk.text.scripts import simplify
from translator_desk.text.span import Span


@dataclass(frozen=True, slots=True)
class FormChange:
    """One place where the new form would stand.

    Attributes:
        segment: The segment.
        span: The words of the target that would go.
        old: These words.
        new: What would stand there: number, verb form, capitals and place as the old words have them.
    """

    segment: SegmentId
    span: Span
    old: str
    new: str


def new_form_everywhere(
    term_base: TermBase, before: Entry, now: Entry, segments: Iterable[tuple[Document, Segment]]
) -> tuple[FormChange, ...]:
    """Return where the old preferred form of an entry stands, with the new one fitted in; nothing is changed.

    A segment with Chinese counts only where the term stands in it; one without counts by its English alone.

    Args:
        term_base: The terms with the entry as it is now.
        before: The entry with its old preferred form.
        now: The entry with the new one.
        segments: Segments with their documents.
    """
    old_base = term_base.with_entry(before)
    old = renderings_of(old_base).of(before).accepted[0]
    context = CheckContext(term_base)
    changes: list[FormChange] = []
    for document, segment in segments:
        spans = old.find(lowered(segment.target), segment.target)
        if not spans:
            continue
        facts = Facts(segment, document, context, simplify(segment.source))
        if segment.source and not any(now in owners for _, _, owners in facts.of(source_hits)):
            continue
        for span in spans:
            new = preferred_instead(facts, span, now, before.en, "")
            if new and new[0] != span.of(segment.target):
                changes.append(FormChange(segment.id, span, span.of(segment.target), new[0]))
    return tuple(changes)
