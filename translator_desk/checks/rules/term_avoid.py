"""A rendering that the term base says to avoid."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck
from translator_desk.checks.term_facts import (
    TermForms,
    accepted_spans,
    all_forms,
    entry_evidence,
    lowered_target,
    source_terms,
)
from translator_desk.glossary.entry import AvoidForm, Entry, Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.normalize import lowered
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_OPENING, _CLOSING = "“\"‘《", "”\"’》"
_ZONE = """
- {id: pl-zone, kind: place, zh: [综合保税区], en: comprehensive bonded zone, source: s,
   avoid: [{en: comprehensive insurance zone, why: 保税 is bonded}]}
- {id: t-exec, kind: title, zh: [常务副市长], en: Executive Vice Mayor, source: s, avoid: [Standing Vice Mayor]}
- {id: x-six, kind: slogan, zh: [六稳], en: stability on the six fronts, source: s,
   avoid: [{en: Six Stabilities, with_source: true}]}
"""


def avoided_forms(term_base: TermBase) -> tuple[tuple[str, TermForms, int], ...]:
    """Return every form to avoid with the word that must be in a text for it to be looked for."""
    found = []
    for forms in term_base.index(all_forms).values():
        for index, (avoid, _) in enumerate(forms.avoid):
            words = [word for word in lowered(avoid.en).split() if word.isalpha()]
            key = max(words, key=len, default=lowered(avoid.en))
            # Endings may differ ("zones"), so only the beginning of the word must be there.
            found.append((key[: max(4, len(key) - 3)], forms, index))
    return tuple(found)


class TermAvoid(SegmentCheck):
    """Finds forms to avoid; those marked ``with_source`` only where the Chinese stands beside them."""

    id = CheckId("term-avoid")
    title = Wording("Rendering to avoid", "应避免的译法")
    explanation = Wording(
        "The English uses a form that the term base marks as wrong or unwanted. Nothing is said where the words are part "
        "of an accepted form or rightly render another term of the segment.",
        "译文使用了术语库标为错误或不宜的译法。若该词是某个认可译法的一部分，或正确译出了本句段的另一术语，则不报告。",
    )
    mqm = Mqm.WRONG_TERM
    level = Level.WARNING
    family = Family.TERM_AVOID
    needs = frozenset({Need.TERMS})
    examples = (
        Example("The comprehensive insurance zones grew.", terms=_ZONE, found=("comprehensive insurance zones",)),
        Example("Zeng Leping, Standing Vice Mayor", terms=_ZONE, found=("Standing Vice Mayor",),
                fixed="Zeng Leping, Executive Vice Mayor"),
        Example("Do “Six Stabilities” well.", "做好六稳工作。", terms=_ZONE, found=("Six Stabilities",)),
        Example("Six Stabilities is a band.", terms=_ZONE),
        Example("The comprehensive bonded zone grew.", terms=_ZONE),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each form to avoid that stands in the target."""
        target = facts.of(lowered_target)
        in_source = {match.entry.id: match.span for match in facts.of(source_terms)}
        for key, forms, index in facts.context.term_base.index(avoided_forms):
            if key not in target:
                continue
            avoid, rendering = forms.avoid[index]
            if avoid.with_source and forms.entry.id not in in_source:
                continue
            if self._was_right(avoid, facts):
                continue
            for span in rendering.find(target, facts.target):
                if not self._excused(span, forms, avoid, facts):
                    yield self._issue(facts, span, forms.entry, avoid, in_source.get(forms.entry.id))

    def _was_right(self, avoid: AvoidForm, facts: Facts) -> bool:
        date = facts.document.date
        return avoid.until is not None and date is not None and date <= avoid.until.latest

    def _excused(self, span: Span, forms: TermForms, avoid: AvoidForm, facts: Facts) -> bool:
        if any(one.contains(span) for one in facts.of(accepted_spans)):
            return True
        target = facts.of(lowered_target)
        own = [one for form in forms.accepted for one in form.find(target, facts.target)]
        if any(one.contains(span) and one != span for one in own):
            return True
        before, after = facts.target[: span.start].rstrip()[-1:], facts.target[span.end :].lstrip()[:1]
        if avoid.quoted_ok and before in tuple(_OPENING) and after in tuple(_CLOSING):
            return True
        return avoid.standalone and _goes_on(facts.target, span)

    def _issue(self, facts: Facts, span: Span, entry: Entry, avoid: AvoidForm, source: Span | None) -> Issue:
        words = span.of(facts.target)
        level = avoid.level
        if entry.kind is Kind.PERSON and level is Level.WARNING:
            level = Level.ERROR  # a wrong name is an error whatever the entry says of wording
        if not entry.verified:
            level = Level.INFO
        if avoid.why:
            message = say("“{words}” is to be avoided: {why}.", "应避免“{words}”：{why}。", words=words, why=avoid.why)
        else:
            message = say("“{words}” is to be avoided.", "应避免“{words}”。", words=words)
        return self.issue(
            facts, span, message, source=source, level=level, expected=(_plural_like(entry.plain_en.removesuffix(" of"), words, avoid.en),),
            evidence=(entry_evidence(entry),), entry=entry.id,
        )


def _goes_on(target: str, span: Span) -> bool:
    """Whether the words are part of a longer run of capitalised words: a longer name."""
    after = target[span.end :].lstrip(" ")
    return after[:1].isupper() and span.of(target)[:1].isupper() and target[span.end : span.end + 1] == " "


def _plural_like(form: str, found: str, avoided: str) -> str:
    """Return the preferred form in the number and case the wrong one had."""
    if found.lower().endswith("s") and not avoided.lower().endswith("s") and not form.endswith("s"):
        form += "s"
    return form[0].upper() + form[1:] if found[:1].isupper() and avoided[:1].islower() else form
