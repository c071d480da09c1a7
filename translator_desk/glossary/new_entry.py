"""Entries made and changed from what a person marks in the text: kind guessed, the rest filled in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind
from translator_desk.glossary.new_id import new_id
from translator_desk.glossary.source_index import source_forms
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.names import is_given_name, place_suffixes, surname_table
from translator_desk.text.normalize import fold_key
from translator_desk.text.scripts import simplify

_LONGEST_NAME = 4
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_FEWEST_ALIKE = 2


def new_term(zh: str, en: str, term_base: TermBase, provenance: str = "") -> Entry:
    """Return an entry for words marked in the text, for a person to look over.

    Args:
        zh: The Chinese, as marked.
        en: The English, as marked; an article before it is left out.
        term_base: The terms in force, from which kind and id are guessed.
        provenance: Where it was marked (document and segment), kept as its source; the entry is not verified.
    """
    zh = simplify("".join(zh.split()))
    en = _ARTICLE.sub("", " ".join(en.split()))
    kind = guessed_kind(zh, en, term_base)
    key = new_id(kind, en, frozenset(entry.id for entry in term_base.entries))
    return Entry(key, kind, (zh,), en, required=kind.required_by_default, source=provenance, verified=False)


def guessed_kind(zh: str, en: str, term_base: TermBase) -> Kind:
    """Return what a term most likely names: a person by surname and spelling, else what names of that ending are."""
    words = en.split()
    surname = next((zh[:size] for size in (2, 1) if zh[:size] in surname_table()), "")
    if surname and 1 < len(zh) <= _LONGEST_NAME and len(words) == 2 and is_given_name(words[1].lower()):
        readings = {reading.replace(" ", "") for reading in surname_table()[surname]}
        if words[0].lower() in readings:
            return Kind.PERSON
    by_ending = term_base.index(_kinds_by_ending)
    for size in (3, 2, 1):
        counts = by_ending.get(zh[-size:])
        if counts and len(zh) > size and sum(counts.values()) >= _FEWEST_ALIKE:
            return counts.most_common(1)[0][0]
    if zh.endswith(place_suffixes()) and en[:1].isupper():
        return Kind.PLACE
    return Kind.OTHER


def _kinds_by_ending(term_base: TermBase) -> dict[str, Counter[Kind]]:
    found: dict[str, Counter[Kind]] = {}
    for entry in term_base.entries:
        if entry.kind is Kind.PERSON:
            continue
        for form in source_forms(entry):
            for size in range(1, min(4, len(form))):
                found.setdefault(form[-size:], Counter())[entry.kind] += 1
    return found


def with_variant(entry: Entry, form: str) -> Entry:
    """Return the entry with a form accepted; it is no longer to be avoided. An accepted form changes nothing."""
    key = fold_key(form)
    kept = tuple(one for one in entry.avoid if fold_key(one.en) != key)
    if key in {fold_key(one) for one in entry.accepted}:
        return replace(entry, avoid=kept)
    return replace(entry, also=(*entry.also, Form(form)), avoid=kept)


def with_avoid(entry: Entry, form: AvoidForm) -> Entry:
    """Return the entry with a form to avoid; it is no longer accepted. The preferred form cannot be avoided.

    Raises:
        ValueError: It is the preferred form.
    """
    key = fold_key(form.en)
    if key == fold_key(entry.en):
        raise ValueError(f"the preferred form cannot be avoided: {form.en}")
    return replace(
        entry,
        also=tuple(one for one in entry.also if fold_key(one.en) != key),
        short=tuple(one for one in entry.short if fold_key(one) != key),
        avoid=(*(one for one in entry.avoid if fold_key(one.en) != key), form),
    )


def similar_entries(zh: str, en: str, term_base: TermBase) -> tuple[Entry, ...]:
    """Return entries that may be the same thing: they share a Chinese form, or an accepted English one."""
    zh, key = simplify(zh), fold_key(en)
    return tuple(
        entry
        for entry in term_base.entries
        if zh in source_forms(entry) or key in {fold_key(one) for one in _all_forms(entry)}
    )


def _all_forms(entry: Entry) -> Iterable[str]:
    return (*entry.accepted, *entry.short)
