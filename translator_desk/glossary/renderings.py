"""The English forms of the entries of a term base, ready to be looked for in text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from translator_desk.glossary.entry import AvoidForm, Entry, Kind
from translator_desk.glossary.matcher import Search, overlapping_searches
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import EntryId
from translator_desk.text.inflection import PLACE, Rendering, place_set
from translator_desk.text.normalize import lowered


@dataclass(frozen=True, slots=True)
class EntryForms:
    """The English forms of one entry.

    Attributes:
        entry: The entry.
        accepted: Preferred form, then the accepted ones, in the order of ``entry.accepted``.
        short: Forms for later mentions.
        avoid: Forms to avoid with what the entry says of them.
    """

    entry: Entry
    accepted: tuple[Rendering, ...]
    short: tuple[Rendering, ...]
    avoid: tuple[tuple[AvoidForm, Rendering], ...]


class Renderings:
    """The forms of all entries, made when first asked for; get it by ``renderings_of``.

    Attributes:
        places: Every place name of the base, as ``Rendering`` compares them.
    """

    __slots__ = ("_forms", "places")

    def __init__(self, places: frozenset[str], forms: dict[EntryId, EntryForms]) -> None:
        self.places = places
        self._forms = forms

    def of(self, entry: Entry) -> EntryForms:
        """Return the forms of an entry of the base."""
        forms = self._forms.get(entry.id)
        if forms is None:
            forms = self._forms[entry.id] = EntryForms(
                entry,
                tuple(self._rendering(form, entry) for form in entry.accepted),
                tuple(self._rendering(form, entry) for form in entry.short),
                tuple((one, self._rendering(one.en, entry, one.case_sensitive)) for one in entry.avoid),
            )
        return forms

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> Renderings:
        """Return the forms of the term base made by one change, keeping what the change does not touch."""
        if any(entry is not None and entry.kind is Kind.PLACE for entry in (before, now)):
            return _renderings(term_base)
        gone = {entry.id for entry in (before, now) if entry is not None}
        return Renderings(self.places, {key: forms for key, forms in self._forms.items() if key not in gone})

    def _rendering(self, form: str, entry: Entry, case_sensitive: bool = False) -> Rendering:
        # A zone written small is a common noun and has a plural; a name has none.
        name = entry.kind in (Kind.PERSON, Kind.PLACE) and form[:1].isupper()
        return Rendering(form, places=self.places, case_sensitive=case_sensitive, name=name)


def renderings_of(term_base: TermBase) -> Renderings:
    """Return the English forms of a term base."""
    return term_base.index(_renderings)


def _renderings(term_base: TermBase) -> Renderings:
    places = place_set(form for entry in term_base.of_kind(Kind.PLACE) for form in entry.accepted)
    return Renderings(places, {})


@dataclass(frozen=True, slots=True, eq=False)
class Avoided:
    """One form to avoid of one entry."""

    entry: Entry
    form: AvoidForm
    rendering: Rendering


class AvoidIndex:
    """Tells which forms to avoid may stand in a text, whatever its source; forms bound to the source are left out.

    Each form is looked for by the letters of its rarest word; get it by ``avoid_index``.
    """

    __slots__ = ("_beside", "_by_key", "_gone", "_search")

    def __init__(
        self,
        search: Search,
        by_key: tuple[tuple[Avoided, ...], ...],
        gone: frozenset[EntryId] = frozenset(),
        beside: tuple[Avoided, ...] = (),
    ) -> None:
        self._search = search
        self._by_key = by_key
        self._gone = gone
        self._beside = beside

    def candidates(self, target: str) -> Iterator[Avoided]:
        """Yield the forms whose rarest word may stand in ``target`` (made by ``lowered``), each once."""
        for number in {number for _, _, number in self._search(target)}:
            for one in self._by_key[number]:
                if one.entry.id not in self._gone:
                    yield one
        yield from self._beside

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> AvoidIndex:
        """Return the index of the term base made by one change; what is new is looked for one by one."""
        gone = {entry.id for entry in (before, now) if entry is not None}
        standing = tuple(one for one in self._beside if one.entry.id not in gone)
        fresh = tuple(_free_forms(now, renderings_of(term_base))) if now is not None else ()
        return AvoidIndex(self._search, self._by_key, self._gone | gone, standing + fresh)


def avoid_index(term_base: TermBase) -> AvoidIndex:
    """Return the forms to avoid of a term base that are judged without the source."""
    return term_base.index(_avoid_index)


def _avoid_index(term_base: TermBase) -> AvoidIndex:
    renderings = renderings_of(term_base)
    free = [one for entry in term_base.entries for one in _free_forms(entry, renderings)]
    frequency = Counter(stem for one in free for stem in one.rendering.stems)

    def commonness(stem: str) -> tuple[bool, int, int]:
        return len(stem) < _SHORTEST_KEY, frequency[stem], -len(stem)

    by_key: defaultdict[str, list[Avoided]] = defaultdict(list)
    for one in free:
        if one.rendering.stems:
            by_key[min(one.rendering.stems, key=commonness)].append(one)
    return AvoidIndex(overlapping_searches(tuple(by_key))[0], tuple(tuple(found) for found in by_key.values()))


_SHORTEST_KEY = 3
"""Letters; shorter stems stand in too many texts to be looked for."""


class AcceptedIndex:
    """Tells which accepted forms hold given words; get it by ``accepted_index``."""

    __slots__ = ("_found", "_owners", "_renderings", "_text")

    def __init__(self, term_base: TermBase) -> None:
        self._renderings = renderings_of(term_base)
        self._owners = [(entry, number) for entry in term_base.entries for number in range(len(entry.accepted))]
        self._text = "\n".join(_searchable(entry.accepted[number]) for entry, number in self._owners)
        self._found: dict[str, tuple[Rendering, ...]] = {}

    def longer_than(self, words: str) -> tuple[Rendering, ...]:
        """Return the accepted forms that hold ``words`` (made by ``lowered``) and more."""
        found = self._found.get(words)
        if found is None:
            owners: list[Rendering] = []
            at = self._text.find(words)
            while at >= 0:
                begin, end = self._text.rfind("\n", 0, at) + 1, self._text.find("\n", at)
                end = len(self._text) if end < 0 else end
                if end - begin > len(words):
                    entry, number = self._owners[self._text.count("\n", 0, at)]
                    owners.append(self._renderings.of(entry).accepted[number])
                at = self._text.find(words, end)
            found = self._found[words] = tuple(owners)
        return found


def accepted_index(term_base: TermBase) -> AcceptedIndex:
    """Return the accepted forms of a term base by the words they hold."""
    return term_base.index(AcceptedIndex)


def _searchable(form: str) -> str:
    return " ".join(lowered(form.replace(PLACE, " ")).split())


def _free_forms(entry: Entry, renderings: Renderings) -> Iterable[Avoided]:
    """Return the forms to avoid that are judged without the source."""
    if all(form.with_source for form in entry.avoid):
        return ()
    return [Avoided(entry, form, rendering) for form, rendering in renderings.of(entry).avoid if not form.with_source]
