"""What several checks want to know of terms, computed once a segment and once a term base."""

from __future__ import annotations

from dataclasses import dataclass

from translator_desk.checks.base import Facts
from translator_desk.glossary.entry import AvoidForm, Entry, Kind
from translator_desk.glossary.term_base import TermBase, TermMatch
from translator_desk.model.ids import EntryId
from translator_desk.text.inflection import Rendering, place_set
from translator_desk.text.normalize import lowered
from translator_desk.text.span import Span
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class TermForms:
    """The English forms of an entry, ready to be looked for."""

    entry: Entry
    accepted: tuple[Rendering, ...]
    short: tuple[Rendering, ...]
    avoid: tuple[tuple[AvoidForm, Rendering], ...]


def all_forms(term_base: TermBase) -> dict[EntryId, TermForms]:
    """Return the forms of every entry of a term base; for ``TermBase.index``."""
    places = place_set(form for entry in term_base.of_kind(Kind.PLACE) for form in entry.accepted)

    def rendering(form: str, entry: Entry, *, case_sensitive: bool = False) -> Rendering:
        name = entry.kind is Kind.PERSON or (entry.kind is Kind.PLACE and form == form.title())
        return Rendering(form, places=places, case_sensitive=case_sensitive, name=name)

    return {
        entry.id: TermForms(
            entry,
            tuple(rendering(form, entry) for form in entry.accepted),
            tuple(rendering(form, entry) for form in entry.short),
            tuple((one, rendering(one.en, entry, case_sensitive=one.case_sensitive)) for one in entry.avoid),
        )
        for entry in term_base.entries
    }


def lowered_target(facts: Facts) -> str:
    """Return the target as ``Rendering.find`` wants it."""
    return lowered(facts.target)


def source_terms(facts: Facts) -> tuple[TermMatch, ...]:
    """Return the entries found in the source."""
    return facts.context.term_base.find_source(facts.source) if facts.source else ()


def found_forms(facts: Facts, forms: tuple[Rendering, ...]) -> list[Span]:
    """Return where any of ``forms`` stands in the target."""
    target = facts.of(lowered_target)
    return [span for form in forms for span in form.find(target, facts.target)]


def accepted_spans(facts: Facts) -> tuple[Span, ...]:
    """Return where accepted forms of the entries found in the source stand in the target."""
    forms = facts.context.term_base.index(all_forms)
    return tuple(
        span for match in facts.of(source_terms) for span in found_forms(facts, forms[match.entry.id].accepted)
    )


def entry_evidence(entry: Entry) -> Message:
    """Return the sentence that names the entry and where it stands."""
    return say(
        "term base: {zh} → {en} ({place})",
        "术语库：{zh} → {en}（{place}）",
        zh="、".join(entry.zh[:2]),
        en=entry.plain_en,
        place=str(entry.origin).rsplit("/", 1)[-1] or entry.id,
    )


def proportional_place(facts: Facts, source: Span) -> Span:
    """Return an empty span of the target about where ``source`` should be rendered, between words."""
    if not facts.source or not facts.target:
        return Span(0, 0)
    at = round(len(facts.target) * source.start / len(facts.source))
    at = facts.target.rfind(" ", 0, at + 1) + 1
    return Span(at, at)
