"""Which offices a text gives a person: titles of the term base right before or behind the name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from translator_desk.checks.base import Facts
from translator_desk.checks.name_facts import known_names
from translator_desk.checks.term_facts import longest_spans, lowered_target
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.matcher import overlapping_searches
from translator_desk.glossary.renderings import renderings_of
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.inflection import Rendering
from translator_desk.text.names import NameRun
from translator_desk.text.span import Span

_SHORT = 2
_BEFORE = 120
_AFTER = 200
_FIRST_AFTER = re.compile(r"\s*,\s*(?:the\s+)?|\s*\(\s*")
_NEXT_AFTER = re.compile(r"\s*(?:,\s*and|,|and|&)\s+(?:the\s+)?")
_NO_LONGER = re.compile(
    r"\b(?:former|then|late|ex|outgoing|incoming|previous|one-time|elected|appointed)[ -]+(?:the )?$", re.I
)


class TitlePlace(NamedTuple):
    """A title found in a text.

    Attributes:
        span: The words.
        entries: The titles they may be.
        forms: For each of them, the number of the accepted form.
        place: The place named in them, or None.
    """

    span: Span
    entries: tuple[Entry, ...]
    forms: tuple[int, ...]
    place: Entry | None


class TitleForms:
    """The forms of all titles of a term base, looked for by the letters of their two rarest words."""

    def __init__(self, term_base: TermBase) -> None:
        forms = renderings_of(term_base)
        every = [
            (entry, number, rendering)
            for entry in term_base.of_kind(Kind.TITLE)
            for number, rendering in enumerate(forms.of(entry).accepted)
        ]
        frequency = Counter(stem for _, _, rendering in every for stem in rendering.stems)
        by_stem: defaultdict[str, list[tuple[str, Entry, int, Rendering]]] = defaultdict(list)
        for one in every:
            stems = [stem for stem in one[2].stems if len(stem) > _SHORT] or list(one[2].stems)
            if stems:
                rarest, second, *_ = *sorted(stems, key=lambda stem: (frequency[stem], -len(stem))), ""
                by_stem[rarest].append((second, *one))
        self._owners = tuple(by_stem.values())
        self._search = overlapping_searches(tuple(by_stem))[0]

    def find(self, lowered: str, original: str) -> dict[Span, dict[Entry, int]]:
        """Return the titles of a text with the numbers of their forms, of overlapping ones the longest."""
        found: defaultdict[Span, dict[Entry, int]] = defaultdict(dict)
        for number in {number for _, _, number in self._search(lowered)}:
            for stem, entry, form, rendering in self._owners[number]:
                if stem in lowered:
                    for span in rendering.find(lowered, original):
                        found[span].setdefault(entry, form)
        return {span: found[span] for span in longest_spans(found)}


def title_forms(term_base: TermBase) -> TitleForms:
    """Return the forms of the titles of a term base; for ``TermBase.index``."""
    return TitleForms(term_base)


def titles_in_target(facts: Facts) -> tuple[TitlePlace, ...]:
    """Return the titles of the term base that stand in the target, in reading order."""
    found = facts.context.term_base.index(title_forms).find(facts.of(lowered_target), facts.target)
    return tuple(
        TitlePlace(span, tuple(found[span]), tuple(found[span].values()), _place(facts, span)) for span in sorted(found)
    )


def _place(facts: Facts, span: Span) -> Entry | None:
    """Return the place named inside the words, the longest."""
    places = facts.context.term_base.index(known_names).places
    words = [(match.start(), match.end()) for match in re.finditer(r"[^\s,]+", span.of(facts.target))]
    text = span.of(facts.target)
    for size in range(min(3, len(words)), 0, -1):
        for first in range(len(words) - size + 1):
            piece = text[words[first][0] : words[first + size - 1][1]].removesuffix("'s").removesuffix("’s")
            if piece in places:
                return places[piece][0]
    return None


def offices_of(facts: Facts, run: NameRun) -> Iterator[TitlePlace]:
    """Yield the titles that the target gives a person now, not formerly."""
    target = facts.target
    titles = facts.of(titles_in_target)
    before = next(
        (one for one in titles if one.span.end <= run.start and not target[one.span.end : run.start].strip()), None
    )
    if before is not None and not _NO_LONGER.search(target[max(0, before.span.start - _BEFORE) : before.span.start]):
        yield before
    at, joint = run.end, _FIRST_AFTER
    while match := joint.match(target, at, run.end + _AFTER):
        title = next(
            (one for one in titles if one.span.start <= match.end() < one.span.end and one.span.start >= at), None
        )
        if title is None:
            return
        yield title
        at, joint = title.span.end, _NEXT_AFTER
