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
_TOKEN = re.compile(r"\w+|[^\w\s]")
_SMALL_LETTER = re.compile(r"(?<![\w'’-])(?!(?:and|at|by|for|from|in|of|on|or|the|to|with)\b)[a-z]")
_NEAR = 200
"""Code points around the wrong words that are compared with the ends of the right form."""
_MOST = 3
_LONGER = 2
"""Words; a form longer by more than this than what it replaces only part of is no fix for it."""


def preferred_instead(facts: Facts, span: Span, entry: Entry, wrong: str, place: str) -> tuple[str, ...]:
    """Return what to write over ``span``, the preferred form first; empty where no form fits there.

    Where the wrong words are only a part of the term and the right rest stands beside them, only the part is given.

    Args:
        facts: The segment.
        span: The wrong words, in the target.
        entry: Whose forms are to be written.
        wrong: The wrong form as the entry spells it.
        place: The place for ``{place}`` where the wrong words name none, or "".
    """
    words = span.of(facts.target)
    place = _place_in(words, renderings_of(facts.context.term_base).places) or place
    forms = [with_place(form, place) for form in (entry.en, *(form.en for form in entry.also if form.until is None))]
    parts = [_part(facts.target, span, form) for form in forms]
    if parts[0] != forms[0]:
        fitting = [part for part, form in zip(parts, forms, strict=True) if part != form]
    else:
        fitting = [_shaped(facts.target, span, form, wrong) for form in forms]
    verb = words.lower().endswith(("ed", "ing")) and not wrong.lower().endswith(("ed", "ing"))
    # Only of the preferred form is it known that it is a verb where the wrong one is.
    return tuple(dict.fromkeys(form for form in fitting if form))[: 1 if verb else _MOST]


def _shaped(target: str, span: Span, form: str, wrong: str) -> str:
    """Return ``form`` with the endings and capitals of the words at ``span``; "" where it does not fit there."""
    words = span.of(target)
    if len(form.split()) > 1 + _LONGER and len(words.split()) == 1 and not words[:1].islower():
        return ""  # one word of a long name: what else is wrong cannot be told
    if _DETERMINER_BEFORE.search(target, 0, span.start) and not _ARTICLE.match(words):
        form = _ARTICLE.sub("", form)
    form = like_inflected(form, wrong.replace(PLACE, " "), words)
    if words[:1].isupper() and wrong[:1].islower() and form[:1].islower():
        form = form[0].upper() + form[1:]
    if wrong.islower() and _is_title(words) and form[1:].islower():
        form = _SMALL_LETTER.sub(lambda match: match[0].upper(), form)
    return form


def _is_title(words: str) -> bool:
    """Whether several words stand with capitals, as in a name or a headline."""
    large = re.findall(r"\b[a-z]\w{3,}|\b[A-Z]\w*", words)
    return len(large) > 1 and all(word[0].isupper() for word in large)


def _part(target: str, span: Span, form: str) -> str:
    """Return the middle of ``form`` that is missing where its beginning and its end stand around ``span`` already."""
    wanted = [(match.group().lower(), match.start(), match.end()) for match in _TOKEN.finditer(form)]
    keys = [token for token, _, _ in wanted]
    before = [token.lower() for token in _TOKEN.findall(target[max(0, span.start - _NEAR) : span.start])]
    after = [token.lower() for token in _TOKEN.findall(target[span.end : span.end + _NEAR])]
    most = len(keys) - 1
    left = next((n for n in range(min(most, len(before)), 0, -1) if before[-n:] == keys[:n]), 0)
    right = next((n for n in range(min(most - left, len(after)), 0, -1) if after[:n] == keys[-n:]), 0)
    return form[wanted[left][1] : wanted[len(wanted) - right - 1][2]] if wanted else form


def _place_in(words: str, places: frozenset[str]) -> str:
    """Return the longest place named in ``words``, as it is spelt there."""
    pieces = [(match.start(), match.end()) for match in re.finditer(r"[^\s,;:.]+", words)]
    for size in range(min(4, len(pieces)), 0, -1):
        for first in range(len(pieces) - size + 1):
            piece = words[pieces[first][0] : pieces[first + size - 1][1]].removesuffix("'s").removesuffix("’s")
            if lowered(piece) in places:
                return piece
    return ""
