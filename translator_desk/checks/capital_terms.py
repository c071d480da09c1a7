"""Names that stand in a text without their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.matcher import Search, overlapping_searches
from translator_desk.glossary.term_base import TermBase
from translator_desk.resources import data_rows
from translator_desk.text.inflection import PLACE
from translator_desk.text.normalize import lowered
from translator_desk.text.pinyin import proper_splits

_WORD = re.compile(r"[^\W\d_]+")
_KINDS = (Kind.EVENT, Kind.PLACE, Kind.PERSON)
_JOINTS = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


class CapitalTerms:
    """Finds names of several words that lack a capital; for ``TermBase.index``.

    The names are those of events, places and persons of the term base, and some that everybody knows. Only names all
    of whose words have capitals count, and a place needs one word that is no plain English ("Autonomous Region").
    """

    __slots__ = ("_beside", "_forms", "_search")

    def __init__(self, term_base: TermBase, parts: tuple[Sequence[str], Search, tuple[str, ...]] | None = None) -> None:
        if parts is None:
            forms = [row[0] for row in data_rows("capital_names.tsv")]
            forms += [form for kind in _KINDS for entry in term_base.of_kind(kind) for form in _names(entry)]
            forms = list({lowered(form): form for form in forms}.values())
            parts = (forms, overlapping_searches([lowered(one) for one in forms])[0], ())
        self._forms, self._search, self._beside = parts

    def find(self, target: str, low: str) -> Iterator[tuple[int, int, str]]:
        """Yield start and end of the words that lack a capital, and the words as they should be.

        Args:
            target: The text.
            low: The text made by ``normalize.lowered``.
        """
        forms = self._forms
        found = [
            (start, end, forms[number])
            for start, end, number in self._search(low)
            if target[start:end] != forms[number]
        ]
        for form in self._beside:
            start = low.find(lowered(form))
            if start >= 0:
                found.append((start, start + len(form), form))
        last = 0
        for start, end, form in sorted(found, key=lambda one: (one[0], -one[1])):
            if start < last or low[start - 1 : start].isalnum() or low[end : end + 1].isalnum():
                continue
            last = end
            small = [
                (word.start(), word.end())
                for word in _WORD.finditer(form)
                if word[0][0].isupper() and target[start + word.start()].islower()
            ]
            words = [form[a:b].lower() for a, b in small]
            if small and not _generic().issuperset(words) and "-" not in target[start:end]:
                yield start + small[0][0], start + small[-1][1], form[small[0][0] : small[-1][1]]

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> CapitalTerms:
        """Return the index of the term base made by one change."""
        if before is not None and _names(before) and (now is None or set(_names(before)) - set(_names(now))):
            return CapitalTerms(term_base)
        known = {*self._forms, *self._beside}
        fresh = tuple(one for one in (_names(now) if now else ()) if one not in known)
        return CapitalTerms(term_base, (self._forms, self._search, self._beside + fresh))


@cache
def _generic() -> frozenset[str]:
    return next(frozenset(row[1].split()) for row in data_rows("capital_heads.tsv") if row[0] == "generic")


def _names(entry: Entry) -> list[str]:
    """Return the accepted forms of an entry that are names of several words, all with capitals."""
    if entry.kind not in _KINDS:
        return []
    return [form for form in entry.accepted if PLACE not in form and _is_name(form, entry.kind)]


def _is_name(form: str, kind: Kind) -> bool:
    words = [word for word in form.split() if word not in _JOINTS]
    if len(words) < 2 or not all(word[0].isupper() and word.isalpha() for word in words):
        return False
    return kind is not Kind.PLACE or any(proper_splits(word.lower()) and len(word) > 3 for word in words)
