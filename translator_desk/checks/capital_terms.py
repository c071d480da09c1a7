"""Names of a term base that stand in a text in small letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.matcher import Search, overlapping_searches
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.inflection import PLACE

_KINDS = (Kind.EVENT, Kind.PLACE, Kind.PERSON)
_JOINTS = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


class CapitalTerms:
    """Finds the names of events, places and persons written small; for ``TermBase.index``.

    Only names of several words all of which have capitals count: one word alone ("Square") is too often another word.
    """

    __slots__ = ("_beside", "_forms", "_search")

    def __init__(
        self, term_base: TermBase, parts: tuple[Sequence[str], Search | None, tuple[str, ...]] | None = None
    ) -> None:
        if parts is None:
            forms = [form for kind in _KINDS for entry in term_base.of_kind(kind) for form in _names(entry)]
            forms = list({form.lower(): form for form in forms}.values())
            search = overlapping_searches([one.lower() for one in forms])[0] if forms else None
            parts = (forms, search, ())
        self._forms, self._search, self._beside = parts

    def find(self, target: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and the right form of each name in small letters, the longest where several overlap."""
        found = []
        if self._search is not None:
            found = [(start, end, self._forms[number]) for start, end, number in self._search(target)]
        for form in self._beside:
            start = target.find(form.lower())
            if start >= 0:
                found.append((start, start + len(form), form))
        last = 0
        for start, end, form in sorted(found, key=lambda one: (one[0], -one[1])):
            if start >= last and not target[start - 1 : start].isalnum() and not target[end : end + 1].isalnum():
                last = end
                yield start, end, form

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> CapitalTerms:
        """Return the index of the term base made by one change."""
        if before is not None and _names(before) and (now is None or set(_names(before)) - set(_names(now))):
            return CapitalTerms(term_base)
        known = {*self._forms, *self._beside}
        fresh = tuple(one for one in (_names(now) if now else ()) if one not in known)
        return CapitalTerms(term_base, (self._forms, self._search, self._beside + fresh))


def _names(entry: Entry) -> list[str]:
    """Return the accepted forms of an entry that are names of several words, all with capitals."""
    if entry.kind not in _KINDS:
        return []
    return [form for form in entry.accepted if PLACE not in form and _is_name(form)]


def _is_name(form: str) -> bool:
    words = [word for word in form.split() if word not in _JOINTS]
    return len(words) > 1 and all(word[0].isupper() and word.isalpha() for word in words)
