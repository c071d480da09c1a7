"""The right words in the shape of the wrong ones: number, verb form, capitals, place and article as they stood."""

from __future__ import annotations

import re

from translator_desk.checks.base import Facts
from translator_desk.checks.term_facts import with_place
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.renderings import renderings_of
from translator_desk.text.inflection import PLACE
from translator_desk.text.normalize import lowered
from translator_desk.text.reinflect import like_inflected
from translator_desk.text.span import Span

_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_DETERMINER_BEFORE = re.compile(r"(?:\b(?:an?|the|this|that|its|his|her|our|their)|['’]s?)\s+$", re.IGNORECASE)
_MOST = 3


def preferred_instead(facts: Facts, span: Span, entry: Entry, wrong: str, place: str) -> tuple[str, ...]:
    """Return the accepted forms to write over ``span``, the preferred one first.

    Args:
        facts: The segment.
        span: The wrong words, in the target.
        entry: Whose forms are to be written.
        wrong: The wrong form as the entry spells it.
        place: The place for ``{place}`` where the wrong words name none, or "".
    """
    words = span.of(facts.target)
    place = _place_in(words, renderings_of(facts.context.term_base).places) or place
    forms = [entry.en, *(form.en for form in entry.also if form.until is None)][:_MOST]
    determined = _DETERMINER_BEFORE.search(facts.target, 0, span.start) is not None
    return tuple(dict.fromkeys(_shaped(with_place(form, place), words, wrong, determined) for form in forms))


def _shaped(form: str, words: str, wrong: str, determined: bool) -> str:
    if determined and not _ARTICLE.match(words):
        form = _ARTICLE.sub("", form)
    form = like_inflected(form, wrong.replace(PLACE, " "), words)
    if words[:1].isupper() and wrong[:1].islower() and form[:1].islower():
        form = form[0].upper() + form[1:]
    return form


def _place_in(words: str, places: frozenset[str]) -> str:
    """Return the longest place named in ``words``, as it is spelt there."""
    pieces = [(match.start(), match.end()) for match in re.finditer(r"[^\s,;:.]+", words)]
    for size in range(min(4, len(pieces)), 0, -1):
        for first in range(len(pieces) - size + 1):
            piece = words[pieces[first][0] : pieces[first + size - 1][1]].removesuffix("'s").removesuffix("’s")
            if lowered(piece) in places:
                return piece
    return ""
