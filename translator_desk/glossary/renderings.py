"""The English forms of the entries of a term base, ready to be looked for in text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from translator_desk.glossary.by_words import ByWords
from translator_desk.glossary.entry import AvoidForm, Entry, Kind
from translator_desk.glossary.form_lines import form_lines
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import EntryId
from translator_desk.text.inflection import PLACE, Rendering, place_set
from translator_desk.text.normalize import lowered


class EntryForms:
    """The English forms of one entry; what asks for more than their letters is made when first asked for.

    Attributes:
        entry: The entry.
        plain: The accepted forms as lowered text has them, "" for one with a place inside.
        remembered: Whether a full mention allows less later on: a short form, or a pronoun for a person.
        bound: Whether a form is to be avoided where the Chinese stands beside it.
        names_place: Whether a form holds ``{place}``.
    """

    __slots__ = (
        "_accepted", "_avoid", "_families", "_places", "_short", "bound", "entry", "names_place", "plain", "remembered",
    )  # fmt: skip

    def __init__(self, entry: Entry, places: frozenset[str]) -> None:
        self.entry = entry
        self.plain = tuple(_plain(form) for form in entry.accepted)
        self.remembered = bool(entry.short) or entry.kind is Kind.PERSON
        self.bound = bool(entry.avoid) and any(form.with_source for form in entry.avoid)
        self.names_place = PLACE in "\n".join((*entry.accepted, *entry.short, *[form.en for form in entry.avoid]))
        self._places = places
        self._accepted: tuple[Rendering, ...] | None = None
        self._short: tuple[Rendering, ...] | None = None
        self._avoid: tuple[tuple[AvoidForm, Rendering], ...] | None = None
        self._families: tuple[int, ...] | None = None

    @property
    def accepted(self) -> tuple[Rendering, ...]:
        """Preferred form, then the accepted ones, in the order of ``entry.accepted``."""
        if self._accepted is None:
            self._accepted = tuple(_rendering(self.entry, form, self._places) for form in self.entry.accepted)
        return self._accepted

    @property
    def short(self) -> tuple[Rendering, ...]:
        """Forms for later mentions."""
        if self._short is None:
            self._short = tuple(_rendering(self.entry, form, self._places) for form in self.entry.short)
        return self._short

    @property
    def avoid(self) -> tuple[tuple[AvoidForm, Rendering], ...]:
        """Forms to avoid with what the entry says of them."""
        if self._avoid is None:
            self._avoid = tuple(_avoided(self.entry, self._places))
        return self._avoid

    @property
    def families(self) -> tuple[int, ...]:
        """For each accepted form, the first form it is one with: a part, an abbreviation or another order of it."""
        if self._families is None:
            self._families = _families(self.entry, self.plain) if self.entry.also else (0,)
        return self._families

    @property
    def several(self) -> bool:
        """Whether the accepted forms are more than one."""
        return bool(self.entry.also) and any(self.families)

    def plain_spans(self, target: str) -> list[tuple[int, int, int]]:
        """Return start, end and number of the accepted forms that stand letter by letter in lowered ``target``.

        Of each form the first place only. Nothing found does not mean that none stands there; this is the quick
        question to ask first.
        """
        found = []
        for number, form in enumerate(self.plain):
            start = target.find(form) if form else -1
            if start >= 0:
                end = start + len(form)
                if (not start or not target[start - 1].isalnum()) and not target[end : end + 1].isalnum():
                    found.append((start, end, number))
        return found

    def stands_plainly(self, target: str) -> bool:
        """Return whether ``plain_spans`` finds anything."""
        form = self.plain[0]
        start = target.find(form) if form else -1
        if start >= 0 and (not start or not target[start - 1].isalnum()):
            end = start + len(form)
            if not target[end : end + 1].isalnum():
                return True
        return len(self.plain) > 1 and bool(self.plain_spans(target))


class Renderings:
    """The forms of all entries, made when first asked for; get it by ``renderings_of``.

    Attributes:
        places: Every place name of the base, as ``Rendering`` compares them.
    """

    __slots__ = ("_forms", "_placed", "places")

    def __init__(
        self, places: frozenset[str], forms: dict[EntryId, EntryForms] | None = None, placed: Iterable[EntryId] = ()
    ) -> None:
        self.places = places
        self._forms = {} if forms is None else forms
        self._placed = set(placed)

    def of(self, entry: Entry) -> EntryForms:
        """Return the forms of an entry of the base."""
        forms = self._forms.get(entry.id)
        if forms is None:
            forms = self._forms[entry.id] = EntryForms(entry, self.places)
            if forms.names_place:
                self._placed.add(entry.id)
        return forms

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> Renderings:
        """Return the forms of the term base made by one change, keeping what the change does not touch."""
        places, forms, gone = self.places, self._forms.copy(), {one.id for one in (before, now) if one is not None}
        if any(entry is not None and entry.kind is Kind.PLACE for entry in (before, now)):
            new = _names_of_place(now)
            places = places | new if _names_of_place(before) <= new else _places(term_base)
            gone |= self._placed  # these look for the places
        for key in gone:
            forms.pop(key, None)
        return Renderings(places, forms, self._placed - gone)


def renderings_of(term_base: TermBase) -> Renderings:
    """Return the English forms of a term base."""
    return term_base.index(_renderings)


def _renderings(term_base: TermBase) -> Renderings:
    return Renderings(_places(term_base))


def _names_of_place(entry: Entry | None) -> frozenset[str]:
    return place_set(entry.accepted) if entry is not None and entry.kind is Kind.PLACE else frozenset()


def _places(term_base: TermBase) -> frozenset[str]:
    return place_set(form for entry in term_base.of_kind(Kind.PLACE) for form in entry.accepted)


@dataclass(frozen=True, slots=True, eq=False)
class Avoided:
    """One form to avoid of one entry."""

    entry: Entry
    form: AvoidForm
    rendering: Rendering


class AvoidIndex:
    """Tells which forms to avoid may stand in a text, whatever its source; forms bound to the source are left out.

    Each form is looked for by its words, the rarest first; get it by ``avoid_index``.
    """

    __slots__ = ("_beside", "_found", "_gone", "_placed")

    def __init__(
        self,
        found: ByWords[Avoided],
        placed: frozenset[EntryId],
        gone: frozenset[EntryId] = frozenset(),
        beside: tuple[Avoided, ...] = (),
    ) -> None:
        self._found = found
        self._placed = placed
        self._gone = gone
        self._beside = beside

    def candidates(self, words: Sequence[str]) -> list[Avoided]:
        """Return the forms that may stand in a text of these words, each once.

        Args:
            words: The words of a text as ``letters_only`` parts them.
        """
        found = self._found.in_text(words)
        if self._gone and found:
            found = [one for one in found if one.entry.id not in self._gone]
        return [*found, *self._beside]

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> AvoidIndex:
        """Return the index of the term base made by one change; what is new is looked for one by one."""
        gone = {entry.id for entry in (before, now) if entry is not None}
        fresh = [now] if now is not None else []
        placed = (self._placed - gone) | {entry.id for entry in fresh if _names_place(entry)}
        if any(entry is not None and entry.kind is Kind.PLACE for entry in (before, now)):
            others = self._placed - gone  # these look for the places
            gone |= others
            fresh += [entry for key in sorted(others) if (entry := term_base.entry(key)) is not None]
        places = renderings_of(term_base).places
        beside = (
            *(one for one in self._beside if one.entry.id not in gone),
            *(one for entry in fresh for one in _free_forms(entry, places)),
        )
        return AvoidIndex(self._found, placed, self._gone | gone, beside)


def avoid_index(term_base: TermBase) -> AvoidIndex:
    """Return the forms to avoid of a term base that are judged without the source."""
    return term_base.index(_avoid_index)


def _avoid_index(term_base: TermBase) -> AvoidIndex:
    places = renderings_of(term_base).places
    free = [one for entry in term_base.entries if entry.avoid for one in _free_forms(entry, places)]
    placed = frozenset({one.entry.id for one in free if PLACE in one.form.en})
    return AvoidIndex(ByWords((one.rendering, one) for one in free), placed)


def _names_place(entry: Entry) -> bool:
    return any("{place}" in form.en and not form.with_source for form in entry.avoid)


class AcceptedIndex:
    """Tells which accepted forms hold given words; get it by ``accepted_index``."""

    __slots__ = ("_found", "_lines", "_renderings")

    def __init__(self, term_base: TermBase) -> None:
        self._renderings = renderings_of(term_base)
        self._lines = form_lines(term_base)
        self._found: dict[str, tuple[Rendering, ...]] = {}

    def longer_than(self, words: str) -> tuple[Rendering, ...]:
        """Return the accepted forms that hold ``words`` (made by ``lowered``) and more."""
        found = self._found.get(words)
        if found is None:
            found = self._found[words] = tuple(
                self._renderings.of(entry).accepted[number]
                for entry, number, line in self._lines.holding(words)
                if number <= len(entry.also) and line != words
            )
        return found

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> AcceptedIndex:
        """Return the index of the term base made by one change."""
        return AcceptedIndex(term_base)


def accepted_index(term_base: TermBase) -> AcceptedIndex:
    """Return the accepted forms of a term base by the words they hold."""
    return term_base.index(AcceptedIndex)


def _plain(form: str) -> str:
    """Return a form as it stands in lowered text, "" where a place stands inside it."""
    if "{" not in form and "  " not in (low := lowered(form)):
        return low.strip()
    return "" if PLACE in form.strip().removeprefix(PLACE).removesuffix(PLACE) else _searchable(form)


def _families(entry: Entry, plain: Sequence[str]) -> tuple[int, ...]:
    forms = [low or _searchable(form) for form, low in zip(entry.accepted, plain, strict=True)]
    words = [[word for word in form.split() if word != "the"] for form in forms]
    families: list[int] = []
    for number, one in enumerate(words):
        same = (other for other in range(number) if _one_form(one, words[other]))
        families.append(next((families[other] for other in same), number))
    return tuple(families)


def _one_form(one: list[str], other: list[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if set(longer).issuperset(shorter) or (len(one) == len(other) == 1 and one[0][:5] == other[0][:5]):
        return True
    initials = "".join(word[0] for word in longer if word not in ("of", "and", "for"))
    return len(shorter) == 1 and shorter[0].replace(".", "") in (initials, "".join(word[0] for word in longer))


def _searchable(form: str) -> str:
    return " ".join(lowered(form.replace(PLACE, " ")).split())


def _rendering(entry: Entry, form: str, places: frozenset[str], *, case_sensitive: bool = False) -> Rendering:
    # A zone written small is a common noun and has a plural; a name has none.
    name = entry.kind in (Kind.PERSON, Kind.PLACE) and form[:1].isupper()
    return Rendering(form, places=places, case_sensitive=case_sensitive, name=name)


def _avoided(entry: Entry, places: frozenset[str]) -> Iterator[tuple[AvoidForm, Rendering]]:
    for one in entry.avoid:
        yield one, _rendering(entry, one.en, places, case_sensitive=one.case_sensitive)


def _free_forms(entry: Entry, places: frozenset[str]) -> Iterator[Avoided]:
    """Yield the forms to avoid that are judged without the source."""
    for form, rendering in _avoided(entry, places):
        if not form.with_source:
            yield Avoided(entry, form, rendering)
