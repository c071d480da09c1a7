"""Which offices a text gives a person: titles of the term base right before or behind the name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from translator_desk.checks.base import Facts, target_words
from translator_desk.checks.name_facts import known_names
from translator_desk.checks.term_facts import longest_spans, lowered_target
from translator_desk.glossary.by_words import ByWords
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.renderings import renderings_of
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.inflection import PLACE, Rendering
from translator_desk.text.names import NameRun
from translator_desk.text.normalize import lowered
from translator_desk.text.span import Span

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


class LikelyTitle(NamedTuple):
    """A form of a title all words of which stand in a text.

    Attributes:
        rendering: The form.
        entry: The title.
        form: The number of the accepted form.
        of_place: Whether the title is one of a place, and the form has several words.
    """

    rendering: Rendering
    entry: Entry
    form: int
    of_place: bool


def title_forms(term_base: TermBase) -> ByWords[LikelyTitle]:
    """Return the forms of the titles of a term base by their words; for ``TermBase.index``."""
    forms = renderings_of(term_base)
    every = (
        LikelyTitle(rendering, entry, number, PLACE in entry.en and len(lowered(rendering.form).split()) > 1)
        for entry in term_base.of_kind(Kind.TITLE)
        for number, rendering in enumerate(forms.of(entry).accepted)
    )
    return ByWords((one.rendering, one) for one in every)


def likely_titles(facts: Facts) -> list[LikelyTitle]:
    """Return the forms of titles that may stand in the target, by its words."""
    return facts.context.term_base.index(title_forms).in_text(facts.of(target_words))


def likely_of_place(facts: Facts) -> bool:
    """Return whether a title of a place may stand in the target, in a form of several words."""
    likely = facts.of(likely_titles)
    return bool(likely) and any(one.of_place for one in likely)


def titles_in_target(facts: Facts) -> tuple[TitlePlace, ...]:
    """Return the titles of the term base that stand in the target, in reading order, of overlapping ones the longest."""
    found: defaultdict[Span, dict[Entry, int]] = defaultdict(dict)
    target, original = facts.of(lowered_target), facts.target
    for one in facts.of(likely_titles):
        for span in one.rendering.find(target, original):
            found[span].setdefault(one.entry, one.form)
    return tuple(
        TitlePlace(span, tuple(found[span]), tuple(found[span].values()), _place(facts, span))
        for span in (longest_spans(found) if found else ())
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
