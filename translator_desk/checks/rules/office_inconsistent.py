"""One office under several forms in a document or in the project, told without the Chinese."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Need, Observation, Sight
from translator_desk.checks.term_facts import entry_evidence, with_place
from translator_desk.checks.title_facts import likely_of_place, titles_in_target
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.renderings import renderings_of
from translator_desk.model.ids import CheckId, DocumentId
from translator_desk.model.issue import Issue, RelatedPlace
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.inflection import PLACE
from translator_desk.wording import Wording, say

_MOST_RELATED = 20
_MOST_FORMS = 5
_CLEAR = 3
"""Times; how often the project must have the usual form before a document that keeps to another one is a warning."""
_TERMS = """
- {id: t-sec, kind: title, zh: [市委书记], en: "Secretary of the CPC {place} Municipal Committee", source: s,
   also: ["Secretary of the {place} Municipal Party Committee", "{place} Party chief"]}
- {id: t-vice, kind: title, zh: [副市长], en: "Vice Mayor of {place}", also: [Vice Mayor, Deputy Mayor], source: s}
- {id: pl-hy, kind: place, zh: [衡阳], en: Hengyang, source: s}
"""
_SECRETARY = ("", "Zheng, Secretary of the CPC Hengyang Municipal Committee, spoke.")


class _Used(NamedTuple):
    """Which accepted form stood there, and the place named with it."""

    form: int
    place: str


class OfficeInconsistent(GroupCheck):
    """Groups the titles of the term base by office; a full form and its shorter parts count as one."""

    id = CheckId("office-inconsistent")
    title = Wording("One office, several forms", "同一职务写法不一")
    explanation = Wording(
        "One office stands under several accepted forms in a document, or a document keeps to a form that the rest of "
        "the project does not use. The rarer form is shown, with all forms and their counts; the form of the term base "
        "is proposed. A full form followed by a short one is no inconsistency.",
        "同一职务在文档中有多种认可写法，或某文档的写法与项目其他文档不同。报告较少见者，列出各种写法及次数，并建议采用术语库的写法。"
        "先全称后简称不算不一致。",
    )
    mqm = Mqm.INCONSISTENT_TERM
    level = Level.WARNING
    family = Family.TERM_INCONSISTENT
    sight = Sight.NAMES
    needs = frozenset({Need.TERMS})
    gate = likely_of_place
    smallest_group = 2
    examples = (
        Example(
            "Deputy Mayor Liu Zhengxing left.",
            before=(("", "Vice Mayor Liu Zhengxing spoke."), ("", "Zeng Yanyang, Vice Mayor, came.")),
            terms=_TERMS,
            found=("Deputy Mayor",),
            fixed="Vice Mayor Liu Zhengxing left.",
        ),
        Example(
            "Zheng, Secretary of the Hengyang Municipal Party Committee, left.",
            before=(_SECRETARY, _SECRETARY),
            terms=_TERMS,
            found=("Secretary of the Hengyang Municipal Party Committee",),
            fixed="Zheng, Secretary of the CPC Hengyang Municipal Committee, left.",
        ),
        Example(
            "Hengyang Party chief Zheng spoke.",
            before=(_SECRETARY,),
            terms=_TERMS,
            found=("Hengyang Party chief",),
            note="One against one: shown once, as information, without a fix.",
        ),
        Example("Zheng, Secretary of the CPC Hengyang Municipal Committee, left.", before=(_SECRETARY,), terms=_TERMS),
        Example(
            "The Vice Mayor spoke.",
            before=(("", "Liu, Vice Mayor of Hengyang, came."), ("", "Vice Mayor of Hengyang")),
            terms=_TERMS,
            note="Full form first, then a shorter one.",
        ),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note each title that is one office only."""
        found = []
        for one in facts.of(titles_in_target):
            words = one.span.of(facts.target)
            # Offices of places only: ministers and secretaries of state are named as each country has it.
            if len(one.entries) > 1 or PLACE not in one.entries[0].en or not words[0].isupper() or " " not in words:
                continue
            place = one.place.plain_en if one.place else ""
            found.append(
                Observation(
                    one.entries[0].id,
                    facts.segment.id,
                    facts.document.id,
                    one.span,
                    words,
                    None,
                    _Used(one.forms[0], place),
                )
            )
        return found

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the minority of each document, then the documents that keep to a form the project does not use."""
        entry = context.term_base.entry(str(observations[0].key))
        if entry is None:
            return
        families = renderings_of(context.term_base).of(entry).families
        whole = Counter(families[_used(one).form] for one in observations)
        if len(whole) < 2:
            return
        usual = max(whole, key=lambda family: (whole[family], -family))
        by_document: dict[DocumentId, list[Observation]] = {}
        for one in observations:
            by_document.setdefault(one.document, []).append(one)
        for here in by_document.values():
            counts = Counter(families[_used(one).form] for one in here)
            if len(counts) > 1:
                best = max(counts, key=lambda family: (counts[family], -family))
                others = [one for one in here if families[_used(one).form] != best]
                tie = counts[best] <= max(number for family, number in counts.items() if family != best)
                for one in others[-1:] if tie else others:
                    yield self._issue(entry, one, here, families, best, tie=tie)
            elif usual not in counts and len(by_document) > 1:
                tie = whole[usual] < _CLEAR * len(here)
                yield self._issue(entry, here[0], observations, families, usual, tie=tie)

    def _issue(
        self,
        entry: Entry,
        one: Observation,
        among: Sequence[Observation],
        families: Sequence[int],
        best: int,
        *,
        tie: bool,
    ) -> Issue:
        elsewhere = [other for other in among if families[_used(other).form] == best]
        counts = Counter(entry.accepted[_used(other).form].replace(PLACE, "…") for other in among)
        preferred = with_place(entry.accepted[min(_used(other).form for other in elsewhere)], _used(one).place)
        return self.issue(
            one,
            one.span,
            say(
                "{zh} is “{words}” here and “{usual}” elsewhere ({forms}); keep to one form.",
                "{zh} 此处写作“{words}”，别处写作“{usual}”（{forms}）；请统一。",
                zh=entry.zh[0],
                words=one.text,
                usual=elsewhere[0].text,
                forms="; ".join(f"{form}: {count}" for form, count in counts.most_common(_MOST_FORMS)),
            ),
            level=Level.INFO if tie or not entry.verified else None,
            expected=() if tie else (preferred,),
            evidence=(entry_evidence(entry),),
            related=[RelatedPlace(o.document, o.segment, o.span, o.text) for o in elsewhere[:_MOST_RELATED]],
            entry=entry.id,
        )


def _used(one: Observation) -> _Used:
    assert isinstance(one.data, _Used)
    return one.data
